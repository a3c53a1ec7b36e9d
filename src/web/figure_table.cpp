#include "web/figure_table.hpp"

#include <algorithm>
#include <charconv>

#include "store/cell.hpp"
#include "web/filters.hpp"
#include "web/json.hpp"

namespace figbook::web {
namespace {

constexpr const char* figures_sql =
    "SELECT article_id, ordinal, published, publication, kind, unit, amount,"
    " substr(coalesce(period_start, period_end), 1, 4), verdict,"
    " source, source_kind, source_title, source_organisation FROM figures"
    " WHERE article_id IN (SELECT value FROM json_each(:articles))";
constexpr std::size_t first_of_source = 9;

// Its place among the names; `otherwise` where it is none of them.
std::uint8_t place_among(const std::vector<std::string_view>& names, std::string_view name,
                         std::uint8_t otherwise) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? otherwise : static_cast<std::uint8_t>(found - names.begin());
}

std::int16_t year_of(const std::string& words) {
    std::int16_t year = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), year);
    return error == std::errc{} && end == words.data() + words.size() && year > 0 ? year : std::int16_t{0};
}

double amount_of(const Value& cell) {
    const auto* amount = std::get_if<double>(&cell);
    return amount == nullptr ? 0 : *amount;
}

std::uint8_t review_of(const std::string& verdict) {
    if (verdict.empty()) return 0;
    const auto none = static_cast<std::uint8_t>(review_names().size());
    const std::uint8_t place = place_among(review_names(), verdict, none);
    return place == none ? std::uint8_t{0} : static_cast<std::uint8_t>(place + 1);
}

}  // namespace

const std::vector<std::string_view>& review_names() {
    static const std::vector<std::string_view> names{"confirmed", "disputed", "corrected"};
    return names;
}

std::int32_t day_number(std::string_view iso_day) {
    std::int32_t number = 0;
    for (const char c : iso_day)
        if (c >= '0' && c <= '9') number = number * 10 + (c - '0');
    return number;
}

FigureGatherer::FigureGatherer() : pool_(std::make_shared<NamePool>()) {
    name("");
    sources_.emplace_back();
}

std::uint32_t FigureGatherer::name(const std::string& words) {
    const auto [place, is_new] = pool_->names.try_emplace(words, static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.push_back(&place->first);
    return place->second;
}

std::uint32_t FigureGatherer::source(const std::vector<Value>& row) {
    const std::string words = text_of(row[first_of_source]);
    if (words.empty()) return 0;
    const SourceForm form{name(words), name(text_of(row[first_of_source + 1])),
                          name(text_of(row[first_of_source + 2])), name(text_of(row[first_of_source + 3]))};
    const auto [place, is_new] = pool_->forms.try_emplace(form, static_cast<std::uint32_t>(sources_.size()));
    if (is_new) sources_.push_back(form);
    return place->second;
}

void FigureGatherer::read(const Database& database, const std::vector<std::int64_t>& articles) {
    for (const std::int64_t article : articles) forget(article);
    std::map<std::int64_t, ShortArticle> read;
    database.for_each_row(
        figures_sql, {{":articles", json_array(articles)}}, [&](const std::vector<Value>& row) {
            ShortArticle& article = read[whole_of(row[0])];
            if (article.figures.empty()) {
                article.id = whole_of(row[0]);
                article.day = day_number(text_of(row[2]));
                article.publication = name(text_of(row[3]));
            }
            article.figures.push_back({amount_of(row[6]), static_cast<std::uint32_t>(whole_of(row[1])),
                                       source(row), name(text_of(row[5])), year_of(text_of(row[7])),
                                       place_among(kind_names(), text_of(row[4]), 0),
                                       review_of(text_of(row[8]))});
        });
    for (auto& [id, article] : read) {
        std::sort(article.figures.begin(), article.figures.end(),
                  [](const ShortFigure& a, const ShortFigure& b) { return a.ordinal < b.ordinal; });
        article.figures.shrink_to_fit();
        articles_[id] = std::make_shared<const ShortArticle>(std::move(article));
    }
}

std::shared_ptr<const FigureTable> FigureGatherer::table() const {
    auto table = std::make_shared<FigureTable>();
    table->articles.reserve(articles_.size());
    for (const auto& [id, article] : articles_) {
        table->figures += article->figures.size();
        table->articles.push_back(article);
    }
    std::sort(table->articles.begin(), table->articles.end(), [](const auto& a, const auto& b) {
        return a->day != b->day ? a->day > b->day : a->id > b->id;
    });
    table->names = names_;
    table->sources = sources_;
    table->pool = pool_;
    return table;
}

}  // namespace figbook::web
