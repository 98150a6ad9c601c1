// Reads ZIP directories by APPNOTE 6.3, § 4.3, without its extensions for large files.
#include "platform/files/zip_directory.hpp"

#include "platform/http/open_file.hpp"

#include <memory>
#include <set>
#include <system_error>
#include <unistd.h>
#include <zlib.h>

namespace files {

Content content_in(std::string_view bytes) {
    return {bytes.size(), [bytes](std::uint64_t at, std::size_t most) {
                return at < bytes.size() ? std::string{bytes.substr(at, most)} : std::string{};
            }};
}

Content content_in(const std::filesystem::path& path) {
    auto file = std::make_shared<http::OpenFile>(http::OpenFile::reading(path));
    return {std::filesystem::file_size(path), [file](std::uint64_t at, std::size_t most) {
                std::string bytes(most, '\0');
                std::size_t filled = 0;
                while (filled < most) {
                    auto read = ::pread(file->descriptor(), bytes.data() + filled, most - filled, off_t(at + filled));
                    if (read < 0 && errno == EINTR) continue;
                    if (read < 0) throw std::system_error{errno, std::generic_category(), "an upload cannot be read"};
                    if (read == 0) break;
                    filled += std::size_t(read);
                }
                bytes.resize(filled);
                return bytes;
            }};
}

namespace {

constexpr std::size_t end_bytes = 22, longest_comment = 65'535, head_bytes = 46, local_bytes = 30;
constexpr std::size_t entries_most = 5000, directory_most = 2 << 20;

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t n = size; n-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + n]);
    return value;
}

struct DirectoryEnd {
    std::uint64_t at = 0;
    std::string bytes{};    // the record without its comment
};

// Its comment must reach the end exactly, which a signature that stands in a comment by chance does not.
std::optional<DirectoryEnd> directory_end(const Content& content) {
    auto look = std::min<std::uint64_t>(content.size, end_bytes + longest_comment);
    auto from = content.size - look;
    auto tail = content.read(from, std::size_t(look));
    for (auto at = tail.rfind("PK\5\6"); at != tail.npos; at = at == 0 ? tail.npos : tail.rfind("PK\5\6", at - 1)) {
        if (at + end_bytes > tail.size()) continue;
        if (at + end_bytes + number(tail, at + 20, 2) == tail.size())
            return DirectoryEnd{from + at, tail.substr(at, end_bytes)};
    }
    return {};
}

bool plain_name(std::string_view name) {
    if (name.empty() || name[0] == '/' || name.find('\\') != name.npos || name.find('\0') != name.npos) return false;
    return ("/" + std::string{name} + "/").find("/../") == std::string::npos;
}

std::string small_letters(std::string text) {
    for (auto& letter : text)
        if (letter >= 'A' && letter <= 'Z') letter = char(letter - 'A' + 'a');
    return text;
}

}

bool ends_as_zip(const Content& content) { return directory_end(content).has_value(); }

std::optional<std::vector<ZipEntry>> zip_directory(const Content& content) {
    auto end = directory_end(content);
    if (!end) return {};
    auto count = number(end->bytes, 10, 2), size = number(end->bytes, 12, 4), begin = number(end->bytes, 16, 4);
    bool split = number(end->bytes, 4, 2) || number(end->bytes, 6, 2) || number(end->bytes, 8, 2) != count;
    if (split || count == 0 || count > entries_most || size > directory_most || begin + size != end->at) return {};
    auto bytes = content.read(begin, std::size_t(size));
    std::vector<ZipEntry> entries;
    std::set<std::string> names;
    std::uint64_t first = begin;
    std::size_t at = 0;
    for (std::uint64_t n = 0; n < count; ++n) {
        if (at + head_bytes > bytes.size() || bytes.compare(at, 4, "PK\1\2", 4) != 0) return {};
        auto name_size = number(bytes, at + 28, 2);
        auto whole = head_bytes + name_size + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
        if (at + whole > bytes.size()) return {};
        ZipEntry entry{bytes.substr(at + head_bytes, name_size)};
        entry.flags = std::uint16_t(number(bytes, at + 8, 2)), entry.method = std::uint16_t(number(bytes, at + 10, 2));
        entry.packed = number(bytes, at + 20, 4), entry.size = number(bytes, at + 24, 4);
        entry.at = number(bytes, at + 42, 4);
        // Two parts of one name are read by each program as it likes.
        if (!plain_name(entry.name) || !names.insert(small_letters(entry.name)).second) return {};
        if (entry.at + local_bytes + entry.packed > begin) return {};
        first = std::min(first, entry.at);
        entries.push_back(std::move(entry));
        at += whole;
    }
    if (at != bytes.size() || first != 0) return {};
    return entries;
}

std::optional<std::string> unpacked(const Content& content, const ZipEntry& entry, std::size_t most) {
    if (entry.packed > most || entry.size > most || entry.encrypted()) return {};
    auto head = content.read(entry.at, local_bytes);
    if (head.size() < local_bytes || head.compare(0, 4, "PK\3\4", 4) != 0) return {};
    auto name_size = number(head, 26, 2), behind = local_bytes + name_size + number(head, 28, 2);
    if (content.read(entry.at + local_bytes, std::size_t(name_size)) != entry.name) return {};
    auto packed = content.read(entry.at + behind, std::size_t(entry.packed));
    if (packed.size() != entry.packed) return {};
    if (entry.method == 0) return entry.packed == entry.size ? std::optional{packed} : std::nullopt;
    if (entry.method != Z_DEFLATED) return {};
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return {};
    std::string plain(std::size_t(entry.size) + 1, '\0');    // one more shows that it is longer than it says
    stream.next_in = reinterpret_cast<Bytef*>(packed.data()), stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data()), stream.avail_out = uInt(plain.size());
    auto ended = inflate(&stream, Z_FINISH);
    auto size = stream.total_out;
    inflateEnd(&stream);
    if (ended != Z_STREAM_END || size != entry.size) return {};
    plain.resize(size);
    return plain;
}

}
