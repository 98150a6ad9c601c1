// Days as people speak of them, in the reader's language.
#pragma once

#include "platform/i18n/texts.hpp"
#include "platform/time/holidays.hpp"
#include "platform/time/weekdays.hpp"

namespace i18n {

std::string weekday_name(const Texts&, Date);                // čtvrtek
std::string with_weekday(const Texts&, Date);                // čtvrtek 12. 6. 2025, for appointments
std::string weekday_names(const Texts&, Weekdays);           // po–pá; po, st a pá; denně
std::string relative_day(const Texts&, Date, Date today);    // zítra, za 5 dní, před 2 dny: only beside the date itself
std::string holiday_name(const Texts&, Holiday);             // Velký pátek
std::string holiday_key(Holiday);                            // holiday.good_friday, the key of its name

}
