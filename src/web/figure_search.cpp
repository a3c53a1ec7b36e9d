#include "web/figure_search.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.hpp"
#include "store/cell.hpp"
#include "web/filters.hpp"
#include "web/words_query.hpp"

namespace figbook::web {
namespace {

constexpr std::uint32_t no_name = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t years = 10'000;
constexpr std::size_t verdicts = 3;

// A figure by its places in the table, with its amount, by which very many are sorted.
struct Match {
    double amount;
    std::uint32_t article;
    std::uint32_t figure;
};

// no_name where nothing is called so.
std::uint32_t find_name(const FigureTable& table, const std::string& words) {
    const auto found = std::find_if(table.names.begin(), table.names.end(),
                                    [&](const std::string* name) { return *name == words; });
    return found == table.names.end() ? no_name : static_cast<std::uint32_t>(found - table.names.begin());
}

template <class List>
std::size_t place_in(const List& list, std::string_view name) {
    return static_cast<std::size_t>(std::find(list.begin(), list.end(), name) - list.begin());
}

// The figures near the words, by article: their ordinals.
using NearWords = std::unordered_map<std::int64_t, std::unordered_set<std::uint32_t>>;

// What the figures of a list have in common, as the table has it.
class Conditions {
 public:
    Conditions(const FigureQuery& query, const FigureTable& table)
        : query_(query),
          table_(table),
          from_(query.from ? day_number(iso(*query.from)) : 0),
          to_(query.to ? day_number(iso(*query.to)) : std::numeric_limits<std::int32_t>::max()),
          has_days_(query.from || query.to) {
        if (query.kind) kind_ = place_in(kind_names(), *query.kind);
        if (query.currency) currency_ = find_name(table, *query.currency);
        if (query.publication) publication_ = find_name(table, *query.publication);
        if (query.source) source_ = find_name(table, *query.source);
        if (query.period) year_ = static_cast<std::int16_t>(day_number(*query.period));
        if (query.review) review_ = place_in(review_names(), *query.review) + 1;
    }

    bool may_have(const ShortArticle& article) const {
        if (query_.publication && article.publication != publication_) return false;
        return !has_days_ || (article.day != 0 && article.day >= from_ && article.day <= to_);
    }
    bool has(const ShortFigure& figure) const {
        if (query_.kind && figure.kind != kind_) return false;
        if (query_.currency && (figure.kind != money || figure.unit != currency_)) return false;
        if (query_.source && (figure.source == 0 || table_.sources[figure.source].name != source_))
            return false;
        if (query_.period && figure.year != year_) return false;
        return !query_.review || figure.review == review_;
    }

 private:
    static constexpr std::uint8_t money = 0;  // the first of kind_names()

