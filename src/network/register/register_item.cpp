// Takes a service out of its JSON: trims, checks, warns; throws only where the file as a whole cannot be trusted.
#include "network/register/register_item.hpp"

#include "network/register/register_hours.hpp"
#include "network/register/register_regions.hpp"
#include "platform/base/ico.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>
#include <set>

namespace network {

namespace {

namespace json = boost::json;
using Kind = RegisterWarningKind;

std::string_view view(const json::string& text) { return {text.data(), text.size()}; }

// Blanks at the ends, the unbreakable one too, make two spellings of one name.
std::string trimmed(std::string_view text) {
    static constexpr std::string_view unbreakable = "\u00a0";
    for (bool more = true; more && !text.empty();) {
        more = true;
        if (std::string_view{" \t\r\n"}.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
        else if (std::string_view{" \t\r\n"}.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
        else if (text.starts_with(unbreakable)) text.remove_prefix(unbreakable.size());
        else if (text.ends_with(unbreakable)) text.remove_suffix(unbreakable.size());
        else more = false;
    }
    return std::string{text};
}

// Reads one item; knows which service it is, for warnings.
class Item {
public:
    Item(const json::object& item, const RegisterFileOptions& options, RegisterFileSummary& summary)
        : item_{item}, options_{options}, summary_{summary} {}

    RegisterService service();

private:
    void warn(Kind kind, std::vector<std::string> values = {}) {
        summary_.warnings.add(kind, service_.identifier, std::move(values));
    }
    void wrong(const char* key) { warn(Kind::wrong_value, {key}); }

    const json::value* find(const json::object& in, const char* key) const;
    std::string text(const json::object& in, const char* key);
    bool yes(const json::object& in, const char* key);
    std::optional<std::uint64_t> number(const json::object& in, const char* key);
    std::optional<Date> date(const json::object& in, const char* key);
    std::string code(const json::object& in, const char* key, std::string_view list);
    std::string code_of(const json::value* reference, const char* key, std::string_view list);
    void each(const json::object& in, const char* key, const auto& take);
    void loose_codes(const json::value& in, std::string_view list, std::vector<std::string>& codes);

    void identity();
    void essential_types();
    void target_groups();
    void forms();
    RegisterForm form(const json::object& in);
    void hours(const json::array& ranges, RegisterForm& form);
    void facilities();
    RegisterFacility facility(const json::object& in);
    RegisterAddress address(const json::object& in);
    RegisterContacts contacts(const json::object& in);
    void provider();
    void check_against_codes();
    void check_dates(std::optional<Date> from, std::optional<Date> to);
    void check_town(const RegisterFacility& facility);

    const json::object& item_;
    const RegisterFileOptions& options_;
    RegisterFileSummary& summary_;
    RegisterService service_;
};

// nullptr also for null: the register writes both.
const json::value* Item::find(const json::object& in, const char* key) const {
    auto* found = in.if_contains(key);
    return found && !found->is_null() ? found : nullptr;
}

// Numbers of houses come as numbers and as texts.
std::string Item::text(const json::object& in, const char* key) {
    auto* found = find(in, key);
    if (!found) return {};
    if (found->is_string()) return trimmed(view(found->get_string()));
    if (found->is_int64()) return std::to_string(found->get_int64());
    return wrong(key), std::string{};
}

bool Item::yes(const json::object& in, const char* key) {
    auto* found = find(in, key);
    if (!found) return false;
    if (found->is_bool()) return found->get_bool();
    return wrong(key), false;
}

std::optional<std::uint64_t> Item::number(const json::object& in, const char* key) {
    auto* found = find(in, key);
    if (!found) return {};
    if (found->is_int64() && found->get_int64() >= 0) return static_cast<std::uint64_t>(found->get_int64());
    if (found->is_string()) {
        auto digits = trimmed(view(found->get_string()));
        std::uint64_t value{};
        auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error == std::errc{} && end == digits.data() + digits.size()) return value;
    }
    return wrong(key), std::optional<std::uint64_t>{};
}

std::optional<Date> Item::date(const json::object& in, const char* key) {
    auto written = text(in, key);
    if (written.empty()) return {};
    auto date = parse_date(std::string_view{written}.substr(0, written.find('T')));
    if (!date) warn(Kind::bad_date, {key, written});
    return date;
}

// {"id":"DruhSocialniSluzby/33"} in the list DruhSocialniSluzby is 33.
std::string Item::code_of(const json::value* reference, const char* key, std::string_view list) {
    if (!reference) return {};
    auto* id = reference->is_object() ? find(reference->get_object(), "id") : nullptr;
    if (!id || !id->is_string()) return wrong(key), std::string{};
    auto written = view(id->get_string());
    if (written.size() <= list.size() + 1 || !written.starts_with(list) || written[list.size()] != '/')
        return wrong(key), std::string{};
    return trimmed(written.substr(list.size() + 1));
}

std::string Item::code(const json::object& in, const char* key, std::string_view list) {
    return code_of(find(in, key), key, list);
}

void Item::each(const json::object& in, const char* key, const auto& take) {
    auto* found = find(in, key);
    if (!found) return;
    if (!found->is_array()) return wrong(key);
    for (auto& element : found->get_array()) {
        if (element.is_object()) take(element.get_object());
        else if (!element.is_null()) wrong(key);
    }
}

// Codes of a list, under whatever keys: the register does not say how its age groups and regions are called inside.
void Item::loose_codes(const json::value& in, std::string_view list, std::vector<std::string>& codes) {
    if (in.is_array()) {
        for (auto& element : in.get_array()) loose_codes(element, list, codes);
    } else if (in.is_object()) {
        for (auto& [key, value] : in.get_object()) loose_codes(value, list, codes);
    } else if (in.is_string()) {
        auto written = view(in.get_string());
        if (written.size() > list.size() + 1 && written.starts_with(list) && written[list.size()] == '/')
            codes.emplace_back(written.substr(list.size() + 1));
    }
}

// Texts and numbers under loose keys, one after another; of references the code.
void loose_texts(const json::value& in, std::string& text) {
    auto add = [&](std::string_view more) {
        if (more.empty()) return;
        if (!text.empty()) text += ' ';
        text += more;
    };
    if (in.is_array()) {
        for (auto& element : in.get_array()) loose_texts(element, text);
    } else if (in.is_object()) {
        for (auto& [key, value] : in.get_object()) {
            if (key == "id" && value.is_string()) {
                auto written = view(value.get_string());
                add(written.substr(written.rfind('/') + 1));
            } else loose_texts(value, text);
        }
    } else if (in.is_string()) add(trimmed(view(in.get_string())));
    else if (in.is_int64()) add(std::to_string(in.get_int64()));
}

RegisterService Item::service() {
    essential_types();
    identity();
    service_.valid_from = date(item_, "datumPoskytovaniOd");
    service_.valid_to = date(item_, "datumPoskytovaniDo");
    check_dates(service_.valid_from, service_.valid_to);
    service_.type_code = code(item_, "druhSocialniSluzby", "DruhSocialniSluzby");
    target_groups();
    if (auto* bands = find(item_, "vekoveSkupiny")) loose_codes(*bands, "VekovaSkupinaOsoby", service_.age_bands);
    service_.age_note = text(item_, "doplnujiciInformaceVekoveSkupiny");
    forms();
    facilities();
    provider();
    service_.own_contacts = contacts(item_);
    if (auto* regions = find(item_, "rozsirenePusobnostiVKraji"))
        loose_codes(*regions, "Kraj", service_.extended_regions);
    check_against_codes();
    return std::move(service_);
}

// What tells one service from another must be what it is: otherwise this is another file, not a strange row.
void Item::essential_types() {
    auto demand = [&](const char* key, auto fits) {
        if (auto* found = find(item_, key); found && !fits(*found))
            throw RegisterRefusal{RegisterFault::wrong_type, {key}};
    };
    auto is_reference = [&](const json::value& v) {
        auto* id = v.is_object() ? find(v.get_object(), "id") : nullptr;
        return id && id->is_string();
    };
    demand("portalId", [](const json::value& v) { return v.is_int64() && v.get_int64() >= 0; });
    demand("identifikator", [](const json::value& v) { return v.is_string(); });
    demand("druhSocialniSluzby", is_reference);
    demand("poskytovatel", [](const json::value& v) { return v.is_object(); });
    for (auto list : {"formy", "zarizeni", "ciloveSkupiny"})
        demand(list, [](const json::value& v) { return v.is_array(); });
}

void Item::identity() {
    auto portal_id = number(item_, "portalId");
    service_.portal_id = portal_id.value_or(0);
    service_.identifier = text(item_, "identifikator");
    if (service_.identifier.empty()) {
        if (!portal_id) throw RegisterRefusal{RegisterFault::missing_key, {"identifikator"}};
        warn(Kind::identifier_missing, {std::to_string(*portal_id)});
    } else if (service_.identifier.size() != 7 ||
               service_.identifier.find_first_not_of("0123456789") != std::string::npos)
        warn(Kind::identifier_unusual, {service_.identifier});
}

void Item::target_groups() {
    each(item_, "ciloveSkupiny", [&](const json::object& in) {
        RegisterTargetGroup group{code(in, "cilovaSkupina", "CilovaSkupinaOsoby"), {}};
        for (auto& [key, value] : in)
            if (key != "cilovaSkupina" && key != "id" && value.is_string()) loose_texts(value, group.note);
        service_.target_groups.push_back(std::move(group));
    });
}

void Item::forms() {
    each(item_, "formy", [&](const json::object& in) { service_.forms.push_back(form(in)); });
}

RegisterForm Item::form(const json::object& in) {
    RegisterForm form{.code = code(in, "forma", "FormaSocialniSluzby"), .nonstop = yes(in, "nepretrzitePoskytovani")};
    if (auto* ranges = find(in, "casoveRozsahy"); ranges && ranges->is_array()) hours(ranges->get_array(), form);
    each(in, "kapacity", [&](const json::object& of) {
        RegisterCapacity capacity{.unit_code = code(of, "typ", "TypKapacitySocialniSluzby"), .note = text(of, "popis")};
        if (auto count = number(of, "pocet")) capacity.count = static_cast<std::int64_t>(*count);
        else warn(Kind::capacity_without_count, {form.code});
        form.capacities.push_back(std::move(capacity));
    });
    return form;
}

// Codes of days are 1 to 7; what cannot be read as a day and times is kept in its words.
void Item::hours(const json::array& ranges, RegisterForm& form) {
    std::vector<std::string> days;
    for (auto& range : ranges) {
        std::string text;
        loose_texts(range, text);
        if (!text.empty()) form.hours.push_back(std::move(text));
        loose_codes(range, "DenVTydnu", days);
    }
    std::set<std::string> different{days.begin(), days.end()};
    for (auto& day : different) {
        if (day.size() == 1 && day[0] >= '1' && day[0] <= '7') ++summary_.forms_open_on[std::size_t(day[0] - '0')];
        else warn(Kind::unknown_weekday, {day});
    }
    for (auto& time : opening_times_from(form, form.code))
        if (time.note) warn(Kind::hours_unread, {*time.note});
}

// Without an address code two facilities of one name are the same only when the whole address is.
auto sameness(const RegisterFacility& facility) {
    auto place = [&]() -> std::string {
        if (!facility.address) return "secret";
        auto& at = *facility.address;
        if (at.ruian_code) return std::to_string(*at.ruian_code);
        return at.municipality_code + '|' + at.municipality_part + '|' + at.street + '|' + at.house_number + '|' +
               at.orientation_number;
    };
    return std::tuple{facility.name, place(), facility.from, facility.to};
}

void Item::facilities() {
    std::set<decltype(sameness(std::declval<RegisterFacility>()))> seen;
    each(item_, "zarizeni", [&](const json::object& in) {
        auto made = facility(in);
        if (!seen.insert(sameness(made)).second) {
            ++summary_.repeated_facilities;
            return;
        }
        check_dates(made.from, made.to);
        check_town(made);
        if (made.secret) ++summary_.secret_facilities;
        else if (!made.address->ruian_code) ++summary_.facilities_without_address_code;
        ++summary_.facilities;
        service_.facilities.push_back(std::move(made));
    });
}

// No address means a secret one (shelters for victims of violence): that reading harms nobody when it is wrong.
RegisterFacility Item::facility(const json::object& in) {
    RegisterFacility facility{text(in, "nazev"), date(in, "poskytujeOd"), date(in, "poskytujeDo")};
    auto* at = find(in, "adresa");
    facility.secret = yes(in, "utajenaAdresa") || !at || !at->is_object();
    if (!facility.secret) facility.address = address(at->get_object());
    else if (at && at->is_object()) warn(Kind::secret_with_address, {facility.name});
    return facility;
}

RegisterAddress Item::address(const json::object& in) {
    RegisterAddress address{
        .house_number = text(in, "cisloDomovni"),
        .orientation_number = text(in, "cisloOrientacni"),
        .addition = text(in, "dodatekAdresy"),
        .house_number_kind = code(in, "typCislaDomovniho", "TypStavebnihoObjektu"),
        .postal_code = text(in, "psc"),
        .municipality_code = code(in, "obec", "Obec"),
        .municipality_part = code(in, "castObce", "CastObce"),
        .region_code = code(in, "kraj", "Kraj"),
        .district_code = code(in, "okres", "Okres"),
        .ruian_code = number(in, "kodAdresnihoMista"),
    };
    std::erase(address.postal_code, ' ');
    if (auto* street = find(in, "ulice"); street && street->is_object())
        address.street = text(street->get_object(), "nazev");
    return address;
}

RegisterContacts Item::contacts(const json::object& in) {
    RegisterContacts contacts;
    auto take = [&](const char* list, const char* key, std::vector<std::string>& into) {
        each(in, list, [&](const json::object& contact) {
            auto value = text(contact, key);
            if (!value.empty() && std::ranges::find(into, value) == into.end()) into.push_back(std::move(value));
        });
    };
    take("emaily", "email", contacts.emails);
    take("telefony", "telefon", contacts.phones);
    take("weby", "web", contacts.webs);
    return contacts;
}

void Item::provider() {
    auto* found = find(item_, "poskytovatel");
    if (!found) throw RegisterRefusal{RegisterFault::missing_key, {"poskytovatel"}};
    auto& in = found->get_object();
    auto& provider = service_.provider;
    provider.name = text(in, "nazev");
    provider.ico = text(in, "ico");
    provider.dic = text(in, "dic");
    if (auto* at = find(in, "adresa"); at && at->is_object()) provider.address = address(at->get_object());
    provider.contacts = contacts(in);
    if (provider.name.empty()) warn(Kind::provider_unnamed);
    if (provider.ico.empty()) warn(Kind::ico_missing);
    else if (!is_ico(provider.ico)) warn(Kind::ico_wrong, {provider.ico});
}

void Item::check_dates(std::optional<Date> from, std::optional<Date> to) {
    if (from && to && *to < *from) warn(Kind::dates_reversed, {to_iso(*from), to_iso(*to)});
}

// Some facilities carry the address code of another municipality than their name says.
void Item::check_town(const RegisterFacility& facility) {
    if (!facility.address) return;
    if (facility.address->municipality_code.empty()) return warn(Kind::municipality_missing, {facility.name});
    if (!options_.municipalities) return;
    auto at = options_.municipalities->find(facility.address->municipality_code);
    if (at == options_.municipalities->end() || facility.name.find(at->second) != std::string::npos) return;
    for (auto& [code, name] : *options_.municipalities)
        if (name.size() > 3 && (facility.name.ends_with(", " + name) || facility.name.ends_with(" – " + name)))
            return warn(Kind::municipality_differs, {facility.name, at->second});
}

// The law's table only warns: old registrations and exceptions are real.
void Item::check_against_codes() {
    auto& codes = *options_.codes;
    auto unknown = [&](const std::set<std::string>& known, const std::string& code, Kind kind) {
        if (!known.empty() && !code.empty() && !known.contains(code)) warn(kind, {code});
    };
    for (auto& group : service_.target_groups) unknown(codes.target_groups, group.code, Kind::unknown_target_group);
    for (auto& band : service_.age_bands) unknown(codes.age_bands, band, Kind::unknown_age_band);
    for (auto& region : service_.extended_regions)
        if (region_by_register_code(region).empty()) warn(Kind::unknown_region, {region});
    for (auto& form : service_.forms) {
        unknown(codes.forms, form.code, Kind::unknown_form);
        for (auto& capacity : form.capacities) unknown(codes.units, capacity.unit_code, Kind::unknown_unit);
    }
    if (codes.types.empty() || service_.type_code.empty()) return;
    auto type = codes.types.find(service_.type_code);
    if (type == codes.types.end()) return warn(Kind::unknown_type, {service_.type_code});
    auto& [allowed, ends_on] = type->second;
    for (auto& form : service_.forms)
        if (!allowed.empty() && codes.forms.contains(form.code) && !allowed.contains(form.code))
            warn(Kind::form_not_allowed, {service_.type_code, form.code});
    if (options_.day && ends_on && *options_.day >= *ends_on && service_.provided_on(*options_.day))
        warn(Kind::type_ended, {service_.type_code});
}

}

RegisterService register_service_from(const json::value& item, const RegisterFileOptions& options,
                                      RegisterFileSummary& summary) {
    if (!item.is_object()) throw RegisterRefusal{RegisterFault::wrong_type, {"polozky"}};
    return Item{item.get_object(), options, summary}.service();
}

}
