// Whatever text comes as minutes, facts are looked for in it, and each stands within the document.
#include "platform/reading/fuzzed_facts.hpp"
#include "workgroups/minutes_reading/minutes_facts.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    return reading::try_facts(bytes, size, [](const reading::TextDocument& document) {
        auto facts = workgroups::minutes_facts(document);
        for (auto& task : facts.tasks)
            if (task.at.last >= document.lines.size() || task.at.first > task.at.last) std::abort();
        return workgroups::to_json(facts);
    });
}
