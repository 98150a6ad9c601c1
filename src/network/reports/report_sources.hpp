// The lists of the network that reports may ask, each narrowed to what its reader may see.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "network/permissions.hpp"
#include "platform/reports/report_source.hpp"

namespace network {

// Lists that reports may ask, and reports that come with the program.
void offer_reports(reports::Sources&);

// What a person may see of services in reports: planners the whole region, coordinators what reaches their districts,
// a provider's people their own.
struct ReportScope {
    std::optional<std::set<Id<Service>>> services{};    // nothing: all of them
    std::set<Id<Provider>> providers{};                 // whose they are; empty where it is all of them

    static ReportScope read(db::Session&, const User&);
    bool all() const { return !services; }
    bool has(Id<Service> service) const { return !services || services->contains(service); }
    bool has(Id<Provider> provider) const { return !services || providers.contains(provider); }
};

// What sources share: code lists in the reader's language and titles of columns.
struct ReportWords {
    const reports::Reading& reading;
    std::shared_ptr<const CodeLists> lists;

    explicit ReportWords(const reports::Reading&);
    // Titles are texts: reports.column.NAME.
    reports::Column column(const char* key, reports::Kind, bool usual = false) const;
    reports::Column coded(const char* key, const char* code_list, bool usual = false) const;
    reports::Column told(const char* key, const char* family, const std::vector<std::string>& codes,
                         bool usual = false) const;    // codes whose names are texts: FAMILY.CODE
    std::string unit(const std::string& code) const { return lists->name("capacity_units", code, language()); }
    const std::string& language() const { return reading.texts.language(); }
};

reports::List open_services(const reports::Reading&);
reports::List open_providers(const reports::Reading&);
reports::List open_capacities(const reports::Reading&);
reports::List open_members(const reports::Reading&);
reports::List open_collections(const reports::Reading&);
reports::List open_contracts(const reports::Reading&);

// Districts that each service reaches; „kraj“ where it is the whole region or country.
std::map<Id<Service>, reports::Codes> districts_of_services(db::Session&, Date day);
reports::Column district_column(const ReportWords&);

}
