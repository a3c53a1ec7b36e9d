// Finds the attributions of one sentence. Inside claim/ alone, behind find_attributions(): the words of saying are
// read in attribution.cpp and judged in attribution_cue.cpp and attribution_says.cpp, who stands before them in attribution_speaker.cpp,
// over what is set between in attribution_apposition.cpp, documents in attribution_document.cpp,
// nouns of saying in attribution_noun.cpp, what a court hears in attribution_heard.cpp, and how far the words reach in attribution_scope.cpp.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "claim/attribution.hpp"

namespace figbook {

// True where the mark closes a quotation; "Halden’s campaign" has an apostrophe.
bool closes_quotation(const Document& document, std::size_t i);
// "had this | to say about it:"
bool is_had_to_say(const SentenceFrame& frame, std::size_t at);
// "Kestrel | is pleased to announce that": before what a notice says of its own words; `at` for any other.
std::size_t before_pleasure(const SentenceFrame& frame, std::size_t at);
std::size_t before_going_on(const SentenceFrame& frame, std::size_t at);
// "survey", "filing", "data".
bool is_document_noun(const SentenceFrame& frame, std::size_t i);

class AttributionFinder {
 public:
    AttributionFinder(const SentenceFrame& frame, Speakers& speakers, std::vector<Attribution>& found)
        : frame_(frame), words_(vocabulary()), speakers_(speakers), found_(found) {}

    void find();

 private:
    // What a source's words cover, and by which words.
    struct Scope {
        std::size_t cue = 0, length = 1;
        std::size_t begin = 0, end = 0;
        bool whole = false;
        Saying saying = Saying::speech;
        bool inner = false;
    };
    void add(Source&& source, TokenRange speaker, Scope scope);
    void keep_in_brackets(Scope& scope) const;
    void keep_in_dashes(Scope& scope) const;
    Scope all_of_it(std::size_t cue, std::size_t length, std::size_t first) const;
    Scope behind(std::size_t cue, std::size_t length) const;
    std::size_t end_before_relative(std::size_t speaker_end) const;
    bool goes_on_behind_relative(std::size_t cue, std::size_t relative) const;
    bool has_tail_with_figure(std::size_t comma, std::size_t tail) const;
    bool tail_has_figure(std::size_t tail) const;
    bool tells_of_speaker(std::size_t at) const;
    bool is_somebody_there(TokenRange bare) const;
    void end_before_expecter(Scope& scope) const;
    std::size_t end_of_subordinate(std::size_t cue, std::size_t end) const;
    bool has_verb_before(std::size_t end) const;
    bool is_of_another(std::size_t from, std::size_t semicolon) const;
    std::size_t end_before_paper(std::size_t from) const;
    bool opens_at_time(std::size_t i) const;
    bool closes_sentence(std::size_t as) const;
    bool is_somebody(std::size_t at) const;
    bool acts_behind(std::size_t as) const;
    const Quotation* quotation_before(std::size_t first) const;
    std::size_t begin_of_said(std::size_t first) const;

