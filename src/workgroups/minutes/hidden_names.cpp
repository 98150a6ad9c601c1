// Finds hidden names in texts.
#include "workgroups/minutes/hidden_names.hpp"

#include "workgroups/minutes_reading/minutes_people_in_text.hpp"
#include "workgroups/tasks/task.hpp"

#include <algorithm>

namespace workgroups {

namespace {

void add_name_once(std::vector<std::string>& names, const std::string& name) {
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
}

struct HiddenPlace {
    std::size_t from, to;
    bool user;
};

// In order, none over another; a longer name of somebody who is shown keeps its words.
std::vector<HiddenPlace> hidden_places(const HiddenNames& names, const reading::Letters& text) {
    std::vector<HiddenPlace> places;
    auto kept = people_in_text(text, names.shown);
    auto take = [&](const std::vector<std::string>& known, bool user) {
        for (auto& one : people_in_text(text, known)) {
            bool of_shown = std::ranges::any_of(kept, [&](auto& other) {
                return other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from;
            });
            bool taken =
                std::ranges::any_of(places, [&](auto& other) { return other.from < one.to && one.from < other.to; });
            if (!of_shown && !taken) places.push_back({one.from, one.to, user});
        }
    };
    take(names.users, true), take(names.others, false);
    std::ranges::sort(places, {}, &HiddenPlace::from);
    return places;
}

}

HiddenNames HiddenNames::read(db::Session& db, const WorkingGroup& group, const Meeting& meeting, Date today) {
    HiddenNames names;
    auto members = members_of(db, group.id);
    for (auto& one : members)
        if (one.member.side == "user") add_name_once(names.users, one.person_name);
    for (auto& one : members) {
        if (one.member.side == "user") continue;
        bool sits = one.member.holds_on(meeting.day) || one.member.holds_on(today);
        bool shown = sits && one.shown_to_all(group);
        add_name_once(shown ? names.shown : names.others, one.person_name);
    }
    // Guests were never asked whether their names may be public.
    for (auto& one : attendance_of(db, meeting.id))
        if (!names.shows(one.name) && std::ranges::find(names.users, one.name) == names.users.end())
            add_name_once(names.others, one.name);
    for (auto& task : tasks_given_at(db, meeting.id))
        if (auto owner = task.owner_id ? find_planner(db, *task.owner_id) : std::nullopt; owner)
            if (!names.shows(owner->name) && std::ranges::find(names.users, owner->name) == names.users.end())
                add_name_once(names.others, owner->name);
    // A name that must go goes, even where it stays for another mandate of the same person.
    std::erase_if(names.shown, [&](auto& name) { return std::ranges::find(names.users, name) != names.users.end(); });
    std::erase_if(names.others, [&](auto& name) { return names.shows(name); });
    return names;
}

bool HiddenNames::shows(const std::string& name) const { return std::ranges::find(shown, name) != shown.end(); }

std::string HiddenNames::without(const std::string& text, const std::string& user_word,
                                 const std::string& other_word) const {
    reading::Letters letters{text};
    std::string kept;
    std::size_t at = 0;
    for (auto& place : hidden_places(*this, letters)) {
        kept += letters.cut(at, place.from) + (place.user ? user_word : other_word);
        at = place.to;
    }
    return kept + letters.cut(at);
}

std::size_t HiddenNames::count_in(const std::string& text) const {
    return hidden_places(*this, reading::Letters{text}).size();
}

}
