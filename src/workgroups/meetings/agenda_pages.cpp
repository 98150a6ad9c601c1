// Handlers of the agenda and its papers.
#include "workgroups/meetings/agenda_pages.hpp"

#include "platform/history/acting.hpp"
#include "platform/sheets/sheet_below.hpp"

namespace workgroups {

namespace {

using sheets::Control;

html::Tag kept_tag(const AgendaItem& item, const i18n::Texts& texts) {
    auto kind = item.state == "done"       ? html::Tag::ok
                : item.state == "accepted" ? html::Tag::run
                : item.state == "proposed" ? html::Tag::unknown
                                           : html::Tag::part;
    return {kind, texts.text("agenda.state." + item.state)};
}

}

KeptItem kept_item(db::Session& db, const AgendaItem& item, const i18n::Texts& texts) {
    KeptItem kept{item};
    kept.tag = kept_tag(item, texts);
    if (item.proposed_by)
        if (auto person = find_planner(db, *item.proposed_by)) kept.proposed_by = person->name;
    return kept;
}

namespace {

void add_end(AgendaPage& page, const Meeting& placed, const std::vector<AgendaItem>& items, const i18n::Texts& texts) {
    auto end = agenda_end(placed, items);
    if (!end) return;
    page.ends = *end > 24 * 60 ? texts.text("agenda.ends.at_night") : texts.text("agenda.ends", {clock_words(*end)});
    if (placed.to_minute && *end > *placed.to_minute)
        page.too_long = texts.text("agenda.ends.late", {clock_words(*placed.to_minute)});
}

http::Response agenda_page(const http::Request& request, db::Session& db, const MeetingInView& view,
                           const AgendaItemForm& form, const char* problem = "", http::Status status = http::ok) {
    auto& texts = *request.texts;
    AgendaPage page{view, form};
    page.bytes_most = request.use<files::FileRoom>().settings().bytes_most;
    auto placed = at_its_place(db, view.meeting);
    auto items = agenda_of(db, placed.id);
    auto times = agenda_times(placed, items);
    auto papers = papers_of(db, placed.id);
    for (std::size_t n = 0; n < items.size(); ++n) {
        auto kept = kept_item(db, items[n], texts);
        kept.time = clock_words(times[n]);
        for (auto& one : papers)
            if (one.paper.agenda_item_id == items[n].id && !one.paper.removed) kept.papers.push_back(one);
        page.items.push_back(std::move(kept));
    }
    for (auto& one : papers)
        if (one.paper.removed) page.removed.push_back(one);
    page.taken_off = taken_off(db, placed.id);
    add_end(page, placed, items, texts);
    for (auto& item : backlog_of(db, placed.group_id)) page.backlog.push_back(kept_item(db, item, texts));
    page.form_token = request.form_token, page.problem = problem;
    auto done = request.asked.first("hotovo");
    for (auto known : {"pridano", "ulozeno", "krok", "prevzato", "podklad", "odebrano", "vraceno", "bez-bodu"})
        if (done == known) page.done = texts.text(std::string{"agenda.done."} + known);
    return respond(request, page, status);
}

AgendaItem item_asked(const http::Request& request, db::Session& db, const Meeting& meeting) {
    auto item = find_agenda_item(db, request.id<AgendaItem>("bod"));
    if (!item || item->meeting_id != meeting.id) throw NotFound{};
    return *item;
}

}

void check_item_texts(http::Form& form, const std::string& title, const std::optional<std::string>& note) {
    if (title.empty()) form.problem("nazev", "agenda.name.missing");
    else if (title.size() > sheets::longest_line) form.problem("nazev", "edit.too_long");
    // NB: titles go into letters line by line.
    else if (title.find('\n') != title.npos) form.problem("nazev", "meeting.one_line");
    if (note && note->size() > sheets::longest_text) form.problem("poznamka", "edit.too_long");
}

AgendaItemForm::AgendaItemForm(const http::Request& request) : Form{request} {
    check_item_texts(*this, title, note);
    if (presenter && (presenter->size() > sheets::longest_line || presenter->find('\n') != presenter->npos))
        problem("uvadi", "edit.too_long");
}

files::FileInput AgendaPage::file_input(const AgendaItem& item) const {
    return {bytes_most, 0, "soubor-" + to_text(item.id)};
}

html::Field AgendaPage::title() const { return form.field("nazev", "agenda.name"); }
html::Field AgendaPage::minutes() const {
    auto field = form.field("minut", "agenda.minutes_long");
    field.optional = true, field.inputmode = "numeric", field.size = 6;
    return field;
}
html::Field AgendaPage::presenter() const {
    auto field = form.field("uvadi", "agenda.presenter");
    field.optional = true;
    return field;
}
html::Area AgendaPage::note() const {
    auto area = form.area("poznamka", "agenda.note");
    area.optional = true;
    return area;
}
http::PageHead AgendaPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("agenda.keep") + " – " + view.of.group.name, .section = "/skupiny", .staff = true};
}

