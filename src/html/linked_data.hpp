// What the page says of its article in JSON-LD (https://schema.org/NewsArticle): the object that is of this article,
// wherever it stands: alone, in an array, in a "@graph", inside a WebPage.
//
//     LinkedData data;
//     data.add(script);                         // for each <script type="application/ld+json">
//     LinkedArticle article = data.article("Aid rises by 5%", "https://example.com/aid");
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace figbook::html {

struct LinkedArticle {
    std::string headline;  // "" where the page does not say, like the rest
    std::string body;
    std::vector<std::string> addresses;  // as they stand there; relative ones, too
    std::string publication;
    std::string language;
    std::string published;
    std::string modified;
    std::vector<std::string> persons;  // who wrote it, as the page writes them
    std::vector<std::string> organisations;
};

class LinkedData {
 public:
    LinkedData();
    ~LinkedData();

    // A script's text; what is no JSON even with much good will is passed over.
    void add(std::string_view script);
    // Pages list other articles, too: this one is told by its headline, its address, or its text.
    LinkedArticle article(std::string_view headline, std::string_view address) const;

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace figbook::html
