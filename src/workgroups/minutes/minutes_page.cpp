// Gathers what the page of minutes shows.
#include "workgroups/minutes/minutes_page.hpp"

#include "platform/base/parts.hpp"
#include "platform/i18n/languages.hpp"
#include "platform/time/prague.hpp"
#include "workgroups/events/event_words.hpp"

namespace workgroups {

std::string minutes_at(const Meeting& meeting, const std::string& rest) {
    return "/jednani/" + to_text(meeting.id) + "/zapis" + rest;
}

const i18n::Texts& czech_texts(const http::Request& request) { return request.use<i18n::Languages>().czech(); }

bool sits_inside(const User& user, const MeetingInView& view, const std::optional<MinutesInView>& minutes) {
    return view.kept_by(user) || view.of.has(user) || (minutes && minutes->verifier == user.id);
}

MeetingMinutes needed_minutes(db::Session& db, const MeetingInView& view) {
    auto minutes = minutes_of(db, view.meeting.id);
    if (!minutes) throw NotFound{};
    return *minutes;
}

MinutesPart part_asked(const http::Request& request, db::Session& db, const MeetingMinutes& minutes) {
    auto part = find_minutes_part(db, request.id<MinutesPart>("cast"));
    if (!part || part->minutes_id != minutes.id) throw NotFound{};
    return *part;
}

http::PageHead MinutesLockedPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("minutes.locked"), .section = "/skupiny", .staff = true};
}

std::optional<http::Response> locked_answer(const http::Request& request, const MeetingMinutes& minutes) {
    if (!minutes.locked()) return {};
    return respond(request, MinutesLockedPage{"/jednani/" + to_text(minutes.meeting_id) + "/zapis"}, http::conflict);
}

http::PageHead MinutesPage::head(const i18n::Texts& texts) const {
    return {
        .title = texts.text("minutes.title") + " – " + group.name + ", " + day, .section = "/skupiny", .staff = true};
}

html::Field MinutesPartForm::field(const char* name, const char* label, const std::string& value) const {
    html::Field field{name, label, value};
    for (auto& problem : problems)
        if (problem.field == name) field.problem = problem.text;
    field.optional = true;
    return field;
}

html::Area MinutesPartForm::body_field() const {
    html::Area area{field("text", "minutes.part.body", body)};
    area.hint = "minutes.part.body.hint", area.optional = false;
    return area;
}

