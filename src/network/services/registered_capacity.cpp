// Keeps registered maxima in two times.
#include "network/services/registered_capacity.hpp"

namespace network {

namespace {

// What we now hold true of one form and unit, earliest first.
std::vector<RegisteredCapacity> held_now(db::Session& db, const RegisteredCapacity& like) {
    return db.all<RegisteredCapacity>("SELECT * FROM registered_capacities WHERE service_id = $1 AND form_code = $2"
                                      " AND unit_code = $3 AND replaced_at IS NULL ORDER BY valid_from",
                                      like.service_id, like.form_code, like.unit_code);
}

}

std::vector<RegisteredCapacity> capacities_of(db::Session& db, Id<Service> service, Date day, Instant known_at) {
    return db.all<RegisteredCapacity>("SELECT * FROM registered_capacities WHERE service_id = $1"
                                      " AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)"
                                      " AND recorded_at <= $3 AND (replaced_at IS NULL OR replaced_at > $3)"
                                      " ORDER BY form_code, unit_code",
                                      service, day, known_at);
}

void set_capacity(const Author& author, const RegisteredCapacity& wish) {
    auto fresh = wish;
    auto from = fresh.validity.valid_from;
    for (auto& known : held_now(author.work, fresh)) {
        if (known.validity.valid_from > from) {    // a later number is known already: ours holds until then
            auto& to = fresh.validity.valid_to;
            if (!to || known.validity.valid_from < *to) to = known.validity.valid_from;
        } else if (known.validity.holds_on(from)) {
            if (known.count == fresh.count && known.note == fresh.note) return;
            if (known.validity.valid_from == from) {
                fresh.validity = known.validity;
                replace(author, known, fresh);
                return;
            }
            auto shorter = known;
            shorter.validity.valid_to = from;
            replace(author, known, shorter);
        }
    }
    add(author, fresh);
}

void correct_capacity(const Author& author, const RegisteredCapacity& wrong, std::int64_t count) {
    auto right = wrong;
    right.count = count;
    replace(author, wrong, right);
}

}
