// Puts together what stands and keeps what was confirmed or told anew.
#include "network/confirmations/place_report.hpp"

#include "network/services/registered_capacity.hpp"

#include <algorithm>
#include <map>

namespace network {

namespace {

constexpr std::int64_t most_free = 100'000, most_waiting = 100'000, most_weeks = 1'000;
constexpr std::size_t longest_wording = 300;    // bytes

std::string behind_slash(const std::string& code) { return code.substr(code.find('/') + 1); }

http::Values as_values(const PlaceReport& report) {
    http::Values values;
    for (auto& line : report.lines) values.add(line.field(), line.free ? std::to_string(line.free->count) : "");
    auto number = [](const std::optional<std::int64_t>& count) { return count ? std::to_string(*count) : ""; };
    values.add("prijimani", report.said ? report.said->state : "unknown");
    values.add("ceka", report.said ? number(report.said->waiting_people) : "");
    values.add("tydnu", report.said ? number(report.said->waiting_weeks) : "");
    values.add("slovy", report.said ? report.said->wording.value_or("") : "");
    return values;
}

}

std::string PlaceLine::field() const { return "volno." + behind_slash(form_code) + "." + behind_slash(unit_code); }

PlaceReport PlaceReport::read(db::Session& db, Id<Service> service, Date day) {
    std::map<std::pair<std::string, std::string>, PlaceLine> lines;
    for (auto& capacity : db.all<RegisteredCapacity>(
             "SELECT * FROM registered_capacities WHERE service_id = $1 AND replaced_at IS NULL AND valid_from <= $2"
             " AND (valid_to IS NULL OR valid_to > $2)",
             service, day))
        lines[{capacity.form_code, capacity.unit_code}] = {capacity.form_code, capacity.unit_code, {}};
    for (auto& free : free_places_of(db, service, day))
        lines[{free.form_code, free.unit_code}] = {free.form_code, free.unit_code, free};
    PlaceReport report;
    for (auto& [key, line] : lines) report.lines.push_back(line);
    report.said = availability_of(db, service, day);
    return report;
}

bool PlaceReport::anything() const {
    return (said && said->state != "unknown") ||
           std::ranges::any_of(lines, [](auto& line) { return line.free.has_value(); });
}

std::string PlaceReport::fingerprint() const {
    std::string text;
    for (auto& line : lines)
        if (line.free) text += to_text(line.free->id) + "." + std::to_string(line.free->kept.version) + ";";
    if (said) text += to_text(said->id) + "." + std::to_string(said->kept.version);
    return text;
}

std::optional<Date> PlaceReport::oldest() const {
    std::optional<Date> day;
    for (auto& line : lines)
        if (line.free) day = std::min(day.value_or(line.free->as_of), line.free->as_of);
    if (said && said->state != "unknown") day = std::min(day.value_or(said->as_of), said->as_of);
    return day;
}

PlacesForm::PlacesForm(const PlaceReport& report) : Form{as_values(report)} {}

PlacesForm::PlacesForm(const http::Request& request, const PlaceReport& report) : Form{request} {
    for (auto& line : report.lines) {
        auto field = line.field();
        auto count = counts.emplace_back(number(field.c_str(), 0, most_free));
        // Zero is a number; nothing is not, where one stood.
        if (!count && line.free && !has_problem(field)) problem(field.c_str(), "places.count.missing");
    }
    waiting_people = number("ceka", 0, most_waiting), waiting_weeks = number("tydnu", 0, most_weeks);
    static constexpr std::string_view states[] = {"free", "waiting", "open", "unknown"};
    if (!std::ranges::count(states, state)) problem("prijimani", "edit.choice.unknown");
    if (wording && wording->size() > longest_wording) problem("slovy", "edit.too_long");
}

void confirm_places(const Author& author, const PlaceReport& report, Date today) {
    for (auto& line : report.lines) {
        if (!line.free) continue;
        FreePlaces again{{}, line.free->service_id, line.form_code, line.unit_code, line.free->count, today, {}, {}};
        report_free_places(author, again);
    }
    if (!report.said || report.said->state == "unknown") return;
    auto again = *report.said;
    again.id = {}, again.kept = {}, again.as_of = today;
    report_availability(author, again);
}

void report_places(const Author& author, Id<Service> service, const PlaceReport& report, const PlacesForm& form,
                   Date today) {
    for (std::size_t n = 0; n < report.lines.size(); ++n)
        if (auto& line = report.lines[n]; form.counts[n])
            report_free_places(author, {{}, service, line.form_code, line.unit_code, *form.counts[n], today, {}, {}});
    Availability said;
    said.service_id = service, said.state = form.state, said.wording = form.wording;
    said.waiting_people = form.waiting_people, said.waiting_weeks = form.waiting_weeks, said.as_of = today;
    bool untold = said.state == "unknown" && !said.wording && !said.waiting_people && !said.waiting_weeks;
    if (report.said || !untold) report_availability(author, said);
}

}
