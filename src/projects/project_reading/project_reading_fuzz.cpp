// Whatever text comes, its facts are found or not, and stand in lines that it has.
#include "projects/project_reading/project_reading.hpp"

#include <boost/json.hpp>

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size > 1 << 16) return 0;
    reading::TextDocument document;
    try {
        document = reading::read_plain_text({reinterpret_cast<const char*>(bytes), size});
    } catch (const std::exception&) { return 0; }    // refused by the reader of lines
    auto json = projects::project_json(projects::read_project(document));
    boost::system::error_code wrong;
    boost::json::parse(json, wrong);
    if (wrong) std::abort();
    return 0;
}
