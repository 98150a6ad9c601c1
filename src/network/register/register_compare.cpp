// Keeps fingerprints of all services in memory, and asks the database only about those that differ.
#include "network/register/register_compare.hpp"

#include "network/register/register_regions.hpp"

namespace network {

double RegisterCounts::drop_percent() const {
    auto drop = [](std::int64_t before, std::int64_t now) {
        return before > now ? double(before - now) * 100 / double(before) : 0.0;
    };
    return std::max(drop(services_before, services), drop(facilities_before, facilities));
}

namespace {

struct KnownRow {
    std::string identifier{};
    db::Bytes fingerprint{};
    std::int64_t facilities{};
    std::optional<Id<Service>> service_id{};
    std::optional<Instant> gone_at{};

    static void each_field(auto& row, auto& visit) {
        visit("identifier", row.identifier), visit("fingerprint", row.fingerprint), visit("facilities", row.facilities);
        visit("service_id", row.service_id), visit("gone_at", row.gone_at);
    }
};

struct NumbersRow {
    Id<Service> id{};
    std::optional<std::string> register_identifier{};
    std::optional<std::int64_t> portal_id{};

    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("register_identifier", row.register_identifier), visit("portal_id", row.portal_id);
    }
};

}

RegisterComparison::RegisterComparison(db::Session& db, Date day, std::optional<std::string> region)
    : db_{db},
      day_{day},
      region_{std::move(region)},
      lists_{CodeLists::read(db, day)},
      codes_{register_codes_known(lists_, day)},
      territory_{Territory::read(db, day)} {
    for (auto& municipality : territory_.municipalities()) municipality_names_[municipality.code] = municipality.name;
    db.for_each<KnownRow>("SELECT identifier, fingerprint, facilities, service_id, gone_at FROM register_services",
                          [&](KnownRow row) {
                              if (!row.gone_at) ++counts_.services_before, counts_.facilities_before += row.facilities;
                              known_[row.identifier] = {std::move(row.fingerprint), row.facilities, row.service_id,
                                                        row.gone_at.has_value()};
                          });
    db.for_each<NumbersRow>("SELECT id, register_identifier, portal_id FROM services", [&](NumbersRow row) {
        if (row.register_identifier) by_identifier_[*row.register_identifier] = row.id;
        if (row.portal_id) by_portal_[*row.portal_id] = row.id;
    });
}

ServiceDifference RegisterComparison::difference(const RegisterService& said, const std::string& key) {
    ServiceDifference difference;
    difference.identifier = key, difference.type_code = "DruhSocialniSluzby/" + said.type_code;
    difference.provider_name = said.provider.name.empty() ? said.provider.ico : said.provider.name;
    auto places = places_of(said, territory_);
    if (!places.regions.empty()) {
        // A service of our region is listed there, wherever else it also has a place.
        auto ours = region_ && std::ranges::find(places.regions, *region_) != places.regions.end();
        difference.region_code = ours ? *region_ : places.regions.front();
    }
    for (auto& orp : places.orps) difference.orp_codes += orp + ";";
    return difference;
}

ServiceDifference RegisterComparison::told(ServiceDifference difference) {
    difference.position = ++position_;
    ++counts_.kinds[difference.kind];
    return difference;
}

// Whether a person's value stands in the way; then the difference is for a person to look at.
void RegisterComparison::look_for_held(ServiceDifference& difference, std::optional<Id<Service>> ours,
                                       const RegisterService* before, const RegisterService& after) {
    MergeOutcome outcome;
    if (ours) outcome = RegisterMerge{db_, {lists_, territory_, day_}}.merge(ours, before, after, false);
    if (!outcome.held.empty()) difference.kind = "suspicious";
    difference.fields =
        shown_as_json(before ? differences(*before, after) : std::vector<RegisterDifference>{}, outcome.held);
}

std::optional<ServiceDifference> RegisterComparison::compare(const RegisterService& after) {
    auto key = register_key_of(after);
    seen_.insert(key);
    auto known = known_.find(key);
    if (known == known_.end() && region_ && !concerns_region(after, *region_)) return {};
    ++counts_.services, counts_.facilities += std::int64_t(after.facilities.size());
    auto print = fingerprint(after);
    auto told_before = known != known_.end() && !known->second.gone;
    if (told_before && std::ranges::equal(known->second.fingerprint, print)) {
        ++counts_.unchanged;
        return {};
    }
    auto made = difference(after, key);
    made.staged = said_as_json(after);
    if (known != known_.end())
        made.before = db_.one<std::string>("SELECT said FROM register_services WHERE identifier = $1", key);
    auto before = made.before ? std::optional{said_from_json(*made.before)} : std::nullopt;
    auto ends = ended_by(after, day_) || (told_before && after.valid_to && !before->valid_to);
    made.kind = ends ? "ended" : told_before ? "changed" : "new";
    auto ours = known != known_.end() ? known->second.service : std::nullopt;
    if (!ours)
        if (auto by = by_identifier_.find(after.identifier); by != by_identifier_.end()) ours = by->second;
    if (auto by = by_portal_.find(std::int64_t(after.portal_id)); !ours && after.portal_id && by != by_portal_.end())
        ours = by->second;
    look_for_held(made, ours, before ? &*before : nullptr, after);
    return told(std::move(made));
}

void RegisterComparison::vanished(const std::function<void(ServiceDifference&&)>& take) {
    std::vector<std::string> gone;
    for (auto& [key, known] : known_)
        if (!known.gone && !seen_.contains(key)) gone.push_back(key);
    std::ranges::sort(gone);
    for (auto& key : gone) {
        auto said = db_.one<std::string>("SELECT said FROM register_services WHERE identifier = $1", key);
        auto made = difference(said_from_json(said), key);
        made.kind = "vanished", made.before = said;
        take(told(std::move(made)));
    }
}

}
