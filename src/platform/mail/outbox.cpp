// Queues letters, lends them to who sends, and empties them.
#include "platform/mail/outbox.hpp"

#include "platform/db/record.hpp"
#include "platform/mail/mail_message.hpp"

namespace mail {

namespace {

constexpr std::size_t text_most = 100'000, attachments_most = 10 << 20;

struct AttachmentRow {
    Id<QueuedLetter> letter_id{};
    std::int64_t position = 0;
    std::string name{};
    std::string type{};
    db::Bytes bytes{};
    Id<Organisation> organisation_id{};
    std::string retention = "letter";

    static void each_field(auto& row, auto& visit) {
        visit("letter_id", row.letter_id), visit("position", row.position), visit("name", row.name);
        visit("type", row.type), visit("bytes", row.bytes), visit("organisation_id", row.organisation_id);
        visit("retention", row.retention);
    }
};

void empty(db::Session& work, Id<QueuedLetter> id, Instant now) {
    work.run("UPDATE letters SET body = '', emptied_at = $1 WHERE id = $2", now, id);
    work.run("DELETE FROM letter_attachments WHERE letter_id = $1", id);
}

}

void send(db::Session& work, Instant now, Id<Organisation> organisation, const Letter& letter) {
    std::size_t bytes = 0;
    for (auto& attachment : letter.attachments) bytes += attachment.bytes.size();
    if (letter.text.size() > text_most || bytes > attachments_most)
        throw std::length_error{"a letter too long to send"};
    QueuedLetter row{Id<QueuedLetter>::made_at(now),
                     one_line(letter.to, 254),
                     one_line(letter.to_name, 200),
                     one_line(letter.subject, 300),
                     letter.text,
                     letter.kind};
    row.next_attempt_at = now, row.give_up_at = now + tried_for;
    // What asked for the letter goes on; the outbox shows that it could not be sent.
    if (!is_address(row.recipient)) row.state = "failed", row.last_error = "address", row.ended_at = now;
    row.kept = {organisation, "letter", 1, now, {}, now, {}};
    db::insert_record(work, QueuedLetter::table, row);
    std::int64_t position = 0;
    for (auto& [name, type, content] : letter.attachments)
        db::insert_record(work, "letter_attachments",
                          AttachmentRow{row.id, position++, one_line(name, 200), safe_type(type),
                                        db::Bytes(content.begin(), content.end()), organisation});
}

std::optional<QueuedLetter> find_letter(db::Session& db, Id<QueuedLetter> id) {
    return db.maybe<QueuedLetter>("SELECT * FROM letters WHERE id = $1", id);
}

Letter whole(db::Session& db, const QueuedLetter& row) {
    Letter letter{row.recipient, row.recipient_name, row.subject, row.body, row.kind};
    for (auto& part :
         db.all<AttachmentRow>("SELECT * FROM letter_attachments WHERE letter_id = $1 ORDER BY position", row.id))
        letter.attachments.push_back({part.name, part.type, std::string(part.bytes.begin(), part.bytes.end())});
    return letter;
}

std::chrono::minutes wait_after(std::int64_t attempts) {
    return std::chrono::minutes{
        std::min<std::int64_t>(std::int64_t{1} << std::min<std::int64_t>(attempts - 1, 10), 240)};
}

bool has_due(db::Session& db, Instant now) {
    return db.one<std::int64_t>("SELECT count(*) FROM letters WHERE state = 'waiting' AND next_attempt_at <= $1"
                                " AND give_up_at > $1 AND (trying_until IS NULL OR trying_until <= $1)",
                                now) > 0;
}

std::optional<QueuedLetter> take_next(db::Session& work, Instant now) {
    for (auto& letter : work.all<QueuedLetter>("SELECT * FROM letters WHERE state = 'waiting' AND next_attempt_at <= $1"
                                               " AND give_up_at > $1 AND (trying_until IS NULL OR trying_until <= $1)"
                                               " ORDER BY next_attempt_at, id LIMIT 5",
                                               now)) {
        auto taken = work.run("UPDATE letters SET attempts = attempts + 1, trying_until = $1, changed_at = $2"
                              " WHERE id = $3 AND attempts = $4 AND state = 'waiting'"
                              " AND (trying_until IS NULL OR trying_until <= $2)",
                              now + one_try_takes, now, letter.id, letter.attempts);
        if (!taken) continue;    // another server has it
        ++letter.attempts;
        return letter;
    }
    return {};
}

void note_sent(db::Session& work, const QueuedLetter& letter, Instant now) {
    work.run(
        "UPDATE letters SET state = 'sent', last_error = NULL, trying_until = NULL, ended_at = $1, changed_at = $1 WHERE id = $2",
        now, letter.id);
    empty(work, letter.id, now);
}

void note_failure(db::Session& work, const QueuedLetter& letter, const std::string& error, bool for_good, Instant now) {
    auto next = now + wait_after(letter.attempts);
    if (for_good || next >= letter.give_up_at)
        work.run(
            "UPDATE letters SET state = 'failed', last_error = $1, trying_until = NULL, ended_at = $2, changed_at = $2"
            " WHERE id = $3 AND state = 'waiting' AND attempts = $4",
            error, now, letter.id, letter.attempts);
    else
        work.run("UPDATE letters SET last_error = $1, next_attempt_at = $2, trying_until = NULL, changed_at = $3"
                 " WHERE id = $4 AND state = 'waiting' AND attempts = $5",
                 error, next, now, letter.id, letter.attempts);
}

void give_back(db::Session& work, const QueuedLetter& letter, Instant now) {
    work.run("UPDATE letters SET attempts = attempts - 1, trying_until = NULL, changed_at = $1"
             " WHERE id = $2 AND state = 'waiting' AND attempts = $3",
             now, letter.id, letter.attempts);
}

bool needs_tidying(db::Session& db, Instant now) {
    return db.one<std::int64_t>(
               "SELECT count(*) FROM letters WHERE (state = 'waiting' AND give_up_at <= $1"
               " AND (trying_until IS NULL OR trying_until <= $1))"
               " OR (state IN ('failed', 'held') AND emptied_at IS NULL AND ended_at <= $2) OR ended_at <= $3",
               now, now - text_kept_for, now - row_kept_for) > 0;
}

std::int64_t tidy(db::Session& work, Instant now) {
    auto touched =
        work.run("UPDATE letters SET state = CASE WHEN attempts = 0 THEN 'held' ELSE 'failed' END,"
                 " ended_at = $1, changed_at = $1"
                 " WHERE state = 'waiting' AND give_up_at <= $1 AND (trying_until IS NULL OR trying_until <= $1)",
                 now);
    for (auto id : work.all<Id<QueuedLetter>>(
             "SELECT id FROM letters WHERE state IN ('failed', 'held') AND emptied_at IS NULL AND ended_at <= $1",
             now - text_kept_for))
        empty(work, id, now), ++touched;
    work.run("DELETE FROM letter_attachments WHERE letter_id IN (SELECT id FROM letters WHERE ended_at <= $1)",
             now - row_kept_for);
    return touched + work.run("DELETE FROM letters WHERE ended_at <= $1", now - row_kept_for);
}

bool send_again(db::Session& work, Id<QueuedLetter> id, Instant now) {
    // A letter under way is left to who has it.
    return work.run("UPDATE letters SET state = 'waiting', next_attempt_at = $1, give_up_at = $2, ended_at = NULL,"
                    " attempts = 0, changed_at = $1 WHERE id = $3 AND emptied_at IS NULL"
                    " AND (state IN ('failed', 'held')"
                    " OR (state = 'waiting' AND (trying_until IS NULL OR trying_until <= $1)))",
                    now, now + tried_for, id) == 1;
}

bool discard(db::Session& work, Id<QueuedLetter> id, Instant now) {
    auto done = work.run("UPDATE letters SET state = 'discarded', ended_at = $1, changed_at = $1"
                         " WHERE id = $2 AND state IN ('waiting', 'failed', 'held')",
                         now, id) == 1;
    if (done) empty(work, id, now);
    return done;
}

std::int64_t count_troubled(db::Session& db) {
    return db.one<std::int64_t>("SELECT count(*) FROM letters WHERE state IN ('failed', 'held')");
}

}
