// Reads the public network for HSDS: a dozen queries of just the columns that answers need.
#include "network/hsds/hsds_model.hpp"

#include "network/services/age_limits.hpp"
#include "network/services/registered_capacity.hpp"
#include "network/services/report_pace.hpp"
#include "platform/i18n/fold.hpp"

#include <algorithm>
#include <regex>

namespace network::hsds {

namespace {

// Ended services are told for a year, so that those who copied them notice.
constexpr int defunct_months = 12;

struct CodeRow {
    Uuid service_id{};
    std::string code{};
    static void each_field(auto& row, auto& visit) { visit("service_id", row.service_id), visit("code", row.code); }
};

struct CapacityRow {
    Uuid service_id{};
    std::string kind{};    // registered, network, funded
    std::string form_code{};
    std::string unit_code{};
    std::int64_t count{};
    std::optional<std::string> scope{};
    std::optional<std::int64_t> of_total{};
    Date valid_from{};
    std::optional<Date> valid_to{};
    static void each_field(auto& row, auto& visit) {
        visit("service_id", row.service_id), visit("kind", row.kind), visit("form_code", row.form_code);
        visit("unit_code", row.unit_code), visit("count", row.count), visit("scope", row.scope);
        visit("of_total", row.of_total), visit("valid_from", row.valid_from), visit("valid_to", row.valid_to);
    }
};

struct LinkRow {
    Uuid id{};
    Uuid service_id{};
    Uuid facility_id{};
    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("service_id", row.service_id), visit("facility_id", row.facility_id);
    }
};

struct ChangeRow {
    Uuid service_id{};
    Instant changed_at{};
    static void each_field(auto& row, auto& visit) {
        visit("service_id", row.service_id), visit("changed_at", row.changed_at);
    }
};

struct WaitRow {
    Uuid service_id{};
    std::string state{};
    std::optional<std::string> wording{};
    std::optional<std::int64_t> waiting_weeks{};
    static void each_field(auto& row, auto& visit) {
        visit("service_id", row.service_id), visit("state", row.state), visit("wording", row.wording),
            visit("waiting_weeks", row.waiting_weeks);
    }
};

// The first day on which an ended service is no longer told.
std::optional<Date> forgotten_on(const Service& service) {
    if (service.ends_on) return plus_months(*service.ends_on, defunct_months);
    if (service.status == "ended") return plus_months(day_in_prague(service.kept.changed_at), defunct_months);
    return {};
}

Status status_on(const Service& service, Date day) {
    if (service.status == "ended" || (service.ends_on && *service.ends_on <= day)) return Status::defunct;
    if (service.starts_on && *service.starts_on > day) return Status::inactive;
    return service.status == "paused" ? Status::temporarily_closed : Status::active;
}

std::optional<Place> found_in(const std::vector<std::pair<Uuid, Place>>& sorted, const Uuid& id) {
    auto found = std::ranges::lower_bound(sorted, id, {}, &std::pair<Uuid, Place>::first);
    if (found == sorted.end() || found->first != id) return {};
    return found->second;
}

std::vector<std::pair<Uuid, Place>> sorted_ids(const auto& entries, auto id_of) {
    std::vector<std::pair<Uuid, Place>> ids;
    ids.reserve(entries.size());
    for (Place at = 0; at < entries.size(); ++at) ids.emplace_back(id_of(entries[at]), at);
    std::ranges::sort(ids);
    return ids;
}

// What people typed as a web address, as programs need it; nothing where it cannot be one.
std::optional<std::string> usable_uri(const std::string& typed) {
    auto uri = typed.starts_with("http://") || typed.starts_with("https://") ? typed : "https://" + typed;
    // A host with a dot, and of RFC 3986 what needs no care.
    static const std::regex form{
        R"(https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?([/?#][A-Za-z0-9._~:/?@!$&'()*+,;=-]*)?)"};
    if (uri.size() > 500 || !std::regex_match(uri, form)) return {};
    return uri;
}

bool usable_email(const std::string& text) {
    static const std::regex form{
        R"([A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+)"};
    return text.size() <= 254 && std::regex_match(text, form);
}

std::string after_slash(const std::string& code) { return code.substr(code.find('/') + 1); }

std::string years(Date from, const std::optional<Date>& to) {
    auto text = std::to_string(year_of(from)) + "–";
    return to ? text + std::to_string(year_of(*to - std::chrono::days{1})) : text;
}

}

