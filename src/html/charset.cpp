#include "html/charset.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <iconv.h>
#include <optional>
#include <uchardet/uchardet.h>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace figbook::html {
namespace {

// Browsers look for <meta> in the first 1024 bytes; pages with long comments have it later.
constexpr std::size_t meta_within = 16U << 10U;
constexpr std::size_t longest_label = 40;
constexpr char32_t replacement = 0xFFFD;
// A charset that cannot read one in so many of the bytes above ASCII is the wrong one.
constexpr std::size_t bearable_share = 20;
constexpr std::size_t guessed_from = 256U << 10U;

// What pages call a charset -> what browsers read it as, where that is another.
struct Label {
    std::string_view label;
    const char* charset;
};
constexpr std::array labels{
    Label{"ascii", "WINDOWS-1252"}, Label{"us-ascii", "WINDOWS-1252"}, Label{"iso-8859-1", "WINDOWS-1252"},
    Label{"iso8859-1", "WINDOWS-1252"}, Label{"latin1", "WINDOWS-1252"}, Label{"latin-1", "WINDOWS-1252"},
    Label{"iso_8859-1", "WINDOWS-1252"}, Label{"iso-8859-9", "WINDOWS-1254"}, Label{"iso-8859-11", "CP874"},
    Label{"tis-620", "CP874"}, Label{"gb2312", "GB18030"}, Label{"gbk", "GB18030"}, Label{"x-gbk", "GB18030"},
    Label{"shift_jis", "CP932"}, Label{"shift-jis", "CP932"}, Label{"sjis", "CP932"},
    Label{"x-sjis", "CP932"}, Label{"euc-kr", "CP949"}, Label{"ks_c_5601-1987", "CP949"},
    Label{"big5", "BIG5-HKSCS"}, Label{"utf8", "UTF-8"}, Label{"unicode", "UTF-8"},
    // What a page of ASCII bytes says that it cannot be.
    Label{"utf-16", "UTF-8"}, Label{"utf-16le", "UTF-8"}, Label{"utf-16be", "UTF-8"},
    Label{"utf-7", "UTF-8"}};

// The value behind "charset" and "=" in `text`, which is in lower case.
std::string charset_in(std::string_view text) {
    for (std::size_t at = text.find("charset"); at != std::string_view::npos; at = text.find("charset", at)) {
        at = text.find_first_not_of(" \t\r\n", at + 7);
        if (at == std::string_view::npos || text[at] != '=') continue;
        at = text.find_first_not_of(" \t\r\n\"'", at + 1);
        if (at == std::string_view::npos) break;
        const std::size_t end = std::min(text.find_first_of(" \t\r\n\"';/>", at), text.size());
        if (end - at <= longest_label) return std::string(text.substr(at, end - at));
    }
    return {};
}

class Converter {
 public:
    // `unit` is how many bytes a character has at least.
    explicit Converter(const char* charset, std::size_t unit = 1)
        : iconv_(::iconv_open("UTF-8", charset)), unit_(unit) {}
    ~Converter() {
        if (known()) ::iconv_close(iconv_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    // False for a charset that does not exist.
    bool known() const { return iconv_ != reinterpret_cast<iconv_t>(-1); }

    // The text; `wrong` counts the bytes that mean nothing.
    std::string convert(std::string_view bytes, std::size_t& wrong) {
        std::string text;
        std::array<char, 16384> block{};
        // iconv does not write to its input, whatever its type says.
        char* in = const_cast<char*>(bytes.data());
        std::size_t left = bytes.size();
        while (left > 0) {
            char* out = block.data();
            std::size_t room = block.size();
            const std::size_t result = ::iconv(iconv_, &in, &left, &out, &room);
            const int error = result == static_cast<std::size_t>(-1) ? errno : 0;
            text.append(block.data(), block.size() - room);
            if (error == 0 || error == E2BIG) continue;
            if (error == EINVAL) break;  // the page ends within a character
            append_utf8(text, replacement);
            const std::size_t passed = std::min(unit_, left);
            in += passed;
            left -= passed;
            wrong += passed;
        }
        return text;
    }

 private:
    iconv_t iconv_;
    std::size_t unit_;
};

std::optional<std::string> converted(std::string_view bytes, const std::string& charset,
                                     std::size_t above_ascii) {
    if (charset.empty()) return std::nullopt;
    const auto* row = std::find_if(labels.begin(), labels.end(),
                                   [&](const Label& label) { return label.label == charset; });
    Converter converter(row != labels.end() ? row->charset : charset.c_str());
    if (!converter.known()) return std::nullopt;
    std::size_t wrong = 0;
    std::string text = converter.convert(bytes, wrong);
    if (wrong * bearable_share > above_ascii) return std::nullopt;
    return text;
}

// What the bytes look like, "" where that is not clear.
std::string guessed_charset(std::string_view bytes) {
    uchardet_t detector = uchardet_new();
    std::string name;
    if (uchardet_handle_data(detector, bytes.data(), std::min(bytes.size(), guessed_from)) == 0) {
        uchardet_data_end(detector);
        name = lower_ascii(uchardet_get_charset(detector));
    }
    uchardet_delete(detector);
    return name;
}

// How much of the bytes above ASCII is UTF-8.
struct Utf8Share {
    std::size_t characters = 0;
    std::size_t wrong_bytes = 0;
};

Utf8Share utf8_share(std::string_view bytes) {
    Utf8Share share;
    for (std::size_t at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint point = decode_utf8(bytes, at);
        ++(point.bytes == 1 ? share.wrong_bytes : share.characters);
        at += point.bytes;
    }
    return share;
}

// The page ends within a character.
bool is_cut_character(std::string_view rest) {
    const auto first = static_cast<unsigned char>(rest[0]);
    const std::size_t wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
    return rest.size() < wanted && std::all_of(rest.begin() + 1, rest.end(), [](char c) {
               return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
           });
}

// UTF-8 where it is, Windows-1252 where it is not.
std::string unmixed(std::string_view bytes) {
    Converter windows("WINDOWS-1252");
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 16);
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint point = decode_utf8(bytes, at);
        if (point.bytes > 1 || static_cast<unsigned char>(bytes[at]) < 0x80) {
            text.append(bytes, at, point.bytes);
        } else if (!is_cut_character(bytes.substr(at))) {
            std::size_t wrong = 0;
            text += windows.convert(bytes.substr(at, 1), wrong);
        }
        at += point.bytes;
    }
    return text;
}

// UTF-16 shows by its NUL bytes: every second byte of the first tags is one.
std::string utf16_without_mark(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 64);
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < head.size(); ++i)
        if (head[i] == '\0') ++nuls[i % 2];
    const std::size_t most = head.size() / 2;
    if (head.size() < 8) return {};
    if (nuls[1] * 4 >= most * 3 && nuls[0] == 0) return "UTF-16LE";
    if (nuls[0] * 4 >= most * 3 && nuls[1] == 0) return "UTF-16BE";
    return {};
}

