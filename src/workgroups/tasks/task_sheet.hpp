// A task as a form: a new one of a group, with or without a meeting, and one that is there.
#pragma once

#include "platform/http/respond.hpp"
#include "workgroups/tasks/task_view.hpp"

namespace workgroups {

constexpr std::size_t longest_task = 3'000;    // bytes: a task is a sentence or two, more belongs to its notes

// The one among members whom a name means: „K. Mařinková“ is Kristýna Mařinková, also with titles around and without
// accents.  Nothing where it fits nobody or two people.
std::optional<Id<PlanningPerson>> owner_called(const std::vector<NamedMember>&, const std::string& written);

http::Response show_new_task(const http::Request&, Permit<may::LeadGroup>);
http::Response new_task(const http::Request&, Permit<may::LeadGroup>);
http::Response show_edit_task(const http::Request&, Permit<may::KeepTask>);
http::Response edit_task(const http::Request&, Permit<may::KeepTask>);

}
