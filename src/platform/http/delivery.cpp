// Decides on 304, 206, 416 and gzip, and writes heads.
#include "platform/http/delivery.hpp"
#include "platform/http/accept.hpp"
#include "platform/http/ascii.hpp"
#include "platform/http/conditions.hpp"

#include <ctime>
#include <fmt/format.h>
#include <stdexcept>
#include <sys/stat.h>

namespace http {

namespace {

std::string_view header_of(const Answer& answer, std::string_view name) {
    for (auto& [header, value] : answer.headers)
        if (same_letters(header, name)) return value;
    return {};
}

std::size_t size_of(const Answer& answer) {
    return answer.shared_body ? answer.shared_body->size() : answer.body.size();
}

bool has_no_body(int status) { return status < 200 || status == 204 || status == 304; }

// How the answer will be coded, and whether that depended on Accept-Encoding.
struct Coding {
    const char* name = nullptr;    // br, gzip; nothing: as it is
    bool varies = false;

    bool gzip() const { return name == gzip_name; }
    static constexpr const char* gzip_name = "gzip";
    static constexpr const char* brotli_name = "br";
};

Coding coding_of(const Answer& answer, const Head& head) {
    if (has_no_body(answer.status) || answer.file || answer.pause.count() > 0 ||
        !header_of(answer, "content-encoding").empty())
        return {};
    bool prepared = answer.shared_gzip || answer.shared_brotli;
    bool long_enough = answer.pieces || prepared || size_of(answer) >= worth_compressing;
    bool fits = long_enough && (prepared || compressible(header_of(answer, "content-type")));
    auto accepted = codings(head.header("accept-encoding"));
    bool can = accepted.gzip || (accepted.brotli && !answer.pieces);
    bool must = can && !accepted.identity && (answer.pieces || size_of(answer) > 0);
    Coding coding{nullptr, fits || must};
    if (!can || !coding.varies) return coding;
    // What is there already is sent rather than made in the better coding.
    bool brotli = accepted.brotli && !answer.pieces && (answer.shared_brotli || !answer.shared_gzip || !accepted.gzip);
    coding.name = brotli ? Coding::brotli_name : Coding::gzip_name;
    return coding;
}

class HeadWriter {
public:
    explicit HeadWriter(std::string& out) : out_{out} { out_.reserve(512); }

    void status(int code) { fmt::format_to(std::back_inserter(out_), "HTTP/1.1 {} {}\r\n", code, reason(code)); }
    void line(std::string_view name, std::string_view value) {
        (out_ += name) += ": ";
        (out_ += value) += "\r\n";
    }
    void number(std::string_view name, std::uint64_t value) {
        fmt::format_to(std::back_inserter(out_), "{}: {}\r\n", name, value);
    }

