// Counts typing mistakes between two words.
#include "platform/search/distance.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace search {

namespace {

constexpr std::size_t longest = 64;

bool lost_a_syllable(std::string_view typed, std::string_view known) {
    if (typed.size() < 5 || known.size() != typed.size() + 2) return false;
    auto same = std::size_t(std::ranges::mismatch(typed, known).in1 - typed.begin());
    return typed.substr(same) == known.substr(same + 2);
}

}

int forgiven(std::size_t letters) { return letters < 4 ? 0 : letters < 8 ? 1 : 2; }

int distance(std::string_view typed, std::string_view known, int most) {
    if (typed == known) return 0;
    if (most > 0 && lost_a_syllable(typed, known)) return 1;
    if (std::abs(int(typed.size()) - int(known.size())) > most || known.size() > longest) return most + 1;
    std::array<int, longest + 1> before{}, last{}, now{};
    for (std::size_t k = 0; k <= known.size(); ++k) last[k] = int(k);
    for (std::size_t t = 1; t <= typed.size(); ++t) {
        now[0] = int(t);
        auto nearest = now[0];
        for (std::size_t k = 1; k <= known.size(); ++k) {
            bool same = typed[t - 1] == known[k - 1];
            now[k] = std::min({last[k] + 1, now[k - 1] + 1, last[k - 1] + !same});
            if (t > 1 && k > 1 && typed[t - 1] == known[k - 2] && typed[t - 2] == known[k - 1])
                now[k] = std::min(now[k], before[k - 2] + 1);
            nearest = std::min(nearest, now[k]);
        }
        if (nearest > most) return most + 1;
        before = last;
        last = now;
    }
    return std::min(last[known.size()], most + 1);
}

}
