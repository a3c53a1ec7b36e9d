#include "load/warc_reader.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "html/page_dates.hpp"
#include "load/html_reader.hpp"
#include "load/http_message.hpp"

namespace figbook {
namespace {

// A page and its headers; larger records are passed over without holding them.
constexpr std::size_t max_record_bytes = max_page_bytes + (64U << 10U);
constexpr std::size_t max_header_bytes = 64U << 10U;
// So much is read again behind records whose length is wrong: a file may be full of them.
constexpr std::size_t max_recovered_bytes = 1U << 30U;

// "WARC/1.0"
bool is_version(std::string_view line) {
    if (!line.starts_with("WARC/")) return false;
    line = without_blanks(line.substr(5));
    return line.size() >= 3 && line.size() <= 5 && line[1] == '.' &&
           line.find_first_not_of("0123456789.") == std::string_view::npos;
}

// Where in the block another record begins; npos where none does.
std::size_t record_within(std::string_view block) {
    for (std::size_t at = block.find("\nWARC/"); at != std::string_view::npos;
         at = block.find("\nWARC/", at + 1))
        if (is_version(block.substr(at + 1, block.find('\n', at + 1) - at - 1))) return at + 1;
    return std::string_view::npos;
}

struct Record {
    std::string type;
    std::string id;
    std::string address;
    std::optional<Date> fetched;
    std::optional<std::size_t> length;
};

// As it may be stored and shown: without the brackets that some crawlers put around it.
std::string without_brackets(std::string_view text) {
    if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
    return printable(text);
}

void take_header(Record& record, const HeaderLine& header) {
    if (header.name == "warc-type") record.type = lower_ascii(header.value);
    if (header.name == "warc-record-id") record.id = without_brackets(header.value);
    if (header.name == "warc-target-uri") record.address = without_brackets(header.value);
    if (header.name == "warc-date")
        if (const auto day = parse_date(header.value)) record.fetched = *day;
    if (header.name != "content-length") return;
    std::size_t length = 0;
    const char* const end = header.value.data() + header.value.size();
    if (std::from_chars(header.value.data(), end, length).ptr == end && !header.value.empty())
        record.length = length;
}

class Archive {
 public:
    Archive(Input& input, const Sink& sink) : input_(input), sink_(sink) {}

    void read() {
        while (find_record())
            if (!read_record() && !go_on_behind_break()) return;
        if (input_.broken() && !told_) sink_.rejected({*input_.broken(), ""});
    }

 private:
    // Moves behind the next line that begins a record; what stands before it is told once.
    bool find_record() {
        for (;;) {
            start_ = input_.offset();
            record_ = {};
            const Input::Line got = input_.next_line(line_, max_header_bytes);
            if (got == Input::Line::end) {
                if (input_.broken() && !lost_) ++number_;
                if (!go_on_behind_break()) return false;
                continue;
            }
            if (is_version(line_)) break;
            if (lost_ || (line_.empty() && got == Input::Line::read)) continue;
            ++number_;
            lose("does not begin like one");
        }
        lost_ = false;
        ++number_;
        return true;
    }

    // False where the input ended or broke off inside the record.
    bool read_record() {
        if (!read_headers()) return false;
        if (lost_) return true;
        if (!record_.length) {
            lose("has no Content-Length");
            return true;
        }
        if (*record_.length > max_record_bytes) return pass_over();
        std::string block;
        if (!input_.read(block, *record_.length)) {
            if (!input_.broken())
                recover(block, "is cut off, or its Content-Length is too large", "get the file again");
            return !input_.broken();
        }
        if (!ends_here(block)) return true;
        // The break of a packed archive shows where its member ends.
        if (input_.at_end() && input_.broken() && !input_.broke_between_members()) return false;
        take(block);
        return true;
    }

    bool read_headers() {
        std::size_t bytes = 0;
        for (;;) {
            const Input::Line got = input_.next_line(line_, max_header_bytes);
            if (got == Input::Line::end) {
                if (!input_.broken()) reject("is cut off within its headers", "get the file again");
                return false;
            }
            if (got == Input::Line::read && line_.empty()) return true;
            bytes += line_.size();
            if (got == Input::Line::too_long || bytes > max_header_bytes) {
                lose("has headers without end");
                return true;
            }
            if (const auto header = header_line(line_)) take_header(record_, *header);
        }
    }

