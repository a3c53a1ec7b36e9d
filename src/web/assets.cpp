#include "web/assets.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>

#include "embedded.hpp"

namespace figbook::web {
namespace {

constexpr std::string_view folder = "/assets/";

// FNV-1a: a mark of the content, no protection.
std::uint64_t mark_of(std::string_view content) {
    std::uint64_t mark = 0xcbf29ce484222325U;
    for (const char c : content) mark = (mark ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return mark;
}

std::string_view type_of(std::string_view name) {
    if (name.ends_with(".css")) return "text/css; charset=utf-8";
    if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
    if (name.ends_with(".svg")) return "image/svg+xml";
    return "application/octet-stream";
}

}  // namespace

std::string asset_address(std::string_view name) {
    return fmt::format("{}{:016x}/{}", folder, mark_of(web_assets::embedded(name)), name);
}

std::optional<Response> asset_response(std::string_view path) {
    const auto& names = web_assets::embedded_names();
    const auto found = std::find_if(names.begin(), names.end(), [&](std::string_view name) {
        return name != "openapi.json" && path == asset_address(name);
    });
    if (found == names.end()) return std::nullopt;
    return Response{200,
                    std::string(type_of(*found)),
                    std::string(web_assets::embedded(*found)),
                    {{"Cache-Control", "public, max-age=31536000, immutable"}}};
}

std::string_view openapi() {
    return web_assets::embedded("openapi.json");
}

}  // namespace figbook::web
