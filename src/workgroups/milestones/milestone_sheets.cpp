// The forms of plans, milestones and collections.
#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"
#include "platform/sheets/record_sheet.hpp"
#include "platform/sheets/text_fields.hpp"
#include "platform/time/coming_date.hpp"
#include "workgroups/milestones/milestone_pages.hpp"
#include "workgroups/sheet_checks.hpp"

namespace workgroups {

namespace {

using sheets::Control;
using sheets::SheetPage;
using sheets::text_or_nothing;

constexpr std::size_t milestones_most = 200, recipients_most = 1000;

constexpr sheets::TextField<MilestonePlan> plan_texts[] = {{"dodavatel", &MilestonePlan::supplier},
                                                           {"za_dodavatele", &MilestonePlan::supplier_person},
                                                           {"mluvci", &MilestonePlan::speaker},
                                                           {"projekt", &MilestonePlan::project_title},
                                                           {"cislo", &MilestonePlan::project_number}};

void say_unread(SheetPage& page, const char* field, const char* key, std::vector<std::string> lines,
                const i18n::Texts& texts) {
    if (lines.empty()) return;
    if (lines.size() > 5) lines.resize(5);
    page.problems.push_back({field, key});
    page.notes.push_back(
        {html::Note::bad, texts.text("edit.not_understood", {text::joined(lines, " · ")}), texts.text(key)});
}

SheetPage plan_page(const http::Request& request, const std::string& title, const std::string& at,
                    const std::string& back, const MilestonePlan& plan, bool is_new) {
    SheetPage page{title,
                   is_new ? "milestone.plan.new" : "milestone.plan.edit.title",
                   at,
                   back,
                   {{"milestone.plan.part",
                     {{"nazev", "milestone.plan.title", Control::line, "milestone.plan.title.hint", false},
                      {"dodavatel", "milestone.plan.supplier"},
                      {"za_dodavatele", "milestone.plan.supplier_person"},
                      {"mluvci", "milestone.plan.speaker", Control::line, "milestone.plan.speaker.hint"},
                      {"verejny", "milestone.plan.published", Control::tick}}},
                    {"milestone.plan.part.project",
                     {{"projekt", "milestone.plan.project"},
                      {"cislo", "milestone.plan.number"},
                      {"obdobi", "milestone.plan.term", Control::line, "milestone.plan.term.hint"}}}}};
    if (is_new)
        page.parts.push_back({"milestone.plan.part.milestones",
                              {{"milniky", "milestone.lines", Control::area, "milestone.lines.hint"}}});
    page.sheet = {{"nazev", plan.title}, {"verejny", plan.published ? "ano" : ""}, {"obdobi", plan.term()}};
    sheets::show_texts(plan, plan_texts, page.sheet);
    page.form_token = request.form_token;
    if (!is_new) page.before = page.sheet, page.version = plan.kept.version;
    return page;
}

MilestonePlan read_plan(SheetPage& page, MilestonePlan plan) {
    auto& sheet = page.sheet;
    check_lines(page);
    if (sheet["nazev"].empty()) page.problems.push_back({"nazev", "milestone.plan.title.missing"});
    plan.title = sheet["nazev"], plan.published = sheet["verejny"] == "ano";
    sheets::take_texts(plan, plan_texts, sheet);
    plan.project_first = plan.project_last = std::nullopt;
    if (sheet["obdobi"].empty()) return plan;
    if (auto term = parse_period(sheet["obdobi"]))
        plan.project_first = term->first_day(), plan.project_last = term->last_day();
    else page.problems.push_back({"obdobi", "milestone.time.unreadable"});
    return plan;
}

// --- one milestone

SheetPage milestone_page(const http::Request& request, const MilestonePlan& plan, const Milestone& milestone,
                         bool is_new) {
    auto& texts = *request.texts;
    std::vector<html::Choice> states;
    for (auto state : milestone_states) states.push_back({state, texts.text(std::string{"milestone.state."} + state)});
    auto at = "/milniky/" + to_text(plan.id);
    SheetPage page{is_new ? plan.title : milestone.title,
                   is_new ? "milestone.new" : "milestone.edit.title",
                   at + "/" + (is_new ? "novy" : to_text(milestone.id)),
                   at,
                   {{"milestone.part",
                     {{"nazev", "milestone.title", Control::line, "", false},
                      {"kdy", "milestone.time", Control::line, "milestone.time.hint", false},
                      {"stav", "milestone.state", Control::one_shown, "", false, states},
                      {"poznamka", "milestone.note", Control::area}}}},
                   {{"nazev", milestone.title},
                    {"kdy", is_new ? "" : to_czech(milestone.period())},
                    {"stav", milestone.state},
                    {"poznamka", sheets::tidy(milestone.note.value_or(""))}}};
    page.form_token = request.form_token;
    if (is_new) return page;
    page.before = page.sheet, page.version = milestone.kept.version;
    page.parts.front().fields.push_back({"zrusen", "milestone.dropped", Control::tick, "milestone.dropped.hint"});
    page.sheet["zrusen"] = page.before["zrusen"] = "";
    return page;
}

Milestone read_milestone(SheetPage& page, Milestone milestone) {
    auto& sheet = page.sheet;
    check_lines(page);
    if (sheet["nazev"].empty()) page.problems.push_back({"nazev", "milestone.title.missing"});
    auto period = parse_period(sheet["kdy"]);
    if (sheet["kdy"].empty()) page.problems.push_back({"kdy", "milestone.time.missing"});
    else if (!period) page.problems.push_back({"kdy", "milestone.time.unreadable"});
    else milestone.take(*period);
    if (std::ranges::find(milestone_states, sheet["stav"]) == std::end(milestone_states))
        page.problems.push_back({"stav", "edit.choice.unknown"});
    milestone.title = sheet["nazev"], milestone.state = sheet["stav"];
    milestone.note = text_or_nothing(sheet["poznamka"]), milestone.dropped = sheet["zrusen"] == "ano";
    return milestone;
}

Milestone milestone_asked(const http::Request& request, db::Session& db, const MilestonePlan& plan) {
    auto milestone = find_milestone(db, request.id<Milestone>("milnik"));
    if (!milestone || milestone->plan_id != plan.id || milestone->dropped) throw NotFound{};
    return *milestone;
}

}

http::Response show_new_milestone_plan(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& group = permit.about().group;
    auto at = "/skupiny/" + group.slug;
    return sheets::show_sheet(request, permit.db(), plan_page(request, group.name, at + "/milniky/novy", at, {}, true));
}

http::Response new_milestone_plan(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& group = permit.about().group;
    auto at = "/skupiny/" + group.slug;
    auto page = plan_page(request, group.name, at + "/milniky/novy", at, {}, true);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    auto plan = read_plan(page, {});
    auto typed = typed_milestones(page.sheet["milniky"]);
    say_unread(page, "milniky", "milestone.lines.unreadable", typed.unread, *request.texts);
    if (typed.milestones.size() > milestones_most) page.problems.push_back({"milniky", "edit.too_long"});
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    auto author = history::author_of(permit);
    plan.group_id = group.id;
    add(author, plan);
    for (auto& one : typed.milestones) {
        one.plan_id = plan.id;
        add(author, one);
    }
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.milestones_planned", plan.id.uuid);
    return http::redirect("/milniky/", plan.id, "?hotovo=zalozeno");
}

http::Response show_edit_milestone_plan(const http::Request& request, Permit<may::KeepMilestones> permit) {
    auto& plan = permit.about().plan;
    auto at = "/milniky/" + to_text(plan.id);
    return sheets::show_sheet(request, permit.db(), plan_page(request, plan.title, at + "/upravit", at, plan, false));
}

http::Response edit_milestone_plan(const http::Request& request, Permit<may::KeepMilestones> permit) {
    auto& before = permit.about().plan;
    auto at = "/milniky/" + to_text(before.id);
    auto page = plan_page(request, before.title, at + "/upravit", at, before, false);
    if (auto conflict = sheets::saved_meanwhile(request, page)) return *conflict;
    auto after = read_plan(page, before);
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    change(history::author_of(permit), before, after);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.milestones_saved", before.id.uuid);
    return http::redirect(at, "?hotovo=ulozeno");
}

http::Response show_new_milestone(const http::Request& request, Permit<may::KeepMilestones> permit) {
    return sheets::show_sheet(request, permit.db(), milestone_page(request, permit.about().plan, {}, true));
}

http::Response new_milestone(const http::Request& request, Permit<may::KeepMilestones> permit) {
    auto& plan = permit.about().plan;
    Milestone milestone;
    milestone.plan_id = plan.id;
    auto page = milestone_page(request, plan, milestone, true);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    milestone = read_milestone(page, milestone);
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    add(history::author_of(permit), milestone);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.milestones_saved", plan.id.uuid);
    return http::redirect("/milniky/", plan.id, "?hotovo=ulozeno");
}

http::Response show_milestone(const http::Request& request, Permit<may::KeepMilestones> permit) {
    auto& plan = permit.about().plan;
    auto milestone = milestone_asked(request, permit.db(), plan);
    return sheets::show_sheet(request, permit.db(), milestone_page(request, plan, milestone, false));
}

http::Response edit_milestone(const http::Request& request, Permit<may::KeepMilestones> permit) {
    auto& plan = permit.about().plan;
    auto before = milestone_asked(request, permit.db(), plan);
    auto page = milestone_page(request, plan, before, false);
    if (auto conflict = sheets::saved_meanwhile(request, page)) return *conflict;
    auto after = read_milestone(page, before);
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    change(history::author_of(permit), before, after);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.milestones_saved", plan.id.uuid);
    return http::redirect("/milniky/", plan.id, "?hotovo=ulozeno");
}

// --- a collection of data --------------------------------------------------------------------------------------------

namespace {

SheetPage collection_page(const http::Request& request, const MilestonePlan& plan, const Milestone& milestone) {
    auto at = "/milniky/" + to_text(plan.id);
    SheetPage page{
        milestone.title,
        "milestone.collect.title",
        at + "/" + to_text(milestone.id) + "/sber",
        at,
        {{"milestone.collect.part",
          {{"nazev", "milestone.collect.name", Control::line, "", false},
           {"do", "milestone.collect.deadline", Control::line, "form.date.coming", false},
           {"dopis", "milestone.collect.letter", Control::area, "milestone.collect.letter.hint", false}}},
         {"milestone.collect.part.what",
          {{"otazky", "milestone.collect.questions", Control::area, "milestone.collect.questions.hint", false}}},
         {"milestone.collect.part.whom",
          {{"prijemci", "milestone.collect.recipients", Control::area, "milestone.collect.recipients.hint", false}}}},
        {{"nazev", plan.title + ": " + milestone.title}}};
    // The last day of what is to come; nothing of what is over.
    if (milestone.last_day >= request.today()) page.sheet["do"] = to_iso(milestone.last_day);
    page.save = "milestone.collect.make", page.form_token = request.form_token;
    return page;
}

struct ReadCollection {
    Date deadline{};
    std::vector<network::WishedQuestion> questions{};
    std::vector<MilestoneRecipient> recipients{};
};

ReadCollection read_collection(SheetPage& page, Date today, const i18n::Texts& texts) {
    auto& sheet = page.sheet;
    auto wrong = [&](const char* field, const char* key) { page.problems.push_back({field, key}); };
    check_lines(page);
    if (sheet["nazev"].empty()) wrong("nazev", "milestone.collect.name.missing");
    if (sheet["dopis"].empty()) wrong("dopis", "milestone.collect.letter.missing");
    auto deadline = parse_coming_date(sheet["do"], today);
    if (deadline) sheet["do"] = to_czech(*deadline);
    if (!deadline) wrong("do", sheet["do"].empty() ? "milestone.collect.deadline.missing" : "form.date.unreadable");
    else if (*deadline < today) wrong("do", "milestone.collect.deadline.past");
    ReadCollection read{deadline.value_or(Date{}), typed_questions(sheet["otazky"])};
    if (read.questions.empty()) wrong("otazky", "milestone.collect.questions.missing");
    auto typed = typed_recipients(sheet["prijemci"]);
    say_unread(page, "prijemci", "milestone.collect.recipients.unreadable", typed.unread, texts);
    if (typed.unread.empty() && typed.recipients.empty()) wrong("prijemci", "milestone.collect.recipients.missing");
    if (typed.recipients.size() > recipients_most) wrong("prijemci", "edit.too_long");
    read.recipients = std::move(typed.recipients);
    return read;
}

}

http::Response show_milestone_collection(const http::Request& request, Permit<may::CollectForMilestone> permit) {
    auto& plan = permit.about().plan;
    auto milestone = milestone_asked(request, permit.db(), plan);
    return sheets::show_sheet(request, permit.db(), collection_page(request, plan, milestone));
}

http::Response make_milestone_collection(const http::Request& request, Permit<may::CollectForMilestone> permit) {
    auto& plan = permit.about().plan;
    auto milestone = milestone_asked(request, permit.db(), plan);
    auto page = collection_page(request, plan, milestone);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    auto read = read_collection(page, permit.today(), *request.texts);
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    auto made = collect_for(history::author_of(permit), milestone, page.sheet["nazev"], page.sheet["dopis"],
                            read.deadline, read.questions, read.recipients);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.milestone_collection_made", made.id.uuid);
    return http::redirect("/milniky/", plan.id, "?hotovo=sber");
}

}
