#include "load/left_out_fields.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace figbook {

void LeftOutFields::add(const std::string& name, Problem problem) {
    const auto known =
        std::find_if(fields_.begin(), fields_.end(), [&](const Field& field) { return field.name == name; });
    if (known == fields_.end())
        fields_.push_back({name, std::move(problem), 1});
    else
        ++known->count;
}

void LeftOutFields::tell(const Sink& sink) const {
    for (const Field& field : fields_) {
        Problem problem = field.first;
        problem.message += ": the article is read without it";
        if (field.count > 1)
            problem.message +=
                fmt::format(", and so {} {} more", field.count == 2 ? "is" : "are", field.count - 1);
        sink.rejected({std::move(problem), "", Rejected::What::field});
    }
}

}  // namespace figbook
