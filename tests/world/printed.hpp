// A PDF as poppler's programs, which know nothing of ours, read it.
#pragma once

#include "platform/base/id.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace world {

class Printed {
public:
    explicit Printed(std::string bytes) : bytes_{std::move(bytes)} {
        std::filesystem::create_directory(folder_);
        std::ofstream{folder_ / "a.pdf", std::ios::binary} << bytes_;
    }
    ~Printed() { std::filesystem::remove_all(folder_); }
    Printed(const Printed&) = delete;

    const std::string& bytes() const { return bytes_; }
    std::string said(const std::string& program, const std::string& behind = "") const {
        return run(program, behind, "told");
    }
    std::string complaints(const std::string& program) const { return run(program, "", "complained"); }

private:
    std::string run(const std::string& program, const std::string& behind, const char* which) const {
        auto file = [&](const char* name) { return "'" + (folder_ / name).string() + "'"; };
        auto command =
            program + " " + file("a.pdf") + " " + behind + " > " + file("told") + " 2> " + file("complained");
        [[maybe_unused]] auto status = std::system(command.c_str());
        std::ifstream told{folder_ / which};
        return {std::istreambuf_iterator<char>{told}, {}};
    }

    std::string bytes_;
    std::filesystem::path folder_ = std::filesystem::temp_directory_path() / to_text(Uuid::made_at(Instant{}));
};

}
