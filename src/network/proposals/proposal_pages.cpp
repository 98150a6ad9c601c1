// Takes wishes in by the sheets of the records, and shows what became of them.
#include "network/proposals/proposal_pages.hpp"

#include "network/editing/record_change.hpp"
#include "network/proposals/provider_notices.hpp"
#include "platform/base/parts.hpp"
#include "platform/time/prague.hpp"

#include <algorithm>

namespace network {

// --- the sheet -------------------------------------------------------------------------------------------------------

namespace {

EditedRecord opened(const http::Request& request, db::Session& db, const std::string& kind, const Uuid& record) {
    auto found = edited_record(db, kind, record, *request.texts, request.today(), request.now);
    if (!found) throw NotFound{};
    return std::move(*found);
}

std::string names_of_trusted(const EditedRecord& record, const TrustedFields& fields, const i18n::Texts& texts) {
    std::vector<std::string> names;
    for (auto& part : record.parts)
        for (auto& field : part.fields)
            if (trusted(fields, record.kind, field.name)) names.push_back(texts.text(field.label));
    return text::joined(names);
}

SheetPage wish_page(const http::Request& request, db::Session& db, const EditedRecord& record, std::string action) {
    auto& texts = *request.texts;
    bool fresh = record.kind == "new_service";
    SheetPage page{record.title,      fresh ? "proposal.new_service.title" : "proposal.form.title",
                   std::move(action), "/prehled",
                   record.parts,      record.now};
    page.before = record.now, page.version = record.version, page.form_token = request.form_token;
    page.save = "proposal.send";
    page.more = {"proposal.part.note", {{"sdeleni", "proposal.note", Control::area, "proposal.note.hint"}}};
    if (!record.shown_at.empty()) page.links = {{texts.text("edit.link.show"), record.shown_at}};
    page.notes.push_back({html::Note::info, texts.text("proposal.form.what"), texts.text("proposal.form.then")});
    if (auto names = fresh ? "" : names_of_trusted(record, trusted_fields(db), texts); !names.empty())
        page.notes.push_back({html::Note::info, texts.text("proposal.form.trusted", {names})});
    return page;
}

// Only what the form asked about: what the staff keep beside it stays.
Sheet only_asked(const EditedRecord& record, const Sheet& typed) {
    Sheet asked;
    for (auto& part : record.parts)
        for (auto& field : part.fields)
            if (field.control != Control::heading) asked[field.name] = value_in(typed, field.name);
    return asked;
}

// What was typed, or the answer that asks again.
std::optional<http::Response> not_yet(const http::Request& request, const EditedRecord& record, SheetPage& page,
                                      Sheet& wished) {
    if (auto conflict = saved_meanwhile(request, page)) return conflict;
    wished = only_asked(record, page.sheet);
    auto whole = record.with(wished);
    page.problems = record.problems(whole, page.notes);
    for (auto& [name, value] : wished) value = value_in(whole, name);
    page.sheet["sdeleni"] = tidy(request.values.first("sdeleni"));
    if (page.sheet["sdeleni"].size() > longest_text) page.problems.push_back({"sdeleni", "edit.too_long"});
    if (page.problems.empty() && record.differing(wished).empty())
        page.problems.push_back({page.parts.front().fields.front().name, "proposal.nothing"});
    if (!page.problems.empty()) return sheet_again(request, page);
    return {};
}

http::Response show_wish(const http::Request& request, const auto& permit, const char* kind, const Uuid& id,
                         std::string action) {
    auto& db = permit.db();
    auto record = opened(request, db, kind, id);
    auto page = wish_page(request, db, record, std::move(action));
    auto waiting = open_proposals(db, kind, id);
    for (auto& one : waiting)
        page.notes.push_back(
            {html::Note::warn,
             request.texts->text("proposal.form.waiting", {to_czech(one.proposed_at)}),
             "",
             {{request.texts->text("proposal.form.go_on"), "/navrhy/" + to_text(one.id) + "/upravit"}}});
    return show_sheet(request, db, page);
}

http::Response take_wish(const http::Request& request, const auto& permit, const char* kind, const Uuid& id,
                         std::string action) {
    auto& db = permit.db();
    auto record = opened(request, db, kind, id);
    auto page = wish_page(request, db, record, std::move(action));
    Sheet wished;
    if (auto answer = not_yet(request, record, page, wished)) return *answer;
    auto author = author_of(permit);
    auto proposal = propose(author, record, wished, page.sheet["sdeleni"]);
    tell_who_decides(author, proposal);
    note_done(permit, "network.proposed", proposal.uuid);
    sheet_saved(request, permit);
    return http::redirect("/navrhy/", proposal, "?hotovo=odeslano");
}

std::string wish_at(const Service& service) { return "/sluzby/" + service.slug + "/navrh"; }
std::string wish_at(const Provider& provider) { return "/poskytovatele/" + provider.slug + "/navrh"; }
std::string new_service_at(const Provider& provider) { return "/poskytovatele/" + provider.slug + "/nova-sluzba"; }
std::string wish_at(const Facility& facility) { return "/zarizeni/" + to_text(facility.id) + "/navrh"; }
std::string wish_at(const Premises& premises) { return "/prostory/" + to_text(premises.id) + "/navrh"; }

}

http::Response show_service_wish(const http::Request& request, Permit<may::ProposeService> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved(wish_at(view.service));
    return show_wish(request, permit, "service", view.service.id.uuid, wish_at(view.service));
}
http::Response wish_service(const http::Request& request, Permit<may::ProposeService> permit) {
    auto& service = permit.about().service;
    return take_wish(request, permit, "service", service.id.uuid, wish_at(service));
}
http::Response show_provider_wish(const http::Request& request, Permit<may::ProposeProvider> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved(wish_at(view.provider));
    return show_wish(request, permit, "provider", view.provider.id.uuid, wish_at(view.provider));
}
http::Response wish_provider(const http::Request& request, Permit<may::ProposeProvider> permit) {
    auto& provider = permit.about().provider;
    return take_wish(request, permit, "provider", provider.id.uuid, wish_at(provider));
}
http::Response show_new_service_wish(const http::Request& request, Permit<may::ProposeProvider> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved(new_service_at(view.provider));
    return show_wish(request, permit, "new_service", view.provider.id.uuid, new_service_at(view.provider));
}
http::Response wish_new_service(const http::Request& request, Permit<may::ProposeProvider> permit) {
    auto& provider = permit.about().provider;
    return take_wish(request, permit, "new_service", provider.id.uuid, new_service_at(provider));
}
http::Response show_facility_wish(const http::Request& request, Permit<may::ProposeFacility> permit) {
    auto& facility = permit.about().facility;
    return show_wish(request, permit, "facility", facility.id.uuid, wish_at(facility));
}
http::Response wish_facility(const http::Request& request, Permit<may::ProposeFacility> permit) {
    auto& facility = permit.about().facility;
    return take_wish(request, permit, "facility", facility.id.uuid, wish_at(facility));
}
http::Response show_premises_wish(const http::Request& request, Permit<may::ProposePremises> permit) {
    auto& premises = permit.about().premises;
    return show_wish(request, permit, "premises", premises.id.uuid, wish_at(premises));
}
http::Response wish_premises(const http::Request& request, Permit<may::ProposePremises> permit) {
    auto& premises = permit.about().premises;
    return take_wish(request, permit, "premises", premises.id.uuid, wish_at(premises));
}

// --- one wish --------------------------------------------------------------------------------------------------------

namespace {

// As people read it: names instead of codes.
std::string in_words(const SheetField* field, const std::string& value, const i18n::Texts& texts) {
    if (!field || value.empty()) return value;
    if (field->control == Control::tick) return texts.text("form.yes");
    if (field->choices.empty()) return value;
    std::vector<std::string> names;
    for (auto& code : text::parted(value, ";")) {
        auto found = std::ranges::find(field->choices, code, &html::Choice::value);
        names.push_back(found == field->choices.end() ? code : found->text);
    }
    return text::joined(names, "\n");
}

WishedField wished_field(const ProposalField& kept, const EditedRecord* record, const i18n::Texts& texts,
                         bool with_now) {
    WishedField wished{kept};
    wished.field = record ? record->field(kept.field) : nullptr;
    wished.label = wished.field ? wished.field->label : kept.field;
    auto was = kept.old_value.value_or(""), wish = kept.new_value.value_or("");
    bool now_known = with_now && wished.field && kept.outcome == "waiting";
    auto from = now_known ? value_in(record->now, kept.field) : was;
    wished.difference = {word_difference(in_words(wished.field, from, texts), in_words(wished.field, wish, texts))};
    if (now_known && from != was)
        wished.changed_meanwhile = true, wished.meanwhile = in_words(wished.field, was, texts);
    if (kept.outcome == "corrected") wished.accepted = in_words(wished.field, kept.accepted_value.value_or(""), texts);
    wished.value = wish;
    return wished;
}

}

std::optional<EditedRecord> record_of_proposal(const http::Request& request, db::Session& db,
                                               const Proposal& proposal) {
    return edited_record(db, proposal.kind, proposal.about(), *request.texts, request.today(), request.now);
}

std::vector<WishedField> wished_fields(db::Session& db, const Proposal& proposal, const EditedRecord* record,
                                       const i18n::Texts& texts, bool with_now) {
    std::vector<WishedField> found;
    auto kept = fields_of(db, proposal);
    auto take = [&](std::string_view name) {
        auto one = std::ranges::find(kept, name, &ProposalField::field);
        if (one == kept.end()) return;
        found.push_back(wished_field(*one, record, texts, with_now));
        kept.erase(one);
    };
    if (record)
        for (auto& part : record->parts)
            for (auto& field : part.fields) take(field.name);
    while (!kept.empty()) take(std::string{kept.front().field});
    return found;
}

html::Tag WishedField::outcome(html::Out& out) const {
    auto& is = kept.outcome;
    auto kind = is == "approved" || is == "trusted" ? html::Tag::ok
                : is == "corrected"                 ? html::Tag::part
                : is == "refused"                   ? html::Tag::bad
                : is == "waiting"                   ? html::Tag::run
                                                    : html::Tag::unknown;
    return {kind, out.text("proposal.outcome." + is)};
}

std::string ProposalPage::moment(Instant moment) const { return to_czech(moment); }

http::PageHead ProposalPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("proposal.title", {subject}), .section = "/navrhy", .staff = true};
}

