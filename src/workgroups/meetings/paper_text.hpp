// What was read in the papers of meetings, for the search: sealed with the key of each file, so that it goes with it.
#pragma once

#include "platform/keys/key_room.hpp"
#include "workgroups/meetings/agenda_paper.hpp"

namespace workgroups {

inline constexpr std::size_t paper_text_most = 300'000;    // bytes kept of one, about a hundred pages; the rest is cut
inline constexpr std::int64_t paper_tries_most = 3;        // a reading that ends the program is not begun for ever

// A paper of which nobody knows yet what it says.
struct UnreadPaper {
    Id<AgendaPaper> id{};
    files::File file{};

    static void each_field(auto& paper, auto& visit) {
        visit("paper_id", paper.id);
        files::File::each_field(paper.file, visit);
    }
};

// Behind `after` in the order in which they were added; neither removed ones nor those whose file was erased.  Those
// that only wait for the program that reads PDF come along where it is asked for.
std::optional<UnreadPaper> next_unread_paper(db::Session&, Id<AgendaPaper> after, bool wait_for_pdf_tool);
std::int64_t count_unread_papers(db::Session&);

void begin_reading(db::Session& work, const UnreadPaper&, Instant now);
// It was not the paper's fault: somebody tries again later.
void give_try_back(db::Session& work, const UnreadPaper&);
// Throws Gone if the key of the file was destroyed meanwhile.
void keep_paper_text(db::Session& work, keys::KeyRoom&, const UnreadPaper&, std::string text, Instant now);
void keep_paper_fault(db::Session& work, const UnreadPaper&, std::string_view fault, Instant now);

struct PaperText {
    std::string title{}, body{};
};
// Nothing where it was not read, or its file was erased.
std::optional<PaperText> paper_text(db::Session&, keys::KeyRoom&, Id<AgendaPaper>);

}
