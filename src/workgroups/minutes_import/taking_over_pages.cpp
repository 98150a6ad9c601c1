// Shows what will come into being, does it, and takes it back.
#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"
#include "platform/time/time_of_day.hpp"
#include "workgroups/groups/group_list.hpp"
#include "workgroups/minutes_import/document_import_page.hpp"

namespace workgroups {

http::PageHead TakeOverPage::head(const i18n::Texts& texts) const {
    return {.title = import.title + " – " + texts.text("document.take"), .section = "/dokumenty-zapisu", .staff = true};
}

namespace {

// Groups of which the person may know, and those whose meetings they keep: this one and what stands below it.
TakeOverWish wish_of(const http::Request& request, db::Session& db, const ImportInView& view) {
    TakeOverWish wish;
    auto& user = *request.user;
    auto today = request.today();
    wish.keeps.push_back(view.of.group);
    if (view.of.kept_by(user)) wish.changes.push_back(view.of.group);
    wish.as_rule = request.values.has("statut");
    auto words = GroupWords::read(db, *request.texts, today);
    auto keeps = groups_kept_by(db, user, words);
    for (auto& one : groups_visible_to(db, user, words, today)) {
        auto& group = one.group;
        wish.knows.push_back(group);
        if (group.parent_id != view.of.group.id) continue;
        if (std::ranges::find(keeps, group.id, &WorkingGroup::id) != keeps.end()) {
            wish.keeps.push_back(group), wish.changes.push_back(group);
        } else if (auto other = GroupInView::find(db, group.slug, today); other && other->led_by(user)) {
            wish.keeps.push_back(group);
        }
    }
    return wish;
}

// What was chosen of the meetings of that day; nothing chosen: the only one that stands there.
void choose_meeting(const http::Request& request, TakeOverWish& wish, const std::vector<Meeting>& there) {
    if (request.method != "POST") {
        if (there.size() == 1) wish.into = there.front().id;
        return;
    }
    wish.into = Id<Meeting>::parse(request.values.first("jednani"));
}

std::vector<std::string> what_comes(const TakenOver& taken, const TakeOverWish& wish, const i18n::Texts& texts) {
    std::vector<std::string> what{texts.text(wish.into ? "document.will.meeting_there" : "document.will.meeting")};
    auto say = [&](const char* key, std::int64_t count) {
        if (count > 0) what.push_back(texts.text(key, {std::to_string(count)}, count));
    };
    say("document.will.people", taken.people), say("document.will.questions", taken.questions);
    say("document.will.agenda", taken.agenda), say("document.will.parts", taken.parts);
    say("document.will.decisions", taken.decisions), say("document.will.tasks", taken.tasks);
    say("document.will.planned", taken.planned), say("document.will.cancelled", taken.cancelled);
    say("document.will.events", taken.events), say("document.will.milestones", taken.milestones);
    say("document.will.periods", taken.periods), say("document.will.proposals", taken.proposals);
    say("document.will.changes", taken.changes), say("document.will.left", taken.left);
    return what;
}

http::Response take_over_page(const http::Request& request, db::Session& db, const ImportInView& view,
                              TakeOverWish wish, const char* problem) {
    auto& texts = *request.texts;
    auto facts = facts_of(db, view.import.id);
    TakeOverPage page{view.of.group, view.import};
    page.form_token = request.form_token;
    page.undecided = progress_of(facts).open;
    std::vector<Meeting> there;
    if (auto day = meeting_day(facts)) {
        page.day = to_czech(*day);
        there = meetings_to_match(db, view.import, *day);
    }
    if (request.method != "POST") choose_meeting(request, wish, there);
    if (!problem) problem = take_over_problem(db, view.import, facts, wish, request.today());
    if (problem) page.problem = problem;
    page.rule_months = rule_to_offer(db, view.import, facts).value_or(0), page.as_rule = wish.as_rule;
    page.what = what_comes(take_over_preview(db, view.import, facts, wish), wish, texts);
    for (auto& one : there) {
        auto placed = at_its_place(db, one);
        std::vector<std::string> words{to_czech(placed.day)};
        if (placed.from_minute) words.push_back(to_czech(TimeOfDay{std::int16_t(*placed.from_minute)}));
        if (placed.place) words.push_back(*placed.place);
        page.meetings.push_back(
            {to_text(one.id), texts.text("document.take.there", {text::joined(words)}), wish.into == one.id});
    }
    if (!there.empty()) page.meetings.push_back({"", texts.text("document.take.new"), !wish.into});
    return respond(request, page, problem && request.method == "POST" ? http::unprocessable : http::ok);
}

}

http::Response show_take_over(const http::Request& request, Permit<may::KeepDocument> permit) {
    auto& db = permit.look();
    return take_over_page(request, db, permit.about(), wish_of(request, db, permit.about()), nullptr);
}

http::Response take_document_over(const http::Request& request, Permit<may::KeepDocument> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    // NB: read again inside the transaction, so that two who press the button at once take it over once.
    auto import = find_document_import(db, view.import.id).value();
    auto wish = wish_of(request, db, view);
    choose_meeting(request, wish, {});
    auto facts = facts_of(db, import.id);
    if (auto problem = take_over_problem(db, import, facts, wish, request.today()))
        return take_over_page(request, db, view, wish, problem);
    take_over(history::author_of(permit), import, wish, *request.texts);
    audit::note_done(permit, "workgroups.document_taken_over", import.id.uuid);
    return http::redirect("/dokumenty-zapisu/", import.id, "?hotovo=prevzato");
}

http::Response take_document_back(const http::Request& request, Permit<may::KeepDocument> permit) {
    auto& db = permit.db();
    auto import = find_document_import(db, permit.about().import.id).value();
    if (auto problem = take_import_back(history::author_of(permit), import, *request.texts)) {
        TakeOverPage page{permit.about().of.group, import};
        page.problem = problem;
        for (auto& one : rests_on(permit.db(), import))
            page.rests.push_back(request.texts->text("document.rests." + one.what) + ": " + std::to_string(one.count));
        return respond(request, page, http::conflict);
    }
    audit::note_done(permit, "workgroups.document_taken_back", import.id.uuid);
    return http::redirect("/dokumenty-zapisu/", import.id, "?hotovo=zpet");
}

}
