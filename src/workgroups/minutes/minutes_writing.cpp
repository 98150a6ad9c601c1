// Writes minutes: begins them, saves each part by itself, says what somebody else saved meanwhile.
#include "workgroups/minutes/minutes_page.hpp"

#include "platform/history/acting.hpp"

namespace workgroups {

http::PageHead PartConflictPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("edit.conflict.title"), .section = "/skupiny", .staff = true};
}

const char* PartConflictPage::how_joined() const {
    if (conflict.own) return conflict.merged.clean() ? "minutes.conflict.own.clean" : "minutes.conflict.own.touching";
    return conflict.merged.clean() ? "minutes.conflict.clean" : "minutes.conflict.touching";
}

http::Response begin_minutes_now(const http::Request&, Permit<may::KeepMeeting> permit) {
    auto& meeting = permit.about().meeting;
    // Two people who begin at once find the same minutes.
    if (minutes_of(permit.db(), meeting.id)) return http::redirect(minutes_at(meeting));
    begin_minutes(history::author_of(permit), meeting);
    audit::note_done(permit, "workgroups.minutes_begun", meeting.id.uuid);
    return http::redirect(minutes_at(meeting), "?hotovo=zacato");
}

http::Response add_missing_items(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto minutes = needed_minutes(permit.db(), permit.about());
    if (auto locked = locked_answer(request, minutes)) return std::move(*locked);
    add_missing_parts(history::author_of(permit), minutes);
    return http::redirect(minutes_at(permit.about().meeting), "?hotovo=doplneno");
}

http::Response add_minutes_part(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto minutes = needed_minutes(db, permit.about());
    if (auto locked = locked_answer(request, minutes)) return std::move(*locked);
    std::optional<MinutesPart> behind;
    if (auto id = Id<MinutesPart>::parse(request.values.first("za")))
        if (auto part = find_minutes_part(db, *id); part && part->minutes_id == minutes.id) behind = *part;
    MinutesPart part;
    part.minutes_id = minutes.id;
    if (behind) part.agenda_item_id = behind->agenda_item_id;
    auto id = add_part(history::author_of(permit), part, behind);
    return http::redirect(minutes_at(permit.about().meeting), "/", id, "#cast-", id);
}

http::Response edit_minutes_part(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto minutes = needed_minutes(db, permit.about());
    if (auto locked = locked_answer(request, minutes)) return std::move(*locked);
    auto part = part_asked(request, db, minutes);
    if (part.dropped) return http::redirect(minutes_at(permit.about().meeting));
    return respond(request, minutes_page(request, db, permit.user(), permit.about(), minutes, {part.id}));
}

