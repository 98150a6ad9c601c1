// Reads what is known of all services in a few questions and puts it side by side.
#include "network/editing/capacity_list_pages.hpp"

#include "platform/base/csv.hpp"
#include "platform/base/parts.hpp"
#include "platform/base/steady_sort.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace network {

namespace {

constexpr std::int64_t rows_on_page = 50;
constexpr auto capacities_at = "/sprava/kapacity";

struct ServiceRow {
    Id<Service> id{};
    std::string slug{}, name{}, type_code{}, provider{};
    db::Bytes name_sort{}, provider_sort{};
    std::string status{};

    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("slug", row.slug), visit("name", row.name), visit("type_code", row.type_code);
        visit("provider", row.provider);
        visit("name_sort", row.name_sort), visit("provider_sort", row.provider_sort), visit("status", row.status);
    }
};

struct NumberRow {
    Id<Service> service_id{};
    std::string kind{}, form_code{}, unit_code{};
    std::int64_t count{};

    static void each_field(auto& row, auto& visit) {
        visit("service_id", row.service_id), visit("kind", row.kind), visit("form_code", row.form_code);
        visit("unit_code", row.unit_code), visit("count", row.count);
    }
};

struct AskedRow {
    Id<Service> service_id{};
    Instant asked_at{};

    static void each_field(auto& row, auto& visit) {
        visit("service_id", row.service_id), visit("asked_at", row.asked_at);
    }
};

using Key = std::pair<std::string, std::string>;    // form and unit

// What is known of one service.
struct Known {
    std::map<Key, CapacityRow> rows{};
    std::vector<FreePlaces> free{};
    std::optional<Availability> said{};
    std::vector<std::string> states{};
    std::optional<Date> asked_on{};
};

std::map<Id<Service>, Known> read_known(db::Session& db, Date today) {
    std::map<Id<Service>, Known> all;
    for (auto& row : db.all<NumberRow>(
             "SELECT service_id, 'registered' AS kind, form_code, unit_code, count FROM registered_capacities"
             " WHERE replaced_at IS NULL AND valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)"
             " UNION ALL SELECT service_id, kind, form_code, unit_code, count FROM agreed_capacities"
             " WHERE replaced_at IS NULL AND valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)",
             today)) {
        auto& one = all[row.service_id].rows[{row.form_code, row.unit_code}];
        (row.kind == "registered" ? one.registered : row.kind == "network" ? one.network : one.funded) = row.count;
    }
    for (auto& free : free_places_of_all(db, today)) {
        auto& known = all[free.service_id];
        auto& one = known.rows[{free.form_code, free.unit_code}];
        one.free = free.count, one.as_of = free.as_of;
        known.free.push_back(free);
    }
    for (auto& said : availabilities_of_all(db, today)) all[said.service_id].said = said;
    for (auto& state : capacity_states_holding(db, today)) all[*state.service_id].states.push_back(state.kind);
    for (auto& asked : db.all<AskedRow>("SELECT service_id, asked_at FROM place_requests WHERE answered_at IS NULL"
                                        " ORDER BY asked_at"))
        all[asked.service_id].asked_on = day_in_prague(asked.asked_at);
    return all;
}

// The last letter that is unanswered counts only while no newer report stands.
std::optional<Date> still_asked(const Known& known) {
    if (!known.asked_on) return {};
    for (auto& free : known.free)
        if (free.as_of >= *known.asked_on) return {};
    return known.asked_on;
}

std::vector<CapacityRow> rows_of(const ServiceRow& service, Known known, ReportPace pace, Date today) {
    if (known.rows.empty()) known.rows[{}];
    auto state = place_state(known.free, known.said ? &*known.said : nullptr, pace, today);
    if (!state.state.empty() && std::ranges::find(known.states, state.state) == known.states.end())
        known.states.insert(known.states.begin(), state.state);
    std::vector<CapacityRow> rows;
    for (auto& [key, row] : known.rows) {
        row.service_id = service.id, row.slug = service.slug, row.name = service.name;
        row.provider = service.provider, row.type_code = service.type_code;
        row.name_sort = service.name_sort, row.provider_sort = service.provider_sort;
        row.form_code = key.first, row.unit_code = key.second;
        row.states = known.states, row.asked_on = still_asked(known);
        if (!row.as_of && known.said && known.said->state != "unknown") row.as_of = known.said->as_of;
        if (row.as_of) row.reported = pace.of(*row.as_of, today);
        rows.push_back(std::move(row));
    }
    return rows;
}

bool is_found(const CapacityRow& row, const CapacityFilter& filter) {
    if (!filter.type.empty() && row.type_code != filter.type) return false;
    if (!filter.state.empty() && std::ranges::find(row.states, filter.state) == row.states.end()) return false;
    if (filter.confirmed == "neovereno") return row.reported && *row.reported != Reported::fresh;
    if (filter.confirmed == "nehlasi") return !row.reported;
    if (filter.confirmed == "neodpovedeli") return row.asked_on.has_value();
    return true;
}

