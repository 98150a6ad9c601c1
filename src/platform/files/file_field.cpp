// Says what is too large.
#include "platform/files/file_field.hpp"

#include "platform/files/stored_file.hpp"

namespace files {

std::string FileInput::too_large(const html::Out& out) const {
    if (!several()) return out.text("files.choose_smaller", size_in_words(bytes_most));
    return out.text("files.choose_smaller_ones", size_in_words(bytes_most), size_in_words(bytes_of_all));
}

}
