// Keeps proposals and what became of each field.
#include "network/proposals/proposal.hpp"

#include "network/facilities/premises.hpp"

#include <algorithm>

namespace network {

std::optional<Proposal> find_proposal(db::Session& db, Id<Proposal> id) {
    return db.maybe<Proposal>("SELECT * FROM proposals WHERE id = $1", id);
}

std::vector<ProposalField> fields_of(db::Session& db, const Proposal& proposal) {
    return db.all<ProposalField>("SELECT * FROM proposal_fields WHERE proposal_id = $1 AND round = $2 ORDER BY field",
                                 proposal.id, proposal.round);
}

std::vector<Proposal> open_proposals(db::Session& db, const std::string& kind, const Uuid& record) {
    return db.all<Proposal>("SELECT * FROM proposals WHERE kind = $1 AND record_id = $2"
                            " AND state IN ('proposed', 'returned') ORDER BY id DESC",
                            kind, record);
}

// --- what is trusted -------------------------------------------------------------------------------------------------

namespace {

struct TrustedField {
    Id<TrustedField> id{};
    std::string kind{};
    std::string field{};
    std::optional<Instant> ended_at{};
    Kept kept{};

    std::string name() const { return kind + ":" + field; }

    static constexpr auto table = "trusted_fields";
    static void each_field(auto& trusted, auto& visit) {
        visit("id", trusted.id), visit("kind", trusted.kind), visit("field", trusted.field);
        visit("ended_at", trusted.ended_at);
        Kept::each_field(trusted.kept, visit);
    }
};

std::vector<TrustedField> trusted_now(db::Session& db) {
    return db.all<TrustedField>("SELECT * FROM trusted_fields WHERE ended_at IS NULL ORDER BY kind, field");
}

}

TrustedFields trusted_fields(db::Session& db) {
    TrustedFields names;
    auto standing = trusted_now(db);
    for (auto& one : standing) names.insert(one.name());
    return names;
}

bool trusted(const TrustedFields& fields, const std::string& kind, const std::string& field) {
    return fields.contains(kind + ":" + field.substr(0, field.find('.')));
}

bool keep_trusted_fields(const Author& author, const TrustedFields& wished) {
    auto standing = trusted_now(author.work);
    auto fresh = wished;
    bool changed = false;
    for (auto& one : standing) {
        if (fresh.erase(one.name()) > 0) continue;
        auto ended = one;
        ended.ended_at = author.now;
        changed |= change(author, one, ended);
    }
    for (auto& name : fresh) {
        auto colon = name.find(':');
        add(author, TrustedField{{}, name.substr(0, colon), name.substr(colon + 1), {}, {}});
    }
    return changed || !fresh.empty();
}

// --- proposing -------------------------------------------------------------------------------------------------------

namespace {

// Says of what is saved that a provider wished it, who of the provider, and through the author who let it be.
Author on_proposal(const Author& author, const EditedRecord& record, Id<User> by) {
    auto who = author.work.maybe<std::string>("SELECT name FROM people WHERE id = $1", by).value_or("");
    auto provider = find_provider(author.work, record.provider);
    auto label = who + (who.empty() ? "" : ", ") + provider->shown_name();
    auto source = history::keep_source(author.work, author.now, author.user, record.kept_by, "proposal", label);
    return {author.work, author.now, author.user, record.kept_by, source};
}

// Where the place is a secret one, nothing that leads to it stays behind, be it only wished.
void forget_wished_place(db::Session& work, const EditedRecord& record) {
    std::optional<Id<Facility>> id;
    if (record.kind == "facility") id = Id<Facility>{record.record};
    if (record.kind == "premises")
        if (auto premises = find_premises(work, Id<Premises>{record.record})) id = premises->facility_id;
    auto place = id ? find_facility(work, *id) : std::nullopt;
    if (place && place->secret) forget_wishes_for_place(work, place->id, false);
}

// What is not kept of a place that is to be secret is not proposed either.
bool would_be_dropped(db::Session& work, const EditedRecord& record, const Sheet& wished, const std::string& field) {
    if (record.kind == "facility")
        return value_in(wished, "tajne") == "ano" &&
               (field == "ulice" || field == "psc" || field == "obec" || field == "souradnice" ||
                field == "priblizne" || field == "cesta");
    if (record.kind != "premises" || field != "obec") return false;
    auto id = Id<Facility>::parse(value_in(wished, "misto"));
    auto place = id ? find_facility(work, *id) : std::nullopt;
    return place && place->secret;
}

// Each field that is wished; those that are trusted are saved.  True if any of them waits.
bool keep_round(const Author& author, const Proposal& proposal, const EditedRecord& record, const Sheet& wished) {
    auto trusting = trusted_fields(author.work);
    Sheet at_once;
    bool waits = false;
    auto differing = record.differing(wished);
    std::erase_if(differing,
                  [&](auto& name) { return would_be_dropped(author.work, record, record.with(wished), name); });
    for (auto& name : differing) {
        bool passes = record.kind != "new_service" && trusted(trusting, record.kind, name);
        auto value = value_in(wished, name);
        if (passes) at_once[name] = value;
        waits |= !passes;
        author.work.run("INSERT INTO proposal_fields (proposal_id, round, field, old_value, new_value, accepted_value,"
                        " outcome) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                        proposal.id, proposal.round, name, value_in(record.now, name), value,
                        passes ? std::optional{value} : std::nullopt, passes ? "trusted" : "waiting");
    }
    if (!at_once.empty()) record.save(on_proposal(author, record, *author.user), record.with(at_once));
    return waits;
}

void describe(Proposal& proposal, const Author& author, const EditedRecord& record, const Sheet& wished,
              const std::string& note) {
    proposal.base_version = record.version;
    proposal.note = text_or_nothing(note);
    proposal.proposed_by = *author.user, proposal.proposed_at = author.now;
    if (record.kind == "new_service") proposal.title = value_in(wished, "nazev");
}

}

Id<Proposal> propose(const Author& author, const EditedRecord& record, const Sheet& wished, const std::string& note) {
    Author kept{author.work, author.now, author.user, record.kept_by, author.source};
    Proposal proposal;
    proposal.kind = record.kind, proposal.provider_id = record.provider;
    if (record.kind != "new_service") proposal.record_id = Id<void>{record.record};
    describe(proposal, author, record, wished, note);
    add(kept, proposal);
    if (!keep_round(author, proposal, record, wished)) {
        auto done = proposal;
        done.state = "approved", done.decided_at = author.now;
        change(kept, proposal, done);
    }
    forget_wished_place(author.work, record);
    return proposal.id;
}

void propose_again(const Author& author, const Proposal& proposal, const EditedRecord& record, const Sheet& wished,
                   const std::string& note) {
    if (!proposal.open()) throw Conflict{};
    auto again = proposal;
    ++again.round;
    describe(again, author, record, wished, note);
    bool waits = keep_round(author, again, record, wished);
    again.state = waits ? "proposed" : "approved";
    again.decided_by.reset(), again.decided_at.reset();
    if (!waits) again.decided_at = author.now;
    change(author, proposal, again);
    forget_wished_place(author.work, record);
}

void withdraw(const Author& author, const Proposal& proposal) {
    if (!proposal.open()) throw Conflict{};
    auto after = proposal;
    after.state = "withdrawn";
    change(author, proposal, after);
}

// --- deciding --------------------------------------------------------------------------------------------------------

namespace {

Proposal decided(const Author& author, const Proposal& proposal, const char* state, const std::string& remark) {
    if (!proposal.waits()) throw Conflict{};
    auto after = proposal;
    after.state = state, after.remark = text_or_nothing(remark);
    after.decided_by = author.user, after.decided_at = author.now;
    return after;
}

void settle_field(db::Session& work, const ProposalField& field, const char* outcome,
                  const std::optional<std::string>& accepted) {
    work.run("UPDATE proposal_fields SET outcome = $4, accepted_value = $5 WHERE proposal_id = $1 AND round = $2"
             " AND field = $3",
             field.proposal_id, field.round, field.field, outcome, accepted);
}

}

void give_back(const Author& author, const Proposal& proposal, const std::string& remark) {
    change(author, proposal, decided(author, proposal, "returned", remark));
}

void approve(const Author& author, const Proposal& proposal, const EditedRecord& record, const Sheet& approved,
             const std::string& remark) {
    auto after = decided(author, proposal, approved.empty() ? "returned" : "approved", remark);
    auto fields = fields_of(author.work, proposal);
    for (auto& field : fields) {
        if (field.outcome != "waiting") continue;
        auto accepted = approved.find(field.field);
        if (accepted == approved.end()) settle_field(author.work, field, "refused", {});
        else
            settle_field(author.work, field, accepted->second == field.new_value ? "approved" : "corrected",
                         accepted->second);
    }
    if (!approved.empty()) {
        auto saved = record.save(on_proposal(author, record, proposal.proposed_by), record.with(approved));
        after.record_id = Id<void>{saved};
    }
    change(author, proposal, after);
    forget_wished_place(author.work, record);
}

}