std::string_view to_text(Status status) {
    constexpr std::string_view names[] = {"active", "inactive", "temporarily closed", "defunct"};
    return names[std::size_t(status)];
}

bool ServiceEntry::has(TermNumber term) const {
    return std::ranges::any_of(attributes, [&](auto& attribute) { return attribute.term == term; });
}

std::string Model::names(const char* list, std::string_view codes) const {
    std::string names;
    while (!codes.empty()) {
        auto code = codes.substr(0, codes.find(';'));
        codes.remove_prefix(std::min(codes.size(), code.size() + 1));
        if (!code.empty()) names += (names.empty() ? "" : ", ") + lists_.name(list, code);
    }
    return names;
}

std::optional<Place> Model::service(const Uuid& id) const { return found_in(service_ids_, id); }
std::optional<Place> Model::provider(const Uuid& id) const { return found_in(provider_ids_, id); }
std::optional<Place> Model::link(const Uuid& id) const { return found_in(link_ids_, id); }

// The steps of reading, in order; each adds to what the former left.
struct Model::Reading {
    Model& all;
    db::Session& db;
    const i18n::Texts& texts;
    const CodeLists& lists;
    std::vector<std::pair<Uuid, Place>> facility_ids{};

    ServiceEntry* service(const Uuid& id) {
        auto place = all.service(id);
        return place ? &all.services_[*place] : nullptr;    // not told any more
    }
    void mark(ServiceEntry& service, const char* taxonomy, const std::string& code, std::string value = {},
              std::string label = {}, std::string part = {}) {
        if (auto term = all.terms_.number(taxonomy, code))
            service.attributes.push_back({*term, std::move(value), std::move(label), std::move(part)});
    }

    void read_providers();
    void read_services();
    void read_codes();
    void read_ages();
    void read_capacities();
    void read_times_and_reach();
    void read_texts();
    void read_facilities();
    void read_contacts();
    void read_changes();
    void finish();
};

void Model::Reading::read_providers() {
    for (auto& provider : db.all<Provider>("SELECT * FROM providers ORDER BY name_sort, id")) {
        provider.name_sort = {}, provider.note.reset(), provider.verified_by.reset();
        auto modified = provider.kept.changed_at;
        all.providers_.push_back({std::move(provider), modified});
    }
    all.provider_ids_ = sorted_ids(all.providers_, [](auto& provider) { return provider.facts.id.uuid; });
}

void Model::Reading::read_services() {
    db.for_each<Service>("SELECT * FROM services ORDER BY name_sort, id", [&](Service service) {
        auto forgotten = forgotten_on(service);
        if (forgotten && *forgotten <= all.day_) return;
        auto provider = all.provider(service.provider_id.uuid);
        if (!provider) return;
        service.name_sort = {}, service.sample_fields.reset(), service.verified_by.reset();
        ServiceEntry entry;
        entry.provider = *provider;
        entry.status = status_on(service, all.day_);
        entry.modified = service.kept.changed_at;
        // The day of the end changed it too, though nobody saved anything.
        if (entry.status == Status::defunct && service.ends_on)
            entry.modified = std::max(entry.modified, Instant{*service.ends_on});
        all.providers_[*provider].services.push_back(Place(all.services_.size()));
        entry.facts = std::move(service);
        all.services_.push_back(std::move(entry));
    });
    all.services_.shrink_to_fit();
    all.service_ids_ = sorted_ids(all.services_, [](auto& service) { return service.facts.id.uuid; });
}

