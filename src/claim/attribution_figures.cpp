// Words of saying that take a figure: "put the damage at €200 million", "which she called a tenth of it", "gives a 60 percent
// chance", "credited the fall to 800 new lamps".
#include <algorithm>

#include "claim/attribution_finder.hpp"
#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {

// "90 deaths | were reported by the Red Cross |, while 12 …", "had been reported killed by the ministry": who told of what the clause
// counts, whoever tells the rest of the sentence. "Reported killed by rockets" tells by what.
bool AttributionFinder::reported_by(std::size_t at) {
    const std::size_t first = frame_.sentence.begin;
    if (at < first + 2 || !frame_.is_any(at, {"reported", "confirmed", "announced"}) ||
        !frame_.is_any(at - 1, {"been", "was", "were"}))
        return false;
    std::size_t by = at + 1;
    if (frame_.is_any(by, {"killed", "dead", "missing", "injured", "wounded", "hurt", "lost"})) ++by;
    if (!frame_.is(by, "by")) return false;
    TokenRange phrase = speaker_from(by + 1);
    if (const TokenRange name = name_behind(phrase); !name.empty()) phrase = name;
    auto source = speakers_.resolve(frame_, phrase);
    if (!source) return false;
    std::size_t begin = at;
    while (begin > first && !frame_.is_written(begin - 1, ";") &&
           !(frame_.is_written(begin - 1, ",") && frame_.is_any(begin, {"and", "but", "while", "whereas"})))
        --begin;
    add(std::move(*source), phrase, {at, 1, begin, phrase.end, false, Saying::speech, true});
    return true;
}

// "Insurers put the damage at €200 million": what they put, and at what.
void AttributionFinder::puts_at(std::size_t i) {
    // "as Halden put it: “…”"
    if (frame_.is(i + 1, "it") && (!frame_.has(i + 2) || frame_.token(i + 2).kind == TokenKind::mark))
        return puts_it(i);
    // "was put up for sale at $5m", "put the shop on the market at": a price that is asked
    if (frame_.is_any(i + 1, {"up", "on"}) && frame_.is_any(i + 2, {"for", "sale", "the", "offer"})) return;
    if (put_by(i)) return;
    for (std::size_t k = i + 1; frame_.has(k) && k < i + 14; ++k) {
        if (frame_.is_written(k, "-")) continue;  // "put the cost of the hold-up at"
        if (frame_.token(k).kind == TokenKind::mark || frame_.token(k).is_number()) return;
        // "a deal that values it at £5m": a deal says nothing
        if (verb_of_deal(i)) return;
        const bool on = frame_.is(k, "on") && starts_figure(k + 1);  // "a poll put the party on 31%"
        // "a tally puts the number of dead above 700"
        const bool beyond = starts_figure(k) && frame_.is(k, WordClass::preposition);
        if (!frame_.is(k, "at") && !on && !beyond) continue;
        std::size_t verb = i;
        while (verb > frame_.sentence.begin && frame_.is(verb - 1, WordClass::auxiliary)) --verb;
        const TokenRange phrase = speaker_before(verb);
        auto source = speakers_.resolve(frame_, phrase);
        if (const TokenRange opener = on ? opening_document(phrase) : TokenRange{}; !opener.empty())
            source = document_named(opener);
        if (on && source && source->kind != SourceKind::document) return;
        // "which analysts value at $3bn"
        const bool what = !phrase.empty() && phrase.begin > frame_.sentence.begin &&
                          frame_.is_any(phrase.begin - 1, {"which", "that"}) &&
                          !frame_.is(phrase.begin, WordClass::pronoun);
        // "a person briefed on the sale put it at €7m": whoever that is
        const bool somebody =
            !source && starts_figure(k + 1) && frame_.is_any(i, {"put", "puts"}) &&
            (frame_.is(phrase.begin, WordClass::determiner) || phrase.begin == frame_.sentence.begin);
        if (somebody) source = anyone(phrase);
        // "The rich list puts her worth at €60m"
        if (somebody && source && frame_.is_any(phrase.end - 1, {"list", "ranking", "rankings", "league"}))
            source->kind = SourceKind::document;
        // "the office estimated 60%, but a review put it at 51%": no more of what the office said
        if (source && !found_.empty() && phrase.begin > frame_.sentence.begin &&
            frame_.is_any(phrase.begin - 1, {"but", "while", "whereas"}))
            found_.back().end = std::min(found_.back().end, phrase.begin - 1);
        const std::size_t end = beyond ? k : k + 1;
        if (source && (k > i + 1 || what)) add(Source(*source), phrase, behind(i, end - i));
        return;
    }
}

// "Rents doubled, and pensioners buy meat, as she put it, for the holidays": of the clause that it is set in.
void AttributionFinder::puts_it(std::size_t puts) {
    const std::size_t known = found_.size();
    before(puts, 2, CueKind::say);
    if (found_.size() == known || !found_.back().whole) return;
    const std::size_t as = found_.back().speaker.begin;
    if (as < frame_.sentence.begin + 2 || !frame_.is(as - 1, "as") || !frame_.is_written(as - 2, ",")) return;
    for (std::size_t i = found_.back().begin + 1; i + 1 < as; ++i)
        if (frame_.is_written(i - 1, ",") && frame_.is_any(i, {"and", "but", "while"}))
            found_.back().begin = i;
}

