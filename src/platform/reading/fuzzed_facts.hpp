// For fuzz targets of readers of facts: whatever text comes, facts are found or not, and what is printed is JSON.
#pragma once

#include "platform/reading/text_document.hpp"

#include <boost/json.hpp>
#include <cstdint>
#include <cstdlib>
#include <exception>

namespace reading {

// `facts_of` makes JSON of a document.
int try_facts(const std::uint8_t* bytes, std::size_t size, auto facts_of) {
    if (size > 1 << 16) return 0;
    TextDocument document;
    try {
        document = read_plain_text({reinterpret_cast<const char*>(bytes), size});
    } catch (const std::exception&) { return 0; }    // refused by the reader of lines
    boost::system::error_code wrong;
    boost::json::parse(facts_of(document), wrong);
    if (wrong) std::abort();
    return 0;
}

}
