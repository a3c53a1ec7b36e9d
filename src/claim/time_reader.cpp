#include "claim/time_reader.hpp"

#include <string>

#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

constexpr WordClasses ahead_words{WordClass::looks_ahead,   WordClass::looks_ahead_participle,
                                  WordClass::projecting_to, WordClass::foreseeing,
                                  WordClass::foreboding,    WordClass::asking_of};

// "sees prices rising 3%", "see the rate at 4%"
bool foresees(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t reach = 5;
    if (!frame.is(i, WordClass::foreseeing) || !is_verb_at(frame, i)) return false;
    for (std::size_t at = i + 1; at <= i + reach && frame.has(at); ++at) {
        if (frame.is(at, "at") && starts_figure(frame, at + 1)) return true;
        if (has_ending(frame.word(at), "ing", 2) &&
            frame.has_any(at, {WordClass::change_verb, WordClass::foreseen_move}))
            return true;
    }
    return false;
}

// "hit 280 targets", "strikes on Norland military targets": what is shot at, and nothing that is aimed to be.
bool is_shot_at(const SentenceFrame& frame, std::size_t targets) {
    constexpr std::size_t reach = 3;
    if (is_verb_at(frame, targets)) return false;
    for (std::size_t i = targets; i-- > frame.sentence.begin && i + reach >= targets;) {
        if (frame.token(i).is_number() || frame.is(i, WordClass::number) ||
            frame.is_any(i, {"military", "terror", "terrorist", "civilian", "strategic", "enemy"}))
            return true;
        if (!in_noun_phrase(frame, i)) return false;
    }
    return false;
}

// "will", "expects", "is expected", "due to".
bool looks_ahead(const SentenceFrame& frame, std::size_t i) {
    if (!frame.has_any(i, ahead_words)) return false;
    if (frame.is(i, "likely") && i > frame.sentence.begin && frame.is_any(i - 1, {"was", "were"}))
        return true;
    if (foresees(frame, i)) return true;
    if (frame.is(i, WordClass::foreboding) && frame.is(i + 1, "of")) return true;
    if (frame.is(i, "may") && frame.token(i).is_capitalised()) return false;  // "May sales rose"
    if (i > frame.sentence.begin && frame.is(i - 1, "had"))
        return false;  // "had forecast a rise for January"
    // "sales would have been 5% higher": of what was, and was not so
    if (frame.is_any(i, {"would", "could", "might", "should"}) && frame.is(i + 1, "have")) return false;
    if (frame.is_any(i, {"targets", "target"}) && is_shot_at(frame, i)) return false;
    if (frame.is(i, WordClass::looks_ahead) && frame.is(i, WordClass::projecting)) return true;
    if (frame.is(i, WordClass::looks_ahead_participle) && i > frame.sentence.begin &&
        frame.is_any(i - 1, {"is", "are", "'s", "’s", "be", "not"}))
        return true;
    // "agreed to add …", but "moved to the city", "agreed to a rise"
    return frame.is(i, WordClass::projecting_to) && frame.is(i + 1, "to") && frame.has(i + 2) &&
           !frame.token(i + 2).is_capitalised() &&
           !frame.is_one_of(i + 2, {WordClass::determiner, WordClass::preposition});
}

// "wants member states to cut demand", "urged donors to give": what somebody else shall do.
bool asks_somebody(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t longest = 6;
    if (!frame.is(i, WordClass::asking_of) || !is_verb_at(frame, i)) return false;
    for (std::size_t at = i + 1; frame.has(at) && at <= i + longest; ++at) {
        if (frame.is(at, "to"))
            return at > i + 1 && frame.has(at + 1) && frame.token(at + 1).is_word() &&
                   !frame.token(at + 1).is_capitalised();
        if (!frame.token(at).is_word() || frame.is(at, WordClass::preposition)) return false;
    }
    return false;
}

bool is_comma(const SentenceFrame& frame, std::size_t i) {
    return frame.has(i) && frame.is_written(i, ",");
}

