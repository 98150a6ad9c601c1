// Merges where a service may go beside its own region: the register's extended competence becomes coverage.
#include "network/facilities/coverage.hpp"
#include "network/register/register_merging.hpp"
#include "network/register/register_regions.hpp"

namespace network {

namespace {

using Reached = std::set<std::pair<std::string, std::string>>;    // level and code

// Whole regions, as the register says; those that our territory does not hold have no name to be shown with.
Reached regions_said(const Merging& merging, const RegisterService& said) {
    Reached regions;
    for (auto& code : said.extended_regions)
        if (auto nuts = region_by_register_code(code); merging.ground.territory.region(nuts))
            regions.emplace("region", nuts);
    return regions;
}

// A service with coverage is looked for there alone, so the towns of its places are named beside the further regions.
// Secret places are no towns.
Reached towns_said(const Merging& merging, const RegisterService& said) {
    Reached towns;
    if (regions_said(merging, said).empty()) return towns;
    for (auto& place : said.facilities)
        if (!place.secret && place.address && place.provides_on(merging.ground.day) &&
            merging.ground.territory.municipality(place.address->municipality_code))
            towns.emplace("municipality", place.address->municipality_code);
    return towns;
}

struct Coverages {
    Merging& merging;
    std::vector<Coverage> here{};

    bool has(const std::pair<std::string, std::string>& reached) { return find(reached) != here.end(); }
    std::vector<Coverage>::iterator find(const std::pair<std::string, std::string>& reached) {
        return std::ranges::find_if(
            here, [&](auto& coverage) { return coverage.level == reached.first && coverage.code == reached.second; });
    }
    // What came is added, what went ends; what a person ended stays ended.
    void follow(const Reached& said, const Reached& says) {
        for (auto& reached : says)
            if (!said.contains(reached) && !has(reached))
                merging.gather(
                    merging.records.coverages,
                    Coverage{{}, merging.service.id, reached.first, reached.second, {}, {merging.since(), {}}, {}});
        for (auto& reached : said)
            if (auto stands = find(reached); !says.contains(reached) && stands != here.end()) merging.finish(*stands);
    }
};

}

void merge_coverage(Merging& merging) {
    auto said_regions = merging.first ? Reached{} : regions_said(merging, merging.before);
    auto said_towns = merging.first ? Reached{} : towns_said(merging, merging.before);
    auto says_regions = regions_said(merging, merging.after), says_towns = towns_said(merging, merging.after);
    if (said_regions == says_regions && said_towns == says_towns) return;
    Coverages coverages{merging};
    if (!merging.fresh) coverages.here = merging.holding(coverages_of(merging.db, merging.service.id));
    // Whoever said where it reaches knows better than a list of towns.
    auto towns_are_the_registers = std::ranges::any_of(said_towns, [&](auto& town) { return coverages.has(town); });
    auto nobody_said = coverages.here.empty();
    coverages.follow(said_regions, says_regions);
    if (nobody_said || towns_are_the_registers) coverages.follow(said_towns, says_towns);
}

}
