// A folder's files, at every depth, in one order on every machine: by name, byte for byte. Names that begin
// with a dot are left out; a link back to a folder that was already walked is not followed again.
//
//     walk("articles", is_database, [](const std::string& file) {...}, [](const Problem& problem) {...});
#pragma once
#include <functional>
#include <string>

#include "base/problem.hpp"

namespace figbook {

bool is_folder(const std::string& path);

// A folder that may not be read, and one that holds no file, is a problem. Files that `left_out` says yes to are
// passed over, as if they were not there.
void walk(const std::string& folder, const std::function<bool(const std::string&)>& left_out,
          const std::function<void(const std::string&)>& file,
          const std::function<void(const Problem&)>& problem);

// Whether a walk would find a file; it ends with the first.
bool holds_files(const std::string& folder);

}  // namespace figbook
