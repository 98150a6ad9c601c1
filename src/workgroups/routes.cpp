// The table of contents of workgroups.
#include "platform/http/routes.hpp"
#include "network/network.hpp"
#include "platform/http/surroundings.hpp"
#include "workgroups/groups/group_history.hpp"
#include "workgroups/groups/group_list_pages.hpp"
#include "workgroups/groups/group_page.hpp"
#include "workgroups/groups/group_sheet.hpp"
#include "workgroups/groups/lineage_pages.hpp"
#include "workgroups/members/group_member_pages.hpp"
#include "workgroups/milestones/milestone_pages.hpp"
#include "workgroups/statutes/blocked_period_pages.hpp"
#include "workgroups/statutes/statute_pages.hpp"
#include "workgroups/watchdog/series_pages.hpp"
#include "workgroups/watchdog/watch_list.hpp"
#include "workgroups/workgroups.hpp"

namespace workgroups {

using auth::may::Read;

namespace {

// Statutes, plans of years, periods without meetings, milestones.
void plan_routes(http::Routes& at) {
    const http::Options long_form{.body_limit = 1024 * 1024};    // a statute, as it was and as it shall be
    at.get<may::ReadGroup>("/skupiny/{skupina}/statut", list_statutes);
    at.get<may::LeadGroup>("/skupiny/{skupina}/statut/novy", show_new_statute);
    at.post<may::LeadGroup>("/skupiny/{skupina}/statut/novy", new_statute, long_form);
    at.get<may::TakePartInGroup>("/skupiny/{skupina}/statut/porovnani", compare_statutes);
    at.get<may::LeadGroup>("/skupiny/{skupina}/statut/historie", show_plan_history);
    at.post<may::LeadGroup>("/skupiny/{skupina}/statut/historie/{zmena}/zpet", undo_plan_change);
    at.get<may::ReadGroup>("/skupiny/{skupina}/statut/{stanovy}", show_statute);
    at.get<may::LeadGroup>("/skupiny/{skupina}/statut/{stanovy}/upravit", show_edit_statute);
    at.post<may::LeadGroup>("/skupiny/{skupina}/statut/{stanovy}/upravit", edit_statute, long_form);
    at.get<may::TakePartInGroup>("/skupiny/{skupina}/plan", show_plan_of_this_year);
    at.get<may::TakePartInGroup>("/skupiny/{skupina}/plan/{rok}", show_year_plan);
    at.post<may::LeadGroup>("/skupiny/{skupina}/plan/{rok}/termin", add_planned_day);
    at.get<may::LeadGroup>("/skupiny/{skupina}/plan/{rok}/rada", show_new_series);
    at.post<may::LeadGroup>("/skupiny/{skupina}/plan/{rok}/rada", new_series);
    at.get<may::LeadGroup>("/skupiny/{skupina}/bez-jednani", list_blocked);
    at.get<may::LeadGroup>("/skupiny/{skupina}/bez-jednani/nove", show_new_blocked);
    at.post<may::LeadGroup>("/skupiny/{skupina}/bez-jednani/nove", new_blocked);
    at.get<may::LeadGroup>("/skupiny/{skupina}/bez-jednani/{obdobi}", show_blocked);
    at.post<may::LeadGroup>("/skupiny/{skupina}/bez-jednani/{obdobi}", edit_blocked);
    at.post<may::LeadGroup>("/skupiny/{skupina}/bez-jednani/{obdobi}/konec", end_blocked);
    at.get<may::BlockForAll>("/bez-jednani", list_blocked_for_all);
    at.get<may::BlockForAll>("/bez-jednani/nove", show_new_blocked_for_all);
    at.post<may::BlockForAll>("/bez-jednani/nove", new_blocked_for_all);
    at.get<may::BlockForAll>("/bez-jednani/{obdobi}", show_blocked_for_all);
    at.post<may::BlockForAll>("/bez-jednani/{obdobi}", edit_blocked_for_all);
    at.post<may::BlockForAll>("/bez-jednani/{obdobi}/konec", end_blocked_for_all);
    at.get<may::WatchGroups>("/hlidac", list_watched_groups);
    documents::table_routes<may::WatchGroups>(at, "/hlidac", export_watched_groups);

    at.get<Read>("/milniky", list_milestone_plans);
    at.get<may::LeadGroup>("/skupiny/{skupina}/milniky/novy", show_new_milestone_plan);
    at.post<may::LeadGroup>("/skupiny/{skupina}/milniky/novy", new_milestone_plan);
    at.get<may::ReadMilestones>("/milniky/{planmilniku}", show_milestone_plan);
    at.get<may::KeepMilestones>("/milniky/{planmilniku}/upravit", show_edit_milestone_plan);
    at.post<may::KeepMilestones>("/milniky/{planmilniku}/upravit", edit_milestone_plan);
    at.get<may::KeepMilestones>("/milniky/{planmilniku}/historie", show_milestone_history);
    at.post<may::KeepMilestones>("/milniky/{planmilniku}/historie/{zmena}/zpet", undo_milestone_change);
    at.get<may::KeepMilestones>("/milniky/{planmilniku}/novy", show_new_milestone);
    at.post<may::KeepMilestones>("/milniky/{planmilniku}/novy", new_milestone);
    at.get<may::KeepMilestones>("/milniky/{planmilniku}/{milnik}", show_milestone);
    at.post<may::KeepMilestones>("/milniky/{planmilniku}/{milnik}", edit_milestone);
    at.get<may::CollectForMilestone>("/milniky/{planmilniku}/{milnik}/sber", show_milestone_collection);
    at.post<may::CollectForMilestone>("/milniky/{planmilniku}/{milnik}/sber", make_milestone_collection);
}

}

void routes(http::Routes& at) {
    at.get<Read>("/skupiny", list_groups_for_all);
    documents::table_routes<Read>(at, "/skupiny", export_groups);
    // NB: before the groups, since /skupiny/nova is none.
    at.get<may::FoundGroup>("/skupiny/nova", show_new_group);
    at.post<may::FoundGroup>("/skupiny/nova", new_group);
    at.get<may::ReadGroup>("/skupiny/{skupina}", show_group);
    at.get<may::KeepGroup>("/skupiny/{skupina}/upravit", show_edit_group);
    at.post<may::KeepGroup>("/skupiny/{skupina}/upravit", edit_group);
    at.get<may::KeepGroup>("/skupiny/{skupina}/historie", show_group_history);
    at.post<may::KeepGroup>("/skupiny/{skupina}/historie/{zmena}/zpet", undo_at_group);
    at.get<may::KeepGroup>("/skupiny/{skupina}/zmena/{druh}", show_lineage_form);
    at.post<may::KeepGroup>("/skupiny/{skupina}/zmena/{druh}", change_lineage);
    at.post<may::KeepGroup>("/skupiny/{skupina}/rodokmen/{udalost}/zpet", take_lineage_back);

    at.get<may::KeepMembers>("/skupiny/{skupina}/clenove", list_group_members);
    at.get<may::KeepMembers>("/skupiny/{skupina}/clenove/novy", show_new_member);
    at.post<may::KeepMembers>("/skupiny/{skupina}/clenove/novy", new_member);
    at.get<may::KeepMembers>("/skupiny/{skupina}/clenove/{clen}", show_group_member);
    at.post<may::KeepMembers>("/skupiny/{skupina}/clenove/{clen}", edit_group_member);
    at.get<may::KeepMembers>("/skupiny/{skupina}/clenove/{clen}/konec", show_member_end);
    at.post<may::KeepMembers>("/skupiny/{skupina}/clenove/{clen}/konec", end_member);
    at.get<may::ReadContacts>("/skupiny/{skupina}/kontakty", show_contacts);
    documents::table_routes<may::ReadContacts>(at, "/skupiny/{skupina}/kontakty", export_contacts);

    plan_routes(at);
}

void menu(http::Surroundings& around) {
    around.rail.push_back(
        {"rail.groups", "/skupiny", "rail.groups.list", [](const User& user) { return user.signed_in(); }});
    around.rail.push_back({"rail.groups", "/skupiny/nova", "rail.groups.new", founds_groups});
    around.rail.push_back({"rail.groups", "/hlidac", "rail.groups.watchdog", founds_groups});
    around.rail.push_back({"rail.groups", "/milniky", "rail.groups.milestones", founds_groups});
    around.rail.push_back({"rail.groups", "/bez-jednani", "rail.groups.blocked",
                           [](const User& user) { return may::BlockForAll::allows(user, Everything{}); }});
}

std::int64_t load_lists(const history::Author& author) { return network::load_lists(author, files()); }

}
