// Reads how often places are confirmed.
#include "network/services/report_pace.hpp"

#include <charconv>

namespace network {

std::optional<PlaceConfirmer> confirmer_of(db::Session& db, Id<Service> service) {
    return db.maybe<PlaceConfirmer>("SELECT * FROM place_confirmers WHERE service_id = $1", service);
}

ReportPaces ReportPaces::read(db::Session& db, const CodeLists& lists, Date day) {
    ReportPaces paces;
    for (auto item : lists.items("report_paces", day)) {
        auto text = item->detail("days");
        int days = 0;
        if (item->code == "free_places" &&
            std::from_chars(text.data(), text.data() + text.size(), days).ec == std::errc{} && days > 0)
            paces.region_.every = std::chrono::days{days};
    }
    for (auto& own : db.all<PlaceConfirmer>("SELECT * FROM place_confirmers WHERE every_days IS NOT NULL"))
        paces.own_[own.service_id] = {std::chrono::days{*own.every_days}};
    return paces;
}

}
