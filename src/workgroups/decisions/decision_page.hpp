// The page of one decision with its echo: where it was taken, which tasks came of it, what replaced it and what it
// replaced.
#pragma once

#include "platform/html/outcome.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/decisions/decision_view.hpp"
#include "workgroups/tasks/record_changes.hpp"
#include "workgroups/tasks/task_list.hpp"

namespace workgroups {

struct EchoTask {
    std::string text{}, address{}, owner{}, due{};
    html::Tag tag{html::Tag::run, ""};
};

struct DecisionPage {
    const DecisionInView& view;
    std::string body{};
    html::Tag tag{html::Tag::ok, ""};
    std::optional<html::Link> meeting{}, replaced_by{};
    std::string agenda_item{};
    std::vector<html::Link> replaced{};    // earlier ones in whose place it stands
    std::vector<EchoTask> tasks{};         // of those who may read tasks
    bool inside = false, keeps = false;
    RecordChanges changes{};
    std::string done{}, problem{};

    const Decision& decision() const { return view.decision; }
    const WorkingGroup& group() const { return view.of.group; }
    std::string at(const char* rest = "") const { return "/rozhodnuti/" + to_text(view.decision.id) + rest; }
    std::string new_task_at() const {
        return "/skupiny/" + view.of.group.slug + "/ukoly/novy?rozhodnuti=" + to_text(view.decision.id);
    }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("id", page.view.decision.id), visit("number", page.view.decision.number), visit("text", page.body);
        visit("day", page.view.decision.decided_on), visit("group", page.view.of.group.slug);
        visit("state", page.view.decision.state), visit("problem", page.problem);
    }
    void write(html::Out&) const;
};

http::Response show_decision(const http::Request&, Permit<may::ReadDecision>);
http::Response undo_at_decision(const http::Request&, Permit<may::KeepDecision>);

// --- its form --------------------------------------------------------------------------------------------------------

http::Response show_new_decision(const http::Request&, Permit<may::LeadGroup>);
http::Response new_decision(const http::Request&, Permit<may::LeadGroup>);
http::Response show_edit_decision(const http::Request&, Permit<may::KeepDecision>);
http::Response edit_decision(const http::Request&, Permit<may::KeepDecision>);

}
