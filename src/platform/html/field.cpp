// How a control and what is said about it find each other.
#include "platform/html/field.hpp"

namespace html {

std::string Field::described_by() const {
    std::string ids;
    if (!hint.empty()) ids = name + "-hint";
    if (problem) ids += (ids.empty() ? "" : " ") + name + "-problem";
    return ids;
}

}
