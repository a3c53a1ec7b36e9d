// One fact: its figures by day, which of them agree, what each is to the others, and what reviews say of them.
#include <fmt/format.h>
#include <map>

#include "base/utf8.hpp"
#include "track/facts.hpp"
#include "track/real_interval.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

std::string who_of(const ToldClaim& told) {
    if (told.claim.source) return told.claim.source->name;
    return told.publication.empty() ? "the article" : told.publication;
}

// Where nobody is found who says so, the paper is not said to be the one.
Markup who_words(const ToldClaim& told) {
    if (told.claim.source) return link_to(source_address(told.claim.source->name), told.claim.source->name);
    return said(told.publication.empty() ? "no speaker found" : "printed in " + told.publication);
}

Json number_json(const std::optional<Decimal>& number) {
    return number ? Json(number->to_double()) : Json(nullptr);
}

Json review_json(const ToldClaim& told) {
    if (told.verdict.empty()) return nullptr;
    return {{"verdict", told.verdict}, {"by", told.reviewed_by}, {"note", told.review_note}};
}

Json told_json(const Fact& fact, std::size_t place) {
    const Told& told = fact.told[place];
    const Claim& claim = told.claim.claim;
    const bool is_compared = told.earlier.has_value();
    const StatedRange range = stated_range(claim);
    return {
        {"number", place + 1},
        {"published", told.claim.published ? Json(iso(*told.claim.published)) : Json(nullptr)},
        {"text", claim.text},
        {"value", claim.value.to_string()},
        {"high", claim.high ? Json(claim.high->to_string()) : Json(nullptr)},
        {"bound", name_of(claim.bound)},
        {"least", number_json(range.least)},
        {"most", number_json(range.most)},
        {"modality", name_of(claim.modality)},
        {"who", who_of(told.claim)},
        {"publication", words_json(told.claim.publication)},
        {"headline", words_json(told.claim.headline)},
        {"sentence", told.claim.sentence},
        {"article_id", std::to_string(told.claim.article_id)},
        {"ordinal", told.claim.ordinal},
        {"copy_of", told.claim.original_id ? Json(std::to_string(*told.claim.original_id)) : Json(nullptr)},
        {"review", review_json(told.claim)},
        {"standing", is_compared ? Json(name_of(told.to_earlier.standing)) : Json(nullptr)},
        {"compared_to", is_compared ? Json(*told.earlier + 1) : Json(nullptr)},
        {"reason", is_compared ? Json(told.to_earlier.reason) : Json(nullptr)}};
}

// By the numbers that readers see.
Json numbers_json(const std::vector<std::size_t>& places) {
    Json numbers = Json::array();
    for (const std::size_t place : places) numbers.push_back(place + 1);
    return numbers;
}

Json fact_json(const Fact& fact) {
    Json told = Json::array();
    for (std::size_t i = 0; i < fact.told.size(); ++i) told.push_back(told_json(fact, i));
    Json agree = Json::array();
    for (const auto& group : agreeing(fact)) agree.push_back(numbers_json(group));
    Json pairs = Json::array();
    for (const ToldPair& pair : fact.pairs)
        pairs.push_back({{"earlier", pair.earlier + 1},
                         {"later", pair.later + 1},
                         {"standing", name_of(pair.comparison.standing)},
                         {"reason", pair.comparison.reason}});
    Json wrong = Json::array();
    for (const WrongClaim& claim : fact.wrong)
        wrong.push_back({{"article_id", std::to_string(claim.article_id)},
                         {"ordinal", claim.ordinal},
                         {"text", claim.text},
                         {"by", claim.reviewed_by},
                         {"note", claim.review_note}});
    return {{"fact", fact_name(fact.row.fact_id)},
            {"subject", fact.row.subject},
            {"kind", fact.row.kind},
            {"unit", words_json(fact.row.unit)},
            {"per", words_json(fact.row.per)},
            {"role", fact.row.role},
            {"period_start", words_json(fact.row.period_start)},
            {"period_end", words_json(fact.row.period_end)},
            {"articles", fact.row.articles},
            {"copies", fact.row.copies},
            {"standing", words_json(fact.row.standing)},
            {"conflicts", fact.row.conflicts},
            {"matched_by", fact.matched_by},
            {"more", fact.more},
            {"told", std::move(told)},
            {"agree", std::move(agree)},
            {"pairs", std::move(pairs)},
            {"left_out_as_wrong", std::move(wrong)}};
}

// "no. 2", "nos. 1, 3, 4": each a link to its row.
Markup numbers(const std::vector<std::size_t>& places) {
    Markup all = text(places.size() == 1 ? "no. " : "nos. ");
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i > 0) all += text(", ");
        all += link_to(fmt::format("#no-{}", places[i] + 1), std::to_string(places[i] + 1));
    }
    return all;
}

