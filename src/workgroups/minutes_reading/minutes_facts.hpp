// What a careful person writes down after reading minutes; each fact knows the lines where it was read.
#pragma once

#include "platform/reading/text_document.hpp"
#include "platform/time/date.hpp"
#include "platform/time/time_of_day.hpp"

#include <cstdint>
#include <map>
#include <optional>

namespace workgroups {

struct SaidText {
    std::string text{};
    reading::Place at{};
};

struct SaidDay {
    Date day{};
    reading::Place at{};
};

struct SaidTime {
    TimeOfDay time{};
    reading::Place at{};
};

struct TaskFound {
    std::string text{}, responsible{};    // as printed; several with commas; empty where nobody is named
    std::string responsible_printed{};    // where the document has another case of the name
    std::optional<Date> due{};
    reading::Place at{};
};

struct EventFound {
    std::string title{}, place{};
    Date date{};
    std::optional<Date> end{};
    reading::Place at{};
};

struct PlannedMeeting {
    Date day{};
    std::optional<TimeOfDay> time{};
    reading::Place at{};
};

struct GroupReport {
    std::string group{}, by{};
    std::optional<int> members{};
    reading::Place at{};
};

struct MilestoneFound {    // months: 2017-09
    std::string from{}, to{}, text{};
    reading::Place at{};
};

struct ProjectNamed {
    std::string name{}, registration_number{}, start{}, end{};    // months
    reading::Place at{};
};

struct VoteFound {
    int in_favour = 0, against = 0, abstained = 0;
    reading::Place at{};
};

struct MinutesFacts {
    std::optional<SaidText> group{}, title{}, place{}, resolution_number{}, minutes_by{};
    std::vector<std::string> group_aliases{};
    std::optional<SaidDay> date{}, minutes_date{};
    std::optional<SaidTime> start_time{}, end_time{};
    std::vector<SaidText> present{}, excused{}, absent{}, guests{};
    std::vector<SaidText> agenda{};
    std::vector<TaskFound> tasks{};
    std::vector<EventFound> events{};
    std::vector<PlannedMeeting> schedule{};
    std::vector<SaidDay> cancelled{};
    std::vector<SaidText> paragraphs{}, registration_numbers{}, decisions{}, organisations{};
    std::vector<std::int64_t> amounts_czk{};
    std::vector<VoteFound> votes{};
    std::vector<GroupReport> reports{};
    std::vector<MilestoneFound> milestones{};
    std::vector<ProjectNamed> projects{};
    // Items whose number the text repeats or leaves out: „Ad 3.)“ twice (row 3.04).
    std::vector<SaidText> numbering_slips{};
};

MinutesFacts minutes_facts(const reading::TextDocument&);

// The JSON that `opora extract minutes` prints: what the document does not give is null or an empty list.
std::string to_json(const MinutesFacts&);

}
