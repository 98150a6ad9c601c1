// Reads the steps of a service.
#include "network/services/service_step.hpp"

namespace network {

std::vector<ServiceStep> steps_of(db::Session& db, Id<Service> service) {
    return db.all<ServiceStep>("SELECT * FROM service_steps WHERE service_id = $1 ORDER BY position", service);
}

}