// What a figure is to some others, seen from it.
std::string relation_words(Standing standing, bool is_later, bool is_open) {
    switch (standing) {
        case Standing::same:
            return "agrees with";
        case Standing::rounding:
            return is_open ? "does not exclude" : "fits, rounded,";
        case Standing::update:
            return is_later ? "updates" : "updated by";
        case Standing::conflict:
            return "conflicts with";
        case Standing::not_comparable:
            break;
    }
    return "not comparable to";
}

// Those of one kind, in the order in which they are told: conflicts first, then who agrees.
struct Relation {
    Standing standing = Standing::same;
    std::string words;
    std::string reason;
    std::vector<std::size_t> places;
};

// "over 2 %": its words set no end.
bool is_open(const Fact& fact, std::size_t place) {
    const StatedRange range = stated_range(fact.told[place].claim.claim);
    return !range.least || !range.most;
}

void add(std::vector<Relation>& relations, const Fact& fact, const ToldPair& pair, std::size_t place) {
    const bool is_later = pair.later == place;
    const Standing standing = pair.comparison.standing;
    std::string words =
        relation_words(standing, is_later, is_open(fact, pair.earlier) || is_open(fact, pair.later));
    // Who agrees is seen in the table.
    const bool has_reason = standing != Standing::same && standing != Standing::rounding;
    std::string reason = has_reason ? pair.comparison.reason : "";
    auto found = std::find_if(relations.begin(), relations.end(), [&](const Relation& relation) {
        return relation.words == words && relation.reason == reason;
    });
    if (found == relations.end())
        found = relations.insert(found, {standing, std::move(words), std::move(reason), {}});
    found->places.push_back(is_later ? pair.earlier : pair.later);
}

std::vector<Relation> relations_of(const Fact& fact, std::size_t place) {
    std::vector<Relation> relations;
    for (const ToldPair& pair : fact.pairs)
        if (pair.earlier == place || pair.later == place) add(relations, fact, pair, place);
    // Where there are too many to set each against each, the gravest of those before it.
    const Told& told = fact.told[place];
    if (fact.pairs.empty() && told.earlier)
        add(relations, fact, {*told.earlier, place, told.to_earlier}, place);
    const auto gravity = [](const Relation& relation) {
        return relation.standing == Standing::conflict         ? 0
               : relation.standing == Standing::not_comparable ? 3
               : relation.standing == Standing::update         ? 2
                                                               : 1;
    };
    std::stable_sort(relations.begin(), relations.end(),
                     [&](const Relation& a, const Relation& b) { return gravity(a) < gravity(b); });
    for (Relation& relation : relations) std::sort(relation.places.begin(), relation.places.end());
    return relations;
}

const char* badge_of(Standing standing) {
    if (standing == Standing::conflict) return "badge off";
    return standing == Standing::same ? "badge good" : "badge";
}

Markup compared(const Fact& fact, std::size_t place) {
    const ToldClaim& told = fact.told[place].claim;
    if (told.original_id) return link_to(article_address(*told.original_id), "copy");
    Markup items;
    for (const Relation& relation : relations_of(fact, place)) {
        Markup item = element("span", {{"class", badge_of(relation.standing)}}, {text(relation.words)});
        item += text(" ");
        item += numbers(relation.places);
        if (!relation.reason.empty())
            item += element("span", {{"class", "from"}}, {text(": " + relation.reason)});
        items += element("li", {}, {item});
    }
    return items.empty() ? items : element("ul", {{"class", "relations"}}, {items});
}

Markup review_of(const ToldClaim& told) {
    if (told.verdict.empty()) return {};
    std::string words = fmt::format("{} by {}", told.verdict, told.reviewed_by);
    if (!told.review_note.empty()) words += ": " + told.review_note;
    return element("p", {{"class", "reviewed " + told.verdict}}, {said(words)});
}

std::vector<Markup> told_cells(const Fact& fact, std::size_t place) {
    const ToldClaim& told = fact.told[place].claim;
    Markup figure =
        link_to(figure_address(told.article_id, static_cast<std::int64_t>(told.ordinal)), told.claim.text);
    if (told.is_corrected)
        figure += element("p", {}, {text("correct: " + grouped(told.claim.value.to_string()))});
    figure += review_of(told);
    figure += element("p", {{"class", "from"}, {"dir", "auto"}}, {text(cut_text(told.sentence, 300))});
    return {text(std::to_string(place + 1)),
            text(told.published ? iso(*told.published) : "no date"),
            figure,
            who_words(told),
            link_to(article_address(told.article_id),
                    told.headline.empty() ? cut_text(on_one_line(told.sentence), 70) : told.headline),
            compared(fact, place)};
}

