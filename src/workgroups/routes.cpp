// The table of contents of workgroups.
#include "platform/http/routes.hpp"
#include "network/network.hpp"
#include "platform/http/surroundings.hpp"
#include "platform/notices/notice.hpp"
#include "workgroups/decisions/decision_list.hpp"
#include "workgroups/decisions/decision_page.hpp"
#include "workgroups/events/calendar_pages.hpp"
#include "workgroups/events/event_history.hpp"
#include "workgroups/events/event_open_data.hpp"
#include "workgroups/events/event_page.hpp"
#include "workgroups/events/event_sheet.hpp"
#include "workgroups/events/feed_pages.hpp"
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
#include "workgroups/planning_overview/planning_overview.hpp"
#include "workgroups/planning_search/planning_search_pages.hpp"
#include "workgroups/tasks/task_check_pages.hpp"
#include "workgroups/tasks/task_letter_pages.hpp"
#include "workgroups/tasks/task_list_pages.hpp"
#include "workgroups/tasks/task_page.hpp"
#include "workgroups/tasks/task_sheet.hpp"
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
    at.get<may::SeeOwnTasks>("/prehled-planovani", show_planning_overview);
    at.get<Read>("/hledani-v-planovani", search_planning);
    at.get<may::SeeOwnTasks>("/ukoly", list_own_tasks);
    // NB: before the tasks, since a link of a letter is none.
    at.get<may::AnswerTaskLetter>("/ukoly/z-dopisu/{odkaz}", show_task_letter, {.private_path = true});
    at.post<may::AnswerTaskLetter>("/ukoly/z-dopisu/{odkaz}", answer_task_letter, {.private_path = true});
    at.get<may::ReadTask>("/ukoly/{ukol}", show_task);
    at.get<may::KeepTask>("/ukoly/{ukol}/upravit", show_edit_task);
    at.post<may::KeepTask>("/ukoly/{ukol}/upravit", edit_task);
    at.post<may::AnswerForTask>("/ukoly/{ukol}/hotovo", post_task_done);
    at.post<may::AnswerForTask>("/ukoly/{ukol}/poznamka", post_task_note);
    at.post<may::KeepTask>("/ukoly/{ukol}/zrusit", post_task_dropped);
    at.post<may::KeepTask>("/ukoly/{ukol}/otevrit", post_task_reopened);
    at.post<may::KeepTask>("/ukoly/{ukol}/historie/{zmena}/zpet", undo_at_task);
    at.get<may::TakePartInGroup>("/skupiny/{skupina}/ukoly", list_group_tasks);
    documents::table_routes<may::TakePartInGroup>(at, "/skupiny/{skupina}/ukoly", export_group_tasks);
    at.get<may::LeadGroup>("/skupiny/{skupina}/ukoly/novy", show_new_task);
    at.post<may::LeadGroup>("/skupiny/{skupina}/ukoly/novy", new_task);
    at.get<may::TakePart>("/jednani/{jednani}/kontrola-ukolu", show_task_check);
    at.post<may::KeepMeeting>("/jednani/{jednani}/kontrola-ukolu", answer_task_check);
    at.get<Read>("/rozhodnuti", list_decisions);
    documents::table_routes<Read>(at, "/rozhodnuti", export_decisions);
    at.get<may::ReadDecision>("/rozhodnuti/{rozhodnuti}", show_decision);
    at.get<may::KeepDecision>("/rozhodnuti/{rozhodnuti}/upravit", show_edit_decision);
    at.post<may::KeepDecision>("/rozhodnuti/{rozhodnuti}/upravit", edit_decision);
    at.post<may::KeepDecision>("/rozhodnuti/{rozhodnuti}/historie/{zmena}/zpet", undo_at_decision);
    at.get<may::LeadGroup>("/skupiny/{skupina}/rozhodnuti/nove", show_new_decision);
    at.post<may::LeadGroup>("/skupiny/{skupina}/rozhodnuti/nove", new_decision);
    // Events and calendars.  NB: before the events, since /akce/nova is none.
    at.get<Read>("/akce", show_calendar);
    documents::table_routes<Read>(at, "/akce", export_calendar);
    at.get<Read>("/akce-na-mape.geojson", show_calendar_points);
    at.get<may::PlanEvents>("/akce/nova", show_new_event);
    at.post<may::PlanEvents>("/akce/nova", new_event);
    at.get<may::LeadGroup>("/skupiny/{skupina}/akce/nova", show_new_group_event);
    at.post<may::LeadGroup>("/skupiny/{skupina}/akce/nova", new_group_event);
    at.get<may::ReadEvent>("/akce/{akce}", show_event);
    at.get<may::ReadEvent>("/akce/{akce}/udalost.ics", send_event_file);
    at.get<may::KeepEvent>("/akce/{akce}/upravit", show_edit_event);
    at.post<may::KeepEvent>("/akce/{akce}/upravit", edit_event);
    at.get<may::KeepEvent>("/akce/{akce}/dalsi-rocnik", show_next_edition);
    at.post<may::KeepEvent>("/akce/{akce}/dalsi-rocnik", new_edition);
    at.get<may::KeepEvent>("/akce/{akce}/historie", show_event_history);
    at.post<may::KeepEvent>("/akce/{akce}/historie/{zmena}/zpet", undo_at_event);
    at.get<Read>("/kalendar.ics", send_public_feed);
    at.get<may::ReadGroup>("/skupiny/{skupina}/kalendar.ics", send_group_feed);
    at.get<may::ReadOwnFeed>("/kalendar/{odkaz}", send_own_feed, {.private_path = true});
    at.get<may::KeepOwnCalendar>("/muj-kalendar", show_own_calendar);
    at.post<may::KeepOwnCalendar>("/muj-kalendar", subscribe_own_calendar);
    at.post<may::KeepOwnCalendar>("/muj-kalendar/{odber}/zrusit", revoke_own_calendar);
    at.get<Read>("/otevrena-data/udalosti.jsonld", send_open_events);
    at.get<Read>("/otevrena-data/uredni-deska.jsonld", send_notice_board);
}

