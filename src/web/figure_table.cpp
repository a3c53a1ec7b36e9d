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
    " WHERE article_id IN (SELECT value FROM json_each(:articles)) ORDER BY article_id, ordinal";
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

template <class Value>
void append_part(std::vector<Value>& to, const std::vector<Value>& from, std::size_t first, std::size_t end) {
    const auto begin = from.begin();
    to.insert(to.end(), begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(end));
}

bool is_newer(const ShortArticle& a, const ShortArticle& b) {
    return a.day != b.day ? a.day > b.day : a.id > b.id;
}

void append(FigureTable& table, ShortArticle article, const FigureColumns& from) {
    const std::uint32_t first = article.first, end = article.end;
    article.first = table.columns.size();
    table.columns.append(from, first, end);
    article.end = table.columns.size();
    table.articles.push_back(article);
}

}  // namespace

void FigureColumns::reserve(std::size_t figures) {
    amounts.reserve(figures);
    ordinals.reserve(figures);
    sources.reserve(figures);
    units.reserve(figures);
    years.reserve(figures);
    kinds.reserve(figures);
    reviews.reserve(figures);
}

void FigureColumns::append(const FigureColumns& from, std::size_t first, std::size_t end) {
    append_part(amounts, from.amounts, first, end);
    append_part(ordinals, from.ordinals, first, end);
    append_part(sources, from.sources, first, end);
    append_part(units, from.units, first, end);
    append_part(years, from.years, first, end);
    append_part(kinds, from.kinds, first, end);
    append_part(reviews, from.reviews, first, end);
}

const ShortArticle& FigureTable::article_of(std::uint32_t place) const {
    const auto behind = std::upper_bound(
        articles.begin(), articles.end(), place,
        [](std::uint32_t wanted, const ShortArticle& article) { return wanted < article.first; });
    return *std::prev(behind);
}

std::optional<std::uint32_t> FigureTable::place_of(const ShortArticle& article, std::int64_t ordinal) const {
    const auto begin = columns.ordinals.begin() + article.first;
    const auto end = columns.ordinals.begin() + article.end;
    const auto found = std::lower_bound(begin, end, ordinal);
    if (found == end || *found != ordinal) return std::nullopt;
    return static_cast<std::uint32_t>(found - columns.ordinals.begin());
}

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

FigureGatherer::FigureGatherer()
    : last_(std::make_shared<FigureTable>()), pool_(std::make_shared<NamePool>()) {
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
    const std::string kind = text_of(row[first_of_source + 1]);
    const SourceForm form{name(words), name(kind), name(text_of(row[first_of_source + 2])),
                          name(text_of(row[first_of_source + 3])), is_nobody(kind, words)};
    const auto [place, is_new] = pool_->forms.try_emplace(form, static_cast<std::uint32_t>(sources_.size()));
    if (is_new) sources_.push_back(form);
    return place->second;
}

void FigureGatherer::add(const std::vector<Value>& row) {
    columns_.amounts.push_back(amount_of(row[6]));
    columns_.ordinals.push_back(static_cast<std::uint32_t>(whole_of(row[1])));
    columns_.sources.push_back(source(row));
    columns_.units.push_back(name(text_of(row[5])));
    columns_.years.push_back(year_of(text_of(row[7])));
    columns_.kinds.push_back(place_among(kind_names(), text_of(row[4]), 0));
    columns_.reviews.push_back(review_of(text_of(row[8])));
}

void FigureGatherer::forget(std::int64_t article_id) {
    changed_.insert(article_id);
    read_.erase(article_id);
}

void FigureGatherer::read(const Database& database, const std::vector<std::int64_t>& articles) {
    for (const std::int64_t article : articles) forget(article);
    database.for_each_row(
        figures_sql, {{":articles", json_array(articles)}}, [&](const std::vector<Value>& row) {
            const std::int64_t id = whole_of(row[0]);
            const auto [place, is_new] = read_.try_emplace(id);
            ShortArticle& article = place->second;
            if (is_new)
                article = {id, day_number(text_of(row[2])), name(text_of(row[3])), columns_.size(), 0};
            add(row);
            article.end = columns_.size();
        });
}

std::shared_ptr<const FigureTable> FigureGatherer::table() {
    auto table = std::make_shared<FigureTable>();
    std::vector<ShortArticle> read;
    for (const auto& [id, article] : read_) read.push_back(article);
    std::sort(read.begin(), read.end(), is_newer);
    table->articles.reserve(last_->articles.size() + read.size());
    table->columns.reserve(std::size_t{last_->columns.size()} + columns_.size());
    auto next = read.begin();
    for (const ShortArticle& known : last_->articles) {
        if (changed_.contains(known.id)) continue;
        for (; next != read.end() && is_newer(*next, known); ++next) append(*table, *next, columns_);
        append(*table, known, last_->columns);
    }
    for (; next != read.end(); ++next) append(*table, *next, columns_);
    table->names = names_;
    table->sources = sources_;
    table->pool = pool_;
    last_ = table;
    changed_.clear();
    read_.clear();
    columns_ = {};
    return last_;
}

}  // namespace figbook::web