    // The answer's own headers.  Vary gains Accept-Encoding where that was decided upon.
    void headers_of(const Answer& answer, bool varies, bool unchanged) {
        for (auto& [name, value] : answer.headers) {
            if (!is_token(name) || has_control_bytes(value))
                throw std::invalid_argument{"header cannot be sent: " + name};
            if (unchanged && (same_letters(name, "content-type") || same_letters(name, "content-encoding"))) continue;
            if (!varies || !same_letters(name, "vary")) line(name, value);
            else line(name, std::exchange(varies, false) ? value + ", Accept-Encoding" : value);
        }
        if (varies) line("Vary", "Accept-Encoding");
    }

private:
    std::string& out_;
};

void take_file(Delivery& delivery, const Answer& answer, const Head& head, std::string& content_range) {
    delivery.file = OpenFile::reading(*answer.file);
    struct stat facts{};
    ::fstat(delivery.file.descriptor(), &facts);
    auto size = static_cast<std::uint64_t>(facts.st_size);
    delivery.file_size = size;
    if (answer.status != 200 || head.method != "GET") return;
    auto wish = wished_range(head.header("range"), head.header("if-range"), answer.etag, size);
    if (!wish.satisfiable) {
        delivery.status = 416;
        delivery.file = {};
        delivery.file_size = 0;
        content_range = fmt::format("bytes */{}", size);
    } else if (wish.range) {
        delivery.status = 206;
        delivery.file_offset = wish.range->first;
        delivery.file_size = wish.range->size();
        content_range = fmt::format("bytes {}-{}/{}", wish.range->first, wish.range->last, size);
    }
}

void take_body(Delivery& delivery, Answer& answer, const Framing& framing, Coding coding) {
    auto& prepared = coding.gzip() ? answer.shared_gzip : answer.shared_brotli;
    if (answer.pieces) {
        delivery.pieces = std::move(answer.pieces);
        delivery.pause = answer.pause;
        delivery.chunked = framing.version >= 11;
        delivery.close |= !delivery.chunked;    // HTTP/1.0 knows the end only by the end of the connection
        if (coding.name) delivery.gzip = std::make_unique<GzipStream>();
    } else if (coding.name && prepared) {
        delivery.shared = std::move(prepared);
    } else if (coding.name) {
        auto& plain = answer.shared_body ? *answer.shared_body : answer.body;
        delivery.own = coding.gzip() ? gzip(plain) : brotli(plain);
    } else if (answer.shared_body) {
        delivery.shared = std::move(answer.shared_body);
    } else {
        delivery.own = std::move(answer.body);
    }
}

// What a HEAD, a 304 or a 204 leaves out.
void drop_body(Delivery& delivery) {
    delivery.own.clear();
    delivery.shared.reset();
    delivery.file = {};
    delivery.file_size = 0;
    delivery.pieces = nullptr;
    delivery.chunked = false;
}

}

Delivery make_delivery(Answer answer, const Head& head, const Framing& framing, bool close) {
    Delivery delivery{.status = answer.status, .close = close || answer.close};
    bool reads = head.method == "GET" || head.method == "HEAD";
    bool unchanged = reads && answer.status == 200 && names_etag(head.header("if-none-match"), answer.etag);
    auto coding = coding_of(answer, head);
    std::string content_range;
    if (unchanged) delivery.status = 304;
    else if (has_no_body(answer.status)) answer.body.clear();
    else if (answer.file) take_file(delivery, answer, head, content_range);
    else take_body(delivery, answer, framing, coding);

    HeadWriter writer{delivery.head};
    writer.status(delivery.status);
    delivery.head += date_header();
    writer.headers_of(answer, coding.varies && !answer.lines, delivery.status == 304);
    if (answer.lines) delivery.head += *answer.lines;
    if (has_control_bytes(answer.etag)) throw std::invalid_argument{"an etag with control bytes"};
    bool weakened = coding.name && !answer.etag.starts_with("W/");
    if (!answer.etag.empty()) writer.line("ETag", weakened ? "W/" + answer.etag : answer.etag);
    if (answer.file && !unchanged) writer.line("Accept-Ranges", "bytes");
    if (!content_range.empty()) writer.line("Content-Range", content_range);
    if (coding.name && delivery.status != 304) writer.line("Content-Encoding", coding.name);
    if (delivery.chunked) writer.line("Transfer-Encoding", "chunked");
    else if (!has_no_body(delivery.status) && !delivery.pieces)
        writer.number("Content-Length", answer.file ? delivery.file_size : delivery.body().size());
    if (!head.request_id.empty()) writer.line("X-Request-Id", head.request_id);
    if (delivery.close) writer.line("Connection", "close");
    else if (framing.version == 10) writer.line("Connection", "keep-alive");
    delivery.head += "\r\n";
    if (head.method == "HEAD") drop_body(delivery);
    return delivery;
}

std::string header_lines(const std::vector<std::pair<std::string, std::string>>& headers) {
    std::string lines;
    HeadWriter{lines}.headers_of({.headers = headers}, false, false);
    return lines;
}

bool long_to_prepare(const Answer& answer, const Head& head) {
    constexpr std::size_t at_once = 4096;    // bytes: about 50 µs
    return !answer.pieces && !answer.shared_gzip && !answer.shared_brotli && size_of(answer) > at_once &&
           coding_of(answer, head).name;
}

Answer plain_failure(int status) {
    Answer answer{.status = status, .body = fmt::format("{} {}\n", status, reason(status))};
    answer.headers.emplace_back("Content-Type", "text/plain; charset=utf-8");
    return answer;
}

std::string_view reason(int status) {
    switch (status) {
    case 100: return "Continue";
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 507: return "Insufficient Storage";
    case 505: return "HTTP Version Not Supported";
    default: return "Other";
    }
}

const std::string& date_header() {
    thread_local std::time_t second = 0;
    thread_local std::string line;
    auto now = std::time(nullptr);
    if (now == second) return line;
    second = now;
    std::tm utc{};
    gmtime_r(&now, &utc);
    constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    line = fmt::format("Date: {}, {:02} {} {} {:02}:{:02}:{:02} GMT\r\n", days[utc.tm_wday], utc.tm_mday,
                       months[utc.tm_mon], utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
    return line;
}

std::string chunk_head(std::size_t size) { return fmt::format("{:x}\r\n", size); }

}
