// What the course of a meeting adds to its attendance, and what is no attendance.
#include "workgroups/minutes_reading/attendance_reading.hpp"

#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"
#include "workgroups/minutes_reading/people_by_shape.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

bool is_whole_person(const std::string& name) { return name.find(' ') != name.npos; }

// Someone who came when the others had begun: said by an hour or by a word such as „později“.
void add_late(MinutesSource& source, MinutesFacts& facts) {
    static const Pattern comes{
        "\\b(?:prichazi|prijizdi|dorazi|pripojuje se|prisel|prisla|prisli|dorazil[aiy]?|prijel[aiy]?|pripojil[aiy]? se|se pripojil[aiy]?|dostavil[aiy]? se)\\b"},
        late{
            "\\b(?:pozde[a-z]*|zpozden[a-z]*|zdrzen[a-z]*|dodatecne|v prubehu|behem|mezitim|po (?:prvni|pul|hodine|prestavce)|az (?:na|ve|v|k)\\b|od bodu|teprve|jeste)\\b|^(?:prichazi|prijizdi|dorazi|pripojuje)|\\d[.:]\\d\\d|\\d hod"},
        of_staff{"\\b(?:nov[aey]|nastoup|smen|praci|zamestnan|klient|pacient|dopis|zprav|mail|zadost|bude|priste)"};
    for (auto& sentence : source.sentences) {
        auto& low = sentence.letters.low;
        if (low.size() > 180 || sentence.row) continue;
        auto found = comes.in(low);
        if (!found || !late.stands_in(low) || of_staff.stands_in(low)) continue;
        auto people = people_by_shape(sentence.letters);
        std::erase_if(people, [](auto& one) { return !is_whole_person(one.nominative); });
        if (people.size() > 2) continue;
        for (auto& person : people) add_person(facts, Came::yes, person.nominative, source.original(sentence));
    }
}

// „…; za magistrát svolavatelka.“: who that is, a label says.
void add_referred(MinutesSource& source, MinutesFacts& facts) {
    static const Pattern role{
        "\\b(?:svolavatelk?a?|predsedajici|moderator(?:ka)?|facilitator(?:ka)?)\\b[^,;:A-Z]{0,20}(?:[,;.]|$)"};
    auto chair = source.first_of("chair");
    if (!chair) return;
    for (auto& one : source.labelled) {
        if (one.kind != "present" || one.inside) continue;
        auto found = role.in(Letters{one.value}.low);
        if (!found) continue;
        for (auto& person : people_in_list(chair->value))
            if (is_whole_person(person.name))
                return add_person(facts, Came::yes, person.name, source.original(one.line, one.last_line));
    }
}

bool is_in_capitals(const std::string& name) {
    Letters letters{name};
    return std::ranges::none_of(letters.plain, [](char c) { return c >= 'a' && c <= 'z'; });
}

}

void read_late_and_referred(MinutesSource& source, MinutesFacts& facts) {
    if (facts.present.empty()) return;
    add_late(source, facts);
    add_referred(source, facts);
}

void drop_what_is_no_person(MinutesFacts& facts) {
    auto& present = facts.present;
    auto whole = std::ranges::count_if(present, [](auto& one) { return is_whole_person(one.text); });
    if (whole < 2 || whole * 3 < std::ptrdiff_t(present.size()) * 2) return;
    bool others_small = std::ranges::any_of(present, [](auto& one) { return !is_in_capitals(one.text); });
    std::erase_if(present, [&](auto& one) {
        return !is_whole_person(one.text) &&
               ((others_small && is_in_capitals(one.text)) || !label_kind(one.text).empty());
    });
}

}
