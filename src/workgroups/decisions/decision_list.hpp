// The register of decisions: which of them somebody may read, narrowed by words, group, year and state.
#pragma once

#include "platform/documents/table_file.hpp"
#include "workgroups/decisions/decision_register.hpp"
#include "workgroups/decisions/decision_view.hpp"
#include "workgroups/groups/group_list.hpp"
#include "workgroups/tasks/task_list_pages.hpp"

namespace workgroups {

struct ListedDecision {
    Decision decision{};
    std::string group_slug{}, group_name{};
    std::string replaced_by{};    // number

    static void each_field(auto& listed, auto& visit) {
        Decision::each_field(listed.decision, visit);
        visit("group_slug", listed.group_slug), visit("group_name", listed.group_name);
        visit("replaced_by", listed.replaced_by);
    }
    std::string address() const { return "/rozhodnuti/" + to_text(decision.id); }
};

// Groups of which somebody reads what is not public: kept, led, or sat in on the day.
std::vector<Id<WorkingGroup>> groups_known_inside(db::Session&, const User&, const GroupWords&, Date day);

// Which decisions somebody may read: all of the groups that they know inside, of others what is public.
struct DecisionScope {
    std::vector<Id<WorkingGroup>> inside{};    // sorted

    static DecisionScope read(db::Session&, const User&, const i18n::Texts&, Date day);
    bool has(const DecisionInOrder&) const;
};

struct DecisionQuery {
    std::string words{}, group{}, state{};
    int year = 0;    // 0: any

    static DecisionQuery read(const http::Request&);
    bool narrows() const { return !words.empty() || !group.empty() || !state.empty() || year != 0; }
    bool takes(const DecisionInOrder&) const;    // whatever it says
    std::string address() const;
};

html::Tag decision_tag(const Decision&, const std::string& replaced_by, const i18n::Texts&);

struct DecisionListPage {
    DecisionQuery query;
    std::vector<ListedDecision> decisions{};    // of this page
    std::vector<html::Choice> groups{}, years{}, states{};
    std::int64_t all = 0, found = 0;
    PageOfList at{};
    const i18n::Texts* texts{};

    html::Select select(const char* name, const char* label, const std::vector<html::Choice>& choices,
                        const std::string& value) const {
        return {{{html::Field{name, label, value}}, choices}};
    }
    std::string year() const { return query.year ? std::to_string(query.year) : ""; }
    html::Table table(html::Out&) const;
    documents::Downloads downloads() const { return {"/rozhodnuti", query.address()}; }
    html::Pager pager() const { return {"/rozhodnuti?" + query.address() + "&strana=", at.page, at.pages}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("found", page.found), visit("decisions", page.decisions); }
    void write(html::Out&) const;
};

http::Response list_decisions(const http::Request&, Permit<auth::may::Read>);
http::Response export_decisions(const http::Request&, Permit<auth::may::Read>);

}
