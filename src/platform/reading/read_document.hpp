// Any document that people hand us, as lines: what it is is told from its bytes.
#pragma once

#include "platform/reading/reading_error.hpp"
#include "platform/reading/text_document.hpp"

#include <filesystem>

namespace reading {

constexpr std::uintmax_t document_bytes_most = 48u << 20;

// Reads here and now, without limits of time and memory: for the limited child, tests and fuzzers.  Others call
// read_limited (limited.hpp).  Throws ReadingError.
TextDocument read_document(const std::filesystem::path&);

TextDocument read_pdf(const std::filesystem::path&);    // by pdftotext of poppler-utils, with its columns
TextDocument text_of_pdf(std::string_view layout);      // what pdftotext -layout gives: pages parted by form feeds

}
