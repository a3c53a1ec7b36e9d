// The options by which the user says which figures a report or an export is about.
//
//     FilterOptions options;
//     add_filters(command, options);
//     Filters filters = options.filters();   // when the command runs
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "report/selection.hpp"

namespace CLI {
class App;
}

namespace figbook {

class FilterOptions {
 public:
    // Throws EnvironmentError for a --from after --to.
    Filters filters() const;

 private:
    friend void add_filters(CLI::App& command, FilterOptions& options);

    Filters filters_;
    std::shared_ptr<std::optional<Date>> from_;
    std::shared_ptr<std::optional<Date>> to_;
};

// "eur" -> "EUR"; throws CLI::ValidationError for what is no three letters.
std::string currency_code(std::string code);

// `options` must live as long as the command.
void add_filters(CLI::App& command, FilterOptions& options);

}  // namespace figbook
