// Reads what groups go by and makes rules of it.
#include "workgroups/statutes/statute.hpp"

#include "platform/base/parts.hpp"

#include <charconv>

namespace workgroups {

std::int64_t GroupRules::needed_of(std::int64_t members) const {
    if (quorum == "none") return 0;
    if (quorum == "half") return (members + 1) / 2;
    if (quorum == "third") return (members + 2) / 3;
    if (quorum == "two_thirds") return (2 * members + 2) / 3;
    return members / 2 + 1;
}

std::vector<Statute> statutes_of(db::Session& db, Id<WorkingGroup> group) {
    return db.all<Statute>("SELECT * FROM group_statutes WHERE group_id = $1"
                           " AND (valid_to IS NULL OR valid_to <> valid_from) ORDER BY valid_from DESC, id DESC",
                           group);
}

namespace {

std::vector<int> months_in(const std::string& list) {
    std::vector<int> months;
    for (auto& part : text::parted(list, ",")) {
        int month{};
        std::from_chars(part.data(), part.data() + part.size(), month);
        if (month >= 1 && month <= 12) months.push_back(month);
    }
    return months;
}

}

GroupRules rules_on(db::Session& db, Id<WorkingGroup> group, Date day) {
    GroupRules rules;
    auto versions = statutes_of(db, group);
    std::erase_if(versions, [&](auto& one) { return !one.holds_on(day); });
    // NB: the oldest first, so that what the newest says stays.
    for (auto i = versions.size(); i-- > 0;) {
        auto& one = versions[i];
        if (one.months_between) rules.months_between = one.months_between;
        if (one.notice_days) rules.notice_days = one.notice_days;
        if (one.minutes_days) rules.minutes_days = one.minutes_days;
        if (one.on_demand_months) rules.on_demand_months = months_in(*one.on_demand_months);
        if (one.quorum) rules.quorum = *one.quorum;
        if (one.voting) rules.voting = *one.voting;
        if (one.minutes_by) rules.minutes_by = *one.minutes_by;
    }
    return rules;
}

std::vector<BlockedPeriod> blocked_between(db::Session& db, Id<WorkingGroup> group, Date first, Date last) {
    return db.all<BlockedPeriod>("SELECT * FROM blocked_periods WHERE (group_id IS NULL OR group_id = $1)"
                                 " AND ended = FALSE AND first_day <= $3 AND last_day >= $2 ORDER BY first_day, id",
                                 group, first, last);
}

}
