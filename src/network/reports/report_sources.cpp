// Offers the lists and the reports that come with the program.
#include "network/reports/report_sources.hpp"

#include "network/network.hpp"
#include "platform/base/csv.hpp"

#include <algorithm>
#include <sstream>

namespace network {

namespace {

bool keeps_services(const User& user) {
    return user.holds(Role::regional_planner) || user.holds(Role::planning_coordinator);
}
bool sees_services(const User& user) { return keeps_services(user) || user.holds(Role::provider_director); }
bool plans(const User& user) { return user.holds(Role::regional_planner); }

struct OfProvider {
    Id<Service> id{};
    Id<Provider> provider_id{};

    static void each_field(auto& row, auto& visit) { visit("id", row.id), visit("provider_id", row.provider_id); }
};

std::vector<reports::ReadyReport> ready_reports() {
    std::vector<reports::ReadyReport> ready;
    for (auto& file : files()) {
        if (file.path != "network/reports/data/sestavy.csv") continue;
        std::istringstream text{std::string{file.bytes}};
        csv::Reader rows{text};
        auto cell = [&](const csv::Row& row, const char* name) { return std::string{row[rows.column(name)]}; };
        while (auto row = rows.next())
            ready.push_back({cell(*row, "title_cs"), cell(*row, "title_en"), cell(*row, "about_cs"),
                             cell(*row, "about_en"), cell(*row, "source"),
                             "seznam=" + cell(*row, "source") + "&" + cell(*row, "question")});
    }
    return ready;
}

}

void offer_reports(reports::Sources& sources) {
    auto offer = [&](const char* key, const char* title, const char* hint, bool (*allowed)(const User&),
                     reports::List (*open)(const reports::Reading&)) {
        sources.all.push_back({key, title, hint, allowed, open});
    };
    offer("sluzby", "report_list.services", "report_list.services.hint", sees_services, open_services);
    offer("poskytovatele", "report_list.providers", "report_list.providers.hint", sees_services, open_providers);
    offer("kapacity", "report_list.capacities", "report_list.capacities.hint", sees_services, open_capacities);
    offer("clenove", "report_list.members", "report_list.members.hint", sees_services, open_members);
    offer("sbery", "report_list.collections", "report_list.collections.hint", plans, open_collections);
    offer("smlouvy", "report_list.contracts", "report_list.contracts.hint", keeps_services, open_contracts);
    sources.ready = ready_reports();
}

ReportScope ReportScope::read(db::Session& db, const User& user) {
    ReportScope scope;
    scope.services = services_edited_by(db, user);
    if (scope.all()) return scope;
    for (auto& provider : providers_represented_by(db, user)) {
        scope.providers.insert(provider.id);
        for (auto& service : services_of_provider(db, provider.id)) scope.services->insert(service.id);
    }
    for (auto& row : db.all<OfProvider>("SELECT id, provider_id FROM services"))
        if (scope.has(row.id)) scope.providers.insert(row.provider_id);
    return scope;
}

ReportWords::ReportWords(const reports::Reading& reading_)
    : reading{reading_}, lists{std::make_shared<CodeLists>(CodeLists::read(reading_.db, reading_.today))} {}

reports::Column ReportWords::column(const char* key, reports::Kind kind, bool usual) const {
    return {key, reading.texts.text(std::string{"report_column."} + key), kind, usual, {}, {}};
}

reports::Column ReportWords::coded(const char* key, const char* code_list, bool usual) const {
    auto made = column(key, reports::Kind::code, usual);
    // What holds today, then what records of the past may still name.
    for (auto day : {reading.today, beginning})
        for (auto item : lists->items(code_list, day))
            if (!std::ranges::count(made.codes, item->code, &reports::Code::code))
                made.codes.push_back({item->code, lists->name(code_list, item->code, language())});
    return made;
}

reports::Column ReportWords::told(const char* key, const char* family, const std::vector<std::string>& codes,
                                  bool usual) const {
    auto made = column(key, reports::Kind::code, usual);
    for (auto& code : codes) made.codes.push_back({code, reading.texts.text(std::string{family} + "." + code)});
    return made;
}

}
