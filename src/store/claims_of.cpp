#include "store/claims_of.hpp"

#include <SQLiteCpp/Exception.h>
#include <algorithm>
#include <iterator>
#include <memory>
#include <new>
#include <sqlite3.h>
#include <string>
#include <utility>
#include <vector>

#include "store/index_words.hpp"

namespace figbook {
namespace {

using Places = std::vector<int>;  // from the lowest on

struct Failed {
    int code;
};

// What one function of it works with, for an article after the other.
struct Room {
    Places marks, found, both, of_word;
};

struct Article {
    const Fts5ExtensionApi* api;
    Fts5Context* context;
};

// Where the word stands, in words from the start of the column; a phrase stands in one column alone.
void read_places(const Article& article, int phrase, Places& places) {
    places.clear();
    Fts5PhraseIter at{};
    int column = 0;
    int place = 0;
    const int code = article.api->xPhraseFirst(article.context, phrase, &at, &column, &place);
    if (code != SQLITE_OK) throw Failed{code};
    for (; column >= 0; article.api->xPhraseNext(article.context, &at, &column, &place))
        places.push_back(place);
}

// Words become the claims that they are of: one mark stands before the first claim, two before the second.
void to_claims(Places& places, const Places& marks) {
    auto mark = marks.begin();
    for (int& place : places) {
        while (mark != marks.end() && *mark < place) ++mark;
        place = static_cast<int>(mark - marks.begin()) - 1;
    }
    places.erase(std::unique(places.begin(), places.end()), places.end());
}

// Keeps the claims that have all words of a column too; those of the first one are all.
void keep_with(const Article& article, int first_phrase, int words, bool& is_first, Room& room) {
    if (words == 0) return;
    read_places(article, first_phrase + words, room.marks);
    for (int word = 0; word < words; ++word) {
        read_places(article, first_phrase + word, room.of_word);
        to_claims(room.of_word, room.marks);
        if (is_first) {
            std::swap(room.found, room.of_word);
        } else {
            room.both.clear();
            std::set_intersection(room.found.begin(), room.found.end(), room.of_word.begin(),
                                  room.of_word.end(), std::back_inserter(room.both));
            std::swap(room.found, room.both);
        }
        is_first = false;
    }
}

void claims_of(const Fts5ExtensionApi* api, Fts5Context* fts, sqlite3_context* context, int count,
               sqlite3_value** arguments) {
    if (count != 2) return sqlite3_result_error(context, "claims_of takes the index and two numbers", -1);
    const int subjects = sqlite3_value_int(arguments[0]);
    const int sources = sqlite3_value_int(arguments[1]);
    const int phrases = subjects + (subjects > 0 ? 1 : 0) + sources + (sources > 0 ? 1 : 0);
    if (subjects < 0 || sources < 0 || phrases == 0 || phrases != api->xPhraseCount(fts))
        return sqlite3_result_error(context, "claims_of is asked for other words than are looked for", -1);
    auto& room = *static_cast<Room*>(api->xUserData(fts));
    try {
        bool is_first = true;
        keep_with({api, fts}, 0, subjects, is_first, room);
        keep_with({api, fts}, phrases - sources - 1, sources, is_first, room);
        std::string ordinals;
        for (const int claim : room.found) {
            if (!ordinals.empty()) ordinals += ' ';
            ordinals += std::to_string(claim);
        }
        sqlite3_result_text(context, ordinals.data(), static_cast<int>(ordinals.size()), SQLITE_TRANSIENT);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    } catch (const Failed& failed) {
        sqlite3_result_error_code(context, failed.code);
    }
}

}  // namespace

void add_claims_of(sqlite3* connection) {
    fts5_api* api = full_text_interface(connection);
    auto room = std::make_unique<Room>();
    // SQLite forgets it with the connection; where it does not take it, it is still ours.
    const int code = api->xCreateFunction(api, "claims_of", room.get(), claims_of,
                                          [](void* made) { delete static_cast<Room*>(made); });
    if (code != SQLITE_OK) throw SQLite::Exception(connection, code);
    static_cast<void>(room.release());
}

}  // namespace figbook
