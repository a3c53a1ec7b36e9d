#include "claim/rules/relation_parts.hpp"

#include <algorithm>
#include <optional>

#include "claim/phrases.hpp"
#include "claim/verbs.hpp"
#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// Of a percentage or a fraction that is its role; "12 of them" are as many as they are.
void make_part_of(Draft& draft, std::size_t whole) {
    draft.claim.relation = Relation{RelationKind::share_of, whole};
    const bool share = draft.claim.kind == Kind::percent || draft.claim.kind == Kind::ratio;
    if (share && draft.claim.change == Change::none) draft.claim.role = Role::share;
}

// "the total | U.S. population", "the total | they can get": another whole, which is told here.
bool says_which_whole(const SentenceFrame& frame, std::size_t i) {
    if (!frame.has(i) || !frame.token(i).is_word()) return false;
    if (frame.is_any(i, {"they", "he", "she", "we", "you"})) return frame.is(i + 1, WordClass::modal);
    // "of the total costs": of what was said of them
    if (frame.is(i, WordClass::money_whole) ||
        frame.is_any(i, {"cost", "costs", "value", "price", "spending"}))
        return false;
    return frame.is(i - 1, "total") && in_noun_phrase(frame, i) && !is_verb_at(frame, i) &&
           !frame.is(i, WordClass::pronoun) && !frame.is(i, WordClass::auxiliary) &&
           !frame.is(i, WordClass::preposition);
}

// The words that point back to a whole: "[a fifth] of that", "[£220m] of the sum", "of the total, [£41m]"; empty for none.
TokenRange points_to_whole(const SentenceFrame& frame, const Quantity& quantity) {
    const auto names_whole = [&](std::size_t of) {
        if (!frame.is(of, "of")) return of;
        const bool sum = frame.is_any(of + 1, {"the", "this", "that"}) &&
                         frame.is(of + 2, WordClass::money_whole) && !frame.is(of + 3, "of") &&
                         !says_which_whole(frame, of + 3);
        if (sum) return of + 3;
        if (frame.is_any(of + 1, {"that", "this"}) && frame.is(of + 2, "number")) return of + 3;
        return frame.is_any(of + 1, {"that", "it"}) ? of + 2 : of;
    };
    const auto closes = [&](std::size_t i) {
        return !frame.has(i) || frame.token(i).kind == TokenKind::mark;
    };
    const std::size_t behind = names_whole(quantity.end);
    if (behind > quantity.end) {
        const bool pronoun = behind == quantity.end + 2;
        // "a $100,000 fee, 90% of it refundable"
        const bool set_off =
            quantity.begin > frame.sentence.begin &&
            (frame.is_written(quantity.begin - 1, ",") || frame.is(quantity.begin - 1, "with"));
        // "spends a third of that on care"
        const bool goes =
            frame.is_any(behind, {"on", "for", "to", "from", "in", "into", "as", "is", "was", "will", "has"});
        return !pronoun || set_off || goes || closes(behind) ? TokenRange{quantity.end, behind}
                                                             : TokenRange{};
    }
    const std::size_t first = frame.sentence.begin;
    const std::size_t opening = names_whole(first);
    const bool follows = opening > first && frame.is_written(opening, ",") && quantity.begin == opening + 1;
    return follows ? TokenRange{first, opening} : TokenRange{};
}

// What a noun such as "fee" stands for: the amount that was said of it.
bool is_said_of(const SentenceFrame& frame, const Draft& whole, std::size_t noun) {
    const std::string_view word = frame.word(noun);
    for (std::size_t i = whole.subject_begin; i < whole.subject_end; ++i)
        if (frame.word(i) == word) return true;
    return false;
}

// "raised £740,000 of the £2m it needs. Two-fifths of the sum raised so far": what was raised, by the word for it.
bool is_done_with(const SentenceFrame& frame, const Draft& whole, std::size_t participle) {
    constexpr std::size_t reach = 2;
    if (!frame.has(participle) || !has_past_ending(frame.word(participle))) return false;
    const std::size_t begin = whole.quantity.begin;
    for (std::size_t i = begin; i-- > 0 && i + reach >= begin;)
        if (frame.document.tokens[i].word == frame.token(participle).word) return true;
    return false;
}

