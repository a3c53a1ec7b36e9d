// The readers: one for each input format. A reader pushes every article, or what is wrong with it, to a sink
// as it goes, so that memory does not grow with the input.
//
//     Sink sink{[](Article article) {...}, [](const Rejected& rejected) {...}};
//     reader_named("jsonl")->read(input, {}, sink);
//
// A new format is a new X_reader.{hpp,cpp} and one line in readers.cpp.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "load/article_fields.hpp"
#include "load/input.hpp"
#include "text/article.hpp"

namespace figbook {

// An article that could not be read, or a whole file; or a field that articles of a file are read without.
struct Rejected {
    enum class What : bool { article, field };
    Problem problem;
    std::string id;  // the article's own id where that much was read, else ""
    What what = What::article;
};

// What an archive holds beside articles: nothing is wrong with it, but it must not vanish unseen.
enum class PassedOver : std::uint8_t {
    other_record,         // requests, pictures, pages that are not there any more
    page_without_article  // the front page of a section, a page with a video
};

struct Sink {
    std::function<void(Article)> article;
    std::function<void(const Rejected&)> rejected;
    std::function<void(PassedOver)> passed_over = [](PassedOver) {};
};

// What the user said of the articles: it fills the fields that the input leaves empty.
struct Known {
    std::optional<Date> published;
    std::string publication;
    std::string url;
    std::string headline;
    FieldNames fields;  // of JSON Lines and CSV
};

struct Reader {
    std::string_view name;  // as in --input
    // Judges by the first bytes, not by the file's name.
    bool (*recognises)(std::string_view head, const Known& known);
    void (*read)(Input& input, const Known& known, const Sink& sink);
};

// In the order in which they are asked; the last one takes everything that is text.
const std::vector<Reader>& readers();
// nullptr for a name that no reader has.
const Reader* reader_named(std::string_view name);
// The reader that recognises the input, or what the input is instead of an article.
Result<const Reader*> reader_for(Input& input, const Known& known);

}  // namespace figbook
