// All decisions in memory, as far as their list needs them: in its order, with words to be searched.  What is shown of
// a page is read from the database.  A save in planning costs the next reader a look at versions.
#pragma once

#include "workgroups/tasks/task.hpp"

#include <map>
#include <memory>
#include <mutex>

namespace workgroups {

struct RegisteredDecision {
    Id<Decision> id{};
    Id<WorkingGroup> group_id{};
    std::optional<Id<Meeting>> meeting_id{};
    std::string number{}, state{};
    std::string words{};    // number and text, folded
    Date decided_on{};
    std::int64_t version{};
};

struct GroupOfDecisions {
    Id<WorkingGroup> id{};
    std::string slug{}, name{};
    std::string words{};    // the name, folded
    db::Bytes name_sort{};
    bool is_public = false;

    static void each_field(auto& group, auto& visit) {
        visit("id", group.id), visit("slug", group.slug), visit("name", group.name);
        visit("name_sort", group.name_sort), visit("is_public", group.is_public);
    }
};

struct DecisionInOrder {
    std::shared_ptr<const RegisteredDecision> decision;
    const GroupOfDecisions* group{};
    bool minutes_published = false;    // of the meeting where it was taken

    bool is_public() const { return group->is_public && minutes_published; }
    bool has(const std::string& folded_word) const {
        return decision->words.find(folded_word) != std::string::npos ||
               group->words.find(folded_word) != std::string::npos;
    }
};

struct DecisionsInOrder {
    std::int64_t version = 0;
    std::map<Id<WorkingGroup>, GroupOfDecisions> groups{};
    std::vector<DecisionInOrder> decisions{};    // newest first; of one day by the names of groups, then by number
};

// Used by many threads at once.
class DecisionRegister {
public:
    // As this session sees them; made anew if what is in memory is behind (content version „planning“): of decisions
    // only those that changed are read again.
    std::shared_ptr<const DecisionsInOrder> current(db::Session&);

private:
    std::mutex making_, mutex_;
    std::shared_ptr<const DecisionsInOrder> kept_;    // under mutex_
};

}
