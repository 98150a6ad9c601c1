// Compares a text with a file kept under tests/.  OPORA_GOLDEN=write writes the files anew; read their difference
// before it is committed.
#pragma once

#include "tests/source_folder.hpp"
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace golden {

inline std::string first_difference(const std::string& kept, const std::string& now) {
    std::istringstream old_lines{kept}, new_lines{now};
    for (auto number = 1;; ++number) {
        std::string old_line, new_line;
        auto more_old = bool(std::getline(old_lines, old_line)), more_new = bool(std::getline(new_lines, new_line));
        if (!more_old && !more_new) return "only the end of the last line differs";
        if (old_line == new_line && more_old == more_new) continue;
        return "line " + std::to_string(number) + "\n  kept: " + (more_old ? old_line : "(no more lines)") +
               "\n  now:  " + (more_new ? new_line : "(no more lines)");
    }
}

// file is below tests/, such as "schema.sql".
inline testing::AssertionResult same_as(const std::string& file, std::string_view text) {
    auto path = std::filesystem::path{source_folder()} / "tests" / file;
    auto wish = std::getenv("OPORA_GOLDEN");
    if (wish && std::string_view{wish} == "write") {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream{path, std::ios::binary} << text;
    }
    std::ifstream kept{path, std::ios::binary};
    if (!kept) return testing::AssertionFailure() << "tests/" << file << " is missing; OPORA_GOLDEN=write makes it";
    std::ostringstream content;
    content << kept.rdbuf();
    if (content.str() == text) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "tests/" << file
                                       << " differs: " << first_difference(content.str(), std::string{text});
}

}
