// What a check can say of a figure. No guess is shown as a fact: "cannot check", with the reason, is an
// answer.
#pragma once
#include <string_view>

namespace figbook {

enum class Verdict { consistent, off, cannot_check };

// "consistent", "off", "cannot check"
std::string_view name_of(Verdict verdict);

}  // namespace figbook