void menu(http::Surroundings& around) {
    around.rail.push_back(
        {"rail.groups", "/skupiny", "rail.groups.list", [](const User& user) { return user.signed_in(); }});
    around.rail.push_back({"rail.groups", "/akce", "rail.events", [](const User& user) { return user.signed_in(); }});
    around.rail.push_back(
        {"rail.groups", "/muj-kalendar", "rail.own_calendar", [](const User& user) { return user.signed_in(); }});
    around.rail.push_back({"rail.groups", "/skupiny/nova", "rail.groups.new", founds_groups});
    around.rail.push_back({"rail.groups", "/hlidac", "rail.groups.watchdog", founds_groups});
    around.rail.push_back({"rail.groups", "/milniky", "rail.groups.milestones", founds_groups});
    around.rail.push_back({"rail.groups", "/bez-jednani", "rail.groups.blocked", [](const User& user) {
                               return may::BlockForAll::allows(user, Everything{});
                           }});
    auto signed_in = [](const User& user) { return user.signed_in(); };
    around.rail.push_back({"rail.groups", "/prehled-planovani", "rail.planning_overview", signed_in});
    around.rail.push_back({"rail.groups", "/ukoly", "rail.tasks", signed_in, count_own_open});
    around.rail.push_back({"rail.groups", "/rozhodnuti", "rail.decisions", signed_in});
}

void tell_of(notices::Kinds& kinds) {
    kinds.all.push_back({task_notice, [](const User& user) { return user.signed_in(); }});
}

void know_jobs(jobs::Workers& workers, const i18n::Languages& languages, const http::SiteFacts& facts) {
    know_task_letters(workers, languages, facts);
}

std::int64_t load_lists(const history::Author& author) { return network::load_lists(author, files()); }

}
