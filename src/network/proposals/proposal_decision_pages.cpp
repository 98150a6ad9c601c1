// Reads the decision about each field and keeps it.
#include "network/proposals/proposal_decision_pages.hpp"

#include "network/editing/facility_sheet.hpp"
#include "network/editing/premises_sheet.hpp"
#include "network/editing/provider_sheet.hpp"
#include "network/editing/record_change.hpp"
#include "network/proposals/provider_notices.hpp"
#include "platform/time/prague.hpp"

#include <algorithm>

namespace network {

html::RadioGroup WishedField::choice(html::Out& out) const {
    html::Field plain{"rozhodnuti." + kept.field, "proposal.decide.field", decision, undecided};
    html::RadioGroup group{{plain, {}}};
    group.choices = {{"ano", out.text("proposal.decide.yes")}, {"ne", out.text("proposal.decide.no")}};
    return group;
}

html::Area ProposalDecisionPage::remark_area() const {
    html::Area area{html::Field{"vyjadreni", "proposal.remark.ours", remark}};
    area.hint = "proposal.remark.hint", area.optional = true;
    for (auto& problem : problems)
        if (problem.field == area.name) area.problem = problem.text;
    return area;
}

std::string ProposalDecisionPage::moment(Instant moment) const { return to_czech(moment); }

http::PageHead ProposalDecisionPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("proposal.title", {subject}), .section = "/sprava/navrhy", .staff = true};
}

namespace {

ProposalDecisionPage decision_page(const http::Request& request, db::Session& db, const ProposalInView& view,
                                   const std::optional<EditedRecord>& record) {
    auto& proposal = view.proposal;
    ProposalDecisionPage page{proposal, view.provider};
    auto title = proposal.title.value_or(record ? record->title : "");
    page.subject = proposal_subject(proposal.kind, title, *request.texts);
    if (record) page.shown_at = record->shown_at, page.now = record->now;
    if (proposal.kind == "new_service" && proposal.record_id)
        if (auto made = find_service(db, Id<Service>{proposal.record_id->uuid}))
            page.shown_at = "/sluzby/" + made->slug;
    page.fields = wished_fields(db, proposal, record ? &*record : nullptr, *request.texts, true);
    // What changed meanwhile is decided by who looked at it.
    for (auto& field : page.fields) field.decision = field.changed_meanwhile ? "" : "ano";
    page.proposed_by = name_of_person(db, proposal.proposed_by);
    if (proposal.decided_by) page.decided_by = name_of_person(db, *proposal.decided_by);
    page.form_token = request.form_token;
    return page;
}

}

http::Response show_proposal(const http::Request& request, Permit<may::DecideProposal> permit) {
    auto& db = permit.db();
    auto record = record_of_proposal(request, db, permit.about().proposal);    // the page points into it
    auto page = decision_page(request, db, permit.about(), record);
    if (request.asked.first("hotovo") == "ano" && !page.proposal.waits())
        page.done = "proposal.done." + page.proposal.state;
    return respond(request, page);
}

namespace {

// What was typed, back into the page.
void take_typed(const http::Request& request, const EditedRecord& record, ProposalDecisionPage& page) {
    auto typed = typed_sheet(request.values, record.parts);
    page.remark = tidy(request.values.first("vyjadreni"));
    for (auto& field : page.fields) {
        if (!field.decidable()) continue;
        field.value = value_in(typed, field.kept.field);
        field.decision =
            request.values.first("jak") == "vse" ? "ano" : request.values.first("rozhodnuti." + field.kept.field);
    }
}

// Somebody saved since the page was shown: what stands now is shown beside what was typed, and nothing is kept yet.
bool shown_is_old(const http::Request& request, const EditedRecord& record, ProposalDecisionPage& page) {
    bool old = false;
    for (auto& field : page.fields) {
        auto shown = "bylo." + field.kept.field;
        if (!field.decidable() || field.decision != "ano" || !request.values.has(shown)) continue;
        if (tidy(request.values.first(shown)) == value_in(record.now, field.kept.field)) continue;
        old = true;
        field.decision.clear();
        field.undecided = "proposal.decide.look_again";
        page.problems.push_back({"rozhodnuti." + field.kept.field, "proposal.decide.look_again"});
    }
    return old;
}

void check_decisions(const EditedRecord& record, ProposalDecisionPage& page, Sheet& approved) {
    bool refuses = false;
    for (auto& field : page.fields) {
        if (!field.decidable()) continue;
        if (field.decision == "ano") approved[field.kept.field] = field.value;
        else if (field.decision == "ne") refuses = true;
        else field.undecided = "proposal.decide.missing";
        if (field.undecided) page.problems.push_back({"rozhodnuti." + field.kept.field, *field.undecided});
    }
    if ((refuses || approved.empty()) && page.remark.empty())
        page.problems.push_back({"vyjadreni", "proposal.remark.missing"});
    if (page.remark.size() > longest_text) page.problems.push_back({"vyjadreni", "edit.too_long"});
    if (approved.empty()) return;
    auto whole = record.with(approved);
    auto wrong = record.problems(whole, page.notes);
    for (auto& [name, value] : approved) value = value_in(whole, name);
    for (auto& problem : wrong) {
        page.problems.push_back(problem);
        for (auto& field : page.fields)
            if (field.kept.field == problem.field) field.problem = problem.text;
    }
}

http::Response too_late(const http::Request& request, ProposalDecisionPage page) {
    page.notes.push_back({html::Note::warn,
                          request.texts->text("proposal.too_late"),
                          request.texts->text("proposal.too_late.advice", {page.remark}),
                          {},
                          true});
    return respond(request, page, http::conflict);
}

}

