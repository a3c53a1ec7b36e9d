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
// A statement should name `selected` once: each time it is named, the figures are read anew.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.hpp"
#include "store/database.hpp"

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
    words,        // of subject and source, in claim_search
    kind,         // and unit, of the claims as they were extracted and of those that a review corrects
    days,         // of publication
    publication,  // its articles
    among,        // those that the report is about
    nothing       // all of them are read
};

// In which order a statement lists figures: for one that has them from the newest on only the newest are looked up.
enum class ListOrder { other, newest };

// What a report does not show: what the original shows, and what is no figure.
struct LeftOut {
    std::int64_t copies = 0;   // articles
    std::int64_t figures = 0;  // of them and of longer stories
    std::int64_t wrong = 0;    // figures that a review calls wrong: misread by the program
    bool and_more = false;     // of older articles, which were not looked at

    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

// The filters, and what they leave. Not to be kept while the database changes: use it inside of a transaction.
//
// The figures are looked up once, and the statements then read them by their numbers. Where there are too many for
// that, as without filters, the statements look them up themselves.
class Selection {
 public:
    // `among` is a query of the claims that a report is about, where those are few: their of_article and place. Throws
    // EnvironmentError for a filter of too many words.
    Selection(const Database& database, const Filters& filters, std::string_view among = {});

    // The statement with `selected` and its like, run. `order` is what it orders and limits by.
    Table query(std::string_view sql, ListOrder order = ListOrder::other) const;
    // The same as it is run, with the parameters of it.
    std::string text(std::string_view sql, ListOrder order = ListOrder::other) const;
    Parameters parameters(ListOrder order = ListOrder::other) const;

    // A parameter of the statements of one report alone.
    void add_parameter(std::string name, Value value) {
        parameters_.emplace_back(std::move(name), std::move(value));
    }

    const Filters& filters() const { return filters_; }
    LookUp look_up() const { return look_up_; }
    // Beside a statement of that order.
    LeftOut left_out(ListOrder order) const;

 private:
    struct Conditions;
    // Figures by their numbers, as a JSON object: {"document_id": ordinal, ...}
    struct Found {
        std::string matching, selected_or_wrong, selected;
        std::int64_t selected_count = 0;
        std::int64_t repeats = 0;
        std::int64_t wrong = 0;
        bool is_all = true;  // not the newest alone
    };

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
    std::optional<Found> find(const Conditions& conditions, bool is_all) const;
    std::optional<Found> find_newest() const;
    const std::optional<Found>& found(ListOrder order) const;

    const Database& database_;
    Filters filters_;
    std::string among_;
    Parameters parameters_;
    LookUp look_up_ = LookUp::nothing;
    bool has_terms_ = false;
    bool has_others_ = false;      // filters beside that by which they are looked up
    std::int64_t least_cost_ = 0;  // about how many claims are read for it, up to what is too many
    // What was found, none where that would be too much; not set before a statement asks for it.
    mutable std::optional<std::optional<Found>> all_, newest_;
};

// "2 copies of other articles, 14 figures that originals have"; "" where nothing was left out.
std::string in_words(const LeftOut& left_out);

// "2 figures that a review calls wrong"; "" for none. `figbook log --verdict wrong` shows them.
std::string wrong_in_words(const LeftOut& left_out);
// "currency EUR; published from 2025-01-01 on"; "" for none.
std::string in_words(const Filters& filters);

}  // namespace figbook
