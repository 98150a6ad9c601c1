// Writes and reads the parts of a service one by one.
#include "network/register/register_json.hpp"

#include <boost/json.hpp>

namespace network {

namespace json = boost::json;

namespace {

// --- writing: empty things are left out ------------------------------------------------------------------------------

void put(json::object& to, const char* key, const std::string& text) {
    if (!text.empty()) to[key] = text;
}
void put(json::object& to, const char* key, std::optional<Date> day) {
    if (day) to[key] = to_iso(*day);
}
void put(json::object& to, const char* key, const std::vector<std::string>& texts) {
    if (!texts.empty()) to[key] = json::array(texts.begin(), texts.end());
}

json::object written(const RegisterAddress& at) {
    json::object to;
    put(to, "street", at.street), put(to, "house", at.house_number), put(to, "orientation", at.orientation_number);
    put(to, "addition", at.addition), put(to, "kind", at.house_number_kind), put(to, "postal", at.postal_code);
    put(to, "town", at.municipality_code), put(to, "part", at.municipality_part), put(to, "region", at.region_code);
    put(to, "district", at.district_code);
    if (at.ruian_code) to["ruian"] = *at.ruian_code;
    return to;
}

json::object written(const RegisterContacts& contacts) {
    json::object to;
    put(to, "emails", contacts.emails), put(to, "phones", contacts.phones), put(to, "webs", contacts.webs);
    return to;
}

json::object written(const RegisterFacility& facility) {
    json::object to;
    put(to, "name", facility.name), put(to, "from", facility.from), put(to, "to", facility.to);
    if (facility.secret) to["secret"] = true;
    if (facility.address) to["address"] = written(*facility.address);
    return to;
}

json::object written(const RegisterForm& form) {
    json::object to;
    put(to, "code", form.code), put(to, "hours", form.hours);
    if (form.nonstop) to["nonstop"] = true;
    json::array capacities;
    for (auto& [count, unit, note] : form.capacities) {
        json::object capacity;
        if (count) capacity["count"] = *count;
        put(capacity, "unit", unit), put(capacity, "note", note);
        capacities.push_back(std::move(capacity));
    }
    to["capacities"] = std::move(capacities);
    return to;
}

json::object written(const RegisterProvider& provider) {
    json::object to;
    put(to, "name", provider.name), put(to, "ico", provider.ico), put(to, "dic", provider.dic);
    if (provider.address) to["address"] = written(*provider.address);
    to["contacts"] = written(provider.contacts);
    return to;
}

// --- reading ---------------------------------------------------------------------------------------------------------

std::string text(const json::object& in, const char* key) {
    auto found = in.if_contains(key);
    return found ? json::value_to<std::string>(*found) : std::string{};
}
std::optional<Date> day(const json::object& in, const char* key) { return parse_date(text(in, key)); }
std::vector<std::string> texts(const json::object& in, const char* key) {
    auto found = in.if_contains(key);
    return found ? json::value_to<std::vector<std::string>>(*found) : std::vector<std::string>{};
}
template <class Number>
std::optional<Number> number(const json::object& in, const char* key) {
    auto found = in.if_contains(key);
    return found ? std::optional{found->to_number<Number>()} : std::nullopt;
}
void each(const json::object& in, const char* key, auto take) {
    if (auto found = in.if_contains(key))
        for (auto& value : found->as_array()) take(value.as_object());
}

RegisterAddress address(const json::object& in) {
    return {text(in, "street"),
            text(in, "house"),
            text(in, "orientation"),
            text(in, "addition"),
            text(in, "kind"),
            text(in, "postal"),
            text(in, "town"),
            text(in, "part"),
            text(in, "region"),
            text(in, "district"),
            number<std::uint64_t>(in, "ruian")};
}

std::optional<RegisterAddress> address_if(const json::object& in) {
    auto found = in.if_contains("address");
    return found ? std::optional{address(found->as_object())} : std::nullopt;
}

RegisterContacts contacts(const json::object& in, const char* key) {
    auto found = in.if_contains(key);
    if (!found) return {};
    auto& of = found->as_object();
    return {texts(of, "emails"), texts(of, "phones"), texts(of, "webs")};
}

RegisterForm form(const json::object& in) {
    RegisterForm form{text(in, "code"), in.contains("nonstop"), texts(in, "hours"), {}};
    each(in, "capacities", [&](auto& of) {
        form.capacities.push_back({number<std::int64_t>(of, "count"), text(of, "unit"), text(of, "note")});
    });
    return form;
}

RegisterProvider provider(const json::object& in) {
    return {text(in, "name"), text(in, "ico"), text(in, "dic"), address_if(in), contacts(in, "contacts")};
}

}

std::string said_as_json(const RegisterService& service) {
    json::object to;
    to["portal"] = service.portal_id;
    put(to, "identifier", service.identifier), put(to, "from", service.valid_from), put(to, "to", service.valid_to);
    put(to, "type", service.type_code), put(to, "bands", service.age_bands), put(to, "ages", service.age_note);
    put(to, "regions", service.extended_regions);
    json::array groups, forms, facilities;
    for (auto& [code, note] : service.target_groups) {
        json::object group;
        put(group, "code", code), put(group, "note", note);
        groups.push_back(std::move(group));
    }
    for (auto& form : service.forms) forms.push_back(written(form));
    for (auto& facility : service.facilities) facilities.push_back(written(facility));
    to["groups"] = std::move(groups), to["forms"] = std::move(forms), to["facilities"] = std::move(facilities);
    to["provider"] = written(service.provider), to["contacts"] = written(service.own_contacts);
    return json::serialize(to);
}

RegisterService said_from_json(std::string_view said) {
    auto value = json::parse(said);
    auto& in = value.as_object();
    RegisterService service;
    service.portal_id = number<std::uint64_t>(in, "portal").value_or(0);
    service.identifier = text(in, "identifier"), service.type_code = text(in, "type"),
    service.age_note = text(in, "ages");
    service.valid_from = day(in, "from"), service.valid_to = day(in, "to");
    service.age_bands = texts(in, "bands"), service.extended_regions = texts(in, "regions");
    each(in, "groups", [&](auto& of) { service.target_groups.push_back({text(of, "code"), text(of, "note")}); });
    each(in, "forms", [&](auto& of) { service.forms.push_back(form(of)); });
    each(in, "facilities", [&](auto& of) {
        service.facilities.push_back(
            {text(of, "name"), day(of, "from"), day(of, "to"), of.contains("secret"), address_if(of)});
    });
    service.provider = provider(in.at("provider").as_object());
    service.own_contacts = contacts(in, "contacts");
    return service;
}

std::vector<ShownDifference> shown_differences_from_json(std::string_view list) {
    std::vector<ShownDifference> shown;
    auto value = json::parse(list);
    for (auto& item : value.as_array()) {
        auto& in = item.as_object();
        shown.push_back(
            {{text(in, "name"), text(in, "about"), text(in, "before"), text(in, "after")}, text(in, "held")});
    }
    return shown;
}

std::vector<std::string> texts_from_json(std::string_view list) {
    return json::value_to<std::vector<std::string>>(json::parse(list));
}

}
