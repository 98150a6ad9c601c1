// Whatever text comes as minutes, facts are looked for in it, and each stands within the document.
#include "platform/reading/reading_error.hpp"
#include "workgroups/minutes/minutes_facts.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    try {
        auto document = reading::read_plain_text({reinterpret_cast<const char*>(bytes), size});
        auto facts = workgroups::minutes_facts(document);
        for (auto& task : facts.tasks)
            if (task.at.last >= document.lines.size() || task.at.first > task.at.last) std::abort();
        if (workgroups::to_json(facts).empty()) std::abort();
    } catch (const reading::ReadingError&) {}
    return 0;
}