// "2.4%: 4 of 7, nos. 1, 3, 4 and 6".
Markup who_agrees(const Fact& fact) {
    const auto groups = agreeing(fact);
    if (groups.size() < 2) return {};
    Markup items;
    for (const auto& group : groups) {
        std::vector<std::size_t> places = group;
        std::sort(places.begin(), places.end());
        items += element("li", {},
                         {element("strong", {}, {said(fact.told[group.front()].claim.claim.text)}),
                          text(fmt::format(": {}, ", counted(static_cast<std::int64_t>(group.size()),
                                                             "figure", "figures"))),
                          numbers(places)});
    }
    return element("section", {{"class", "agreement"}},
                   {element("h2", {}, {text("Who agrees")}), element("ul", {{"class", "list"}}, {items})});
}

Markup left_out(const Fact& fact) {
    Markup items;
    for (const WrongClaim& claim : fact.wrong) {
        Markup item = link_to(figure_address(claim.article_id, claim.ordinal), claim.text);
        item += said(fmt::format(", marked wrong by {}{}{}", claim.reviewed_by,
                                 claim.review_note.empty() ? "" : ": ", claim.review_note));
        items += element("li", {}, {item});
    }
    if (items.empty()) return items;
    return element(
        "section", {{"class", "notice"}},
        {paragraph(counted(static_cast<std::int64_t>(fact.wrong.size()), "figure is", "figures are") +
                   " left out:"),
         element("ul", {}, {items})});
}

// The drawing is for the eye; all that is in it stands in the table, too.
Markup chart(const Fact& fact, const std::string& address) {
    if (fact.told.size() < 2) return {};
    const std::string words = fmt::format(
        "{} figures by day, each with the range that its digits leave open; the table below has them all",
        fact.told.size());
    const auto key = [](const char* kind, const char* means) {
        return element("span", {{"class", "key"}},
                       {element("span", {{"class", kind}, {"aria-hidden", "true"}}), text(means)});
    };
    return element(
        "figure", {{"class", "drawn fact-chart"}, {"hidden", true}, {"data-fact", address}},
        {element("figcaption", {},
                 {element("strong", {}, {text("What was said, by day")}),
                  element("span", {{"class", "keys-of-chart"}},
                          {key("dot", "a figure, by its number in the table"),
                           key("dot in-conflict", "in conflict with another"),
                           key("dot disputed", "disputed or corrected by a review"),
                           key("bar", "what its digits and words leave open; an arrow: no end")})}),
         element("div", {{"class", "chart"}},
                 {element("canvas", {{"role", "img"}, {"aria-label", words}})})});
}

// Lists of facts count as many; the table below has the copies too.
std::string how_many(const FactRow& row) {
    std::string words = told_by(row.articles, false);
    if (row.copies > 0)
        words += fmt::format("; {} of them {} below, too, and not counted",
                             counted(row.copies, "copy", "copies"), row.copies == 1 ? "stands" : "stand");
    return words + ".";
}

std::int64_t number_of(const Database& database, const std::string& name) {
    try {
        return find_fact(database, name);
    } catch (const TookTooLong&) {
        throw;
    } catch (const EnvironmentError& error) {
        throw NotFound(error.what());
    }
}

}  // namespace

Response fact_page(const Request& request, Site& site, const std::string& name) {
    request.query.refuse_others_than({});
    const Fact fact = read_fact(site.database, number_of(site.database, name));
    if (request.form == Form::json) return json_response(fact_json(fact));
    if (request.form == Form::csv) throw NotFound("A fact has no .csv; it has a .json.");
    std::vector<std::vector<Markup>> rows;
    std::vector<std::string> row_ids;
    for (std::size_t i = 0; i < fact.told.size(); ++i) {
        rows.push_back(told_cells(fact, i));
        row_ids.push_back(fmt::format("no-{}", i + 1));
    }
    Markup content = element("p", {{"class", "crumbs"}}, {link_to("/facts", "Facts")});
    content += element("h1", {{"dir", "auto"}}, {text(fact.row.subject)});
    content += element("p", {{"class", "from"}},
                       {said("Taken for one thing, since they have in common: " + fact.matched_by)});
    content += element("p", {{"class", "from"}}, {text(how_many(fact.row))});
    if (fact.row.conflicts > 0)
        content += element("p", {{"class", "notice"}},
                           {element("span", {{"class", "badge off"}}, {text("conflict")}),
                            text(" Not all of these can be right about one thing.")});
    content += who_agrees(fact);
    content += left_out(fact);
    content += chart(fact, "/facts/" + fact_name(fact.row.fact_id) + ".json");
    content += web::table("Figures of the fact, by day",
                          {{"No.", Column::Kind::number},
                           {"Published", Column::Kind::date},
                           {"Figure"},
                           {"Who says so"},
                           {"Article"},
                           {"Compared with the others"}},
                          rows, row_ids);
    if (fact.more > 0)
        content += paragraph(counted(fact.more, "figure more is", "figures more are") + " not shown.");
    return html_response(
        page(site, {fact.row.subject, "/facts", &request, false, {"chart.min.js", "fact.js"}}, content));
}

}  // namespace figbook::web