namespace {

GivenLine task_line(db::Session& db, const Task& task, const i18n::Texts& texts, Date today) {
    GivenLine line{task.body, std::to_string(task.number)};
    auto owner = task.owner_id ? find_planner(db, *task.owner_id) : std::nullopt;
    line.owner = owner ? owner->name : task.owner_text.value_or("");
    line.due = task.state == "done"      ? texts.text("minutes.task.done")
               : task.state == "dropped" ? texts.text("minutes.task.dropped")
               : task.due_on             ? texts.text("minutes.task.until", {to_czech(*task.due_on)})
                                         : task.due_text.value_or(texts.text("minutes.task.no_due"));
    line.done = task.state != "open", line.overdue = task.overdue_on(today);
    return line;
}

GivenLine decision_line(const Decision& decision) {
    GivenLine line{decision.body, decision.number};
    line.decision = true;
    return line;
}

GivenLine event_given(const PlanningEvent& event, const i18n::Texts& texts) {
    GivenLine line{event_name(event, texts)};
    line.event = true, line.href = "/akce/" + event.slug;
    line.due = time_words(event.first_day, event.last_day, event.from_minute, event.to_minute, texts);
    return line;
}

// At the part that speaks of it; what nobody spoke of stands behind all.
void put_events(db::Session& db, MinutesPage& page, const std::vector<MinutesPart>& parts, const i18n::Texts& texts) {
    for (auto& event : events_told_at(db, page.meeting.id)) {
        auto at = told_in(event, parts);
        (at ? page.parts[*at].given : page.events).push_back(event_given(event, texts));
    }
}

MinutesCommentLine comment_line(const MinutesComment& comment) {
    return {to_text(comment.id), comment.author_name, to_czech(comment.kept.created_at),
            comment.body,        comment.state,       comment.reason.value_or("")};
}

// Everything of the minutes that is read once for the page.
struct MinutesGround {
    std::vector<AgendaItem> agenda;
    std::vector<MinutesPart> parts;
    std::vector<Decision> decisions;
    std::vector<Task> tasks;
    std::vector<MinutesComment> comments;
};

MinutesPartLine part_line(db::Session& db, const MeetingMinutes& minutes, const MinutesPart& part,
                          const MinutesGround& ground, const i18n::Texts& texts) {
    MinutesPartLine line{to_text(part.id), shown_label(minutes, part, ground.agenda), part.heading};
    line.version = part.kept.version, line.report = part.about_group_id.has_value();
    auto number = item_number(part, ground.agenda);
    // The label of a document stays; beside it stands which item it is about (row 3.04).
    if (part.label && number)
        line.item = texts.text("minutes.part.of_item",
                               {std::to_string(*number), ground.agenda[std::size_t(*number - 1)].title});
    if (part.about_group_id)
        if (auto about = find_group(db, *part.about_group_id)) line.about = about->name;
    line.body = pieces_of_body(part.body);
    for (auto& comment : ground.comments)
        if (comment.part_id == part.id) line.comments.push_back(comment_line(comment));
    return line;
}

// Behind the last part of an item; what belongs to no part stands in a chapter of its own, as in files.
void put_given(db::Session& db, MinutesPage& page, const MinutesGround& ground, const i18n::Texts& texts, Date today) {
    auto place_of = [&](const std::optional<Id<AgendaItem>>& item) -> std::vector<GivenLine>& {
        auto place = &page.given;
        for (std::size_t n = 0; n < ground.parts.size(); ++n)
            if (item && ground.parts[n].agenda_item_id == item) place = &page.parts[n].given;
        return *place;
    };
    for (auto& decision : ground.decisions) place_of(decision.agenda_item_id).push_back(decision_line(decision));
    for (auto& task : ground.tasks) {
        page.tasks.push_back(task_line(db, task, texts, today));
        place_of(task.agenda_item_id).push_back(page.tasks.back());
    }
}

void put_head(db::Session& db, MinutesPage& page, const i18n::Texts& texts) {
    auto placed = at_its_place(db, page.meeting);
    page.day = to_czech(page.meeting.day);
    if (placed.from_minute) page.time = to_czech(TimeOfDay{std::int16_t(*placed.from_minute)});
    page.place = placed.place.value_or(placed.online_address ? texts.text("minutes.online") : "");
    for (auto& one : attendance_of(db, page.meeting.id)) {
        if (one.status == "present") ++page.present;
        if (one.status == "apologised") ++page.apologised;
        if (one.status == "guest") ++page.guests;
    }
    auto& minutes = page.minutes;
    if (minutes.programme) page.publicity = {texts.text("minutes.publicity.eu"), *minutes.programme};
    if (minutes.project_title) page.foot.push_back(*minutes.project_title);
    if (minutes.project_number) page.foot.push_back(*minutes.project_number);
    if (minutes.project_term) page.foot.push_back(*minutes.project_term);
    page.recorded = text::joined(
        std::vector{minutes.recorded_in.value_or(""), minutes.recorded_on ? to_czech(*minutes.recorded_on) : "",
                    minutes.recorded_by ? texts.text("minutes.recorded_by.line", {*minutes.recorded_by}) : ""});
    if (minutes.verifier_id)
        if (auto verifier = find_planner(db, *minutes.verifier_id)) page.verifier = verifier->name;
    if (minutes.comments_until) page.until = to_czech(*minutes.comments_until);
    if (minutes.approved_at_id)
        if (auto later = find_meeting(db, *minutes.approved_at_id)) page.approved_at = to_czech(later->day);
}

void put_track(db::Session& db, MinutesPage& page, const i18n::Texts& texts) {
    auto steps = steps_of(db, page.minutes.id);
    bool before = true;
    for (std::string phase : minutes_phases) {
        PhaseStep step{phase, texts.text("minutes.phase." + phase)};
        step.now = phase == page.minutes.phase;
        if (step.now) before = false;
        step.done = before || (step.now && phase == "published");
        for (auto& taken : steps)
            if (taken.to_phase == phase && (step.done || step.now)) step.when = to_czech(day_in_prague(taken.taken_at));
        if (phase == "draft") step.when = to_czech(day_in_prague(page.minutes.kept.created_at));
        page.track.push_back(std::move(step));
    }
}

std::vector<std::string> numbering_sentences(const MinutesGround& ground, const i18n::Texts& texts) {
    std::vector<LabelledPart> labelled;
    for (auto& part : ground.parts) {
        if (!part.label) continue;
        auto heading = part.heading.empty() ? part.body.substr(0, part.body.find('\n')) : part.heading;
        labelled.push_back({*part.label, heading, item_number(part, ground.agenda)});
    }
    std::vector<std::string> titles, sentences;
    for (auto& item : ground.agenda) titles.push_back(item.title);
    for (auto& finding : check_numbering(labelled, titles))
        sentences.push_back(texts.text("minutes.numbering." + finding.kind, finding.values));
    return sentences;
}

MinutesPartForm part_form(const http::Request& request, db::Session& db, const MinutesPage& page,
                          const MinutesGround& ground, const MinutesPart& part) {
    auto& texts = *request.texts;
    MinutesPartForm form{page.at("/" + to_text(part.id)), page.at() + "#cast-" + to_text(part.id), request.form_token,
                         to_text(request.user->id)};
    form.heading = form.base_heading = part.heading, form.body = form.base_body = part.body;
    form.version = part.kept.version;
    form.items = {{"", texts.text("minutes.part.item.none")}};
    for (std::size_t n = 0; n < ground.agenda.size(); ++n)
        form.items.push_back({to_text(ground.agenda[n].id), std::to_string(n + 1) + ". " + ground.agenda[n].title});
    form.groups = {{"", texts.text("minutes.part.group.none")}};
    for (auto& group : list_groups(db))
        if (group.published || group.id == page.group.id || part.about_group_id == group.id)
            form.groups.push_back({to_text(group.id), full_name(group)});
    form.item = part.agenda_item_id ? to_text(*part.agenda_item_id) : "";
    form.group = part.about_group_id ? to_text(*part.about_group_id) : "";
    form.offer = drafts::DraftOffer::read(request, db, form.action);
    if (!form.offer.draft) return form;
    auto typed = form.offer.draft->values();
    form.offer.older = typed.first("verze") != std::to_string(part.kept.version);
    if (!form.offer.restored) return form;
    form.heading = sheets::tidy(typed.first("nadpis")), form.body = sheets::tidy(typed.first("text"));
    form.item = typed.first("bod"), form.group = typed.first("skupina");
    form.base_heading = sheets::tidy(typed.first("bylo.nadpis")),
    form.base_body = sheets::tidy(typed.first("bylo.text"));
    if (auto version = sheets::whole_number(typed.first("verze"), std::int64_t{1} << 60)) form.version = *version;
    return form;
}

}

