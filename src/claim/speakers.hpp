// Who is meant by "Hegseth", "he", "the defense secretary", "the bank": from a noun phrase to the fullest name,
// title and organisation that the article gives.
#pragma once
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "claim/draft.hpp"
#include "claim/firm_names.hpp"
#include "claim/initials.hpp"
#include "claim/name_in_phrase.hpp"
#include "claim/names.hpp"
#include "claim/organisations.hpp"
#include "claim/persons.hpp"
#include "claim/short_names.hpp"

namespace figbook {

class Speakers {
 public:
    // `catch_up` is called before it is looked at who has spoken before: it reads what was put off.
    Speakers(const Document& document, std::function<void()> catch_up)
        : document_(document), catch_up_(std::move(catch_up)) {}

    // True for an "It" that is only the body that the sentence before opens with, of which nobody knows that it spoke.
    bool is_only_subject(const SentenceFrame& frame, TokenRange phrase);
    // The source behind a noun phrase; none where it cannot speak ("sales", "the storm").
    std::optional<Source> resolve(const SentenceFrame& frame, TokenRange phrase);
    // Remembers who spoke last, and at which token, for the pronouns to come.
    void remember(const Source& source, std::size_t at);
    const std::optional<Source>& last() {
        catch_up_();
        return last_;
    }

    // So many sentences are put off now: who speaks behind them is remembered behind those who speak in them.
    void put_off(std::size_t sentences) { put_off_ = sentences; }
    // Remembers who spoke in front of the sentence that was put off as number `next`, which is read now.
    void take_up(std::size_t next);
    // The same when all were read.
    void take_up_all();

 private:
    const Persons& persons();
    void name_in_full(Source& organisation);
    std::optional<Source> pronoun(const SentenceFrame& frame, TokenRange phrase);
    std::optional<Source> named(const SentenceFrame& frame, TokenRange phrase);
    std::optional<Source> common(const SentenceFrame& frame, TokenRange phrase);
    std::optional<Source> organisation_meant(const SentenceFrame& frame, TokenRange phrase, TokenRange head,
                                             std::size_t length);
    const Person* person_meant(const SentenceFrame& frame, TokenRange phrase, TokenRange head);
    std::optional<Source> organisation_before(std::size_t token, std::size_t earlier = 0);
    std::optional<Source> firm_called(const SentenceFrame& frame, std::size_t noun, std::size_t token);
    const Person* woman_named_since(const SentenceFrame& frame, std::size_t pronoun, std::size_t since);
    std::optional<Source> firm_that_opens(std::size_t number);
    std::optional<Source> medium_called(const SentenceFrame& frame, TokenRange phrase, TokenRange bare) const;
    std::optional<Source> unnamed_in_subject(const SentenceFrame& frame, Pronoun meant);
    const Person* person_in_subject(const SentenceFrame& frame, std::size_t pronoun);
    const Person* named_again_in_subject(const SentenceFrame& frame);
    std::optional<Source> several(const SentenceFrame& frame, std::size_t pronoun) const;
    bool is_next_to(const Sentence& before, const Sentence& sentence) const;
    std::size_t behind_fronted(const SentenceFrame& frame, const Sentence& sentence, std::size_t name) const;
    bool opens_with(const SentenceFrame& frame, const Sentence& sentence, const Person& person) const;
    std::optional<Source> organisation_in_subject(const SentenceFrame& frame);
    std::optional<Source> document_in_subject(const SentenceFrame& frame, std::size_t pronoun);
    std::optional<Source> organisation_of_clause(const SentenceFrame& frame, std::size_t pronoun);
    std::size_t behind_opening(const Sentence& sentence, std::size_t start) const;
    bool has_closed(const Sentence& sentence) const;
    std::optional<Source> name_that_acts(const SentenceFrame& before, std::size_t start);
    std::optional<Source> name_that_opens(const SentenceFrame& frame);
    std::size_t behind_kind(const SentenceFrame& frame, const Sentence& before) const;
    std::optional<Source> several_in_subject(const SentenceFrame& frame);
    bool is_of_sentence_before(const SentenceFrame& frame, std::size_t pronoun);
    std::optional<Source> newer_firm(const SentenceFrame& frame, TokenRange phrase);
    std::optional<Source> firm_in_object(const SentenceFrame& frame, std::size_t token);
    std::optional<Source> body_in_subject(const SentenceFrame& frame, std::size_t number);
    std::size_t with_owner(const SentenceFrame& frame, TokenRange phrase, const NameParts& parts);
    bool is_document_name(const NameParts& name) const;
    bool is_common(const SentenceFrame& frame, const NameInPhrase& found);
    const Person* person_called(const NameParts& parts, bool is_place);
    bool is_note_of(const Source& source, std::size_t at) const;
    bool is_said_in_note(std::size_t verb) const;
    bool is_of_analysts(std::size_t end_of_name) const;
    bool is_named_group(const SentenceFrame& frame, TokenRange phrase) const;
    bool describes_firm(const SentenceFrame& frame, TokenRange phrase) const;
    bool is_body(const SentenceFrame& frame, const NameParts& name);
    const Person* named_before(TokenRange phrase);
    bool is_apposed_firm(const SentenceFrame& frame, std::size_t end_of_name) const;
    const Person* in_office_of(TokenRange phrase);
    std::optional<Source> named_at_end(TokenRange phrase, std::size_t head);
    std::optional<Source> given_at_end(TokenRange phrase, std::size_t head) const;
    const Person* with_plainer_title(const SentenceFrame& frame, TokenRange phrase);
    bool may_be_called(const Source& organisation, std::size_t noun) const;
    std::optional<Source> document_in_full(const SentenceFrame& frame, std::size_t noun);
    std::optional<Source> body_in_full(TokenRange head);
    bool is_based_in_state(const SentenceFrame& frame, TokenRange phrase) const;
    std::optional<Source> body_of_noun(std::size_t noun) const;
    std::optional<Source> unnamed_in_full(std::size_t noun);
    Source document_called(TokenRange words) const;
    std::optional<Source> told_by_age(const SentenceFrame& frame, std::size_t at);
    Source source_of(const Person& told);
    Source organisation_called(TokenRange name) const;
    void remember_now(const Source& source, std::size_t at);

    // Who spoke while sentences in front of his were put off.
    struct Told {
        std::size_t put_off;  // how many
        Source source;
        std::size_t at;
    };

    const Document& document_;
    std::function<void()> catch_up_;
    std::size_t put_off_ = 0;
    std::vector<Told> told_;          // in the order of the text
    std::size_t taken_up_ = 0;        // how many of them are remembered
    std::optional<Persons> persons_;  // made when first asked for, as are the organisations
    std::optional<Organisations> organisations_;
    std::optional<FirmNames> firm_names_;
    std::optional<Initials> initials_;
    std::optional<ShortNames> short_names_;
    std::unordered_set<std::string_view>
        bodies_;  // names that only what is said of them tells to be a body's
    std::optional<Source> last_;
    std::optional<Source> last_several_;  // a body, or people without names
    std::vector<std::string> unnamed_;    // who spoke and is told of in several words, but without a name
    std::optional<Source> last_person_;
    std::size_t last_person_at_ = 0;
    std::optional<Source> last_organisation_;
    std::size_t last_organisation_at_ = 0;
};

}  // namespace figbook
