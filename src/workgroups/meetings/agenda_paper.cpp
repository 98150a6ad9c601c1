// Keeps papers.
#include "workgroups/meetings/agenda_paper.hpp"

namespace workgroups {

std::vector<ListedPaper> papers_of(db::Session& db, Id<Meeting> meeting) {
    return db.all<ListedPaper>("SELECT agenda_papers.*, files.size_bytes, files.type FROM agenda_papers"
                               " JOIN files ON files.id = file_id WHERE meeting_id = $1 OR agenda_item_id IN"
                               " (SELECT id FROM agenda_items WHERE meeting_id = $1) ORDER BY agenda_papers.id",
                               meeting);
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
    return add(author, paper);
}

}
