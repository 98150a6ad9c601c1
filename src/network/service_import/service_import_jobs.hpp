// Tables of services are opened, read and applied as jobs, beside whoever works.
#pragma once

#include "network/service_import/service_import.hpp"

namespace network {

void queue_opening_services(db::Session& work, Instant now, const ServiceImport&, const std::filesystem::path&);
// Another sheet of the same workbook.
void queue_opening_sheet(db::Session& work, Instant now, const ServiceImport&, const std::string& sheet);
// As the import says its columns are to be understood now; throws Conflict where it is too late.
void queue_reading_services(db::Session& work, Instant now, const ServiceImport& before, ServiceImport mapped);
void queue_applying_services(db::Session& work, Instant now, std::optional<Id<User>>, const ServiceImport&);
// Throws Conflict where it is too late.  What was applied before stays.
void cancel_service_import(db::Session& work, Instant now, const ServiceImport&);
void know_service_jobs(jobs::Workers&);

}
