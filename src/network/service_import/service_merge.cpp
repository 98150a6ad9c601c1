// Compares field by field; a set of a cell takes the place of ours, and nothing that the cell leaves empty is touched.
#include "network/service_import/service_merge.hpp"

#include "network/editing/removal.hpp"
#include "network/editing/service_lines.hpp"
#include "network/facilities/facility.hpp"
#include "network/services/capacity_part.hpp"
#include "network/services/registered_capacity.hpp"
#include "network/services/service_form.hpp"
#include "network/services/service_target_group.hpp"
#include "platform/base/parts.hpp"

#include <algorithm>

namespace network {

bool RowOutcome::holds() const { return std::ranges::any_of(differences, &RowDifference::held); }

namespace {

struct LastHand {
    std::string field{}, kind{};
    static void each_field(auto& hand, auto& visit) { visit("field", hand.field), visit("kind", hand.kind); }
};

// From which kind of source each field was saved last.
std::map<std::string, std::string> last_hands(db::Session& db, const Uuid& record) {
    std::map<std::string, std::string> hands;
    for (auto& hand : db.all<LastHand>("SELECT field, sources.kind AS kind FROM changes"
                                       " JOIN field_changes ON change_id = changes.id"
                                       " JOIN sources ON sources.id = source_id WHERE record_id = $1"
                                       " ORDER BY happened_at, changes.id",
                                       record))
        hands[hand.field] = hand.kind;
    return hands;
}

bool by_person(db::Session& db, const Uuid& record) {
    auto kind = db.maybe<std::string>("SELECT sources.kind FROM changes JOIN sources ON sources.id = source_id"
                                      " WHERE record_id = $1 ORDER BY happened_at DESC, changes.id DESC LIMIT 1",
                                      record);
    return kind == "person";
}

template <class Row>
std::vector<Row> holding_today(std::vector<Row> rows, Date today) {
    std::erase_if(rows, [&](auto& row) { return !row.validity.holds_on(today); });
    return rows;
}

std::string in_words(const std::string& text) { return text; }
std::string in_words(const std::optional<std::string>& text) { return text.value_or(""); }
std::string in_words(Date day) { return to_czech(day); }
std::string in_words(const std::optional<Date>& day) { return day ? in_words(*day) : ""; }

std::string digits_of(std::string_view phone) {
    std::string digits;
    for (char c : phone)
        if (c >= '0' && c <= '9') digits += c;
    return digits.starts_with("420") && digits.size() == 12 ? digits.substr(3) : digits;
}

bool same_contact(const Contact& one, const Contact& other) {
    if (one.kind != other.kind) return false;
    return one.kind == "phone" ? digits_of(one.value) == digits_of(other.value) : one.value == other.value;
}

}

struct ServiceMerge::Putting {
    const ServiceLine& line;
    RowOutcome outcome{};
    bool fresh = false;
    Service before{}, service{};    // as it stands, and as it will
    std::map<std::string, std::string> hands{};

