// Reads a service's texts in other languages.
#include "network/services/service_text.hpp"

namespace network {

std::vector<ServiceText> texts_of(db::Session& db, Id<Service> service) {
    return db.all<ServiceText>("SELECT * FROM service_texts WHERE service_id = $1 ORDER BY language", service);
}

}
