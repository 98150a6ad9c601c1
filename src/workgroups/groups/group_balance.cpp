// Draws the triad.
#include "workgroups/groups/group_balance.hpp"

#include <fmt/format.h>

namespace workgroups {

std::string BalancePicture::finding(const html::Out& out) const {
    auto finding = balance.finding();
    if (finding == "heavy") return out.text("triad.heavy." + std::string{triad_sides[balance.heaviest()]});
    return out.text("triad." + finding);
}

std::string BalancePicture::side(const html::Out& out, std::size_t side) const {
    return out.text(std::string{"member.side.many."} + triad_sides[side]);
}

std::vector<BalancePiece> BalancePicture::pieces(const html::Out& out) const {
    std::vector<BalancePiece> pieces;
    double at = 0;
    for (std::size_t n = 0; n < std::size(triad_sides); ++n) {
        auto share = balance.all() ? 100.0 * double(balance.sides[n]) / double(balance.all()) : 0;
        if (share > 0)
            pieces.push_back(
                {side(out, n), fmt::format("{:.1f}%", at), fmt::format("{:.1f}%", share), "f" + std::to_string(n + 1)});
        at += share;
    }
    return pieces;
}

html::Table BalancePicture::table(const html::Out& out) const {
    html::Table table{out.text("triad.title"), {{"member.side"}, {"group.members", true}, {"triad.share", true}}, {}};
    table.caption_is_above = true;
    for (std::size_t n = 0; n < std::size(triad_sides); ++n) {
        auto count = balance.sides[n];
        auto share = balance.all() ? (100 * count + balance.all() / 2) / balance.all() : 0;
        table.rows.push_back({{side(out, n)}, {std::to_string(count)}, {std::to_string(share) + "\u00a0%"}});
    }
    table.total = {{out.text("triad.all")}, {std::to_string(balance.all())}, {balance.all() ? "100\u00a0%" : "–"}};
    return table;
}

}
