// Keeps what was read in papers.
#include "workgroups/meetings/paper_text.hpp"

namespace workgroups {

namespace {

keys::Where text_place(Id<AgendaPaper> paper) { return {"paper_texts", "body", paper.uuid}; }

// At the end of a line where there is one, never within a character.
std::string at_most(std::string text, std::size_t most) {
    if (text.size() <= most) return text;
    auto end = text.rfind('\n', most);
    if (end == text.npos || end < most / 2)
        for (end = most; (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80;) --end;
    text.resize(end);
    return text;
}

struct SealedText {
    std::string title{};
    Id<keys::KeyName> key_id{};
    db::Bytes body{};
    static void each_field(auto& text, auto& visit) {
        visit("title", text.title), visit("key_id", text.key_id), visit("body", text.body);
    }
};

}

std::optional<UnreadPaper> next_unread_paper(db::Session& db, Id<AgendaPaper> after, bool wait_for_pdf_tool) {
    return db.maybe<UnreadPaper>(
        "SELECT agenda_papers.id AS paper_id, files.* FROM agenda_papers JOIN files ON files.id = file_id"
        " LEFT JOIN paper_texts ON paper_texts.paper_id = agenda_papers.id"
        " WHERE agenda_papers.id > $1 AND removed = FALSE AND (tries IS NULL OR (fault = 'no_pdf_tool' AND $2)"
        " OR (body IS NULL AND fault IS NULL AND tries < $3))"
        " AND NOT EXISTS (SELECT 1 FROM erasures WHERE erasures.key_id = files.key_id)"
        " ORDER BY agenda_papers.id LIMIT 1",
        after, wait_for_pdf_tool, paper_tries_most);
}

std::int64_t count_unread_papers(db::Session& db) {
    return db.one<std::int64_t>(
        "SELECT count(*) FROM agenda_papers LEFT JOIN paper_texts ON paper_texts.paper_id = agenda_papers.id"
        " WHERE removed = FALSE AND (tries IS NULL OR (body IS NULL AND fault IS NULL AND tries < $1))",
        paper_tries_most);
}

void begin_reading(db::Session& work, const UnreadPaper& paper, Instant now) {
    work.run("INSERT INTO paper_texts (paper_id, tries, read_at, organisation_id, retention)"
             " VALUES ($1, 1, $2, $3, 'attachment')"
             " ON CONFLICT (paper_id) DO UPDATE SET tries = paper_texts.tries + 1",
             paper.id, now, paper.file.kept.organisation_id);
}

void give_try_back(db::Session& work, const UnreadPaper& paper) {
    work.run("UPDATE paper_texts SET tries = tries - 1 WHERE paper_id = $1 AND tries > 0", paper.id);
}

void keep_paper_text(db::Session& work, keys::KeyRoom& keys, const UnreadPaper& paper, std::string text, Instant now) {
    auto key = keys.store().find(paper.file.key_id);
    if (!key) throw Gone{};
    auto sealed = keys::seal(*key, text_place(paper.id), at_most(std::move(text), paper_text_most));
    work.run("UPDATE paper_texts SET body = $1, fault = NULL, read_at = $2 WHERE paper_id = $3", sealed.bytes, now,
             paper.id);
    history::count_up(work, AgendaPaper::content);
}

void keep_paper_fault(db::Session& work, const UnreadPaper& paper, std::string_view fault, Instant now) {
    work.run("UPDATE paper_texts SET body = NULL, fault = $1, read_at = $2 WHERE paper_id = $3", std::string{fault},
             now, paper.id);
}

std::optional<PaperText> paper_text(db::Session& db, keys::KeyRoom& keys, Id<AgendaPaper> paper) {
    auto sealed = db.maybe<SealedText>("SELECT title, key_id, body FROM paper_texts"
                                       " JOIN agenda_papers ON agenda_papers.id = paper_id"
                                       " JOIN files ON files.id = file_id WHERE paper_id = $1 AND body IS NOT NULL",
                                       paper);
    auto key = sealed ? keys.store().find(sealed->key_id) : std::nullopt;
    auto body = key ? keys::open(*key, text_place(paper), keys::Sealed{sealed->body}) : std::nullopt;
    if (!body) return {};
    return PaperText{std::move(sealed->title), std::move(*body)};
}

}
