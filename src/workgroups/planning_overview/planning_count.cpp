// Counts what waits in planning, for pages that only point to its overview.
#include "workgroups/planning_overview/planning_needs.hpp"
#include "workgroups/workgroups.hpp"

namespace workgroups {

std::int64_t count_planning_needs(db::Session& db, const User& user, const i18n::Texts& texts, Date today) {
    GroupWords words{{}, {}, network::named_lands(db, today), texts};
    auto own = OwnPlanning::read(db, user, words, today);
    std::int64_t count = 0;
    for (auto source : needs_sources) count += std::ssize(source({db, user, own, today, texts}));
    return count;
}

}
