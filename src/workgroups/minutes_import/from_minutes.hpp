// What minutes say of a group and for it, found again: reports in the minutes of other groups, and what was read in its
// own documents that is no record of its own.
#pragma once

#include "platform/html/parts.hpp"
#include "platform/html/table.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/meetings/meeting_view.hpp"

namespace workgroups {

// A part of minutes that is about the group.
struct ReportOfGroup {
    Id<Meeting> meeting_id{};
    Id<WorkingGroup> group_id{};    // whose minutes they are
    Date day{};
    std::string phase{}, heading{}, body{}, group{};

    std::string href() const { return "/jednani/" + to_text(meeting_id) + "/zapis"; }
    std::vector<std::string> paragraphs() const;
    static void each_field(auto& report, auto& visit) {
        visit("meeting_id", report.meeting_id), visit("group_id", report.group_id), visit("day", report.day);
        visit("phase", report.phase), visit("heading", report.heading), visit("body", report.body);
    }
};

// An organisation, an abbreviation, a paragraph, an address, a vote: as a document of the group says it.
struct SaidInMinutes {
    Id<Meeting> meeting_id{};
    Date day{};
    std::string kind{}, body{};
    std::optional<std::string> extra{};
    static void each_field(auto& said, auto& visit) {
        visit("meeting_id", said.meeting_id), visit("day", said.day), visit("kind", said.kind);
        visit("body", said.body), visit("extra", said.extra);
    }
};

// Of minutes that the person may read: published, or of a group where they take part; the newest first.
std::vector<ReportOfGroup> reports_about(db::Session&, const WorkingGroup&, const User&, Date day);
// Of documents that were taken over: by kind and words, the newest first.
std::vector<SaidInMinutes> said_in_minutes(db::Session&, Id<WorkingGroup>, const std::string& words);

struct FromMinutesPage {
    const WorkingGroup& group;
    std::string words{};
    std::vector<ReportOfGroup> reports{};
    std::int64_t all = 0;    // of what was said; the page shows a part
    std::vector<SaidInMinutes> said{};
    html::Pager pager{"", 1, 1};

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    html::Table table(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("reports", page.reports), visit("said", page.said), visit("found", page.all);
    }
    void write(html::Out&) const;
};

http::Response show_from_minutes(const http::Request&, Permit<may::TakePartInGroup>);

}
