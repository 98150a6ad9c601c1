// The table of contents of network.
#include "platform/http/routes.hpp"
#include "network/attachments/attachment_pages.hpp"
#include "network/capacity_import/capacity_import_pages.hpp"
#include "network/catalogue/catalogue.hpp"
#include "network/catalogue/catalogue_pages.hpp"
#include "network/code_lists/code_edit_pages.hpp"
#include "network/collections/collection_pages.hpp"
#include "network/confirmations/place_rounds.hpp"
#include "network/confirmations/place_staff_pages.hpp"
#include "network/editing/area_pages.hpp"
#include "network/editing/capacity_list_pages.hpp"
#include "network/editing/capacity_pages.hpp"
#include "network/editing/capacity_state_pages.hpp"
#include "network/editing/contract_pages.hpp"
#include "network/editing/facility_pages.hpp"
#include "network/editing/history_pages.hpp"
#include "network/editing/overview_pages.hpp"
#include "network/editing/premises_pages.hpp"
#include "network/editing/refusal_pages.hpp"
#include "network/editing/related_pages.hpp"
#include "network/editing/service_from_document.hpp"
#include "network/hsds/hsds_api.hpp"
#include "network/hsds/openapi.hpp"
#include "network/mistakes/mistake_pages.hpp"
#include "network/mistakes/mistake_staff_pages.hpp"
#include "network/network.hpp"
#include "network/places_map/land_layers.hpp"
#include "network/places_map/places_map.hpp"
#include "network/proposals/join_pages.hpp"
#include "network/proposals/proposal_decision_pages.hpp"
#include "network/public_pages/about_pages.hpp"
#include "network/public_pages/easy_pages.hpp"
#include "network/public_pages/home_pages.hpp"
#include "network/public_pages/opening_feed.hpp"
#include "network/public_pages/provider_pages.hpp"
#include "network/public_pages/territory_pages.hpp"
#include "network/register/register_jobs.hpp"
#include "network/register/register_pages.hpp"
#include "network/service_import/service_import_pages.hpp"
#include "network/service_networks/comparison_pages.hpp"
#include "network/service_networks/development_proposal_pages.hpp"
#include "network/service_networks/member_pages.hpp"
#include "network/service_networks/statement_pages.hpp"
#include "network/ways_out/directory.hpp"
#include "network/ways_out/embedding.hpp"
#include "network/ways_out/offline_file.hpp"
#include "platform/http/reading.hpp"
#include "platform/http/surroundings.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/notices/notice.hpp"

