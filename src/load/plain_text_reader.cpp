#include "load/plain_text_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "html/charset.hpp"

namespace figbook {
namespace {

// A byline stands right below the headline, or below a summary between the two.
constexpr int byline_within_lines = 5;

// Takes the byte order mark away and makes every line end a single "\n".
std::string cleaned(std::string_view raw) {
    if (raw.starts_with("\xEF\xBB\xBF")) raw.remove_prefix(3);
    std::string text;
    text.reserve(raw.size());
    for (std::size_t at = 0; at < raw.size(); ++at) {
        if (raw[at] != '\r') {
            text += raw[at];
        } else if (at + 1 == raw.size() || raw[at + 1] != '\n') {
            text += '\n';
        }
    }
    return text;
}

// Calls `visit` with each non-blank line, trimmed, until it returns false.
template <class Visit>
void each_line(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = without_blanks(text.substr(0, end));
        if (!line.empty() && !visit(line)) return;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void find_headline_and_byline(Article& article) {
    int seen = 0;
    each_line(article.text, [&](std::string_view line) {
        if (seen++ == 0) {
            article.headline = line;
        } else if (article.byline.empty()) {
            article.byline = byline_of(line);
        }
        return seen < byline_within_lines && article.byline.empty();
    });
}

std::optional<Problem> problem_of(const std::string& name, std::string_view raw) {
    if (raw.find('\0') != std::string_view::npos)
        return Problem{
            "is a binary file, not text", "give the article as plain text or JSON Lines", name, 0, {}};
    if (const auto offset = first_invalid_utf8(raw)) {
        const auto line = static_cast<std::size_t>(std::count(raw.data(), raw.data() + *offset, '\n')) + 1;
        return Problem{"is not valid UTF-8", "convert it, for example `iconv -f WINDOWS-1252 -t UTF-8`", name,
                       line, offset};
    }
    if (without_blanks(raw).empty())
        return Problem{"is empty",
                       "give a file with the text of an article; with --input jsonl an empty one is no error",
                       name,
                       0,
                       {}};
    return std::nullopt;
}

}  // namespace

bool looks_like_text(std::string_view head) {
    return head.find('\0') == std::string_view::npos;
}

void read_plain_text(Input& input, const Known& known, const Sink& sink) {
    std::string raw;
    if (!input.read_all(raw, max_text_bytes)) {
        sink.rejected(
            {input.problem(fmt::format("is larger than {} MiB, no article is", max_text_bytes >> 20U),
                           "split it, or give many articles as JSON Lines"),
             ""});
        return;
    }
    if (input.broken()) {
        sink.rejected({*input.broken(), ""});
        return;
    }
    // A server says which charset it sends; a file is UTF-8.
    if (!input.content_type().empty()) raw = html::to_utf8(raw, input.content_type());
    const Sink with_address{[&](Article article) {
                                article.url = input.address();
                                sink.article(std::move(article));
                            },
                            sink.rejected, sink.passed_over};
    read_text(raw, input.name(), known, known.url.empty() ? with_address : sink);
}

void read_text(std::string_view raw, const std::string& name, const Known& known, const Sink& sink) {
    if (const auto problem = problem_of(name, raw)) {
        sink.rejected({*problem, ""});
        return;
    }
    Article article;
    article.id = article.origin = name;
    article.text = cleaned(raw);
    find_headline_and_byline(article);
    // The first line is only taken for the headline: what the user says is better.
    if (!known.headline.empty()) article.headline = known.headline;
    sink.article(std::move(article));
}

}  // namespace figbook
