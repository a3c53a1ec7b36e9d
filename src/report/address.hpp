// Where a link may lead: to a page of the web, or to a place of our own. Nothing else ("javascript:", "data:",
// "file:") can be made into an Address, and only an Address can be a link (see markup.hpp).
//
//     std::optional<Address> article = Address::web("https://post.example/a?b=1");   // none for "javascript:x()"
//     Address::own("/article/").segment(number)                // "/article/123"
//     Address::own("/search").parameter("q", "aid & trade")    // "/search?q=aid%20%26%20trade"
//     Address::own("#").segment("figure 1")                    // "#figure%201"
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace figbook {

class Address {
 public:
    // How an address of our own begins: a literal, "/..." or "#...", but not "//", which names another host.
    class Beginning {
     public:
        // NOLINTNEXTLINE(google-explicit-constructor): a literal is a beginning
        consteval Beginning(const char* text) : text_(text) {
            const bool path = text_.starts_with('/') && !text_.starts_with("//");
            if (!path && !text_.starts_with('#')) throw "an address of our own begins with / or #";
        }
        std::string_view text() const { return text_; }

     private:
        std::string_view text_;
    };

    // None where it is no http or https address with a host. Who logs in is left out.
    static std::optional<Address> web(std::string_view text);
    static Address own(Beginning beginning) { return Address(std::string(beginning.text())); }

    // Appends the text as one piece of the path: what would end it is percent-encoded.
    Address segment(std::string_view text) const;
    // Appends "?name=value", or "&name=value" behind the first.
    Address parameter(std::string_view name, std::string_view value) const;

    const std::string& text() const { return text_; }

 private:
    explicit Address(std::string text) : text_(std::move(text)) {}

    std::string text_;
};

}  // namespace figbook
