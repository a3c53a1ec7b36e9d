#include "bench/news_text.hpp"

#include <cctype>
#include <fmt/format.h>

namespace figbook::bench {
namespace {

const std::vector<std::string> outside_names{"who", "firm", "body", "town", "land"};

// Half of the papers set straight marks.
void straighten_quotes(std::string& text) {
    std::string straight;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view here = std::string_view(text).substr(at, 3);
        const bool mark = here == "\u201C" || here == "\u201D";
        straight += mark ? '"' : text[at];
        if (mark) at += 2;
    }
    text = std::move(straight);
}

std::string in_capitals(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

// How many of a hundred sentences hold figures, and of a hundred headlines.
struct Shares {
    std::string_view name;
    std::size_t sentences, headlines;
};
constexpr std::array<Shares, all_densities.size()> shares{
    {{"sparse", 12, 12}, {"dense", 40, 30}, {"packed", 75, 50}}};

const Shares& shares_of(Density density) {
    return shares[static_cast<std::size_t>(density)];
}

}  // namespace

std::string_view name_of(Density density) {
    return shares_of(density).name;
}

std::optional<Density> density_named(std::string_view name) {
    for (const Density density : all_densities)
        if (name_of(density) == name) return density;
    return std::nullopt;
}

NewsWriter::NewsWriter(Density density, std::uint64_t seed)
    : grammar_(FIGBOOK_BENCH_GRAMMAR, outside_names),
      random_(seed * all_densities.size() + static_cast<std::size_t>(density)),
      density_(density) {}

void NewsWriter::append(std::string& out, std::string_view section) {
    grammar_.append(out, section, random_,
                    [this](std::string& to, std::string_view name) { append_outside(to, name); });
}

std::string NewsWriter::made(std::string_view section) {
    std::string text;
    append(text, section);
    return text;
}

void NewsWriter::new_cast() {
    for (std::string& town : towns_) town = made("place");
    for (std::string& land : lands_) land = made("country");
    for (std::string& body : bodies_) body = made("agency");
    for (Firm& firm : firms_) firm = {made("last"), made("firm-kind"), false};
    for (Person& person : people_)
        person = {made(random_.one_in(2) ? "title" : "office"), made("first"), made("last"),
                  random_.one_in(2), false};
    last_named_ = nullptr;
}

void NewsWriter::append_person(std::string& out) {
    Person& person = people_[random_.below(people_.size())];
    const bool again = &person == last_named_;
    last_named_ = &person;
    if (person.introduced) {
        if (again && random_.one_in(2))
            out += person.is_woman ? "she" : "he";
        else
            out += person.last;
        return;
    }
    person.introduced = true;
    const std::string name = fmt::format("{} {}", person.first, person.last);
    switch (random_.below(4)) {
        case 0:
            out += fmt::format("{}, {} at {} {},", name, made("job"), firms_[0].name, firms_[0].kind);
            break;
        case 1:
            out += fmt::format("{}'s {} {}", firms_[1].name, made("job"), name);
            break;
        default:
            out += fmt::format("{} {}", person.title, name);
            break;
    }
}

void NewsWriter::append_firm(std::string& out) {
    Firm& firm = firms_[random_.below(firms_.size())];
    out += firm.name;
    if (!firm.introduced) out += fmt::format(" {}", firm.kind);
    firm.introduced = true;
}

void NewsWriter::append_outside(std::string& out, std::string_view name) {
    if (name == "who")
        append_person(out);
    else if (name == "firm")
        append_firm(out);
    else if (name == "body")
        out += bodies_[random_.below(bodies_.size())];
    else if (name == "town")
        out += towns_[random_.below(towns_.size())];
    else
        out += lands_[random_.below(lands_.size())];
}

void NewsWriter::append_sentence() {
    const bool figured = random_.below(100) < shares_of(density_).sentences;
    append(text_, figured ? "figured" : "plain");
}

void NewsWriter::append_paragraph() {
    for (std::size_t left = 1 + random_.below(4); left > 0; --left) {
        append_sentence();
        if (left > 1) text_ += ' ';
    }
}

Article NewsWriter::next() {
    new_cast();
    ++count_;
    const bool figured = random_.below(100) < shares_of(density_).headlines;
    const std::string_view between = random_.one_in(2) ? "\n" : "\n\n";
    Article article;
    article.headline = made(figured ? "figure-headline" : "plain-headline");
    text_ = fmt::format("{}\n", article.headline);
    if (random_.one_in(3)) text_ += fmt::format("By {} {}\n", made("first"), made("last"));
    text_.append(between);
    if (random_.one_in(2)) text_ += fmt::format("{} \u2014 ", in_capitals(towns_[0]));
    const std::size_t enough = 3000 + random_.below(2000);
    while (text_.size() < enough) {
        append_paragraph();
        text_.append(between);
    }
    if (random_.one_in(2)) straighten_quotes(text_);
    article.text = text_;
    article.id = fmt::format("{}-{}", name_of(density_), count_);
    article.published = make_date(static_cast<int>(random_.between(2015, 2025)),
                                  static_cast<unsigned>(random_.between(1, 12)),
                                  static_cast<unsigned>(random_.between(1, 28)));
    return article;
}

std::vector<Article> news_articles(Density density, std::size_t bytes) {
    NewsWriter writer(density);
    std::vector<Article> articles;
    for (std::size_t made = 0; made < bytes; made += articles.back().text.size())
        articles.push_back(writer.next());
    return articles;
}

}  // namespace figbook::bench
