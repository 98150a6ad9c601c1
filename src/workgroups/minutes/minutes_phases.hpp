// Draft, comments, verified, approved, published: who may take which step, what has to be true before it, what follows.
#pragma once

#include "workgroups/meetings/meeting_view.hpp"
#include "workgroups/minutes/minutes_document.hpp"
#include "workgroups/statutes/statute.hpp"

namespace notices {
struct Kinds;
}

namespace workgroups {

// Minutes as somebody comes to them, with who verifies them.
struct MinutesInView {
    MeetingInView at;
    MeetingMinutes minutes;
    std::optional<Id<User>> verifier{};         // with an account
    std::string minutes_by = "next_meeting";    // of the group's rules on the day of the meeting

    static std::optional<MinutesInView> find(db::Session&, const std::string& named, Date day);

    bool inside(const User& user) const { return at.kept_by(user) || at.of.has(user) || verifier == user.id; }
    bool visible_to(const User& user) const {
        return at.visible_to(user) && (inside(user) || minutes.phase == "published");
    }
    // The verifier, where the rules or the minutes name one who can; otherwise the group's leaders and keepers.
    bool verified_by(const User& user) const {
        bool by_verifier = verifier && minutes_by != "chair";
        return by_verifier ? verifier == user.id : at.of.led_by(user) || at.of.kept_by(user);
    }
    Uuid uuid() const { return minutes.id.uuid; }
};

namespace may {

// What a step asks for beyond that is said at its form.
struct StepMinutes {
    using About = MinutesInView;
    static constexpr auto name = "workgroups.step_minutes";
    static bool allows(const User& user, const MinutesInView& view) {
        return view.at.kept_by(user) || view.verified_by(user);
    }
};

}

// comments, verified, approved, published; back_draft, back_comments.  In the order in which pages offer them.
std::vector<std::string> steps_from(const std::string& phase);
bool may_take(const User&, const MinutesInView&, const std::string& step);

struct TypedStep {
    std::optional<Date> comments_until{};
    std::optional<Id<Meeting>> approved_at{};
    std::optional<std::string> reason{};
};

// Texts that say why it cannot be taken, each at its field (do, schuzka, duvod, or none); nothing: it can.
std::vector<html::Problem> problems_of_step(db::Session&, const MinutesInView&, const std::string& step,
                                            const TypedStep&, Date today);
// Meetings of the group that came later and were not called off, by day.
std::vector<Meeting> meetings_to_approve_at(db::Session&, const Meeting&, Date today);

struct StepGround {
    const i18n::Texts& czech;
    const std::string& public_url;
};
// Expects that nothing is in its way.  Tells members.
void take_step(const Author&, const MinutesInView&, const std::string& step, const TypedStep&, const StepGround&);

void tell_of_minutes(notices::Kinds&);

}
