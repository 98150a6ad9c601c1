// The table of contents of the platform: signing in, the own account, the look of pages.
#include "platform/auth/routes.hpp"

#include "platform/administration/anchor_pages.hpp"
#include "platform/administration/audit_pages.hpp"
#include "platform/administration/letter_pages.hpp"
#include "platform/administration/organisation_page.hpp"
#include "platform/administration/people_pages.hpp"
#include "platform/auth/password_reset_pages.hpp"
#include "platform/auth/second_factor_pages.hpp"
#include "platform/auth/sign_in_pages.hpp"
#include "platform/checkup/checkup_pages.hpp"
#include "platform/drafts/draft_pages.hpp"
#include "platform/http/asset_pages.hpp"
#include "platform/identity/identity_pages.hpp"
#include "platform/jobs/job_progress.hpp"
#include "platform/notices/notice_pages.hpp"
#include "platform/reports/report_pages.hpp"
#include "platform/tokens/token_pages.hpp"
#include "platform/webhooks/webhook_pages.hpp"

namespace platform {

using namespace auth;

void routes(http::Routes& at) {
    at.get<may::Read>("/assets/{jmeno}", http::show_asset, {.quick = http::quick_assets()});
    at.get<may::Read>("/zdravi", show_health);
    at.get<may::Read>("/pecet", show_anchors);
    documents::table_routes<may::Read>(at, "/pecet", export_anchors);
    at.get<may::Enter>("/prihlaseni", show_sign_in);
    at.post<may::Enter>("/prihlaseni", sign_in);
    at.get<may::Enter>("/prihlaseni/odkaz/{odkaz}", show_sign_in_link, {.private_path = true});
    at.post<may::Enter>("/prihlaseni/odkaz/{odkaz}", sign_in_by_link, {.private_path = true});
    at.get<may::Enter>("/prihlaseni/ucet", identity::begin_sign_in);
    at.get<may::Enter>("/prihlaseni/ucet/zpet", identity::come_back);
    at.get<may::Enter>("/prihlaseni/odkaz/{odkaz}/ucet", identity::begin_by_link, {.private_path = true});
    at.get<may::Enter>("/prihlaseni/krok", show_second_step);
    at.post<may::Enter>("/prihlaseni/krok", second_step);
    at.get<may::Enter>("/zapomenute-heslo", show_forgotten);
    at.post<may::Enter>("/zapomenute-heslo", ask_for_reset);
    at.get<may::Enter>("/zapomenute-heslo/{odkaz}", show_reset, {.private_path = true});
    at.post<may::Enter>("/zapomenute-heslo/{odkaz}", reset_password, {.private_path = true});
    at.post<may::KeepOwnAccount>("/odhlaseni", sign_out);
    at.post<may::KeepOwnAccount>("/odhlaseni/vsude", sign_out_everywhere);
    at.get<may::KeepOwnAccount>("/ucet", show_account);
    at.post<drafts::may::KeepOwnDrafts>("/koncepty", drafts::keep_draft);
    at.post<drafts::may::KeepOwnDrafts>("/koncepty/zahodit", drafts::drop_draft);
    at.get<notices::may::KeepOwnNotices>("/oznameni", notices::list_notices);
    at.post<notices::may::KeepOwnNotices>("/oznameni/vse", notices::read_all_notices);
    at.get<notices::may::KeepOwnNotices>("/oznameni/nastaveni", notices::show_notice_choices);
    at.post<notices::may::KeepOwnNotices>("/oznameni/nastaveni", notices::choose_notices);
    at.post<notices::may::KeepOwnNotices>("/oznameni/{oznameni}", notices::open_notice);
    reports::routes(at);
    at.get<may::KeepOwnAccount>("/ucet/druhy-krok", show_second_factor);
    at.post<may::KeepOwnAccount>("/ucet/druhy-krok", change_second_factor);
    at.get<tokens::may::KeepOwnTokens>("/ucet/tokeny", tokens::show_own_tokens);
    at.post<tokens::may::KeepOwnTokens>("/ucet/tokeny", tokens::make_own_token);
    at.post<tokens::may::KeepOwnTokens>("/ucet/tokeny/{token}/zrusit", tokens::revoke_own_token);
    at.get<may::KeepOwnAccount>("/ucet/propojeni", identity::show_linking);
    at.post<may::KeepOwnAccount>("/ucet/propojeni", identity::change_linking);
    at.post<may::Enter>("/vzhled", choose_theme);
    at.post<may::Enter>("/jazyk", choose_language);

    // Administration: people, organisations, jobs, audit
    at.get<may::Administer>("/sprava/lide", show_people);
    at.get<may::Administer>("/sprava/lide/novy", show_new_person);
    at.post<may::Administer>("/sprava/lide/novy", new_person);
    at.get<may::Administer>("/sprava/lide/{clovek}", show_person);
    at.post<may::Administer>("/sprava/lide/{clovek}", change_person);
    at.get<may::Administer>("/sprava/role", show_role_rules);
    at.post<may::Administer>("/sprava/role", change_role_rules);
    at.get<may::Administer>("/sprava/organizace", show_organisations);
    at.get<may::Administer>("/sprava/organizace/{organizace}", show_organisation);
    at.post<may::Administer>("/sprava/organizace/{organizace}", change_organisation);
    at.get<may::Administer>("/sprava/ulohy", show_jobs);
    at.post<may::Administer>("/sprava/ulohy/{uloha}/zrusit", cancel_job);
    at.get<jobs::may::FollowJob>("/ulohy/{uloha}/prubeh", jobs::follow_job);
    at.get<may::Administer>("/sprava/posta", show_letters);
    documents::table_routes<may::Administer>(at, "/sprava/posta", export_letters);
    at.get<may::Administer>("/sprava/posta/{dopis}", show_letter);
    at.post<may::Administer>("/sprava/posta/{dopis}", change_letter);
    at.get<may::Administer>("/sprava/bezpecnost", checkup::show_checkup);
    at.get<may::Administer>("/sprava/nastaveni", checkup::show_settings);
    at.get<may::Administer>("/sprava/tokeny", tokens::show_all_tokens);
    documents::table_routes<may::Administer>(at, "/sprava/tokeny", tokens::export_tokens);
    at.post<may::Administer>("/sprava/tokeny/{token}/zrusit", tokens::revoke_any_token);
    at.get<may::Administer>("/sprava/napojeni", webhooks::list_subscriptions_page);
    at.get<may::Administer>("/sprava/napojeni/nove", webhooks::show_new_subscription);
    at.post<may::Administer>("/sprava/napojeni/nove", webhooks::new_subscription);
    at.get<may::Administer>("/sprava/napojeni/{napojeni}", webhooks::show_subscription);
    at.post<may::Administer>("/sprava/napojeni/{napojeni}", webhooks::act_on_subscription);
    documents::table_routes<may::Administer>(at, "/sprava/napojeni/{napojeni}/zasilky", webhooks::export_deliveries);
    at.get<may::Administer>("/sprava/napojeni/{napojeni}/upravit", webhooks::show_edit_subscription);
    at.post<may::Administer>("/sprava/napojeni/{napojeni}/upravit", webhooks::edit_subscription);
    at.get<may::ReadAudit>("/sprava/audit", show_audit);
    documents::table_routes<may::ReadAudit>(at, "/sprava/audit", export_audit);
    at.post<may::ReadAudit>("/sprava/audit/overit", verify_audit);
}

void menu(http::Surroundings& around) {
    reports::menu(around);
    around.rail.push_back({"rail.own", "/oznameni", "rail.notices", [](const User& user) { return user.signed_in(); },
                           notices::count_unread});
    around.rail.push_back({"rail.own", "/ucet", "rail.account", [](const User& user) { return user.signed_in(); }});
    auto administers = [](const User& user) { return user.reaches(Role::administrator, Lies::everywhere()); };
    auto reads_audit = [](const User& user) { return user.reaches(Role::auditor, Lies::everywhere()); };
    around.rail.push_back({"rail.administration", "/sprava/lide", "rail.people", administers});
    around.rail.push_back({"rail.administration", "/sprava/organizace", "rail.organisations", administers});
    around.rail.push_back({"rail.administration", "/sprava/ulohy", "rail.jobs", administers});
    around.rail.push_back({"rail.administration", "/sprava/posta", "rail.letters", administers,
                           [](db::Session& db, const User&) { return mail::count_troubled(db); }});
    around.rail.push_back({"rail.administration", "/sprava/bezpecnost", "rail.checkup", administers});
    around.rail.push_back({"rail.administration", "/sprava/nastaveni", "rail.settings", administers});
    around.rail.push_back({"rail.administration", "/sprava/tokeny", "rail.tokens", administers});
    around.rail.push_back({"rail.administration", "/sprava/napojeni", "rail.webhooks", administers});
    around.rail.push_back({"rail.administration", "/sprava/audit", "rail.audit", reads_audit});
}

void know_jobs(jobs::Workers& workers, const http::SiteFacts& facts, const i18n::Languages& languages) {
    know_audit_jobs(workers);
    know_reset_jobs(workers, facts, languages);
    workers.know("drafts.tidy", [](jobs::Run& run) -> std::string {
        run.database().in_write_transaction([&](db::Session& work) { return drafts::drop_old(work, run.now()); });
        return "draft.tidied";
    });
    workers.know(tokens::tidy_job, [](jobs::Run& run) -> std::string {
        run.database().in_write_transaction([&](db::Session& work) { return tokens::tidy(work, run.now()); });
        return "tokens.tidied";
    });
    workers.know(webhooks::tidy_job, [](jobs::Run& run) -> std::string {
        run.database().in_write_transaction([&](db::Session& work) { return webhooks::tidy(work, run.now()); });
        return "webhooks.tidied";
    });
}

}
