// The letters that wait, and what became of them.
#pragma once

#include "platform/mail/mail.hpp"
#include "platform/time/instant.hpp"

namespace mail {

// A letter is tried for so long, at growing intervals.  One that lay untried as long (no server was configured, the
// program stood still) is held: nobody wants an old letter that an administrator has not looked at.
inline constexpr auto tried_for = std::chrono::hours{5 * 24};
// One try, until somebody else may take the letter for lost.
inline constexpr auto one_try_takes = std::chrono::minutes{10};
// The text of a letter that failed or is held may be needed to send it again; then it goes.
inline constexpr auto text_kept_for = std::chrono::hours{7 * 24};
// A row without text: to whom, what kind, when.
inline constexpr auto row_kept_for = std::chrono::hours{180 * 24};

struct QueuedLetter {
    Id<QueuedLetter> id{};
    std::string recipient{};
    std::string recipient_name{};
    std::string subject{};
    std::string body{};
    std::string kind{};
    std::string state = "waiting";    // sent, failed, held, discarded
    std::int64_t attempts = 0;
    std::optional<std::string> last_error{};    // a code without personal data
    Instant next_attempt_at{};
    std::optional<Instant> trying_until{};    // somebody has it under way, unless they were killed
    Instant give_up_at{};
    std::optional<Instant> ended_at{};
    std::optional<Instant> emptied_at{};    // the text and attachments are gone
    Kept kept{};

    static constexpr auto table = "letters";
    bool waits() const { return state == "waiting"; }
    bool can_be_sent_again() const { return (state == "failed" || state == "held" || waits()) && !emptied_at; }
    bool can_be_discarded() const { return state == "failed" || state == "held" || waits(); }
    static void each_field(auto& letter, auto& visit) {
        visit("id", letter.id), visit("recipient", letter.recipient), visit("recipient_name", letter.recipient_name);
        visit("subject", letter.subject), visit("body", letter.body), visit("kind", letter.kind);
        visit("state", letter.state), visit("attempts", letter.attempts), visit("last_error", letter.last_error);
        visit("next_attempt_at", letter.next_attempt_at), visit("trying_until", letter.trying_until);
        visit("give_up_at", letter.give_up_at), visit("ended_at", letter.ended_at);
        visit("emptied_at", letter.emptied_at);
        Kept::each_field(letter.kept, visit);
    }
};

std::optional<QueuedLetter> find_letter(db::Session&, Id<QueuedLetter>);
Letter whole(db::Session&, const QueuedLetter&);    // with its attachments

// After how many tries how long to wait: 1, 2, 4… minutes, at most 4 hours.
std::chrono::minutes wait_after(std::int64_t attempts);

bool has_due(db::Session&, Instant now);
// The letter whose turn it is, taken for one try; a server killed meanwhile leaves it to the next one.
std::optional<QueuedLetter> take_next(db::Session& work, Instant now);
void note_sent(db::Session& work, const QueuedLetter&, Instant now);    // and empties it
void note_failure(db::Session& work, const QueuedLetter&, const std::string& error, bool for_good, Instant now);
void give_back(db::Session& work, const QueuedLetter&, Instant now);    // not tried after all

// What ran out: letters nobody tried, texts nobody needs, rows nobody asks for.  Says how many it touched.
std::int64_t tidy(db::Session& work, Instant now);
bool needs_tidying(db::Session&, Instant now);

// An administrator's acts; false if it is too late for them.
bool send_again(db::Session& work, Id<QueuedLetter>, Instant now);
bool discard(db::Session& work, Id<QueuedLetter>, Instant now);

std::int64_t count_troubled(db::Session&);    // failed and held: somebody should look

}
