// What takes place and when: items of lists of events, rows of tables, sentences. Meetings of groups, deadlines, and
// what has passed are none.
#include "workgroups/minutes_reading/told_events.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"

namespace workgroups {

using namespace reading;

namespace {

class EventSentences {
public:
    EventSentences(const MinutesSource& source, ToldEvents& events) : source_{source}, events_{events} {}

    void read() {
        for (std::size_t i = 0; i < source_.sentences.size(); ++i) {
            auto& sentence = source_.sentences[i];
            for (; next_line_ <= sentence.place.first && next_line_ < source_.lines.size(); ++next_line_)
                follow_lists(next_line_);
            if (begun_above_.contains(i) || events_.is_kept(sentence)) continue;
            auto whole = with_name_behind_day(i);
            bool long_cells = sentence.row && sentence.letters.size() > 160;
            if (!long_cells) one(whole, i);
            else
                for (auto& part : sentences_of_cells(sentence)) one(part, i);
        }
    }

private:
    void one(const Sentence& sentence, std::size_t index) {
        if (is_usable(sentence)) events_.read(sentence, index, list_.has_value());
    }

    // Whether a list of events begins or ends with this line.
    void follow_lists(std::size_t at) {
        auto& line = source_.lines[at];
        if (line.empty() || line.kind == LineKind::row) return;
        if (begins_event_list(source_, at)) list_ = at;
        else if (list_ && ends_list(at)) list_.reset();
    }

    bool ends_list(std::size_t at) const {
        auto& line = source_.lines[at];
        if (is_numbered(line) && is_numbered(source_.lines[*list_])) return true;
        if (line.kind == LineKind::heading || is_heading_of_point(line)) return true;
        // a short line of its own
        return at > *list_ + 1 && line.kind == LineKind::text && line.text.size() < 60 && line.indent == 0 &&
               source_.lines[at - 1].empty() && dates_in(Letters{line.text}, source_.years).empty();
    }

    // „22. 4. Den Země“: the full stop behind the month ended a sentence.
    Sentence with_name_behind_day(std::size_t index) {
        auto joined = source_.sentences[index];
        auto tail = joined.letters.low.substr(joined.letters.size() > 16 ? joined.letters.size() - 16 : 0);
        if (joined.row || tail.find_first_of("0123456789") == tail.npos) return joined;
        static const Pattern opens{
            "(?:^\\W*|(?:[,:;(-]|\\s[ai]\\b)\\s*(?:(?:v |ve )?(?:pondel|uter|stred|ctvrt|patek|patku|sobot|nedel)[a-z]*\\s+)?)$"};
        for (auto next = index + 1; next < source_.sentences.size() && joined.letters.size() < 400; ++next) {
            auto& below = source_.sentences[next];
            if (below.place.first > joined.place.last || below.paragraph != joined.paragraph) break;
            auto dates = dates_in(joined.letters, source_.years);
            if (dates.empty() || dates.back().to + 2 < joined.letters.size() ||
                !opens.stands_in(joined.letters.low.substr(0, dates.back().from)))
                break;
            begun_above_.insert(next);
            joined.letters = Letters{joined.letters.source + " " + below.letters.source};
            joined.place.last = below.place.last;
        }
        return joined;
    }

    // A row whose cells hold whole sentences.
    std::vector<Sentence> sentences_of_cells(const Sentence& row) const {
        std::vector<Sentence> all;
        for (auto& cell : source_.lines[row.place.first].cells)
            for (auto& paragraph : text::parted(cell, "\n")) {
                Letters letters{squeezed(paragraph)};
                for (auto [from, to] : sentence_bounds(letters))
                    all.push_back({.letters = Letters{letters.cut(from, to)},
                                   .place = row.place,
                                   .paragraph = row.paragraph,
                                   .item = true});
            }
        return all;
    }

    bool is_usable(const Sentence& sentence) const {
        static const Pattern question{"\\?\\W*$"},
            of_page{"^\\W*(?:aktualizovan|vlozen|publikovan|zverejnen|posledni uprava|naposledy)"},
            for_ever{"\\b(?:odlozen|odklad|odsunut)[a-z]* (?:se )?na (?:neurcito|pozdeji)|\\bdo odvolani\\b"};
        auto head_end = std::min<std::size_t>(std::max<std::size_t>(source_.head_end, 1), 40);
        auto& low = sentence.letters.low;
        return sentence.place.first >= head_end && !question.stands_in(low) && !of_page.stands_in(low) &&
               !for_ever.stands_in(low) && !refuses_event(sentence.letters);
    }

    const MinutesSource& source_;
    ToldEvents& events_;
    std::size_t next_line_ = 0;
    std::optional<std::size_t> list_{};      // the line that heads the list of events
    std::set<std::size_t> begun_above_{};    // sentences joined to the one before
};

}

bool refuses_event(const Letters& letters) {
    static const Pattern refused{
        "^(?:usneseni|hlasovani|priloha|datum|zapsal|overil|vyhotoven)|\\b(?:protokol|zapis|zaznam)\\b.*\\b(?:psal|rozesl|vyhotov|sepsan)|\\bsepsano\\b|\\brozeslano\\b|\\bzadosti se podavaji\\b|\\bjsme chteli mit\\b|\\bukol\\b|\\bzrusen|\\bzruseno|\\bse rusi\\b|\\bodpada\\b|\\bnekona\\b|\\bnebude\\b"};
    return refused.stands_in(letters.low);
}

void read_events(MinutesSource& source, MinutesFacts& facts) {
    ToldEvents events{source, facts};
    read_event_tables(source, facts);
    read_labelled_events(source, facts);
    read_dated_lines(source, events);
    EventSentences{source, events}.read();
}

}
