// Reads the catalogue out of the database: a handful of queries, then everything that pages and filters need.
#include "network/catalogue/catalogue_labels.hpp"
#include "network/catalogue/catalogue_model.hpp"
#include "network/catalogue/catalogue_pages.hpp"
#include "network/facilities/coverage.hpp"
#include "network/network.hpp"
#include "network/providers/contact.hpp"
#include "network/services/availability.hpp"
#include "network/services/related_service.hpp"
#include "network/services/service_form.hpp"
#include "network/services/service_target_group.hpp"
#include "platform/base/csv.hpp"
#include "platform/base/parts.hpp"
#include "platform/base/steady_sort.hpp"
#include "platform/search/fold.hpp"
#include "platform/time/prague.hpp"

#include <sstream>

namespace network {

namespace {

// Children of all services, by service, those that hold on the day.
template <class Child>
std::unordered_map<std::string, std::vector<Child>> by_service(std::vector<Child> children, Date day) {
    std::unordered_map<std::string, std::vector<Child>> sorted;
    for (auto& child : children)
        if (child.validity.holds_on(day)) sorted[to_text(child.service_id)].push_back(std::move(child));
    return sorted;
}

template <class Child>
const std::vector<Child>& of(const std::unordered_map<std::string, std::vector<Child>>& sorted, const std::string& id) {
    static const std::vector<Child> none;
    auto found = sorted.find(id);
    return found == sorted.end() ? none : found->second;
}

std::string after_slash(const std::string& code) { return code.substr(code.find('/') + 1); }

// The number of the paragraph, which people know; where the law gives none yet, the English name of the type.
std::string type_address(const CodeListItem& type) {
    auto paragraph = type.detail("paragraph");
    auto digits = paragraph.find_first_of("0123456789");
    return digits == paragraph.npos ? type.detail("identifier") : paragraph.substr(digits);
}

std::string in_html(const auto& value, const i18n::Texts& texts) {
    html::Out out{texts};
    out.put("{}", value);
    return out.html();
}

void write_pieces(FacetValue& value, const std::string& tick_box, const i18n::Languages& languages) {
    for (bool english : {false, true}) {
        auto& texts = english ? languages.english() : languages.czech();
        auto& label = english ? value.label_en : value.label;
        auto choice = [&](bool chosen) {
            if (tick_box.empty()) return in_html(html::nested(CatalogueOption{value, label, chosen}), texts);
            return in_html(html::nested(CatalogueCheck{tick_box, value, label, chosen}), texts);
        };
        (english ? value.html_en : value.html_cs) = in_html(label, texts);
        (english ? value.choice_en : value.choice_cs) = choice(false);
        (english ? value.chosen_en : value.chosen_cs) = choice(true);
    }
}

// Without the empty ones.
std::vector<std::string> folded(const std::vector<std::string>& names) {
    std::vector<std::string> all;
    for (auto& name : names)
        if (!name.empty()) all.push_back(search::fold(name));
    return all;
}

std::string joined(const std::vector<std::string>& parts, std::size_t most = 100) {
    std::string text;
    for (std::size_t n = 0; n < parts.size() && n < most; ++n) text += (n ? ", " : "") + parts[n];
    if (parts.size() > most) text += " a\u00a0další";
    return text;
}

std::vector<Situation> read_situations() {
    std::vector<Situation> situations;
    for (auto& file : files()) {
        if (file.path != "network/data/situations.csv") continue;
        std::istringstream text{std::string{file.bytes}};
        csv::Reader rows{text};
        auto cell = [&](const csv::Row& row, const char* name) { return std::string{row[rows.column(name)]}; };
        while (auto row = rows.next())
            situations.push_back({cell(*row, "code"), cell(*row, "title"), cell(*row, "hint"),
                                  text::parted(cell(*row, "types"), ";"), text::parted(cell(*row, "groups"), ";"),
                                  cell(*row, "words"), cell(*row, "title_en"), cell(*row, "hint_en")});
    }
    return situations;
}

// The six nearest districts, by the middle of their municipalities, no farther than 35 km.
std::unordered_map<std::string, std::vector<std::string>> near_districts(const Territory& territory) {
    std::map<std::string, std::pair<Point, int>> sums;
    for (auto& municipality : territory.municipalities())
        if (municipality.latitude && municipality.longitude) {
            auto& [point, count] = sums[municipality.orp_code];
            point.latitude += *municipality.latitude, point.longitude += *municipality.longitude, ++count;
        }
    std::unordered_map<std::string, std::vector<std::string>> near;
    for (auto& [code, sum] : sums) {
        Point here{sum.first.latitude / sum.second, sum.first.longitude / sum.second};
        std::vector<std::pair<double, std::string>> others;
        for (auto& [other, its] : sums)
            if (other != code)
                others.emplace_back(
                    distance_km(here, {its.first.latitude / its.second, its.first.longitude / its.second}), other);
        std::ranges::sort(others);
        for (auto& [km, other] : others)
            if (km < 35 && near[code].size() < 6) near[code].push_back(other);
    }
    return near;
}

}

// The rows of all services at once.
struct CatalogueModel::Reading {
    std::vector<Service> services;
    std::unordered_map<std::string, Provider> providers;
    std::unordered_map<std::string, std::vector<ServiceForm>> forms;
    std::unordered_map<std::string, std::vector<ServiceTargetGroup>> groups;
    std::unordered_map<std::string, std::vector<ServiceAgeBand>> bands;
    std::unordered_map<std::string, std::vector<Coverage>> coverages;
    std::unordered_map<std::string, std::vector<OpeningTime>> times;
    std::unordered_map<std::string, std::vector<ServiceFacility>> links;
    std::unordered_map<std::string, std::vector<RegisteredCapacity>> capacities;
    std::unordered_map<std::string, Facility> facilities;
    std::unordered_map<std::string, Availability> availabilities;    // the newest of each
    std::unordered_map<std::string, std::vector<FreePlaces>> places;
    std::unordered_map<std::string, std::string> telephones;    // the first of each service and provider

