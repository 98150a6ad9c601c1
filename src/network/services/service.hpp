// A registered social service: what it is, for whom, since when, and how far its facts are vouched for.
#pragma once

#include "network/providers/provider.hpp"

namespace network {

struct Service {
    Id<Service> id{};
    std::string slug{};
    Id<Provider> provider_id{};
    std::optional<std::string> register_identifier{};    // 7 digits
    std::optional<std::int64_t> portal_id{};
    std::string type_code{};    // DruhSocialniSluzby/30
    std::string name{};
    db::Bytes name_sort{};
    std::optional<std::string> summary{};    // one plain sentence
    std::optional<std::string> description{};
    std::optional<std::string> eligibility{};
    std::optional<std::int64_t> age_min{};    // completed years
    std::optional<std::int64_t> age_max{};
    std::optional<std::string> age_wording{};    // do 65 let věku
    bool age_max_ambiguous{};                    // does the highest year still belong?  The wording does not say.
    std::optional<Date> starts_on{};
    std::string starts_on_precision = "day";    // day, month, year
    std::optional<Date> ends_on{};
    std::string status = "active";    // active, paused, ended
    std::optional<std::string> status_reason{};
    bool community_based{};                    // § 33a
    std::optional<std::string> fees_kind{};    // free (§ 72), partly, paid; nothing: not said
    std::optional<std::string> fees{};
    std::string accessibility{};    // codes of the list accessibility, ; between
    std::optional<std::string> accessibility_note{};
    std::optional<std::string> how_to_apply{};
    std::optional<std::string> project_name{};    // row 0.02: shown; the project itself belongs to projects
    std::optional<std::string> project_number{};
    bool secret{};
    bool invented{};                               // for the demonstration region
    std::optional<std::string> sample_fields{};    // what is made up about a real service: capacities;phone
    std::optional<Date> verified_on{};
    std::optional<std::string> verified_by{};
    Kept kept{};

    bool provided_on(Date day) const {
        return status != "ended" && (!starts_on || *starts_on <= day) && (!ends_on || day < *ends_on);
    }

    static constexpr auto table = "services";
    static constexpr auto content = "network";
    static void each_field(auto& service, auto& visit) {
        visit("id", service.id), visit("slug", service.slug), visit("provider_id", service.provider_id);
        visit("register_identifier", service.register_identifier), visit("portal_id", service.portal_id);
        visit("type_code", service.type_code), visit("name", service.name), visit("name_sort", service.name_sort);
        visit("summary", service.summary), visit("description", service.description);
        visit("eligibility", service.eligibility), visit("age_min", service.age_min), visit("age_max", service.age_max);
        visit("age_wording", service.age_wording), visit("age_max_ambiguous", service.age_max_ambiguous);
        visit("starts_on", service.starts_on), visit("starts_on_precision", service.starts_on_precision);
        visit("ends_on", service.ends_on), visit("status", service.status);
        visit("status_reason", service.status_reason), visit("community_based", service.community_based);
        visit("fees_kind", service.fees_kind), visit("fees", service.fees),
            visit("accessibility", service.accessibility);
        visit("accessibility_note", service.accessibility_note);
        visit("how_to_apply", service.how_to_apply), visit("project_name", service.project_name);
        visit("project_number", service.project_number), visit("secret", service.secret);
        visit("invented", service.invented), visit("sample_fields", service.sample_fields);
        visit("verified_on", service.verified_on);
        visit("verified_by", service.verified_by);
        Kept::each_field(service.kept, visit);
    }
};

// How fresh the facts are: vouched for within a year, longer ago, or never.
enum class Freshness { fresh, ageing, unverified };
Freshness freshness(const std::optional<Date>& verified_on, Date day);

Id<Service> add_service(const Author&, Service&);    // makes the slug out of name and provider if there is none
bool change_service(const Author&, const Service& before, const Service& after);

std::optional<Service> find_service(db::Session&, Id<Service>);
std::optional<Service> find_service_by_slug(db::Session&, const std::string& slug);    // the current slug only
std::optional<Service> find_service_by_register_identifier(db::Session&, const std::string& identifier);
std::vector<Service> list_services(db::Session&);    // by name
std::vector<Service> services_of_provider(db::Session&, Id<Provider>);

// Seven digits, as the register numbers a service.
bool valid_register_identifier(std::string_view);

}
