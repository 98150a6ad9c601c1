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
#include "workgroups/minutes/minutes_page.hpp"
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

    at.get<may::ReadGroup>("/skupiny/{skupina}/zapisy", list_minutes);
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

void menu(http::Surroundings& around) {
    around.rail.push_back(
        {"rail.groups", "/skupiny", "rail.groups.list", [](const User& user) { return user.signed_in(); }});
    around.rail.push_back({"rail.groups", "/skupiny/nova", "rail.groups.new", founds_groups});
}

void tell_of(notices::Kinds& kinds) { tell_of_minutes(kinds); }

std::int64_t load_lists(const history::Author& author) { return network::load_lists(author, files()); }

}
