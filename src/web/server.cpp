#include "web/server.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <httplib.h>
#include <memory>
#include <thread>
#include <utility>

#include "base/freed_memory.hpp"
#include "base/problem.hpp"
#include "base/utf8.hpp"
#include "web/answer_cache.hpp"
#include "web/exports.hpp"
#include "web/gate.hpp"
#include "web/http_messages.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/password.hpp"
#include "web/readers.hpp"
#include "web/router.hpp"
#include "web/timed_server.hpp"
#include "web/watcher.hpp"

namespace figbook::web {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// Each connection has a thread, which mostly waits: so many may be open, and who is slow holds one, for a while.
constexpr std::size_t threads = 512;
constexpr std::size_t readers_at_once = 4;
constexpr milliseconds look_again{200};  // whether somebody hurries
constexpr seconds look_soon{1};          // whether the database has changed
constexpr seconds look_late{5};
constexpr milliseconds patience_for_writers{1'500};
constexpr seconds patience_for_figures{10};

// What every answer says: nothing but this site's own files runs or is shown in its pages, and no page of others has
// them in a frame.
const httplib::Headers safe_headers{{"Content-Security-Policy",
                                     "default-src 'none'; script-src 'self'; style-src 'self'; img-src "
                                     "'self'; connect-src 'self'; form-action 'self'; "
                                     "base-uri 'none'; frame-ancestors 'none'"},
                                    {"X-Content-Type-Options", "nosniff"},
                                    {"X-Frame-Options", "DENY"},
                                    {"Referrer-Policy", "no-referrer"},
                                    {"Cross-Origin-Opener-Policy", "same-origin"},
                                    {"Cross-Origin-Resource-Policy", "same-origin"}};

Password password_of(const std::string& words) {
    return words.starts_with("$argon2") ? Password::of_hash(words) : Password::of(words);
}

}  // namespace

struct Server::State {
    State(std::filesystem::path path, const Services& the_services, ServerOptions the_options)
        : database_path(std::move(path)),
          services(the_services),
          options(std::move(the_options)),
          readers(database_path, readers_at_once),
          exports(database_path),
          reports(database_path),
          watcher(database_path,
                  [this] {
                      answers.clear();
                      reports.changed();
                  }),
          server(options.patience) {
        if (options.is_public && !options.password)
            throw EnvironmentError("a page that others can reach needs a password; give --password-file");
        if (options.password) login.emplace(password_of(*options.password));
        for (std::string& name : names_of_this_machine()) hosts.push_back(std::move(name));
        for (const std::string& name : options.hosts) hosts.push_back(lower(name));
    }

    Site site(Database& database) {
        const Watcher::State state = watcher.state();
        return {database,
                state.findings,
                services,
                options.may_write ? token : "",
                login.has_value(),
                database_path.filename().string(),
                state.to_check,
                state.counts,
                {},
                &reports,
                token};
    }

    Response refused(const httplib::Request& in, const Refusal& refusal) {
        Response response;
        readers.with([&](Database& database) {
            const Site here = site(database);
            Request request;
            if (in.target.find(".json") != std::string::npos) request.form = Form::json;
            if (refusal.to_login && request.form == Form::html && !login_wanted_by_program(in))
                response = see_other("/login" + Query().with("to", in.target).text());
            else
                response = error_response(here, request, refusal.status, refusal.message);
        });
        if (response.status == 401)
            response.headers.emplace_back("WWW-Authenticate", "Basic realm=\"figbook\"");
        return response;
    }

    static bool login_wanted_by_program(const httplib::Request& in) { return in.has_header("Authorization"); }

    // The page that was asked for before the password was; home for what is no address of this site.
    static std::string wanted(const Query& fields) {
        const std::string to = fields.value("to");
        const bool is_plain = std::all_of(to.begin(), to.end(), [](char c) { return c > ' ' && c < '\x7f'; });
        return is_plain && to.starts_with('/') && is_own_address(to) && !is_login(to) ? to : "/";
    }

    static bool is_login(std::string_view target) { return target.substr(0, target.find('?')) == "/login"; }

