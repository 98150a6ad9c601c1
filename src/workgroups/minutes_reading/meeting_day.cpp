#include "workgroups/minutes_reading/meeting_day.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

// How surely a day is that of the meeting, by the words nearest to it.
namespace surety {
constexpr int met = 60, meeting = 50, day = 49, bare = 30, written = 10, other = 5, announced = 0;
constexpr int least_told = 45;    // by words of meeting
}

struct Hint {
    Pattern words;
    int surety;
};

const std::vector<Hint>& hints_before() {
    static const std::vector<Hint> hints = {
        {Pattern{
             "\\b(?:zapis[u]?|zapisek|zapisky|zaznam[u]?|protokol[u]?|usneseni|jednani|porad[ayue]|schuz[eik][a-z]*|setkani|zasedani|sezeni|konferenc[ei]|workshop[u]?|hromad[ayeu]|kulat[a-z]* stol[ue]?|dnes(?:ka|ni[a-z]*)?|vcera)\\b"},
         surety::meeting},
        {Pattern{
             "\\b(?:konan[a-z]{0,4}|konal[aoiy]?|kona se|uskutecn[a-z]*|sesl[aoiy]|sesel|setkal[aiy]?|zasedal[aoiy]?|zased[l]?[ao]?|jednal[aoiy]?|probehl[a-z]*|probihal[a-z]*|svolan[a-z]*|bylo nas|byli jsme|hostil[aoiy]?|trval[aoiy]?|zucastnil[aiy]?|zahajil[aiy]?|sedel[aiy]?|potkal[aiy]?|ktereho se)\\b"},
         surety::met},
        {Pattern{
             "\\b(?:zapsal|zapsan|napsal|sepsal|sepsan|vyhotov|porizen|poridil|vytisten|tisk\\b|vytisk|rozesl|odeslan|zaslan|poslan|zverejn|vyves|sejmut|aktualiz|vlozen|vlozil|publikov|vydan|vystaven|schvalen|overen|overil|podepsan|autor|naposledy|upraven|export|stranka vytvoren|vytvoren|vytvoril|datum zapisu|created|modified|updated|datum (?:vyhotoven|vydani|zverejn|tisku|vytvor)|dnes je|svatek)[a-z]*"},
         surety::written},
        {Pattern{
             "\\b(?:navaz|k zapisu|k zaznamu|zrizen|jmenovan|usnesenim|na zaklade|zakon|vyhlask|smlouv|minul|predchoz|narozen|registrac|registrov|platn|ucinn|realizac|cj\\b|c\\. ?j\\.|cislo jednaci|spis|stav[u]? ke?)[a-z]*|\\b(?:ke dni|od|po|k|ke|ode dne|do|mezi|nejpozdeji)\\s*$"},
         surety::other},
        {Pattern{
             "\\b(?:pristi|nasleduj|pozvank|priste)[a-z]*|\\bdals[a-z]* (?:jednani|schuz|porad|setkani|zasedani|termin)[a-z]*"},
         surety::announced},
        {Pattern{"\\b(?:dne|datum|den|kdy|termin|date)\\b"}, surety::day}};
    return hints;
}

int surety_before(const std::string& low) {
    std::size_t last = 0, last_other = 0;
    int said = -1;
    for (auto& hint : hints_before())
        for (auto& found : hint.words.all(low)) {
            if (hint.surety == surety::announced) return surety::announced;
            if (hint.surety == surety::other) last_other = std::max(last_other, found.to());
            bool of_that = hint.surety == surety::day && said >= 0;    // „schváleno dne“
            if (found.to() >= last && !of_that) last = found.to(), said = hint.surety;
        }
    // „navazuje na jednání ze dne …“ names another meeting
    bool of_another = last_other > 0 && said != surety::met;
    return of_another ? surety::other : said;
}

int surety_behind(const std::string& low) {
    static const Pattern met{
        "\\b(?:konal|uskutecn|sesl[aoiy]|sesel|setkal|zasedal|jednal|probehl|bylo nas|byli jsme|zasedl|poradal|hostil|zahajil|zahajen)[a-z]*"},
        written{"^[\\s,;]*(?:zapsal|vyhotov|zverejn|autor|\\d+ komentar|komentar|vlozil|napsal|schvalen)"},
        announced{"\\b(?:se bude konat|bude se konat|se sejdeme|sejdeme se|se uskutecni)\\b"};
    if (announced.stands_in(low)) return surety::announced;
    if (met.stands_in(low)) return surety::met - 2;
    return written.stands_in(low) ? surety::written : -1;
}

