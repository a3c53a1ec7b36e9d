// A claim: one figure together with what the text says of it. The meeting point of the project: extraction
// makes claims, the store keeps them, reports show them, and neither side sees the other.
//
// "NATO's Rutte touted a 20% increase in defense spending last year, compared to 2023" gives
//     kind percent, value 20, unit %, change increase, role change, subject "defense spending",
//     period 2024-01-01..2024-12-31 ("last year"), baseline 2023-01-01..2023-12-31, source Mark Rutte.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.hpp"
#include "base/decimal.hpp"
#include "base/span.hpp"
#include "quantity/kinds.hpp"

namespace figbook {

enum class Role { level, change, from, to, share };
enum class Modality { actual, projected };
enum class SourceKind { person, organisation, document, unnamed };
enum class SourceMode { quote, paraphrase };
enum class RelationKind { restates, share_of };

// The names that the contract, the database and the reports use: "at_least", "share_of".
std::string_view name_of(Role);
std::string_view name_of(Modality);
std::string_view name_of(SourceKind);
std::string_view name_of(SourceMode);
std::string_view name_of(RelationKind);

// Copies of these are made in many places, and if the compiler wrote each of them there they would be half of the program:
// what makes, copies and ends them is in claim.cpp.

// Days from start to end, both included; unset where the date cannot be known.
struct Period {
    Period();
    Period(std::optional<Date> first, std::optional<Date> last, std::string told, bool from_text);
    Period(const Period&);
    Period(Period&&) noexcept;
    Period& operator=(const Period&);
    Period& operator=(Period&&) noexcept;
    ~Period();

    std::optional<Date> start;
    std::optional<Date> end;
    std::string words;      // as the text says it: "last year"
    bool inferred = false;  // fixed by the text itself, without a publication date

    friend bool operator==(const Period&, const Period&) = default;
};

struct Source {
    Source();
    Source(const Source&);
    Source(Source&&) noexcept;
    Source& operator=(const Source&);
    Source& operator=(Source&&) noexcept;
    ~Source();

    std::string name;          // the fullest form in the article
    std::string title;         // "Defense Secretary", may be empty
    std::string organisation;  // "NATO", may be empty
    SourceKind kind = SourceKind::person;
    SourceMode mode = SourceMode::paraphrase;
    std::string cue;  // the words that say that somebody says it: "told reporters", "according to"

    friend bool operator==(const Source&, const Source&) = default;
};

struct Relation {
    RelationKind kind = RelationKind::restates;
    std::size_t claim = 0;  // the other claim's place in the same document, from 0

    friend bool operator==(const Relation&, const Relation&) = default;
};

struct Claim {
    Claim();
    Claim(const Claim&);
    Claim(Claim&&) noexcept;
    Claim& operator=(const Claim&);
    Claim& operator=(Claim&&) noexcept;
    ~Claim();

    std::string text;  // the words as they stand
    Span span;         // where they stand in the article's text
    Kind kind = Kind::number;
    Decimal value;
    std::optional<Decimal> high;  // the upper end of a range
    Decimal resolution{
        1};  // the worth of the last printed digit: "51.9 billion" -> 100000000; 0 for words such as "half"
    std::string unit;  // ISO 4217, "%", "pp", "bp", UCUM, or the counted noun; "" where there is none
    bool unit_assumed = false;  // the text leaves the currency open and a default was taken
    std::string per;            // the denominator of a rate, "" where there is none
    Bound bound = Bound::exact;
    Change change = Change::none;
    Role role = Role::level;
    Modality modality = Modality::actual;
    std::string subject;  // "" where none was found
    std::optional<Period> period;
    std::optional<Period> baseline;
    std::optional<Source> source;  // none: the paper says it itself
    std::optional<Relation> relation;
    Span sentence;
    std::string_view rule;  // the name of the rule that found it, in the program itself
    std::optional<std::int64_t>
        fact;  // the number of what it is of, across articles: set by track/fact_key.hpp
    std::optional<std::int64_t>
        nothing_found_by;  // the version of the checks that find nothing of it: set by check/marks.hpp

    // A span of time (five years, 24 hours): kept, but left out of reports unless asked for.
    bool is_duration() const;
};

// "12 of them", "a third of the fund": a part of what another figure tells, or of a whole.
inline bool is_part(const Claim& claim) {
    return claim.role == Role::share || (claim.relation && claim.relation->kind == RelationKind::share_of);
}

}  // namespace figbook
