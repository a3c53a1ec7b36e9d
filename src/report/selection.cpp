#include "report/selection.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

#include "base/problem.hpp"
#include "report/found_figures.hpp"
#include "report/list_rows.hpp"
#include "report/listing.hpp"
#include "store/kept_rows.hpp"
#include "store/stored_claims.hpp"

namespace figbook {
namespace {

// So many claims can be read in a moment; what is more is not counted.
constexpr std::int64_t most_counted = 40'000;
// Where two filters leave more than that, any of them will do.
constexpr std::int64_t most_compared = 10'000'000;
// One that is looked up by itself has its article looked up too.
constexpr std::int64_t lone_claim = 2;
// Where the articles are known, all of their claims are read; by words only those that have them.
constexpr std::int64_t claims_an_article = 25;
constexpr std::int64_t claims_with_words = 4;
// So many of the newest articles are looked at first where only the newest figures are asked for, then four times as
// many, and so on.
constexpr std::int64_t first_articles = 200;
// So many claims of many are looked at first, where a list has to be known before it is read.
constexpr std::size_t sampled = 64;
constexpr std::size_t many_claims = 1000;
// More figures than these are not kept.
constexpr std::int64_t most_found = 100'000;

template <class T>
Value value_of(const std::optional<T>& filter) {
    return filter ? Value(*filter) : Value();
}

Value value_of(const std::optional<Date>& day) {
    return day ? Value(iso(*day)) : Value();
}

// None where the filter is not set, and where it holds no word.
std::vector<IndexWord> words_of(const Database& database, std::string_view option,
                                const std::optional<std::string>& filter) {
    if (!filter) return {};
    std::vector<IndexWord> words = database.words(*filter);
    if (words.size() > most_filter_words)
        throw EnvironmentError(fmt::format("{} has {} words; give at most {}, such as those that matter",
                                           option, words.size(), most_filter_words));
    return words;
}

// What of figures is kept: the columns of all_figures, of which the first two are their numbers.
KeptColumns kept_figures(const Database& database) {
    return {"found_figures", database.query("SELECT * FROM all_figures LIMIT 0").columns};
}

// Those that are always kept, in front.
constexpr std::array<std::string_view, 5> always_kept{"article_id", "ordinal", "is_repeat", "is_copy",
                                                      "verdict"};
enum AlwaysKept : std::size_t { kept_article, kept_ordinal, kept_repeat, kept_copy, kept_verdict };

constexpr std::string_view sentence_of_kept =
    ", (SELECT CAST(substr(CAST(article.text AS BLOB), kept.sentence_start + 1,"
    " kept.sentence_end - kept.sentence_start) AS TEXT) FROM article"
    " WHERE article.rowid = kept.article_row) AS ";

// "article_id", "ordinal": with what stands before each.
std::string list_of(const std::vector<std::string>& columns, std::string_view before) {
    std::string list;
    for (const std::string& column : columns)
        list += fmt::format("{}{}\"{}\"", list.empty() ? "" : ", ", before, column);
    return list;
}

// What statements read of articles, as it is kept with each of their figures.
std::string articles_of_kept(const std::vector<std::string>& columns) {
    constexpr std::array<std::string_view, 6> of_articles{"article_id", "published", "publication",
                                                          "headline",   "url",       "is_copy"};
    std::vector<std::string> read;
    for (const std::string& column : columns)
        if (std::find(of_articles.begin(), of_articles.end(), column) != of_articles.end())
            read.push_back(column);
    return fmt::format("SELECT {} FROM found_figures(:found) AS kept GROUP BY kept.article_id",
                       list_of(read, "kept."));
}

bool is_part_of_name(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool names(std::string_view sql, std::string_view name) {
    for (auto at = sql.find(name); at != std::string_view::npos; at = sql.find(name, at + 1)) {
        const auto end = at + name.size();
        if ((at == 0 || !is_part_of_name(sql[at - 1])) && (end == sql.size() || !is_part_of_name(sql[end])))
            return true;
    }
    return false;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
    std::string all;
    for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what)) {
        all.append(text.substr(0, at)).append(by);
        text.remove_prefix(at + what.size());
    }
    return all.append(text);
}

std::int64_t whole(const Table& table) {
    return std::get<std::int64_t>(table.rows.at(0).at(0));
}

}  // namespace

