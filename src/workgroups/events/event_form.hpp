// What the form of an event asks for, what is wrong with what was typed, and the event that it says.
#pragma once

#include "platform/sheets/record_sheet.hpp"
#include "workgroups/events/event_permissions.hpp"
#include "workgroups/groups/group_words.hpp"

namespace workgroups {

// It depends on who types and on what there is.
struct EventGround {
    GroupWords words;
    std::vector<WorkingGroup> groups;    // for which the person may say it
    bool without_group = false;          // or for none
    std::vector<Meeting> meetings{};     // of the event's group: in whose minutes it may stand
    const User& user;
    Date today{};

    static EventGround read(db::Session&, const i18n::Texts&, const User&, Date today);
    void take(db::Session&, const WorkingGroup&);    // the event's group, kept by a leader
    const WorkingGroup* by_slug(const std::string& slug) const;
    const WorkingGroup* by_id(const std::optional<Id<WorkingGroup>>&) const;

    std::vector<html::Choice> group_choices() const;
    std::vector<html::Choice> town_choices() const;
    std::vector<html::Choice> meeting_choices() const;
    // Where an event without a group may lie is a question of the districts of whoever keeps it.
    bool may_lie_in(const std::string& town) const;
};

sheets::SheetParts event_parts(const EventGround&);
sheets::Sheet event_sheet(const PlanningEvent&, const EventGround&);
void check_event(sheets::SheetPage&, const EventGround&);
// Expects a sheet without problems.
PlanningEvent filled_event(PlanningEvent, const sheets::Sheet&, const EventGround&);

}
