// Anchors the heads of the chains: BLAKE2b over the anchor before, the day, and chain, number and root of each head.
#include "platform/audit/anchors.hpp"

#include "platform/audit/digest.hpp"
#include "platform/db/database.hpp"
#include "platform/db/record.hpp"
#include "platform/db/transaction.hpp"

#include <stdexcept>

namespace audit {

namespace {

struct Head {
    std::string chain{};
    std::int64_t number = 0;
    db::Bytes root{};

    static void each_field(auto& head, auto& visit) {
        visit("chain", head.chain), visit("number", head.number), visit("root", head.root);
    }
};

db::Bytes root_over(const db::Bytes& previous, Date day, const std::vector<Head>& heads) {
    Digest digest;
    digest.add(previous);
    digest.add(to_iso(day));
    for (auto& head : heads) {
        digest.add(head.chain);
        digest.add(std::to_string(head.number));
        digest.add(head.root);
    }
    return digest.finished();
}

std::optional<Anchor> newest(db::Session& db) {
    return db.maybe<Anchor>("SELECT * FROM audit_anchors ORDER BY day DESC LIMIT 1");
}

}

bool anchor(db::Database& database, Instant now) {
    auto day = day_in_prague(now) - std::chrono::days{1};
    {
        auto lease = database.read();
        if (auto last = newest(*lease); last && last->day >= day) return false;
        if (lease->one<std::int64_t>("SELECT count(*) FROM audit_seals WHERE number = 1") == 0) return false;
    }
    auto lease = database.write();
    db::Transaction work{*lease, db::Intent::write};
    auto& db = work.session();
    auto last = newest(db);
    if (last && last->day >= day) return false;    // another server was faster
    auto heads = db.all<Head>("SELECT chain, number, root FROM audit_seals AS seal WHERE number ="
                              " (SELECT max(number) FROM audit_seals WHERE chain = seal.chain) ORDER BY chain");
    Anchor anchor{Id<Anchor>::made_at(now), day, now, {}, last ? last->root : db::Bytes(root_bytes)};
    anchor.root = root_over(anchor.previous_root, day, heads);
    db::insert_record(db, "audit_anchors", anchor);
    for (auto& head : heads)
        db.run("INSERT INTO audit_anchor_heads (anchor_id, chain, number) VALUES ($1, $2, $3)", anchor.id, head.chain,
               head.number);
    work.commit();
    return true;
}

std::vector<Anchor> anchors(db::Session& db, std::int64_t most, std::int64_t skip) {
    return db.all<Anchor>("SELECT * FROM audit_anchors ORDER BY day DESC LIMIT $1 OFFSET $2", most, skip);
}

std::optional<Anchor> anchor_of(db::Session& db, Date day) {
    return db.maybe<Anchor>("SELECT * FROM audit_anchors WHERE day = $1", day);
}

std::vector<Date> broken_anchors(db::Session& db) {
    std::vector<Date> broken;
    db::Bytes previous(root_bytes);
    for (auto& anchor : db.all<Anchor>("SELECT * FROM audit_anchors ORDER BY day")) {
        // NB: a head whose seal is gone has no root here, so the root over all of them is another.
        auto heads =
            db.all<Head>("SELECT head.chain AS chain, head.number AS number, root FROM audit_anchor_heads AS head"
                         " JOIN audit_seals ON audit_seals.chain = head.chain AND audit_seals.number = head.number"
                         " WHERE anchor_id = $1 ORDER BY head.chain",
                         anchor.id);
        if (anchor.previous_root != previous || root_over(previous, anchor.day, heads) != anchor.root)
            broken.push_back(anchor.day);
        previous = anchor.root;
    }
    return broken;
}

std::optional<std::string> disagreement(db::Session& db, std::string_view noted) {
    auto sign = noted.find('=');
    auto day = parse_date(noted.substr(0, sign));
    auto root = sign == noted.npos ? std::nullopt : root_spelled(noted.substr(sign + 1));
    if (!day || !root)
        throw std::invalid_argument{"a noted root is written DAY=ROOT, such as 2026-11-28=3f2a… with 64 digits"};
    auto kept = anchor_of(db, *day);
    if (!kept)
        return "the audit has no root of " + to_iso(*day) + ": it was rewritten or restored from before that day";
    if (kept->root != *root)
        return "the root of " + to_iso(*day) + " was another when it was noted: the audit was rewritten";
    return {};
}

std::string spelled(const db::Bytes& root) {
    std::string text;
    for (std::size_t n = 0; n < root.size(); ++n) {
        if (n > 0 && n % 2 == 0) text += ' ';
        text += "0123456789abcdef"[root[n] >> 4];
        text += "0123456789abcdef"[root[n] & 15];
    }
    return text;
}

std::optional<db::Bytes> root_spelled(std::string_view text) {
    db::Bytes root;
    int half = -1;
    for (char c : text) {
        if (c == ' ') continue;
        auto digit = c >= '0' && c <= '9'                     ? c - '0'
                     : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                              : -1;
        if (digit < 0 || root.size() == root_bytes) return {};
        if (half < 0) half = digit;
        else root.push_back(static_cast<db::Bytes::value_type>(half << 4 | digit)), half = -1;
    }
    if (half >= 0 || root.size() != root_bytes) return {};
    return root;
}

}
