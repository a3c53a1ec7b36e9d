#include "claim/explain.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/utf8.hpp"
#include "claim/extract.hpp"
#include "claim/near_misses.hpp"
#include "claim/reasons.hpp"

namespace figbook {
namespace {

// The words of the text in quotation marks, on one line.
std::string quoted(std::string_view words) {
    return fmt::format("\"{}\"", on_one_line(words));
}

void replace(std::string& text, std::string_view name, std::string_view with) {
    const auto at = text.find(name);
    if (at != std::string::npos) text.replace(at, name.size(), with);
}

// The steps of one claim, from the notes of its rules and from what the claim itself shows.
class Steps {
 public:
    Steps(const Document& document, const Article& article, const std::vector<Draft>& drafts,
          std::size_t index, std::vector<Note> notes)
        : document_(document),
          article_(article),
          drafts_(drafts),
          claim_(drafts[index].claim),
          quantity_(drafts[index].quantity),
          notes_(std::move(notes)) {}

    std::vector<Step> all() {
        number();
        unit();
        bound_and_per();
        move();
        relation();
        modality();
        subject();
        time(Field::period, "period", claim_.period);
        time(Field::baseline, "baseline", claim_.baseline);
        source();
        return std::move(steps_);
    }

 private:
    // The last note on the field: what was decided later holds. The next one may be an addition to it.
    const Note* noted(Field field) const {
        const Note* last = nullptr;
        for (const Note& note : notes_)
            if (note.field == field && !note.rule.starts_with("time.")) last = &note;
        return last;
    }
    bool restates() const { return claim_.relation && claim_.relation->kind == RelationKind::restates; }

    void add(std::string_view field, std::string value, std::string_view rule, Span words = {},
             std::optional<std::size_t> figure = std::nullopt) {
        steps_.push_back(
            {field, std::move(value), std::string(rule), words, figure, in_words(rule, words, figure)});
    }
    void add(std::string_view field, std::string value, const Note& note) {
        // The "euro" of "500-euro", without the hyphen; a dash alone signs a quotation.
        const bool hyphen = note.begin + 1 < note.end && document_.is(note.begin, "-");
        add(field, std::move(value), note.rule, document_.span(note.begin + (hyphen ? 1 : 0), note.end),
            place_of(note.other));
    }
    // A second half to what was added last: "; counted from the day of publication".
    void add_to_last(std::string_view rule, std::string_view words) {
        std::string more(rule_in_words(rule));
        replace(more, "$words", words);
        steps_.back().how += more;
    }

    std::string in_words(std::string_view rule, Span words, std::optional<std::size_t> figure) const {
        std::string how(rule_in_words(rule));
        if (how.empty()) how = rule;
        replace(how, "$words", quoted(words.in(document_.text)));
        // What is no claim in the end has no number among them: it is called by its words.
        replace(how, "$figure",
                figure ? fmt::format("figure {}", *figure + 1) : quoted(words.in(document_.text)));
        return how;
    }

    // The place of the claim whose number begins at the token.
    std::optional<std::size_t> place_of(std::size_t core) const {
        if (core == Note::nothing) return std::nullopt;
        const auto found = std::partition_point(
            drafts_.begin(), drafts_.end(), [&](const Draft& draft) { return draft.quantity.core < core; });
        if (found == drafts_.end() || found->quantity.core != core) return std::nullopt;
        return static_cast<std::size_t>(found - drafts_.begin());
    }

    void number() {
        const Note* number = noted(Field::number);
        const Note* unit = noted(Field::unit);
        const std::string value = claim_.value.to_string();
        if (const Note* range = noted(Field::range); range && claim_.high)
            return add("number", fmt::format("{} to {}", value, claim_.high->to_string()), *range);
        if (unit && unit->rule == "measure.compound")
            return add("number", value, "number.compound", document_.span(unit->begin, unit->end));
        if (!number) return;
        if (number->rule != "number") return add("number", value, *number);
        add("number", value, number_rule(*number), document_.span(number->begin, number->end));
    }

    std::string_view number_rule(const Note& number) const {
        bool digits = false;
        for (std::size_t i = number.begin; i < number.end; ++i)
            digits = digits || document_.tokens[i].is_number();
        if (document_.tokens[number.end - 1].is_word()) return digits ? "number.magnitude" : "number.words";
        return has_magnitude_of_another(number) ? "number.shared" : "number.digits";
    }

    // The "9" of "9 and 12 million": it is less than the claim has.
    bool has_magnitude_of_another(const Note& number) const {
        std::string digits(document_.word(number.begin));
        digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
        const auto plain = Decimal::parse(digits);
        const bool lone = number.end == number.begin + 1;
        return lone && plain && *plain < claim_.value && claim_.rule != "money.minor";
    }

