// How long a report of places stays true: after N days it is unconfirmed, after three times as many it says nothing.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "network/services/service.hpp"

#include <map>

namespace network {

enum class Reported { fresh, unconfirmed, silent };

struct ReportPace {
    std::chrono::days every{14};

    Reported of(Date as_of, Date day) const {
        if (day - as_of <= every) return Reported::fresh;
        return day - as_of <= 3 * every ? Reported::unconfirmed : Reported::silent;
    }
};

// Who is asked by mail whether the free places of a service still hold.
struct PlaceConfirmer {
    Id<PlaceConfirmer> id{};
    Id<Service> service_id{};
    std::optional<std::string> email{};          // of a contact of the service or its provider; nothing: nobody
    std::optional<std::int64_t> every_days{};    // nothing: as the region has it
    Kept kept{};

    static constexpr auto table = "place_confirmers";
    static constexpr auto content = "network";
    static void each_field(auto& confirmer, auto& visit) {
        visit("id", confirmer.id), visit("service_id", confirmer.service_id), visit("email", confirmer.email);
        visit("every_days", confirmer.every_days);
        Kept::each_field(confirmer.kept, visit);
    }
};

std::optional<PlaceConfirmer> confirmer_of(db::Session&, Id<Service>);

// The region's pace, which the code list report_paces holds with validity, and those of services of their own.
class ReportPaces {
public:
    static ReportPaces read(db::Session&, const CodeLists&, Date day);
    ReportPace of(Id<Service> service) const {
        auto own = own_.find(service);
        return own == own_.end() ? region_ : own->second;
    }
    ReportPace region() const { return region_; }

private:
    ReportPace region_;
    std::map<Id<Service>, ReportPace> own_;
};

}
