// The sheets of a meeting: a new one, its edit, moving, cancelling, and of a series with its place.
#pragma once

#include "platform/sheets/record_sheet.hpp"
#include "workgroups/meetings/meeting_view.hpp"

namespace workgroups {

http::Response show_new_meeting(const http::Request&, Permit<may::LeadGroup>);
http::Response new_meeting(const http::Request&, Permit<may::LeadGroup>);
http::Response show_edit_meeting(const http::Request&, Permit<may::KeepMeeting>);
http::Response edit_meeting(const http::Request&, Permit<may::KeepMeeting>);
http::Response show_meeting_move(const http::Request&, Permit<may::KeepMeeting>);
http::Response move_this_meeting(const http::Request&, Permit<may::KeepMeeting>);
http::Response show_meeting_cancel(const http::Request&, Permit<may::KeepMeeting>);
http::Response cancel_this_meeting(const http::Request&, Permit<may::KeepMeeting>);
http::Response set_meeting_state(const http::Request&, Permit<may::KeepMeeting>);    // held, planned again

// {rada} is a series, or „nova“.
http::Response show_series(const http::Request&, Permit<may::LeadGroup>);
http::Response save_series(const http::Request&, Permit<may::LeadGroup>);
http::Response undo_series(const http::Request&,
                           Permit<may::LeadGroup>);    // all its meetings, nobody having touched any

}
