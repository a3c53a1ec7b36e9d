#include "cli/open_database.hpp"

#include <filesystem>
#include <system_error>

namespace figbook {

Database open_existing(const std::string& path) {
    std::error_code unknown;
    const bool is_missing = !std::filesystem::exists(path, unknown) && !unknown;
    return Database::open(path, is_missing ? OpenMode::read_only : OpenMode::read_write);
}

}  // namespace figbook
