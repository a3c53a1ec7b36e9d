// What a word that may look ahead is in its sentence: "will" of a late baron, "targets" that were struck, "means" to pay with, and
// which of them go on with an infinitive. Inside claim/rules/ alone, for the words before a figure.
#pragma once
#include "claim/rules/modality_context.hpp"

namespace figbook {

class ProjectingWord : protected ModalityContext {
 protected:
    using ModalityContext::ModalityContext;

    bool is_deed_done(std::size_t noun, std::size_t begin) const;
    bool opens_list_of_deeds(std::size_t noun) const;
    bool is_name_or_noun(std::size_t i) const;
    bool says_what_plan_is(std::size_t i) const;
    bool is_means(std::size_t i) const;
    bool is_bill_put(std::size_t asked, std::size_t figure) const;
    bool is_outdone_by(std::size_t expected, std::size_t figure) const;
    bool is_before_infinitive(std::size_t verb, std::size_t end) const;
    bool is_no_place_behind(std::size_t to) const;
    bool is_hit(std::size_t target, std::size_t figure, bool amount) const;
};

}  // namespace figbook
