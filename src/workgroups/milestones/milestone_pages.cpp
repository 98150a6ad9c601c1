// Shows plans of milestones.
#include "workgroups/milestones/milestone_pages.hpp"

#include "workgroups/groups/group_list.hpp"

#include <fmt/format.h>

namespace workgroups {

std::optional<MilestonePlanInView> MilestonePlanInView::find(db::Session& db, const std::string& named, Date day) {
    auto id = Id<MilestonePlan>::parse(named);
    auto plan = id ? find_milestone_plan(db, *id) : std::nullopt;
    auto group = plan ? find_group(db, plan->group_id) : std::nullopt;
    auto view = group ? GroupInView::find(db, group->slug, day) : std::nullopt;
    if (!view) return {};
    return MilestonePlanInView{std::move(*view), std::move(*plan)};
}

namespace {

using std::chrono::days;

MilestonePlanLine line_of(db::Session& db, const MilestonePlanInView& view, Date today) {
    MilestonePlanLine line{to_text(view.plan.id), view.plan.title, view.of.group.name, view.plan.supplier.value_or("")};
    auto milestones = milestones_of(db, view.plan.id);
    line.all = std::int64_t(milestones.size());
    line.done = std::ranges::count(milestones, "done", &Milestone::state);
    line.late = std::ranges::count_if(milestones, [&](auto& one) { return one.late_on(today); });
    if (milestones.empty()) return line;
    auto last = std::ranges::max(milestones, {}, &Milestone::last_day);
    auto whole = milestones.front();
    whole.last_day = last.last_day;
    if (last.precision == "day") whole.precision = "day";
    line.time = to_czech(whole.period());
    return line;
}

// The months of the picture: from the first milestone to the last one, whole.
void draw_months(MilestonePlanPage& page) {
    auto begin = std::ranges::min(page.milestones, {}, [](auto& one) { return one.milestone.first_day; });
    auto end = std::ranges::max(page.milestones, {}, [](auto& one) { return one.milestone.last_day; });
    std::chrono::year_month_day first{begin.milestone.first_day}, last{end.milestone.last_day};
    Date from = first.year() / first.month() / 1, after = plus_months(Date{last.year() / last.month() / 1}, 1);
    page.days = (after - from).count();
    std::vector<Date> months;
    for (auto month = from; month < after; month = plus_months(month, 1)) months.push_back(month);
    auto step = (months.size() + 5) / 6;
    for (std::size_t n = 0; n < months.size(); ++n) {
        std::chrono::year_month_day day{months[n]};
        GanttMonth one{(months[n] - from).count(), (plus_months(months[n], 1) - months[n]).count(),
                       fmt::format("{}/{}", unsigned(day.month()), int(day.year()))};
        if (n % step == 0) one.across = fmt::format("{:.2f}%", 100.0 * double(one.x) / double(page.days));
        page.months.push_back(std::move(one));
    }
    for (auto& shown : page.milestones) {
        shown.x = (shown.milestone.first_day - from).count();
        shown.width = (shown.milestone.last_day - shown.milestone.first_day).count() + 1;
    }
}

ShownCollection shown(db::Session& db, const MilestoneCollection& collection, const http::Request& request) {
    ShownCollection one{collection.title};
    // As the network keeps its collections: letters to many leave by the planner of who asks.
    if (request.user->reaches(Role::regional_planner, {.organisation = collection.kept.organisation_id}))
        one.address = "/sprava/sbery/" + to_text(collection.collection_id);
    if (auto milestone = find_milestone(db, collection.milestone_id)) one.milestone = milestone->title;
    one.rates = response_rates(db, collection);
    for (auto& rate : one.rates) one.asked += rate.asked, one.answered += rate.answered;
    return one;
}

}

http::PageHead MilestonePlansPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("milestone.plans"), .section = "/milniky", .staff = true};
}

http::PageHead MilestonePlanPage::head(const i18n::Texts&) const {
    return {.title = plan.title + " – " + group.name, .section = "/milniky", .staff = true};
}

html::Tag ShownMilestone::tag(const html::Out& out) const {
    auto kind = late                             ? html::Tag::bad
                : milestone.state == "done"      ? html::Tag::ok
                : milestone.state == "under_way" ? html::Tag::run
                                                 : html::Tag::unknown;
    return {kind, out.text(state())};
}

bool MilestonePlanPage::any_outside() const {
    return std::ranges::any_of(milestones, [](auto& one) { return one.outside; });
}

html::Table MilestonePlanPage::table(html::Out& out) const {
    html::Table table{out.text("milestone.list"),
                      {{"milestone.title"}, {"milestone.time"}, {"milestone.state"}, {"milestone.note"}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& one : milestones) {
        auto note = one.milestone.note.value_or("");
        if (one.outside) note = out.text("milestone.outside") + (note.empty() ? "" : " " + note);
        table.rows.push_back(
            {{one.milestone.title, keeps ? at_one(one) : ""}, {one.time}, {"", "", one.tag(out)}, {note}});
    }
    return table;
}

html::Table ShownCollection::table(html::Out& out) const {
    html::Table table{title,
                      {{"milestone.recipient_group"},
                       {"milestone.asked", true},
                       {"milestone.answered", true},
                       {"milestone.rate", true}},
                      {}};
    table.caption_is_above = true;
    auto percent = [](std::int64_t number) { return std::to_string(number) + "\u00a0%"; };
    for (auto& rate : rates)
        table.rows.push_back({{rate.recipient_group.empty() ? out.text("milestone.no_group") : rate.recipient_group},
                              {std::to_string(rate.asked)},
                              {std::to_string(rate.answered)},
                              {percent(rate.percent())}});
    ResponseRate all{"", asked, answered};
    table.total = {{out.text("milestone.all_recipients")},
                   {std::to_string(asked)},
                   {std::to_string(answered)},
                   {percent(all.percent())}};
    return table;
}

http::Response list_milestone_plans(const http::Request& request, Permit<auth::may::Read> permit) {
    auto& db = permit.db();
    MilestonePlansPage page;
    for (auto& plan : milestone_plans(db)) {
        auto view = MilestonePlanInView::find(db, to_text(plan.id), permit.today());
        if (view && view->visible_to(permit.user())) page.plans.push_back(line_of(db, *view, permit.today()));
    }
    page.may_add = founds_groups(permit.user());
    return respond(request, page);
}

http::Response show_milestone_plan(const http::Request& request, Permit<may::ReadMilestones> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    MilestonePlanPage page{view.of.group, view.plan};
    page.keeps = view.led_by(permit.user()), page.collects = view.of.kept_by(permit.user());
    for (auto& one : milestones_of(db, view.plan.id))
        page.milestones.push_back({one, to_czech(one.period()), one.late_on(permit.today()), one.outside(view.plan)});
    if (!page.milestones.empty()) draw_months(page);
    if (page.keeps)
        for (auto& collection : collections_of(db, view.plan.id))
            page.collections.push_back(shown(db, collection, request));
    auto done = request.asked.first("hotovo");
    for (auto known : {"zalozeno", "ulozeno", "sber"})
        if (done == known) page.done = std::string{"milestone.done."} + known;
    page.form_token = request.form_token;
    return respond(request, page);
}

}
