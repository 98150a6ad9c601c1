// Any bytes as a form: what was read, written again, must read the same.
#include "platform/http/accept.hpp"
#include "platform/http/conditions.hpp"
#include "platform/http/disposition.hpp"
#include "platform/http/urlencoded.hpp"

#include <cstdlib>

using namespace http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view text{reinterpret_cast<const char*>(data), size};
    auto form = parse_urlencoded(text);
    std::string again;
    for (auto& [name, value] : form.fields) {
        if (!is_utf8(name) || !is_utf8(value)) std::abort();
        again += percent_encode(name) + "=" + percent_encode(value) + "&";
    }
    if (parse_urlencoded(again).fields != form.fields) std::abort();

    // Other small readers of header values share these inputs.
    parse_disposition(text);
    preferred_type(text, {"text/html", "application/json"});
    preferred_language(text, {"cs", "en"});
    codings(text);
    names_etag(text, "\"v1\"");
    auto wish = wished_range(text, "", "\"v1\"", 1000);
    if (wish.range && (wish.range->first > wish.range->last || wish.range->last >= 1000)) std::abort();
    return 0;
}
