#include "claim/persons.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "claim/names.hpp"
#include "claim/person_named.hpp"

namespace figbook {
namespace {

// True where the token behind the capitalised word `i` can be of the same name.
bool may_go_on(const Document& document, std::size_t i) {
    const Token& next = document.tokens[i + 1];
    if (next.is_word()) return next.is_capitalised() || vocabulary().is(next.word, WordClass::name_particle);
    if (next.kind != TokenKind::mark || next.continues_name()) return next.continues_name();
    const bool initial = document.tokens[i].length() == 1;
    return document.is(i + 1, "-") || document.is(i + 1, "&") || document.is(i + 1, "'") ||
           document.is(i + 1, "’") || (initial && document.is(i + 1, "."));
}

// A capitalised word alone with no title before it: names nobody. Most are, so that this is asked first.
bool names_nobody(const Document& document, const Sentence& sentence, std::size_t i) {
    return (i + 1 >= sentence.end || !may_go_on(document, i)) &&
           !vocabulary().titles.match_before(document.tokens, i, sentence.begin);
}

// By a title, by what is said of him, or by a name that is given to persons.
bool is_surely_person(const Person& person) {
    return !person.title.empty() || person.is_told_of ||
           vocabulary().given_names.contains(lower(person.name.substr(0, person.name.find(' '))));
}

std::string last_word(std::string_view title) {
    const std::size_t space = title.rfind(' ');
    return std::string(space == std::string_view::npos ? title : title.substr(space + 1));
}

// "spokesman | rear adm.": where the short form of a rank begins behind an office; 0 for none.
std::size_t begin_of_rank(std::string_view title) {
    for (std::size_t space = title.find(' '); space != std::string_view::npos;
         space = title.find(' ', space + 1))
        if (vocabulary().titles_in_full.contains(std::string(title.substr(space + 1)))) return space + 1;
    return 0;
}

// "Opposition leader" is no "leader" of anything else, nor is a "deputy leader".
bool is_of_another(std::string_view title, std::string_view words) {
    if (title.size() <= words.size() + 1) return false;
    const std::string before = last_word(title.substr(0, title.size() - words.size() - 1));
    for (const std::string_view other :
         {"opposition", "deputy", "vice", "shadow", "assistant", "junior", "minority", "rival"})
        if (before == other) return true;
    return false;
}

// "former health minister" of "health minister".
bool ends_in_words(std::string_view title, std::string_view words) {
    return title.ends_with(words) &&
           (title.size() == words.size() || title[title.size() - words.size() - 1] == ' ') &&
           !is_of_another(title, words);
}

// Whom a title is of: "Ms" and "spokeswoman" of women.
Pronoun pronoun_of_title(std::string_view title) {
    if (title.empty()) return Pronoun::any;
    const std::string holder = lower(title);
    for (const std::string_view hers :
         {"mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "queen", "princess"})
        if (holder == hers) return Pronoun::she;
    for (const std::string_view his : {"mr", "mr.", "sir", "lord", "king", "prince"})
        if (holder == his) return Pronoun::he;
    if (holder.ends_with("woman")) return Pronoun::she;
    return holder.ends_with("man") ? Pronoun::he : Pronoun::any;
}

// False where a title is of men or of women, and the name is of the other.
bool may_have_title(const Person& person, std::string_view title) {
    const Pronoun pronoun = pronoun_of_title(title);
    return pronoun == Pronoun::any || may_be_meant(person.name, person.title, pronoun);
}

// "Sir Colin", "Dame Ann"; "Mr Xi" and "Dr Tedros", who are called so as others are by their surnames; not "King Colin".
bool may_stand_before_given_name(std::string_view title, std::string_view name) {
    const std::string holder = last_word(lower(title));
    if (holder == "sir" || holder == "dame") return true;
    static constexpr std::array courtesy{"mr", "mr.", "mrs",  "mrs.",  "ms",        "ms.",     "miss",
                                         "dr", "dr.", "prof", "prof.", "president", "premier", "chairman"};
    const bool known = std::find(courtesy.begin(), courtesy.end(), holder) != courtesy.end();
    return known && !vocabulary().given_names.contains(lower(name));
}

}  // namespace

Persons::Persons(const Document& document) {
    for (const Sentence& sentence : document.sentences) {
        if (!sentence.is_read()) continue;
        for (std::size_t i = sentence.begin; i < sentence.end;) {
            i = document.signs.next(Sign::capital, i, sentence.end);
            if (i == sentence.end) break;
            if (names_nobody(document, sentence, i)) {
                ++i;
                continue;
            }
            const std::size_t end = end_of_name(document, i, sentence.end);
            if (end > i)
                if (auto person = person_named(document, sentence, i, end)) add(std::move(*person));
            i = std::max(end, i + 1);
        }
    }
}

void Persons::add(Person person) {
    constexpr std::size_t usual = 16;  // of an article
    if (all_.empty()) all_.reserve(usual);
    const std::size_t index = all_.size();
    all_.push_back(std::move(person));
    const Person& added = all_.back();
    const auto [at, is_new] = by_surname_.try_emplace(added.surname, index);
    if (is_new) return;
    const Person& known = all_[at->second];
    const auto words_in = [](const Person& each) {
        return std::count(each.name.begin(), each.name.end(), ' ');
    };
    // "Marcel Lazar", and his wife, "Gabriela Violeta Lazar": another of that name.
    const auto given = [](const Person& each) { return each.name.substr(0, each.name.find(' ')); };
    if (words_in(known) > 0 && words_in(added) > 0 && given(known) != given(added)) return;
    const bool fuller = words_in(added) > words_in(known) ||
                        (words_in(added) == words_in(known) && known.title.empty() && !added.title.empty());
    if (fuller) at->second = index;
}

const Persons::GivenNames& Persons::given_names() const {
    if (given_names_) return *given_names_;
    GivenNames& names = given_names_.emplace();
    for (std::size_t index = 0; index < all_.size(); ++index) {
        const Person& person = all_[index];
        const std::size_t space = person.name.find(' ');
        if (space == std::string::npos) continue;
        const std::string_view given = std::string_view(person.name).substr(0, space);
        if (!person.is_told_of && person.title.empty() && !vocabulary().given_names.contains(lower(given)))
            continue;
        const auto add_name = [&](std::string_view each) {
            const auto [at, is_new] = names.try_emplace(each, index);
            if (!is_new && at->second != nobody && all_[at->second].surname != person.surname)
                at->second = nobody;
        };
        add_name(given);
        // "Luiz Inácio Lula da Silva"
        for (std::size_t start = space + 1, next = 0;
             (next = person.name.find(' ', start)) != std::string::npos; start = next + 1)
            if (next > start + 2) add_name(std::string_view(person.name).substr(start, next - start));
    }
    return names;
}

const Person* Persons::with_given_name(std::string_view given) const {
    const auto found = given_names().find(given);
    if (found == given_names().end() || found->second == nobody) return nullptr;
    const Person* fullest = with_surname(all_[found->second].surname);
    const bool same = fullest && fullest->name.find(given) != std::string::npos;
    return same ? fullest : &all_[found->second];
}

const Person* Persons::with_surname(std::string_view surname) const {
    const auto found = by_surname_.find(surname);
    return found == by_surname_.end() ? nullptr : &all_[found->second];
}

const Person* Persons::called(std::string_view name, std::string_view title) const {
    const Person* fullest = with_surname(name);
    if (fullest && !may_have_title(*fullest, title)) {
        // "Ann Hale and her brother Colin Hale were hurt. Mr Hale said …"
        const auto other = std::find_if(all_.begin(), all_.end(), [&](const Person& each) {
            return each.surname == name && each.name.size() > name.size() && may_have_title(each, title);
        });
        return other == all_.end() ? fullest : &*other;
    }
    const bool alone = !fullest || fullest->name.size() == name.size();
    if (!alone || !may_stand_before_given_name(title, name)) return fullest;
    const Person* given = with_given_name(name);
    return given && may_have_title(*given, title) ? given : fullest;
}

const Person& Persons::in_full(const Person& person) const {
    if (person.name.find(' ') != std::string::npos) return person;
    const Person* fullest = called(person.surname, person.title);
    return fullest ? *fullest : person;
}

const Persons::Titles& Persons::titles() const {
    if (titles_) return *titles_;
    Titles& titles = titles_.emplace();
    for (std::size_t index = 0; index < all_.size(); ++index) {
        if (all_[index].title.empty()) continue;
        std::string title = lower(all_[index].title);
        if (const auto full = vocabulary().titles_in_full.find(title);
            full != vocabulary().titles_in_full.end())
            title = full->second;
        const std::string house =
            all_[index].organisation.empty() ? "" : lower(all_[index].organisation) + " ";
        // "spokesman Rear Adm.": the spokesman, and the rear admiral
        if (const std::size_t rank = begin_of_rank(title); rank > 0) {
            const std::string office = title.substr(0, rank - 1);
            titles[last_word(office)].push_back({index, office, house + office});
            title = vocabulary().titles_in_full.find(title.substr(rank))->second;
        }
        const std::string holder = house + title;
        titles[last_word(title)].push_back({index, title, holder});
        // "the director" is the director of research too
        const std::size_t of = title.find(" of ");
        if (of != std::string::npos && all_[index].title.size() == title.size() &&
            all_[index].title[of + 4] == title[of + 4])
            titles[last_word(std::string_view(title).substr(0, of))].push_back(
                {index, title.substr(0, of), holder.substr(0, holder.size() - title.size() + of)});
    }
    return titles;
}

const Person* Persons::with_title(std::string_view title, std::size_t before) const {
    constexpr std::ptrdiff_t furthest = 64;  // persons with a title that ends in the same word
    const std::string wanted = lower(title);
    const auto found = titles().find(last_word(wanted));
    if (found == titles().end()) return nullptr;
    const std::vector<Titled>& named = found->second;
    const auto fits = [&](const Titled& each) {
        return each.of_whom.ends_with(wanted) && !is_of_another(each.of_whom, wanted);
    };
    const auto behind = std::partition_point(
        named.begin(), named.end(), [&](const Titled& each) { return all_[each.index].at < before; });
    const auto first = behind - std::min(furthest, behind - named.begin());
    for (auto each = behind; each != first;)
        if (fits(*--each)) return &all_[each->index];
    const auto last = behind + std::min(furthest, named.end() - behind);
    const auto next = std::find_if(behind, last, fits);
    return next == last ? nullptr : &all_[next->index];
}

const Person* Persons::only_with_title(std::string_view title) const {
    return only_one(title, [](std::string_view held, std::string_view wanted) { return held == wanted; });
}

const Person* Persons::only_in_office(std::string_view office) const {
    return only_one(office, ends_in_words);
}

template <typename Fits>
const Person* Persons::only_one(std::string_view title, Fits fits) const {
    const std::string wanted = lower(title);
    const auto found = titles().find(last_word(wanted));
    if (found == titles().end()) return nullptr;
    const Person* only = nullptr;
    for (const Titled& each : found->second) {
        if (!fits(each.title, wanted)) continue;
        if (only && only->surname != all_[each.index].surname) return nullptr;
        only = &all_[each.index];
    }
    return only;
}

const Person* Persons::before(std::size_t token, Pronoun pronoun) const {
    constexpr std::ptrdiff_t furthest = 16;  // persons of whom none may be meant
    const auto behind = std::partition_point(all_.begin(), all_.end(),
                                             [&](const Person& person) { return person.at < token; });
    const auto first = behind - std::min(furthest, behind - all_.begin());
    const Person* perhaps = nullptr;  // "Bartlett Park", where nobody is known to be a person
    for (auto each = behind; each != first;) {
        --each;
        const Person* fullest = with_surname(each->surname);
        if (!may_be_meant(each->name, each->title, pronoun) ||
            (fullest && !may_be_meant(fullest->name, fullest->title, pronoun)))
            continue;
        const bool known =
            pronoun == Pronoun::any || is_surely_person(*each) || (fullest && is_surely_person(*fullest));
        if (known) return &*each;
        if (!perhaps) perhaps = &*each;
    }
    return perhaps;
}

bool may_be_meant(std::string_view name, std::string_view title, Pronoun pronoun) {
    if (pronoun == Pronoun::any) return true;
    if (name.find(" and ") != std::string_view::npos) return false;
    const std::string_view given = name.substr(0, name.find(' '));
    const auto known = vocabulary().given_names.find(lower(given));
    if (given.size() < name.size() && known != vocabulary().given_names.end())
        return known->second == pronoun;
    const Pronoun of_title = pronoun_of_title(title);
    return of_title == Pronoun::any || of_title == pronoun;
}

}  // namespace figbook
