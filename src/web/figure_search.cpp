#include "web/figure_search.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <limits>
#include <numeric>
#include <unordered_set>
#include <utility>

#include "base/utf8.hpp"
#include "store/cell.hpp"
#include "web/filters.hpp"
#include "web/words_query.hpp"

namespace figbook::web {
namespace {

// Of figures in the table, upwards: the newest first.
using Places = std::vector<std::uint32_t>;

constexpr std::uint32_t no_name = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint8_t money = 0;  // the first of kind_names()

// no_name where nothing is called so.
std::uint32_t find_name(const FigureTable& table, const std::string& words) {
    const auto found = std::find_if(table.names.begin(), table.names.end(),
                                    [&](const std::string* name) { return *name == words; });
    return found == table.names.end() ? no_name : static_cast<std::uint32_t>(found - table.names.begin());
}

std::size_t place_in(const std::vector<std::string_view>& list, std::string_view name) {
    return static_cast<std::size_t>(std::find(list.begin(), list.end(), name) - list.begin());
}

Places all_places(const FigureTable& table) {
    Places places(table.columns.size());
    std::iota(places.begin(), places.end(), 0U);
    return places;
}

// Without a branch: what a figure is like is no help in guessing what the next one is.
template <class Test>
void keep(Places& places, Test is_wanted) {
    std::size_t kept = 0;
    for (const std::uint32_t place : places) {
        places[kept] = place;
        kept += is_wanted(place) ? 1 : 0;
    }
    places.resize(kept);
}

template <class Column, class Value>
void keep_equal(Places& places, const Column& column, Value value) {
    keep(places, [&](std::uint32_t place) { return column[place] == value; });
}

// ---- Which articles.

class ArticleConditions {
 public:
    ArticleConditions(const FigureQuery& query, const FigureTable& table)
        : has_publication_(query.publication),
          has_days_(query.from || query.to),
          publication_(query.publication ? find_name(table, *query.publication) : no_name),
          from_(query.from ? day_number(iso(*query.from)) : 0),
          to_(query.to ? day_number(iso(*query.to)) : std::numeric_limits<std::int32_t>::max()) {}

    bool has(const ShortArticle& article) const {
        if (has_publication_ && article.publication != publication_) return false;
        return !has_days_ || (article.day != 0 && article.day >= from_ && article.day <= to_);
    }
    bool is_any() const { return !has_publication_ && !has_days_; }

 private:
    bool has_publication_, has_days_;
    std::uint32_t publication_;
    std::int32_t from_, to_;
};

Places places_of_articles(const FigureTable& table, const ArticleConditions& conditions) {
    if (conditions.is_any()) return all_places(table);
    Places places;
    for (const ShortArticle& article : table.articles)
        if (conditions.has(article))
            for (std::uint32_t place = article.first; place < article.end; ++place) places.push_back(place);
    return places;
}

// ---- Words.

// The figures of `articles` that have the words in their sentence, subject, source or headline.
Places near_words(const Database& database, const FigureTable& table,
                  const std::vector<const ShortArticle*>& articles, const WordsQuery& asked) {
    std::unordered_map<std::int64_t, const ShortArticle*> by_id;
    std::string ids;
    for (const ShortArticle* article : articles) {
        by_id.emplace(article->id, article);
        ids += fmt::format("{}{}", ids.empty() ? "" : ",", article->id);
    }
    Places near;
    std::string sentence, folded;
    database.for_each_row(
        "SELECT article_id, ordinal, sentence, subject, source, headline"
        " FROM json_each(:articles) AS wanted CROSS JOIN all_figures ON article_id = wanted.value"
        " WHERE is_duration = 0",
        {{":articles", "[" + ids + "]"}}, [&](const std::vector<Value>& row) {
            const auto place = table.place_of(*by_id.at(whole_of(row[0])), whole_of(row[1]));
            if (!place) return;
            // Several figures stand in one sentence.
            if (const std::string here = text_of(row[2]); here != sentence || folded.empty()) {
                sentence = here;
                folded = lower(here);
            }
            std::string rest;
            for (std::size_t i = 3; i < row.size(); ++i) rest.append(" ").append(text_of(row[i]));
            rest = lower(rest);
            if (asked.are_in([&](const std::string& word) {
                    return folded.find(word) != std::string::npos || rest.find(word) != std::string::npos;
                }))
                near.push_back(*place);
        });
    std::sort(near.begin(), near.end());
    return near;
}

// In the newest articles with the words, or the oldest where the list begins with those.
Places places_near_words(const Database& database, const FigureQuery& query, const FigureTable& table,
                         const ArticleConditions& conditions, FigureList& list) {
    const WordsQuery asked = read_words(database, *query.words);
    if (asked.terms.empty()) return {};
    std::unordered_set<std::int64_t> have;
    database.for_each_row("SELECT rowid FROM article_search WHERE article_search MATCH :match",
                          {{":match", asked.terms}},
                          [&](const std::vector<Value>& row) { have.insert(whole_of(row[0])); });
    list.articles = std::min(static_cast<std::int64_t>(have.size()), most_counted);
    std::vector<const ShortArticle*> wanted;
    const auto take = [&](const ShortArticle& article) {
        if (!have.contains(article.id) || !conditions.has(article)) return;
        if (wanted.size() < static_cast<std::size_t>(articles_looked_at))
            wanted.push_back(&article);
        else
            list.is_exact = false;
    };
    if (query.sort == "oldest") {
        // Those without a day are the last of both orders.
        for (auto article = table.articles.rbegin(); article != table.articles.rend(); ++article)
            if (article->day != 0) take(*article);
        for (const ShortArticle& article : table.articles)
            if (article.day == 0) take(article);
    } else {
        for (const ShortArticle& article : table.articles) take(article);
    }
    return near_words(database, table, wanted, asked);
}

// ---- What is counted.

class Tally {
 public:
    Tally(const FigureTable& table, const std::vector<std::uint8_t>& verdicts, const Places& places)
        : table_(table), verdicts_(verdicts), places_(places) {}

