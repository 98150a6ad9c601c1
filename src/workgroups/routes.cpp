// The table of contents of workgroups.
#include "platform/http/routes.hpp"
#include "network/network.hpp"
#include "platform/http/surroundings.hpp"
#include "workgroups/groups/group_history.hpp"
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
#include "workgroups/votes/vote_pages.hpp"
#include "workgroups/workgroups.hpp"

namespace workgroups {

using auth::may::Read;

namespace {

void meeting_routes(http::Routes& at) {
    at.get<may::ReadGroup>("/skupiny/{skupina}/jednani", list_meetings);
    documents::table_routes<may::ReadGroup>(at, "/skupiny/{skupina}/jednani", export_meetings);
    at.get<may::LeadGroup>("/skupiny/{skupina}/jednani/nove", show_new_meeting);
    at.post<may::LeadGroup>("/skupiny/{skupina}/jednani/nove", new_meeting);
    at.get<may::LeadGroup>("/skupiny/{skupina}/jednani/rady/{rada}", show_series);
    at.post<may::LeadGroup>("/skupiny/{skupina}/jednani/rady/{rada}", save_series);
    at.get<may::TakePartInGroup>("/skupiny/{skupina}/jednani/podnety", show_backlog);
    at.post<may::TakePartInGroup>("/skupiny/{skupina}/jednani/podnety", propose_item);
    at.post<may::LeadGroup>("/skupiny/{skupina}/jednani/podnety/{bod}", settle_proposal);
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

    meeting_routes(at), agenda_routes(at), invitation_routes(at), attendance_routes(at), vote_routes(at);
}

void menu(http::Surroundings& around) {
    around.rail.push_back(
        {"rail.groups", "/skupiny", "rail.groups.list", [](const User& user) { return user.signed_in(); }});
    around.rail.push_back({"rail.groups", "/skupiny/nova", "rail.groups.new", founds_groups});
}

std::int64_t load_lists(const history::Author& author) { return network::load_lists(author, files()); }

}
