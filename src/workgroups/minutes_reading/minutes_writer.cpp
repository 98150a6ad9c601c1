// Who wrote the minutes, and on which day.
#include "workgroups/minutes_reading/minutes_readers.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"

namespace workgroups {

using namespace reading;

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
    if (!source.sender.empty()) facts.minutes_by = SaidText{without_titles(source.sender), {}};
}

}
