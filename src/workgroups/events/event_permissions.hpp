// Who may know of an event and who keeps it: of a group's event its keepers and leaders, of another one the planners.
#pragma once

#include "workgroups/events/planning_event.hpp"
#include "workgroups/meetings/meeting_view.hpp"

namespace workgroups {

// An event as somebody comes to it, with its group or the land it lies in.
struct EventInView {
    PlanningEvent event;
    std::optional<GroupInView> of{};         // nothing: of the region
    std::vector<std::string> districts{};    // ORP codes of its municipality, where it has no group
    std::vector<Id<User>> sitting{};         // accounts of who sits in any group, where that lets them know of it

    static std::optional<EventInView> find(db::Session&, const std::string& named, Date day);

    bool kept_by(const User& user) const {
        if (of) return of->kept_by(user) || of->led_by(user);
        Lies lies{.organisation = event.kept.organisation_id, .districts = districts};
        return user.reaches(Role::regional_planner, lies) || user.reaches(Role::planning_coordinator, lies);
    }
    bool visible_to(const User& user) const {
        if (kept_by(user)) return true;
        if (event.published) return !of || of->visible_to(user);
        return of ? of->has(user) : std::ranges::count(sitting, user.id) > 0;
    }
    Uuid uuid() const { return event.id.uuid; }
};

namespace may {

struct ReadEvent {
    using About = EventInView;
    static constexpr auto name = "public.event";
    static constexpr bool open = true;
    static bool allows(const User&, const EventInView&) { return true; }
};

// A new event; for which group or land is said at its form.
struct PlanEvents {
    using About = Everything;
    static constexpr auto name = "workgroups.plan_events";
    static bool allows(const User& user, const Everything&) { return founds_groups(user); }
};

struct KeepEvent {
    using About = EventInView;
    static constexpr auto name = "workgroups.keep_event";
    static bool allows(const User& user, const EventInView& view) { return view.kept_by(user); }
};

// The own calendar and the secret addresses by which programs read it.
struct KeepOwnCalendar {
    using About = Everything;
    static constexpr auto name = "workgroups.own_calendar";
    static bool allows(const User& user, const Everything&) { return user.signed_in(); }
};

}

}