// The conditions of each filter. Those that figures are not looked up by have a + before their column, which keeps
// SQLite from it: without statistics of the tables it would take the kind of a claim for a rare thing.
struct Selection::Conditions {
    const Filters& filters;
    LookUp look_up;
    bool has_words;                       // there is a word to look for
    std::string_view among;               // see Selection
    std::optional<std::string> oldest{};  // the first day to look at
    bool by_rows = false;                 // of claims with words: by where they stand

    std::string_view unless(LookUp which) const { return look_up == which ? "" : "+"; }
    bool by_claims() const {
        return filters.currency || filters.kind || filters.source || filters.subject || !among.empty();
    }
    bool by_words() const { return look_up == LookUp::words && has_words; }

    std::string days() const { return days(unless(LookUp::days)); }
    // `unless` stands before the column.
    std::string days(std::string_view unless) const {
        std::string sql;
        if (filters.from) sql += fmt::format(" AND {}published >= :from", unless);
        if (filters.to) sql += fmt::format(" AND {}published <= :to", unless);
        if (oldest) sql += fmt::format(" AND {}published >= :oldest", unless);
        return sql;
    }
    std::string publication() const {
        if (!filters.publication) return {};
        return " AND +publication IN (SELECT name FROM publication WHERE has_words(name, :publication))";
    }
    // The articles of a paper in the order of their days. The views join papers behind the claims of articles.
    std::string printed() const {
        return "article WHERE is_current = 1 AND publication_id IN"
               " (SELECT publication_id FROM publication WHERE has_words(name, :publication))" +
               days("");
    }
    std::string words() const {
        // The index knows no question without a word.
        if ((filters.subject || filters.source) && !has_words) return " AND false";
        std::string sql;
        // Also where the index has found the claims: a review may say otherwise.
        if (filters.subject) sql += " AND has_words(subject, :subject)";
        if (filters.source)
            sql +=
                " AND has_words(source || ' ' || coalesce(source_title, '') || ' ' ||"
                " coalesce(source_organisation, ''), :source)";
        return sql;
    }
    // As they were extracted.
    std::string extracted_kind() const {
        return filters.currency ? keys_of_unit("'money'", ":currency") : keys_of_kind(":kind");
    }
    std::string figures() const {
        if (by_words() && by_rows) return figures_at("found_claims(:claims)");
        if (by_words()) return figures_of("SELECT of_article, place FROM found_claims(:claims)");
        if (look_up == LookUp::among) return figures_of(among);
        if (look_up == LookUp::publication)
            return fmt::format(
                "(SELECT document_id AS of_article FROM {}) AS looked_up"
                " CROSS JOIN all_figures ON all_figures.article_id = looked_up.of_article",
                printed());
        if (look_up != LookUp::kind) return "all_figures";
        return figures_of(fmt::format("{} UNION {}", extracted_kind(), corrected_keys));
    }
    std::string kind_and_unit() const {
        std::string sql;
        if (filters.currency) sql += " AND +kind = 'money' AND +unit = :currency";
        if (filters.kind) sql += " AND +kind = :kind";
        return sql;
    }
    std::string in_among() const {
        if (among.empty() || look_up == LookUp::among) return {};
        return fmt::format(" AND (article_id, ordinal) IN ({})", among);
    }
    std::string matching() const {
        return fmt::format("SELECT all_figures.* FROM {} WHERE is_current = 1", figures()) +
               (filters.durations ? "" : " AND is_duration = 0") + kind_and_unit() + words() + publication() +
               days() + in_among();
    }
    std::string matching_articles() const {
        const std::string of_paper =
            look_up == LookUp::publication
                ? fmt::format(" AND article_id IN (SELECT document_id FROM {})", printed())
                : publication() + days();
        return "SELECT * FROM articles WHERE true" + of_paper +
               (by_claims() ? " AND article_id IN (SELECT article_id FROM matching)" : "");
    }
};