    // True where two line ends stand behind the block; otherwise its length is wrong, and the next record is looked
    // for in what was read.
    bool ends_here(std::string_view block) {
        std::string end;
        if (!input_.read(end, 4) && end.find_first_not_of("\r\n") == std::string::npos) return true;
        if (end == "\r\n\r\n") return true;
        const bool bare = end.starts_with("\n\n");
        input_.put_back(std::string_view(end).substr(bare ? 2 : 0));
        if (!bare) recover(block, "has a Content-Length that is wrong");
        return bare;
    }

    void recover(std::string_view block, std::string_view what, std::string_view advice = read_on) {
        lose(what, advice);
        const std::size_t next = record_within(block);
        if (next == std::string_view::npos) return;
        recovered_bytes_ += block.size() - next;
        if (recovered_bytes_ <= max_recovered_bytes) return input_.put_back(block.substr(next));
        reject("holds other records, which are lost: too many have a wrong length", "get the file again");
    }

    // A record that is too large: a page is told, anything else is left out.
    bool pass_over() {
        std::string block;
        bool whole = input_.read(block, max_header_bytes);
        const auto answer = record_.type == "response" ? parse_http(block) : std::nullopt;
        for (std::size_t left = *record_.length - max_header_bytes; whole && left > 0;) {
            const std::size_t piece = std::min(left, max_header_bytes);
            block.clear();
            whole = input_.read(block, piece);
            left -= piece;
        }
        if (!whole) {
            if (!input_.broken())
                reject("is cut off, or its Content-Length is too large: nothing behind it can be read",
                       "get the file again");
            return false;
        }
        if (!ends_here({})) return true;
        if (!answer || !answer->is_page())
            sink_.passed_over(PassedOver::other_record);
        else
            reject(fmt::format("is a page of more than {} MiB", max_page_bytes >> 20U),
                   "no article is so long: save its text as plain text");
        return true;
    }

    void take(std::string_view block) {
        const auto answer = record_.type == "response" ? parse_http(block) : std::nullopt;
        if (!answer || !answer->is_page()) return sink_.passed_over(PassedOver::other_record);
        const Result<std::string> body = body_of(*answer, max_page_bytes);
        if (!body) return reject(body.problem().message, body.problem().advice);
        const std::string name = fmt::format("{}:{}", input_.name(), number_);
        auto article = article_on_page(*body, {name, answer->content_type, record_.address});
        if (!article) return sink_.passed_over(PassedOver::page_without_article);
        if (!record_.id.empty()) article->id = record_.id;
        drop_later_days(*article, record_.fetched ? record_.fetched : html::day_in(answer->date));
        sink_.article(*std::move(article));
    }

    // A page cannot come out after it was fetched; it may already be the next day where its readers are.
    static void drop_later_days(Article& article, const std::optional<Date>& fetched) {
        if (!fetched) return;
        if (article.published && *article.published > add_days(*fetched, 1)) article.published.reset();
        if (article.modified && *article.modified > add_days(*fetched, 1)) article.modified.reset();
    }

    // Tells of broken packed data once for each break; true where another member begins behind it.
    bool go_on_behind_break() {
        if (!input_.broken() || told_) return false;
        const Problem& broken = *input_.broken();
        reject(broken.message, broken.advice);
        lost_ = true;
        told_ = !input_.resume();
        return !told_;
    }

    void lose(std::string_view what, std::string_view advice = read_on) {
        reject(std::string(what), std::string(advice));
        lost_ = true;
    }

    void reject(std::string message, std::string advice) {
        const std::string address = record_.address.empty() ? "" : fmt::format(" ({})", record_.address);
        Problem problem =
            input_.problem(fmt::format("record {}{}: {}", number_, address, message), std::move(advice));
        problem.offset = start_;
        sink_.rejected({std::move(problem), record_.id});
    }

    static constexpr std::string_view read_on = "the records behind it are read all the same";

    Input& input_;
    const Sink& sink_;
    std::size_t number_ = 0;  // of the record, from 1
    std::size_t start_ = 0;   // where it begins
    Record record_;
    std::size_t recovered_bytes_ = 0;
    bool lost_ = false;  // the next record is looked for, and that was told
    bool told_ = false;  // the input broke off for good, and that was told
    std::string line_;
};

}  // namespace

bool looks_like_warc(std::string_view head) {
    return is_version(head.substr(0, head.find('\n')));
}

void read_warc(Input& input, const Known& /*known*/, const Sink& sink) {
    Archive(input, sink).read();
}

}  // namespace figbook
