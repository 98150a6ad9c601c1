// What the watchdog says of the meetings that a document plans.
#pragma once

#include "platform/i18n/texts.hpp"
#include "workgroups/minutes_import/document_import.hpp"
#include "workgroups/watchdog/plan_check.hpp"

namespace workgroups {

// A gap as the page tells it, with what somebody stated of it.
struct ScheduleGap {
    PlanGap gap{};
    std::string sentence{};
    std::vector<std::string> excuses{};
    static void each_field(auto& one, auto& visit) {
        visit("sentence", one.sentence), visit("excuses", one.excuses), visit("days", one.gap.days());
        visit("from", one.gap.from), visit("to", one.gap.to);
    }
};

struct ScheduleFindings {
    std::vector<int> years{};    // in which meetings are planned
    std::int64_t planned = 0;
    std::int64_t months = 0;    // by the rule; 0: neither the group nor the document has one
    std::string rule{};         // whose it is: a statute of the group, or the document
    bool of_document = false;
    std::vector<ScheduleGap> gaps{};
    static void each_field(auto& found, auto& visit) {
        visit("months", found.months), visit("of_document", found.of_document), visit("gaps", found.gaps);
    }
};

// Between the meeting of the document and the last one that it plans, by the group's statute; where none holds, by the
// rule that the document tells of.  Expects one that was taken over; nothing where it plans no meetings.
std::optional<ScheduleFindings> schedule_findings(db::Session&, const WorkingGroup&, const DocumentImport&,
                                                  const DocumentFacts&, Date today, const i18n::Texts&);

}
