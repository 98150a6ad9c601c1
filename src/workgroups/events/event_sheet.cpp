// Makes events and says what they are.
#include "workgroups/events/event_sheet.hpp"

#include "platform/history/acting.hpp"
#include "workgroups/events/event_form.hpp"
#include "workgroups/events/event_words.hpp"

namespace workgroups {

namespace {

using sheets::SheetPage;

SheetPage new_page(const http::Request& request, const PlanningEvent& filled_in, const char* heading,
                   const std::string& back, const EventGround& ground) {
    SheetPage page{"", heading, request.path, back, event_parts(ground), event_sheet(filled_in, ground)};
    page.form_token = request.form_token;
    return page;
}

http::Response save_new(const http::Request& request, const auto& permit, SheetPage page, PlanningEvent event,
                        const EventGround& ground) {
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    check_event(page, ground);
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    event = filled_event(std::move(event), page.sheet, ground);
    add_event(history::author_of(permit), event);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.event_planned", event.id.uuid);
    return http::redirect("/akce/", event.slug, "?hotovo=zapsana");
}

PlanningEvent of_group(const WorkingGroup& group) {
    PlanningEvent event;
    event.group_id = group.id, event.published = group.published;
    return event;
}

struct Editing {
    EventGround ground;
    PlanningEvent event;
};

Editing editing(const http::Request& request, const auto& permit) {
    auto& db = permit.db();
    Editing now{EventGround::read(db, *request.texts, permit.user(), permit.today()),
                *find_event(db, permit.about().event.id)};
    if (permit.about().of) now.ground.take(db, permit.about().of->group);
    return now;
}

SheetPage edit_page(const http::Request& request, const Editing& now) {
    auto& texts = *request.texts;
    auto at = "/akce/" + now.event.slug;
    SheetPage page{event_name(now.event, texts),      "event.edit.title", at + "/upravit", at, event_parts(now.ground),
                   event_sheet(now.event, now.ground)};
    page.before = page.sheet, page.version = now.event.kept.version, page.form_token = request.form_token;
    page.links = {{texts.text("event.show"), at}, {texts.text("edit.link.history"), at + "/historie"}};
    return page;
}

}

http::Response show_new_event(const http::Request& request, Permit<may::PlanEvents> permit) {
    auto& db = permit.db();
    auto ground = EventGround::read(db, *request.texts, permit.user(), permit.today());
    return sheets::show_sheet(request, db, new_page(request, {}, "event.new", "/akce", ground));
}

http::Response new_event(const http::Request& request, Permit<may::PlanEvents> permit) {
    auto ground = EventGround::read(permit.db(), *request.texts, permit.user(), permit.today());
    return save_new(request, permit, new_page(request, {}, "event.new", "/akce", ground), {}, ground);
}

http::Response show_new_group_event(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    auto ground = EventGround::read(db, *request.texts, permit.user(), permit.today());
    ground.take(db, group);
    auto event = of_group(group);
    if (auto meeting = Id<Meeting>::parse(request.asked.first("jednani"))) event.meeting_id = meeting;
    return sheets::show_sheet(request, db, new_page(request, event, "event.new", "/skupiny/" + group.slug, ground));
}

http::Response new_group_event(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    auto ground = EventGround::read(db, *request.texts, permit.user(), permit.today());
    ground.take(db, group);
    auto event = of_group(group);
    return save_new(request, permit, new_page(request, event, "event.new", "/skupiny/" + group.slug, ground), event,
                    ground);
}

http::Response show_edit_event(const http::Request& request, Permit<may::KeepEvent> permit) {
    auto now = editing(request, permit);
    return sheets::show_sheet(request, permit.db(), edit_page(request, now));
}

http::Response edit_event(const http::Request& request, Permit<may::KeepEvent> permit) {
    auto now = editing(request, permit);
    auto page = edit_page(request, now);
    if (auto conflict = sheets::saved_meanwhile(request, page)) return *conflict;
    check_event(page, now.ground);
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    auto after = filled_event(now.event, page.sheet, now.ground);
    if (change(history::author_of(permit), now.event, after))
        audit::note_done(permit, "workgroups.event_saved", now.event.id.uuid);
    sheets::sheet_saved(request, permit);
    return http::redirect("/akce/", now.event.slug, "?hotovo=ulozeno");
}

http::Response show_next_edition(const http::Request& request, Permit<may::KeepEvent> permit) {
    auto now = editing(request, permit);
    auto page = new_page(request, next_edition(now.event), "event.next_edition", "/akce/" + now.event.slug, now.ground);
    return sheets::show_sheet(request, permit.db(), std::move(page));
}

http::Response new_edition(const http::Request& request, Permit<may::KeepEvent> permit) {
    auto now = editing(request, permit);
    auto next = next_edition(now.event);
    auto page = new_page(request, next, "event.next_edition", "/akce/" + now.event.slug, now.ground);
    return save_new(request, permit, std::move(page), next, now.ground);
}

}
