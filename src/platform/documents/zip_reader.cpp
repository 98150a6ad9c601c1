// APPNOTE.TXT 6.3: the end record, the central directory, local heads; ZIP64 only for the sizes of single entries.
#include "platform/documents/zip_reader.hpp"

#include <algorithm>
#include <zlib.h>

namespace documents {

namespace {

constexpr std::uint32_t end_mark = 0x06054b50, entry_mark = 0x02014b50, local_mark = 0x04034b50;
constexpr std::size_t end_bytes = 22, entry_bytes = 46, local_bytes = 30, comment_most = 0xFFFF;
constexpr std::uint32_t in_extra = 0xFFFFFFFF;
constexpr std::uint16_t zip64_extra = 1, is_encrypted = 1;

std::uint64_t number_at(std::string_view bytes, std::size_t at, int count) {
    std::uint64_t number = 0;
    for (int n = count - 1; n >= 0; --n)
        number = number << 8 | static_cast<unsigned char>(bytes.at(at + std::size_t(n)));
    return number;
}

std::string bytes_of(std::ifstream& in, std::uint64_t offset, std::uint64_t count) {
    std::string bytes(count, '\0');
    in.clear();
    in.seekg(std::streamoff(offset));
    in.read(bytes.data(), std::streamsize(count));
    if (std::uint64_t(in.gcount()) != count) throw ZipError{ZipFault::broken};
    return bytes;
}

// Sizes over 4 GB, and those of writers who always write them so, stand in the extra field in this order.
void take_zip64(std::string_view extra, ZipEntry& entry) {
    while (extra.size() >= 4) {
        auto kind = number_at(extra, 0, 2), length = number_at(extra, 2, 2);
        if (length > extra.size() - 4) throw ZipError{ZipFault::broken};
        auto field = extra.substr(4, length);
        extra.remove_prefix(4 + length);
        if (kind != zip64_extra) continue;
        for (auto number : {&entry.size, &entry.packed, &entry.offset}) {
            if (*number != in_extra) continue;
            if (field.size() < 8) throw ZipError{ZipFault::broken};
            *number = number_at(field, 0, 8);
            field.remove_prefix(8);
        }
    }
}

char small(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

}

ZipReader::ZipReader(const std::filesystem::path& file) : file_{file} {
    std::ifstream in{file, std::ios::binary};
    std::error_code wrong;
    file_size_ = std::filesystem::file_size(file, wrong);
    if (!in || wrong || file_size_ < end_bytes) throw ZipError{ZipFault::not_a_zip};
    auto tail_size = std::min<std::uint64_t>(file_size_, end_bytes + comment_most);
    auto tail = bytes_of(in, file_size_ - tail_size, tail_size);
    auto at = tail.rfind("PK\x05\x06");
    if (at == tail.npos || at + end_bytes > tail.size() || number_at(tail, at, 4) != end_mark)
        throw ZipError{ZipFault::not_a_zip};
    auto disk = number_at(tail, at + 4, 2), count = number_at(tail, at + 10, 2);
    auto size = number_at(tail, at + 12, 4), offset = number_at(tail, at + 16, 4);
    auto ends_at = file_size_ - tail_size + at;
    if (disk != 0 || count > entries_most || size > directory_bytes_most || offset > ends_at || size > ends_at - offset)
        throw ZipError{ZipFault::broken};
    read_directory(offset, size, count);
}

void ZipReader::read_directory(std::uint64_t offset, std::uint64_t size, std::size_t count) {
    std::ifstream in{file_, std::ios::binary};
    auto directory = bytes_of(in, offset, size);
    std::string_view rest = directory;
    std::uint64_t packed_together = 0;
    for (std::size_t n = 0; n < count; ++n) {
        if (rest.size() < entry_bytes || number_at(rest, 0, 4) != entry_mark) throw ZipError{ZipFault::broken};
        ZipEntry entry;
        auto flags = number_at(rest, 8, 2);
        entry.method = std::uint16_t(number_at(rest, 10, 2)), entry.crc = std::uint32_t(number_at(rest, 16, 4));
        entry.packed = number_at(rest, 20, 4), entry.size = number_at(rest, 24, 4);
        entry.offset = number_at(rest, 42, 4);
        auto name = number_at(rest, 28, 2), extra = number_at(rest, 30, 2), comment = number_at(rest, 32, 2);
        if (rest.size() - entry_bytes < name + extra + comment) throw ZipError{ZipFault::broken};
        entry.name = rest.substr(entry_bytes, name);
        take_zip64(rest.substr(entry_bytes + name, extra), entry);
        rest.remove_prefix(entry_bytes + name + extra + comment);
        if (flags & is_encrypted) throw ZipError{ZipFault::encrypted};
        // Entries never lie over each other: together they are no longer than the file.
        if (entry.packed > file_size_ || entry.offset > file_size_ || (packed_together += entry.packed) > file_size_)
            throw ZipError{ZipFault::broken};
        entries_.push_back(std::move(entry));
    }
}

const ZipEntry* ZipReader::find(std::string_view name) const {
    auto found = std::ranges::find_if(
        entries_, [&](auto& entry) { return std::ranges::equal(entry.name, name, {}, small, small); });
    return found == entries_.end() ? nullptr : &*found;
}

struct ZipPieces::Inside {
    std::ifstream in;
    ZipEntry entry;
    std::uint64_t bytes_most;
    std::uint64_t left, given = 0;
    uLong crc = 0;
    z_stream zlib{};
    bool inflates = false, ended = false;
    std::string packed{}, piece{};

