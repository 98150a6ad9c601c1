// Once a day the program looks whose free places wait to be confirmed, and writes to them.
#pragma once

#include "platform/http/request.hpp"
#include "platform/i18n/languages.hpp"
#include "platform/jobs/jobs.hpp"

namespace network {

void know_place_jobs(jobs::Workers&, const i18n::Languages&, const http::SiteFacts&);

// Queues the next round where none waits; of several servers the first does it.
void begin_place_rounds(db::Session& work, Instant now);

}
