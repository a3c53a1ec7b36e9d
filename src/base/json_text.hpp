// Writes JSON text straight into a string, for output that must be fast.
//
//     std::string out;
//     append_json_string(out, "He said \"no\"");   // with the quotes around and escaped inside
//     JsonObject object(out);
//     object.text("id", "a1");
//     object.null("line");
//     object.close();                              // {"id": "a1", "line": null}
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.hpp"

namespace figbook {

// `text` must be valid UTF-8; it is kept as it is, only quotes, backslashes and control characters are
// escaped.
void append_json_string(std::string& out, std::string_view text);

// Writes the members of one object as they come. The names are the program's own: none is escaped.
class JsonObject {
 public:
    explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
    void close() { out_ += '}'; }

    void text(std::string_view name, std::string_view value) { append_json_string(key(name), value); }
    // "" means unknown.
    void text_or_null(std::string_view name, std::string_view value);
    void number(std::string_view name, std::size_t value);
    void boolean(std::string_view name, bool value) { key(name) += value ? "true" : "false"; }
    void null(std::string_view name) { key(name) += "null"; }
    void date_or_null(std::string_view name, const std::optional<Date>& day);
    // Writes the name; its value is to be appended to what it returns.
    std::string& key(std::string_view name) {
        if (!first_) out_ += ", ";
        first_ = false;
        out_ += '"';
        out_ += name;
        return out_ += "\": ";
    }

 private:
    std::string& out_;
    bool first_ = true;
};

}  // namespace figbook