    void note(const char* field, std::string before_words, std::string after_words, bool held = false) {
        outcome.differences.push_back({field, std::move(before_words), std::move(after_words), held});
    }
};

RowOutcome ServiceMerge::put(const ServiceLine& line) {
    if (author_) {
        // Looked at once more before anything is saved: somebody may have saved since.
        auto looked = ServiceMerge{db_, ground_, options_, now_}.put(line);
        auto nothing_to_do = looked.kind == RowOutcome::same || looked.kind == RowOutcome::wrong;
        if (nothing_to_do || (looked.kind == RowOutcome::fresh && !options_.create_new)) return looked;
    }
    Putting putting{line};
    putting.fresh = !line.service;
    if (line.service) {
        putting.before = putting.service = find_service(db_, *line.service).value();
        putting.hands = last_hands(db_, line.service->uuid);
    } else {
        found_service(putting);
    }
    put_facts(putting);
    auto& outcome = putting.outcome;
    if (author_ && !putting.fresh) change_service(*author_, putting.before, putting.service);
    put_capacity(putting), put_forms(putting), put_groups(putting), put_covered(putting);
    put_contacts(putting), put_place(putting);
    if (outcome.problem) return outcome.kind = RowOutcome::wrong, outcome;
    auto differs = std::ranges::any_of(outcome.differences, [](auto& one) { return !one.held; });
    outcome.kind = putting.fresh ? RowOutcome::fresh : differs ? RowOutcome::changed : RowOutcome::same;
    outcome.name = putting.service.name;
    if (auto provider = putting.fresh ? std::nullopt : find_provider(db_, putting.service.provider_id))
        outcome.provider = provider->shown_name();
    else outcome.provider = line.provider_name;
    return outcome;
}

// --- the service itself ----------------------------------------------------------------------------------------------

Id<Provider> ServiceMerge::provider_of(const ServiceLine& line) {
    if (auto known = find_provider_by_ico(db_, line.ico)) return known->id;
    Provider provider;
    provider.name = line.provider_name, provider.ico = line.ico;
    return add_provider(*author_, provider);
}

void ServiceMerge::found_service(Putting& putting) {
    auto& service = putting.service;
    service.type_code = putting.line.type_code.value_or("");
    service.name = putting.line.name.value_or("");
    if (service.name.empty()) {
        service.name = ground_.lists().name("service_types", service.type_code);
        if (!service.name.empty() && service.name[0] >= 'a' && service.name[0] <= 'z')
            service.name[0] = char(service.name[0] - 'a' + 'A');
    }
}

void ServiceMerge::put_facts(Putting& putting) {
    auto& service = putting.service;
    auto& line = putting.line;
    auto take = [&](const char* field, const char* column, const auto& said, auto& ours) {
        if (!said || in_words(ours) == in_words(*said)) return;
        auto held = !options_.overwrite && !in_words(ours).empty() && putting.hands[column] == "person";
        putting.note(field, in_words(ours), in_words(*said), held);
        if (!held) ours = *said;
    };
    take("identifier", "register_identifier", line.identifier, service.register_identifier);
    if (putting.fresh) putting.note("name", "", service.name);
    else take("name", "name", line.name, service.name);
    take("summary", "summary", line.summary, service.summary);
    take("note", "description", line.description, service.description);
    take("start", "starts_on", line.starts_on, service.starts_on);
    auto end_before = service.ends_on;
    take("end", "ends_on", line.ends_on, service.ends_on);
    if (service.ends_on != end_before && service.ends_on)
        service.status = *service.ends_on <= ground_.today() ? "ended" : "active";
    if (!putting.fresh || !author_) return;
    service.provider_id = provider_of(line);
    add_service(*author_, service);
}

// --- what it offers --------------------------------------------------------------------------------------------------

namespace {

// Ours that the cell does not name, and what it names that we do not have.
template <class Row>
struct SetDifference {
    std::vector<Row> gone{};
    std::vector<std::string> came{};
    bool any() const { return !gone.empty() || !came.empty(); }
};

template <class Row>
SetDifference<Row> set_difference(const std::vector<Row>& ours, const std::vector<std::string>& said, auto key) {
    SetDifference<Row> difference;
    for (auto& row : ours)
        if (std::ranges::find(said, key(row)) == said.end()) difference.gone.push_back(row);
    for (auto& code : said)
        if (std::ranges::none_of(ours, [&](auto& row) { return key(row) == code; })) difference.came.push_back(code);
    return difference;
}

template <class Row>
std::string joined_words(const std::vector<Row>& rows, auto name) {
    std::vector<std::string> words;
    for (auto& row : rows) words.push_back(name(row));
    return text::joined(words, "; ");
}

// A set that a person put together stays whole, unless somebody wants it otherwise.
template <class Row>
bool is_of_person(db::Session& db, const std::vector<Row>& rows) {
    return std::ranges::any_of(rows, [&](auto& row) { return by_person(db, row.id.uuid); });
}

}

void ServiceMerge::put_forms(Putting& putting) {
    if (!putting.line.forms) return;
    auto& id = putting.service.id;
    auto ours = putting.fresh ? std::vector<ServiceForm>{} : holding_today(forms_of(db_, id), ground_.today());
    auto difference = set_difference(ours, *putting.line.forms, [](auto& row) { return row.form_code; });
    if (!difference.any()) return;
    auto named = [&](const std::string& code) { return ground_.lists().name("forms", code); };
    auto held = !options_.overwrite && is_of_person(db_, ours);
    putting.note("forms", joined_words(ours, [&](auto& row) { return named(row.form_code); }),
                 joined_words(*putting.line.forms, named), held);
    if (held || !author_) return;
    for (auto& row : difference.gone)
        end_today(*author_, row, ground_.today(), Service::table, id.uuid, "form", named(row.form_code));
    for (auto& code : difference.came)
        add(*author_, ServiceForm{{}, id, code, {putting.fresh ? beginning : ground_.today(), {}}, {}});
}

void ServiceMerge::put_groups(Putting& putting) {
    if (!putting.line.groups) return;
    auto& id = putting.service.id;
    auto ours =
        putting.fresh ? std::vector<ServiceTargetGroup>{} : holding_today(target_groups_of(db_, id), ground_.today());
    auto difference = set_difference(ours, *putting.line.groups, [](auto& row) { return row.group_code; });
    if (!difference.any()) return;
    auto named = [&](const std::string& code) { return ground_.lists().name("target_groups", code); };
    auto held = !options_.overwrite && is_of_person(db_, ours);
    putting.note("groups", joined_words(ours, [&](auto& row) { return named(row.group_code); }),
                 joined_words(*putting.line.groups, named), held);
    if (held || !author_) return;
    for (auto& row : difference.gone)
        end_today(*author_, row, ground_.today(), Service::table, id.uuid, "target_group", named(row.group_code));
    for (auto& code : difference.came)
        add(*author_, ServiceTargetGroup{{}, id, code, {}, {putting.fresh ? beginning : ground_.today(), {}}, {}});
}

void ServiceMerge::put_covered(Putting& putting) {
    if (!putting.line.covered) return;
    auto& id = putting.service.id;
    auto ours = putting.fresh ? std::vector<Coverage>{} : holding_today(coverages_of(db_, id), ground_.today());
    auto key = [](auto& row) { return row.level + ":" + row.code; };
    std::vector<std::string> said;
    for (auto& row : *putting.line.covered)
        if (std::ranges::find(said, key(row)) == said.end()) said.push_back(key(row));
    auto difference = set_difference(ours, said, key);
    if (!difference.any()) return;
    auto named = [&](auto& row) { return line_of(row, ground_.territory()); };
    auto held = !options_.overwrite && is_of_person(db_, ours);
    putting.note("covered", joined_words(ours, named), joined_words(*putting.line.covered, named), held);
    if (held || !author_) return;
    for (auto& row : difference.gone)
        end_today(*author_, row, ground_.today(), Service::table, id.uuid, "coverage", named(row));
    for (auto& came : difference.came) {
        auto row = *std::ranges::find_if(*putting.line.covered, [&](auto& one) { return key(one) == came; });
        row.service_id = id, row.validity = {putting.fresh ? beginning : ground_.today(), {}};
        add(*author_, row);
    }
}

// Contacts are only added, or the only one of its kind changed: a table seldom knows them all.
void ServiceMerge::put_contacts(Putting& putting) {
    auto owner = putting.service.id.uuid;
    auto ours = putting.fresh ? std::vector<Contact>{} : contacts_of(db_, owner);
    for (std::string kind : {"phone", "email", "web"}) {
        std::vector<Contact> said, standing;
        std::ranges::copy_if(putting.line.contacts, std::back_inserter(said),
                             [&](auto& one) { return one.kind == kind; });
        std::ranges::copy_if(ours, std::back_inserter(standing), [&](auto& one) { return one.kind == kind; });
        std::vector<Contact> came;
        for (auto& contact : said)
            if (std::ranges::none_of(standing, [&](auto& one) { return same_contact(one, contact); }))
                came.push_back(contact);
        if (came.empty()) continue;
        auto value = [](auto& contact) { return contact.value; };
        auto changes_one = standing.size() == 1 && said.size() == 1;
        auto held = changes_one && !options_.overwrite && by_person(db_, standing.front().id.uuid);
        putting.note(kind.c_str(), joined_words(standing, value), joined_words(said, value), held);
        if (held || !author_) continue;
        if (changes_one) {
            auto changed = standing.front();
            changed.value = said.front().value;
            change(*author_, standing.front(), changed);
            continue;
        }
        auto position = std::int64_t(ours.size()) + 1;
        for (auto& contact : came) {
            contact.owner_id = {owner}, contact.position = position++;
            add(*author_, contact);
        }
    }
}

// --- how many --------------------------------------------------------------------------------------------------------

// A number belongs to one form and one unit; where the row does not say which, there must be one alone.
void ServiceMerge::put_capacity(Putting& putting) {
    auto& line = putting.line;
    if (!line.capacity) return;
    auto refuse = [&](const char* field, const char* problem, std::vector<std::string> values = {}) {
        putting.outcome.problem = RowProblemFound{field, problem, std::move(values)};
    };
    auto& id = putting.service.id;
    std::vector<std::string> forms;
    if (line.forms) forms = *line.forms;
    else if (!putting.fresh)
        for (auto& form : holding_today(forms_of(db_, id), ground_.today())) forms.push_back(form.form_code);
    if (forms.size() != 1)
        return refuse("capacity", forms.empty() ? "capacity_without_form" : "capacity_of_more_forms");
    auto held_numbers =
        putting.fresh ? std::vector<RegisteredCapacity>{} : capacities_of(db_, id, ground_.today(), now_);
    std::erase_if(held_numbers, [&](auto& number) {
        return number.form_code != forms.front() || (line.unit_code && number.unit_code != *line.unit_code);
    });
    if (!line.unit_code && held_numbers.size() != 1) return refuse("capacity", "capacity_without_unit");
    RegisteredCapacity wish;
    if (!held_numbers.empty()) wish = held_numbers.front();
    auto before = held_numbers.empty() ? "" : to_czech(wish.count);
    if (!held_numbers.empty() && wish.count == *line.capacity) return;
    auto of_person = !held_numbers.empty() && by_person(db_, wish.id.uuid);
    wish.id = {}, wish.kept = {}, wish.service_id = id, wish.form_code = forms.front();
    if (line.unit_code) wish.unit_code = *line.unit_code;
    wish.count = *line.capacity;
    wish.validity = {putting.fresh ? line.starts_on.value_or(beginning) : ground_.today(), {}};
    auto held = of_person && !options_.overwrite;
    if (!held && part_problem(db_, wish)) return refuse("capacity", "above_whole", {to_czech(wish.count)});
    putting.note("capacity", before, to_czech(wish.count), held);
    if (!held && author_) set_capacity(*author_, wish);
}

// Where it is given: only of a new service; places of others have addresses, hours and people of their own.
void ServiceMerge::put_place(Putting& putting) {
    auto& line = putting.line;
    if (!putting.fresh || !line.town_code) return;
    auto town = ground_.territory().municipality(*line.town_code);
    putting.note("place", "", town->name);
    if (!author_) return;
    Facility facility;
    facility.provider_id = putting.service.provider_id, facility.name = putting.service.name;
    facility.municipality_code = town->code, facility.municipality_name = town->name, facility.approximate = true;
    add_facility(*author_, facility);
    ServiceFacility link;
    link.service_id = putting.service.id, link.facility_id = facility.id;
    add(*author_, link);
}

}
