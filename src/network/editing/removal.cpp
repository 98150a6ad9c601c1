// Takes rows away and says so.
#include "network/editing/removal.hpp"

namespace network {

void remove_contact(const Author& author, const Contact& contact, const char* owner_table, const Uuid& owner,
                    const std::string& wording) {
    if (author.work.run("DELETE FROM contacts WHERE id = $1 AND version = $2", contact.id, contact.kept.version) != 1)
        throw Conflict{};
    history::note(author, owner_table, owner, "changed", {{"contact", wording, {}}});
    history::count_up(author.work, Contact::content);
}

void remove_step(const Author& author, const ServiceStep& step, const char* owner_table, const Uuid& owner,
                 const std::string& wording) {
    if (author.work.run("DELETE FROM service_steps WHERE id = $1 AND version = $2", step.id, step.kept.version) != 1)
        throw Conflict{};
    history::note(author, owner_table, owner, "changed", {{"step", wording, {}}});
    history::count_up(author.work, ServiceStep::content);
}

bool delete_row(db::Session& work, const ServiceForm& row) {
    return work.run("DELETE FROM service_forms WHERE id = $1 AND version = $2", row.id, row.kept.version) == 1;
}
bool delete_row(db::Session& work, const ServiceTargetGroup& row) {
    return work.run("DELETE FROM service_target_groups WHERE id = $1 AND version = $2", row.id, row.kept.version) == 1;
}
bool delete_row(db::Session& work, const ServiceAgeBand& row) {
    return work.run("DELETE FROM service_age_bands WHERE id = $1 AND version = $2", row.id, row.kept.version) == 1;
}
bool delete_row(db::Session& work, const Coverage& row) {
    return work.run("DELETE FROM coverages WHERE id = $1 AND version = $2", row.id, row.kept.version) == 1;
}
bool delete_row(db::Session& work, const OpeningTime& row) {
    return work.run("DELETE FROM opening_times WHERE id = $1 AND version = $2", row.id, row.kept.version) == 1;
}
bool delete_row(db::Session& work, const AreaMunicipality& row) {
    return work.run("DELETE FROM area_municipalities WHERE id = $1 AND version = $2", row.id, row.kept.version) == 1;
}
bool delete_row(db::Session& work, const Room& row) {
    return work.run("DELETE FROM rooms WHERE id = $1 AND version = $2", row.id, row.kept.version) == 1;
}
bool delete_row(db::Session& work, const ServicePremises& row) {
    return work.run("DELETE FROM service_premises WHERE id = $1 AND version = $2", row.id, row.kept.version) == 1;
}
}