// "€3bn, or | 40% of the total", "3 million tonnes, | 60% of the total.": the figure before it is that share itself, of another.
bool tells_again_as_share(const SentenceFrame& frame, std::size_t i, TokenRange words) {
    constexpr std::size_t longest = 4;  // tokens: ", or about"
    if (i == 0) return false;
    const Quantity& part = frame.draft(i).quantity;
    const std::size_t from = frame.draft(i - 1).quantity.phrase_end();
    if (words.begin != part.end || from >= part.begin || from + longest < part.begin) return false;
    bool or_ = false, comma = false;
    for (std::size_t k = from; k < part.begin; ++k) {
        or_ |= frame.is(k, "or");
        comma |= frame.is_written(k, ",");
        if (!frame.is_any(k, {"or", "about", "some", "nearly", "roughly", "around", "almost"}) &&
            frame.token(k).kind != TokenKind::mark)
            return false;
    }
    const bool closes = !frame.has(words.end) || frame.token(words.end).kind == TokenKind::mark;
    return or_ || (comma && closes && frame.is(words.end - 1, WordClass::money_whole));
}

// "with 7 gigawatts of capacity. Wind took half of the total": the one measure of the sentence before, where it is of no time.
std::optional<std::size_t> capacity_before(const SentenceFrame& frame) {
    if (frame.number == 0) return std::nullopt;
    const std::size_t begin = frame.document.sentences[frame.number - 1].begin;
    std::optional<std::size_t> only;
    for (std::size_t back = frame.first; back-- > 0 && frame.drafts[back].quantity.begin >= begin;) {
        const Quantity& whole = frame.drafts[back].quantity;
        if (whole.kind != Kind::measure || is_time_unit(whole.unit)) continue;
        if (only) return std::nullopt;
        if (frame.document.reads(whole.end, "of")) only = back;
        if (frame.first - back >= Drafts::looked_back_at) break;
    }
    return only;
}

// "Insurance will cover a fifth of that", "Of the total, £41m will go to schools": a part of the amount that was named
// last, and for "80% of the fee" of the one that was said of the fee.
void share_of_that(const SentenceFrame& frame, std::size_t i) {
    Draft& draft = frame.draft(i);
    const Quantity& quantity = draft.quantity;
    const TokenRange words = points_to_whole(frame, quantity);
    if (words.empty()) return;
    const bool by_noun = frame.is(words.end - 1, WordClass::money_whole);
    const bool by_number = frame.is(words.end - 1, "number");
    const bool any_sum = !by_noun || frame.is(words.end - 1, WordClass::money_sum);
    const std::size_t furthest = frame.first - std::min(frame.first, Drafts::looked_back_at);
    std::optional<std::size_t> found, moved;
    // "appealed for $310m to feed 4.7 million people. Donors gave a fifth of that": of money
    const bool gives =
        quantity.begin > frame.sentence.begin && frame.is(quantity.begin - 1, WordClass::paying);
    const std::size_t again = tells_again_as_share(frame, i, words) ? 1 : 0;
    for (std::size_t back = frame.first + i - again; back-- > furthest;) {
        const Draft& whole = frame.drafts[back];
        if (!can_be_part_of(quantity, whole.quantity)) continue;
        if (gives && whole.quantity.kind != Kind::money) continue;
        if (by_noun && whole.quantity.kind != Kind::money) continue;
        if (by_number && whole.quantity.kind != Kind::count) continue;
        if (whole.claim.relation && whole.claim.relation->kind == RelationKind::restates) continue;
        // "€9.7 billion, €3 billion over the budget. A third of that": of what it came to
        if (!by_noun && whole.claim.role == Role::change && whole.claim.change != Change::none) {
            if (!moved) moved = back;
            continue;
        }
        const bool said_of_it =
            by_noun && (is_said_of(frame, whole, words.end - 1) || is_done_with(frame, whole, words.end));
        if (said_of_it || (any_sum && !found)) found = back;
        if (said_of_it || (found && !by_noun)) break;
    }
    if (!found) found = moved;
    if (!found && by_noun && frame.is(words.end - 1, "total")) found = capacity_before(frame);
    if (!found) return;
    make_part_of(draft, *found);
    note(frame.trace, {quantity.core, Field::relation, "share.of_that", words.begin, words.end,
                       frame.drafts[*found].quantity.core});
}

