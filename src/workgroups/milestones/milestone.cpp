// Keeps milestones and what is collected for them.
#include "workgroups/milestones/milestone.hpp"

#include <map>
#include <set>

namespace workgroups {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

Period in_months(Date first, Date last) {
    year_month_day from{first}, to{last};
    return Period::of_months(int(from.year()), int(unsigned(from.month())), int(to.year()), int(unsigned(to.month())));
}

}

std::string MilestonePlan::term() const {
    if (!project_first || !project_last) return {};
    auto months = in_months(*project_first, *project_last);
    bool whole = months.first_day() == *project_first && months.last_day() == *project_last;
    return to_czech(whole ? months : Period::of_days(*project_first, *project_last));
}

void Milestone::take(const Period& period) {
    first_day = period.first_day(), last_day = period.last_day();
    bool by_days = period.from_precision == Precision::day || period.until_precision == Precision::day;
    precision = by_days ? "day" : "month";
}

Period Milestone::period() const {
    return precision == "month" ? in_months(first_day, last_day) : Period::of_days(first_day, last_day);
}

std::optional<MilestonePlan> find_milestone_plan(db::Session& db, Id<MilestonePlan> id) {
    return db.maybe<MilestonePlan>("SELECT * FROM milestone_plans WHERE id = $1", id);
}

std::vector<MilestonePlan> milestone_plans(db::Session& db) {
    return db.all<MilestonePlan>("SELECT * FROM milestone_plans WHERE dropped = FALSE ORDER BY created_at DESC, id");
}

std::vector<MilestonePlan> milestone_plans_of(db::Session& db, Id<WorkingGroup> group) {
    return db.all<MilestonePlan>("SELECT * FROM milestone_plans WHERE group_id = $1 AND dropped = FALSE"
                                 " ORDER BY created_at DESC, id",
                                 group);
}

std::optional<Milestone> find_milestone(db::Session& db, Id<Milestone> id) {
    return db.maybe<Milestone>("SELECT * FROM milestones WHERE id = $1", id);
}

std::vector<Milestone> milestones_of(db::Session& db, Id<MilestonePlan> plan) {
    return db.all<Milestone>("SELECT * FROM milestones WHERE plan_id = $1 AND dropped = FALSE"
                             " ORDER BY first_day, last_day, id",
                             plan);
}

std::vector<MilestoneCollection> collections_of(db::Session& db, Id<MilestonePlan> plan) {
    return db.all<MilestoneCollection>("SELECT milestone_collections.* FROM milestone_collections JOIN milestones"
                                       " ON milestones.id = milestone_id WHERE plan_id = $1"
                                       " ORDER BY milestone_collections.created_at, milestone_collections.id",
                                       plan);
}

std::vector<ResponseRate> response_rates(db::Session& db, const MilestoneCollection& collection) {
    std::set<std::string> answered;
    for (auto& answer : network::collected_answers(db, collection.collection_id)) answered.insert(answer.email);
    std::vector<ResponseRate> rates;
    for (auto& one : db.all<MilestoneRecipient>("SELECT * FROM milestone_recipients WHERE asked_by_id = $1 ORDER BY id",
                                                collection.id)) {
        auto rate = std::ranges::find(rates, one.recipient_group, &ResponseRate::recipient_group);
        if (rate == rates.end()) rate = rates.insert(rates.end(), {one.recipient_group});
        ++rate->asked;
        if (answered.contains(one.email)) ++rate->answered;
    }
    std::ranges::sort(rates, {}, [](auto& one) { return std::pair{-one.asked, one.recipient_group}; });
    return rates;
}

MilestoneCollection collect_for(const Author& author, const Milestone& milestone, const std::string& title,
                                const std::string& letter, Date deadline,
                                const std::vector<network::WishedQuestion>& questions,
                                std::vector<MilestoneRecipient> recipients) {
    std::vector<network::WishedRecipient> wished;
    for (auto& one : recipients) wished.push_back({one.name, one.email});
    MilestoneCollection collection;
    collection.milestone_id = milestone.id, collection.title = title;
    collection.collection_id = network::make_collection(author, title, letter, deadline, questions, wished);
    add(author, collection);
    for (auto& one : recipients) {
        one.asked_by_id = collection.id;
        add(author, one);
    }
    return collection;
}

}
