#include "claim/attribution.hpp"

#include <algorithm>

#include "claim/phrases.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

constexpr std::uint32_t shortest_quotation = 4;  // tokens; fewer are words in quotation marks

bool is_closing_mark(std::string_view mark) {
    return mark == "”" || mark == "\"" || mark == "»" || mark == "’";
}

class AttributionFinder {
 public:
    AttributionFinder(const SentenceFrame& frame, Speakers& speakers)
        : frame_(frame), words_(vocabulary()), speakers_(speakers) {}

    std::vector<Attribution> find() {
        in_a_survey();
        for (std::size_t i = frame_.sentence.begin; i < frame_.sentence.end; ++i) {
            const WordId word = frame_.token(i).word;
            if (!words_.is(word, WordClass::cue) && !words_.is(word, WordClass::attribution_word)) continue;
            if (is_quoted(frame_.document, i)) continue;
            if (frame_.is(i, "according") && frame_.is(i + 1, "to"))
                according_to(i);
            else if (frame_.is(i, "put") || frame_.is(i, "puts"))
                puts_at(i);
            else if (const auto cue = words_.cues.match(frame_.document.tokens, i, frame_.sentence.end))
                verb(i, cue.length, *cue.meaning);
        }
        return std::move(found_);
    }

 private:
    bool before_is_mark(std::size_t i, std::string_view mark) const {
        return i > frame_.sentence.begin && frame_.document.is(i - 1, mark);
    }
    bool follows_quotation(std::size_t i) const {
        return i > frame_.sentence.begin && is_closing_mark(frame_.document.word(i - 1));
    }

    void add(Source source, TokenRange speaker, std::size_t cue, std::size_t length, std::size_t begin,
             std::size_t end, bool whole) {
        source.cue = std::string(frame_.document.text_of(cue, cue + length));
        source.mode = SourceMode::paraphrase;
        speakers_.remember(source);
        found_.push_back({std::move(source), speaker, cue, begin, end, whole});
    }

    // "according to the UN refugee agency", "according to data from X"
    void according_to(std::size_t i) {
        TokenRange phrase = noun_phrase_from(frame_, i + 2);
        if (frame_.is(i + 2, WordClass::pronoun)) phrase = {i + 2, i + 3};
        auto source = speakers_.resolve(frame_, phrase);
        if (!source && phrase.end > phrase.begin) {
            // Whatever it is, the text says that it is the source.
            const TokenRange bare = without_determiner(frame_, phrase);
            if (bare.end <= bare.begin) return;
            source.emplace();
            source->name = std::string(frame_.document.text_of(bare.begin, bare.end));
            source->kind = SourceKind::document;
        }
        if (!source) return;
        add(*source, phrase, i, 2, frame_.sentence.begin, frame_.sentence.end, true);
    }

    // "In a survey published on Monday by El Farol, 57 percent …": the document that the sentence opens with.
    void in_a_survey() {
        const std::size_t first = frame_.sentence.begin;
        if (!frame_.is(first, "in") || !frame_.is(first + 1, WordClass::determiner)) return;
        std::size_t end = first + 2;
        bool survey = false;
        while (frame_.has(end) && end < first + 16 && !frame_.document.is(end, ",")) {
            survey |= frame_.is(end, WordClass::survey_noun) && end < first + 12;
            ++end;
        }
        if (!survey || !frame_.has(end) || !frame_.document.is(end, ",")) return;
        Source source;
        source.name = std::string(frame_.document.text_of(first + 2, end));
        source.kind = SourceKind::document;
        add(std::move(source), {first, end}, first, 2, end, frame_.sentence.end, false);
    }

    // "Insurers put the damage at €200 million": what they put, and at what.
    void puts_at(std::size_t i) {
        for (std::size_t k = i + 1; frame_.has(k) && k < i + 9; ++k) {
            if (frame_.token(k).kind == TokenKind::mark || frame_.token(k).is_number()) return;
            if (!frame_.is(k, "at")) continue;
            std::size_t verb = i;
            while (verb > frame_.sentence.begin && frame_.is(verb - 1, WordClass::auxiliary)) --verb;
            const TokenRange phrase = speaker_before(verb);
            const auto source = speakers_.resolve(frame_, phrase);
            if (source && k > i + 1) add(*source, phrase, i, k + 1 - i, k, frame_.sentence.end, false);
            return;
        }
    }

