// An answer made ready for the wire: compared with what the client has, compressed, cut to a range, its head written.
#pragma once

#include "platform/http/gzip.hpp"
#include "platform/http/head_rules.hpp"
#include "platform/http/open_file.hpp"

namespace http {

struct Delivery {
    int status = 200;
    std::string head{};                             // status line to empty line
    std::string own{};                              // the body…
    std::shared_ptr<const std::string> shared{};    // …or one that many share…
    OpenFile file{};                                // …or a part of a file…
    std::uint64_t file_offset = 0, file_size = 0;
    std::function<std::optional<std::string>()> pieces{};    // …or pieces, perhaps compressed and in chunks
    std::chrono::milliseconds pause{};                       // between them
    std::unique_ptr<GzipStream> gzip{};
    bool chunked = false;
    bool close = false;

    std::string_view body() const { return shared ? std::string_view{*shared} : std::string_view{own}; }
};

// close: the connection ends after this answer.  Throws std::exception for what cannot be sent: a header with a line
// end in it, a file that is not there.
//
// NB: tags.  The answer's tag stands for its bytes uncompressed; compressed it is sent as W/"…", which means the same
// but not byte for byte.  If-None-Match takes either, Range and If-Range only the uncompressed.
Delivery make_delivery(Answer, const Head&, const Framing&, bool close);

// Headers as Answer::lines takes them, checked as make_delivery checks those of an answer.
std::string header_lines(const std::vector<std::pair<std::string, std::string>>&);

// Whether make_delivery would compress long enough to be worth a thread of the pool.
bool long_to_prepare(const Answer&, const Head&);

// When even the page for a failure cannot be made.
Answer plain_failure(int status);

std::string_view reason(int status);         // Not Found
const std::string& date_header();            // of this second, kept per thread
std::string chunk_head(std::size_t size);    // hexadecimal and a line end

}
