// Who may read a decision and change it: what permissions of decisions are about.
#pragma once

#include "workgroups/meetings/meeting_view.hpp"
#include "workgroups/tasks/task.hpp"

namespace workgroups {

// A decision as somebody comes to it, with its group.
struct DecisionInView {
    GroupInView of;
    Decision decision;
    bool minutes_published = false;    // of the meeting where it was taken

    static std::optional<DecisionInView> find(db::Session&, const std::string& named, Date day);

    bool inside(const User& user) const { return of.kept_by(user) || of.led_by(user) || of.has(user); }
    // Public are those of public groups that stand in published minutes.
    bool visible_to(const User& user) const {
        return inside(user) || (minutes_published && of.group.published && !of.group.never_was());
    }
    Uuid uuid() const { return decision.id.uuid; }
};

namespace may {

struct ReadDecision {
    using About = DecisionInView;
    static constexpr auto name = "public.decision";
    static constexpr bool open = true;
    static bool allows(const User&, const DecisionInView&) { return true; }
};

struct KeepDecision {
    using About = DecisionInView;
    static constexpr auto name = "workgroups.keep_decision";
    static bool allows(const User& user, const DecisionInView& view) {
        return view.of.kept_by(user) || view.of.led_by(user);
    }
};

}

// --- what the public may not read in a text --------------------------------------------------------------------------

// Names of those who sit in a group for users, at any time.
std::vector<std::string> names_of_users(db::Session&, Id<WorkingGroup>);

// The text with those names left out, also in other grammatical cases and with a first name before the surname.
std::string without_names(const std::string& text, const std::vector<std::string>& names);

// How forms of surnames among those names begin, folded: without_names() changes no text that, folded, holds none.
std::vector<std::string> surname_stems(const std::vector<std::string>& names);

}
