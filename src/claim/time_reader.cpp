#include "claim/time_reader.hpp"

#include <string>

namespace figbook {
namespace {

bool looks_ahead(const SentenceFrame& frame) {
    if (!frame.sentence.has(WordClass::looks_ahead) && !frame.sentence.has(WordClass::projecting_to))
        return false;
    for (std::size_t i = frame.sentence.begin; i < frame.sentence.end; ++i)
        if ((frame.is(i, WordClass::projecting) && frame.is(i, WordClass::looks_ahead)) ||
            (frame.is(i, WordClass::projecting_to) && frame.is(i + 1, "to")))  // "agreed to add …"
            return true;
    return false;
}

}  // namespace

TimeReader::TimeReader(const SentenceFrame& sentence_frame)
    : frame(sentence_frame), words(vocabulary()), ahead(looks_ahead(sentence_frame)) {}

std::string_view TimeReader::text(std::size_t i) const {
    return has(i) ? frame.document.word(i) : std::string_view();
}

std::optional<int> TimeReader::year_at(std::size_t i) const {
    if (!has(i) || !token(i).is_number()) return std::nullopt;
    const std::string_view digits = text(i);
    if (digits.size() != 4 || digits.find_first_of(".,'") != std::string_view::npos) return std::nullopt;
    const int year = std::stoi(std::string(digits));
    if (year < 1800 || year > 2150) return std::nullopt;
    const bool has_unit =
        has(i + 1) && !token(i + 1).space_before() && (token(i + 1).is_word() || is(i + 1, "%"));
    return has_unit ? std::nullopt : std::optional(year);
}

std::optional<unsigned> TimeReader::month_at(std::size_t i) const {
    if (!has(i) || !token(i).is_capitalised()) return std::nullopt;
    const auto match = words.times.match(frame.document.tokens, i, frame.sentence.end);
    if (!match || match.meaning->kind != TimeWordKind::month) return std::nullopt;
    // "May" is a month unless it opens a sentence as a verb; "March" may be a march.
    if (is(i, "may") && i == frame.sentence.begin) return std::nullopt;
    return static_cast<unsigned>(match.meaning->number);
}

std::size_t TimeReader::month_length(std::size_t i) const {
    return words.times.match(frame.document.tokens, i, frame.sentence.end).length;
}

std::optional<int> TimeReader::day_at(std::size_t i) const {
    if (!has(i) || !token(i).is_number() || text(i).size() > 2) return std::nullopt;
    const auto number = Decimal::parse(text(i));
    if (!number || *number < Decimal(1) || *number > Decimal(31)) return std::nullopt;
    return static_cast<int>(number->to_double());
}

std::optional<int> TimeReader::told_year_at(std::size_t i) const {
    if (!frame.published || !is(i + 1, "year")) return std::nullopt;
    const int year = year_of(*frame.published);
    if (is(i, "last")) return year - 1;
    if (is(i, "this")) return year;
    if (is(i, "next")) return year + 1;
    return std::nullopt;
}

TimeExpression time_of(std::size_t begin, std::size_t end, TimeGrain grain) {
    TimeExpression time;
    time.begin = begin;
    time.end = end;
    time.grain = grain;
    return time;
}

TimeExpression time_of(std::size_t begin, std::size_t end, TimeGrain grain, Days days) {
    TimeExpression time = time_of(begin, end, grain);
    time.start = days.first;
    time.last = days.second;
    return time;
}

Days days_of_year(int year) {
    return {first_of_month(year, 1), last_of_month(year, 12)};
}

Days days_of_month(int year, unsigned month) {
    return {first_of_month(year, month), last_of_month(year, month)};
}

Days part_of_year(int year, int index, int months) {
    const auto first = static_cast<unsigned>(index * months + 1);
    const auto final = static_cast<unsigned>(index * months + months);
    return {first_of_month(year, first), last_of_month(year, final)};
}

int months_of(TimeGrain grain) {
    switch (grain) {
        case TimeGrain::month:
            return 1;
        case TimeGrain::quarter:
            return 3;
        case TimeGrain::half:
            return 6;
        default:
            return months_of_year;
    }
}

}  // namespace figbook
