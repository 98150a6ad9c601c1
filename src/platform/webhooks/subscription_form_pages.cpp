// The form of a subscription, and the list of them.
#include "platform/administration/person_answer.hpp"
#include "platform/notices/notice.hpp"
#include "platform/time/prague.hpp"
#include "platform/webhooks/courier.hpp"
#include "platform/webhooks/receiver_address.hpp"
#include "platform/webhooks/webhook_pages.hpp"

#include <algorithm>

namespace webhooks {

namespace {

constexpr std::size_t name_most_bytes = 100;

http::Values filled(const std::string& name, const std::string& address, const std::vector<std::string>& kinds) {
    http::Values values{{"nazev", name}, {"adresa", address}};
    for (auto& kind : kinds) values.add("druh", kind);
    return values;
}

SubscriptionForm typed_form(const http::Request& request) {
    return {request, request.use<Watches>().event_kinds(), request.use<Courier>().loopback_allowed()};
}

}

SubscriptionForm::SubscriptionForm(const Subscription& standing)
    : Form{filled(standing.name, standing.address, standing.wanted())} {}

SubscriptionForm::SubscriptionForm(const std::vector<std::string>& kinds) : Form{filled("", "", kinds)} {}

SubscriptionForm::SubscriptionForm(const http::Request& request, const std::vector<std::string>& kinds,
                                   bool loopback_allowed)
    : Form{request} {
    wish.name = text("nazev"), wish.address = text("adresa");
    if (wish.name.empty()) problem("nazev", "webhooks.name.missing");
    else if (wish.name.size() > name_most_bytes) problem("nazev", "webhooks.name.too_long");
    if (auto wrong = address_problem(wish.address, loopback_allowed)) problem("adresa", wrong);
    auto typed = chosen("druh");
    for (auto& kind : kinds)
        if (std::ranges::count(typed, kind)) wish.kinds.push_back(kind);
    if (wish.kinds.empty()) problem("druh", "webhooks.kinds.missing");
}

html::Field SubscriptionFormPage::name() const {
    auto field = form.field("nazev", "webhooks.name");
    field.hint = "webhooks.name.hint";
    return field;
}

html::Field SubscriptionFormPage::address() const {
    auto field = form.field("adresa", "webhooks.address");
    field.hint = "webhooks.address.hint", field.inputmode = "url";
    return field;
}

html::CheckGroup SubscriptionFormPage::chosen_kinds(html::Out& out) const {
    html::CheckGroup group{{form.field("druh", "webhooks.kinds"), {}}};
    group.value.clear();
    auto chosen = form.chosen("druh");
    for (auto& kind : kinds)
        group.choices.push_back({kind, out.text("webhooks.kind." + kind), std::ranges::count(chosen, kind) > 0});
    return group;
}

http::PageHead SubscriptionFormPage::head(const i18n::Texts& texts) const {
    return {
        .title = texts.text(standing ? "webhooks.edit" : "webhooks.new"), .section = "/sprava/napojeni", .staff = true};
}

html::Table SubscriptionsPage::table(html::Out& out) const {
    html::Table table{out.text("webhooks.title"),
                      {{"webhooks.name"},
                       {"webhooks.address"},
                       {"webhooks.state"},
                       {"webhooks.last_delivered"},
                       {"webhooks.waiting", true}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& [subscription, waiting, delivered_at] : lines) {
        bool failing = subscription.paused_because == "failing";
        html::Tag state{subscription.active() ? html::Tag::ok
                        : failing             ? html::Tag::bad
                                              : html::Tag::part,
                        out.text(subscription.active() ? "webhooks.state.active"
                                 : failing             ? "webhooks.state.failing"
                                                       : "webhooks.state.paused")};
        table.rows.push_back({{subscription.name, "/sprava/napojeni/" + to_text(subscription.id)},
                              {subscription.address},
                              {"", "", state},
                              {delivered_at ? to_czech(*delivered_at) : "–"},
                              {std::to_string(waiting)}});
    }
    return table;
}

http::PageHead SubscriptionsPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("webhooks.title"), .section = "/sprava/napojeni", .staff = true};
}

http::Response list_subscriptions_page(const http::Request& request, Permit<Administer> permit) {
    auto& db = permit.db();
    SubscriptionsPage page;
    for (auto& subscription : list_subscriptions(db)) {
        SubscriptionsPage::Line line{std::move(subscription)};
        line.waiting = db.one<std::int64_t>(
            "SELECT count(*) FROM webhook_deliveries WHERE subscription_id = $1 AND state = 'waiting'",
            line.subscription.id);
        line.delivered_at = db.maybe<Instant>("SELECT ended_at FROM webhook_deliveries WHERE subscription_id = $1"
                                              " AND state = 'delivered' ORDER BY ended_at DESC LIMIT 1",
                                              line.subscription.id);
        page.lines.push_back(std::move(line));
    }
    page.ended = request.asked.first("hotovo") == "ukonceno";
    return respond(request, page);
}

http::Response show_new_subscription(const http::Request& request, Permit<Administer>) {
    auto kinds = request.use<Watches>().event_kinds();
    SubscriptionForm form{kinds};
    return respond(request, SubscriptionFormPage{form, kinds, request.form_token});
}

http::Response new_subscription(const http::Request& request, Permit<Administer> permit) {
    auto form = typed_form(request);
    if (!form.clean())
        return respond(request, SubscriptionFormPage{form, request.use<Watches>().event_kinds(), request.form_token},
                       http::unprocessable);
    auto& store = request.use<keys::KeyRoom>().store();
    auto made = subscribe(auth::administrator(permit), store, form.wish);
    audit::insert(permit.db(), permit.trail().row("webhooks.subscribed", made.id.uuid, audit::Outcome::done));
    SubscriptionPage page{*find_subscription(permit.db(), made.id), {}, {}, 0, 1, 1, request.form_token};
    page.secret = made.secret, page.done = "webhooks.done.new";
    return respond(request, page);
}

http::Response show_edit_subscription(const http::Request& request, Permit<Administer> permit) {
    auto standing = find_subscription(permit.db(), request.id<Subscription>("napojeni"));
    if (!standing) throw NotFound{};
    SubscriptionForm form{*standing};
    return respond(request,
                   SubscriptionFormPage{form, request.use<Watches>().event_kinds(), request.form_token, standing});
}

http::Response edit_subscription(const http::Request& request, Permit<Administer> permit) {
    auto standing = find_subscription(permit.db(), request.id<Subscription>("napojeni"));
    if (!standing) throw NotFound{};
    auto form = typed_form(request);
    if (!form.clean())
        return respond(request,
                       SubscriptionFormPage{form, request.use<Watches>().event_kinds(), request.form_token, standing},
                       http::unprocessable);
    change(auth::administrator(permit), *standing, form.wish);
    audit::insert(permit.db(), permit.trail().row("webhooks.changed", standing->id.uuid, audit::Outcome::done));
    return http::redirect("/sprava/napojeni/", standing->id, "?hotovo=zmeneno");
}

void tell_of(notices::Kinds& kinds) {
    kinds.all.push_back(
        {paused_notice, [](const User& user) { return user.reaches(Role::administrator, Lies::everywhere()); }});
}

}
