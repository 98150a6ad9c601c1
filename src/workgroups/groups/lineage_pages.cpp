// Asks what should happen to a group, says what it will do, and does it.
#include "workgroups/groups/lineage_pages.hpp"

#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"
#include "platform/search/fold.hpp"
#include "workgroups/groups/group_list.hpp"
#include "workgroups/invitations/invitation.hpp"
#include "workgroups/sheet_checks.hpp"

namespace workgroups {

namespace {

using sheets::Control;
using sheets::SheetField;
using sheets::SheetPage;
using sheets::value_in;

std::string kind_asked(const http::Request& request) {
    auto kind = request.parameter("druh");
    if (kind != "split" && kind != "merge" && kind != "end") throw NotFound{};
    return kind;
}

// Groups that live and that the person keeps, but for the one itself.
std::vector<WorkingGroup> partners(const http::Request& request, db::Session& db, const WorkingGroup& group) {
    auto found = groups_kept_by(db, *request.user, GroupWords::read(db, *request.texts, request.today()));
    std::erase_if(found, [&](auto& other) { return other.id == group.id || other.ended_by(request.today()); });
    return found;
}

std::vector<html::Choice> choices_of(const std::vector<WorkingGroup>& groups, const std::string& none) {
    std::vector<html::Choice> choices{{"", none}};
    for (auto& group : groups) choices.push_back({group.slug, full_name(group)});
    return choices;
}

std::vector<SheetField> fields_of(const std::string& kind, const std::vector<WorkingGroup>& others,
                                  const i18n::Texts& texts) {
    std::vector<html::Choice> go;
    for (auto choice : members_go_choices)
        go.push_back({choice, texts.text(std::string{"lineage.members_go."} + choice)});
    std::vector<SheetField> fields;
    if (kind == "split") {
        fields.push_back({"nazvy", "lineage.new_names", Control::area, "lineage.new_names.hint", false});
        fields.push_back({"trva", "lineage.goes_on", Control::tick});
    }
    if (kind == "merge") {
        fields.push_back(
            {"s", "lineage.with", Control::one_of, "", false, choices_of(others, texts.text("lineage.with.choose"))});
        fields.push_back({"nazvy", "lineage.new_name", Control::line, "lineage.new_name.hint"});
    }
    if (kind != "end") fields.push_back({"clenove", "lineage.members_go", Control::one_of, "", false, go});
    fields.push_back({"den", "lineage.day", Control::line, "lineage.day.hint." + kind});
    fields.push_back({"usneseni", "lineage.resolution"});
    fields.push_back({"duvod", "lineage.reason", Control::area});
    return fields;
}

const LineageEvent* discussed_one(const std::optional<LineageStep>& step) { return step ? &step->event : nullptr; }

// What is talked about already and is now decided; nothing for a new one.
std::optional<LineageStep> discussed_before(db::Session& db, const http::Request& request, const WorkingGroup& group,
                                            const std::string& kind) {
    auto named = request.method == "POST" ? request.values.first("navrh") : request.asked.first("navrh");
    auto id = Id<LineageEvent>::parse(named);
    auto event = id ? find_event(db, *id) : std::nullopt;
    if (!event || event->kind != kind || event->state != "discussed") return {};
    auto step = step_of(db, *event);
    bool ours = std::ranges::find(step.from, group.id, &WorkingGroup::id) != step.from.end();
    return ours ? std::optional{step} : std::nullopt;
}

sheets::Sheet sheet_of(const std::optional<LineageStep>& step, const WorkingGroup& group) {
    sheets::Sheet sheet{{"clenove", "all"}};
    auto event = discussed_one(step);
    if (!event) return sheet;
    sheet = {{"nazvy", event->new_names},
             {"trva", event->goes_on ? "ano" : ""},
             {"clenove", event->members_go},
             {"usneseni", event->resolution.value_or("")},
             {"duvod", event->reason.value_or("")}};
    for (auto& other : step->to) sheet["s"] = other.slug;
    for (auto& other : step->from)
        if (other.id != group.id) sheet["s"] = other.slug;
    return sheet;
}

SheetPage lineage_page(const http::Request& request, const WorkingGroup& group, const std::string& kind,
                       const std::vector<WorkingGroup>& others, const std::optional<LineageStep>& before) {
    auto& texts = *request.texts;
    auto at = "/skupiny/" + group.slug;
    SheetPage page{group.name,
                   "lineage.title." + kind,
                   at + "/zmena/" + kind,
                   at,
                   {{"lineage.part." + kind, fields_of(kind, others, texts)}},
                   sheet_of(before, group)};
    if (before) {
        auto id = to_text(before->event.id);
        std::vector<html::Choice> only{{id, texts.text("lineage.proposal.decided")}};
        page.parts.front().fields.push_back({"navrh", "lineage.proposal", Control::one_of, "", false, only});
        page.sheet["navrh"] = id;
    }
    page.save = "lineage.preview", page.form_token = request.form_token;
    return page;
}

// Before anybody sat in it: of a group whose founding nobody remembers, and of one that would end before its members.
bool is_before_members(db::Session& db, const WorkingGroup& group, Date day, bool ends) {
    if (group.founded_on && !ends) return false;
    auto members = members_of(db, group.id);
    auto sat = [&](auto& one) { return one.member.valid_from < day; };
    return !members.empty() && std::ranges::none_of(members, sat);
}

bool has_twins(std::vector<std::string> names) {
    for (auto& name : names) name = search::fold(name);
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) != names.end();
}

// A plan out of what was typed; what is wrong with it stands on the page.
LineagePlan plan_of(SheetPage& page, db::Session& db, const WorkingGroup& group, const std::string& kind,
                    const std::vector<WorkingGroup>& others, const std::optional<LineageStep>& before) {
    LineagePlan plan{before ? before->event : LineageEvent{}, {group}};
    auto& event = plan.event;
    auto& sheet = page.sheet;
    event.kind = kind, event.new_names = sheet["nazvy"], event.goes_on = sheet["trva"] == "ano";
    event.members_go = kind == "end" ? "nowhere" : sheet["clenove"];
    event.resolution = sheets::text_or_nothing(sheet["usneseni"]),
    event.reason = sheets::text_or_nothing(sheet["duvod"]);
    event.day = parse_date(sheet["den"]);
    auto wrong = [&](const char* field, const char* text) { page.problems.push_back({field, text}); };
    if (!sheet["den"].empty() && !event.day) wrong("den", "form.date.unreadable");
    if (event.day && (!group.begun_on(*event.day) || group.founded_on == event.day)) wrong("den", "lineage.day.early");
    else if (event.day && is_before_members(db, group, *event.day, plan.ends_from()))
        wrong("den", "lineage.day.before_members");
    if (event.day && group.ended_by(*event.day)) wrong("den", "lineage.day.ended");
    if (std::ranges::find(members_go_choices, event.members_go) == std::end(members_go_choices))
        wrong("clenove", "edit.choice.unknown");
    check_lines(page);
    auto names = plan.names();
    for (auto& name : names)
        if (name.size() > sheets::longest_line) return wrong("nazvy", "edit.too_long"), plan;
    if (kind == "split" && (names.empty() || (names.size() < 2 && !event.goes_on)))
        wrong("nazvy", "lineage.new_names.few");
    auto told = names;
    if (event.goes_on) told.push_back(group.name);
    if (has_twins(told)) wrong("nazvy", "lineage.new_names.twice");
    if (kind != "merge") return plan;
    // With somebody else than was talked about: another event.
    if (before && sheet["s"] != sheet_of(before, group)["s"]) event.id = {}, event.kept = {};
    auto with = std::ranges::find(others, sheet["s"], &WorkingGroup::slug);
    if (with == others.end()) return wrong("s", "lineage.with.missing"), plan;
    if (event.day && (!with->lives_on(*event.day) || with->founded_on == event.day ||
                      is_before_members(db, *with, *event.day, !names.empty())))
        wrong("s", "lineage.with.not_then");
    if (names.empty()) plan.into = *with;
    else plan.from.push_back(*with);
    return plan;
}

std::string names_of(const std::vector<WorkingGroup>& groups, const i18n::Texts& texts) {
    std::vector<std::string> names;
    for (auto& group : groups) names.push_back(group.name);
    return quoted(names, texts);
}

// The same as it was when the preview was shown.
bool is_as_shown(const http::Request& request, const SheetPage& page) {
    return std::ranges::all_of(page.sheet, [&](auto& field) {
        auto shown = "bylo." + field.first;
        return request.values.has(shown) && sheets::tidy(request.values.first(shown)) == field.second;
    });
}

bool says_yes(const http::Request& request) { return request.values.first("provest") == "ano"; }

http::Response previewed(const http::Request& request, db::Session& db, SheetPage page, const LineagePlan& plan) {
    auto& texts = *request.texts;
    auto toll = plan.event.day ? toll_of(db, plan) : LineageToll{};
    page.before = page.sheet;
    page.notes = {{html::Note::warn, texts.text("lineage.will"), preview_of(plan, toll, texts), {}, true}};
    page.more = {"lineage.confirm", {{"provest", "lineage.yes", Control::tick}}};
    page.save = "lineage.do";
    page.offer = drafts::DraftOffer{page.action, to_text(request.user->id), request.form_token};
    bool unsaid = is_as_shown(request, page) && !says_yes(request);
    if (unsaid) page.problems.push_back({"provest", "lineage.yes.missing"});
    return respond(request, page, unsaid ? http::unprocessable : http::ok);
}

}

