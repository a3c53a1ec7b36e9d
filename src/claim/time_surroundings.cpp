#include "claim/time_surroundings.hpp"

#include "claim/phrases.hpp"
#include "claim/verbs.hpp"

namespace figbook {
namespace {

class Surroundings {
 public:
    Surroundings(const TimeReader& reader, const TimeExpression& time)
        : reader_(reader), time_(time), at_(time.begin), edge_(false) {
        while (skips({"its", "the", "their", "in", "for", "during", "at", "early", "late", "mid"}) ||
               skips_edge())
            continue;
    }

    // "since 2022", "since the start of the year"
    bool opens_span() const {
        if (is_since_event()) return true;
        if (time_.shift) return false;
        if (before({"since"})) return true;
        // "since at least April 2004"
        if (before({"least", "about", "around"}) && (word_back(2, {"since"}) || word_back(3, {"since"})))
            return true;
        // "since the war began in 2022", "since its launch in May"
        constexpr std::size_t reach = 8;
        const std::size_t first = reader_.frame.sentence.begin;
        // "since the war began on Feb. 24", "since disorder broke out last week"
        const std::size_t on = !in_ && before({"on"}) ? at_ - 1 : at_;
        const bool verb = on > first && !in_ &&
                          (is_verb_at(reader_.frame, on - 1) ||
                           (on >= first + 2 && reader_.is_any(on - 1, {"out", "off", "up", "down"}) &&
                            is_verb_at(reader_.frame, on - 2)));
        if (!in_ && !verb) return false;
        for (std::size_t i = at_; i-- > first && i + reach > at_;) {
            if (reader_.is(i, "since")) return !(verb && reader_.is(i - 1, ","));
            if (reader_.is(i, ",") || reader_.token(i).is_number()) return false;
        }
        return false;
    }

    // "since it was introduced two years ago", "since his arrest last November"
    bool is_since_event() const {
        constexpr std::size_t reach = 8;
        const std::size_t first = reader_.frame.sentence.begin;
        if (!time_.is_relative || !time_.start) return false;
        if (!reader_.is(time_.end - 1, "ago") && !reader_.is(time_.begin, "last")) return false;
        std::size_t since = time_.begin;
        while (since > first && since + reach > time_.begin &&
               reader_.token(since - 1).kind != TokenKind::mark && !reader_.token(since - 1).is_number() &&
               !reader_.is(since - 1, "since"))
            --since;
        return since > first && since < time_.begin && reader_.is(since - 1, "since");
    }

    // "before 2010", "after March"; "the month after June" and "shortly before" a clause are others.
    OpenEnd open_end() const {
        const bool owns = reader_.has(time_.end) && reader_.token(time_.end).kind == TokenKind::possessive;
        if (time_.shift || owns) return OpenEnd::none;
        if (time_.is_weekday) return is_until_day() ? OpenEnd::until : OpenEnd::none;
        const bool end =
            at_ + 2 < time_.begin && reader_.is(at_ + 1, "end");  // "through the end of last year"
        if ((at_ + 1 >= time_.begin || end) && is_until()) return OpenEnd::until;
        if (at_ + 1 < time_.begin) return OpenEnd::none;
        if (before({"before"}) || (before({"to"}) && word_back(2, {"prior"}))) return OpenEnd::before;
        return before({"after"}) && !time_.is_relative ? OpenEnd::after : OpenEnd::none;
    }

