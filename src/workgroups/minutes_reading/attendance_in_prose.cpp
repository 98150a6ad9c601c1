#include "workgroups/minutes_reading/attendance_in_prose.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/word_lists.hpp"
#include "workgroups/minutes_reading/people_by_shape.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

enum class Said { present, excused, absent, guest, chair, other };

struct SaidWord {
    std::size_t from = 0, to = 0;
    Said said{};
};

std::optional<Said> said_of_kind(std::string_view kind) {
    if (kind == "present") return Said::present;
    if (kind == "excused") return Said::excused;
    if (kind == "absent") return Said::absent;
    if (kind == "guest") return Said::guest;
    if (kind == "chair") return Said::chair;
    if (kind == "other") return Said::other;
    return {};
}

// The words of data/attendance_words.csv in the order of the text; „*“ stands for any ending.
std::vector<SaidWord> said_words(const std::string& low) {
    static const std::vector<std::pair<Pattern, Said>> words = [] {
        std::map<std::string, std::string> kinds;
        for (auto& [word, kind] : kinds_of("attendance_words")) {
            bool stem = word.ends_with('*');
            auto& all = kinds[kind];
            all += (all.empty() ? "" : "|") + (stem ? word.substr(0, word.size() - 1) + "[a-z]*" : word);
        }
        std::vector<std::pair<Pattern, Said>> made;
        for (auto& [kind, all] : kinds)
            if (auto said = said_of_kind(kind)) made.emplace_back(Pattern{"(?<![a-z])(?:" + all + ")(?![a-z])"}, *said);
        return made;
    }();
    std::vector<SaidWord> found;
    for (auto& [pattern, said] : words)
        for (auto& one : pattern.all(low)) found.push_back({one.from(), one.to(), said});
    std::ranges::sort(found, {}, &SaidWord::from);
    auto all = found;
    std::erase_if(found, [&](auto& one) {    // „neúčast předem“ says more than „neúčast“
        return std::ranges::any_of(all, [&](auto& other) {
            return other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from;
        });
    });
    // „přítomni omluvou“ and „přišel jako host“: the rarer word decides what stands beside it
    for (std::size_t i = 0; i + 1 < found.size(); ++i) {
        auto &one = found[i], &next = found[i + 1];
        if (next.from > one.to + 16) continue;
        if (next.said == Said::guest && one.said == Said::present) one.said = Said::guest;
        if (one.said == Said::guest && next.said == Said::present) next.said = Said::guest;
        // „nemohla se zúčastnit“
        if (one.said == Said::excused && next.said == Said::present && low.substr(one.from).starts_with("nem"))
            next.said = Said::excused;
    }
    // „Jednání vedla Jana Modrá a zúčastnili se ho …“; alone, or as a label, it says only who led
    bool others_came = std::ranges::any_of(found, [](auto& one) { return one.said == Said::present; });
    for (auto& one : found)
        if (one.said == Said::chair) {
            bool label = low.find_first_not_of(' ', one.to) == low.find(':', one.to);
            one.said = others_came && !label ? Said::present : Said::other;
        }
    return found;
}

}

bool tells_reason(const std::string& low) {
    static const Pattern without{"bez omluv|neomluv|nevi se"};
    if (without.stands_in(low)) return false;
    auto words = said_words(low);
    return std::ranges::any_of(words, [](auto& one) { return one.said == Said::excused; });
}

namespace {

class HeadAttendance {
public:
    explicit HeadAttendance(const MinutesSource& source) : source_{source} {}

