// Finds the people and tells them.
#include "network/proposals/provider_notices.hpp"

#include "network/proposals/proposal_list.hpp"
#include "platform/auth/people.hpp"
#include "platform/notices/notice.hpp"

namespace network {

namespace {

std::vector<Id<User>> who_decides(db::Session& db, const ProposalInView& view, Date today) {
    std::vector<Id<User>> people;
    auto staff = db.all<Id<User>>("SELECT DISTINCT person_id FROM grants WHERE role IN"
                                  " ('regional_planner', 'planning_coordinator') AND valid_from <= $1"
                                  " AND (valid_to IS NULL OR valid_to > $1) ORDER BY person_id",
                                  today);
    for (auto& id : staff)
        if (auto user = auth::user(db, id, today); user && view.decided_by(*user)) people.push_back(id);
    return people;
}

}

void tell_who_decides(const Author& author, Id<Proposal> id) {
    auto view = ProposalInView::find(author.work, to_text(id));
    if (!view || !view->proposal.waits()) return;
    notices::tell(author, who_decides(author.work, *view, day_in_prague(author.now)), "proposal_came",
                  view->provider.shown_name(), "/sprava/navrhy/" + to_text(id));
}

void tell_who_wished(const Author& author, Id<Proposal> id, const i18n::Texts& texts) {
    auto view = ProposalInView::find(author.work, to_text(id));
    if (!view) return;
    auto& proposal = view->proposal;
    // Names of places stay in their records: one may become secret.
    auto title = proposal.title.value_or("");
    if (proposal.kind == "service" && !view->services.empty()) title = view->services.front().service.name;
    auto kind = "proposal_" + proposal.state;
    notices::tell(author, people_of_provider(author.work, proposal.provider_id, day_in_prague(author.now)), kind,
                  proposal_subject(proposal.kind, title, texts), "/navrhy/" + to_text(id));
}

void tell_of_mistake(const Author& author, const Service& service) {
    notices::tell(author, people_of_provider(author.work, service.provider_id, day_in_prague(author.now)),
                  "mistake_reported", service.name, "/prehled");
}

void tell_of_register(const Author& author, Id<RegisterImport> import) {
    auto services = author.work.all<Service>(
        "SELECT DISTINCT services.* FROM services JOIN register_services ON service_id = services.id"
        " JOIN register_differences ON register_differences.identifier = register_services.identifier"
        " JOIN provider_representations ON provider_representations.provider_id = services.provider_id"
        " WHERE import_id = $1 AND register_differences.kind <> 'new' AND provider_representations.ended_at IS NULL",
        import);
    for (auto& service : services)
        notices::tell(author, people_of_provider(author.work, service.provider_id, day_in_prague(author.now)),
                      "register_differs", service.name, "/sluzby/" + service.slug);
}

}
