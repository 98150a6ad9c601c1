// The sheets of an event: a new one, what it is, its next edition.
#pragma once

#include "platform/sheets/record_sheet.hpp"
#include "workgroups/events/event_permissions.hpp"

namespace workgroups {

http::Response show_new_event(const http::Request&, Permit<may::PlanEvents>);
http::Response new_event(const http::Request&, Permit<may::PlanEvents>);
http::Response show_new_group_event(const http::Request&, Permit<may::LeadGroup>);
http::Response new_group_event(const http::Request&, Permit<may::LeadGroup>);
http::Response show_edit_event(const http::Request&, Permit<may::KeepEvent>);
http::Response edit_event(const http::Request&, Permit<may::KeepEvent>);
http::Response show_next_edition(const http::Request&, Permit<may::KeepEvent>);
http::Response new_edition(const http::Request&, Permit<may::KeepEvent>);

}
