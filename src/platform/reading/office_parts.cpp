#include "platform/reading/office_parts.hpp"

namespace reading {

namespace {

Fault fault_of(documents::ZipFault fault) {
    switch (fault) {
    case documents::ZipFault::not_a_zip:
    case documents::ZipFault::broken: return Fault::broken;
    case documents::ZipFault::encrypted: return Fault::encrypted;
    case documents::ZipFault::too_large: return Fault::too_large;
    case documents::ZipFault::too_dense: return Fault::too_dense;
    }
    return Fault::broken;
}

documents::ZipReader opened(const std::filesystem::path& path) {
    try {
        return documents::ZipReader{path};
    } catch (const documents::ZipError& error) { throw ReadingError{fault_of(error.fault)}; }
}

}

OfficeParts::OfficeParts(const std::filesystem::path& path) : zip_{opened(path)} {}

bool OfficeParts::has_folder(std::string_view beginning) const {
    for (auto& entry : zip_.entries())
        if (std::string_view{entry.name}.starts_with(beginning)) return true;
    return false;
}

std::optional<std::string> OfficeParts::part(std::string_view name) const {
    auto entry = zip_.find(name);
    if (!entry) return {};
    try {
        return documents::unzipped(zip_, *entry, part_bytes_most);
    } catch (const documents::ZipError& error) { throw ReadingError{fault_of(error.fault)}; }
}

}
