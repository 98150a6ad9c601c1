// Where an event takes place, by what stands behind „v“ and „na“ in its sentence.
#include "workgroups/minutes_reading/told_events.hpp"

#include "platform/reading/decoding.hpp"

namespace workgroups {

using namespace reading;

std::string event_place(const Letters& letters, const DateInText& date, const std::string& title) {
    static const Pattern place{
        "\\b(?:ve?|na)\\s+((?!pondeli|utery|stredu|ctvrtek|patek|sobotu|nedeli|roce|dnech|\\d|termin|nem\\b|pristi|spoluprac|soucinnost|ramci|souvislost|pripade|prubehu)[a-z][^,;.()]*)"};
    static const Pattern end{"\\s(?:od|do|dne|a to|proto|pozvanky|kona|se|porada)\\b.*$"};
    auto title_begins = plain_small(title.substr(0, title.find(' ')));
    std::string chosen;
    for (auto& found : place.all(letters.low)) {
        if (found.from() < date.from && date.to < found.to()) continue;
        auto text = squeezed(letters.cut(found.from(1), found.to(1)));
        Letters inside{text};
        if (auto stop = end.in(inside.low)) text = squeezed(inside.cut(0, stop->from()));
        if (auto name = plain_small(text).find(" " + title_begins); !title_begins.empty() && name != text.npos)
            text = squeezed(Letters{text}.cut(0, name));
        if (chosen.empty() || found.from() > date.to) chosen = text;
        if (found.from() > date.to) break;
    }
    return chosen.size() > 80 ? std::string{} : place_in_nominative(chosen);
}

}
