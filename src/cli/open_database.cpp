#include "cli/open_database.hpp"

#include <filesystem>
#include <system_error>

namespace figbook {

Database open_existing(const std::string& path) {
    std::error_code unknown;
    const bool is_missing = !std::filesystem::exists(path, unknown) && !unknown;
    const bool is_empty = std::filesystem::file_size(path, unknown) == 0 && !unknown;
    return Database::open(path, is_missing || is_empty ? OpenMode::read_only : OpenMode::read_write);
}

}  // namespace figbook