Selection::Selection(const Database& database, const Filters& filters, std::string_view among)
    : database_(database),
      filters_(filters),
      among_(among),
      words_(words_of(database, "--subject", filters.subject),
             words_of(database, "--source", filters.source)),
      kept_figures_(kept_figures(database)) {
    parameters_ = {{":currency", value_of(filters.currency)},
                   {":kind", value_of(filters.kind)},
                   {":source", value_of(filters.source)},
                   {":subject", value_of(filters.subject)},
                   {":words", words_.articles()},
                   {":publication", value_of(filters.publication)},
                   {":from", value_of(filters.from)},
                   {":to", value_of(filters.to)},
                   {":limit", value_of(filters.limit)},
                   {":in", filters.in}};
    choose_look_up();
}

Selection::Conditions Selection::conditions(LookUp look_up) const {
    return {filters_, look_up, !words_.empty(), among_};
}

// What it costs to read what is looked up so, up to `most`.
std::int64_t Selection::cost(const WayIn& way, std::int64_t most) const {
    return way.each * whole(database_.query(fmt::format("SELECT count(*) FROM (SELECT 1 FROM {} LIMIT {})",
                                                        way.from, most / way.each),
                                            parameters_));
}

std::vector<Selection::WayIn> Selection::ways_in() const {
    std::vector<WayIn> ways;
    const auto consider = [&](bool is_set, LookUp look_up, std::int64_t each, std::string from) {
        if (is_set) ways.push_back({look_up, each, std::move(from)});
    };
    consider(filters_.subject || filters_.source, LookUp::words, claims_with_words,
             !words_.empty() ? "claim_search WHERE claim_search MATCH :words" : "claim_search WHERE false");
    consider(filters_.currency || filters_.kind, LookUp::kind, lone_claim,
             fmt::format("({})", conditions(LookUp::kind).extracted_kind()));
    consider(filters_.from || filters_.to, LookUp::days, claims_an_article,
             "article WHERE is_current = 1" + conditions(LookUp::days).days());
    consider(filters_.publication.has_value(), LookUp::publication, claims_an_article,
             conditions(LookUp::publication).printed());
    consider(!among_.empty(), LookUp::among, lone_claim, fmt::format("({})", among_));
    return ways;
}

// The filter that leaves least. Counting takes less than reading what was counted; of several that all leave much more is
// counted, until one of them is known to leave less than the others.
void Selection::choose_look_up() {
    const std::vector<WayIn> ways = ways_in();
    least_cost_ = most_counted;
    if (ways.empty()) return;
    look_up_ = ways.front().look_up;
    // There is nothing to choose, and how many there are is of use where the newest alone may do.
    if (ways.size() == 1 && look_up_ == LookUp::words && !filters_.limit) return;
    for (std::int64_t most = most_counted;; most *= 4) {
        least_cost_ = most;
        look_up_ = ways.front().look_up;
        for (const WayIn& way : ways) {
            const std::int64_t found = cost(way, most);
            if (found >= least_cost_) continue;
            least_cost_ = found;
            look_up_ = way.look_up;
        }
        if (least_cost_ < most || ways.size() == 1 || most > most_compared) break;
    }
    // Others sort out most of what is looked up then.
    has_others_ = ways.size() > 1;
}

