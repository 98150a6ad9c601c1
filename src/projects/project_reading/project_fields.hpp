// The facts of a project, each found by a small function of its own.
#pragma once

#include "projects/project_reading/project_facts.hpp"
#include "projects/project_reading/project_labels.hpp"

namespace projects {

using Passages = std::vector<passages::Passage>;

// Of a document without furniture: its passages with what project pages do to labels undone.
Passages project_passages(const reading::TextDocument&);

// The document's own lines too: a number or a programme may stand only at the head of each page.
std::optional<FoundText> find_registration_number(const Passages&, const reading::TextDocument&);
std::optional<FoundText> find_name(const Passages&, const reading::TextDocument&);
std::optional<FoundText> find_programme(const Passages&, const reading::TextDocument&);
std::optional<FoundText> find_call(const Passages&);

void find_period(const Passages&, ProjectFacts&);
std::optional<passages::FoundAt<Money>> find_budget(const Passages&);
FoundTexts find_funding(const Passages&);
FoundTexts find_project_groups(const Passages&);
std::vector<ReadActivity> find_activities(const Passages&, const reading::TextDocument&);
std::vector<ReadMember> find_team(const Passages&, const reading::TextDocument&);

// The passage speaks of another project: an older one, a neighbour on the page.
bool of_another_project(const passages::Passage&);

}
