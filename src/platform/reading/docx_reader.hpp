// Word and OpenDocument texts as lines: runs put together, numbers of lists counted, deletions under review left out.
#pragma once

#include "platform/reading/text_document.hpp"

#include <filesystem>

namespace reading {

TextDocument read_docx(const std::filesystem::path&);    // throws ReadingError, as read_odt does
TextDocument read_odt(const std::filesystem::path&);

}