// NB: what ended together with its service is still told of it: the last condition in each question.
void Model::Reading::read_codes() {
    for (auto& entry : all.services_) {
        mark(entry, "service_types", entry.facts.type_code);
        if (entry.facts.register_identifier)
            mark(entry, "register_identifier", "register_identifier", *entry.facts.register_identifier);
    }
    auto read = [&](const char* taxonomy, const std::vector<CodeRow>& rows) {
        for (auto& row : rows)
            if (auto entry = service(row.service_id)) mark(*entry, taxonomy, row.code);
    };
    read("forms",
         db.all<CodeRow>("SELECT child.service_id, child.form_code AS code FROM service_forms child"
                         " JOIN services ON services.id = child.service_id WHERE child.valid_from <= $1"
                         " AND (child.valid_to IS NULL OR child.valid_to > $1 OR child.valid_to = services.ends_on)"
                         " ORDER BY child.form_code",
                         all.day_));
    read("target_groups",
         db.all<CodeRow>("SELECT child.service_id, child.group_code AS code FROM service_target_groups child"
                         " JOIN services ON services.id = child.service_id WHERE child.valid_from <= $1"
                         " AND (child.valid_to IS NULL OR child.valid_to > $1 OR child.valid_to = services.ends_on)"
                         " ORDER BY child.group_code",
                         all.day_));
    read("age_bands",
         db.all<CodeRow>("SELECT child.service_id, child.band_code AS code FROM service_age_bands child"
                         " JOIN services ON services.id = child.service_id WHERE child.valid_from <= $1"
                         " AND (child.valid_to IS NULL OR child.valid_to > $1 OR child.valid_to = services.ends_on)"
                         " ORDER BY child.band_code",
                         all.day_));
}

// The envelope: the stated limits, else the widest of the bands.
void Model::Reading::read_ages() {
    auto number = [](std::int64_t age) { return std::int16_t(std::clamp<std::int64_t>(age, 0, 150)); };
    for (auto& entry : all.services_) {
        std::vector<ServiceAgeBand> bands;
        for (auto& attribute : entry.attributes) {
            auto& term = all.terms_[attribute.term];
            if (all.terms_.taxonomies()[term.taxonomy].key == "age_bands") bands.push_back({.band_code = term.code});
        }
        auto limits = age_limits(entry.facts, bands, lists);
        bool open_below = false, open_above = false;
        for (auto& band : limits.bands) {
            open_below |= !band.from, open_above |= !band.to;
            if (band.from && !limits.min) entry.age_min = std::min(entry.age_min.value_or(150), number(*band.from));
            if (band.to && !limits.max) entry.age_max = std::max(entry.age_max.value_or(0), number(*band.to));
        }
        if (open_below || entry.age_min == 0) entry.age_min.reset();
        if (open_above) entry.age_max.reset();
        if (limits.min) entry.age_min = number(*limits.min);
        if (limits.max) entry.age_max = number(*limits.max);
    }
}

