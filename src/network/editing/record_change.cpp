// Reads the history around a service and takes single changes back.
#include "network/editing/record_change.hpp"

#include "network/facilities/coverage.hpp"
#include "network/facilities/opening_time.hpp"
#include "network/providers/contact.hpp"
#include "network/services/age_limits.hpp"
#include "network/services/service_form.hpp"
#include "network/services/service_step.hpp"
#include "network/services/service_target_group.hpp"
#include "network/services/service_text.hpp"

#include <charconv>
#include <map>

namespace network {

namespace {

struct Name {
    Id<User> id{};
    std::string name{};
    static void each_field(auto& name, auto& visit) { visit("id", name.id), visit("name", name.name); }
};

std::vector<history::Change> changes(db::Session& db, Id<Service> service, std::int64_t most, std::int64_t skip) {
    return db.all<history::Change>(
        "SELECT changes.id, record_table, record_id, happened_at, user_id, source_id, sources.kind AS source_kind,"
        " sources.label AS source_label, changes.kind FROM changes JOIN sources ON sources.id = source_id"
        " WHERE record_id IN (SELECT id FROM services WHERE id = $1"
        " UNION SELECT id FROM service_forms WHERE service_id = $1"
        " UNION SELECT id FROM service_target_groups WHERE service_id = $1"
        " UNION SELECT id FROM service_age_bands WHERE service_id = $1"
        " UNION SELECT id FROM service_steps WHERE service_id = $1"
        " UNION SELECT id FROM service_texts WHERE service_id = $1"
        " UNION SELECT id FROM coverages WHERE service_id = $1"
        " UNION SELECT id FROM opening_times WHERE service_id = $1"
        " UNION SELECT id FROM registered_capacities WHERE service_id = $1"
        " UNION SELECT id FROM contacts WHERE owner_id = $1)"
        " ORDER BY happened_at DESC, changes.id DESC LIMIT $2 OFFSET $3",
        service, most, skip);
}

// What a service or row does not hold itself, or what belongs to its identity.
bool never_undone(const std::string& table, std::string_view field) {
    static constexpr std::string_view nowhere[] = {"id", "slug", "service_id", "owner_id", "contact", "step", "coverage", "opening_time"};
    bool row_of_service = table == "services" && (field == "form_code" || field == "group_code" || field == "band_code");
    return row_of_service || std::ranges::count(nowhere, field) > 0;
}

bool can_be_undone(const RecordChange& change) {
    static constexpr std::string_view tables[] = {"services", "service_forms", "service_target_groups", "service_age_bands", "service_steps",
                                                  "service_texts", "coverages", "opening_times", "contacts"};
    return change.change.kind != "created" && std::ranges::count(tables, change.change.record_table) > 0 && !change.fields.empty() &&
           std::ranges::none_of(change.fields, [&](auto& field) { return never_undone(change.change.record_table, field.field); });
}

}

std::vector<RecordChange> changes_around(db::Session& db, Id<Service> service, std::int64_t most, std::int64_t skip) {
    std::vector<RecordChange> found;
    std::map<Id<User>, std::string> names;
    for (auto& change : changes(db, service, most, skip)) {
        RecordChange whole{change};
        if (change.user_id) {
            auto [known, fresh] = names.try_emplace(*change.user_id);
            if (fresh)
                if (auto person = db.maybe<Name>("SELECT id, name FROM people WHERE id = $1", *change.user_id)) known->second = person->name;
            whole.who = known->second;
        }
        whole.fields = history::field_changes(db, change.id);
        whole.undoable = can_be_undone(whole);
        found.push_back(std::move(whole));
    }
    return found;
}

// --- undoing -----------------------------------------------------------------------------------------------------------

namespace {

// Texts of history back as values; false where a text is none of the field's.
bool put(std::string& field, const std::optional<std::string>& text) {
    if (text) field = *text;
    return text.has_value();
}
bool put(bool& field, const std::optional<std::string>& text) {
    field = text == "true";
    return text.has_value();
}
bool put(std::int64_t& field, const std::optional<std::string>& text) {
    return text && std::from_chars(text->data(), text->data() + text->size(), field).ec == std::errc{};
}
bool put(Date& field, const std::optional<std::string>& text) {
    auto day = text ? parse_date(*text) : std::nullopt;
    if (day) field = *day;
    return day.has_value();
}
bool put(Instant& field, const std::optional<std::string>& text) {
    auto moment = text ? parse_instant(*text) : std::nullopt;
    if (moment) field = *moment;
    return moment.has_value();
}
bool put(db::Bytes&, const std::optional<std::string>&) { return false; }
template <class Of>
bool put(Id<Of>& field, const std::optional<std::string>& text) {
    auto id = text ? Id<Of>::parse(*text) : std::nullopt;
    if (id) field = *id;
    return id.has_value();
}
template <class Value>
bool put(std::optional<Value>& field, const std::optional<std::string>& text) {
    field.reset();
    return !text || put(field.emplace(), text);
}

// Puts back what a change replaced, while it is still there.
struct PutBack {
    const std::vector<history::FieldChange>& fields;
    Undoing outcome = Undoing::done;

