// What a provider's people see of their own first: services with their state, places, premises, mistakes told by
// others.
#pragma once

#include "network/permissions.hpp"
#include "platform/html/parts.hpp"

namespace network {

struct OwnServiceLine {
    Id<Service> id{};
    std::string slug{};
    std::string name{};
    std::string status{};
    std::optional<Date> verified_on{};
    std::int64_t waiting = 0;     // wishes that wait or were returned
    std::int64_t mistakes = 0;    // reports that wait

    static void each_field(auto& line, auto& visit) {
        visit("id", line.id), visit("slug", line.slug), visit("name", line.name), visit("status", line.status);
        visit("verified_on", line.verified_on), visit("waiting", line.waiting), visit("mistakes", line.mistakes);
    }
};

// What somebody told the region is wrong: never who.
struct OwnMistake {
    std::string service{};
    std::string slug{};
    std::string message{};
    std::string state{};
    Instant created_at{};
    std::optional<std::string> answer{};

    static void each_field(auto& mistake, auto& visit) {
        visit("service", mistake.service), visit("slug", mistake.slug), visit("message", mistake.message);
        visit("state", mistake.state), visit("created_at", mistake.created_at), visit("answer", mistake.answer);
    }
};

// With its address, unless that is secret: several places may have one name.
struct OwnPlace {
    Id<Facility> id{};
    std::string name{};
    std::string address{};

    std::string words() const { return address.empty() ? name : name + ", " + address; }
};

struct OwnProviderLines {
    Provider provider;
    std::vector<OwnServiceLine> services;
    std::vector<OwnPlace> places;
    std::vector<Premises> premises;    // that only own services use
    std::vector<OwnMistake> mistakes;

    static OwnProviderLines read(db::Session&, const Provider&, const User&, Date day);
    static void each_field(auto& lines, auto& visit) {
        visit("provider", lines.provider.slug), visit("services", lines.services), visit("mistakes", lines.mistakes);
    }
};

struct OwnRecords {
    const std::vector<OwnProviderLines>& providers;
    Date today;

    html::Tag verified(const OwnServiceLine&, html::Out&) const;
    html::Tag status(const OwnServiceLine&, html::Out&) const;
    std::string moment(Instant) const;
    void write(html::Out&) const;
};

}