void Model::Reading::read_capacities() {
    auto paces = ReportPaces::read(db, lists, all.day_);
    auto form = [&](const CapacityRow& row) { return lists.name("forms", row.form_code); };
    for (
        auto& row : db.all<CapacityRow>(
            "SELECT child.service_id, 'registered' AS kind, form_code, unit_code, count, scope, of_total, valid_from, valid_to"
            " FROM registered_capacities child JOIN services ON services.id = child.service_id WHERE child.valid_from <= $1"
            " AND (child.valid_to IS NULL OR child.valid_to > $1 OR child.valid_to = services.ends_on)"
            " AND child.replaced_at IS NULL ORDER BY form_code, unit_code",
            all.day_)) {
        auto entry = service(row.service_id);
        if (!entry) continue;
        auto label = form(row);
        if (row.scope) label += ", " + texts.text("hsds.scope." + *row.scope);
        if (row.of_total) label += ", " + texts.text("hsds.of_total", {std::to_string(*row.of_total)});
        mark(*entry, "registered_capacity", row.unit_code, std::to_string(row.count), label,
             after_slash(row.form_code) + (row.scope ? "/" + *row.scope : ""));
    }
    for (
        auto& row : db.all<CapacityRow>(
            "SELECT child.service_id, kind, form_code, unit_code, count, NULL AS scope, NULL AS of_total, valid_from, valid_to"
            " FROM agreed_capacities child JOIN services ON services.id = child.service_id WHERE child.valid_from <= $1"
            " AND (child.valid_to IS NULL OR child.valid_to > $1 OR child.valid_to = services.ends_on)"
            " AND child.replaced_at IS NULL ORDER BY kind, form_code, unit_code",
            all.day_))
        if (auto entry = service(row.service_id))
            mark(*entry, "regional_network", row.kind, years(row.valid_from, row.valid_to),
                 std::to_string(row.count) + " " + lists.name("capacity_units", row.unit_code) + ", " + form(row),
                 after_slash(row.form_code) + "/" + after_slash(row.unit_code));
    for (
        auto& row : db.all<FreeRow>(
            "SELECT id, service_id, form_code, unit_code, count, as_of FROM free_places"
            " WHERE (ends_on IS NULL OR ends_on > $1) AND as_of = (SELECT max(newest.as_of)"
            " FROM free_places newest WHERE newest.service_id = free_places.service_id AND newest.form_code = free_places.form_code"
            " AND newest.unit_code = free_places.unit_code AND newest.as_of <= $1"
            " AND (newest.ends_on IS NULL OR newest.ends_on > newest.as_of)) ORDER BY form_code, unit_code",
            all.day_))
        if (auto entry = service(row.service_id)) {
            // What nobody confirms any more is no place to be had; what nobody confirmed lately says so.
            auto reported = paces.of(Id<Service>{row.service_id}).of(row.as_of, all.day_);
            if (reported == Reported::silent) continue;
            if (reported == Reported::unconfirmed) row.doubt = texts.text("hsds.unconfirmed", {to_czech(row.as_of)});
            entry->free_places.push_back(std::move(row));
        }
    for (
        auto& row : db.all<WaitRow>(
            "SELECT service_id, state, wording, waiting_weeks FROM availabilities WHERE as_of = (SELECT max(newest.as_of)"
            " FROM availabilities newest WHERE newest.service_id = availabilities.service_id"
            " AND newest.as_of <= $1)",
            all.day_))
        if (auto entry = service(row.service_id); entry && row.state == "waiting")
            entry->wait_time = row.wording         ? *row.wording
                               : row.waiting_weeks ? texts.text("hsds.wait_time", {std::to_string(*row.waiting_weeks)},
                                                                row.waiting_weeks)
                                                   : "";
}

void Model::Reading::read_times_and_reach() {
    for (
        auto& row : db.all<TimeRow>(
            "SELECT child.id, service_id, facility_id, form_code, days, opens_at, closes_at, times_a_week, by_appointment, nonstop,"
            " child.note, valid_from, valid_to FROM opening_times child JOIN services ON services.id = child.service_id"
            " WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1 OR valid_to = services.ends_on)"
            " ORDER BY child.id",
            all.day_))
        if (auto entry = service(row.service_id)) entry->times.push_back(std::move(row));
    for (auto& row : db.all<CoverageRow>("SELECT child.id, service_id, level, code, child.note FROM coverages child"
                                         " JOIN services ON services.id = child.service_id WHERE valid_from <= $1"
                                         " AND (valid_to IS NULL OR valid_to > $1 OR valid_to = services.ends_on)"
                                         " ORDER BY child.id",
                                         all.day_))
        if (auto entry = service(row.service_id)) entry->coverages.push_back(std::move(row));
}