    void unit() {
        if (claim_.kind == Kind::ratio || claim_.kind == Kind::multiple) return;
        const std::string value = claim_.unit.empty() ? "none" : claim_.unit;
        if (const Note* unit = noted(Field::unit)) {
            add("unit", value, *unit);
        } else {
            // "612 died" has no noun: its verb says that they are people.
            const Span noun = document_.span(quantity_.noun_begin, quantity_.noun_end);
            const bool by_verb = noun.empty() && claim_.rule == "count.noun";
            add("unit", value, by_verb ? "count.casualty" : claim_.rule, noun);
        }
        if (claim_.kind == Kind::money) currency();
    }

    // Why an open "$" or "pounds" is this currency.
    void currency() {
        if (claim_.unit_assumed) return add_to_last("money.default", "");
        if (quantity_.open_group.empty() || steps_.back().rule == "money.other_dollar") return;
        const Span evidence = evidence_for(claim_.unit);
        add_to_last(evidence.empty() ? "money.elsewhere" : "money.evidence",
                    quoted(evidence.in(document_.text)));
    }

    // The first words of the article that name the currency or a place that pays with it.
    Span evidence_for(std::string_view code) const {
        const Vocabulary& words = vocabulary();
        const Tokens& tokens = document_.tokens;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (document_.is(i, code)) return document_.span(i, i + 1);
            if (const auto name = words.currencies.match(tokens, i, tokens.size());
                name && name.meaning->code == code)
                return document_.span(i, i + name.length);
            if (const auto place = words.places.match(tokens, i, tokens.size());
                place && place.meaning->code == code && tokens[i].is_capitalised())
                return document_.span(i, i + place.length);
        }
        return {};
    }

    void bound_and_per() {
        const std::string bound(name_of(claim_.bound));
        if (const Note* note = noted(Field::bound))
            add("bound", bound, *note);
        else if (claim_.bound != Bound::exact && restates())
            add("bound", bound, "restated", {}, claim_.relation->claim);
        if (claim_.per.empty()) return;
        if (const Note* note = noted(Field::per))
            add("per", claim_.per, *note);
        else
            add("per", claim_.per, restates() ? "restated" : claim_.rule, {}, other_of_unit());
    }

    std::optional<std::size_t> other_of_unit() const {
        if (restates()) return claim_.relation->claim;
        const Note* unit = noted(Field::unit);
        return unit ? place_of(unit->other) : std::nullopt;
    }

    void move() {
        const bool as_restated = restates() && claim_.change != Change::none;
        if (as_restated) return add("change", move_value(), "restated", {}, claim_.relation->claim);
        if (claim_.change != Change::none)
            if (const Note* note = noted(Field::change))
                add("change", std::string(name_of(claim_.change)), *note);
        static constexpr std::array<std::string_view, 5> rules{"role.level", "role.change", "role.from",
                                                               "role.to", "role.share"};
        if (claim_.role == Role::level) return add("role", "level", "role.level");
        add("role", std::string(name_of(claim_.role)), rules.at(static_cast<std::size_t>(claim_.role)),
            link());
        if (const Span by = steps_.back().words; !by.empty())
            steps_.back().how =
                fmt::format("{}, with {} before it", steps_.back().how, quoted(by.in(document_.text)));
    }
    std::string move_value() const {
        return fmt::format("{}, {}", name_of(claim_.change), name_of(claim_.role));
    }

    // The "by", "to" or "from" before the figure.
    Span link() const {
        if (quantity_.begin == 0) return {};
        const std::size_t before = quantity_.begin - 1;
        for (const std::string_view word : {"by", "to", "from", "of", "at"})
            if (document_.reads(before, word)) return document_.span(before, before + 1);
        return {};
    }

    void relation() {
        if (!claim_.relation) return;
        const std::string_view kind = restates() ? "restates" : "share of";
        if (const Note* note = noted(Field::relation))
            add("relation", fmt::format("{} figure {}", kind, claim_.relation->claim + 1), *note);
    }

    void modality() {
        if (claim_.modality != Modality::projected) return add("modality", "actual", "actual");
        if (const Note* note = noted(Field::modality)) add("modality", "projected", *note);
    }

    void subject() {
        if (claim_.subject.empty()) return;
        if (const Note* note = noted(Field::subject)) add("subject", claim_.subject, *note);
    }