bool tells_of_the_past(const SentenceFrame& frame, std::size_t i) {
    static constexpr WordClasses verbs{WordClass::verb, WordClass::change_verb};
    // "expected to fall on Saturday, forecasters said, with …": put in, and of when it was said.
    if (frame.is(i, WordClass::cue) && is_comma(frame, i + 1)) return false;
    return frame.is(i, WordClass::past_form) || (frame.has_any(i, verbs) && has_past_ending(frame.word(i)));
}

// "On Monday the house | rejected a plan", "On Friday Norland | cut its outlook": what was done to it.
bool is_done_at(const SentenceFrame& frame, std::size_t i) {
    if (frame.is(i, "forecast") && i > frame.sentence.begin) return frame.is_any(i - 1, {"it", "he", "she"});
    if (!has_past_ending(frame.word(i)) && !frame.is(i, WordClass::same_in_past)) return false;
    static constexpr WordClasses no_subject{WordClass::determiner, WordClass::auxiliary, WordClass::modal,
                                            WordClass::copula, WordClass::adjective};
    if (i == frame.sentence.begin || !in_noun_phrase(frame, i - 1) || frame.has_any(i - 1, no_subject))
        return false;
    return in_noun_phrase(frame, i + 1) && is_verb_at(frame, i);
}

// "cut its | forecast to £3m on Monday": what was done to it then.
bool is_of_past_deed(const SentenceFrame& frame, std::size_t noun) {
    constexpr std::size_t longest = 5;
    if (is_verb_at(frame, noun) || frame.is(noun, WordClass::modal)) return false;
    for (std::size_t k = noun; k-- > frame.sentence.begin + 1 && k + longest > noun;) {
        if (is_done_at(frame, k)) return true;
        if (!in_noun_phrase(frame, k) && frame.token(k).kind != TokenKind::possessive &&
            !frame.token(k).is_number())
            return false;
    }
    return false;
}

// "2.9% in the fourth quarter, short of the target of 5%": the noun says nothing of what stands behind its comma.
bool is_noun_apart(const SentenceFrame& frame, std::size_t i, std::size_t time) {
    if (is_verb_at(frame, i) || frame.is(i, WordClass::modal)) return false;
    const bool noun = frame.is_any(i, {"target", "targets", "forecast", "forecasts", "guidance", "outlook",
                                       "plan", "plans", "pledges", "hopes", "aims"});
    if (!noun) return false;
    for (std::size_t k = i + 1; k < time; ++k)
        if (is_comma(frame, k)) return true;
    return false;
}

// "lowered its target after first-quarter profit dropped": the clause that such a word opens has its own verb.
bool opens_past_clause(const SentenceFrame& frame, std::size_t i, std::size_t time) {
    if (!frame.is_any(i, {"after", "because", "when", "although", "though", "since"})) return false;
    for (std::size_t k = time; frame.has(k) && !is_comma(frame, k); ++k)
        if (tells_of_the_past(frame, k)) return true;
    return false;
}

// "expects inflation, which stood at 7.9% in June[,] to fall": the "which" of the clause that the comma at `close` ends, put in
// between the verb that looks ahead and what it looks ahead to.
std::optional<std::size_t> opens_aside(const SentenceFrame& frame, std::size_t close) {
    constexpr std::size_t longest = 16;
    if (!is_comma(frame, close) || !frame.is(close + 1, "to")) return std::nullopt;
    for (std::size_t i = close; i-- > frame.sentence.begin + 1 && i + longest > close;)
        if (is_comma(frame, i))
            return frame.is_any(i + 1, {"which", "who"}) ? std::optional(i + 1) : std::nullopt;
    return std::nullopt;
}

}  // namespace

TimeReader::TimeReader(const SentenceFrame& sentence_frame)
    : frame(sentence_frame),
      words(vocabulary()),
      may_look_ahead_(sentence_frame.sentence.classes.has_any(ahead_words)) {}

bool TimeReader::acts_before(std::size_t i) const {
    for (std::size_t at = frame.sentence.begin; at < i; ++at)
        if (is_verb_at(frame, at)) return true;
    return false;
}

