// The networks of the region for everybody: all of them by kind, one of them by year, and its members as a file.
#pragma once

#include "network/permissions.hpp"
#include "network/service_networks/network_difference.hpp"
#include "network/service_networks/network_words.hpp"
#include "platform/documents/table_file.hpp"
#include "platform/html/choice.hpp"
#include "platform/http/respond.hpp"

namespace network {

struct NetworkLine {
    std::string name{}, slug{}, owner{}, state{};
    std::int64_t services = 0;

    static void each_field(auto& line, auto& visit) {
        visit("name", line.name), visit("slug", line.slug), visit("owner", line.owner), visit("state", line.state),
            visit("services", line.services);
    }
};

struct NetworkKindPart {
    std::string code{}, name{}, meaning{};
    std::vector<NetworkLine> networks{};    // the newest first

    static void each_field(auto& part, auto& visit) {
        visit("code", part.code), visit("name", part.name), visit("networks", part.networks);
    }
};

struct NetworksPage {
    std::vector<NetworkKindPart> kinds{};
    bool keeps = false;

    html::Table table(const NetworkKindPart&, html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("kinds", page.kinds); }
    void write(html::Out&) const;
};

// What the address asks of the members.
struct MemberQuery {
    std::string words{}, type{}, district{}, mark{}, order = "nazev";
    std::optional<Date> day{}, known_on{};    // as it held, as we knew it
    std::int64_t page = 1;

    static MemberQuery read(const http::Request&);
    // The query of an address without the page: druh=…&orp=…
    std::string address() const;
};

struct YearStep {
    std::string year{}, slug{};
    bool here = false;
    static void each_field(auto& step, auto& visit) { visit("year", step.year), visit("slug", step.slug); }
};

struct NetworkPage {
    const ServiceNetwork& network;
    std::string kind{}, owner{}, state{};
    std::vector<YearStep> years{};    // of this kind and owner, the oldest first
    Date day{};
    MemberQuery query{};
    std::vector<MemberWords> members{};    // of this page
    std::int64_t found = 0, all = 0, pages = 1;
    std::optional<ServiceNetwork> former{};    // of the time before
    std::vector<MemberWords> entering{}, leaving{};
    std::int64_t changed = 0;
    std::vector<MemberWords> within{};    // who came or went within its time
    html::Table by_type{}, by_district{}, references{};
    std::vector<html::Choice> types{}, districts{}, marks{};
    bool may_keep = false;

    std::string at(const char* rest = "") const { return "/site/" + network.slug + rest; }
    std::string with_query(const std::string& start) const;
    std::string comparison() const { return "/site/porovnani?z=" + former->slug + "&do=" + network.slug; }
    std::string slide() const;    // which of the years this is
    std::string last_step() const { return std::to_string(years.empty() ? 0 : years.size() - 1); }
    html::Select select(const char* name, const char* label, const std::vector<html::Choice>&,
                        const std::string& value) const;
    html::Select order(html::Out&) const;
    std::string iso_day(const std::optional<Date>& day) const { return day ? to_czech(*day) : ""; }
    html::Table table(html::Out&) const;
    html::Pager pager() const { return {with_query(at()) + "&strana=", query.page, pages}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("name", page.network.name), visit("slug", page.network.slug), visit("kind", page.kind);
        visit("owner", page.owner), visit("state", page.state), visit("day", page.day), visit("years", page.years);
        visit("found", page.found), visit("pages", page.pages), visit("members", page.members);
        visit("entering", page.entering), visit("leaving", page.leaving), visit("changed", page.changed);
    }
    void write(html::Out&) const;
};

// A short list of services with their reasons.
struct MemberReasons {
    const std::vector<MemberWords>& members;
    bool with_days = false;
    bool of_leaving = false;
    std::string why(const MemberWords& member) const {
        return of_leaving || (with_days && member.until && !member.left.empty()) ? member.left : member.entered;
    }
    std::string when(const MemberWords&, const html::Out&) const;
    void write(html::Out&) const;
};

// Whose a network is, in words.
std::string owner_words(const ServiceNetwork&, const Territory&, const http::Request&);

// Every membership of the published networks, one line for each listed capacity: open data.
documents::Table networks_table(const http::Request&, db::Session&, const CodeLists&);

http::Response show_networks(const http::Request&, Permit<auth::may::Read>);
http::Response show_network(const http::Request&, Permit<may::ReadNetwork>);
http::Response export_network(const http::Request&, Permit<may::ReadNetwork>);

// A CSV file as an answer.
http::Response network_file(std::string text, const std::string& name);

}