    // attribution.cpp: verbs
    void verb(std::size_t at, std::size_t length, CueKind kind);
    void quoted_as(std::size_t saying);
    bool looks_for_amount(std::size_t i) const;
    bool sees_move(std::size_t figure) const;
    bool leads_to_move(std::size_t i) const;
    bool is_large_amount(std::size_t i) const;
    bool can_be_cue(std::size_t at, std::size_t length) const;
    bool gives_forecast(std::size_t at) const;
    bool is_singular_noun(std::size_t at) const;
    bool is_base_form_of_noun(std::size_t at) const;
    bool is_plural_noun(std::size_t at) const;
    bool is_counted(std::size_t at) const;
    bool is_told_of_thing(std::size_t at) const;
    bool is_told_beside_noun(std::size_t at) const;
    std::size_t before_expectation(std::size_t at) const;
    TokenRange reckoner_before(std::size_t noun) const;
    bool reckoned_among(std::size_t noun);
    bool is_barred_by(std::size_t previous) const;
    bool is_joined_to(std::size_t previous) const;
    bool behind_quotation(std::size_t at);
    bool inverted(std::size_t at, std::size_t length, CueKind kind);
    void before(std::size_t at, std::size_t length, CueKind kind);
    bool hangs_on_preposition(TokenRange phrase, std::size_t verb) const;
    bool opens_clause(std::size_t preposition, std::size_t verb) const;
    std::size_t begin_of_verbs(std::size_t at, bool progressive) const;
    TokenRange subject_before(std::size_t at, std::size_t verb) const;
    std::optional<Source> source_before(std::size_t at, std::size_t length, CueKind kind, TokenRange& phrase);
    std::optional<Scope> scope_behind(std::size_t at, std::size_t length, CueKind kind, TokenRange phrase,
                                      bool says_which) const;
    bool is_named_behind(std::size_t i) const;
    TokenRange who_urged(TokenRange phrase) const;
    std::size_t before_view(std::size_t at) const {  // most verbs of saying are no view, and say so here
        return frame_.is(at, WordClass::cue) ? at : before_words_of_view(at);
    }
    std::size_t before_words_of_view(std::size_t at) const;
    bool is_view_of_nobody(std::size_t at, TokenRange phrase) const;
    void end_at_next_verb(std::size_t first, Scope& scope) const;
    void end_at_comma(Scope& scope) const;
    bool is_inside_compound(TokenRange phrase, std::size_t at, std::size_t length) const;
    bool is_told_by_another(const Source& source, std::size_t cue) const;
    void end_in_inner_relative(std::size_t cue, Scope& scope) const;
    bool end_in_relative_clause(std::size_t cue, Scope& scope) const;
    void end_in_opening_clause(TokenRange phrase, Scope& scope) const;
    bool opens_inserted_clause(std::size_t subject, std::size_t behind_verb) const;
    void view(Source&& source, TokenRange speaker, Scope scope);
    bool joins_clauses(std::size_t verb) const;
    bool goes_on(std::size_t verb, std::size_t at, std::size_t length);
    bool reports_own(std::size_t at) const;
    void participle(std::size_t at, std::size_t length, CueKind kind);
    bool says(std::size_t at, std::size_t length, CueKind kind, const Source& source,
              TokenRange phrase) const;
    bool closes_at(std::size_t i) const;
    bool tells_where(std::size_t i) const;
    bool finds(std::size_t at, std::size_t next, const Source& source, TokenRange phrase) const;
    bool says_by_word(std::size_t at, std::size_t next, TokenRange phrase) const;
    bool expects(std::size_t at, std::size_t next, TokenRange phrase) const;
    bool follows_name(std::size_t at) const;
    bool is_trailing(TokenRange phrase, std::size_t behind) const;
    std::size_t figure_before(std::size_t speaker, std::size_t otherwise) const;
    std::size_t end_of_figure(std::size_t begin) const;
    std::size_t end_of_counted(std::size_t begin) const;
    bool figure_behind(std::size_t i) const;
    bool starts_figure(std::size_t i) const;
    bool closes_relative_clause(std::size_t verb) const;
    bool resumes_behind_aside(std::size_t comma) const;
    bool closes_behind(std::size_t i) const;
    bool counts_people(TokenRange phrase) const;
    bool are_those_asked(TokenRange phrase, std::size_t verb) const;
    void answered(TokenRange phrase, std::size_t verb);
    bool is_what_is_said_of(std::size_t speaker) const;
    bool has_members(std::size_t counts, TokenRange phrase) const;
    bool looks_ahead(std::size_t sees) const;
    bool gives_object(std::size_t at, std::size_t next) const;
    bool reports_speech(std::size_t at, std::size_t length, CueKind kind, TokenRange phrase) const;
    bool is_told_by(std::size_t i, CueKind kind) const;
    bool is_share(std::size_t figure) const;
    bool announces_quotation(std::size_t mark) const;
    bool that_follows(std::size_t i) const;
    bool clause_follows(std::size_t i) const;
    bool deed_follows(std::size_t i) const;
    bool before_is_mark(std::size_t i, WordLiteral mark) const;
    bool follows_quotation(std::size_t i) const;

    // attribution_figures.cpp: words that take a figure
    void puts_at(std::size_t at);
    void puts_it(std::size_t puts);
    bool verb_of_deal(std::size_t value) const;
    bool reported_by(std::size_t at);
    bool put_by(std::size_t put);
    bool put_by_at(std::size_t put);
    void takes_figure(std::size_t at);
    std::size_t chance_behind(std::size_t at) const;
    bool hangs_on_which(std::size_t speaker) const;
    bool says_why(std::size_t at, std::size_t next) const;

    // attribution_heard.cpp: what was said before a court
    void heard(std::size_t at);
    bool told_to_court(std::size_t told);
    std::size_t end_of_told(std::size_t told) const;
    std::size_t behind_addressee(std::size_t told) const;
    void said_before(std::size_t verb, std::size_t at);
    bool is_said_behind(std::size_t next) const;
    void said_by_witness(std::size_t preposition, std::size_t at);