    AttendanceTold read() {
        auto end = end_of_head();
        for (auto& sentence : source_.sentences) {
            if (sentence.place.first >= end) break;
            bool prose = !sentence.item && !sentence.row && sentence.letters.size() > 90 &&
                         sentence.letters.source.ends_with('.');
            if (closes(sentence) || (prose && people_by_shape(sentence.letters).empty())) context_.reset();
            for (auto& part : parts_of(sentence)) one(part, sentence);
        }
        if (told_.present.empty() && told_.guests.size() > 2) std::swap(told_.present, told_.guests);    // „Pozvaní“
        return std::move(told_);
    }

private:
    // Up to the programme or the first point; of a letter its first half.
    std::size_t end_of_head() const {
        auto& lines = source_.lines;
        auto end = std::min<std::size_t>(lines.size(), 60);
        std::size_t people_until = 0;
        for (auto& one : source_.labelled)
            if (one.kind == "agenda" && !one.inside && one.line > 1 && one.line < end) {
                for (auto at = one.line; at < std::min(end, one.line + 25); ++at)    // people may follow the programme
                    if (at > one.line && !label_kind(lines[at].text.substr(0, lines[at].text.find(':'))).empty() &&
                        is_of_people(label_kind(lines[at].text.substr(0, lines[at].text.find(':')))))
                        people_until = at + 15;
                end = std::min(lines.size(), std::max(one.line, people_until));
            }
        for (std::size_t at = 3; at < end; ++at) {
            if (at <= people_until || lines[at].kind == LineKind::heading) continue;
            if (is_heading_of_point(lines[at]) || is_numbered_point(lines[at])) end = at;
        }
        return end;
    }

    static bool is_numbered_point(const Line& line) {
        if (line.kind != LineKind::item || line.marker.empty() || line.marker[0] < '0' || line.marker[0] > '9')
            return false;
        Letters letters{line.text};
        static const Pattern two_names{"^(?:[A-Z][a-z]*\\. ?)*[A-Z][a-z-]+,? [A-Z]"};    // of a list of people
        return !two_names.stands_in(letters.plain) &&
               people_by_shape(Letters{letters.cut(0, std::min<std::size_t>(60, letters.size()))}).empty();
    }

    // „Kraj – Jana Nová; Město – omluven (Petr Malý)“: what is said in one part is not said of the others.
    static std::vector<Letters> parts_of(const Sentence& sentence) {
        auto& letters = sentence.letters;
        if (letters.low.find(';') == npos) return {letters};
        std::vector<Letters> parts;
        for (auto& part : text::parted(letters.source, ";")) parts.emplace_back(part);
        return parts;
    }

    // Another label or heading, where people of the one before end.
    bool closes(const Sentence& sentence) const {
        auto& line = source_.lines[sentence.place.first];
        if (line.kind == LineKind::heading) return true;
        auto colon = sentence.letters.low.find(':');
        if (colon == std::string::npos || colon > 60) return false;
        auto kind = label_kind(std::string_view{sentence.letters.source}.substr(0, sentence.letters.at[colon] + 1));
        return !kind.empty() && kind != "member";
    }

    void one(const Letters& letters, const Sentence& sentence) {
        auto people = people_of(letters, sentence);
        auto words = said_words(letters.low);
        std::erase_if(words, [&](auto& word) {
            return std::ranges::any_of(people,
                                       [&](auto& person) { return person.from <= word.from && word.to <= person.to; });
        });
        if (people.empty()) {
            bool heads = letters.size() < 70 && !words.empty() &&
                         (letters.source.ends_with(':') || !letters.source.ends_with('.'));
            if (heads) context_ = words.back().said == Said::other ? std::nullopt : std::optional{words.front().said};
            if (heads && words.front().said == Said::absent && tells_reason(letters.low)) context_ = Said::excused;
            return;
        }
        std::erase_if(words, [&](auto& word) { return in_brackets(letters.low, word.from); });
        bool unsaid = std::ranges::all_of(words, [](auto& word) { return word.said == Said::other; });
        if (unsaid && !context_ && told_.present.empty() && is_list(letters, people))
            words.insert(words.begin(), {0, 0, Said::present});    // a row of names needs no label
        auto excuse_all = tells_reason(letters.low);
        for (std::size_t i = 0; i < people.size(); ++i) {
            auto said = said_of_person(letters, people, i, words);
            if (!said) continue;
            if (*said == Said::absent && excuse_all && reason_is_theirs(letters, people, i)) said = Said::excused;
            add(*said, people[i].nominative, sentence);
        }
        // „Přítomni: Jana Nová,“ goes on in rows below
        auto first = words.empty() ? npos : words.front().from;
        if (first < people.front().from && first < 40 && letters.low.find(':') < people.front().from)
            context_ = words.front().said == Said::other ? std::nullopt : std::optional{words.front().said};
    }

    static constexpr auto npos = std::string::npos;

    static bool in_brackets(const std::string& low, std::size_t at) {
        auto open = low.find_last_of("([", at), close = low.find_last_of(")]", at);
        return open != npos && (close == npos || close < open);
    }

