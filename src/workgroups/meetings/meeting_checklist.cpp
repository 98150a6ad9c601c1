// What a meeting still needs, before it and after it, as one list.
#include "workgroups/meetings/meeting_page.hpp"
#include "workgroups/minutes/minutes_record.hpp"
#include "workgroups/tasks/task.hpp"
#include "workgroups/votes/vote.hpp"

namespace workgroups {

namespace {

using html::Tag;

struct Checklist {
    db::Session& db;
    const Meeting& placed;
    const i18n::Texts& texts;
    Date today;
    std::vector<ChecklistLine> lines{};

    std::string said(const char* key, const std::vector<std::string>& values = {},
                     std::optional<std::int64_t> count = {}) const {
        return texts.text(std::string{"checklist."} + key, values, count);
    }
    void add(Tag::Kind kind, std::string text, const char* link = nullptr, const char* rest = "") {
        auto word = kind == Tag::ok ? "ok" : kind == Tag::bad ? "bad" : kind == Tag::part ? "part" : "todo";
        ChecklistLine line{{kind, said(word)}, std::move(text)};
        if (link) line.link = {said(link), meeting_at(placed, rest)};
        lines.push_back(std::move(line));
    }

    void place() {
        if (placed.place || placed.online_address) return;
        add(Tag::bad, said("place.missing"), "edit", "/upravit");
    }
    void agenda() {
        auto items = agenda_of(db, placed.id);
        auto ready = std::ranges::count(items, std::string{"accepted"}, &AgendaItem::state);
        if (ready) add(Tag::ok, said("agenda.ready", {std::to_string(ready)}, ready), "agenda.open", "/program");
        else add(Tag::bad, said("agenda.missing"), "agenda.open", "/program");
        auto waiting = std::int64_t(backlog_of(db, placed.group_id).size()) +
                       std::ranges::count(items, std::string{"proposed"}, &AgendaItem::state);
        if (waiting)
            add(Tag::unknown, said("agenda.waiting", {std::to_string(waiting)}, waiting), "agenda.open", "/program");
    }
    void papers() {
        auto papers = papers_of(db, placed.id);
        auto count = std::ranges::count_if(papers, [](auto& one) { return !one.paper.removed; });
        add(count ? Tag::ok : Tag::unknown,
            count ? said("papers.ready", {std::to_string(count)}, count) : said("papers.none"), "agenda.open",
            "/program");
    }
    void invitation() {
        auto by = invite_by(db, placed);
        auto all = convenings_of(db, placed.id), convenings = since_cancelled(all);
        if (convenings.empty() && !all.empty())
            return add(Tag::bad, said("invitation.cancelled"), "invitation.open", "/svolat");
        if (convenings.empty()) {
            if (!by) return add(Tag::unknown, said("invitation.send"), "invitation.open", "/svolat");
            bool late = *by < today;
            return add(late ? Tag::bad : Tag::unknown,
                       said(late ? "invitation.overdue" : "invitation.by", {to_czech(*by)}), "invitation.open",
                       "/svolat");
        }
        auto sent = day_in_prague(convenings.back().sent_at);
        bool late = by && *by < sent;
        add(late ? Tag::part : Tag::ok, said(late ? "invitation.late" : "invitation.sent", {to_czech(sent)}),
            "invitation.open", "/svolat");
        if (told_otherwise(convenings, placed)) add(Tag::bad, said("invitation.changed"), "invitation.open", "/svolat");
    }
    void replies() {
        // Who is there needs no answer any more.
        auto there = quorum_of(db, placed, attendance_of(db, placed.id));
        if (there.there > 0 && there.reached())
            return add(Tag::ok, said("replies.there", {std::to_string(there.there), std::to_string(there.voters),
                                                       std::to_string(there.needed)}));
        auto replies = replies_of(db, placed, invitees_of(db, placed));
        bool enough = replies.expected >= replies.needed;
        add(enough ? Tag::ok : Tag::unknown,
            said(enough ? "replies.enough" : "replies.few",
                 {std::to_string(replies.expected), std::to_string(replies.voters), std::to_string(replies.needed)}));
    }
    void tasks_before() {
        auto open = std::int64_t(tasks_to_check(db, placed).size());
        if (open) add(Tag::unknown, said("tasks.check", {std::to_string(open)}, open), "tasks.open", "/kontrola-ukolu");
    }

    void held() {
        if (placed.state != "held") add(Tag::bad, said("held.missing"));
    }
    void attendance() {
        auto tally = tally_of(attendance_of(db, placed.id));
        if (tally.questions)
            add(Tag::part, said("attendance.questions", {std::to_string(tally.questions)}, tally.questions),
                "attendance.open", "/dochazka");
        if (tally.known() || placed.attendance_note)
            add(Tag::ok,
                placed.attendance_note && !tally.known() ? *placed.attendance_note
                                                         : said("attendance.ready", {std::to_string(tally.present)}),
                "attendance.open", "/dochazka");
        else add(Tag::bad, said("attendance.missing"), "attendance.open", "/dochazka");
    }
    void settled() {
        auto items = agenda_of(db, placed.id);
        auto left = std::ranges::count(items, std::string{"accepted"}, &AgendaItem::state);
        if (left) add(Tag::unknown, said("agenda.left", {std::to_string(left)}, left), "agenda.open", "/program");
        auto votes = votes_at(db, placed.id);
        auto open = std::ranges::count(votes, std::string{"open"}, &Vote::state);
        if (open) add(Tag::bad, said("votes.open", {std::to_string(open)}, open));
    }
    void minutes() {
        auto minutes = minutes_of(db, placed.id);
        if (!minutes) {
            auto days = rules_on(db, placed.group_id, placed.day).minutes_days;
            auto by = days ? std::optional{placed.day + std::chrono::days{*days}} : std::nullopt;
            bool late = by && *by < today;
            return add(late ? Tag::bad : Tag::unknown,
                       by ? said(late ? "minutes.overdue" : "minutes.by", {to_czech(*by)}) : said("minutes.missing"),
                       "minutes.open", "/zapis");
        }
        bool done = minutes->phase == "published";
        add(done ? Tag::ok : Tag::part, said((std::string{"minutes.phase."} + minutes->phase).c_str()), "minutes.open",
            "/zapis");
    }
    void tasks_after() {
        auto given = std::int64_t(tasks_given_at(db, placed.id).size());
        add(given ? Tag::ok : Tag::unknown,
            given ? said("tasks.given", {std::to_string(given)}, given) : said("tasks.none"), "tasks.open",
            "/kontrola-ukolu");
    }
};

}

std::vector<ChecklistLine> checklist_of(db::Session& db, const Meeting& placed, const i18n::Texts& texts, Date today) {
    Checklist list{db, placed, texts, today};
    if (placed.state == "cancelled" || placed.state == "moved") return {};
    bool after = placed.state == "held" || placed.day < today;
    if (after) list.held(), list.attendance(), list.settled(), list.minutes(), list.tasks_after();
    else {
        list.place(), list.agenda(), list.papers(), list.invitation();
        if (placed.state == "convened") list.replies();
        list.tasks_before();
        if (placed.day == today) list.attendance();
        if (placed.day == today || minutes_of(db, placed.id)) list.minutes();
    }
    return list.lines;
}

}
