#include "web/password.hpp"

#include <algorithm>
#include <argon2.h>
#include <array>
#include <fmt/format.h>
#include <sys/random.h>
#include <thread>

#include "base/problem.hpp"

namespace figbook::web {
namespace {

// RFC 9106's second choice, for little memory: three passes over 64 MiB.
constexpr std::uint32_t passes = 3;
constexpr std::uint32_t memory_kib = 64U << 10U;
constexpr std::size_t hash_bytes = 32;
constexpr std::size_t salt_bytes = 16;
constexpr std::size_t least_bytes = 8;
constexpr std::size_t most_sessions = 1000;
constexpr std::chrono::hours session_time{12};
constexpr std::chrono::milliseconds pause_after_wrong{300};

template <std::size_t size>
std::array<unsigned char, size> random_bytes() {
    std::array<unsigned char, size> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(size))
        throw EnvironmentError("the system gives no random numbers, without which nothing is safe");
    return bytes;
}

}  // namespace

Password Password::of(std::string_view words) {
    if (words.size() < least_bytes)
        throw EnvironmentError(
            fmt::format("a password of less than {} characters is none; take a longer one", least_bytes));
    const auto salt = random_bytes<salt_bytes>();
    std::string encoded(argon2_encodedlen(passes, memory_kib, 1, salt_bytes, hash_bytes, Argon2_id), '\0');
    const int code = argon2id_hash_encoded(passes, memory_kib, 1, words.data(), words.size(), salt.data(),
                                           salt.size(), hash_bytes, encoded.data(), encoded.size());
    if (code != ARGON2_OK)
        throw EnvironmentError(fmt::format("the password cannot be hashed: {}", argon2_error_message(code)));
    encoded.resize(encoded.find('\0'));
    return Password(std::move(encoded));
}

Password Password::of_hash(std::string encoded) {
    const int code = argon2id_verify(encoded.c_str(), "", 0);
    if (code != ARGON2_OK && code != ARGON2_VERIFY_MISMATCH)
        throw EnvironmentError(
            fmt::format("the password's hash is none of Argon2id: {}", argon2_error_message(code)));
    return Password(std::move(encoded));
}

bool Password::is(std::string_view words) const {
    return argon2id_verify(encoded_.c_str(), words.data(), words.size()) == ARGON2_OK;
}

std::string random_token() {
    std::string token;
    for (const unsigned char byte : random_bytes<32>()) token += fmt::format("{:02x}", byte);
    return token;
}

bool is_same(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |=
            static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
    return difference == 0;
}

bool Login::is_password(std::string_view words) {
    const std::lock_guard one_by_one(trying_);
    if (password_.is(words)) return true;
    std::this_thread::sleep_for(pause_after_wrong);
    return false;
}

std::optional<std::string> Login::open(std::string_view words) {
    if (!is_password(words)) return std::nullopt;
    std::string session = random_token();
    const std::lock_guard lock(mutex_);
    std::erase_if(sessions_, [](const auto& known) { return known.second < Clock::now(); });
    if (sessions_.size() >= most_sessions) sessions_.clear();
    sessions_.emplace(session, Clock::now() + session_time);
    return session;
}

bool Login::knows(std::string_view session) {
    const std::lock_guard lock(mutex_);
    const auto found = sessions_.find(session);
    return found != sessions_.end() && found->second >= Clock::now();
}

void Login::close(std::string_view session) {
    const std::lock_guard lock(mutex_);
    if (const auto found = sessions_.find(session); found != sessions_.end()) sessions_.erase(found);
}

}  // namespace figbook::web
