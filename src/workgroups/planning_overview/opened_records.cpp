// Notes what was opened and asks for it.
#include "workgroups/planning_overview/opened_records.hpp"

#include "platform/db/database.hpp"
#include "platform/db/record.hpp"
#include "workgroups/minutes/minutes_phases.hpp"

#include <fmt/format.h>

namespace workgroups {

namespace {

constexpr std::int64_t opened_kept = 20;    // of a person; more than are shown, since some may no longer be opened
constexpr auto opened_lasts = std::chrono::days{90};

bool is_the_latest(db::Session& db, const OpenedRecord& opened) {
    auto latest = db.maybe<OpenedRecord>(
        "SELECT * FROM opened_records WHERE person_id = $1 ORDER BY opened_at DESC, id DESC LIMIT 1", opened.person_id);
    return latest && latest->kind == opened.kind && latest->about_id == opened.about_id &&
           opened.opened_at - latest->opened_at < std::chrono::days{1};
}

void keep_opened(db::Session& work, const OpenedRecord& opened) {
    auto known = work.run("UPDATE opened_records SET opened_at = $1, changed_at = $1 WHERE person_id = $2 AND kind = $3"
                          " AND about_id = $4",
                          opened.opened_at, opened.person_id, opened.kind, opened.about_id);
    if (known > 0) return;
    db::insert_record(work, OpenedRecord::table, opened);
    work.run("DELETE FROM opened_records WHERE opened_at < $1", opened.opened_at - opened_lasts);
    work.run("DELETE FROM opened_records WHERE person_id = $1 AND id NOT IN"
             " (SELECT id FROM opened_records WHERE person_id = $1 ORDER BY opened_at DESC, id DESC LIMIT $2)",
             opened.person_id, opened_kept);
}

void note_of_kind(const http::Request& request, const User& user, const char* kind, const Uuid& about) {
    if (!user.signed_in() || request.wants_json()) return;
    OpenedRecord opened{Id<OpenedRecord>::made_at(request.now), user.id, kind, about, request.now};
    opened.kept = {
        user.organisation_id.value_or(Id<Organisation>{}), "opened", 1, request.now, user.id, request.now, user.id};
    auto& database = request.use<db::Database>();
    // A page is read whether or not this can be noted: two windows of one person at once, a full disk.
    try {
        if (is_the_latest(*database.read(), opened)) return;
        database.in_write_transaction([&](db::Session& work) { keep_opened(work, opened); }, db::Durability::soon);
    } catch (const db::Error& error) { fmt::print(stderr, "what was opened is not noted: {}\n", error.what()); }
}

std::optional<OpenedLine> line_of_group(db::Session& db, const OpenedRecord& opened, const User& user, Date day) {
    auto group = find_group(db, Id<WorkingGroup>{opened.about_id});
    auto view = group ? GroupInView::find(db, group->slug, day) : std::nullopt;
    if (!view || !view->visible_to(user)) return {};
    return OpenedLine{group->name, "/skupiny/" + group->slug};
}

std::optional<OpenedLine> line_of_meeting(db::Session& db, const OpenedRecord& opened, const User& user,
                                          const i18n::Texts& texts, Date day) {
    auto view = MeetingInView::find(db, to_text(opened.about_id), day);
    if (!view || !view->visible_to(user)) return {};
    return OpenedLine{texts.text("planning_overview.opened.meeting", {to_czech(view->meeting.day)}),
                      "/jednani/" + to_text(view->meeting.id), view->of.group.name};
}

std::optional<OpenedLine> line_of_minutes(db::Session& db, const OpenedRecord& opened, const User& user,
                                          const i18n::Texts& texts, Date day) {
    auto view = MinutesInView::find(db, to_text(opened.about_id), day);
    if (!view || !view->visible_to(user)) return {};
    return OpenedLine{texts.text("planning_overview.opened.minutes", {to_czech(view->at.meeting.day)}),
                      "/jednani/" + to_text(view->at.meeting.id) + "/zapis", view->at.of.group.name};
}

}

void note_opened(const http::Request& request, const User& user, Id<WorkingGroup> group) {
    note_of_kind(request, user, "group", group.uuid);
}

void note_opened(const http::Request& request, const User& user, Id<Meeting> meeting) {
    note_of_kind(request, user, "meeting", meeting.uuid);
}

void note_minutes_opened(const http::Request& request, const User& user, Id<Meeting> meeting) {
    note_of_kind(request, user, "minutes", meeting.uuid);
}

std::vector<OpenedLine> opened_last(db::Session& db, const User& user, const i18n::Texts& texts, Instant now,
                                    std::size_t most) {
    std::vector<OpenedLine> lines;
    auto day = day_in_prague(now);
    for (auto& opened : db.all<OpenedRecord>("SELECT * FROM opened_records WHERE person_id = $1 AND opened_at >= $2"
                                             " ORDER BY opened_at DESC, id DESC",
                                             user.id, now - opened_lasts)) {
        if (lines.size() == most) break;
        auto line = opened.kind == "group"     ? line_of_group(db, opened, user, day)
                    : opened.kind == "meeting" ? line_of_meeting(db, opened, user, texts, day)
                                               : line_of_minutes(db, opened, user, texts, day);
        if (line) lines.push_back(std::move(*line));
    }
    return lines;
}

}