    // "totalled $63bn through June 30, 2019", "until 2027": nobody says since when. "from May until July" is one span, and
    // "since last year until May" has its own.
    bool is_until() const {
        // "in the period ended Feb. 28"
        if (before({"ended", "ending"}) && reader_.is(at_ - 2, "period") && time_.grain == TimeGrain::day)
            return true;
        // "Up to March, 300 had applied"
        if (before({"to"}) && word_back(2, {"up"}) && time_.grain != TimeGrain::span)
            return at_ == reader_.frame.sentence.begin + 2 || word_back(3, {","});
        if (!before({"through", "until", "till"}) || time_.grain == TimeGrain::span) return false;
        // "will run through 2027"
        if (reader_.ahead(time_.begin)) return before({"until", "till"});
        if (behind_move()) return false;  // "down 45% through January": of the year so far, up to then
        constexpr std::size_t reach = 8;
        for (std::size_t i = at_ - 1; i-- > reader_.frame.sentence.begin && i + reach > at_;)
            if (reader_.is_any(i, {"from", "since", "not"})) return false;
        return true;
    }

    // "The fee was £40 until Monday": up to then, and not on that day
    bool is_until_day() const {
        if (!before({"until", "till"}) || at_ != time_.begin || reader_.ahead(time_.begin)) return false;
        constexpr std::size_t reach = 8;
        for (std::size_t i = at_ - 1; i-- > reader_.frame.sentence.begin && i + reach > at_;)
            if (reader_.is_any(i, {"from", "since", "not"})) return false;
        return true;
    }

    // "compared to 2023", "than in July", "from 2019 levels", "from a year earlier": does what stands before the time
    // make it what a change is measured from?
    bool is_baseline() const {
        // "No later than 2026, 300 will be hired": a limit
        if (before({"than"}) && word_back(2, {"later", "sooner", "earlier"}) && word_back(3, {"no", "not"}))
            return false;
        if (before({"than", "versus", "vs", "against", "vs."})) return !is_longer_ago();
        if (in_ && before({"as"})) return true;  // "three times as much as in 2020"
        if (before({"as"}) && (word_back(2, {"same"}) || is_as_much_as())) return true;
        if (is_behind_compared_clause() || is_behind_comparative() || is_of_multiplied()) return true;
        const bool cause = reader_.is(time_.end, WordClass::event_noun);  // "the man behind the May 3 attack"
        if ((before({"behind"}) && !cause) || is_ahead_of()) return true;
        const bool told = time_.shift || time_.of_year;
        if (told && before({"above", "below", "under", "beneath", "beyond"})) return true;
        if (before({"above", "below", "off"}) && is_behind_percent()) return true;
        if (is_before_level() && before({"above", "below", "over", "on", "of", "from", "beyond"}))
            return true;
        if (is_behind_compared_level()) return true;
        if (is_behind_compared_event()) return true;
        if (before({"to", "with"}))
            return word_back(2, {"compared", "comparison", "relative", "compares", "contrast", "similar",
                                 "flat"}) ||
                   word_back(3, {"similar"}) || word_back(4, {"similar"});
        if (before({"from"}))  // "unchanged from May at 49.5"
            return (time_.shift || !goes_on()) &&
                   (is_measured_from() || is_behind_moved() || word_back(2, {"unchanged"}));
        // "4% up on last week", "well down on last season"
        if (before({"on"}) && word_back(2, {"up", "down"}) && !time_.is_weekday &&
            reader_.is_any(time_.begin, {"last", "the"}))
            return true;
        if (before({"over"}) && time_.grain == TimeGrain::year && is_behind_noun_of_move()) return true;
        if (before({"on"})) {
            const bool same_day =
                time_.of_year && time_.grain == TimeGrain::day;  // "on the same date in 2021"
            // "cut its outlook on second-quarter growth": of what it is an outlook
            const std::size_t noun = time_.end;
            if (reader_.is(noun - 2, "-") && reader_.has(noun) && reader_.token(noun).is_word() &&
                !reader_.is(noun, WordClass::preposition))
                return false;
            return !same_day && (time_.shift || time_.months_before > 0 || time_.of_year || is_whole_unit() ||
                                 (time_.grain != TimeGrain::day && is_right_behind_move()));
        }
        return before({"over"}) && time_.shift && time_.grain != TimeGrain::span &&
               !is_behind_compared_figure();
    }

