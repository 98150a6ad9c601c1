// Organisations, their contacts, and the terms of taxonomies.
#include "network/hsds/hsds_json.hpp"

#include <algorithm>

namespace network::hsds {

namespace {

void write_identifiers(JsonWriter& json, const Model& model, const ProviderEntry& provider) {
    auto& facts = provider.facts;
    json.list("organization_identifiers", [&] {
        auto identifier = [&](const char* scheme, const std::string& type, const std::string& value) {
            json.object([&] {
                json("id", Uuid::named(facts.id.uuid, std::string{"identifier/"} + scheme)),
                    json("organization_id", facts.id);
                json("identifier_scheme", scheme), json("identifier_type", type), json("identifier", value);
            });
        };
        if (facts.ico) identifier("CZ-ICO", "IČO", *facts.ico);
        if (auto box = first_contact(provider.contacts, "data_box"))
            identifier("CZ-ISDS", model.czech().text("hsds.data_box"), *box);
    });
}

void write_websites(JsonWriter& json, const ProviderEntry& provider) {
    std::size_t seen = 0;
    json.list("additional_websites", [&] {
        for (auto& contact : provider.contacts) {
            if (contact.kind != "web" || seen++ == 0) continue;    // the first is the website itself
            json.object([&] {
                json("id", contact.id), json("organization_id", provider.facts.id), json.given("label", contact.label),
                    json("url", contact.value);
            });
        }
    });
}

}

void write_organization_fields(JsonWriter& json, const Model& model, const ProviderEntry& provider) {
    auto& facts = provider.facts;
    json("id", facts.id), json("name", facts.name), json.given("alternate_name", facts.short_name);
    json("description", facts.description ? *facts.description
                        : facts.ico       ? model.czech().text("hsds.organization.description.ico", {*facts.ico})
                                          : model.czech().text("hsds.organization.description"));
    json.given("email", first_contact(provider.contacts, "email"));
    json.given("website", first_contact(provider.contacts, "web"));
    json.given("legal_status", facts.legal_form);
    json("uri", model.public_url() + "/api/hsds/organizations/" + to_text(facts.id));
    json.given("parent_organization_id", facts.parent_id);
}

void write_organization(JsonWriter& json, const Model& model, Place place, Detail detail, bool full_services) {
    auto& provider = model.providers()[place];
    json.object([&] {
        write_organization_fields(json, model, provider);
        if (detail == Detail::full) {
            write_websites(json, provider), write_identifiers(json, model, provider);
            write_contacts(json, provider.contacts, "organization_id", provider.facts.id.uuid, provider.facts.name);
            write_phones(json, provider.contacts, "organization_id", provider.facts.id.uuid);
            json.list("locations", [&] {
                for (auto facility : provider.facilities)
                    json.object([&] {
                        write_location_fields(json, model, model.facilities()[facility], Detail::full, nullptr,
                                              nullptr);
                    });
            });
        }
        if (detail != Detail::full && !full_services) return;
        json.list("services", [&] {
            for (auto service : provider.services) {
                if (full_services) {
                    write_service(json, model, service, Detail::full);
                    continue;
                }
                auto& entry = model.services()[service];
                json.object([&] {
                    json("id", entry.facts.id), json("name", entry.facts.name), json("status", to_text(entry.status));
                });
            }
        });
    });
}

void write_phones(JsonWriter& json, const std::vector<ContactRow>& contacts, const char* owner_name,
                  const Uuid& owner) {
    if (std::ranges::none_of(contacts, [](auto& contact) { return contact.kind == "phone"; })) return;
    json.list("phones", [&] {
        for (auto& contact : contacts)
            if (contact.kind == "phone")
                json.object([&] {
                    json("id", contact.id), json(owner_name, owner), json("number", contact.value),
                        json.given("description", contact.label);
                });
    });
}

namespace {

// Telephones and an e-mail that share a role; a second e-mail of the role is reached apart.
struct Reached {
    const ContactRow* first;
    std::optional<std::string> email{};
    std::vector<const ContactRow*> phones{};
};

std::vector<Reached> reached_by_role(const std::vector<ContactRow>& contacts) {
    std::vector<Reached> all;
    for (auto& contact : contacts) {
        bool email = contact.kind == "email";
        if (!email && contact.kind != "phone") continue;
        auto same = std::ranges::find_if(
            all, [&](auto& one) { return one.first->label == contact.label && !(email && one.email); });
        if (same == all.end()) same = all.insert(all.end(), Reached{&contact});
        if (email) same->email = contact.value;
        else same->phones.push_back(&contact);
    }
    return all;
}

}

void write_contacts(JsonWriter& json, const std::vector<ContactRow>& contacts, const char* owner_name,
                    const Uuid& owner, const std::string& name) {
    auto all = reached_by_role(contacts);
    if (all.empty()) return;
    json.list("contacts", [&] {
        for (auto& one : all)
            json.object([&] {
                auto id = Uuid::named(owner, "contact/" + to_text(one.first->id));
                json("id", id), json(owner_name, owner), json.given("name", name),
                    json.given("title", one.first->label);
                json.given("email", one.email);
                if (one.phones.empty()) return;
                json.list("phones", [&] {
                    for (auto phone : one.phones)
                        json.object(
                            [&] { json("id", phone->id), json("contact_id", id), json("number", phone->value); });
                });
            });
    });
}

// --- taxonomies ----------------------------------------------------------------------------------------------------

void write_taxonomy(JsonWriter& json, const Model& model, const Taxonomy& taxonomy) {
    json.object([&] {
        json("id", taxonomy.id), json("name", taxonomy.name), json("description", taxonomy.description);
        json("uri", taxonomy_uri(model.public_url(), taxonomy.id));
    });
}

void write_term(JsonWriter& json, const Term& term, const Taxonomy& taxonomy, const std::string& public_url) {
    json("id", term.id), json("code", term.code), json("name", term.name), json("description", term.description);
    json("taxonomy", taxonomy.name), json("taxonomy_id", taxonomy.id), json("language", "cs");
    json("term_uri", term_uri(public_url, term.id));
}

void write_term(JsonWriter& json, const Model& model, const Term& term) {
    auto& taxonomy = model.terms().taxonomies()[term.taxonomy];
    json.object([&] {
        write_term(json, term, taxonomy, model.public_url());
        json.object("taxonomy_detail", [&] {
            json("id", taxonomy.id), json("name", taxonomy.name), json("description", taxonomy.description);
            json("uri", taxonomy_uri(model.public_url(), taxonomy.id));
        });
    });
}

std::optional<std::string> first_contact(const std::vector<ContactRow>& contacts, std::string_view kind) {
    for (auto& contact : contacts)
        if (contact.kind == kind) return contact.value;
    return {};
}

}
