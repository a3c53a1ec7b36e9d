#include "report/selection.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/problem.hpp"
#include "store/stored_claims.hpp"

namespace figbook {
namespace {

// So many claims can be read in a moment; what is more is not counted.
constexpr std::int64_t most_counted = 40'000;
// Where two filters leave more than that, any of them will do.
constexpr std::int64_t most_compared = 10'000'000;
// One that is looked up by itself has its article looked up too.
constexpr std::int64_t lone_claim = 2;
// Where the articles are known, all of their claims are read.
constexpr std::int64_t claims_an_article = 25;
// So many of the newest articles are looked at first where only the newest figures are asked for, then four times as
// many, and so on.
constexpr std::int64_t first_articles = 200;
// Of more figures than these no list of numbers is made.
constexpr std::int64_t most_found = 100'000;

template <class T>
Value value_of(const std::optional<T>& filter) {
    return filter ? Value(*filter) : Value();
}

Value value_of(const std::optional<Date>& day) {
    return day ? Value(iso(*day)) : Value();
}

// subjects : ("defence" * AND "spend" *), for the index; "" where the filter is not set, and where it holds no word.
std::string index_terms(const Database& database, std::string_view column, std::string_view option,
                        const std::optional<std::string>& filter) {
    if (!filter) return {};
    const std::vector<IndexWord> words = database.words(*filter);
    if (words.size() > most_filter_words)
        throw EnvironmentError(fmt::format("{} has {} words; give at most {}, such as those that matter",
                                           option, words.size(), most_filter_words));
    std::string terms;
    for (const IndexWord& word : words)
        terms += fmt::format("{}\"{}\" *", terms.empty() ? "" : " AND ", word.text);
    return terms.empty() ? "" : fmt::format("{} : ({})", column, terms);
}

std::string joined(const std::string& first, const std::string& second) {
    if (first.empty() || second.empty()) return first + second;
    return fmt::format("({}) AND ({})", first, second);
}

void append_key(std::string& keys, std::string_view key) {
    if (!keys.empty()) keys += ',';
    keys += key;
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
    bool has_terms;                       // there is a word to look for
    std::string_view among;               // see Selection
    std::optional<std::string> oldest{};  // the first day to look at

    // Of the claims of the articles that the index finds, those that have the words: few of an article's figures do, and of
    // the others no more is read than their own rows.
    static constexpr std::string_view with_subject =
        "SELECT document_id AS of_article, ordinal AS place FROM claim WHERE document_id IN"
        " (SELECT rowid FROM claim_search WHERE claim_search MATCH :words) AND has_words(subject, :subject)";
    static constexpr std::string_view with_source =
        "SELECT claim.document_id AS of_article, claim.ordinal AS place FROM claim"
        " CROSS JOIN source ON source.source_id = claim.source_id WHERE claim.document_id IN"
        " (SELECT rowid FROM claim_search WHERE claim_search MATCH :words)"
        " AND has_words(source.name || ' ' || source.title || ' ' || source.organisation, :source)";
    // The index knows what was extracted; reviews are few.
    static constexpr std::string_view with_corrected_source =
        " UNION SELECT claim_review.document_id, claim_review.ordinal FROM claim_review"
        " JOIN review USING (review_id)"
        " WHERE claim_review.stands = 1 AND review.corrected_source IS NOT NULL";

    std::string_view unless(LookUp which) const { return look_up == which ? "" : "+"; }
    bool by_claims() const {
        return filters.currency || filters.kind || filters.source || filters.subject || !among.empty();
    }
    bool by_words() const { return look_up == LookUp::words && has_terms; }

    std::string days() const {
        std::string sql;
        if (filters.from) sql += fmt::format(" AND {}published >= :from", unless(LookUp::days));
        if (filters.to) sql += fmt::format(" AND {}published <= :to", unless(LookUp::days));
        if (oldest) sql += fmt::format(" AND {}published >= :oldest", unless(LookUp::days));
        return sql;
    }
    std::string publication() const {
        if (!filters.publication) return {};
        return fmt::format(
            " AND {}publication IN (SELECT name FROM publication WHERE has_words(name, :publication))",
            unless(LookUp::publication));
    }
    std::string words() const {
        // The index knows no question without a word.
        if ((filters.subject || filters.source) && !has_terms) return " AND false";
        std::string sql;
        // A claim with a corrected source is looked up by that alone.
        if (filters.subject && (!by_words() || filters.source)) sql += " AND has_words(subject, :subject)";
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
        if (by_words())
            return figures_of(fmt::format("{}{}", filters.subject ? with_subject : with_source,
                                          filters.source ? with_corrected_source : ""));
        if (look_up == LookUp::among) return figures_of(among);
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
        return "SELECT * FROM articles WHERE true" + publication() + days() +
               (by_claims() ? " AND article_id IN (SELECT article_id FROM matching)" : "");
    }
};

Selection::Selection(const Database& database, const Filters& filters, std::string_view among)
    : database_(database), filters_(filters), among_(among) {
    const std::string words = joined(index_terms(database, "subjects", "--subject", filters.subject),
                                     index_terms(database, "sources", "--source", filters.source));
    parameters_ = {{":currency", value_of(filters.currency)},
                   {":kind", value_of(filters.kind)},
                   {":source", value_of(filters.source)},
                   {":subject", value_of(filters.subject)},
                   {":words", words},
                   {":publication", value_of(filters.publication)},
                   {":from", value_of(filters.from)},
                   {":to", value_of(filters.to)},
                   {":limit", value_of(filters.limit)},
                   {":in", filters.in}};
    has_terms_ = !words.empty();
    choose_look_up();
}

Selection::Conditions Selection::conditions(LookUp look_up) const {
    return {filters_, look_up, has_terms_, among_};
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
    consider(filters_.subject || filters_.source, LookUp::words, claims_an_article,
             has_terms_ ? "claim_search WHERE claim_search MATCH :words" : "claim_search WHERE false");
    consider(filters_.currency || filters_.kind, LookUp::kind, lone_claim,
             fmt::format("({})", conditions(LookUp::kind).extracted_kind()));
    consider(filters_.from || filters_.to, LookUp::days, claims_an_article,
             "article WHERE is_current = 1" + conditions(LookUp::days).days());
    consider(filters_.publication.has_value(), LookUp::publication, claims_an_article,
             "article WHERE is_current = 1 AND publication_id IN (SELECT publication_id FROM publication"
             " WHERE has_words(name, :publication))");
    consider(!among_.empty(), LookUp::among, lone_claim, fmt::format("({})", among_));
    return ways;
}

// The filter that leaves least. Counting takes less than reading what was counted; of several that all leave much more is
// counted, until one of them is known to leave less than the others.
void Selection::choose_look_up() {
    const std::vector<WayIn> ways = ways_in();
    least_cost_ = most_counted;
    if (ways.empty()) return;
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

// None where there are too many.
std::optional<Selection::Found> Selection::find(const Conditions& conditions, bool is_all) const {
    Parameters parameters = parameters_;
    if (conditions.oldest) parameters.emplace_back(":oldest", *conditions.oldest);
    const Table rows = database_.query(
        fmt::format("SELECT article_id, ordinal, {}, verdict IS 'wrong' FROM ({}) LIMIT {}",
                    filters_.copies ? "0" : "is_repeat", conditions.matching(), most_found + 1),
        parameters);
    if (rows.rows.size() > most_found) return std::nullopt;
    Found found;
    found.is_all = is_all;
    for (const auto& row : rows.rows) {
        const std::string key =
            fmt::format("\"{}\":{}", std::get<std::int64_t>(row[0]), std::get<std::int64_t>(row[1]));
        const bool is_repeat = std::get<std::int64_t>(row[2]) != 0;
        const bool is_wrong = std::get<std::int64_t>(row[3]) != 0;
        append_key(found.matching, key);
        if (!is_repeat) append_key(found.selected_or_wrong, key);
        if (!is_repeat && !is_wrong) append_key(found.selected, key);
        if (!is_repeat || !is_wrong)
            ++(is_repeat ? found.repeats : is_wrong ? found.wrong : found.selected_count);
    }
    for (std::string* keys : {&found.matching, &found.selected_or_wrong, &found.selected})
        *keys = "{" + *keys + "}";
    return found;
}

// Only the newest articles are looked at, and more of them until they have enough figures. None where that would be so
// many that any other way is better.
std::optional<Selection::Found> Selection::find_newest() const {
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
        auto found = find(newest, false);
        if (found && found->selected_count >= *filters_.limit) return found;
    }
    return std::nullopt;
}

const std::optional<Selection::Found>& Selection::found(ListOrder order) const {
    if (order == ListOrder::newest && filters_.limit &&
        least_cost_ > claims_an_article * first_articles / 2) {
        if (!newest_) newest_ = find_newest();
        if (*newest_) return *newest_;
    }
    if (!all_) {
        all_.emplace();
        if (look_up_ == LookUp::words || look_up_ == LookUp::among || has_others_ ||
            least_cost_ < most_counted)
            *all_ = find(conditions(look_up_), true);
    }
    return *all_;
}

Parameters Selection::parameters(ListOrder order) const {
    Parameters parameters = parameters_;
    if (const auto& figures = found(order)) {
        parameters.emplace_back(":matching", figures->matching);
        parameters.emplace_back(":selected_or_wrong", figures->selected_or_wrong);
        parameters.emplace_back(":selected", figures->selected);
    }
    return parameters;
}

std::string Selection::text(std::string_view sql, ListOrder order) const {
    const Conditions conditions = this->conditions(look_up_);
    constexpr std::string_view by_number =
        "SELECT figures.* FROM json_each({}) AS found CROSS JOIN all_figures AS figures"
        " ON figures.article_id = CAST(found.key AS INTEGER) AND figures.ordinal = found.value";
    std::string matching = conditions.matching();
    std::string selected_or_wrong =
        filters_.copies ? "SELECT * FROM matching" : "SELECT * FROM matching WHERE is_repeat = 0";
    std::string selected = "SELECT * FROM selected_or_wrong WHERE verdict IS NOT 'wrong'";
    std::string articles = conditions.matching_articles();
    if (found(order)) {
        matching = fmt::format(by_number, ":matching");
        selected_or_wrong = fmt::format(by_number, ":selected_or_wrong");
        selected = fmt::format(by_number, ":selected");
        if (conditions.by_claims() || !found(order)->is_all)
            articles =
                "SELECT * FROM articles WHERE article_id IN (SELECT CAST(key AS INTEGER) FROM "
                "json_each(:matching))";
    }
    // NOT MATERIALIZED: else SQLite would read the sentence of each figure, also where the statement does not.
    const std::string text = fmt::format(
        "WITH matching AS NOT MATERIALIZED (\n    {}\n), selected_or_wrong AS NOT MATERIALIZED (\n    {}\n),"
        " selected AS NOT MATERIALIZED (\n    {}\n),"
        " matching_articles AS NOT MATERIALIZED (\n    {}\n),"
        " selected_articles AS NOT MATERIALIZED (\n    SELECT * FROM matching_articles{}\n)",
        matching, selected_or_wrong, selected, articles, filters_.copies ? "" : " WHERE is_copy = 0");
    // What the statement itself names first goes on behind these.
    constexpr std::string_view with = "WITH ";
    if (sql.starts_with(with)) return text + ", " + std::string(sql.substr(with.size()));
    return text + "\n" + std::string(sql);
}

Table Selection::query(std::string_view sql, ListOrder order) const {
    return database_.query(text(sql, order), parameters(order));
}

LeftOut Selection::left_out(ListOrder order) const {
    const auto count = [&](std::string_view what) {
        return whole(query(fmt::format("SELECT count(*) FROM {}", what), order));
    };
    const auto& figures = found(order);
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
    left_out.copies = count("matching_articles WHERE is_copy = 1");
    left_out.figures = figures ? figures->repeats
                               : count(
                                     "matching WHERE is_repeat = 1 AND verdict IS NOT 'wrong' "
                                     "AND article_id IN (SELECT document_id FROM article_copy)");
    left_out.and_more = figures && !figures->is_all;
    return left_out;
}

std::string wrong_in_words(const LeftOut& left_out) {
    if (left_out.wrong == 0) return "";
    return fmt::format("{} that a review calls wrong",
                       left_out.wrong == 1 ? "a figure" : fmt::format("{} figures", left_out.wrong));
}

std::string in_words(const Filters& filters) {
    std::string words;
    const auto add = [&](std::string_view before, std::string_view value, std::string_view after = "") {
        words += fmt::format("{}{}{}{}", words.empty() ? "" : "; ", before, value, after);
    };
    if (filters.currency) add("currency ", *filters.currency);
    if (filters.kind) add("kind ", *filters.kind);
    if (filters.source) add("source with “", *filters.source, "”");
    if (filters.subject) add("subject with “", *filters.subject, "”");
    if (filters.publication) add("publication with “", *filters.publication, "”");
    if (filters.from) add("published from ", iso(*filters.from), " on");
    if (filters.to) add("published until ", iso(*filters.to));
    if (filters.durations) add("spans of time too", "");
    if (filters.copies) add("copies too", "");
    if (filters.limit) add("at most ", fmt::format("{}", *filters.limit), " rows");
    return words;
}

std::string in_words(const LeftOut& left_out) {
    const auto counted = [](std::int64_t number, std::string_view one, std::string_view several) {
        return fmt::format("{} {}", number, number == 1 ? one : several);
    };
    const std::string figures =
        counted(left_out.figures, "figure that an original has", "figures that originals have");
    const std::string copies =
        counted(left_out.copies, "copy of another article", "copies of other articles");
    std::string words;
    if (left_out.copies > 0) words = copies;
    if (left_out.figures > 0) words += (words.empty() ? "" : ", ") + figures;
    return words.empty() || !left_out.and_more ? words : words + ", and older ones";
}

}  // namespace figbook
