// Finds the facts of a project in a document.
#pragma once

#include "platform/reading/text_document.hpp"
#include "projects/project_reading/project_facts.hpp"

namespace projects {

ProjectFacts read_project(const reading::TextDocument&);

// One JSON object; what the document does not give is null or [].  "at" names the lines that a fact was read from.
std::string project_json(const ProjectFacts&);

}
