// Open data by the open formal norms: Události 2020-07-01 (https://ofn.gov.cz/události/2020-07-01/) and Úřední desky
// 2021-07-20 (https://ofn.gov.cz/úřední-desky/2021-07-20/), as JSON-LD.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/http/respond.hpp"

namespace workgroups {

// Public events that take place or took place, the newest first.
http::Response send_open_events(const http::Request&, Permit<auth::may::Read>);
// What was posted: invitations to meetings of public groups that were convened, and published minutes.
http::Response send_notice_board(const http::Request&, Permit<auth::may::Read>);

}
