// The forms by which a group is split, merged or ended: first they say what will happen, then they do it.
#pragma once

#include "platform/sheets/record_sheet.hpp"
#include "workgroups/groups/group_words.hpp"
#include "workgroups/groups/lineage.hpp"
#include "workgroups/permissions.hpp"

namespace workgroups {

// In one sentence or a few: what becomes of the groups and of their members.
std::string preview_of(const LineagePlan&, const LineageToll&, const i18n::Texts&);

http::Response show_lineage_form(const http::Request&, Permit<may::KeepGroup>);
http::Response change_lineage(const http::Request&, Permit<may::KeepGroup>);

}
