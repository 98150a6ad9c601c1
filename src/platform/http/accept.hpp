// What a client would rather have: Accept, Accept-Language and Accept-Encoding with their weights (RFC 9110 § 12.5).
#pragma once

#include <string_view>
#include <vector>

namespace http {

struct Preference {
    std::string_view value;    // text/html, cs-CZ, gzip
    int weight = 1000;         // thousandths; 0: not wanted
};

// "text/html, */*;q=0.1" as sent; what cannot be read as a weight counts 1, what has no value is left out.
std::vector<Preference> preferences(std::string_view header);

// Which of the given types wins ("text/html", "application/json"…, the server's favourite first); -1: none is
// acceptable. An empty header takes the first.  A more specific range counts before a wider one.
int preferred_type(std::string_view accept, const std::vector<std::string_view>& given);

// Which of the given languages ("cs", "en") is wanted most; cs-CZ wants cs; none wanted or no header: the first.
int preferred_language(std::string_view accept_language, const std::vector<std::string_view>& given);

struct Codings {
    bool brotli = false;     // may be used, and nothing else is wanted more
    bool gzip = false;       // may be used
    bool identity = true;    // may be left as it is
};
Codings codings(std::string_view accept_encoding);

}