http::Response show_agenda(const http::Request& request, Permit<may::KeepMeeting> permit) {
    AgendaItemForm form;
    return agenda_page(request, permit.db(), permit.about(), form);
}

http::Response add_to_agenda(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    AgendaItemForm form{request};
    if (!form.clean()) return agenda_page(request, db, view, form, "", http::unprocessable);
    AgendaItem item;
    item.title = form.title, item.minutes_long = form.minutes, item.presenter = form.presenter, item.note = form.note;
    put_on_agenda(history::author_of(permit), view.meeting, item);
    audit::note_done(permit, "workgroups.agenda_kept", view.meeting.id.uuid);
    return http::redirect(meeting_at(view.meeting, "/program"), "?hotovo=pridano");
}

namespace {

sheets::SheetPage item_sheet(const http::Request& request, const MeetingInView& view, const AgendaItem& item) {
    auto at = meeting_at(view.meeting, "/program");
    sheets::SheetPage page{item.title,
                           "agenda.item.title",
                           at + "/" + to_text(item.id),
                           at,
                           {{"agenda.item.part",
                             {{"nazev", "agenda.name", Control::line, "", false},
                              {"minut", "agenda.minutes_long", Control::number},
                              {"uvadi", "agenda.presenter"},
                              {"poznamka", "agenda.note", Control::area}}}},
                           {{"nazev", item.title},
                            {"minut", item.minutes_long ? std::to_string(*item.minutes_long) : ""},
                            {"uvadi", item.presenter.value_or("")},
                            {"poznamka", sheets::tidy(item.note.value_or(""))}}};
    page.before = page.sheet, page.version = item.kept.version, page.form_token = request.form_token;
    return page;
}

}

http::Response show_agenda_item(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    MeetingWay way{view, "agenda.item.title"};
    return sheets::show_sheet_below(request, db, html::Part{way},
                                    item_sheet(request, view, item_asked(request, db, view.meeting)));
}

http::Response edit_agenda_item(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto item = item_asked(request, db, view.meeting);
    auto page = item_sheet(request, view, item);
    if (auto conflict = sheets::saved_meanwhile(request, page)) return *conflict;
    http::Values typed;
    for (auto& [name, text] : page.sheet) typed.add(name, text);
    auto again = request;
    again.values = typed;
    AgendaItemForm form{again};
    page.problems = form.problems();
    MeetingWay way{view, page.heading};
    if (!page.problems.empty()) return sheets::sheet_below_again(request, html::Part{way}, std::move(page));
    auto after = item;
    after.title = form.title, after.minutes_long = form.minutes, after.presenter = form.presenter,
    after.note = form.note;
    if (change(history::author_of(permit), item, after))
        audit::note_done(permit, "workgroups.agenda_kept", view.meeting.id.uuid);
    sheets::sheet_saved(request, permit);
    return http::redirect(meeting_at(view.meeting, "/program"), "?hotovo=ulozeno");
}

http::Response step_agenda_item(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto item = item_asked(request, db, view.meeting);
    auto author = history::author_of(permit);
    auto step = request.values.first("krok");
    bool off = item.state == "refused";
    if (off != (step == "vratit")) throw Conflict{};
    if (step == "nahoru" || step == "dolu") shift_item(author, item, step == "nahoru");
    else if (step == "odlozit") postpone_item(author, item);
    else if (step == "odebrat") take_off(author, item);
    else if (step == "vratit") put_back(author, item);
    else if (step == "projednano" || step == "prijmout" || step == "zpet") {
        auto after = item;
        after.state = step == "projednano" ? "done" : "accepted";
        change(author, item, after);
    } else throw NotFound{};
    audit::note_done(permit, "workgroups.agenda_kept", view.meeting.id.uuid);
    return http::redirect(meeting_at(view.meeting, "/program"),
                          step == "odebrat" ? "?hotovo=bez-bodu" : "?hotovo=krok");
}

http::Response take_from_backlog(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto id = Id<AgendaItem>::parse(request.values.first("bod"));
    auto item = id ? find_agenda_item(db, *id) : std::nullopt;
    if (!item || item->group_id != view.meeting.group_id || item->meeting_id || item->state == "refused")
        throw NotFound{};
    take_into(history::author_of(permit), *item, view.meeting);
    audit::note_done(permit, "workgroups.agenda_kept", view.meeting.id.uuid);
    return http::redirect(meeting_at(view.meeting, "/program"), "?hotovo=prevzato");
}

