// Learns the size of the next transaction from the last one, and leaves room between them.
#include "network/register/register_pace.hpp"

#include <thread>

namespace network {

namespace {

constexpr std::size_t least = 2;    // one by one, committing would take most of the time
constexpr auto longest_rest = std::chrono::milliseconds{40};

}

// Another process finds SQLite's lock free only by looking now and then (after 1, 2, 5, 10, 15… ms): it stays free two
// thirds as long as it was held.  Within one process, and on PostgreSQL, whoever waits comes next anyway.
void Pace::rest() const {
    if (database_.kind() != db::Kind::sqlite) return;
    std::this_thread::sleep_until(ended_ + std::min<Watch::duration>(held_ * 2 / 3, longest_rest));
}

void Pace::took(std::size_t done, Watch::duration held) {
    ended_ = Watch::now(), held_ = held;
    if (done == 0) return;
    // One that was put aside by a busy machine says little: it counts a quarter.
    auto each = held / Watch::rep(done);
    usual_ = usual_ == Watch::duration{} ? each : (usual_ * 3 + each) / 4;
    auto fits = std::size_t(Watch::duration{holds_} / std::max(usual_, Watch::duration{1}));
    most_ = std::clamp(std::min(fits, most_ * 2), least, most_ever_);
}

void settle_pages(db::Database& database) {
    if (database.kind() == db::Kind::sqlite)
        db::Session{database.url()}.driver().script("PRAGMA wal_checkpoint(PASSIVE)");
}

}