    void verb(std::size_t at, std::size_t length, CueKind kind) {
        if (!can_be_cue(at, length)) return;
        const TokenRange apposed = at > frame_.sentence.begin ? name_in_apposition(at) : TokenRange{};
        if (apposed.empty() && inverted(at, length, kind)) return;
        before(at, length, kind);
    }

    // A verb here, in the active voice, and not of another meaning: "the report", "said to be", "is expected".
    bool can_be_cue(std::size_t at, std::size_t length) const {
        const std::size_t next = at + length;
        const bool hyphen_behind =
            frame_.has(next) && frame_.document.is(next, "-") && !frame_.token(next).space_before();
        if (hyphen_behind) return false;
        return at == frame_.sentence.begin ||
               (!frame_.token(at).is_capitalised() && !is_barred_by(at - 1) && !is_joined_to(at - 1));
    }

    // The word before makes a noun or a passive of it: "the report", "is expected".
    bool is_barred_by(std::size_t previous) const {
        const bool article = frame_.is(previous, WordClass::determiner) &&
                             !frame_.is_any(previous, {"this", "that", "all", "both"});
        std::size_t helper = previous;  // "is widely expected"
        while (helper > frame_.sentence.begin && frame_.is(helper, WordClass::modifier)) --helper;
        const bool passive =
            helper < previous && frame_.is_any(helper, {"is", "are", "was", "were", "be", "been"});
        return article || passive || frame_.is(previous, WordClass::not_before_cue);
    }
    bool is_joined_to(std::size_t previous) const {
        const bool hyphen = frame_.document.is(previous, "-") && !frame_.token(previous + 1).space_before();
        return hyphen || frame_.token(previous).kind == TokenKind::possessive ||
               frame_.document.is(previous, "’") || frame_.document.is(previous, "'");
    }

    // `"…," said Ivan Horbenko, a deputy minister`: the speaker behind the verb.
    bool inverted(std::size_t at, std::size_t length, CueKind kind) {
        if (kind != CueKind::say && kind != CueKind::tell) return false;
        const bool opens = at == frame_.sentence.begin || before_is_mark(at, ",") || follows_quotation(at) ||
                           before_is_mark(at, "—");
        if (!opens) return false;
        std::size_t start = at + length;
        if (!frame_.has(start)) return false;
        TokenRange phrase = noun_phrase_from(frame_, start);
        if (frame_.is(start, WordClass::pronoun)) phrase = {start, start + 1};
        phrase.end = std::min(phrase.end, end_before_time(phrase));
        if (!closes_behind(phrase.end)) return false;
        const auto source = speakers_.resolve(frame_, phrase);
        if (!source) return false;
        add(*source, phrase, at, length, frame_.sentence.begin, frame_.sentence.end, true);
        return true;
    }

    // Behind the speaker the clause is over: "said the minister on Friday"; "said the state would pay" goes on.
    bool closes_behind(std::size_t i) const {
        return !frame_.has(i) || frame_.token(i).kind == TokenKind::mark ||
               frame_.is(i, WordClass::preposition) || frame_.is(i, WordClass::relative) ||
               frame_.is(i, WordClass::weekday) || frame_.is(i, WordClass::conjunction);
    }

    std::size_t end_before_time(TokenRange phrase) const {
        for (std::size_t i = phrase.begin; i < phrase.end; ++i)
            if (frame_.is(i, WordClass::weekday) && i > phrase.begin)
                return frame_.is(i - 1, "on") ? i - 1 : i;
        return phrase.end;
    }