 private:
    // "began more than | 30 years ago", not "4% more than 30 years ago"
    bool is_longer_ago() const {
        return word_back(2, {"more", "less"}) && at_ == time_.begin && reader_.is(time_.end - 1, "ago") &&
               !is_figure_end(at_ - 2) && at_ > reader_.frame.sentence.begin + 3 &&
               !reader_.frame.is_any(at_ - 3, {"is", "are", "was", "were", "times", "percent", "%"});
    }
    // "from 2019 levels", "above Wednesday's close"
    bool is_before_level() const {
        const bool owns = reader_.has(time_.end) && reader_.token(time_.end).kind == TokenKind::possessive;
        return reader_.is(owns ? time_.end + 1 : time_.end, WordClass::level_noun);
    }
    // "below the peak of August 2022", "above its level in 2019", "double the total in May"
    bool is_behind_compared_level() const {
        std::size_t at = at_;
        if (before({"of"})) --at;
        const std::size_t first = reader_.frame.sentence.begin;
        if (at < first + 2) return false;
        // "97% of the level seen in 2019"
        const bool seen = reader_.is_any(at - 1, {"seen", "recorded", "reached", "reported", "registered"});
        if (seen && at >= first + 3) --at;
        // "below the record it set last month"
        const bool set = at >= first + 4 && reader_.frame.sentence.has(WordClass::pronoun) &&
                         reader_.is(at - 2, WordClass::pronoun) &&
                         reader_.is_any(at - 1, {"set", "hit", "touched", "struck", "reached"});
        if (set) at -= 2;
        // "4% below those of April 2019"
        if (reader_.is_any(at - 1, {"those", "that"}) && at < at_)
            return reader_.is_any(at - 2, {"above", "below", "under", "over", "than", "beyond", "behind"}) ||
                   is_behind_multiple(at - 1);
        if (!reader_.is(at - 1, WordClass::level_noun)) return false;
        --at;
        const bool owned = reader_.is(at - 1, WordClass::determiner);
        if (owned) --at;
        if (owned && reader_.is(at - 1, "at") && at > first + 1) --at;  // "less than at its peak in 2021"
        if (at == first) return false;
        if (reader_.is_any(at - 1, {"above", "below", "beyond", "under", "over", "than"})) return true;
        if (reader_.is(at - 1, "of") && owned) return is_behind_part(at - 1);
        return owned && is_behind_multiple(at);
    }
    // "97% of [its level in 2019]"
    bool is_behind_part(std::size_t at) const {
        for (std::size_t i = 0; i < reader_.frame.count(); ++i) {
            const Quantity& figure = reader_.frame.draft(i).quantity;
            if (figure.end == at) return figure.kind == Kind::percent || figure.kind == Kind::ratio;
        }
        return false;
    }
    // "4.8 per cent above [December 2023]", "5.7% below [March's] pace"
    bool is_behind_percent() const {
        for (std::size_t i = 0; i < reader_.frame.count(); ++i) {
            const Quantity& figure = reader_.frame.draft(i).quantity;
            if (figure.end + 1 == at_) return figure.kind == Kind::percent || figure.kind == Kind::points;
        }
        return false;
    }
    // "compared with 1.9% [over the same period last year]": of that figure, which was then.
    bool is_behind_compared_figure() const {
        for (std::size_t i = 0; i < reader_.frame.count(); ++i) {
            const Quantity& figure = reader_.frame.draft(i).quantity;
            if (figure.phrase_end() + 1 == at_ && figure.begin > reader_.frame.sentence.begin)
                return reader_.is_any(figure.begin - 1, {"with", "to", "against", "versus", "than"});
        }
        return false;
    }
    // "three times as many people as | a year before", "half as much as | last year"
    bool is_as_much_as() const {
        constexpr std::size_t longest = 6;
        const std::size_t last = at_ - 1;
        for (std::size_t i = last; i-- > reader_.frame.sentence.begin && i + longest > last;) {
            if (!reader_.token(i).is_word()) return false;
            if (reader_.is(i, "as")) return i + 1 < last && is_behind_multiple(i);
        }
        return false;
    }
    // "five times [those of the same quarter]"
    bool is_behind_multiple(std::size_t at) const {
        for (std::size_t i = 0; i < reader_.frame.count(); ++i) {
            const Quantity& figure = reader_.frame.draft(i).quantity;
            if (figure.end == at && figure.kind == Kind::multiple) return true;
        }
        return false;
    }
    // "fewer than there were a decade ago", "twice as much as it did in 2019"
    bool is_behind_compared_clause() const {
        if (at_ < reader_.frame.sentence.begin + 3 || !word_back(3, {"than", "as", "what", "where"}))
            return false;
        const bool stood =
            reader_.is_any(at_ - 1, {"stood", "were", "was"});  // "back to where it stood in May"
        if (reader_.is(at_ - 3, "where") && !stood) return false;
        return reader_.is(at_ - 2, WordClass::pronoun) &&
               (stood || reader_.is(at_ - 1, WordClass::auxiliary));
    }
    // "40% more than it is likely to bring in this year", "15.1% more than on the same day of the week of the feast last year"
    bool is_behind_comparative() const {
        constexpr std::size_t longest = 12;
        const std::size_t first = reader_.frame.sentence.begin;
        for (std::size_t i = at_; i-- > first + 1 && i + longest > at_;) {
            if (reader_.is(i, ",") || reader_.token(i).is_number()) return false;
            if (reader_.is(i, "than"))
                return reader_.is_any(i - 1,
                                      {"more", "fewer", "less", "higher", "lower", "larger", "smaller"}) &&
                       reader_.frame.is_any(
                           i + 1, {"it", "they", "he", "she", "on", "at", "in", "during", "over", "when"}) &&
                       is_figure_end(i - 1);
        }
        return false;
    }
    bool is_figure_end(std::size_t at) const {
        for (std::size_t i = 0; i < reader_.frame.count(); ++i)
            if (reader_.frame.draft(i).quantity.phrase_end() == at ||
                reader_.frame.draft(i).quantity.end == at)
                return true;
        return false;
    }
    // "double the size of the leaflet six years ago", "three times the number a decade earlier": of what is multiplied.
    bool is_of_multiplied() const {
        if (!time_.shift || *time_.shift >= 0) return false;
        const std::size_t first = reader_.frame.sentence.begin;
        for (std::size_t i = time_.begin; i-- > first;) {
            if (!reader_.token(i).is_word() || is_verb_at(reader_.frame, i)) return false;
            if (!reader_.is(i, "the")) continue;
            for (std::size_t k = 0; k < reader_.frame.count(); ++k) {
                const Draft& draft = reader_.frame.draft(k);
                if (draft.quantity.end == i)
                    return draft.quantity.kind == Kind::multiple &&
                           (draft.claim.role != Role::change ||
                            reader_.is_any(i - 1, {"double", "triple", "twice", "times"}));
            }
        }
        return false;
    }