// The "States" of "the United States", which no "them" means.
bool ends_name(const SentenceFrame& frame, std::size_t i) {
    return i > frame.sentence.begin && frame.token(i).is_capitalised() && frame.token(i - 1).is_capitalised();
}

// The plural noun that stands last before the figure in its sentence; its begin where there is none.
std::size_t plural_before(const SentenceFrame& frame, std::size_t begin) {
    for (std::size_t i = begin; i-- > frame.sentence.begin;)
        if (looks_plural(frame.document, i) && !frame.is(i, WordClass::time_unit) &&
            !frame.is(i, WordClass::pronoun) && !is_verb_at(frame, i) && !ends_name(frame, i) &&
            !(frame.is(i + 1, WordClass::cue) && i + 1 < begin))  // "its figures show"
            return i;
    return begin;
}

// "£5bn of savings, a fifth of them from staff costs": money that is told in the plural.
bool is_sum_of_several(const SentenceFrame& frame, const Quantity& whole) {
    return whole.kind == Kind::money && frame.is_any(whole.end, {"of", "in"}) &&
           (looks_plural(frame.document, whole.end + 1) || looks_plural(frame.document, whole.end + 2));
}

// "40,000 homes | and businesses", by the last of them.
bool is_joined_noun(const SentenceFrame& frame, std::size_t noun_end, std::size_t named) {
    return noun_end > frame.sentence.begin && frame.is(noun_end, "and") && named == noun_end + 1;
}

// "94 people, 12 of them children", "50,000 homes. A quarter of them are empty": a part of what was counted before.
void share_of_them(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t furthest = 4;  // drafts
    Draft& draft = frame.draft(i);
    const Quantity& quantity = draft.quantity;
    if (!is_of_them(frame, quantity)) return;
    // "90,000 of whom": a bare number counts what is named before it
    const bool counts = quantity.kind == Kind::count || quantity.kind == Kind::number;
    if (quantity.kind != Kind::ratio && quantity.kind != Kind::percent && !counts) return;
    const std::size_t named = plural_before(frame, quantity.begin);
    // "drove 10.7 million people from their homes, almost half of them children", "left the country, half of them for good"
    const std::size_t before = quantity.begin - std::min(quantity.begin, std::size_t{1});
    const bool set_off = before > 0 && frame.is_written(before, ",");
    const bool opens_sentence = quantity.begin == frame.sentence.begin;
    for (std::size_t back = frame.first + i; back-- > 0 && back + furthest >= frame.first + i;) {
        const Draft& whole = frame.drafts[back];
        const bool here = back >= frame.first;
        // "now shelters nearly 47,000, more than half of them children": what they are was said before.
        // "Parking fines rose to 18,300, from 14,750 a year earlier. A third of them": nor is it what was before.
        const bool number = whole.quantity.kind == Kind::number && whole.claim.rule == "number.bare";
        const bool bare = number && ((set_off && whole.quantity.end == before) ||
                                     (!here && whole.claim.role == Role::to && opens_sentence));
        const bool sums = set_off && here && is_sum_of_several(frame, whole.quantity) && !counts;
        if (!here && opens_sentence && whole.claim.role == Role::from) continue;
        // "41,000 hectolitres of beer, 15,000 of them for export"
        const bool measured = set_off && here && whole.quantity.kind == Kind::measure &&
                              quantity.kind == Kind::number && frame.is(whole.quantity.end, "of");
        if (whole.quantity.kind != Kind::count && !bare && !sums && !measured) continue;
        const bool counts_it = quantity.kind == Kind::count && quantity.unit == whole.quantity.unit;
        const bool means_it = whole.quantity.noun_end == named + 1 || counts_it || set_off ||
                              (here && is_joined_noun(frame, whole.quantity.noun_end, named));
        if (here ? !means_it : named != quantity.begin) return;
        if (counts && !(quantity.value < whole.quantity.value)) return;
        make_part_of(draft, back);
        note(frame.trace, {quantity.core, Field::relation, "share.of_them", quantity.end, quantity.end + 2,
                           whole.quantity.core});
        return;
    }
}

