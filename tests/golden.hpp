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

// Are the files written anew in this run?
inline bool written() {
    auto wish = std::getenv("OPORA_GOLDEN");
    return wish && std::string_view{wish} == "write";
}

inline std::filesystem::path path_of(const std::string& file) {
    return std::filesystem::path{source_folder()} / "tests" / file;
}

// What the file holds; empty where there is none.
inline std::string text_of(const std::string& file) {
    std::ostringstream content;
    content << std::ifstream{path_of(file), std::ios::binary}.rdbuf();
    return content.str();
}

// file is below tests/, such as "schema.sql".
inline testing::AssertionResult same_as(const std::string& file, std::string_view text) {
    auto path = path_of(file);
    if (written()) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream{path, std::ios::binary} << text;
    }
    if (!std::filesystem::exists(path))
        return testing::AssertionFailure() << "tests/" << file << " is missing; OPORA_GOLDEN=write makes it";
    auto kept = text_of(file);
    if (kept == text) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "tests/" << file << " differs: " << first_difference(kept, std::string{text});
}

}
