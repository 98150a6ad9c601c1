// multipart/form-data (RFC 7578) read as it comes: fields into memory, files into a folder, everything limited.
#pragma once

#include "platform/http/open_file.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

struct MultipartLimits {
    std::size_t parts = 200;
    std::size_t header_bytes = 8 * 1024;       // of one part
    std::size_t field_bytes = 256 * 1024;      // of one field
    std::uint64_t file_bytes = 64ull << 20;    // of one file
};

enum class MultipartProblem {
    none,
    no_boundary,
    malformed,
    incomplete,
    too_many_parts,
    header_too_long,
    field_too_long,
    file_too_long,
    not_utf8,
    cannot_write
};

struct MultipartPart {
    std::string name;
    std::optional<std::string> filename{};                  // as the client names it, without folders; absent: a field
    std::string content_type{};                             // as the client says; never to be trusted
    std::string value{};                                    // of a field
    std::shared_ptr<const std::filesystem::path> file{};    // deleted with the last copy of this pointer
    std::uint64_t size = 0;
};

class Multipart {
public:
    // boundary as multipart_boundary() reads it; files go to the folder, which must be there.
    Multipart(std::string_view boundary, std::filesystem::path folder, MultipartLimits = {});

    bool feed(std::string_view bytes);    // false: there is a problem, and nothing more is taken
    bool finish();                        // after the last byte; false when the end is missing
    MultipartProblem problem() const { return problem_; }
    std::vector<MultipartPart>& parts() { return parts_; }
    const MultipartPart* find(std::string_view name) const;    // the first of that name

private:
    enum class At { preamble, after_boundary, headers, content, epilogue };

    bool step();
    bool read_after_boundary();
    bool read_headers();
    bool read_content();
    bool take_header(std::string_view line, bool& has_disposition);
    bool take_content(std::string_view bytes);
    bool end_part();
    bool fail(MultipartProblem);

    std::string delimiter_;    // CRLF -- boundary
    std::filesystem::path folder_;
    MultipartLimits limits_;
    At at_ = At::preamble;
    std::string waiting_;    // not used up yet
    std::vector<MultipartPart> parts_;
    MultipartPart part_;
    OpenFile file_;
    MultipartProblem problem_ = MultipartProblem::none;
};

// Of multipart/form-data; boundary="…"; nothing when it is missing or breaks RFC 2046 § 5.1.1.
std::optional<std::string> multipart_boundary(std::string_view content_type);

// A body that was written to disk.
bool feed_file(Multipart&, const std::filesystem::path&);

}
