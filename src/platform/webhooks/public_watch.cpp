// Looks, compares and remembers.
#include "platform/webhooks/public_watch.hpp"

#include <algorithm>
#include <map>
#include <sodium.h>

namespace webhooks {

namespace {

constexpr std::size_t records_of_step = 200;    // in one transaction

struct WatchRow {
    std::string code{};
    std::string stamp{};
    bool ready = false;

    static void each_field(auto& row, auto& visit) {
        visit("code", row.code), visit("stamp", row.stamp), visit("ready", row.ready);
    }
};

struct RecordRow {
    std::string kind{};
    Uuid record_id{};
    db::Bytes digest{};
    std::string path{};
    std::string api_path{};

    static constexpr auto table = "webhook_records";
    static void each_field(auto& row, auto& visit) {
        visit("kind", row.kind), visit("record_id", row.record_id), visit("digest", row.digest);
        visit("path", row.path), visit("api_path", row.api_path);
    }
};

struct Difference {
    const RecordKind* kind;
    std::optional<RecordRow> before{};
    std::optional<PublicRecord> now{};
};

bool hidden(const db::Bytes& digest) { return digest == hidden_digest(); }

// Compared by what it says, and by where it may be read.
bool same(const RecordRow& before, const PublicRecord& now) {
    return before.digest == now.digest && before.path == now.path && before.api_path == now.api_path;
}

// The kind of the event, or nothing.
std::string happened(const Difference& difference) {
    auto& [kind, before, now] = difference;
    bool was_hidden = before && hidden(before->digest), is_hidden = now && hidden(now->digest);
    if (!before) return is_hidden ? "" : kind->created;
    if (!now) return was_hidden ? "" : kind->removed;
    return was_hidden && is_hidden ? "" : kind->changed;
}

std::vector<Difference> differences(const Watch& watch, std::vector<RecordRow> known,
                                    std::vector<PublicRecord> records) {
    std::map<std::pair<std::string, Uuid>, RecordRow> by_id;
    for (auto& row : known) {
        auto key = std::pair{row.kind, row.record_id};
        by_id.emplace(std::move(key), std::move(row));
    }
    auto kind_of = [&](const std::string& code) {
        auto found = std::ranges::find(watch.kinds, code, &RecordKind::code);
        return found == watch.kinds.end() ? nullptr : &*found;
    };
    std::vector<Difference> found;
    for (auto& record : records) {
        auto before = by_id.extract({record.kind, record.id});
        if (before && same(before.mapped(), record)) continue;
        Difference one{kind_of(record.kind)};
        if (before) one.before = std::move(before.mapped());
        one.now = std::move(record);
        found.push_back(std::move(one));
    }
    for (auto& [key, row] : by_id)
        if (auto kind = kind_of(row.kind)) found.push_back({kind, std::move(row), {}});
    return found;
}

// Who was faster tells of it; false for the other.
bool remember(db::Session& work, const Difference& difference) {
    auto& [kind, before, now] = difference;
    if (!before)
        return work.run("INSERT INTO webhook_records (kind, record_id, digest, path, api_path)"
                        " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (kind, record_id) DO NOTHING",
                        now->kind, now->id, now->digest, now->path, now->api_path) == 1;
    if (!now)
        return work.run("DELETE FROM webhook_records WHERE kind = $1 AND record_id = $2 AND digest = $3", before->kind,
                        before->record_id, before->digest) == 1;
    return work.run("UPDATE webhook_records SET digest = $1, path = $2, api_path = $3 WHERE kind = $4"
                    " AND record_id = $5 AND digest = $6 AND path = $7",
                    now->digest, now->path, now->api_path, now->kind, now->id, before->digest, before->path) == 1;
}

About about(const Difference& difference, const std::string& public_url) {
    auto& [kind, before, now] = difference;
    auto id = now ? now->id : before->record_id;
    auto path = now ? now->path : before->path, api_path = now ? now->api_path : before->api_path;
    return {kind->code, id, public_url + path, api_path.empty() ? "" : public_url + api_path};
}

void forget_all(db::Session& work, const Watch& watch) {
    for (auto& kind : watch.kinds) work.run("DELETE FROM webhook_records WHERE kind = $1", kind.code);
    work.run("DELETE FROM webhook_watches WHERE code = $1", watch.code);
}

std::optional<WatchRow> watch_row(db::Session& db, const Watch& watch) {
    return db.maybe<WatchRow>("SELECT * FROM webhook_watches WHERE code = $1", watch.code);
}

void keep_stamp(db::Session& work, const Watch& watch, const std::string& stamp, bool ready) {
    work.run("INSERT INTO webhook_watches (code, stamp, ready) VALUES ($1, $2, $3)"
             " ON CONFLICT (code) DO UPDATE SET stamp = $2, ready = $3",
             watch.code, stamp, ready);
}

}

db::Bytes digest_of(std::string_view text) {
    db::Bytes hash(16);
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       nullptr, 0);
    return hash;
}

std::vector<std::string> Watches::event_kinds() const {
    std::vector<std::string> kinds;
    for (auto& watch : all)
        for (auto& kind : watch.kinds)
            for (auto event : {&kind.created, &kind.changed, &kind.removed})
                if (!event->empty() && !std::ranges::count(kinds, *event)) kinds.push_back(*event);
    return kinds;
}

std::int64_t look(db::Database& database, const Clock& clock, const Watch& watch, const std::string& public_url) {
    auto day = day_in_prague(clock.now());
    auto [wanted, row, stamp] = database.in_read_transaction([&](db::Session& db) {
        return std::tuple{!active_subscriptions(db).empty(), watch_row(db, watch), watch.stamp(db, day)};
    });
    if (!wanted) {
        if (row) database.in_write_transaction([&](db::Session& work) { forget_all(work, watch); });
        return 0;
    }
    if (row && row->ready && row->stamp == stamp) return 0;
    bool silent = !row || !row->ready;
    if (!row) database.in_write_transaction([&](db::Session& work) { keep_stamp(work, watch, "", false); });
    // NB: what is known is read before what is there now, so that of two servers the slower one finds its knowledge
    // outdated and never tells of a change backwards.
    std::vector<RecordRow> known;
    {
        auto lease = database.read();
        for (auto& kind : watch.kinds)
            for (auto& one : lease->all<RecordRow>("SELECT * FROM webhook_records WHERE kind = $1", kind.code))
                known.push_back(std::move(one));
    }
    auto records = database.in_read_transaction([&](db::Session& db) { return watch.read(db, day); });
    auto found = differences(watch, std::move(known), std::move(records));
    std::int64_t events = 0;
    for (std::size_t at = 0; at < found.size(); at += records_of_step)
        events += database.in_write_transaction([&](db::Session& work) {
            auto active = active_subscriptions(work);
            std::int64_t told = 0;
            for (auto n = at; n < std::min(found.size(), at + records_of_step); ++n) {
                if (!remember(work, found[n]) || silent) continue;
                auto event = happened(found[n]);
                if (event.empty()) continue;
                tell(work, clock.now(), active, event, about(found[n], public_url));
                ++told;
            }
            return told;
        });
    database.in_write_transaction([&](db::Session& work) { keep_stamp(work, watch, stamp, true); });
    return events;
}

}
