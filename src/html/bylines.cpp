#include "html/bylines.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/csv.hpp"
#include "base/utf8.hpp"
#include "embedded.hpp"

namespace figbook::html {
namespace {

constexpr std::size_t longest_byline = 300;
constexpr std::size_t longest_name = 60;
constexpr std::size_t most_words = 6;
constexpr std::size_t most_names = 50;

enum Kind : unsigned { by = 1, joins = 2, cut = 4, role = 8, none = 16 };

struct Table {
    std::unordered_map<std::string, unsigned> kinds;

    Table() {
        const CsvTable table = read_csv(page_files::embedded("bylines.csv"));
        for (const auto& row : table.rows) {
            const std::string& kind = row[table.column("kind")];
            kinds[row[table.column("word")]] |= kind == "by"     ? by
                                                : kind == "and"  ? joins
                                                : kind == "cut"  ? cut
                                                : kind == "role" ? role
                                                                 : none;
        }
    }
    unsigned of(const std::string& word) const {
        const auto found = kinds.find(word);
        return found == kinds.end() ? 0U : found->second;
    }
};

const Table& table() {
    static const Table words;
    return words;
}

std::string trimmed(std::string_view text) {
    std::string line = on_one_line(text, " \t\r\n\f");
    while (!line.empty() && std::string_view(" ,;:.|-*").find(line.back()) != std::string_view::npos) {
        // "Jr." and "J. D." keep their point.
        if (line.back() == '.' && line.size() >= 3 &&
            (line.ends_with("r.") || line[line.size() - 3] == ' ' || line[line.size() - 3] == '.'))
            break;
        line.pop_back();
    }
    return line;
}

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

// An address of mail or the web, a name at a social network.
bool is_address(std::string_view word) {
    return word.find('@') != std::string_view::npos || word.starts_with("http") || word.starts_with("www.") ||
           word.ends_with(".com") || word.ends_with(".co.uk") || word.ends_with(".org");
}

// Reads a byline word by word and gathers names.
class BylineReader {
 public:
    std::vector<std::string> read(std::string_view line) {
        std::vector<std::string> words = split(on_one_line(line, " \t\r\n\f"), ' ');
        std::size_t at = 0;
        while (at < words.size() && leads(words, at)) ++at;
        for (; at < words.size(); ++at) take(words[at]);
        end_name();
        return std::move(names_);
    }

 private:
    // "By", "Written by", "Posted by:"
    static bool leads(const std::vector<std::string>& words, std::size_t at) {
        const std::string word = lower(trimmed(words[at]));
        if ((table().of(word) & by) != 0) return true;
        return at + 1 < words.size() && (table().of(word + " " + lower(trimmed(words[at + 1]))) & by) != 0;
    }

    void take(const std::string& raw) {
        if (is_address(raw)) return end_name();
        if (raw == "|" || raw == "•" || raw == "·" || raw == "-" || raw == "–" || raw == "—" || raw == "/" ||
            raw == "&" || raw == "+") {
            end_name();
            return;
        }
        const unsigned kind = table().of(lower(trimmed(raw)));
        if ((kind & joins) != 0 && (!name_.empty() || !names_.empty())) return end_name();
        if (((kind & cut) != 0 || ((kind & by) != 0 && !name_.empty())) && lower(raw) == raw) {
            end_name();
            skipping_ = true;
            return;
        }
        take_part(raw);
    }

    // A word with what ends a name in it or behind it: "Doe,", "Doe/AP".
    void take_part(const std::string& raw) {
        const std::size_t end = raw.find_first_of(",;/|()");
        const std::string word = raw.substr(0, end);
        if (!word.empty()) {
            if (!name_.empty()) name_ += ' ';
            name_ += word;
        }
        if (end == std::string::npos) return;
        end_name();
        // What is behind a slash or a bracket is an agency.
        skipping_ = raw[end] == '/' || (raw[end] == '(' && raw.find(')', end) == std::string::npos);
        if (raw[end] == '(' && !skipping_) return;
        if (!skipping_ && end + 1 < raw.size()) take_part(raw.substr(end + 1));
    }

    void end_name() {
        const std::string name = trimmed(name_);
        name_.clear();
        const bool skipped = std::exchange(skipping_, false);
        if (!skipped && is_name(name)) add_names(names_, {name});
    }

    bool is_name(const std::string& name) const {
        if (name.size() < 2 || name.size() > longest_name || has_digit(name)) return false;
        const std::vector<std::string> words = split(name, ' ');
        if (words.size() > most_words) return false;
        const bool nothing = std::all_of(words.begin(), words.end(), [](const std::string& word) {
            return (table().of(lower(word)) & none) != 0;
        });
        if (nothing) return false;
        const bool office = std::any_of(words.begin(), words.end(), [](const std::string& word) {
            return (table().of(lower(word)) & role) != 0;
        });
        // Behind a name it is that person's office; alone it is a desk, which is better than nothing.
        return !office || names_.empty();
    }

    std::vector<std::string> names_;
    std::string name_;
    bool skipping_ = false;
};

}  // namespace

std::vector<std::string> names_in(std::string_view byline) {
    if (byline.size() > longest_byline) byline = byline.substr(0, byline.rfind(' ', longest_byline));
    return byline.size() > longest_byline ? std::vector<std::string>() : BylineReader().read(byline);
}

std::string joined_names(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
        text += names[i];
    }
    return text;
}

void add_names(std::vector<std::string>& names, const std::vector<std::string>& more) {
    for (const std::string& name : more) {
        if (names.size() >= most_names) return;
        const std::string wanted = lower(name);
        if (std::none_of(names.begin(), names.end(),
                         [&](const std::string& known) { return lower(known) == wanted; }))
            names.push_back(name);
    }
}

}  // namespace figbook::html
