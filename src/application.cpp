// The story of the program.
#include "application.hpp"

#include "network/attachments/attachment.hpp"
#include "network/network.hpp"
#include "network/public_events/public_events.hpp"
#include "network/register/register_day_jobs.hpp"
#include "network/reports/report_sources.hpp"
#include "platform/audit/anchors.hpp"
#include "platform/auth/permissions.hpp"
#include "platform/auth/routes.hpp"
#include "platform/http/asset_pages.hpp"
#include "platform/notices/notice_mail.hpp"
#include "platform/search/language.hpp"
#include "platform/tokens/token_pages.hpp"
#include "platform/webhooks/webhook_pages.hpp"
#include "workgroups/meetings/paper_reading.hpp"
#include "workgroups/minutes_import/document_reading.hpp"
#include "workgroups/tasks/task_letters.hpp"
#include "workgroups/workgroups.hpp"

#include <fmt/format.h>

namespace {

constexpr std::int64_t rows_of_a_seal = 5000;

// What administrators may see of the configuration.
checkup::Installation installation(const Configuration& all) {
    auto& mail = all.mail;
    bool here =
        mail.smtp_url.find("//127.") != std::string::npos || mail.smtp_url.find("//localhost") != std::string::npos;
    return {all.database,
            all.keys,
            all.master_key,
            all.uploads,
            all.server.certificate,
            all.server.listen,
            all.metrics_listen,
            all.server.trusted_proxies,
            mail.smtp_url,
            mail.from.empty() ? all.facts.contact_email : mail.from,
            here || mail.smtp_tls != "optional"};
}

webhooks::CourierSettings courier_settings(const Configuration& configuration) {
    bool loopback = configuration.facts.demonstration || configuration.webhooks_to_loopback == "yes";
    return {configuration.facts.public_url, {.loopback_allowed = loopback}};
}

// Groups plan events, the network has the home page.
std::vector<network::HomeEvent> events_of_home(db::Session& db, const i18n::Texts& texts, Date today) {
    std::vector<network::HomeEvent> events;
    for (auto& next : workgroups::next_events(db, texts, today, 3))
        events.push_back({next.title, next.when, next.where, next.href});
    return events;
}

// The first page of people at work is the network's; what waits in planning stands on a page of its own.
std::vector<network::WaitingThing> waiting_in_planning(db::Session& db, const User& user, const i18n::Texts& texts,
                                                       Date today) {
    auto count = workgroups::count_planning_needs(db, user, texts, today);
    if (count == 0) return {};
    return {{texts.text("planning.waiting", {std::to_string(count)}, count), "/prehled-planovani"}};
}

// The register is compared for our region, and its file lies where uploads do.
Configuration with_register_in_place(Configuration configuration) {
    configuration.register_source.uploads = configuration.uploads;
    configuration.register_source.region = configuration.facts.region_code;
    return configuration;
}

}

Application::Application(Configuration configuration)
    : configuration_{with_register_in_place(std::move(configuration))},
      database_{configuration_.database},
      key_room_{configuration_.keys, configuration_.master_key},
      file_room_{database_, key_room_, configuration_.files},
      languages_{platform::files(), network::files(), workgroups::files()},
      catalogue_{database_, languages_, clock_, configuration_.facts, shelf_},
      workers_{database_, clock_},
      postman_{
          database_, clock_,
          mail::server_of(configuration_.mail, configuration_.facts.contact_email, configuration_.facts.public_url)},
      courier_{database_, clock_, key_room_, watches_, courier_settings(configuration_)},
      dispatcher_{{database_, routes_, clock_, languages_, shelf_, configuration_.facts}} {
    mount();
}

Application::~Application() { stop_background(); }

