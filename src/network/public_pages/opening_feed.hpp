// When a service is open, for people's calendars.
#pragma once

#include "network/network_contents.hpp"
#include "network/permissions.hpp"
#include "platform/calendar/feed.hpp"
#include "platform/http/respond.hpp"

namespace network {

// One event for each time with a day, repeated every week.  The first falls into the year of `today`, so that the file
// stays the same for a year as long as nobody changes the hours.
std::vector<calendar::Event> opening_events(const ServiceDetail&, const Territory&, const i18n::Texts&,
                                            const std::string& public_url, Date today);

http::Response show_opening_feed(const http::Request&, Permit<may::ReadService>);

}