void put_in_order(std::vector<CapacityRow>& rows, const std::string& order) {
    auto by_name = [](const CapacityRow& row) {
        return std::tie(row.name_sort, row.slug, row.form_code, row.unit_code);
    };
    steady_sort(rows, [&](auto& a, auto& b) {
        if (order == "poskytovatel" && a.provider_sort != b.provider_sort) return a.provider_sort < b.provider_sort;
        if (order == "volna" && a.free != b.free) return a.free > b.free;
        if (order == "stari" && a.as_of != b.as_of) return a.as_of < b.as_of;
        return by_name(a) < by_name(b);
    });
}

std::string plain_number(const std::optional<std::int64_t>& count) { return count ? std::to_string(*count) : ""; }

std::string state_words(const CapacityRow& row, const auto& texts) {
    std::vector<std::string> words;
    for (auto& state : row.states) words.push_back(texts.text("capacities.state." + state));
    return text::joined(words);
}

}

CapacityFilter CapacityFilter::read(const http::Request& request) {
    CapacityFilter filter{request.asked.first("orp"), request.asked.first("druh"), request.asked.first("stav"),
                          request.asked.first("potvrzeni")};
    if (auto order = request.asked.first("razeni"); !order.empty()) filter.order = order;
    auto page = request.asked.first("strana");
    std::from_chars(page.data(), page.data() + page.size(), filter.page);
    filter.page = std::clamp<std::int64_t>(filter.page, 1, 100'000);
    return filter;
}

std::string CapacityFilter::address(const char* path) const {
    std::string text{path};
    for (auto& [name, value] : {std::pair{"orp", orp},
                                {"druh", type},
                                {"stav", state},
                                {"potvrzeni", confirmed},
                                {"razeni", order == "sluzba" ? "" : order}})
        if (!value.empty()) text += (text.find('?') == text.npos ? "?" : "&") + (name + ("=" + http::encoded(value)));
    return text;
}

std::vector<CapacityRow> capacity_rows(db::Session& db, const User& user, const CapacityFilter& filter, Date today) {
    return capacity_rows(db, services_edited_by(db, user), filter, today);
}

std::vector<CapacityRow> capacity_rows(db::Session& db, const std::optional<std::set<Id<Service>>>& edited,
                                       const CapacityFilter& filter, Date today) {
    auto reached = filter.orp.empty() ? std::nullopt : std::optional{services_reaching(db, filter.orp)};
    auto paces = ReportPaces::read(db, CodeLists::read(db, today), today);
    auto known = read_known(db, today);
    std::vector<CapacityRow> rows;
    for (
        auto& service : db.all<ServiceRow>(
            "SELECT services.id AS id, services.slug AS slug, services.name AS name, type_code,"
            " coalesce(providers.short_name, providers.name) AS provider,"
            " services.name_sort AS name_sort, providers.name_sort AS provider_sort, status FROM services"
            " JOIN providers ON providers.id = provider_id WHERE status <> 'ended' AND (ends_on IS NULL OR ends_on > $1)",
            today)) {
        if ((edited && !edited->contains(service.id)) || (reached && !reached->contains(service.id))) continue;
        for (auto& row : rows_of(service, known[service.id], paces.of(service.id), today))
            if (is_found(row, filter)) rows.push_back(std::move(row));
    }
    put_in_order(rows, filter.order);
    return rows;
}

http::PageHead CapacityListPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("capacities.title"), .section = capacities_at, .staff = true};
}

html::Select CapacityListPage::districts(html::Out& out) const {
    html::Select select{{html::Field{"orp", "capacities.orp", filter.orp}, {{"", out.text("capacities.orp.all")}}}};
    for (auto& district : territory.districts())
        if (district.kind == "orp") select.choices.push_back({district.code, district.name});
    return select;
}

html::Select CapacityListPage::types(html::Out& out) const {
    html::Select select{{html::Field{"druh", "capacities.type", filter.type}, {{"", out.text("capacities.type.all")}}}};
    for (auto type : lists.items("service_types", today))
        select.choices.push_back({type->code, lists.name("service_types", type->code, out.language())});
    return select;
}

html::Select CapacityListPage::states(html::Out& out) const {
    html::Select select{
        {html::Field{"stav", "capacities.state", filter.state}, {{"", out.text("capacities.state.all")}}}};
    for (std::string state : {"free", "open", "full", "waiting", "expansion_planned", "expanded", "waiting_for_tender",
                              "seeking_staff", "investment_grant", "development"})
        select.choices.push_back({state, out.text("capacities.state." + state)});
    return select;
}

