#include "web/answer_cache.hpp"

namespace figbook::web {

std::shared_ptr<const Response> AnswerCache::find(const std::string& target) {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(target);
    if (found == kept_.end() || found->second.until < Clock::now()) return nullptr;
    return found->second.response;
}

void AnswerCache::put(const std::string& target, const Response& response) {
    const std::lock_guard lock(mutex_);
    drop_old();
    if (bytes_ + response.body.size() > most_bytes) return;
    const auto [place, is_new] = kept_.try_emplace(target);
    if (!is_new) bytes_ -= place->second.response->body.size();
    place->second = {std::make_shared<const Response>(response), Clock::now() + life};
    bytes_ += response.body.size();
}

void AnswerCache::clear() {
    const std::lock_guard lock(mutex_);
    kept_.clear();
    bytes_ = 0;
}

void AnswerCache::drop_old() {
    const auto now = Clock::now();
    std::erase_if(kept_, [&](const auto& entry) {
        const bool is_old = entry.second.until < now;
        if (is_old) bytes_ -= entry.second.response->body.size();
        return is_old;
    });
}

}  // namespace figbook::web
