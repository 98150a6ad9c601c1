// Says the changes of a meeting in words and takes one back.
#include "workgroups/meetings/meeting_history.hpp"

#include "platform/history/acting.hpp"
#include "workgroups/meetings/meeting_keeping.hpp"

#include <charconv>

namespace workgroups {

namespace {

// Letters went out with what these say, or another record stands on them: they have their own way back.
bool has_its_own_way_back(std::string_view field) {
    static constexpr std::string_view fields[] = {"id",           "group_id",    "meeting_id",  "state",
                                                  "state_reason", "moved_to_id", "convened_at", "planner_id"};
    return std::ranges::count(fields, field) > 0;
}

bool is_read(const history::FieldChange& field, bool created) {
    static constexpr std::string_view hidden[] = {"id",          "group_id",    "meeting_id",   "planner_id",
                                                  "series_id",   "came_by",     "retention",    "moved_to_id",
                                                  "convened_at", "proposed_by", "stands_in_for"};
    if (std::ranges::count(hidden, field.field) > 0) return false;
    return history::tells_something(field, created);
}

std::string about_of(db::Session& db, const history::Change& change) {
    if (change.record_table == "agenda_items")
        return db.maybe<std::string>("SELECT title FROM agenda_items WHERE id = $1", change.record_id).value_or("");
    if (change.record_table == "attendance")
        return db.maybe<std::string>("SELECT name FROM attendance WHERE id = $1", change.record_id).value_or("");
    return {};
}

std::vector<history::Change> saved_at(db::Session& db, Id<Meeting> meeting, std::int64_t most, std::int64_t skip) {
    return db.all<history::Change>(
        "SELECT changes.id, record_table, record_id, happened_at, user_id, source_id, sources.kind AS source_kind,"
        " sources.label AS source_label, changes.kind FROM changes JOIN sources ON sources.id = source_id"
        " WHERE record_id = $1 OR record_id IN (SELECT id FROM agenda_items WHERE meeting_id = $1)"
        " OR record_id IN (SELECT id FROM attendance WHERE meeting_id = $1)"
        " ORDER BY happened_at DESC, changes.id DESC LIMIT $2 OFFSET $3",
        meeting, most, skip);
}

history::SavedChange saved_change(db::Session& db, const history::Change& saved) {
    history::SavedChange change{saved, history::who_saved(db, saved), about_of(db, saved)};
    auto fields = history::field_changes(db, saved.id);
    bool created = saved.kind == "created";
    bool state_of_agenda = saved.record_table != "meetings";
    change.undoable = !created && !fields.empty() && std::ranges::none_of(fields, [&](auto& field) {
        return has_its_own_way_back(field.field) && !(state_of_agenda && field.field == "state");
    });
    for (auto& field : fields)
        if (is_read(field, created)) change.fields.push_back(field);
    return change;
}

MeetingHistoryPage meeting_history(const http::Request& request, db::Session& db, const MeetingInView& view,
                                   const char* problem = "") {
    MeetingHistoryPage page{view, history::HistoryPart{request, problem}};
    auto saved = saved_at(db, view.meeting.id, page.part.most(), page.part.skip());
    page.part.cut(saved);
    for (auto& one : saved) page.changes.push_back(saved_change(db, one));
    return page;
}

history::Undoing undo_meeting_change(const Author& author, const Meeting& meeting, Id<history::Change> id) {
    auto& db = author.work;
    auto found = history::find_change(db, id);
    if (!found) return history::Undoing::not_found;
    auto change = saved_change(db, *found);
    auto fields = history::field_changes(db, id);
    auto record = found->record_id.uuid;
    auto undone = [&](const auto& now, bool belongs) {
        if (!belongs) return history::Undoing::not_found;
        return change.undoable ? history::undo(author, now, fields) : history::Undoing::not_possible;
    };
    if (found->record_table == "meetings") return undone(find_meeting(db, meeting.id), record == meeting.id.uuid);
    if (found->record_table == "agenda_items") {
        auto item = find_agenda_item(db, Id<AgendaItem>{record});
        return undone(item, item && item->meeting_id == meeting.id);
    }
    auto row = find_attendance(db, Id<Attendance>{record});
    return undone(row, found->record_table == "attendance" && row && row->meeting_id == meeting.id);
}

}

history::ToldHistory MeetingHistoryPage::told(html::Out& out) const {
    history::ToldHistory told{at("/historie"), "meeting_history.record.", part};
    for (auto& saved : changes) {
        auto& change = told.changes.emplace_back(history::told_change(saved));
        for (auto& field : saved.fields)
            change.fields.push_back({"meeting_history.field." + field.field, said(field, field.old_value, out),
                                     said(field, field.new_value, out)});
    }
    return told;
}

http::PageHead MeetingHistoryPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("history.title") + " – " + view.of.group.name, .section = "/skupiny", .staff = true};
}

std::string MeetingHistoryPage::said(const history::FieldChange& field, const std::optional<std::string>& value,
                                     html::Out& out) const {
    if (!value || value->empty()) return out.text("history.nothing");
    if (field.field == "day")
        if (auto day = parse_date(*value)) return to_czech(*day);
    if (field.field == "from_minute" || field.field == "to_minute") {
        std::int64_t minutes{};
        std::from_chars(value->data(), value->data() + value->size(), minutes);
        return clock_words(minutes);
    }
    if (field.field == "withdrawn") return out.text(*value == "true" ? "form.yes" : "form.no");
    if (field.field == "status") return out.text("attendance.status." + *value);
    if (field.field == "state")
        for (auto& family : {"meeting.state.", "agenda.state."})
            if (auto said = out.text(family + *value); !said.starts_with(family)) return said;
    return *value;
}

http::Response show_meeting_history(const http::Request& request, Permit<may::KeepMeeting> permit) {
    return respond(request, meeting_history(request, permit.db(), permit.about()));
}

http::Response undo_at_meeting(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& view = permit.about();
    auto outcome = undo_meeting_change(history::author_of(permit), view.meeting, request.id<history::Change>("zmena"));
    if (outcome != history::Undoing::done)
        return respond(request, meeting_history(request, permit.db(), view, history::why_not_undone(outcome)),
                       http::conflict);
    audit::note_done(permit, "workgroups.change_undone", view.meeting.id.uuid);
    return http::redirect(meeting_at(view.meeting), "/historie?vraceno=ano");
}

}
