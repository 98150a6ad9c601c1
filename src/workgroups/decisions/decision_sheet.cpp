// The sheets of a decision: a new one of a group, and one that is there.
#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"
#include "platform/sheets/record_sheet.hpp"
#include "workgroups/decisions/decision_page.hpp"
#include "workgroups/groups/group_words.hpp"

namespace workgroups {

namespace {

using sheets::Control;
using sheets::SheetPage;

std::vector<html::Choice> meetings_held(db::Session& db, const WorkingGroup& group,
                                        const std::optional<Id<Meeting>>& held, Date today, const i18n::Texts& texts) {
    std::vector<html::Choice> choices{{"", texts.text("decision.meeting.none")}};
    auto meetings = meetings_of(db, group.id);
    for (auto one = meetings.rbegin(); one != meetings.rend(); ++one)
        if (held == one->id || (one->stands() && one->day <= today))
            choices.push_back({to_text(one->id), texts.text("decision.meeting.of", {to_czech(one->day)})});
    return choices;
}

// Later decisions of the group, which alone can stand in its place.
std::vector<html::Choice> later_decisions(db::Session& db, const Decision& decision, const i18n::Texts& texts) {
    std::vector<html::Choice> choices{{"", texts.text("decision.replaced_by.none")}};
    for (auto& one : db.all<Decision>("SELECT * FROM decisions WHERE group_id = $1 AND decided_on >= $2 AND id <> $3"
                                      " ORDER BY decided_on DESC, number",
                                      decision.group_id, decision.decided_on, decision.id))
        choices.push_back({to_text(one.id), one.number + ": " + beginning_of(one.body, 70)});
    return choices;
}

std::vector<html::Choice> decision_states(const i18n::Texts& texts) {
    std::vector<html::Choice> choices;
    for (std::string state : {"valid", "replaced", "withdrawn"})
        choices.push_back({state, texts.text("decision.state." + state)});
    return choices;
}

SheetPage decision_sheet(const http::Request& request, db::Session& db, const WorkingGroup& group,
                         const Decision& decision) {
    auto& texts = *request.texts;
    bool is_new = decision.id == Id<Decision>{};
    auto own = "/rozhodnuti/" + to_text(decision.id);
    SheetPage page{is_new ? group.name : texts.text("decision.one", {decision.number}),
                   is_new ? "decision.new" : "decision.edit",
                   is_new ? "/skupiny/" + group.slug + "/rozhodnuti/nove" : own + "/upravit",
                   is_new ? "/rozhodnuti?skupina=" + group.slug : own,
                   {{"decision.part.what",
                     {{"text", "decision.text", Control::area, "decision.text.hint", false},
                      {"den", "decision.day", Control::line, "", false},
                      {"cislo", "decision.number", Control::line, "decision.number.hint"},
                      {"jednani", "decision.meeting", Control::one_of, "", true,
                       meetings_held(db, group, decision.meeting_id, request.today(), texts)}}}},
                   {{"text", decision.body},
                    {"den", day_in_form(is_new ? request.today() : decision.decided_on)},
                    {"cislo", decision.number},
                    {"jednani", decision.meeting_id ? to_text(*decision.meeting_id) : ""},
                    {"stav", decision.state},
                    {"nahrazeno", decision.replaced_by_id ? to_text(*decision.replaced_by_id) : ""}}};
    if (!is_new)
        page.parts.push_back(
            {"decision.part.state",
             {{"stav", "decision.state", Control::one_of, "decision.state.hint", false, decision_states(texts)},
              {"nahrazeno", "decision.replaced_by", Control::one_of, "decision.replaced_by.hint", true,
               later_decisions(db, decision, texts)}}});
    page.form_token = request.form_token;
    if (!is_new) page.before = page.sheet, page.version = decision.kept.version;
    return page;
}

void check_decision_sheet(SheetPage& page) {
    for (auto& part : page.parts)
        for (auto& field : part.fields) {
            auto typed = sheets::value_in(page.sheet, field.name);
            if (field.control == Control::one_of &&
                std::ranges::find(field.choices, typed, &html::Choice::value) == field.choices.end())
                page.problems.push_back({field.name, "edit.choice.unknown"});
            auto most = field.control == Control::area ? sheets::longest_text : std::size_t{60};
            if (typed.size() > most) page.problems.push_back({field.name, "edit.too_long"});
        }
}

// Whether following what replaced what would come back to the decision.
bool goes_in_a_circle(db::Session& db, const Decision& decision) {
    auto next = decision.replaced_by_id;
    for (int step = 0; next && step < 100; ++step) {
        if (*next == decision.id) return true;
        auto other = find_decision(db, *next);
        next = other ? other->replaced_by_id : std::nullopt;
    }
    return false;
}

Decision read_decision(SheetPage& page, db::Session& db, Decision decision, Date today) {
    auto& sheet = page.sheet;
    check_decision_sheet(page);
    auto wrong = [&](const char* field, const char* text) { page.problems.push_back({field, text}); };
    if (sheet["text"].empty()) wrong("text", "decision.text.missing");
    auto day = parse_date(sheet["den"]);
    if (sheet["den"].empty()) wrong("den", "decision.day.missing");
    else if (!day) wrong("den", "form.date.unreadable");
    else if (*day > today) wrong("den", "decision.day.future");
    decision.body = sheet["text"], decision.decided_on = day.value_or(decision.decided_on);
    bool is_new = decision.id == Id<Decision>{};
    if (is_new || !sheet["cislo"].empty()) decision.number = sheet["cislo"];
    if (!decision.number.empty() &&
        db.one<std::int64_t>("SELECT count(*) FROM decisions WHERE group_id = $1 AND number = $2 AND id <> $3",
                             decision.group_id, decision.number, decision.id) > 0)
        wrong("cislo", "decision.number.taken");
    auto meeting = Id<Meeting>::parse(sheet["jednani"]);
    if (meeting != decision.meeting_id) decision.agenda_item_id = {};
    decision.meeting_id = meeting;
    if (is_new) return decision;
    decision.state = sheet["stav"];
    decision.replaced_by_id = Id<Decision>::parse(sheet["nahrazeno"]);
    if (decision.state == "replaced" && !decision.replaced_by_id) wrong("nahrazeno", "decision.replaced_by.missing");
    if (decision.state != "replaced") decision.replaced_by_id = {};
    if (goes_in_a_circle(db, decision)) wrong("nahrazeno", "decision.replaced_by.circle");
    return decision;
}

}

http::Response show_new_decision(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& group = permit.about().group;
    Decision decision;
    decision.group_id = group.id;
    auto meeting = Id<Meeting>::parse(request.asked.first("jednani"));
    auto known = meeting ? find_meeting(permit.db(), *meeting) : std::nullopt;
    if (known && known->group_id == group.id) decision.meeting_id = meeting;
    auto page = decision_sheet(request, permit.db(), group, decision);
    if (known && known->group_id == group.id && known->day <= permit.today())
        page.sheet["den"] = day_in_form(known->day);
    return sheets::show_sheet(request, permit.db(), std::move(page));
}

http::Response new_decision(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    Decision decision;
    decision.group_id = group.id;
    auto page = decision_sheet(request, db, group, decision);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    decision = read_decision(page, db, decision, permit.today());
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    add_decision(history::author_of(permit), decision);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.decision_taken", decision.id.uuid);
    return http::redirect("/rozhodnuti/", decision.id, "?hotovo=zapsano");
}

http::Response show_edit_decision(const http::Request& request, Permit<may::KeepDecision> permit) {
    auto& view = permit.about();
    return sheets::show_sheet(request, permit.db(), decision_sheet(request, permit.db(), view.of.group, view.decision));
}

http::Response edit_decision(const http::Request& request, Permit<may::KeepDecision> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto page = decision_sheet(request, db, view.of.group, view.decision);
    if (auto conflict = sheets::saved_meanwhile(request, page)) return *conflict;
    auto after = read_decision(page, db, view.decision, permit.today());
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    change(history::author_of(permit), view.decision, after);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.decision_saved", view.decision.id.uuid);
    return http::redirect("/rozhodnuti/", view.decision.id, "?hotovo=ulozeno");
}

}
