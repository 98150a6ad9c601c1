// Finds services and counts what each filter would leave: sets of bits, met and counted.
#include "network/catalogue/catalogue_model.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace network {

namespace {

// By its code, as our own forms ask; otherwise by any other name that people and programs know it by.
const FacetValue* named(const std::vector<FacetValue>& facet, const std::string& asked) {
    for (auto& value : facet)
        if (value.code == asked) return &value;
    auto folded = search::fold(asked);
    for (auto& value : facet)
        if (std::ranges::find(value.also, folded) != value.also.end()) return &value;
    return nullptr;
}

// Which values of a filter are chosen; what nobody knows is left out and said.
std::vector<const FacetValue*> chosen(const std::vector<FacetValue>& facet, const std::vector<std::string>& asked,
                                      const char* field, std::vector<std::pair<std::string, std::string>>& problems) {
    std::vector<const FacetValue*> values;
    for (auto& name : asked) {
        if (auto value = named(facet, name)) values.push_back(value);
        else problems.emplace_back(field, "catalogue.filter.unknown");
    }
    return values;
}

Bits any_of(const std::vector<const FacetValue*>& values, std::size_t size) {
    Bits bits{size};
    for (auto value : values) bits.join(value->services);
    return bits;
}

}

// A query understood: the sets that it names, and what each group of filters leaves.
struct CatalogueModel::Asked {
    std::vector<const FacetValue*> types, forms, groups, districts, regions;
    std::vector<std::pair<std::string, std::string>> problems;
    Bits rest;    // words, situation, municipality, age
    Bits of_types, of_forms, of_groups, of_districts, of_regions;
    std::optional<Point> from;
    std::string place;
    std::vector<std::pair<std::uint32_t, float>> ranked;    // by match, when words were given
    bool by_words = false;
};

CatalogueModel::Asked CatalogueModel::asked(const CatalogueQuery& query) const {
    Asked asked;
    auto size = entries_.size();
    asked.rest = Bits{size, true};
    asked.types = chosen(types_, query.types, "druh", asked.problems);
    asked.forms = chosen(forms_, query.forms, "forma", asked.problems);
    asked.groups = chosen(groups_, query.groups, "skupina", asked.problems);
    if (!query.district.empty()) asked.districts = chosen(districts_, {query.district}, "orp", asked.problems);
    if (!query.region.empty()) asked.regions = chosen(regions_, {query.region}, "kraj", asked.problems);
    if (asked.districts.size() == 1) {
        auto& district = *asked.districts.front();
        asked.place = district.label;
        if (auto orp = territory_.orp(district.code); orp && orp->seat_code)
            if (auto seat = territory_.municipality(*orp->seat_code); seat && seat->latitude && seat->longitude)
                asked.from = Point{*seat->latitude, *seat->longitude};
        auto near = neighbours_.find(district.code);
        if (query.neighbours && near != neighbours_.end())
            for (auto& value : districts_)
                if (std::ranges::find(near->second, value.code) != near->second.end())
                    asked.districts.push_back(&value);
    }
    if (!query.municipality.empty()) {
        auto found = territory_.find_municipalities(query.municipality);
        if (found.empty()) asked.problems.emplace_back("obec", "catalogue.municipality.unknown");
        else {
            Bits reached{size};
            for (auto municipality : found) {
                auto services = municipalities_.find(municipality->code);
                if (services != municipalities_.end()) reached.join(services->second);
            }
            asked.rest.meet(reached);
            asked.place = found.front()->name;
            if (found.front()->latitude && found.front()->longitude)
                asked.from = Point{*found.front()->latitude, *found.front()->longitude};
        }
    }
    if (!query.situation.empty()) {
        auto situation = std::ranges::find(situations_, query.situation, &Situation::code);
        if (situation == situations_.end()) asked.problems.emplace_back("pro", "catalogue.filter.unknown");
        else {
            if (!situation->types.empty())
                asked.rest.meet(any_of(chosen(types_, situation->types, "pro", asked.problems), size));
            if (!situation->groups.empty())
                asked.rest.meet(any_of(chosen(groups_, situation->groups, "pro", asked.problems), size));
        }
    }
    if (query.free_now) asked.rest.meet(free_now_);
    if (query.age) asked.rest.meet(ages_[std::size_t(*query.age)]);
    if (!query.words.empty()) {
        auto found = index_->find_all(query.words);
        Bits words{size};
        for (std::size_t n = 0; n < found.ids.size(); ++n)
            words.set(found.ids[n]), asked.ranked.emplace_back(found.ids[n], found.scores[n]);
        asked.rest.meet(words);
        asked.by_words = true;
    }
    auto of = [&](auto& values) { return values.empty() ? Bits{size, true} : any_of(values, size); };
    asked.of_types = of(asked.types), asked.of_forms = of(asked.forms), asked.of_groups = of(asked.groups);
    asked.of_districts = of(asked.districts), asked.of_regions = of(asked.regions);
    return asked;
}

