// Finds what passes all filters of a question.
#include "network/hsds/hsds_query.hpp"
#include "platform/i18n/fold.hpp"

#include <algorithm>
#include <set>

namespace network::hsds {

namespace {

// Every word of the question begins a word there.  Of a long word the last two letters may be another ending; a number
// is itself.
bool says(const std::string& text, const std::vector<std::string>& words) {
    return std::ranges::all_of(words, [&](const std::string& word) {
        bool number = word.find_first_of("0123456789") != word.npos;
        auto stem = std::string_view{word}.substr(0, word.size() > 6 && !number ? word.size() - 2 : word.size());
        for (auto at = text.find(stem); at != text.npos; at = text.find(stem, at + 1))
            if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '-' || text[at - 1] == '(') return true;
        return false;
    });
}

// The terms that a taxonomy filter means; nothing: none was asked for.
std::optional<std::set<TermNumber>> wanted_terms(const Model& model, const Query& query) {
    std::optional<std::set<TermNumber>> wanted;
    auto meet = [&](const std::set<TermNumber>& terms) {
        if (!wanted) return void(wanted = terms);
        std::erase_if(*wanted, [&](TermNumber term) { return !terms.contains(term); });
    };
    if (query.taxonomy) {
        std::set<TermNumber> terms;
        for (std::size_t at = 0; at < model.terms().terms().size(); ++at)
            if (model.terms().taxonomies()[model.terms().terms()[at].taxonomy].id == *query.taxonomy)
                terms.insert(TermNumber(at));
        meet(terms);
    }
    if (query.taxonomy_term) {
        auto term = model.terms().term(*query.taxonomy_term);
        meet(term ? std::set{*term} : std::set<TermNumber>{});
    }
    return wanted;
}

// Someone of the asked ages may come.
bool for_ages(const ServiceEntry& service, const Query& query) {
    if (query.minimum_age && service.age_max && *service.age_max < *query.minimum_age) return false;
    return !query.maximum_age || !service.age_min || *service.age_min <= *query.maximum_age;
}

std::vector<bool> services_that_pass(const Model& model, const Query& query) {
    auto terms = wanted_terms(model, query);
    std::vector<bool> pass(model.services().size());
    for (Place at = 0; at < pass.size(); ++at) {
        auto& service = model.services()[at];
        pass[at] =
            (!query.organization || service.facts.provider_id.uuid == *query.organization) &&
            (!query.modified_after || service.modified >= *query.modified_after) && for_ages(service, query) &&
            (!terms || std::ranges::any_of(service.attributes, [&](auto& one) { return terms->contains(one.term); })) &&
            says(service.words, query.words);
    }
    return pass;
}

// Where a postcode lies: the municipalities of the public places that have it, and the middle of those places.
struct Spot {
    std::set<std::string> municipalities{};
    std::optional<Point> middle{};
};

bool same_postcode(const std::optional<std::string>& kept, const std::string& digits) {
    if (!kept) return false;
    auto plain = *kept;
    std::erase(plain, ' ');
    return plain == digits;
}

std::optional<Spot> spot_of_postcode(const Model& model, const std::string& digits) {
    Spot spot;
    Point sum;
    int points = 0;
    for (auto& facility : model.facilities()) {
        if (!facility.public_place || !same_postcode(facility.facts.postal_code, digits)) continue;
        if (facility.facts.municipality_code) spot.municipalities.insert(*facility.facts.municipality_code);
        if (facility.point)
            sum.latitude += facility.point->latitude, sum.longitude += facility.point->longitude, ++points;
    }
    if (points) spot.middle = Point{sum.latitude / points, sum.longitude / points};
    return spot;
}

// Five digits are a postcode; a name or a code is a municipality's.  Nothing: it is neither.
std::optional<Spot> spot_of(const Model& model, const std::string& typed) {
    auto digits = typed;
    std::erase(digits, ' ');
    if (digits.size() == 5 && digits.find_first_not_of("0123456789") == digits.npos)
        return spot_of_postcode(model, digits);
    auto towns = model.territory().find_municipalities(typed);
    if (towns.empty()) return {};
    Spot spot;
    for (auto town : towns) {
        spot.municipalities.insert(town->code);
        if (!spot.middle && town->latitude && town->longitude) spot.middle = Point{*town->latitude, *town->longitude};
    }
    return spot;
}

// Everything in whose territory one of the municipalities lies, as level:code.
std::set<std::string> territories_around(const Model& model, const std::set<std::string>& municipalities) {
    std::set<std::string> around;
    for (auto& code : municipalities) {
        around.insert("municipality:" + code);
        if (auto town = model.territory().municipality(code)) {
            around.insert("orp:" + town->orp_code), around.insert("region:" + town->region_code);
            if (town->pou_code) around.insert("pou:" + *town->pou_code);
        }
        for (auto& area : model.territory().areas())
            if (model.territory().municipalities_of("area", area.code).contains(code))
                around.insert("area:" + area.code);
    }
    return around;
}

std::vector<Place> places_where(std::size_t size, auto&& passes) {
    std::vector<Place> found;
    for (Place at = 0; at < size; ++at)
        if (passes(at)) found.push_back(at);
    return found;
}

}

