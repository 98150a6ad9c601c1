// Asks the database for what a person should look at.
#include "network/editing/open_questions.hpp"

#include <algorithm>

namespace network {

namespace {

using About = std::vector<QuestionAbout>;

About not_verified(db::Session& db, Date today) {
    constexpr auto a_year = std::chrono::days{366};
    return db.all<QuestionAbout>(
        "SELECT id, slug, name, '' AS detail,"
        " (SELECT coalesce(short_name, name) FROM providers WHERE id = services.provider_id) AS provider FROM services WHERE status <> 'ended'"
        " AND (verified_on IS NULL OR verified_on < $1) ORDER BY name_sort, slug",
        today - a_year);
}

About without_coverage(db::Session& db, Date today) {
    return db.all<QuestionAbout>(
        "SELECT id, slug, name, '' AS detail,"
        " (SELECT coalesce(short_name, name) FROM providers WHERE id = services.provider_id) AS provider FROM services WHERE status <> 'ended' AND NOT EXISTS"
        " (SELECT 1 FROM coverages WHERE service_id = services.id AND valid_from <= $1"
        " AND (valid_to IS NULL OR valid_to > $1)) ORDER BY name_sort, slug",
        today);
}

About without_summary(db::Session& db) {
    return db.all<QuestionAbout>(
        "SELECT id, slug, name, '' AS detail,"
        " (SELECT coalesce(short_name, name) FROM providers WHERE id = services.provider_id) AS provider FROM services WHERE status <> 'ended'"
        " AND summary IS NULL AND description IS NULL ORDER BY name_sort, slug");
}

About without_hours(db::Session& db, Date today) {
    return db.all<QuestionAbout>(
        "SELECT id, slug, name, '' AS detail,"
        " (SELECT coalesce(short_name, name) FROM providers WHERE id = services.provider_id) AS provider FROM services WHERE status <> 'ended' AND NOT EXISTS"
        " (SELECT 1 FROM opening_times WHERE service_id = services.id AND valid_from <= $1"
        " AND (valid_to IS NULL OR valid_to > $1)) ORDER BY name_sort, slug",
        today);
}

About ambiguous_ages(db::Session& db) {
    return db.all<QuestionAbout>(
        "SELECT id, slug, name, coalesce(age_wording, '') AS detail,"
        " (SELECT coalesce(short_name, name) FROM providers WHERE id = services.provider_id) AS provider FROM services"
        " WHERE status <> 'ended' AND age_max_ambiguous = $1 ORDER BY name_sort, slug",
        true);
}

// Forms that the law's table does not allow the type, or types that no longer are.
About against_the_law(db::Session& db, Date today) {
    return db.all<QuestionAbout>(
        "SELECT id, slug, name, '' AS detail,"
        " (SELECT coalesce(short_name, name) FROM providers WHERE id = services.provider_id) AS provider FROM services WHERE status <> 'ended' AND (EXISTS"
        " (SELECT 1 FROM service_forms JOIN type_forms ON type_forms.form_code = service_forms.form_code"
        " WHERE service_id = services.id AND type_forms.type_code = services.type_code AND allowed = $2 AND replaced_at IS NULL"
        " AND service_forms.valid_from <= $1 AND (service_forms.valid_to IS NULL OR service_forms.valid_to > $1)"
        " AND type_forms.valid_from <= $1 AND (type_forms.valid_to IS NULL OR type_forms.valid_to > $1))"
        " OR NOT EXISTS (SELECT 1 FROM code_list_items WHERE list = 'service_types' AND code = services.type_code"
        " AND replaced_at IS NULL AND valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1))) ORDER BY name_sort, slug",
        today, false);
}

About rooms_that_differ(db::Session& db, Date today) {
    return db.all<QuestionAbout>(
        "SELECT services.id AS id, slug, services.name AS name, premises.name AS detail,"
        " (SELECT coalesce(short_name, name) FROM providers WHERE id = services.provider_id) AS provider FROM premises"
        " JOIN service_premises ON premises_id = premises.id JOIN services ON services.id = service_id"
        " WHERE service_premises.valid_from <= $2 AND (service_premises.valid_to IS NULL OR service_premises.valid_to "
        "> $2)"
        " AND declared_rooms IS NOT NULL AND declared_rooms <>"
        " (SELECT count(*) FROM rooms WHERE rooms.premises_id = premises.id AND declared = $1) ORDER BY name_sort, "
        "slug",
        true, today);
}

About contracts_without_dates(db::Session& db) {
    return db.all<QuestionAbout>(
        "SELECT services.id AS id, slug, services.name AS name, number AS detail,"
        " (SELECT coalesce(short_name, name) FROM providers WHERE id = services.provider_id) AS provider FROM financing_contracts"
        " JOIN financing_contract_services ON contract_id = financing_contracts.id JOIN services ON services.id = service_id"
        " WHERE financing_contracts.starts_on IS NULL OR (term = 'definite' AND financing_contracts.ends_on IS NULL) ORDER BY name_sort, slug");
}
}

std::vector<OpenQuestion> open_questions(db::Session& db, const User& user, Date today) {
    std::vector<OpenQuestion> questions{
        {"zakon", against_the_law(db, today)},
        {"uzemi", without_coverage(db, today)},
        {"vek", ambiguous_ages(db)},
        {"mistnosti", rooms_that_differ(db, today)},
        {"smlouvy", contracts_without_dates(db)},
        {"popis", without_summary(db)},
        {"doba", without_hours(db, today)},
        {"overeni", not_verified(db, today)},
    };
    if (auto edited = services_edited_by(db, user))
        for (auto& question : questions)
            std::erase_if(question.about, [&](auto& about) { return !edited->contains(about.id); });
    std::erase_if(questions, [](auto& question) { return question.about.empty(); });
    return questions;
}

}
