// The currencies and units that figures have, each with its smallest and largest amount: by which of them a list of all
// figures by size begins. There are as many units as things that are counted, so that they are gathered beside the
// pages.
//
//     UnitAmounts amounts;
//     amounts.read(database);                      // of all figures
//     amounts.widen(database, {17, 18});           // with those of these articles
//     amounts.by_size()->largest_first.front()
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "store/database.hpp"

namespace figbook::web {

// None is smaller or larger, but those that were may be gone.
struct UnitAmount {
    std::string kind;
    Value unit;  // NULL: none
    double smallest = 0;
    double largest = 0;
};

struct UnitsBySize {
    std::vector<UnitAmount> smallest_first;
    std::vector<UnitAmount> largest_first;
};

class UnitAmounts {
 public:
    void read(const Database& database);
    void widen(const Database& database, const std::vector<std::int64_t>& articles);

    std::shared_ptr<const UnitsBySize> by_size() const;

 private:
    struct Ends {
        double smallest, largest;
    };
    void add(const std::vector<Value>& row);

    std::map<std::pair<std::string, Value>, Ends> units_;
};

}  // namespace figbook::web
