// Keeps counts of refused applicants and says which of them may be published.
#include "network/services/refusal_count.hpp"

#include "platform/statistics/small_numbers.hpp"

namespace network {

std::optional<std::int64_t> RefusalPeriod::count_of(std::string_view reason) const {
    for (auto& one : counts)
        if (one.reason_code == reason) return one.count;
    return {};
}

std::int64_t RefusalPeriod::total() const {
    std::int64_t sum = 0;
    for (auto& one : counts) sum += one.count;
    return sum;
}

std::vector<RefusalPeriod> refusals_of(db::Session& db, Id<Service> service) {
    std::vector<RefusalPeriod> periods;
    for (auto& one : db.all<RefusalCount>("SELECT * FROM refusal_counts WHERE service_id = $1"
                                          " ORDER BY period_from DESC, period_to DESC, reason_code",
                                          service)) {
        if (periods.empty() || periods.back().from != one.period_from || periods.back().to != one.period_to)
            periods.push_back({one.period_from, one.period_to});
        periods.back().counts.push_back(std::move(one));
    }
    return periods;
}

bool report_refusals(const Author& author, RefusalCount said) {
    auto known = author.work.maybe<RefusalCount>(
        "SELECT * FROM refusal_counts WHERE service_id = $1 AND reason_code = $2 AND period_from = $3"
        " AND period_to = $4",
        said.service_id, said.reason_code, said.period_from, said.period_to);
    if (!known) return add(author, said), true;
    auto right = *known;
    right.count = said.count;
    if (said.note) right.note = said.note;
    return change(author, *known, right);
}

std::vector<std::optional<std::int64_t>> published(const RefusalPeriod& period,
                                                   const std::vector<std::string>& reasons) {
    std::vector<std::int64_t> counts;
    for (auto& reason : reasons) counts.push_back(period.count_of(reason).value_or(0));
    counts.push_back(period.total());
    return statistics::guarded(counts);
}

}
