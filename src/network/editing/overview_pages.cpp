// Gathers what waits for a person.
#include "network/editing/overview_pages.hpp"

#include "network/mistakes/mistake_staff_pages.hpp"
#include "network/proposals/proposal_list.hpp"

#include <algorithm>
#include <set>

namespace network {

namespace {

std::vector<LatestChange> latest_changes(db::Session& db) {
    return db.all<LatestChange>(
        "SELECT slug, services.name AS name, happened_at, people.name AS who FROM changes"
        " JOIN services ON services.id = record_id LEFT JOIN people ON people.id = user_id"
        " WHERE record_table = 'services' AND user_id IS NOT NULL ORDER BY changes.id DESC LIMIT 8");
}

}

http::PageHead OverviewPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("overview.title"), .section = "/prehled", .staff = true};
}

std::size_t OverviewPage::shown(const OpenQuestion& question) const {
    constexpr std::size_t few = 5, many = 300;
    return std::min(question.about.size(), question.code == open ? many : few);
}

// Services with at least one question: each of them is one call or one mail.
std::size_t OverviewPage::waiting() const {
    std::set<Id<Service>> services;
    for (auto& question : questions)
        for (auto& about : question.about) services.insert(about.id);
    return services.size();
}

std::string OverviewPage::weekday(html::Out& out) const {
    return out.text("weekday." + std::to_string(std::chrono::weekday{today}.iso_encoding()));
}

std::string OverviewPage::job_name(const jobs::Job& job, html::Out& out) const {
    auto text = out.text("job.kind." + job.kind);
    return text == "job.kind." + job.kind ? job.kind : text;
}

html::Bar OverviewPage::bar(const jobs::Job& job, html::Out& out) const {
    return {out.text("overview.job.done", std::to_string(job.percent())), job.percent(), 100};
}

http::Response show_overview(const http::Request& request, Permit<may::SeeOverview> permit) {
    auto& user = permit.user();
    auto& db = permit.db();
    bool planner = user.reaches(Role::regional_planner, Lies::everywhere());
    bool edits = planner || user.holds(Role::planning_coordinator);
    OverviewPage page{user, permit.today(), {}, request.asked.first("otazka"), {}, {}, planner};
    page.administers = user.reaches(Role::administrator, Lies::everywhere());
    if (edits)
        page.questions = open_questions(db, user, permit.today()), page.changes = latest_changes(db),
        page.mistakes = count_waiting_mistakes(db, user), page.proposals = count_waiting_proposals(db, user);
    page.acts_for_provider = user.holds(Role::provider_director);
    auto providers = providers_represented_by(db, user);
    for (auto& provider : providers) page.own.push_back(OwnProviderLines::read(db, provider, user, permit.today()));
    if (auto other = request.shelf->find<WaitingElsewhere>())
        page.elsewhere = other->things(db, user, *request.texts, permit.today());
    if (planner || page.administers)
        page.running =
            db.all<jobs::Job>("SELECT * FROM jobs WHERE state = 'running' OR (state = 'waiting' AND not_before <= $1)"
                              " ORDER BY id DESC LIMIT 5",
                              permit.now());
    return respond(request, page);
}

}
