// Merges a service: its own facts here, its parts in the files beside.
#include "network/register/register_merging.hpp"

#include "network/register/register_json.hpp"
#include "platform/base/json.hpp"
#include "platform/history/many.hpp"

namespace network {

void NewRecords::keep(const Author& author) {
    history::keep_new_many(author, facilities), history::keep_new_many(author, links);
    history::keep_new_many(author, forms), history::keep_new_many(author, capacities);
    history::keep_new_many(author, groups), history::keep_new_many(author, bands);
    history::keep_new_many(author, times), history::keep_new_many(author, coverages);
    history::keep_new_many(author, contacts);
    *this = {};
}

std::string shown_as_json(const std::vector<RegisterDifference>& differences, const std::vector<HeldValue>& held) {
    std::vector<ShownDifference> fields;
    for (auto& difference : differences) fields.push_back({difference, {}});
    for (auto& [name, about, before, after, ours] : held) {
        auto same = std::ranges::find_if(
            fields, [&](auto& field) { return field.difference.name == name && field.difference.about == about; });
        if (same != fields.end()) same->held = ours;
        else fields.push_back({{name, about, before, after}, ours});
    }
    return to_json(fields);
}

std::optional<Id<Service>> service_said(db::Session& db, const RegisterService& said) {
    if (valid_register_identifier(said.identifier))
        if (auto found =
                db.maybe<Id<Service>>("SELECT id FROM services WHERE register_identifier = $1", said.identifier))
            return found;
    if (said.portal_id == 0) return {};
    return db.maybe<Id<Service>>("SELECT id FROM services WHERE portal_id = $1", said.portal_id);
}

namespace {

// The register names services by their type only.
std::string name_by_type(const Merging& merging, const RegisterService& said) {
    auto name = merging.ground.lists.name("service_types", coded("DruhSocialniSluzby", said.type_code));
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = char(name[0] - 'a' + 'A');
    return name;
}

std::optional<std::string> identifier_of(const RegisterService& said) {
    return valid_register_identifier(said.identifier) ? std::optional{said.identifier} : std::nullopt;
}

std::optional<std::int64_t> portal_of(const RegisterService& said) {
    return said.portal_id ? std::optional{std::int64_t(said.portal_id)} : std::nullopt;
}

// Numbers that another service of ours carries stay with it.
void merge_numbers(Merging& merging) {
    auto taken = [&](const char* name, auto holder, const std::string& says) {
        if (!holder || *holder == merging.service.id) return false;
        merging.hold(name, "", "", says, "—");
        return true;
    };
    auto portal = portal_of(merging.after);
    if (portal && merging.service.portal_id != portal &&
        !taken("portal_id", merging.db.maybe<Id<Service>>("SELECT id FROM services WHERE portal_id = $1", *portal),
               std::to_string(*portal)))
        merging.settle("portal_id", "", portal_of(merging.before), portal, merging.service.portal_id);
    auto identifier = identifier_of(merging.after);
    if (identifier && merging.service.register_identifier != identifier &&
        !taken("identifier",
               merging.db.maybe<Id<Service>>("SELECT id FROM services WHERE register_identifier = $1", *identifier),
               *identifier))
        merging.settle("identifier", "", identifier_of(merging.before), identifier,
                       merging.service.register_identifier);
}

// One registration has one type: another one under the same number is looked at by a person.
void merge_type(Merging& merging) {
    auto said = coded("DruhSocialniSluzby", merging.before.type_code),
         says = coded("DruhSocialniSluzby", merging.after.type_code);
    auto& ours = merging.service;
    if (ours.type_code == says || (!merging.first && said == says)) return;
    if (!merging.force)
        return merging.hold("type", "", merging.before.type_code, merging.after.type_code, ours.type_code);
    if (ours.name == name_by_type(merging, merging.before)) ours.name = name_by_type(merging, merging.after);
    ours.type_code = says;
}

void merge_days(Merging& merging) {
    auto& before = merging.before;
    auto& after = merging.after;
    auto& ours = merging.service;
    merging.settle("valid_from", "", before.valid_from, after.valid_from, ours.starts_on);
    auto known_end = ours.ends_on;
    merging.settle("valid_to", "", before.valid_to, after.valid_to, ours.ends_on);
    auto followed = ours.ends_on == after.valid_to && (known_end != ours.ends_on || merging.first);
    if (followed && ended_by(after, merging.ground.day)) ours.status = "ended";
    else if (followed && ours.status == "ended" && !merging.first) ours.status = "active", ours.status_reason.reset();
}

void merge_facts(Merging& merging) {
    merge_numbers(merging);
    merge_type(merging);
    merge_days(merging);
    merging.settle("age_note", "", some(merging.before.age_note), some(merging.after.age_note),
                   merging.service.age_wording);
}

Service fresh_service(const Merging& merging) {
    Service service;
    auto& said = merging.after;
    service.register_identifier = identifier_of(said), service.portal_id = portal_of(said);
    service.type_code = coded("DruhSocialniSluzby", said.type_code), service.name = name_by_type(merging, said);
    service.starts_on = said.valid_from, service.ends_on = said.valid_to, service.age_wording = some(said.age_note);
    if (ended_by(said, merging.ground.day)) service.status = "ended";
    service.secret = !said.facilities.empty() && std::ranges::all_of(said.facilities, &RegisterFacility::secret);
    return service;
}

}

MergeOutcome RegisterMerge::merge(std::optional<Id<Service>> ours, const RegisterService* before,
                                  const RegisterService& after, bool force) {
    static const RegisterService nothing;
    auto stored = ours ? find_service(db_, *ours) : std::nullopt;
    if (!stored && (!author_ || (after.valid_to && *after.valid_to + long_ended < ground_.day))) return {};
    Merging merging{db_,     ground_, author_, records_, before ? *before : nothing, after, !before || !stored,
                    !stored, force};
    if (stored) {
        merging.service = *stored;
        merge_facts(merging);
        merge_provider(merging);
        if (author_) change_service(*author_, *stored, merging.service);
    } else {
        merging.service = fresh_service(merging);
        merge_provider(merging);
        add_service(*author_, merging.service);
    }
    auto& said = merging.first ? nothing : merging.before;
    merge_contacts(merging, merging.service.id.uuid, said.own_contacts, after.own_contacts, false);
    merge_offer(merging);
    merge_facilities(merging);
    merge_coverage(merging);
    return {merging.service.id, std::move(merging.held)};
}

void RegisterMerge::vanish(Id<Service> id, const std::string& reason) {
    auto stored = find_service(db_, id);
    if (!stored || stored->status == "ended") return;
    auto ended = *stored;
    ended.status = "ended", ended.status_reason = reason;
    if (!ended.ends_on || *ended.ends_on > ground_.day) ended.ends_on = ground_.day;
    change_service(*author_, *stored, ended);
}

void RegisterMerge::come_back(Id<Service> id, Date gone) {
    auto stored = find_service(db_, id);
    if (!stored || stored->status != "ended" || stored->ends_on != gone) return;
    auto back = *stored;
    back.status = "active", back.status_reason.reset(), back.ends_on.reset();
    change_service(*author_, *stored, back);
}

}
