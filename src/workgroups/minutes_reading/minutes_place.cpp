// Where it met.
#include "workgroups/minutes_reading/minutes_readers.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>
#include <cctype>

namespace workgroups {

using namespace reading;

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
                                                                              {"domove", "domov"},
                                                                              {"reditelne", "ředitelna"},
                                                                              {"zasedacce", "zasedačka"},
                                                                              {"zbrojnici", "zbrojnice"},
                                                                              {"sokolovne", "sokolovna"},
                                                                              {"hale", "hala"},
                                                                              {"divadle", "divadlo"},
                                                                              {"fare", "fara"},
                                                                              {"penzionu", "penzion"},
                                                                              {"muzeu", "muzeum"},
                                                                              {"aule", "aula"},
                                                                              {"kavarne", "kavárna"},
                                                                              {"dilne", "dílna"},
                                                                              {"skole", "škola"},
                                                                              {"nemocnici", "nemocnice"},
                                                                              {"radnici", "radnice"},
                                                                              {"poradne", "poradna"}};
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
        "\\b(?:ve?|na)\\s+(?:[a-z]+(?:m|e|i|ch|o|u)\\s+){0,3}?(?:[a-z]*mistnosti|sini|sale|salonku|klubovne|kancelari|ucebne|jidelne|knihovne|budove|dome|centru|hotelu|prostorach|arealu|stredisku|urade|poradne|skole|nemocnici|domove|radnici|kulturnim|komunitnim|obecnim|mestskem|krajskem|[a-z]+ovne|reditelne|zasedacce|zbrojnici|hale|divadle|fare|penzionu|muzeu|galerii|aule|kavarne|restauraci|hostinci|dilne|herne|tride|kancl[u]?|salu|kulturaku|magistratu|charite|azylovem|denni)\\b[^;]*"};
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
    // „Kde a kdy: online, 13:15 – 14:40“
    for (auto& one : source.labelled)
        if (one.kind == "date" && !one.inside && one.line <= source.head_end + 15 &&
            (one.label.find("kde") != std::string::npos || one.label.find("mist") != std::string::npos)) {
            auto value = clean_place(without_day_and_hours(one.value));
            if (only_letters(value).size() < 3) continue;
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
            "\\b(?:sesli|sesl[ai]|setkali|jednani se konalo|setkani se konalo|probehlo|konala|konalo)\\b"};
        if (sentence.place.first > 25 || !met.stands_in(sentence.letters.low)) continue;
        auto phrase = place_phrase(std::string{sentence.letters.source});
        if (phrase.empty()) continue;
        facts.place =
            SaidText{place_in_nominative(clean_place(without_day_and_hours(phrase))), source.original(sentence)};
        return;
    }
}

}
