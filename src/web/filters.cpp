#include "web/filters.hpp"

#include <fmt/format.h>

#include "check/verdict.hpp"
#include "claim/claim.hpp"
#include "rates/euro_rate.hpp"
#include "report/spellings.hpp"

namespace figbook::web {

const std::vector<std::string_view>& kind_names() {
    static const std::vector<std::string_view> names{"money",   "percent", "points",   "count",
                                                     "measure", "ratio",   "multiple", "number"};
    return names;
}

const std::vector<std::string_view>& verdict_names() {
    static const std::vector<std::string_view> names{name_of(Verdict::off), name_of(Verdict::consistent),
                                                     name_of(Verdict::cannot_check)};
    return names;
}

std::string currency_of(const std::string& typed, std::string_view field) {
    std::string code = upper_code(typed);
    if (!is_currency_code(code))
        throw BadRequest(fmt::format("{} is '{}', which is no currency code such as EUR", field, typed),
                         field);
    return code;
}

bool is_nobody(std::string_view source_kind, std::string_view source) {
    return source_kind == name_of(SourceKind::unnamed) && names_nobody(std::string(source));
}

void refuse_reversed(const std::optional<Date>& from, const std::optional<Date>& to) {
    if (from && to && *from > *to) throw BadRequest("from is a later day than to; exchange them", "from");
}

}  // namespace figbook::web
