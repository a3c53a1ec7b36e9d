#include "claim/reasons.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace figbook {
namespace {

using Row = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
std::string_view look_up(const std::array<Row, N>& rows, std::string_view name) {
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.first == name; });
    return found == rows.end() ? std::string_view() : found->second;
}

constexpr std::array amounts{
    Row{"number.digits", "$words, in digits"},
    Row{"number.magnitude", "$words, digits with a magnitude"},
    Row{"number.words", "$words, in words"},
    Row{"number.compound", "$words, added up"},
    Row{"number.shared", "$words, in the magnitude of the number behind it"},
    Row{"ratio.fraction", "$words, a fraction"},
    Row{"ratio.of", "$words, so many of so many"},
    Row{"ratio.over", "$words, one number by another"},
    Row{"multiple.times", "$words, a multiple"},
    Row{"multiple.word", "$words, a multiple in one word"},
    Row{"range", "$words, two numbers joined"},
    Row{"money.prefix", "the currency $words before it"},
    Row{"money.name", "the currency $words behind it"},
    Row{"money.minor", "$words behind it, hundredths of the currency"},
    Row{"money.compound", "$words, whole units and hundredths added up"},
    Row{"money.other_dollar", "beside $figure, another dollar, a bare one in brackets is America's"},
    Row{"money.default", "; nothing in the article says which, the most usual is assumed"},
    Row{"money.evidence", "; $words elsewhere in the article says which"},
    Row{"money.elsewhere", "; the article speaks of no other"},
    Row{"percent", "$words behind it"},
    Row{"percent.before", "$words before it"},
    Row{"points", "$words behind it"},
    Row{"points.of_percent", "$words of the percentage before it"},
    Row{"points.of_poll", "$words, in a sentence that speaks of shares or rates"},
    Row{"points.in_list", "points of the percentage before it"},
    Row{"measure.unit", "the unit $words behind it"},
    Row{"measure.compound", "$words, told together in the smaller unit"},
    Row{"fraction.unit", "$words, of which it is a part"},
    Row{"unit.of_end", "$words behind the other end of the move"},
    Row{"unit.shared", "listed with $figure, which has the unit"},
    Row{"unit.borrowed", "set beside $figure, which has the unit"},
    Row{"unit.sentence_before", "the unit of $figure, in the sentence before"},
    Row{"count.noun", "it counts $words"},
    Row{"count.hyphen", "$words, joined to it by a hyphen"},
    Row{"count.shared", "$words behind the other end of the move"},
    Row{"count.share", "it counts what $figure counts"},
    Row{"count.subject", "it counts the subject, $words"},
    Row{"count.casualty", "the words around it are said of people"},
    Row{"count.elliptic", "what was counted before"},
    Row{"count.of_them", "it counts some of what was named"},
    Row{"number.bare", "nothing beside it says what it counts"},
    Row{"bound.before", "$words before it"},
    Row{"bound.behind", "$words behind it"},
    Row{"bound.limit", "$words before it, a limit"},
    Row{"per.behind", "$words behind it"},
    Row{"per.in_unit", "the unit $words says so itself"},
};

