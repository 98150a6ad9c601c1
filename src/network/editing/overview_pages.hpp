// The first page of people at work: what waits for them, what changed, what runs.
#pragma once

#include "network/editing/edit_pages.hpp"
#include "network/editing/open_questions.hpp"
#include "network/editing/waiting_elsewhere.hpp"
#include "network/proposals/own_records.hpp"
#include "platform/html/charts.hpp"
#include "platform/html/table.hpp"
#include "platform/jobs/jobs.hpp"

namespace network {

struct LatestChange {
    std::string slug{};
    std::string name{};
    Instant happened_at{};
    std::optional<std::string> who{};

    static void each_field(auto& change, auto& visit) {
        visit("slug", change.slug), visit("name", change.name), visit("happened_at", change.happened_at),
            visit("who", change.who);
    }
};

struct OverviewPage {
    const User& user;
    Date today;
    std::vector<OpenQuestion> questions;
    std::string open{};    // code of the question that is shown whole
    std::vector<LatestChange> changes;
    std::vector<jobs::Job> running;
    bool keeps_catalogue = false;
    bool administers = false;
    std::optional<std::int64_t> mistakes{};    // reports that wait; nothing for those who answer none
    bool acts_for_provider = false;
    std::vector<OwnProviderLines> own{};
    std::optional<std::int64_t> proposals{};    // that wait for this person's decision
    std::vector<WaitingThing> elsewhere{};

    std::size_t shown(const OpenQuestion&) const;
    bool urgent(const OpenQuestion& question) const { return question.code == "zakon" || question.code == "uzemi"; }
    std::size_t waiting() const;
    OwnRecords own_records() const { return {own, today}; }
    bool decides() const { return mistakes.has_value(); }
    // To who neither decides nor acts for a provider only that nothing waits, where that is so.
    bool tells_of_questions() const { return decides() || (!acts_for_provider && elsewhere.empty()); }
    std::string weekday(html::Out&) const;
    std::string job_name(const jobs::Job&, html::Out&) const;
    html::Bar bar(const jobs::Job&, html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("questions", page.questions), visit("changes", page.changes), visit("mistakes", page.mistakes);
        visit("own", page.own), visit("proposals", page.proposals), visit("elsewhere", page.elsewhere);
    }
    void write(html::Out&) const;
};

http::Response show_overview(const http::Request&, Permit<may::SeeOverview>);

// Clients by district at a date: what may be published, and for those who keep the catalogue also what is withheld.
struct ClientsTable {
    std::string level{};                       // orp, area: territories of one level do not overlap
    std::vector<std::string> territories{};    // columns
    std::vector<std::pair<std::string, std::string>> services{};    // slug and name: rows
    std::vector<std::vector<std::optional<std::int64_t>>> reported{};

    html::Table table(html::Out&, bool whole) const;
};

struct ClientsPage {
    std::vector<ClientsTable> tables{};
    bool whole = false;    // withheld numbers too

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("tables", page.tables.size()), visit("whole", page.whole); }
    void write(html::Out&) const;
};

http::Response show_clients_by_district(const http::Request&, Permit<may::KeepCatalogue>);

}
