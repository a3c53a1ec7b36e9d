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

// The JSON text with what would steer a terminal (see is_steering()) written as "\u202e", which means the same to a reader.
// Such characters stand in strings alone.
std::string with_steering_escaped(std::string_view json);

// The name of a member as it is written, made when the program is built: `, "id": `. The names are the program's
// own: none is escaped.
class JsonName {
 public:
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is a name
    consteval JsonName(const char* name) {
        add(", \"");
        add(name);
        add("\": ");
    }
    std::string_view as_first() const { return {text_ + 2, size_ - 2}; }
    std::string_view as_next() const { return {text_, size_}; }

 private:
    consteval void add(const char* part) {
        for (; *part != '\0'; ++part) text_[size_++] = *part;  // one too long does not compile
    }
    char text_[32] = {};
    std::size_t size_ = 0;
};

// Writes the members of one object as they come.
class JsonObject {
 public:
    explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
    void close() { out_ += '}'; }

    void text(const JsonName& name, std::string_view value) { append_json_string(key(name), value); }
    // "" means unknown.
    void text_or_null(const JsonName& name, std::string_view value);
    void number(const JsonName& name, std::size_t value);
    void boolean(const JsonName& name, bool value) { key(name) += value ? "true" : "false"; }
    void null(const JsonName& name) { key(name) += "null"; }
    void date_or_null(const JsonName& name, const std::optional<Date>& day);
    // Writes the name; its value is to be appended to what it returns.
    std::string& key(const JsonName& name) {
        out_ += first_ ? name.as_first() : name.as_next();
        first_ = false;
        return out_;
    }

 private:
    std::string& out_;
    bool first_ = true;
};

}  // namespace figbook
