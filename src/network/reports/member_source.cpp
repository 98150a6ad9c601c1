// Members of networks as reports ask them: who was in which network, since when, on which conditions and why.
#include "network/reports/report_sources.hpp"
#include "network/service_networks/listed_capacity.hpp"
#include "network/service_networks/network_member.hpp"
#include "platform/base/parts.hpp"

namespace network {

namespace {

struct ReportedMember {
    const ServiceNetwork& network;
    const ListedMember& listed;
};

const char* conditions_code(const NetworkMember& member, Date today) {
    if (!member.conditions) return "none";
    return member.conditions_met_on ? "met" : member.conditions_late(today) ? "late" : "open";
}

reports::Value last_day(const std::optional<Date>& first_without) {
    if (!first_without) return {};
    return *first_without - std::chrono::days{1};
}

// Networks of the reader: those that they keep, and of published ones what their own services are listed in.
void each_member(db::Session& db, const User& user, const std::function<bool(const ReportedMember&)>& take) {
    auto scope = ReportScope::read(db, user);
    for (auto& network : list_networks(db)) {
        auto view = NetworkInView::find(db, network.slug);
        bool keeps = view && view->kept_by(user);
        if (!keeps && !network.published) continue;
        for (auto& listed : all_members_of(db, network.id))
            if ((keeps || scope.has(listed.member.service_id)) && !take({network, listed})) return;
    }
}

std::string capacity_words(const NetworkMember& member, const CodeLists& lists, const std::string& language) {
    return text::joined(capacity_lines(member.capacities, lists, language), "; ");
}

}

reports::List open_members(const reports::Reading& reading) {
    using enum reports::Kind;
    using reports::Value;
    ReportWords words{reading};
    auto networks = words.column("sit", code, true);
    for (auto& network : list_networks(reading.db)) {
        auto view = NetworkInView::find(reading.db, network.slug);
        if (view && view->visible_to(reading.user)) networks.codes.push_back({network.slug, network.name});
    }
    auto today = reading.today;
    auto lists = words.lists;
    std::vector<reports::ColumnOf<ReportedMember>> columns{
        {networks, [](auto& row) { return reports::code_value(row.network.slug); }},
        {words.column("roky", reports::Kind::text), [](auto& row) { return reports::text_value(row.network.years()); }},
        {words.coded("druh_site", network_kinds), [](auto& row) { return reports::code_value(row.network.kind_code); }},
        {words.column("schvalena", yes_no), [](auto& row) -> Value { return row.network.approved(); }},
        {words.column("sluzba", link, true),
         [](auto& row) -> Value {
             return reports::Link{row.listed.service_name, "/sluzby/" + row.listed.service_slug};
         }},
        {words.column("poskytovatel", link, true),
         [](auto& row) -> Value {
             return reports::Link{row.listed.provider_name, "/poskytovatele/" + row.listed.provider_slug};
         }},
        {words.column("identifikator", reports::Kind::text),
         [](auto& row) { return reports::value_of(row.listed.register_identifier); }},
        {words.coded("druh", "service_types", true),
         [](auto& row) { return reports::code_value(row.listed.type_code); }},
        {words.coded("zarazeni", network_marks),
         [](auto& row) { return reports::code_value(row.listed.member.mark_code.value_or("")); }},
        {words.column("kapacita_v_siti", reports::Kind::text),
         [lists, language = words.language()](auto& row) {
             return reports::text_value(capacity_words(row.listed.member, *lists, language));
         }},
        {words.column("od", date, true), [](auto& row) -> Value { return row.listed.member.validity.valid_from; }},
        {words.column("do", date), [](auto& row) { return last_day(row.listed.member.validity.valid_to); }},
        {words.column("duvod_vstupu", reports::Kind::text),
         [](auto& row) { return reports::value_of(row.listed.member.entered_reason); }},
        {words.column("duvod_odchodu", reports::Kind::text),
         [](auto& row) { return reports::value_of(row.listed.member.left_reason); }},
        {words.column("podminky", reports::Kind::text),
         [](auto& row) { return reports::value_of(row.listed.member.conditions); }},
        {words.told("stav_podminek", "report_column.stav_podminek", {"none", "open", "late", "met"}),
         [today](auto& row) { return reports::code_value(conditions_code(row.listed.member, today)); }},
        {words.column("podminky_do", date),
         [](auto& row) { return reports::value_of(row.listed.member.conditions_until); }},
        {words.column("usneseni", reports::Kind::text),
         [](auto& row) { return reports::value_of(row.listed.member.resolution); }},
        {words.column("povereni", reports::Kind::text),
         [](auto& row) { return reports::value_of(row.listed.member.entrustment_number); }},
        {words.column("povereni_do", date), [](auto& row) { return last_day(row.listed.member.entrustment_to); }}};
    auto records = [&db = reading.db, &user = reading.user](const reports::Wanted&,
                                                            const std::function<bool(const ReportedMember&)>& take) {
        each_member(db, user, take);
    };
    return reports::list_of<ReportedMember>(std::move(columns), records);
}

}