std::vector<std::uint32_t> CatalogueModel::in_order(const CatalogueQuery& query, const Asked& asked, std::size_t skip,
                                                    std::size_t most) const {
    auto all = asked.rest;
    for (auto set : {&asked.of_types, &asked.of_forms, &asked.of_groups, &asked.of_districts, &asked.of_regions})
        all.meet(*set);
    auto order = query.order.value_or(asked.by_words ? CatalogueOrder::by_match : CatalogueOrder::by_name);
    std::vector<std::uint32_t> shown;
    auto take = [&](std::uint32_t at) {
        if (!all.has(at)) return true;
        if (skip > 0) return --skip, true;
        if (shown.size() == most) return false;
        shown.push_back(at);
        return true;
    };
    if (order == CatalogueOrder::by_match && asked.by_words) {
        auto ranked = asked.ranked;
        std::erase_if(ranked, [&](auto& hit) { return !all.has(hit.first); });
        auto better = [](auto& a, auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; };
        auto needed = std::min(ranked.size(), skip + most);
        std::partial_sort(ranked.begin(), ranked.begin() + std::ptrdiff_t(needed), ranked.end(), better);
        for (auto& [at, score] : ranked)
            if (!take(at)) break;
    } else if (order == CatalogueOrder::by_distance && asked.from) {
        std::vector<std::pair<double, std::uint32_t>> far;
        for (std::uint32_t at = 0; at < entries_.size(); ++at) {
            if (!all.has(at)) continue;
            auto km = 1e9;    // a service without a place of its own comes last
            for (auto& point : entries_[at].points) km = std::min(km, distance_km(*asked.from, point));
            far.emplace_back(km, at);
        }
        std::ranges::sort(far);
        for (auto& [km, at] : far)
            if (!take(at)) break;
    } else if (order == CatalogueOrder::by_verification) {
        for (auto at : by_verification_)
            if (!take(at)) break;
    } else {
        auto& words = all.words();
        for (std::size_t n = 0; n < words.size(); ++n)
            for (auto rest = words[n]; rest; rest &= rest - 1)
                if (!take(std::uint32_t(n * 64 + std::size_t(__builtin_ctzll(rest))))) return shown;
    }
    return shown;
}

Findings CatalogueModel::find(const CatalogueQuery& query) const {
    auto asked = this->asked(query);
    Findings findings;
    findings.problems = asked.problems;
    findings.from = asked.from;
    findings.place = asked.place;
    findings.order = query.order.value_or(asked.by_words ? CatalogueOrder::by_match : CatalogueOrder::by_name);

    // Each group of filters counts what the others leave, so that a second tick in the same group adds.
    const Bits* groups[] = {&asked.of_types, &asked.of_forms, &asked.of_groups, &asked.of_districts, &asked.of_regions};
    auto without = [&](std::size_t left_out) {
        auto bits = asked.rest;
        for (std::size_t n = 0; n < std::size(groups); ++n)
            if (n != left_out) bits.meet(*groups[n]);
        return bits;
    };
    auto count = [&](std::size_t group, const std::vector<FacetValue>& facet,
                     const std::vector<const FacetValue*>& chosen) {
        auto bits = without(group);
        std::vector<FacetCount> counts;
        counts.reserve(facet.size());
        for (auto& value : facet)
            counts.push_back(
                {&value, bits.count_with(value.services), std::ranges::find(chosen, &value) != chosen.end()});
        return counts;
    };
    findings.types = count(0, types_, asked.types);
    findings.forms = count(1, forms_, asked.forms);
    findings.groups = count(2, groups_, asked.groups);
    findings.districts = count(3, districts_, asked.districts);
    findings.regions = count(4, regions_, asked.regions);
    auto all = without(0);
    all.meet(asked.of_types);
    findings.total = all.count();
    if (!asked.districts.empty() && query.types.empty() && query.forms.empty() && query.groups.empty() &&
        query.words.empty() && query.page == 1)
        for (auto& related : related_)
            if (std::ranges::any_of(asked.districts,
                                    [&](auto district) { return related.districts.contains(district->code); }))
                findings.related.push_back(&related);
    findings.shown = in_order(query, asked, std::size_t(query.page - 1) * catalogue_page_size, catalogue_page_size);
    return findings;
}

std::vector<std::uint32_t> CatalogueModel::find_all(const CatalogueQuery& query) const {
    return in_order(query, asked(query), 0, entries_.size());
}

std::vector<std::pair<std::string, std::size_t>> CatalogueModel::suggest(std::string_view beginning,
                                                                         std::size_t most) const {
    std::vector<std::pair<std::string, std::size_t>> suggestions;
    for (auto& suggestion : index_->suggest(beginning, most))
        suggestions.emplace_back(suggestion.text, suggestion.count);
    return suggestions;
}

}
