#include "web/http_messages.hpp"

#include <fmt/format.h>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"

namespace figbook::web {
namespace {

// The other side is gone, or too slow.
class NotTaken : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

void send_rows(httplib::Response& out, Response in, std::shared_ptr<Database> database) {
    const auto rows = [write_rows = std::move(in.rows), database = std::move(database)](
                          std::size_t, httplib::DataSink& sink) {
        try {
            write_rows(*database, [&](std::string_view text) {
                if (!text.empty() && !sink.write(text.data(), text.size())) throw NotTaken("not taken");
            });
        } catch (const std::exception&) {
            return false;  // the connection ends without the last piece, by which the other side knows
        }
        sink.done();
        return true;
    };
    out.set_chunked_content_provider(in.type.c_str(), rows);
}

}  // namespace

Knock knock_of(const httplib::Request& request) {
    // Two of one kind are no sign of anything good.
    const auto header = [&](const char* name) {
        return request.get_header_value_count(name) == 1 ? request.get_header_value(name) : std::string();
    };
    return {request.method == "POST", request.target.substr(0, request.target.find('?')),
            header("Host"),           header("Origin"),
            header("Sec-Fetch-Site"), header("Cookie"),
            header("Authorization")};
}

Request posted(const httplib::Request& in) {
    Request request = Request::get(in.target);
    request.is_post = true;
    if (!in.is_multipart_form_data()) {
        request.fields = Query(in.body);
        return request;
    }
    for (const auto& [name, part] : in.files) {
        if (name == "file") {
            request.file = part.content;
            request.file_name = part.filename;
        } else {
            request.fields.add(name, part.content);
        }
    }
    return request;
}

std::optional<Refusal> size_refusal(const httplib::Request& request) {
    const std::string size = request.get_header_value("Content-Length");
    const bool is_number = is_all_digits(size);
    if (!is_number || request.get_header_value_count("Content-Length") != 1 ||
        request.has_header("Transfer-Encoding"))
        return Refusal{411, "A form must say how many bytes it has (Content-Length).", false};
    if (size.size() > 9 || std::stoull(size) > body_bytes)
        return Refusal{413,
                       fmt::format("More than {} MiB is not taken here; load it with `figbook load`.",
                                   body_bytes >> 20U),
                       false};
    return std::nullopt;
}

std::string words_of_status(int status) {
    return status == 414   ? "The address is too long; ask for less at once."
           : status == 413 ? "That is more than is taken here; load it with `figbook load`."
                           : "The request is not understood.";
}

void send(httplib::Response& out, Response in, Exports& exports) {
    std::shared_ptr<Database> database;
    if (in.rows) database = exports.take();
    out.status = in.status;
    for (const auto& [name, value] : in.headers) out.set_header(name.c_str(), value);
    if (!out.has_header("Cache-Control")) out.set_header("Cache-Control", "no-store");
    if (database) return send_rows(out, std::move(in), std::move(database));
    out.set_content(std::move(in.body), in.type.c_str());
}

}  // namespace figbook::web