// "24 narrow-body jets. A quarter of the planes will go": of all that the sentence before counts, under a wider name.
void share_of_named(const SentenceFrame& frame, std::size_t i, std::size_t noun) {
    Draft& draft = frame.draft(i);
    if (i > 0 || draft.quantity.begin != frame.sentence.begin || !frame.is(noun, WordClass::wider_noun))
        return;
    if (frame.first == 0 || frame.number == 0) return;
    const Sentence& earlier = frame.document.sentences[frame.number - 1];
    std::optional<std::size_t> only;
    for (std::size_t back = frame.first; back-- > 0;) {
        const Quantity& whole = frame.drafts[back].quantity;
        if (whole.begin < earlier.begin) break;
        if (whole.kind != Kind::count) continue;
        if (only) return;
        only = back;
        if (frame.first - back >= Drafts::looked_back_at) break;
    }
    if (!only) return;
    draft.claim.relation = Relation{RelationKind::share_of, *only};
    note(frame.trace, {draft.quantity.core, Field::relation, "share.of_them", draft.quantity.end, noun + 1,
                       frame.drafts[*only].quantity.core});
}

// "plans for 350 homes. Only 12 per cent of the homes": a part of what was counted under that noun.
void share_of_counted(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t furthest = 4;  // drafts
    Draft& draft = frame.draft(i);
    const Quantity& part = draft.quantity;
    const bool share = part.kind == Kind::ratio || part.kind == Kind::percent;
    const std::size_t noun = part.end + 2;
    if (!share || !frame.is(part.end, "of") || !frame.is(part.end + 1, "the") || !frame.has(noun)) return;
    const bool names_all = looks_plural(frame.document, noun) && !frame.is(noun + 1, "in") &&
                           !frame.is(noun + 1, "of") &&
                           (!in_noun_phrase(frame, noun + 1) || is_verb_at(frame, noun + 1));
    if (!names_all) return;
    share_of_named(frame, i, noun);
    if (draft.claim.relation) return;
    for (std::size_t back = frame.first + i; back-- > 0 && back + furthest >= frame.first + i;) {
        const Quantity& whole = frame.drafts[back].quantity;
        if (whole.kind != Kind::count || frame.document.lower_text_of(noun, noun + 1) != whole.unit) continue;
        draft.claim.relation = Relation{RelationKind::share_of, back};
        note(frame.trace, {part.core, Field::relation, "share.of_them", part.end, noun + 1, whole.core});
        return;
    }
}

// "Seven people died. Two of the dead were children": a part of the people counted before.
void share_of_casualties(const SentenceFrame& frame, std::size_t i) {
    Draft& draft = frame.draft(i);
    const Quantity& quantity = draft.quantity;
    const bool part = quantity.kind == Kind::count || quantity.kind == Kind::ratio;
    if (!part || !frame.is(quantity.end, "of") || !frame.is(quantity.end + 1, "the") ||
        !frame.is(quantity.end + 2, WordClass::casualty))
        return;
    const std::size_t furthest = frame.first - std::min(frame.first, Drafts::looked_back_at);
    for (std::size_t back = frame.first + i; back-- > furthest;) {
        const Quantity& whole = frame.drafts[back].quantity;
        const bool people =
            whole.kind == Kind::count && (whole.unit == "people" || whole.rule == "count.casualty");
        if (!people || (quantity.kind == Kind::count && !(quantity.value < whole.value))) continue;
        make_part_of(draft, back);
        note(frame.trace,
             {quantity.core, Field::relation, "share.of_them", quantity.end, quantity.end + 3, whole.core});
        return;
    }
}

