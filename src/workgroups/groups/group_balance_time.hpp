// The triad over time: who sat in the group each half-year, who came to each meeting, and how often each member did.
#pragma once

#include "platform/html/charts.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/groups/group_balance.hpp"
#include "workgroups/meetings/meeting_view.hpp"

namespace workgroups {

struct SidesAt {
    std::string when{}, href{};
    TriadBalance sides{};
    static void each_field(auto& one, auto& visit) {
        visit("when", one.when), visit("commissioner", one.sides.sides[0]), visit("provider", one.sides.sides[1]);
        visit("user", one.sides.sides[2]), visit("public", one.sides.sides[3]);
    }
};

// The newest first, each with its bar.
struct SidesOverTime {
    std::string caption;    // a text key
    std::vector<SidesAt> rows{};
    std::vector<BalancePiece> pieces(const SidesAt& one, const html::Out& out) const {
        return BalancePicture{one.sides}.pieces(out);
    }
    std::string side(const html::Out& out, std::size_t n) const { return BalancePicture{}.side(out, n); }
    void write(html::Out&) const;
};

struct MemberOverTime {
    std::string name{}, side{};
    std::int64_t came = 0, apologised = 0, meetings = 0;
    std::int64_t percent() const { return meetings ? (100 * came + meetings / 2) / meetings : 0; }
    html::Bar bar(const html::Out&) const;
    static void each_field(auto& one, auto& visit) {
        visit("name", one.name), visit("side", one.side), visit("came", one.came);
        visit("apologised", one.apologised), visit("meetings", one.meetings);
    }
};

struct BalanceTimePage {
    const WorkingGroup& group;
    SidesOverTime sat{"balance_time.sat"}, came{"balance_time.came"};
    std::vector<MemberOverTime> members{};    // for those who lead the group

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("group", page.group.name), visit("sat", page.sat.rows), visit("came", page.came.rows);
        visit("members", page.members);
    }
    void write(html::Out&) const;
};

http::Response show_balance_over_time(const http::Request&, Permit<may::TakePartInGroup>);

}