    static bool is_list(const Letters& letters, const std::vector<PersonInText>& people) {
        std::size_t commas = 0;
        for (std::size_t i = 1; i < people.size(); ++i) {
            auto between = letters.low.substr(people[i - 1].to, people[i].from - people[i - 1].to);
            commas += between.size() < 60 && (between.find(',') != npos || between == " a ");
        }
        return people.size() >= 3 && commas + 1 == people.size();
    }

    std::vector<PersonInText> people_of(const Letters& letters, const Sentence& sentence) const {
        auto people = people_by_shape(letters);
        bool listed = context_ && (sentence.item || sentence.row || letters.size() < 90);
        if (people.empty() && listed && letters.low.find(':') == npos)
            for (auto& one : people_in_list(letters.source))
                if (one.name.find(' ') != one.name.npos && has_small_letter(one.name))
                    if (auto at = letters.source.find(one.name); at != npos) {
                        auto from = Letters{letters.source.substr(0, at)}.size();
                        people.push_back({from, from + Letters{one.name}.size(), one.name, one.name});
                        break;
                    }
        return people;
    }

    static bool has_small_letter(const std::string& name) {
        return std::ranges::any_of(Letters{name}.plain, [](char c) { return c >= 'a' && c <= 'z'; });
    }

    // In brackets, behind a dash or right behind the name.
    static std::string beside_person(const Letters& letters, const std::vector<PersonInText>& people, std::size_t i) {
        auto to = i + 1 < people.size() ? people[i + 1].from : letters.size();
        auto behind = letters.low.substr(people[i].to, to - people[i].to);
        static const Pattern own{
            "^[\\s,]*(?:ph\\.?\\s?d\\.?|dis\\.?|csc\\.?|mba|[\\s,])*([(\\[][^)\\]]*[)\\]]?|-[^,;]*|[^,;(]*(?=[,;]|$))"};
        auto found = own.in(behind);
        // „… a Ivo Malý, nepřišla Jana Nová“: said of the one who follows
        bool of_next = found && i + 1 < people.size() && found->to() == behind.size() && behind.starts_with(',') &&
                       !(*found)[1].empty() && (*found)[1][0] != '(' && (*found)[1][0] != '[';
        if (of_next) return {};
        return found ? (*found)[1] : std::string{};
    }

    std::optional<Said> said_of_person(const Letters& letters, const std::vector<PersonInText>& people, std::size_t i,
                                       const std::vector<SaidWord>& words) const {
        auto& person = people[i];
        auto own = beside_person(letters, people, i);
        static const Pattern missing{"neomluv|bez omluvy|nevi se"};
        if (missing.stands_in(own)) return Said::absent;
        auto own_words = said_words(own);
        bool bracket = own.starts_with('(') || own.starts_with('[') || own.starts_with('-');
        if (!own_words.empty() && (bracket || own.size() < 30) && own_words.front().said != Said::other &&
            own_words.front().said != Said::present)
            return own_words.front().said;
        std::optional<Said> before, after;
        for (auto& word : words) {
            if (word.to <= person.from) before = word.said;
            else if (word.from >= person.to && !after) after = word.said;
        }
        auto said = before ? before : context_ ? context_ : after;
        return said == Said::other ? std::nullopt : said;
    }

    static bool reason_is_theirs(const Letters& letters, const std::vector<PersonInText>& people, std::size_t i) {
        return tells_reason(letters.low.substr(people[i].to)) || tells_reason(beside_person(letters, people, i)) ||
               i + 1 == people.size() || tells_reason(letters.low.substr(0, people[i].from));
    }

    void add(Said said, const std::string& name, const Sentence& sentence) {
        for (auto list : {&told_.present, &told_.excused, &told_.absent, &told_.guests})
            for (auto& one : *list)
                if (one.text == name || (name.find(' ') != npos && same_person(one.text, name))) return;
        auto& list = said == Said::present   ? told_.present
                     : said == Said::excused ? told_.excused
                     : said == Said::absent  ? told_.absent
                                             : told_.guests;
        list.push_back({name, source_.original(sentence)});
    }

    const MinutesSource& source_;
    AttendanceTold told_{};
    std::optional<Said> context_{};    // of a label or heading above
};

}

AttendanceTold attendance_in_head(const MinutesSource& source) { return HeadAttendance{source}.read(); }

}
