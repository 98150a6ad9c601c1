// A page, small enough to be written wrongly in many ways: see tools/must_not_compile.sh.
#pragma once

#include "platform/html/out.hpp"

#include <optional>
#include <string>
#include <vector>

namespace refusals {

struct Row {
    std::string wish;
};

struct Page {
    std::string name;
    std::optional<std::string> link;
    std::vector<Row> rows;
    bool may_write{};
    html::PageAddress place{"/x"};
    void write(html::Out&) const;
};

}