    // "X said (that) …", "…, X said", "…, X said, …".
    void before(std::size_t at, std::size_t length, CueKind kind) {
        TokenRange verb_range{at, at + length};
        while (verb_range.begin > frame_.sentence.begin &&
               (frame_.is_any(verb_range.begin - 1, {"has", "have", "had"}) ||
                (frame_.is(verb_range.begin - 1, WordClass::modifier) &&
                 !frame_.is(verb_range.begin - 1, "more")) ||
                is_weekday_before(verb_range.begin - 1)))
            --verb_range.begin;
        TokenRange phrase = speaker_before(verb_range.begin);
        if (phrase.end <= phrase.begin) return participle(at, length, kind);
        const auto source = speakers_.resolve(frame_, phrase);
        if (!source || !says(at, length, kind, *source, phrase)) return;
        const bool trails = is_trailing(phrase, at + length);
        if (trails && kind != CueKind::cite) {
            add(*source, phrase, at, length, frame_.sentence.begin, frame_.sentence.end, true);
        } else {
            add(*source, phrase, at, length, at + length, frame_.sentence.end, false);
            found_.back().is_view = kind == CueKind::expect || kind == CueKind::promise;
        }
    }

    // "Rutte on Wednesday said"
    bool is_weekday_before(std::size_t i) const {
        return frame_.is(i, WordClass::weekday) ||
               (frame_.is(i, "on") && frame_.is(i + 1, WordClass::weekday));
    }

    TokenRange speaker_before(std::size_t verb) const {
        if (verb == frame_.sentence.begin) return {};
        const std::size_t previous = verb - 1;
        if (frame_.is(previous, WordClass::pronoun) && !frame_.is_any(previous, {"who", "which", "that"}))
            return {previous, verb};
        if (const TokenRange name = name_in_apposition(verb); !name.empty()) return name;
        if (frame_.is(previous, "who"))
            if (const TokenRange name = name_before_apposition(previous); !name.empty()) return name;
        return subject_of(frame_, {verb, verb + 1});
    }

    // "said Priya Raman, an economist at Kestrel, who expects": the name before what is set behind it.
    TokenRange name_before_apposition(std::size_t who) const {
        if (who < frame_.sentence.begin + 4 || !frame_.document.is(who - 1, ",")) return {};
        std::size_t comma = who - 1;
        while (comma > frame_.sentence.begin + 1 && !frame_.document.is(comma - 1, ",")) --comma;
        std::size_t begin = --comma;
        while (begin > frame_.sentence.begin && frame_.token(begin - 1).is_word() &&
               frame_.token(begin - 1).is_capitalised())
            --begin;
        return begin + 2 <= comma ? TokenRange{begin, comma} : TokenRange{};
    }

    // "the regional governor, Oleh Dratsun, said": the name between the commas.
    TokenRange name_in_apposition(std::size_t verb) const {
        if (verb < frame_.sentence.begin + 3 || !frame_.document.is(verb - 1, ",")) return {};
        std::size_t begin = verb - 1;
        while (begin > frame_.sentence.begin && !frame_.document.is(begin - 1, ",")) --begin;
        if (begin < frame_.sentence.begin + 2 || verb - 1 - begin > 4) return {};
        // One word is a name where a common noun stands before: "the manufacturer, Novapharm, said".
        if (verb - 1 - begin == 1 &&
            (frame_.token(begin - 2).is_capitalised() || frame_.is(begin, WordClass::weekday) ||
             frame_.is(begin, WordClass::month)))
            return {};
        for (std::size_t i = begin; i < verb - 1; ++i)
            if (!frame_.token(i).is_word() || !frame_.token(i).is_capitalised() ||
                frame_.is(i, WordClass::organisation_word))
                return {};
        return {begin, verb - 1};
    }

    // "The company reported a loss, adding that …", "citing data": the subject of the clause before goes on speaking.
    void participle(std::size_t at, std::size_t length, CueKind kind) {
        if (kind != CueKind::say || !has_ending(frame_.document.word(at), "ing")) return;
        if (!found_.empty()) {
            Source source = found_.back().source;
            add(source, {at, at}, at, length, at + length, frame_.sentence.end, false);
            return;
        }
        // "President X has pressed for peace, saying his administration …": the sentence's own subject speaks.
        for (std::size_t i = frame_.sentence.begin; i < at; ++i)
            if (is_verb_at(frame_, i)) {
                const TokenRange phrase = noun_phrase_before(frame_, i);
                if (const auto source = speakers_.resolve(frame_, phrase))
                    add(*source, phrase, at, length, at + length, frame_.sentence.end, false);
                return;
            }
    }

