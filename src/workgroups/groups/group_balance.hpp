// The triad of a group as a small picture with its numbers.
#pragma once

#include "platform/html/table.hpp"
#include "workgroups/members/group_member.hpp"

namespace workgroups {

struct BalancePiece {
    std::string name, x, width, css_class;    // in percent
};

struct BalancePicture {
    TriadBalance balance{};

    std::string finding(const html::Out&) const;
    std::string side(const html::Out&, std::size_t) const;
    std::vector<BalancePiece> pieces(const html::Out&) const;
    html::Table table(const html::Out&) const;
    void write(html::Out&) const;
};

}
