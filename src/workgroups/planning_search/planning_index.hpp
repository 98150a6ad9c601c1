// All texts of planning in memory, for searching: decisions, tasks, agenda items, parts of minutes, meetings.  What
// changed since it was read stands in a small index beside it, so that a save costs the next reader milliseconds.
#pragma once

#include "platform/search/index.hpp"
#include "workgroups/decisions/decision_view.hpp"
#include "workgroups/minutes/minutes_record.hpp"

#include <memory>
#include <mutex>
#include <set>

namespace workgroups {

enum class TextKind { decision, task, agenda_item, minutes_part, meeting };
inline constexpr const char* text_kinds[] = {"rozhodnuti", "ukol", "bod", "zapis", "jednani"};

struct PlanningText {
    TextKind kind{};
    Uuid id{};
    Id<WorkingGroup> group{};
    bool open = false;                  // may be read by everybody, where its group is public
    std::optional<Id<User>> whose{};    // a task is read by its owner too
    std::string title{}, body{};        // of open ones without names of users, so that nobody finds them by a name
    std::string number{};               // of decisions and tasks
    std::optional<Date> day{};
    std::string address{};
};

struct TextLayer {
    std::vector<PlanningText> texts;
    std::optional<search::Index> index{};
};

struct PlanningTexts {
    std::int64_t version = 0;
    Instant read_at{};    // of the base
    std::shared_ptr<const TextLayer> base, fresh{};
    std::set<Uuid> replaced{};    // what of the base stands anew in the fresh layer, or nowhere
};

class PlanningIndex {
public:
    // As this session sees them; made anew if what is in memory is behind (content version „planning“).
    std::shared_ptr<const PlanningTexts> current(db::Session&, Instant now);

private:
    std::mutex making_, mutex_;
    std::shared_ptr<const PlanningTexts> texts_;    // under mutex_
};

}
