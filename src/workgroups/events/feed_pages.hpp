// Calendars that programs subscribe to, and the page where a person makes the secret address of the own one.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/events/calendar_subscription.hpp"
#include "workgroups/events/kept_feeds.hpp"

namespace workgroups {

http::Response send_public_feed(const http::Request&, Permit<auth::may::Read>);
http::Response send_group_feed(const http::Request&, Permit<may::ReadGroup>);
http::Response send_own_feed(const http::Request&, Permit<may::ReadOwnFeed>);

// What everybody may read of planning changes with saves, and with the month where it begins.
std::string public_stamp(db::Session&, Date today);
// From memory while the stamp stays, otherwise written anew.
http::Response kept_answer(const http::Request&, const std::string& name, const std::string& stamp,
                           const std::string& type, const WriteFeed& write);

struct SubscriptionForm : http::Form {
    SubscriptionForm() = default;
    explicit SubscriptionForm(const http::Request&);
    std::string name = text("nazev");
};

struct OwnCalendarPage {
    const SubscriptionForm& form;
    std::vector<CalendarSubscription> subscriptions{};
    std::vector<html::Link> groups{};    // in which the person sits
    std::string form_token{}, public_url{};
    std::string made{}, made_name{};    // the address, this once
    bool revoked = false;

    html::Field name() const;
    std::string used(const CalendarSubscription&, html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems());
        std::vector<std::string> names;
        for (auto& one : page.subscriptions) names.push_back(one.name);
        visit("subscriptions", names);
    }
    void write(html::Out&) const;
};

http::Response show_own_calendar(const http::Request&, Permit<may::KeepOwnCalendar>);
http::Response subscribe_own_calendar(const http::Request&, Permit<may::KeepOwnCalendar>);
http::Response revoke_own_calendar(const http::Request&, Permit<may::KeepOwnCalendar>);

}
