// A control that takes files and knows how much the server takes: a browser with a script refuses what is larger before
// it is sent, so that nothing else typed into the form is lost.
#pragma once

#include "platform/html/field.hpp"

namespace files {

// In round numbers, and so a little less than the server takes.
constexpr std::int64_t round_bytes(std::uint64_t limit) { return std::int64_t(limit >> 20) * 1'000'000; }

// The control alone, where a page says beside it in words of its own what it is for.
struct FileInput {
    std::int64_t bytes_most = 0;      // of one file
    std::int64_t bytes_of_all = 0;    // of one sending, where several may be chosen; 0: one file
    std::string id{"soubor"};
    std::string described_by{};    // ids
    std::string accept{};          // endings
    bool wrong = false;

    bool several() const { return bytes_of_all > 0; }
    std::string all() const { return several() ? std::to_string(bytes_of_all) : ""; }
    std::string too_large(const html::Out&) const;
    void write(html::Out&) const;
};

struct FileField : html::Field {
    std::int64_t bytes_most = 0;

    FileInput input() const { return {bytes_most, 0, name, described_by(), {}, problem.has_value()}; }
    void write(html::Out&) const;
};

}
