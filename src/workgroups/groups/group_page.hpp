// The page of one group: what it is, where it stands, who leads it, how its triad is balanced, where it came from.
#pragma once

#include "platform/html/outcome.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/groups/group_balance.hpp"
#include "workgroups/groups/group_list.hpp"
#include "workgroups/groups/lineage.hpp"

namespace workgroups {

// One thing that happened to the group, or is talked about.
struct LineageLine {
    std::string id{}, day{}, what{};
    std::vector<html::Link> groups{};
    std::string names{};    // of groups that are only talked about
    std::string resolution{}, reason{};
    bool discussed = false, can_go_back = false;
    std::string again_at{};    // where what is talked about is decided

    static void each_field(auto& line, auto& visit) {
        visit("day", line.day), visit("what", line.what), visit("discussed", line.discussed);
        visit("resolution", line.resolution), visit("reason", line.reason);
    }
};

struct GroupPage {
    const WorkingGroup& group;
    std::string kind{}, territory{}, target_group{}, founded{}, ended{};
    std::vector<std::string> leaders{}, members{};    // names that everybody may read
    std::int64_t hidden = 0;                          // members whose names are not shown
    BalancePicture balance{};
    std::optional<html::Link> over{};
    std::vector<html::Link> below{}, went_to{}, milestone_plans{};    // plans that this person may read
    std::vector<LineageLine> lineage{};
    bool keeps = false, keeps_members = false, takes_part = false, is_to_come = false;
    std::string form_token{}, done{}, problem{};

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    std::string back_at(const LineageLine& line) const { return at("/rodokmen/") + line.id + "/zpet"; }
    std::vector<std::string> other_names() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("slug", page.group.slug), visit("name", page.group.name), visit("kind", page.kind);
        visit("territory", page.territory), visit("target_group", page.target_group);
        visit("leaders", page.leaders), visit("members", page.members), visit("members_hidden", page.hidden);
        visit("lineage", page.lineage), visit("problem", page.problem);
    }
    void write(html::Out&) const;
};

http::Response show_group(const http::Request&, Permit<may::ReadGroup>);
http::Response take_lineage_back(const http::Request&, Permit<may::KeepGroup>);

}
