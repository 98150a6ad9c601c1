// What a row says of a service against what we hold of it: what differs, what a person's hand keeps, and saving it.
#pragma once

#include "network/service_import/service_rows.hpp"

namespace network {

struct ServiceImportOptions {
    bool create_new = false;    // services that we do not know are founded
    bool overwrite = false;     // what a person wrote here gives way too
};

// One field; before and after as people read them.
struct RowDifference {
    std::string field{};    // service_import.field.FIELD
    std::string before{}, after{};
    bool held = false;    // a person's value stays

    static void each_field(auto& difference, auto& visit) {
        visit("field", difference.field), visit("before", difference.before), visit("after", difference.after);
        visit("held", difference.held);
    }
};

struct RowProblemFound {
    std::string field;
    const char* problem;
    std::vector<std::string> values{};
};

struct RowOutcome {
    enum Kind { fresh, changed, same, wrong };
    Kind kind = same;
    std::string name{}, provider{};    // of the service
    std::vector<RowDifference> differences{};
    std::optional<RowProblemFound> problem{};

    bool holds() const;    // something of it is kept against the table
};

class ServiceMerge {
public:
    // Only looks.
    ServiceMerge(db::Session& db, const ServiceGround& ground, ServiceImportOptions options, Instant now)
        : db_{db}, ground_{ground}, options_{options}, now_{now} {}
    // Saves, with history.
    ServiceMerge(const Author& author, const ServiceGround& ground, ServiceImportOptions options)
        : db_{author.work}, ground_{ground}, options_{options}, now_{author.now}, author_{&author} {}

    RowOutcome put(const ServiceLine&);

private:
    struct Putting;
    void found_service(Putting&);
    Id<Provider> provider_of(const ServiceLine&);
    void put_facts(Putting&);
    void put_forms(Putting&);
    void put_groups(Putting&);
    void put_covered(Putting&);
    void put_contacts(Putting&);
    void put_capacity(Putting&);
    void put_place(Putting&);

    db::Session& db_;
    const ServiceGround& ground_;
    ServiceImportOptions options_;
    Instant now_;
    const Author* author_ = nullptr;
};

}
