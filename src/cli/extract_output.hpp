// The forms in which `figbook extract` writes what it finds.
//
//     const auto output = extract_output("jsonl", 100);
//     output->claims(article, claims);   // {"id": "a1", "published": null, "claims": [...]}
//     output->rejected(rejected);        // {"id": null, "line": 3, "error": "not valid JSON; ..."}
//     output->end();
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "load/reader.hpp"

namespace figbook {

class ExtractOutput {
 public:
    virtual ~ExtractOutput() = default;
    // In the order of the input; each call writes what it can at once.
    virtual void claims(const Article& article, const std::vector<Claim>& claims) = 0;
    virtual void rejected(const Rejected& rejected) = 0;
    virtual void end() {}
};

// {"id": "a1", "line": 3, "error": "..."}: what stands in the place of a document that could not be read.
void append_error(std::string& out, const Rejected& rejected);

// The names that extract_output() knows: jsonl, json, csv, table.
const std::vector<std::string>& extract_output_names();
// `width` counts for the table alone: the columns of a line, 0 cuts nothing.
std::unique_ptr<ExtractOutput> extract_output(const std::string& name, std::size_t width);

}  // namespace figbook
