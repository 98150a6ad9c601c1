// Services as reports ask them: a handful of questions to the database, whatever their number.
#include "network/reports/report_sources.hpp"
#include "network/services/availability.hpp"
#include "platform/base/parts.hpp"

#include <algorithm>

namespace network {

namespace {

using reports::Codes;
using reports::Value;

constexpr auto whole_region = "kraj";

struct ReportedService {
    Id<Service> id{};
    Id<Provider> provider_id{};
    std::string slug{}, name{}, type_code{}, status{}, provider{}, provider_slug{};
    std::optional<std::string> register_identifier{};
    std::optional<Date> starts_on{}, ends_on{}, verified_on{};
    bool community_based{}, invented{};

    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("provider_id", row.provider_id), visit("slug", row.slug), visit("name", row.name);
        visit("type_code", row.type_code), visit("status", row.status), visit("provider", row.provider);
        visit("provider_slug", row.provider_slug), visit("register_identifier", row.register_identifier);
        visit("starts_on", row.starts_on), visit("ends_on", row.ends_on), visit("verified_on", row.verified_on);
        visit("community_based", row.community_based), visit("invented", row.invented);
    }
};

struct CodeOfService {
    Id<Service> service_id{};
    std::string code{};

    static void each_field(auto& row, auto& visit) { visit("service_id", row.service_id), visit("code", row.code); }
};

struct NamedDistrict {
    std::string code{}, name{};

    static void each_field(auto& row, auto& visit) { visit("code", row.code), visit("name", row.name); }
};

struct PlaceOfService {
    Id<Service> service_id{};
    std::optional<std::string> town{};

    static void each_field(auto& row, auto& visit) { visit("service_id", row.service_id), visit("town", row.town); }
};

struct CapacityOfService {
    Id<Service> service_id{};
    std::string unit_code{};
    std::int64_t count{};

    static void each_field(auto& row, auto& visit) {
        visit("service_id", row.service_id), visit("unit_code", row.unit_code), visit("count", row.count);
    }
};

// What stands beside services, read only where a column asks for it.
struct AroundServices {
    std::map<Id<Service>, Codes> forms{}, groups{}, districts{};
    std::map<Id<Service>, std::pair<std::string, std::int64_t>> places{};    // the first town, and how many
    std::map<Id<Service>, std::map<std::string, std::int64_t>> capacities{};
    std::map<Id<Service>, PlaceState> states{};
};

void add_code(std::map<Id<Service>, Codes>& all, const CodeOfService& row) {
    auto& codes = all[row.service_id];
    if (!std::ranges::count(codes, row.code)) codes.push_back(row.code);
}

void read_states(AroundServices& around, db::Session& db, const CodeLists& lists, Date today) {
    auto paces = ReportPaces::read(db, lists, today);
    std::map<Id<Service>, std::vector<FreePlaces>> free;
    std::map<Id<Service>, Availability> said;
    for (auto& places : free_places_of_all(db, today)) free[places.service_id].push_back(places);
    for (auto& one : availabilities_of_all(db, today)) said[one.service_id] = one;
    std::set<Id<Service>> all;
    for (auto& [id, places] : free) all.insert(id);
    for (auto& [id, one] : said) all.insert(id);
    for (auto& id : all) {
        auto one = said.find(id);
        around.states[id] = place_state(free[id], one == said.end() ? nullptr : &one->second, paces.of(id), today);
    }
}

AroundServices read_around(const reports::Wanted& wanted, db::Session& db, const CodeLists& lists, Date today) {
    AroundServices around;
    if (wanted("formy"))
        for (auto& row : db.all<CodeOfService>("SELECT service_id, form_code AS code FROM service_forms"
                                               " WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)"
                                               " ORDER BY service_id, form_code",
                                               today))
            add_code(around.forms, row);
    if (wanted("skupiny"))
        for (auto& row : db.all<CodeOfService>("SELECT service_id, group_code AS code FROM service_target_groups"
                                               " WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)"
                                               " ORDER BY service_id, group_code",
                                               today))
            add_code(around.groups, row);
    if (wanted("orp")) around.districts = districts_of_services(db, today);
    if (wanted("obec") || wanted("mist"))
        for (auto& row : db.all<PlaceOfService>(
                 "SELECT service_id, CASE WHEN secret THEN NULL ELSE coalesce(municipalities.name, municipality_name)"
                 " END AS town FROM service_facilities JOIN facilities ON facilities.id = facility_id"
                 " LEFT JOIN municipalities ON municipalities.code = municipality_code"
                 " WHERE service_facilities.valid_from <= $1"
                 " AND (service_facilities.valid_to IS NULL OR service_facilities.valid_to > $1)"
                 " AND facilities.valid_from <= $1 AND (facilities.valid_to IS NULL OR facilities.valid_to > $1)"
                 " ORDER BY service_facilities.id",
                 today)) {
            auto& [town, count] = around.places[row.service_id];
            if (town.empty()) town = row.town.value_or("");
            ++count;
        }
    bool capacities = std::ranges::any_of(
        wanted.columns, [&](auto& column) { return column.key.starts_with("kapacita_") && wanted(column.key); });
    if (capacities)
        for (auto& row : db.all<CapacityOfService>(
                 "SELECT service_id, unit_code, count FROM registered_capacities WHERE replaced_at IS NULL"
                 " AND valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)",
                 today))
            around.capacities[row.service_id][row.unit_code] += row.count;
    if (wanted("dostupnost") || wanted("hlaseno") || wanted("cekaji")) read_states(around, db, lists, today);
    return around;
}

Value codes_in(const std::map<Id<Service>, Codes>& all, Id<Service> id) {
    auto found = all.find(id);
    return found == all.end() ? Value{} : Value{found->second};
}

const char* freshness_code(const std::optional<Date>& verified_on, Date today) {
    switch (freshness(verified_on, today)) {
    case Freshness::fresh: return "fresh";
    case Freshness::ageing: return "ageing";
    case Freshness::unverified: return "unverified";
    }
    return "";
}

}

