#include "claim/organisations.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "base/utf8.hpp"
#include "claim/names.hpp"
#include "quantity/counted.hpp"

namespace figbook {
namespace {

// A name that a title, a given name or what is set behind it tells to be a person's.
bool is_called_person(const Document& document, const Persons& persons, std::size_t at, std::size_t end) {
    const Person* person = persons.with_surname(document.word(end - 1));
    return (person && !person->title.empty()) || is_function_word(document, at) ||
           vocabulary().given_names.contains(lower(document.word(at)));
}

// "Cloud | revenue at Astrel", "Pandemic | losses": what stands behind is what the word tells of, and no verb.
bool names_kind(const Document& document, std::size_t behind) {
    return vocabulary().is(document.tokens[behind].word, WordClass::year_noun) ||
           vocabulary().is(document.tokens[behind].word, WordClass::foreseen_thing);
}

// "Skarpnet, | the Oslo company that owns them, …"
bool is_told_firm(const Document& document, std::size_t article, std::size_t limit) {
    constexpr std::size_t longest = 6;
    if (!document.is(article, "the") && !document.is(article, "a")) return false;
    for (std::size_t i = article + 1; i < limit && i < article + longest; ++i) {
        const bool owner =
            document.tokens[i].kind == TokenKind::possessive;  // "the world's largest retailer"
        if (!document.tokens[i].is_word() && !document.is(i, "-") && !owner) return false;
        if (vocabulary().is(document.tokens[i].word, WordClass::firm_noun)) return true;
        if (vocabulary().is(document.tokens[i].word, WordClass::preposition)) return false;
    }
    return false;
}

// "Orsk Steel | ( ORSK.O )", "Orsk Steel | (NYSE: ORSK)", "Orsk | (ORSK)": the code of its shares, or its letters.
bool has_code(const Document& document, std::size_t end) {
    if (!document.is(end, "(") || end + 2 >= document.token_count) return false;
    return document.tokens[end + 1].is_all_capitals() &&
           (document.is(end + 2, ".") || document.is(end + 2, ":") || document.is(end + 2, ")"));
}

// "Airline", "Chipmaker": what kind of firm the name behind is of, and no part of names, as "Bank" and "Group" may be.
bool opens_with_kind_of_firm(const Document& document, std::size_t at) {
    return is_kind_of_firm(document, at) &&
           !document.reads_any(at, {"bank", "group", "club", "university", "union", "fund", "charity",
                                    "company", "agency", "studio", "theatre", "hospital"});
}

// The name in the capitalised run [at, end) where it is an organisation's: by the kind of firm before it ("the steelmaker
// Volmer"), by a word such as "Bank" in it, or as a single name that opens a sentence and is nobody's surname.
TokenRange organisation_named(const Document& document, const Persons& persons, const Sentence& sentence,
                              std::size_t at, std::size_t end) {
    const auto kind = vocabulary().speaker_nouns.match_before(document.tokens, at, sentence.begin);
    const bool firm = kind && *kind.meaning == SpeakerNoun::organisation;
    // "Leeds-based | Corran Mills cut"
    if (at == sentence.begin && end > at + 3 && document.is(at + 1, "-") && document.is(at + 2, "based"))
        return is_called_person(document, persons, at + 3, end) ? TokenRange{} : TokenRange{at + 3, end};
    // "Airline | Skarven carried"
    if (at == sentence.begin && end > at + 1 && sentence.kind == LineKind::prose && end < sentence.end &&
        opens_with_kind_of_firm(document, at) && document.tokens[at + 1].word == unknown_word)
        return is_called_person(document, persons, at + 1, end) ? TokenRange{} : TokenRange{at + 1, end};
    // "Sweden's | Norrkraft plans"
    const auto place = vocabulary().places.match(document.tokens, sentence.begin, at);
    const bool first = at == sentence.begin || (place && sentence.begin + place.length + 1 == at &&
                                                document.tokens[at - 1].kind == TokenKind::possessive);
    // "Margins will be 4%" opens with a plural, not with a name.
    const bool opens = first && end == at + 1 && document.tokens[at].word == unknown_word &&
                       !looks_plural(document, at) && !document.word(at).ends_with("ing") &&
                       sentence.kind == LineKind::prose && end < sentence.end &&
                       (!document.is(end, ",") || document.is(end + 1, "which") ||
                        is_told_firm(document, end + 1, sentence.end)) &&
                       !names_kind(document, end) && !persons.with_surname(document.word(at));
    const bool told = first && end > at + 1 && sentence.kind == LineKind::prose &&
                      is_apposed_as_firm(document, end, sentence.end) &&
                      !is_called_person(document, persons, at, end);
    // "Shares in Orsted Grocers", "Orsted Grocers shares fell", "Cloud revenue at Orsted"
    const bool has_shares =
        (at >= sentence.begin + 2 && document.is(at - 1, "in") &&
         (document.is(at - 2, "Shares") || document.is(at - 2, "shares"))) ||
        (end < sentence.end && (document.is(end, "shares") || document.is(end, "stock"))) ||
        (at >= sentence.begin + 2 && document.is(at - 1, "at") && names_kind(document, at - 2));
    std::size_t begin = at;
    while (begin < end && is_function_word(document, begin)) ++begin;
    if (begin == end) return {};
    // "The OECD slashed its forecast"
    const bool initials = at == sentence.begin && begin + 1 == end && begin > at &&
                          document.tokens[begin].is_all_capitals() && document.word(begin).size() > 2;
    const bool owns = at == sentence.begin && end > at + 1 && sentence.kind == LineKind::prose &&
                      document.tokens[end].kind == TokenKind::possessive &&
                      !is_called_person(document, persons, at, end);
    const auto is_titled = [&] {  // "Group Director Ann Lee"
        const Person* person = persons.with_surname(document.word(end - 1));
        return person && !person->title.empty();
    };
    const bool by_word =
        end > begin + 1 &&
        (has_organisation_word(document, begin, end) || holds_small_words(document, begin, end)) &&
        !vocabulary().is(document.tokens[end - 1].word, WordClass::named_thing) &&  // "Bank Rate"
        !is_titled();
    const auto is_coded = [&] {
        return has_code(document, end) && !is_called_person(document, persons, at, end);
    };
    return firm || opens || told || owns || by_word || initials || has_shares || is_coded()
               ? TokenRange{begin, end}
               : TokenRange{};
}

// "told | Reuters", "(Reuters)", "analysts polled by | Reuters": not who reported something.
bool is_only_beside(const Document& document, std::size_t begin) {
    if (begin > 0 && document.reads(begin - 1, "the")) --begin;
    return begin > 0 &&
           (document.is(begin - 1, "(") ||
            document.reads_any(begin - 1, {"told", "tells", "telling", "to", "by", "with", "for"}));
}

// The run of capitals around the word at `i`, without what opens a sentence. It knows no sentence as
// begin_of_name() does, and so ends where the line does; and it takes a weekday: "the [Sunday Post]".
TokenRange run_around(const Document& document, std::size_t i) {
    std::size_t begin = i;
    while (begin > 0 && document.tokens[begin - 1].is_word() && document.tokens[begin - 1].is_capitalised() &&
           !document.tokens[begin].starts_line() &&
           (!is_function_word(document, begin - 1) ||
            (begin == i && vocabulary().is(document.tokens[begin - 1].word, WordClass::weekday))))
        --begin;
    // "Journal du | Dimanche"
    if (begin == i && begin > 1 && is_name_particle(document, begin - 1) &&
        document.tokens[begin - 2].is_capitalised())
        begin -= 2;
    return {begin, i + 1};
}

}  // namespace

bool is_apposed_as_firm(const Document& document, std::size_t comma, std::size_t limit) {
    constexpr std::size_t longest = 10;
    if (!document.is(comma, ",")) return false;
    const std::size_t begin = comma + 1;
    std::size_t end = begin;
    for (; end < limit && end < begin + longest; ++end) {
        const Token& token = document.tokens[end];
        if (document.is(end, ",")) break;
        if (vocabulary().is(token.word, WordClass::preposition) ||
            vocabulary().is(token.word, WordClass::relative))
            break;
        if (!token.is_word() && token.kind != TokenKind::possessive && !document.is(end, "-")) return false;
    }
    const bool owned = end > begin + 2 && document.tokens[begin + 1].kind == TokenKind::possessive;
    if (end < begin + 2 || (!owned && !document.reads_any(begin, {"a", "an", "the"}))) return false;
    return is_called_firm(document, begin, end);
}

TokenRange medium_before(const Document& document, std::size_t token) {
    constexpr std::size_t furthest = 600;  // tokens
    const std::size_t last = token > furthest ? token - furthest : 0;
    for (std::size_t i = token; i-- > last;) {
        const Token& each = document.tokens[i];
        if (!each.is_word()) continue;
        const WordClasses& classes = vocabulary().classes[each.word];
        TokenRange name;
        if (each.is_capitalised() && classes.has(WordClass::medium))
            name = run_around(document, i);
        else if (!each.is_capitalised() && classes.has(WordClass::press_noun)) {
            // "the newspaper Dorne Nytt", "Dorne Nytt magazine"
            const Token& next = document.tokens[i + 1];
            if (i + 1 < token && next.is_word() && next.is_capitalised() &&
                !is_function_word(document, i + 1))
                name = {i + 1, end_of_name(document, i + 1, token)};
            else if (i > 0 && document.tokens[i - 1].is_word() && document.tokens[i - 1].is_capitalised() &&
                     !is_function_word(document, i - 1) &&
                     !vocabulary().is(document.tokens[i - 1].word, WordClass::currency_place) &&
                     !looks_adjective(document, i - 1))
                name = run_around(document, i - 1);
        }
        if (!name.empty() && !is_only_beside(document, name.begin)) return name;
    }
    return {};
}

bool is_told_to(const Document& document, std::size_t at) {
    if (at > 1 && document.is(at - 1, "the")) --at;
    return at > 0 &&
           (document.is(at - 1, "told") || document.is(at - 1, "tells") || document.is(at - 1, "telling"));
}

Organisations::Organisations(const Document& document, const Persons& persons) {
    for (const Sentence& sentence : document.sentences) {
        if (!sentence.is_read()) continue;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            i = document.signs.next(Sign::capital, i, sentence.end);
            if (i == sentence.end) break;
            const std::size_t end = end_of_body(document, i, sentence.end);
            if (end == i) continue;
            const TokenRange name = organisation_named(document, persons, sentence, i, end);
            // Who was told is not who speaks on.
            if (!name.empty() && !is_told_to(document, i)) all_.push_back({i, name});
            i = end - 1;
        }
    }
    add_other_mentions(document);
}

