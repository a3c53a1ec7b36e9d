// Which figures a report is about: the user's filters as bound parameters of one SQL expression, so that
// every report has the same filters and none writes them itself.
//
//     Filters filters;
//     filters.currency = "EUR";
//     const Selection selection(database, filters);
//     selection.query("SELECT count(*) FROM selected");
//
// `selected` has the columns of the view all_figures; `selected_articles` those of the view articles. Both have
// each story once, unless filters.copies is set; `matching` and `matching_articles` have the copies too. `selected` is
// without the figures that a review calls wrong; `selected_or_wrong` and `matching` have them.
//
// `figures_by_number` has the same figures, and others too where they are not few: for a statement that has sorted the numbers
// of figures to join them with. Its `listed_sentence` is the sentence too, read of those alone that are listed, for a statement
// that lists some of the figures. A statement should name the columns that it reads: those that no statement names are not read.
// WITH said AS MATERIALIZED UNLESS KEPT (...) is for what it reads several times: where the figures are kept in memory, reading
// them again takes less than a copy, and they come in the order of a GROUP BY or ORDER BY of their columns.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.hpp"
#include "store/database.hpp"
#include "store/found_claims.hpp"

namespace figbook {

// Unset: not filtered. WORDS are looked for without case and accents: each must begin a word of what is looked in.
struct Filters {
    std::optional<std::string> currency{};     // ISO 4217: money in it
    std::optional<std::string> kind{};         // "money", "percent", ...
    std::optional<std::string> source{};       // words of the name, title or organisation
    std::optional<std::string> subject{};      // words of the subject
    std::optional<std::string> publication{};  // words of its name
    std::optional<Date> from{};                // published on this day or later
    std::optional<Date> to{};                  // published on this day or before
    bool durations = false;                    // spans of time too
    bool copies = false;                       // a story as often as papers print it
    std::optional<std::int64_t> limit{};       // rows, of a summary: rows of each of its lists
    std::string in = "EUR";                    // the currency that a report of several compares them in
};

// Some thousand words are no filter, and the index would be asked for each of them.
constexpr std::size_t most_filter_words = 32;

// By what the figures are looked up; all other filters then sort out what was found.
enum class LookUp {
    words,        // of subject and source, by claim_search
    kind,         // and unit, of the claims as they were extracted and of those that a review corrects
    days,         // of publication
    publication,  // its articles
    among,        // those that the report is about
    nothing       // all of them are read
};

// In which order a statement lists figures: for one that has them from the newest on only the newest are looked up.
enum class ListOrder { other, newest };

// Of what was left out, what was not looked at because the rest was enough.
enum class NotLookedAt { nothing, older, further_down };

// What a report does not show: what the original shows, and what is no figure.
struct LeftOut {
    std::int64_t copies = 0;   // articles
    std::int64_t figures = 0;  // of them and of longer stories
    std::int64_t wrong = 0;    // figures that a review calls wrong: misread by the program
    NotLookedAt more = NotLookedAt::nothing;

    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

struct Listing;

// A statement as it is run.
struct Statement {
    std::string text;
    Parameters parameters;
};

// The filters, and what they leave. Not to be kept while the database changes: use it inside of a transaction.
//
// The figures are read once, and kept in memory for all statements. Where there are too many for that, as without filters,
// the statements look them up themselves.
class Selection {
 public:
    // `among` is a query of the claims that a report is about, where those are few: their of_article and place. Throws
    // EnvironmentError for a filter of too many words.
    Selection(const Database& database, const Filters& filters, std::string_view among = {});

    // Columns that statements will read, as one of them names them: what is known before is not read twice.
    void announce(std::string_view sql) { announced_ += sql; }
    // The same where the statements name other columns that are called so too: these alone are read, and the figures' numbers.
    void announce_alone(const std::vector<std::string>& columns);

    // The statement with `selected` and its like, run. `order` is what it orders and limits by.
    Table query(std::string_view sql, ListOrder order = ListOrder::other) const;
    // The same as it is run, while the selection is there.
    Statement statement(std::string_view sql, ListOrder order = ListOrder::other) const;

    // A parameter of the statements of one report alone.
    void add_parameter(std::string name, Value value) {
        parameters_.emplace_back(std::move(name), std::move(value));
    }

    // Of some of the figures alone, by which can be told how a list of all of them looks; none where they are not many.
    std::optional<Selection> sample() const;

    const Filters& filters() const { return filters_; }
    LookUp look_up() const { return look_up_; }
    // Beside a statement of that order.
    LeftOut left_out(ListOrder order) const;

 private:
    struct Conditions;
    // Figures as they were read.
    struct Found {
        std::vector<std::string> columns;
        std::shared_ptr<KeptRows> rows;
        std::int64_t selected_count = 0;
        std::int64_t repeats = 0;
        std::int64_t wrong = 0;
        std::int64_t copies = 0;  // articles
        bool is_all = true;       // not the newest alone
    };
    // What was found, none where that would be too much; not set before a statement asks for it.
    using Finding = std::optional<std::optional<Found>>;

    Conditions conditions(LookUp look_up) const;
    // A filter that figures can be looked up by.
    struct WayIn {
        LookUp look_up;
        std::int64_t each;  // about how many claims are read for one row of it
        std::string from;   // what is counted: a table with a condition
    };
    std::vector<WayIn> ways_in() const;
    void choose_look_up();
    std::int64_t cost(const WayIn& way, std::int64_t most) const;
    std::vector<std::string> columns_for(std::string_view sql) const;
    std::optional<Found> find(const Conditions& conditions, bool is_all,
                              const std::vector<std::string>& columns) const;
    std::optional<Found> find_newest(const std::vector<std::string>& columns) const;
    const std::optional<Found>& found(ListOrder order, std::string_view sql) const;
    // `has_rows`: `selected` and its like tell the kept_row of each figure.
    Statement statement(std::string_view sql, ListOrder order, bool has_rows) const;
    Table list(const Listing& listing, const KeptRows& rows, ListOrder order) const;
    const KeptRows& with_words() const;
    Parameters known_parameters(const Conditions& conditions) const;
    Parameters all_parameters(const Conditions& conditions) const;

    const Database& database_;
    Filters filters_;
    std::string among_;
    std::string announced_;
    bool knows_columns_ = false;  // no others than those that were announced
    Parameters parameters_;
    ClaimWords words_;
    KeptColumns kept_figures_;  // behind the words, of which there may be too many
    LookUp look_up_ = LookUp::nothing;
    bool has_others_ = false;      // filters beside that by which they are looked up
    std::int64_t least_cost_ = 0;  // about how many claims are read for it, up to what is too many
    mutable std::shared_ptr<KeptRows> with_words_;  // claims, set when they are first looked up by words
    mutable Finding all_, newest_;
    mutable std::vector<std::shared_ptr<KeptRows>> replaced_;  // by what has more columns
};

// "2 copies of other articles, 14 figures that originals have"; "" where nothing was left out.
std::string in_words(const LeftOut& left_out);

// "2 figures that a review calls wrong"; "" for none. `figbook log --verdict wrong` shows them.
std::string wrong_in_words(const LeftOut& left_out);
// "currency EUR; published from 2025-01-01 on"; "" for none.
std::string in_words(const Filters& filters);

}  // namespace figbook
