// Handlers: ask, find, answer.
#include "network/service_networks/network_pages.hpp"

#include "network/public_pages/service_words.hpp"
#include "network/service_networks/development_proposal.hpp"
#include "network/service_networks/listed_capacity.hpp"
#include "platform/base/csv.hpp"
#include "platform/base/parts.hpp"
#include "platform/base/steady_sort.hpp"
#include "platform/search/fold.hpp"

#include <array>
#include <map>

namespace network {

namespace {

constexpr std::int64_t members_on_a_page = 50;
constexpr auto section = "/site";

}

http::Response network_file(std::string text, const std::string& name) {
    http::Response response{http::ok, std::move(text), "text/csv; charset=utf-8"};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return response;
}

std::string owner_words(const ServiceNetwork& network, const Territory& territory, const http::Request& request) {
    if (network.municipality_code) return territory.name("municipality", *network.municipality_code);
    return region_words(request.facts->region_code, request.facts->region_name, *request.texts);
}

// --- all of them -----------------------------------------------------------------------------------------------------

http::PageHead NetworksPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("network.list"), .description = texts.text("network.list.lead"), .section = section};
}

html::Table NetworksPage::table(const NetworkKindPart& part, html::Out& out) const {
    html::Table table{part.name, {{"network.name"}, {"network.owner"}, {"network.state"}, {"network.services"}}, {}};
    table.caption_is_above = table.folds = true;
    for (auto& line : part.networks)
        table.rows.push_back({{line.name, "/site/" + line.slug},
                              {line.owner},
                              {line.state},
                              {out.text("network.count", line.services)}});
    return table;
}

http::Response show_networks(const http::Request& request, Permit<auth::may::Read> permit) {
    auto& db = permit.db();
    auto& texts = *request.texts;
    auto lists = CodeLists::read(db, permit.today());
    auto territory = Territory::read(db, permit.today());
    NetworksPage page;
    page.keeps = may::KeepCatalogue::allows(permit.user(), {});
    auto networks = list_networks(db);
    std::vector<std::string> kinds;
    for (auto item : lists.items(network_kinds, permit.today())) kinds.push_back(item->code);
    for (auto& network : networks)
        if (!std::ranges::count(kinds, network.kind_code)) kinds.push_back(network.kind_code);    // of a former kind
    for (auto& kind : kinds) {
        NetworkKindPart part{kind, lists.name(network_kinds, kind, texts.language())};
        if (auto item = lists.find(network_kinds, kind))
            part.meaning = (texts.language() == "en" ? item->plain_en : item->plain_cs).value_or("");
        for (auto& network : networks)
            if (network.kind_code == kind && network.published)
                part.networks.push_back({network.name, network.slug, owner_words(network, territory, request),
                                         state_words(network, texts, permit.today()),
                                         count_members(db, network.id, network.shown_on(permit.today()))});
        if (!part.networks.empty()) page.kinds.push_back(std::move(part));
    }
    return respond(request, page);
}

// --- one of them -----------------------------------------------------------------------------------------------------

MemberQuery MemberQuery::read(const http::Request& request) {
    auto& asked = request.asked;
    MemberQuery query;
    query.words = std::string{text::trimmed(asked.first("q").substr(0, 100))};
    query.type = asked.first("druh"), query.district = asked.first("orp"), query.mark = asked.first("znacka");
    if (auto order = asked.first("razeni"); order == "poskytovatel" || order == "druh" || order == "znacka")
        query.order = order;
    query.day = parse_date(asked.first("den")), query.known_on = parse_date(asked.first("znamo"));
    return query;
}

std::string MemberQuery::address() const {
    std::string address;
    auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) address += (address.empty() ? "" : "&") + std::string{name} + "=" + http::encoded(value);
    };
    add("q", words), add("druh", type), add("orp", district), add("znacka", mark);
    add("razeni", order == "nazev" ? "" : order);
    add("den", day ? to_iso(*day) : ""), add("znamo", known_on ? to_iso(*known_on) : "");
    return address;
}

http::PageHead NetworkPage::head(const i18n::Texts& texts) const {
    return {
        .title = network.name, .description = texts.text("network.description", {network.name}), .section = section};
}

std::string NetworkPage::with_query(const std::string& start) const { return start + "?" + query.address(); }

std::string NetworkPage::slide() const {
    for (std::size_t n = 0; n < years.size(); ++n)
        if (years[n].here) return std::to_string(n);
    return "0";
}

html::Select NetworkPage::select(const char* name, const char* label, const std::vector<html::Choice>& choices,
                                 const std::string& value) const {
    return {{html::Field{name, label, value}, choices}};
}

