// Who may see a page that is not for this machine alone: a password, kept as its Argon2id hash, and the browsers that
// have given it.
//
//     Login login(Password::of("correct horse"));
//     const auto session = login.open("correct horse");   // for the cookie
//     login.knows(*session)                               // true
#pragma once
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace figbook::web {

class Password {
 public:
    // Throws EnvironmentError for one of less than 8 bytes.
    static Password of(std::string_view words);
    // As argon2(1) prints it: "$argon2id$v=19$m=…". Throws EnvironmentError for another.
    static Password of_hash(std::string encoded);

    // Takes some twentieth of a second, on purpose.
    bool is(std::string_view words) const;

 private:
    explicit Password(std::string encoded) : encoded_(std::move(encoded)) {}
    std::string encoded_;
};

// 256 random bits as hexadecimal digits.
std::string random_token();
// Takes as long whatever the difference is.
bool is_same(std::string_view a, std::string_view b);

class Login {
 public:
    explicit Login(Password password) : password_(std::move(password)) {}

    // A new session, where the words are the password. One is tried after the other, so that nobody tries many.
    std::optional<std::string> open(std::string_view words);
    // Of a program that gives it with each request.
    bool is_password(std::string_view words);
    bool knows(std::string_view session);
    void close(std::string_view session);

 private:
    using Clock = std::chrono::steady_clock;

    Password password_;
    std::mutex trying_;
    std::mutex mutex_;                                                // of what follows
    std::map<std::string, Clock::time_point, std::less<>> sessions_;  // each with its end
};

}  // namespace figbook::web
