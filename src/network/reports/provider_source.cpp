// Providers as reports ask them, with how many services they have and who acts for them here.
#include "network/reports/report_sources.hpp"

namespace network {

namespace {

struct ReportedProvider {
    Id<Provider> id{};
    std::string slug{}, name{};
    std::optional<std::string> short_name{}, ico{}, legal_form{}, town{}, region_code{};
    std::optional<Date> verified_on{};
    std::int64_t services{}, people{};
    bool invented{};

    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("slug", row.slug), visit("name", row.name), visit("short_name", row.short_name);
        visit("ico", row.ico), visit("legal_form", row.legal_form), visit("town", row.town);
        visit("region_code", row.region_code), visit("verified_on", row.verified_on);
        visit("services", row.services), visit("people", row.people), visit("invented", row.invented);
    }
};

}

reports::List open_providers(const reports::Reading& reading) {
    using enum reports::Kind;
    using reports::Value;
    ReportWords words{reading};
    auto region = words.column("kraj", code);
    for (auto& one : reading.db.all<Region>("SELECT * FROM regions ORDER BY name_sort"))
        region.codes.push_back({one.code, one.name});
    std::vector<reports::ColumnOf<ReportedProvider>> columns{
        {words.column("poskytovatel", link, true),
         [](auto& row) -> Value { return reports::Link{row.name, "/poskytovatele/" + row.slug}; }},
        {words.column("zkratka", text), [](auto& row) { return reports::value_of(row.short_name); }},
        {words.column("ico", text, true), [](auto& row) { return reports::value_of(row.ico); }},
        {words.column("pravni_forma", text), [](auto& row) { return reports::value_of(row.legal_form); }},
        {words.column("sidlo", text, true), [](auto& row) { return reports::value_of(row.town); }},
        {region, [](auto& row) { return reports::code_value(row.region_code.value_or("")); }},
        {words.column("sluzeb", number, true), [](auto& row) -> Value { return reports::Number::of(row.services); }},
        {words.column("osob", number), [](auto& row) -> Value { return reports::Number::of(row.people); }},
        {words.column("overeno", date), [](auto& row) { return reports::value_of(row.verified_on); }},
        {words.column("ukazka", yes_no), [](auto& row) -> Value { return row.invented; }}};
    auto records = [&db = reading.db, &user = reading.user, today = reading.today](
                       const reports::Wanted&, const std::function<bool(const ReportedProvider&)>& take) {
        auto scope = ReportScope::read(db, user);
        db.for_each<ReportedProvider>(
            "SELECT providers.id AS id, slug, name, short_name, ico, legal_form, municipality_name AS town, region_code,"
            " verified_on, invented, (SELECT count(*) FROM services WHERE provider_id = providers.id"
            " AND status <> 'ended' AND (ends_on IS NULL OR ends_on > $1)) AS services,"
            " (SELECT count(DISTINCT people.id) FROM provider_representations"
            " JOIN grants ON grants.organisation_id = represented_by JOIN people ON people.id = person_id"
            " WHERE provider_id = providers.id AND ended_at IS NULL AND disabled_at IS NULL"
            " AND role = 'provider_director' AND scope = 'organisation' AND grants.valid_from <= $1"
            " AND (grants.valid_to IS NULL OR grants.valid_to > $1)) AS people"
            " FROM providers ORDER BY name_sort, slug",
            [&](const ReportedProvider& row) { return !scope.has(row.id) || take(row); }, today);
    };
    return reports::list_of<ReportedProvider>(std::move(columns), records);
}

}