html::Select NetworkPage::order(html::Out& out) const {
    std::vector<html::Choice> choices{{"nazev", out.text("network.service")},
                                      {"poskytovatel", out.text("network.provider")},
                                      {"druh", out.text("network.type")},
                                      {"znacka", out.text("network.mark")}};
    return select("razeni", "network.order", choices, query.order);
}

html::Table NetworkPage::table(html::Out& out) const {
    html::Table table{out.text("network.members"),
                      {{"network.service"},
                       {"network.provider"},
                       {"network.type"},
                       {"network.mark"},
                       {"network.capacity"},
                       {"network.conditions"},
                       {"network.entered"}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& member : members)
        table.rows.push_back({{member.service, member.address},
                              {member.provider},
                              {member.type},
                              {member.mark},
                              {member.capacities},
                              {member.conditions},
                              {to_czech(member.since)}});
    return table;
}

std::string MemberReasons::when(const MemberWords& member, const html::Out& out) const {
    if (!with_days) return {};
    if (member.until) return out.text("network.left.on", *member.until - std::chrono::days{1});
    return out.text("network.entered.on", member.since);
}

namespace {

void filter(std::vector<ListedMember>& members, const MemberQuery& query, db::Session& db) {
    auto folded = search::fold(query.words);
    std::optional<std::set<Id<Service>>> near;
    if (!query.district.empty()) near = services_reaching(db, query.district);
    std::erase_if(members, [&](auto& one) {
        auto name = search::fold(one.service_name + " " + one.provider_name + " " + one.ico.value_or("") + " " +
                                 one.register_identifier.value_or(""));
        return (!query.type.empty() && one.type_code != query.type) ||
               (!query.mark.empty() && one.member.mark_code.value_or("-") != query.mark) ||
               (near && !near->contains(one.member.service_id)) || name.find(folded) == name.npos;
    });
}

void order(std::vector<ListedMember>& members, const std::string& by, const CodeLists& lists) {
    if (by == "nazev") return;
    auto key = [&](const ListedMember& one) {
        return by == "poskytovatel" ? i18n::sort_key(one.provider_name)
               : by == "druh"       ? i18n::sort_key(lists.name("service_types", one.type_code))
                                    : i18n::sort_key(one.member.mark_code.value_or("\U0010ffff"));
    };
    steady_sort(members, [&](auto& a, auto& b) { return key(a) < key(b); });
}

// How many services of each type and how much of each form and unit: numbers of one unit are added, others stand side
// by side.
html::Table by_type(const std::string& at, const std::vector<ListedMember>& members, const CodeLists& lists,
                    const i18n::Texts& texts) {
    struct Sum {
        std::int64_t services = 0;
        std::map<std::pair<std::string, std::string>, std::int64_t> hundredths{};
    };
    std::map<std::string, Sum> sums;
    for (auto& one : members) {
        auto& sum = sums[one.type_code];
        ++sum.services;
        auto capacities = parse_capacities(one.member.capacities);
        for (auto& capacity : capacities)
            sum.hundredths[{capacity.form_code, capacity.unit_code}] += capacity.amount.in_units_of(2);
    }
    html::Table table{
        texts.text("network.by_type"), {{"network.type"}, {"network.services", true}, {"network.capacity"}}, {}};
    table.caption_is_above = table.folds = true;
    for (auto& [type, sum] : sums) {
        std::vector<std::string> lines;
        for (auto& [of, hundredths] : sum.hundredths)
            lines.push_back(line_of({of.first, of.second, Decimal{hundredths, 2}}, lists, texts.language()));
        table.rows.push_back({{type_words(lists, type, texts), at + "?druh=" + http::encoded(type)},
                              {std::to_string(sum.services)},
                              {text::joined(lines)}});
    }
    steady_sort(table.rows,
                [](auto& a, auto& b) { return i18n::sort_key(a.front().text) < i18n::sort_key(b.front().text); });
    return table;
}

// Services by the districts that they reach: one service may stand at several, so there is no sum.
html::Table by_district(const std::string& at, const std::vector<ListedMember>& members, const Territory& territory,
                        db::Session& db, const std::string& region, const i18n::Texts& texts) {
    html::Table table{texts.text("network.by_district"), {{"network.district"}, {"network.services", true}}, {}};
    table.caption_is_above = true;
    for (auto& district : territory.districts()) {
        if (district.kind != "orp" || district.region_code != region) continue;
        auto near = services_reaching(db, district.code);
        auto count = std::ranges::count_if(members, [&](auto& one) { return near.contains(one.member.service_id); });
        table.rows.push_back({{district.name, at + "?orp=" + district.code}, {std::to_string(count)}});
    }
    return table;
}

html::Table references_of(db::Session& db, const ServiceNetwork& network, const std::vector<ListedMember>& members,
                          const CodeLists& lists, const i18n::Texts& texts) {
    html::Table table{texts.text("network.references"),
                      {{"network.type"},
                       {"network.reference.measure"},
                       {"network.reference.value", true},
                       {"network.reference.year"},
                       {"network.reference.source"}},
                      {}};
    table.caption_is_above = table.folds = true;
    auto first = year_of(network.validity.valid_from);
    for (auto& value : list_reference_values(db)) {
        bool of_ours = std::ranges::any_of(members, [&](auto& one) { return one.type_code == value.type_code; });
        if (value.year != first || !of_ours) continue;
        table.rows.push_back({{type_words(lists, value.type_code, texts)},
                              {value.measure},
                              {to_czech(Decimal{value.hundredths, 2}) + "\u00a0" + value.unit},
                              {std::to_string(value.year)},
                              {value.source}});
    }
    return table;
}

std::vector<MemberWords> in_words(const std::vector<ListedMember>& members, const CodeLists& lists,
                                  const i18n::Texts& texts) {
    std::vector<MemberWords> words;
    for (auto& member : members) words.push_back(words_of(member, lists, texts));
    return words;
}

// The end of the day in Prague on which something was known.
Instant known_at(const MemberQuery& query, Instant now) {
    if (!query.known_on) return now;
    return std::min(now, Instant{*query.known_on + std::chrono::days{1}});
}

struct FoundMembers {
    std::vector<ListedMember> all, found;
    Date day;
};

FoundMembers find_members(db::Session& db, const ServiceNetwork& network, const MemberQuery& query,
                          const CodeLists& lists, Date today, Instant now) {
    FoundMembers members;
    members.day = query.day.value_or(network.shown_on(today));
    members.all = members_of(db, network.id, members.day, known_at(query, now));
    members.found = members.all;
    filter(members.found, query, db);
    order(members.found, query.order, lists);
    return members;
}

}

http::Response show_network(const http::Request& request, Permit<may::ReadNetwork> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto& network = view.network;
    auto& texts = *request.texts;
    if (view.renamed()) return http::moved("/site/" + network.slug);
    auto lists = CodeLists::read(db, permit.today());
    auto territory = Territory::read(db, permit.today());
    NetworkPage page{network};
    page.query = MemberQuery::read(request);
    auto members = find_members(db, network, page.query, lists, permit.today(), permit.now());
    page.kind = lists.name(network_kinds, network.kind_code, texts.language());
    page.owner = owner_words(network, territory, request), page.state = state_words(network, texts, permit.today());
    page.day = members.day, page.may_keep = view.kept_by(permit.user());
    page.all = std::int64_t(members.all.size()), page.found = std::int64_t(members.found.size());
    page.pages = pages_for(members.found.size(), members_on_a_page);
    page.query.page = page_asked_of(request, page.pages);
    for (auto& other : networks_beside(list_networks(db), network)) {
        auto shown = NetworkInView{other, other.slug, view.districts};
        if (!shown.visible_to(permit.user())) continue;
        page.years.push_back({other.years(), other.slug, other.id == network.id});
        if (other.validity.valid_from < network.validity.valid_from) page.former = other;
    }
    if (page.former) {
        auto differ = difference_of(db, *page.former, network, members.day, permit.today(), permit.now());
        page.entering = in_words(differ.entering, lists, texts), page.leaving = in_words(differ.leaving, lists, texts);
        page.changed = std::int64_t(differ.capacity.size() + differ.terms.size());
    }
    for (auto& one : all_members_of(db, network.id))
        if (one.member.validity.valid_from != network.validity.valid_from ||
            one.member.validity.valid_to != network.validity.valid_to) {
            page.within.push_back(words_of(one, lists, texts));
            // The end of the network itself is no leaving.
            if (page.within.back().until == network.validity.valid_to) page.within.back().until.reset();
        }
    page.by_type = by_type(page.at(), members.all, lists, texts);
    page.by_district = by_district(page.at(), members.all, territory, db, request.facts->region_code, texts);
    page.references = references_of(db, network, members.all, lists, texts);
    page.types = {{"", texts.text("network.type.any")}}, page.districts = {{"", texts.text("network.district.any")}};
    page.marks = {{"", texts.text("network.mark.any")}};
    std::set<std::string> types, marks;
    for (auto& one : members.all) {
        types.insert(one.type_code);
        if (one.member.mark_code) marks.insert(*one.member.mark_code);
    }
    for (auto& type : types) page.types.push_back({type, type_words(lists, type, texts)});
    steady_sort(page.types, [](auto& a, auto& b) {
        return std::pair{!a.value.empty(), i18n::sort_key(a.text)} <
               std::pair{!b.value.empty(), i18n::sort_key(b.text)};
    });
    for (auto& row : page.by_district.rows)
        page.districts.push_back({row.front().href.substr(row.front().href.find('=') + 1), row.front().text});
    for (auto& mark : marks) page.marks.push_back({mark, lists.name(network_marks, mark, texts.language())});
    cut_to_page(members.found, page.query.page, members_on_a_page);
    page.members = in_words(members.found, lists, texts);
    return respond(request, page);
}

namespace {

std::string iso_or_nothing(const std::optional<Date>& day) { return day ? to_iso(*day) : ""; }

// The last day of something whose first day without it we keep.
std::string iso_last_day(const std::optional<Date>& first_without) {
    return first_without ? to_iso(*first_without - std::chrono::days{1}) : "";
}

constexpr std::array member_columns{"sit",          "druh_site",    "vlastnik_kod",  "sluzba",    "identifikator",
                                    "poskytovatel", "ico",          "druh",          "oznaceni",  "forma",
                                    "jednotka",     "kapacita",     "v_siti_od",     "v_siti_do", "podminky",
                                    "podminky_do",  "duvod_vstupu", "duvod_odchodu", "usneseni",  "povereni_cislo",
                                    "povereni_od",  "povereni_do",  "adresa"};

using MemberLine = std::array<std::string, member_columns.size()>;

// One line for each listed capacity.
void add_lines(std::vector<MemberLine>& lines, const ServiceNetwork& network, const ListedMember& one,
               const CodeLists& lists, const std::string& public_url) {
    auto& member = one.member;
    auto kind = lists.name(network_kinds, network.kind_code), type = lists.name("service_types", one.type_code),
         address = public_url + "/sluzby/" + one.service_slug;
    auto capacities = parse_capacities(member.capacities);
    if (capacities.empty()) capacities.push_back({});
    for (auto& capacity : capacities) {
        bool given = !capacity.unit_code.empty();
        lines.push_back({network.name,
                         kind,
                         network.municipality_code.value_or(""),
                         one.service_name,
                         one.register_identifier.value_or(""),
                         one.provider_name,
                         one.ico.value_or(""),
                         type,
                         member.mark_code.value_or(""),
                         capacity.form_code.empty() ? "" : lists.name("forms", capacity.form_code),
                         given ? unit_name(lists, capacity.unit_code) : "",
                         given ? tokens_of({{"", "", capacity.amount}}).substr(1) : "",
                         to_iso(member.validity.valid_from),
                         iso_last_day(member.validity.valid_to),
                         member.conditions.value_or(""),
                         iso_or_nothing(member.conditions_until),
                         member.entered_reason.value_or(""),
                         member.left_reason.value_or(""),
                         member.resolution.value_or(""),
                         member.entrustment_number.value_or(""),
                         iso_or_nothing(member.entrustment_from),
                         iso_last_day(member.entrustment_to),
                         address});
    }
}

}

http::Response export_network(const http::Request& request, Permit<may::ReadNetwork> permit) {
    auto& db = permit.db();
    auto& network = permit.about().network;
    auto lists = CodeLists::read(db, permit.today());
    auto members = find_members(db, network, MemberQuery::read(request), lists, permit.today(), permit.now());
    std::vector<MemberLine> lines;
    for (auto& one : members.found) add_lines(lines, network, one, lists, request.facts->public_url);
    std::string text;
    csv::write_row(text, std::vector<std::string>{member_columns.begin(), member_columns.end()});
    for (auto& line : lines) csv::write_row(text, std::vector<std::string>{line.begin(), line.end()});
    return network_file(std::move(text), network.slug + ".csv");
}

documents::Table networks_table(const http::Request& request, db::Session& db, const CodeLists& lists) {
    std::vector<MemberLine> lines;
    auto networks = list_networks(db);
    for (auto& network : networks) {
        if (!network.published) continue;
        auto members = all_members_of(db, network.id);
        for (auto& one : members) add_lines(lines, network, one, lists, request.facts->public_url);
    }
    auto& texts = *request.texts;
    documents::Table table{texts.text("open_data.networks"), texts.language(), request.now, {}, {}};
    for (std::string name : member_columns) table.columns.push_back({name, texts.text("network.column." + name)});
    table.next = [lines = std::move(lines), n = std::size_t{}](documents::Row& row) mutable {
        if (n == lines.size()) return false;
        auto& line = lines[n++];
        for (auto& text : line) row.push_back(documents::cell(text));
        return true;
    };
    return table;
}

}
