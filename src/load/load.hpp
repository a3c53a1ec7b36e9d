// Bytes in, articles out: opens what the user named, chooses the reader by what is inside, and pushes each
// article, or what is wrong with it, to the sink, in order.
//
//     ReadOptions options;
//     options.known.published = make_date(2025, 2, 12);
//     read_articles({"articles/", "-"}, options, sink);
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "load/fetch.hpp"
#include "load/read_control.hpp"
#include "load/reader.hpp"

namespace figbook {

struct ReadOptions {
    Known known;
    const Reader* reader = nullptr;  // nullptr: by the content of each input
    // The database that is loaded into, "" for none: it and the files beside it (figbook.db-wal,
    // figbook.db.backup-0001) are passed over where they lie in a folder that is walked.
    std::filesystem::path database{};
    FetchOptions fetch{};
    // Inputs that are not opened, since their bytes are here, by their names: what was pasted into a page.
    std::map<std::string, std::string> given{};
    ReadControl* control = nullptr;  // nullptr: nobody watches it, nobody stops it
};

// `inputs` are files, folders (walked), addresses of the web and "-" (standard input). Throws EnvironmentError when known.url or
// known.headline, which are of one article, would be given to a second; and Stopped, where the control says so.
void read_articles(const std::vector<std::string>& inputs, const ReadOptions& options, const Sink& sink);

// How many bytes read_articles() will read; none where that cannot be known, as of a pipe or an address.
std::optional<std::uint64_t> total_bytes(const std::vector<std::string>& inputs, const ReadOptions& options);

}  // namespace figbook