// Who stands where in the menus, what handlers may use, and which capability answers which address.
void Application::mount() {
    surroundings_.assets = http::asset_names();
    surroundings_.menu = {{"/", "menu.home"},          {"/sluzby", "menu.services"},
                          {"/mapa", "menu.territory"}, {"/skupiny", "menu.groups"},
                          {"/akce", "menu.events"},    {"/otevrena-data", "menu.open_data"}};
    network::menu(surroundings_);
    workgroups::menu(surroundings_);
    platform::menu(surroundings_);

    shelf_.put(surroundings_);
    shelf_.put(catalogue_);
    shelf_.put(hsds_);
    shelf_.put(drawn_land_);
    shelf_.put(land_layers_);
    shelf_.put(configuration_.map_tiles);
    shelf_.put(press_);
    shelf_.put(planning_index_);
    shelf_.put(kept_feeds_);
    shelf_.put(decision_register_);
    home_news_.next_events = events_of_home;
    shelf_.put(home_news_);
    waiting_elsewhere_.things = waiting_in_planning;
    shelf_.put(waiting_elsewhere_);
    network::tell_of(notice_kinds_), workgroups::tell_of(notice_kinds_), tokens::tell_of(notice_kinds_),
        webhooks::tell_of(notice_kinds_);
    shelf_.put(notice_kinds_);
    network::offer_reports(report_sources_);
    shelf_.put(report_sources_);
    shelf_.put(routes_);
    shelf_.put(workers_);
    shelf_.put(postman_);
    watches_.all.push_back(network::public_watch(hsds_, configuration_.facts.public_url));
    shelf_.put(watches_);
    shelf_.put(courier_);
    shelf_.put(languages_);
    shelf_.put(database_);
    shelf_.put(key_room_);
    shelf_.put(file_room_);
    shelf_.put(configuration_);
    installation_ = installation(configuration_);
    shelf_.put(installation_);
    if (auto client = identity::client_of(configuration_.identity, configuration_.facts.public_url))
        shelf_.put(identity_provider_.emplace(std::move(*client)));
    shelf_.put(configuration_.register_source);

    platform::routes(routes_);
    // NB: before the network, since /otevrena-data/udalosti.jsonld is none of its files.
    workgroups::routes(routes_);
    network::routes(routes_, catalogue_);
    platform::know_jobs(workers_, configuration_.facts, languages_);
    network::know_jobs(workers_, languages_, configuration_.facts);
    workgroups::know_jobs(workers_, languages_, configuration_.facts);
    files::know_jobs(workers_, file_room_);
    network::know_attachment_jobs(workers_, file_room_);
    workgroups::know_document_jobs(workers_, file_room_);
    workgroups::know_paper_jobs(workers_, file_room_, key_room_);
    network::know_register_days(workers_, configuration_.register_source);
    notices::know_mail(workers_, languages_, configuration_.facts);
}

void Application::warm_up() {
    search::czech();
    auto lease = database_.read();
    catalogue_.model(*lease);
    planning_index_.current(*lease, clock_.now());
    decision_register_.current(*lease);
}

void Application::start_background() {
    database_.in_write_transaction([&](db::Session& work) { network::begin_rounds(work, clock_.now()); });
    workers_.start(2);
    postman_.start();
    courier_.start();
    sealing_ = std::thread{[this] {
        std::unique_lock lock{mutex_};
        std::optional<Instant> looked_through;    // all rows of the audit, the old ones too
        while (!something_.wait_for(lock, std::chrono::seconds{5}, [this] { return stopping_; })) {
            lock.unlock();
            try {
                auto now = clock_.now();
                bool lately = looked_through && now - *looked_through < std::chrono::days{1};
                auto since = lately ? now - std::chrono::hours{1} : Instant{};
                while (audit::seal(database_, now, rows_of_a_seal, since) > 0) {}
                if (!lately) looked_through = now;
                audit::anchor(database_, clock_.now());
                for (auto kind : {"drafts.tidy", tokens::tidy_job, webhooks::tidy_job})
                    jobs::enqueue_daily(database_, clock_.now(), kind);
                jobs::enqueue_daily(database_, clock_.now(), "drafts.tidy");
                jobs::enqueue_daily(database_, clock_.now(), files::sweep_job);
                jobs::enqueue_daily(database_, clock_.now(), network::attachments_job);
                jobs::enqueue_daily(database_, clock_.now(), workgroups::task_letters_job, workgroups::task_letters_at);
                jobs::enqueue_daily(database_, clock_.now(), workgroups::papers_job);
                if (auto& source = configuration_.register_source; source.asks())
                    jobs::enqueue_daily(database_, clock_.now(), network::daily_register_job, source.earliest);
                jobs::enqueue_daily(database_, clock_.now(), notices::daily_job, notices::daily_at);
            } catch (const std::exception& error) {
                // The next round seals what this one could not.
                fmt::print(stderr, "sealing: {}\n", error.what());
            }
            lock.lock();
        }
    }};
}

void Application::stop_background() {
    {
        std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    something_.notify_all();
    if (sealing_.joinable()) sealing_.join();
    postman_.stop();
    courier_.stop();
    workers_.stop();
}

Id<Organisation> regional_organisation(db::Session& work, Instant now, const http::SiteFacts& facts) {
    if (auto id =
            work.maybe<Id<Organisation>>("SELECT id FROM organisations WHERE kind = 'region' ORDER BY id LIMIT 1"))
        return *id;
    auto id = Id<Organisation>::made_at(now);
    auto source = history::keep_source(work, now, {}, id, "import", "opora");
    Organisation organisation{id, facts.region_name, i18n::sort_key(facts.region_name), "region"};
    organisation.kept.organisation_id = id;
    history::keep_new(history::Author{work, now, {}, id, source}, organisation);
    return id;
}