// "5 million died. It had 2 million of these deaths": a part of what was counted under that noun, where it is nearest.
void share_of_those(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t furthest = 4;  // drafts
    Draft& draft = frame.draft(i);
    const Quantity& part = draft.quantity;
    if (part.kind != Kind::count || !frame.is(part.end, "of") ||
        !frame.is_any(part.end + 1, {"these", "those"}) || part.noun_end != part.end + 3)
        return;
    for (std::size_t back = frame.first + i; back-- > 0 && back + furthest >= frame.first + i;) {
        const Quantity& whole = frame.drafts[back].quantity;
        const bool same =
            whole.kind == Kind::count && whole.unit.ends_with(part.unit) &&
            (whole.unit.size() == part.unit.size() ||
             whole.unit[whole.unit.size() - part.unit.size() - 1] == ' ');  // "premature deaths"
        if (!same) continue;
        if (!(part.value < whole.value)) return;
        make_part_of(draft, back);
        note(frame.trace, {part.core, Field::relation, "share.of_them", part.end, part.end + 3, whole.core});
        return;
    }
}

// "Of them", "Out of those killed", "“Of these cases" at the head of the sentence, before a comma or a figure; empty for none.
TokenRange opens_with_those(const SentenceFrame& frame) {
    std::size_t of = frame.sentence.begin;
    if (frame.token(of).kind == TokenKind::mark) ++of;
    if (!frame.is_any(of, {"of", "out", "among"})) return {};
    if (frame.is(of, "out")) ++of;
    if (!frame.is_any(of, {"of", "among"}) || !frame.is_any(of + 1, {"them", "these", "those"})) return {};
    const bool noun = frame.is_any(of + 1, {"these", "those"}) && frame.has(of + 3) &&
                      frame.is_written(of + 3, ",") && frame.token(of + 2).is_word();
    return {of, noun ? of + 3 : of + 2};
}

// "finished 211, of which 94 are empty", "of whom 5,300 came in March", "Of them, 5,300 came in March": the words before the
// part that point back; empty for none.
TokenRange points_back(const SentenceFrame& frame, const Quantity& part, TokenRange opening) {
    constexpr std::size_t shortest = 2;
    std::size_t end = part.begin;
    if (end > frame.sentence.begin && frame.is_written(end - 1, ",")) --end;
    if (end < frame.sentence.begin + shortest) return {};
    // "of which | the county will pay"
    constexpr std::size_t longest_clause = 9;
    if (frame.sentence.has(WordClass::relative) && !frame.is_any(end - 1, {"which", "whom"}))
        for (std::size_t k = end; k-- > frame.sentence.begin + shortest && k + longest_clause > end;) {
            if (frame.token(k).kind == TokenKind::mark || frame.token(k).is_number()) break;
            // not "half of which", "a few of whom"
            if (frame.is_any(k, {"which", "whom"}) && frame.is(k - 1, "of") && frame.is_written(k - 2, ","))
                return {k - 1, part.begin};
        }
    if (frame.is(end - 2, "of") && frame.is_any(end - 1, {"which", "whom"})) return {end - 2, part.begin};
    return !opening.empty() && opening.end == end ? TokenRange{opening.begin, part.begin} : TokenRange{};
}

// "Of these cases, | 75%", "Of those | arrested, 40": by the same noun, or by the participle that stands behind the count.
bool are_those(const SentenceFrame& frame, TokenRange opening, const Quantity& whole) {
    constexpr std::size_t furthest = 4;
    const std::size_t last = opening.end - 1;
    if (frame.is_any(last, {"them", "these", "those"})) return true;
    if (whole.kind != Kind::count) return false;
    if (whole.unit.ends_with(frame.document.lower_text_of(last, last + 1))) return true;
    const std::size_t end = whole.phrase_end();
    for (std::size_t i = end; i < end + furthest && i < frame.sentence.begin; ++i)
        if (frame.document.tokens[i].word == frame.token(last).word) return true;
    return false;
}

