// Reads public records and what may be read of each.
#include "network/public_events/public_events.hpp"

#include "network/hsds/hsds_json.hpp"
#include "network/network.hpp"
#include "network/service_networks/service_network.hpp"

#include <algorithm>

namespace network {

namespace {

using webhooks::PublicRecord;

// Of whose places one is secret, nothing is told; see webhooks::hidden_digest().
bool hides(const hsds::Model& model, const hsds::ServiceEntry& service) {
    return service.facts.secret || std::ranges::any_of(service.links, [&](auto link) {
               return model.facilities()[model.links()[link].facility].facts.secret;
           });
}

std::string places_text(const hsds::ServiceEntry& service) {
    std::string text;
    for (auto& free : service.free_places)
        text +=
            free.form_code + " " + free.unit_code + " " + std::to_string(free.count) + " " + to_iso(free.as_of) + "\n";
    return text;
}

void add_services(std::vector<PublicRecord>& records, const hsds::Model& model) {
    for (hsds::Place place = 0; place < model.services().size(); ++place) {
        auto& service = model.services()[place];
        auto path = "/sluzby/" + service.facts.slug, api = "/api/hsds/services/" + to_text(service.facts.id);
        if (hides(model, service)) {
            records.push_back({"service", service.facts.id.uuid, webhooks::hidden_digest(), path, api});
            continue;
        }
        JsonWriter json;
        write_service(json, model, place, hsds::Detail::full);
        records.push_back({"service", service.facts.id.uuid, webhooks::digest_of(json.take()), path, api});
        if (auto places = places_text(service); !places.empty())
            records.push_back({"places", service.facts.id.uuid, webhooks::digest_of(places), path, api});
    }
}

struct MembersCounted {
    Id<ServiceNetwork> network_id{};
    std::int64_t versions = 0;
    Instant recorded_at{};
    std::optional<Instant> replaced_at{};

    static void each_field(auto& row, auto& visit) {
        visit("network_id", row.network_id), visit("versions", row.versions), visit("recorded_at", row.recorded_at);
        visit("replaced_at", row.replaced_at);
    }
};

void add_networks(std::vector<PublicRecord>& records, db::Session& db) {
    auto counted = db.all<MembersCounted>("SELECT network_id, count(*) AS versions, max(recorded_at) AS recorded_at,"
                                          " max(replaced_at) AS replaced_at FROM network_members GROUP BY network_id");
    for (auto& one : list_networks(db)) {
        if (!one.published) continue;
        auto text = one.name + "\n" + one.years() + "\n" + std::to_string(one.kept.version);
        auto members = std::ranges::find(counted, one.id, &MembersCounted::network_id);
        if (members != counted.end())
            text += "\n" + std::to_string(members->versions) + " " + to_iso(members->recorded_at) + " " +
                    (members->replaced_at ? to_iso(*members->replaced_at) : "");
        records.push_back({"network", one.id.uuid, webhooks::digest_of(text), "/site/" + one.slug, ""});
    }
}

// That one was taken over, and nothing of what it changed: its services say so themselves.
void add_imports(std::vector<PublicRecord>& records, db::Session& db) {
    for (auto& id : db.all<Id<void>>("SELECT id FROM register_imports WHERE state = 'applied'"))
        records.push_back({"register", id.uuid, webhooks::digest_of("applied"), "/sluzby", "/api/hsds/services"});
}

}

webhooks::Watch public_watch(hsds::HsdsFeed& feed, const std::string& public_url) {
    webhooks::Watch watch{"network",
                          {{"service", "service.created", "service.changed", "service.removed"},
                           {"places", "places.confirmed", "places.confirmed", ""},
                           {"network", "network.published", "network.changed", "network.withdrawn"},
                           {"register", "register.applied", "", ""}}};
    // What a day changes by itself is news as well: a service that began or ended.
    watch.stamp = [](db::Session& db, Date day) {
        return std::to_string(history::content_version(db, "network")) + " " + to_iso(day);
    };
    watch.read = [&feed, public_url](db::Session& db, Date day) {
        std::vector<PublicRecord> records;
        add_services(records, *feed.model(db, day, public_url));
        add_networks(records, db), add_imports(records, db);
        return records;
    };
    return watch;
}

}
