// Handlers: ask, find, answer.
#include "workgroups/groups/group_list_pages.hpp"

#include "platform/base/steady_sort.hpp"

#include <charconv>

namespace workgroups {

namespace {

constexpr std::size_t groups_on_a_page = 50;

GroupLine line_of(const ListedGroup& listed, const WorkingGroup* parent, const GroupWords& words, Date day) {
    auto& group = listed.group;
    GroupLine line{group.slug, group.name, group.short_name.value_or(""), words.kind(group), words.territory(group)};
    line.target_group = words.target_group(group), line.led_by = listed.led_by, line.members = listed.members;
    line.parent = parent ? parent->name : "", line.published = group.published;
    line.ended = group.ended_by(day), line.to_come = !group.begun_on(day);
    if (line.ended) line.time = words.texts.text("group.ended.on", {last_day(group.ended_on)});
    else if (line.to_come) line.time = words.texts.text("group.founded.to_come", {to_czech(*group.founded_on)});
    return line;
}

std::vector<WorkingGroup> bare(const std::vector<ListedGroup>& listed) {
    std::vector<WorkingGroup> groups;
    for (auto& one : listed) groups.push_back(one.group);
    return groups;
}

auto place_in_list(const GroupWords& words, const std::string& kind) {
    return std::ranges::find(words.kinds, kind, &network::ListedCode::code) - words.kinds.begin();
}

// The groups below one (nothing: at the top), by kind, then by name.
std::vector<GroupBranch> branches(const std::vector<ListedGroup>& shown, const std::vector<WorkingGroup>& all,
                                  const WorkingGroup* over, const GroupWords& words, Date day, std::size_t depth = 0) {
    std::vector<ListedGroup> here;
    for (auto& one : shown) {
        auto parent = above(all, one.group, day);
        bool belongs = over ? parent && parent->id == over->id : !parent;
        if (belongs && depth <= all.size()) here.push_back(one);
    }
    steady_sort(here, [&](auto& a, auto& b) {
        return place_in_list(words, a.group.kind_code) < place_in_list(words, b.group.kind_code);
    });
    std::vector<GroupBranch> found;
    for (auto& one : here)
        found.push_back({line_of(one, over, words, day), branches(shown, all, &one.group, words, day, depth + 1)});
    return found;
}

std::int64_t page_wished(const http::Request& request, std::int64_t pages) {
    auto text = request.asked.first("strana");
    std::int64_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp<std::int64_t>(page, 1, std::max<std::int64_t>(pages, 1));
}

struct FoundGroups {
    GroupQuery query;
    Date day;
    std::vector<ListedGroup> visible, found;
    std::vector<GroupLine> lines(const GroupWords& words) const {
        auto all = bare(visible);
        std::vector<GroupLine> lines;
        for (auto& one : found) lines.push_back(line_of(one, above(all, one.group, day), words, day));
        return lines;
    }
};

FoundGroups find_groups(const http::Request& request, db::Session& db, const User& user, const GroupWords& words) {
    FoundGroups groups{GroupQuery::read(request), request.today()};
    groups.day = groups.query.day.value_or(groups.day);
    groups.visible = groups_visible_to(db, user, words, groups.day);
    for (auto& one : groups.visible)
        if (groups.query.takes(one.group, words, groups.day)) groups.found.push_back(one);
    return groups;
}

// Only what some group that one may know of has: a filter never leads nowhere.
std::vector<html::Choice> offered(std::vector<html::Choice> choices, const std::vector<ListedGroup>& visible,
                                  const std::string& any, auto&& value_of) {
    std::erase_if(choices, [&](auto& choice) {
        return std::ranges::none_of(visible, [&](auto& one) { return value_of(one.group) == choice.value; });
    });
    choices.insert(choices.begin(), html::Choice{"", any});
    return choices;
}

}

http::PageHead GroupListPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("group.list"), .description = texts.text("group.list.lead"), .section = "/skupiny"};
}

std::string GroupListPage::with(bool list) const {
    auto other = query;
    other.as_list = list;
    auto behind = other.address();
    return behind.empty() ? "/skupiny" : "/skupiny?" + behind;
}

