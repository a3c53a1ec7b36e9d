#include "load/load.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "base/utf8.hpp"
#include "base/web_address.hpp"
#include "load/walk.hpp"

namespace figbook {
namespace {

void fill_empty(std::string& field, const std::string& known) {
    if (field.empty()) field = known;
}

void fill_empty(Article& article, const Known& known) {
    if (!article.published) article.published = known.published;
    fill_empty(article.publication, known.publication);
    fill_empty(article.url, known.url);
    fill_empty(article.headline, known.headline);
}

// What is longer is a text whose first line was taken for one. It is there for lists, which show its beginning, and is
// read again with each figure of the article.
constexpr std::size_t longest_headline = 400;  // bytes

// A file may be called by bytes that are no text.
void make_readable(std::string& name) {
    if (first_invalid_utf8(name)) name = printable(name);
}

// A password in an address is neither stored nor shown, wherever the address came from.
void hide_user(Article& article) {
    for (std::string* const field : {&article.id, &article.url, &article.origin})
        *field = without_user(*field);
}
Rejected hide_user(Rejected rejected) {
    rejected.id = without_user(rejected.id);
    rejected.problem.file = without_user(rejected.problem.file);
    return rejected;
}

Rejected too_long(const Article& article) {
    return {{fmt::format("text of more than {} MiB", max_text_bytes >> 20U),
             "no article is so long: split it",
             article.origin,
             0,
             {}},
            article.id};
}

void read_input(Input& input, const ReadOptions& options, const Sink& sink) {
    const Reader* reader = options.reader;
    if (reader == nullptr) {
        const Result<const Reader*> recognised = reader_for(input, options.known);
        if (!recognised) return sink.rejected({recognised.problem(), ""});
        reader = *recognised;
    }
    reader->read(input, options.known, sink);
}

void read_file(const std::string& path, const ReadOptions& options, const Sink& sink) {
    Result<Input> input = Input::open(path, options.control);
    if (!input) return sink.rejected({input.problem(), ""});
    read_input(*input, options, sink);
}

void read_address(const std::string& address, const ReadOptions& options, const Sink& sink) {
    Result<Input::Fetched> fetched = fetch(address, options.fetch, options.control);
    if (!fetched) return sink.rejected({fetched.problem(), ""});
    Input input = Input::fetched(address, std::move(*fetched));
    read_input(input, options, sink);
}

bool belongs_to_database(const std::filesystem::path& file, const std::filesystem::path& database) {
    if (database.empty()) return false;
    const std::string name = file.filename().string();
    const std::string own = database.filename().string();
    if (!name.starts_with(own)) return false;
    const std::string ending = name.substr(own.size());
    if (!ending.empty() && ending != "-wal" && ending != "-shm" && ending != "-journal" &&
        !ending.starts_with(".backup-"))
        return false;
    std::error_code unknown;  // a folder that cannot be looked at is another one
    return std::filesystem::equivalent(file.parent_path(), std::filesystem::absolute(database).parent_path(),
                                       unknown);
}

void walk_articles(const std::string& folder, const ReadOptions& options,
                   const std::function<void(const std::string&)>& file,
                   const std::function<void(const Problem&)>& problem) {
    walk(
        folder, [&](const std::string& name) { return belongs_to_database(name, options.database); }, file,
        problem);
}

void read_any(const std::string& name, const ReadOptions& options, const Sink& sink) {
    if (const auto given = options.given.find(name); given != options.given.end()) {
        Input input = Input::fetched(name, {given->second, "", ""});
        read_input(input, options, sink);
    } else if (name == "-") {
        Input input = Input::standard_input(options.control);
        read_input(input, options, sink);
    } else if (is_web_name(name)) {
        read_address(name, options, sink);
    } else if (is_folder(name)) {
        walk_articles(
            name, options, [&](const std::string& file) { read_file(file, options, sink); },
            [&](const Problem& problem) {
                sink.rejected({problem, ""});
            });
    } else {
        read_file(name, options, sink);
    }
}

// An address or a headline belongs to one article: a second must not get the same.
void refuse_second(const Known& known) {
    if (known.url.empty() && known.headline.empty()) return;
    throw EnvironmentError(std::string(known.url.empty() ? "--headline" : "--url") +
                           " is given for more than one article; load them one by one, or as JSON Lines with "
                           "a field in each line");
}

}  // namespace

void read_articles(const std::vector<std::string>& inputs, const ReadOptions& options, const Sink& sink) {
    bool any = false;
    const Sink filling{[&](Article article) {
                           if (std::exchange(any, true)) refuse_second(options.known);
                           throw_if_stopped(options.control);
                           fill_empty(article, options.known);
                           article.headline = cut_text(article.headline, longest_headline);
                           hide_user(article);
                           make_readable(article.id);
                           make_readable(article.origin);
                           if (article.text.size() > max_text_bytes) return sink.rejected(too_long(article));
                           sink.article(std::move(article));
                       },
                       [&](const Rejected& rejected) { sink.rejected(hide_user(rejected)); },
                       sink.passed_over};
    for (const std::string& name : inputs) {
        throw_if_stopped(options.control);
        read_any(name, options, filling);
    }
}

std::optional<std::uint64_t> total_bytes(const std::vector<std::string>& inputs, const ReadOptions& options) {
    std::uint64_t total = 0;
    bool known = true;
    const auto add = [&](int status, const struct stat& info) {
        known = known && status == 0 && S_ISREG(info.st_mode);
        if (known) total += static_cast<std::uint64_t>(info.st_size);
    };
    struct stat info {};
    for (const std::string& name : inputs) {
        if (name == "-")
            add(::fstat(STDIN_FILENO, &info), info);
        else if (is_web_name(name))
            known = false;
        else if (is_folder(name))
            walk_articles(
                name, options,
                [&](const std::string& file) {
                    if (::stat(file.c_str(), &info) == 0) total += static_cast<std::uint64_t>(info.st_size);
                },
                [](const Problem&) {});
        else if (::stat(name.c_str(), &info) == 0)
            add(0, info);
        if (!known) return std::nullopt;
    }
    return total;
}

}  // namespace figbook
