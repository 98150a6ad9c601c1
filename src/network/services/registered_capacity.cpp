// Keeps registered maxima in two times.
#include "network/services/registered_capacity.hpp"

#include "network/services/capacity_interval.hpp"
#include "network/services/capacity_part.hpp"

#include <stdexcept>

namespace network {

std::vector<RegisteredCapacity> held_now(db::Session& db, const RegisteredCapacity& like) {
    return db.all<RegisteredCapacity>("SELECT * FROM registered_capacities WHERE service_id = $1 AND form_code = $2"
                                      " AND unit_code = $3 AND replaced_at IS NULL ORDER BY valid_from",
                                      like.service_id, like.form_code, like.unit_code);
}

std::vector<RegisteredCapacity> capacities_of(db::Session& db, Id<Service> service, Date day, Instant known_at) {
    return db.all<RegisteredCapacity>("SELECT * FROM registered_capacities WHERE service_id = $1"
                                      " AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)"
                                      " AND recorded_at <= $3 AND (replaced_at IS NULL OR replaced_at > $3)"
                                      " ORDER BY form_code, unit_code",
                                      service, day, known_at);
}

namespace {

void must_fit(db::Session& db, const RegisteredCapacity& wish) {
    if (part_problem(db, wish)) throw std::invalid_argument{"a part of a capacity above its whole"};
}

}

void set_capacity(const Author& author, const RegisteredCapacity& wish) {
    auto putting = put_among(held_now(author.work, wish), wish);
    if (putting.added.empty()) return;
    must_fit(author.work, putting.added.back());
    keep(author, putting);
}

void correct_capacity(const Author& author, const RegisteredCapacity& wrong, std::int64_t count) {
    auto right = wrong;
    right.count = count;
    must_fit(author.work, right);
    replace(author, wrong, right);
}

}