    const FigureQuery& query_;
    const FigureTable& table_;
    std::int32_t from_, to_;
    bool has_days_;
    std::size_t kind_ = 0, review_ = 0;
    std::uint32_t currency_ = no_name, publication_ = no_name, source_ = no_name;
    std::int16_t year_ = 0;
};

// ---- Words.

// In which of `articles` which figures have the words in their sentence, subject, source or headline.
NearWords near_words(const Database& database, const std::vector<std::int64_t>& articles,
                     const WordsQuery& asked) {
    NearWords near;
    std::string sentence, folded;
    database.for_each_row(
        "SELECT article_id, ordinal, sentence, subject, source, headline"
        " FROM json_each(:articles) AS wanted CROSS JOIN all_figures ON article_id = wanted.value"
        " WHERE is_duration = 0",
        {{":articles", json_array(articles)}}, [&](const std::vector<Value>& row) {
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
                near[whole_of(row[0])].insert(static_cast<std::uint32_t>(whole_of(row[1])));
        });
    return near;
}

struct Searched {
    NearWords near;
    std::int64_t articles = 0;  // that have the words, up to most_counted
    bool is_all = true;         // no more of them than were looked at
};

// The newest articles with the words, or the oldest where the list begins with those.
Searched look_for(const Database& database, const FigureQuery& query, const FigureTable& table,
                  const Conditions& conditions) {
    const WordsQuery asked = read_words(database, *query.words);
    Searched found;
    if (asked.terms.empty()) return found;
    std::unordered_set<std::int64_t> have;
    database.for_each_row("SELECT rowid FROM article_search WHERE article_search MATCH :match",
                          {{":match", asked.terms}},
                          [&](const std::vector<Value>& row) { have.insert(whole_of(row[0])); });
    found.articles = std::min(static_cast<std::int64_t>(have.size()), most_counted);
    std::vector<std::int64_t> wanted;
    const auto take = [&](const ShortArticle& article) {
        if (!have.contains(article.id) || !conditions.may_have(article)) return;
        if (wanted.size() < static_cast<std::size_t>(articles_looked_at))
            wanted.push_back(article.id);
        else
            found.is_all = false;
    };
    if (query.sort == "oldest") {
        // Those without a day are the last of both orders.
        for (auto article = table.articles.rbegin(); article != table.articles.rend(); ++article)
            if ((*article)->day != 0) take(**article);
        for (const auto& article : table.articles)
            if (article->day == 0) take(*article);
    } else {
        for (const auto& article : table.articles) take(*article);
    }
    found.near = near_words(database, wanted, asked);
    return found;
}

// ---- What is found, and counted.

// How many of what was found have each value.
class Tally {
 public:
    explicit Tally(const FigureTable& table)
        : table_(table),
          forms_(table.sources.size()),
          units_(table.names.size()),
          papers_(table.names.size()) {}

    void add(const ShortArticle& article, const ShortFigure& figure) {
        ++kinds_[figure.kind];
        if (figure.kind == 0) ++units_[figure.unit];
        ++forms_[figure.source];
        ++papers_[article.publication];
        ++years_[static_cast<std::size_t>(figure.year)];
        ++reviews_[figure.review];
    }
    void add(Verdict verdict) { ++verdicts_[static_cast<std::size_t>(verdict)]; }

    std::vector<Facet> facets() const {
        std::vector<Facet> all;
        all.push_back(of_names("currency", "Currency", units_));
        all.push_back(of("kind", "Kind", kinds_, [](std::size_t i) { return std::string(kind_names()[i]); }));
        std::vector<std::int32_t> sources(table_.names.size());
        for (std::size_t form = 0; form < forms_.size(); ++form)
            sources[table_.sources[form].name] += forms_[form];
        all.push_back(of_names("source", "Source", sources));
        all.push_back(of_names("publication", "Publication", papers_));
        all.push_back(of("period", "Year it is about", years_,
                         [](std::size_t i) { return i == 0 ? std::string() : fmt::format("{:04}", i); }));
        all.push_back(of("check", "Checks", verdicts_,
                         [](std::size_t i) { return std::string(name_of(static_cast<Verdict>(i))); }));
        all.push_back(of("review", "Reviewed", reviews_, [](std::size_t i) {
            return i == 0 ? std::string() : std::string(review_names()[i - 1]);
        }));
        return all;
    }

 private:
    template <class Numbers, class Name>
    Facet of(std::string_view field, std::string_view name, const Numbers& numbers, Name value) const {
        std::vector<FacetValue> values;
        for (std::size_t i = 0; i < numbers.size(); ++i)
            if (numbers[i] > 0)
                if (std::string words = value(i); !words.empty())
                    values.push_back({std::move(words), numbers[i]});
        return facet_of(field, name, std::move(values));
    }
    Facet of_names(std::string_view field, std::string_view name,
                   const std::vector<std::int32_t>& numbers) const {
        return of(field, name, numbers,
                  [&](std::size_t i) { return table_.name(static_cast<std::uint32_t>(i)); });
    }