namespace {

// The sheet with what is wished in it, over what is public now.
SheetPage page_again(const http::Request& request, db::Session& db, const Proposal& proposal,
                     const EditedRecord& record) {
    auto page = wish_page(request, db, record, "/navrhy/" + to_text(proposal.id) + "/upravit");
    auto fields = fields_of(db, proposal);
    for (auto& field : fields)
        if (field.new_value && field.outcome != "trusted" && record.field(field.field))
            page.sheet[field.field] = *field.new_value;
    page.sheet["sdeleni"] = proposal.note.value_or("");
    page.back = "/navrhy/" + to_text(proposal.id);
    if (proposal.remark)
        page.notes.insert(page.notes.begin(),
                          html::Note{html::Note::warn, request.texts->text("proposal.remark"), *proposal.remark});
    return page;
}

}

http::Response show_own_proposal(const http::Request& request, Permit<may::KeepOwnProposal> permit) {
    auto& db = permit.db();
    auto& [proposal, provider, services, people] = permit.about();
    auto record = record_of_proposal(request, db, proposal);
    ProposalPage page{proposal, provider, {}, {}, {}, name_of_person(db, proposal.proposed_by), {}, request.form_token};
    auto title = proposal.title.value_or(record ? record->title : "");
    page.subject = proposal_subject(proposal.kind, title, *request.texts);
    if (record) page.shown_at = record->shown_at;
    if (proposal.kind == "new_service" && proposal.record_id)
        if (auto made = find_service(db, Id<Service>{proposal.record_id->uuid}))
            page.shown_at = "/sluzby/" + made->slug;
    page.fields = wished_fields(db, proposal, record ? &*record : nullptr, *request.texts, false);
    if (proposal.decided_by) page.decided_by = name_of_person(db, *proposal.decided_by);
    auto done = request.asked.first("hotovo");
    if (done == "odeslano") page.done = proposal.waits() ? "proposal.sent" : "proposal.sent_and_holds";
    if (done == "stazeno") page.done = "proposal.withdrawn";
    return respond(request, page);
}

