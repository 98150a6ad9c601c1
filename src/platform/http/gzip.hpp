// gzip and brotli for answers: which are worth it, whole bodies, and streams piece by piece (gzip alone, since a reader
// is to see each piece at once).
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace http {

constexpr std::size_t worth_compressing = 1024;    // bytes; below, the head of a packet costs more

bool compressible(std::string_view content_type);    // text, JSON, XML, SVG, CSV and their kin

std::string gzip(std::string_view bytes);
std::string brotli(std::string_view bytes);    // a sixth smaller than gzip, for the same time

class GzipStream {
public:
    GzipStream();
    ~GzipStream();
    std::string
    add(std::string_view piece);    // what can be sent now: all of the piece, so that a reader sees it at once
    std::string finish();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}
