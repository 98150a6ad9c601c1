// Secret addresses by which programs read a person's calendar: shown once, the database keeps their hash.
#pragma once

#include "platform/auth/people.hpp"
#include "workgroups/events/event_permissions.hpp"

namespace workgroups {

inline constexpr std::size_t subscriptions_most = 10;    // of one person that hold at once

struct CalendarSubscription {
    Id<CalendarSubscription> id{};
    Id<User> person_id{};
    std::string name{};
    db::Bytes token_hash{};
    std::optional<Date> last_used_on{};
    std::optional<Instant> revoked_at{};
    Kept kept{};

    static constexpr auto table = "calendar_subscriptions";
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("person_id", one.person_id), visit("name", one.name);
        visit("token_hash", one.token_hash), visit("last_used_on", one.last_used_on);
        visit("revoked_at", one.revoked_at);
        Kept::each_field(one.kept, visit);
    }
};

// The token for the address; nobody can read it again.
std::string make_subscription(db::Session& work, Instant now, const User&, const std::string& name);
std::vector<CalendarSubscription> subscriptions_of(db::Session&, Id<User>);    // those that hold, the newest first
bool revoke_subscription(db::Session& work, Id<CalendarSubscription>, Id<User>,
                         Instant now);    // false: none of theirs

// A personal feed as programs come to it: TOKEN or TOKEN.ics names it.
struct FeedInView {
    CalendarSubscription subscription;
    User person;

    // Nothing where the token is unknown or revoked, or its person's account is closed.
    static std::optional<FeedInView> find(db::Session&, const std::string& named, Date day);
    bool visible_to(const User&) const { return true; }
    Uuid uuid() const { return subscription.id.uuid; }
};

namespace may {

struct ReadOwnFeed {
    using About = FeedInView;
    static constexpr auto name = "public.own_feed";
    static constexpr bool open = true;
    static bool allows(const User&, const FeedInView&) { return true; }
};

}

}
