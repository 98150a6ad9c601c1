// Days, stretches of days, months and hours inside sentences.
#pragma once

#include "platform/reading/letters.hpp"
#include "platform/time/date.hpp"
#include "platform/time/time_of_day.hpp"

#include <optional>
#include <vector>

namespace reading {

struct DateInText {
    std::size_t from = 0, to = 0;    // in letters
    Date first{};
    std::optional<Date> last{};    // of „26. - 27. 11. 2015“
    bool year_said = false;
};

// What a date without its year means: that year, or the one nearest to the day of the document, rather ahead of it; a
// day of the week beside it decides.
struct YearContext {
    std::optional<Date> document_day{};
    std::optional<int> year{};    // of the heading above
};

// In the order of the text.  12. 4. 2021, 12.4.21, 2021-04-12, 26. - 27. 11. 2015, od 7. do 13. října, 29. 8. – 3. 9.
// 2021, „14. 4.“; hours such as 13.00–15.10 are none, nor are versions and marks.
std::vector<DateInText> dates_in(const Letters&, const YearContext&);

struct TimeInText {
    std::size_t from = 0, to = 0;
    TimeOfDay start{};
    std::optional<TimeOfDay> end{};
};

// 14:00, 15,30 hod., v 9 hodin, od 14:00 do 15.30, 13.00–15.10, v devět, od devíti hodin.
std::vector<TimeInText> times_in(const Letters&);

// What a deadline says.
struct Deadline {
    std::optional<Date> day{};
    bool next_meeting = false;    // „do příští porady“
    bool said = false;            // any of these, also „ihned“ and „průběžně“
    std::size_t from = 0, to = 0;
};

// The deadline in a text that is one: „30. 4. 2021“, „do konce května“, „říjen 2020“, „do 14 dnů“, „ihned“.
Deadline deadline_of(const Letters&, const YearContext&);
// The deadline inside a sentence: only behind „do“, „nejpozději“, „termín“ and their like.
Deadline deadline_inside(const Letters&, const YearContext&);

std::optional<int> month_named(std::string_view low);    // any case: „květnu“ is 5

}
