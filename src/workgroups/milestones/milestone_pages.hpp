// Plans of milestones: a list, one plan with its picture, the forms of a plan, of a milestone, of a collection for it.
#pragma once

#include "platform/html/table.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/meetings/meeting_view.hpp"
#include "workgroups/milestones/milestone_view.hpp"
#include "workgroups/statutes/kept_changes.hpp"

namespace workgroups {

struct MilestonePlanLine {
    std::string id{}, title{}, group{}, supplier{}, time{};
    std::int64_t all = 0, done = 0, late = 0;
    std::string address() const { return "/milniky/" + id; }
    static void each_field(auto& line, auto& visit) {
        visit("id", line.id), visit("title", line.title), visit("group", line.group);
        visit("supplier", line.supplier), visit("milestones", line.all), visit("done", line.done);
        visit("late", line.late);
    }
};

struct MilestonePlansPage {
    std::vector<MilestonePlanLine> plans{};
    bool may_add = false;

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("plans", page.plans); }
    void write(html::Out&) const;
};

struct ShownMilestone {
    Milestone milestone{};
    std::string time{};
    bool late = false, outside = false;
    std::int64_t x = 0, width = 1;    // in days from the beginning of the picture

    std::string css_class() const {
        return milestone.state == "done" ? "f4" : milestone.state == "under_way" ? "f1" : "f2";
    }
    std::string state() const { return late ? "milestone.late" : "milestone.state." + milestone.state; }
    html::Tag tag(const html::Out&) const;
    static void each_field(auto& shown, auto& visit) {
        visit("id", shown.milestone.id), visit("title", shown.milestone.title), visit("time", shown.time);
        visit("first_day", shown.milestone.first_day), visit("last_day", shown.milestone.last_day);
        visit("precision", shown.milestone.precision), visit("state", shown.milestone.state);
        visit("late", shown.late), visit("outside_of_project", shown.outside);
    }
};

struct GanttMonth {
    std::int64_t x = 0, width = 31;
    std::string name{}, across{};    // 6/2017; where it begins, in percent; empty where there is no room for it
};

struct ShownCollection {
    std::string title{}, address{}, milestone{};    // address: for those who may open it
    std::int64_t asked = 0, answered = 0;
    std::vector<ResponseRate> rates{};
    html::Table table(html::Out&) const;
    static void each_field(auto& shown, auto& visit) {
        visit("title", shown.title), visit("asked", shown.asked), visit("answered", shown.answered);
        visit("rates", shown.rates);
    }
};

struct MilestonePlanPage {
    const WorkingGroup& group;
    const MilestonePlan& plan;
    std::vector<ShownMilestone> milestones{};
    std::vector<GanttMonth> months{};
    std::int64_t days = 1;    // as long as the picture
    std::vector<ShownCollection> collections{};
    bool keeps = false, collects = false;
    std::string done{}, form_token{};

    std::string at(const char* rest = "") const { return "/milniky/" + to_text(plan.id) + rest; }
    std::string at_one(const ShownMilestone& one, const char* rest = "") const {
        return at("/") + to_text(one.milestone.id) + rest;
    }
    std::string view_box() const { return "0 0 " + std::to_string(days) + " 8"; }
    bool any_outside() const;
    html::Table table(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("title", page.plan.title), visit("group", page.group.name), visit("supplier", page.plan.supplier);
        visit("project_number", page.plan.project_number), visit("milestones", page.milestones);
        if (page.keeps) visit("collections", page.collections);
    }
    void write(html::Out&) const;
};

http::Response list_milestone_plans(const http::Request&, Permit<auth::may::Read>);
http::Response show_milestone_plan(const http::Request&, Permit<may::ReadMilestones>);
http::Response show_new_milestone_plan(const http::Request&, Permit<may::LeadGroup>);
http::Response new_milestone_plan(const http::Request&, Permit<may::LeadGroup>);
http::Response show_edit_milestone_plan(const http::Request&, Permit<may::KeepMilestones>);
http::Response edit_milestone_plan(const http::Request&, Permit<may::KeepMilestones>);
http::Response show_new_milestone(const http::Request&, Permit<may::KeepMilestones>);
http::Response new_milestone(const http::Request&, Permit<may::KeepMilestones>);
http::Response show_milestone(const http::Request&, Permit<may::KeepMilestones>);
http::Response edit_milestone(const http::Request&, Permit<may::KeepMilestones>);
http::Response show_milestone_history(const http::Request&, Permit<may::KeepMilestones>);
http::Response undo_milestone_change(const http::Request&, Permit<may::KeepMilestones>);
http::Response show_milestone_collection(const http::Request&, Permit<may::CollectForMilestone>);
http::Response make_milestone_collection(const http::Request&, Permit<may::CollectForMilestone>);

}
