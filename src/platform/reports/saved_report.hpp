// A report that somebody keeps: its question, never its rows.  Whoever opens it sees what they themselves may see.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/history/history.hpp"

namespace reports {

struct SavedReport {
    Id<SavedReport> id{};
    Id<User> owner_id{};
    std::string title{};
    db::Bytes title_sort{};
    std::string source{};
    std::string question{};                // Question::text()
    std::string shared_with = "nobody";    // nobody, organisation, everybody who may use the list
    std::optional<Instant> deleted_at{};
    Kept kept{};

    static constexpr auto table = "saved_reports";
    static void each_field(auto& report, auto& visit) {
        visit("id", report.id), visit("owner_id", report.owner_id), visit("title", report.title);
        visit("title_sort", report.title_sort), visit("source", report.source), visit("question", report.question);
        visit("shared_with", report.shared_with), visit("deleted_at", report.deleted_at);
        Kept::each_field(report.kept, visit);
    }

    // What permissions are about.  Whether the reader may use its list the handler asks.
    static std::optional<SavedReport> find(db::Session&, const std::string& named);
    bool visible_to(const User&) const;
    Uuid uuid() const { return id.uuid; }
};

inline constexpr const char* sharings[] = {"nobody", "organisation", "everybody"};
inline constexpr std::size_t title_bytes_most = 150;
inline constexpr std::int64_t saved_most = 200;    // of one person

namespace may {

// Building reports over lists; each list says itself who may use it, and shows to each what they may see.
struct UseReports {
    using About = Everything;
    static constexpr auto name = "reports.use";
    static bool uses(const User& user) {
        return user.holds(Role::regional_planner) || user.holds(Role::planning_coordinator) ||
               user.holds(Role::provider_director);
    }
    static bool allows(const User& user, const Everything&) { return uses(user); }
};

struct ReadReport {
    using About = SavedReport;
    static constexpr auto name = "reports.read";
    static bool allows(const User&, const SavedReport&) { return true; }
};

struct KeepReport {
    using About = SavedReport;
    static constexpr auto name = "reports.keep";
    static bool allows(const User& user, const SavedReport& report) { return report.owner_id == user.id; }
};

}

// A report as lists show it, with the name of who keeps it.
struct ListedReport {
    SavedReport report{};
    std::string owner{};

    static void each_field(auto& listed, auto& visit) {
        SavedReport::each_field(listed.report, visit);
        visit("owner", listed.owner);
    }
};

std::vector<ListedReport> own_reports(db::Session&, Id<User>);               // by title
std::vector<ListedReport> reports_shared_with(db::Session&, const User&);    // by title, of others
std::string owner_of(db::Session&, const SavedReport&);                      // their name

Id<SavedReport> add_report(const history::Author&, SavedReport);
// False if nothing differs; throws Conflict if somebody saved since `before` was read.
bool change_report(const history::Author&, const SavedReport& before, SavedReport after);

}