std::optional<std::string> from_utf16(std::string_view bytes) {
    std::string charset;
    if (bytes.starts_with("\xFF\xFE"))
        charset = "UTF-16LE";
    else if (bytes.starts_with("\xFE\xFF"))
        charset = "UTF-16BE";
    if (!charset.empty())
        bytes.remove_prefix(2);
    else
        charset = utf16_without_mark(bytes);
    if (charset.empty()) return std::nullopt;
    std::size_t wrong = 0;
    return Converter(charset.c_str(), 2).convert(bytes, wrong);
}

std::string decoded(std::string_view bytes, std::string_view content_type) {
    if (auto text = from_utf16(bytes)) return *std::move(text);
    const bool marked = bytes.starts_with("\xEF\xBB\xBF");
    if (marked) bytes.remove_prefix(3);
    const Utf8Share share = utf8_share(bytes);
    std::string declared = charset_of_content_type(content_type);
    if (declared.empty()) declared = charset_of_meta(bytes);
    // Japanese mail's charset is written in ASCII bytes.
    const bool ascii = share.characters == 0 && share.wrong_bytes == 0;
    if (share.wrong_bytes == 0 && !(ascii && declared == "iso-2022-jp")) return std::string(bytes);
    if (marked || share.characters > share.wrong_bytes) return unmixed(bytes);
    const std::size_t above_ascii = share.characters + share.wrong_bytes;
    if (declared != "utf-8" && declared != "utf8")
        if (auto text = converted(bytes, declared, above_ascii)) return *std::move(text);
    if (auto text = converted(bytes, guessed_charset(bytes), above_ascii)) return *std::move(text);
    return unmixed(bytes);
}

}  // namespace

std::string charset_of_content_type(std::string_view content_type) {
    return charset_in(lower_ascii(content_type));
}

std::string charset_of_meta(std::string_view page) {
    const std::string head = lower_ascii(page.substr(0, meta_within));
    const std::string_view rest(head);
    for (std::size_t at = rest.find("<meta"); at != std::string_view::npos; at = rest.find("<meta", at + 5)) {
        const std::size_t end = std::min(rest.find('>', at), rest.size());
        if (std::string charset = charset_in(rest.substr(at, end - at)); !charset.empty()) return charset;
    }
    return {};
}

std::string to_utf8(std::string_view bytes, std::string_view content_type) {
    std::string text = decoded(bytes, content_type);
    text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
    return text;
}

}  // namespace figbook::html
