// Which group met.
#include "workgroups/minutes_reading/minutes_readers.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>
#include <functional>

namespace workgroups {

using namespace reading;

bool is_title_line(const std::string& low) {
    static const Pattern title{
        "\\bzapis\\b(?!ova|uje)|^usneseni\\b(?! c)|\\bzaznam z\\b|^\\W*(?:zaznam|protokol|zapisky|poznamky z)\\b"};
    static const Pattern in_letter{
        "\\b(?:posil|zasil|priklad|prosim|dekuj|dik|preposil|nebude|nemam|nestih|strucne|najdete)[a-z]*\\b"};
    return title.stands_in(low) && !low.starts_with('(') && low.find("zapsal") == std::string::npos &&
           low.size() < 220 && !in_letter.stands_in(low);
}

namespace {

const std::string kind_of_meeting =
    "(?:jednani|porad[ay]|schuz[ei]|schuzk[ay]|setkani|zasedani|sezeni|workshop[u]?|kulateho stolu|konzultace)";

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
        "\\b(?:skupin[ay]|komis[ei]|vybor|rad[ay] (?:mest|obc|kraj|mestsk)|tym|zastupitelstv[oa]|platform[ay]|komunitni(?:ho|mu)? planovani|sdruzeni|koordinacni|aliance|kulaty stul|rps|skupin|kulat[a-z]* stul|dozorci rad[ay]|sprav[a-z]* rad[ay]|rad[ay] (?:reditel|senior|starsich|rodic|klient|ucastnik|poskytovatel)|predsednictv[oai]|kolegi[a-z]+|parlament|asociace|svaz[a-z]*|tim|tymu|sbor|predstavenstvo|spravni rada|pracovni setkani)\\b"};
    return group.stands_in(low);
}

bool names_a_meeting(const std::string& low) {
    static const Pattern meeting{
        "\\b(?:porad[ay]|valn[ae] hromad[ay]|konferenc[ei]|shromazdeni|rad[ay] |kolegium|schuze|zasedani|setkani|kulaty stul|workshop|skolsk[ae] rad[ay])\\b"};
    return meeting.stands_in(low);
}

// A line at the beginning that says nothing else: „PŘÍPADOVÁ KONFERENCE“, „Porada vedoucích služeb“.
void add_meeting_named_alone(const MinutesSource& source, const std::function<void(const std::string&)>& add) {
    for (std::size_t at = 0; at < std::min<std::size_t>(source.lines.size(), 6); ++at) {
        auto& line = source.lines[at];
        if (line.empty() || line.kind == LineKind::row || line.text.size() > 120 || line.text.ends_with('.') ||
            !labels_in(line.text).empty() || !names_a_meeting(plain_small(line.text)))
            continue;
        return add(line.text);
    }
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
    static const Pattern of_record{"^(?:sepsan|porizen|vyhotoven|ze? (?:setkani|jednani|schuz|porad))"};
    if (of_record.stands_in(plain_small(group))) return {};
    static const Pattern no_name{"^\\W*(?:rok[u]?|skolni rok|sk\\. rok|za|ke dni)?[\\s\\d./,-]*$"};
    return no_name.stands_in(plain_small(group)) ? std::string{} : squeezed(group);
}

bool is_of_programme(const std::string& low) {
    static const Pattern programme{
        "evropsk|operacni program|spolufinanc|registracni cislo|ministerstvo prace|fond|cislo jednaci|\\bcj\\b|vytisk|nazev projektu|@|http|svatek|zverejneno|export z|stranka vytvorena|naposledy|vytvoril|aktualizovan"};
    return programme.stands_in(low);
}

// „Porada terénního týmu K-centra, po 25. 11.“ is the team; „Porada vedoucích“ stays.
std::string group_of_meeting(const std::string& line) {
    static const Pattern lead{
        "^\\W*(?:(?:\\d+\\.|[a-z]+) )?(?:jednani|porada|schuze|schuzka|setkani|zasedani|sezeni)\\s+(?=[a-z]+)"};
    static const Pattern end{
        "\\s*[,(|]\\s*(?:(?:po|ut|st|ct|pa|so|ne)[a-z]*\\b|\\d|dne)|\\s+(?:dne\\s+)?\\d{1,2}\\.\\s?(?:\\d|[a-z])|\\s+[-–]\\s+(?:zapis|poznamky|zaznam)|\\s+(?:c\\.|cislo|poradove cislo|sk\\. rok|skolni rok)\\s*(?:\\d|[a-z])|\\s+\\(?\\d+\\s*/\\s*\\d"};
    Letters letters{line};
    auto stop = end.in(letters.low);
    auto whole = squeezed(letters.cut(0, stop ? stop->from() : letters.size()));
    Letters cut{whole};
    auto begin = lead.in(cut.low);
    auto rest = begin ? cut.cut(begin->to()) : whole;
    return begin && names_a_group(plain_small(rest)) ? group_in_nominative(rest) : whole;
}

