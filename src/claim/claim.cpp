#include "claim/claim.hpp"

#include <array>
#include <utility>

namespace figbook {
namespace {

template <class Enum, std::size_t N>
std::string_view pick(const std::array<std::string_view, N>& names, Enum value) {
    return names.at(static_cast<std::size_t>(value));
}

}  // namespace

Period::Period() = default;
Period::Period(std::optional<Date> first, std::optional<Date> last, std::string told, bool from_text)
    : start(first), end(last), words(std::move(told)), inferred(from_text) {}
Period::Period(const Period&) = default;
Period::Period(Period&&) noexcept = default;
Period& Period::operator=(const Period&) = default;
Period& Period::operator=(Period&&) noexcept = default;
Period::~Period() = default;

Source::Source() = default;
Source::Source(const Source&) = default;
Source::Source(Source&&) noexcept = default;
Source& Source::operator=(const Source&) = default;
Source& Source::operator=(Source&&) noexcept = default;
Source::~Source() = default;

Claim::Claim() = default;
Claim::Claim(const Claim&) = default;
Claim::Claim(Claim&&) noexcept = default;
Claim& Claim::operator=(const Claim&) = default;
Claim& Claim::operator=(Claim&&) noexcept = default;
Claim::~Claim() = default;

std::string_view name_of(Role value) {
    static constexpr std::array<std::string_view, 5> names{"level", "change", "from", "to", "share"};
    return pick(names, value);
}

std::string_view name_of(Modality value) {
    static constexpr std::array<std::string_view, 2> names{"actual", "projected"};
    return pick(names, value);
}

std::string_view name_of(SourceKind value) {
    static constexpr std::array<std::string_view, 4> names{"person", "organisation", "document", "unnamed"};
    return pick(names, value);
}

std::string_view name_of(SourceMode value) {
    static constexpr std::array<std::string_view, 2> names{"quote", "paraphrase"};
    return pick(names, value);
}

std::string_view name_of(RelationKind value) {
    static constexpr std::array<std::string_view, 2> names{"restates", "share_of"};
    return pick(names, value);
}

bool Claim::is_duration() const {
    return kind == Kind::measure && per.empty() && is_time_unit(unit);
}

}  // namespace figbook
