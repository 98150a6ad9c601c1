// Reads what a provider said of its places and plans.
#include "network/services/capacity_state.hpp"

namespace network {

std::vector<CapacityState> capacity_states_of(db::Session& db, Id<Provider> provider) {
    return db.all<CapacityState>("SELECT * FROM capacity_states WHERE provider_id = $1 ORDER BY as_of DESC, id",
                                 provider);
}

}
