// Keeps the order and the words of decisions.
#include "workgroups/decisions/decision_register.hpp"

#include "platform/search/fold.hpp"

#include <algorithm>
#include <bit>
#include <set>
#include <tuple>
#include <unordered_map>

namespace workgroups {

namespace {

struct DecisionState {
    Id<Decision> id{};
    std::int64_t version{};
    static void each_field(auto& one, auto& visit) { visit("id", one.id), visit("version", one.version); }
};

struct DecisionRow {
    RegisteredDecision decision{};
    std::string body{};
    static void each_field(auto& row, auto& visit) {
        auto& one = row.decision;
        visit("id", one.id), visit("group_id", one.group_id), visit("meeting_id", one.meeting_id);
        visit("number", one.number), visit("state", one.state), visit("decided_on", one.decided_on);
        visit("version", one.version), visit("body", row.body);
    }
};

struct IdHash {
    std::size_t operator()(Id<Decision> id) const {
        auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(id.uuid.bytes);
        return std::size_t(halves[0] ^ halves[1]);
    }
};

using Registered = std::shared_ptr<const RegisteredDecision>;

Registered registered(DecisionRow row) {
    row.decision.words = search::fold(row.decision.number + " " + row.body);
    return std::make_shared<const RegisteredDecision>(std::move(row.decision));
}

std::vector<Registered> all_decisions(db::Session& db) {
    std::vector<Registered> all;
    db.for_each<DecisionRow>("SELECT id, group_id, meeting_id, number, state, decided_on, version, body FROM decisions",
                             [&](DecisionRow row) { all.push_back(registered(std::move(row))); });
    return all;
}

// Every save counts a record's version up, so one with the same version is the same.
std::vector<Registered> decisions_since(db::Session& db, const DecisionsInOrder& before) {
    std::unordered_map<Id<Decision>, Registered, IdHash> known;
    known.reserve(before.decisions.size());
    for (auto& one : before.decisions) known.emplace(one.decision->id, one.decision);
    std::vector<Registered> all;
    std::vector<Id<Decision>> changed;
    db.for_each<DecisionState>("SELECT id, version FROM decisions", [&](const DecisionState& state) {
        auto found = known.find(state.id);
        if (found != known.end() && found->second->version == state.version) all.push_back(found->second);
        else changed.push_back(state.id);
    });
    if (changed.size() > 500) return all_decisions(db);
    for (auto& id : changed)
        all.push_back(registered(db.one<DecisionRow>("SELECT id, group_id, meeting_id, number, state, decided_on,"
                                                     " version, body FROM decisions WHERE id = $1",
                                                     id)));
    return all;
}

bool stands_before(const DecisionInOrder& a, const DecisionInOrder& b) {
    auto &one = *a.decision, &other = *b.decision;
    if (one.decided_on != other.decided_on) return one.decided_on > other.decided_on;
    if (a.group != b.group) {
        if (auto order = a.group->name_sort <=> b.group->name_sort; order != 0) return order < 0;
        return a.group->id < b.group->id;
    }
    return std::tie(one.number, one.id) < std::tie(other.number, other.id);
}

std::shared_ptr<const DecisionsInOrder> in_order(db::Session& db, std::int64_t version,
                                                 std::vector<Registered> decisions) {
    auto made = std::make_shared<DecisionsInOrder>();
    made->version = version;
    for (auto& group : db.all<GroupOfDecisions>("SELECT id, slug, name, name_sort, published AND (ended_on IS NULL"
                                                " OR founded_on IS NULL OR ended_on <> founded_on) AS is_public"
                                                " FROM working_groups")) {
        auto& kept = made->groups[group.id] = group;
        kept.words = search::fold(group.name);
    }
    auto published = db.all<Id<Meeting>>("SELECT meeting_id FROM meeting_minutes WHERE phase = 'published'");
    std::ranges::sort(published);
    made->decisions.reserve(decisions.size());
    for (auto& one : decisions) {
        auto& group = made->groups.at(one->group_id);
        bool is_published = one->meeting_id && std::ranges::binary_search(published, *one->meeting_id);
        made->decisions.push_back({std::move(one), &group, is_published});
    }
    std::ranges::sort(made->decisions, stands_before);
    return made;
}

}

std::shared_ptr<const DecisionsInOrder> DecisionRegister::current(db::Session& db) {
    auto version = history::content_version(db, "planning");
    auto in_memory = [&] {
        std::lock_guard lock{mutex_};
        return kept_;
    };
    if (auto kept = in_memory(); kept && kept->version == version) return kept;
    std::lock_guard making{making_};
    auto before = in_memory();
    if (before && before->version == version) return before;
    // A session that sees an older state reads it for itself.
    bool older = before && before->version > version;
    auto made = in_order(db, version, before && !older ? decisions_since(db, *before) : all_decisions(db));
    if (older) return made;
    std::lock_guard lock{mutex_};
    return kept_ = made;
}

}
