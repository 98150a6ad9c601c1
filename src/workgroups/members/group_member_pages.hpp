// Members of a group as its keepers see them: who sits in it and sat there, and how they are reached.
#pragma once

#include "platform/documents/table_file.hpp"
#include "platform/html/parts.hpp"
#include "workgroups/groups/group_balance.hpp"
#include "workgroups/groups/group_words.hpp"
#include "workgroups/permissions.hpp"

namespace workgroups {

struct GroupMemberLine {
    std::string id{}, name{}, role{}, side{}, organisation{}, time{}, stands_in_for{}, end_reason{};
    bool former = false, to_come = false;
    bool has_account = false;    // by the e-mail of their contact, but not linked with it

    static void each_field(auto& line, auto& visit) {
        visit("name", line.name), visit("role", line.role), visit("side", line.side);
        visit("organisation", line.organisation), visit("time", line.time);
        visit("stands_in_for", line.stands_in_for), visit("former", line.former);
    }
};

struct GroupMembersPage {
    const WorkingGroup& group;
    std::vector<GroupMemberLine> sitting{}, former{};
    BalancePicture balance{};
    bool keeps = false;
    std::string done{};

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    std::string member_at(const GroupMemberLine& line) const { return at("/clenove/") + line.id; }
    std::string link_at(const GroupMemberLine& line) const { return member_at(line) + "?ucet=propojit"; }
    std::string end_at(const GroupMemberLine& line) const { return member_at(line) + "/konec"; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("group", page.group.name), visit("sitting", page.sitting), visit("former", page.former);
    }
    void write(html::Out&) const;
};

struct ContactLine {
    std::string name{}, role{}, side{}, organisation{}, email{}, phone{}, phone_link{};
    static void each_field(auto& line, auto& visit) {
        visit("name", line.name), visit("role", line.role), visit("organisation", line.organisation);
        visit("email", line.email), visit("phone", line.phone);
    }
};

struct GroupContactsPage {
    const WorkingGroup& group;
    Date day{};
    std::vector<ContactLine> lines{};

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    documents::Downloads downloads() const { return {at("/kontakty")}; }
    std::string all_emails() const;    // for one letter to all
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("group", page.group.name), visit("contacts", page.lines); }
    void write(html::Out&) const;
};

// The account whose e-mail is that of a person's contact, where neither is linked with anybody.
std::optional<Id<User>> account_to_link(db::Session&, Id<PlanningPerson>);

http::Response list_group_members(const http::Request&, Permit<may::KeepMembers>);
http::Response show_new_member(const http::Request&, Permit<may::KeepMembers>);
http::Response new_member(const http::Request&, Permit<may::KeepMembers>);
http::Response show_group_member(const http::Request&, Permit<may::KeepMembers>);
http::Response edit_group_member(const http::Request&, Permit<may::KeepMembers>);
http::Response show_member_end(const http::Request&, Permit<may::KeepMembers>);
http::Response end_member(const http::Request&, Permit<may::KeepMembers>);
http::Response show_contacts(const http::Request&, Permit<may::ReadContacts>);
http::Response export_contacts(const http::Request&, Permit<may::ReadContacts>);

}
