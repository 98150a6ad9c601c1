// Makes groups and says what they are.
#include "workgroups/groups/group_sheet.hpp"

#include "platform/history/acting.hpp"
#include "platform/sheets/text_fields.hpp"
#include "workgroups/sheet_checks.hpp"

namespace workgroups {

namespace {

using sheets::Control;
using sheets::Sheet;
using sheets::SheetPage;
using sheets::SheetParts;
using sheets::TextField;

constexpr TextField<WorkingGroup> texts_of_group[] = {
    {"zkratka", &WorkingGroup::short_name},
    {"popis", &WorkingGroup::lead_text},
    {"usneseni", &WorkingGroup::founded_by},
};

std::string group_at(const WorkingGroup& group, const char* rest = "") { return "/skupiny/" + group.slug + rest; }

// What a sheet of a group asks for depends on what there is.
struct GroupGround {
    GroupWords words;
    std::vector<WorkingGroup> all;
    const WorkingGroup* itself = nullptr;    // nothing: a new one
    Date today;

    static GroupGround read(db::Session& db, const i18n::Texts& texts, Date today) {
        return {GroupWords::read(db, texts, today), list_groups(db), nullptr, today};
    }
    std::vector<html::Choice> parents() const {
        std::vector<html::Choice> choices{{"", words.texts.text("group.parent.none")}};
        for (auto& one : all) {
            bool held = itself && itself->parent_id == one.id;
            bool inside = itself && is_within(all, one, itself->id);
            if (held || (!inside && !one.ended_by(today))) choices.push_back({one.slug, full_name(one)});
        }
        return choices;
    }
    const WorkingGroup* by_slug(const std::string& slug) const {
        auto found = std::ranges::find(all, slug, &WorkingGroup::slug);
        return found == all.end() ? nullptr : &*found;
    }
};

std::vector<html::Choice> with_none(std::vector<html::Choice> choices, const std::string& none) {
    choices.insert(choices.begin(), html::Choice{"", none});
    return choices;
}

SheetParts parts_of(const GroupGround& ground) {
    auto& words = ground.words;
    auto& texts = words.texts;
    std::vector<html::Choice> names;
    for (auto choice : names_shown_choices) names.push_back({choice, texts.text(std::string{"group.names."} + choice)});
    auto held = ground.itself ? *ground.itself : WorkingGroup{};
    return {
        {"group.part.what",
         {{"nazev", "group.name", Control::line, "", false},
          {"zkratka", "group.short_name", Control::line, "group.short_name.hint"},
          {"dalsi_nazvy", "group.aliases", Control::area, "group.aliases.hint"},
          {"druh", "group.kind", Control::one_of, "", false,
           with_none(words.kind_choices(held.kind_code), texts.text("group.kind.choose"))},
          {"nad", "group.parent", Control::one_of, "", true, ground.parents()},
          {"popis", "group.lead_text", Control::area, "group.lead_text.hint"}}},
        {"group.part.whom",
         {{"uzemi", "group.territory", Control::one_of, "group.territory.hint", true,
           with_none(words.land_choices(), texts.text("group.territory.none"))},
          {"cilova", "group.target_group", Control::one_of, "", true,
           with_none(words.target_choices(held.target_group_code.value_or("")),
                     texts.text("group.target_group.none"))}}},
        {"group.part.beginning",
         {{"zalozena", "group.founded_on", Control::line, "group.founded_on.hint"}, {"usneseni", "group.founded_by"}}},
        {"group.part.public",
         {{"verejna", "group.published", Control::tick},
          {"jmena", "group.names", Control::one_of, "group.names.hint", false, names}}}};
}

Sheet sheet_of(const WorkingGroup& group, const GroupGround& ground) {
    Sheet sheet{{"nazev", sheets::tidy(group.name)},
                {"dalsi_nazvy", sheets::tidy(group.aliases)},
                {"druh", group.kind_code},
                {"nad", ""},
                {"uzemi", group.territory.value_or("")},
                {"cilova", group.target_group_code.value_or("")},
                {"zalozena", day_in_form(group.founded_on)},
                {"verejna", group.published ? "ano" : ""},
                {"jmena", group.names_shown}};
    for (auto& one : ground.all)
        if (group.parent_id == one.id) sheet["nad"] = one.slug;
    sheets::show_texts(group, texts_of_group, sheet);
    return sheet;
}

bool chosen_from(const std::vector<html::Choice>& choices, const std::string& value) {
    return std::ranges::find(choices, value, &html::Choice::value) != choices.end();
}

void check_choices(SheetPage& page) {
    for (auto& part : page.parts)
        for (auto& field : part.fields)
            if (field.control == Control::one_of &&
                !chosen_from(field.choices, sheets::value_in(page.sheet, field.name)))
                page.problems.push_back({field.name, "edit.choice.unknown"});
}

// Where a group may lie is a question of the districts of whoever keeps it.
bool may_lie_there(const User& user, const std::string& land, const GroupWords& words) {
    GroupInView view;
    if (auto found = words.find_land(land)) view.districts = found->districts;
    view.group.kept.organisation_id = user.organisation_id.value_or(Id<Organisation>{});
    return view.kept_by(user);
}

void check_group(SheetPage& page, const GroupGround& ground, const User& user) {
    auto& sheet = page.sheet;
    check_choices(page);
    if (sheet["nazev"].empty()) page.problems.push_back({"nazev", "edit.name.missing"});
    if (sheet["druh"].empty()) page.problems.push_back({"druh", "group.kind.missing"});
    check_lines(page);
    auto founded = parse_date(sheet["zalozena"]);
    if (!sheet["zalozena"].empty() && !founded) page.problems.push_back({"zalozena", "form.date.unreadable"});
    if (founded && ground.itself && ground.itself->ended_on && *ground.itself->ended_on <= *founded)
        page.problems.push_back({"zalozena", "group.founded_on.late"});
    if (!may_lie_there(user, sheet["uzemi"], ground.words))
        page.problems.push_back({"uzemi", "group.territory.not_yours"});
}

// Expects a sheet without problems.
WorkingGroup filled_group(WorkingGroup group, const Sheet& sheet, const GroupGround& ground) {
    group.name = sheets::value_in(sheet, "nazev"), group.aliases = sheets::value_in(sheet, "dalsi_nazvy");
    group.kind_code = sheets::value_in(sheet, "druh");
    auto over = ground.by_slug(sheets::value_in(sheet, "nad"));
    group.parent_id = over ? std::optional{over->id} : std::nullopt;
    group.territory = sheets::text_or_nothing(sheets::value_in(sheet, "uzemi"));
    group.target_group_code = sheets::text_or_nothing(sheets::value_in(sheet, "cilova"));
    group.founded_on = parse_date(sheets::value_in(sheet, "zalozena"));
    group.published = sheets::value_in(sheet, "verejna") == "ano", group.names_shown = sheets::value_in(sheet, "jmena");
    sheets::take_texts(group, texts_of_group, sheet);
    return group;
}

SheetPage new_page(const http::Request& request, const GroupGround& ground) {
    WorkingGroup nothing;
    SheetPage page{"", "group.new", "/skupiny/nova", "/skupiny", parts_of(ground), sheet_of(nothing, ground)};
    page.form_token = request.form_token;
    return page;
}

SheetPage edit_page(const http::Request& request, const WorkingGroup& group, const GroupGround& ground) {
    auto& texts = *request.texts;
    SheetPage page{group.name,      "group.edit.title", group_at(group, "/upravit"),
                   group_at(group), parts_of(ground),   sheet_of(group, ground)};
    page.before = page.sheet, page.version = group.kept.version, page.form_token = request.form_token;
    page.links = {{texts.text("group.show"), group_at(group)},
                  {texts.text("member.list"), group_at(group, "/clenove")},
                  {texts.text("edit.link.history"), group_at(group, "/historie")}};
    return page;
}

}

http::Response show_new_group(const http::Request& request, Permit<may::FoundGroup> permit) {
    auto& db = permit.db();
    auto ground = GroupGround::read(db, *request.texts, permit.today());
    auto page = new_page(request, ground);
    if (auto over = ground.by_slug(request.asked.first("pod"))) page.sheet["nad"] = over->slug;
    return sheets::show_sheet(request, db, std::move(page));
}

http::Response new_group(const http::Request& request, Permit<may::FoundGroup> permit) {
    auto& db = permit.db();
    auto ground = GroupGround::read(db, *request.texts, permit.today());
    auto page = new_page(request, ground);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    check_group(page, ground, permit.user());
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    auto group = filled_group({}, page.sheet, ground);
    add_group(history::author_of(permit), group);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.group_founded", group.id.uuid);
    return http::redirect(group_at(group), "?hotovo=zalozena");
}

http::Response show_edit_group(const http::Request& request, Permit<may::KeepGroup> permit) {
    auto ground = GroupGround::read(permit.db(), *request.texts, permit.today());
    auto& group = permit.about().group;
    ground.itself = &group;
    return sheets::show_sheet(request, permit.db(), edit_page(request, group, ground));
}

http::Response edit_group(const http::Request& request, Permit<may::KeepGroup> permit) {
    auto& db = permit.db();
    auto group = *find_group(db, permit.about().group.id);
    auto ground = GroupGround::read(db, *request.texts, permit.today());
    ground.itself = &group;
    auto page = edit_page(request, group, ground);
    if (auto conflict = sheets::saved_meanwhile(request, page)) return *conflict;
    check_group(page, ground, permit.user());
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    auto after = filled_group(group, page.sheet, ground);
    if (change(history::author_of(permit), group, after))
        audit::note_done(permit, "workgroups.group_saved", group.id.uuid);
    sheets::sheet_saved(request, permit);
    return http::redirect(group_at(group), "?hotovo=ulozeno");
}

}
