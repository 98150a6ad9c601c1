// The sheets of a group: a new one, and what it is.
#pragma once

#include "platform/sheets/record_sheet.hpp"
#include "workgroups/groups/group_words.hpp"
#include "workgroups/permissions.hpp"

namespace workgroups {

http::Response show_new_group(const http::Request&, Permit<may::FoundGroup>);
http::Response new_group(const http::Request&, Permit<may::FoundGroup>);
http::Response show_edit_group(const http::Request&, Permit<may::KeepGroup>);
http::Response edit_group(const http::Request&, Permit<may::KeepGroup>);

}
