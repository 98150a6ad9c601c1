// Whose names the published copy of minutes leaves out: those of the users' side always, others as the group says.
#pragma once

#include "workgroups/meetings/meeting.hpp"

namespace workgroups {

struct HiddenNames {
    std::vector<std::string> shown{};              // names that stay
    std::vector<std::string> users{}, others{};    // names that go

    // All who sit in the group on the day of the meeting or today, who were at the meeting, and owners of its tasks.
    static HiddenNames read(db::Session&, const WorkingGroup&, const Meeting&, Date today);

    bool shows(const std::string& name) const;
    // The text with hidden names, in any grammatical case, replaced by words for their side.
    std::string without(const std::string& text, const std::string& user_word, const std::string& other_word) const;
    std::size_t count_in(const std::string& text) const;
};

}