// „Schůzka případové skupiny pro lidi s poraněním mozku začala ve 14 hodin“, „včerejší setkání naší podskupiny …“
std::string group_in_sentence(const MinutesSource& source) {
    static const Pattern phrase{
        "\\b(?:videokonferenc[ei]|telekonferenc[ei]|workshop[u]?|jednani|porad[aeyu]|schuz[ei]|schuzk[aeyu]|setkani|zasedani|sezeni|zapis[u]?(?: z| ze)?|zaznam[u]?(?: z| ze)?)\\s+(?:nasi |naseho |teto |tohoto )?((?:[a-z-]+(?:eho|iho|e|i)\\s+){0,4}?(?:skupiny|podskupiny|komise|rady|platformy|tymu|vyboru|sboru|klubu|spolku|aliance|asociace|vyboru)\\b[^.,;:(|]{0,90})"},
        end{"\\s(?:zacal[aoi]?|skoncil[aoi]?|se\\s+(?:konal|uskutecnil|sesl|v\\b|ve\\b|dnes|vcera)|probehl[aoi]?|byl[aoi]?|dne|v (?:pondeli|utery|patek|sobotu|nedeli|\\d)|ve (?:stredu|ctvrtek|\\d)|ze dne|konan|hostil|svolal|zahajil|posilam|jsem|jsme|z \\d|na \\d|od \\d|tady|najdete|mate)[a-z]*\\b.*$"};
    static const Pattern met{
        "\\b(?:sesl[ao]|sesel|zasedal[ao]?|jednal[ao]?|setkal[ao]?)\\s+(?:se\\s+)?(?:nase |nas )?((?:[a-z-]+\\s+){0,3}?(?:skupina|podskupina|komise|rada|platforma|tym|vybor|sbor|klub|spolek)\\b[^.,;:(|]{0,90})"};
    for (std::size_t at = 0; at < std::min<std::size_t>(source.sentences.size(), 6); ++at) {
        auto& letters = source.sentences[at].letters;
        if (source.sentences[at].place.first > 15) break;
        auto found = phrase.in(letters.low);
        if (!found) found = met.in(letters.low);
        if (!found) continue;
        auto name = squeezed(letters.cut(found->from(1), found->to(1)));
        Letters inside{name};
        if (auto stop = end.in(inside.low)) name = squeezed(inside.cut(0, stop->from()));
        static const Pattern other{"\\b(?:minul|pristi|dalsi|predchoz|schvalen)"};
        if (name.find(' ') == name.npos || only_letters(name).size() < 10 ||
            other.stands_in(letters.low.substr(0, found->from(1))))
            continue;    // „z minulé porady týmu“
        return group_in_nominative(name);
    }
    return {};
}

// „Klub rodičů v Hradci se sešel v úterý …“: who met, where nothing else says it.
std::string group_that_met(const MinutesSource& source) {
    static const Pattern met{
        "^((?:[A-Z]|[a-z])[^,.;:|]{4,80}?)\\s+(?:se\\s+(?:[a-z]+\\s+)?(?:sesel|sesla|sesli|seslo|schazi)|(?:zasedal|jednal|mela? (?:poradu|schuzi))[aioy]?)\\b"};
    static const Pattern us{"^(?:sesli|vcera|dnes|v |ve |na |po |tak)\\b"};
    for (std::size_t at = 0; at < std::min<std::size_t>(source.sentences.size(), 8); ++at) {
        auto& letters = source.sentences[at].letters;
        auto found = met.in(letters.low);
        if (found && !us.stands_in(letters.low) && letters.capital(0)) return letters.cut(found->from(1), found->to(1));
    }
    static const Pattern no_title{
        "^\\W*(?:dobry den|ahoj|mil[ieay]|vazen|cau|zdrav|kdy|datum|misto|den|cas)\\b|@|\\bhttp"};
    for (std::size_t at = 0; at < std::min<std::size_t>(source.lines.size(), 4);
         ++at) {    // the first line, as a title
        auto& line = source.lines[at];
        if (line.empty() || line.kind == LineKind::row) continue;
        auto low = plain_small(line.text);
        if (line.text.size() > 100 || line.text.ends_with('.') || line.text.ends_with(',') || no_title.stands_in(low) ||
            !labels_in(line.text).empty() || is_of_programme(low))
            return {};
        auto group = group_of_meeting(line.text);
        static const Pattern lead{
            "^\\W*(?:tymovka|porada|schuzka|zapis|poznamky ze schuzky|co bylo na|zapisky|poznamky|sync|meeting)\\s*[:–-]?\\s+"};
        Letters letters{group};
        auto begin = lead.in(letters.low);
        return begin ? letters.cut(begin->to()) : group;
    }
    return {};
}
// „Skupina SENIORI, komunitni plan Hodonin.“: a sentence that is nothing but a name.
std::string group_alone_in_sentence(const MinutesSource& source) {
    static const Pattern named{
        "^(?:[a-z-]+ ){0,3}(?:skupina|podskupina|komise|vybor|tym|rada|platforma|sbor|klub|aliance|kolegium|sdruzeni)\\b"},
        verb{
            "\\b(?:se|jsem|jsme|byl[aoiy]?|ma|je|jsou|bude|budou|chce|prosi|bere|schval[a-z]*|doporuc[a-z]*|uklad[a-z]*|jedna[a-z]*|sesl[ao])\\b"};
    for (std::size_t at = 0; at < std::min<std::size_t>(source.sentences.size(), 6); ++at) {
        auto& letters = source.sentences[at].letters;
        if (letters.size() > 100 || letters.size() < 10 || !letters.capital(0) || source.sentences[at].row) continue;
        if (!named.stands_in(letters.low) || verb.stands_in(letters.low) || letters.low.find(':') != std::string::npos)
            continue;
        auto name = letters.source;
        while (name.ends_with('.')) name.pop_back();
        return name;
    }
    return {};
}