// The figure of that count before draft i which is the nearest larger one, within the sentence or, where it opens one,
// the sentence before.
void share_of_which(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t furthest = 4;  // drafts
    Draft& draft = frame.draft(i);
    const Quantity& part = draft.quantity;
    const bool amount = part.kind == Kind::money || part.kind == Kind::measure;
    if (part.kind != Kind::count && part.kind != Kind::ratio && part.kind != Kind::percent && !amount) return;
    const TokenRange opening = opens_with_those(frame);
    TokenRange words = points_back(frame, part, opening);
    // "Out of them, the army shot down | 102 missiles": by what it counts
    const bool apart = words.empty() && i <= 1 && !opening.empty() && frame.is(opening.begin, "of") &&
                       frame.is_written(opening.end, ",") && part.kind == Kind::count && !part.unit.empty();
    if (apart) words = opening;
    if (words.empty()) return;
    for (std::size_t back = frame.first + i; back-- > 0 && back + furthest >= frame.first + i;) {
        const Quantity& whole = frame.drafts[back].quantity;
        const bool bare = whole.kind == Kind::number && back >= frame.first &&
                          frame.drafts[back].claim.rule == "number.bare";  // "finished 211"
        const bool in_sentence = back >= frame.first;
        const bool sum = in_sentence && can_be_part_of(part, whole);  // "£4m, of which the county pays £1m"
        if (whole.kind != Kind::count && !bare && !sum) continue;
        if (amount && !sum) continue;
        if (part.kind == Kind::count && !(part.value < whole.value)) continue;
        if (apart && (in_sentence || whole.unit != part.unit)) continue;
        if (!opening.empty() && !in_sentence && !are_those(frame, opening, whole)) continue;
        make_part_of(draft, back);
        note(frame.trace, {part.core, Field::relation, "share.of_them", words.begin, words.end, whole.core});
        return;
    }
}

// "paid $3.4bn in taxes, including $1.1bn in royalties": a part of the same money.
void share_included(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t furthest = 24;  // tokens
    if (i == 0) return;
    Draft& draft = frame.draft(i);
    const Quantity& part = draft.quantity;
    const std::size_t before = part.begin - std::min(part.begin, std::size_t{1});
    if (before <= frame.sentence.begin) return;
    const bool among = frame.is(before, "them") && frame.is(before - 1, "among");
    if (!frame.is(before, "including") && !among) return;
    // "17,500 fans, including 2,000 in a standing section"
    const bool number = part.kind == Kind::number && part.rule == "number.bare";
    if (part.kind != Kind::money && part.kind != Kind::count && !number) return;
    for (std::size_t back = i; back-- > 0;) {
        const Draft& whole = frame.draft(back);
        if (whole.claim.relation && whole.claim.relation->kind == RelationKind::restates) continue;
        const bool counted = (part.kind == Kind::count || number) && whole.quantity.kind == Kind::count &&
                             part.value < whole.quantity.value;
        if (part.begin - whole.quantity.end > furthest) return;
        if (whole.quantity.kind != part.kind && !(number && counted)) continue;  // "over four years"
        // "$1.7 billion, including €600 million from the commission"
        const bool other_currency =
            part.kind == Kind::money && part.unit != whole.quantity.unit && !among && !part.unit.empty();
        if (!counted && !other_currency && !can_be_part_of(part, whole.quantity)) return;
        draft.claim.relation = Relation{RelationKind::share_of, frame.first + back};
        note(frame.trace,
             {part.core, Field::relation, "share.included", before, part.begin, whole.quantity.core});
        return;
    }
}

