// Counts what bears a code.
#include "network/code_lists/code_uses.hpp"

namespace network {

namespace {

std::int64_t services_of_type(db::Session& db, const std::string& code, Date day) {
    return db.one<std::int64_t>("SELECT count(*) FROM services WHERE type_code = $1"
                                " AND (ends_on IS NULL OR ends_on > $2)",
                                code, day);
}
std::int64_t reference_values_of_type(db::Session& db, const std::string& code, Date day) {
    return db.one<std::int64_t>("SELECT count(*) FROM reference_values WHERE type_code = $1 AND year >= $2", code,
                                std::int64_t{year_of(day)});
}
std::int64_t proposals_of_type(db::Session& db, const std::string& code, Date) {
    return db.one<std::int64_t>("SELECT count(*) FROM development_proposals WHERE type_code = $1", code);
}
std::int64_t services_of_form(db::Session& db, const std::string& code, Date day) {
    return db.one<std::int64_t>("SELECT count(DISTINCT service_id) FROM service_forms WHERE form_code = $1"
                                " AND (valid_to IS NULL OR valid_to > $2)",
                                code, day);
}
std::int64_t services_for_group(db::Session& db, const std::string& code, Date day) {
    return db.one<std::int64_t>("SELECT count(DISTINCT service_id) FROM service_target_groups WHERE group_code = $1"
                                " AND (valid_to IS NULL OR valid_to > $2)",
                                code, day);
}
std::int64_t services_for_age(db::Session& db, const std::string& code, Date day) {
    return db.one<std::int64_t>("SELECT count(DISTINCT service_id) FROM service_age_bands WHERE band_code = $1"
                                " AND (valid_to IS NULL OR valid_to > $2)",
                                code, day);
}
std::int64_t registered_in_unit(db::Session& db, const std::string& code, Date day) {
    return db.one<std::int64_t>("SELECT count(*) FROM registered_capacities WHERE unit_code = $1"
                                " AND replaced_at IS NULL AND (valid_to IS NULL OR valid_to > $2)",
                                code, day);
}
std::int64_t agreed_in_unit(db::Session& db, const std::string& code, Date day) {
    return db.one<std::int64_t>("SELECT count(*) FROM agreed_capacities WHERE unit_code = $1"
                                " AND replaced_at IS NULL AND (valid_to IS NULL OR valid_to > $2)",
                                code, day);
}
std::int64_t free_places_in_unit(db::Session& db, const std::string& code, Date day) {
    return db.one<std::int64_t>("SELECT count(DISTINCT service_id) FROM free_places WHERE unit_code = $1"
                                " AND (ends_on IS NULL OR ends_on > $2)",
                                code, day);
}
// Capacities of a network stand in one text: FORM:UNIT=12;UNIT=2,5.
std::int64_t members_in_unit(db::Session& db, const std::string& code, Date day) {
    return db.one<std::int64_t>("SELECT count(*) FROM network_members WHERE replaced_at IS NULL"
                                " AND (valid_to IS NULL OR valid_to > $1)"
                                " AND (';' || capacities LIKE $2 OR capacities LIKE $3)",
                                day, "%;" + code + "=%", "%:" + code + "=%");
}
std::int64_t services_refusing(db::Session& db, const std::string& code, Date day) {
    return db.one<std::int64_t>("SELECT count(DISTINCT service_id) FROM refusal_counts WHERE reason_code = $1"
                                " AND period_to > $2",
                                code, day);
}
std::int64_t related_of_kind(db::Session& db, const std::string& code, Date day) {
    return db.one<std::int64_t>("SELECT count(*) FROM related_services WHERE kind_code = $1"
                                " AND (valid_to IS NULL OR valid_to > $2)",
                                code, day);
}
std::int64_t services_accessible(db::Session& db, const std::string& code, Date day) {
    return db.one<std::int64_t>("SELECT count(*) FROM services WHERE (ends_on IS NULL OR ends_on > $1)"
                                " AND ';' || accessibility || ';' LIKE $2",
                                day, "%;" + code + ";%");
}
std::int64_t services_in_language(db::Session& db, const std::string& code, Date) {
    return db.one<std::int64_t>("SELECT count(DISTINCT service_id) FROM service_texts WHERE language = $1", code);
}
std::int64_t networks_of_kind(db::Session& db, const std::string& code, Date day) {
    return db.one<std::int64_t>("SELECT count(*) FROM service_networks WHERE kind_code = $1"
                                " AND (valid_to IS NULL OR valid_to > $2)",
                                code, day);
}
std::int64_t members_marked(db::Session& db, const std::string& code, Date day) {
    return db.one<std::int64_t>("SELECT count(*) FROM network_members WHERE mark_code = $1 AND replaced_at IS NULL"
                                " AND (valid_to IS NULL OR valid_to > $2)",
                                code, day);
}

constexpr struct {
    std::string_view list;
    const char* what;
    std::int64_t (*count)(db::Session&, const std::string&, Date);
} users_of_lists[] = {
    {"service_types", "services", services_of_type},
    {"service_types", "proposals", proposals_of_type},
    {"service_types", "reference_values", reference_values_of_type},
    {"forms", "services", services_of_form},
    {"target_groups", "services", services_for_group},
    {"age_bands", "services", services_for_age},
    {"capacity_units", "registered_capacities", registered_in_unit},
    {"capacity_units", "agreed_capacities", agreed_in_unit},
    {"capacity_units", "free_places", free_places_in_unit},
    {"capacity_units", "members", members_in_unit},
    {"refusal_reasons", "refusals", services_refusing},
    {"related_kinds", "related_services", related_of_kind},
    {"accessibility", "services", services_accessible},
    {"languages", "services", services_in_language},
    {"network_kinds", "networks", networks_of_kind},
    {"network_marks", "members", members_marked},
    {"network_units", "members", members_in_unit},
};

}

std::vector<CodeUse> uses_of(db::Session& db, const std::string& list, const std::string& code, Date day) {
    std::vector<CodeUse> found;
    for (auto& [of, what, count] : users_of_lists)
        if (of == list)
            if (auto records = count(db, code, day); records > 0) found.push_back({what, records});
    return found;
}

std::int64_t all_of(const std::vector<CodeUse>& uses) {
    std::int64_t records = 0;
    for (auto& use : uses) records += use.count;
    return records;
}

}