html::Select CapacityListPage::confirmed(html::Out& out) const {
    html::Select select{{html::Field{"potvrzeni", "capacities.confirmed", filter.confirmed},
                         {{"", out.text("capacities.confirmed.all")}}}};
    for (std::string which : {"neovereno", "nehlasi", "neodpovedeli"})
        select.choices.push_back({which, out.text("capacities.confirmed." + which)});
    return select;
}

html::Select CapacityListPage::orders(html::Out& out) const {
    html::Select select{{html::Field{"razeni", "capacities.order", filter.order}, {}}};
    for (std::string order : {"sluzba", "poskytovatel", "volna", "stari"})
        select.choices.push_back({order, out.text("capacities.order." + order)});
    return select;
}

html::Table CapacityListPage::table(html::Out& out) const {
    html::Table table{out.text("capacities.title"),
                      {{"capacities.service"},
                       {"capacities.provider"},
                       {"capacity.key"},
                       {"capacity.kind.registered", true},
                       {"capacity.kind.network", true},
                       {"capacity.kind.funded", true},
                       {"capacity.kind.free", true},
                       {"capacities.state"},
                       {"capacities.as_of"}},
                      {}};
    table.folds = table.caption_is_above = true;
    auto number = [&](const std::optional<std::int64_t>& count) {
        return html::Cell{count ? std::to_string(*count) : out.text("capacity.unknown")};
    };
    for (auto& row : rows) {
        auto key = row.form_code.empty() ? out.text("capacity.unknown")
                                         : lists.name("forms", row.form_code, out.language()) + ", " +
                                               lists.name("capacity_units", row.unit_code, out.language());
        html::Cell age{row.asked_on ? out.text("capacities.asked", to_czech(*row.asked_on))
                                    : out.text("capacities.never")};
        if (row.as_of && *row.reported == Reported::fresh) age = {to_czech(*row.as_of)};
        else if (row.as_of) {
            auto words = out.text("capacities.unconfirmed", to_czech(*row.as_of));
            if (row.asked_on) words += ", " + out.text("capacities.asked", to_czech(*row.asked_on));
            age = {words};
        }
        age.href = "/sluzby/" + row.slug + "/hlasena-mista";
        table.rows.push_back({{row.name, "/sluzby/" + row.slug + "/kapacity"},
                              {row.provider},
                              {key},
                              number(row.registered),
                              number(row.network),
                              number(row.funded),
                              number(row.free),
                              {state_words(row, out)},
                              age});
    }
    return table;
}

html::Pager CapacityListPage::pager() const {
    auto address = filter.address(capacities_at);
    return {address + (address.find('?') == address.npos ? "?" : "&") + "strana=", filter.page, pages};
}

http::Response list_capacities(const http::Request& request, Permit<may::ListCapacities> permit) {
    auto& db = permit.db();
    auto lists = CodeLists::read(db, permit.today());
    auto territory = Territory::read(db, permit.today());
    CapacityListPage page{CapacityFilter::read(request), lists, territory, permit.today()};
    auto rows = capacity_rows(db, permit.user(), page.filter, permit.today());
    std::set<Id<Service>> services;
    for (auto& row : rows) services.insert(row.service_id);
    page.found = std::int64_t(rows.size()), page.services = std::int64_t(services.size());
    page.pages = std::max<std::int64_t>(1, (page.found + rows_on_page - 1) / rows_on_page);
    page.filter.page = std::min(page.filter.page, page.pages);
    auto first = std::size_t((page.filter.page - 1) * rows_on_page);
    for (auto at = first; at < std::min(rows.size(), first + std::size_t(rows_on_page)); ++at)
        page.rows.push_back(std::move(rows[at]));
    page.imports = may::ImportCapacities::allows(permit.user(), {});
    return respond(request, page);
}

http::Response export_capacities(const http::Request& request, Permit<may::ListCapacities> permit) {
    auto& db = permit.db();
    auto lists = CodeLists::read(db, permit.today());
    auto& texts = *request.texts;
    std::string text;
    csv::write_row(text, {"sluzba", "nazev", "poskytovatel", "druh_sluzby", "forma", "jednotka", "registrovana",
                          "v_siti", "financovana", "volna", "stav", "hlaseno", "overeno"});
    for (auto& row : capacity_rows(db, permit.user(), CapacityFilter::read(request), permit.today())) {
        auto type = lists.name("service_types", row.type_code), form = lists.name("forms", row.form_code),
             unit = lists.name("capacity_units", row.unit_code), states = state_words(row, texts),
             day = row.as_of ? to_iso(*row.as_of) : "", registered = plain_number(row.registered),
             network = plain_number(row.network), funded = plain_number(row.funded), free = plain_number(row.free);
        csv::write_row(text, {row.slug, row.name, row.provider, type, form, unit, registered, network, funded, free,
                              states, day, row.reported == Reported::fresh ? "1" : "0"});
    }
    http::Response response{http::ok, std::move(text), "text/csv; charset=utf-8"};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"kapacity.csv\"");
    return response;
}

}
