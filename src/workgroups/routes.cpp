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
#include "workgroups/groups/group_balance_time.hpp"
#include "workgroups/groups/group_history.hpp"
#include "workgroups/groups/group_leading.hpp"
#include "workgroups/groups/group_list_pages.hpp"
#include "workgroups/groups/group_page.hpp"
#include "workgroups/groups/group_sheet.hpp"
#include "workgroups/groups/lineage_pages.hpp"
#include "workgroups/invitations/invitation_pages.hpp"
#include "workgroups/meetings/agenda_pages.hpp"
#include "workgroups/meetings/attendance_pages.hpp"
#include "workgroups/meetings/meeting_history.hpp"
#include "workgroups/meetings/meeting_list.hpp"
#include "workgroups/meetings/meeting_page.hpp"
#include "workgroups/meetings/meeting_sheet.hpp"
#include "workgroups/members/group_member_pages.hpp"
#include "workgroups/milestones/milestone_pages.hpp"
#include "workgroups/minutes/minutes_by_letter.hpp"
#include "workgroups/minutes/minutes_page.hpp"
#include "workgroups/minutes_import/document_import_page.hpp"
#include "workgroups/minutes_import/from_minutes.hpp"
#include "workgroups/minutes_import/hand_over_pages.hpp"
#include "workgroups/planning_overview/planning_overview.hpp"
#include "workgroups/planning_search/planning_search_pages.hpp"
#include "workgroups/statutes/blocked_period_pages.hpp"
#include "workgroups/statutes/statute_pages.hpp"
#include "workgroups/tasks/task_check_pages.hpp"
#include "workgroups/tasks/task_letter_pages.hpp"
#include "workgroups/tasks/task_list_pages.hpp"
#include "workgroups/tasks/task_page.hpp"
#include "workgroups/tasks/task_sheet.hpp"
#include "workgroups/votes/vote_pages.hpp"
#include "workgroups/watchdog/series_pages.hpp"
#include "workgroups/watchdog/watch_list.hpp"
#include "workgroups/workgroups.hpp"

