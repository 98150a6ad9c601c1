// Capacities as reports ask them: the same rows as the list of capacities, one for each form and unit of a service.
#include "network/editing/capacity_list_pages.hpp"
#include "network/reports/report_sources.hpp"

namespace network {

namespace {

// Of the free places: fresh, unconfirmed, silent, or never.
const char* reported_code(const std::optional<Reported>& reported) {
    if (!reported) return "never";
    return *reported == Reported::fresh ? "fresh" : *reported == Reported::unconfirmed ? "unconfirmed" : "silent";
}

}

reports::List open_capacities(const reports::Reading& reading) {
    using enum reports::Kind;
    using reports::Value;
    using Column = reports::ColumnOf<CapacityRow>;
    ReportWords words{reading};
    auto districts = std::make_shared<std::map<Id<Service>, reports::Codes>>();
    auto counted = [&](const char* key, auto field) {
        Column column{words.column(key, number, true), [field](auto& row) { return reports::value_of(row.*field); }};
        column.column.within = "jednotka";    // beds and contacts make no number together
        return column;
    };
    std::vector<Column> columns{
        {words.column("sluzba", link, true),
         [](auto& row) -> Value { return reports::Link{row.name, "/sluzby/" + row.slug}; }},
        {words.column("poskytovatel", text, true), [](auto& row) { return reports::text_value(row.provider); }},
        {words.coded("druh", "service_types"), [](auto& row) { return reports::code_value(row.type_code); }},
        {words.coded("forma", "forms", true), [](auto& row) { return reports::code_value(row.form_code); }},
        {words.coded("jednotka", "capacity_units", true), [](auto& row) { return reports::code_value(row.unit_code); }},
        counted("registrovana", &CapacityRow::registered),
        counted("v_siti", &CapacityRow::network),
        counted("financovana", &CapacityRow::funded),
        counted("volna", &CapacityRow::free),
        {words.told("stavy", "capacities.state",
                    {"free", "open", "full", "waiting", "expansion_planned", "expanded", "waiting_for_tender",
                     "seeking_staff", "investment_grant", "development"}),
         [](auto& row) -> Value { return row.states; }},
        {words.column("hlaseno", date), [](auto& row) { return reports::value_of(row.as_of); }},
        {words.told("hlaseni", "report_column.hlaseni", {"fresh", "unconfirmed", "silent", "never"}),
         [](auto& row) { return reports::code_value(reported_code(row.reported)); }},
        {words.column("dotazano", date), [](auto& row) { return reports::value_of(row.asked_on); }},
        {district_column(words), [districts](auto& row) -> Value {
             auto found = districts->find(row.service_id);
             return found == districts->end() ? Value{} : Value{found->second};
         }}};
    auto records = [districts, &db = reading.db, &user = reading.user, today = reading.today](
                       const reports::Wanted& wanted, const std::function<bool(const CapacityRow&)>& take) {
        if (wanted("orp")) *districts = districts_of_services(db, today);
        auto scope = ReportScope::read(db, user);
        for (auto& row : capacity_rows(db, scope.services, CapacityFilter{}, today))
            if (!take(row)) return;
    };
    return reports::list_of<CapacityRow>(std::move(columns), records);
}

}
