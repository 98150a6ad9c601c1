// Rows that no longer hold: ended by a day, or, where they carry no time or began only today, taken away, with what
// they said kept in the history of whose they were.
#pragma once

#include "network/facilities/coverage.hpp"
#include "network/facilities/opening_time.hpp"
#include "network/facilities/premises.hpp"
#include "network/providers/contact.hpp"
#include "network/services/age_limits.hpp"
#include "network/services/service_form.hpp"
#include "network/services/service_step.hpp"
#include "network/services/service_target_group.hpp"

namespace network {

void remove_contact(const Author&, const Contact&, const char* owner_table, const Uuid& owner,
                    const std::string& wording);
void remove_step(const Author&, const ServiceStep&, const char* owner_table, const Uuid& owner,
                 const std::string& wording);

// Takes the row itself away; false where somebody saved it meanwhile.
bool delete_row(db::Session& work, const ServiceForm&);
bool delete_row(db::Session& work, const ServiceTargetGroup&);
bool delete_row(db::Session& work, const ServiceAgeBand&);
bool delete_row(db::Session& work, const Coverage&);
bool delete_row(db::Session& work, const OpeningTime&);
bool delete_row(db::Session& work, const AreaMunicipality&);
bool delete_row(db::Session& work, const Room&);
bool delete_row(db::Session& work, const ServicePremises&);

// A row that began today would hold on no day at all, so it is taken away: who slipped and corrects it at once leaves
// no trace in the catalogue, but one in the history of the owner.
template <class Row>
bool end_today(const Author& author, const Row& row, Date today, const char* owner_table, const Uuid& owner,
               const char* field, const std::string& wording) {
    if (row.validity.valid_from < today) return end_on(author, row, today);
    if (!delete_row(author.work, row)) throw Conflict{};
    history::note(author, owner_table, owner, "changed", {{field, wording, {}}});
    history::count_up(author.work, Row::content);
    return true;
}

}
