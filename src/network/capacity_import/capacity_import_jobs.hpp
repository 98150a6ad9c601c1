// Tables of capacities are read and applied as jobs, beside whoever works.
#pragma once

#include "network/capacity_import/capacity_import.hpp"

namespace network {

void queue_reading_capacities(db::Session& work, Instant now, const CapacityImport&, const std::filesystem::path&);
void queue_applying_capacities(db::Session& work, Instant now, std::optional<Id<User>>, const CapacityImport&);
// Throws Conflict where it is too late.  What was applied before stays.
void cancel_capacity_import(db::Session& work, Instant now, const CapacityImport&);
void know_capacity_jobs(jobs::Workers&);

}