// "First, Tarnholt's sales grew", where a sentence opens with Tarnholt elsewhere: each place where a name of one word stands.
void Organisations::add_other_mentions(const Document& document) {
    std::unordered_set<std::string_view> names;
    for (const Mention& mention : all_)
        if (mention.name.end == mention.name.begin + 1) names.insert(document.word(mention.name.begin));
    if (names.empty()) return;
    const std::size_t known = all_.size();
    for (const Sentence& sentence : document.sentences) {
        if (!sentence.is_read()) continue;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            i = document.signs.next(Sign::capital, i, sentence.end);
            if (i == sentence.end) break;
            const bool part = i > sentence.begin && document.tokens[i - 1].is_capitalised();
            const bool whole = i + 1 >= sentence.end || !document.tokens[i + 1].is_capitalised();
            if (!part && whole && names.contains(document.word(i))) all_.push_back({i, {i, i + 1}});
        }
    }
    if (all_.size() == known) return;
    std::sort(all_.begin(), all_.end(), [](const Mention& a, const Mention& b) { return a.at < b.at; });
}

TokenRange Organisations::before(std::size_t token, std::size_t earlier) const {
    const auto behind = std::partition_point(all_.begin(), all_.end(),
                                             [&](const Mention& mention) { return mention.at < token; });
    const auto named = static_cast<std::size_t>(behind - all_.begin());
    return named <= earlier ? TokenRange{} : all_[named - 1 - earlier].name;
}

}  // namespace figbook