// Found when they are first asked for. The index knows what was extracted: those with another source, which a review gives, are
// few.
const KeptRows& Selection::with_words() const {
    if (!with_words_) {
        with_words_ = find_claims(database_, words_);
        if (filters_.source) {
            std::set<std::pair<std::int64_t, std::int64_t>> corrected;
            database_.for_each_row(
                "SELECT claim_review.document_id, claim_review.ordinal FROM review"
                " CROSS JOIN claim_review USING (review_id)"
                " WHERE review.verdict = 'corrected' AND review.corrected_source IS NOT NULL"
                " AND claim_review.stands = 1",
                {}, [&](const std::vector<Value>& row) {
                    corrected.emplace(std::get<std::int64_t>(row[0]), std::get<std::int64_t>(row[1]));
                });
            for (std::size_t i = 0; !corrected.empty() && i < with_words_->size(); ++i)
                corrected.erase({with_words_->whole(i, 0), with_words_->whole(i, 1)});
            for (const auto& [article, ordinal] : corrected) with_words_->add({article, ordinal, 0, 0});
        }
    }
    return *with_words_;
}

// All that statements name but the claims with the words.
Parameters Selection::known_parameters(const Conditions& conditions) const {
    Parameters parameters = parameters_;
    if (conditions.oldest) parameters.emplace_back(":oldest", *conditions.oldest);
    return parameters;
}

Parameters Selection::all_parameters(const Conditions& conditions) const {
    Parameters parameters = known_parameters(conditions);
    if (conditions.by_words()) parameters.emplace_back(":claims", with_words().number());
    return parameters;
}

std::optional<Selection> Selection::sample() const {
    if (!conditions(look_up_).by_words() || filters_.limit || with_words().size() < many_claims)
        return std::nullopt;
    Selection some(*this);
    some.with_words_ = no_claims(database_);
    for (std::size_t row = 0; row < sampled; ++row) add_claim(*some.with_words_, with_words(), row);
    some.all_.reset();
    some.newest_.reset();
    return some;
}

void Selection::announce_alone(const std::vector<std::string>& columns) {
    for (const std::string& column : columns) announced_ += column + "\n";
    knows_columns_ = true;
}

// Those of all_figures that are named in the statement, beside the ones that are always kept.
std::vector<std::string> Selection::columns_for(std::string_view sql) const {
    std::vector<std::string> columns(always_kept.begin(), always_kept.end());
    const bool all = names(sql, "SELECT *") || sql.find(".*") != std::string_view::npos;
    // Of few the sentence is read where it is asked for, of all together with the rest.
    const bool of_few = filters_.limit.has_value() || names(sql, "listed_sentence");
    const bool reads_sentence = names(sql, "sentence") || names(sql, "listed_sentence");
    for (const std::string& column : kept_figures_.columns) {
        const bool of_sentence =
            (column.starts_with("sentence_") || column == "article_row") && of_few && reads_sentence;
        if (column == "sentence" && of_few) continue;
        if (std::find(always_kept.begin(), always_kept.end(), column) == always_kept.end() &&
            (all || of_sentence || names(sql, column)))
            columns.push_back(column);
    }
    return columns;
}

// None where there are too many.
std::optional<Selection::Found> Selection::find(const Conditions& conditions, bool is_all,
                                                const std::vector<std::string>& columns) const {
    Found found;
    found.is_all = is_all;
    found.columns = columns;
    found.rows = database_.new_rows(kept_figures_, columns);
    const auto statement = [&](const Conditions& where) {
        return fmt::format("SELECT {} FROM ({}) LIMIT {}", list_of(columns, ""), where.matching(),
                           most_found + 1);
    };
    if (conditions.by_words()) {
        Conditions by_rows = conditions;
        by_rows.by_rows = true;
        keep_figures(database_, *found.rows, with_words(), {statement(by_rows), statement(conditions)},
                     known_parameters(conditions));
    } else {
        database_.keep_rows(*found.rows, statement(conditions), all_parameters(conditions));
    }
    const KeptRows& rows = *found.rows;
    if (rows.size() > most_found) return std::nullopt;
    std::set<std::int64_t> copies;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool is_repeat = !filters_.copies && rows.kept_whole(i, kept_repeat) != 0;
        const bool is_wrong = rows.kept_text(i, kept_verdict) == "wrong";
        if (!is_repeat || !is_wrong)
            ++(is_repeat ? found.repeats : is_wrong ? found.wrong : found.selected_count);
        if (rows.kept_whole(i, kept_copy) != 0) copies.insert(rows.kept_whole(i, kept_article));
    }
    found.copies = static_cast<std::int64_t>(copies.size());
    return found;
}

