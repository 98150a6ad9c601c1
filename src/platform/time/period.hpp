// A stretch of days that a plan, a project or a network is for; remembers whether people said days, months or years.
#pragma once

#include "platform/time/date.hpp"

enum class Precision : std::uint8_t { day, month, year };

struct Period {
    Date from;     // its first day
    Date until;    // the day after its last one
    Precision from_precision = Precision::day;
    Precision until_precision = Precision::day;

    // These throw std::invalid_argument when the end comes before the beginning or there is no such month.
    static Period of_days(Date first, Date last);
    static Period of_months(int year, int month, int last_year, int last_month);
    static Period of_years(int first, int last);
    static Period of_year(int year) { return of_years(year, year); }

    Date first_day() const { return from; }
    Date last_day() const { return until - std::chrono::days{1}; }
    int days() const { return int((until - from).count()); }
    bool contains(Date day) const { return from <= day && day < until; }
    bool contains(const Period& inner) const { return from <= inner.from && inner.until <= until; }
    bool overlaps(const Period& other) const { return from < other.until && other.from < until; }

    friend bool operator==(const Period&, const Period&) = default;
};

int whole_months(const Period&);                // 1. 5. 2023 – 30. 4. 2026 are 36; days over are not counted
int calendar_years(const Period&);              // how many years it touches: 2009–2013 are 5
bool ends_with_a_whole_month(const Period&);    // no days are left over

// 2009–2013, 2017, 09/2017, 06-07/2017, 01/2017 - 12/2018, září 2017, 1. 5. 2023 – 30. 4. 2026, 1.–3. 5. 2023,
// 12. 6. 2025, od 1. 5. 2023 do 30. 4. 2026.
std::optional<Period> parse_period(std::string_view);

// 2009–2013, 9/2017, 6–7/2017, 1/2017–12/2018, 1. 5. 2023 – 30. 4. 2026, 1.–3. 5. 2023; dashes hold to what follows.
std::string to_czech(const Period&);

// Both ends, each as precise as it was said: 2009/2013, 2017-06/2017-07, 2023-05-01/2026-04-30.
std::string to_iso(const Period&);
std::optional<Period> parse_iso_period(std::string_view);