    Response answer_login(const httplib::Request& in) {
        Response response;
        const bool is_post = in.method == "POST";
        const std::size_t mark = in.target.find('?');
        const Query fields(is_post ? in.body : mark == std::string::npos ? "" : in.target.substr(mark + 1));
        std::optional<std::string> session;
        if (is_post) session = login->open(fields.value("password"));
        if (session) {
            response = see_other(wanted(fields));
            response.headers.emplace_back(
                "Set-Cookie",
                fmt::format("figbook={}; HttpOnly; SameSite=Strict; Path=/; Max-Age=43200", *session));
            return response;
        }
        readers.with(
            [&](Database& database) { response = login_page(site(database), wanted(fields), is_post); });
        return response;
    }

    Response answer_logout(const httplib::Request& in) {
        login->close(session_of(knock_of(in).cookie));
        Response response = see_other("/login");
        response.headers.emplace_back("Set-Cookie", "figbook=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0");
        return response;
    }

    Response answer_post(const httplib::Request& in) {
        if (login && is_login(in.target)) return answer_login(in);
        Response response;
        const Request request = posted(in);
        const std::string sent = request.fields.has("token") ? request.fields.value("token")
                                                             : in.get_header_value("X-Figbook-Token");
        const bool is_ours = is_same(sent, token);
        if (is_ours && login && in.target == "/logout") return answer_logout(in);
        readers.with([&](Database& database) {
            Site here = site(database);
            response = is_ours ? answer(request, here)
                               : error_response(here, request, 403,
                                                "The form is too old, or from elsewhere; reload the page.");
        });
        answers.clear();
        // Who has written sees it on the next page.
        if (response.status < 400) watcher.hurry(patience_for_writers);
        return response;
    }

    Response answer_get_request(const httplib::Request& in) {
        if (login && is_login(in.target)) return answer_login(in);
        if (const auto kept = answers.find(in.target)) return *kept;
        Response response;
        readers.with([&](Database& database) {
            // Who waited for a connection may find that another one has asked the same.
            if (const auto kept = answers.find(in.target)) {
                response = *kept;
                return;
            }
            Site here = site(database);
            response = answer_get(in.target, here);
            if (response.status == 200 && !response.rows) answers.put(in.target, response);
        });
        return response;
    }

    // Nothing that goes wrong in a page ends the server.
    void respond(httplib::Response& out, const std::function<Response()>& work) {
        try {
            send(out, work(), exports);
        } catch (const BadRequest& error) {
            send(out, {400, "text/plain; charset=utf-8", std::string(error.what()) + "\n", {}}, exports);
        } catch (const TookTooLong& error) {
            send(out,
                 {503, "text/plain; charset=utf-8", std::string(error.what()) + "\n", {{"Retry-After", "1"}}},
                 exports);
        } catch (const std::exception& error) {
            send(out,
                 {500,
                  "text/plain; charset=utf-8",
                  fmt::format("an error of figbook's own: {}\n", error.what()),
                  {}},
                 exports);
        }
    }

    // As a page, in which there is a way back.
    void explain_refusal(const httplib::Request& in, httplib::Response& out) {
        if (!out.body.empty()) return;
        const int status = out.status;
        out.set_header("Connection", "close");
        respond(out, [&] { return refused(in, {status, words_of_status(status), false}); });
    }

    bool handled_before_the_body(const httplib::Request& in, httplib::Response& out) {
        const Gate gate(port, login ? &*login : nullptr, hosts);
        if (const auto refusal = gate.refusal(knock_of(in))) {
            respond(out, [&] { return refused(in, *refusal); });
            return true;
        }
        if (in.method == "POST") {
            const auto refusal = size_refusal(in);
            if (refusal) {
                out.set_header("Connection", "close");
                TimedServer::leave_body();
                respond(out, [&] { return refused(in, *refusal); });
            }
            return refusal.has_value();
        }
        if (in.method != "GET" && in.method != "HEAD") {
            respond(out, [&] { return refused(in, {405, "Pages are asked for by GET.", false}); });
            return true;
        }
        respond(out, [&] { return answer_get_request(in); });
        return true;
    }

