// Any record that has a sheet, as those see it who do not care which kind it is: proposals, and whoever decides them.
#pragma once

#include "network/editing/sheet.hpp"
#include "network/providers/provider.hpp"

#include <functional>

namespace network {

// The kinds: service, provider, facility, premises, and new_service, whose record is the provider until it is made.
inline constexpr const char* record_kinds[] = {"service", "new_service", "provider", "facility", "premises"};

struct EditedRecord {
    std::string kind;
    Uuid record;
    Id<Provider> provider;         // whose it is
    Id<Organisation> kept_by{};    // who answers for it
    std::string title{};           // empty: yet to be named
    std::string shown_at{};        // its public page, if it has one
    std::int64_t version = 0;
    SheetParts parts{};
    Sheet now{};

    std::function<std::vector<html::Problem>(Sheet&, std::vector<html::Note>&)> problems{};
    std::function<Uuid(const Author&, const Sheet&)> save{};    // the record; a new one comes into being

    const SheetField* field(std::string_view name) const;
    // What of a sheet with some of the fields differs, and the whole sheet with it.
    std::vector<std::string> differing(const Sheet& some) const;
    Sheet with(const Sheet& some) const;
};

// Nothing where there is no such record.  What the staff write down for themselves (poznamka) is no part of it.
// The texts live as long as it.
std::optional<EditedRecord> edited_record(db::Session&, const std::string& kind, const Uuid& record, const i18n::Texts&,
                                          Date day, Instant now);

}
