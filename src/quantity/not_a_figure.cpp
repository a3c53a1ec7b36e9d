#include "quantity/not_a_figure.hpp"

#include "quantity/number_as_name.hpp"
#include "quantity/number_as_score.hpp"
#include "quantity/number_as_time.hpp"

namespace figbook {

std::string_view why_no_figure(const Document& document, const Sentence& sentence, const Number& number,
                               std::size_t begin, bool has_unit) {
    const Surroundings around{{document, vocabulary(), sentence}, number, begin, has_unit};
    if (const std::string_view why = why_part_of_name(around); !why.empty()) return why;
    // "10 1/0 inches"
    if (number.value.is_zero() && around.written_before() == "/" && around.glued(begin))
        return "joined numbers";
    // "the mid $20s": of ten prices; not "a handful of $20s"
    const std::size_t back = around.written_before() == "-" ? 2 : 1;
    if (has_unit && around.written(begin).is_any({"$", "£", "€"}) && around.has(around.next()) &&
        around.glued(around.next()) && around.written(around.next()) == "s" &&
        around.written_before(back).is_any({"low", "mid", "high", "upper", "lower"}))
        return "decade";
    if (has_unit) return "";
    if (const std::string_view why = why_time(around); !why.empty()) return why;
    if (const std::string_view why = why_name(around); !why.empty()) return why;
    if (is_score(around)) return "score";
    return is_behind_a_number(around) ? "joined numbers" : "";
}

}  // namespace figbook