http::Response decide_proposal(const http::Request& request, Permit<may::DecideProposal> permit) {
    auto& db = permit.db();
    auto view = *ProposalInView::find(db, to_text(permit.about().proposal.id));
    auto record = record_of_proposal(request, db, view.proposal);
    auto page = decision_page(request, db, view, record);
    page.remark = tidy(request.values.first("vyjadreni"));
    bool as_shown = request.values.first("verze") == std::to_string(view.proposal.kept.version);
    if (!view.proposal.waits() || !as_shown || !record) return too_late(request, std::move(page));
    take_typed(request, *record, page);
    auto answered = [&](const Author& author, const char* act) {
        tell_who_wished(author, view.proposal.id, *request.texts);
        note_done(permit, act, view.proposal.id.uuid);
        return http::redirect(page.address(), "?hotovo=ano");
    };
    if (request.values.first("jak") == "vratit") {
        if (page.remark.empty()) page.problems.push_back({"vyjadreni", "proposal.remark.missing"});
        if (!page.problems.empty()) return respond(request, page, http::unprocessable);
        auto author = author_of(permit);
        give_back(author, view.proposal, page.remark);
        return answered(author, "network.proposal_returned");
    }
    if (shown_is_old(request, *record, page)) return respond(request, page, http::conflict);
    Sheet approved;
    check_decisions(*record, page, approved);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    auto author = author_of(permit);
    approve(author, view.proposal, *record, approved, page.remark);
    return answered(author, "network.proposal_decided");
}

// --- what is trusted -------------------------------------------------------------------------------------------------

html::CheckGroup TrustPage::Kind::group() const { return {{html::Field{kind, "proposal.kind." + kind, ""}, fields}}; }

http::PageHead TrustPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("trust.title"), .section = "/sprava/navrhy", .staff = true};
}

namespace {

// Fields of one kind of sheet: those of further languages and of hours stand for one each.
TrustPage::Kind trust_in(const std::string& kind, const SheetParts& parts, const i18n::Texts& texts,
                         const TrustedFields& trusting) {
    TrustPage::Kind found{kind, {}};
    for (auto& part : parts)
        for (auto& field : part.fields) {
            auto name = field.name.substr(0, field.name.find('.'));
            if (name == "poznamka" || std::ranges::find(found.fields, name, &html::Choice::value) != found.fields.end())
                continue;
            auto label = name == "text" ? texts.text("trust.texts") : texts.text(field.label);
            found.fields.push_back({name, label, trusted(trusting, kind, name)});
        }
    return found;
}

std::vector<TrustPage::Kind> trust(const http::Request& request, db::Session& db) {
    auto& texts = *request.texts;
    auto trusting = trusted_fields(db);
    auto services = service_parts(CodeLists::read(db, request.today()), texts, request.today());
    services.push_back({"edit.part.verified", {{"overeno", "edit.verified", Control::tick}}});
    auto places = facility_parts(EditedFacility{{}, {}, {}, {}, request.today()});
    places.push_back({"facility.part.hours", {{"doba", "edit.hours"}}});
    auto premises = premises_parts(EditedPremises{}, texts);
    return {trust_in("service", services, texts, trusting), trust_in("provider", provider_parts(), texts, trusting),
            trust_in("facility", places, texts, trusting), trust_in("premises", premises, texts, trusting)};
}

}

http::Response show_trust(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    return respond(request,
                   TrustPage{trust(request, permit.db()), request.form_token, request.asked.first("ulozeno") == "ano"});
}

http::Response change_trust(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    TrustedFields wished;
    auto kinds = trust(request, permit.db());
    for (auto& kind : kinds)
        for (auto& name : request.values.all(kind.kind))
            if (std::ranges::find(kind.fields, name, &html::Choice::value) != kind.fields.end())
                wished.insert(kind.kind + ":" + name);
    if (keep_trusted_fields(author_of(permit), wished)) note_done(permit, "network.trust_changed", Uuid{});
    return http::redirect("/sprava/navrhy/bez-schvaleni?ulozeno=ano");
}

}