// „V Jeseníku 14. 10. 2024“, „Aš, dne 3. 5.“: where and when the paper was written.
bool is_of_paper(const std::string& plain_before) {
    static const Pattern town{
        "^\\W*(?:[Vv]e? )?[A-Z][a-z]{1,}(?:[ -](?:[a-z]{1,4} )?[A-Z][a-z]+){0,3},?\\s*(?:dne\\s*)?$"};
    return town.stands_in(plain_before);
}

class DayReader {
public:
    explicit DayReader(const MinutesSource& source) : source_{source}, context_{head_context()} {}

    std::optional<MeetingDay> read() {
        if (auto day = labelled()) return day;
        auto most = std::max<std::size_t>(source_.head_end + 4, 14);
        auto told = best_of(most);
        if (!told.day || told.surety < surety::least_told) {
            auto further = best_of(most + 12);
            if (further.day && further.surety >= surety::met - 5) told = further;
        }
        if (told.day && told.surety >= surety::least_told) return told.day;
        if (auto day = before_letter()) return day;
        if (auto day = in_subject()) return day;
        if (told.day && (told.surety >= surety::bare || !source_.sent_on)) return told.day;
        if (auto day = in_letter()) return day;
        if (told.day) return told.day;
        if (auto day = without_year()) return day;
        return anywhere();
    }

private:
    struct Told {
        std::optional<MeetingDay> day{};
        int surety = 0;
    };

    // What a day without its year means: by the day when the paper was written or sent, by a year in the head.
    YearContext head_context() const {
        if (source_.sent_on) return {.document_day = source_.sent_on, .year = {}};
        static const Pattern year{"(?<![\\d/.-])(?:\\d{1,3}\\s?/\\s?)?(20\\d\\d)(?![\\d/]|\\s?-\\s?20)"};
        auto most = std::min<std::size_t>(source_.lines.size(), std::max<std::size_t>(source_.head_end, 3));
        std::optional<int> in_head;
        for (std::size_t at = 0; at < most; ++at) {
            Letters letters{source_.lines[at].text};
            for (auto& date : dates_in(letters, {}))
                if (surety_before(letters.low.substr(0, date.from)) == surety::written ||
                    is_of_paper(letters.plain.substr(0, date.from)))
                    return {.document_day = date.first, .year = {}};
            if (auto found = year.in(letters.low); found && !in_head) in_head = found->number(1);
        }
        return {.document_day = {}, .year = in_head};
    }

    // „Termín:“ below „Úkol:“ and „Zodpovídá:“ is a deadline.
    bool of_a_task(const Labelled& due) const {
        return std::ranges::any_of(source_.labelled, [&](auto& one) {
            return (one.kind == "task" || one.kind == "who" || one.kind == "who_before") && one.line <= due.line + 2 &&
                   due.line <= one.line + 4;
        });
    }

    static bool is_of_meeting(const std::string& label) {
        auto said = surety_before(label);
        return said != surety::written && said != surety::announced && said != surety::other;
    }

    std::optional<MeetingDay> labelled() const {
        for (auto kind : {"date", "due"})
            for (auto& one : source_.labelled) {
                if (one.kind != kind || one.inside || !is_of_meeting(one.label)) continue;
                if (one.kind == "due" && (one.line > std::max<std::size_t>(source_.head_end, 12) || of_a_task(one)))
                    continue;
                bool in_head = one.line <= source_.head_end + 6;
                auto dates = dates_in(Letters{one.value}, in_head ? context_ : YearContext{});
                if (!dates.empty()) return MeetingDay{dates.front(), one.line, one.last_line, one.value};
            }
        return {};
    }

