// What the readers of tasks share: whose task it is, by when, and which lines are taken.
#pragma once

#include "platform/reading/pattern.hpp"
#include "workgroups/minutes_reading/minutes_people_in_text.hpp"
#include "workgroups/minutes_reading/minutes_readers.hpp"

namespace workgroups {

const reading::Pattern& is_done();         // „splněno“, „hotovo“, „odpadá“
const reading::Pattern& goes_further();    // „trvá“, „prodlouženo“, „nový termín“
// Whether a state in plain small letters says that the task is over: „splněno“, not „nesplněno, trvá“.
bool over(const std::string& low);

// „tajemnici“ and „tajemnice“ are tajemnice; nothing for words that are no roles.
std::optional<std::string> role_of_form(const std::string& low);
// „Město rozdělí …“ tells what will be, „odbor sociálních věcí rozešle …“ a task.
bool is_institution(const std::string& role);

struct TaskFields {
    std::string text{}, who{};
    reading::Deadline due{};
    bool over = false, goes_on = false;

    bool person_and_day() const { return !who.empty() && (due.said || goes_on); }
};

// A part of a task's line between two signs.
struct TaskPiece {
    std::string text{};
    std::size_t from = 0;    // where the sign before it begins
    char sign = ' ';
};

class TaskReading {
public:
    TaskReading(MinutesSource& source, MinutesFacts& facts, std::set<std::size_t>& own)
        : source_{source}, facts_{facts}, own_{own}, people_{source.people} {}

protected:
    std::optional<Date> day_of_deadline(const reading::Deadline&) const;    // „do příští porady“ is a day as well
    std::optional<Date> due_of(const std::string& text) const;

    // As printed, without titles; „Janu Modrou“ becomes „Jana Modrá“ where she is known.
    void set_responsible(TaskFound&, const std::string& printed) const;
    // What stands behind a task's text, parted by signs: „… – Sojková, Vochomůrka – trvá, 31. 5.“
    bool ends_with_person(const std::string& text) const;
    TaskFields fields_of(const std::string& text) const;
    bool take_field(const std::string& piece, bool last, TaskFields&) const;
    std::size_t take_person_before(const reading::Letters&, const std::vector<TaskPiece>&, std::size_t end,
                                   TaskFields&) const;
    std::optional<TaskFields> fields_first(const std::string& text) const;    // where they stand before the text
    std::optional<TaskFields> person_and_day(const std::string& text) const;
    reading::Deadline new_day(const std::string& state) const;
    bool names_responsible(const std::string& text) const;    // people or roles and nothing else
    bool is_responsible(const std::string& part) const;
    // „Komise ukládá tajemnici předložit …“: whom, and what from the infinitive on.
    bool take_imposed(TaskFound&) const;
    // Known people, and those whom an initial, a title or „pan“ tells.
    std::vector<PersonInText> people_told(const reading::Letters&) const;

    // „Malý a Nová předloží návrh“, „předložit návrh (Novák, do 5. 5.)“
    void inline_person(TaskFound&) const;
    // „Torneček“ where Tomeček is known.
    std::optional<std::string> as_scanned(const std::string& name) const;
    // „JV“ of the only one whose names begin so.
    std::optional<std::string> by_initials(const std::string&) const;

    // In brackets, behind the last dash or before a colon: a name nobody knew before.
    void take_bracketed_person(const reading::Letters&, TaskFound&) const;

    // Keeps it once, and its lines for tasks.
    void add(TaskFound, std::size_t first, std::size_t last);
    // Other sentences on its lines stay open to other readers.
    void add_told(TaskFound, const reading::Sentence&);

    MinutesSource& source_;
    MinutesFacts& facts_;
    std::set<std::size_t>& own_;    // lines of tasks
    KnownPeople people_;
};

// Rows under headings such as Úkol, Zodpovídá, Termín.
void read_task_tables(MinutesSource&, MinutesFacts&, std::set<std::size_t>& own);
// „Z minula: adresář (Nová) splněno, mapa (Malý) trvá do 24. 4.“
void read_old_tasks(MinutesSource&, MinutesFacts&, std::set<std::size_t>& own);
// „Úkol: …“, „Z: …“, „T: …“ one under another or behind a text.
void read_labelled_tasks(MinutesSource&, MinutesFacts&, std::set<std::size_t>& own);
// One line for each: the text, then person, day and state behind signs.
void read_field_tasks(MinutesSource&, MinutesFacts&, std::set<std::size_t>& own);
// „Do příště: Jana Nová – ceny, Petr Malý – sál“: several in one line.
void read_tasks_in_one_line(MinutesSource&, MinutesFacts&, std::set<std::size_t>& own);
// Lists below „Úkoly:“, boxes to be ticked.
void read_listed_tasks(MinutesSource&, MinutesFacts&, std::set<std::size_t>& own);
// Sentences that ask somebody: „(úkol: Nová, 15. 12.)“, „Zajistí paní Nová do …“, „… Nové, aby …“.
void read_requested_tasks(MinutesSource&, MinutesFacts&, std::set<std::size_t>& own);
// Sentences: old tasks that go on, and who will do what by when.
void read_told_tasks(MinutesSource&, MinutesFacts&, std::set<std::size_t>& own);

}