void Model::Reading::read_texts() {
    for (auto& row :
         db.all<CodeRow>("SELECT service_id, title AS code FROM service_steps ORDER BY service_id, position"))
        if (auto entry = service(row.service_id)) entry->steps += (entry->steps.empty() ? "" : " ") + row.code;
    for (auto& row :
         db.all<CodeRow>("SELECT service_id, language AS code FROM service_texts ORDER BY service_id, language")) {
        auto entry = service(row.service_id);
        auto language = lists.find("languages", row.code);
        if (!entry || !language) continue;
        auto code = language->detail("bcp47");
        // NB: easy reading is Czech, so the code is and the name says how.
        entry->languages.push_back(
            {code.substr(0, code.find('-')), language->name_cs, texts.text("hsds.language.note")});
    }
}

void Model::Reading::read_facilities() {
    for (auto& row :
         db.all<FacilityRow>("SELECT id, provider_id, name, street, postal_code, municipality_code, municipality_name,"
                             " address_code, latitude, longitude, approximate, secret, accessibility, directions"
                             " FROM facilities ORDER BY name_sort, id")) {
        FacilityEntry entry{std::move(row)};
        auto& place = entry.facts;
        if (place.secret) {
            // Nothing that tells where it is may come into memory.
            place = FacilityRow{.id = place.id, .provider_id = place.provider_id, .secret = true};
        } else if (place.latitude && place.longitude) {
            entry.point = Point{*place.latitude, *place.longitude};
        } else if (auto town =
                       place.municipality_code ? all.territory_.municipality(*place.municipality_code) : nullptr;
                   town && town->latitude && town->longitude) {
            entry.point = Point{*town->latitude, *town->longitude};
        }
        all.facilities_.push_back(std::move(entry));
    }
    facility_ids = sorted_ids(all.facilities_, [](auto& facility) { return facility.facts.id; });
    auto links = db.all<LinkRow>(
        "SELECT child.id, child.service_id, child.facility_id FROM service_facilities child"
        " JOIN facilities ON facilities.id = child.facility_id JOIN services ON services.id = child.service_id"
        " WHERE child.valid_from <= $1"
        " AND (child.valid_to IS NULL OR child.valid_to > $1 OR child.valid_to = services.ends_on)"
        " AND facilities.valid_from <= $1"
        " AND (facilities.valid_to IS NULL OR facilities.valid_to > $1 OR facilities.valid_to = services.ends_on)"
        " ORDER BY services.name_sort, services.id, facilities.name_sort, child.id",
        all.day_);
    std::vector<bool> hidden(all.facilities_.size());
    for (auto& row : links) {
        auto of = all.service(row.service_id);
        auto at = found_in(facility_ids, row.facility_id);
        if (!of || !at) continue;
        auto& entry = all.services_[*of];
        auto& facility = all.facilities_[*at];
        entry.links.push_back(Place(all.links_.size()));
        all.links_.push_back({row.id, *of, *at});
        if (entry.hidden(facility.facts)) hidden[*at] = true;
        else if (entry.status != Status::defunct) facility.public_place = true;
    }
    for (Place at = 0; at < all.facilities_.size(); ++at) {
        auto& facility = all.facilities_[at];
        if (hidden[at]) facility.public_place = false;
        if (auto provider = all.provider(facility.facts.provider_id); provider && facility.public_place)
            all.providers_[*provider].facilities.push_back(at);
    }
    all.link_ids_ = sorted_ids(all.links_, [](auto& link) { return link.id; });
}

