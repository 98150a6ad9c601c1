// Reads the target groups of a service.
#include "network/services/service_target_group.hpp"

namespace network {

std::vector<ServiceTargetGroup> target_groups_of(db::Session& db, Id<Service> service) {
    return db.all<ServiceTargetGroup>("SELECT * FROM service_target_groups WHERE service_id = $1 ORDER BY group_code",
                                      service);
}

}
