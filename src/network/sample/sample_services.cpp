// Loads providers, services with what belongs to them, and their places.
#include "network/facilities/coverage.hpp"
#include "network/facilities/opening_hours_text.hpp"
#include "network/providers/contact.hpp"
#include "network/sample/sample_region.hpp"
#include "network/services/age_limits.hpp"
#include "network/services/availability.hpp"
#include "network/services/service_form.hpp"
#include "network/services/service_step.hpp"
#include "network/services/service_target_group.hpp"
#include "network/services/verbatim.hpp"
#include "platform/base/parts.hpp"

#include <cctype>

namespace network {

Author SampleRegion::said_by(const SampleRow& row) {
    auto label = row.text("source");
    // Only documents are sources of their own; the rest is the demonstration region itself.
    if (!label || !label->starts_with("dokument")) return author;
    auto& source = sources_[*label];
    if (source == Id<history::Source>{})
        source = history::keep_source(author.work, author.now, author.user, author.organisation, "document", *label);
    auto by = author;
    by.source = source;
    return by;
}

void SampleRegion::keep_contacts(const Author& by, const SampleRow& row, const Uuid& owner) {
    std::int64_t position = 0;
    for (auto kind : {"phone", "email", "web"})
        if (auto value = row.text(kind)) add(by, Contact{{}, {owner}, kind, *value, {}, ++position, {}});
}

const Service& SampleRegion::service(const std::string& key) const {
    auto found = services_.find(key);
    if (found == services_.end()) throw std::runtime_error{"the demonstration region has no service " + key};
    return found->second;
}

void SampleRegion::load_providers() {
    for (auto& row : sample_table("providers")) {
        auto by = said_by(row);
        Provider provider;
        provider.slug = row.needed("key");
        provider.name = row.needed("name"), provider.short_name = row.text("short_name");
        provider.ico = row.text("ico"), provider.legal_form = row.text("legal_form");
        provider.municipality_code = row.text("seat_municipality"), provider.region_code = row.text("seat_region");
        if (provider.municipality_code) provider.municipality_name = town_names_.at(*provider.municipality_code);
        provider.description = row.text("about"), provider.note = row.text("seat_note");
        provider.invented = row.text("real") == "invented";
        providers_[row.needed("key")] = add_provider(by, provider);
        keep_contacts(by, row, provider.id.uuid);
    }
}

namespace {

std::optional<std::string> first_sentence(const std::optional<std::string>& text) {
    if (!text) return {};
    for (auto end = text->find(". "); end != text->npos; end = text->find(". ", end + 2)) {
        auto after = static_cast<unsigned char>((*text)[end + 2]);
        auto abbreviation = std::isdigit(after) || std::islower(after) || end < 20;    // 30. 6., tj. pomoc
        if (!abbreviation) return text->substr(0, end + 1);
    }
    return text;
}

std::string status_of(const std::string& state) { return state == "temporarily_closed" ? "paused" : state; }

Service service_from(const SampleRow& row) {
    Service service;
    service.slug = row.needed("key");
    service.type_code = row.needed("type"), service.name = row.needed("name");
    service.register_identifier = row.text("identifier");
    service.description = row.text("description"), service.summary = first_sentence(service.description);
    service.age_min = row.number("age_min"), service.age_max = row.number("age_max");
    service.age_wording = row.text("age_text"), service.age_max_ambiguous = row.text("age_max_inclusive") == "unclear";
    service.starts_on = row.date("active_from"), service.ends_on = row.day_after("active_to");
    service.starts_on_precision = row.text("active_from_precision").value_or("day");
    service.status = status_of(row.needed("state")), service.status_reason = row.text("state_note");
    service.fees_kind = row.text("fees_kind"), service.fees = row.text("fees_text");
    service.accessibility = text::joined(row.list("accessibility"), ";"),
    service.accessibility_note = row.text("accessibility_text");
    service.secret = row.yes("secret"), service.invented = row.text("real") == "invented";
    service.sample_fields = row.text("sample_fields"), service.verified_on = row.date("verified_on");
    return service;
}

}

void SampleRegion::load_services() {
    for (auto& row : sample_table("services")) load_service(row);
}

void SampleRegion::load_service(const SampleRow& row) {
    auto by = said_by(row);
    auto service = service_from(row);
    service.provider_id = providers_.at(row.needed("provider"));
    auto id = add_service(by, service);
    Validity whole{service.starts_on.value_or(beginning), service.ends_on};
    for (auto& form : row.list("forms")) add(by, ServiceForm{{}, id, form, whole, {}});
    for (auto& group : row.list("target_groups")) add(by, ServiceTargetGroup{{}, id, group, {}, whole, {}});
    for (auto& band : row.list("age_bands")) add(by, ServiceAgeBand{{}, id, band, {}, whole, {}});
    load_hours(by, row, service);
    auto coverages = parse_coverages(row.text("coverage").value_or(""));
    if (!coverages)
        throw std::runtime_error{"the demonstration region has a coverage that cannot be read: " + service.slug};
    for (auto& coverage : *coverages) {
        coverage.service_id = id, coverage.note = row.text("coverage_text"), coverage.validity = whole;
        add(by, coverage);
    }
    std::int64_t position = 0;
    for (auto& step : row.list("steps")) add(by, ServiceStep{{}, id, ++position, step, {}, {}});
    for (auto& wording : text::parted(row.text("source_text").value_or(""), " ¶ "))
        keep_verbatim(by, id.uuid, "source_text", wording);
    if (auto state = row.text("availability")) {
        auto as_of = service.verified_on.value_or(day_in_prague(author.now));
        if (*state != "unknown") as_of = reported(as_of);
        add(author, Availability{{},
                                 id,
                                 *state,
                                 row.text("availability_text"),
                                 row.number("waiting_people"),
                                 row.number("waiting_weeks"),
                                 as_of,
                                 {}});
    }
    keep_contacts(by, row, id.uuid);
    services_[row.needed("key")] = service;
}

void SampleRegion::load_hours(const Author& by, const SampleRow& row, const Service& service) {
    auto times = parse_opening_hours(row.text("hours").value_or(""));
    if (!times) throw std::runtime_error{"the demonstration region has hours that cannot be read: " + service.slug};
    auto wording = row.text("hours_text");
    if (times->empty() && (row.yes("nonstop") || row.yes("by_appointment") || wording)) times->emplace_back();
    for (auto& time : *times) {
        time.service_id = service.id;
        time.nonstop = row.yes("nonstop"), time.by_appointment = row.yes("by_appointment");
        time.note = wording;
        if (time.days.empty() && wording) time.times_a_week = parse_times_a_week(*wording);
        time.validity = {service.starts_on.value_or(beginning), service.ends_on};
        add(by, time);
    }
}

namespace {

Facility facility_from(const SampleRow& row) {
    Facility facility;
    facility.name = row.needed("name");
    auto street = row.text("street"), number = row.text("house_number");
    if (street || number) facility.street = street.value_or("") + (street && number ? " " : "") + number.value_or("");
    facility.municipality_code = row.text("municipality");
    facility.latitude = row.real("lat"), facility.longitude = row.real("lon");
    facility.approximate = row.yes("approximate"), facility.secret = row.yes("secret");
    facility.total_beds = row.number("total_beds"), facility.note = row.text("note");
    return facility;
}

}

void SampleRegion::load_facilities() {
    for (auto& row : sample_table("facilities")) {
        auto facility = facility_from(row);
        auto keys = row.list("services");
        facility.provider_id = service(keys.at(0)).provider_id;
        if (facility.municipality_code) facility.municipality_name = town_names_.at(*facility.municipality_code);
        if (auto opens = row.text("opens_note"))
            facility.note = facility.note ? *opens + "; " + *facility.note : *opens;
        facilities_[row.needed("key")] = add_facility(author, facility);
        for (auto& key : keys) {
            auto& of = service(key);
            add(author, ServiceFacility{{}, of.id, facility.id, {of.starts_on.value_or(beginning), of.ends_on}, {}});
        }
    }
}

}
