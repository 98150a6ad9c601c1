// Whatever text comes as the page of a project, facts are looked for in it and printed as JSON.
#include "platform/reading/fuzzed_facts.hpp"
#include "projects/project_reading/project_reading.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    return reading::try_facts(bytes, size, [](const reading::TextDocument& document) {
        return projects::project_json(projects::read_project(document));
    });
}