// „RE: rada vedoucích středisek 7. 11.“
std::string group_of_subject(const std::string& subject) {
    static const Pattern lead{"^(?:(?:re|fw|fwd|pd|odp)\\s*:\\s*)+"};
    Letters letters{subject};
    auto begin = lead.in(letters.low);
    auto name = begin ? letters.cut(begin->to()) : subject;
    static const Pattern any{"\\b(?:rad[ay]|porad[ay]|schuz[ei]|tym|komise|vybor|skupina|setkani|kolegium|klub)\\b"};
    return any.stands_in(plain_small(name)) ? group_of_meeting(name) : std::string{};
}

// A line inside a paragraph of sentences, no line of a head.
bool is_of_prose(const MinutesSource& source, std::size_t line) {
    static const Pattern full_stop{"[a-z)]\\.\\s+[A-Z]"}, verb{"\\b(?:se|jsem|jsme|byl[aoiy]?|ma|je)\\b"},
        met{"\\b(?:jednal|zasedal|zased|sesl|sesel|setkal|probehl|uskutecnil|konal)[aoiy]?\\b"};
    auto& text = source.lines[line].text;
    if (text.size() < 60) return false;
    if (full_stop.stands_in(Letters{text}.plain) || met.stands_in(plain_small(text))) return true;
    return text.size() > 85 && verb.stands_in(plain_small(text)) && line + 1 < source.lines.size() &&
           !source.lines[line + 1].empty();
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
        if ((one.kind == "group" || (one.label == "zapis" && names_a_group(plain_small(one.value)))) &&
            one.line <= source.head_end && !one.value.empty() &&
            (names_a_group(plain_small(one.label + ' ' + one.value)) || names_a_meeting(plain_small(one.value)))) {
            add(one.label.find("skupina") != std::string::npos &&
                        plain_small(one.value).find("skupin") == std::string::npos
                    ? "pracovní skupina " + one.value
                    : one.value);
            at = source.original(one.line, one.last_line);
        }
    if (!title.text.empty()) facts.title = title;
    {
        auto group = group_of_title(title.text);
        for (std::size_t line = 0; line < std::min<std::size_t>(source.lines.size(), source.head_end); ++line) {
            auto& one = source.lines[line];
            auto low = plain_small(one.text);
            if (one.empty() || one.kind == LineKind::row || one.kind == LineKind::item || one.text.size() > 150 ||
                is_title_line(low) || is_of_programme(low) || !names_a_group(low) || !labels_in(one.text).empty() ||
                one.text.ends_with('.') || one.text.ends_with(':') || is_of_prose(source, line))
                continue;
            if (title.text.find(one.text) != std::string::npos) continue;
            auto name = group_of_meeting(one.text);
            add(names_a_group(plain_small(name)) ? name : one.text);
        }
        if (only_letters(group).size() >= 4 && (names_a_group(plain_small(group)) || parts.empty()))
            add(group_in_nominative(group));
    }
    read_aliases(source, facts);
    if (parts.empty())
        for (auto& head : source.clean.heads)
            if (names_a_group(plain_small(head)) && head.size() < 120) add(group_of_meeting(head));
    if (parts.empty()) add_meeting_named_alone(source, [&](const std::string& line) { add(group_of_meeting(line)); });
    if (parts.empty()) add(group_alone_in_sentence(source));
    if (parts.empty()) add(group_in_sentence(source));
    if (parts.empty()) add(group_of_subject(source.subject));
    if (parts.empty()) add(group_that_met(source));
    if (parts.empty()) return;
    auto group = text::joined(parts, " – ");
    // „řídicí tým projektu“: of which one
    if (auto low = plain_small(group); low.ends_with(" projektu"))
        if (auto project = source.first_of("project")) group += ' ' + project->value;
    if (plain_small(title.text).starts_with("usneseni") && group.size() > 60) group = parts.front();
    facts.group = SaidText{group, at};
}

}
