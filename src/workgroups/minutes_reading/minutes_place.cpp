// Where it met.
#include "workgroups/minutes_reading/minutes_readers.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>
#include <cctype>

namespace workgroups {

using namespace reading;

std::string place_in_nominative(std::string_view locative) {
    auto& nouns = kinds_of("place_nouns");
    auto words = text::parted(locative, " ");
    if (words.size() > 1)
        if (auto low = plain_small(words.front()); low == "v" || low == "ve" || low == "na") words.erase(words.begin());
    for (std::size_t at = 0; at < words.size(); ++at) {
        auto low = plain_small(words[at]);
        auto bare = low.substr(0, low.find_first_of(",."));
        auto noun = std::ranges::find(nouns, bare, &std::pair<std::string, std::string>::first);
        if (noun == nouns.end()) continue;
        words[at] = noun->second + Letters{words[at]}.cut(bare.size());
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
    if (place.starts_with('(') && place.find(')') + 1 >= place.size()) place.erase(0, 1);
    if (place.ends_with(", )")) place.resize(place.size() - 3);
    if (place.ends_with(')') && place.find('(') == place.npos) place.pop_back();
    while (!place.empty() && (place.back() == ',' || place.back() == ' ' || place.back() == ';' ||
                              (place.back() == '.' && place.size() > 2 &&
                               !std::isdigit(static_cast<unsigned char>(place[place.size() - 2])))))
        place.pop_back();
    return place;
}

std::string locatives() {
    std::string all;
    for (auto& [locative, nominative] : kinds_of("place_nouns")) all += (all.empty() ? "" : "|") + locative;
    return all;
}

// „v zasedací místnosti MÚ Jilemnice“ up to the end of what is a place.
std::string place_phrase(const std::string& text) {
    Letters letters{text};
    static const Pattern place{
        "\\b(?:ve?|na)\\s+(?:[a-z]+(?:m|e|i|ch|o|u)\\s+){0,3}?(?:" + locatives() +
        "|[a-z]*mistnosti|[a-z]+ovne|kulturnim|komunitnim|obecnim|mestskem|krajskem|azylovem|denni)\\b[^;]*"};
    static const Pattern end{
        "\\s+(?:ve slozeni\\b|v poctu\\b|a bylo nas|a sesl|a byl|a trval|za ucasti|pritomni|program|od \\d|v \\d{1,2}[:.]|dne |(?:s[ei]\\s+)?(?:sesl|sesel|sedl[aio]|sedel|usedl|posadil|potkal|videl|sjel|setkal|konal|uskutecnil|zahajil|ridil)[aoiy]?\\b|(?:schuzi|jednani|poradu|zasedani|setkani) (?:se )?(?:zahajil|zacal|ridil|vedl|svolal|zucastnil))|,\\s+(?:zac|skonc|kde|kter|hostil|ucast|sesl|byl|trval)|\\.$"},
        sentence{"(?:[a-z]{5}|\\))\\.\\s+[A-Z]"};
    static const Pattern were{"\\bbyli jsme\\b"};    // „protože v herně malují, byli jsme v knihovně“
    auto us = were.in(letters.low);
    auto found = us ? place.in(letters.low, us->to()) : std::nullopt;
    if (!found) found = place.in(letters.low);
    if (!found) return {};
    auto phrase = letters.cut(found->from(), found->to());
    if (auto stop = sentence.in(Letters{phrase}.plain)) phrase = Letters{phrase}.cut(0, stop->to() - 3);
    Letters inside{phrase};
    if (auto stop = end.in(inside.low)) phrase = inside.cut(0, stop->from());
    return phrase;
}

}

namespace {

bool looks_like_place(const std::string& low) {
    static const Pattern word{
        "mistnost|\\bsin\\b|\\bsal\\b|salonek|klub|kancelar|budov|urad|centrum|\\bdum\\b|radnic|ulic|\\bul\\.|namest|nam\\.|hotel|skola|nemocnic|on-?line|videokonferenc|teams|zoom|meet\\b|knihovn|zasedac|ucebn|divadl|sokolovn|\\bkino\\b|zamek|zamk|klaster|magistrat|stacionar|domov|hospic|charit|poradn|farni|\\bfara\\b|kuchyn|jidelna|sborovna|[a-z]{3,} \\d{1,4}(?:/\\d+)?\\b"};
    static const Pattern other{
        "zapis|\\bc\\.|cislo|jednani|porada|projekt|registr|\\bcj\\b|tel\\b|ico\\b|@|\\bkc\\b|\\btis\\b|usneseni|\\blist \\d|\\bstrana \\d|\\bstr\\. \\d"};
    return word.stands_in(low) && !other.stands_in(low);
}

// „mistnost 2, od 14 hod. Z osmi nas prislo pet“
bool is_of_sentences(const std::string& text) {
    static const Pattern full_stop{"(?:[a-z]{3}|hod|\\))\\.\\s+[A-Z][a-z]* [a-z]"};
    return full_stop.stands_in(Letters{text}.plain);
}

bool is_day_name(const std::string& low) {
    static const Pattern name{
        "^\\W*(?:v |ve )?(?:pondeli|utery|streda|stredu|ctvrtek|patek|sobota|sobotu|nedele|nedeli|po|ut|st|ct|pa|so|ne)\\b"};
    return name.stands_in(low);
}

// „porada (16. dubna 2026, od 12:30, dílna v suterénu)“: what stands in brackets beside the day and the hour.
std::optional<SaidText> place_in_brackets(const MinutesSource& source) {
    static const Pattern bracket{"\\(([^()]{10,120})\\)"},
        other{"^(?:pritom|ucast|zapis|trval|celkem|delka|konec|\\d)|@|\\b(?:tel|clenu|osob|hlas)"};
    for (auto& sentence : source.sentences) {
        if (sentence.place.first > source.head_end + 3) break;
        auto found = bracket.in(sentence.letters.low);
        if (!found) continue;
        auto inside = sentence.letters.cut(found->from(1), found->to(1));
        Letters letters{inside};
        bool day = !dates_in(letters, source.years).empty();
        if (times_in(letters).empty() || (!day && !is_day_name(letters.low))) continue;
        std::string place;
        for (auto& part : text::parted(inside, ",")) {
            auto rest = clean_place(without_day_and_hours(part));
            if (only_letters(rest).size() < 3 || other.stands_in(plain_small(rest))) continue;
            if (is_day_name(plain_small(rest)) && rest.find(' ') == rest.npos) continue;
            place += (place.empty() ? "" : ", ") + rest;
        }
        if (!place.empty()) return SaidText{place, source.original(sentence)};
    }
    return {};
}

// „út 14. 1. 2025 / od 8:15 / online přes Teams“: parts of the line that says the day.
std::optional<SaidText> place_in_parts(const MinutesSource& source, std::size_t head) {
    static const Pattern parting{"\\s+[/|•~-]\\s+|\\s+·\\s+|;\\s+|,\\s+"};
    for (std::size_t at = 0; at < std::min<std::size_t>({head, 14, source.lines.size()}); ++at) {
        auto& line = source.lines[at];
        if (line.empty() || !labels_in(line.text).empty()) continue;
        Letters letters{line.text};
        if (dates_in(letters, source.years).empty() && times_in(letters).empty()) continue;
        static const Pattern short_end{"(?:\\b(?:p|np|patr|hod|h|c|ul|tr|nam)|\\d)\\.$"};
        bool full_stop = line.text.ends_with('.') && !short_end.stands_in(letters.low);
        if (line.text.size() > 160 || full_stop || is_of_sentences(line.text)) continue;
        std::string place, before;
        std::size_t from = 0;
        auto take = [&](std::size_t to) {
            auto part = squeezed(letters.cut(from, to));
            Letters inside{part};
            bool about_time = !dates_in(inside, source.years).empty() || !times_in(inside).empty();
            static const Pattern town{"^[A-Z][a-z]+(?: [a-zA-Z]+){0,2}(?:-[A-Z][a-z]+)?$"};
            if (place.empty() && !about_time && !looks_like_place(inside.low))
                before = town.stands_in(inside.plain) && !is_title_line(inside.low) ? part : std::string{};
            if (about_time && place.empty())    // „od 9.00 v zasedací místnosti odboru“
                if (auto phrase = place_phrase(without_day_and_hours(part)); !phrase.empty()) {
                    place = place_in_nominative(clean_place(phrase));
                    return;
                }
            if (part.empty() || about_time || (place.empty() && !looks_like_place(inside.low))) return;
            if (place.empty() && !before.empty()) place = before;    // „Lenora, obecní úřad“
            place += (place.empty() ? "" : ", ") + part;
        };
        for (auto& sign : parting.all(letters.low)) take(sign.from()), from = sign.to();
        take(letters.size());
        static const Pattern because{",? (?:protoze|kvuli|nebot|tentokrat)\\b.*$"};
        Letters whole{place};
        if (auto tail = because.in(whole.low)) place = whole.cut(0, tail->from());
        if (!place.empty()) return SaidText{clean_place(place), source.original(at, at)};
    }
    return {};
}

}

namespace {

// „konec 10:50 · místo: kuchyňka“
bool behind_a_sign(const Labelled& one) {
    for (std::string_view sign : {"·", "|", "•", ";", "–", ",", "/"})
        if (one.before.ends_with(sign)) return true;
    return false;
}

// „Místem konání bylo sídlo fondu“, „hostila nás Cerebra na Kladně, Severní 2960“
std::optional<SaidText> place_told(const MinutesSource& source) {
    static const Pattern told{
        "\\b(?:mistem (?:konani|jednani|setkani|schuzky|zasedani) (?:byl[aoy]?|je)|hostil[aoiy]? (?:nas|jednani|setkani|poradu|schuzku|skupinu)|sesli jsme se u|setkali jsme se u)\\s+([^;()]{4,100}?)(?=[.;(]|,\\s+(?:zac|kde|kter|kdy|v \\d|od \\d|coz|a\\b)|$)"};
    for (auto& sentence : source.sentences) {
        if (sentence.place.first > source.head_end + 12) break;
        if (auto found = told.in(sentence.letters.low))
            return SaidText{clean_place(without_day_and_hours(sentence.letters.cut(found->from(1), found->to(1)))),
                            source.original(sentence)};
    }
    return {};
}

// A column „Kde jsme se sešli“ with its value below.
std::optional<SaidText> place_below_label(const MinutesSource& source) {
    auto& lines = source.lines;
    for (std::size_t at = 0; at + 1 < std::min<std::size_t>(lines.size(), source.head_end + 6); ++at) {
        if (lines[at].kind != LineKind::row || lines[at + 1].table != lines[at].table) continue;
        for (std::size_t i = 0; i < std::min(lines[at].cells.size(), lines[at + 1].cells.size()); ++i)
            if (label_kind(lines[at].cells[i]) == "place" && label_kind(lines[at + 1].cells[i]).empty() &&
                only_letters(lines[at + 1].cells[i]).size() > 3 &&
                std::ranges::count_if(lines[at].cells, [](auto& cell) { return !label_kind(cell).empty(); }) >= 2)
                return SaidText{clean_place(lines[at + 1].cells[i]), source.original(at + 1, at + 1)};
    }
    return {};
}

}

void read_place(MinutesSource& source, MinutesFacts& facts) {
    for (auto& one : source.labelled)
        if (one.kind == "place" && (!one.inside || behind_a_sign(one)) && one.label != "sidlo" &&
            one.line <= source.head_end + 15) {
            auto value = clean_place(one.value);
            if (value.empty() || value.find("›") != value.npos) continue;
            facts.place = SaidText{value, source.original(one.line, one.last_line)};
            return;
        }
    // „Kde a kdy: online, 13:15 – 14:40“
    for (auto& one : source.labelled)
        if (one.kind == "date" && !one.inside && one.line <= source.head_end + 15 &&
            (one.label.find("kde") != std::string::npos || one.label.find("mist") != std::string::npos)) {
            auto value = clean_place(without_day_and_hours(one.value));
            if (only_letters(value).size() < 3) continue;
            facts.place = SaidText{value, source.original(one.line, one.last_line)};
            return;
        }
    facts.place = place_below_label(source);
    if (!facts.place) facts.place = place_told(source);
    if (!facts.place) facts.place = place_in_brackets(source);
    if (facts.place) return;
    // on the line of the day
    if (!facts.date) return;
    if (auto place = place_in_parts(source, std::max<std::size_t>(source.head_end, 6))) {
        facts.place = place;
        return;
    }
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
        bool below_day = at > 0 && !dates_in(Letters{source.lines[at - 1].text}, source.years).empty();
        if (auto low = plain_small(line.text); below_day && line.text.size() < 90 && looks_like_place(low) &&
                                               !is_of_sentences(line.text) && labels_in(line.text).empty() &&
                                               !line.text.ends_with('.') &&
                                               !is_title_line(low)) {    // „Vrchlického divadlo, salonek“
            facts.place = SaidText{clean_place(line.text), source.original(at, at)};
            return;
        }
        auto dated = dates_in(Letters{line.text}, {});
        auto rest = dated.empty() ? std::string{}
                                  : clean_place(without_day_and_hours(Letters{line.text}.cut(dated.front().to)));
        static const Pattern place_word{
            "mistnost|sin\\b|sal\\b|salonek|klub|kancelar|budov|urad|centrum|dum\\b|radnic|ulic|\\bul\\.|namest|nam\\.|hotel|skola|nemocnic|on-?line|videokonferenc|teams|zoom|knihovn|\\d{2,}"};
        static const Pattern no_place{"\\bkc\\b|\\bvysi\\b|usneseni|zakon|\\btis\\b"};
        if (!rest.empty() && rest.size() < 120 && !no_place.stands_in(plain_small(rest)) &&
            place_word.stands_in(plain_small(rest)) && !is_title_line(plain_small(line.text))) {
            facts.place = SaidText{rest, source.original(at, at)};
            return;
        }
    }
    static const Pattern place_line{
        "^(?:(?:mala|velka|nova|stara|velky|maly) )?(?:zasedac|mistnost|sal\\b|salonek|klubovna|kancelar|ucebna|knihovna|kulturni dum|komunitni dum|komunitni centrum|obecni urad|mestsky urad|krajsky urad|magistrat|radnice|on-?line|ms teams|zoom)"};
    for (std::size_t at = 0; at < std::min<std::size_t>(source.head_end, 12); ++at) {    // alone in its line
        auto& line = source.lines[at];
        auto low = plain_small(line.text);
        if (line.kind != LineKind::text || line.text.size() > 110 || line.text.ends_with('.') ||
            !place_line.stands_in(low) || is_title_line(low) || !labels_in(line.text).empty())
            continue;
        bool alone = low.find(',') != low.npos || low.find_first_of("0123456789") != low.npos || low.size() < 20;
        if (!alone || at < 2) continue;
        facts.place = SaidText{clean_place(line.text), source.original(at, at)};
        return;
    }
    for (auto& sentence : source.sentences) {    // „Sešli jsme se v devět u nás v poradně“
        static const Pattern met{
            "\\b(?:sesli|sesl[aio]|sesel|setkali|probehl[aoy]?|konal[aoy]?|uskutecnil[aoy]?|jednal[aoi]?|zasedal[aoi]?|hostil[aoi]?|byli jsme|schazi se|sedl[aio]|sedel[aio]?|potkal[aio]?|sjel[aio]?)\\b"};
        if (sentence.place.first > 25 || !met.stands_in(sentence.letters.low)) continue;
        auto phrase = place_phrase(std::string{sentence.letters.source});
        if (phrase.empty()) continue;
        facts.place =
            SaidText{place_in_nominative(clean_place(without_day_and_hours(phrase))), source.original(sentence)};
        return;
    }
    // „Byli jsme v charitě na Wilsonově, místnost 2, od 14 hod.“
    static const Pattern were{
        "\\b(?:byli jsme|sesli jsme se|jsme se[^.;]{0,40}? sesli|setkali jsme se|jsme se[^.;]{0,40}? setkali|sedeli jsme|zasedali jsme|jednali jsme)\\s+(?:znovu |tentokrat |opet |zase )?(?:ve?|na|u)\\s+(?!\\d|pondel|uter|stred|ctvrt|pat[ek]|sobot|nedel|jedn|dve|tri|ctyri|pet|sest|sedm|osm|devet|deset|pul|poct|slozen|plnem|uplnem|poradku)([^.;:()]{4,90}?)(?=[.;:(]|,? (?:od|v|ve|do|a) (?:\\d|pul|dev|des|osm|sedm|ctvrt|jed|dva|tri|bylo|probr)|$)"};
    for (auto& sentence : source.sentences) {
        if (sentence.place.first > source.head_end + 12) break;
        auto found = were.in(sentence.letters.low);
        if (!found) continue;
        facts.place = SaidText{
            place_in_nominative(clean_place(without_day_and_hours(sentence.letters.cut(found->from(1), found->to(1))))),
            source.original(sentence)};
        return;
    }
    for (auto& one : source.labelled)    // the seat on the letterhead
        if (one.kind == "place" && one.label == "sidlo" && one.line <= source.head_end + 6) {
            Letters value{one.value};
            static const Pattern end{"\\s+[*|•]|,?\\s*(?:ico|ic|tel|dic|e-mail)\\b"};
            auto stop = end.in(value.low);
            facts.place = SaidText{clean_place(value.cut(0, stop ? stop->from() : value.size())),
                                   source.original(one.line, one.last_line)};
            return;
        }
}

}