// Only the newest articles are looked at, and more of them until they have enough figures. None where that would be so
// many that any other way is better.
std::optional<Selection::Found> Selection::find_newest(const std::vector<std::string>& columns) const {
    for (std::int64_t articles = first_articles; articles * claims_an_article < 4 * most_counted;
         articles *= 4) {
        Parameters parameters = parameters_;
        parameters.emplace_back(":articles", articles);
        const Table day = database_.query(
            "SELECT published FROM article WHERE is_current = 1 AND published IS NOT NULL" +
                conditions(LookUp::days).days() + " ORDER BY published DESC LIMIT 1 OFFSET :articles",
            parameters);
        if (day.rows.empty()) return std::nullopt;
        Conditions newest = conditions(LookUp::days);
        newest.oldest = std::get<std::string>(day.rows.front().front());
        auto found = find(newest, false, columns);
        if (found && found->selected_count >= *filters_.limit) return found;
    }
    return std::nullopt;
}

// With the columns that the statement names, and those that were announced.
const std::optional<Selection::Found>& Selection::found(ListOrder order, std::string_view sql) const {
    const bool looks_for_newest =
        order == ListOrder::newest && filters_.limit && least_cost_ > claims_an_article * first_articles / 2;
    const bool has_list =
        look_up_ == LookUp::words || look_up_ == LookUp::among || has_others_ || least_cost_ < most_counted;
    const std::vector<std::string> columns = columns_for(announced_ + std::string(knows_columns_ ? "" : sql));
    const auto ready = [&](Finding& finding, const auto& find_it) {
        if (finding && *finding &&
            std::any_of(columns.begin(), columns.end(), [&](const std::string& column) {
                const auto& known = (*finding)->columns;
                return std::find(known.begin(), known.end(), column) == known.end();
            })) {
            replaced_.push_back((*finding)->rows);
            finding.reset();
        }
        if (!finding) finding = find_it();
    };
    if (looks_for_newest) {
        ready(newest_, [&] { return find_newest(columns); });
        if (*newest_) return *newest_;
    }
    ready(all_, [&] { return has_list ? find(conditions(look_up_), true, columns) : std::nullopt; });
    return *all_;
}

Statement Selection::statement(std::string_view sql, ListOrder order) const {
    return statement(sql, order, false);
}

