// Keeps what the region agreed, in two times.
#include "network/services/agreed_capacity.hpp"

#include "network/services/capacity_interval.hpp"

namespace network {

std::vector<AgreedCapacity> agreed_capacities_of(db::Session& db, Id<Service> service, Date day, Instant known_at) {
    return db.all<AgreedCapacity>("SELECT * FROM agreed_capacities WHERE service_id = $1"
                                  " AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)"
                                  " AND recorded_at <= $3 AND (replaced_at IS NULL OR replaced_at > $3)"
                                  " ORDER BY kind, form_code, unit_code",
                                  service, day, known_at);
}

std::vector<AgreedCapacity> held_now(db::Session& db, const AgreedCapacity& like) {
    return db.all<AgreedCapacity>("SELECT * FROM agreed_capacities WHERE service_id = $1 AND kind = $2"
                                  " AND form_code = $3 AND unit_code = $4 AND replaced_at IS NULL ORDER BY valid_from",
                                  like.service_id, like.kind, like.form_code, like.unit_code);
}

void set_agreed_capacity(const Author& author, const AgreedCapacity& wish) {
    keep(author, put_among(held_now(author.work, wish), wish));
}

void correct_agreed_capacity(const Author& author, const AgreedCapacity& wrong, std::int64_t count) {
    auto right = wrong;
    right.count = count;
    replace(author, wrong, right);
}

}