    // "compared to the election in 2016", not "compared to two-thirds in 1999"
    bool is_behind_compared_event() const {
        constexpr std::size_t longest = 6;
        if (!in_ && !before({"of"})) return false;
        const std::size_t first = reader_.frame.sentence.begin, last = in_ ? at_ : at_ - 1;
        for (std::size_t i = last; i-- > first + 1 && i + longest > last;) {
            if (reader_.is_any(i, {"to", "with"}))
                return i + 1 < last &&
                       reader_.is_any(i - 1, {"compared", "comparison", "compares", "relative"});
            const bool number = reader_.token(i).is_number() || reader_.is(i, WordClass::figure_word);
            if (number || !in_noun_phrase(reader_.frame, i)) return false;
        }
        return false;
    }

    // "9% ahead of", "\"9% ahead\" of", "9% short of 2019"
    bool is_ahead_of() const {
        if (!before({"of"})) return false;
        if (word_back(2, {"short"})) return at_ == time_.begin && is_figure_end(at_ - 2);
        return word_back(2, {"ahead"}) || (word_back(2, {"\"", "”"}) && word_back(3, {"ahead"}));
    }
    template <std::size_t Number>
    bool before(const WordLiteral (&words)[Number]) const {
        return at_ > reader_.frame.sentence.begin && reader_.is_any(at_ - 1, words);
    }
    template <std::size_t Number>
    bool word_back(std::size_t back, const WordLiteral (&words)[Number]) const {
        return at_ >= reader_.frame.sentence.begin + back && reader_.is_any(at_ - back, words);
    }
    template <std::size_t Number>
    bool skips(const WordLiteral (&words)[Number]) {
        if (!before(words)) return false;
        in_ = in_ || before({"in"});
        --at_;
        return true;
    }
    // "the start of"
    bool skips_edge() {
        if (edge_ || !before({"of"}) || at_ < reader_.frame.sentence.begin + 2) return false;
        const bool whole = reader_.is_any(at_ - 2, {"all", "whole"});  // "as in all of 2022"
        if (!whole && !reader_.is(at_ - 2, WordClass::time_edge)) return false;
        edge_ = true;
        at_ -= 2;
        return true;
    }

