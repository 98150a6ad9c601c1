// Keeps papers.
#include "workgroups/meetings/agenda_paper.hpp"

#include "workgroups/meetings/paper_reading.hpp"
#include "workgroups/meetings/paper_text.hpp"

namespace workgroups {

std::string ListedPaper::unsearched() const {
    return has_text ? "" : waits ? "agenda.paper.waits_for_reading" : "agenda.paper.by_name_alone";
}

std::vector<ListedPaper> papers_of(db::Session& db, Id<Meeting> meeting) {
    return db.all<ListedPaper>(
        "SELECT agenda_papers.*, files.size_bytes, files.type, body IS NOT NULL AS has_text, fault,"
        " tries IS NULL OR (fault IS NULL AND tries < $2) AS waits FROM agenda_papers"
        " JOIN files ON files.id = file_id LEFT JOIN paper_texts ON paper_texts.paper_id = agenda_papers.id"
        " WHERE meeting_id = $1 OR agenda_item_id IN (SELECT id FROM agenda_items WHERE meeting_id = $1)"
        " ORDER BY agenda_papers.id",
        meeting, paper_tries_most);
}

std::optional<ListedPaper> find_paper(db::Session& db, Id<Meeting> meeting, Id<AgendaPaper> id) {
    for (auto all = papers_of(db, meeting); auto& one : all)
        if (one.paper.id == id) return one;
    return {};
}

Id<AgendaPaper> keep_paper(const Author& author, files::File file, AgendaPaper paper) {
    file.kept.retention = "attachment";
    history::keep_new(author, file);
    paper.file_id = file.id;
    read_papers_soon(author);
    return add(author, paper);
}

bool set_paper_removed(const Author& author, const AgendaPaper& paper, bool removed) {
    auto after = paper;
    after.removed = removed;
    if (!removed) read_papers_soon(author);
    return change(author, paper, after);
}

}
