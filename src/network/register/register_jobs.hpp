// Reading and applying the register's file as jobs, which survive the end of the program.
#pragma once

#include "network/register/register_apply.hpp"

namespace network {

// The file was put where it stays until it is read; the job removes it.
void queue_reading(db::Session& work, Instant now, const RegisterImport&, const std::filesystem::path& file);
void queue_applying(db::Session& work, Instant now, std::optional<Id<User>>, const RegisterImport&);

// Stops whichever runs, or gives up what was only read.
void cancel_import(db::Session& work, Instant now, const RegisterImport&);

void know_register_jobs(jobs::Workers&);

}