MinutesPage minutes_page(const http::Request& request, db::Session& db, const User& user, const MeetingInView& view,
                         const MeetingMinutes& minutes, const MinutesPageWish& wish) {
    auto& texts = *request.texts;
    MinutesPage page{view.of.group, view.meeting, minutes};
    page.called_off = called_off(view.meeting);
    page.keeps = view.kept_by(user), page.writes = page.keeps && !minutes.locked() && !page.called_off;
    page.form_token = request.form_token, page.problems = wish.problems;
    page.typed_comment = wish.typed_comment, page.typed_reason = wish.typed_reason, page.typed_who = wish.typed_who;
    page.settled_id = wish.settled_id;
    page.commenting = minutes.phase == "comments" && !page.called_off && minutes.comments_until &&
                      request.today() <= *minutes.comments_until;
    MinutesGround ground{agenda_of(db, view.meeting.id), parts_of(db, minutes.id), decisions_of(db, view.meeting.id),
                         tasks_given_at(db, view.meeting.id), comments_of(db, minutes.id)};
    put_head(db, page, texts), put_track(db, page, texts);
    for (auto& part : ground.parts) {
        page.parts.push_back(part_line(db, minutes, part, ground, texts));
        if (wish.editing == part.id && page.writes)
            page.parts.back().editing = true, page.form = part_form(request, db, page, ground, part);
    }
    put_given(db, page, ground, texts, request.today());
    put_events(db, page, ground.parts, texts);
    for (auto& comment : ground.comments)
        if (!comment.part_id) page.comments.push_back(comment_line(comment));
    page.findings = numbering_sentences(ground, texts);
    if (!page.keeps) return page;
    for (auto& part : dropped_parts_of(db, minutes.id))
        page.dropped.push_back({part.heading.empty() ? texts.text("minutes.part.nameless") : part.heading,
                                page.at("/" + to_text(part.id) + "/vratit")});
    auto every = ground.parts;
    for (auto& part : dropped_parts_of(db, minutes.id)) every.push_back(part);
    page.missing_items = page.writes && std::ranges::any_of(ground.agenda, [&](auto& item) {
                             bool told =
                                 std::ranges::any_of(every, [&](auto& part) { return part.agenda_item_id == item.id; });
                             return !told && item.state != "proposed" && item.state != "postponed";
                         });
    return page;
}

}
