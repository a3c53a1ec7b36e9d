// Which articles are copies of which. Inside the store only.
//
//     Copies copies(statements);
//     copies.add(id);       // behind the INSERT of an article: links it, and others to it where it is the earlier
//     copies.remove(id);    // before it goes, is replaced or gets another date
//     copies.finish();      // before each commit
//
// Only current versions are compared. An article is linked to the earliest one, by day and then by document_id,
// of those that hold at least `near_copy` of it; where there is none, to the earliest that it holds itself: it is
// then a longer story, with figures of its own. What is stored is the same in whatever order articles came.
//
// What is looked at for one article has a limit, however many there are: of each of its sampled shingles (story.hpp)
// at most `most_holders` articles, and those of them are compared that share another one with it too.
//
// Where more have it, the others are found through the links of those. Which articles have a shingle is known by
// shingle_index.hpp; of shingles that are common and that more articles have than are looked at, it is not even asked
// (common_shingles.hpp), as what articles with larger numbers have of them changes nothing. The text of each is read again to compare it,
// so that the shares are exact but for boilerplate, whose ends are known to some ten words.
//
// A shingle is common where articles that begin differently have it (see is_common() in copies.cpp): disclaimers,
// lines on subscriptions. Passages of such are left out of the comparison. A wire story that hundreds of papers
// print is not common in that sense: most of them begin it the same way.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/common_shingles.hpp"
#include "store/copy_links.hpp"
#include "store/lonely_articles.hpp"
#include "store/shingle_index.hpp"
#include "store/statements.hpp"
#include "store/story.hpp"

namespace figbook {

class Copies {
 public:
    // So many articles of those that have a shingle are looked at: those with the smallest document_id, which,
    // being a hash, makes them a random choice that is always the same.
    static constexpr std::size_t most_holders = 32;

    // One more than are looked at are found, so that it is known which comes in when one goes.
    static constexpr IndexSettings index_settings{.found = most_holders + 1};

    // What has been done so far, to measure it by.
    struct Effort {
        std::size_t articles = 0;  // added
        std::size_t entries = 0;   // of the index: read or written
        std::size_t blocks = 0;    // of the index: read or written, about a page each
        std::size_t compared = 0;  // pairs of texts
    };

    explicit Copies(Statements& statements)
        : statements_(statements),
          reader_(&statements),
          links_(statements),
          index_(statements, index_settings) {}

    // The article must be in the database, as a current version.
    void add(std::int64_t id);
    // The same where its text has been read.
    void add(std::int64_t id, Story story);
    // The article must still be there.
    void remove(std::int64_t id);
    // Adds up to `most` of those in the table `unlinked`; false where there was none.
    bool add_waiting(std::size_t most);

    // For copies_beside.hpp. From then on all is read by another connection, and what is to be written is kept in memory. It must
    // see what was there when the transaction began, in which nothing may have been added or removed yet.
    void read_by(Statements& reader);
    // An article that the other connection does not see, as a current version; "": its day is not known.
    void add_unseen(std::int64_t id, const std::string& published, Story story);
    // Of the transaction, until the next read_by().
    void write_kept();

    // Before each commit.
    void finish() {
        links_.finish();
        index_.finish();
    }
    // Behind a transaction that was undone.
    void undone();

    // How many copies are linked now more than at first; less than 0 where links went.
    std::int64_t more_copies() const { return links_.more_copies(); }
    Effort effort() const;

 private:
    struct Holders {
        std::vector<ShingleEntry> list;  // by id; none where it is known to be common
        bool common = false;
    };
    using Link = CopyLink;
    // The day, with articles without one behind all others, and the number.
    using Place = std::pair<std::string, std::int64_t>;
    // One that was added to a transaction that is not committed.
    struct Unseen {
        Place place;
        Story story;
    };

    void begin();
    void add_read(std::int64_t id);
    std::vector<std::uint64_t> register_story(std::int64_t id, const Story& story);
    std::vector<std::uint64_t> unregister_story(std::int64_t id, const Story& story);
    bool change_holders(std::uint64_t shingle, const std::vector<ShingleEntry>& before,
                        std::vector<ShingleEntry> after);
    void end_loneliness(bool was_common, const std::vector<ShingleEntry>& before,
                        const std::vector<ShingleEntry>& after);
    void reconsider_holders(const std::vector<std::uint64_t>& changed, std::int64_t except);
    bool touches_boilerplate(const Story& story, const std::vector<std::uint64_t>& changed);
    void relink(std::int64_t id);
    void link_anew(const std::vector<Place>& released);
    void link(std::int64_t id);
    void link_to_earlier(std::int64_t id, const std::vector<Place>& earlier);
    void link_later(const Place& place, std::vector<Place> later);
    bool improve(const Place& copy, const Place& original);
    std::vector<Place> candidates(std::int64_t id);

    const Holders& holders(std::uint64_t shingle);
    Holders holders_among(std::uint64_t shingle, std::vector<ShingleEntry> all);
    Story& story(std::int64_t id);
    const Story& complete_story(std::int64_t id);
    std::size_t place_of(std::int64_t id) const;
    const ShingleSet& own(std::int64_t id);
    bool read_current(std::int64_t id);
    static Place place_at(const std::string& published, std::int64_t id);
    std::optional<Place> place(std::int64_t id);
    std::optional<Link> link_of(std::int64_t id);
    std::optional<Link> compare(std::int64_t copy, std::int64_t original);
    bool far_apart(std::int64_t known, std::int64_t other);
    std::vector<Place> copies_of(std::int64_t id);
    void write_link(std::int64_t id, const Link& link);
    void erase_link(std::int64_t id);
    void keep(std::int64_t id, Story story);
    void forget();

    Statements& statements_;
    Statements* reader_;
    CopyLinks links_;
    ShingleIndex index_;
    Effort effort_;
    // Stories as they were read, by document_id modulo their number: a document_id has always the same text. Copies
    // mostly come soon after one another, and the articles with the smallest numbers are looked at often.
    struct Kept {
        std::int64_t id = 0;
        Story story;
    };
    std::vector<Kept> kept_ = std::vector<Kept>(256);
    CommonShingles common_{65'536};
    // Of those that were added by this object, up to four hundred thousand.
    LonelyArticles lonely_{1U << 19U};
    std::unordered_map<std::int64_t, Unseen> unseen_;
    // What one add or remove has read already.
    std::unordered_map<std::uint64_t, Holders> holders_;
    std::unordered_map<std::int64_t, Story> stories_;
    std::unordered_map<std::int64_t, ShingleSet> own_;
    std::unordered_map<std::int64_t, std::optional<Place>> places_;
    // Articles whose links are found anew: what is stored counts for nothing meanwhile. It is only changed where another link
    // comes of it, since with a link go the facts that a copy does not tell.
    std::set<std::int64_t> released_;
};

}  // namespace figbook
