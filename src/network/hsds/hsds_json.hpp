// Writes services, organisations, places and terms as HSDS objects: what is not known is left out.
#pragma once

#include "network/hsds/hsds_model.hpp"
#include "platform/base/json.hpp"

namespace network::hsds {

// How much of a thing is told.
enum class Detail {
    minimal,    // id and when it changed
    listed,     // its own fields, and those of what it belongs to
    full        // everything around it
};

void write_service(JsonWriter&, const Model&, Place service, Detail);
// Its services by id, name and status, or whole.
void write_organization(JsonWriter&, const Model&, Place provider, Detail, bool full_services = false);
void write_service_at_location(JsonWriter&, const Model&, Place link, Detail);
void write_taxonomy(JsonWriter&, const Model&, const Taxonomy&);
void write_term(JsonWriter&, const Model&, const Term&);

// --- parts, each written into the object that is open ---

void write_service_fields(JsonWriter&, const Model&, const ServiceEntry&);
void write_organization_fields(JsonWriter&, const Model&, const ProviderEntry&);
void write_term(JsonWriter&, const Term&, const Taxonomy&, const std::string& public_url);
// A hidden one has no address, point or name, and an id that no other service shares.
void write_location_fields(JsonWriter&, const Model&, const FacilityEntry&, Detail, const ServiceEntry* of,
                           const Link*);
void write_phones(JsonWriter&, const std::vector<ContactRow>&, const char* owner_name, const Uuid& owner);
// Whom to reach, by role or occasion: the name is the owner's, never a person's.
void write_contacts(JsonWriter&, const std::vector<ContactRow>&, const char* owner_name, const Uuid& owner,
                    const std::string& name);
void write_times(JsonWriter&, const Model&, const ServiceEntry&, const Link* link);

std::optional<std::string> first_contact(const std::vector<ContactRow>&, std::string_view kind);

}
