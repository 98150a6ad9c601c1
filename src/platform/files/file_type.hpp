// What a file really is: told from its bytes, never from its name alone or from what a browser says.
#pragma once

#include "platform/files/zip_directory.hpp"

#include <span>

namespace files {

struct FileType {
    std::string_view code;       // pdf; files.type.pdf is its text
    std::string_view media;      // application/pdf
    std::string_view endings;    // .jpg;.jpeg – the first one is given to names without
};

// Everything that may be handed over; nothing else is.
std::span<const FileType> file_types();
const FileType* file_type(std::string_view code);

// Why a file is refused: files.refused.CODE is the sentence.
struct Look {
    const FileType* type = nullptr;
    std::string refused{};    // a text key where there is no type
};

// Looks at the beginning, the end and, of office files, the directory and its two or three parts that tell what it is.
// Texts are read whole.  The name must agree with what was found; it is expected cleaned.
Look look_at(const Content&, std::string_view name);

}
