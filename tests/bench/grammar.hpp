// A grammar that makes text: sections of alternatives, which name other sections in braces.
//
//     [greeting]
//     Hello {person}, here are {2-99} {adjective} apples.
//     [adjective words]
//     red green fresh_green
//
// One alternative a line; "words" in the head: one a word. An underscore is a space, a line "-" is the empty text. {Name}
// is {name} with a capital. {2-99} is a number between the two; {1.0-9.9} has the decimals of its ends, {1,000-9,000}
// groups its digits.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace figbook::bench {

// The same numbers on every machine and with every library: the standard distributions promise no such thing.
class Random {
 public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    // A number from 0 to the one before `end`.
    std::size_t below(std::size_t end);
    std::int64_t between(std::int64_t least, std::int64_t most);
    bool one_in(std::size_t many) { return below(many) == 0; }

 private:
    std::uint64_t next();
    std::uint64_t state_;
};

class Grammar {
 public:
    // Appends the text of a section that is not in the files; the names of those are given to the constructor.
    using Outside = std::function<void(std::string& out, std::string_view name)>;

    // Reads every .txt of the folder. Throws std::runtime_error, which names the section, where one is used that is
    // nowhere.
    Grammar(const std::filesystem::path& folder, const std::vector<std::string>& outside_names);

    void append(std::string& out, std::string_view section, Random& random, const Outside& outside) const;

 private:
    struct Part {
        enum class Kind { literal, section, number } kind = Kind::literal;
        std::string text;         // the literal, or the section's name
        std::size_t section = 0;  // its place in sections_
        bool capital = false;
        std::int64_t least = 0, most = 0;  // of a number, in units of its last decimal
        int decimals = 0;
        bool grouped = false;
    };
    using Alternative = std::vector<Part>;
    struct Section {
        std::string name;
        std::vector<Alternative> alternatives;
        bool outside = false;
    };

    void read(const std::filesystem::path& file);
    void add(Section& section, std::string_view line);
    Part part_of(std::string_view braces);
    std::size_t section_named(const std::string& name);
    void append(std::string& out, const Section& section, Random& random, const Outside& outside) const;
    static void append_number(std::string& out, const Part& part, Random& random);

    std::vector<Section> sections_;
    std::map<std::string, std::size_t, std::less<>> places_;
};

}  // namespace figbook::bench
