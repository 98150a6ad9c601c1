// Reads what groups go by and makes rules of it.
#include "workgroups/statutes/statute.hpp"

#include "platform/base/parts.hpp"
#include "workgroups/workgroups.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

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

std::map<Id<WorkingGroup>, std::vector<Statute>> statutes_of_all(db::Session& db) {
    std::map<Id<WorkingGroup>, std::vector<Statute>> all;
    for (auto& one : db.all<Statute>("SELECT * FROM group_statutes WHERE valid_to IS NULL OR valid_to <> valid_from"
                                     " ORDER BY valid_from DESC, id DESC"))
        all[one.group_id].push_back(std::move(one));
    return all;
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

GroupRules rules_of(const std::vector<Statute>& versions, Date day) {
    GroupRules rules;
    // NB: the oldest first, so that what the newest says stays.
    for (auto i = versions.size(); i-- > 0;) {
        auto& one = versions[i];
        if (!one.holds_on(day)) continue;
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

GroupRules rules_on(db::Session& db, Id<WorkingGroup> group, Date day) { return rules_of(statutes_of(db, group), day); }

const Statute* rule_source(const std::vector<Statute>& versions, std::optional<std::int64_t> Statute::* rule,
                           Date day) {
    auto found = std::ranges::find_if(versions, [&](auto& one) { return one.holds_on(day) && one.*rule; });
    return found == versions.end() ? nullptr : &*found;
}

std::optional<Statute> find_statute(db::Session& db, Id<Statute> id) {
    return db.maybe<Statute>("SELECT * FROM group_statutes WHERE id = $1", id);
}

std::optional<Statute> version_in_the_way(db::Session& db, const Statute& version) {
    for (auto& other : statutes_of(db, version.group_id)) {
        if (other.id == version.id || other.kind != version.kind) continue;
        bool before = version.valid_to && *version.valid_to <= other.valid_from;
        bool after = other.valid_to && *other.valid_to <= version.valid_from;
        if (!before && !after) return other;
    }
    return {};
}

bool add_version(const Author& author, Statute& version) {
    for (auto& other : statutes_of(author.work, version.group_id)) {
        if (other.kind != version.kind) continue;
        if (other.valid_from >= version.valid_from) return false;
        if (other.valid_to && *other.valid_to <= version.valid_from) continue;
        auto ended = other;
        ended.valid_to = version.valid_from;
        change(author, other, ended);
    }
    add(author, version);
    return true;
}

bool take_version_back(const Author& author, const Statute& version) {
    if (version.kept.version != 1) return false;
    auto never = version;
    never.valid_to = never.valid_from;
    change(author, version, never);
    for (auto& other : statutes_of(author.work, version.group_id)) {
        if (other.kind != version.kind || other.valid_to != version.valid_from) continue;
        auto goes_on = other;
        goes_on.valid_to = version.valid_to;
        change(author, other, goes_on);
    }
    return true;
}

std::vector<BlockedPeriod> blocked_between(db::Session& db, Id<WorkingGroup> group, Date first, Date last) {
    return db.all<BlockedPeriod>("SELECT * FROM blocked_periods WHERE (group_id IS NULL OR group_id = $1)"
                                 " AND ended = FALSE AND first_day <= $3 AND last_day >= $2 ORDER BY first_day, id",
                                 group, first, last);
}

std::optional<BlockedPeriod> find_blocked(db::Session& db, Id<BlockedPeriod> id) {
    return db.maybe<BlockedPeriod>("SELECT * FROM blocked_periods WHERE id = $1", id);
}

std::vector<BlockedPeriod> blocked_periods_of(db::Session& db, std::optional<Id<WorkingGroup>> group) {
    if (!group)
        return db.all<BlockedPeriod>(
            "SELECT * FROM blocked_periods WHERE group_id IS NULL ORDER BY first_day DESC, id");
    return db.all<BlockedPeriod>("SELECT * FROM blocked_periods WHERE group_id = $1 ORDER BY first_day DESC, id",
                                 *group);
}

Id<BlockedPeriod> announce_blocked_period(const Author& author, const AnnouncedPeriod& announced) {
    if (announced.last_day < announced.first_day)
        throw std::invalid_argument{"a blocked period that ends before it begins"};
    for (auto& other : blocked_periods_of(author.work, announced.group)) {
        if (other.ended || other.came_from != announced.came_from || other.first_day != announced.first_day ||
            other.last_day != announced.last_day)
            continue;
        auto after = other;
        after.kind = announced.on_demand ? "on_demand" : "closed", after.reason = announced.reason;
        change(author, other, after);
        return other.id;
    }
    BlockedPeriod period;
    period.group_id = announced.group, period.kind = announced.on_demand ? "on_demand" : "closed";
    period.first_day = announced.first_day, period.last_day = announced.last_day;
    period.reason = announced.reason, period.came_from = announced.came_from;
    return add(author, period);
}

void call_off_blocked_period(const Author& author, Id<BlockedPeriod> id) {
    auto period = find_blocked(author.work, id);
    if (!period) return;
    auto after = *period;
    after.ended = true;
    change(author, *period, after);
}

}
