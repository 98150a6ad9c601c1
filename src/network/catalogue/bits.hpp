// A set of services as bits, one for each place in the catalogue's order; sets are met and counted 64 at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace network {

class Bits {
public:
    Bits() = default;
    explicit Bits(std::size_t size, bool all = false)
        : size_{size}, words_((size + 63) / 64, all ? ~std::uint64_t{} : 0) {
        if (all && size % 64) words_.back() = (std::uint64_t{1} << size % 64) - 1;
    }

    void set(std::size_t at) { words_[at / 64] |= std::uint64_t{1} << at % 64; }
    bool has(std::size_t at) const { return words_[at / 64] >> at % 64 & 1; }
    std::size_t size() const { return size_; }
    const std::vector<std::uint64_t>& words() const { return words_; }

    void meet(const Bits& other);    // of the same size, as all of one catalogue are
    void join(const Bits& other);

    std::size_t count() const;
    // How many are in both.
    std::size_t count_with(const Bits& other) const;

private:
    std::size_t size_ = 0;
    std::vector<std::uint64_t> words_;
};

}
