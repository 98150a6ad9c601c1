// A provider as its edit form: what it holds now, what somebody typed, and keeping the difference with history.
#pragma once

#include "network/editing/sheet.hpp"
#include "network/providers/contact.hpp"
#include "network/providers/provider.hpp"

namespace network {

struct EditedProvider {
    Provider provider{};    // without an id: one that is yet to be
    std::vector<Contact> contacts{};
};

const SheetParts& provider_parts();
Sheet sheet_of(const EditedProvider&);

// Problems of what was typed; the IČO is put into its plain form.
std::vector<html::Problem> problems_of(Sheet&, db::Session&, const EditedProvider&, const i18n::Texts&,
                                       std::vector<html::Note>& notes);

// Both expect a sheet without problems.
bool save_provider(const Author&, const EditedProvider&, const Sheet&);    // true if anything differed
Provider make_provider(const Author&, const Sheet&);

}
