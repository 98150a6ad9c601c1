// One code of a list through time: what held when, what we held true when, and who changed it how.
#pragma once

#include "network/code_lists/code_list.hpp"

namespace network {

// What differs between two times of a code: a column of the record, or detail. and a column of its details.
struct CodeDifference {
    std::string field;
    std::string before, after;    // days as they are written, the last one for valid_to

    static void each_field(auto& difference, auto& visit) {
        visit("field", difference.field), visit("before", difference.before), visit("after", difference.after);
    }
};

// What was put right about a code at one moment.
struct CodeAct {
    std::string kind;    // added, changed (as of a day), corrected, ended, goes_on, withdrawn
    Instant at{};
    std::optional<Id<User>> by{};    // nothing: the program brought it
    std::optional<Date> from{};      // of changed: the first day of the new words; of ended: the first day without
    std::vector<CodeDifference> differences{};
    std::vector<const CodeListItem*> gone{}, come{};    // rows of the story
};

struct CodeStory {
    std::string list, code;
    std::vector<CodeListItem> rows{};    // all that was ever recorded, in the order of recording

    static CodeStory read(db::Session&, std::string list, std::string code);

    std::vector<const CodeListItem*> standing() const;    // what we hold true now, by time
    const CodeListItem* on(Date day) const;               // as CodeLists::find; nothing where nothing stands
    const CodeListItem* beginning_on(Date first_day) const;
    bool overlaps(const Validity&, const CodeListItem* except = nullptr) const;
    bool of_people() const;               // an update of the program leaves it
    std::vector<CodeAct> acts() const;    // the latest first; they point into the story
};

std::vector<CodeDifference> code_differences(const CodeListItem& before, const CodeListItem& after);

// Each throws Conflict if somebody changed this code since the story was read.

// What is true of it from the day on, as long as the version that holds there was to hold.
void change_code_from(const Author&, const CodeStory&, const CodeListItem& version, Date day, CodeListItem words);
// We were wrong about this version all along.
void correct_code(const Author&, const CodeStory&, const CodeListItem& version, CodeListItem better);
// The first day without it; nothing: it goes on.
void end_code(const Author&, const CodeStory&, const CodeListItem& version, std::optional<Date> first_without);
void add_code(const Author&, const CodeStory&, CodeListItem item);
// As it stood before the act, which is the latest.
void take_back(const Author&, const CodeStory&, const CodeAct&);

}