    Told best_of(std::size_t most) const {
        Told best;
        for (auto& sentence : source_.sentences) {
            if (sentence.place.first >= most) break;
            auto letters = with_rest_of_day(sentence);
            auto dates = dates_in(letters, context_);
            for (std::size_t i = 0; i < dates.size(); ++i) {
                if (source_.sent_on && dates[i].first > *source_.sent_on) continue;    // it tells of what has been
                auto sure = surety_of(sentence, letters, dates, i);
                if (!dates[i].year_said && sure < surety::least_told) continue;
                if (sure > best.surety) best = {told_at(sentence, letters, dates[i]), sure};
            }
        }
        return best;
    }

    // „… konané dne 16.“ and „května 2023“ on the next line
    Letters with_rest_of_day(const Sentence& sentence) const {
        static const Pattern cut{"\\b\\d{1,2}\\.(?:\\s*(?:\\d{1,2}\\.|[a-z]{4,9}))?$"};
        auto next = sentence.place.last + 1;
        bool follows = next < source_.lines.size() && source_.lines[next].kind == LineKind::text &&
                       !source_.lines[next].empty() && !sentence.row;
        if (!follows || !cut.stands_in(sentence.letters.low)) return sentence.letters;
        return Letters{sentence.letters.source + ' ' + source_.lines[next].text};
    }

    int surety_of(const Sentence& sentence, const Letters& letters, const std::vector<DateInText>& dates,
                  std::size_t i) const {
        auto& date = dates[i];
        auto from = i > 0 ? dates[i - 1].to : 0;
        if (date.from - from > 110) from = date.from - 110;
        auto to = i + 1 < dates.size() ? dates[i + 1].from : letters.size();
        auto before = letters.low.substr(from, date.from - from),
             behind = letters.low.substr(date.to, std::min<std::size_t>(to - date.to, 110));
        bool numbered =
            sentence.item && !sentence.marker.empty() && sentence.marker[0] >= '0' && sentence.marker[0] <= '9';
        auto said = surety_before(before);
        if (said == surety::announced) return said;
        auto said_behind = surety_behind(behind);
        if (said_behind == surety::announced && said < surety::met) return said_behind;
        if (is_of_paper(letters.plain.substr(from, date.from - from)) && said_behind < surety::met - 2)
            said = said < surety::bare ? surety::written : said;
        if (said < said_behind && said != surety::other) said = said_behind;
        if (said < 0) said = open_above(sentence) ? surety::meeting : surety::bare;
        if (numbered) return std::min(said, surety::other);
        bool more = letters.low.substr(date.from, 1).find_first_of("0123456789") == std::string::npos ||
                    !times_in(Letters{letters.cut(date.to, std::min(to, date.to + 60))}).empty();
        bool opens = date.from < 3 || letters.low[date.from - 1] == '(';
        if (said == surety::bare && more && opens && date.year_said) said = surety::least_told;    // day and hour
        return said + (more && said >= surety::bare ? 4 : 0) - (date.year_said ? 0 : 3);
    }

    // „… z porady konané dne“ on the line above
    bool open_above(const Sentence& sentence) const {
        static const Pattern open{"\\b(?:dne|ze dne|konan[a-z]*|z|ze|ktere se konalo|datum|:)\\s*$"};
        auto at = sentence.place.first;
        return at > 0 && open.stands_in(plain_small(source_.lines[at - 1].text));
    }

    MeetingDay told_at(const Sentence& sentence, const Letters& letters, const DateInText& date) const {
        auto& lines = source_.lines;
        MeetingDay day{date, sentence.place.first, sentence.place.last, letters.source};
        auto next = sentence.place.last + 1;
        auto& whole = sentence.letters.source;
        bool ends_line = lines[next - 1].text.ends_with(whole.substr(whole.size() > 8 ? whole.size() - 8 : 0));
        bool joined = letters.source.size() > whole.size();
        if (ends_line && !joined && next < lines.size() && lines[next].kind == LineKind::text && !lines[next].empty() &&
            labels_in(lines[next].text).empty())
            day.text += ' ' + lines[next].text;
        return day;
    }

