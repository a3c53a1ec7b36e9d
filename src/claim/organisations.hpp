// The organisations that an article names, for "it" and "the company" to go back to.
//
//     Organisations(document, persons).before(token)     // {begin, end} of "the steelmaker [Volmer]"
#pragma once
#include <cstddef>
#include <vector>

#include "claim/draft.hpp"
#include "claim/persons.hpp"

namespace figbook {

// "told | Sky News", "tells the | Financial Times": whose name begins there was told, and does not speak on.
bool is_told_to(const Document& document, std::size_t at);

// "Veranda Sul, | Norland's third-largest carrier, …", "Orra Dal, | a talent agency, …": what is set between commas behind a name
// calls it a firm.
bool is_apposed_as_firm(const Document& document, std::size_t comma, std::size_t limit);

// The words of the newspaper, news agency or channel that was named last before the token: "the [Dorne Post] reported"; empty
// for none.
TokenRange medium_before(const Document& document, std::size_t token);

class Organisations {
 public:
    Organisations(const Document& document, const Persons& persons);

    // The words of the last one that was named before the token, or of the one `earlier` mentions before that; empty for
    // none.
    TokenRange before(std::size_t token, std::size_t earlier = 0) const;

 private:
    struct Mention {
        std::size_t at;  // the token where it stands, with its article
        TokenRange name;
    };
    void add_other_mentions(const Document& document);

    std::vector<Mention> all_;  // in the order of the text
};

}  // namespace figbook
