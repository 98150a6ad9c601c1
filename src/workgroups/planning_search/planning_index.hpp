// All texts of planning in memory, for searching: decisions, tasks, agenda items, parts of minutes, meetings, papers.
// What changed since it was read stands in a small index beside it, so that a save costs the next reader milliseconds.
#pragma once

#include "platform/search/index.hpp"
#include "workgroups/decisions/decision_view.hpp"
#include "workgroups/minutes/minutes_record.hpp"
#include "workgroups/planning_search/paper_index.hpp"

#include <map>
#include <mutex>

namespace workgroups {

enum class TextKind { decision, task, agenda_item, minutes_part, meeting, paper };
inline constexpr const char* text_kinds[] = {"rozhodnuti", "ukol", "bod", "zapis", "jednani", "podklad"};

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
    std::string meeting{};    // of papers: the address of theirs; their bodies stand in the layers of papers
};

struct TextLayer {
    std::vector<PlanningText> texts;
    std::optional<search::Index> index{};
    std::map<Uuid, std::size_t> papers{};    // where each stands among the texts
};

struct PlanningTexts {
    std::int64_t version = 0;
    Instant read_at{};    // of the base
    std::shared_ptr<const TextLayer> base, fresh{};
    std::set<Uuid> replaced{};    // what of the base stands anew in the fresh layer, or nowhere
    PaperLayers papers{};

    const PlanningText* paper(const Uuid&) const;    // nothing where it is no more
};

class PlanningIndex {
public:
    explicit PlanningIndex(keys::KeyRoom& keys) : papers_{keys} {}

    // As this session sees them; made anew if what is in memory is behind (content version „planning“).
    std::shared_ptr<const PlanningTexts> current(db::Session&, Instant now);

private:
    std::mutex making_, mutex_;
    PaperIndex papers_;                             // under making_
    std::shared_ptr<const PlanningTexts> texts_;    // under mutex_
};

}