    void start_listening() {
        if (listener.joinable()) return;
        listener = std::thread([this] {
            server.listen_after_bind();
            has_ended = true;
        });
    }

    void stop_listening() {
        if (!listener.joinable()) return;
        // Told to end before it has begun to listen, httplib would listen without end.
        while (!server.is_running() && !has_ended) std::this_thread::sleep_for(milliseconds(1));
        server.stop();
        listener.join();
    }

    // A connection that has answered the common pages once has their statements and the upper pages of the indexes at hand.
    void warm_up() {
        readers.with_each([&](Database& database) {
            for (const char* page : {"/", "/figures", "/articles", "/facts", "/sources"}) {
                Site here = site(database);
                answer_get(page, here);
            }
        });
    }

    void set_up() {
        server.new_task_queue = [] { return new httplib::ThreadPool(threads); };  // httplib deletes it
        server.set_tcp_nodelay(true);
        server.set_payload_max_length(body_bytes);
        server.set_default_headers(safe_headers);
        server.set_error_handler(
            [this](const httplib::Request& in, httplib::Response& out) { explain_refusal(in, out); });
        server.set_pre_routing_handler([this](const httplib::Request& in, httplib::Response& out) {
            return handled_before_the_body(in, out) ? httplib::Server::HandlerResponse::Handled
                                                    : httplib::Server::HandlerResponse::Unhandled;
        });
        server.Post("/.*", [this](const httplib::Request& in, httplib::Response& out) {
            respond(out, [&] { return answer_post(in); });
        });
    }

    std::filesystem::path database_path;
    Services services;
    ServerOptions options;
    Readers readers;
    Exports exports;
    AnswerCache answers;
    ReportDesk reports;
    Watcher watcher;
    std::vector<std::string> hosts;
    std::optional<Login> login;
    const std::string token = random_token();
    int port = 0;
    TimedServer server;
    std::thread listener;
    std::atomic<bool> has_ended = false;  // the listener
};

Server::Server(const std::filesystem::path& database, const Services& services, ServerOptions options)
    : state_(std::make_unique<State>(database, services, std::move(options))) {
    state_->set_up();
    keep_little_freed_memory();
}

Server::~Server() {
    state_->stop_listening();
}

int Server::listen() {
    const char* const address = state_->options.is_public ? "0.0.0.0" : "127.0.0.1";
    int port = state_->options.port;
    errno = 0;
    if (port == 0)
        port = state_->server.bind_to_any_port(address);
    else if (!state_->server.bind_to_port(address, port))
        port = -1;
    if (port < 0)
        throw EnvironmentError(fmt::format("port {} cannot be taken ({}); give another one with --port",
                                           state_->options.port,
                                           errno == 0 ? "in use" : std::strerror(errno)));
    state_->server.let_many_wait();
    return state_->port = port;
}

void Server::get_ready(const std::atomic<bool>& stop) {
    const auto until = std::chrono::steady_clock::now() + patience_for_figures;
    while (!stop && !state_->watcher.state().counts && std::chrono::steady_clock::now() < until)
        state_->watcher.step(true);
    state_->start_listening();
    state_->warm_up();
}

void Server::run(const std::atomic<bool>& stop) {
    state_->start_listening();
    // A database says nothing of itself. In the middle of a load there is always a change: what that costs is most of the time
    // left to the pages, and to the load.
    using Clock = std::chrono::steady_clock;
    Clock::duration work{};
    Clock::time_point next_look = Clock::now();
    std::string trouble;
    while (!stop) {
        try {
            const Clock::time_point begun = Clock::now();
            const bool is_due = begun >= next_look;
            const bool has_worked = state_->watcher.step(is_due);
            work += Clock::now() - begun;
            if (has_worked) continue;
            if (is_due)
                next_look = Clock::now() + std::clamp<Clock::duration>(3 * work, look_soon, look_late);
            work = {};
        } catch (const EnvironmentError& error) {
            trouble = error.what();
            break;
        }
        state_->watcher.rest(look_again);
    }
    state_->stop_listening();
    if (!trouble.empty()) throw EnvironmentError(trouble);
}

}  // namespace figbook::web
