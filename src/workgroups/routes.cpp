// The table of contents of workgroups.
#include "platform/http/routes.hpp"
#include "network/network.hpp"
#include "platform/http/surroundings.hpp"
#include "platform/notices/notice.hpp"
#include "workgroups/decisions/decision_list.hpp"
#include "workgroups/decisions/decision_page.hpp"
#include "workgroups/groups/group_history.hpp"
#include "workgroups/groups/group_list_pages.hpp"
#include "workgroups/groups/group_page.hpp"
#include "workgroups/groups/group_sheet.hpp"
#include "workgroups/groups/lineage_pages.hpp"
#include "workgroups/members/group_member_pages.hpp"
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

void menu(http::Surroundings& around) {
    around.rail.push_back(
        {"rail.groups", "/skupiny", "rail.groups.list", [](const User& user) { return user.signed_in(); }});
    around.rail.push_back({"rail.groups", "/skupiny/nova", "rail.groups.new", founds_groups});
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
