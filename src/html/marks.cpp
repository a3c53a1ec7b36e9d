#include "html/marks.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/ascii.hpp"
#include "base/csv.hpp"
#include "embedded.hpp"

namespace figbook::html {
namespace {

constexpr std::size_t longest_value = 400;  // of a class attribute; utility classes make them longer
constexpr std::size_t shortest_beginning = 3;

enum Bit : std::uint8_t { content = 1, drop = 2, weak = 4, caption = 8, byline = 16, never = 32 };

Bit bit_named(const std::string& name) {
    if (name == "content") return content;
    if (name == "never") return never;
    if (name == "drop") return drop;
    if (name == "weak") return weak;
    if (name == "caption") return caption;
    if (name == "byline") return byline;
    throw std::out_of_range("marks.csv: there is no mark " + name);
}

// The rows of the table, words glued together.
struct Table {
    std::unordered_map<std::string, std::uint8_t> whole;
    std::unordered_map<std::string, std::uint8_t> beginnings;

    Table() {
        const CsvTable table = read_csv(page_files::embedded("marks.csv"));
        for (const auto& row : table.rows) {
            std::string word = row[table.column("word")];
            word.erase(std::remove(word.begin(), word.end(), ' '), word.end());
            const Bit bit = bit_named(row[table.column("mark")]);
            if (word.ends_with('*')) {
                word.pop_back();
                beginnings[word] = bit;
            }
            whole[word] = bit;
        }
    }

    std::uint8_t of(std::string word) const {
        if (const auto found = whole.find(word); found != whole.end()) return found->second;
        while (word.size() > shortest_beginning) {
            word.pop_back();
            if (const auto found = beginnings.find(word); found != beginnings.end()) return found->second;
        }
        return 0;
    }
    std::uint8_t of_pair(const std::string& first, const std::string& second) const {
        const auto found = whole.find(first + second);
        return found != whole.end() ? found->second : 0;
    }
};

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
    return is_upper(c) || (c >= 'a' && c <= 'z');
}

// "relatedStories--big" -> related, stories, big
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    bool inside = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (!is_letter(c)) {
            inside = false;
            continue;
        }
        if (!inside || (is_upper(c) && !is_upper(name[i - 1]))) words.emplace_back();
        inside = true;
        words.back() += lower_ascii(c);
    }
    return words;
}

std::uint8_t bits_of(std::string_view value) {
    static const Table table;
    std::uint8_t bits = 0;
    const std::vector<std::string> words = words_of(value.substr(0, longest_value));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::uint8_t pair = i + 1 < words.size() ? table.of_pair(words[i], words[i + 1]) : 0;
        bits = static_cast<std::uint8_t>(bits | pair | table.of(words[i]));
    }
    return bits;
}

}  // namespace

Marks MarkReader::of(NodeId id) {
    std::uint8_t bits = 0;
    for (const Attribute attribute :
         {Attribute::class_, Attribute::id, Attribute::role, Attribute::data_testid}) {
        const std::string_view value = tree_.attribute(id, attribute);
        if (value.empty()) continue;
        const auto [place, fresh] = known_.try_emplace(value, 0);
        if (fresh) place->second = bits_of(value);
        bits |= place->second;
    }
    Marks marks;
    marks.content = (bits & content) != 0;
    marks.never = (bits & never) != 0;
    marks.drop = (bits & drop) != 0;
    marks.weak = (bits & weak) != 0;
    marks.caption = (bits & caption) != 0;
    marks.byline = (bits & byline) != 0;
    return marks;
}

}  // namespace figbook::html