std::map<Id<Service>, Codes> districts_of_services(db::Session& db, Date day) {
    std::map<Id<Service>, Codes> districts;
    for (auto& row : db.all<CodeOfService>(
             "SELECT service_id, code FROM coverages WHERE level = 'orp' AND valid_from <= $1"
             " AND (valid_to IS NULL OR valid_to > $1)"
             " UNION SELECT service_id, orp_code FROM coverages JOIN districts ON kind = 'pou'"
             " AND districts.code = coverages.code WHERE level = 'pou' AND orp_code IS NOT NULL AND valid_from <= $1"
             " AND (valid_to IS NULL OR valid_to > $1)"
             " UNION SELECT service_id, orp_code FROM coverages JOIN municipalities"
             " ON municipalities.code = coverages.code WHERE level = 'municipality' AND valid_from <= $1"
             " AND (valid_to IS NULL OR valid_to > $1)"
             " UNION SELECT service_id, orp_code FROM coverages JOIN areas ON areas.code = coverages.code"
             " JOIN area_municipalities ON area_id = areas.id"
             " JOIN municipalities ON municipalities.code = municipality_code WHERE level = 'area'"
             " AND coverages.valid_from <= $1 AND (coverages.valid_to IS NULL OR coverages.valid_to > $1)"
             " UNION SELECT service_id, 'kraj' FROM coverages WHERE level IN ('region', 'country') AND valid_from <= $1"
             " AND (valid_to IS NULL OR valid_to > $1)"
             " UNION SELECT service_id, orp_code FROM service_facilities JOIN facilities"
             " ON facilities.id = facility_id JOIN municipalities ON municipalities.code = municipality_code"
             " WHERE NOT secret AND service_facilities.valid_from <= $1"
             " AND (service_facilities.valid_to IS NULL OR service_facilities.valid_to > $1)"
             " ORDER BY 1, 2",
             day))
        add_code(districts, row);
    return districts;
}

reports::Column district_column(const ReportWords& words) {
    auto column = words.column("orp", reports::Kind::code);
    for (auto& row :
         words.reading.db.all<NamedDistrict>("SELECT code, name FROM districts WHERE kind = 'orp' ORDER BY name_sort"))
        column.codes.push_back({row.code, row.name});
    column.codes.push_back({whole_region, words.reading.texts.text("report_column.orp.kraj")});
    return column;
}