namespace {

// Decided while its answer was being written: what was typed may go as a new wish.
http::Response too_late_to_change(const http::Request& request, SheetPage& page, const EditedRecord& record) {
    page.sheet = typed_sheet(request.values, page.parts);
    page.sheet["sdeleni"] = tidy(request.values.first("sdeleni"));
    auto id = to_text(record.record);
    auto& kind = record.kind;
    page.action = kind == "facility"      ? "/zarizeni/" + id + "/navrh"
                  : kind == "premises"    ? "/prostory/" + id + "/navrh"
                  : kind == "new_service" ? page.back
                                          : record.shown_at + "/navrh";
    page.notes.insert(page.notes.begin(), html::Note{html::Note::warn,
                                                     request.texts->text("proposal.decided_meanwhile"),
                                                     request.texts->text("proposal.decided_meanwhile.advice"),
                                                     {},
                                                     true});
    return respond(request, page, http::conflict);
}

}

http::Response show_wish_again(const http::Request& request, Permit<may::KeepOwnProposal> permit) {
    auto& db = permit.db();
    auto& proposal = permit.about().proposal;
    if (!proposal.open()) return http::redirect("/navrhy/", proposal.id);
    auto record = opened(request, db, proposal.kind, proposal.about());
    return show_sheet(request, db, page_again(request, db, proposal, record));
}

http::Response wish_again(const http::Request& request, Permit<may::KeepOwnProposal> permit) {
    auto& db = permit.db();
    auto proposal = *find_proposal(db, permit.about().proposal.id);
    auto record = opened(request, db, proposal.kind, proposal.about());
    auto page = page_again(request, db, proposal, record);
    Sheet wished;
    if (!proposal.open()) return too_late_to_change(request, page, record);
    if (auto answer = not_yet(request, record, page, wished)) return *answer;
    auto author = author_of(permit);
    propose_again(author, proposal, record, wished, page.sheet["sdeleni"]);
    tell_who_decides(author, proposal.id);
    note_done(permit, "network.proposed", proposal.id.uuid);
    sheet_saved(request, permit);
    return http::redirect("/navrhy/", proposal.id, "?hotovo=odeslano");
}

http::Response withdraw_proposal(const http::Request& request, Permit<may::KeepOwnProposal> permit) {
    auto proposal = *find_proposal(permit.db(), permit.about().proposal.id);
    if (proposal.state != "withdrawn") {    // the second click finds it so
        withdraw(author_of(permit), proposal);
        note_done(permit, "network.proposal_withdrawn", proposal.id.uuid);
    }
    return http::redirect("/navrhy/", request.parameter("navrh"), "?hotovo=stazeno");
}

}