html::Table GroupListPage::table(html::Out& out) const {
    html::Table table{out.text("group.list"),
                      {{"group.name"},
                       {"group.kind"},
                       {"group.territory"},
                       {"group.target_group"},
                       {"group.led_by"},
                       {"group.members", true}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& line : groups)
        table.rows.push_back({{line.time.empty() ? line.called() : line.called() + ", " + line.time, line.address()},
                              {line.kind},
                              {line.territory},
                              {line.target_group},
                              {line.led_by},
                              {std::to_string(line.members)}});
    return table;
}

http::Response list_groups_for_all(const http::Request& request, Permit<auth::may::Read> permit) {
    auto& db = permit.db();
    auto& texts = *request.texts;
    auto words = GroupWords::read(db, texts, permit.today());
    auto groups = find_groups(request, db, permit.user(), words);
    GroupListPage page{groups.query, groups.day};
    page.all = std::int64_t(groups.visible.size()), page.found = std::int64_t(groups.found.size());
    page.groups = groups.lines(words);
    if (page.shows_tree()) page.tree = branches(groups.found, bare(groups.visible), nullptr, words, groups.day);
    page.pages = std::int64_t((page.groups.size() + groups_on_a_page - 1) / groups_on_a_page);
    page.page = page_wished(request, page.pages);
    auto first = page.groups.begin() + std::ptrdiff_t(std::size_t(page.page - 1) * groups_on_a_page);
    if (page.groups.size() > groups_on_a_page) {
        auto last =
            std::size_t(page.groups.end() - first) > groups_on_a_page ? first + groups_on_a_page : page.groups.end();
        page.groups = std::vector<GroupLine>(first, last);
    }
    page.kinds = offered(words.kind_choices(""), groups.visible, texts.text("group.kind.any"),
                         [](auto& group) { return group.kind_code; });
    page.targets = offered(words.target_choices(""), groups.visible, texts.text("group.target_group.any"),
                           [](auto& group) { return group.target_group_code.value_or(""); });
    page.lands = {{"", texts.text("group.territory.any")}};
    for (auto& land : words.lands)
        if (land.level() == "orp" || land.level() == "region" ||
            std::ranges::any_of(groups.visible, [&](auto& one) { return one.group.territory == land.code; }))
            page.lands.push_back({land.code, words.land(land)});
    page.may_found = founds_groups(permit.user());
    return respond(request, page, page.query.unreadable_day() ? http::unprocessable : http::ok);
}

http::Response export_groups(const http::Request& request, Permit<auth::may::Read> permit) {
    auto& texts = *request.texts;
    auto words = GroupWords::read(permit.db(), texts, permit.today());
    using enum documents::Kind;
    documents::Table table{texts.text("group.list"),
                           texts.language(),
                           request.now,
                           {{"nazev", texts.text("group.name"), text, 44},
                            {"zkratka", texts.text("group.short_name"), text, 12},
                            {"druh", texts.text("group.kind"), text, 24},
                            {"nadrizena", texts.text("group.parent"), text, 40},
                            {"uzemi", texts.text("group.territory"), text, 22},
                            {"cilova_skupina", texts.text("group.target_group"), text, 36},
                            {"vede", texts.text("group.led_by"), text, 26},
                            {"clenu", texts.text("group.members"), number, 9},
                            {"adresa", texts.text("group.address"), link, 48}}};
    table.next = [lines = find_groups(request, permit.db(), permit.user(), words).lines(words),
                  at = request.facts->public_url, n = std::size_t{}](documents::Row& row) mutable {
        if (n == lines.size()) return false;
        auto& line = lines[n++];
        for (auto text : {&line.name, &line.short_name, &line.kind, &line.parent, &line.territory, &line.target_group,
                          &line.led_by})
            row.push_back(documents::cell(*text));
        row.insert(row.end(), {line.members, at + line.address()});
        return true;
    };
    return documents::table_answer(request, std::move(table), "skupiny");
}

}
