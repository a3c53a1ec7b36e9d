// The floor that a load is measured against: the rows of a loaded database, read beforehand, are inserted into an empty
// one of the same schema by prepared statements, in the same order and in transactions of as many articles. Nothing is
// read, extracted, looked up or compared.
//
//     const FloorCost floor = insert_rows("loaded.db", "floor.db");
#pragma once
#include <cstddef>
#include <filesystem>

namespace figbook::bench {

struct FloorCost {
    double wall_seconds = 0;  // of the inserts alone, until the database is closed
    double cpu_seconds = 0;
    std::size_t rows = 0;
};

// `from` gets indexes by article, to be read in order; `into` must not be there. Throws std::runtime_error.
FloorCost insert_rows(const std::filesystem::path& from, const std::filesystem::path& into);

}  // namespace figbook::bench
