// Merges the provider of a service: found by IČO; without one only by the same name at the same seat.
#include "network/register/register_merging.hpp"

namespace network {

std::optional<std::string> street_of(const std::optional<RegisterAddress>& at) {
    if (!at || at->house_number.empty()) return at ? some(at->street) : std::nullopt;
    auto number = at->house_number + (at->orientation_number.empty() ? "" : "/" + at->orientation_number);
    auto kind = at->house_number_kind == "2" ? "č. ev. " : at->street.empty() ? "č. p. " : "";
    return at->street + (at->street.empty() ? "" : " ") + kind + number;
}

namespace {

// A provider as the register describes it.  The seat of a person in business may be their home: its street stays out.
Provider described(const Merging& merging, const RegisterProvider& said) {
    Provider provider;
    provider.ico = ico_of(said);
    provider.name = said.name;
    if (!said.address) return provider;
    auto& at = *said.address;
    if (!said.name.empty()) provider.street = street_of(said.address), provider.postal_code = some(at.postal_code);
    provider.municipality_code = some(at.municipality_code);
    if (auto town = merging.ground.territory.municipality(at.municipality_code))
        provider.municipality_name = town->name, provider.region_code = town->region_code;
    return provider;
}

std::optional<Provider> find_by_name_and_seat(db::Session& db, const Provider& like) {
    auto found = db.all<Provider>("SELECT * FROM providers WHERE ico IS NULL AND name = $1 ORDER BY id", like.name);
    auto same = std::ranges::find_if(found, [&](auto& provider) {
        return provider.municipality_code == like.municipality_code && provider.street == like.street;
    });
    return same == found.end() ? std::nullopt : std::optional{*same};
}

template <class Value>
void fill(std::optional<Value>& ours, const std::optional<Value>& says) {
    if (!ours) ours = says;
}

// At a first meeting nothing of ours is argued about: only what is missing is taken over.
void fill_gaps(Merging& merging, const Provider& ours, const Provider& says) {
    auto better = ours;
    fill(better.street, says.street), fill(better.postal_code, says.postal_code);
    fill(better.municipality_code, says.municipality_code), fill(better.municipality_name, says.municipality_name);
    fill(better.region_code, says.region_code);
    auto nobodys = says.ico && !find_provider_by_ico(merging.db, *says.ico);
    if (nobodys) fill(better.ico, says.ico);
    if (merging.writes()) change_provider(*merging.author, ours, better);
}

Id<Provider> find_or_add(Merging& merging, const RegisterProvider& said) {
    auto says = described(merging, said);
    // A person in business without a business name: the number or the kind of service speaks for them.
    if (says.name.empty()) says.name = says.ico ? "IČO " + *says.ico : merging.service.name;
    auto known = says.ico ? find_provider_by_ico(merging.db, *says.ico) : find_by_name_and_seat(merging.db, says);
    if (known) return known->id;
    add_provider(*merging.author, says);
    merge_contacts(merging, says.id.uuid, {}, said.contacts, true);
    return says.id;
}

void follow(Merging& merging, const Provider& ours) {
    auto said = described(merging, merging.before.provider), says = described(merging, merging.after.provider);
    auto better = ours;
    if (!says.name.empty()) merging.settle("provider", "", said.name, says.name, better.name);
    merging.settle("seat", "", said.street, says.street, better.street);
    merging.settle("seat", "", said.postal_code, says.postal_code, better.postal_code);
    merging.settle("seat", "", said.municipality_code, says.municipality_code, better.municipality_code);
    if (better.municipality_code == says.municipality_code)
        better.municipality_name = says.municipality_name, better.region_code = says.region_code;
    if (merging.writes()) change_provider(*merging.author, ours, better);
    merge_contacts(merging, ours.id.uuid, merging.before.provider.contacts, merging.after.provider.contacts, true);
}

}

void merge_provider(Merging& merging) {
    auto& ours = merging.service;
    if (merging.fresh) {
        ours.provider_id = find_or_add(merging, merging.after.provider);
        return;
    }
    auto provider = find_provider(merging.db, ours.provider_id).value();
    auto said = ico_of(merging.before.provider), says = ico_of(merging.after.provider);
    if (merging.first) {
        auto other = provider.ico && says && provider.ico != says;
        if (!other) return fill_gaps(merging, provider, described(merging, merging.after.provider));
    } else if (said == says) {
        // Whoever moved the service to another provider here knows why.
        if (provider.ico == says) follow(merging, provider);
        return;
    }
    if (provider.ico == says) return;
    // Another organisation under the same registration is a merger or a mistake: a person says which.
    if (!merging.force)
        return merging.hold("ico", "", said.value_or(""), says.value_or(""), provider.ico.value_or(provider.name));
    if (merging.writes()) ours.provider_id = find_or_add(merging, merging.after.provider);
}

// --- contacts --------------------------------------------------------------------------------------------------------

namespace {

using Values = std::vector<std::string>;

Values without(Values from, const Values& these) {
    std::erase_if(from, [&](auto& value) { return std::ranges::find(these, value) != these.end(); });
    return from;
}

void drop(const Author& author, const Contact& contact) {
    author.work.run("DELETE FROM contacts WHERE id = $1", contact.id);
    history::note(author, Contact::table, contact.id.uuid, "changed",
                  {{"kind", contact.kind, {}}, {"value", contact.value, {}}});
}

// Numbers of one kind: what went and what came are taken in pairs, so that a changed number keeps its label.
void merge_kind(Merging& merging, const Uuid& owner, const char* kind, const char* name, const Values& said,
                const Values& says) {
    if (said == says) return;
    std::vector<Contact> ours;
    std::int64_t last = 0;
    for (auto& waiting : merging.records.contacts)
        if (waiting.owner_id.uuid == owner) last = std::max(last, waiting.position);
    if (!merging.fresh)
        for (auto& contact : contacts_of(merging.db, owner)) {
            last = std::max(last, contact.position);
            if (contact.kind == kind) ours.push_back(contact);
        }
    Values here;
    for (auto& contact : ours) here.push_back(contact.value);
    auto gone = without(said, says), come = without(without(says, said), here);
    for (std::size_t n = 0; n < std::max(gone.size(), come.size()); ++n) {
        auto before = n < gone.size() ? gone[n] : "", after = n < come.size() ? come[n] : "";
        auto stands = std::ranges::find(ours, before, &Contact::value);
        auto held_by_us = stands == ours.end() && (merging.first ? !ours.empty() : !before.empty());
        if (after.empty()) {
            if (stands != ours.end() && merging.writes()) drop(*merging.author, *stands);
        } else if (stands != ours.end()) {
            auto changed = *stands;
            changed.value = after;
            if (merging.writes()) change(*merging.author, *stands, changed);
        } else if (held_by_us && !merging.force) {
            std::string all;
            for (auto& value : here) all += (all.empty() ? "" : ", ") + value;
            merging.hold(name, after, before, after, all);
        } else {
            merging.gather(merging.records.contacts, Contact{{}, {owner}, kind, after, {}, ++last, {}});
        }
    }
}

}

void merge_contacts(Merging& merging, const Uuid& owner, const RegisterContacts& said, const RegisterContacts& says,
                    bool of_provider) {
    merge_kind(merging, owner, "phone", of_provider ? "provider_phone" : "phone", said.phones, says.phones);
    merge_kind(merging, owner, "email", of_provider ? "provider_email" : "email", said.emails, says.emails);
    merge_kind(merging, owner, "web", of_provider ? "provider_web" : "web", said.webs, says.webs);
}

}
