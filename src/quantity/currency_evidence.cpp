#include "quantity/currency_evidence.hpp"

#include <algorithm>
#include <iterator>

namespace figbook {
namespace {

constexpr std::string_view always_signed = "TWD";  // "NT$": in Taiwan a bare "$" is America's
constexpr std::size_t furthest_place = 6;          // from a figure, in tokens
constexpr int loud = 3;  // of a dateline or a publication's home, and of a place that is more than a mention

// "SYDNEY (Reuters) -": a place in capitals at the very start says where the article was written.
bool is_dateline(const Token& token, std::size_t place) {
    return place < 4 && token.is_all_capitals();
}

// "Toronto", and "U.S.", which is no word with a capital to the tokens.
bool has_capital(const Document& document, std::size_t i) {
    const char first = document.text[document.tokens[i].start];
    return document.tokens[i].is_capitalised() || (first >= 'A' && first <= 'Z');
}

// "Toronto's", "Australia spent", "the Canadian government", "the Sydney-based carrier": the country is who pays or owns,
// and no mere mention, as in "members in Europe and Canada spent".
bool is_owner(const Document& document, const Sentence& sentence, std::size_t place, std::size_t length) {
    const std::size_t behind = place + length;
    static constexpr WordClasses acting{WordClass::verb, WordClass::change_verb, WordClass::auxiliary,
                                        WordClass::modal, WordClass::public_body};
    if (behind >= sentence.end) return false;
    const Token& next = document.tokens[behind];
    if (next.kind == TokenKind::possessive) return true;
    if (document.is(behind, "-") && behind + 1 < sentence.end)
        return document.reads(behind + 1, "based") || document.reads(behind + 1, "listed") ||
               document.reads(behind + 1, "headquartered");
    const bool hangs =
        place > sentence.begin && (document.reads(place - 1, "and") ||
                                   vocabulary().is(document.tokens[place - 1].word, WordClass::preposition));
    return !hangs && vocabulary().classes[next.word].has_any(acting);
}

// "176 Hong Kong dollars", "a million Canadian dollars": an amount of it in words, the country's name with it.
bool is_spelt_amount(const Document& document, std::size_t i, std::size_t length) {
    if (i == 0 || length < 2) return false;
    const Token& before = document.tokens[i - 1];
    static constexpr WordClasses numbers{WordClass::number, WordClass::magnitude};
    return document.reads_any(i + length - 1, {"dollars", "dollar"}) &&
           (before.is_number() || vocabulary().classes[before.word].has_any(numbers));
}

// The dollar and the pound are told of in every country: a mention of one does not decide for its currency.
bool is_world_currency(std::string_view code) {
    return code == "USD" || code == "GBP";
}

}  // namespace

const CurrencyEvidence::Weight* CurrencyEvidence::Known::of(std::string_view code) const {
    const auto found =
        std::find_if(weights.begin(), weights.end(), [&](const Weight& each) { return each.code == code; });
    return found == weights.end() ? nullptr : &*found;
}

int CurrencyEvidence::Known::placed(std::string_view code) const {
    const Weight* weight = of(code);
    return weight ? weight->placed : 0;
}

const std::vector<CurrencyEvidence::Mention>& CurrencyEvidence::mentions() const {
    if (mentions_) return *mentions_;
    constexpr std::size_t usual = 32;  // of an article
    std::vector<Mention>& found = mentions_.emplace();
    found.reserve(usual);
    add_home(found);
    for (const Sentence& sentence : document_.sentences) gather(sentence, found);
    return found;
}

// Adds what one sentence says.
void CurrencyEvidence::gather(const Sentence& sentence, std::vector<Mention>& found) const {
    if (!sentence.has(WordClass::currency_sign)) return;
    const Vocabulary& words = vocabulary();
    const Tokens& tokens = document_.tokens;
    const Token* const first = tokens.data();
    // "The Australian dollar rose": it is told of, and no amount is in it.
    const auto is_told_of = [&](const CurrencyName& name, std::size_t at, std::size_t length) {
        return name.group == "dollar" && name.code != "USD" && length > 1 && !name.symbol &&
               !is_spelt_amount(document_, at, length);
    };
    const auto add_named = [&](const CurrencyName& name, std::size_t at, bool spelt) {
        found.push_back({name.code, name.group, at, 0, true, spelt, false});
    };
    const auto next = [&](std::size_t i) { return document_.signs.next(Sign::currency, i, sentence.end); };
    for (std::size_t i = next(sentence.begin); i < sentence.end; i = next(i + 1)) {
        const Token& token = first[i];
        // Most are signs of several currencies before a number, with which no longer name begins.
        const bool may_go_on = i + 1 < tokens.size() && first[i + 1].word != unknown_word;
        const bool shared = document_.is(i, "$") || document_.is(i, "€") || document_.is(i, "£");
        if (may_go_on || token.is_capitalised() || !shared)
            if (const auto match = words.currencies.match(tokens, i, tokens.size());
                match && !match.meaning->code.empty() &&
                (match.length > 1 || token.is_capitalised() || match.meaning->symbol) &&
                !(match.length > 1 && !token.space_before() && !token.is_capitalised()) &&
                !is_told_of(*match.meaning, i, match.length))
                add_named(*match.meaning, i, is_spelt_amount(document_, i, match.length));
        if (!has_capital(document_, i)) continue;
        if (token.is_all_capitals() && words.is(token.word, WordClass::currency_code))
            if (const CurrencyName* currency = words.currency_of(document_.word(i));
                currency && !words.is(token.word, WordClass::code_lookalike))
                add_named(*currency, i, false);
        if (const auto place = words.places.match(tokens, i, tokens.size()))
            found.push_back({place.meaning->code, place.meaning->group, i, is_dateline(token, i) ? loud : 1,
                             false, false, is_owner(document_, sentence, i, place.length)});
    }
}

// The place that the name of the publication has in it.
void CurrencyEvidence::add_home(std::vector<Mention>& found) const {
    if (publication_.empty()) return;
    Tokens tokens;
    tokenize(publication_, tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (tokens[i].is_capitalised())
            if (const auto place = vocabulary().places.match(tokens, i, tokens.size())) {
                found.push_back({place.meaning->code, place.meaning->group, document_.tokens.size(), loud,
                                 false, false, false});  // in no sentence
                return;
            }
}

bool CurrencyEvidence::speaks_for(std::string_view code) const {
    const auto& all = mentions();
    return std::any_of(all.begin(), all.end(), [&](const Mention& each) { return each.code == code; });
}

bool CurrencyEvidence::is_abroad() const {
    if (abroad_) return *abroad_;
    int america = 0, others = 0;
    for (const Mention& each : mentions()) {
        if (each.named && is_world_currency(each.code)) continue;
        (each.code == "USD" ? america : others) += std::max(each.weight, 1);
    }
    abroad_ = others > america;
    return *abroad_;
}

const CurrencyEvidence::Known& CurrencyEvidence::known(const CurrencyGroup& group) const {
    for (const Known& each : known_)
        if (each.group == &group) return each;
    constexpr std::size_t usual = 4;  // currencies of a group that an article names
    Known& made = known_.emplace_back();
    made.group = &group;
    made.weights.reserve(usual);
    for (const Mention& each : mentions()) {
        if (group.name == "dollar" && each.code == always_signed) continue;
        const bool also = std::find(group.also.begin(), group.also.end(), each.group) != group.also.end();
        if (each.group != group.name && !also) continue;
        made.is_told = true;
        if (!each.named && each.token < document_.tokens.size()) made.places.push_back(each);
        auto weight = std::find_if(made.weights.begin(), made.weights.end(),
                                   [&](const Weight& known) { return known.code == each.code; });
        if (weight == made.weights.end())
            weight = made.weights.insert(weight, Weight{each.code, 0, 0, 0, false});
        weight->named += each.named ? 1 : 0;
        weight->placed += each.named ? 0 : each.weight;
        weight->spelt += each.spelt ? 1 : 0;
        weight->owns |= each.owns;
    }
    return made;
}

// How loudly the place speaks that is named most and has no currency of the group.
// Looked for once, where it is first asked: most articles need it for no figure.
int CurrencyEvidence::loudest_other(const Known& known) const {
    if (known.loudest_other) return *known.loudest_other;
    struct Place {
        std::string_view code;
        int weight;
    };
    std::vector<Place> places;
    int loudest = 0;
    for (const Mention& each : mentions()) {
        if (each.named || is_world_currency(each.code) || known.of(each.code)) continue;
        auto place = std::find_if(places.begin(), places.end(),
                                  [&](const Place& seen) { return seen.code == each.code; });
        if (place == places.end()) place = places.insert(place, Place{each.code, 0});
        place->weight += each.weight;
        loudest = std::max(loudest, place->weight);
    }
    known.loudest_other = loudest;
    return loudest;
}

// "lifted the wage by 60 cents to €14.10": of the euro, where the sentence has no dollar. Looked for once a sentence: one may
// have thousands of cents.
bool CurrencyEvidence::tells_of_euros(const Sentence& sentence) const {
    if (last_money_ && last_money_->sentence == sentence.begin) return last_money_->in_euros;
    bool euro = false, dollar = false;
    for (std::size_t i = sentence.begin; i < sentence.end && !dollar; ++i) {
        dollar = document_.is(i, "$");
        euro = euro || document_.is(i, "€") || document_.reads(i, "euro") || document_.reads(i, "euros");
    }
    last_money_ = {sentence.begin, euro && !dollar};
    return last_money_->in_euros;
}

// "climbed by €31 million. … rose to 71 cents": an article with amounts in euros and none in dollars.
bool CurrencyEvidence::counts_in_euros() const {
    if (in_euros_) return *in_euros_;
    bool euro = false, dollar = false;
    const WordLiteral euros[]{"€", "euro", "euros"}, others[]{"$", "dollar", "dollars", "rand"};
    const auto is_one = [](const auto& words, std::uint32_t hash) {
        return std::any_of(std::begin(words), std::end(words),
                           [&](const WordLiteral& word) { return word.hash == hash; });
    };
    for (std::size_t i = 0; i < document_.token_count; ++i) {
        euro |= is_one(euros, document_.tokens[i].hash);
        dollar |= is_one(others, document_.tokens[i].hash);
    }
    in_euros_ = euro && !dollar;
    return *in_euros_;
}

CurrencyChoice CurrencyEvidence::choose(std::string_view group, const Sentence& sentence,
                                        std::size_t at) const {
    const CurrencyGroup* wanted = vocabulary().group(group);
    if (!wanted) return {};
    if (!wanted->open) return {wanted->fallback, false};
    if (wanted->name == "cent" && (tells_of_euros(sentence) || counts_in_euros())) return {"EUR", false};
    return decide(known(*wanted), sentence, at);
}

// "5 million kroner in Denmark": the place says where the figure is, though another stands before it.
bool CurrencyEvidence::is_place_of_figure(std::size_t token, const Sentence& sentence, std::size_t at) const {
    if (token <= at || token > at + furthest_place || token <= sentence.begin) return false;
    if (!document_.reads(token - 1, "in")) return false;
    for (std::size_t i = at + 1; i < token; ++i)
        if (document_.is(i, ",") || document_.reads(i, "and")) return false;
    return true;
}

// "borrowers in Kenya, Uganda and Rwanda": side by side, none of them says whose money it is.
bool CurrencyEvidence::are_listed(const Mention& one, const Mention& next) const {
    return one.code != next.code && next.token == one.token + 2 &&
           (document_.is(next.token - 1, ",") || document_.reads(next.token - 1, "and"));
}

// Gathered once a sentence, since one may have thousands of figures and as many places.
const CurrencyEvidence::SentencePlaces& CurrencyEvidence::places_of(const Known& known,
                                                                    const Sentence& sentence) const {
    if (known.last && known.last->sentence == sentence.begin) return *known.last;
    const auto& places = known.places;
    const auto first_from = [&](std::size_t token) {
        const auto is_before = [&](const Mention& each) { return each.token < token; };
        return static_cast<std::size_t>(std::partition_point(places.begin(), places.end(), is_before) -
                                        places.begin());
    };
    SentencePlaces& all = known.last.emplace();
    all.sentence = sentence.begin;
    all.begin = first_from(sentence.begin);
    all.end = first_from(sentence.end);
    for (std::size_t i = all.begin; i < all.end; ++i) {
        const Mention& each = places[i];
        all.owns |= each.owns || (each.token == sentence.begin + 1 && document_.reads(sentence.begin, "in"));
        all.is_one &= each.code == places[all.begin].code;
        all.lists |= i > all.begin && are_listed(places[i - 1], each);
    }
    return all;
}

// The first place of the sentence that is not before the figure.
std::size_t CurrencyEvidence::first_behind(const Known& known, const SentencePlaces& of, std::size_t at) {
    const auto begin = known.places.begin();
    const auto is_before = [&](const Mention& each) { return each.token < at; };
    return static_cast<std::size_t>(std::partition_point(begin + static_cast<std::ptrdiff_t>(of.begin),
                                                         begin + static_cast<std::ptrdiff_t>(of.end),
                                                         is_before) -
                                    begin);
}

// The place in the sentence where the figure is said to be; none where nothing says so.
const CurrencyEvidence::Mention* CurrencyEvidence::place_of_figure(const Known& known,
                                                                   const Sentence& sentence,
                                                                   std::size_t at) const {
    const SentencePlaces& of = places_of(known, sentence);
    for (std::size_t i = first_behind(known, of, at); i < of.end; ++i) {
        const Mention& each = known.places[i];
        if (each.token > at + furthest_place) break;
        if (is_place_of_figure(each.token, sentence, at)) return &each;
    }
    return nullptr;
}

// The currency whose place stands nearest to the figure in its sentence: right behind it, else the last before it, else
// the first behind. "" where the sentence names none.
std::string_view CurrencyEvidence::nearest(const Known& known, const Sentence& sentence,
                                           std::size_t at) const {
    const SentencePlaces& of = places_of(known, sentence);
    if (of.begin == of.end) return "";
    if (const Mention* place = place_of_figure(known, sentence, at)) return place->code;
    const std::size_t behind = first_behind(known, of, at);
    return known.places[behind > of.begin ? behind - 1 : behind].code;
}

// True where the country pays or owns in the sentence or is the figure's place, the sentence names no other of the
// group, and the article that one no less than the default's: then it speaks for its own dollar.
bool CurrencyEvidence::is_paying_place(const Known& known, const Sentence& sentence, std::size_t at,
                                       std::string_view code) const {
    const SentencePlaces& of = places_of(known, sentence);
    if (!of.is_one) return false;
    const bool pays = of.owns || place_of_figure(known, sentence, at) != nullptr;
    return pays && known.placed(code) >= known.placed(known.group->fallback);
}

// The currency of the last place before the figure, the default where none is.
std::string_view CurrencyEvidence::last_before(const Known& known, std::size_t at) const {
    const std::size_t behind = first_behind(known, {0, 0, known.places.size(), false, true, false}, at);
    return behind == 0 ? known.group->fallback : known.places[behind - 1].code;
}

// A named twin only decides where it is the only one: an article with A$ and US$ leaves "$" open.
std::optional<CurrencyChoice> CurrencyEvidence::named_twin(const Known& known) const {
    const Weight* twin = nullptr;
    int placed = 0;  // of what is placed most
    for (const Weight& each : known.weights) {
        placed = std::max(placed, each.placed);
        if (each.named == 0) continue;
        if (twin) return std::nullopt;
        twin = &each;
    }
    if (!twin) return std::nullopt;
    // "₱15 … ₱13 …, said Boy Santiago": a name that is a place too does not outweigh what is written beside amounts
    const bool outweighed = is_world_currency(known.group->fallback) ? placed > 0 : placed > twin->named;
    if (twin->placed == 0 && outweighed) return std::nullopt;
    if (twin->spelt == twin->named && is_world_currency(known.group->fallback)) return std::nullopt;
    return CurrencyChoice{twin->code, false};
}

CurrencyChoice CurrencyEvidence::decide(const Known& known, const Sentence& sentence, std::size_t at) const {
    const std::string_view fallback = known.group->fallback;
    if (!known.is_told) return {fallback, true};
    if (const auto twin = named_twin(known)) return *twin;
    // America stands in news of every country: it speaks for its dollar only where no other place does.
    const Weight* strongest = nullptr;
    bool tied = false;
    for (const Weight& each : known.weights) {
        if (each.placed == 0 || each.code == "USD") continue;
        tied = strongest && (each.placed == strongest->placed || (tied && each.placed < strongest->placed));
        if (!strongest || each.placed > strongest->placed) strongest = &each;
    }
    if (!strongest) return {fallback, known.placed(fallback) == 0};
    const std::string_view near = nearest(known, sentence, at);
    const bool world = is_world_currency(fallback);
    if (!near.empty() && !places_of(known, sentence).lists &&
        (!world || is_paying_place(known, sentence, at, near)))
        return {near, false};
    if (tied) return {world ? fallback : last_before(known, at), true};
    if (strongest->code == fallback) return {fallback, false};
    // "$12.9bn" beside "176 Hong Kong dollars": who spells the one out means another by the sign
    if (world && strongest->spelt > 0 && strongest->spelt == strongest->named) return {fallback, true};
    // An article that names another country more often is not of this one: of Pakistan, with Taiwan's airlines in it.
    if (world && strongest->named == 0 && loudest_other(known) > strongest->placed) return {fallback, true};
    // Congress, Detroit and New York, with Ontario's plants below: of the country that is named far more often.
    if (world && strongest->named == 0 && known.placed(fallback) >= 2 * strongest->placed)
        return {fallback, true};
    // The default of a world currency gives way only to evidence that is more than a mention.
    const int needed = !world ? 1 : known.placed(fallback) > 0 ? loud : loud - 1;
    // "Australia's emissions fell": the one country that the article is of, where it names no other.
    const bool only_owner = strongest->owns && known.weights.size() == 1;
    if (strongest->placed >= needed || strongest->named > 0 || only_owner) return {strongest->code, false};
    return {fallback, true};
}

}  // namespace figbook