    // "from 2019 to 2021"
    bool goes_on() const {
        // "slipped 0.8 points from 2019 to 36.6 per cent"
        for (std::size_t i = 0; i < reader_.frame.count(); ++i)
            if (reader_.frame.draft(i).quantity.begin == time_.end + 1) return false;
        return reader_.is_any(time_.end, {"to", "until", "through", "till", "on", "onwards"}) ||
               (reader_.is(time_.end, "up") && reader_.is(time_.end + 1, "to"));
    }

    // "from a year earlier", "from 2019", "rose 20% in December from November"; not "from April", where the future is meant.
    bool is_measured_from() const {
        const auto now = reader_.frame.published;
        if (now && time_.start && *time_.start > *now) return false;  // "by 9% from next month"
        if (reader_.is_any(time_.begin, {"today", "tomorrow", "tonight"})) return false;  // where it begins
        const bool day = time_.is_weekday || time_.grain == TimeGrain::day || time_.grain == TimeGrain::month;
        if (day && !time_.shift && !time_.names_year && !reader_.is(time_.end, WordClass::level_noun) &&
            reader_.token(time_.end).kind != TokenKind::possessive && reader_.moves_from(time_.begin))
            return false;
        if (time_.shift || time_.shift_days != 0 || time_.months_before > 0 || time_.of_year ||
            time_.is_relative)
            return true;
        if (reader_.is(time_.end, WordClass::level_noun)) return true;
        if (time_.grain == TimeGrain::span) return false;
        if (reader_.ahead(time_.begin)) return is_over() && behind_move();
        return (behind_move() && (moved_by_verb() || moved_by_noun() || moved_by_particle())) ||
               (time_.grain == TimeGrain::year && time_.begin > reader_.frame.sentence.begin + 1);
    }
    // "would back the party, down two points from March": the figure moved, and has not to come.
    bool is_behind_moved() const {
        const std::size_t first = reader_.frame.sentence.begin;
        if (!time_.open_year || at_ == first || time_.grain == TimeGrain::span) return false;
        for (std::size_t i = reader_.frame.count(); i-- > 0;) {
            const Draft& draft = reader_.frame.draft(i);
            if (draft.quantity.phrase_end() + 1 != at_) continue;
            const bool aside = draft.quantity.begin >= first + 2 &&
                               reader_.is(draft.quantity.begin - 1, WordClass::change_particle) &&
                               reader_.is(draft.quantity.begin - 2, ",");
            return aside && draft.claim.role == Role::change && draft.claim.modality == Modality::actual;
        }
        return false;
    }
    // "went up 3.8% on January"
    bool is_right_behind_move() const {
        for (std::size_t i = 0; i < reader_.frame.count(); ++i) {
            const Draft& draft = reader_.frame.draft(i);
            if (draft.quantity.phrase_end() + 1 == at_) return draft.claim.role == Role::change;
        }
        return false;
    }
    // "an increase of 4% [over last year]", "a 4% rise [over 2022]", "up 4% [over 2022]"; "rose 4% over 2022" is of that year.
    bool is_behind_noun_of_move() const {
        for (std::size_t i = 0; i < reader_.frame.count(); ++i) {
            const Draft& draft = reader_.frame.draft(i);
            const std::size_t begin = draft.quantity.begin, end = draft.quantity.end;
            if (draft.claim.role != Role::change || begin < reader_.frame.sentence.begin + 2) continue;
            if (end + 2 == at_ && reader_.is(end, WordClass::change_noun)) return true;
            if (end + 1 != at_) continue;
            return (reader_.is(begin - 1, "of") && reader_.is(begin - 2, WordClass::change_noun)) ||
                   reader_.is(begin - 1, WordClass::change_particle);
        }
        return false;
    }
    // "up 5% on 2022", "on last month"
    bool is_whole_unit() const {
        return time_.grain == TimeGrain::year ||
               (time_.is_relative && (time_.grain == TimeGrain::month || time_.grain == TimeGrain::quarter));
    }
    bool is_over() const {
        if (!reader_.frame.published) return time_.grain == TimeGrain::year;
        return time_.last && *time_.last < *reader_.frame.published;
    }
    // "rose 20% from November", "a 5% rise in March from February"; not "a 5% rise from April".
    bool moved_by_verb() const {
        for (std::size_t i = time_.begin; i-- > reader_.frame.sentence.begin;)
            if (reader_.is(i, WordClass::month) ||
                (reader_.is(i, WordClass::change_verb) && is_verb_at(reader_.frame, i)))
                return true;
        return false;
    }
    // "a four-point dip from March": right behind the noun, and over.
    bool moved_by_noun() const {
        return is_over() && at_ >= reader_.frame.sentence.begin + 2 &&
               reader_.is(at_ - 2, WordClass::change_noun);
    }
    // "down 24 per cent from June": right behind the figure, and over.
    bool moved_by_particle() const {
        if (!is_over()) return false;
        for (std::size_t i = 0; i < reader_.frame.count(); ++i) {
            const Quantity& figure = reader_.frame.draft(i).quantity;
            if (figure.phrase_end() + 1 != at_ || figure.begin < reader_.frame.sentence.begin + 2) continue;
            // not "will go up 5% from June"
            return reader_.is(figure.begin - 1, WordClass::change_particle) &&
                   (reader_.is(figure.begin - 2, ",") || reader_.is(figure.begin - 2, WordClass::copula));
        }
        return false;
    }
    // A figure that moved stands before the time, in its part of the sentence.
    bool behind_move() const {
        for (std::size_t k = reader_.frame.count(); k-- > 0;) {
            const Draft& draft = reader_.frame.draft(k);
            if (draft.quantity.end <= time_.begin) return draft.claim.change != Change::none;
        }
        return false;
    }

    const TimeReader& reader_;
    const TimeExpression& time_;
    std::size_t at_;  // what stands before it is asked
    bool edge_;
    bool in_ = false;
};

// "will call up twice as many as in September": what is compared with has been, even where the sentence looks ahead.
void put_back(TimeExpression& time, std::optional<Date> published) {
    if (!time.open_year || !published || !time.start || *time.start <= *published) return;
    move_years(time, -1);
}

}  // namespace

void read_surroundings(const TimeReader& reader, TimeExpression& time) {
    const Surroundings around(reader, time);
    time.is_baseline = around.is_baseline();
    if (time.is_baseline) put_back(time, reader.frame.published);
    time.opens_span = around.opens_span();
    time.open_end = around.open_end();
    // nothing has gone on since a day to come
    if (time.opens_span) put_back(time, reader.frame.published);
}

}  // namespace figbook