bool TimeReader::moves_from(std::size_t i) const {
    const std::size_t first = frame.sentence.begin;
    static constexpr WordClasses pasts{WordClass::past_form, WordClass::same_in_past,
                                       WordClass::irregular_past};
    if (i < first + 3 || !is(i - 1, "from")) return false;
    for (std::size_t at = i - 1; at-- > first;) {
        if (is_any(at, {",", ";", "and", "but"})) return false;
        if (is_any(at, {"go", "goes", "going"})) return is_any(at + 1, {"up", "down"});
        if (!is_verb_at(frame, at)) continue;
        const bool moves = frame.is(at, WordClass::change_verb) && !frame.has_any(at, pasts) &&
                           !has_past_ending(frame.word(at));
        // "doubling their number from Monday"
        if (has_ending(frame.word(at), "ing", 3) && !is_any(at - 1, {"is", "are"})) return false;
        return moves && at > first && !frame.is_any(at - 1, {"has", "have", "had", "was", "were", "been"});
    }
    return false;
}

// "Fees of £40 | start on 1 June", "The fare | rises to £4 on 1 June", which might be nouns: nothing else in the sentence is
// a verb, and they agree with the word before them.
bool TimeReader::is_only_verb(std::size_t at, std::size_t end) const {
    static constexpr WordClasses verbs{WordClass::copula, WordClass::auxiliary, WordClass::modal,
                                       WordClass::past_form};
    const bool plural = token(at - 1).is_number() || has_ending(frame.word(at - 1), "s", 2) ||
                        is(at - 1, WordClass::person_noun);
    const bool third = has_ending(frame.word(at), "s", 2);
    if (plural == third || is(at + 1, "of") || frame.is(at - 1, WordClass::determiner)) return false;
    for (std::size_t i = frame.sentence.begin; i < end; ++i)
        if (i != at && (is_verb_at(frame, i) || frame.has_any(i, verbs))) return false;
    return true;
}

bool TimeReader::is_set_for(std::size_t i) const {
    const std::size_t first = frame.sentence.begin;
    if (i < first + 3) return false;
    std::size_t at = token(i - 1).is_number() ? i - 2 : i - 1;                           // "on 1 June"
    if (is(at, "of") && is(at - 1, WordClass::time_edge) && is(at - 2, "the")) at -= 3;  // "until the end of"
    if (at <= first + 1 || !is_any(at, {"on", "in", "from", "until"})) return false;
    const bool bounds = is_any(at, {"from", "until"});
    // Headlines tell what was in the same form: they have no full stop.
    if (!frame.is_written(frame.sentence.end - 1, ".")) return false;
    static constexpr WordClasses verbs{
        WordClass::verb,   WordClass::change_verb,       WordClass::event_verb,
        WordClass::copula, WordClass::change_verb_start, WordClass::conjunction};
    constexpr std::size_t furthest = 12;
    for (std::size_t verb = at; verb-- > first + 1 && verb + furthest > at;) {
        if (frame.token(verb).kind == TokenKind::mark && !is_any(verb, {"£", "$", "€", "%"})) return false;
        if (!frame.has_any(verb, verbs)) continue;
        if (is_any(verb, {"and", "but"})) return false;
        // "The fee is £40 from 1 June", "Tickets cost £40 until 1 June", "Bids are open until 1 June"
        if (bounds && is_any(verb, {"is", "are", "cost", "costs"}))
            return starts_figure(frame, verb + 1) || is_any(verb + 1, {"open", "free", "available", "valid"});
        const bool set =
            is_any(verb, {"opens", "open", "closes",  "begins", "begin",   "starts",  "start",    "ends",
                          "runs",  "run",  "returns", "return", "expires", "resumes", "launches", "takes",
                          "take",  "goes", "go",      "strike", "walk",    "pays",    "rises",    "falls"});
        if (!set && !is_verb_at(frame, verb)) continue;
        const bool helped = is_any(verb - 1, {"has", "have", "had", "was", "were", "been", "did", "to"});
        return set && !helped && !frame.is_counted_noun(verb) &&
               (is_verb_at(frame, verb) || is_only_verb(verb, i));
    }
    return false;
}

