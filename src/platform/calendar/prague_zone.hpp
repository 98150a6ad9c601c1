// How calendars of ours say the time of Prague.
#pragma once

namespace calendar {

// Rules of the European Union's summer time as they have held since 1996, which is before any event of ours.
inline constexpr const char* prague_zone = "BEGIN:VTIMEZONE\r\n"
                                           "TZID:Europe/Prague\r\n"
                                           "BEGIN:DAYLIGHT\r\n"
                                           "DTSTART:19970330T020000\r\n"
                                           "TZOFFSETFROM:+0100\r\n"
                                           "TZOFFSETTO:+0200\r\n"
                                           "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                                           "TZNAME:CEST\r\n"
                                           "END:DAYLIGHT\r\n"
                                           "BEGIN:STANDARD\r\n"
                                           "DTSTART:19961027T030000\r\n"
                                           "TZOFFSETFROM:+0200\r\n"
                                           "TZOFFSETTO:+0100\r\n"
                                           "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                                           "TZNAME:CET\r\n"
                                           "END:STANDARD\r\n"
                                           "END:VTIMEZONE\r\n";

}
