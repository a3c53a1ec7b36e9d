// The subcommands: one file each, one line each here and in main.cpp. An add_ function declares its options on
// `program` and stores, when the user picks it, what to do; it returns the exit status:
// 0 done, 1 done but some input failed or a check found something, 2 not done (thrown as EnvironmentError), 130 or 143
// stopped by a signal before it was done.
#pragma once
#include <functional>

namespace CLI {
class App;
}

namespace figbook {

using Action = std::function<int()>;

void add_load(CLI::App& program, Action& chosen);
void add_extract(CLI::App& program, Action& chosen);
void add_explain(CLI::App& program, Action& chosen);
void add_search(CLI::App& program, Action& chosen);
void add_report(CLI::App& program, Action& chosen);
void add_export(CLI::App& program, Action& chosen);
void add_facts(CLI::App& program, Action& chosen);
void add_fact(CLI::App& program, Action& chosen);
void add_check(CLI::App& program, Action& chosen);
void add_review(CLI::App& program, Action& chosen);
void add_log(CLI::App& program, Action& chosen);
void add_reextract(CLI::App& program, Action& chosen);
void add_rates(CLI::App& program, Action& chosen);
void add_convert(CLI::App& program, Action& chosen);
void add_serve(CLI::App& program, Action& chosen);
void add_migrate(CLI::App& program, Action& chosen);

}  // namespace figbook
