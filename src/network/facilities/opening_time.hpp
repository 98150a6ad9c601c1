// When a service is open, as a recurrence by weekdays.
#pragma once

#include "network/facilities/facility.hpp"

#include <array>

namespace network {

struct OpeningTime {
    Id<OpeningTime> id{};
    Id<Service> service_id{};
    std::optional<Id<Facility>> facility_id{};    // nothing: at all of them
    std::optional<std::string> form_code{};       // nothing: in all forms
    std::string days{};                           // MO,TU,WE,TH,FR; empty: the day is not known
    std::optional<std::int64_t> opens_at{};       // minutes after midnight
    std::optional<std::int64_t> closes_at{};
    std::optional<std::int64_t> times_a_week{};    // where only that is known
    bool by_appointment{};
    bool nonstop{};
    std::optional<std::string> note{};
    Validity validity{beginning, {}};
    Kept kept{};

    bool on(std::string_view weekday) const;    // MO … SU

    static constexpr auto table = "opening_times";
    static constexpr auto content = "network";
    static void each_field(auto& time, auto& visit) {
        visit("id", time.id), visit("service_id", time.service_id), visit("facility_id", time.facility_id);
        visit("form_code", time.form_code), visit("days", time.days), visit("opens_at", time.opens_at);
        visit("closes_at", time.closes_at), visit("times_a_week", time.times_a_week);
        visit("by_appointment", time.by_appointment), visit("nonstop", time.nonstop), visit("note", time.note);
        Validity::each_field(time.validity, visit), Kept::each_field(time.kept, visit);
    }
};

inline constexpr std::array<std::string_view, 7> weekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

// Minutes open on a weekday, in a week: what is open at two places at once counts once.
std::int64_t open_minutes(const std::vector<OpeningTime>&, std::string_view weekday);
std::int64_t open_minutes_a_week(const std::vector<OpeningTime>&);

// 7,30 or 7.30 or 07:30 or 7, in minutes after midnight; 24:00 is the end of the day.
std::optional<std::int64_t> parse_time_of_day(std::string_view);
// 7.30, as Czech writes it.
std::string to_czech_time(std::int64_t minutes);

// From Monday on, by the first day and the hour; what holds day and night first, what has no day last.
void sort_by_week(std::vector<OpeningTime>&);

std::vector<OpeningTime> opening_times_of(db::Session&, Id<Service>);

}
