// All groups, as a tree and as a list that can be narrowed and taken home.
#pragma once

#include "platform/documents/table_file.hpp"
#include "platform/html/table.hpp"
#include "workgroups/groups/group_list.hpp"

namespace workgroups {

struct GroupLine {
    std::string slug{}, name{}, short_name{}, kind{}, territory{}, target_group{}, led_by{}, parent{};
    std::int64_t members = 0;
    std::string time{};    // od 1. 1. 2015; skončila 31. 12. 2025
    bool ended = false, to_come = false, published = true;

    std::string called() const { return short_name.empty() ? name : name + " (" + short_name + ")"; }
    std::string address() const { return "/skupiny/" + slug; }
    static void each_field(auto& line, auto& visit) {
        visit("slug", line.slug), visit("name", line.name), visit("short_name", line.short_name);
        visit("kind", line.kind), visit("territory", line.territory), visit("target_group", line.target_group);
        visit("led_by", line.led_by), visit("members", line.members), visit("parent", line.parent);
        visit("ended", line.ended);
    }
};

struct GroupBranch {
    GroupLine line{};
    std::vector<GroupBranch> under{};
    void write(html::Out&) const;
};

struct GroupListPage {
    GroupQuery query{};
    Date day{};
    std::vector<GroupBranch> tree{};    // where nothing narrows the list
    std::vector<GroupLine> groups{};    // of this page
    std::int64_t all = 0, found = 0, page = 1, pages = 1;
    std::vector<html::Choice> kinds{}, lands{}, targets{};
    bool may_found = false;

    bool shows_tree() const { return !query.narrows() && !query.as_list; }
    std::string with(bool list) const;
    html::Select select(const char* name, const char* label, const std::vector<html::Choice>& choices,
                        const std::string& value) const {
        return {{html::Field{name, label, value}, choices}};
    }
    html::Table table(html::Out&) const;
    documents::Downloads downloads() const { return {"/skupiny", query.address()}; }
    html::Pager pager() const { return {"/skupiny?" + query.address() + "&strana=", page, pages}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("found", page.found), visit("groups", page.groups); }
    void write(html::Out&) const;
};

http::Response list_groups_for_all(const http::Request&, Permit<auth::may::Read>);
http::Response export_groups(const http::Request&, Permit<auth::may::Read>);

}