reports::List open_services(const reports::Reading& reading) {
    using enum reports::Kind;
    using Column = reports::ColumnOf<ReportedService>;
    ReportWords words{reading};
    auto around = std::make_shared<AroundServices>();
    auto state_of = [around](const ReportedService& row) -> const PlaceState* {
        auto found = around->states.find(row.id);
        return found == around->states.end() ? nullptr : &found->second;
    };
    auto place_of = [around](const ReportedService& row) {
        auto found = around->places.find(row.id);
        return found == around->places.end() ? std::pair<std::string, std::int64_t>{} : found->second;
    };
    auto today = reading.today;
    std::vector<Column> columns{
        {words.column("sluzba", link, true),
         [](auto& row) -> Value { return reports::Link{row.name, "/sluzby/" + row.slug}; }},
        {words.column("poskytovatel", link, true),
         [](auto& row) -> Value { return reports::Link{row.provider, "/poskytovatele/" + row.provider_slug}; }},
        {words.column("identifikator", text), [](auto& row) { return reports::value_of(row.register_identifier); }},
        {words.coded("druh", "service_types", true), [](auto& row) { return reports::code_value(row.type_code); }},
        {words.coded("formy", "forms"), [around](auto& row) { return codes_in(around->forms, row.id); }},
        {words.coded("skupiny", "target_groups"), [around](auto& row) { return codes_in(around->groups, row.id); }},
        {district_column(words), [around](auto& row) { return codes_in(around->districts, row.id); }},
        {words.column("obec", text, true), [place_of](auto& row) { return reports::text_value(place_of(row).first); }},
        {words.column("mist", number),
         [place_of](auto& row) -> Value { return reports::Number::of(place_of(row).second); }},
        {words.told("stav", "edit.status", {"active", "paused", "ended"}, true),
         [](auto& row) { return reports::code_value(row.status); }},
        {words.column("od", date), [](auto& row) { return reports::value_of(row.starts_on); }},
        {words.column("do", date),
         [](auto& row) -> Value {
             if (!row.ends_on) return {};
             return *row.ends_on - std::chrono::days{1};    // people read last days
         }},
        {words.column("overeno", date, true), [](auto& row) { return reports::value_of(row.verified_on); }},
        {words.told("overeni", "report_column.overeni", {"fresh", "ageing", "unverified"}),
         [today](auto& row) { return reports::code_value(freshness_code(row.verified_on, today)); }},
        {words.told("dostupnost", "capacities.state", {"free", "open", "waiting", "full"}),
         [state_of](auto& row) {
             auto state = state_of(row);
             return reports::code_value(state ? state->state : "");
         }},
        {words.column("cekaji", number),
         [state_of](auto& row) -> Value {
             auto state = state_of(row);
             return state ? reports::value_of(state->waiting_people) : Value{};
         }},
        {words.column("hlaseno", date), [state_of](auto& row) -> Value {
             auto state = state_of(row);
             return state ? reports::value_of(state->as_of) : Value{};
         }}};
    for (auto item : words.lists->items("capacity_units", today)) {
        Column column{words.column("kapacita", number),
                      [around, unit = item->code](const ReportedService& row) -> Value {
                          auto found = around->capacities.find(row.id);
                          if (found == around->capacities.end() || !found->second.contains(unit)) return {};
                          return reports::Number::of(found->second.at(unit));
                      }};
        column.column.key = "kapacita_" + item->detail("key");
        column.column.title += ": " + words.unit(item->code);
        columns.push_back(std::move(column));
    }
    columns.push_back({words.column("komunitni", yes_no), [](auto& row) -> Value { return row.community_based; }});
    columns.push_back({words.column("ukazka", yes_no), [](auto& row) -> Value { return row.invented; }});
    auto records = [around, lists = words.lists, &db = reading.db, &user = reading.user,
                    today](const reports::Wanted& wanted, const std::function<bool(const ReportedService&)>& take) {
        auto scope = ReportScope::read(db, user);
        *around = read_around(wanted, db, *lists, today);
        db.for_each<ReportedService>(
            "SELECT services.id AS id, provider_id, services.slug AS slug, services.name AS name, type_code, status,"
            " coalesce(providers.short_name, providers.name) AS provider, providers.slug AS provider_slug,"
            " register_identifier, starts_on, ends_on, services.verified_on AS verified_on, community_based,"
            " services.invented AS invented FROM services JOIN providers ON providers.id = provider_id"
            " ORDER BY services.name_sort, providers.name_sort, services.slug",
            [&](const ReportedService& row) { return !scope.has(row.id) || take(row); });
    };
    return reports::list_of<ReportedService>(std::move(columns), records);
}

}
