// What the readers of tasks share: whose task it is, by when, and which lines are taken.
#pragma once

#include "platform/reading/pattern.hpp"
#include "workgroups/minutes/minutes_readers.hpp"

namespace workgroups {

const reading::Pattern& is_done();         // „splněno“, „hotovo“, „odpadá“
const reading::Pattern& goes_further();    // „trvá“, „prodlouženo“, „nový termín“
// Whether a state in plain small letters says that the task is over: „splněno“, not „nesplněno, trvá“.
bool over(const std::string& low);

class TaskReading {
public:
    TaskReading(MinutesSource& source, MinutesFacts& facts, std::set<std::size_t>& own)
        : source_{source}, facts_{facts}, own_{own} {}

protected:
    std::optional<Date> day_of_deadline(const reading::Deadline&) const;    // „do příští porady“ is a day as well
    std::optional<Date> due_of(const std::string& text) const;

    // As printed, without titles; „Janu Modrou“ becomes „Jana Modrá“ where she is known.
    void set_responsible(TaskFound&, const std::string& printed) const;
    // In brackets, behind the last dash or before a colon: a name nobody knew before.
    void take_bracketed_person(const reading::Letters&, TaskFound&) const;

    // Keeps it once, and its lines for tasks.
    void add(TaskFound, std::size_t first, std::size_t last);

    MinutesSource& source_;
    MinutesFacts& facts_;
    std::set<std::size_t>& own_;    // lines of tasks
};

// Rows under headings such as Úkol, Zodpovídá, Termín.
void read_task_tables(MinutesSource&, MinutesFacts&, std::set<std::size_t>& own);
// „Úkol: …“, „Z: …“, „T: …“ one under another or behind a text.
void read_labelled_tasks(MinutesSource&, MinutesFacts&, std::set<std::size_t>& own);
// Lists below „Úkoly:“, boxes to be ticked.
void read_listed_tasks(MinutesSource&, MinutesFacts&, std::set<std::size_t>& own);
// Sentences: old tasks that go on, and who will do what by when.
void read_told_tasks(MinutesSource&, MinutesFacts&, std::set<std::size_t>& own);

}