std::string preview_of(const LineagePlan& plan, const LineageToll& toll, const i18n::Texts& texts) {
    auto& event = plan.event;
    auto from = names_of(plan.from, texts), names = quoted(plan.names(), texts);
    auto into = plan.into ? names_of({*plan.into}, texts) : "";
    if (!event.day) return texts.text("lineage.preview.discussed." + event.kind, {from, plan.into ? into : names});
    auto day = to_czech(*event.day), last = to_czech(*event.day - std::chrono::days{1});
    std::vector<std::string> said;
    if (event.kind == "split" && event.goes_on)
        said.push_back(texts.text("lineage.preview.parted", {from, day, names}));
    else if (event.kind == "split") said.push_back(texts.text("lineage.preview.divided", {from, last, day, names}));
    else if (event.kind == "end") said.push_back(texts.text("lineage.preview.ended", {from, last}));
    else if (plan.into) said.push_back(texts.text("lineage.preview.merged", {from, last, into}));
    else said.push_back(texts.text("lineage.preview.merged_new", {from, last, day, names}));
    if (plan.ends_from())
        said.push_back(texts.text("lineage.preview.ending", {std::to_string(toll.ending)}, toll.ending));
    if (event.kind != "end")
        said.push_back(texts.text("lineage.preview.going", {std::to_string(toll.going)}, toll.going));
    if (toll.below > 0) said.push_back(texts.text("lineage.preview.below", {std::to_string(toll.below)}, toll.below));
    said.push_back(texts.text("lineage.preview.back"));
    return text::joined(said, " ");
}

