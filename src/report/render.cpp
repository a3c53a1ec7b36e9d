#include "report/render.hpp"

#include <algorithm>
#include <stdexcept>

#include "report/renderers.hpp"

namespace figbook {

const std::vector<std::string>& format_names() {
    static const std::vector<std::string> names{"table", "csv", "json", "markdown", "html"};
    return names;
}

Format format_of(std::string_view name) {
    const auto& names = format_names();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) throw std::invalid_argument("there is no format " + std::string(name));
    return static_cast<Format>(found - names.begin());
}

std::string render(const ReportResult& result, Format format, std::size_t width) {
    switch (format) {
        case Format::csv:
            return render_csv(result);
        case Format::json:
            return render_json(result);
        case Format::markdown:
            return render_markdown(result);
        case Format::html:
            return render_html(result);
        case Format::table:
            break;
    }
    return render_table(result, width);
}

std::string render(const Table& table, std::string_view format, std::size_t width) {
    ReportResult result;
    result.sections.push_back({Section{}, table});
    return render(result, format_of(format), width);
}

}  // namespace figbook
