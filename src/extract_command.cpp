// opora extract: the facts of one document as JSON.
#include "commands.hpp"

#include "network/network.hpp"
#include "network/service_reading/service_reading.hpp"
#include "platform/reading/limited.hpp"
#include "projects/project_reading/project_reading.hpp"
#include "workgroups/minutes_reading/minutes_facts.hpp"

#include <fmt/format.h>

namespace commands {

namespace {

// A kind of document and who reads its facts.
struct DocumentKind {
    std::string_view name;
    std::string (*facts)(const reading::TextDocument&);
};

constexpr DocumentKind document_kinds[] = {
    {"minutes",
     [](const reading::TextDocument& document) { return workgroups::to_json(workgroups::minutes_facts(document)); }},
    {"service",
     [](const reading::TextDocument& document) { return network::services_json(network::read_services(document)); }},
    {"project",
     [](const reading::TextDocument& document) { return projects::project_json(projects::read_project(document)); }},
};

}

std::vector<std::string> kinds_of_documents() {
    std::vector<std::string> names;
    for (auto& kind : document_kinds) names.emplace_back(kind.name);
    return names;
}

int extract(const Extract& wanted) {
    if (!wanted.for_worker.empty()) return reading::read_as_worker(wanted.for_worker);
    if (wanted.kind.empty() || wanted.file.empty()) {
        fmt::print(stderr, "opora: extract KIND FILE\n");
        return 2;
    }
    try {
        for (auto& kind : document_kinds)
            if (kind.name == wanted.kind) {
                fmt::print("{}\n", kind.facts(reading::read_limited(wanted.file, {.by_fork = true})));
                return 0;
            }
    } catch (const reading::ReadingError& error) {
        i18n::Languages languages{platform::files(), network::files()};
        fmt::print(stderr, "opora: {}: {}\n", wanted.file.filename().string(),
                   languages.czech().text(reading::text_key(error.fault)));
    } catch (const std::exception& error) { fmt::print(stderr, "opora: {}\n", error.what()); }
    return 1;
}

}
