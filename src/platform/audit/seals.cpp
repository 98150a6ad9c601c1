// Seals and verifies: BLAKE2b over the previous root and the digest of each row in order.
#include "platform/audit/seals.hpp"

#include "platform/audit/anchors.hpp"
#include "platform/audit/digest.hpp"
#include "platform/db/database.hpp"
#include "platform/db/record.hpp"
#include "platform/db/transaction.hpp"
#include "platform/history/plain_value.hpp"

#include <map>

namespace audit {

namespace {

struct Seal {
    Id<Seal> id{};
    std::string chain{};
    std::int64_t number = 0;
    Instant sealed_at{};
    std::int64_t row_count = 0;
    db::Bytes root{};
    db::Bytes previous_root{};

    static void each_field(auto& seal, auto& visit) {
        visit("id", seal.id), visit("chain", seal.chain), visit("number", seal.number);
        visit("sealed_at", seal.sealed_at), visit("row_count", seal.row_count), visit("root", seal.root);
        visit("previous_root", seal.previous_root);
    }
};

db::Bytes root_of(const db::Bytes& previous, const std::vector<Row>& rows) {
    Digest root;
    root.add(previous);
    for (auto& row : rows) {
        Digest digest;
        auto values = db::values_of(row);
        for (auto& value : values) digest.add(history::plain_text(value));
        root.add(digest.finished());
    }
    return root.finished();
}

std::string chain_of(const Row& row) {
    return row.organisation_id ? to_text(*row.organisation_id) : "strangers and jobs";
}

}

std::int64_t seal(db::Database& database, Instant now, std::int64_t most, Instant since) {
    auto lease = database.write();
    db::Transaction work{*lease, db::Intent::write};
    auto& db = work.session();
    auto waiting =
        db.all<Row>("SELECT audit_rows.* FROM audit_rows LEFT JOIN audit_sealed_rows ON row_id = audit_rows.id"
                    " WHERE row_id IS NULL AND happened_at >= $2 ORDER BY happened_at, audit_rows.id LIMIT $1",
                    most, since);
    std::map<std::string, std::vector<Row>> chains;
    for (auto& row : waiting) chains[chain_of(row)].push_back(row);
    for (auto& [chain, rows] : chains) {
        auto last = db.maybe<Seal>("SELECT * FROM audit_seals WHERE chain = $1 ORDER BY number DESC LIMIT 1", chain);
        Seal seal{Id<Seal>::made_at(now),
                  chain,
                  last ? last->number + 1 : 1,
                  now,
                  std::int64_t(rows.size()),
                  {},
                  last ? last->root : db::Bytes(root_bytes)};
        seal.root = root_of(seal.previous_root, rows);
        db::insert_record(db, "audit_seals", seal);
        std::int64_t position = 0;
        for (auto& row : rows)
            db.run("INSERT INTO audit_sealed_rows (row_id, seal_id, position) VALUES ($1, $2, $3)", row.id, seal.id,
                   ++position);
    }
    work.commit();
    return std::int64_t(waiting.size());
}

Verdict verify(db::Session& db) {
    Verdict verdict;
    std::map<std::string, db::Bytes> last_root;
    std::map<std::string, std::int64_t> last_number;
    for (auto& seal : db.all<Seal>("SELECT * FROM audit_seals ORDER BY chain, number")) {
        auto rows = db.all<Row>("SELECT audit_rows.* FROM audit_sealed_rows JOIN audit_rows ON audit_rows.id = row_id"
                                " WHERE seal_id = $1 ORDER BY position",
                                seal.id);
        auto expected_previous = last_root.contains(seal.chain) ? last_root[seal.chain] : db::Bytes(root_bytes);
        bool holds = seal.previous_root == expected_previous && seal.number == last_number[seal.chain] + 1 &&
                     std::int64_t(rows.size()) == seal.row_count && root_of(seal.previous_root, rows) == seal.root;
        if (!holds) verdict.broken.push_back(seal.chain + " " + std::to_string(seal.number));
        last_root[seal.chain] = seal.root, last_number[seal.chain] = seal.number;
        ++verdict.seals, verdict.rows += std::int64_t(rows.size());
    }
    for (auto day : broken_anchors(db)) verdict.broken.push_back("anchor of " + to_iso(day));
    verdict.unsealed =
        db.one<std::int64_t>("SELECT count(*) FROM audit_rows LEFT JOIN audit_sealed_rows ON row_id = audit_rows.id"
                             " WHERE row_id IS NULL");
    return verdict;
}

}
