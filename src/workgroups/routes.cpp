// The table of contents of workgroups.
#include "platform/http/routes.hpp"
#include "network/network.hpp"
#include "platform/http/surroundings.hpp"
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
}

std::int64_t load_lists(const history::Author& author) { return network::load_lists(author, files()); }

}
