// Goes his rounds.
#include "platform/mail/postman.hpp"

#include <fmt/format.h>

namespace mail {

namespace {

constexpr auto between_rounds = std::chrono::seconds{2};
constexpr auto after_trouble = std::chrono::seconds{30};    // the database or the server is away

}

Postman::Postman(db::Database& database, const Clock& clock, std::optional<Server> server)
    : database_{database}, clock_{clock} {
    if (server) smtp_.emplace(std::move(*server));
}

void Postman::start() {
    thread_ = std::thread{[this] {
        while (!stopping_) {
            std::chrono::seconds pause = between_rounds;
            try {
                round();
            } catch (const std::exception& error) {
                // The letters stay where they are.
                fmt::print(stderr, "mail: {}\n", error.what());
                pause = after_trouble;
            }
            std::unique_lock lock{mutex_};
            something_.wait_for(lock, pause, [this] { return stopping_.load(); });
        }
    }};
}

void Postman::stop() {
    stopping_ = true;
    something_.notify_all();
    if (thread_.joinable()) thread_.join();
}

int Postman::round() {
    auto tidying = database_.in_read_transaction([&](db::Session& db) { return needs_tidying(db, clock_.now()); });
    if (tidying) database_.in_write_transaction([&](db::Session& work) { tidy(work, clock_.now()); });
    int sent = 0;
    if (!smtp_) return sent;
    while (!stopping_ && try_one(sent)) {}
    smtp_->hang_up();
    return sent;
}

bool Postman::try_one(int& sent) {
    // Most rounds find nothing, and then write nothing.
    auto waits = database_.in_read_transaction([&](db::Session& db) { return has_due(db, clock_.now()); });
    if (!waits) return false;
    auto letter = database_.in_write_transaction([&](db::Session& work) { return take_next(work, clock_.now()); });
    if (!letter) return false;
    // NB: between here and the note of what became of it the letter may go out and the program be killed.  Then it goes
    // out again, with the same Message-ID, by which mail programs know it.
    auto content = database_.in_read_transaction([&](db::Session& db) { return whole(db, *letter); });
    auto text = message({to_text(letter->id), letter->kept.created_at, smtp_->server().from}, content);
    auto outcome = smtp_->send(letter->recipient, text, stopping_);
    database_.in_write_transaction([&](db::Session& work) {
        auto now = clock_.now();
        switch (outcome.kind) {
        case Outcome::Kind::sent: return note_sent(work, *letter, now);
        case Outcome::Kind::stopped: return give_back(work, *letter, now);
        case Outcome::Kind::later: return note_failure(work, *letter, outcome.error, false, now);
        case Outcome::Kind::never: return note_failure(work, *letter, outcome.error, true, now);
        }
    });
    if (outcome.kind == Outcome::Kind::sent) ++sent;
    return !outcome.server_away && outcome.kind != Outcome::Kind::stopped;
}

}
