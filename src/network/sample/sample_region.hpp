// The demonstration region while it is being loaded: who got which id, and from which source each row comes.
#pragma once

#include "network/facilities/premises.hpp"
#include "network/sample/sample_table.hpp"

namespace network {

class SampleRegion {
public:
    explicit SampleRegion(const Author& author) : author{author} {}

    void load_territory();
    void load_providers();
    void load_services();    // with forms, groups, bands, hours, coverage, steps
    void load_facilities();
    void load_capacities();    // registered, agreed, free; states
    void load_contracts();
    void load_premises();
    void load_related_services();
    void load_client_counts();
    void load_texts();

private:
    // The author who says what the row's document says; ours where the row is made up.
    Author said_by(const SampleRow&);
    void keep_contacts(const Author&, const SampleRow&, const Uuid& owner);
    void load_service(const SampleRow&);
    void load_hours(const Author&, const SampleRow&, const Service&);
    const Service& service(const std::string& key) const;
    Date reported(Date written) const;    // the day of a report of places that is made up

    const Author author;
    std::map<std::string, Id<history::Source>> sources_;
    std::map<std::string, std::string> town_names_;    // by code, of neighbours too
    std::map<std::string, Id<Provider>> providers_;
    std::map<std::string, Service> services_;
    std::map<std::string, Id<Facility>> facilities_;
};

}
