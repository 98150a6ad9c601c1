// Whatever bytes come as a file, they get one type of the list or one refusal, and nothing is read beyond them.
#include "platform/files/file_type.hpp"
#include "platform/files/stored_file.hpp"

#include <algorithm>
#include <cstdlib>

// The first line is the name of the file, the rest its content.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    std::string_view input{reinterpret_cast<const char*>(bytes), size};
    auto line = std::min(input.find('\n'), input.size());
    auto name = files::clean_name(input.substr(0, line));
    if (name.find_first_of("/\\\"<>\n\r") != name.npos || name.size() > 150 || files::clean_name(name) != name)
        std::abort();
    auto content = input.substr(std::min(line + 1, input.size()));
    auto look = files::look_at(files::content_in(content), name);
    if (bool(look.type) == look.refused.starts_with("files.refused.")) std::abort();
    if (!look.type) return 0;
    // What was let in agrees with its name, and is no page, program or plain archive.
    auto ending = files::ending_of(name);
    if (!ending.empty() && (std::string{look.type->endings} + ";").find(ending + ";") == std::string::npos)
        std::abort();
    auto office = content.starts_with("PK\3\4");
    if (content.starts_with("<!") || content.starts_with("<html") ||
        content.starts_with("\x7f"
                            "ELF") ||
        (office && look.type->media.find("document") == std::string_view::npos))
        std::abort();
    return 0;
}