    // attribution_speaker.cpp: who stands before the verb
    TokenRange name_given(std::size_t verb) const;
    TokenRange speaker_before(std::size_t verb) const;
    TokenRange speaker_told_before(std::size_t verb) const;
    TokenRange behind_figure(TokenRange phrase) const;
    bool holds_figure(TokenRange phrase) const;
    bool is_of_participle(TokenRange phrase) const;
    TokenRange whole_speaker(TokenRange phrase) const;
    TokenRange told_of_who(std::size_t verb) const;
    TokenRange behind_time_after(TokenRange phrase, std::size_t verb) const;
    bool is_behind_time_after(std::size_t begin) const;
    TokenRange polled_before(std::size_t verb) const;
    TokenRange name_before_apposition(std::size_t who) const;
    bool tells_of_speaker_before(std::size_t participle) const;
    TokenRange over_participle(TokenRange phrase, std::size_t verb) const;
    std::size_t before_parenthesis(std::size_t verb) const;
    TokenRange issuer_of(TokenRange document) const;
    TokenRange before_who(std::size_t object) const;
    std::size_t behind_fronted() const;
    TokenRange opening_subject(std::size_t verb) const;
    std::optional<Source> opening_organisation(TokenRange pronoun) const;
    TokenRange opening_document(TokenRange speaker) const;
    TokenRange name_in_apposition(std::size_t verb) const;
    TokenRange with_second_name(TokenRange phrase) const;
    bool is_owned(TokenRange phrase) const;

    // attribution_apposition.cpp: over what is set between a name and the verb
    TokenRange name_over_appositions(std::size_t verb) const;
    TokenRange opening_name(std::size_t verb) const;
    bool is_told_of_him(std::size_t comma, std::size_t verb) const;
    bool is_set_in(std::size_t begin, std::size_t end) const;
    TokenRange person_that_ends(std::size_t end) const;
    bool asks_of_persons(std::size_t verb) const;

    std::size_t end_before_time(TokenRange phrase) const;
    TokenRange speaker_from(std::size_t at) const;
    TokenRange name_of_month(std::size_t at) const;
    TokenRange told_by_age(std::size_t verb) const;
    std::size_t before_initials(std::size_t at) const;
    TokenRange name_before_which(std::size_t which) const;
    TokenRange told_of_before_comma(std::size_t verb) const;
    TokenRange name_before_description(TokenRange phrase) const;
    TokenRange name_behind(TokenRange phrase) const;
    std::optional<Source> unresolved(TokenRange phrase) const;
    bool is_some_of_them(std::size_t word) const;
    std::optional<Source> anyone(TokenRange phrase) const;

    // attribution_document.cpp: documents and nouns of saying
    TokenRange document_before(std::size_t verb) const;
    std::size_t end_of_document(std::size_t noun, std::size_t verb) const;
    TokenRange document_around(std::size_t noun) const;
    void according_to(std::size_t at);
    void based_on(std::size_t at);
    void per_document(std::size_t at);
    bool document_follows(std::size_t at) const;
    void cut_to_document(TokenRange& phrase) const;
    bool ends_document(std::size_t i) const;
    bool opens_with_survey(std::size_t noun);
    bool is_vague(TokenRange phrase, std::size_t noun) const;
    Source document_named(TokenRange phrase) const;
    void in_a_survey(std::size_t noun);
    bool is_where_counted(std::size_t in, std::size_t end) const;
    void keep_to_relative(std::size_t participle, Scope& scope) const;
    bool is_compared_with_forecast(std::size_t preposition, Scope& scope) const;
    bool keep_to_foreseen(std::size_t preposition, Scope& scope) const;

    // attribution_noun.cpp: nouns of saying
    bool opens_what_is_said(std::size_t noun) const;
    bool reckoned_in_poll(std::size_t noun, std::size_t preposition);
    bool names_somebody(TokenRange words) const;
    void view_of(std::size_t noun);
    std::size_t owner_of(std::size_t noun) const;
    bool said_by(std::size_t noun);
    std::optional<Source> owner_source(std::size_t owner, TokenRange& phrase);
    std::optional<Source> opening_person(std::size_t owner);
    void end_before_stop(Scope& scope) const;
    void noun_of_saying(std::size_t noun);

    const SentenceFrame& frame_;
    const Vocabulary& words_;
    Speakers& speakers_;
    std::vector<Attribution>& found_;
};

}  // namespace figbook
