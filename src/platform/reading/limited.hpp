// Reads a document in a child process that can do no harm: little memory and time, no files to write, no network.
#pragma once

#include "platform/reading/reading_error.hpp"
#include "platform/reading/text_document.hpp"

#include <chrono>
#include <filesystem>

namespace reading {

struct ReadingLimits {
    std::chrono::seconds processor{20}, wall{30};
    std::size_t memory_bytes = std::size_t{1} << 30;    // of addresses
    std::filesystem::path program{"/proc/self/exe"};    // that knows „extract --worker FILE“
    bool by_fork = false;    // the child is a copy of this process, without a start of its own: only from one thread
};

// Throws ReadingError: what the reader found wrong, or what became of it.
TextDocument read_limited(const std::filesystem::path&, const ReadingLimits& = {});

// The child's side: closes what it was given, sets its limits, reads the file and writes what it found to standard
// output.  Returns what the process is to end with.
int read_as_worker(const std::filesystem::path&);

// The limits alone, for ever: no descriptors but the first three, no sockets, no files that grow, little memory and
// time.
void shut_in();

// What goes through the pipe.
std::string to_json(const TextDocument&);
TextDocument document_from_json(std::string_view);    // throws ReadingError, whatever comes

}