// "a deal that values it", "a share sale which valued the firm"
bool AttributionFinder::verb_of_deal(std::size_t value) const {
    return value > frame_.sentence.begin + 1 && frame_.is_any(value - 1, {"that", "which"}) &&
           frame_.is_any(value - 2, {"deal", "deals", "offer", "bid", "sale", "transaction", "agreement",
                                     "round", "takeover", "listing", "merger", "buyout", "flotation"});
}

// "a cost | put by the ministry at £4m", "losses | estimated by the bank at £4m": who did it stands between.
bool AttributionFinder::put_by_at(std::size_t put) {
    if (put == frame_.sentence.begin || !frame_.is(put + 1, "by")) return false;
    const bool told = frame_.is(put - 1, WordClass::auxiliary) || frame_.is_written(put - 1, ",") ||
                      in_noun_phrase(frame_, put - 1);
    const TokenRange phrase = told ? speaker_from(put + 2) : TokenRange{};
    if (phrase.empty() || !frame_.is(phrase.end, "at") || !starts_figure(phrase.end + 1)) return false;
    auto source = speakers_.resolve(frame_, phrase);
    if (!source) source = anyone(phrase);
    if (!source) return false;
    Scope scope = behind(put, phrase.end + 1 - put);
    // "The losses, put by the bank at £4m, were less than the £9m": up to the comma that closes it
    if (frame_.is_written(put - 1, ",")) end_at_comma(scope);
    add(std::move(*source), phrase, scope);
    return true;
}

// "The crowd was put at 3,000 by police": who did it stands behind.
bool AttributionFinder::put_by(std::size_t put) {
    if (frame_.is(put + 1, "by")) return put_by_at(put);
    constexpr std::size_t furthest = 10;
    const bool passive = put > frame_.sentence.begin && frame_.is(put - 1, WordClass::auxiliary) &&
                         frame_.is_any(put - 1, {"is", "are", "was", "were", "been"});
    if (!passive || !frame_.is(put + 1, "at")) return false;
    for (std::size_t k = put + 2; frame_.has(k) && k < put + furthest; ++k) {
        if (frame_.token(k).kind == TokenKind::mark && !frame_.token(k).is_number() && !frame_.is(k, "%"))
            return true;
        if (!frame_.is(k, "by")) continue;
        const TokenRange phrase = speaker_from(k + 1);
        auto source = speakers_.resolve(frame_, phrase);
        if (!source) source = anyone(phrase);
        Scope scope{put, 2, put + 2, k, false, Saying::speech, false};
        if (source) add(Source(*source), phrase, scope);
        return true;
    }
    return true;
}

// "which the mayor called a tenth of what is needed", "A model gives a 60 percent chance of rain"; "called it a 3-year plan"
// and "called for 300" are cues of their own.
void AttributionFinder::takes_figure(std::size_t at) {
    const auto cue = words_.cues.match(frame_.document.tokens, at, frame_.sentence.end);
    if (cue) return verb(at, cue.length, *cue.meaning);
    const bool gives = frame_.is_any(at, {"gives", "give", "gave"});
    const TokenRange phrase = speaker_before(at);
    if (phrase.empty() || !is_verb_at(frame_, at)) return;
    const std::size_t figure = gives ? chance_behind(at) : starts_figure(at + 1) ? at + 1 : at;
    if (figure == at || (!gives && !hangs_on_which(phrase.begin))) return;
    auto source = speakers_.resolve(frame_, phrase);
    if (!source) source = anyone(phrase);
    if (source) add(std::move(*source), phrase, behind(at, 1));
}

// ", which the mayor, | Ada Rune, called"
bool AttributionFinder::hangs_on_which(std::size_t speaker) const {
    constexpr std::size_t furthest = 10;
    for (std::size_t i = speaker; i-- > frame_.sentence.begin && i + furthest > speaker;) {
        if (frame_.is_any(i, {"which", "that"})) return true;
        if (starts_figure(i) || frame_.is_written(i, ";")) return false;
    }
    return false;
}

// The figure of "gives him a 60 percent chance", "gives it odds of one in 40"; `at` where there is none.
std::size_t AttributionFinder::chance_behind(std::size_t at) const {
    constexpr std::size_t longest = 5;
    for (std::size_t k = 0; k < frame_.count(); ++k) {
        const Quantity& quantity = frame_.draft(k).quantity;
        if (quantity.begin <= at || quantity.begin > at + longest) continue;
        const bool chance =
            frame_.is_any(quantity.end, {"chance", "probability", "likelihood"}) ||
            frame_.is_any(quantity.begin - 2, {"chance", "probability", "likelihood", "odds"});
        if (chance) return quantity.begin;
    }
    return at;
}

// "credited the fall in thefts to 800 new lamps", "blamed the loss on 300 cuts"; a bank credits accounts.
bool AttributionFinder::says_why(std::size_t at, std::size_t next) const {
    constexpr std::size_t furthest = 14;
    const bool credits = frame_.is_any(at, {"credited", "credits", "crediting"});
    if (!credits && !frame_.is_any(at, {"blamed", "blames", "blaming"})) return true;
    if (starts_figure(next)) return false;
    for (std::size_t i = next; frame_.has(i) && i < next + furthest; ++i) {
        if (credits ? frame_.is_any(i, {"to", "with"}) : frame_.is_any(i, {"on", "for"})) return true;
        if (frame_.token(i).kind == TokenKind::mark && !frame_.is_written(i, "-")) return false;
    }
    return false;
}

}  // namespace figbook
