// The fields of one file that could not be read and cost no article: told once each, at the end, with how often.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "load/reader.hpp"

namespace figbook {

class LeftOutFields {
 public:
    // `name` is the field as the file calls it, the problem that of the first article.
    void add(const std::string& name, Problem problem);
    void tell(const Sink& sink) const;

 private:
    struct Field {
        std::string name;
        Problem first;
        std::size_t count;
    };
    std::vector<Field> fields_;
};

}  // namespace figbook