    std::vector<Facet> facets() const {
        return {of_names("currency", "Currency", currencies()),
                of("kind", "Kind", numbers(table_.columns.kinds, kind_names().size()),
                   [](std::size_t i) { return kind_names()[i]; }),
                of_names("source", "Source", sources()),
                of_names("publication", "Publication", publications()),
                years(),
                of("check", "Checks", numbers(verdicts_, verdict_names().size() + 1),
                   [](std::size_t i) {
                       return i == 0 ? std::string_view() : name_of(static_cast<Verdict>(i - 1));
                   }),
                of("review", "Reviewed", numbers(table_.columns.reviews, review_names().size() + 1),
                   [](std::size_t i) { return i == 0 ? std::string_view() : review_names()[i - 1]; })};
    }

 private:
    using Numbers = std::vector<std::int32_t>;  // by value

    template <class Column>
    Numbers numbers(const Column& column, std::size_t values) const {
        Numbers counted(values);
        for (const std::uint32_t place : places_) ++counted[static_cast<std::size_t>(column[place])];
        return counted;
    }
    // What is no money is counted as what has no unit.
    Numbers currencies() const {
        Numbers counted(table_.names.size());
        const FigureColumns& columns = table_.columns;
        for (const std::uint32_t place : places_)
            ++counted[columns.kinds[place] == money ? columns.units[place] : 0];
        return counted;
    }
    Numbers sources() const {
        const Numbers forms = numbers(table_.columns.sources, table_.sources.size());
        Numbers counted(table_.names.size());
        for (std::size_t form = 0; form < forms.size(); ++form)
            if (!table_.sources[form].is_nobody) counted[table_.sources[form].name] += forms[form];
        return counted;
    }
    Numbers publications() const {
        Numbers counted(table_.names.size());
        auto article = table_.articles.begin();
        for (const std::uint32_t place : places_) {
            while (article->end <= place) ++article;
            ++counted[article->publication];
        }
        return counted;
    }
    Facet years() const {
        constexpr std::size_t all = 10'000;
        const Numbers counted = numbers(table_.columns.years, all);
        std::vector<std::string> words(all);
        for (std::size_t year = 1; year < all; ++year)
            if (counted[year] > 0) words[year] = fmt::format("{:04}", year);
        return of("period", "Year it is about", counted,
                  [&](std::size_t i) { return std::string_view(words[i]); });
    }
    // Those whose name is "" are none.
    template <class Name>
    Facet of(std::string_view field, std::string_view name, const Numbers& counted, Name value) const {
        std::vector<ValueCount> values;
        for (std::size_t i = 0; i < counted.size(); ++i)
            if (counted[i] > 0)
                if (const std::string_view words = value(i); !words.empty())
                    values.emplace_back(words, counted[i]);
        return facet_of(field, name, std::move(values));
    }
    Facet of_names(std::string_view field, std::string_view name, const Numbers& counted) const {
        return of(field, name, counted, [&](std::size_t i) { return std::string_view(*table_.names[i]); });
    }

    const FigureTable& table_;
    const std::vector<std::uint8_t>& verdicts_;
    const Places& places_;
};

// ---- The page.

// By the amount, whatever it counts, then by what that is.
class BySize {
 public:
    BySize(const FigureTable& table, bool is_largest) : table_(table), is_largest_(is_largest) {}

    bool operator()(std::uint32_t a, std::uint32_t b) const {
        const FigureColumns& columns = table_.columns;
        if (const double left = columns.amounts[a], right = columns.amounts[b]; left != right)
            return is_largest_ ? left > right : left < right;
        if (columns.kinds[a] != columns.kinds[b])
            return kind_names()[columns.kinds[a]] < kind_names()[columns.kinds[b]];
        if (columns.units[a] != columns.units[b])
            return table_.name(columns.units[a]) < table_.name(columns.units[b]);
        return a < b;
    }

