// Keys of facts as people read them.
#include <cstddef>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>
#include <string_view>
#include <vector>

#include "track/fact_key.hpp"

namespace figbook {
namespace {

std::string joined(const std::vector<std::string>& terms) {
    return fmt::format("{}", fmt::join(terms, ", "));
}

// "2025-01-01/2025-01-31" -> "2025-01-01 to 2025-01-31"
std::string days_in_words(const std::string& days) {
    const std::size_t slash = days.find('/');
    if (slash == std::string::npos) return days;
    const std::string first = days.substr(0, slash);
    const std::string last = days.substr(slash + 1);
    if (first.empty()) return "until " + last;
    return last.empty() ? "from " + first : first + " to " + last;
}

}  // namespace

std::string_view name_of(ScopeFrom from) {
    switch (from) {
        case ScopeFrom::subject:
            return "subject";
        case ScopeFrom::sentence:
            return "sentence";
        case ScopeFrom::headline:
            return "headline";
        case ScopeFrom::article:
            return "article";
    }
    return "";
}

std::string_view in_words(Untracked why) {
    switch (why) {
        case Untracked::duration:
            return "it is a span of time";
        case Untracked::attribute:
            return "it tells which thing is meant, not how large something is";
        case Untracked::no_subject:
            return "the text does not say what it is of";
        case Untracked::no_words:
            return "its subject has no word that says what it is";
    }
    return "";
}

std::string in_words(const FactKey& key) {
    std::string text(name_of(key.kind));
    if (!key.unit.empty() && key.kind != Kind::percent) text += " in " + key.unit;
    if (!key.per.empty()) text += " per " + key.per;
    text += fmt::format(", {}", name_of(key.role));
    if (!key.subject.empty()) text += fmt::format("; words: {}", joined(key.subject));
    if (!key.predicate.empty()) text += fmt::format("; of which is said: {}", joined(key.predicate));
    if (!key.basis.empty()) text += fmt::format("; basis: {}", joined(key.basis));
    if (key.scope_from == ScopeFrom::article)
        text += "; names: none, so that it is of this article alone";
    else if (!key.scope.empty())
        text += fmt::format("; names{}: {}",
                            key.scope_from == ScopeFrom::subject
                                ? ""
                                : fmt::format(", also of the {}", name_of(key.scope_from)),
                            joined(key.scope));
    text += fmt::format("; period: {}",
                        key.period.empty() ? "the day of its article" : days_in_words(key.period));
    if (!key.baseline.empty()) text += fmt::format("; against {}", days_in_words(key.baseline));
    return text;
}

}  // namespace figbook
