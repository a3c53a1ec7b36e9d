// The persons of an article, as it introduces them.
//
//     Persons persons(document);
//     persons.with_surname("Rutte")                 // "NATO Secretary General Mark Rutte"
//     persons.with_title("secretary general", at)   // the same
//
// Every look-up costs the same however long the article is. Never outlives its Document.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/document.hpp"
#include "vocabulary/vocabulary.hpp"

namespace figbook {

// A person as the article introduces them: "NATO Secretary General Mark Rutte".
struct Person {
    std::string name;          // "Mark Rutte"
    std::string_view surname;  // "Rutte", in the article's text
    std::string title;         // "Secretary General"
    std::string organisation;  // "NATO"
    std::size_t at = 0;        // the token where the name begins
    bool is_told_of = false;   // "who", an age or a verb of saying beside it shows that it is a person's
};

// False where the name or the title tells that it is not meant: "she" and "Donald Hale", "Mr. Hale".
bool may_be_meant(std::string_view name, std::string_view title, Pronoun pronoun);

class Persons {
 public:
    explicit Persons(const Document& document);

    // The fullest introduction of that surname: most words in the name, then a title. nullptr for none.
    const Person* with_surname(std::string_view surname) const;
    // The one who is called so, with a title: "Mr Hale" is no "Ann Hale", and "Sir Colin" is "Colin Hale". nullptr for none.
    const Person* called(std::string_view name, std::string_view title) const;
    // The one who is meant where a person was told of by one word: "Colin Hale" for "Mr Hale".
    const Person& in_full(const Person& person) const;
    // The one who is called by that given name alone: "Aisha" of "Aisha Salim"; nullptr where two have it, or none.
    const Person* with_given_name(std::string_view given) const;
    // The last person with that title who was introduced before the token, else the first behind it.
    const Person* with_title(std::string_view title, std::size_t before) const;
    // The one person with that title; nullptr where several have it.
    const Person* only_with_title(std::string_view title) const;
    // The one person whose title ends so: "Norland's Health Minister" is a health minister; nullptr where several are.
    const Person* only_in_office(std::string_view office) const;
    // The last person who was introduced before the token, and whom the pronoun may mean.
    const Person* before(std::size_t token, Pronoun pronoun = Pronoun::any) const;

 private:
    struct Titled {
        std::size_t index;
        std::string title;    // in lower case
        std::string of_whom;  // the same with the organisation before it: "government spokesman"
    };
    using Titles = std::unordered_map<std::string, std::vector<Titled>>;  // by their last word
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);
    void add(Person person);
    // The one person who has a title that `fits` says to be the wanted one, in lower case; nullptr where several have, or none.
    template <typename Fits>
    const Person* only_one(std::string_view title, Fits fits) const;
    using GivenNames = std::unordered_map<std::string_view, std::size_t>;  // `nobody` where several have it
    const Titles& titles() const;
    const GivenNames& given_names() const;

    std::vector<Person> all_;                                       // in the order of the text
    std::unordered_map<std::string_view, std::size_t> by_surname_;  // the fullest of each surname
    mutable std::optional<GivenNames> given_names_;                 // made when first asked for
    mutable std::optional<Titles> titles_;                          // made when first asked for
};

}  // namespace figbook
