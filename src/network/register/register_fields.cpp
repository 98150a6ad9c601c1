// Lays a service out field by field, sorted.
#include "network/register/register_fields.hpp"

#include "platform/base/parts.hpp"

#include <sodium.h>

#include <algorithm>
#include <map>

namespace network {

namespace {

using Fields = std::vector<RegisterField>;

void add(Fields& fields, const char* name, std::string about, std::string text) {
    if (!text.empty() || !about.empty()) fields.push_back({name, std::move(about), std::move(text)});
}

std::string day(std::optional<Date> date) { return date ? to_iso(*date) : std::string{}; }

std::string joined(std::initializer_list<std::string_view> parts, std::string_view between = ", ") {
    return text::joined(parts, between);
}

std::string text_of(const RegisterAddress& at) {
    auto house = at.house_number + (at.orientation_number.empty() ? "" : "/" + at.orientation_number);
    auto ruian = at.ruian_code ? "RÚIAN " + std::to_string(*at.ruian_code) : std::string{};
    auto kind = at.house_number_kind == "2" ? "ev." : "";
    return joined({joined({at.street, kind, house}, " "), at.addition, at.postal_code, at.municipality_code,
                   at.municipality_part, at.region_code, at.district_code, ruian});
}

void add_contacts(Fields& fields, const RegisterContacts& contacts, const char* email, const char* phone,
                  const char* web) {
    for (auto& value : contacts.emails) add(fields, email, value, value);
    for (auto& value : contacts.phones) add(fields, phone, value, value);
    for (auto& value : contacts.webs) add(fields, web, value, value);
}

void add_form(Fields& fields, const RegisterForm& form) {
    add(fields, "form", form.code, form.nonstop ? "nonstop" : "");
    for (auto& range : form.hours) add(fields, "hours", form.code, range);
    for (auto& [count, unit, note] : form.capacities)
        add(fields, "capacity", joined({form.code, unit}, " "),
            joined({count ? std::to_string(*count) : std::string{}, note}, " – "));
}

void add_facility(Fields& fields, const RegisterFacility& facility) {
    auto days = day(facility.from) + "/" + day(facility.to);
    add(fields, "facility", facility.name,
        joined({days, facility.secret ? "secret" : "", facility.address ? text_of(*facility.address) : std::string{}}));
}

void add_provider(Fields& fields, const RegisterProvider& provider) {
    add(fields, "provider", "", provider.name);
    add(fields, "ico", "", provider.ico);
    add(fields, "dic", "", provider.dic);
    if (provider.address) add(fields, "seat", "", text_of(*provider.address));
    add_contacts(fields, provider.contacts, "provider_email", "provider_phone", "provider_web");
}

}

Fields fields_of(const RegisterService& service) {
    Fields fields;
    add(fields, "portal_id", "", std::to_string(service.portal_id));
    add(fields, "identifier", "", service.identifier);
    add(fields, "valid_from", "", day(service.valid_from));
    add(fields, "valid_to", "", day(service.valid_to));
    add(fields, "type", "", service.type_code);
    for (auto& group : service.target_groups) add(fields, "target_group", group.code, group.note);
    for (auto& band : service.age_bands) add(fields, "age_band", band, "");
    add(fields, "age_note", "", service.age_note);
    for (auto& form : service.forms) add_form(fields, form);
    for (auto& facility : service.facilities) add_facility(fields, facility);
    add_provider(fields, service.provider);
    add_contacts(fields, service.own_contacts, "email", "phone", "web");
    for (auto& region : service.extended_regions) add(fields, "extended_region", region, "");
    std::ranges::sort(fields);
    return fields;
}

// Fields of one name about one thing are compared in order: two facilities of one name stay two.
std::vector<RegisterDifference> differences(const RegisterService& before, const RegisterService& after) {
    std::map<std::pair<std::string, std::string>, std::pair<std::vector<std::string>, std::vector<std::string>>> texts;
    auto shown = [](const RegisterField& field) { return field.text.empty() ? field.about : field.text; };
    for (auto& field : fields_of(before)) texts[{field.name, field.about}].first.push_back(shown(field));
    for (auto& field : fields_of(after)) texts[{field.name, field.about}].second.push_back(shown(field));
    std::vector<RegisterDifference> found;
    for (auto& [which, sides] : texts) {
        auto& [old_texts, new_texts] = sides;
        for (auto& text : std::vector<std::string>{old_texts})
            if (auto same = std::ranges::find(new_texts, text); same != new_texts.end())
                new_texts.erase(same), old_texts.erase(std::ranges::find(old_texts, text));
        for (std::size_t n = 0; n < std::max(old_texts.size(), new_texts.size()); ++n)
            found.push_back({which.first, which.second, n < old_texts.size() ? old_texts[n] : "",
                             n < new_texts.size() ? new_texts[n] : ""});
    }
    return found;
}

RegisterFingerprint fingerprint(const RegisterService& service) {
    static const bool ready = sodium_init() >= 0;
    if (!ready) throw std::runtime_error{"libsodium does not start"};
    crypto_generichash_state state;
    RegisterFingerprint print;
    crypto_generichash_init(&state, nullptr, 0, print.size());
    // Each text goes in with its length, so that no two lists of texts look alike.
    auto take = [&](const std::string& text) {
        std::uint64_t size = text.size();
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(&size), sizeof size);
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    };
    for (auto& field : fields_of(service)) take(field.name), take(field.about), take(field.text);
    crypto_generichash_final(&state, print.data(), print.size());
    return print;
}

}
