// Who reads a plan of milestones, keeps it, and collects data for it.
#pragma once

#include "workgroups/milestones/milestone.hpp"
#include "workgroups/permissions.hpp"

namespace workgroups {

struct MilestonePlanInView {
    GroupInView of;
    MilestonePlan plan;

    static std::optional<MilestonePlanInView> find(db::Session&, const std::string& named, Date day);

    bool led_by(const User& user) const { return of.kept_by(user) || of.led_by(user); }
    bool visible_to(const User& user) const {
        return led_by(user) || of.has(user) || (plan.published && of.visible_to(user));
    }
    Uuid uuid() const { return plan.id.uuid; }
};

namespace may {

struct ReadMilestones {
    using About = MilestonePlanInView;
    static constexpr auto name = "public.milestones";
    static constexpr bool open = true;
    static bool allows(const User&, const MilestonePlanInView&) { return true; }
};

struct KeepMilestones {
    using About = MilestonePlanInView;
    static constexpr auto name = "workgroups.keep_milestones";
    static bool allows(const User& user, const MilestonePlanInView& view) { return view.led_by(user); }
};

// Letters to many, so no leader alone: those who keep the group.
struct CollectForMilestone {
    using About = MilestonePlanInView;
    static constexpr auto name = "workgroups.collect_for_milestone";
    static bool allows(const User& user, const MilestonePlanInView& view) { return view.of.kept_by(user); }
};

}

}
