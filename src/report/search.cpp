#include "report/search.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <unordered_set>

#include "report/passage.hpp"
#include "store/cell.hpp"

namespace figbook {
namespace {

// The two lists of a search, with the statements that they come from: what ranks the articles, and the figures of one.
constexpr std::string_view layout = R"sql(-- title: Search
-- description: articles by the words in them
-- section articles: Articles
-- show: published, publication, headline, passage, figures
-- optional: figures, publication, published
-- column published: date
-- column publication: text, at least 8
-- column headline: text, at least 16
-- column passage: text, at least 30
-- column figures: number
-- empty: no article has these words
SELECT published, publication, headline, url, NULL AS passage, NULL AS figures, article_id,
    NULL AS start, NULL AS "end", text
FROM articles WHERE article_id = :article

-- section figures: Figures in the sentences with these words
-- show: published, headline, figure, subject, source, sentence
-- optional: sentence, headline, published, source
-- column published: date
-- column headline: text, at least 16
-- column figure: amount(kind, value, high, unit, per, resolution, bound)
-- column subject: text, at least 14
-- column source: text, at least 10
-- column sentence: text, at least 30
-- empty: no figure stands in a sentence with these words
SELECT figures.published, figures.publication, figures.headline, figures.url, figures.text, figures.kind,
    figures.value, figures.high, figures.unit, figures.unit_assumed, figures.per, figures.bound, figures.change,
    figures.role, figures.modality, figures.resolution, figures.subject, figures.period_start, figures.period_end,
    figures.source, sentence, article_id, figures.ordinal, start, "end",
    claim.sentence_start, claim.sentence_end
FROM all_figures AS figures
JOIN claim ON claim.document_id = article_id AND claim.ordinal = figures.ordinal
WHERE article_id = :article AND figures.is_duration = 0
ORDER BY figures.ordinal
)sql";

// Where more articles than that have the words, most of the newest ones do.
constexpr std::int64_t most_listed = 100'000;

// Both: the article, and the story that it tells, which is its original's.
constexpr std::string_view article_columns =
    "article.document_id, CASE WHEN :copies = 0 AND article_copy.share_of_copy >= 0.6"
    " THEN article_copy.original_id ELSE article.document_id END";

// What is found, the best first: where several are as good, the newest of them.
constexpr std::string_view ranked = R"sql(
WITH hits AS (SELECT value ->> 0 AS document_id, value ->> 1 AS place FROM json_each(:hits))
SELECT {}
FROM hits CROSS JOIN article ON article.document_id = hits.document_id
LEFT JOIN article_copy ON article_copy.document_id = article.document_id
WHERE article.is_current = 1{}
ORDER BY hits.place, article.published DESC, article.document_id)sql";

constexpr std::string_view all_hits = R"sql(
SELECT rowid AS document_id, bm25(article_search, 4.0, 1.0) AS score
FROM article_search WHERE article_search MATCH :terms
LIMIT :most)sql";

// Each article, from the newest on, is asked for the words: most have them. Asking one takes as long as going over some thousand of
// those that have them.
constexpr std::string_view newest = R"sql(
SELECT {}
FROM article CROSS JOIN article_search ON article_search.rowid = article.document_id
LEFT JOIN article_copy ON article_copy.document_id = article.document_id
WHERE article_search MATCH :terms AND article.is_current = 1{}
ORDER BY article.published DESC, article.document_id DESC
LIMIT 4 * :limit)sql";

// The index is asked once, for all articles that have the words. For the beginning of a word it gathers all words that begin so,
// each time it is asked.
constexpr std::string_view newest_by_list = R"sql(
SELECT {}
FROM article
LEFT JOIN article_copy ON article_copy.document_id = article.document_id
WHERE +article.document_id IN (SELECT rowid FROM article_search WHERE article_search MATCH :terms)
    AND article.is_current = 1{}
ORDER BY article.published DESC, article.document_id DESC
LIMIT 4 * :limit)sql";

// In a way that leaves articles in the order of their days: those of one paper are looked up in it, those of several sorted out.
// Else SQLite would ask each article of them for the words, to sort what it has found.
std::string of_papers(const Table& papers) {
    if (papers.rows.empty()) return " AND false";
    std::string numbers;
    for (const auto& row : papers.rows)
        numbers += fmt::format("{}{}", numbers.empty() ? "" : ", ", whole_of(row[0]));
    return papers.rows.size() == 1 ? fmt::format(" AND article.publication_id = {}", numbers)
                                   : fmt::format(" AND +article.publication_id IN ({})", numbers);
}

