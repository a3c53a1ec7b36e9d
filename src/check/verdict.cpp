#include "check/verdict.hpp"

#include <stdexcept>

namespace figbook {

std::string_view name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::consistent:
            return "consistent";
        case Verdict::off:
            return "off";
        case Verdict::cannot_check:
            return "cannot check";
    }
    throw std::logic_error("no such verdict");
}

}  // namespace figbook
