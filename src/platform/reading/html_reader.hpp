// Web pages and letters as lines.
#pragma once

#include "platform/reading/text_document.hpp"

namespace reading {

// These throw ReadingError: empty, too_large.
TextDocument read_html(std::string_view bytes);    // the charset as it says itself, otherwise as it looks
TextDocument read_mail(std::string_view bytes);    // RFC 5322 and MIME; what the answer quotes is left out

}