    void operator()(const char* name, auto& value) {
        auto change = std::ranges::find(fields, name, &history::FieldChange::field);
        if (change == fields.end()) return;
        if (history::plain_value(value) != change->new_value) outcome = Undoing::changed_since;
        else if (!put(value, change->old_value) && outcome == Undoing::done) outcome = Undoing::not_possible;
    }
};

template <class Record>
Undoing undo(const Author& author, const std::optional<Record>& now, const std::vector<history::FieldChange>& fields) {
    if (!now) return Undoing::changed_since;
    auto before = *now;
    PutBack put_back{fields};
    Record::each_field(before, put_back);
    if (put_back.outcome != Undoing::done) return put_back.outcome;
    inside::sort_by_name(before);
    return history::keep_change(author, *now, before, "undone") ? Undoing::done : Undoing::changed_since;
}

}

Undoing undo_change(const Author& author, Id<Service> service, Id<history::Change> id) {
    auto& db = author.work;
    auto change = db.maybe<history::Change>("SELECT changes.id, record_table, record_id, happened_at, user_id, source_id, sources.kind AS source_kind,"
                                            " sources.label AS source_label, changes.kind FROM changes"
                                            " JOIN sources ON sources.id = source_id WHERE changes.id = $1", id);
    if (!change) return Undoing::not_found;
    RecordChange whole{*change, {}, history::field_changes(db, id)};
    auto record = change->record_id;
    auto& table = change->record_table;
    if (table == "services" && record.uuid != service.uuid) return Undoing::not_found;
    if (!can_be_undone(whole)) return Undoing::not_possible;
    auto& fields = whole.fields;
    if (table == "services") return undo(author, db.maybe<Service>("SELECT * FROM services WHERE id = $1", record), fields);
    if (table == "service_forms") return undo(author, db.maybe<ServiceForm>("SELECT * FROM service_forms WHERE id = $1 AND service_id = $2", record, service), fields);
    if (table == "service_target_groups") return undo(author, db.maybe<ServiceTargetGroup>("SELECT * FROM service_target_groups WHERE id = $1 AND service_id = $2", record, service), fields);
    if (table == "service_age_bands") return undo(author, db.maybe<ServiceAgeBand>("SELECT * FROM service_age_bands WHERE id = $1 AND service_id = $2", record, service), fields);
    if (table == "service_steps") return undo(author, db.maybe<ServiceStep>("SELECT * FROM service_steps WHERE id = $1 AND service_id = $2", record, service), fields);
    if (table == "service_texts") return undo(author, db.maybe<ServiceText>("SELECT * FROM service_texts WHERE id = $1 AND service_id = $2", record, service), fields);
    if (table == "coverages") return undo(author, db.maybe<Coverage>("SELECT * FROM coverages WHERE id = $1 AND service_id = $2", record, service), fields);
    if (table == "opening_times") return undo(author, db.maybe<OpeningTime>("SELECT * FROM opening_times WHERE id = $1 AND service_id = $2", record, service), fields);
    return undo(author, db.maybe<Contact>("SELECT * FROM contacts WHERE id = $1 AND owner_id = $2", record, service), fields);
}

}