constexpr std::array statements{
    Row{"restated", "as $figure, which it restates"},
    Row{"shared", "as $figure, of which it is a part"},
    Row{"change.noun_behind", "the noun $words behind it"},
    Row{"change.noun_before", "the noun in $words before it"},
    Row{"change.comparative", "$words behind it compares"},
    Row{"change.particle", "$words before it"},
    Row{"change.verb", "the verb $words before it"},
    Row{"change.in_half", "the verb in $words before it"},
    Row{"change.multiple", "$words says itself that it moved"},
    Row{"change.carried_on", "goes on with the move of $figure"},
    Row{"role.level", "how much there is"},
    Row{"role.change", "by how much it moved"},
    Row{"role.from", "where the move begins"},
    Row{"role.to", "where the move ends"},
    Row{"role.share", "a part of a whole"},
    Row{"restates", "$words joins the two"},
    Row{"change.taken_off", "$words takes it off something"},
    Row{"change.on_top", "$words says that it comes on top"},
    Row{"change.low", "$words says which way it went there"},
    Row{"change.came_from", "\"from\" leads to where it began"},
    Row{"share.of_figure", "\"of\" joins it to its whole"},
    Row{"share.of_that", "$words points back to it"},
    Row{"share.of_them", "$words points back to what was counted"},
    Row{"actual", "nothing beside it looks ahead"},
    Row{"projected.before", "$words before it looks ahead"},
    Row{"projected.hangs_on", "its part of the sentence hangs on $words, which looks ahead"},
    Row{"projected.infinitive", "it hangs on $words, which looks ahead"},
    Row{"projected.year", "$words behind it is yet to come"},
    Row{"projected.behind", "$words behind it looks ahead"},
    Row{"projected.aside", "set behind $figure, which looks ahead"},
    Row{"subject.said_of", "what it is said of"},
    Row{"subject.magnitude", "what has that magnitude"},
    Row{"subject.taken_off", "what it is taken off"},
    Row{"subject.taken_from", "whose it was"},
    Row{"subject.before_bracket", "what stands before the brackets"},
    Row{"subject.goes_to", "what the money goes to"},
    Row{"subject.compared", "that of the figure it is compared with"},
    Row{"subject.contest", "the side that has it"},
    Row{"subject.added_to", "what it is added to"},
    Row{"subject.aside", "what stands before the comma"},
    Row{"subject.gapped", "what stands before it in the list"},
    Row{"subject.set_behind", "that of the figure before the comma"},
    Row{"subject.charged_for", "what each of it costs"},
    Row{"subject.expected", "that of the figure before: others had expected another"},
    Row{"subject.dimension", "what is so long, wide or high"},
    Row{"subject.label", "what the line lists"},
    Row{"subject.move_of", "what it is that moved"},
    Row{"subject.part_of", "what it is a part of"},
    Row{"subject.noun_behind", "the noun behind it"},
    Row{"subject.measure_of", "what is measured, behind it"},
    Row{"subject.spent_on", "what the money is for"},
    Row{"subject.counted", "what is counted"},
    Row{"subject.noun_of", "the noun before \"of\""},
    Row{"subject.object_of_verb", "the object of the verb before it"},
    Row{"subject.grammatical", "the subject of the sentence's verb"},
    Row{"subject.carried_on", "that of $figure: it has none of its own"},
    Row{"subject.behind", "the noun phrase behind it"},
    Row{"period.behind", "$words behind it"},
    Row{"period.leading", "$words before it"},
    Row{"period.since", "since $words"},
    Row{"period.restated", "the time behind $figure"},
    Row{"period.carried_on", "that of $figure"},
    Row{"baseline.compared", "$words, which it is compared with"},
    Row{"baseline.since", "$words, where the change starts"},
    Row{"time.shift", "; counted from $words"},
    Row{"time.context", "; told from the time of $words"},
    Row{"time.published", "; counted from the day of publication, $words"},
    Row{"time.inferred", "; the year follows from what it is compared with"},
    Row{"time.unknown", "; which days that are needs the day of publication (--published)"},
    Row{"time.no_days", "; which days that are the article does not say"},
    Row{"source.covers", "it stands behind $words"},
    Row{"source.whole", "$words behind it covers the sentence"},
    Row{"source.quoted", "a quotation, with $words in its sentence"},
    Row{"source.quoted_on", "a quotation, by who spoke last in the paragraph"},
    Row{"source.quoted_before", "a quotation, by the speaker named nearest to it"},
    Row{"source.colon", "a quotation behind a name and a colon"},
    Row{"source.introduced", "what $words and a colon announce"},
    Row{"source.carried_on", "$words carries on what was said before"},
    Row{"speaker.pronoun", "; $words is who spoke or was named last"},
    Row{"speaker.name", "; $words has the full name elsewhere in the article"},
    Row{"speaker.noun", "; $words was named elsewhere in the article"},
};

constexpr std::array reasons{
    Row{"part of a name", "part of a name"},
    Row{"ordinal", "an ordinal, a place in an order"},
    Row{"decade", "a decade, or a name in the plural"},
    Row{"code", "joined to letters: a code or a name"},
    Row{"clock time", "a time of day"},
    Row{"date", "a date"},
    Row{"year", "a year"},
    Row{"span of years", "a span of years"},
    Row{"age", "an age"},
    Row{"number of a named thing", "the number of a named thing"},
    Row{"phone number", "beside other digits, as in a phone number"},
    Row{"score", "a score or a vote"},
    Row{"address", "an address"},
    Row{"citation", "a place in a book of law"},
    Row{"size", "a size that names a format or a run"},
    Row{"list number", "the number of a list or a note"},
    Row{"span as adjective", "a span of time that describes the word behind it"},
    Row{"one day", "one span of time, told and not counted"},
    Row{"zero", "none, in words"},
    Row{"one", "one, told rather than counted"},
    Row{"refers back", "points back to things named before"},
    Row{"counts nothing", "a bare number: figbook finds nothing that it counts or measures"},
    Row{"joined numbers", "two numbers joined that are no range"},
    Row{"no share", "no share: a part of a year, or a place in an order"},
    Row{"no comparison", "no multiple: nothing is compared"},
    Row{"vague", "a vague count"},
    Row{"magnitude", "a magnitude without a number"},
    Row{"byline", "in the byline, which is not read for figures"},
    Row{"credit", "in a photo credit, which is not read for figures"},
    Row{"leading zero", "opens with a zero: a code, or part of a phone number"},
    Row{"too long", "more digits than figbook reads exactly"},
    Row{"unread", "figbook has no rule for it"},
};

}  // namespace

std::string_view rule_in_words(std::string_view rule) {
    const std::string_view amount = look_up(amounts, rule);
    return amount.empty() ? look_up(statements, rule) : amount;
}

std::string_view reason_in_words(std::string_view reason) {
    return look_up(reasons, reason);
}

}  // namespace figbook
