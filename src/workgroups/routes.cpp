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
#include "workgroups/minutes_import/document_import_page.hpp"
#include "workgroups/minutes_import/hand_over_pages.hpp"
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

    at.get<may::LeadGroup>("/skupiny/{skupina}/dokument", show_hand_over);
    at.post<may::LeadGroup>("/skupiny/{skupina}/dokument", hand_over,
                            {.body_limit = files::upload_limit + 65'536, .uploads = true});
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

void menu(http::Surroundings& around) {
    around.rail.push_back(
        {"rail.groups", "/skupiny", "rail.groups.list", [](const User& user) { return user.signed_in(); }});
    around.rail.push_back({"rail.groups", "/dokumenty-zapisu", "rail.groups.documents", founds_groups});
    around.rail.push_back({"rail.groups", "/skupiny/nova", "rail.groups.new", founds_groups});
}

std::int64_t load_lists(const history::Author& author) { return network::load_lists(author, files()); }

}
