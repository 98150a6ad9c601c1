// Attendance told in any words: people in the head of the minutes, by what is said of them there.
#pragma once

#include "workgroups/minutes_reading/minutes_readers.hpp"

namespace workgroups {

struct AttendanceTold {
    std::vector<SaidText> present{}, excused{}, absent{}, guests{};
};

// „nemoc“, „omluvena“, „dovolená“, not „bez omluvy“; in plain small letters.
bool tells_reason(const std::string& low);

AttendanceTold attendance_in_head(const MinutesSource&);

}
