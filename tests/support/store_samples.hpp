// What the tests of store and report share: a folder that goes away, and an article with claims made by hand.
//
//     TemporaryFolder folder;
//     Database database = Database::open(folder.path() / "figbook.db", OpenMode::read_write);
//     database.put(aid_article(), aid_claims(), "1");
#pragma once
#include <filesystem>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <vector>

#include "base/problem.hpp"
#include "claim/claim.hpp"
#include "store/database.hpp"
#include "text/article.hpp"

namespace figbook {

class TemporaryFolder {
 public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "figbook-test-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder: " + name);
        path_ = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }

    const std::filesystem::path& path() const { return path_; }

 private:
    std::filesystem::path path_;
};

// What the EnvironmentError thrown by `work` says; "" where it throws none.
template <class Work>
std::string refusal(Work&& work) {
    try {
        work();
    } catch (const EnvironmentError& error) {
        return error.what();
    }
    return {};
}

inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

inline Decimal decimal(std::string_view text) {
    const auto parsed = Decimal::parse(text);
    if (!parsed) throw std::invalid_argument("not a decimal: " + std::string(text));
    return *parsed;
}

inline Article aid_article() {
    Article article;
    article.text =
        "Aid for Ukraine\nAllies gave about €50 billion ($51.9 billion) in five years, she said.\n";
    article.headline = "Aid for Ukraine";
    article.publication = "The Example";
    article.url = "https://news.example/aid";
    article.published = make_date(2025, 2, 12);
    article.origin = "aid.txt";
    return article;
}

inline Claim claim_at(const Article& article, const std::string& words) {
    const auto start = article.text.find(words);
    if (start == std::string::npos) throw std::invalid_argument("not in the text: " + words);
    Claim claim;
    claim.text = words;
    claim.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(start + words.size())};
    claim.sentence = {16, static_cast<std::uint32_t>(article.text.size() - 1)};
    claim.rule = "by-hand";
    return claim;
}

// About €50 billion of aid by Ana Example; $51.9 billion that restates it; a duration.
inline std::vector<Claim> aid_claims() {
    const Article article = aid_article();
    Claim euros = claim_at(article, "€50 billion");
    euros.kind = Kind::money;
    euros.value = decimal("50000000000");
    euros.resolution = decimal("1000000000");
    euros.unit = "EUR";
    euros.bound = Bound::about;
    euros.subject = "aid for Ukraine";
    euros.period = Period{make_date(2024, 1, 1), make_date(2024, 12, 31), "last year", false};
    Source& source = euros.source.emplace();
    source.name = "Ana Example";
    source.title = "Minister";
    source.organisation = "Ministry of Aid";
    source.cue = "she said";
    Claim dollars = euros;
    const Claim place = claim_at(article, "$51.9 billion");
    dollars.text = place.text;
    dollars.span = place.span;
    dollars.value = decimal("51900000000");
    dollars.resolution = decimal("100000000");
    dollars.unit = "USD";
    dollars.bound = Bound::exact;
    dollars.relation = Relation{RelationKind::restates, 0};
    Claim years = claim_at(article, "five years");
    years.kind = Kind::measure;
    years.value = decimal("5");
    years.unit = std::string("a");  // g++ 12 sees an overlap in = "a" that is none
    return {euros, dollars, years};
}

}  // namespace figbook
