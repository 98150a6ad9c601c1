// Contracts by which services are financed, a row for each service of each: only services that the reader keeps.
#include "network/reports/report_sources.hpp"

namespace network {

namespace {

struct ReportedContract {
    Id<FinancingContract> id{};
    Id<Service> service_id{};
    std::string number{}, term{}, slug{}, service{}, provider{}, type_code{};
    std::optional<std::string> project_name{}, project_number{};
    std::optional<Date> starts_on{}, ends_on{};
    bool published{};

    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("service_id", row.service_id), visit("number", row.number), visit("term", row.term);
        visit("slug", row.slug), visit("service", row.service), visit("provider", row.provider);
        visit("type_code", row.type_code), visit("project_name", row.project_name);
        visit("project_number", row.project_number), visit("starts_on", row.starts_on), visit("ends_on", row.ends_on);
        visit("published", row.published);
    }
};

}

reports::List open_contracts(const reports::Reading& reading) {
    using enum reports::Kind;
    using reports::Value;
    ReportWords words{reading};
    std::vector<reports::ColumnOf<ReportedContract>> columns{
        {words.column("smlouva", link, true),
         [](auto& row) -> Value { return reports::Link{row.number, "/sprava/smlouvy/" + to_text(row.id)}; }},
        {words.column("sluzba", link, true),
         [](auto& row) -> Value { return reports::Link{row.service, "/sluzby/" + row.slug}; }},
        {words.column("poskytovatel", text, true), [](auto& row) { return reports::text_value(row.provider); }},
        {words.coded("druh", "service_types"), [](auto& row) { return reports::code_value(row.type_code); }},
        {words.told("doba", "contract.term", {"definite", "indefinite"}),
         [](auto& row) { return reports::code_value(row.term); }},
        {words.column("od", date, true), [](auto& row) { return reports::value_of(row.starts_on); }},
        {words.column("do", date, true), [](auto& row) { return reports::value_of(row.ends_on); }},
        {words.column("projekt", text), [](auto& row) { return reports::value_of(row.project_name); }},
        {words.column("cislo_projektu", text), [](auto& row) { return reports::value_of(row.project_number); }},
        {words.column("zverejnena", yes_no), [](auto& row) -> Value { return row.published; }}};
    auto records = [&db = reading.db, &user = reading.user](const reports::Wanted&,
                                                            const std::function<bool(const ReportedContract&)>& take) {
        auto kept = services_edited_by(db, user);
        db.for_each<ReportedContract>(
            "SELECT financing_contracts.id AS id, service_id, number, term, services.slug AS slug,"
            " services.name AS service, coalesce(providers.short_name, providers.name) AS provider, type_code,"
            " financing_contracts.project_name AS project_name,"
            " financing_contracts.project_number AS project_number, financing_contracts.starts_on AS starts_on,"
            " financing_contracts.ends_on AS ends_on, published FROM financing_contracts"
            " JOIN financing_contract_services ON contract_id = financing_contracts.id"
            " JOIN services ON services.id = service_id JOIN providers ON providers.id = provider_id"
            " ORDER BY number, services.name_sort, services.slug",
            [&](const ReportedContract& row) { return (kept && !kept->contains(row.service_id)) || take(row); });
    };
    return reports::list_of<ReportedContract>(std::move(columns), records);
}

}
