// Who may read a meeting, keep it, and take its minutes: what permissions of meetings are about.
#pragma once

#include "workgroups/meetings/meeting.hpp"
#include "workgroups/permissions.hpp"

namespace workgroups {

// A meeting as somebody comes to it, with its group and who sits there on the day.
struct MeetingInView {
    GroupInView of;
    Meeting meeting;

    static std::optional<MeetingInView> find(db::Session&, const std::string& named, Date day);

    // Planners, coordinators of its districts, and the group's own leaders.
    bool kept_by(const User& user) const { return of.kept_by(user) || of.led_by(user); }
    bool visible_to(const User& user) const { return of.visible_to(user); }
    Uuid uuid() const { return meeting.id.uuid; }
};

namespace may {

// Day, place, state and agenda of a public group's meetings are public; papers, attendance and drafts are not.
struct ReadMeeting {
    using About = MeetingInView;
    static constexpr auto name = "public.meeting";
    static constexpr bool open = true;
    static bool allows(const User&, const MeetingInView&) { return true; }
};

// What those who sit in the group read: papers, attendance, drafts of minutes, tasks with names.
struct TakePart {
    using About = MeetingInView;
    static constexpr auto name = "workgroups.take_part";
    static bool allows(const User& user, const MeetingInView& view) { return view.kept_by(user) || view.of.has(user); }
};

// Its day, agenda, attendance, votes, minutes.
struct KeepMeeting {
    using About = MeetingInView;
    static constexpr auto name = "workgroups.keep_meeting";
    static bool allows(const User& user, const MeetingInView& view) { return view.kept_by(user); }
};

// What only those who sit in a group may know and do, without one meeting in hand: its plan, tasks, proposals.
struct TakePartInGroup {
    using About = GroupInView;
    static constexpr auto name = "workgroups.take_part_in_group";
    static bool allows(const User& user, const GroupInView& view) {
        return view.kept_by(user) || view.led_by(user) || view.has(user);
    }
};

// Plans of a year, series, statutes, tasks of the group: its keepers and its own leaders.
struct LeadGroup {
    using About = GroupInView;
    static constexpr auto name = "workgroups.lead_group";
    static bool allows(const User& user, const GroupInView& view) { return view.kept_by(user) || view.led_by(user); }
};

}

}
