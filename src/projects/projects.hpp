// The face of the capability `projects`.
#pragma once

#include "platform/base/embedded.hpp"
#include "projects/project_reading/project_reading.hpp"

namespace projects {
std::span<const embedded::File> files();
}
