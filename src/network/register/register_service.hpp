// One service as the national register (registr poskytovatelů sociálních služeb, § 85 of 108/2006 Sb.) describes it.
// Nobody's name has a place here: statutory organs and heads of facilities are never read.
#pragma once

#include "platform/time/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace network {

// Codes are those of the register's code lists, without the list's name: 33 for "DruhSocialniSluzby/33".
struct RegisterAddress {
    std::string street, house_number, orientation_number, addition;
    std::string house_number_kind;              // 1 descriptive (popisné), 2 registration (evidenční) number
    std::string postal_code;                    // 5 digits
    std::string municipality_code;              // ČSÚ code, 554499
    std::string municipality_part;              // RÚIAN code of the part of the municipality (část obce)
    std::string region_code;                    // RÚIAN code of the region, 78 is Liberecký
    std::string district_code;                  // okres; Prague has none
    std::optional<std::uint64_t> ruian_code;    // address place; missing at some 3.6 % of facilities

    bool operator==(const RegisterAddress&) const = default;
};

struct RegisterFacility {
    std::string name;
    std::optional<Date> from, to;
    bool secret = false;    // no address at all: never located, never shown
    std::optional<RegisterAddress> address;

    // Half open: a facility that ends today is no longer there.
    bool provides_on(Date day) const { return (!from || *from <= day) && (!to || *to > day); }
};

// The registered maximum, never free places.  It belongs to the form, not to a facility; units are never added up.
struct RegisterCapacity {
    std::optional<std::int64_t> count;
    std::string unit_code;    // klient kontakt interv luzka hovor
    std::string note;         // says whether it holds at one time, a day or a year
};

struct RegisterForm {
    std::string code;    // amb ter pob
    bool nonstop = false;
    std::vector<std::string> hours;    // one text for each range, as the register writes it
    std::vector<RegisterCapacity> capacities;
};

// Providers hide the real area, ages and limits in the note.
struct RegisterTargetGroup {
    std::string code, note;
};

struct RegisterContacts {
    std::vector<std::string> emails, phones, webs;
    bool empty() const { return emails.empty() && phones.empty() && webs.empty(); }
};

struct RegisterProvider {
    std::string name;        // empty for a person in business who has no business name
    std::string ico, dic;    // text: leading zeros count
    std::optional<RegisterAddress> address;
    RegisterContacts contacts;
};

struct RegisterService {
    std::uint64_t portal_id = 0;    // of the registration, stable
    std::string identifier;         // 7 digits
    std::optional<Date> valid_from, valid_to;
    std::string type_code;
    std::vector<RegisterTargetGroup> target_groups;
    std::vector<std::string> age_bands;
    std::string age_note;
    std::vector<RegisterForm> forms;
    std::vector<RegisterFacility> facilities;
    RegisterProvider provider;
    RegisterContacts own_contacts;
    std::vector<std::string> extended_regions;    // regions where it also may provide, RÚIAN codes

    bool provided_on(Date day) const { return (!valid_from || *valid_from <= day) && (!valid_to || *valid_to > day); }
    // The service's own contacts, else its provider's.
    const RegisterContacts& contacts() const { return own_contacts.empty() ? provider.contacts : own_contacts; }
};

}
