// Reads a file of the register into differences that people look at before anything of the network changes.
#pragma once

#include "network/register/register_compare.hpp"
#include "network/register/register_file.hpp"

namespace network {

// Told now and then: steps done of all (0: not known yet).  What it throws ends the work after the last whole step.
using Progress = std::function<void(std::int64_t done, std::int64_t all)>;

struct StageOptions {
    std::string file_name{};    // as people know it
    std::optional<std::string> region{};
    bool allow_drop = false;
};

// An import that waits to be read.
RegisterImport begin_import(db::Session& work, Instant now, std::optional<Id<User>>, Id<Organisation>,
                            const StageOptions&);

// Reads it, from the beginning each time, and keeps the differences in small transactions.  Its state is then ready; or
// refused, when more than five in a hundred are gone and nobody allowed that; or failed, with a sentence that says why.
// A progress that throws leaves the import reading: it may be read again or given up.  Throws Conflict when it was
// given up meanwhile.
RegisterImport stage(db::Database&, const Clock&, Id<RegisterImport>, const std::filesystem::path&,
                     const Progress& = {});

// The differences of an import that is no longer wanted go; what it was stays on record.
void give_up_import(db::Database&, Instant now, Id<RegisterImport>);

// Gives up what commands were reading when they were cut off; one that still reads ends with a Conflict.
void give_up_cut_off(db::Database&, Instant now);

// Differences of the same file without keeping anything.
struct DryRun {
    RegisterCounts counts;
    RegisterFileSummary summary;
    std::vector<TerritoryTally> territory;
    bool refused(bool allow_drop) const { return !allow_drop && counts.drop_percent() > drop_limit_percent; }
};
DryRun dry_run(db::Database&, Date day, const std::filesystem::path&, const std::optional<std::string>& region,
               const Progress& = {});

// BLAKE2b of the bytes as they came.
db::Bytes hash_of_file(const std::filesystem::path&);

}
