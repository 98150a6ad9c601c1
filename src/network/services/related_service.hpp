// Help that is not a registered social service: leisure for children, rental of aids, transport.
#pragma once

#include "network/services/service.hpp"

namespace network {

struct RelatedService {
    Id<RelatedService> id{};
    std::string slug{};
    std::optional<Id<Provider>> provider_id{};
    std::optional<std::string> organisation_name{};
    std::string kind_code{};    // code list related_kinds
    std::string name{};
    db::Bytes name_sort{};
    std::optional<std::string> summary{};
    std::optional<std::string> description{};
    std::optional<std::string> opening{};
    std::optional<std::string> municipality_code{};
    std::optional<std::string> for_whom{};
    std::optional<double> latitude{};
    std::optional<double> longitude{};
    std::string coverage{};    // the territory it reaches: orp:5104;area:jilemnicko; parse_coverages reads it
    bool invented{};
    std::optional<Date> verified_on{};
    std::optional<std::string> verified_by{};
    Validity validity{beginning, {}};
    Kept kept{};

    static constexpr auto table = "related_services";
    static constexpr auto content = "network";
    static void each_field(auto& service, auto& visit) {
        visit("id", service.id), visit("slug", service.slug), visit("provider_id", service.provider_id);
        visit("organisation_name", service.organisation_name), visit("kind_code", service.kind_code);
        visit("name", service.name), visit("name_sort", service.name_sort), visit("summary", service.summary);
        visit("description", service.description), visit("opening", service.opening);
        visit("municipality_code", service.municipality_code), visit("for_whom", service.for_whom);
        visit("latitude", service.latitude), visit("longitude", service.longitude), visit("coverage", service.coverage);
        visit("invented", service.invented), visit("verified_on", service.verified_on);
        visit("verified_by", service.verified_by);
        Validity::each_field(service.validity, visit), Kept::each_field(service.kept, visit);
    }
};

Id<RelatedService> add_related_service(const Author&, RelatedService&);
std::vector<RelatedService> list_related_services(db::Session&);    // by name
std::optional<RelatedService> find_related_service(db::Session&, Id<RelatedService>);
std::optional<RelatedService> find_related_service_by_slug(db::Session&, const std::string& slug);

}