namespace workgroups {

using auth::may::Read;

namespace {

void group_routes(http::Routes& at) {
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
    at.get<may::TakePartInGroup>("/skupiny/{skupina}/triada", show_balance_over_time);
    at.get<may::ReadContacts>("/skupiny/{skupina}/kontakty", show_contacts);
    documents::table_routes<may::ReadContacts>(at, "/skupiny/{skupina}/kontakty", export_contacts);
}

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

void meeting_routes(http::Routes& at) {
    at.get<may::ReadGroup>("/skupiny/{skupina}/jednani", list_meetings);
    documents::table_routes<may::ReadGroup>(at, "/skupiny/{skupina}/jednani", export_meetings);
    at.get<may::LeadGroup>("/skupiny/{skupina}/jednani/nove", show_new_meeting);
    at.post<may::LeadGroup>("/skupiny/{skupina}/jednani/nove", new_meeting);
    at.get<may::LeadGroup>("/skupiny/{skupina}/jednani/rady/{rada}", show_series);
    at.post<may::LeadGroup>("/skupiny/{skupina}/jednani/rady/{rada}", save_series);
    at.post<may::LeadGroup>("/skupiny/{skupina}/jednani/rady/{rada}/zpet", undo_series);
    at.get<may::TakePartInGroup>("/skupiny/{skupina}/jednani/podnety", show_backlog);
    at.post<may::TakePartInGroup>("/skupiny/{skupina}/jednani/podnety", propose_item);
    at.post<may::LeadGroup>("/skupiny/{skupina}/jednani/podnety/{bod}", settle_proposal);
    at.post<may::TakePartInGroup>("/skupiny/{skupina}/jednani/podnety/{bod}/stahnout", withdraw_proposal);
    at.get<may::TakePartInGroup>("/skupiny/{skupina}/jednani/ucast", show_attendance_over_time);
    documents::table_routes<may::TakePartInGroup>(at, "/skupiny/{skupina}/jednani/ucast", export_attendance_over_time);

    at.get<may::ReadMeeting>("/jednani/{jednani}", show_meeting);
    at.get<may::KeepMeeting>("/jednani/{jednani}/upravit", show_edit_meeting);
    at.post<may::KeepMeeting>("/jednani/{jednani}/upravit", edit_meeting);
    at.get<may::KeepMeeting>("/jednani/{jednani}/presun", show_meeting_move);
    at.post<may::KeepMeeting>("/jednani/{jednani}/presun", move_this_meeting);
    at.get<may::KeepMeeting>("/jednani/{jednani}/zruseni", show_meeting_cancel);
    at.post<may::KeepMeeting>("/jednani/{jednani}/zruseni", cancel_this_meeting);
    at.post<may::KeepMeeting>("/jednani/{jednani}/stav", set_meeting_state);
    at.get<may::KeepMeeting>("/jednani/{jednani}/historie", show_meeting_history);
    at.post<may::KeepMeeting>("/jednani/{jednani}/historie/{zmena}/zpet", undo_at_meeting);
}

void agenda_routes(http::Routes& at) {
    const http::Options uploads{.body_limit = files::upload_limit + 65'536, .uploads = true};
    at.get<may::KeepMeeting>("/jednani/{jednani}/program", show_agenda);
    at.post<may::KeepMeeting>("/jednani/{jednani}/program", add_to_agenda);
    at.post<may::KeepMeeting>("/jednani/{jednani}/program/prevzit", take_from_backlog);
    at.get<may::KeepMeeting>("/jednani/{jednani}/program/{bod}", show_agenda_item);
    at.post<may::KeepMeeting>("/jednani/{jednani}/program/{bod}", edit_agenda_item);
    at.post<may::KeepMeeting>("/jednani/{jednani}/program/{bod}/kroky", step_agenda_item);
    at.post<may::KeepMeeting>("/jednani/{jednani}/program/{bod}/podklady", add_paper, uploads);
    at.get<may::TakePart>("/jednani/{jednani}/podklady/{podklad}", send_paper);
    at.post<may::KeepMeeting>("/jednani/{jednani}/podklady/{podklad}/odebrat", remove_paper);
    at.post<may::KeepMeeting>("/jednani/{jednani}/podklady/{podklad}/vratit", bring_paper_back);
    at.post<may::KeepMeeting>("/jednani/{jednani}/dochazka/podklady", add_attendance_paper, uploads);
}

void invitation_routes(http::Routes& at) {
    at.get<may::KeepMeeting>("/jednani/{jednani}/svolat", show_convening);
    at.post<may::KeepMeeting>("/jednani/{jednani}/svolat", convene_meeting);
    at.post<may::TakePart>("/jednani/{jednani}/odpoved", reply_to_meeting);
    at.post<may::KeepMeeting>("/jednani/{jednani}/odpovedi", note_reply);
    at.get<may::AnswerInvitation>("/ucast/{odkaz}", show_reply, {.private_path = true});
    at.post<may::AnswerInvitation>("/ucast/{odkaz}", save_reply, {.private_path = true});
    at.get<may::ReadInvitedPaper>("/ucast/{odkaz}/podklady/{podklad}", send_invited_paper, {.private_path = true});
}

void attendance_routes(http::Routes& at) {
    at.get<may::KeepMeeting>("/jednani/{jednani}/dochazka", show_attendance);
    at.post<may::KeepMeeting>("/jednani/{jednani}/dochazka", mark_member);
    at.get<may::KeepMeeting>("/jednani/{jednani}/dochazka/tisk", print_attendance);
    at.post<may::KeepMeeting>("/jednani/{jednani}/dochazka/host", add_guest);
    at.post<may::KeepMeeting>("/jednani/{jednani}/dochazka/omluvy", take_apologies);
    at.post<may::KeepMeeting>("/jednani/{jednani}/dochazka/poznamka", note_attendance);
    at.post<may::KeepMeeting>("/jednani/{jednani}/dochazka/{ucast}", settle_attendance);
    at.post<may::KeepMeeting>("/jednani/{jednani}/kod", make_code);
    at.post<may::KeepMeeting>("/jednani/{jednani}/kod/konec", end_code);
    at.get<may::KeepMeeting>("/jednani/{jednani}/kod/{odkaz}", show_code, {.private_path = true});
    at.get<may::SignInByCode>("/prezence/{odkaz}", show_code_sign_in, {.private_path = true});
    at.post<may::SignInByCode>("/prezence/{odkaz}", sign_in_by_code, {.private_path = true});
}

void vote_routes(http::Routes& at) {
    at.get<may::KeepMeeting>("/jednani/{jednani}/hlasovani/nove", show_new_vote);
    at.post<may::KeepMeeting>("/jednani/{jednani}/hlasovani/nove", new_vote);
    at.get<may::TakePart>("/jednani/{jednani}/hlasovani/{hlasovani}", show_vote);
    at.post<may::TakePart>("/jednani/{jednani}/hlasovani/{hlasovani}/hlas", cast_vote);
    at.post<may::KeepMeeting>("/jednani/{jednani}/hlasovani/{hlasovani}/uzavrit", end_vote);
    at.post<may::KeepMeeting>("/jednani/{jednani}/hlasovani/{hlasovani}/stahnout", withdraw_vote);
    at.post<may::KeepMeeting>("/jednani/{jednani}/hlasovani/{hlasovani}/rozhodnuti", decide_vote);
}

void minutes_routes(http::Routes& at) {
    at.get<may::ReadGroup>("/skupiny/{skupina}/zapisy", list_minutes);
    documents::table_routes<may::ReadGroup>(at, "/skupiny/{skupina}/zapisy", export_minutes_list);
    at.get<may::ReadMeeting>("/jednani/{jednani}/zapis", show_minutes);
    for (auto file : {"/jednani/{jednani}/zapis.docx", "/jednani/{jednani}/zapis.odt", "/jednani/{jednani}/zapis.pdf",
                      "/jednani/{jednani}/zapis.html", "/jednani/{jednani}/zapis.md"})
        at.get<may::ReadMeeting>(file, export_minutes);
    at.post<may::KeepMeeting>("/jednani/{jednani}/zapis", begin_minutes_now);
    at.get<may::KeepMeeting>("/jednani/{jednani}/zapis/udaje", show_minutes_facts);
    at.post<may::KeepMeeting>("/jednani/{jednani}/zapis/udaje", edit_minutes_facts);
    at.post<may::KeepMeeting>("/jednani/{jednani}/zapis/doplnit", add_missing_items);
    at.post<may::KeepMeeting>("/jednani/{jednani}/zapis/casti", add_minutes_part);
    at.get<may::TakePart>("/jednani/{jednani}/zapis/prubeh", follow_minutes);
    at.get<may::TakePart>("/jednani/{jednani}/zapis/porovnani", compare_minutes);
    at.post<may::TakePart>("/jednani/{jednani}/zapis/pripominky", comment_on_minutes);
    at.post<may::KeepMeeting>("/jednani/{jednani}/zapis/pripominky/{pripominka}", settle_minutes_comment);
    at.get<may::StepMinutes>("/jednani/{jednani}/zapis/faze/{faze}", show_minutes_step);
    at.post<may::StepMinutes>("/jednani/{jednani}/zapis/faze/{faze}", take_minutes_step);
    at.get<may::CommentByLetter>("/navrh-zapisu/{odkaz}", show_draft_by_letter, {.private_path = true});
    at.post<may::CommentByLetter>("/navrh-zapisu/{odkaz}", comment_by_letter, {.private_path = true});
    at.get<may::KeepMeeting>("/jednani/{jednani}/zapis/{cast}", edit_minutes_part);
    at.post<may::KeepMeeting>("/jednani/{jednani}/zapis/{cast}", save_minutes_part, {.body_limit = 512 * 1024});
    at.post<may::KeepMeeting>("/jednani/{jednani}/zapis/{cast}/vypustit", drop_minutes_part);
    at.post<may::KeepMeeting>("/jednani/{jednani}/zapis/{cast}/vratit", restore_minutes_part);
    at.post<may::KeepMeeting>("/jednani/{jednani}/zapis/{cast}/posunout", move_minutes_part);
    at.get<may::KeepMeeting>("/jednani/{jednani}/zapis/{cast}/ukol", show_task_at_part);
    at.post<may::KeepMeeting>("/jednani/{jednani}/zapis/{cast}/ukol", add_task_at_part);
    at.get<may::KeepMeeting>("/jednani/{jednani}/zapis/{cast}/usneseni", show_decision_at_part);
    at.post<may::KeepMeeting>("/jednani/{jednani}/zapis/{cast}/usneseni", add_decision_at_part);
}

void task_routes(http::Routes& at) {
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
}

void event_routes(http::Routes& at) {
    // NB: before the events, since /akce/nova is none.
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

void document_routes(http::Routes& at) {
    at.get<may::LeadGroup>("/skupiny/{skupina}/dokument", show_hand_over);
    at.post<may::LeadGroup>("/skupiny/{skupina}/dokument", hand_over,
                            {.body_limit = files::upload_limit + 65'536, .uploads = true});
    at.get<may::TakePartInGroup>("/skupiny/{skupina}/ze-zapisu", show_from_minutes);
    at.get<may::SeeDocuments>("/dokumenty-zapisu", list_documents);
    at.get<may::KeepDocument>("/dokumenty-zapisu/{dokument}", show_document);
    at.get<may::KeepDocument>("/dokumenty-zapisu/{dokument}/soubor", send_document);
    at.post<may::KeepDocument>("/dokumenty-zapisu/{dokument}/zahodit", drop_document);
    at.post<may::KeepDocument>("/dokumenty-zapisu/{dokument}/udaje", decide_facts);
    at.get<may::KeepDocument>("/dokumenty-zapisu/{dokument}/udaje/{udaj}", show_fact);
    at.post<may::KeepDocument>("/dokumenty-zapisu/{dokument}/udaje/{udaj}", correct_fact);
    at.get<may::KeepDocument>("/dokumenty-zapisu/{dokument}/pridat/{druh_udaje}", show_new_fact);
    at.post<may::KeepDocument>("/dokumenty-zapisu/{dokument}/pridat/{druh_udaje}", add_fact);
    at.get<may::KeepDocument>("/dokumenty-zapisu/{dokument}/prevzit", show_take_over);
    at.post<may::KeepDocument>("/dokumenty-zapisu/{dokument}/prevzit", take_document_over);
    at.post<may::KeepDocument>("/dokumenty-zapisu/{dokument}/zpet", take_document_back);
}

}

void routes(http::Routes& at) {
    group_routes(at), plan_routes(at);
    meeting_routes(at), agenda_routes(at), invitation_routes(at), attendance_routes(at), vote_routes(at);
    minutes_routes(at), task_routes(at), event_routes(at), document_routes(at);
}

void menu(http::Surroundings& around) {
    auto signed_in = [](const User& user) { return user.signed_in(); };
    auto blocks = [](const User& user) { return may::BlockForAll::allows(user, Everything{}); };
    auto line = [&](const char* at, const char* text, auto whom) {
        around.rail.push_back({"rail.groups", at, text, whom});
    };
    line("/prehled-planovani", "rail.planning_overview", signed_in);
    line("/skupiny", "rail.groups.list", signed_in);
    around.rail.push_back({"rail.own", "/ukoly", "rail.tasks", signed_in, count_own_open});
    around.rail.push_back({"rail.own", "/muj-kalendar", "rail.own_calendar", signed_in});
    line("/rozhodnuti", "rail.decisions", signed_in);
    line("/akce", "rail.events", signed_in);
    line("/hlidac", "rail.groups.watchdog", founds_groups);
    around.rail.push_back({"rail.groups", "/milniky", "rail.groups.milestones", founds_groups, {}, leads_a_group});
    line("/bez-jednani", "rail.groups.blocked", blocks);
    around.rail.push_back(
        {"rail.groups", "/dokumenty-zapisu", "rail.groups.documents", founds_groups, {}, leads_a_group});
    line("/skupiny/nova", "rail.groups.new", founds_groups);
}

void tell_of(notices::Kinds& kinds) {
    kinds.all.push_back({task_notice, [](const User& user) { return user.signed_in(); }});
    tell_of_minutes(kinds), tell_of_agenda(kinds);
}

void know_jobs(jobs::Workers& workers, const i18n::Languages& languages, const http::SiteFacts& facts) {
    know_task_letters(workers, languages, facts);
}

std::int64_t load_lists(const history::Author& author) { return network::load_lists(author, files()); }

}
