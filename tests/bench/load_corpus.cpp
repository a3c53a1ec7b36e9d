#include "bench/load_corpus.hpp"

#include <array>
#include <chrono>
#include <fmt/format.h>
#include <string_view>

#include "base/json_text.hpp"

namespace figbook::bench {
namespace {

constexpr std::size_t one_copy_in = 10;
constexpr std::size_t most_recent = 50;
constexpr std::array<std::string_view, 7> papers{
    "The Harbour Post",  "Northfield Courier", "Eastern Ledger",      "The Tollgate Times",
    "Riverside Gazette", "Hilltown Observer",  "Canal Street Journal"};

void append_field(std::string& out, std::string_view name, std::string_view value) {
    out += out.ends_with('{') ? "\"" : ", \"";
    out += name;
    out += "\": ";
    append_json_string(out, value);
}

}  // namespace

void LoadCorpus::append_line(std::string& out) {
    const Article article = next();
    const std::string_view paper = papers[articles_ % papers.size()];
    out += '{';
    append_field(out, "url", fmt::format("https://paper{}.example/{}", articles_ % papers.size(), articles_));
    append_field(out, "publication", paper);
    append_field(out, "published", iso(article.published.value()));
    append_field(out, "headline", article.headline);
    append_field(out, "text", article.text);
    out += "}\n";
    ++articles_;
}

Article LoadCorpus::next() {
    if (articles_ % one_copy_in == one_copy_in - 1 && !recent_.empty())
        return copy_of(recent_[articles_ / one_copy_in % recent_.size()]);
    recent_.push_back(writer_.next());
    if (recent_.size() > most_recent) recent_.pop_front();
    return recent_.back();
}

Article LoadCorpus::copy_of(const Article& original) {
    Article copy = original;
    copy.text = fmt::format("As the agencies tell us in report {}, this is how it stands today.\n{}",
                            articles_, original.text);
    copy.published = Date(std::chrono::sys_days(original.published.value()) + std::chrono::days(1));
    return copy;
}

}  // namespace figbook::bench
