// Premises as their edit form: what they hold now, what somebody typed, and keeping the difference with history.
#pragma once

#include "network/editing/sheet.hpp"
#include "network/permissions.hpp"

namespace network {

struct EditedPremises {
    Premises premises;
    std::vector<Room> rooms;
    std::vector<Service> services;    // that use them now
    std::vector<Facility> places;     // of the providers whose services use the premises
    Territory territory;

    static EditedPremises read(db::Session&, const PremisesInView&, Date day);
    const Facility* place(const std::string& id) const;
};

SheetParts premises_parts(const EditedPremises&, const i18n::Texts&);
Sheet sheet_of(const EditedPremises&);

// Problems of what was typed; notes say which lines were not understood.
std::vector<html::Problem> problems_of(const Sheet&, const EditedPremises&, const i18n::Texts&,
                                       std::vector<html::Note>& notes);

// Expects a sheet without problems.  True if anything differed.
bool save_premises(const Author&, const EditedPremises&, const Sheet&);

}