bool TimeReader::was_done_before(std::size_t i) const {
    if (ahead(i)) return false;
    for (std::size_t at = i; at-- > frame.sentence.begin;)
        if (is_verb_at(frame, at))
            return has_past_ending(frame.word(at)) || frame.is(at, WordClass::past_form);
    return false;
}

bool TimeReader::ahead(std::size_t i) const {
    if (frame.is(i, WordClass::weekday) && moves_from(i)) return true;
    if (is_set_for(i)) return true;
    if (!may_look_ahead_) return false;
    std::size_t at = i;
    for (; at > frame.sentence.begin; --at) {
        if (const auto which = opens_aside(frame, at - 1)) at = *which;
        if (looks_ahead(frame, at - 1) && !is_noun_apart(frame, at - 1, i))
            return !(frame.is(i, WordClass::weekday) && is_of_past_deed(frame, at - 1));
        if (asks_somebody(frame, at - 1)) return true;
        // "a strike planned for Monday"
        if (at + 1 == i && frame.is(at, "for") && frame.is_any(at - 1, {"planned", "scheduled", "slated"}))
            return true;
        if (frame.is_written(at - 1, ";") || opens_past_clause(frame, at - 1, i)) return false;
        // "expects to have sold", "the fees paid": only a verb of its own tells of the past.
        const bool helped =
            at >= frame.sentence.begin + 2 &&
            (frame.is_any(at - 2, {"be", "been", "to", "have"}) || frame.is(at - 2, WordClass::modal) ||
             (frame.is(at - 2, WordClass::determiner) && !frame.is(at - 2, "which")));
        if (!helped && tells_of_the_past(frame, at - 1)) return false;
    }
    const bool ends_then = i > frame.sentence.begin && frame.is_any(i - 1, {"by", "from", "until", "before"});
    const bool is_for =
        i > frame.sentence.begin && frame.is(i - 1, "for");  // "For the second half it forecast"
    for (at = i; has(at); ++at) {
        // "made $5m in the second quarter, and promised to buy back more"
        if (is_comma(frame, at) && at > i && frame.is_any(at + 1, {"and", "but", "while"})) return false;
        // "buried the town on Tuesday, | a sight that nobody could forget": set behind what was told
        if (is_comma(frame, at) && at > i && frame.is_any(at + 1, {"a", "an"}) && acts_before(i))
            return false;
        // "cut its rate to 4.5% on Monday and forecast growth of 1%"
        if (at > i && frame.is_any(at, {"and", "but"}) &&
            (looks_ahead(frame, at + 1) || is_verb_at(frame, at + 1)))
            return false;
        if (!is_for && is_done_at(frame, at)) return false;
        if (looks_ahead(frame, at)) return true;
        if (tells_of_the_past(frame, at)) return false;
        // "In February, Talbrook said it would cut 300 jobs", but "on Saturday, forecasters said, with …"
        if (!ends_then && frame.is_any(at, {"said", "told", "wrote", "announced", "unveiled", "revealed"}) &&
            !is_comma(frame, at + 1))
            return false;
    }
    return false;
}

std::optional<int> TimeReader::number_at(std::size_t i) const {
    if (!has(i) || !token(i).is_number()) return std::nullopt;
    const std::string_view digits = text(i);
    if (digits.size() != 4) return std::nullopt;
    int year = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return std::nullopt;
        year = year * 10 + (digit - '0');
    }
    return year;
}

std::optional<int> TimeReader::year_at(std::size_t i) const {
    const auto year = number_at(i);
    if (!year || *year < 1800 || *year > 2150) return std::nullopt;
    const bool has_unit = has(i + 1) && !token(i + 1).space_before() &&
                          (token(i + 1).is_word() || is(i + 1, "%") ||
                           (is(i + 1, ".") && i > frame.sentence.begin && is(i - 1, "(")));  // "( 1898.HK )"
    return has_unit ? std::nullopt : std::optional(year);
}

