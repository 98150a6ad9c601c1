// The public network as HSDS tells it, in memory: made from the database at one content version and never changed.  The
// rows keep only what answers need, so that the whole country's register stays small.
#pragma once

#include "network/hsds/hsds_terms.hpp"
#include "network/services/service.hpp"
#include "network/territory/distance.hpp"
#include "network/territory/territory.hpp"

namespace network::hsds {

using Place = std::uint32_t;    // of a service, provider, facility… in its list

enum class Status { active, inactive, temporarily_closed, defunct };
std::string_view to_text(Status);

struct ContactRow {
    Uuid id{};
    Uuid owner_id{};
    std::string kind{};
    std::string value{};
    std::optional<std::string> label{};

    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("owner_id", row.owner_id), visit("kind", row.kind), visit("value", row.value),
            visit("label", row.label);
    }
};

struct FacilityRow {
    Uuid id{};
    Uuid provider_id{};
    std::string name{};
    std::optional<std::string> street{};
    std::optional<std::string> postal_code{};
    std::optional<std::string> municipality_code{};
    std::optional<std::string> municipality_name{};
    std::optional<std::string> address_code{};
    std::optional<double> latitude{};
    std::optional<double> longitude{};
    bool approximate{};
    bool secret{};
    std::optional<std::string> accessibility{};
    std::optional<std::string> directions{};

    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("provider_id", row.provider_id), visit("name", row.name),
            visit("street", row.street);
        visit("postal_code", row.postal_code), visit("municipality_code", row.municipality_code);
        visit("municipality_name", row.municipality_name), visit("address_code", row.address_code);
        visit("latitude", row.latitude), visit("longitude", row.longitude), visit("approximate", row.approximate);
        visit("secret", row.secret), visit("accessibility", row.accessibility), visit("directions", row.directions);
    }
};

struct TimeRow {
    Uuid id{};
    Uuid service_id{};
    std::optional<Uuid> facility_id{};
    std::optional<std::string> form_code{};
    std::string days{};
    std::optional<std::int16_t> opens_at{};
    std::optional<std::int16_t> closes_at{};
    std::optional<std::int16_t> times_a_week{};
    bool by_appointment{};
    bool nonstop{};
    std::optional<std::string> note{};
    Date valid_from{};
    std::optional<Date> valid_to{};

    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("service_id", row.service_id), visit("facility_id", row.facility_id);
        visit("form_code", row.form_code), visit("days", row.days), visit("opens_at", row.opens_at);
        visit("closes_at", row.closes_at), visit("times_a_week", row.times_a_week),
            visit("by_appointment", row.by_appointment);
        visit("nonstop", row.nonstop), visit("note", row.note), visit("valid_from", row.valid_from),
            visit("valid_to", row.valid_to);
    }
};

struct CoverageRow {
    Uuid id{};
    Uuid service_id{};
    std::string level{};
    std::string code{};
    std::optional<std::string> note{};

    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("service_id", row.service_id), visit("level", row.level), visit("code", row.code),
            visit("note", row.note);
    }
};

struct FreeRow {
    Uuid id{};
    Uuid service_id{};
    std::string form_code{};
    std::string unit_code{};
    std::int64_t count{};
    Date as_of{};
    std::string doubt{};    // since when nobody has confirmed it

    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("service_id", row.service_id), visit("form_code", row.form_code);
        visit("unit_code", row.unit_code), visit("count", row.count), visit("as_of", row.as_of);
    }
};

// A term that a service has, with its value where it has one: 1234567, 32, 2026–2027.
struct Attribute {
    TermNumber term{};
    std::string value{};
    std::string label{};
    std::string part{};    // amb/day: tells capacities of one unit apart, for their ids
};

struct Language {
    std::string code{};
    std::string name{};
    std::string note{};
};

// A service at a facility.
struct Link {
    Uuid id{};
    Place service{};
    Place facility{};
};

struct ServiceEntry {
    Service facts{};    // without the texts for sorting
    Place provider{};
    Status status{};
    Instant modified{};
    std::optional<std::int16_t> age_min{}, age_max{};
    std::string steps{};
    std::string wait_time{};
    std::vector<Attribute> attributes{};
    std::vector<Language> languages{};
    std::vector<TimeRow> times{};
    std::vector<CoverageRow> coverages{};
    std::vector<FreeRow> free_places{};
    std::vector<ContactRow> contacts{};
    std::vector<Place> links{};
    std::string words{};    // for searching: without case and accents

    bool has(TermNumber) const;
    bool hidden(const FacilityRow& facility) const { return facts.secret || facility.secret; }
};

struct FacilityEntry {
    FacilityRow facts{};
    std::optional<Point> point{};    // its own, else its municipality's; nowhere for a secret one
    bool public_place{};             // some service is there, and none that hides
    std::vector<ContactRow> contacts{};
};

struct ProviderEntry {
    Provider facts{};
    Instant modified{};
    std::vector<ContactRow> contacts{};
    std::vector<Place> services{};
    std::vector<Place> facilities{};
    std::string words{};
};

class Model {
public:
    static std::shared_ptr<const Model> read(db::Session&, const i18n::Texts& czech, const std::string& public_url,
                                             Date day);

    std::int64_t version() const { return version_; }
    Date day() const { return day_; }
    const std::string& public_url() const { return public_url_; }
    const i18n::Texts& czech() const { return *czech_; }
    const Terms& terms() const { return terms_; }
    const Territory& territory() const { return territory_; }
    const std::vector<ServiceEntry>& services() const { return services_; }       // by name
    const std::vector<ProviderEntry>& providers() const { return providers_; }    // by name
    const std::vector<FacilityEntry>& facilities() const { return facilities_; }
    const std::vector<Link>& links() const { return links_; }    // by service

    // bezbariérový vstup, výtah: of codes with ; between.
    std::string names(const char* list, std::string_view codes) const;

    std::optional<Place> service(const Uuid&) const;
    std::optional<Place> provider(const Uuid&) const;
    std::optional<Place> link(const Uuid&) const;

private:
    struct Reading;

    std::int64_t version_ = 0;
    Date day_{};
    std::string public_url_;
    const i18n::Texts* czech_{};
    Terms terms_;
    Territory territory_;
    CodeLists lists_;
    std::vector<ServiceEntry> services_;
    std::vector<ProviderEntry> providers_;
    std::vector<FacilityEntry> facilities_;
    std::vector<Link> links_;
    std::vector<std::pair<Uuid, Place>> service_ids_, provider_ids_, link_ids_;    // sorted
};

}
