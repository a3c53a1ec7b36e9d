// What units of measure are worth, exactly, and from which source: the rows of schema/checks/unit-factors.csv.
//
//     const UnitFactor* mile = unit_factor("[mi_i]");
//     mile->multiply / mile->divide      // 1609.344 m
//     mile->may_mean                     // {"[nmi_i]"}: sailors' miles
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace figbook {

struct UnitFactor {
    std::string code;       // UCUM
    std::string name;       // as an explanation says it: "miles"
    std::string dimension;  // "length"
    double multiply = 1;
    double divide = 1;
    double offset = 0;  // of a temperature scale
    std::string of;     // the unit whose square or cube it is, "" for none
    std::vector<std::string> may_mean;
    std::string source;

    double worth() const { return multiply / divide; }
};

// By UCUM code, nullptr where the table does not have it.
const UnitFactor* unit_factor(std::string_view code);

}  // namespace figbook
