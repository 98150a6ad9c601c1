// Meets, joins and counts sets, many bits at a time where the processor can.
#include "network/catalogue/bits.hpp"

#include <bit>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace network {

namespace {

using Word = std::uint64_t;

std::size_t count_plainly(const Word* a, const Word* b, std::size_t size) {
    std::size_t count = 0;
    for (std::size_t n = 0; n < size; ++n) count += std::size_t(std::popcount(a[n] & b[n]));
    return count;
}

#if defined(__x86_64__)

// Four words at once: how many bits each half of a byte has is looked up in a table of sixteen (W. Muła's way).
__attribute__((target("avx2,popcnt"))) std::size_t count_widely(const Word* a, const Word* b, std::size_t size) {
    const auto bits_of_half = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3,
                                               1, 2, 2, 3, 2, 3, 3, 4);
    const auto half = _mm256_set1_epi8(0x0f);
    auto sums = _mm256_setzero_si256();
    std::size_t n = 0;
    for (; n + 4 <= size; n += 4) {
        auto of_a = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(a + n));
        auto both = _mm256_and_si256(of_a, _mm256_loadu_si256(reinterpret_cast<const __m256i*>(b + n)));
        auto low = _mm256_shuffle_epi8(bits_of_half, _mm256_and_si256(both, half));
        auto high = _mm256_shuffle_epi8(bits_of_half, _mm256_and_si256(_mm256_srli_epi16(both, 4), half));
        sums = _mm256_add_epi64(sums, _mm256_sad_epu8(_mm256_add_epi8(low, high), _mm256_setzero_si256()));
    }
    Word parts[4];
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(parts), sums);
    std::size_t count = parts[0] + parts[1] + parts[2] + parts[3];
    for (; n < size; ++n) count += std::size_t(std::popcount(a[n] & b[n]));
    return count;
}

std::size_t count_both(const Word* a, const Word* b, std::size_t size) {
    static const bool wide = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt");
    return wide ? count_widely(a, b, size) : count_plainly(a, b, size);
}

// Two words at once: every processor of this kind has that.
void meet_words(Word* a, const Word* b, std::size_t size) {
    std::size_t n = 0;
    for (; n + 2 <= size; n += 2) {
        auto at = reinterpret_cast<__m128i*>(a + n);
        _mm_storeu_si128(at,
                         _mm_and_si128(_mm_loadu_si128(at), _mm_loadu_si128(reinterpret_cast<const __m128i*>(b + n))));
    }
    for (; n < size; ++n) a[n] &= b[n];
}

void join_words(Word* a, const Word* b, std::size_t size) {
    std::size_t n = 0;
    for (; n + 2 <= size; n += 2) {
        auto at = reinterpret_cast<__m128i*>(a + n);
        _mm_storeu_si128(at,
                         _mm_or_si128(_mm_loadu_si128(at), _mm_loadu_si128(reinterpret_cast<const __m128i*>(b + n))));
    }
    for (; n < size; ++n) a[n] |= b[n];
}

#else

std::size_t count_both(const Word* a, const Word* b, std::size_t size) { return count_plainly(a, b, size); }
void meet_words(Word* a, const Word* b, std::size_t size) {
    for (std::size_t n = 0; n < size; ++n) a[n] &= b[n];
}
void join_words(Word* a, const Word* b, std::size_t size) {
    for (std::size_t n = 0; n < size; ++n) a[n] |= b[n];
}

#endif

}

void Bits::meet(const Bits& other) { meet_words(words_.data(), other.words_.data(), words_.size()); }
void Bits::join(const Bits& other) { join_words(words_.data(), other.words_.data(), words_.size()); }
std::size_t Bits::count() const { return count_with(*this); }
std::size_t Bits::count_with(const Bits& other) const {
    return count_both(words_.data(), other.words_.data(), words_.size());
}

}