std::string conditions(const Database& database, const Filters& filters) {
    std::string sql;
    if (filters.from) sql += " AND article.published >= :from";
    if (filters.to) sql += " AND article.published <= :to";
    if (filters.publication)
        sql += of_papers(
            database.query("SELECT publication_id FROM publication WHERE has_words(name, :publication)",
                           {{":publication", *filters.publication}}));
    if (filters.source)
        sql +=
            " AND EXISTS (SELECT 1 FROM claim JOIN source ON source.source_id = claim.source_id"
            " WHERE claim.document_id = article.document_id"
            " AND has_words(source.name || ' ' || source.title || ' ' || source.organisation, :source))";
    return sql;
}

std::int64_t whole(const Value& value) {
    return std::get<std::int64_t>(value);
}

Span span_of(const std::vector<Value>& row, std::size_t start) {
    return {static_cast<std::uint32_t>(whole(row[start])), static_cast<std::uint32_t>(whole(row[start + 1]))};
}

class Search {
 public:
    Search(Database& database, std::string_view typed, const Filters& filters)
        : database_(database),
          query_(read_search(database, typed)),
          filters_(filters),
          limit_(filters.limit.value_or(usual_hits)) {}

    SearchResult run() {
        SearchResult result;
        const Report report = read_report("search", layout);
        database_.transaction([&] {
            conditions_ = conditions(database_, filters_);
            // No article has this number: for the names of the columns.
            articles_ = database_.query(report.sections[0].sql, {{":article", std::int64_t{0}}});
            figures_ = database_.query(report.sections[1].sql, {{":article", std::int64_t{0}}});
            for (const std::int64_t article : stories(result)) add(report, article);
        });
        for (Table* table : {&articles_, &figures_}) drop_columns(*table, table == &articles_ ? 1 : 2);
        result.report.sections = {{report.sections[0], articles_}, {report.sections[1], figures_}};
        return result;
    }

 private:
    Parameters parameters() const {
        const auto day = [](const std::optional<Date>& date) { return date ? Value(iso(*date)) : Value(); };
        const auto words = [](const std::optional<std::string>& given) {
            return given ? Value(*given) : Value();
        };
        return {{":terms", query_.terms},
                {":from", day(filters_.from)},
                {":to", day(filters_.to)},
                {":publication", words(filters_.publication)},
                {":source", words(filters_.source)},
                {":copies", std::int64_t{filters_.copies ? 1 : 0}},
                {":limit", limit_}};
    }

    // For a statement that asks of so many articles at most.
    Parameters at_most(std::int64_t most) const {
        Parameters parameters = this->parameters();
        parameters.emplace_back(":most", most);
        return parameters;
    }

    struct Hit {
        double score;  // less is better
        std::int64_t article;
    };

    bool have_more_than(std::int64_t most) const {
        return whole(database_
                         .query("SELECT count(*) FROM (SELECT 1 FROM article_search"
                                " WHERE article_search MATCH :terms LIMIT :most)",
                                at_most(most + 1))
                         .rows[0][0]) > most;
    }

    // Few articles have words in an order, and finding these takes longer than ranking them.
    bool may_be_common() const {
        return std::none_of(query_.phrases.begin(), query_.phrases.end(),
                            [](const SearchPhrase& phrase) { return phrase.words.size() > 1; });
    }

