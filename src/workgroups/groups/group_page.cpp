// Shows one group, and takes back what happened to it.
#include "workgroups/groups/group_page.hpp"

#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"
#include "workgroups/milestones/milestone_view.hpp"
#include "workgroups/planning_overview/opened_records.hpp"

namespace workgroups {

namespace {

html::Link link_to(const WorkingGroup& group) { return {full_name(group), "/skupiny/" + group.slug}; }

bool is_among(const std::vector<WorkingGroup>& groups, Id<WorkingGroup> id) {
    return std::ranges::find(groups, id, &WorkingGroup::id) != groups.end();
}

std::string said_of(const LineageEvent& event, bool from, bool founded_by_it) {
    if (event.kind == "end") return "ended";
    if (event.kind == "split" && from) return event.goes_on ? "parted" : "divided";
    if (event.kind == "split") return event.goes_on ? "parted_from" : "divided_from";
    if (from) return "merged";
    return founded_by_it ? "merged_from" : "received";
}

// Which sentence says it, seen from this group; what is decided for a day to come will only be.
std::string what_happened(const LineageStep& step, const WorkingGroup& group, Date today) {
    auto& event = step.event;
    if (event.state == "discussed") return "lineage.discussed." + event.kind;
    auto said = said_of(event, is_among(step.from, group.id), group.founded_on == event.day);
    return (event.day > today ? "lineage.to_come." : "lineage.") + said;
}

struct WhoLooks {
    std::vector<WorkingGroup> visible;
    bool keeps, inside;
    Date today;
};

std::optional<LineageLine> line_of(const LineageStep& step, const WorkingGroup& group, const WhoLooks& who,
                                   const i18n::Texts& texts) {
    auto& event = step.event;
    bool discussed = event.state == "discussed", from = is_among(step.from, group.id);
    if (discussed && !who.inside) return {};
    LineageLine line{to_text(event.id), event.day ? to_czech(*event.day) : "",
                     texts.text(what_happened(step, group, who.today))};
    line.discussed = discussed;
    for (auto& other : from ? step.to : step.from)
        if (other.id != group.id && is_among(who.visible, other.id)) line.groups.push_back(link_to(other));
    if (discussed && from) line.names = quoted(step.names(), texts);
    line.resolution = event.resolution.value_or(""), line.reason = event.reason.value_or("");
    line.can_go_back = who.keeps && from;
    if (discussed && line.can_go_back)
        line.again_at = "/skupiny/" + group.slug + "/zmena/" + event.kind + "?navrh=" + line.id;
    return line;
}

void show_members(GroupPage& page, const std::vector<NamedMember>& members, const i18n::Texts& texts) {
    for (auto& one : members) {
        if (!one.shown_to_all(page.group)) ++page.hidden;
        else (one.member.leads() ? page.leaders : page.members).push_back(member_words(one, texts));
    }
    page.balance = {balance_of(members)};
}

GroupPage page_of(const http::Request& request, db::Session& db, const User& user, const GroupInView& view) {
    auto& group = view.group;
    auto& texts = *request.texts;
    auto today = request.today();
    auto words = GroupWords::read(db, texts, today);
    GroupPage page{group, words.kind(group), words.territory(group), words.target_group(group)};
    if (group.founded_on) page.founded = to_czech(*group.founded_on), page.is_to_come = !group.begun_on(today);
    if (group.ended_by(today)) page.ended = last_day(group.ended_on);
    page.keeps = view.kept_by(user), page.keeps_members = page.keeps || view.led_by(user);
    page.takes_part = page.keeps_members || view.has(user);
    page.form_token = request.form_token;
    show_members(page, members_on(db, group.id, today), texts);
    for (auto& plan : milestone_plans_of(db, group.id))
        if (MilestonePlanInView{view, plan}.visible_to(user))
            page.milestone_plans.push_back({plan.title, "/milniky/" + to_text(plan.id)});

    WhoLooks who{{}, page.keeps, page.keeps || view.has(user), today};
    for (auto& one : groups_visible_to(db, user, words, today)) who.visible.push_back(one.group);
    if (auto over = above(who.visible, group, today)) page.over = link_to(*over);
    for (auto& other : who.visible)
        if (auto over = above(who.visible, other, today); other.lives_on(today) && over && over->id == group.id)
            page.below.push_back(link_to(other));
    for (auto& step : lineage_of(db, group.id)) {
        auto line = line_of(step, group, who, texts);
        if (!line) continue;
        bool took_it = step.event.state == "done" && is_among(step.from, group.id);
        if (took_it && !page.ended.empty()) page.went_to = line->groups;
        page.lineage.push_back(std::move(*line));
    }
    return page;
}

}

std::vector<std::string> GroupPage::other_names() const { return text::parted(group.aliases, "\n"); }

http::PageHead GroupPage::head(const i18n::Texts& texts) const {
    return {.title = group.name,
            .description = group.lead_text.value_or(texts.text("group.description", {group.name})),
            .section = "/skupiny"};
}

http::Response show_group(const http::Request& request, Permit<may::ReadGroup> permit) {
    auto page = page_of(request, permit.db(), permit.user(), permit.about());
    note_opened(request, permit.user(), permit.about().group.id);
    auto done = request.asked.first("hotovo");
    for (auto known : {"zalozena", "ulozeno", "zmena", "navrh", "zpet"})
        if (done == known) page.done = request.texts->text(std::string{"group.done."} + known);
    return respond(request, page);
}

http::Response take_lineage_back(const http::Request& request, Permit<may::KeepGroup> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    auto event = find_event(db, request.id<LineageEvent>("udalost"));
    if (!event || !is_among(step_of(db, *event).from, group.id)) throw NotFound{};
    if (auto problem = take_back(history::author_of(permit), *event)) {
        auto page = page_of(request, db, permit.user(), permit.about());
        page.problem = problem;
        return respond(request, page, http::conflict);
    }
    audit::note_done(permit, "workgroups.lineage_taken_back", group.id.uuid);
    return http::redirect("/skupiny/", group.slug, "?hotovo=zpet");
}

}
