// The two forms in which `figbook explain` says how each figure came about.
//
//     const auto output = explain_for_readers(80, false);    // or explain_as_json()
//     output->explanation(article, explain(article));
//     output->rejected(rejected);
#pragma once
#include <cstddef>
#include <memory>

#include "claim/explain.hpp"
#include "load/reader.hpp"

namespace figbook {

class ExplainOutput {
 public:
    virtual ~ExplainOutput() = default;
    virtual void explanation(const Article& article, const Explanation& explanation) = 0;
    virtual void rejected(const Rejected& rejected) = 0;
};

// Each sentence with its figures marked, then how each of them got its fields. No line is wider than `width` columns
// but for a word that is; 0 breaks no line. `rules` adds the names of the rules and reasons, as the code has them.
std::unique_ptr<ExplainOutput> explain_for_readers(std::size_t width, bool rules);
// One JSON object a document and line.
std::unique_ptr<ExplainOutput> explain_as_json();

}  // namespace figbook
