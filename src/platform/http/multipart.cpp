// Walks through a multipart body, whatever pieces it comes in.
#include "platform/http/multipart.hpp"
#include "platform/http/ascii.hpp"
#include "platform/http/disposition.hpp"
#include "platform/http/temporary_file.hpp"
#include "platform/http/urlencoded.hpp"

#include <array>
#include <system_error>
#include <unistd.h>

namespace http {

// A line end before the first delimiter is optional, so one is thought of in front of the body.
Multipart::Multipart(std::string_view boundary, std::filesystem::path folder, MultipartLimits limits)
    : delimiter_{"\r\n--" + std::string{boundary}}, folder_{std::move(folder)}, limits_{limits}, waiting_{"\r\n"} {
    if (boundary.empty()) fail(MultipartProblem::no_boundary);
}

bool Multipart::fail(MultipartProblem problem) {
    problem_ = problem;
    waiting_.clear();
    return false;
}

bool Multipart::feed(std::string_view bytes) {
    if (problem_ != MultipartProblem::none) return false;
    // In slices, since what is used up is cut off at the front.
    constexpr std::size_t slice = 64 * 1024;
    for (; !bytes.empty() && problem_ == MultipartProblem::none; bytes.remove_prefix(std::min(slice, bytes.size()))) {
        waiting_ += bytes.substr(0, slice);
        while (step()) {}
    }
    return problem_ == MultipartProblem::none;
}

bool Multipart::finish() {
    if (problem_ == MultipartProblem::none && at_ != At::epilogue) fail(MultipartProblem::incomplete);
    return problem_ == MultipartProblem::none;
}

const MultipartPart* Multipart::find(std::string_view name) const {
    for (auto& part : parts_)
        if (part.name == name) return &part;
    return nullptr;
}

// True: something was used up, and more may be done with what is there.
bool Multipart::step() {
    switch (at_) {
    case At::preamble:
    case At::content: return read_content();
    case At::after_boundary: return read_after_boundary();
    case At::headers: return read_headers();
    case At::epilogue: waiting_.clear(); return false;
    }
    return false;
}

// "--" ends the body; else a line end, perhaps after white space, begins a part.
bool Multipart::read_after_boundary() {
    if (waiting_.size() < 2) return false;
    if (waiting_.starts_with("--")) {
        at_ = At::epilogue;
        return true;
    }
    auto end = waiting_.find("\r\n");
    bool whole = end != waiting_.npos;
    auto padding = std::string_view{waiting_}.substr(0, end);
    if (!whole && padding.ends_with('\r')) padding.remove_suffix(1);    // perhaps the first half of the line end
    if (padding.size() > limits_.header_bytes) return fail(MultipartProblem::header_too_long);
    if (!trimmed(padding).empty()) return fail(MultipartProblem::malformed);
    if (!whole) return false;
    if (parts_.size() == limits_.parts) return fail(MultipartProblem::too_many_parts);
    waiting_.erase(0, end);    // its line end begins the headers, of which there may be none
    at_ = At::headers;
    part_ = {};
    return true;
}

bool Multipart::read_headers() {
    auto end = waiting_.find("\r\n\r\n");
    bool whole = end != waiting_.npos;
    auto at_least =
        whole ? end : waiting_.size() - std::min<std::size_t>(waiting_.size(), 3);    // three may be of the end
    if (at_least > limits_.header_bytes) return fail(MultipartProblem::header_too_long);
    if (!whole) return false;
    std::string_view lines{waiting_};
    lines = lines.substr(0, end + 2);
    lines.remove_prefix(2);
    bool has_disposition = false;
    while (!lines.empty()) {
        auto line_end = lines.find("\r\n");
        if (!take_header(lines.substr(0, line_end), has_disposition)) return false;
        lines.remove_prefix(line_end + 2);
    }
    if (!has_disposition) return fail(MultipartProblem::malformed);
    waiting_.erase(0, end + 4);
    at_ = At::content;
    return true;
}

bool Multipart::take_header(std::string_view line, bool& has_disposition) {
    auto value = line;
    auto name = cut(value, ':');
    if (!is_token(name) || has_control_bytes(value)) return fail(MultipartProblem::malformed);
    if (!is_utf8(value)) return fail(MultipartProblem::not_utf8);
    if (same_letters(name, "content-type")) part_.content_type = trimmed(value);
    if (!same_letters(name, "content-disposition")) return true;
    auto disposition = parse_disposition(trimmed(value));
    if (!disposition || has_disposition) return fail(MultipartProblem::malformed);
    has_disposition = true;
    part_.name = disposition->name;
    part_.filename = disposition->filename;
    return true;
}

// Up to the next delimiter; what could be the beginning of one is kept back.
bool Multipart::read_content() {
    auto end = waiting_.find(delimiter_);
    bool whole = end != waiting_.npos;
    auto safe = whole ? end : waiting_.size() - std::min(waiting_.size(), delimiter_.size() - 1);
    if (!whole && safe == 0) return false;
    if (at_ == At::content && !take_content(std::string_view{waiting_}.substr(0, safe))) return false;
    waiting_.erase(0, whole ? end + delimiter_.size() : safe);
    if (!whole) return false;
    if (at_ == At::content && !end_part()) return false;
    at_ = At::after_boundary;
    return true;
}

bool Multipart::take_content(std::string_view bytes) {
    part_.size += bytes.size();
    if (!part_.filename) {
        part_.value += bytes;
        return part_.value.size() <= limits_.field_bytes || fail(MultipartProblem::field_too_long);
    }
    if (part_.size > limits_.file_bytes) return fail(MultipartProblem::file_too_long);
    if (bytes.empty() && part_.filename->empty()) return true;    // no file was chosen
    try {
        if (!part_.file) {
            auto made = make_temporary_file(folder_);
            file_ = std::move(made.file);
            part_.file = std::move(made.path);
        }
        file_.write(bytes);
    } catch (const std::system_error&) { return fail(MultipartProblem::cannot_write); }
    return true;
}

bool Multipart::end_part() {
    if (!is_utf8(part_.value)) return fail(MultipartProblem::not_utf8);
    file_ = {};
    parts_.push_back(std::move(part_));
    return true;
}

std::optional<std::string> multipart_boundary(std::string_view content_type) {
    auto rest = content_type;
    if (!same_letters(cut(rest, ';'), "multipart/form-data")) return {};
    while (!rest.empty()) {
        auto parameter = cut(rest, ';');
        if (!same_letters(cut(parameter, '='), "boundary")) continue;
        auto boundary = trimmed(parameter);
        if (boundary.size() >= 2 && boundary.front() == '"' && boundary.back() == '"')
            boundary = boundary.substr(1, boundary.size() - 2);
        bool fits = !boundary.empty() && boundary.size() <= 70 && boundary.back() != ' ';
        for (char c : boundary)
            fits =
                fits && (is_letter_or_digit(c) || std::string_view{"'()+_,-./:=? "}.find(c) != std::string_view::npos);
        if (!fits) return {};
        return std::string{boundary};
    }
    return {};
}

bool feed_file(Multipart& multipart, const std::filesystem::path& path) {
    auto file = OpenFile::reading(path);
    std::array<char, 64 * 1024> bytes;
    for (;;) {
        auto size = ::read(file.descriptor(), bytes.data(), bytes.size());
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) throw std::system_error{errno, std::generic_category(), path.string()};
        if (size == 0) return multipart.finish();
        if (!multipart.feed({bytes.data(), static_cast<std::size_t>(size)})) return false;
    }
}

}
