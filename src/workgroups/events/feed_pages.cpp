// Answers programs: the content's version decides whether anything is read at all.
#include "workgroups/events/feed_pages.hpp"

#include "platform/history/acting.hpp"
#include "platform/html/parts.hpp"
#include "workgroups/events/feed_entries.hpp"

namespace workgroups {

namespace {

constexpr std::size_t longest_name = 100;
constexpr std::size_t sent_at_once = 256 << 10;     // bytes
constexpr std::size_t piece_of_feed = 120 << 10;    // below what the C library asks the system for anew each time

std::string calendar_version(db::Session& db) { return std::to_string(history::content_version(db, "planning")); }

void note_use(const http::Request& request, const CalendarSubscription& subscription, Date today) {
    if (subscription.last_used_on == today) return;
    auto lease = request.use<db::Database>().write();
    lease->run("UPDATE calendar_subscriptions SET last_used_on = $1 WHERE id = $2", today, subscription.id);
}

http::Response calendar_answer(const http::Request& request, const std::string& name, const std::string& stamp,
                               const WriteFeed& write) {
    return kept_answer(request, name, stamp, "text/calendar; charset=utf-8", write);
}

// A long feed leaves in pieces: of what stands in memory for all, no reader gets a whole copy.
void carry(http::Response& response, const KeptFeed& feed) {
    if (feed.text->size() <= sent_at_once) return void(response.body = *feed.text);
    response.pieces = [text = feed.text, at = std::size_t{}]() mutable -> std::optional<std::string> {
        if (at == text->size()) return {};
        auto piece = text->substr(at, piece_of_feed);
        at += piece.size();
        return piece;
    };
}

}

std::string public_stamp(db::Session& db, Date today) {
    return calendar_version(db) + " " + to_iso(feed_begins(today));
}

http::Response kept_answer(const http::Request& request, const std::string& name, const std::string& stamp,
                           const std::string& type, const WriteFeed& write) {
    auto feed = request.use<KeptFeeds>().take(name + " " + request.texts->language(), stamp, write);
    http::Response response{.status = http::ok, .type = type};
    response.etag = feed.etag;
    carry(response, feed);
    return response;
}

http::Response send_public_feed(const http::Request& request, Permit<auth::may::Read> permit) {
    auto& db = permit.db();
    return calendar_answer(request, "public", public_stamp(db, permit.today()), [&](std::string& into) {
        FeedGround{db, *request.texts, request.facts->public_url, permit.today()}.write_public(into);
    });
}

http::Response send_group_feed(const http::Request& request, Permit<may::ReadGroup> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    return calendar_answer(request, to_text(group.id), public_stamp(db, permit.today()), [&](std::string& into) {
        FeedGround{db, *request.texts, request.facts->public_url, permit.today()}.write_group(into, group);
    });
}

http::Response send_own_feed(const http::Request& request, Permit<may::ReadOwnFeed> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    // Mandates begin and end with days.
    auto stamp = calendar_version(db) + " " + to_iso(permit.today());
    auto response = calendar_answer(request, to_text(view.person.id), stamp, [&](std::string& into) {
        FeedGround{db, *request.texts, request.facts->public_url, permit.today()}.write_personal(into, view.person.id);
    });
    response.headers.emplace_back("Cache-Control", "private, no-cache");
    response.headers.emplace_back("X-Robots-Tag", "noindex");
    note_use(request, view.subscription, permit.today());
    return response;
}

// --- the own calendar ------------------------------------------------------------------------------------------------

namespace {

std::vector<WorkingGroup> groups_sat_in(db::Session& db, const User& user, Date day) {
    return db.all<WorkingGroup>("SELECT * FROM working_groups WHERE id IN (SELECT group_id FROM group_members"
                                " JOIN planning_people ON planning_people.id = planner_id WHERE account_id = $1"
                                " AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)) ORDER BY name_sort, id",
                                user.id, day);
}

OwnCalendarPage own_calendar_page(const http::Request& request, db::Session& db, const User& user,
                                  const SubscriptionForm& form) {
    OwnCalendarPage page{form, subscriptions_of(db, user.id)};
    for (auto& group : groups_sat_in(db, user, request.today()))
        page.groups.push_back({group.name, "/skupiny/" + group.slug});
    page.form_token = request.form_token, page.public_url = request.facts->public_url;
    return page;
}

}

SubscriptionForm::SubscriptionForm(const http::Request& request) : Form{request} {
    if (name.empty()) problem("nazev", "event.subscription.name.missing");
    else if (name.size() > longest_name) problem("nazev", "event.subscription.name.too_long");
}

html::Field OwnCalendarPage::name() const {
    auto field = form.field("nazev", "event.subscription.name");
    field.hint = "event.subscription.name.hint";
    return field;
}

std::string OwnCalendarPage::used(const CalendarSubscription& one, html::Out& out) const {
    return one.last_used_on ? out.text("event.subscription.used", to_czech(*one.last_used_on))
                            : out.text("event.subscription.unused");
}

http::PageHead OwnCalendarPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("event.own_calendar"), .section = "/akce", .staff = true};
}

http::Response show_own_calendar(const http::Request& request, Permit<may::KeepOwnCalendar> permit) {
    SubscriptionForm form;
    auto page = own_calendar_page(request, permit.db(), permit.user(), form);
    page.revoked = request.asked.first("hotovo") == "zruseno";
    return respond(request, page);
}

http::Response subscribe_own_calendar(const http::Request& request, Permit<may::KeepOwnCalendar> permit) {
    auto& db = permit.db();
    auto& user = permit.user();
    SubscriptionForm form{request};
    if (form.clean() && subscriptions_of(db, user.id).size() >= subscriptions_most)
        form.problem("nazev", "event.subscription.too_many");
    if (!form.clean()) return respond(request, own_calendar_page(request, db, user, form), http::unprocessable);
    auto token = make_subscription(db, permit.now(), user, form.name);
    SubscriptionForm anew;
    auto page = own_calendar_page(request, db, user, anew);
    audit::note_done(permit, "workgroups.calendar_subscribed", page.subscriptions.front().id.uuid);
    page.made = page.public_url + "/kalendar/" + token + ".ics", page.made_name = form.name;
    return respond(request, page);
}

http::Response revoke_own_calendar(const http::Request& request, Permit<may::KeepOwnCalendar> permit) {
    auto id = request.id<CalendarSubscription>("odber");
    if (!revoke_subscription(permit.db(), id, permit.user().id, permit.now())) throw NotFound{};
    audit::note_done(permit, "workgroups.calendar_revoked", id.uuid);
    return http::redirect("/muj-kalendar?hotovo=zruseno");
}

}
