// Who is in a network, as its keepers change it: one by one, many at once, with every version of what was said.
#pragma once

#include "network/editing/edit_pages.hpp"
#include "network/public_pages/service_page.hpp"
#include "network/service_networks/network_pages.hpp"
#include "platform/http/form.hpp"

namespace network {

std::string members_at(const ServiceNetwork&);    // the address of its list of members
std::string member_at(const ServiceNetwork&, Id<Membership>);
// The marks of members that hold on the day, behind a choice of none of them.
std::vector<html::Choice> mark_choices(const CodeLists&, const i18n::Texts&, Date day, const char* none);

// A line with a box to tick.
struct TickLine {
    std::string value{};    // of the box
    std::string service{}, address{}, provider{}, type{}, mark{}, capacities{}, more{};
    bool ticked = false;

    static void each_field(auto& line, auto& visit) {
        visit("service", line.service), visit("provider", line.provider), visit("type", line.type);
        visit("mark", line.mark), visit("capacities", line.capacities);
    }
};

// What to do with all that are ticked.
struct ManyForm : http::Form {
    ManyForm() = default;
    explicit ManyForm(const http::Request&);
    std::vector<std::string> ticked = chosen("sluzba");
    std::string act = text("ukon");    // odchod, oznaceni; for those who are not in it yet: zaradit
    std::optional<Date> day{};
    std::optional<std::string> mark = text_or_nothing("nove_oznaceni");
    std::optional<std::string> reason = text_or_nothing("duvod");
    std::optional<std::string> resolution = text_or_nothing("usneseni");
};

struct MemberListPage {
    const ServiceNetwork& network;
    bool adding = false;    // services that are not in it yet
    MemberQuery query{};
    const ManyForm& form;
    std::vector<TickLine> lines{};    // of this page
    std::int64_t found = 0, all = 0, pages = 1;
    std::vector<html::Choice> types{}, districts{}, marks{};
    std::vector<PageLine> taken_out{};    // who was taken out, each with the way back
    std::vector<html::Link> links{};
    std::string form_token{};
    std::string done{};    // what was just done, in words
    Date first_day{};      // that is offered

    std::string at(const char* rest = "") const { return "/site/" + network.slug + rest; }
    std::string here() const { return at(adding ? "/pridat" : "/clenove"); }
    std::string next_year() const { return "/sprava/site/nova?z=" + network.slug; }
    html::Select select(const char* name, const char* label, const std::vector<html::Choice>&,
                        const std::string& value) const;
    html::Select new_mark() const;
    html::Field day() const;
    html::Field reason() const;
    html::Field resolution() const;
    html::RadioGroup act(html::Out&) const;
    html::Pager pager() const { return {here() + "?" + query.address() + "&strana=", query.page, pages}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("found", page.found), visit("lines", page.lines);
    }
    void write(html::Out&) const;
};

// One version of a membership: who said it when, and what was different before.
struct MemberVersion {
    std::string id{}, when{}, who{}, source{};
    std::vector<history::FieldChange> fields{};    // labels and values in words
    bool first = false, holds = false, taken_out = false;

    static void each_field(auto& version, auto& visit) {
        visit("id", version.id), visit("when", version.when), visit("who", version.who),
            visit("fields", version.fields);
    }
};

struct MemberVersionsPage {
    const ServiceNetwork& network;
    std::string service{}, service_at{}, at{}, form_token{};
    std::vector<MemberVersion> versions{};    // newest first
    bool in_network = false, back = false;
    std::string problem{};

    std::string back_at(const MemberVersion& version) const { return at + "/verze/" + version.id; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("versions", page.versions); }
    void write(html::Out&) const;
};

http::Response list_members(const http::Request&, Permit<may::KeepNetwork>);
http::Response change_members(const http::Request&, Permit<may::KeepNetwork>);
http::Response list_services_to_add(const http::Request&, Permit<may::KeepNetwork>);
http::Response add_members(const http::Request&, Permit<may::KeepNetwork>);
http::Response show_member(const http::Request&, Permit<may::KeepNetwork>);
http::Response edit_member(const http::Request&, Permit<may::KeepNetwork>);
http::Response show_member_versions(const http::Request&, Permit<may::KeepNetwork>);
http::Response put_member_back(const http::Request&, Permit<may::KeepNetwork>);

}
