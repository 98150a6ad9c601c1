// Says the changes of an event in words.
#include "workgroups/events/event_history.hpp"

#include "network/network.hpp"
#include "platform/history/acting.hpp"
#include "workgroups/events/event_words.hpp"

#include <charconv>

namespace workgroups {

namespace {

// Ids and defaults of a new row are not told.
bool is_told_of_event(const history::FieldChange& field, bool created) {
    if (field.field == "id" || field.field == "retention" || field.field == "edition_of_id" ||
        field.field == "meeting_id")
        return false;
    return history::tells_something(field, created);
}

bool stays_with_event(std::string_view field) { return field == "id" || field == "slug"; }

EventHistoryPage history_of_event(const http::Request& request, db::Session& db, const PlanningEvent& event,
                                  const char* problem = "") {
    EventHistoryPage page{event, history::HistoryPart{request, problem}};
    page.groups = list_groups(db);
    for (auto& land : network::named_lands(db, request.today()))
        if (land.level() == "municipality") page.towns[land.code.substr(land.code.find(':') + 1)] = land.name;
    for (auto& saved : history::changes_of(db, event.id.uuid)) {
        history::SavedChange change{saved, history::who_saved(db, saved)};
        bool created = saved.kind == "created";
        auto fields = history::field_changes(db, saved.id);
        change.undoable = !created && !fields.empty() &&
                          std::ranges::none_of(fields, [](auto& field) { return stays_with_event(field.field); });
        for (auto& field : fields)
            if (is_told_of_event(field, created)) change.fields.push_back(field);
        page.changes.push_back(std::move(change));
    }
    return page;
}

// Whether days and coordinates would still fit together, after somebody changed others of them since.
bool hangs_together(PlanningEvent event, const std::vector<history::FieldChange>& fields) {
    history::inside::PutBack put_back{fields};
    PlanningEvent::each_field(event, put_back);
    return event.first_day <= event.last_day && event.latitude.has_value() == event.longitude.has_value();
}

history::Undoing undo_event_change(const history::Author& author, const PlanningEvent& event, Id<history::Change> id) {
    auto& db = author.work;
    auto changes = history::changes_of(db, event.id.uuid);
    auto change = std::ranges::find(changes, id, &history::Change::id);
    if (change == changes.end()) return history::Undoing::not_found;
    auto fields = history::field_changes(db, id);
    if (change->kind == "created" ||
        std::ranges::any_of(fields, [](auto& field) { return stays_with_event(field.field); }))
        return history::Undoing::not_possible;
    auto now = find_event(db, event.id);
    return hangs_together(*now, fields) ? history::undo(author, now, fields) : history::Undoing::not_possible;
}

}

history::ToldHistory EventHistoryPage::told(html::Out& out) const {
    history::ToldHistory told{at("/historie"), "", part};
    told.part.page = 1;    // all of them stand on one
    for (auto& saved : changes) {
        auto& change = told.changes.emplace_back(history::told_change(saved));
        for (auto& field : saved.fields)
            change.fields.push_back(
                {"event_history." + field.field, said(field, field.old_value, out), said(field, field.new_value, out)});
    }
    return told;
}

std::string EventHistoryPage::said(const history::FieldChange& field, const std::optional<std::string>& value,
                                   html::Out& out) const {
    if (!value || value->empty()) return out.text("history.nothing");
    auto& name = field.field;
    if (name == "kind") return out.text("event.kind." + *value);
    if (name == "state") return out.text("event.state." + *value);
    if (name == "published") return out.text(*value == "true" ? "form.yes" : "form.no");
    if (name == "municipality_code") {
        auto town = towns.find(*value);
        return town == towns.end() ? *value : town->second;
    }
    if (name == "group_id") {
        for (auto& one : groups)
            if (to_text(one.id) == *value) return one.name;
        return *value;
    }
    if (name == "first_day" || name == "last_day")
        if (auto day = parse_date(*value)) return to_czech(*day);
    if (name == "from_minute" || name == "to_minute") {
        std::int64_t minute{};
        std::from_chars(value->data(), value->data() + value->size(), minute);
        return minute_words(minute);
    }
    return *value;
}

http::PageHead EventHistoryPage::head(const i18n::Texts& texts) const {
    return {.title = event.title + " – " + texts.text("history.title"), .section = "/akce", .staff = true};
}

http::Response show_event_history(const http::Request& request, Permit<may::KeepEvent> permit) {
    return respond(request, history_of_event(request, permit.db(), permit.about().event));
}

http::Response undo_at_event(const http::Request& request, Permit<may::KeepEvent> permit) {
    auto& event = permit.about().event;
    auto outcome = undo_event_change(history::author_of(permit), event, request.id<history::Change>("zmena"));
    if (outcome != history::Undoing::done)
        return respond(request, history_of_event(request, permit.db(), event, history::why_not_undone(outcome)),
                       http::conflict);
    audit::note_done(permit, "workgroups.event_change_undone", event.id.uuid);
    return http::redirect("/akce/", event.slug, "/historie?vraceno=ano");
}

}