std::vector<Place> find_services(const Model& model, const Query& query) {
    auto pass = services_that_pass(model, query);
    return places_where(pass.size(), [&](Place at) { return pass[at]; });
}

std::vector<Place> find_organizations(const Model& model, const Query& query) {
    auto terms = wanted_terms(model, query);
    return places_where(model.providers().size(), [&](Place at) {
        auto& provider = model.providers()[at];
        auto has_terms = [&](Place service) {
            return std::ranges::any_of(model.services()[service].attributes,
                                       [&](auto& one) { return terms->contains(one.term); });
        };
        return (!query.modified_after || provider.modified >= *query.modified_after) &&
               (!terms || std::ranges::any_of(provider.services, has_terms)) && says(provider.words, query.words);
    });
}

std::variant<std::vector<Place>, Refusal> find_service_at_locations(const Model& model, const Query& query) {
    auto pass = services_that_pass(model, query);
    if (query.postcode.empty())
        return places_where(model.links().size(), [&](Place at) { return pass[model.links()[at].service]; });
    auto spot = spot_of(model, query.postcode);
    if (!spot) return Refusal{"hsds.problem.postcode"};
    auto around = territories_around(model, spot->municipalities);
    auto reaches = [&](const ServiceEntry& service, const FacilityEntry& facility) {
        if (service.coverages.empty())
            return !service.hidden(facility.facts) && facility.facts.municipality_code &&
                   spot->municipalities.contains(*facility.facts.municipality_code);
        return std::ranges::any_of(service.coverages, [&](auto& one) {
            return (one.level == "country" && !spot->municipalities.empty()) ||
                   around.contains(one.level + ":" + one.code);
        });
    };
    return places_where(model.links().size(), [&](Place at) {
        auto& link = model.links()[at];
        if (!pass[link.service]) return false;
        auto& service = model.services()[link.service];
        auto& facility = model.facilities()[link.facility];
        if (!query.proximity) return reaches(service, facility);
        // NB: a hidden place is near nothing, or its place could be found out by asking around.
        if (service.hidden(facility.facts) || !facility.point || !spot->middle) return false;
        return distance_km(*spot->middle, *facility.point) * 1000 <= *query.proximity;
    });
}

std::vector<Place> find_taxonomies(const Model& model, const Query& query) {
    auto& all = model.terms().taxonomies();
    return places_where(
        all.size(), [&](Place at) { return says(i18n::fold(all[at].name + " " + all[at].description), query.words); });
}

std::vector<Place> find_terms(const Model& model, const Query& query) {
    auto& all = model.terms().terms();
    return places_where(all.size(), [&](Place at) {
        return (!query.taxonomy || model.terms().taxonomies()[all[at].taxonomy].id == *query.taxonomy) &&
               says(i18n::fold(all[at].name + " " + all[at].description + " " + all[at].code), query.words);
    });
}

}
