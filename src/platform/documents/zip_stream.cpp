// APPNOTE.TXT 6.3: local heads, data descriptors behind what came in pieces, the central directory at the end.
#include "platform/documents/zip_stream.hpp"

#include "platform/time/prague.hpp"

#include <algorithm>
#include <cassert>
#include <stdexcept>
#include <utility>
#include <zlib.h>

namespace documents {

struct Deflating::Inside {
    z_stream stream{};
    Inside() {
        constexpr int level = 5, raw_window = -15;    // zlib's way to ask for no head of its own
        if (deflateInit2(&stream, level, Z_DEFLATED, raw_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::runtime_error{"no memory to compress"};
    }
    ~Inside() { deflateEnd(&stream); }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
};

Deflating::Deflating() : inside_{std::make_unique<Inside>()} {}
Deflating::~Deflating() = default;
Deflating::Deflating(Deflating&&) noexcept = default;
Deflating& Deflating::operator=(Deflating&&) noexcept = default;

void Deflating::run(std::string_view bytes, int flush, std::string& out) {
    auto& stream = inside_->stream;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    auto filled = out.size();
    do {
        out.resize(std::max(out.size(), filled + 4096));
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + filled);
        stream.avail_out = static_cast<uInt>(out.size() - filled);
        deflate(&stream, flush);
        filled = out.size() - stream.avail_out;
    } while (stream.avail_out == 0);
    out.resize(filled);
}

void Deflating::add(std::string_view bytes, std::string& out) {
    crc_ = static_cast<std::uint32_t>(
        ::crc32(crc_, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
    size_ += bytes.size();
    run(bytes, Z_NO_FLUSH, out);
}

void Deflating::finish(std::string& out) { run({}, Z_FINISH, out); }

namespace {

constexpr std::uint16_t stored = 0, deflated = 8;
constexpr std::uint16_t utf8_name = 1 << 11, sizes_follow = 1 << 3;
constexpr std::uint16_t version = 20;    // 2.0: deflate
constexpr std::uint64_t longest = 0xFFFFFFFEu;
constexpr std::size_t most_entries = 0xFFFE;

void two(std::string& out, std::uint64_t number) {
    out += static_cast<char>(number & 0xFF);
    out += static_cast<char>(number >> 8 & 0xFF);
}
void four(std::string& out, std::uint64_t number) {
    two(out, number & 0xFFFF);
    two(out, number >> 16);
}

}

ZipStream::ZipStream(Instant made_at) {
    // By the clocks of Prague, not before 1980: so the format.
    auto [day, time] = in_prague(made_at);
    std::chrono::year_month_day date{day};
    auto year = std::max(int(date.year()), 1980) - 1980;
    day_ = static_cast<std::uint16_t>(year << 9 | int(unsigned(date.month())) << 5 | int(unsigned(date.day())));
    time_ = static_cast<std::uint16_t>(time.minutes / 60 << 11 | time.minutes % 60 << 5);
}

void ZipStream::head(const Entry& entry) {
    four(out_, 0x04034b50);
    two(out_, version), two(out_, entry.flags), two(out_, entry.method), two(out_, time_), two(out_, day_);
    four(out_, entry.crc), four(out_, entry.packed), four(out_, entry.size);
    two(out_, entry.name.size()), two(out_, 0);    // no extra field: `mimetype` must have none
    out_ += entry.name;
}

void ZipStream::store(std::string_view name, std::string_view bytes) {
    assert(!open_);
    auto crc = ::crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
    entries_.push_back(
        {std::string{name}, utf8_name, stored, static_cast<std::uint32_t>(crc), bytes.size(), bytes.size(), written()});
    head(entries_.back());
    out_ += bytes;
}

void ZipStream::add(std::string_view name, std::string_view bytes) {
    Deflating packing;
    std::string packed;
    packing.add(bytes, packed);
    packing.finish(packed);
    add_packed(name, std::move(packing), std::move(packed));
}

void ZipStream::add_packed(std::string_view name, Deflating&& packed, std::string&& bytes) {
    assert(!open_);
    entries_.push_back({std::string{name}, utf8_name, deflated, packed.crc(), bytes.size(), packed.size(), written()});
    head(entries_.back());
    out_ += bytes;
}

void ZipStream::begin(std::string_view name) {
    assert(!open_);
    entries_.push_back({std::string{name}, std::uint16_t(utf8_name | sizes_follow), deflated, 0, 0, 0, written()});
    head(entries_.back());
    open_ = std::make_unique<Deflating>();
}

void ZipStream::write(std::string_view bytes) {
    auto before = out_.size();
    open_->add(bytes, out_);
    entries_.back().packed += out_.size() - before;
}

void ZipStream::end() {
    auto& entry = entries_.back();
    auto before = out_.size();
    open_->finish(out_);
    entry.packed += out_.size() - before;
    entry.crc = open_->crc(), entry.size = open_->size();
    open_.reset();
    if (entry.size > longest || written() > longest) throw std::length_error{"an archive over 4 GB"};
    four(out_, 0x08074b50), four(out_, entry.crc), four(out_, entry.packed), four(out_, entry.size);
}

void ZipStream::finish() {
    assert(!open_);
    auto from = written();
    if (entries_.size() > most_entries || from > longest) throw std::length_error{"an archive over 4 GB"};
    for (auto& entry : entries_) {
        four(out_, 0x02014b50);
        two(out_, version), two(out_, version), two(out_, entry.flags), two(out_, entry.method);
        two(out_, time_), two(out_, day_), four(out_, entry.crc), four(out_, entry.packed), four(out_, entry.size);
        two(out_, entry.name.size()), two(out_, 0), two(out_, 0), two(out_, 0), two(out_, 0), four(out_, 0);
        four(out_, entry.offset);
        out_ += entry.name;
    }
    auto size = written() - from;
    four(out_, 0x06054b50), two(out_, 0), two(out_, 0), two(out_, entries_.size()), two(out_, entries_.size());
    four(out_, size), four(out_, from), two(out_, 0);
}

std::string ZipStream::take() {
    taken_ += out_.size();
    return std::exchange(out_, {});
}

}
