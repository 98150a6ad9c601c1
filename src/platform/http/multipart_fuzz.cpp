// Any bytes as a multipart body: in one piece and in many it must read the same.
#include "platform/http/multipart.hpp"

#include <cstdlib>

using namespace http;

namespace {

Multipart read(std::string_view body, std::size_t piece) {
    MultipartLimits limits{.parts = 8, .header_bytes = 512, .field_bytes = 512, .file_bytes = 512};
    Multipart form{"XX", std::filesystem::temp_directory_path(), limits};
    for (; !body.empty() && form.feed(body.substr(0, piece)); body.remove_prefix(std::min(piece, body.size()))) {}
    form.finish();
    return form;
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view body{reinterpret_cast<const char*>(data), size};
    multipart_boundary(body);
    auto whole = read(body, body.size() + 1), slow = read(body, 3);
    if ((whole.problem() == MultipartProblem::none) != (slow.problem() == MultipartProblem::none)) std::abort();
    if (whole.problem() != MultipartProblem::none) return 0;
    if (whole.parts().size() != slow.parts().size()) std::abort();
    for (std::size_t i = 0; i < whole.parts().size(); ++i)
        if (whole.parts()[i].value != slow.parts()[i].value || whole.parts()[i].size != slow.parts()[i].size)
            std::abort();
    return 0;
}