void Model::Reading::read_contacts() {
    for (auto& row :
         db.all<ContactRow>("SELECT id, owner_id, kind, value, label FROM contacts ORDER BY owner_id, position, id")) {
        if (row.kind == "email" && !usable_email(row.value)) continue;
        if (row.kind == "web") {
            auto uri = usable_uri(row.value);
            if (!uri) continue;
            row.value = *uri;
        }
        std::vector<ContactRow>* contacts = nullptr;
        if (auto entry = service(row.owner_id)) contacts = &entry->contacts;
        else if (auto provider = all.provider(row.owner_id)) contacts = &all.providers_[*provider].contacts;
        else if (auto facility = found_in(facility_ids, row.owner_id))
            if (all.facilities_[*facility].public_place) contacts = &all.facilities_[*facility].contacts;
        if (contacts) contacts->push_back(std::move(row));
    }
}

// Rows that no longer hold count too: their end was a change.
void Model::Reading::read_changes() {
    for (auto& row : db.all<ChangeRow>(
             "SELECT service_id, max(changed_at) AS changed_at FROM (SELECT service_id, changed_at FROM service_forms"
             " UNION ALL SELECT service_id, changed_at FROM service_target_groups"
             " UNION ALL SELECT service_id, changed_at FROM service_age_bands"
             " UNION ALL SELECT service_id, changed_at FROM registered_capacities"
             " UNION ALL SELECT service_id, changed_at FROM agreed_capacities"
             " UNION ALL SELECT service_id, changed_at FROM free_places"
             " UNION ALL SELECT service_id, changed_at FROM availabilities"
             " UNION ALL SELECT service_id, changed_at FROM opening_times"
             " UNION ALL SELECT service_id, changed_at FROM coverages"
             " UNION ALL SELECT service_id, changed_at FROM service_steps"
             " UNION ALL SELECT service_id, changed_at FROM service_texts"
             " UNION ALL SELECT service_id, changed_at FROM service_facilities"
             " UNION ALL SELECT service_id, facilities.changed_at FROM service_facilities"
             " JOIN facilities ON facilities.id = service_facilities.facility_id"
             " UNION ALL SELECT owner_id AS service_id, changed_at FROM contacts) AS parts GROUP BY service_id")) {
        if (auto entry = service(row.service_id)) entry->modified = std::max(entry->modified, row.changed_at);
        else if (auto provider = all.provider(row.service_id))
            all.providers_[*provider].modified = std::max(all.providers_[*provider].modified, row.changed_at);
    }
}

void Model::Reading::finish() {
    for (auto& provider : all.providers_)
        provider.words = i18n::fold(provider.facts.name + " " + provider.facts.short_name.value_or("") + " " +
                                    provider.facts.ico.value_or(""));
    for (auto& entry : all.services_) {
        auto& facts = entry.facts;
        auto words = facts.name + " " + lists.name("service_types", facts.type_code) + " " +
                     facts.register_identifier.value_or("");
        for (auto at : entry.links) {
            auto& place = all.facilities_[all.links_[at].facility].facts;
            if (!entry.hidden(place)) words += " " + place.municipality_name.value_or("");
        }
        words += " " + facts.summary.value_or("") + " " + facts.description.value_or("");
        entry.words = i18n::fold(words) + " " + all.providers_[entry.provider].words;
        entry.attributes.shrink_to_fit(), entry.words.shrink_to_fit();
    }
}

std::shared_ptr<const Model> Model::read(db::Session& db, const i18n::Texts& czech, const std::string& public_url,
                                         Date day) {
    std::shared_ptr<Model> model{new Model};
    model->version_ = history::content_version(db, "network");
    model->day_ = day;
    model->public_url_ = public_url;
    model->czech_ = &czech;
    model->lists_ = CodeLists::read(db, day);
    model->terms_ = Terms::of(model->lists_, czech, public_url);
    model->territory_ = Territory::read(db, day);
    Reading reading{*model, db, czech, model->lists_};
    reading.read_providers(), reading.read_services(), reading.read_codes(), reading.read_ages(),
        reading.read_capacities();
    reading.read_times_and_reach(), reading.read_texts(), reading.read_facilities(), reading.read_contacts();
    reading.read_changes(), reading.finish();
    return model;
}

}
