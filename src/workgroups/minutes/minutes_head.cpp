// Which group met, where and when.
#include "workgroups/minutes/minutes_readers.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>
#include <cctype>

namespace workgroups {

using namespace reading;

namespace {

const std::string kind_of_meeting =
    "(?:jednani|porad[ay]|schuz[ei]|schuzk[ay]|setkani|zasedani|sezeni|workshop[u]?|kulateho stolu|konzultace|jednani)";

bool is_title_line(const std::string& low) {
    static const Pattern title{"\\bzapis\\b(?!ova|uje)|^usneseni\\b(?! c)|\\bzaznam z\\b"};
    static const Pattern in_letter{"\\b(?:posil|zasil|priklad|prosim|dekuj|dik)[a-z]*\\b"};
    return title.stands_in(low) && low.find("zapsal") == std::string::npos && low.size() < 220 && !in_letter.stands_in(low);
}

// The title with the lines it goes on over: „Zápis“ / „z 2. jednání …“ / „o duševní zdraví v kraji“.
SaidText title_of(const MinutesSource& source) {
    static const Pattern stop{"^(?:datum|misto|cas|pritomn|konan|termin|doba)"};
    auto& lines = source.lines;
    auto most = std::min<std::size_t>(lines.size(), std::max<std::size_t>(source.head_end + 3, 15));
    for (std::size_t at = 0; at < most; ++at) {
        if (lines[at].empty() || lines[at].kind == LineKind::row) continue;
        auto low = plain_small(lines[at].text);
        if (!is_title_line(low)) continue;
        SaidText title{lines[at].text, source.original(at, at)};
        bool short_title =
            low.size() < 24 || label_kind(lines[at].text) == "writer" || low.ends_with(" z") || low.ends_with(" ze");
        std::size_t last = at;
        for (auto next = at + 1; next < std::min(lines.size(), at + 6); ++next) {
            if (lines[next].empty()) {
                if (next == at + 1 || !short_title || last > at) {
                    if (!short_title || last > at) break;
                }
                continue;
            }
            Letters letters{lines[next].text};
            bool goes = letters.low[0] >= 'a' && letters.plain[0] == letters.low[0];
            bool capitals =
                std::ranges::all_of(letters.plain, [](char c) { return !(c >= 'a' && c <= 'z'); }) && next == last + 1;
            if (lines[next].kind == LineKind::row || !labels_in(lines[next].text).empty() ||
                stop.stands_in(letters.low) ||
                (!goes && !capitals && !(short_title && last == at && title.text.size() < 12)))
                break;
            title.text += ' ' + lines[next].text;
            last = next;
        }
        title.at = source.original(at, last);
        return title;
    }
    return {};
}

bool names_a_group(const std::string& low) {
    static const Pattern group{
        "\\b(?:skupin[ay]|komis[ei]|vybor|rad[ay] (?:mest|obc|kraj|mestsk)|tym|zastupitelstv[oa]|platform[ay]|komunitni(?:ho|mu)? planovani|sdruzeni|koordinacni|aliance|kulaty stul|rps|skupin|sbor|predstavenstvo|spravni rada|pracovni setkani)\\b"};
    return group.stands_in(low);
}

// What stands behind „Zápis z 5. zasedání“, up to where day and place begin.
std::string group_of_title(const std::string& title) {
    Letters letters{title};
    static const Pattern lead{
        "\\b(?:zapis(?:u)?|usneseni|zaznam)\\b(?:\\s*c(?:\\.|islo)?\\s*[\\d/.-]+)?(?:\\s*/?\\s*\\d{4})?\\s*(?:-|:)?\\s*(?:(?:ze?|o)\\s+)?(?:(?:\\d+\\s*\\.|prvniho|druheho|tretiho|ctvrteho|pateho|sesteho|sedmeho|osmeho|devateho|desateho|spolecneho|vcerejsi|vcerejsiho|dnesni|dnesniho|posledni|posledniho|mimoradneho|pravidelneho|radneho|pracovniho|on-?line|distancniho|ustavujiciho|zahajovaciho|uvodniho|vyjezdniho|vyjezdni|spolecne|mimoradne|pravidelne|pracovni|radne|prvni|druhe|treti|ctvrte|pate|seste)\\s+)*(?:" +
        kind_of_meeting + "\\b\\s*)?(?:c\\.\\s*[\\d/]+\\s*)?(?:-\\s*)?"};
    static const Pattern end{
        "\\b(?:konan[a-z]*|kter[yaei]|ze dne|dne|ktere se|ktera se|uskutecnen[a-z]*|zveda|ze? \\d{1,2}\\.)\\b|,?\\s*\\d{1,2}\\.\\s?(?:\\d{1,2}\\.|[a-z]+ (?:19|20)\\d\\d)|\\s*[-,]\\s*(?:c\\.\\s*)?\\d|\\||\\bc\\.\\s*\\d|\\s\\((?:pondeli|utery|streda|ctvrtek|patek)|\\s\\("};
    auto begin = lead.in(letters.low);
    if (!begin) return {};
    auto rest = Letters{letters.cut(begin->to())};
    auto stop = end.in(rest.low);
    auto group = squeezed(rest.cut(0, stop ? stop->from() : rest.size()));
    while (!group.empty() && (group.back() == ',' || group.back() == '-' || group.back() == ':' || group.back() == '.'))
        group.pop_back();
    if (group.ends_with("–")) group.resize(group.size() - 3);
    // „Koordinační skupina – zápis ze společného jednání“
    if (squeezed(group).size() < 4 && begin->from() > 4) {
        group = squeezed(letters.cut(0, begin->from()));
        while (group.ends_with("–") || group.ends_with("-") || group.ends_with(" "))
            group.resize(group.size() - (group.ends_with("–") ? 3 : 1));
    }
    return squeezed(group);
}

bool is_of_programme(const std::string& low) {
    static const Pattern programme{
        "evropsk|operacni program|spolufinanc|registracni cislo|ministerstvo prace|fond|cislo jednaci|\\bcj\\b|vytisk|nazev projektu|@|http|svatek|zverejneno"};
    return programme.stands_in(low);
}

void read_aliases(const MinutesSource& source, MinutesFacts& facts) {
    static const Pattern alias{"\\((?:dale\\s*(?:jen|tez)?\\s*(?:jako)?\\s*\"?)?([A-Z]{2,6})\"?\\)"};
    for (std::size_t at = 0; at < std::min<std::size_t>(source.lines.size(), 20); ++at) {
        Letters letters{source.lines[at].text};
        if (!names_a_group(letters.low)) continue;
        for (auto& found : alias.all(letters.plain))
            facts.group_aliases.push_back(letters.cut(found.from(1), found.to(1)));
    }
}

std::string matched_case(const std::string& from, std::string word) {
    Letters letters{from};
    bool capitals = letters.size() > 2 && letters.capital(0) && letters.capital(1);
    if (!capitals) return word;
    for (std::size_t at = 0; at < word.size(); ++at) {    // ý Ý, á Á, í Í and plain letters
        if (word[at] >= 'a' && word[at] <= 'z') word[at] = char(word[at] - 32);
        else if (static_cast<unsigned char>(word[at]) == 0xC3 && at + 1 < word.size() &&
                 static_cast<unsigned char>(word[at + 1]) >= 0xA0)
            word[at + 1] = char(word[at + 1] - 0x20), ++at;
    }
    return word;
}

struct NounForm {
    std::string_view genitive, nominative;
    char gender;
};

constexpr NounForm group_nouns[] = {{"skupiny", "skupina", 'f'},
                                    {"podskupiny", "podskupina", 'f'},
                                    {"komise", "komise", 'f'},
                                    {"rady", "rada", 'f'},
                                    {"platformy", "platforma", 'f'},
                                    {"tymu", "tým", 'm'},
                                    {"vyboru", "výbor", 'm'},
                                    {"sboru", "sbor", 'm'},
                                    {"klubu", "klub", 'm'},
                                    {"spolku", "spolek", 'm'},
                                    {"zastupitelstva", "zastupitelstvo", 'n'},
                                    {"predstavenstva", "představenstvo", 'n'},
                                    {"planovani", "plánování", 'n'}};

std::string adjective_in_nominative(const std::string& word, char gender) {
    auto low = plain_small(word);
    auto stem = [&](std::size_t letters) { return Letters{word}.cut(0, low.size() - letters); };
    if (low.ends_with("eho")) return stem(3) + matched_case(word, gender == 'n' ? "é" : "ý");
    if (low.ends_with("iho")) return stem(3) + matched_case(word, "í");
    if (gender == 'f' && low.ends_with("e") && low.size() > 4 && word.ends_with("é")) return stem(1) + "á";
    if (gender == 'f' && word.ends_with("É")) return stem(1) + "Á";
    return word;
}

}

std::string group_in_nominative(std::string_view genitive) {
    auto words = text::parted(genitive, " ");
    for (std::size_t at = 0; at < words.size(); ++at) {
        auto low = plain_small(words[at]);
        auto noun = std::ranges::find(group_nouns, std::string_view{low}, &NounForm::genitive);
        if (noun == std::end(group_nouns)) continue;
        words[at] = matched_case(words[at], std::string{noun->nominative});
        for (std::size_t before = 0; before < at; ++before)
            words[before] = adjective_in_nominative(words[before], noun->gender);
        break;
    }
    return text::joined(words, " ");
}

std::string place_in_nominative(std::string_view locative) {
    static constexpr std::pair<std::string_view, std::string_view> nouns[] = {{"mistnosti", "místnost"},
                                                                              {"sini", "síň"},
                                                                              {"sale", "sál"},
                                                                              {"klubovne", "klubovna"},
                                                                              {"kancelari", "kancelář"},
                                                                              {"ucebne", "učebna"},
                                                                              {"jidelne", "jídelna"},
                                                                              {"knihovne", "knihovna"},
                                                                              {"budove", "budova"},
                                                                              {"dome", "dům"},
                                                                              {"salonku", "salonek"},
                                                                              {"centru", "centrum"},
                                                                              {"hotelu", "hotel"},
                                                                              {"prostorach", "prostory"},
                                                                              {"zahrade", "zahrada"},
                                                                              {"arealu", "areál"},
                                                                              {"stredisku", "středisko"},
                                                                              {"urade", "úřad"},
                                                                              {"obradni", "obřadní"},
                                                                              {"domove", "domov"}};
    auto words = text::parted(locative, " ");
    if (words.size() > 1)
        if (auto low = plain_small(words.front()); low == "v" || low == "ve" || low == "na") words.erase(words.begin());
    for (std::size_t at = 0; at < words.size(); ++at) {
        auto low = plain_small(words[at]);
        auto bare = low.substr(0, low.find_first_of(",."));
        auto noun = std::ranges::find(nouns, std::string_view{bare}, [](auto& one) { return one.first; });
        if (noun == std::end(nouns)) continue;
        words[at] = std::string{noun->second} + Letters{words[at]}.cut(bare.size());
        bool feminine = noun->second.ends_with("a") || noun->second == "místnost" || noun->second == "síň" ||
                        noun->second == "kancelář";
        for (std::size_t before = 0; before < at; ++before) {
            auto& word = words[before];
            if (word.ends_with("é")) word = word.substr(0, word.size() - 2) + (feminine ? "á" : "é");
            else if (word.ends_with("ém"))
                word = word.substr(0, word.size() - 3) +
                       (noun->second.ends_with("um") || noun->second.ends_with("o") ? "é" : "ý");
            else if (word.ends_with("ím")) word = word.substr(0, word.size() - 3) + "í";
        }
        break;
    }
    return text::joined(words, " ");
}

void read_group(MinutesSource& source, MinutesFacts& facts) {
    auto title = title_of(source);
    if (title.text.empty() && plain_small(source.subject).find("zapis") != std::string::npos)
        title.text = source.subject;
    std::vector<std::string> parts;
    Place at = title.at;
    auto add = [&](const std::string& part) {
        auto letters = only_letters(part);
        if (letters.size() < 4) return;
        for (auto& one : parts)
            if (only_letters(one).find(letters) != std::string::npos) return;
        std::erase_if(parts, [&](auto& one) { return letters.find(only_letters(one)) != std::string::npos; });
        parts.push_back(part);
    };
    for (auto& one : source.labelled)
        if (one.kind == "group" && one.line <= source.head_end && !one.value.empty() &&
            names_a_group(plain_small(one.label + ' ' + one.value))) {
            add(one.label.find("skupina") != std::string::npos &&
                        plain_small(one.value).find("skupin") == std::string::npos
                    ? "pracovní skupina " + one.value
                    : one.value);
            at = source.original(one.line, one.last_line);
        }
    if (!title.text.empty()) {
        facts.title = title;
        auto group = group_of_title(title.text);
        for (std::size_t line = 0; line < std::min<std::size_t>(source.lines.size(), source.head_end); ++line) {
            auto& one = source.lines[line];
            auto low = plain_small(one.text);
            if (one.empty() || one.kind == LineKind::row || one.kind == LineKind::item || one.text.size() > 150 ||
                is_title_line(low) || is_of_programme(low) || !names_a_group(low) || !labels_in(one.text).empty() ||
                one.text.ends_with('.'))
                continue;
            if (title.text.find(one.text) != std::string::npos) continue;
            add(one.text);
        }
        if (only_letters(group).size() >= 4 && (names_a_group(plain_small(group)) || parts.empty()))
            add(group_in_nominative(group));
    }
    read_aliases(source, facts);
    if (parts.empty()) return;
    auto group = text::joined(parts, " – ");
    // „řídicí tým projektu“: of which one
    if (auto low = plain_small(group); low.ends_with(" projektu"))
        if (auto project = source.first_of("project")) group += ' ' + project->value;
    if (plain_small(title.text).starts_with("usneseni") && group.size() > 60) group = parts.front();
    facts.group = SaidText{group, at};
}

namespace {

// The day of a meeting with what is said beside it: „středa 17. ledna 2024, 13.00–15.10, zasedací místnost“.
struct MeetingDay {
    DateInText date{};
    std::size_t line = 0, last_line = 0;
    std::string text{};
};

std::optional<MeetingDay> labelled_day(const MinutesSource& source) {
    for (auto kind : {"date", "due"})
        for (auto& one : source.labelled) {
            if (one.kind != kind || one.inside) continue;
            if (one.kind == "due" && one.line > std::max<std::size_t>(source.head_end, 12)) continue;
            auto dates = dates_in(Letters{one.value}, {});
            if (dates.empty()) continue;
            return MeetingDay{dates.front(), one.line, one.last_line, one.value};
        }
    return {};
}

std::optional<MeetingDay> day_in_head(const MinutesSource& source) {
    static const Pattern held{
        "konan[eyaou]|konal[aoi]?\\b|uskutecnil|ze dne|dne\\b|z pondel|z uter|ze stred|ze ctvrt|z pat|sesli|probehl|zapis|usneseni"};
    std::optional<MeetingDay> any;
    auto most = std::min(source.lines.size(), std::max<std::size_t>(source.head_end + 4, 14));
    std::string joined;
    std::size_t begun = 0;
    for (std::size_t at = 0; at < most; ++at) {
        auto& line = source.lines[at];
        if (line.empty()) {
            joined.clear();
            continue;
        }
        auto low = plain_small(line.text);
        static const Pattern of_web{"zverejneno|svatek|vyveseno|aktualizovano|autor|registracni|realizace"};
        if (of_web.stands_in(low)) continue;
        if (joined.empty()) begun = at;
        joined += (joined.empty() ? "" : " ") + line.text;
        Letters letters{joined};
        auto dates = dates_in(letters, {});
        if (dates.empty()) continue;
        MeetingDay day{dates.front(), begun, at, joined};
        if (at + 1 < source.lines.size() && line.kind == LineKind::text && !source.lines[at + 1].empty() &&
            labels_in(source.lines[at + 1].text).empty())
            day.text += ' ' + source.lines[at + 1].text;
        if (held.stands_in(letters.low)) return day;
        if (!any) any = day;
    }
    return any;
}

// Behind the day: „…, 13.00–15.10“, „v 14:00 hod.“, else what labels say.
void read_times(MinutesSource& source, MinutesFacts& facts, const std::optional<MeetingDay>& day) {
    auto take = [&](const std::vector<TimeInText>& times, Place at) {
        if (times.empty()) return;
        if (!facts.start_time) facts.start_time = SaidTime{times.front().start, at};
        auto end = times.front().end;
        static_cast<void>(0);
        if (!end && times.size() > 1 && times[1].start > times.front().start) end = times[1].start;
        if (end && !facts.end_time) facts.end_time = SaidTime{*end, at};
    };
    auto bare_hours = [](const std::string& value) {    // „15“, „9-11“ where the label says that it is an hour
        static const Pattern hours{"^\\s*(\\d{1,2})(?:\\s*-\\s*(\\d{1,2}))?\\s*$"};
        return hours.stands_in(plain_small(value)) ? value + " hod." : value;
    };
    for (auto& one : source.labelled) {
        if (one.inside || one.line > source.head_end + 12) continue;
        auto at = source.original(one.line, one.last_line);
        if (one.kind == "time") take(times_in(Letters{bare_hours(one.value)}), at);
        else if (one.kind == "start" || one.kind == "end") {
            auto times = times_in(Letters{bare_hours(one.value)});
            if (times.empty()) continue;
            if (one.kind == "start") take(times, at);
            else if (!facts.end_time) facts.end_time = SaidTime{times.front().start, at};
        }
    }
    if (!facts.start_time && day) {
        Letters letters{day->text};
        auto times = times_in(letters);
        std::erase_if(times, [&](auto& one) { return one.from < day->date.to && one.to > day->date.from; });
        take(times, source.original(day->line, day->last_line));
    }
    if (facts.end_time) return;
    static const Pattern ended{
        "(?:ukoncen[aoy]?|skoncil[ao]?|zakoncen[aoy]?|konec (?:jednani|schuze|porady|setkani|zasedani))\\b[^.]{0,40}?(?:\\b(?:ve?|o)\\b|:)"};
    for (auto& sentence : source.sentences)
        if (auto found = ended.in(sentence.letters.low)) {
            auto times = times_in(Letters{sentence.letters.cut(found->from())});
            if (!times.empty()) facts.end_time = SaidTime{times.front().start, source.original(sentence)};
        }
    if (facts.start_time) return;
    static const Pattern begun{"(?:zahajen[aoy]?|zahajil[ao]?|zacal[ao]?|sesli)\\b[^.]{0,60}?(?:\\b(?:ve?|o)\\b|:)"};
    for (auto& sentence : source.sentences)
        if (auto found = begun.in(sentence.letters.low); found && !facts.start_time) {
            auto times = times_in(Letters{sentence.letters.cut(found->to() - 1)});
            if (!times.empty()) facts.start_time = SaidTime{times.front().start, source.original(sentence)};
        }
}

}

void read_date_and_time(MinutesSource& source, MinutesFacts& facts) {
    auto day = labelled_day(source);
    if (!day) day = day_in_head(source);
    if (!day && !source.subject.empty())
        if (auto dates = dates_in(Letters{source.subject}, {source.sent_on, {}}); !dates.empty())
            day = MeetingDay{dates.front(), 0, 0, source.subject};
    if (!day && source.sent_on)    // a letter says „v pondělí 7. října“ and its head the year
        for (auto& sentence : source.sentences)
            if (auto dates = dates_in(sentence.letters, {source.sent_on, {}});
                !dates.empty() && dates.front().first <= *source.sent_on) {
                day = MeetingDay{dates.front(), sentence.place.first, sentence.place.last,
                                 std::string{sentence.letters.source}};
                break;
            }
    if (!day)
        for (auto& sentence : source.sentences)
            if (auto dates = dates_in(sentence.letters, {}); !dates.empty()) {
                day = MeetingDay{dates.front(), sentence.place.first, sentence.place.last,
                                 std::string{sentence.letters.source}};
                break;
            }
    if (day) {
        facts.date = SaidDay{day->date.first, source.original(day->line, day->last_line)};
        source.years.document_day = day->date.first;
        if (!source.lines[day->line].text.empty() && day->line < source.head_end) source.used_lines.insert(day->line);
    } else source.years.document_day = source.sent_on;
    read_times(source, facts, day);
}

namespace {

std::string without_day_and_hours(const std::string& text) {
    Letters letters{text};
    std::vector<std::pair<std::size_t, std::size_t>> cuts;
    for (auto& one : dates_in(letters, {})) cuts.emplace_back(one.from, one.to);
    for (auto& one : times_in(letters)) cuts.emplace_back(one.from, one.to);
    std::ranges::sort(cuts);
    std::string out;
    std::size_t at = 0;
    for (auto [from, to] : cuts) {
        if (from < at) continue;
        out += letters.cut(at, from);
        at = to;
    }
    return out + letters.cut(at);
}

std::string clean_place(std::string place) {
    static const Pattern lead{
        "^(?:[\\s,;.:|-]|\\b(?:od|do|hod(?:in)?|h|ve?(?= *(?:hod|,|;))|v case|v dobe|dne|konan[a-z]*|pondeli|utery|streda|stredu|ctvrtek|patek)\\b)+"};
    Letters letters{squeezed(place)};
    if (auto found = lead.in(letters.low)) place = letters.cut(found->to());
    else place = letters.source;
    while (!place.empty() && (place.back() == ',' || place.back() == ' ' || place.back() == ';' ||
                              (place.back() == '.' && place.size() > 2 &&
                               !std::isdigit(static_cast<unsigned char>(place[place.size() - 2])))))
        place.pop_back();
    return place;
}

// „v zasedací místnosti MÚ Jilemnice“ up to the end of what is a place.
std::string place_phrase(const std::string& text) {
    Letters letters{text};
    static const Pattern place{
        "\\b(?:ve?|na)\\s+(?:[a-z]+(?:m|e|i|ch|o|u)\\s+){0,3}?(?:[a-z]*mistnosti|sini|sale|salonku|klubovne|kancelari|ucebne|jidelne|knihovne|budove|dome|centru|hotelu|prostorach|arealu|stredisku|urade|poradne|skole|nemocnici|domove|radnici|kulturnim|komunitnim|obecnim|mestskem|krajskem|[a-z]+ovne)\\b[^;]*"};
    static const Pattern end{
        "\\s+(?:a bylo nas|a sesl|a byl|a trval|za ucasti|pritomni|program|od \\d|v \\d{1,2}[:.]|dne )|\\.\\s+[A-Z]|\\.$"};
    auto found = place.in(letters.low);
    if (!found) return {};
    auto phrase = letters.cut(found->from(), found->to());
    Letters inside{phrase};
    if (auto stop = end.in(inside.low)) phrase = inside.cut(0, stop->from());
    return phrase;
}

}

void read_place(MinutesSource& source, MinutesFacts& facts) {
    for (auto& one : source.labelled)
        if (one.kind == "place" && !one.inside && one.line <= source.head_end + 15) {
            auto value = clean_place(one.value);
            if (value.empty()) continue;
            facts.place = SaidText{value, source.original(one.line, one.last_line)};
            return;
        }
    // on the line of the day
    if (!facts.date) return;
    auto head = std::min(source.lines.size(), std::max<std::size_t>(source.head_end + 2, 14));
    for (std::size_t at = 0; at < head; ++at) {
        auto& line = source.lines[at];
        if (line.empty() || line.kind == LineKind::row) continue;
        auto text = line.text;
        if (at + 1 < head && !source.lines[at + 1].empty() && source.lines[at + 1].kind == LineKind::text &&
            labels_in(source.lines[at + 1].text).empty())
            text += ' ' + source.lines[at + 1].text;
        if (dates_in(Letters{line.text}, source.years).empty() && times_in(Letters{line.text}).empty()) {
            if (at == 0 || dates_in(Letters{source.lines[at - 1].text}, source.years).empty()) continue;
        }
        if (auto phrase = place_phrase(text); !phrase.empty()) {
            facts.place =
                SaidText{place_in_nominative(clean_place(without_day_and_hours(phrase))), source.original(at, at)};
            return;
        }
        auto dated = dates_in(Letters{line.text}, {});
        auto rest = dated.empty() ? std::string{}
                                  : clean_place(without_day_and_hours(Letters{line.text}.cut(dated.front().to)));
        static const Pattern place_word{
            "mistnost|sin\\b|sal\\b|salonek|klub|kancelar|budov|urad|centrum|dum\\b|radnic|ulic|\\bul\\.|namest|nam\\.|hotel|skola|nemocnic|on-?line|videokonferenc|teams|zoom|knihovn|\\d{2,}"};
        if (!rest.empty() && rest.size() < 120 && place_word.stands_in(plain_small(rest)) &&
            !is_title_line(plain_small(line.text))) {
            facts.place = SaidText{rest, source.original(at, at)};
            return;
        }
    }
    for (auto& sentence : source.sentences) {    // „Sešli jsme se v devět u nás v poradně“
        static const Pattern met{
            "\\b(?:sesli|sesl[ai]|setkali|jednani se konalo|setkani se konalo|probehlo|konala|konalo)\\b"};
        if (sentence.place.first > 25 || !met.stands_in(sentence.letters.low)) continue;
        auto phrase = place_phrase(std::string{sentence.letters.source});
        if (phrase.empty()) continue;
        facts.place =
            SaidText{place_in_nominative(clean_place(without_day_and_hours(phrase))), source.original(sentence)};
        return;
    }
}

void read_writer(MinutesSource& source, MinutesFacts& facts) {
    static const Pattern wrote{
        "\\b(?:zapsala?|zapis (?:poridila?|vyhotovila?|zpracovala?|zapsala?|provedla?|vypracovala?)|zapisovatelk?[a]?|vyhotovila?)\\b\\s*:?\\s*"};
    for (auto at = source.lines.size(); at-- > 0;) {
        auto& line = source.lines[at];
        if (line.empty()) continue;
        Letters letters{line.text};
        auto found = wrote.in(letters.low);
        if (!found) continue;
        auto value = letters.cut(found->to());
        std::size_t last = at;
        if (squeezed(value).empty() && at + 1 < source.lines.size()) value = source.lines[last = at + 1].text;
        std::erase(value, '|');
        auto people = people_in_list(squeezed(value));
        if (people.empty()) continue;
        auto name = people.front().name;
        if (auto prefix = Letters{name}.low.find(" v "); prefix != std::string::npos)
            name = Letters{name}.cut(0, prefix);
        facts.minutes_by = SaidText{name, source.original(at, last)};
        source.used_lines.insert(at);
        if (last != at) source.used_lines.insert(last);
        auto dates = dates_in(letters, source.years);
        for (auto near : {last + 1, at - 1, last + 2, at - 2}) {
            if (!dates.empty() || near >= source.lines.size() || source.lines[near].kind == LineKind::row) continue;
            static const Pattern signed_in{"^(?:ve?|na)\\s+[a-z]+.*\\b(?:dne\\s*)?\\d|^datum|^dne|^zapis"};
            Letters beside{source.lines[near].text};
            if (beside.size() < 60 && signed_in.stands_in(beside.low)) {
                dates = dates_in(beside, source.years);
                if (!dates.empty() && near > source.head_end) source.used_lines.insert(near);
            }
        }
        if (!dates.empty() && at > source.head_end / 2 && (!facts.date || dates.back().first >= facts.date->day))
            facts.minutes_date = SaidDay{dates.back().first, source.original(at, last)};
        return;
    }
    if (!source.sender.empty()) {
        facts.minutes_by = SaidText{without_titles(source.sender), {}};
        return;
    }
    // a letter's signature
    for (std::size_t at = 0; at + 1 < source.lines.size(); ++at) {
        if (source.lines[at].text != "--" && source.lines[at].text != "-- ") continue;
    }
}

}