    // „ve středu jsme se sešli“, „včerejší porada“ in a letter: counted from the day when it was sent.
    std::optional<MeetingDay> before_letter() const {
        if (!source_.sent_on) return {};
        static const Pattern met{
            "\\b(?:sesl|sesel|porad|schuz|setkan|setkal|jednan|jednal|zasedan|sedel|sedl|potkal|sjel|spojil|videl|probral|probiral|resil|byli jsme|bylo nas|zapis)"},
            when{
                "\\b(?:(predevcir)[a-z]*|(vcer)[a-z]*|(dnes)[a-z]*|(?:minul[a-z]+ |tuto |v |ve |z |ze )+(pondel|uter|stred|ctvrt|pat|sobot|nedel)[a-z]*)\\b(?!\\s*\\d)"};
        std::size_t seen = 0;
        for (auto& sentence : source_.sentences) {
            if (++seen > 8) break;
            auto& low = sentence.letters.low;
            auto found = when.in(low);
            if (!found || !met.stands_in(low)) continue;
            return MeetingDay{{.from = found->from(), .to = found->to(), .first = day_meant(*found), .year_said = true},
                              sentence.place.first,
                              sentence.place.last,
                              sentence.letters.source};
        }
        return {};
    }

    Date day_meant(const Found& found) const {
        auto day = *source_.sent_on;
        if (found.has(1)) return day - std::chrono::days{2};
        if (found.has(2)) return day - std::chrono::days{1};
        if (found.has(3)) return day;
        static constexpr std::string_view names[] = {"pondel", "uter", "stred", "ctvrt", "pat", "sobot", "nedel"};
        auto wanted = std::chrono::weekday{
            unsigned(std::ranges::find(names, std::string_view{found[4]}) - std::begin(names) + 1)};
        do day -= std::chrono::days{1};
        while (std::chrono::weekday{day} != wanted);
        return day;
    }

    std::optional<MeetingDay> in_subject() const {
        if (source_.subject.empty()) return {};
        auto dates = dates_in(Letters{source_.subject}, context_);
        return dates.empty() ? std::nullopt : std::optional{MeetingDay{dates.front(), 0, 0, source_.subject}};
    }

    // A letter says „v pondělí 7. října“ and its head the year.
    std::optional<MeetingDay> in_letter() const {
        if (!source_.sent_on) return {};
        for (auto& sentence : source_.sentences)
            if (auto dates = dates_in(sentence.letters, context_);
                !dates.empty() && dates.front().first <= *source_.sent_on)
                return MeetingDay{dates.front(), sentence.place.first, sentence.place.last, sentence.letters.source};
        return {};
    }

    // „út 14. 1.“ in the head: the year stands elsewhere there, or with the first whole date of the document.
    std::optional<MeetingDay> without_year() const {
        auto context = context_;
        if (!context.year && !context.document_day)
            if (auto first = anywhere()) context.document_day = first->date.first;
        if (!context.year && !context.document_day) return {};
        static const Pattern held{
            "\\b(?:konan|konal|uskutecnil|ze? dne|dne\\b|z pondel|z uter|ze stred|ze ctvrt|z pat|sesli|zapis|porada|schuz|jednani|setkani|pondeli|utery|stred[au]|ctvrtek|patek|po|ut|st|ct|pa)"};
        for (auto& one : source_.labelled)
            if (one.kind == "date" && !one.inside && one.line <= source_.head_end + 6 && is_of_meeting(one.label))
                if (auto dates = dates_in(Letters{one.value}, context); !dates.empty())
                    return MeetingDay{dates.front(), one.line, one.last_line, one.value};
        auto most = std::min<std::size_t>(source_.lines.size(), std::max<std::size_t>(source_.head_end, 8));
        for (std::size_t at = 0; at < most; ++at) {
            Letters letters{source_.lines[at].text};
            if (letters.size() > 160 || !held.stands_in(letters.low)) continue;
            if (auto dates = dates_in(letters, context); !dates.empty())
                return MeetingDay{dates.front(), at, at, source_.lines[at].text};
        }
        return {};
    }

    std::optional<MeetingDay> anywhere() const {
        for (auto& sentence : source_.sentences)
            if (auto dates = dates_in(sentence.letters, {}); !dates.empty())
                return MeetingDay{dates.front(), sentence.place.first, sentence.place.last, sentence.letters.source};
        return {};
    }

    const MinutesSource& source_;
    YearContext context_;
};

}

std::optional<MeetingDay> meeting_day(const MinutesSource& source) { return DayReader{source}.read(); }

}