    Reading(db::Session& db, Date day) {
        services =
            db.all<Service>("SELECT * FROM services WHERE status <> 'ended' AND (ends_on IS NULL OR ends_on > $1)"
                            " AND (starts_on IS NULL OR starts_on <= $1) ORDER BY name_sort, id",
                            day);
        for (auto& provider : db.all<Provider>("SELECT * FROM providers"))
            providers.emplace(to_text(provider.id), provider);
        for (auto& facility : db.all<Facility>("SELECT * FROM facilities"))
            facilities.emplace(to_text(facility.id), facility);
        for (auto& report : availabilities_of_all(db, day))
            availabilities.insert_or_assign(to_text(report.service_id), report);
        for (auto& free : free_places_of_all(db, day)) places[to_text(free.service_id)].push_back(free);
        for (auto& contact : db.all<Contact>("SELECT * FROM contacts WHERE kind = 'phone' ORDER BY position, id"))
            telephones.try_emplace(to_text(contact.owner_id), contact.value);
        forms = by_service(db.all<ServiceForm>("SELECT * FROM service_forms ORDER BY form_code"), day);
        groups = by_service(db.all<ServiceTargetGroup>("SELECT * FROM service_target_groups ORDER BY group_code"), day);
        bands = by_service(db.all<ServiceAgeBand>("SELECT * FROM service_age_bands"), day);
        coverages = by_service(db.all<Coverage>("SELECT * FROM coverages"), day);
        times = by_service(db.all<OpeningTime>("SELECT * FROM opening_times ORDER BY id"), day);
        for (auto& [service, its] : times) sort_by_week(its);
        links = by_service(db.all<ServiceFacility>("SELECT * FROM service_facilities ORDER BY id"), day);
        capacities = by_service(
            db.all<RegisteredCapacity>(
                "SELECT * FROM registered_capacities WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)"
                " AND replaced_at IS NULL ORDER BY form_code, unit_code",
                day),
            day);
    }
};

std::shared_ptr<const CatalogueModel> CatalogueModel::read(db::Session& db, const i18n::Languages& languages,
                                                           const search::Language& language, Date day) {
    auto model = std::shared_ptr<CatalogueModel>{new CatalogueModel};
    auto& m = *model;
    m.version_ = history::content_version(db, "network");
    m.day_ = day;
    m.begins_ = from_prague(day), m.ends_ = from_prague(day + std::chrono::days{1});
    m.territory_ = Territory::read(db, day);
    m.lists_ = CodeLists::read(db, day);
    m.situations_ = read_situations();
    m.neighbours_ = near_districts(m.territory_);
    Reading all{db, day};
    auto paces = ReportPaces::read(db, m.lists_, day);
    auto size = all.services.size();

    auto values = [&](const char* list, auto address) {
        std::vector<FacetValue> facet;
        for (auto item : m.lists_.items(list, day))
            facet.push_back({address(*item), m.lists_.short_name(list, item->code),
                             item->name_en.value_or(item->name_cs), item->code,
                             folded({item->code, item->name_cs, after_slash(item->code), item->detail("paragraph")}),
                             Bits{size}});
        return facet;
    };
    m.types_ = values("service_types", type_address);
    for (auto& type : m.types_) {
        // NB: 30 is § 30 to people, not the register's number; that one is understood with its prefix only.
        std::erase(type.also, search::fold(after_slash(type.list_code)));
        auto item = m.lists_.find("service_types", type.list_code);
        auto paragraph = item ? item->detail("paragraph") : "";
        if (!paragraph.empty()) type.label += " (" + paragraph + ")", type.label_en += " (" + paragraph + ")";
    }
    m.forms_ = values("forms", [](const CodeListItem& form) { return after_slash(form.code); });
    m.groups_ = values("target_groups", [](const CodeListItem& group) { return after_slash(group.code); });
    for (auto& district : m.territory_.districts())
        if (district.kind == "orp")
            m.districts_.push_back({district.code, district.name, district.name, district.code,
                                    folded({district.name, "ORP " + district.name}), Bits{size}, Bits{size}});
    for (auto& region : m.territory_.regions())
        m.regions_.push_back({region.code, region.name, region.name, region.code, folded({region.name}), Bits{size}});
    for (auto [facet, tick_box] : {std::pair{&m.types_, "druh"},
                                   {&m.forms_, "forma"},
                                   {&m.groups_, "skupina"},
                                   {&m.districts_, ""},
                                   {&m.regions_, ""}})
        for (auto& value : *facet) write_pieces(value, tick_box, languages);
    m.ages_.assign(121, Bits{size});
    m.free_now_ = Bits{size};

    auto mark = [](std::vector<FacetValue>& facet, const std::string& code, std::size_t at) {
        for (auto& value : facet)
            if (value.list_code == code) value.services.set(at);
    };
    search::IndexBuilder builder{language,
                                 {{"name", 5, true},
                                  {"type", 4, true},
                                  {"provider", 3, true},
                                  {"places", 3, true},
                                  {"groups", 2},
                                  {"summary", 1.5f},
                                  {"description", 1}}};
    for (std::size_t at = 0; at < size; ++at) {
        auto& service = all.services[at];
        auto id = to_text(service.id);
        auto& provider = all.providers.at(to_text(service.provider_id));
        CatalogueEntry entry{id, service.slug, service.name, provider.shown_name(), provider.slug, service.type_code};
        auto type = m.lists_.find("service_types", service.type_code);
        entry.type = type ? type->name_cs : "";
        entry.paragraph = type ? type->detail("paragraph") : "";
        entry.summary = service.summary.value_or("");
        entry.verified_on = service.verified_on, entry.status = service.status, entry.invented = service.invented;
        mark(m.types_, service.type_code, at);
        if (service.status == "active") {
            auto report = all.availabilities.find(id);
            auto state = place_state(of(all.places, id), report == all.availabilities.end() ? nullptr : &report->second,
                                     paces.of(service.id), day);
            entry.availability = state.state, entry.availability_as_of = state.as_of;
            entry.unconfirmed = state.unconfirmed, entry.waiting_people = state.waiting_people.value_or(0);
            if (state.gets_in()) m.free_now_.set(at);
        }

        std::vector<std::string> forms, forms_en, groups, places;
        for (auto& form : of(all.forms, id)) {
            mark(m.forms_, form.form_code, at);
            forms.push_back(m.lists_.name("forms", form.form_code)),
                forms_en.push_back(m.lists_.name("forms", form.form_code, "en"));
        }
        for (auto& group : of(all.groups, id))
            mark(m.groups_, group.group_code, at), groups.push_back(m.lists_.name("target_groups", group.group_code));
        entry.forms = joined(forms);
        auto behind_paragraph = entry.paragraph.empty() || forms.empty() ? "" : ", ";
        entry.kind = entry.paragraph + behind_paragraph + entry.forms;
        entry.english.kind = entry.paragraph + behind_paragraph + joined(forms_en);
        for (auto& owner : {id, to_text(service.provider_id)})
            if (auto found = all.telephones.find(owner); entry.telephone.empty() && found != all.telephones.end())
                entry.telephone = found->second;

        auto limits = age_limits(service, of(all.bands, id), m.lists_);
        entry.ages = ages_label(limits), entry.english.ages = ages_label(limits, true);
        for (std::size_t age = 0; age < m.ages_.size(); ++age)
            if (limits.eligible(std::int64_t(age)).eligible != Eligible::no) m.ages_[age].set(at);

        // Where it reaches: its coverage; without one, where its places are.
        std::set<std::string> reached, near;
        std::vector<std::string> addresses;
        bool hidden = service.secret;
        for (auto& coverage : of(all.coverages, id)) {
            bool wide = coverage.level == "region" || coverage.level == "country";
            (wide ? reached : near).merge(m.territory_.municipalities_of(coverage.level, coverage.code));
        }
        for (auto& link : of(all.links, id)) {
            auto facility = all.facilities.find(to_text(link.facility_id));
            if (facility == all.facilities.end() || !facility->second.validity.holds_on(day)) continue;
            auto& place = facility->second;
            hidden = hidden || place.secret;
            if (place.secret || service.secret) continue;
            auto address = street_and_town(place, m.territory_);
            // Where the provider has its seat comes first.
            bool at_home = place.municipality_code && place.municipality_code == provider.municipality_code;
            if (!address.empty() && std::ranges::find(addresses, address) == addresses.end())
                addresses.insert(at_home ? addresses.begin() : addresses.end(), address);
            if (auto point = place_of(place, m.territory_)) entry.points.push_back(*point);
            if (place.municipality_code) {
                if (of(all.coverages, id).empty() || reached.contains(*place.municipality_code))
                    near.insert(*place.municipality_code);
                auto name = town_name(place, m.territory_);
                if (std::ranges::find(places, name) == places.end()) places.push_back(name);
            }
        }
        reached.insert(near.begin(), near.end());
        std::set<std::string> districts, near_districts, regions;
        for (auto& code : reached) {
            m.municipalities_.try_emplace(code, size).first->second.set(at);
            auto municipality = m.territory_.municipality(code);
            if (!municipality) continue;
            districts.insert(municipality->orp_code), regions.insert(municipality->region_code);
            if (near.contains(code)) near_districts.insert(municipality->orp_code);
        }
        for (auto& value : m.districts_) {
            if (districts.contains(value.code)) value.services.set(at);
            if (near_districts.contains(value.code)) value.near.set(at);
        }
        for (auto& value : m.regions_)
            if (regions.contains(value.code)) value.services.set(at);
        if (places.empty() || !of(all.coverages, id).empty()) {
            std::vector<std::string> names;
            for (auto& coverage : of(all.coverages, id))
                names.push_back(m.territory_.name(coverage.level, coverage.code));
            if (!names.empty()) places = names;
        }
        entry.places = joined(places, 4);
        // As on its own page: where one place is secret, none is shown, and no distance tells of it.
        if (hidden) entry.points.clear();
        if (!hidden && !std::ranges::is_permutation(addresses, places)) entry.address = joined(addresses, 1);
        entry.hours = hours_label(of(all.times, id)), entry.english.hours = hours_label(of(all.times, id), true);
        std::vector<std::string> capacities;
        for (auto& capacity : of(all.capacities, id))
            capacities.push_back(capacity_label(capacity, m.lists_) + " (" +
                                 m.lists_.name("forms", capacity.form_code) + ")");
        entry.capacity = joined(capacities);

        auto type_words = entry.type + " " + entry.paragraph + " " + (type ? type->short_cs.value_or("") : "");
        auto provider_words = provider.name + " " + provider.short_name.value_or("");
        auto places_words = joined(places) + " " + entry.places;
        auto groups_words = joined(groups);
        std::string_view texts[] = {entry.name,
                                    type_words,
                                    provider_words,
                                    places_words,
                                    groups_words,
                                    entry.summary,
                                    service.description ? std::string_view{*service.description} : std::string_view{}};
        builder.add(std::uint32_t(at), texts);
        m.entries_.push_back(std::move(entry));
    }
    for (auto& related : list_related_services(db)) {
        if (!related.validity.holds_on(day)) continue;
        RelatedEntry entry{related.slug, related.name, related.organisation_name.value_or(""),
                           m.lists_.name("related_kinds", related.kind_code), related.summary.value_or("")};
        if (related.provider_id && all.providers.contains(to_text(*related.provider_id)))
            entry.organisation = all.providers.at(to_text(*related.provider_id)).shown_name();
        entry.kind_en = m.lists_.name("related_kinds", related.kind_code, "en");
        if (auto coverages = parse_coverages(related.coverage)) entry.districts = reach(*coverages, m.territory_).orps;
        m.related_.push_back(std::move(entry));
    }
    m.index_.emplace(std::move(builder).build());
    m.by_verification_.resize(size);
    for (std::size_t at = 0; at < size; ++at) m.by_verification_[at] = std::uint32_t(at);
    steady_sort(m.by_verification_,
                [&](auto a, auto b) { return m.entries_[a].verified_on > m.entries_[b].verified_on; });
    for (auto& entry : m.entries_) {
        m.hits_cs_.push_back(hit_html(entry, languages.czech()));
        m.hits_en_.push_back(hit_html(entry, languages.english()));
    }
    return model;
}

}
