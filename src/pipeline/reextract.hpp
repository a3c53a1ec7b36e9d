// The articles of a database extracted again, after an upgrade of the program: their claims are written anew and
// what is different is told. Reviews stay.
//
//     const Reextracted done = reextract(database, options, [](std::size_t bytes) { progress.count(); });
//     done.articles   // 1204
//
// Some articles at a time, each lot in one transaction with the note of who extracted it: whenever this is stopped or
// killed, each article is as it was or as it is to be, and the same call goes on with those that are left.
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/claim_changes.hpp"
#include "store/database.hpp"

namespace figbook {

struct ReextractOptions {
    bool all = false;         // those too that this program's rules have extracted already
    std::size_t threads = 1;  // how many extract
    const std::atomic<bool>* stop = nullptr;
};

struct ChangeInArticle {
    std::int64_t document_id = 0;
    std::string headline;
    ClaimChange change;
};

struct Reextracted {
    std::size_t articles = 0;          // that were extracted again
    std::size_t changed_articles = 0;  // of which any claim is different
    std::size_t figures_before = 0;    // of them
    std::size_t figures = 0;
    std::size_t reviews_found = 0;           // that had no claim before and have one now
    std::vector<std::int64_t> reviews_lost;  // numbers of those that had one and have none now
    bool stopped = false;
};

// Told of each difference once it is safe in the database, from the caller's thread.
struct ReextractListener {
    std::function<void(const ChangeInArticle&)> change;
    std::function<void(std::size_t bytes)> article;  // of each article, with the length of its text
};

// Throws EnvironmentError when the database cannot go on; what was done before stays, and the message says so.
Reextracted reextract(Database& database, const ReextractOptions& options, const ReextractListener& listener);

// The bytes of the texts that reextract() would go over.
std::uint64_t bytes_to_reextract(const Database& database, bool all);

}  // namespace figbook
