// Files to an item of the agenda, or to a meeting as a whole: the attendance sheet as it was signed (row 4.02).
#pragma once

#include "platform/files/stored_file.hpp"
#include "workgroups/meetings/meeting.hpp"

namespace workgroups {

inline constexpr std::int64_t papers_most = 30;    // of one meeting

struct AgendaPaper {
    Id<AgendaPaper> id{};
    Id<files::File> file_id{};
    std::optional<Id<Meeting>> meeting_id{};    // of those that belong to no item
    std::optional<Id<AgendaItem>> agenda_item_id{};
    std::string purpose = "paper";    // paper, attendance
    std::string title{};
    bool removed = false;    // taken away; can be brought back
    Kept kept{};

    static constexpr auto table = "agenda_papers";
    static constexpr auto content = "planning";    // of its search
    static void each_field(auto& paper, auto& visit) {
        visit("id", paper.id), visit("file_id", paper.file_id), visit("meeting_id", paper.meeting_id);
        visit("agenda_item_id", paper.agenda_item_id), visit("purpose", paper.purpose), visit("title", paper.title);
        visit("removed", paper.removed);
        Kept::each_field(paper.kept, visit);
    }
};

struct ListedPaper {
    AgendaPaper paper{};
    std::int64_t size_bytes = 0;
    std::string type{};
    bool has_text = false, waits = false;    // for the search
    std::optional<std::string> fault{};      // why it was not read: a fault of platform/reading

    // Why only its name is searched, as the key of a text; empty where its words are too.
    std::string unsearched() const;
    static void each_field(auto& listed, auto& visit) {
        AgendaPaper::each_field(listed.paper, visit);
        visit("size_bytes", listed.size_bytes), visit("type", listed.type);
        visit("has_text", listed.has_text), visit("waits", listed.waits), visit("fault", listed.fault);
    }
};

// Of its items and of the meeting itself, removed ones too, in the order in which they were added.
std::vector<ListedPaper> papers_of(db::Session&, Id<Meeting>);
// One that belongs to the meeting.
std::optional<ListedPaper> find_paper(db::Session&, Id<Meeting>, Id<AgendaPaper>);
// Its text is read soon after.
Id<AgendaPaper> keep_paper(const Author&, files::File, AgendaPaper);
bool set_paper_removed(const Author&, const AgendaPaper&, bool removed);    // false if it was so

}
