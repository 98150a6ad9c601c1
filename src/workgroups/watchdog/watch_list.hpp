// All groups that somebody keeps, each with how its year stands against its statute.
#pragma once

#include "platform/documents/table_file.hpp"
#include "platform/html/table.hpp"
#include "workgroups/groups/group_words.hpp"
#include "workgroups/permissions.hpp"
#include "workgroups/watchdog/plan_check.hpp"

namespace workgroups {

namespace may {

// Whoever keeps groups somewhere sees those that they keep.
struct WatchGroups {
    using About = Everything;
    static constexpr auto name = "workgroups.watch_groups";
    static bool allows(const User& user, const Everything&) { return founds_groups(user); }
};

}

struct WatchedGroup {
    std::string name{}, slug{};
    std::optional<std::int64_t> months{};    // what the statute asks for
    std::optional<Date> last{}, next{};      // meetings before and from today
    std::optional<Date> latest{};            // the next one is due by then
    std::int64_t gaps = 0, excused = 0, findings = 0;

    std::string state() const;    // a key: watch.state.…
    std::string plan_at(int year) const { return "/skupiny/" + slug + "/plan/" + std::to_string(year); }
    static void each_field(auto& one, auto& visit) {
        visit("group", one.name), visit("slug", one.slug), visit("months_between", one.months);
        visit("last", one.last), visit("next", one.next), visit("latest", one.latest);
        visit("gaps", one.gaps), visit("excused", one.excused), visit("findings", one.findings);
    }
};

// Those that live, worst first.
std::vector<WatchedGroup> watched_groups(db::Session&, const User&, const GroupWords&, int year, Date today);

// What of the plan of one group can still be mended, or should have been done by now.
struct PlanToMend {
    Id<WorkingGroup> group_id{};
    std::vector<PlanGap> gaps{};    // that have not passed; one without a next meeting, where that is due in two months
    std::vector<MeetingFinding> meetings{};    // to come: on a wrong day, or their invitation should have left
};
std::vector<PlanToMend> plans_to_mend(db::Session&, const std::vector<Id<WorkingGroup>>&, Date today);

struct WatchListPage {
    int year;
    std::vector<WatchedGroup> groups{};
    std::int64_t broken = 0;

    std::string of_year(int which) const { return "/hlidac?rok=" + std::to_string(which); }
    html::Table table(html::Out&) const;
    documents::Downloads downloads() const { return {"/hlidac", "rok=" + std::to_string(year)}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("year", page.year), visit("groups", page.groups); }
    void write(html::Out&) const;
};

http::Response list_watched_groups(const http::Request&, Permit<may::WatchGroups>);
http::Response export_watched_groups(const http::Request&, Permit<may::WatchGroups>);

}