namespace {

TypedPart typed_part(const http::Request& request, db::Session& db, const Meeting& meeting) {
    auto& values = request.values;
    TypedPart typed{sheets::tidy(values.first("nadpis")), sheets::tidy(values.first("text"))};
    for (auto& c : typed.heading)
        if (c == '\n') c = ' ';
    if (auto id = Id<AgendaItem>::parse(values.first("bod")))
        for (auto& item : agenda_of(db, meeting.id))
            if (item.id == *id) typed.agenda_item_id = *id;
    if (auto id = Id<WorkingGroup>::parse(values.first("skupina")); id && find_group(db, *id))
        typed.about_group_id = *id;
    typed.version = sheets::whole_number(values.first("verze"), std::int64_t{1} << 60).value_or(0);
    typed.base_heading = sheets::tidy(values.first("bylo.nadpis")),
    typed.base_body = sheets::tidy(values.first("bylo.text"));
    typed.bring_back = values.first("vratit") == "ano";
    return typed;
}

std::vector<html::Problem> problems_of_part(const TypedPart& typed) {
    std::vector<html::Problem> problems;
    if (typed.body.size() > longest_part) problems.push_back({"text", "minutes.part.too_long"});
    if (typed.heading.size() > longest_heading) problems.push_back({"nadpis", "edit.too_long"});
    return problems;
}

http::Response part_again(const http::Request& request, Permit<may::KeepMeeting>& permit, const MeetingMinutes& minutes,
                          const MinutesPart& part, const TypedPart& typed, std::vector<html::Problem> problems) {
    auto page = minutes_page(request, permit.db(), permit.user(), permit.about(), minutes, {part.id, problems});
    if (page.form) {
        page.form->heading = typed.heading, page.form->body = typed.body, page.form->problems = std::move(problems);
        page.form->base_heading = typed.base_heading, page.form->base_body = typed.base_body;
        page.form->version = typed.version;
    }
    return respond(request, page, http::unprocessable);
}

http::Response conflict_answer(const http::Request& request, Permit<may::KeepMeeting>& permit, const MinutesPart& part,
                               PartConflict conflict, const TypedPart& typed) {
    // What was typed stays a draft until its person decides, whatever happens to the browser.
    auto at = minutes_at(permit.about().meeting, "/" + to_text(part.id));
    drafts::keep(permit.db(), permit.now(), permit.user(), at, request.values);
    PartConflictPage page{permit.about().of.group, std::move(conflict), typed};
    page.differences = text::differing_words(page.conflict.theirs, page.conflict.mine);
    page.action = at, page.back = minutes_at(permit.about().meeting), page.form_token = request.form_token;
    page.version = part.kept.version;
    page.item = typed.agenda_item_id ? to_text(*typed.agenda_item_id) : "";
    page.about = typed.about_group_id ? to_text(*typed.about_group_id) : "";
    return respond(request, page, http::conflict);
}

// After a conflict the history holds what each of them wrote, and what became of both.
void keep_own_words(const history::Author& author, const http::Request& request, const MinutesPart& part,
                    const TypedPart& typed) {
    auto own = sheets::tidy(request.values.first("moje"));
    if (!request.values.has("moje") || own.size() > longest_part || own == typed.body || own == part.body) return;
    auto mine = part;
    mine.body = own;
    change(author, part, mine);
}

}

http::Response save_minutes_part(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& meeting = permit.about().meeting;
    auto minutes = needed_minutes(db, permit.about());
    if (auto locked = locked_answer(request, minutes)) return std::move(*locked);
    auto part = part_asked(request, db, minutes);
    auto typed = typed_part(request, db, meeting);
    if (auto problems = problems_of_part(typed); !problems.empty())
        return part_again(request, permit, minutes, part, typed, std::move(problems));
    auto author = history::author_of(permit);
    if (typed.version == part.kept.version && (!part.dropped || typed.bring_back)) {
        keep_own_words(author, request, part, typed);
        part = *find_minutes_part(db, part.id);
        typed.version = part.kept.version;
    }
    if (auto conflict = save_part(author, part, typed))
        return conflict_answer(request, permit, part, std::move(*conflict), typed);
    drafts::drop(db, permit.user().id, request.path);
    audit::note_done(permit, "workgroups.minutes_written", meeting.id.uuid);
    return http::redirect(minutes_at(meeting), "?hotovo=ulozeno#cast-", part.id);
}

namespace {

http::Response with_dropped(const http::Request& request, Permit<may::KeepMeeting>& permit, bool dropped) {
    auto& db = permit.db();
    auto minutes = needed_minutes(db, permit.about());
    if (auto locked = locked_answer(request, minutes)) return std::move(*locked);
    auto part = part_asked(request, db, minutes);
    auto after = part;
    after.dropped = dropped;
    change(history::author_of(permit), part, after);
    return http::redirect(minutes_at(permit.about().meeting), dropped ? "?hotovo=vypusteno" : "?hotovo=vraceno");
}

}

http::Response drop_minutes_part(const http::Request& request, Permit<may::KeepMeeting> permit) {
    return with_dropped(request, permit, true);
}

http::Response restore_minutes_part(const http::Request& request, Permit<may::KeepMeeting> permit) {
    return with_dropped(request, permit, false);
}

http::Response move_minutes_part(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto minutes = needed_minutes(db, permit.about());
    if (auto locked = locked_answer(request, minutes)) return std::move(*locked);
    auto part = part_asked(request, db, minutes);
    move_part(history::author_of(permit), part, request.values.first("kam") == "nahoru");
    return http::redirect(minutes_at(permit.about().meeting), "#cast-", part.id);
}

}
