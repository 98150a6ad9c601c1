// Periods without meetings, of one group or of all: listed, entered, mended, ended – never deleted.
#pragma once

#include "platform/html/field.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/meetings/meeting_view.hpp"
#include "workgroups/statutes/statute.hpp"

namespace workgroups {

namespace may {

// What holds for all groups is the region's to say.
struct BlockForAll {
    using About = Everything;
    static constexpr auto name = "workgroups.block_for_all";
    static bool allows(const User& user, const Everything&) {
        return user.reaches(Role::regional_planner, Lies::everywhere());
    }
};

}

struct BlockedLine {
    std::string id{}, kind{}, time{}, reason{}, came_from{};
    bool ended = false, of_all = false, from_elsewhere = false;
    static void each_field(auto& line, auto& visit) {
        visit("kind", line.kind), visit("time", line.time), visit("reason", line.reason);
        visit("came_from", line.came_from), visit("ended", line.ended), visit("of_all", line.of_all);
    }
};

struct BlockedListPage {
    std::string at{}, of{}, of_at{};    // of: the group's name; empty where they hold for all groups
    std::vector<BlockedLine> own{}, of_all{}, ended{};
    std::string form_token{}, done{};

    std::string at_line(const BlockedLine& line, const char* rest = "") const { return at + "/" + line.id + rest; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("own", page.own), visit("of_all", page.of_all), visit("ended", page.ended);
    }
    void write(html::Out&) const;
};

http::Response list_blocked(const http::Request&, Permit<may::LeadGroup>);
http::Response show_new_blocked(const http::Request&, Permit<may::LeadGroup>);
http::Response new_blocked(const http::Request&, Permit<may::LeadGroup>);
http::Response show_blocked(const http::Request&, Permit<may::LeadGroup>);
http::Response edit_blocked(const http::Request&, Permit<may::LeadGroup>);
http::Response end_blocked(const http::Request&, Permit<may::LeadGroup>);

http::Response list_blocked_for_all(const http::Request&, Permit<may::BlockForAll>);
http::Response show_new_blocked_for_all(const http::Request&, Permit<may::BlockForAll>);
http::Response new_blocked_for_all(const http::Request&, Permit<may::BlockForAll>);
http::Response show_blocked_for_all(const http::Request&, Permit<may::BlockForAll>);
http::Response edit_blocked_for_all(const http::Request&, Permit<may::BlockForAll>);
http::Response end_blocked_for_all(const http::Request&, Permit<may::BlockForAll>);

}
