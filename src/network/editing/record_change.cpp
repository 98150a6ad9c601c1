// Reads the history around a service, provider, place, contract or premises and takes single changes back.
#include "network/editing/record_change.hpp"

#include "network/editing/kept_lines.hpp"
#include "network/facilities/coverage.hpp"
#include "network/facilities/opening_time.hpp"
#include "network/providers/contact.hpp"
#include "network/service_networks/development_proposal.hpp"
#include "network/services/age_limits.hpp"
#include "network/services/agreed_capacity.hpp"
#include "network/services/availability.hpp"
#include "network/services/capacity_interval.hpp"
#include "network/services/capacity_part.hpp"
#include "network/services/capacity_state.hpp"
#include "network/services/refusal_count.hpp"
#include "network/services/related_service.hpp"
#include "network/services/service_form.hpp"
#include "network/services/service_step.hpp"
#include "network/services/service_target_group.hpp"
#include "network/services/service_text.hpp"

#include <map>

namespace network {

namespace {

// An id names one record of one table, so the rows of whatever the owner is are found by the same question.
std::vector<history::Change> changes(db::Session& db, const Uuid& owner, std::int64_t most, std::int64_t skip) {
    return db.all<history::Change>(
        "SELECT changes.id, record_table, record_id, happened_at, user_id, source_id, sources.kind AS source_kind,"
        " sources.label AS source_label, changes.kind FROM changes JOIN sources ON sources.id = source_id"
        " WHERE record_id IN (SELECT id FROM services WHERE id = $1"
        " UNION SELECT id FROM providers WHERE id = $1"
        " UNION SELECT id FROM facilities WHERE id = $1"
        " UNION SELECT id FROM financing_contracts WHERE id = $1"
        " UNION SELECT id FROM premises WHERE id = $1"
        " UNION SELECT id FROM related_services WHERE id = $1"
        " UNION SELECT id FROM service_networks WHERE id = $1"
        " UNION SELECT id FROM network_members WHERE network_id = $1 OR service_id = $1"
        " UNION SELECT id FROM development_proposals WHERE network_id = $1"
        " UNION SELECT id FROM municipal_statements WHERE network_id = $1"
        " UNION SELECT id FROM service_forms WHERE service_id = $1"
        " UNION SELECT id FROM service_target_groups WHERE service_id = $1"
        " UNION SELECT id FROM service_age_bands WHERE service_id = $1"
        " UNION SELECT id FROM service_steps WHERE service_id = $1"
        " UNION SELECT id FROM service_texts WHERE service_id = $1"
        " UNION SELECT id FROM coverages WHERE service_id = $1"
        " UNION SELECT id FROM opening_times WHERE service_id = $1 OR facility_id = $1"
        " UNION SELECT id FROM service_facilities WHERE service_id = $1 OR facility_id = $1"
        " UNION SELECT id FROM financing_contract_services WHERE service_id = $1 OR contract_id = $1"
        " UNION SELECT id FROM service_premises WHERE service_id = $1 OR premises_id = $1"
        " UNION SELECT id FROM registered_capacities WHERE service_id = $1"
        " UNION SELECT id FROM agreed_capacities WHERE service_id = $1"
        " UNION SELECT id FROM free_places WHERE service_id = $1"
        " UNION SELECT id FROM availabilities WHERE service_id = $1"
        " UNION SELECT id FROM capacity_states WHERE service_id = $1"
        " UNION SELECT id FROM refusal_counts WHERE service_id = $1"
        " UNION SELECT id FROM place_confirmers WHERE service_id = $1"
        " UNION SELECT id FROM contacts WHERE owner_id = $1)"
        " ORDER BY happened_at DESC, changes.id DESC LIMIT $2 OFFSET $3",
        owner, most, skip);
}

// The place, contract or premises of a service, or the service there: whichever of the two does not own this history.
std::string other_end(db::Session& db, const history::Change& change, const Uuid& owner) {
    auto names = db.all<std::string>(
        "SELECT CASE WHEN pairs.service_id = $2 THEN pairs.name ELSE services.name END FROM"
        " (SELECT service_facilities.id, service_id, facilities.name FROM service_facilities"
        " JOIN facilities ON facilities.id = facility_id"
        " UNION ALL SELECT opening_times.id, service_id, facilities.name FROM opening_times"
        " JOIN facilities ON facilities.id = facility_id"
        " UNION ALL SELECT financing_contract_services.id, service_id, number FROM financing_contract_services"
        " JOIN financing_contracts ON financing_contracts.id = contract_id"
        " UNION ALL SELECT network_members.id, service_id, service_networks.name FROM network_members"
        " JOIN service_networks ON service_networks.id = network_id"
        " UNION ALL SELECT service_premises.id, service_id, premises.name FROM service_premises"
        " JOIN premises ON premises.id = premises_id) AS pairs"
        " JOIN services ON services.id = pairs.service_id WHERE pairs.id = $1",
        change.record_id, owner);
    return names.empty() ? "" : names.front();
}

// What a service or row does not hold itself, or what belongs to its identity.  A place that became secret gets its
// address back from nobody but who types it again.
bool never_undone(const std::string& table, std::string_view field) {
    static constexpr std::string_view nowhere[] = {
        "id",   "slug",     "service_id",   "owner_id",         "contact",
        "step", "coverage", "opening_time", "contract_service", "premises_service"};
    bool row_of_service =
        table == "services" && (field == "form_code" || field == "group_code" || field == "band_code");
    if (table == "related_services" && field == "coverage") return false;    // a column of its own
    return row_of_service || (table == "facilities" && field == "secret") || std::ranges::count(nowhere, field) > 0;
}

// Numbers in two times: one save replaces some and adds others, and all of that goes back at once.
bool is_number(const std::string& table) { return table == "registered_capacities" || table == "agreed_capacities"; }

bool can_be_undone(const RecordChange& change) {
    // NB: what an import set is put right by the next one.
    if (is_number(change.change.record_table)) return change.change.user_id.has_value();
    if (change.change.record_table == "free_places" && change.change.kind == "created") return true;
    static constexpr std::string_view tables[] = {"free_places",
                                                  "availabilities",
                                                  "capacity_states",
                                                  "refusal_counts",
                                                  "place_confirmers",
                                                  "services",
                                                  "service_forms",
                                                  "service_target_groups",
                                                  "service_age_bands",
                                                  "service_steps",
                                                  "service_texts",
                                                  "coverages",
                                                  "opening_times",
                                                  "contacts",
                                                  "providers",
                                                  "facilities",
                                                  "service_facilities",
                                                  "financing_contracts",
                                                  "premises",
                                                  "service_premises",
                                                  "related_services",
                                                  "service_networks",
                                                  "development_proposals",
                                                  "municipal_statements"};
    return change.change.kind != "created" && std::ranges::count(tables, change.change.record_table) > 0 &&
           !change.fields.empty() && std::ranges::none_of(change.fields, [&](auto& field) {
               return forgotten(field) || never_undone(change.change.record_table, field.field);
           });
}
}

bool leads_to_place(std::string_view field) {
    static constexpr std::string_view fields[] = {
        "name",         "street",   "postal_code", "municipality_code", "municipality_name",
        "address_code", "latitude", "longitude",   "approximate",       "directions"};
    return std::ranges::count(fields, field) > 0;
}

std::string name_of_person(db::Session& db, Id<User> id) {
    return db.maybe<std::string>("SELECT name FROM people WHERE id = $1", id).value_or("");
}

namespace {

// Premises belong to a place and related services to a provider, which people know by their names.
void name_owners(db::Session& db, std::vector<history::FieldChange>& fields) {
    for (auto& field : fields) {
        bool place = field.field == "facility_id";
        if (!place && field.field != "provider_id") continue;
        field.field = place ? "place" : "provider";
        for (auto value : {&field.old_value, &field.new_value}) {
            auto id = *value ? Uuid::parse(**value) : std::nullopt;
            if (!id) continue;
            if (auto facility = place ? find_facility(db, Id<Facility>{*id}) : std::nullopt) *value = facility->name;
            if (auto provider = place ? std::nullopt : find_provider(db, Id<Provider>{*id}))
                *value = provider->shown_name();
        }
    }
}

std::vector<RecordChange> in_words(db::Session& db, const std::vector<history::Change>& changes, const Uuid& owner) {
    std::vector<RecordChange> found;
    std::map<Id<User>, std::string> names;
    for (auto& change : changes) {
        RecordChange whole{change};
        if (change.user_id) {
            auto [known, fresh] = names.try_emplace(*change.user_id);
            if (fresh) known->second = name_of_person(db, *change.user_id);
            whole.who = known->second;
        }
        whole.fields = history::field_changes(db, change.id);
        whole.undoable = can_be_undone(whole);
        if (change.record_table == "premises" || change.record_table == "related_services")
            name_owners(db, whole.fields);
        whole.about = other_end(db, change, owner);
        found.push_back(std::move(whole));
    }
    return found;
}

}

std::vector<RecordChange> changes_around(db::Session& db, const Uuid& owner, std::int64_t most, std::int64_t skip) {
    return in_words(db, changes(db, owner, most, skip), owner);
}

std::vector<RecordChange> changes_of_record(db::Session& db, const Uuid& record) {
    return in_words(db, history::changes_of(db, record), record);
}

// --- undoing ---------------------------------------------------------------------------------------------------------

namespace {

using history::undo;

// An IČO that meanwhile belongs to somebody else stays theirs.
Undoing undo_provider(const Author& author, Id<Provider> id, const std::vector<history::FieldChange>& fields) {
    auto ico = std::ranges::find(fields, "ico", &history::FieldChange::field);
    if (ico != fields.end() && ico->old_value)
        if (auto owner = find_provider_by_ico(author.work, *ico->old_value); owner && owner->id != id)
            return Undoing::not_possible;
    return undo(author, find_provider(author.work, id), fields);
}

// Nor does a number that another contract took.
Undoing undo_contract(const Author& author, Id<FinancingContract> id, const std::vector<history::FieldChange>& fields) {
    auto number = std::ranges::find(fields, "number", &history::FieldChange::field);
    if (number != fields.end() && number->old_value)
        if (auto owner = find_financing_contract(author.work, *number->old_value); owner && owner->id != id)
            return Undoing::not_possible;
    return undo(author, find_financing_contract(author.work, id), fields);
}

// The whole list of rooms as it was before, while it is still the one that the change made.
Undoing undo_rooms(const Author& author, Id<Premises> id, const history::FieldChange& list) {
    auto rooms = rooms_of(author.work, id);
    if (text_of(lines_had(rooms)) != list.new_value.value_or("")) return Undoing::changed_since;
    auto before = list.old_value.value_or("");
    return keep_room_lines(author, id, rooms, before, "undone") ? Undoing::done : Undoing::changed_since;
}

// Premises get the way to a secret place back from nobody either.
Undoing undo_premises(const Author& author, Id<Premises> id, const std::vector<history::FieldChange>& fields) {
    auto rooms = std::ranges::find(fields, "rooms", &history::FieldChange::field);
    if (rooms != fields.end()) return undo_rooms(author, id, *rooms);
    bool place = std::ranges::any_of(
        fields, [](auto& field) { return field.field == "facility_id" || leads_to_place(field.field); });
    if (place && ever_at_secret_place(author.work, id)) return Undoing::not_possible;
    return undo(author, find_premises(author.work, id), fields);
}

bool fits(db::Session& db, const RegisteredCapacity& number) { return !part_problem(db, number); }
bool fits(db::Session&, const AgreedCapacity&) { return true; }

// Nobody but the save that is undone set another number for those days, and a part still fits into its whole.
template <class Number>
bool may_hold_again(db::Session& db, const Number& number, const std::vector<Number>& added) {
    auto held = held_now(db, number);
    return fits(db, number) && std::ranges::none_of(held, [&](auto& one) {
               return meet(one.validity, number.validity) &&
                      std::ranges::find(added, one.id, &Number::id) == added.end();
           });
}

// What one save did to the numbers of a service: those it added are held no longer, those it replaced are held again.
template <class Number>
Undoing undo_numbers(const Author& author, const std::vector<Number>& added, const std::vector<Number>& replaced) {
    for (auto& number : added)
        if (number.recorded.replaced_at) return Undoing::changed_since;
    for (auto& again : replaced)
        if (!may_hold_again(author.work, again, added)) return Undoing::changed_since;
    for (auto& number : added) {
        auto former = number;
        former.recorded.replaced_at = author.now;
        history::keep_change(author, number, former, "undone");
    }
    for (auto again : replaced) {
        again.kept = {}, again.recorded = {};
        add(author, again);
    }
    return added.empty() && replaced.empty() ? Undoing::not_possible : Undoing::done;
}

// NB: the source is that of one save; whatever it touched of this service belongs together.
Undoing undo_registered(const Author& author, Id<history::Source> save, const Uuid& service) {
    auto& db = author.work;
    auto added = db.all<RegisteredCapacity>(
        "SELECT * FROM registered_capacities WHERE service_id = $1 AND EXISTS (SELECT 1 FROM changes"
        " WHERE record_id = registered_capacities.id AND source_id = $2 AND kind = 'created')",
        service, save);
    auto replaced = db.all<RegisteredCapacity>(
        "SELECT * FROM registered_capacities WHERE service_id = $1 AND replaced_at IS NOT NULL AND EXISTS"
        " (SELECT 1 FROM changes WHERE record_id = registered_capacities.id AND source_id = $2 AND kind <> 'created')",
        service, save);
    return undo_numbers(author, added, replaced);
}

Undoing undo_agreed(const Author& author, Id<history::Source> save, const Uuid& service) {
    auto& db = author.work;
    auto added =
        db.all<AgreedCapacity>("SELECT * FROM agreed_capacities WHERE service_id = $1 AND EXISTS (SELECT 1 FROM changes"
                               " WHERE record_id = agreed_capacities.id AND source_id = $2 AND kind = 'created')",
                               service, save);
    auto replaced = db.all<AgreedCapacity>(
        "SELECT * FROM agreed_capacities WHERE service_id = $1 AND replaced_at IS NOT NULL AND EXISTS"
        " (SELECT 1 FROM changes WHERE record_id = agreed_capacities.id AND source_id = $2 AND kind <> 'created')",
        service, save);
    return undo_numbers(author, added, replaced);
}

// A report that was taken back: the one before counts again.
Undoing take_back(const Author& author, const std::optional<FreePlaces>& report, const history::Change& change) {
    if (!report || report->kept.version != 1 || change.kind != "created") return Undoing::changed_since;
    auto after = *report;
    after.ends_on = report->as_of;
    return history::keep_change(author, *report, after, "undone") ? Undoing::done : Undoing::changed_since;
}
}

Undoing undo_change(const Author& author, const Uuid& owner, Id<history::Change> id) {
    auto& db = author.work;
    auto change = db.maybe<history::Change>(
        "SELECT changes.id, record_table, record_id, happened_at, user_id, source_id, sources.kind AS source_kind,"
        " sources.label AS source_label, changes.kind FROM changes"
        " JOIN sources ON sources.id = source_id WHERE changes.id = $1",
        id);
    if (!change) return Undoing::not_found;
    RecordChange whole{*change, {}, history::field_changes(db, id)};
    auto record = change->record_id;
    auto& table = change->record_table;
    bool its_own = table == "services" || table == "providers" || table == "facilities" ||
                   table == "financing_contracts" || table == "premises" || table == "related_services" ||
                   table == "service_networks";
    if (its_own && record.uuid != owner) return Undoing::not_found;
    if (std::ranges::any_of(whole.fields, forgotten)) return Undoing::forgotten;
    if (!can_be_undone(whole)) return Undoing::not_possible;
    auto& fields = whole.fields;
    if (table == "services")
        return undo(author, db.maybe<Service>("SELECT * FROM services WHERE id = $1", record), fields);
    if (table == "providers") return undo_provider(author, Id<Provider>{record.uuid}, fields);
    if (table == "financing_contracts") return undo_contract(author, Id<FinancingContract>{record.uuid}, fields);
    if (table == "related_services")
        return undo(author, find_related_service(db, Id<RelatedService>{record.uuid}), fields);
    if (table == "premises") return undo_premises(author, Id<Premises>{record.uuid}, fields);
    if (table == "facilities")
        return undo(author, db.maybe<Facility>("SELECT * FROM facilities WHERE id = $1", record), fields);
    if (table == "service_networks") return undo(author, find_network(db, Id<ServiceNetwork>{record.uuid}), fields);
    if (table == "development_proposals")
        return undo(author,
                    db.maybe<DevelopmentProposal>(
                        "SELECT * FROM development_proposals WHERE id = $1 AND network_id = $2", record, owner),
                    fields);
    if (table == "municipal_statements")
        return undo(author,
                    db.maybe<MunicipalStatement>("SELECT * FROM municipal_statements WHERE id = $1 AND network_id = $2",
                                                 record, owner),
                    fields);
    if (table == "registered_capacities") return undo_registered(author, change->source_id, owner);
    if (table == "agreed_capacities") return undo_agreed(author, change->source_id, owner);
    if (table == "free_places") {
        auto report =
            db.maybe<FreePlaces>("SELECT * FROM free_places WHERE id = $1 AND service_id = $2", record, owner);
        return change->kind == "created" ? take_back(author, report, *change) : undo(author, report, fields);
    }
    if (table == "availabilities")
        return undo(
            author,
            db.maybe<Availability>("SELECT * FROM availabilities WHERE id = $1 AND service_id = $2", record, owner),
            fields);
    if (table == "capacity_states")
        return undo(
            author,
            db.maybe<CapacityState>("SELECT * FROM capacity_states WHERE id = $1 AND service_id = $2", record, owner),
            fields);
    if (table == "refusal_counts")
        return undo(
            author,
            db.maybe<RefusalCount>("SELECT * FROM refusal_counts WHERE id = $1 AND service_id = $2", record, owner),
            fields);
    if (table == "place_confirmers")
        return undo(
            author,
            db.maybe<PlaceConfirmer>("SELECT * FROM place_confirmers WHERE id = $1 AND service_id = $2", record, owner),
            fields);
    if (table == "service_forms")
        return undo(
            author,
            db.maybe<ServiceForm>("SELECT * FROM service_forms WHERE id = $1 AND service_id = $2", record, owner),
            fields);
    if (table == "service_target_groups")
        return undo(author,
                    db.maybe<ServiceTargetGroup>(
                        "SELECT * FROM service_target_groups WHERE id = $1 AND service_id = $2", record, owner),
                    fields);
    if (table == "service_age_bands")
        return undo(author,
                    db.maybe<ServiceAgeBand>("SELECT * FROM service_age_bands WHERE id = $1 AND service_id = $2",
                                             record, owner),
                    fields);
    if (table == "service_steps")
        return undo(
            author,
            db.maybe<ServiceStep>("SELECT * FROM service_steps WHERE id = $1 AND service_id = $2", record, owner),
            fields);
    if (table == "service_texts")
        return undo(
            author,
            db.maybe<ServiceText>("SELECT * FROM service_texts WHERE id = $1 AND service_id = $2", record, owner),
            fields);
    if (table == "coverages")
        return undo(author,
                    db.maybe<Coverage>("SELECT * FROM coverages WHERE id = $1 AND service_id = $2", record, owner),
                    fields);
    if (table == "opening_times")
        return undo(
            author,
            db.maybe<OpeningTime>("SELECT * FROM opening_times WHERE id = $1 AND (service_id = $2 OR facility_id = $2)",
                                  record, owner),
            fields);
    if (table == "service_facilities")
        return undo(author,
                    db.maybe<ServiceFacility>(
                        "SELECT * FROM service_facilities WHERE id = $1 AND (service_id = $2 OR facility_id = $2)",
                        record, owner),
                    fields);
    if (table == "service_premises")
        return undo(author,
                    db.maybe<ServicePremises>(
                        "SELECT * FROM service_premises WHERE id = $1 AND (service_id = $2 OR premises_id = $2)",
                        record, owner),
                    fields);
    return undo(author, db.maybe<Contact>("SELECT * FROM contacts WHERE id = $1 AND owner_id = $2", record, owner),
                fields);
}
}