    void time(Field field, std::string_view name, const std::optional<Period>& period) {
        const Note* note = noted(field);
        if (!period || !note) return;
        add(name, days_of(*period), *note);
        if (note->other != Note::nothing) return;
        const Note* next = note + 1;
        const bool shifted =
            next < notes_.data() + notes_.size() && next->field == field && next->rule == "time.shift";
        if (shifted) return add_to_last("time.shift", quoted(document_.text_of(next->begin, next->end)));
        const bool told =
            next < notes_.data() + notes_.size() && next->field == field && next->rule == "time.context";
        if (const auto place = told ? place_of(next->other) : std::nullopt)
            return add_to_last("time.context", fmt::format("figure {}", *place + 1));
        if (!period->start && !period->end) {
            return add_to_last(article_.published ? "time.no_days" : "time.unknown", "");
        }
        if (period->inferred) return add_to_last("time.inferred", "");
        if (article_.published && !names_its_year(*period))
            add_to_last("time.published", iso(*article_.published));
    }

    static std::string days_of(const Period& period) {
        if (period.start && period.end) return days_text(*period.start, *period.end);
        if (period.start) return "from " + iso(*period.start);
        if (period.end) return "until " + iso(*period.end);
        return "unknown";
    }

    // "2023", "March 2023" need no other day to be told from.
    static bool names_its_year(const Period& period) {
        const Date day = period.start ? *period.start : *period.end;
        const std::string year = std::to_string(year_of(day));
        const std::string end = period.end ? std::to_string(year_of(*period.end)) : year;
        return period.words.find(year) != std::string::npos || period.words.find(end) != std::string::npos;
    }

    void source() {
        const Note* note = noted(Field::source);
        if (!claim_.source || !note) return;
        const Source& source = *claim_.source;
        std::string value = source.name;
        if (!source.title.empty()) value += ", " + source.title;
        if (!source.organisation.empty()) value += ", " + source.organisation;
        add("source", std::move(value), *note);
        Step& step = steps_.back();
        // A quotation behind a colon may have its own mark noted, which is no part of the cue.
        const bool has_cue = note->end > note->begin && note->rule != "source.carried_on" &&
                             !source.cue.empty() &&
                             document_.text_of(note->begin, note->end).starts_with(source.cue.front());
        if (has_cue) {
            // The note has the first word of the cue, the claim has all of it.
            step.words.end = step.words.start + static_cast<std::uint32_t>(source.cue.size());
            step.how = in_words(note->rule, step.words, step.figure);
        }
        if (note->rule != "restated") speaker(source);
    }

    // Whom "he" and "the bank" mean, where the claim has another name than its sentence.
    void speaker(const Source& source) {
        const Note* note = noted(Field::speaker);
        if (!note || note->begin >= note->end) return;
        const std::string_view words = document_.text_of(note->begin, note->end);
        if (quoted(words).find(source.name) != std::string::npos) return;
        const bool pronoun = note->end == note->begin + 1 &&
                             vocabulary().is(document_.tokens[note->begin].word, WordClass::pronoun);
        const bool part = source.name.find(document_.word(note->end - 1)) != std::string::npos;
        add_to_last(pronoun ? "speaker.pronoun" : part ? "speaker.name" : "speaker.noun", quoted(words));
    }

    const Document& document_;
    const Article& article_;
    const std::vector<Draft>& drafts_;
    const Claim& claim_;
    const Quantity& quantity_;
    std::vector<Note> notes_;
    std::vector<Step> steps_;
};

// "2023" may be no figure because it dates one.
void name_dated_figures(Explanation& explanation) {
    std::size_t at = 0;  // both are in the order of the text
    for (NearMiss& miss : explanation.near_misses) {
        const auto& figures = explanation.figures;
        while (at < figures.size() && figures[at].claim.sentence.end <= miss.span.start) ++at;
        for (std::size_t i = at; i < figures.size() && figures[i].claim.sentence == miss.sentence; ++i) {
            for (const Step& step : figures[i].steps) {
                const bool dates = step.field == "period" || step.field == "baseline";
                if (dates && step.words.overlaps(miss.span) && miss.why.find(':') == std::string::npos)
                    miss.why += fmt::format(": the {} of figure {}", step.field, i + 1);
            }
        }
    }
}

}  // namespace

Explanation explain(const Article& article) {
    const Document document(article.text);
    Trace trace;
    const std::vector<Draft> drafts = Extractor().drafts(document, article, trace);
    // Together what was noted on one figure, still in the order of the decisions.
    std::stable_sort(trace.notes.begin(), trace.notes.end(),
                     [](const Note& a, const Note& b) { return a.figure < b.figure; });
    Explanation explanation;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const auto [first, last] =
            std::equal_range(trace.notes.begin(), trace.notes.end(), Note{drafts[i].quantity.core},
                             [](const Note& a, const Note& b) { return a.figure < b.figure; });
        explanation.figures.push_back(
            {drafts[i].claim, Steps(document, article, drafts, i, {first, last}).all()});
    }
    explanation.near_misses = near_misses(document, drafts, trace);
    name_dated_figures(explanation);
    return explanation;
}

}  // namespace figbook