// The part that is told right before, joined by "and" ("58% planned it and one in ten did it"): of the same whole.
void share_as_before(const SentenceFrame& frame, std::size_t i) {
    if (i == 0) return;
    Draft& draft = frame.draft(i);
    const Draft& first = frame.draft(i - 1);
    const Quantity& part = draft.quantity;
    if (!first.claim.relation || first.claim.relation->kind != RelationKind::share_of) return;
    const std::size_t whole = first.claim.relation->claim;
    if (whole + 1 != frame.first + i - 1 || whole < frame.first) return;
    if (!frame.is(part.begin - 1, "and") && !frame.is_written(part.begin - 1, ",")) return;
    const bool share = part.kind == Kind::ratio || part.kind == Kind::percent;
    const Quantity& all = frame.drafts[whole].quantity;
    const bool bare = part.unit.empty() && (part.kind == Kind::count || part.kind == Kind::number);
    const bool counted = ((part.kind == all.kind && part.unit == all.unit) || bare) && part.value < all.value;
    // The whole opens the sentence, and a verb of its own follows each part.
    const std::size_t of = all.begin - std::min<std::size_t>(all.begin, 2);
    const bool opens = of == frame.sentence.begin && frame.is(of, "of");
    constexpr std::size_t verb_behind = 2;
    bool acts = false;
    for (std::size_t k = part.phrase_end(); k < part.phrase_end() + verb_behind && frame.has(k); ++k)
        acts = acts || is_verb_at(frame, k) || frame.is_one_of(k, {WordClass::auxiliary, WordClass::modal});
    if (!opens || !acts || (!share && !counted) || frame.is(part.end, "of")) return;
    make_part_of(draft, whole);
    note(frame.trace, {part.core, Field::relation, "share.of_figure", 0, 0, all.core});
}

// "about 450 of them in storage, hopes to deliver half by May": a part with no words of its own, of what was counted before.
void share_alone(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t furthest = 20;  // tokens
    Draft& draft = frame.draft(i);
    const Quantity& part = draft.quantity;
    if (i == 0 || part.kind != Kind::ratio || draft.claim.change != Change::none || draft.claim.relation)
        return;
    const std::size_t verb = part.begin - 1;
    static constexpr WordClasses no_deed{WordClass::copula, WordClass::auxiliary, WordClass::change_verb};
    const bool done =
        part.begin > frame.sentence.begin && is_verb_at(frame, verb) && !frame.has_any(verb, no_deed);
    const bool alone = !frame.has(part.end) || frame.token(part.end).kind == TokenKind::mark ||
                       frame.is_any(part.end, {"away", "by", "in", "on", "at", "before", "next", "this"});
    if (!done || !alone || frame.is(part.end, "-")) return;
    for (std::size_t k = frame.draft(i - 1).quantity.end; k < verb; ++k)
        if (frame.is_written(k, ";")) return;
    for (std::size_t back = i; back-- > 0;) {
        const Quantity& whole = frame.draft(back).quantity;
        if (part.begin - whole.end > furthest || frame.draft(back).claim.role == Role::from) return;
        const bool counted = whole.kind == Kind::count || frame.is(whole.end, "of");
        if (!counted && whole.kind != Kind::money) continue;
        draft.claim.relation = Relation{RelationKind::share_of, frame.first + back};
        note(frame.trace, {part.core, Field::relation, "share.of_figure", 0, 0, whole.core});
        return;
    }
}

// Asked first, since few figures are: what is of something named before has "of" behind it, before it in ", of which", or at
// the start of its sentence, or "including" before it.
bool may_be_part(const SentenceFrame& frame, const Quantity& quantity) {
    if (frame.is(quantity.end, "of") || frame.is_any(frame.sentence.begin, {"of", "out", "among"}))
        return true;
    if (frame.is(frame.sentence.begin + 1, "of")) return true;  // behind a quotation mark
    if (quantity.begin > frame.sentence.begin &&
        frame.is_any(quantity.begin - 1, {"which", "whom", "including", "them"}))
        return true;
    return frame.sentence.has(WordClass::relative) && frame.count() > 1;  // ", of which the county pays"
}

}  // namespace

void find_part(const SentenceFrame& frame, std::size_t i) {
    using Rule = void (*)(const SentenceFrame&, std::size_t);
    static constexpr Rule pointing[] = {share_of_that,    share_of_them,  share_of_casualties, share_of_those,
                                        share_of_counted, share_of_which, share_included};
    const Claim& claim = frame.draft(i).claim;
    if (may_be_part(frame, frame.draft(i).quantity))
        for (const Rule rule : pointing) {
            rule(frame, i);
            if (claim.relation) return;
        }
    if (i > 0 && frame.draft(i - 1).claim.relation) share_as_before(frame, i);
    if (!claim.relation && claim.kind == Kind::ratio) share_alone(frame, i);
    if (!claim.relation && i + 1 < frame.count()) find_whole_behind(frame, i);
}

}  // namespace figbook
