// One subscription: what was sent, what waits, and what an administrator does about it.
#include "platform/administration/person_answer.hpp"
#include "platform/time/prague.hpp"
#include "platform/webhooks/webhook_pages.hpp"

#include <algorithm>
#include <charconv>

namespace webhooks {

namespace {

constexpr std::int64_t deliveries_of_page = 50, deliveries_of_file = 50'000;
constexpr std::string_view delivery_states[] = {"waiting", "delivered", "given_up"};

std::string state_asked(const http::Request& request) {
    auto state = request.asked.first("stav");
    return std::ranges::count(delivery_states, state) ? state : "";
}

std::vector<ListedDelivery> deliveries_of(db::Session& db, Id<Subscription> id, const std::string& state,
                                          std::int64_t most, std::int64_t skip) {
    return db.all<ListedDelivery>(
        "SELECT webhook_deliveries.id, kind, state, attempts, last_error, next_attempt_at, ended_at, made_at, event_id"
        " FROM webhook_deliveries JOIN webhook_events ON webhook_events.id = event_id WHERE subscription_id = $1"
        " AND ($2 = '' OR state = $2) ORDER BY made_at DESC, webhook_deliveries.id DESC LIMIT $3 OFFSET $4",
        id, state, most, skip);
}

std::string error_words(const std::string& error, const html::Out& out) {
    if (error.starts_with("http.")) return out.text("webhooks.error.answered", error.substr(5));
    if (error.starts_with("redirect.")) return out.text("webhooks.error.redirected", error.substr(9));
    auto key = "webhooks.error." + error, text = out.text(key);
    return text == key ? error : text;
}

SubscriptionPage page_of(const http::Request& request, db::Session& db, const Subscription& subscription) {
    SubscriptionPage page{subscription, {}, state_asked(request)};
    page.total = db.one<std::int64_t>("SELECT count(*) FROM webhook_deliveries WHERE subscription_id = $1"
                                      " AND ($2 = '' OR state = $2)",
                                      subscription.id, page.state);
    page.pages = std::max<std::int64_t>(1, (page.total + deliveries_of_page - 1) / deliveries_of_page);
    auto typed = request.asked.first("strana");
    std::from_chars(typed.data(), typed.data() + typed.size(), page.page);
    page.page = std::clamp<std::int64_t>(page.page, 1, page.pages);
    page.deliveries =
        deliveries_of(db, subscription.id, page.state, deliveries_of_page, (page.page - 1) * deliveries_of_page);
    page.form_token = request.form_token;
    return page;
}

Subscription asked_for(const http::Request& request, db::Session& db) {
    auto subscription = find_subscription(db, request.id<Subscription>("napojeni"));
    if (!subscription) throw NotFound{};
    return *subscription;
}

}

html::Tag SubscriptionPage::state_tag(html::Out& out) const {
    if (subscription.active()) return {html::Tag::ok, out.text("webhooks.state.active")};
    if (failing()) return {html::Tag::bad, out.text("webhooks.state.failing")};
    return {html::Tag::part, out.text("webhooks.state.paused")};
}

html::Facts SubscriptionPage::facts(html::Out& out) const {
    html::Facts facts;
    auto add = [&](const char* label, std::string text) { facts.facts.push_back({label, std::move(text)}); };
    add("webhooks.address", subscription.address);
    std::string kinds;
    for (auto& kind : subscription.wanted()) kinds += (kinds.empty() ? "" : ", ") + out.text("webhooks.kind." + kind);
    add("webhooks.kinds", kinds);
    if (subscription.paused_at) add("webhooks.paused_since", to_czech(*subscription.paused_at));
    if (subscription.active() && subscription.resting_until)
        add("webhooks.resting_until", to_czech(*subscription.resting_until));
    add("webhooks.made", to_czech(subscription.kept.created_at));
    return facts;
}

html::Select SubscriptionPage::states(html::Out& out) const {
    html::Select select{{html::Field{"stav", "webhooks.delivery.state", state}, {{"", out.text("webhooks.any")}}}};
    for (auto one : delivery_states)
        select.choices.push_back({std::string{one}, out.text("webhooks.delivery.state." + std::string{one})});
    return select;
}

html::Tag SubscriptionPage::tag_of(const ListedDelivery& delivery, html::Out& out) const {
    auto kind = delivery.state == "delivered" ? html::Tag::ok
                : delivery.state == "waiting" ? html::Tag::run
                                              : html::Tag::bad;
    return {kind, out.text("webhooks.delivery.state." + delivery.state)};
}

std::string SubscriptionPage::kind_of(const ListedDelivery& delivery, html::Out& out) const {
    return out.text("webhooks.kind." + delivery.kind);
}

// Doručeno 24. 11. 2026 9.00; odpověděl kódem 500, další pokus 24. 11. 2026 9.02
std::string SubscriptionPage::what_next(const ListedDelivery& delivery, html::Out& out) const {
    auto words = delivery.last_error ? error_words(*delivery.last_error, out) : "";
    if (delivery.state == "waiting" && subscription.active()) {
        auto next = std::max(delivery.next_attempt_at, subscription.resting_until.value_or(Instant{}));
        words += (words.empty() ? "" : ", ") + out.text("webhooks.delivery.next", to_czech(next));
    }
    if (delivery.ended_at)
        words += (words.empty() ? "" : ", ") + out.text("webhooks.delivery.ended", to_czech(*delivery.ended_at));
    return words;
}

html::Pager SubscriptionPage::pager() const {
    return {address() + "?" + (state.empty() ? "" : "stav=" + state + "&") + "strana=", page, pages};
}

http::PageHead SubscriptionPage::head(const i18n::Texts&) const {
    return {.title = subscription.name, .section = "/sprava/napojeni", .staff = true};
}

http::Response show_subscription(const http::Request& request, Permit<Administer> permit) {
    auto page = page_of(request, permit.db(), asked_for(request, permit.db()));
    auto done = request.asked.first("hotovo");
    for (auto [code, key] : {std::pair{"zkouska", "webhooks.done.test"},
                             {"pozastaveno", "webhooks.done.paused"},
                             {"obnoveno", "webhooks.done.resumed"},
                             {"zmeneno", "webhooks.done.changed"},
                             {"znovu", "webhooks.done.again"}})
        if (done == code) page.done = key;
    return respond(request, page);
}

http::Response export_deliveries(const http::Request& request, Permit<Administer> permit) {
    auto& texts = *request.texts;
    auto subscription = asked_for(request, permit.db());
    using enum documents::Kind;
    documents::Table table{subscription.name,
                           texts.language(),
                           request.now,
                           {{"kdy", "", moment, 18},
                            {"druh", "", text, 24},
                            {"stav", "", text, 12},
                            {"pokusy", "", number, 8},
                            {"chyba", "", text, 20},
                            {"skoncilo", "", moment, 18},
                            {"udalost", "", text, 38}}};
    for (auto& column : table.columns) column.title = texts.text("webhooks.column." + column.name);
    table.next = [found = deliveries_of(permit.db(), subscription.id, state_asked(request), deliveries_of_file, 0),
                  n = std::size_t{}](documents::Row& row) mutable {
        if (n == found.size()) return false;
        auto& delivery = found[n++];
        row.push_back(delivery.made_at);
        row.push_back(documents::cell(delivery.kind)), row.push_back(documents::cell(delivery.state));
        row.push_back(std::int64_t{delivery.attempts});
        row.push_back(documents::cell(delivery.last_error)), row.push_back(documents::cell(delivery.ended_at));
        row.push_back(to_text(delivery.event_id));
        return true;
    };
    return documents::table_answer(request, std::move(table), "odeslane-udalosti");
}

http::Response act_on_subscription(const http::Request& request, Permit<Administer> permit) {
    auto& db = permit.db();
    auto subscription = asked_for(request, db);
    auto act = request.values.first("ukon");
    auto note = [&](const char* what) {
        audit::insert(db, permit.trail().row(what, subscription.id.uuid, audit::Outcome::done));
    };
    auto back = [&](const char* done) {
        return http::redirect("/sprava/napojeni/", subscription.id, std::string{"?hotovo="} + done);
    };
    if (act == "zkouska") {
        if (!subscription.active()) return http::redirect("/sprava/napojeni/", subscription.id);    // paused meanwhile
        tell_test(db, permit.now(), subscription), note("webhooks.tested");
        return back("zkouska");
    }
    if (act == "pozastavit") {
        pause(auth::administrator(permit), subscription, "person"), note("webhooks.paused");
        return back("pozastaveno");
    }
    if (act == "obnovit") {
        resume(auth::administrator(permit), subscription), note("webhooks.resumed");
        return back("obnoveno");
    }
    if (act == "znovu") {
        auto delivery = Id<Delivery>::parse(request.values.first("zasilka"));
        if (!delivery) throw NotFound{};
        if (send_again(db, subscription, *delivery, permit.now())) note("webhooks.sent_again");
        return back("znovu");
    }
    if (act == "tajemstvi") {
        auto secret = renew_secret(auth::administrator(permit), request.use<keys::KeyRoom>().store(), subscription);
        note("webhooks.secret_renewed");
        auto page = page_of(request, db, *find_subscription(db, subscription.id));
        page.secret = secret, page.done = "webhooks.done.secret";
        return respond(request, page);
    }
    if (act == "ukoncit") {
        end(auth::administrator(permit), request.use<keys::KeyRoom>().store(), subscription);
        note("webhooks.ended");
        return http::redirect("/sprava/napojeni?hotovo=ukonceno");
    }
    throw NotFound{};
}

}
