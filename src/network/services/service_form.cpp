// Reads the forms of a service.
#include "network/services/service_form.hpp"

namespace network {

std::vector<ServiceForm> forms_of(db::Session& db, Id<Service> service) {
    return db.all<ServiceForm>("SELECT * FROM service_forms WHERE service_id = $1 ORDER BY form_code, valid_from",
                               service);
}

}