    // The best first. None where more have the words than are ranked.
    std::optional<std::vector<Hit>> hits() const {
        if (may_be_common() && have_more_than(most_ranked)) return std::nullopt;
        std::vector<Hit> hits;
        database_.for_each_row(all_hits, at_most(most_ranked + 1), [&](const std::vector<Value>& row) {
            hits.push_back({std::get<double>(row[1]), whole(row[0])});
        });
        if (std::ssize(hits) > most_ranked) return std::nullopt;
        std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.score < b.score; });
        return hits;
    }

    Table rows_of(std::string_view statement, const Parameters& parameters) const {
        return database_.query(fmt::format(fmt::runtime(statement), article_columns, conditions_),
                               parameters);
    }

    // The articles to show: of each story the original, where it has the words too.
    class Stories {
     public:
        explicit Stories(std::int64_t limit) : limit_(limit) {}

        void has_words(std::int64_t article) { have_words_.insert(article); }
        void add(const Table& rows) {
            for (const auto& row : rows.rows) {
                const std::int64_t story = whole(row[1]);
                if (!told_.insert(story).second)
                    ++copies_;
                else if (!is_full())
                    shown_.push_back(have_words_.contains(story) ? story : whole(row[0]));
            }
        }
        bool is_full() const { return std::ssize(shown_) == limit_; }
        const std::vector<std::int64_t>& shown() const { return shown_; }
        std::int64_t copies() const { return copies_; }

     private:
        const std::int64_t limit_;
        std::unordered_set<std::int64_t> have_words_;
        std::set<std::int64_t> told_;
        std::vector<std::int64_t> shown_;
        std::int64_t copies_ = 0;
    };

    // Articles that are as good as each other stay together. The place of the last one that is looked at, and one.
    static std::size_t end_of_part(const std::vector<Hit>& hits, std::size_t start, std::size_t size) {
        std::size_t end = std::min(hits.size(), start + size);
        while (end < hits.size() && hits[end].score == hits[end - 1].score) ++end;
        return end;
    }

    Parameters with_hits(const std::vector<Hit>& hits, std::size_t start, std::size_t end) const {
        std::string array;
        std::size_t place = start;
        for (std::size_t i = start; i < end; ++i) {
            if (hits[i].score != hits[place].score) place = i;
            array += fmt::format("{}[{},{}]", array.empty() ? "[" : ",", hits[i].article, place);
        }
        Parameters parameters = this->parameters();
        parameters.emplace_back(":hits", array.empty() ? "[]" : array + "]");
        return parameters;
    }

    // Of many hits the articles need not be read but of the best: where nothing else is asked of an article, few of them will do.
    void add_best(Stories& stories, const std::vector<Hit>& hits, LeftOut& left_out) const {
        const bool has_conditions = !conditions_.empty();
        std::size_t size = has_conditions ? hits.size() : 4 * static_cast<std::size_t>(limit_);
        if (!has_conditions)
            for (const Hit& hit : hits) stories.has_words(hit.article);
        for (std::size_t start = 0; start < hits.size() && !stories.is_full(); size *= 4) {
            const std::size_t end = end_of_part(hits, start, size);
            const Table rows = rows_of(ranked, with_hits(hits, start, end));
            if (has_conditions)
                for (const auto& row : rows.rows) stories.has_words(whole(row[0]));
            stories.add(rows);
            start = end;
            left_out.more = end < hits.size() ? NotLookedAt::further_down : NotLookedAt::nothing;
        }
    }

    std::vector<std::int64_t> stories(SearchResult& result) const {
        Stories stories(limit_);
        const auto best = hits();
        result.is_ranked = best.has_value();
        LeftOut& left_out = result.report.left_out;
        if (best) {
            add_best(stories, *best, left_out);
        } else {
            const bool has_prefix = query_.terms.find("\" *") != std::string::npos;
            const bool by_list = has_prefix || !have_more_than(most_listed);
            const Table rows = rows_of(by_list ? newest_by_list : newest, parameters());
            for (const auto& row : rows.rows) stories.has_words(whole(row[0]));
            stories.add(rows);
            left_out.more = NotLookedAt::older;
        }
        left_out.copies = stories.copies();
        return stories.shown();
    }

    void add(const Report& report, std::int64_t article) {
        const Parameters one{{":article", article}};
        Table head = database_.query(report.sections[0].sql, one);
        Table claims = database_.query(report.sections[1].sql, one);
        const std::string text = text_of(head.rows.at(0).back());
        const Passages passages(text, database_.words(text), query_.phrases);
        const std::size_t sentence = claims.columns.size() - 2;
        std::size_t most = 1;
        for (const auto& row : claims.rows) most = std::max(most, passages.count_in(span_of(row, sentence)));
        std::optional<Span> place;
        std::int64_t count = 0;
        for (auto& row : claims.rows) {
            const Span span = span_of(row, sentence);
            if (passages.count_in(span) < most) continue;
            if (!place) place = passages.first_in(span);
            ++count;
            figures_.rows.push_back(std::move(row));
        }
        add_article(std::move(head), passages, place, most, count);
    }

    // Shows the sentence with a figure, unless another passage has more of the words.
    void add_article(Table head, const Passages& passages, std::optional<Span> place, std::size_t words,
                     std::int64_t figures) {
        const std::optional<Span> best = passages.best_place();
        if (best && (!place || passages.count_behind(*best) > words)) place = best;
        auto& row = head.rows[0];
        const std::size_t columns = row.size();
        row[columns - 6] = place ? passages.shown(*place) : passages.beginning();
        row[columns - 5] = figures;
        if (place) {
            row[columns - 3] = std::int64_t{place->start};
            row[columns - 2] = std::int64_t{place->end};
        }
        articles_.rows.push_back(std::move(row));
    }

    // What was only read to look at it.
    static void drop_columns(Table& table, std::size_t count) {
        table.columns.resize(table.columns.size() - count);
        for (auto& row : table.rows) row.resize(table.columns.size());
    }

    Database& database_;
    const SearchQuery query_;
    const Filters& filters_;
    const std::int64_t limit_;
    std::string conditions_;  // of an article that is shown, as SQL
    Table articles_, figures_;
};

}  // namespace

SearchResult search(Database& database, std::string_view words, const Filters& filters) {
    return Search(database, words, filters).run();
}

}  // namespace figbook
