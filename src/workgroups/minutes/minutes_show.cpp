// Shows minutes: to those who sit in the group as they are, to everybody else the copy that was published; and their
// files.
#include "workgroups/minutes/minutes_page.hpp"

#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"
#include "platform/time/prague.hpp"
#include "workgroups/planning_overview/opened_records.hpp"

namespace workgroups {

std::vector<CopyRun> runs_of(const MinutesDocument& document) {
    std::vector<CopyRun> runs;
    for (auto& piece : document.pieces) {
        if (runs.empty() || runs.back().kind != piece.kind) runs.push_back({piece.kind, {}});
        runs.back().pieces.push_back(piece);
    }
    return runs;
}

http::PageHead MinutesCopyPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("minutes.title") + " – " + group.name + ", " + day(),
            .description = texts.text("minutes.copy.description", {group.name, day()}),
            .section = "/skupiny"};
}

http::PageHead MinutesBeginPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("minutes.title") + " – " + group.name, .section = "/skupiny", .staff = true};
}

namespace {

// What may be read: the whole inside the group, the published copy outside, otherwise nothing that one may know of.
struct MinutesReading {
    std::optional<MinutesInView> view;
    bool inside = false;
};

MinutesReading reading_of(db::Session& db, const User& user, const MeetingInView& at, Date day) {
    MinutesReading reading{MinutesInView::find(db, to_text(at.meeting.id), day)};
    reading.inside = sits_inside(user, at, reading.view);
    if (!reading.inside && (!reading.view || reading.view->minutes.phase != "published")) throw NotFound{};
    return reading;
}

MinutesDocument copy_of(db::Session& db, const MeetingMinutes& minutes) {
    auto copy = published_copy(db, minutes.id);
    if (!copy) throw NotFound{};
    return document_from(copy->body);
}

http::Response show_copy(const http::Request& request, db::Session& db, const MinutesInView& view) {
    auto document = copy_of(db, view.minutes);
    MinutesCopyPage page{view.at.of.group, view.at.meeting, view.minutes};
    page.hash = view.minutes.content_hash.value_or("");
    page.intact = sha256_hex(minutes_markdown(document)) == page.hash;
    if (view.minutes.published_at) page.published = to_czech(*view.minutes.published_at);
    page.runs = runs_of(document);
    return respond(request, page);
}

std::string done_sentence(const http::Request& request) {
    auto done = request.asked.first("hotovo");
    for (auto known : {"zacato", "ulozeno", "vypusteno", "vraceno", "doplneno", "ukol", "usneseni", "pripominka",
                       "vyporadano", "faze", "udaje", "uzavreno"})
        if (done == known) return request.texts->text(std::string{"minutes.done."} + known);
    return {};
}

}

http::Response show_minutes(const http::Request& request, Permit<may::ReadMeeting> permit) {
    auto& db = permit.db();
    auto& at = permit.about();
    if (!minutes_of(db, at.meeting.id) && at.kept_by(permit.user())) {
        MinutesBeginPage page{at.of.group, at.meeting, agenda_of(db, at.meeting.id), request.form_token};
        return respond(request, page);
    }
    auto reading = reading_of(db, permit.user(), at, permit.today());
    if (reading.view) note_minutes_opened(request, permit.user(), at.meeting.id);
    // A member sees what strangers see, too: ?kopie=1.
    if (!reading.inside || (request.asked.has("kopie") && reading.view->minutes.phase == "published"))
        return reading.view ? show_copy(request, db, *reading.view) : throw NotFound{};
    if (!reading.view) throw NotFound{};
    auto page = minutes_page(request, db, permit.user(), at, reading.view->minutes);
    for (auto& step : steps_from(reading.view->minutes.phase))
        if (may_take(permit.user(), *reading.view, step)) {
            auto& steps = step.starts_with("back_") ? page.steps_back : page.steps;
            steps.push_back({request.texts->text("minutes.step." + step), page.at("/faze/" + step)});
        }
    page.done = done_sentence(request);
    return respond(request, page);
}

http::Response export_minutes(const http::Request& request, Permit<may::ReadMeeting> permit) {
    auto& db = permit.db();
    auto& at = permit.about();
    auto reading = reading_of(db, permit.user(), at, permit.today());
    if (!reading.view) throw NotFound{};
    auto& minutes = reading.view->minutes;
    auto& texts = czech_texts(request);
    bool copy = !reading.inside || (request.asked.has("kopie") && minutes.phase == "published");
    auto document = copy ? copy_of(db, minutes) : whole_document(db, at.of.group, at.meeting, minutes, texts);
    // A published copy is the same file every time.
    auto made_at = copy && minutes.published_at ? *minutes.published_at : permit.now();
    auto name = "zapis-" + at.of.group.slug + "-" + to_iso(at.meeting.day);
    auto title = texts.text("minutes.title.of", {to_czech(at.meeting.day)}) + " – " + at.of.group.name;
    auto ending = request.path.substr(request.path.rfind('.'));
    http::Response response;
    if (ending == ".docx")
        response.type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        response.body = minutes_docx(document, texts, made_at);
    else if (ending == ".odt")
        response.type = "application/vnd.oasis.opendocument.text",
        response.body = minutes_odt(document, texts, made_at);
    else if (ending == ".pdf") response.type = "application/pdf", response.body = minutes_pdf(document, texts, made_at);
    else if (ending == ".html")
        response.type = "text/html; charset=utf-8", response.body = minutes_html(document, title);
    else response.type = "text/markdown; charset=utf-8", response.body = minutes_markdown(document);
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + ending + "\"");
    return response;
}

}
