// What waits for a meeting: proposals of members and what was put off, and what was refused with its reason.
#include "platform/history/acting.hpp"
#include "workgroups/meetings/agenda_pages.hpp"

namespace workgroups {

ProposalForm::ProposalForm(const http::Request& request) : Form{request} { check_item_texts(*this, title, note); }

html::Field BacklogPage::title() const {
    auto field = form.field("nazev", "agenda.proposal.name");
    field.hint = "agenda.proposal.hint";
    return field;
}
html::Area BacklogPage::note() const {
    auto area = form.area("poznamka", "agenda.note");
    area.optional = true;
    return area;
}
http::PageHead BacklogPage::head(const i18n::Texts& texts) const {
    return {.title = group.name + " – " + texts.text("agenda.backlog"), .section = "/skupiny", .staff = true};
}

namespace {

http::Response backlog_page(const http::Request& request, db::Session& db, const GroupInView& view,
                            const ProposalForm& form, const char* problem = "", http::Status status = http::ok) {
    auto& texts = *request.texts;
    BacklogPage page{view.group, form};
    auto person = planner_of_account(db, request.user->id);
    for (auto& item : backlog_of(db, view.group.id)) {
        page.items.push_back(kept_item(db, item, texts));
        page.items.back().own = person && item.proposed_by == person->id;
    }
    for (auto& item : refused_of(db, view.group.id)) page.refused.push_back(kept_item(db, item, texts));
    page.leads = may::LeadGroup::allows(*request.user, view);
    for (auto& meeting : meetings_of(db, view.group.id))
        if (!page.next && meeting.day >= request.today() && (meeting.state == "planned" || meeting.state == "convened"))
            page.next = html::Link{to_czech(meeting.day), meeting_at(meeting)};
    page.form_token = request.form_token, page.problem = problem;
    auto done = request.asked.first("hotovo");
    for (auto known : {"podnet", "prijato", "odmitnuto", "znovu", "stazeno"})
        if (done == known) page.done = texts.text(std::string{"agenda.done."} + known);
    return respond(request, page, status);
}

std::string backlog_at(const WorkingGroup& group, const char* done = "") {
    return "/skupiny/" + group.slug + "/jednani/podnety" + done;
}

AgendaItem proposal_asked(const http::Request& request, db::Session& db, const WorkingGroup& group) {
    auto item = find_agenda_item(db, request.id<AgendaItem>("bod"));
    if (!item || item->group_id != group.id || item->meeting_id) throw NotFound{};
    return *item;
}

void tell_proposer(const Author& author, const WorkingGroup& group, const AgendaItem& item, const char* kind) {
    auto person = item.proposed_by ? find_planner(author.work, *item.proposed_by) : std::nullopt;
    if (person && person->account_id && person->account_id != author.user)
        notices::tell(author, {*person->account_id}, kind, group.name, backlog_at(group));
}

}

http::Response show_backlog(const http::Request& request, Permit<may::TakePartInGroup> permit) {
    ProposalForm form;
    return backlog_page(request, permit.db(), permit.about(), form);
}

http::Response propose_item(const http::Request& request, Permit<may::TakePartInGroup> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    ProposalForm form{request};
    if (!form.clean()) return backlog_page(request, db, view, form, "", http::unprocessable);
    AgendaItem item;
    item.group_id = view.group.id, item.title = form.title, item.note = form.note, item.state = "proposed";
    if (auto person = planner_of_account(db, permit.user().id)) item.proposed_by = person->id;
    add(history::author_of(permit), item);
    audit::note_done(permit, "workgroups.agenda_kept", view.group.id.uuid);
    return http::redirect(backlog_at(view.group, "?hotovo=podnet"));
}

http::Response settle_proposal(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto item = proposal_asked(request, db, view.group);
    auto author = history::author_of(permit);
    auto step = request.values.first("krok");
    auto done = "?hotovo=prijato";
    if (step == "vratit" && item.state == "refused" && item.refusal) {
        put_back(author, item);
        done = "?hotovo=znovu";
    } else if (step == "odmitnout" && item.state != "refused") {
        auto reason = sheets::tidy(request.values.first("duvod"));
        if (reason.empty() || reason.size() > sheets::longest_text) {
            ProposalForm form;
            return backlog_page(request, db, view, form, "agenda.refuse.reason_missing", http::unprocessable);
        }
        refuse_item(author, item, reason);
        tell_proposer(author, view.group, item, "agenda_refused");
        done = "?hotovo=odmitnuto";
    } else if (step == "prijmout" && item.state == "proposed") {
        auto after = item;
        after.state = "accepted";
        change(author, item, after);
        tell_proposer(author, view.group, item, "agenda_accepted");
    } else throw Conflict{};
    audit::note_done(permit, "workgroups.agenda_kept", view.group.id.uuid);
    return http::redirect(backlog_at(view.group, done));
}

http::Response withdraw_proposal(const http::Request& request, Permit<may::TakePartInGroup> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto item = proposal_asked(request, db, view.group);
    auto person = planner_of_account(db, permit.user().id);
    if (!person || item.proposed_by != person->id) throw NotFound{};
    if (item.state != "proposed") throw Conflict{};
    take_off(history::author_of(permit), item);
    audit::note_done(permit, "workgroups.agenda_kept", view.group.id.uuid);
    return http::redirect(backlog_at(view.group, "?hotovo=stazeno"));
}

void tell_of_agenda(notices::Kinds& kinds) {
    for (auto kind : {"agenda_accepted", "agenda_refused"})
        kinds.all.push_back({kind, [](const User& user) { return user.signed_in(); }});
}

}