std::optional<unsigned> TimeReader::month_at(std::size_t i) const {
    if (!has(i) || !token(i).is_capitalised()) return std::nullopt;
    const auto match = words.times.match(frame.document.tokens, i, frame.sentence.end);
    if (!match || match.meaning->kind != TimeWordKind::month) return std::nullopt;
    const bool asks = is(i, "may") && i == frame.sentence.begin &&
                      frame.is_one_of(i + 1, {WordClass::pronoun, WordClass::determiner});
    // "Stocks That May Come Back"
    const bool helps = is(i, "may") && i > frame.sentence.begin &&
                       frame.is_any(i - 1, {"that", "who", "which", "you", "it", "they", "we"});
    if (asks || helps || (is(i, WordClass::month_name) && is_name_at(i))) return std::nullopt;
    return static_cast<unsigned>(match.meaning->number);
}

// "August Wilson", "Theresa May", "the Pride March": a name, by what stands beside it.
bool TimeReader::is_name_at(std::size_t i) const {
    static constexpr WordClasses before_month{
        WordClass::preposition, WordClass::determiner, WordClass::conjunction, WordClass::time_opener,
        WordClass::weekday,     WordClass::month,      WordClass::before_year, WordClass::adjective};
    const bool first = i == frame.sentence.begin;
    const bool told = !first && frame.has_any(i - 1, before_month);
    const bool capitalised = has(i + 1) && token(i + 1).is_word() && token(i + 1).is_capitalised();
    if (capitalised && !told && !token(i + 1).is_all_capitals())
        return !frame.has_any(i + 1, {WordClass::month, WordClass::weekday, WordClass::preposition});
    // "April was born at 30 weeks", "June said that"
    if (first && ((is(i + 1, "was") && is(i + 2, "born")) || is_any(i + 1, {"said", "says", "told"})))
        return true;
    if (first || told || !token(i - 1).is_word()) return false;
    const bool surname = token(i - 1).is_capitalised() && !token(i - 1).is_all_capitals();
    // "Halden May sales fell" is of the month.
    const bool noun =
        has(i + 1) && (token(i + 1).is_number() ||
                       (token(i + 1).is_word() && !is_verb_at(frame, i + 1) &&
                        !is(i + 1, WordClass::preposition) && !is(i + 1, WordClass::conjunction)));
    return surname && !noun;
}

std::size_t TimeReader::month_length(std::size_t i) const {
    return words.times.match(frame.document.tokens, i, frame.sentence.end).length;
}

std::optional<int> TimeReader::day_at(std::size_t i) const {
    if (!has(i) || !token(i).is_number() || text(i).size() > 2) return std::nullopt;
    int day = 0;
    for (const char digit : text(i)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        day = day * 10 + (digit - '0');
    }
    return day >= 1 && day <= 31 ? std::optional(day) : std::nullopt;
}

std::optional<int> TimeReader::direction_at(std::size_t i) const {
    if (is_any(i, {"last", "past", "latest"}) || is_previous(i)) return -1;
    if (is_any(i, {"next", "coming", "following"})) return 1;
    if (is_any(i, {"this", "current"})) return 0;
    return std::nullopt;
}

std::optional<int> TimeReader::told_year_at(std::size_t i) const {
    if (!frame.published || !is(i + 1, "year")) return std::nullopt;
    const int year = year_of(*frame.published);
    if (is(i, "last")) return year - 1;
    if (is(i, "this")) return year;
    if (is(i, "next")) return year + 1;
    return std::nullopt;
}

std::optional<int> TimeReader::year_behind(std::size_t& end) const {
    const bool joined = is_any(end, {"of", "in"});
    const std::size_t at = joined || is(end, ",") ? end + 1 : end;
    if (const auto named = year_at(at)) {
        end = at + 1;
        return named;
    }
    if (is(end, ",")) return std::nullopt;
    if (const auto told = told_year_at(at)) {
        end = at + 2;
        return told;
    }
    if (joined && is_any(at, {"the", "that"}) && is(at + 1, "year")) end = at + 2;
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

void hide_days(TimeExpression& time) {
    time.yearless_start = time.start;
    time.yearless_last = time.last;
    time.start = time.last = std::nullopt;
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
