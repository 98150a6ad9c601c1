// The service itself, and what is said of it alone.
#include "network/hsds/hsds_json.hpp"

#include <fmt/format.h>

namespace network::hsds {

namespace {

std::string midnight(Date day) { return to_iso(Instant{day}); }

void write_attributes(JsonWriter& json, const Model& model, const ServiceEntry& service) {
    json.list("attributes", [&] {
        for (auto& attribute : service.attributes) {
            auto& term = model.terms()[attribute.term];
            auto role = "attribute/" + term.code + (attribute.part.empty() ? "" : "/" + attribute.part);
            json.object([&] {
                json("id", Uuid::named(service.facts.id.uuid, role)), json("link_id", service.facts.id);
                json("taxonomy_term_id", term.id), json("link_entity", "service");
                json.given("value", attribute.value), json.given("label", attribute.label);
                json.raw("taxonomy_term", term.json);
            });
        }
    });
}

std::string target_groups(const Model& model, const ServiceEntry& service) {
    std::string names;
    for (auto& attribute : service.attributes) {
        auto& term = model.terms()[attribute.term];
        if (model.terms().taxonomies()[term.taxonomy].key == "target_groups")
            names += (names.empty() ? "" : ", ") + term.name;
    }
    return names;
}

std::string eligibility(const Model& model, const ServiceEntry& service) {
    if (service.facts.eligibility) return *service.facts.eligibility;
    auto groups = target_groups(model, service);
    std::string text;
    if (!groups.empty()) text = model.czech().text("hsds.eligibility", {groups});
    if (service.facts.age_wording)
        text += (text.empty() ? "" : " ") + model.czech().text("hsds.eligibility.age", {*service.facts.age_wording});
    return text;
}

// Only what a provider reported free; what is registered is no place to be had (standards of the register say so).
void write_capacities(JsonWriter& json, const Model& model, const ServiceEntry& service) {
    if (service.free_places.empty()) return;
    json.list("capacities", [&] {
        for (auto& free : service.free_places) {
            auto unit = model.terms().number("registered_capacity", free.unit_code),
                 form = model.terms().number("forms", free.form_code);
            if (!unit) continue;
            json.object([&] {
                json("id", free.id), json("service_id", service.facts.id);
                json.object("unit", [&] {
                    auto& term = model.terms()[*unit];
                    json("id", term.id), json("name", term.name), json("scheme", "MPSV"), json("identifier", term.code);
                });
                json("available", free.count);
                auto description = form ? model.terms()[*form].name : "";
                if (!free.doubt.empty()) description += (description.empty() ? "" : ", ") + free.doubt;
                if (!description.empty()) json("description", description);
                json("updated", midnight(free.as_of));
            });
        }
    });
}

void write_areas(JsonWriter& json, const Model& model, const ServiceEntry& service) {
    json.list("service_areas", [&] {
        for (auto& coverage : service.coverages)
            json.object([&] {
                auto name = model.territory().name(coverage.level, coverage.code);
                auto prefix = coverage.level == "orp" ? "ORP " : coverage.level == "pou" ? "POÚ " : "";
                json("id", coverage.id), json("service_id", service.facts.id), json("name", prefix + name);
                json.given("description", coverage.note);
                json("extent", coverage.code), json("extent_type", "other");
                // NB: only of municipalities is the statistical office's code the cadastre's too.
                if (coverage.level == "municipality")
                    json("uri", "https://linked.cuzk.cz/resource/ruian/obec/" + coverage.code);
            });
    });
}

void write_costs(JsonWriter& json, const Model& model, const ServiceEntry& service) {
    auto& facts = service.facts;
    if (!facts.fees_kind) return;
    json.list("cost_options", [&] {
        json.object([&] {
            json("id", Uuid::named(facts.id.uuid, "cost_option")), json("service_id", facts.id);
            json("option", model.czech().text("hsds.fees." + *facts.fees_kind)), json("currency", "CZK");
            if (*facts.fees_kind == "free") json("amount", 0);
            json.given("amount_description", facts.fees);
        });
    });
}

void write_languages(JsonWriter& json, const ServiceEntry& service) {
    if (service.languages.empty()) return;
    json.list("languages", [&] {
        for (auto& language : service.languages)
            json.object([&] {
                json("id", Uuid::named(service.facts.id.uuid, "language/" + language.name)),
                    json("service_id", service.facts.id);
                json("name", language.name), json("code", language.code), json("note", language.note);
            });
    });
}

void write_funding(JsonWriter& json, const ServiceEntry& service) {
    auto& facts = service.facts;
    if (!facts.project_name && !facts.project_number) return;
    json.list("funding", [&] {
        json.object([&] {
            json("id", Uuid::named(facts.id.uuid, "funding")), json("service_id", facts.id);
            auto source = facts.project_name.value_or("");
            if (facts.project_number) source += (source.empty() ? "" : ", ") + *facts.project_number;
            json("source", source);
        });
    });
}

void write_program(JsonWriter& json, const ServiceEntry& service) {
    auto& facts = service.facts;
    if (!facts.project_name) return;
    json.object("program", [&] {
        json("id", Uuid::named(facts.id.uuid, "program")), json("organization_id", facts.provider_id),
            json("name", *facts.project_name);
        json("description", facts.project_number ? *facts.project_number : *facts.project_name);
    });
}

// Its own telephones and contacts, else its provider's.
void write_reaching(JsonWriter& json, const ServiceEntry& service, const ProviderEntry& provider) {
    auto own = [&](std::string_view kind) { return first_contact(service.contacts, kind).has_value(); };
    if (own("phone")) write_phones(json, service.contacts, "service_id", service.facts.id.uuid);
    else write_phones(json, provider.contacts, "organization_id", provider.facts.id.uuid);
    if (own("phone") || own("email"))
        write_contacts(json, service.contacts, "service_id", service.facts.id.uuid, service.facts.name);
    else write_contacts(json, provider.contacts, "organization_id", provider.facts.id.uuid, provider.facts.name);
}

void write_urls(JsonWriter& json, const Model& model, const ServiceEntry& service) {
    json.list("additional_urls", [&] {
        json.object([&] {
            json("id", Uuid::named(service.facts.id.uuid, "url/opora")), json("service_id", service.facts.id);
            json("label", model.czech().text("hsds.url.opora")),
                json("url", model.public_url() + "/sluzby/" + service.facts.slug);
        });
    });
}

}

void write_service_fields(JsonWriter& json, const Model& model, const ServiceEntry& service) {
    auto& facts = service.facts;
    auto& provider = model.providers()[service.provider];
    json("id", facts.id), json("organization_id", facts.provider_id);
    if (facts.project_name) json("program_id", Uuid::named(facts.id.uuid, "program"));
    json("name", facts.name);
    json.given("description", facts.description ? facts.description : facts.summary);
    auto own = first_contact(service.contacts, "web"), email = first_contact(service.contacts, "email");
    json("url", own ? *own : model.public_url() + "/sluzby/" + facts.slug);
    json.given("email", email ? email : first_contact(provider.contacts, "email"));
    json("status", to_text(service.status));
    json.given("application_process", facts.how_to_apply ? *facts.how_to_apply : service.steps);
    json.given("fees_description", facts.fees);
    json.given("wait_time", service.wait_time);
    json.given("eligibility_description", eligibility(model, service));
    json.given("minimum_age", service.age_min), json.given("maximum_age", service.age_max);
    json.given("assured_date", facts.verified_on);
    if (service.status == Status::temporarily_closed) json.given("alert", facts.status_reason);
    json("last_modified", service.modified);
}

void write_service(JsonWriter& json, const Model& model, Place place, Detail detail) {
    auto& service = model.services()[place];
    auto& provider = model.providers()[service.provider];
    json.object([&] {
        if (detail == Detail::minimal) return json("id", service.facts.id), json("last_modified", service.modified);
        write_service_fields(json, model, service);
        if (detail == Detail::listed) {
            json.object("organization", [&] { write_organization_fields(json, model, provider); });
            return write_program(json, service);
        }
        write_urls(json, model, service);
        write_reaching(json, service, provider);
        write_times(json, model, service, nullptr);
        write_areas(json, model, service);
        json.list("service_at_locations", [&] {
            for (auto link : service.links) write_service_at_location(json, model, link, Detail::minimal);
        });
        write_languages(json, service);
        json.object("organization", [&] { write_organization_fields(json, model, provider); });
        write_funding(json, service), write_costs(json, model, service), write_program(json, service);
        write_capacities(json, model, service), write_attributes(json, model, service);
    });
}

}