 private:
    const FigureTable& table_;
    bool is_largest_;
};

// So that those of the page are where they belong.
void sort_page(Places& places, std::size_t first, std::size_t last, const BySize& is_before) {
    // The first few of very many are kept in order while all are looked at once.
    constexpr std::size_t few = 2'000;
    const auto at = [&](std::size_t i) { return places.begin() + static_cast<std::ptrdiff_t>(i); };
    if (last > few && first < places.size()) std::nth_element(at(0), at(first), places.end(), is_before);
    std::partial_sort(last > few ? at(first) : at(0), at(last), places.end(), is_before);
}

// The oldest article first, those without a day last, each with its figures as they stand; no more of them than `most`.
Places oldest_first(const FigureTable& table, const Places& places, std::size_t most) {
    const auto without_day = std::find_if(table.articles.begin(), table.articles.end(),
                                          [](const ShortArticle& article) { return article.day == 0; });
    const std::uint32_t split =
        without_day == table.articles.end() ? table.columns.size() : without_day->first;
    const auto middle = std::lower_bound(places.begin(), places.end(), split);
    Places oldest;
    for (auto [begin, end] : {std::pair(places.begin(), middle), std::pair(middle, places.end())})
        while (begin != end && oldest.size() < most) {
            const std::uint32_t first = table.article_of(*std::prev(end)).first;
            auto of_article = std::prev(end);
            while (of_article != begin && *std::prev(of_article) >= first) --of_article;
            oldest.insert(oldest.end(), of_article, end);
            end = of_article;
        }
    return oldest;
}

class TableSearch {
 public:
    TableSearch(const FigureQuery& query, const Counts& counts)
        : query_(query), counts_(counts), table_(*counts.table), articles_(query, table_) {}

    FigureList find(const Database& database) const {
        FigureList list;
        Places places = query_.words ? places_near_words(database, query_, table_, articles_, list)
                                     : places_of_articles(table_, articles_);
        narrow_down(places);
        list.total = static_cast<std::int64_t>(places.size());
        list.facets = places.size() == table_.columns.size()
                          ? counts_.facets
                          : Tally(table_, counts_.verdicts, places).facets();
        list.rows = rows_of_figures(database, page(std::move(places)));
        return list;
    }

 private:
    void narrow_down(Places& places) const {
        const FigureColumns& columns = table_.columns;
        if (query_.kind) keep_equal(places, columns.kinds, place_in(kind_names(), *query_.kind));
        if (query_.currency) {
            keep_equal(places, columns.kinds, money);
            keep_equal(places, columns.units, find_name(table_, *query_.currency));
        }
        if (query_.source) keep_source(places, find_name(table_, *query_.source));
        if (query_.period) keep_equal(places, columns.years, day_number(*query_.period));
        if (query_.check) keep_equal(places, counts_.verdicts, code_of(verdict_named(*query_.check)));
        if (query_.review) keep_equal(places, columns.reviews, place_in(review_names(), *query_.review) + 1);
    }

    void keep_source(Places& places, std::uint32_t name) const {
        std::vector<char> is_called_so(table_.sources.size());
        for (std::size_t form = 1; form < table_.sources.size(); ++form)
            is_called_so[form] = table_.sources[form].name == name ? 1 : 0;
        keep(places, [&](std::uint32_t place) { return is_called_so[table_.columns.sources[place]] != 0; });
    }

    std::vector<FigureKey> page(Places places) const {
        const std::size_t first =
            std::min(static_cast<std::size_t>((query_.page - 1) * figures_a_page), places.size());
        const std::size_t last = std::min(first + static_cast<std::size_t>(figures_a_page), places.size());
        if (query_.sort == "oldest")
            places = oldest_first(table_, places, last);
        else if (query_.sort != "newest")
            sort_page(places, first, last, BySize(table_, query_.sort == "largest"));
        std::vector<FigureKey> keys;
        for (std::size_t i = first; i < last; ++i)
            keys.push_back({table_.article_of(places[i]).id, table_.columns.ordinals[places[i]]});
        return keys;
    }

    const FigureQuery& query_;
    const Counts& counts_;
    const FigureTable& table_;
    const ArticleConditions articles_;
};

}  // namespace

FigureList find_in_table(const Database& database, const FigureQuery& query, const Counts& counts) {
    return TableSearch(query, counts).find(database);
}

std::vector<Facet> facets_of_all(const FigureTable& table, const std::vector<std::uint8_t>& verdicts) {
    return Tally(table, verdicts, all_places(table)).facets();
}

}  // namespace figbook::web
