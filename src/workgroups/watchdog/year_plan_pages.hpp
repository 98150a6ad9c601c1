// The plan of a group's year: a picture of it, what the statute has against it, and days that would mend it.
#pragma once

#include "platform/html/choice.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/meetings/meeting_view.hpp"
#include "workgroups/watchdog/year_picture.hpp"

namespace workgroups {

struct ProposedDay {
    Date day{};
    std::string words{};    // středa 10. 8. 2016; on the button: Naplánovat středu 10. 8. 2026
    static void each_field(auto& one, auto& visit) { visit("day", one.day); }
};

struct ShownGap {
    PlanGap gap{};
    std::string sentence{};
    std::vector<std::string> excuses{};
    std::string on_demand{};                // slots that would help, as a sentence
    std::string offer{};                    // what the proposed days are
    bool over = false;                      // they have passed: told, not offered
    std::vector<ProposedDay> proposed{};    // by day; of many that are needed together those of the year

    static void each_field(auto& shown, auto& visit) { PlanGap::each_field(shown.gap, visit); }
};

struct ShownFinding {
    MeetingFinding finding{};
    std::string sentence{}, href{};
    static void each_field(auto& shown, auto& visit) { MeetingFinding::each_field(shown.finding, visit); }
};

struct YearPlanPage {
    const WorkingGroup& group;
    int year;
    YearPicture picture{};
    std::vector<ShownGap> gaps{};
    std::vector<ShownFinding> findings{};
    std::string rule{};    // what the statute asks for; empty where nothing does
    bool planned = false, leads = false;
    std::string done{}, form_token{};

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    std::string plan_at(int of, const char* rest = "") const { return at("/plan/") + std::to_string(of) + rest; }
    std::string here(const char* rest = "") const { return plan_at(year, rest); }
    bool fine() const { return gaps.empty() && findings.empty(); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("group", page.group.name), visit("year", page.year), visit("gaps", page.gaps);
        visit("findings", page.findings);
    }
    void write(html::Out&) const;
};

int year_asked(const http::Request&);    // {rok}; not found where it is none

http::Response show_plan_of_this_year(const http::Request&, Permit<may::TakePartInGroup>);
http::Response show_year_plan(const http::Request&, Permit<may::TakePartInGroup>);
http::Response add_planned_day(const http::Request&, Permit<may::LeadGroup>);

// The series that meetings of the year belong to, the latest one; nothing where none does.
std::optional<MeetingSeries> series_of_year(db::Session&, Id<WorkingGroup>, int year);

}
