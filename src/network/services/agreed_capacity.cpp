// Reads what the region agreed.
#include "network/services/agreed_capacity.hpp"

namespace network {

std::vector<AgreedCapacity> agreed_capacities_of(db::Session& db, Id<Service> service, Date day, Instant known_at) {
    return db.all<AgreedCapacity>("SELECT * FROM agreed_capacities WHERE service_id = $1"
                                  " AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)"
                                  " AND recorded_at <= $3 AND (replaced_at IS NULL OR replaced_at > $3)"
                                  " ORDER BY kind, form_code, unit_code",
                                  service, day, known_at);
}

}
