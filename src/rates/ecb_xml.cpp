#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>
#include <vector>

#include "rates/ecb_forms.hpp"

namespace figbook {
namespace {

constexpr std::string_view space = " \t\r\n";

struct Tag {
    enum class Kind { open, close, empty, other };  // other: a comment or <?...?>
    Kind kind = Kind::other;
    std::string_view name;
    std::vector<std::pair<std::string_view, std::string_view>> attributes;
    std::size_t end = 0;  // behind its '>'

    std::optional<std::string_view> attribute(std::string_view wanted) const {
        for (const auto& [key, value] : attributes)
            if (key == wanted) return value;
        return std::nullopt;
    }
};

Problem broken(std::string message) {
    return Problem{std::move(message), "download the file again; it may be cut off", {}, 0, {}};
}

// Reads ` key='value'` pairs into `tag`; false where they are malformed.
bool read_attributes(std::string_view text, Tag& tag) {
    for (;;) {
        const auto start = text.find_first_not_of(space);
        if (start == std::string_view::npos) return true;
        const auto equals = text.find('=', start);
        if (start == 0 || equals == std::string_view::npos || equals + 1 >= text.size()) return false;
        const char quote = text[equals + 1];
        if (quote != '\'' && quote != '"') return false;
        const auto close = text.find(quote, equals + 2);
        if (close == std::string_view::npos) return false;
        tag.attributes.emplace_back(text.substr(start, equals - start),
                                    text.substr(equals + 2, close - equals - 2));
        text.remove_prefix(close + 1);
    }
}

// The part of a file up to and with `mark`, from `start` on; npos where it never comes.
std::size_t behind(std::string_view text, std::string_view mark, std::size_t start) {
    const auto at = text.find(mark, start);
    return at == std::string_view::npos ? at : at + mark.size();
}

// The tag whose '<' is at `start`.
Result<Tag> read_tag(std::string_view text, std::size_t start) {
    const std::string_view rest = text.substr(start);
    Tag tag;
    if (rest.starts_with("<!--") || rest.starts_with("<?")) {
        tag.end = behind(text, rest[1] == '?' ? "?>" : "-->", start + 2);
        if (tag.end == std::string_view::npos) return broken("a comment or declaration that never ends");
        return tag;
    }
    if (rest.starts_with("<!"))
        return Problem{"a document type or a CDATA section, which a file of reference rates does not have",
                       "take the file as the European Central Bank publishes it",
                       {},
                       0,
                       {}};
    tag.end = behind(text, ">", start);
    if (tag.end == std::string_view::npos) return broken("a tag that never ends");
    std::string_view inside = text.substr(start + 1, tag.end - start - 2);
    tag.kind = Tag::Kind::open;
    if (!inside.empty() && inside.front() == '/') {
        tag.kind = Tag::Kind::close;
        inside.remove_prefix(1);
    } else if (!inside.empty() && inside.back() == '/') {
        tag.kind = Tag::Kind::empty;
        inside.remove_suffix(1);
    }
    tag.name = inside.substr(0, inside.find_first_of(space));
    const bool good = !tag.name.empty() && inside.find('<') == std::string_view::npos &&
                      read_attributes(inside.substr(tag.name.size()), tag);
    if (!good) return broken(fmt::format("a malformed tag '<{}>'", shown(inside)));
    return tag;
}

// Follows the tags, keeps what is open, and collects the rates.
class Scanner {
 public:
    explicit Scanner(std::optional<Date> newest) : newest_(newest) {}

    // A problem that the scan cannot go on from.
    std::optional<Problem> scan(std::string_view text, const std::string& name);
    RateFile take() { return std::move(file_); }

 private:
    std::optional<Problem> handle(const Tag& tag);
    std::optional<Problem> handle_cube(const Tag& tag);

    const std::optional<Date> newest_;
    RateFile file_;
    std::vector<std::string_view> open_;
    std::optional<Date> day_;
    bool impossible_ = false;    // the day can have no rates, which was said once
    std::size_t day_depth_ = 0;  // how many tags are open outside the Cube with the day
};

std::optional<Problem> Scanner::handle_cube(const Tag& tag) {
    if (const auto time = tag.attribute("time")) {
        const auto day = parse_date(*time);
        day_.reset();
        if (!day)
            return Problem{
                fmt::format("'{}' is not a date", shown(*time)), "its rates are left out", {}, 0, {}};
        day_depth_ = open_.size();
        impossible_ = why_impossible(*day, newest_).has_value();
        day_ = *day;
        if (impossible_) return Problem{*why_impossible(*day, newest_), "its rates are left out", {}, 0, {}};
    }
    const auto currency = tag.attribute("currency");
    const auto rate_text = tag.attribute("rate");
    if (!currency && !rate_text) return std::nullopt;
    const auto rate = parse_rate(rate_text.value_or(""));
    if (!currency || !is_currency_code(*currency) || !rate)
        return Problem{fmt::format("'{}' at '{}' is not a rate of a currency", shown(currency.value_or("")),
                                   shown(rate_text.value_or(""))),
                       "it is left out",
                       {},
                       0,
                       {}};
    if (!day_)
        return Problem{fmt::format("a rate of {} without a day", *currency), "it is left out", {}, 0, {}};
    if (!impossible_) file_.rates.push_back({std::string(*currency), *day_, *rate});
    return std::nullopt;
}

std::optional<Problem> Scanner::handle(const Tag& tag) {
    if (tag.kind == Tag::Kind::other) return std::nullopt;
    if (tag.kind != Tag::Kind::close) {
        auto problem = tag.name == "Cube" ? handle_cube(tag) : std::nullopt;
        if (tag.kind == Tag::Kind::open) open_.push_back(tag.name);
        return problem;
    }
    if (open_.empty() || open_.back() != tag.name)
        return broken(fmt::format("'</{}>' closes nothing", shown(tag.name)));
    open_.pop_back();
    if (open_.size() <= day_depth_) day_.reset();
    return std::nullopt;
}

std::optional<Problem> Scanner::scan(std::string_view text, const std::string& name) {
    constexpr std::size_t max_depth = 16;  // the bank's files have 4
    std::size_t line = 1;
    std::size_t counted = 0;
    const auto located = [&](Problem problem, std::size_t at) {
        line += static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(counted),
                                                    text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        counted = at;
        problem.file = name;
        problem.line = line;
        return problem;
    };
    for (auto at = text.find('<'); at != std::string_view::npos;) {
        const auto tag = read_tag(text, at);
        if (!tag) return located(tag.problem(), at);
        if (auto problem = handle(*tag)) file_.problems.push_back(located(std::move(*problem), at));
        if (open_.size() > max_depth)
            return located(broken("tags within tags too deep for a file of rates"), at);
        at = text.find('<', tag->end);
    }
    if (!open_.empty())
        return located(broken(fmt::format("'<{}>' is never closed", shown(open_.back()))), text.size());
    return std::nullopt;
}

}  // namespace

Result<RateFile> read_ecb_xml(std::string_view text, const std::string& name, std::optional<Date> newest) {
    Scanner scanner(newest);
    auto stopped = scanner.scan(text, name);
    RateFile file = scanner.take();
    if (stopped) file.problems.push_back(std::move(*stopped));
    return file;
}

}  // namespace figbook
