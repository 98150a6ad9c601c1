// Keeps reports of mistakes and what was answered; holds back who sends too many.
#include "network/mistakes/mistake_report.hpp"

#include <sodium.h>

#include <stdexcept>

namespace network {

Id<MistakeReport> report_mistake(const Author& author, const Service& service, std::string message,
                                 std::optional<std::string> contact) {
    MistakeReport report;
    report.service_id = service.id;
    report.message = std::move(message), report.contact = std::move(contact);
    return add(author, report);
}

std::optional<MistakeReport> find_mistake_report(db::Session& db, Id<MistakeReport> id) {
    return db.maybe<MistakeReport>("SELECT * FROM mistake_reports WHERE id = $1", id);
}

std::vector<MistakeReport> list_mistake_reports(db::Session& db, const std::string& state) {
    if (state == "new")
        return db.all<MistakeReport>("SELECT * FROM mistake_reports WHERE state = $1 ORDER BY created_at, id", state);
    return db.all<MistakeReport>("SELECT * FROM mistake_reports WHERE state = $1 ORDER BY settled_at DESC, id DESC",
                                 state);
}

std::int64_t count_mistake_reports(db::Session& db, const std::string& state) {
    return db.one<std::int64_t>("SELECT count(*) FROM mistake_reports WHERE state = $1", state);
}

std::int64_t count_mistake_reports(db::Session& db, const std::string& state, Id<Service> service) {
    return db.one<std::int64_t>("SELECT count(*) FROM mistake_reports WHERE state = $1 AND service_id = $2", state,
                                service);
}

void settle(const Author& author, const MistakeReport& report, const std::string& state, std::string answer) {
    if (state != "settled" && state != "rejected") throw std::invalid_argument{"a report is settled or rejected"};
    if (report.state != "new") throw Conflict{};
    auto settled = report;
    settled.state = state, settled.settled_by = author.user, settled.settled_at = author.now;
    settled.answer = std::move(answer);
    change(author, report, settled);
}

bool reopen(const Author& author, const MistakeReport& report) {
    auto waiting = report;
    waiting.state = "new", waiting.settled_by.reset(), waiting.settled_at.reset(), waiting.answer.reset();
    return change(author, report, waiting);
}

namespace {

struct Sender {
    Instant began_at{};
    std::int64_t reports{};
    static void each_field(auto& sender, auto& visit) {
        visit("began_at", sender.began_at), visit("reports", sender.reports);
    }
};

db::Bytes hash_of(std::string_view remote) {
    db::Bytes hash(16);
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(remote.data()), remote.size(),
                       nullptr, 0);
    return hash;
}

}

bool take_turn(db::Session& work, std::string_view remote, Instant now) {
    work.run("DELETE FROM mistake_report_senders WHERE began_at <= $1", now - std::chrono::hours{1});
    auto sender = hash_of(remote);
    auto known = work.maybe<Sender>("SELECT began_at, reports FROM mistake_report_senders WHERE sender = $1", sender);
    if (known && known->reports >= mistakes_an_hour) return false;
    work.run("INSERT INTO mistake_report_senders (sender, began_at, reports) VALUES ($1, $2, 1)"
             " ON CONFLICT (sender) DO UPDATE SET reports = mistake_report_senders.reports + 1",
             sender, now);
    return true;
}

}
