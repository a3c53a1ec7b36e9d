// The part of an address behind "?", and what a form sends: names and values, decoded. Every view of a page is such an
// address, so that it can be kept and sent.
//
//     Query query("kind=money&page=2");
//     query.value("kind")               // "money"
//     query.with("kind", "percent").without("page").text()   // "?kind=percent"
#pragma once
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/calendar.hpp"

namespace figbook::web {

// Something in the address or form that is not understood: answered with 400 and these words.
class BadRequest : public std::runtime_error {
 public:
    // `field` is what the address would be understood without; "" where it is no field of it.
    explicit BadRequest(const std::string& message, std::string_view field = {})
        : std::runtime_error(message), field_(field) {}
    const std::string& field() const { return field_; }

 private:
    std::string field_;
};

class Query {
 public:
    Query() = default;
    // "a=1&b=c%20d+e"; percent signs that are no escapes stay what they are.
    explicit Query(std::string_view encoded);

    // "" where it is not there or empty: an empty field of a form is no filter.
    std::string value(std::string_view name) const;
    std::optional<std::string> given(std::string_view name) const;
    bool has(std::string_view name) const { return given(name).has_value(); }
    // Throws BadRequest, naming the field, for what is no whole number from `least` to `most`.
    std::int64_t number(std::string_view name, std::int64_t otherwise, std::int64_t least,
                        std::int64_t most) const;
    std::optional<Date> date(std::string_view name) const;
    // 1 is true, 0 is false.
    bool flag(std::string_view name) const { return number(name, 0, 0, 1) == 1; }
    // Throws BadRequest, naming the field and those there are, for a value that is none of `allowed`.
    std::optional<std::string> one_of(std::string_view name,
                                      const std::vector<std::string_view>& allowed) const;
    // Throws BadRequest for a name that is none of `known`, and for one that is there twice: a view that is narrowed down by
    // less than its reader believes would look like an answer.
    void refuse_others_than(const std::vector<std::string_view>& known) const;

    // Throws BadRequest for what is no text.
    void add(std::string name, std::string value);
    Query with(std::string_view name, std::string_view value) const;
    Query without(std::string_view name) const;

    // "?a=1", "" where nothing is in it.
    std::string text() const;
    const std::vector<std::pair<std::string, std::string>>& fields() const { return fields_; }

 private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

// As a part of a path or query.
std::string percent_encoded(std::string_view words);
std::string percent_decoded(std::string_view encoded, bool plus_is_space);

}  // namespace figbook::web
