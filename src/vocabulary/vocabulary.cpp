#include "vocabulary/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <stdexcept>

#include "base/csv.hpp"
#include "base/utf8.hpp"
#include "embedded.hpp"

namespace figbook {
namespace {

// The rows of a table as maps from column to cell.
using Row = std::map<std::string, std::string, std::less<>>;

std::vector<Row> rows_of(std::string_view file) {
    const CsvTable table = read_csv(vocabulary_files::embedded(file));
    std::vector<Row> rows;
    for (const auto& cells : table.rows) {
        Row row;
        for (std::size_t i = 0; i < cells.size(); ++i) row[table.header[i]] = cells[i];
        rows.push_back(std::move(row));
    }
    return rows;
}

template <class Value>
using Names = std::vector<std::pair<std::string_view, Value>>;

// The value of a name in a cell; throws where the table says something that the program does not know.
template <class Value>
Value pick(const Names<Value>& names, std::string_view name, std::string_view file) {
    for (const auto& [known, value] : names)
        if (known == name) return value;
    throw std::invalid_argument(fmt::format("{}: '{}' is not known", file, name));
}

Decimal number_in(const std::string& cell) {
    const auto value = Decimal::parse(cell);
    if (!value) throw std::invalid_argument("vocabulary: not a number: " + cell);
    return *value;
}

}  // namespace

Vocabulary::Vocabulary() {
    load_classes();
    load_numbers();
    load_currencies();
    load_currency_letters();
    load_bounds();
    load_units();
    load_changes();
    load_speech();
    load_time();
    load_names();
    classes.resize(lexicon.size());
    mark_figure_words();
    lexicon.settle();

    std::uint64_t sum = 0xcbf29ce484222325u;
    for (const std::string_view name : vocabulary_files::embedded_names())
        for (const char c : vocabulary_files::embedded(name))
            sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    hash = fmt::format("{:016x}", sum);
}

void Vocabulary::add_class(WordClass wanted, std::string_view word) {
    const WordId id = lexicon.add(lower(word));
    if (id >= classes.size()) classes.resize(id + 64);
    classes[id].add(wanted);
}

void Vocabulary::mark_figure_words() {
    for (WordId word = 0; word < classes.size(); ++word)
        if (is(word, WordClass::number) || is(word, WordClass::fraction) || is(word, WordClass::multiple) ||
            is(word, WordClass::magnitude) || numbers.can_start(word))
            classes[word].add(WordClass::figure_word);
    for (WordId word = 0; word < classes.size(); ++word)
        if (is(word, WordClass::figure_word) || is(word, WordClass::common_code) ||
            is(word, WordClass::number_opener) || is(word, WordClass::currency_letter) ||
            currencies.can_start(word) || multiples.can_start(word))
            classes[word].add(WordClass::figure_start);
    static constexpr WordClasses says{WordClass::cue_start, WordClass::attribution_word,
                                      WordClass::survey_noun, WordClass::saying_noun, WordClass::view_noun};
    static constexpr WordClasses tells_currency{WordClass::currency, WordClass::currency_code,
                                                WordClass::currency_place};
    static constexpr WordClasses opens_time{WordClass::time_opener, WordClass::month,  WordClass::weekday,
                                            WordClass::time_noun,   WordClass::number, WordClass::determiner};
    for (WordId word = 0; word < classes.size(); ++word) {
        if (cues.can_start(word)) classes[word].add(WordClass::cue_start);
        if (classes[word].has_any(opens_time)) classes[word].add(WordClass::time_start);
        if (classes[word].has_any(tells_currency)) classes[word].add(WordClass::currency_sign);
        if (is(word, WordClass::currency_code) || currencies.can_start(word) || percents.can_start(word) ||
            units.can_start(word) || unit_symbols.can_start(word))
            classes[word].add(WordClass::unit_start);
        if (classes[word].has_any(says)) classes[word].add(WordClass::attribution_start);
        if (change_verbs.can_start(word)) classes[word].add(WordClass::change_verb_start);
        if (change_nouns.can_start(word)) classes[word].add(WordClass::change_noun_start);
    }
    for (const std::string_view word : {"%", "per", "percent", "percents", "percentage", "percentages"})
        add_class(WordClass::figure_start, word);
    // "5 millions of euros", "6 in. of snow", and pounds beside a weight.
    for (const std::string_view word : {"of", "in", "pound", "pounds"})
        add_class(WordClass::unit_start, word);
}

void Vocabulary::load_classes() {
    for (const Row& row : rows_of("word-classes.csv")) {
        const auto wanted = word_class_named(row.at("class"));
        if (!wanted)
            throw std::invalid_argument(fmt::format("word-classes.csv: '{}' is not known", row.at("class")));
        for (const std::string& word : split(row.at("words"), '|')) add_class(*wanted, word);
    }
}

void Vocabulary::load_numbers() {
    static const Names<NumberForm> forms{{"unit", NumberForm::unit},     {"teen", NumberForm::teen},
                                         {"ten", NumberForm::ten},       {"hundred", NumberForm::hundred},
                                         {"half", NumberForm::half},     {"fraction", NumberForm::fraction},
                                         {"vulgar", NumberForm::vulgar}, {"dozen", NumberForm::dozen}};
    for (const Row& row : rows_of("number-words.csv")) {
        const NumberForm form = pick(forms, row.at("form"), "number-words.csv");
        const bool fraction = form == NumberForm::half || form == NumberForm::fraction;
        for (const std::string& word : split(row.at("words"), '|')) {
            numbers.add(word, {number_in(row.at("value")), form});
            if (word.find('-') == std::string::npos)
                add_class(fraction ? WordClass::fraction : WordClass::number, word);
        }
    }
    static const Names<bool> abbreviations{{"word", false}, {"short", true}, {"indian", false}};
    for (const Row& row : rows_of("magnitudes.csv"))
        for (const std::string& word : split(row.at("words"), '|')) {
            magnitudes.add(
                word, {std::stoi(row.at("power")), pick(abbreviations, row.at("use"), "magnitudes.csv")});
            add_class(WordClass::magnitude, word);
        }
}

namespace {

// The plain words of a group of currencies.
struct GroupWords {
    std::vector<std::string> words, symbols, minor;
};

// "fils:3" -> "fils" and 3: how far the minor unit is behind the point, 2 where nothing is said.
std::pair<std::string, int> minor_word(const std::string& cell) {
    const std::size_t colon = cell.find(':');
    if (colon == std::string::npos) return {cell, 2};
    return {cell.substr(0, colon), std::stoi(cell.substr(colon + 1))};
}

}  // namespace

std::string_view Vocabulary::kept(const std::string& word) {
    return *kept_words_.insert(word).first;
}

void Vocabulary::add_currency(const std::string& phrase, const CurrencyName& name) {
    currencies.add(phrase, name);
    add_class(WordClass::currency, phrase.substr(0, phrase.find_first_of(" .-$£€¥₵")));
}

void Vocabulary::load_currencies() {
    std::map<std::string, GroupWords> words_of;
    for (const Row& row : rows_of("currency-groups.csv")) {
        groups.push_back({row.at("group"), row.at("default"), false, split(row.at("also"), '|')});
        words_of[row.at("group")] = {split(row.at("words"), '|'), split(row.at("symbols"), '|'),
                                     split(row.at("minor_words"), '|')};
    }
    std::map<std::string, int> current_members;
    for (const Row& row : rows_of("currencies.csv")) {
        const std::string_view code = kept(row.at("code"));
        const std::string_view name = kept(row.at("group"));
        if (row.at("until").empty()) ++current_members[std::string(name)];
        coded_.push_back({code, name, false, true});
        add_class(WordClass::currency_code, code);
        for (const std::string& symbol : split(row.at("symbols"), '|')) {
            add_currency(symbol, {code, name, false, true});
            if (symbol == "₱") add_class(WordClass::currency, symbol);  // of one currency, and speaks for it
            // "HK $3.7 billion": some papers set a space; "A $5m plan" has an article.
            if (symbol.back() == '$' && symbol != "A$")
                add_currency(symbol.substr(0, symbol.size() - 1) + " $", {code, name, false, true});
        }
        const GroupWords& words = words_of[std::string(name)];
        // "CAD$15", "GBP £15": both at once.
        for (const std::string_view symbol : {"$", "£", "€"})
            if (row.at("symbols").find(symbol) != std::string::npos ||
                std::find(words.symbols.begin(), words.symbols.end(), symbol) != words.symbols.end())
                for (const std::string_view space : {"", " "})
                    add_currency(fmt::format("{}{}{}", code, space, symbol), {code, name, false, true});
        for (const std::string& adjective : split(row.at("adjectives"), '|')) {
            for (const std::string& word : words.words) add_currency(adjective + " " + word, {code, name});
            for (const std::string& cell : words.minor)
                if (const auto [word, digits] = minor_word(cell); word.size() > 1)
                    add_currency(adjective + " " + word, {code, name, true, false, digits});
        }
        for (const std::string& each : split(row.at("name"), '|')) {
            if (group(name) && each.find(' ') == std::string::npos) continue;
            add_currency(each, {code, name});
            add_currency(each + "s", {code, name});
        }
        for (const std::string& place : split(row.at("places"), '|')) {
            places.add(lower(place), {code, name});
            add_class(WordClass::currency_place, place.substr(0, place.find_first_of(" -'’")));  // "U.S." too
        }
    }
    for (CurrencyGroup& each : groups) {
        each.open = current_members[each.name] > 1 || !each.also.empty();
        const std::string_view fixed = each.open ? std::string_view() : kept(each.fallback);
        const std::string_view name = kept(each.name);
        const GroupWords& words = words_of[each.name];
        for (const std::string& symbol : words.symbols) add_currency(symbol, {fixed, name, false, true});
        for (const std::string& word : words.words) add_currency(word, {fixed, name});
        for (const std::string& cell : words.minor) {
            const auto [word, digits] = minor_word(cell);
            add_currency(word, {fixed, name, true, false, digits});
        }
    }
    std::sort(coded_.begin(), coded_.end(),
              [](const CurrencyName& a, const CurrencyName& b) { return a.code < b.code; });
}

void Vocabulary::load_currency_letters() {
    static const Names<bool> proofs{{"enough", true}, {"evidence", false}};
    for (const Row& row : rows_of("currency-letters.csv")) {
        CurrencyLetter& letter = letters.emplace_back(
            CurrencyLetter{row.at("letter")[0], {}, pick(proofs, row.at("shape"), "currency-letters.csv")});
        for (const std::string& code : split(row.at("codes"), '|')) {
            const CurrencyName* currency = currency_of(code);
            if (!currency)
                throw std::invalid_argument(fmt::format("currency-letters.csv: '{}' is no currency", code));
            letter.currencies.push_back(*currency);
        }
        add_class(WordClass::currency_letter, row.at("letter"));
    }
}

const CurrencyLetter* Vocabulary::letter_of(std::string_view written) const {
    const auto found = std::find_if(letters.begin(), letters.end(), [&](const CurrencyLetter& each) {
        return written.size() == 1 && written[0] == each.letter;
    });
    return found == letters.end() ? nullptr : &*found;
}

void Vocabulary::load_bounds() {
    for (const Row& row : rows_of("bounds.csv")) {
        auto& table = row.at("place") == "before" ? bounds_before : bounds_after;
        static const std::array<std::string_view, 6> known{"exact", "about",    "over",
                                                           "under", "at_least", "at_most"};
        const auto bound = std::find(known.begin(), known.end(), row.at("bound"));
        if (bound == known.end()) throw std::invalid_argument("bounds.csv: unknown bound " + row.at("bound"));
        for (const std::string& phrase : split(row.at("words"), '|')) table.add(phrase, {*bound});
    }
}

void Vocabulary::load_units() {
    for (const Row& row : rows_of("percents.csv"))
        for (const std::string& word : split(row.at("words"), '|')) percents.add(word, row.at("unit"));
    for (const Row& row : rows_of("units.csv")) {
        Unit unit{row.at("code"), row.at("dimension"), std::nullopt};
        if (!row.at("factor").empty()) unit.factor = std::stod(row.at("factor"));
        if (!row.at("power").empty()) unit.power = std::stoi(row.at("power"));
        units_by_code.try_emplace(unit.code, unit);
        for (const std::string& word : split(row.at("words"), '|')) units.add(word, unit);
        for (const std::string& symbol : split(row.at("symbols"), '|')) {
            unit_symbols.add(symbol, unit);
            symbols_as_written.emplace_back(symbol, unit);
        }
    }
    std::sort(symbols_as_written.begin(), symbols_as_written.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const Row& row : rows_of("per.csv"))
        for (const std::string& word : split(row.at("words"), '|')) per.add(lower(word), row.at("code"));
}

void Vocabulary::load_changes() {
    struct Part {
        PhraseTable<ChangeWord>* table;
        WordClass word_class;
    };
    const Names<Part> parts{{"verb", {&change_verbs, WordClass::change_verb}},
                            {"noun", {&change_nouns, WordClass::change_noun}},
                            {"comparative", {&change_comparatives, WordClass::change_comparative}},
                            {"particle", {&change_particles, WordClass::change_particle}}};
    static const Names<ChangeStrength> strengths{{"full", ChangeStrength::full},
                                                 {"rate", ChangeStrength::rate},
                                                 {"jobs", ChangeStrength::jobs},
                                                 {"moved", ChangeStrength::moved}};
    for (const Row& row : rows_of("changes.csv")) {
        const Part part = pick(parts, row.at("part"), "changes.csv");
        const ChangeWord change{row.at("direction") == "increase",
                                pick(strengths, row.at("strength"), "changes.csv")};
        for (const std::string& phrase : split(row.at("words"), '|')) {
            part.table->add(phrase, change);
            if (phrase.find(' ') == std::string::npos) add_class(part.word_class, phrase);
        }
    }
    static const Names<MultipleForm> forms{
        {"always", MultipleForm::always}, {"bare", MultipleForm::bare}, {"compared", MultipleForm::compared}};
    for (const Row& row : rows_of("multiples.csv")) {
        static const std::array<std::string_view, 3> known{"increase", "decrease", "none"};
        const auto direction = std::find(known.begin(), known.end(), row.at("direction"));
        if (direction == known.end()) throw std::invalid_argument("multiples.csv: unknown direction");
        const MultipleForm form = pick(forms, row.at("form"), "multiples.csv");
        for (const std::string& phrase : split(row.at("words"), '|')) {
            multiples.add(phrase, {number_in(row.at("value")), *direction, form});
            if (phrase.find_first_of(" -") == std::string::npos) add_class(WordClass::multiple, phrase);
        }
    }
}

void Vocabulary::load_speech() {
    static const Names<CueKind> cue_kinds{{"say", CueKind::say},         {"tell", CueKind::tell},
                                          {"cite", CueKind::cite},       {"expect", CueKind::expect},
                                          {"promise", CueKind::promise}, {"find", CueKind::find},
                                          {"view", CueKind::view}};
    for (const Row& row : rows_of("cues.csv"))
        for (const std::string& phrase : split(row.at("words"), '|')) {
            const std::string& kind = row.at("kind");
            if (phrase.find(' ') == std::string::npos && kind != "view") add_class(WordClass::cue, phrase);
            if (kind != "opens") cues.add(phrase, pick(cue_kinds, kind, "cues.csv"));
        }
    static const Names<SpeakerNoun> noun_kinds{{"unnamed", SpeakerNoun::unnamed},
                                               {"document", SpeakerNoun::document},
                                               {"organisation", SpeakerNoun::organisation},
                                               {"person", SpeakerNoun::person}};
    for (const Row& row : rows_of("sources.csv"))
        for (const std::string& phrase : split(row.at("words"), '|')) {
            speaker_nouns.add(phrase, pick(noun_kinds, row.at("kind"), "sources.csv"));
            if (phrase.find_first_of(" -") == std::string::npos) add_class(WordClass::speaker_noun, phrase);
        }
    for (const Row& row : rows_of("titles.csv"))
        for (const std::string& phrase : split(row.at("words"), '|')) {
            titles.add(phrase, 0);
            if (phrase.find_first_of(" -.") == std::string::npos) add_class(WordClass::title, phrase);
            if (!row.at("in_full").empty()) titles_in_full[phrase] = row.at("in_full");
        }
    static const Names<Pronoun> pronouns{{"he", Pronoun::he}, {"she", Pronoun::she}};
    for (const Row& row : rows_of("given-names.csv"))
        for (const std::string& name : split(row.at("words"), '|'))
            given_names[name] = pick(pronouns, row.at("pronoun"), "given-names.csv");
    for (const Row& row : rows_of("known-bodies.csv"))
        for (std::string& name : split(row.at("words"), '|')) add_known_body(std::move(name));
}

// A text may cut its first word behind its letters, as in "T-Mobile", or not.
void Vocabulary::add_known_body(std::string name) {
    for (const std::string_view ends : {" ", " -.&'"}) {
        const std::string_view first = std::string_view(name).substr(0, name.find_first_of(ends));
        openers_of_bodies_.set(WordKey::of_lower(first).hash() % openers_of_bodies_.size());
    }
    known_bodies.insert(std::move(name));
}

void Vocabulary::load_time() {
    static const Names<TimeWordKind> kinds{{"month", TimeWordKind::month},
                                           {"weekday", TimeWordKind::weekday},
                                           {"ordinal", TimeWordKind::ordinal},
                                           {"season", TimeWordKind::season}};
    for (const Row& row : rows_of("time-words.csv")) {
        const TimeWord word{pick(kinds, row.at("kind"), "time-words.csv"), std::stoi(row.at("number"))};
        for (const std::string& phrase : split(row.at("words"), '|')) {
            times.add(phrase, word);
            const std::string plain = phrase.substr(0, phrase.find('.'));
            if (word.kind == TimeWordKind::month) add_class(WordClass::month, plain);
            if (word.kind == TimeWordKind::weekday) add_class(WordClass::weekday, plain);
        }
    }
}

void Vocabulary::load_names() {
    for (const Row& row : rows_of("not-figures.csv")) {
        const std::string& form = row.at("case");
        const NumberedName meaning = form == "name"    ? NumberedName::capital
                                     : form == "label" ? NumberedName::label
                                     : form == "verb"  ? NumberedName::verb
                                                       : NumberedName::any;
        for (const std::string& phrase : split(row.at("words"), '|'))
            names_before_numbers.add(phrase, meaning);
    }
    for (const Row& row : rows_of("abbreviations.csv"))
        for (const std::string& word : split(row.at("words"), '|')) add_class(WordClass::abbreviation, word);
}

const CurrencyGroup* Vocabulary::group(std::string_view name) const {
    for (const CurrencyGroup& each : groups)
        if (each.name == name) return &each;
    return nullptr;
}

const Unit* Vocabulary::unit_written_as(std::string_view symbol) const {
    const auto at =
        std::lower_bound(symbols_as_written.begin(), symbols_as_written.end(), symbol,
                         [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
    return at != symbols_as_written.end() && at->first == symbol ? &at->second : nullptr;
}

const CurrencyName* Vocabulary::currency_of(std::string_view code) const {
    const auto at = std::lower_bound(
        coded_.begin(), coded_.end(), code,
        [](const CurrencyName& each, std::string_view wanted) { return each.code < wanted; });
    return at != coded_.end() && at->code == code ? &*at : nullptr;
}

const Vocabulary& built_in_vocabulary() {
    static const Vocabulary instance;
    vocabulary_at_hand.store(&instance, std::memory_order_release);
    return instance;
}

}  // namespace figbook
