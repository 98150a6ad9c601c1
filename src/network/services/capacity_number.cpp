// Reads the numbers of all four kinds together.
#include "network/services/capacity_number.hpp"

#include "platform/base/steady_sort.hpp"

#include <algorithm>
#include <tuple>

namespace network {

namespace {

struct SaidRow {
    Uuid record_id{};
    std::optional<std::string> who{};
    std::string source_kind{};
    std::string source_label{};
    Instant happened_at{};

    static void each_field(auto& row, auto& visit) {
        visit("record_id", row.record_id), visit("who", row.who), visit("source_kind", row.source_kind);
        visit("source_label", row.source_label), visit("happened_at", row.happened_at);
    }
};

// Of each number who saved it last, other than to say that it holds no longer.
std::map<Uuid, SaidBy> sayings(db::Session& db, Id<Service> service) {
    std::map<Uuid, SaidBy> found;
    for (auto& row : db.all<SaidRow>(
             "SELECT record_id, people.name AS who, sources.kind AS source_kind, sources.label AS source_label,"
             " happened_at FROM changes JOIN sources ON sources.id = source_id LEFT JOIN people ON people.id = user_id"
             " WHERE record_id IN (SELECT id FROM registered_capacities WHERE service_id = $1"
             " UNION SELECT id FROM agreed_capacities WHERE service_id = $1"
             " UNION SELECT id FROM free_places WHERE service_id = $1)"
             " AND (changes.kind = 'created' OR record_table = 'free_places') ORDER BY happened_at, changes.id",
             service))
        found[row.record_id] = {row.who.value_or(""), row.source_kind, row.source_label, row.happened_at};
    return found;
}

bool one_key(const CapacityNumber& a, const CapacityNumber& b) {
    return a.kind == b.kind && a.form_code == b.form_code && a.unit_code == b.unit_code;
}

// A report holds until the next one of its form and unit.
void end_reports(std::vector<CapacityNumber>& numbers) {
    for (auto& number : numbers) {
        if (number.kind != "free") continue;
        for (auto& other : numbers) {
            if (&other == &number || !one_key(other, number)) continue;
            auto& its = other.validity;
            bool taken_back = its.valid_to && *its.valid_to <= its.valid_from;
            auto& to = number.validity.valid_to;
            if (!taken_back && its.valid_from > number.validity.valid_from && (!to || its.valid_from < *to))
                to = its.valid_from;
        }
    }
}

}

std::vector<CapacityNumber> capacity_numbers_of(db::Session& db, Id<Service> service) {
    auto numbers = db.all<CapacityNumber>(
        "SELECT id, 'registered' AS kind, form_code, unit_code, count, valid_from, valid_to, recorded_at, replaced_at,"
        " note, scope, of_total, whole FROM registered_capacities WHERE service_id = $1"
        " UNION ALL SELECT id, kind, form_code, unit_code, count, valid_from, valid_to, recorded_at, replaced_at,"
        " note, NULL AS scope, NULL AS of_total, NULL AS whole FROM agreed_capacities WHERE service_id = $1"
        " UNION ALL SELECT id, 'free' AS kind, form_code, unit_code, count, as_of AS valid_from, ends_on AS valid_to,"
        " created_at AS recorded_at, NULL AS replaced_at, NULL AS note, NULL AS scope, NULL AS of_total,"
        " NULL AS whole FROM free_places WHERE service_id = $1",
        service);
    end_reports(numbers);
    auto said = sayings(db, service);
    for (auto& number : numbers)
        if (auto found = said.find(number.id); found != said.end()) number.said = found->second;
    steady_sort(numbers, [](auto& a, auto& b) {
        return std::tuple{b.recorded_at, b.validity.valid_from, a.form_code, a.unit_code, a.kind} <
               std::tuple{a.recorded_at, a.validity.valid_from, b.form_code, b.unit_code, b.kind};
    });
    return numbers;
}

}
