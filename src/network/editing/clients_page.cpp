// Clients of services by territory, guarded.
#include "network/editing/overview_pages.hpp"

#include "network/services/client_count.hpp"
#include "network/territory/territory.hpp"
#include "platform/statistics/small_numbers.hpp"

#include <algorithm>

namespace network {

namespace {

struct ReportedClients {
    std::string slug{};
    std::string name{};
    std::string level{};
    std::string code{};
    std::int64_t count{};
    Date as_of{};
    static void each_field(auto& row, auto& visit) {
        visit("slug", row.slug), visit("name", row.name), visit("level", row.level), visit("code", row.code),
            visit("count", row.count);
        visit("as_of", row.as_of);
    }
};

std::size_t place_of(auto& all, const auto& wish) {
    auto found = std::ranges::find(all, wish);
    if (found != all.end()) return std::size_t(found - all.begin());
    all.push_back(wish);
    return all.size() - 1;
}

statistics::Counts counts_of(const ClientsTable& table) {
    statistics::Counts counts;
    for (auto& row : table.reported) {
        counts.emplace_back();
        for (auto& count : row) counts.back().push_back(count.value_or(0));
    }
    return statistics::with_totals(std::move(counts));
}

}

http::PageHead ClientsPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("clients.title"), .section = "/sprava/klienti-podle-obvodu", .staff = true};
}

html::Table ClientsTable::table(html::Out& out, bool whole) const {
    html::Table table{out.text("clients.level." + level), {{"clients.service"}}, {}};
    table.caption_is_above = true;
    for (auto& territory : territories) table.columns.push_back({territory, true});
    table.columns.push_back({"clients.total", true});
    auto counts = counts_of(*this);
    auto shown = statistics::guarded(counts);
    auto cell = [&](std::size_t row, std::size_t column) -> html::Cell {
        bool inside = row < reported.size() && column < territories.size();
        if (inside && !reported[row][column] && counts[row][column] == 0) return {"–"};
        if (shown[row][column]) return {std::to_string(*shown[row][column])};
        return {whole ? out.text("clients.withheld_value", std::to_string(counts[row][column]))
                      : out.text("clients.withheld")};
    };
    for (std::size_t row = 0; row <= reported.size(); ++row) {
        html::Row cells;
        if (row < reported.size()) cells.push_back({services[row].second, "/sluzby/" + services[row].first});
        else cells.push_back({out.text("clients.total")});
        for (std::size_t column = 0; column <= territories.size(); ++column) cells.push_back(cell(row, column));
        if (row < reported.size()) table.rows.push_back(std::move(cells));
        else table.total = std::move(cells);
    }
    return table;
}

http::Response show_clients_by_district(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto& db = permit.db();
    auto territory = Territory::read(db, permit.today());
    ClientsPage page;
    page.whole = request.asked.first("pohled") == "uplny";
    // The newest count of each service and territory.
    auto rows = db.all<ReportedClients>(
        "SELECT slug, name, level, code, count, as_of FROM client_counts JOIN services ON services.id = service_id"
        " WHERE as_of = (SELECT max(newer.as_of) FROM client_counts newer WHERE newer.service_id = client_counts.service_id"
        " AND newer.level = client_counts.level AND newer.code = client_counts.code)"
        " ORDER BY level DESC, name_sort, slug, code");
    for (auto& row : rows) {
        if (page.tables.empty() || page.tables.back().level != row.level) page.tables.push_back({row.level});
        auto& table = page.tables.back();
        auto column =
            place_of(table.territories, (row.level == "orp" ? "ORP " : "") + territory.name(row.level, row.code));
        auto line = place_of(table.services, std::pair{row.slug, row.name});
        table.reported.resize(table.services.size());
        for (auto& cells : table.reported) cells.resize(table.territories.size());
        table.reported[line][column] = row.count;
    }
    if (page.whole) permit.trail().note("network.small_counts_seen", {}, audit::Outcome::done);
    return respond(request, page);
}

}
