// Takes the differences of an import into the network, in steps that may be cut off anywhere and gone on with.
#pragma once

#include "network/register/register_stage.hpp"
#include "platform/i18n/texts.hpp"

namespace network {

struct ApplyOptions {
    bool allow_drop = false;
    std::optional<Id<User>> user{};
};

// The import becomes one that is being applied.  Throws Conflict for one that was not read, that must not be applied
// without allowing the drop, or that is older than what was applied since.
RegisterImport begin_applying(db::Session& work, Instant now, Id<RegisterImport>, const ApplyOptions&);

// What a command was applying when it was cut off: this very file, and nothing else was begun since.
std::optional<RegisterImport> unfinished_import(db::Session&, const db::Bytes& file_hash,
                                                const std::optional<std::string>& region);

// Applies what is not applied yet; a second call after a crash goes on.  Some differences go in one transaction, which
// holds the lock some 8 ms (Pace).  A progress that throws stops it after a whole step; then stop_applying() says so.
RegisterImport apply(db::Database&, const Clock&, Id<RegisterImport>, const Progress& = {});

// Somebody stopped it: what was applied stays, the rest is found again by the next reading.
void stop_applying(db::Database&, Instant now, Id<RegisterImport>);

// What a person says about the held values of a difference: with accept the register's are taken – at once when the
// import was applied already, otherwise when it will be.
void decide_difference(db::Session& work, Instant now, std::optional<Id<User>>, Id<ServiceDifference>, bool accept);

// Texts that are kept with records, in Czech.
const i18n::Texts& register_texts();

}
