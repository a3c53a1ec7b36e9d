#include "bench/grammar.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace figbook::bench {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// "1,000" -> 1000, "4.9" -> 49.
std::int64_t digits_of(std::string_view text) {
    std::int64_t value = 0;
    for (const char c : text)
        if (is_digit(c)) value = value * 10 + (c - '0');
    return value;
}

void capitalise(std::string& text, std::size_t at) {
    if (at < text.size() && text[at] >= 'a' && text[at] <= 'z')
        text[at] = static_cast<char>(text[at] - 'a' + 'A');
}

}  // namespace

// Splitmix64, of Steele, Lea and Flood.
std::uint64_t Random::next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
}

std::size_t Random::below(std::size_t end) {
    return end == 0 ? 0 : static_cast<std::size_t>(next() % end);
}

std::int64_t Random::between(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(below(static_cast<std::size_t>(most - least + 1)));
}

Grammar::Grammar(const std::filesystem::path& folder, const std::vector<std::string>& outside_names) {
    for (const std::string& name : outside_names) sections_[section_named(name)].outside = true;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) read(file);
    for (const Section& section : sections_)
        if (section.alternatives.empty() && !section.outside)
            throw std::runtime_error("the grammar has no section [" + section.name + "]");
}

std::size_t Grammar::section_named(const std::string& name) {
    const auto [place, added] = places_.emplace(name, sections_.size());
    if (added) sections_.push_back({name, {}, false});
    return place->second;
}

void Grammar::read(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::size_t section = 0;
    bool words = false;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        if (line.front() == '[') {
            std::istringstream head(line.substr(1, line.find(']') - 1));
            std::string name, how;
            head >> name >> how;
            section = section_named(name);
            words = how == "words";
        } else if (words) {
            std::istringstream all(line);
            for (std::string word; all >> word;) add(sections_[section], word);
        } else {
            // By its place: a section that is first used here moves the others.
            Section filled = std::move(sections_[section]);
            add(filled, line);
            sections_[section] = std::move(filled);
        }
    }
}

void Grammar::add(Section& section, std::string_view line) {
    Alternative alternative;
    if (line == "-") line = {};
    while (!line.empty()) {
        const std::size_t open = line.find('{');
        if (open > 0) {
            Part literal;
            literal.text = std::string(line.substr(0, open));
            std::replace(literal.text.begin(), literal.text.end(), '_', ' ');
            alternative.push_back(std::move(literal));
        }
        if (open == std::string_view::npos) break;
        const std::size_t close = line.find('}', open);
        if (close == std::string_view::npos)
            throw std::runtime_error("a brace is not closed in [" + section.name + "]");
        alternative.push_back(part_of(line.substr(open + 1, close - open - 1)));
        line.remove_prefix(close + 1);
    }
    section.alternatives.push_back(std::move(alternative));
}

Grammar::Part Grammar::part_of(std::string_view braces) {
    Part part;
    if (!braces.empty() && is_digit(braces.front())) {
        const std::size_t hyphen = braces.find('-');
        const std::string_view least = braces.substr(0, hyphen);
        const std::size_t point = least.find('.');
        part.kind = Part::Kind::number;
        part.least = digits_of(least);
        part.most = digits_of(braces.substr(hyphen + 1));
        part.decimals = point == std::string_view::npos ? 0 : static_cast<int>(least.size() - point - 1);
        part.grouped = braces.find(',') != std::string_view::npos;
        return part;
    }
    part.kind = Part::Kind::section;
    part.text = std::string(braces);
    part.capital = !braces.empty() && std::isupper(static_cast<unsigned char>(braces.front())) != 0;
    if (part.capital) part.text.front() = static_cast<char>(part.text.front() - 'A' + 'a');
    part.section = section_named(part.text);
    return part;
}

void Grammar::append_number(std::string& out, const Part& part, Random& random) {
    std::string digits = std::to_string(random.between(part.least, part.most));
    const auto decimals = static_cast<std::size_t>(part.decimals);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    const std::size_t whole = digits.size() - decimals;
    if (decimals > 0) digits.insert(whole, 1, '.');
    if (part.grouped)
        for (std::size_t at = whole; at > 3; at -= 3) digits.insert(at - 3, 1, ',');
    out += digits;
}

void Grammar::append(std::string& out, std::string_view section, Random& random,
                     const Outside& outside) const {
    const auto place = places_.find(section);
    if (place == places_.end())
        throw std::runtime_error("the grammar has no section [" + std::string(section) + "]");
    append(out, sections_[place->second], random, outside);
}

void Grammar::append(std::string& out, const Section& section, Random& random, const Outside& outside) const {
    if (section.outside) {
        outside(out, section.name);
        return;
    }
    for (const Part& part : section.alternatives[random.below(section.alternatives.size())]) {
        const std::size_t start = out.size();
        if (part.kind == Part::Kind::literal) {
            out += part.text;
        } else if (part.kind == Part::Kind::number) {
            append_number(out, part, random);
        } else {
            append(out, sections_[part.section], random, outside);
            if (part.capital) capitalise(out, start);
        }
    }
}

}  // namespace figbook::bench
