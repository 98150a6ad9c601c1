// Counts bits with the processor's own instruction where it has one.
#include "network/catalogue/bits.hpp"

#include <bit>

namespace network {

// Sanitized builds start before the resolver of target_clones could run.
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && !defined(__clang__)
#define OPORA_COUNTS_BITS __attribute__((target_clones("popcnt", "default")))
#else
#define OPORA_COUNTS_BITS
#endif

namespace {

OPORA_COUNTS_BITS std::size_t count_words(const std::uint64_t* words, std::size_t size) {
    std::size_t count = 0;
    for (std::size_t n = 0; n < size; ++n) count += std::size_t(std::popcount(words[n]));
    return count;
}

OPORA_COUNTS_BITS std::size_t count_both(const std::uint64_t* a, const std::uint64_t* b, std::size_t size) {
    std::size_t count = 0;
    for (std::size_t n = 0; n < size; ++n) count += std::size_t(std::popcount(a[n] & b[n]));
    return count;
}

}

std::size_t Bits::count() const { return count_words(words_.data(), words_.size()); }

std::size_t Bits::count_with(const Bits& other) const {
    return count_both(words_.data(), other.words_.data(), words_.size());
}

}