    const FigureTable& table_;
    std::vector<std::int32_t> forms_, units_, papers_;
    std::array<std::int32_t, 8> kinds_{};
    std::vector<std::int32_t> years_ = std::vector<std::int32_t>(years);
    std::array<std::int32_t, verdicts> verdicts_{};
    std::array<std::int32_t, 4> reviews_{};
};

bool is_of_all(const FigureQuery& query) {
    return !query.words && !query.kind && !query.currency && !query.source && !query.publication &&
           !query.period && !query.check && !query.review && !query.from && !query.to;
}

class TableSearch {
 public:
    TableSearch(const FigureQuery& query, const Counts& counts, const Findings* findings)
        : query_(query),
          counts_(counts),
          table_(*counts.table),
          findings_(findings),
          conditions_(query, table_),
          tally_(table_) {
        if (query.check) verdict_ = verdict_named(*query.check);
    }

    FigureList find(const Database& database) {
        if (is_of_all(query_)) return find_all(database);
        FigureList list;
        Searched searched;
        if (query_.words) {
            searched = look_for(database, query_, table_, conditions_);
            list.articles = searched.articles;
            list.is_exact = searched.is_all;
        }
        for (std::uint32_t at = 0; at < table_.articles.size(); ++at)
            if (conditions_.may_have(*table_.articles[at])) take(at, query_.words ? &searched.near : nullptr);
        list.total = static_cast<std::int64_t>(matches_.size());
        list.facets = tally_.facets();
        list.rows = rows_of_figures(database, page());
        return list;
    }

 private:
    // What is counted of all figures is counted already, but for what the checks say.
    FigureList find_all(const Database& database) {
        FigureList list;
        list.total = static_cast<std::int64_t>(table_.figures);
        if (findings_ != nullptr) count_verdicts();
        list.facets = counts_.facets;
        const std::vector<Facet> found = tally_.facets();
        for (std::size_t i = 0; i < list.facets.size(); ++i)
            if (list.facets[i].field == "check") list.facets[i] = found[i];
        if (query_.sort == "newest" || query_.sort == "oldest") {
            list.rows = rows_of_figures(database, page_by_age());
            return list;
        }
        matches_.reserve(table_.figures);
        for (std::uint32_t at = 0; at < table_.articles.size(); ++at) {
            const auto& figures = table_.articles[at]->figures;
            for (std::uint32_t i = 0; i < figures.size(); ++i) matches_.push_back({figures[i].amount, at, i});
        }
        list.rows = rows_of_figures(database, page());
        return list;
    }

    void count_verdicts() {
        for (const auto& article : table_.articles) {
            const auto& found = findings_->of_article(article->id);
            if (found.empty()) continue;
            for (const ShortFigure& figure : article->figures)
                if (const auto verdict = worst_of(found, figure.ordinal)) tally_.add(*verdict);
        }
    }

    // Of all figures, article by article. The table has the newest articles first and those without a day last; they stay
    // last where the oldest are asked for.
    std::vector<FigureKey> page_by_age() const {
        std::vector<FigureKey> keys;
        auto before = static_cast<std::size_t>((query_.page - 1) * figures_a_page);
        const auto is_full = [&](const ShortArticle& article) {
            if (before >= article.figures.size()) {
                before -= article.figures.size();
                return false;
            }
            for (; before < article.figures.size(); ++before) {
                if (keys.size() == static_cast<std::size_t>(figures_a_page)) return true;
                keys.push_back({article.id, article.figures[before].ordinal});
            }
            before = 0;
            return false;
        };
        const auto& articles = table_.articles;
        if (query_.sort == "newest") {
            for (const auto& article : articles)
                if (is_full(*article)) break;
            return keys;
        }
        const auto without_day = std::find_if(articles.begin(), articles.end(),
                                              [](const auto& article) { return article->day == 0; });
        for (auto at = without_day; at != articles.begin();)
            if (is_full(**--at)) return keys;
        for (auto at = articles.end(); at != without_day;)
            if (is_full(**--at)) break;
        return keys;
    }

