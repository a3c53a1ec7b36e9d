#include "store/index_words.hpp"

#include <SQLiteCpp/Exception.h>
#include <algorithm>
#include <array>
#include <memory>
#include <new>

#include "base/ascii.hpp"

namespace figbook {
namespace {

int take_word(void* words, int, const char* word, int size, int start, int end) {
    try {
        static_cast<std::vector<IndexWord>*>(words)->push_back(
            {std::string(word, static_cast<std::size_t>(size)),
             {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)}});
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    }
    return SQLITE_OK;
}

std::string_view text_of(sqlite3_value* value) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

// Which of the wanted words begin a word of a text.
struct Search {
    const std::vector<IndexWord>& wanted;
    std::vector<bool> found;
    std::size_t missing;
};

int look_for(void* given, int, const char* word, int size, int, int) {
    auto& search = *static_cast<Search*>(given);
    const std::string_view text(word, static_cast<std::size_t>(size));
    for (std::size_t i = 0; i < search.wanted.size(); ++i) {
        if (search.found[i] || !text.starts_with(search.wanted[i].text)) continue;
        search.found[i] = true;
        --search.missing;
    }
    return search.missing == 0 ? SQLITE_DONE : SQLITE_OK;
}

bool is_ascii(std::string_view text) {
    unsigned char all = 0;
    for (const char c : text) all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

// Whether the word, which is in lower case, begins one of a text of ASCII alone, as the tokenizer would cut it.
bool begins_a_word(std::string_view text, std::string_view word) {
    bool in_word = false;
    for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
        const char first = lower_ascii(text[at]);
        const bool is_start = !in_word && first == word[0];
        in_word = (first >= 'a' && first <= 'z') || (first >= '0' && first <= '9');
        if (is_start && std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                                   [&](char a, char b) { return a == lower_ascii(b); }))
            return true;
    }
    return false;
}

void has_words(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return sqlite3_result_null(context);
    const auto& cut = *static_cast<const IndexWords*>(sqlite3_user_data(context));
    try {
        // What is looked for is the same in all rows of a query, and SQLite keeps for us what was made of it.
        auto* wanted = static_cast<std::vector<IndexWord>*>(sqlite3_get_auxdata(context, 1));
        std::unique_ptr<std::vector<IndexWord>> made;
        if (wanted == nullptr) {
            made = std::make_unique<std::vector<IndexWord>>(cut(text_of(arguments[1])));
            wanted = made.get();
        }
        sqlite3_result_int(context, cut.has(text_of(arguments[0]), *wanted) ? 1 : 0);
        if (made)
            sqlite3_set_auxdata(context, 1, made.release(),
                                [](void* kept) { delete static_cast<std::vector<IndexWord>*>(kept); });
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    } catch (const SQLite::Exception& error) {
        sqlite3_result_error(context, error.what(), -1);
    }
}

}  // namespace

// SQLite's way to its interface for full-text search: a query that is given a pointer to be filled.
fts5_api* full_text_interface(sqlite3* connection) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
        code = sqlite3_finalize(statement);
    }
    if (code != SQLITE_OK) throw SQLite::Exception(connection, code);
    if (api == nullptr) throw SQLite::Exception("this SQLite has no full-text search", SQLITE_ERROR);
    return api;
}

IndexWords::IndexWords(sqlite3* connection) {
    fts5_api* api = full_text_interface(connection);
    void* data = nullptr;
    // As schema.sql has it of the indexes.
    std::array<const char*, 2> options{"remove_diacritics", "2"};
    int code = api->xFindTokenizer(api, "unicode61", &data, &methods_);
    if (code == SQLITE_OK) code = methods_.xCreate(data, options.data(), options.size(), &tokenizer_);
    if (code != SQLITE_OK) throw SQLite::Exception("no tokenizer for full-text search", code);
}

IndexWords::~IndexWords() {
    if (tokenizer_ != nullptr) methods_.xDelete(tokenizer_);
}

std::vector<IndexWord> IndexWords::operator()(std::string_view text) const {
    std::vector<IndexWord> words;
    const int code = methods_.xTokenize(tokenizer_, &words, FTS5_TOKENIZE_DOCUMENT, text.data(),
                                        static_cast<int>(text.size()), take_word);
    if (code != SQLITE_OK) throw SQLite::Exception("a text cannot be cut into words", code);
    return words;
}

bool IndexWords::has(std::string_view text, const std::vector<IndexWord>& wanted) const {
    if (wanted.empty()) return false;
    // Of each figure that a filter may leave this is asked: most texts are of letters that need no tables.
    if (is_ascii(text))
        return std::all_of(wanted.begin(), wanted.end(),
                           [&](const IndexWord& word) { return begins_a_word(text, word.text); });
    Search search{wanted, std::vector<bool>(wanted.size()), wanted.size()};
    const int code = methods_.xTokenize(tokenizer_, &search, FTS5_TOKENIZE_DOCUMENT, text.data(),
                                        static_cast<int>(text.size()), look_for);
    if (code != SQLITE_OK && code != SQLITE_DONE)
        throw SQLite::Exception("a text cannot be cut into words", code);
    return search.missing == 0;
}

void add_has_words(sqlite3* connection) {
    auto cut = std::make_unique<IndexWords>(connection);
    const int code = sqlite3_create_function_v2(
        connection, "has_words", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, cut.release(), has_words, nullptr,
        nullptr, [](void* made) { delete static_cast<IndexWords*>(made); });
    if (code != SQLITE_OK) throw SQLite::Exception(connection, code);
}

}  // namespace figbook