// --- papers ----------------------------------------------------------------------------------------------------------

namespace {

const http::Upload* uploaded(const http::Request& request) {
    for (auto& upload : request.files)
        if (upload.field == "soubor" && (upload.bytes > 0 || !upload.name.empty())) return &upload;
    return nullptr;
}

// The file where nothing is wrong with it, else what is.
struct TakenIn {
    std::optional<files::File> file{};
    std::string problem{};
};

TakenIn take_in(const http::Request& request, db::Session& lookups, const Meeting& meeting) {
    auto upload = uploaded(request);
    if (!upload) return {{}, "attachment.file.missing"};
    auto& room = request.use<files::FileRoom>();
    auto look = room.look(request, lookups, *upload);
    if (!look.type) return {{}, look.refused};
    auto papers = papers_of(lookups, meeting.id);
    if (std::ranges::count_if(papers, [](auto& one) { return !one.paper.removed; }) >= papers_most)
        return {{}, "agenda.papers.full"};
    try {
        return {room.take_in(request.now, *request.user, *upload, *look.type, files::sha256_of(*upload)), {}};
    } catch (const files::NoRoom&) { return {{}, "files.no_room"}; }
}

std::string title_of_upload(const http::Request& request) {
    auto typed = sheets::tidy(request.values.first("nazev"));
    if (!typed.empty() && typed.size() <= sheets::longest_line && typed.find('\n') == typed.npos) return typed;
    auto name = files::clean_name(uploaded(request)->name);
    name.resize(name.size() - files::ending_of(name).size());
    return name.empty() ? request.texts->text("agenda.paper.untitled") : name;
}

http::Response kept_paper(const http::Request& request, const Permit<may::KeepMeeting>& permit, AgendaPaper paper,
                          const char* back) {
    auto& view = permit.about();
    // NB: the file is encrypted before the transaction begins; so looking comes first.
    auto taken = take_in(request, permit.look(), view.meeting);
    if (!taken.file) {
        AgendaItemForm form;
        return agenda_page(request, permit.look(), view, form, taken.problem.c_str(), http::unprocessable);
    }
    paper.title = title_of_upload(request);
    auto id = keep_paper(history::author_of(permit), *taken.file, paper);
    audit::note_done(permit, "workgroups.paper_kept", id.uuid);
    return http::redirect(meeting_at(view.meeting, back), "?hotovo=podklad");
}

ListedPaper paper_asked(const http::Request& request, db::Session& db, const Meeting& meeting) {
    auto paper = find_paper(db, meeting.id, request.id<AgendaPaper>("podklad"));
    if (!paper) throw NotFound{};
    return *paper;
}

http::Response set_removed(const http::Request& request, const Permit<may::KeepMeeting>& permit, bool removed) {
    auto& view = permit.about();
    auto one = paper_asked(request, permit.db(), view.meeting).paper;
    if (set_paper_removed(history::author_of(permit), one, removed))
        audit::note_done(permit, "workgroups.paper_kept", one.id.uuid);
    return http::redirect(meeting_at(view.meeting, "/program"), removed ? "?hotovo=odebrano" : "?hotovo=vraceno");
}

}

http::Response add_paper(const http::Request& request, Permit<may::KeepMeeting> permit) {
    AgendaPaper paper;
    paper.agenda_item_id = item_asked(request, permit.look(), permit.about().meeting).id;
    return kept_paper(request, permit, paper, "/program");
}

http::Response add_attendance_paper(const http::Request& request, Permit<may::KeepMeeting> permit) {
    AgendaPaper paper;
    paper.meeting_id = permit.about().meeting.id, paper.purpose = "attendance";
    return kept_paper(request, permit, paper, "/dochazka");
}

http::Response send_paper(const http::Request& request, Permit<may::TakePart> permit) {
    auto one = paper_asked(request, permit.look(), permit.about().meeting);
    if (one.paper.removed) throw NotFound{};
    auto& room = request.use<files::FileRoom>();
    auto file = files::find(permit.look(), one.paper.file_id);
    auto name = file ? room.name_of(*file) : std::nullopt;
    if (!name) throw NotFound{};
    permit.trail().note("workgroups.paper_read", one.paper.id.uuid, audit::Outcome::allowed);
    return room.answer(*file, *name, true);
}

http::Response remove_paper(const http::Request& request, Permit<may::KeepMeeting> permit) {
    return set_removed(request, permit, true);
}
http::Response bring_paper_back(const http::Request& request, Permit<may::KeepMeeting> permit) {
    return set_removed(request, permit, false);
}

}