    void take(std::uint32_t at, const NearWords* near) {
        const ShortArticle& article = *table_.articles[at];
        const std::unordered_set<std::uint32_t>* chosen = nullptr;
        if (near != nullptr) {
            const auto found = near->find(article.id);
            if (found == near->end()) return;
            chosen = &found->second;
        }
        const auto* found = findings_ == nullptr ? nullptr : &findings_->of_article(article.id);
        if (verdict_ && (found == nullptr || found->empty())) return;
        for (std::uint32_t i = 0; i < article.figures.size(); ++i) {
            const ShortFigure& figure = article.figures[i];
            if (!conditions_.has(figure) || (chosen != nullptr && !chosen->contains(figure.ordinal)))
                continue;
            if (found != nullptr && !found->empty()) {
                const auto verdict = worst_of(*found, figure.ordinal);
                if (verdict_ && verdict != verdict_) continue;
                if (verdict) tally_.add(*verdict);
            }
            tally_.add(article, figure);
            matches_.push_back({figure.amount, at, i});
        }
    }

    const ShortArticle& article(const Match& match) const { return *table_.articles[match.article]; }
    const ShortFigure& figure(const Match& match) const {
        return table_.articles[match.article]->figures[match.figure];
    }

    // By the amount, whatever it counts, then by what that is.
    bool is_before_by_size(const Match& a, const Match& b, bool is_largest) const {
        if (a.amount != b.amount) return is_largest ? a.amount > b.amount : a.amount < b.amount;
        const ShortFigure& left = figure(a);
        const ShortFigure& right = figure(b);
        if (left.kind != right.kind) return kind_names()[left.kind] < kind_names()[right.kind];
        if (left.unit != right.unit) return table_.name(left.unit) < table_.name(right.unit);
        return std::pair(a.article, a.figure) < std::pair(b.article, b.figure);
    }
    bool is_before_by_age(const Match& a, const Match& b) const {
        const ShortArticle& left = article(a);
        const ShortArticle& right = article(b);
        if ((left.day == 0) != (right.day == 0)) return right.day == 0;
        if (left.day != right.day) return left.day < right.day;
        if (left.id != right.id) return left.id < right.id;
        return a.figure < b.figure;
    }

    // The keys of the page's figures. What is found is in the order of the newest.
    std::vector<FigureKey> page() {
        const auto size = static_cast<std::int64_t>(matches_.size());
        const std::int64_t first = std::min((query_.page - 1) * figures_a_page, size);
        const std::int64_t last = std::min(first + figures_a_page, size);
        const auto sort = [&](auto is_before) {
            // The first few of very many are kept in order while all are looked at once.
            constexpr std::int64_t few = 2'000;
            const auto begin = matches_.begin();
            if (last <= few) return std::partial_sort(begin, begin + last, matches_.end(), is_before);
            if (first < size) std::nth_element(begin, begin + first, matches_.end(), is_before);
            std::partial_sort(begin + first, begin + last, matches_.end(), is_before);
        };
        if (query_.sort == "oldest")
            sort([&](const Match& a, const Match& b) { return is_before_by_age(a, b); });
        else if (query_.sort != "newest")
            sort([&, is_largest = query_.sort == "largest"](const Match& a, const Match& b) {
                return is_before_by_size(a, b, is_largest);
            });
        std::vector<FigureKey> keys;
        for (std::int64_t i = first; i < last; ++i) {
            const Match& match = matches_[static_cast<std::size_t>(i)];
            keys.push_back({article(match).id, figure(match).ordinal});
        }
        return keys;
    }

    const FigureQuery& query_;
    const Counts& counts_;
    const FigureTable& table_;
    const Findings* findings_;
    const Conditions conditions_;
    std::optional<Verdict> verdict_{};
    Tally tally_;
    std::vector<Match> matches_;
};

}  // namespace

FigureList find_in_table(const Database& database, const FigureQuery& query, const Counts& counts,
                         const Findings* findings) {
    return TableSearch(query, counts, findings).find(database);
}

std::vector<Facet> count_all(const FigureTable& table) {
    Tally tally(table);
    for (const auto& article : table.articles)
        for (const ShortFigure& figure : article->figures) tally.add(*article, figure);
    return tally.facets();
}

}  // namespace figbook::web
