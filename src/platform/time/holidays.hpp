// Days when offices are closed: public holidays by law 245/2000 Sb., and deadlines counted in working days.
#pragma once

#include "platform/time/date.hpp"

enum class Holiday : std::uint8_t {
    restoration_of_the_state,
    good_friday,
    easter_monday,
    labour_day,
    victory_day,
    cyril_and_methodius,
    jan_hus,
    czech_statehood,
    czechoslovak_state,
    freedom_and_democracy,
    christmas_eve,
    christmas_day,
    second_christmas_day
};

Date easter_sunday(int year);
std::optional<Holiday> holiday_on(Date);

bool is_working_day(Date);                          // Monday to Friday and no holiday
Date working_day_on_or_after(Date);                 // where a deadline moves that falls on a day off
Date plus_working_days(Date, int days);             // the first one counted is the next; negative goes back
int working_days_between(Date from, Date until);    // from is counted, until is not
