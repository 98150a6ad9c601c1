// Reads reported clients; withholds numbers in which somebody could be recognised.
#include "network/services/client_count.hpp"

#include "platform/statistics/small_numbers.hpp"

namespace network {

std::vector<ClientCount> client_counts_of(db::Session& db, Id<Service> service) {
    return db.all<ClientCount>("SELECT * FROM client_counts WHERE service_id = $1 ORDER BY as_of DESC, level, code",
                               service);
}

std::optional<int> shown_count(std::int64_t count) {
    if (count < statistics::smallest_shown) return {};
    return int(count);
}

}
