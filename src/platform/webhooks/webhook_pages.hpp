// Subscriptions for who administers: whom events go to, a new one, and what became of what was sent.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/documents/table_file.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/parts.hpp"
#include "platform/html/table.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"
#include "platform/time/prague.hpp"
#include "platform/webhooks/webhook_delivery.hpp"

namespace notices {
struct Kinds;
}

namespace webhooks {

using auth::may::Administer;

struct SubscriptionForm : http::Form {
    SubscriptionForm() = default;
    SubscriptionForm(const http::Request&, const std::vector<std::string>& kinds, bool loopback_allowed);
    explicit SubscriptionForm(const Subscription&);
    explicit SubscriptionForm(const std::vector<std::string>& kinds);    // a new one, to hear of all
    SubscriptionWish wish{};
};

struct SubscriptionFormPage {
    const SubscriptionForm& form;
    std::vector<std::string> kinds;    // that there are
    std::string form_token;
    std::optional<Subscription> standing{};

    html::Field name() const;
    html::Field address() const;
    html::CheckGroup chosen_kinds(html::Out&) const;
    std::string back() const { return "/sprava/napojeni" + (standing ? "/" + to_text(standing->id) : ""); }
    std::string to() const { return standing ? back() + "/upravit" : "/sprava/napojeni/nove"; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("problems", page.form.problems()); }
    void write(html::Out&) const;
};

struct SubscriptionsPage {
    struct Line {
        Subscription subscription;
        std::int64_t waiting = 0;
        std::optional<Instant> delivered_at{};

        static void each_field(auto& line, auto& visit) {
            visit("id", line.subscription.id), visit("name", line.subscription.name);
            visit("address", line.subscription.address), visit("active", line.subscription.active());
            visit("waiting", line.waiting), visit("delivered_at", line.delivered_at);
        }
    };
    std::vector<Line> lines;
    bool ended = false;

    html::Table table(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("subscriptions", page.lines); }
    void write(html::Out&) const;
};

struct ListedDelivery {
    Id<Delivery> id{};
    std::string kind{};
    std::string state{};
    std::int64_t attempts = 0;
    std::optional<std::string> last_error{};
    Instant next_attempt_at{};
    std::optional<Instant> ended_at{};
    Instant made_at{};
    Id<Event> event_id{};

    static void each_field(auto& line, auto& visit) {
        visit("id", line.id), visit("kind", line.kind), visit("state", line.state), visit("attempts", line.attempts);
        visit("last_error", line.last_error), visit("next_attempt_at", line.next_attempt_at);
        visit("ended_at", line.ended_at), visit("made_at", line.made_at), visit("event_id", line.event_id);
    }
};

struct SubscriptionPage {
    Subscription subscription;
    std::vector<ListedDelivery> deliveries;    // of this page
    std::string state;                         // of deliveries that are shown; empty: all
    std::int64_t total = 0, page = 1, pages = 1;
    std::string form_token;
    std::string secret{};    // this once
    std::string done{};      // a text key

    std::string address() const { return "/sprava/napojeni/" + to_text(subscription.id); }
    bool failing() const { return subscription.paused_because == "failing"; }
    html::Tag state_tag(html::Out&) const;
    html::Facts facts(html::Out&) const;
    html::Select states(html::Out&) const;
    html::Tag tag_of(const ListedDelivery&, html::Out&) const;
    std::string kind_of(const ListedDelivery&, html::Out&) const;
    std::string what_next(const ListedDelivery&, html::Out&) const;
    html::Pager pager() const;
    http::PageHead head(const i18n::Texts&) const;
    // NB: the secret stands here only in the answer to the one who asked for it.
    static void each_field(auto& page, auto& visit) {
        visit("id", page.subscription.id), visit("name", page.subscription.name);
        visit("address", page.subscription.address), visit("kinds", page.subscription.kinds);
        visit("paused_at", page.subscription.paused_at), visit("paused_because", page.subscription.paused_because);
        visit("total", page.total), visit("page", page.page), visit("pages", page.pages);
        visit("deliveries", page.deliveries);
    }
    void write(html::Out&) const;
};

http::Response list_subscriptions_page(const http::Request&, Permit<Administer>);
http::Response show_new_subscription(const http::Request&, Permit<Administer>);
http::Response new_subscription(const http::Request&, Permit<Administer>);
http::Response show_subscription(const http::Request&, Permit<Administer>);
http::Response export_deliveries(const http::Request&, Permit<Administer>);
http::Response act_on_subscription(const http::Request&, Permit<Administer>);
http::Response show_edit_subscription(const http::Request&, Permit<Administer>);
http::Response edit_subscription(const http::Request&, Permit<Administer>);

void tell_of(notices::Kinds&);    // that a subscription was paused

}
