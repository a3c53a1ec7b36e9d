// Who is meant by "Hegseth", "he", "the defense secretary", "the bank": from a noun phrase to the fullest name,
// title and organisation that the article gives.
#pragma once
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "claim/draft.hpp"

namespace figbook {

// A person as the article introduces them: "NATO Secretary General Mark Rutte".
struct Person {
    std::string name;          // "Mark Rutte"
    std::string surname;       // "Rutte"
    std::string title;         // "Secretary General"
    std::string organisation;  // "NATO"
    std::size_t at = 0;        // the token where the name begins
};

class Speakers {
 public:
    explicit Speakers(const Document& document) : document_(document) {}

    // The source behind a noun phrase; none where it cannot speak ("sales", "the storm").
    std::optional<Source> resolve(const SentenceFrame& frame, TokenRange phrase);
    // Remembers who spoke last, for the pronouns to come.
    void remember(const Source& source);
    // Forgets the sentence-to-sentence thread, not the persons.
    const std::optional<Source>& last() const { return last_; }

 private:
    const std::vector<Person>& persons();
    std::optional<Source> pronoun(const SentenceFrame& frame, TokenRange phrase);
    std::optional<Source> named(const SentenceFrame& frame, TokenRange phrase);
    std::optional<Source> common(const SentenceFrame& frame, TokenRange phrase);
    void remember_surname(std::size_t index);
    const Person* with_surname(std::string_view surname);
    const Person* with_title(std::string_view title, std::size_t before);
    const Person* person_before(std::size_t token);
    std::optional<Source> organisation_before(std::size_t token);
    Source source_of(const Person& person) const;

    const Document& document_;
    std::optional<std::vector<Person>> persons_;               // in the order of the text
    std::unordered_map<std::string, std::size_t> by_surname_;  // the fullest of each surname
    std::optional<Source> last_;
    std::optional<Source> last_person_;
    std::optional<Source> last_organisation_;
};

}  // namespace figbook