http::Response show_lineage_form(const http::Request& request, Permit<may::KeepGroup> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    auto kind = kind_asked(request);
    auto page =
        lineage_page(request, group, kind, partners(request, db, group), discussed_before(db, request, group, kind));
    return sheets::show_sheet(request, db, std::move(page));
}

http::Response change_lineage(const http::Request& request, Permit<may::KeepGroup> permit) {
    auto& db = permit.db();
    auto group = *find_group(db, permit.about().group.id);
    auto kind = kind_asked(request);
    auto others = partners(request, db, group);
    auto before = discussed_before(db, request, group, kind);
    auto page = lineage_page(request, group, kind, others, before);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    auto plan = plan_of(page, db, group, kind, others, before);
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    if (!is_as_shown(request, page) || !says_yes(request)) return previewed(request, db, std::move(page), plan);
    auto author = history::author_of(permit);
    if (plan.event.day) {
        carry_out(author, plan);
        for (auto& from : plan.from) tell_former_members(author, GroupInView{from}, LetterGround::of(request));
    } else discuss(author, plan);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, plan.event.day ? "workgroups.lineage_changed" : "workgroups.lineage_discussed",
                     group.id.uuid);
    return http::redirect("/skupiny/", group.slug, plan.event.day ? "?hotovo=zmena" : "?hotovo=navrh");
}

}