namespace network {

using auth::may::Read;

void routes(http::Routes& at, Catalogue& catalogue) {
    // Keeping the catalogue.  NB: before the public pages, since /sluzby/nova is no service.
    at.get<may::SeeOverview>("/prehled", show_overview);
    at.get<may::KeepCatalogue>("/sluzby/nova", show_new_service);
    at.post<may::KeepCatalogue>("/sluzby/nova", new_service);
    at.get<may::KeepCatalogue>("/sluzby/nova/dokument", show_service_document);
    at.post<may::KeepCatalogue>("/sluzby/nova/dokument", read_service_document,
                                {.body_limit = http::upload_most, .uploads = true});
    at.post<may::KeepCatalogue>("/sluzby/nova/z-dokumentu", new_service_from_document);
    at.get<may::EditService>("/sluzby/{sluzba}/upravit", show_edit_service);
    at.post<may::EditService>("/sluzby/{sluzba}/upravit", edit_service);
    at.get<may::EditService>("/sluzby/{sluzba}/kapacity", show_capacities);
    at.post<may::EditService>("/sluzby/{sluzba}/kapacity", change_capacity);
    at.get<may::EditService>("/sluzby/{sluzba}/kapacity/{kapacita}", show_capacity);
    at.post<may::EditService>("/sluzby/{sluzba}/kapacity/{kapacita}", correct_capacity_row);
    at.get<may::EditService>("/sluzby/{sluzba}/stavy/novy", show_new_state);
    at.post<may::EditService>("/sluzby/{sluzba}/stavy/novy", new_state);
    at.get<may::EditService>("/sluzby/{sluzba}/stavy/{stav}", show_state);
    at.post<may::EditService>("/sluzby/{sluzba}/stavy/{stav}", change_state);
    at.get<may::EditService>("/sluzby/{sluzba}/odmitnuti", show_refusals);
    at.post<may::EditService>("/sluzby/{sluzba}/odmitnuti", report_refusals_of);
    at.get<may::EditService>("/sluzby/{sluzba}/hlasena-mista", show_reported_places);
    at.post<may::EditService>("/sluzby/{sluzba}/hlasena-mista", report_places_of);
    at.post<may::EditService>("/sluzby/{sluzba}/hlasena-mista/kdo", choose_confirmer);
    at.post<may::EditService>("/sluzby/{sluzba}/hlasena-mista/poslat", send_place_letter);
    at.get<may::ReadCodeLists>("/sprava/ciselniky", show_code_lists);
    at.get<may::ReadCodeLists>("/sprava/ciselniky/{seznam}", show_code_list);
    documents::table_routes<may::ReadCodeLists>(at, "/sprava/ciselniky/{seznam}/tabulka", export_code_list);
    at.get<may::KeepCodeLists>("/sprava/ciselniky/{seznam}/nova", show_new_code);
    at.post<may::KeepCodeLists>("/sprava/ciselniky/{seznam}/nova", new_code);
    at.get<may::ReadCodeLists>("/sprava/ciselniky/{seznam}/{polozka}", show_code);
    at.get<may::KeepCodeLists>("/sprava/ciselniky/{seznam}/{polozka}/zmena", show_change_code);
    at.post<may::KeepCodeLists>("/sprava/ciselniky/{seznam}/{polozka}/zmena", change_code);
    at.get<may::KeepCodeLists>("/sprava/ciselniky/{seznam}/{polozka}/konec", show_end_code);
    at.post<may::KeepCodeLists>("/sprava/ciselniky/{seznam}/{polozka}/konec", end_code_on);
    at.post<may::KeepCodeLists>("/sprava/ciselniky/{seznam}/{polozka}/zpet", take_code_back);
    at.get<may::ListCapacities>("/sprava/kapacity", list_capacities);
    at.get<may::ListCapacities>("/sprava/kapacity.csv", export_capacities);
    at.get<may::ImportCapacities>("/sprava/kapacity/import", list_capacity_imports);
    at.post<may::ImportCapacities>("/sprava/kapacity/import", upload_capacities,
                                   {.body_limit = http::upload_most, .uploads = true});
    at.get<may::ReviewCapacities>("/sprava/kapacity/import/{davka}", show_capacity_import);
    at.get<may::ReviewCapacities>("/sprava/kapacity/import/{davka}/chyby.csv", export_row_problems);
    at.post<may::ReviewCapacities>("/sprava/kapacity/import/{davka}/pouzit", apply_capacity_import);
    at.post<may::ReviewCapacities>("/sprava/kapacity/import/{davka}/zrusit", stop_capacity_import);
    at.get<may::ImportServices>("/sprava/sluzby/import", list_service_imports);
    at.post<may::ImportServices>("/sprava/sluzby/import", upload_services,
                                 {.body_limit = http::upload_most, .uploads = true});
    at.get<may::ReviewServiceImport>("/sprava/sluzby/import/{davka}", show_service_import);
    at.post<may::ReviewServiceImport>("/sprava/sluzby/import/{davka}/sloupce", map_service_import);
    at.get<may::ReviewServiceImport>("/sprava/sluzby/import/{davka}/chyby.csv", export_service_problems);
    at.post<may::ReviewServiceImport>("/sprava/sluzby/import/{davka}/pouzit", apply_service_import);
    at.post<may::ReviewServiceImport>("/sprava/sluzby/import/{davka}/zrusit", stop_service_import);
    at.get<may::EditService>("/sluzby/{sluzba}/historie", show_history);
    at.post<may::EditService>("/sluzby/{sluzba}/historie/{zmena}/zpet", undo);
    at.get<may::EditService>("/sluzby/{sluzba}/zarizeni", show_service_places);
    at.post<may::EditService>("/sluzby/{sluzba}/zarizeni", attach_facility);
    at.get<may::EditService>("/sluzby/{sluzba}/zarizeni/nove", show_new_facility);
    at.post<may::EditService>("/sluzby/{sluzba}/zarizeni/nove", new_facility);
    at.get<may::EditService>("/sluzby/{sluzba}/zarizeni/{vazba}", show_place_time);
    at.post<may::EditService>("/sluzby/{sluzba}/zarizeni/{vazba}", change_place_time);
    at.get<may::EditService>("/sluzby/{sluzba}/smlouvy", show_service_contracts);
    at.post<may::EditService>("/sluzby/{sluzba}/smlouvy", put_service_under_contract);
    at.get<may::EditContract>("/sprava/smlouvy/{smlouva}", show_contract);
    at.post<may::EditContract>("/sprava/smlouvy/{smlouva}", edit_contract);
    at.get<may::EditContract>("/sprava/smlouvy/{smlouva}/historie", show_contract_history);
    at.post<may::EditContract>("/sprava/smlouvy/{smlouva}/historie/{zmena}/zpet", undo_at_contract);
    at.post<may::EditService>("/sluzby/{sluzba}/smlouvy/{smlouva}/vyjmout", take_service_from_contract);
    attachment_routes<may::EditService>(at, "/sluzby/{sluzba}");
    attachment_routes<may::EditContract>(at, "/sprava/smlouvy/{smlouva}");
    attachment_routes<may::KeepNetwork>(at, "/site/{sit}/vyjadreni/{vyjadreni}");
    at.get<may::EditService>("/sluzby/{sluzba}/prostory", show_service_premises);
    at.post<may::EditService>("/sluzby/{sluzba}/prostory", add_premises);
    at.post<may::EditService>("/sluzby/{sluzba}/prostory/{prostor}/opustit", leave_premises);
    at.get<may::EditPremises>("/sprava/prostory/{prostor}", show_premises);
    at.post<may::EditPremises>("/sprava/prostory/{prostor}", edit_premises);
    at.get<may::EditPremises>("/sprava/prostory/{prostor}/historie", show_premises_history);
    at.post<may::EditPremises>("/sprava/prostory/{prostor}/historie/{zmena}/zpet", undo_at_premises);
    at.get<may::EditFacility>("/sprava/zarizeni/{zarizeni}", show_facility);
    at.post<may::EditFacility>("/sprava/zarizeni/{zarizeni}", edit_facility);
    at.get<may::EditFacility>("/sprava/zarizeni/{zarizeni}/historie", show_facility_history);
    at.post<may::EditFacility>("/sprava/zarizeni/{zarizeni}/historie/{zmena}/zpet", undo_at_facility);
    at.get<may::KeepCatalogue>("/poskytovatele/novy", show_new_provider);
    at.post<may::KeepCatalogue>("/poskytovatele/novy", new_provider);
    at.get<may::EditProvider>("/poskytovatele/{poskytovatel}/upravit", show_edit_provider);
    at.post<may::EditProvider>("/poskytovatele/{poskytovatel}/upravit", edit_provider);
    at.get<may::EditProvider>("/poskytovatele/{poskytovatel}/historie", show_provider_history);
    at.post<may::EditProvider>("/poskytovatele/{poskytovatel}/historie/{zmena}/zpet", undo_at_provider);
    at.get<may::KeepCatalogue>("/sprava/souvisejici", list_related);
    at.get<may::KeepCatalogue>("/sprava/souvisejici/nova", show_new_related);
    at.post<may::KeepCatalogue>("/sprava/souvisejici/nova", new_related);
    at.get<may::EditRelated>("/souvisejici/{slug}/upravit", show_edit_related);
    at.post<may::EditRelated>("/souvisejici/{slug}/upravit", edit_related);
    at.get<may::EditRelated>("/souvisejici/{slug}/historie", show_related_history);
    at.post<may::EditRelated>("/souvisejici/{slug}/historie/{zmena}/zpet", undo_at_related);
    at.get<may::ListMistakes>("/sprava/hlaseni", list_mistakes);
    at.get<may::SettleMistake>("/sprava/hlaseni/{hlaseni}", show_mistake);
    at.post<may::SettleMistake>("/sprava/hlaseni/{hlaseni}", settle_mistake);
    at.post<may::SettleMistake>("/sprava/hlaseni/{hlaseni}/znovu", reopen_mistake);

    // A provider's own people: what they send waits for the region
    at.get<may::ProposeService>("/sluzby/{sluzba}/navrh", show_service_wish);
    at.post<may::ProposeService>("/sluzby/{sluzba}/navrh", wish_service);
    at.get<may::ProposeProvider>("/poskytovatele/{poskytovatel}/navrh", show_provider_wish);
    at.post<may::ProposeProvider>("/poskytovatele/{poskytovatel}/navrh", wish_provider);
    at.get<may::ProposeProvider>("/poskytovatele/{poskytovatel}/nova-sluzba", show_new_service_wish);
    at.post<may::ProposeProvider>("/poskytovatele/{poskytovatel}/nova-sluzba", wish_new_service);
    at.get<may::ProposeFacility>("/zarizeni/{zarizeni}/navrh", show_facility_wish);
    at.post<may::ProposeFacility>("/zarizeni/{zarizeni}/navrh", wish_facility);
    at.get<may::ProposePremises>("/prostory/{prostor}/navrh", show_premises_wish);
    at.post<may::ProposePremises>("/prostory/{prostor}/navrh", wish_premises);
    at.get<may::ListOwnProposals>("/navrhy", list_own_proposals);
    at.get<may::ListOwnProposals>("/navrhy.csv", export_own_proposals);
    at.get<may::KeepOwnProposal>("/navrhy/{navrh}", show_own_proposal);
    at.get<may::KeepOwnProposal>("/navrhy/{navrh}/upravit", show_wish_again);
    at.post<may::KeepOwnProposal>("/navrhy/{navrh}/upravit", wish_again);
    at.post<may::KeepOwnProposal>("/navrhy/{navrh}/stahnout", withdraw_proposal);
    at.get<may::ListProposals>("/sprava/navrhy", list_proposals);
    at.get<may::ListProposals>("/sprava/navrhy.csv", export_proposals);
    at.get<may::KeepCatalogue>("/sprava/navrhy/bez-schvaleni", show_trust);
    at.post<may::KeepCatalogue>("/sprava/navrhy/bez-schvaleni", change_trust);
    at.get<may::DecideProposal>("/sprava/navrhy/{navrh}", show_proposal);
    at.post<may::DecideProposal>("/sprava/navrhy/{navrh}", decide_proposal);
    at.get<may::JoinProviders>("/sprava/zapojeni", show_joinings);
    at.get<may::JoinProviders>("/sprava/zapojeni.csv", export_joinings);
    at.post<may::JoinProviders>("/sprava/zapojeni", join_provider);
    at.post<may::JoinProviders>("/sprava/zapojeni/{zapojeni}/konec", part_provider);

    at.get<may::KeepCatalogue>("/sprava/oblasti", show_areas);
    at.post<may::KeepCatalogue>("/sprava/oblasti", add_area);
    at.get<may::KeepCatalogue>("/sprava/oblasti/nova", show_new_area);
    at.get<may::KeepCatalogue>("/sprava/oblasti/{oblast}", show_area);
    at.post<may::KeepCatalogue>("/sprava/oblasti/{oblast}", change_area);
    at.get<may::KeepCatalogue>("/sprava/klienti-podle-obvodu", show_clients_by_district);

    // Networks of services.  NB: two words before the names of networks.
    at.get<may::KeepCatalogue>("/sprava/site", list_networks_for_staff);
    at.get<may::KeepCatalogue>("/sprava/site/nova", show_new_network);
    at.post<may::KeepCatalogue>("/sprava/site/nova", new_network);
    at.get<may::KeepCatalogue>("/sprava/site/referencni-hodnoty", list_references);
    at.get<may::KeepCatalogue>("/sprava/site/referencni-hodnoty/nova", show_new_reference);
    at.post<may::KeepCatalogue>("/sprava/site/referencni-hodnoty/nova", new_reference);
    at.get<may::KeepCatalogue>("/sprava/site/referencni-hodnoty/{hodnota}", show_reference);
    at.post<may::KeepCatalogue>("/sprava/site/referencni-hodnoty/{hodnota}", edit_reference);
    at.get<may::KeepCatalogue>("/sprava/site/druhy", list_network_codes);
    at.get<Read>("/site", show_networks);
    at.get<Read>("/site/porovnani", show_comparison);
    at.get<Read>("/site/porovnani.csv", export_comparison);
    at.get<may::ReadNetwork>("/site/{sit}", show_network);
    at.get<may::ReadNetwork>("/site/{sit}/sluzby.csv", export_network);
    at.get<may::KeepNetwork>("/site/{sit}/upravit", show_edit_network);
    at.post<may::KeepNetwork>("/site/{sit}/upravit", edit_network);
    at.get<may::KeepNetwork>("/site/{sit}/historie", show_network_history);
    at.post<may::KeepNetwork>("/site/{sit}/historie/{zmena}/zpet", undo_at_network);
    at.get<may::KeepNetwork>("/site/{sit}/clenove", list_members);
    at.post<may::KeepNetwork>("/site/{sit}/clenove", change_members);
    at.get<may::KeepNetwork>("/site/{sit}/pridat", list_services_to_add);
    at.post<may::KeepNetwork>("/site/{sit}/pridat", add_members);
    at.get<may::KeepNetwork>("/site/{sit}/clenove/{clenstvi}", show_member);
    at.post<may::KeepNetwork>("/site/{sit}/clenove/{clenstvi}", edit_member);
    at.get<may::KeepNetwork>("/site/{sit}/clenove/{clenstvi}/verze", show_member_versions);
    at.post<may::KeepNetwork>("/site/{sit}/clenove/{clenstvi}/verze/{verze}", put_member_back);
    at.get<may::KeepNetwork>("/site/{sit}/navrhy", list_proposals);
    at.get<may::KeepNetwork>("/site/{sit}/navrhy.csv", export_proposals);
    at.get<may::KeepNetwork>("/site/{sit}/navrhy/novy", show_new_proposal);
    at.post<may::KeepNetwork>("/site/{sit}/navrhy/novy", new_proposal);
    at.get<may::KeepNetwork>("/site/{sit}/navrhy/{rozvoj}", show_proposal);
    at.post<may::KeepNetwork>("/site/{sit}/navrhy/{rozvoj}", edit_proposal);
    at.get<may::KeepNetwork>("/site/{sit}/vyjadreni", list_statements);
    at.get<may::KeepNetwork>("/site/{sit}/vyjadreni/nove", show_new_statement);
    at.post<may::KeepNetwork>("/site/{sit}/vyjadreni/nove", new_statement);
    at.get<may::KeepNetwork>("/site/{sit}/vyjadreni/{vyjadreni}", show_statement);
    at.post<may::KeepNetwork>("/site/{sit}/vyjadreni/{vyjadreni}", edit_statement);

    // Collections of data.  What stands behind a personal link needs no signing in.
    at.get<may::KeepCatalogue>("/sprava/sbery", list_collections_for_staff);
    at.get<may::KeepCatalogue>("/sprava/sbery/novy", show_new_collection);
    at.post<may::KeepCatalogue>("/sprava/sbery/novy", new_collection);
    at.get<may::KeepCollection>("/sprava/sbery/{sber}", show_collection);
    at.post<may::KeepCollection>("/sprava/sbery/{sber}", act_on_collection);
    at.get<may::KeepCollection>("/sprava/sbery/{sber}/upravit", show_edit_collection);
    at.post<may::KeepCollection>("/sprava/sbery/{sber}/upravit", edit_collection);
    at.get<may::KeepCollection>("/sprava/sbery/{sber}/otazky", list_questions);
    at.get<may::KeepCollection>("/sprava/sbery/{sber}/otazky/{otazka}", show_question);
    at.post<may::KeepCollection>("/sprava/sbery/{sber}/otazky/{otazka}", edit_question);
    at.post<may::KeepCollection>("/sprava/sbery/{sber}/otazky/{otazka}/odebrat", remove_question);
    at.get<may::KeepCollection>("/sprava/sbery/{sber}/prijemci", choose_recipients);
    at.post<may::KeepCollection>("/sprava/sbery/{sber}/prijemci", add_recipients);
    at.get<may::KeepCollection>("/sprava/sbery/{sber}/prijemci.csv", export_collection);
    at.post<may::KeepCollection>("/sprava/sbery/{sber}/prijemci/jeden", add_one_recipient);
    at.get<may::KeepCollection>("/sprava/sbery/{sber}/prijemci/{prijemce}", show_recipient);
    at.post<may::KeepCollection>("/sprava/sbery/{sber}/prijemci/{prijemce}", edit_recipient);
    at.post<may::KeepCollection>("/sprava/sbery/{sber}/prijemci/{prijemce}/odebrat", remove_recipient_from);
    at.get<may::KeepCollection>("/sprava/sbery/{sber}/odpovedi", list_answers);
    at.get<may::KeepCollection>("/sprava/sbery/{sber}/odpovedi.csv", export_answers);
    at.get<may::KeepCollection>("/sprava/sbery/{sber}/prevzit", show_taking_over);
    at.post<may::KeepCollection>("/sprava/sbery/{sber}/prevzit", take_answers_over);
    at.get<may::AnswerCollection>("/sber/{odkaz}", show_answer, {.private_path = true});
    at.post<may::AnswerCollection>("/sber/{odkaz}", save_answer, {.private_path = true});

    // Finding help
    at.get<Read>("/sluzby", show_catalogue, {.quick = catalogue.quick()});
    documents::table_routes<Read>(at, "/sluzby", export_catalogue);
    at.get<Read>("/sluzby.pdf", print_directory);
    at.get<Read>("/sluzby-bez-site.html", take_offline);
    at.get<Read>("/vlozit", show_embedding);
    at.get<Read>("/vlozene/hledani", show_embedded_search);

    // Public pages
    at.get<Read>("/", show_home);
    at.get<Read>("/naseptavac", show_suggestions);
    at.get<may::ReadService>("/sluzby/{sluzba}", show_service);
    at.get<may::ReadService>("/sluzby/{sluzba}/snadne", show_easy_service);
    at.get<may::ReadService>("/sluzby/{sluzba}/uk", show_foreign_service);
    at.get<may::ReadService>("/sluzby/{sluzba}/en", show_foreign_service);
    at.get<may::ReadService>("/sluzby/{sluzba}/doba.ics", show_opening_feed);
    at.get<may::ReadService>("/sluzby/{sluzba}/letak.pdf", print_leaflet);
    at.get<may::ReadService>("/sluzby/{sluzba}/soubory/{priloha}", send_published_attachment);
    at.get<may::ReportMistake>("/sluzby/{sluzba}/chyba", show_mistake_form);
    at.post<may::ReportMistake>("/sluzby/{sluzba}/chyba", report_mistake);
    at.get<may::ReportMistake>("/sluzby/{sluzba}/chyba/diky", show_mistake_thanks);
    // The link of a letter that asks whether free places still hold
    at.get<may::ConfirmPlaces>("/potvrzeni-mist/{odkaz}", show_place_link, {.private_path = true});
    at.post<may::ConfirmPlaces>("/potvrzeni-mist/{odkaz}", answer_place_link, {.private_path = true});
    at.get<may::ReadService>("/potvrzeni-mist/hotovo/{sluzba}", show_place_thanks);

    at.get<Read>("/souvisejici/{slug}", show_related_service);
    at.get<Read>("/poskytovatele", show_providers);
    documents::table_routes<Read>(at, "/poskytovatele", export_providers);
    at.get<may::ReadProvider>("/poskytovatele/{poskytovatel}", show_provider);
    at.get<Read>("/mapa", show_territory);
    at.get<Read>("/mapa/vrstvy/{vrstva}", show_land_layer);
    at.get<Read>("/mapa/{obvod}", show_district);
    at.get<Read>("/sluzby-na-mape", show_places_map);
    at.get<Read>("/sluzby-na-mape.geojson", show_places);
    at.get<Read>("/snadne-cteni", show_easy_reading);
    at.get<Read>("/otevrena-data", show_open_data);
    at.get<Read>("/otevrena-data/{soubor}", export_open_data);
    at.get<Read>("/pristupnost", show_accessibility);
    at.get<Read>("/soukromi", show_privacy);

    // For programs: HSDS 3.1 and the description of the whole interface
    at.get<Read>("/api/openapi.json", hsds::show_openapi);
    at.get<Read>("/api/hsds", hsds::show_api);
    at.get<Read>("/api/hsds/", hsds::show_api);
    at.get<Read>("/api/hsds/services", hsds::list_services);
    at.get<Read>("/api/hsds/services/{id}", hsds::show_service);
    at.get<Read>("/api/hsds/organizations", hsds::list_organizations);
    at.get<Read>("/api/hsds/organizations/{id}", hsds::show_organization);
    at.get<Read>("/api/hsds/service_at_locations", hsds::list_service_at_locations);
    at.get<Read>("/api/hsds/service_at_locations/{id}", hsds::show_service_at_location);
    at.get<Read>("/api/hsds/taxonomies", hsds::list_taxonomies);
    at.get<Read>("/api/hsds/taxonomies/{id}", hsds::show_taxonomy);
    at.get<Read>("/api/hsds/taxonomy_terms", hsds::list_taxonomy_terms);
    at.get<Read>("/api/hsds/taxonomy_terms/{id}", hsds::show_taxonomy_term);

    // Import of the national register
    at.get<may::ImportRegister>("/sprava/registr", list_imports);
    at.post<may::ImportRegister>("/sprava/registr", upload_register,
                                 {.body_limit = http::upload_most, .uploads = true});
    at.post<may::ImportRegister>("/sprava/registr/znovu", ask_register_again);
    at.get<may::ReviewImport>("/sprava/registr/{import}", show_import);
    at.post<may::ReviewImport>("/sprava/registr/{import}/pouzit", apply_import);
    at.post<may::ReviewImport>("/sprava/registr/{import}/zrusit", stop_import);
    at.post<may::ReviewImport>("/sprava/registr/{import}/rozhodnout", decide_held);
}

namespace {

bool keeps_catalogue(const User& user) { return user.reaches(Role::regional_planner, Lies::everywhere()); }
bool edits_services(const User& user) { return keeps_catalogue(user) || user.holds(Role::planning_coordinator); }
bool signed_in(const User& user) { return user.signed_in(); }
bool proposes(const User& user) { return user.holds(Role::provider_director); }
bool joins(const User& user) { return keeps_catalogue(user) || user.reaches(Role::administrator, Lies::everywhere()); }

}

void menu(http::Surroundings& around) {
    around.rail.push_back({"rail.own", "/prehled", "rail.overview", signed_in});
    around.rail.push_back({"rail.own", "/navrhy", "rail.own_proposals", proposes, count_returned_proposals});
    around.rail.push_back({"rail.network", "/sluzby", "rail.catalogue", edits_services});
    around.rail.push_back(
        {"rail.network", "/sprava/navrhy", "rail.proposals", edits_services, count_waiting_proposals});
    around.rail.push_back({"rail.network", "/sprava/kapacity", "rail.capacities", edits_services});
    around.rail.push_back({"rail.network", "/sprava/hlaseni", "rail.mistakes", edits_services, count_waiting_mistakes});
    around.rail.push_back({"rail.network", "/sprava/site", "rail.networks", keeps_catalogue});
    around.rail.push_back({"rail.network", "/sprava/sbery", "rail.collections", keeps_catalogue});
    around.rail.push_back({"rail.network", "/sprava/souvisejici", "rail.related", keeps_catalogue});
    around.rail.push_back({"rail.keeping", "/sluzby/nova", "rail.new_service", keeps_catalogue});
    around.rail.push_back({"rail.keeping", "/sprava/sluzby/import", "rail.service_import", keeps_catalogue});
    around.rail.push_back({"rail.keeping", "/poskytovatele/novy", "rail.new_provider", keeps_catalogue});
    around.rail.push_back({"rail.keeping", "/sprava/registr", "rail.register", keeps_catalogue});
    around.rail.push_back({"rail.keeping", "/sprava/oblasti", "rail.areas", keeps_catalogue});
    around.rail.push_back({"rail.keeping", "/sprava/klienti-podle-obvodu", "rail.clients", keeps_catalogue});
    around.rail.push_back({"rail.keeping", "/sprava/ciselniky", "rail.code_lists", joins});
    around.rail.push_back({"rail.keeping", "/sprava/zapojeni", "rail.joining", joins});
}

void tell_of(notices::Kinds& kinds) {
    for (auto kind : {"proposal_approved", "proposal_returned", "mistake_reported", "register_differs"})
        kinds.all.push_back({kind, proposes});
    kinds.all.push_back({"proposal_came", edits_services});
    for (auto kind : {"register_day", "register_day_drop", "register_day_failed"})
        kinds.all.push_back({kind, keeps_catalogue});
}

void know_jobs(jobs::Workers& workers, const i18n::Languages& languages, const http::SiteFacts& facts) {
    know_register_jobs(workers), know_collection_jobs(workers), know_capacity_jobs(workers), know_service_jobs(workers);
    know_place_jobs(workers, languages, facts);
}

void begin_rounds(db::Session& work, Instant now) { begin_place_rounds(work, now); }

std::int64_t load_lists(const history::Author& author) { return load_code_lists(author, files()); }

}
