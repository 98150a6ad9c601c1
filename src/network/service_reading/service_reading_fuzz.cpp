// Whatever text comes as a described service, facts are looked for in it and printed as JSON.
#include "network/service_reading/service_reading.hpp"
#include "platform/reading/fuzzed_facts.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    return reading::try_facts(bytes, size, [](const reading::TextDocument& document) {
        return network::services_json(network::read_services(document));
    });
}
