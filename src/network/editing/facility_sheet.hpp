// A place as its edit form: what it holds now, what somebody typed, and keeping the difference with history.
#pragma once

#include "network/editing/sheet.hpp"
#include "network/facilities/opening_time.hpp"
#include "network/providers/contact.hpp"

namespace network {

// A service at the place, with the hours that hold at this place only.
struct ServiceThere {
    Service service;
    std::vector<OpeningTime> hours{};
};

struct EditedFacility {
    Facility facility;
    std::vector<Contact> contacts;
    std::vector<ServiceThere> services;    // that are given there today or later
    Territory territory;
    Date day;

    static EditedFacility read(db::Session&, const Facility&, Date day);
    static EditedFacility fresh(db::Session&, const Service&, Date day);    // one that is yet to be
};

SheetParts facility_parts(const EditedFacility&);
Sheet sheet_of(const EditedFacility&);

// Problems of what was typed; notes say which wording was not understood.
std::vector<html::Problem> problems_of(const Sheet&, const EditedFacility&, const i18n::Texts&,
                                       std::vector<html::Note>& notes);

// Both expect a sheet without problems.
bool save_facility(const Author&, const EditedFacility&, const Sheet&);    // true if anything differed
Id<Facility> make_facility(const Author&, const EditedFacility&, const Sheet&);

// When something holds, as the two fields od and do of a sheet; an empty beginning means that nobody knows it.
SheetPart validity_part(const char* title);
void show_validity(const Validity&, Sheet&);
void check_validity(const Sheet&, std::vector<html::Problem>&);
Validity validity_of(const Sheet&);

// A municipality as forms say it: its name, or its code where several have that name.
std::string town_in_form(const std::string& code, const Territory&);
const char* problem_of_town(const std::string& typed, const Territory&);    // nothing where it is one we know
}
