// A service as its edit form: what it holds now, what somebody typed, and keeping the difference with history.
#pragma once

#include "network/editing/sheet.hpp"
#include "network/network_contents.hpp"

namespace network {

// Everything of a service that the form shows; contacts are its own only.
struct EditedService {
    ServiceDetail detail;
    CodeLists lists;
    Territory territory;
    Date day;

    static EditedService read(db::Session&, Id<Service>, Date day, Instant known_at);
};

SheetParts service_parts(const CodeLists&, const i18n::Texts&, Date day);
SheetParts service_parts(const EditedService&, const i18n::Texts&);    // and codes of the service that ended
Sheet sheet_of(const EditedService&);

// Problems of what was typed; notes say which wording was not understood.
std::vector<html::Problem> problems_of(const Sheet&, const EditedService&, const i18n::Texts&,
                                       std::vector<html::Note>& notes);

// Expects a sheet without problems.  True if anything differed.
bool save_service(const Author&, const EditedService&, const Sheet&, const std::optional<std::string>& verified_by);

// What the law would not allow, in words; shown, never a reason to refuse.
std::vector<html::Note> law_notes(const EditedService&, const i18n::Texts&);

}