    Inside(const std::filesystem::path& file, const ZipEntry& entry, std::uint64_t bytes_most)
        : in{file, std::ios::binary}, entry{entry}, bytes_most{bytes_most}, left{entry.packed} {}
    ~Inside() {
        if (inflates) inflateEnd(&zlib);
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    void read() {
        packed.resize(std::size_t(std::min<std::uint64_t>(left, piece_bytes)));
        in.read(packed.data(), std::streamsize(packed.size()));
        if (std::size_t(in.gcount()) != packed.size()) throw ZipError{ZipFault::broken};
        left -= packed.size();
    }
    void unpack() {
        piece.resize(piece_bytes);
        zlib.next_out = reinterpret_cast<Bytef*>(piece.data()), zlib.avail_out = uInt(piece.size());
        while (!ended && zlib.avail_out > 0) {
            if (zlib.avail_in == 0) {
                if (left == 0) throw ZipError{ZipFault::broken};
                read();
                zlib.next_in = reinterpret_cast<Bytef*>(packed.data()), zlib.avail_in = uInt(packed.size());
            }
            auto outcome = inflate(&zlib, Z_NO_FLUSH);
            ended = outcome == Z_STREAM_END;
            if (outcome != Z_OK && !ended) throw ZipError{ZipFault::broken};
        }
        piece.resize(piece.size() - zlib.avail_out);
    }
    void count() {
        given += piece.size();
        if (given > bytes_most) throw ZipError{ZipFault::too_large};
        if (given > dense_from && given / ratio_most > entry.packed) throw ZipError{ZipFault::too_dense};
        crc = ::crc32(crc, reinterpret_cast<const Bytef*>(piece.data()), uInt(piece.size()));
        if (piece.empty() && (given != entry.size || crc != entry.crc)) throw ZipError{ZipFault::broken};
    }
};

ZipPieces::ZipPieces(const ZipReader& zip, const ZipEntry& entry, std::uint64_t bytes_most)
    : inside_{std::make_unique<Inside>(zip.file_, entry, bytes_most)} {
    if (entry.size > bytes_most) throw ZipError{ZipFault::too_large};
    if (entry.method != 0 && entry.method != 8) throw ZipError{ZipFault::broken};
    auto head = bytes_of(inside_->in, entry.offset, local_bytes);
    if (number_at(head, 0, 4) != local_mark) throw ZipError{ZipFault::broken};
    auto begins = entry.offset + local_bytes + number_at(head, 26, 2) + number_at(head, 28, 2);
    if (begins > zip.file_size_ || entry.packed > zip.file_size_ - begins) throw ZipError{ZipFault::broken};
    inside_->in.seekg(std::streamoff(begins));
    if (entry.method == 0) return;
    constexpr int raw_window = -15;    // zlib's way to expect no head of its own
    inside_->inflates = inflateInit2(&inside_->zlib, raw_window) == Z_OK;
    if (!inside_->inflates) throw std::runtime_error{"no memory to unpack"};
}

ZipPieces::~ZipPieces() = default;
ZipPieces::ZipPieces(ZipPieces&&) noexcept = default;

std::string_view ZipPieces::next() {
    auto& inside = *inside_;
    if (inside.inflates) inside.unpack();
    else inside.read(), inside.piece.swap(inside.packed);
    inside.count();
    return inside.piece;
}

std::string unzipped(const ZipReader& zip, const ZipEntry& entry, std::uint64_t bytes_most) {
    ZipPieces pieces{zip, entry, bytes_most};
    std::string whole;
    for (auto piece = pieces.next(); !piece.empty(); piece = pieces.next()) whole += piece;
    return whole;
}

}