    // Does this verb, with this subject, report what somebody says?
    bool says(std::size_t at, std::size_t length, CueKind kind, const Source& source,
              TokenRange phrase) const {
        const std::size_t next = at + length;
        const bool that = frame_.is(next, "that");
        const bool closes = !frame_.has(next) || frame_.document.is(next, ".") ||
                            frame_.document.is(next, ",") || frame_.document.is(next, ":");
        const bool document = source.kind == SourceKind::document;
        switch (kind) {
            case CueKind::find:
                if (frame_.is_any(at, {"reported", "reports", "report"}))
                    return frame_.is(at, "reported") || document || that || closes;
                if (frame_.is(at, WordClass::full_cue)) return true;
                return document || that || (closes && is_trailing(phrase, next)) ||
                       frame_.is(at, "calculated");
            case CueKind::say:
                if (frame_.is(next, "to") && !frame_.is(next + 1, WordClass::determiner)) return false;
                if (frame_.is(at, WordClass::weak_cue)) return that || closes || is_trailing(phrase, next);
                // "added 256,000 jobs" adds, "added that" says.
                if (frame_.is(at, WordClass::change_verb))
                    return that || (closes && (is_trailing(phrase, next) || frame_.is(next, ":"))) ||
                           follows_quotation(phrase.begin);
                return true;
            case CueKind::tell:
                return true;
            case CueKind::cite:
                return !document;
            case CueKind::expect:
            case CueKind::promise:
                return !frame_.is(next, "by") && !(closes && !is_trailing(phrase, next));
        }
        return true;
    }

    // Behind a comma or a quotation, and the clause ends with the verb: ", the ministry said", `," she said`.
    bool is_trailing(TokenRange phrase, std::size_t behind) const {
        if (phrase.begin == frame_.sentence.begin) return false;
        std::size_t before = phrase.begin - 1;
        while (before > frame_.sentence.begin &&
               (frame_.is(before, WordClass::determiner) || frame_.is(before, "one")))
            --before;
        const std::string_view mark = frame_.document.word(before);
        const bool set_off =
            mark == "," || is_closing_mark(mark) || mark == "—" || mark == "–" || mark == ")";
        if (!set_off) return false;
        if (is_closing_mark(mark)) return true;
        // "On Tuesday, the company said it …" goes on behind the verb; ", the ministry said on Wednesday." does not.
        for (std::size_t i = behind; frame_.has(i); ++i) {
            if (frame_.token(i).kind == TokenKind::mark && !frame_.document.is(i, "-")) return true;
            if (frame_.is(i, "that") || is_verb_at(frame_, i) || frame_.is(i, WordClass::subordinator))
                return false;
            if (frame_.is(i, WordClass::pronoun) && !frame_.is(i, WordClass::determiner)) return false;
            for (std::size_t k = 0; k < frame_.count(); ++k)
                if (frame_.draft(k).quantity.begin == i) return false;
        }
        return true;
    }

    const SentenceFrame& frame_;
    const Vocabulary& words_;
    Speakers& speakers_;
    std::vector<Attribution> found_;
};

}  // namespace

bool is_quoted(const Document& document, std::size_t token) {
    const auto after = std::upper_bound(
        document.quotations.begin(), document.quotations.end(), token,
        [](std::size_t wanted, const Quotation& quotation) { return wanted < quotation.begin; });
    if (after == document.quotations.begin()) return false;
    const Quotation& quotation = *(after - 1);
    return token < quotation.end && quotation.end - quotation.begin >= shortest_quotation;
}

std::vector<Attribution> find_attributions(const SentenceFrame& frame, Speakers& speakers) {
    return AttributionFinder(frame, speakers).find();
}

}  // namespace figbook