Statement Selection::statement(std::string_view sql, ListOrder order, bool has_rows) const {
    const Conditions conditions = this->conditions(look_up_);
    const std::optional<Found>& figures = found(order, sql);
    Statement statement;
    std::string matching = conditions.matching();
    std::string by_number = "SELECT *, sentence AS listed_sentence FROM all_figures";
    std::string articles = conditions.matching_articles();
    if (figures) {
        const auto has = [&](std::string_view column) {
            return std::find(figures->columns.begin(), figures->columns.end(), column) !=
                   figures->columns.end();
        };
        std::string kept = list_of(figures->columns, "kept.");
        if (has("sentence_end") && !has("sentence")) kept.append(sentence_of_kept).append("sentence");
        const auto select = [&](std::string_view row) {
            return fmt::format("SELECT {}{} FROM found_figures(:found) AS kept", kept, row);
        };
        constexpr std::string_view row = ", kept.rowid AS kept_row";
        matching = select(has_rows ? row : "");
        by_number = select(has("sentence_end") ? fmt::format("{}{}listed_sentence", row, sentence_of_kept)
                                               : std::string(row));
        if (conditions.by_claims() || !figures->is_all) articles = articles_of_kept(figures->columns);
        statement.parameters = parameters_;
        statement.parameters.emplace_back(":found", figures->rows->number());
    } else {
        statement.parameters = all_parameters(conditions);
    }
    // NOT MATERIALIZED: else SQLite would read the sentence of each figure, also where the statement does not.
    statement.text = fmt::format(
        "WITH matching AS NOT MATERIALIZED (\n    {}\n), selected_or_wrong AS NOT MATERIALIZED (\n    {}\n),"
        " selected AS NOT MATERIALIZED (\n    SELECT * FROM selected_or_wrong WHERE verdict IS NOT "
        "'wrong'\n),"
        " figures_by_number AS NOT MATERIALIZED (\n    {}\n),"
        " matching_articles AS NOT MATERIALIZED (\n    {}\n),"
        " selected_articles AS NOT MATERIALIZED (\n    SELECT * FROM matching_articles{}\n)",
        matching, filters_.copies ? "SELECT * FROM matching" : "SELECT * FROM matching WHERE is_repeat = 0",
        by_number, articles, filters_.copies ? "" : " WHERE is_copy = 0");
    // What is in memory is rather read again than copied.
    const std::string told =
        replaced(sql, "MATERIALIZED UNLESS KEPT", figures ? "NOT MATERIALIZED" : "MATERIALIZED");
    // What the statement itself names first goes on behind these.
    constexpr std::string_view with = "WITH ";
    if (told.starts_with(with))
        statement.text += fmt::format(", {}", told.substr(with.size()));
    else
        statement.text += fmt::format("\n{}", told);
    return statement;
}

Table Selection::query(std::string_view sql, ListOrder order) const {
    const std::optional<Found>& figures = found(order, sql);
    if (const auto listing = figures ? listing_of(sql, figures->columns) : std::nullopt)
        return list(*listing, *figures->rows, order);
    const Statement statement = this->statement(sql, order);
    return database_.query(statement.text, statement.parameters);
}

// What the statement tells of each figure, and the rest as it is kept.
Table Selection::list(const Listing& listing, const KeptRows& rows, ListOrder order) const {
    Table table;
    ListRows::Columns kept;
    for (const ListedColumn& column : listing.columns) {
        table.columns.push_back(column.name);
        const auto place = std::find(kept_figures_.columns.begin(), kept_figures_.columns.end(), column.kept);
        if (place == kept_figures_.columns.end())
            kept.emplace_back();
        else
            kept.emplace_back(place - kept_figures_.columns.begin());
    }
    ListRows list(rows, std::move(kept));
    const Statement statement = this->statement(listing.sql, order, true);
    database_.for_each_row(statement.text, statement.parameters,
                           [&](const std::vector<Value>& told) { list.add(told); });
    table.rows = list.finish();
    return table;
}

LeftOut Selection::left_out(ListOrder order) const {
    const auto count = [&](std::string_view what) {
        return whole(query(fmt::format("SELECT count(*) FROM {}", what), order));
    };
    const auto& figures = found(order, "");
    LeftOut left_out;
    if (figures) {
        left_out.wrong = figures->wrong;
    } else if (!database_.query("SELECT 1 FROM review WHERE verdict = 'wrong' LIMIT 1").rows.empty()) {
        // Reviews are few: without one there is nothing to be looked for.
        left_out.wrong = count(
            "selected_or_wrong WHERE verdict = 'wrong' AND article_id IN (SELECT document_id FROM "
            "claim_review)");
    }
    if (filters_.copies) return left_out;
    // Where the articles are those of the figures, they are known already.
    const bool knows_copies = figures && (conditions(look_up_).by_claims() || !figures->is_all);
    left_out.copies = knows_copies ? figures->copies : count("matching_articles WHERE is_copy = 1");
    left_out.figures = figures ? figures->repeats
                               : count(
                                     "matching WHERE is_repeat = 1 AND verdict IS NOT 'wrong' "
                                     "AND article_id IN (SELECT document_id FROM article_copy)");
    left_out.more = figures && !figures->is_all ? NotLookedAt::older : NotLookedAt::nothing;
    return left_out;
}

}  // namespace figbook
