#include "report/spellings.hpp"

#include <set>
#include <unordered_map>

#include "base/csv.hpp"
#include "base/utf8.hpp"
#include "embedded.hpp"

namespace figbook {
namespace {

constexpr std::size_t fewest_letters =
    7;  // of a word that is told by its ending: "wise" has no other spelling

struct Spellings {
    std::unordered_map<std::string, std::vector<std::string>> words;
    std::vector<std::vector<std::string>> endings;
    std::set<std::string> nobody;
};

const Spellings& table() {
    static const Spellings read = [] {
        Spellings all;
        const CsvTable csv = read_csv(files::embedded("spellings.csv"));
        for (const auto& row : csv.rows) {
            const std::vector<std::string> group = split(row[csv.column("spellings")], '|');
            if (row[csv.column("kind")] == "nobody")
                all.nobody.insert(group.begin(), group.end());
            else if (row[csv.column("kind")] == "ending")
                all.endings.push_back(group);
            else
                for (const std::string& word : group) all.words[word] = group;
        }
        return all;
    }();
    return read;
}

void add_others(std::vector<std::string>& spellings, const std::vector<std::string>& group,
                const std::string& stem) {
    for (const std::string& one : group)
        if (const std::string word = stem + one; word != spellings.front()) spellings.push_back(word);
}

}  // namespace

std::vector<std::string> spellings_of(const std::string& word) {
    std::vector<std::string> spellings{word};
    if (const auto known = table().words.find(word); known != table().words.end()) {
        add_others(spellings, known->second, "");
        return spellings;
    }
    if (word.size() < fewest_letters) return spellings;
    for (const auto& group : table().endings)
        for (const std::string& ending : group)
            if (word.ends_with(ending)) {
                add_others(spellings, group, word.substr(0, word.size() - ending.size()));
                return spellings;
            }
    return spellings;
}

bool names_nobody(const std::string& source) {
    return table().nobody.contains(lower(source));
}

}  // namespace figbook
