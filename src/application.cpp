// The story of the program.
#include "application.hpp"

#include "network/network.hpp"
#include "network/reports/report_sources.hpp"
#include "platform/audit/anchors.hpp"
#include "platform/auth/permissions.hpp"
#include "platform/auth/routes.hpp"
#include "platform/http/asset_pages.hpp"
#include "platform/notices/notice_mail.hpp"
#include "platform/search/language.hpp"

#include <fmt/format.h>

Application::Application(Configuration configuration)
    : configuration_{std::move(configuration)},
      database_{configuration_.database},
      key_room_{configuration_.keys, configuration_.master_key},
      languages_{platform::files(), network::files()},
      catalogue_{database_, languages_, clock_, configuration_.facts, shelf_},
      workers_{database_, clock_},
      postman_{
          database_, clock_,
          mail::server_of(configuration_.mail, configuration_.facts.contact_email, configuration_.facts.public_url)},
      dispatcher_{{database_, routes_, clock_, languages_, shelf_, configuration_.facts}} {
    mount();
}

Application::~Application() { stop_background(); }

// Who stands where in the menus, what handlers may use, and which capability answers which address.
void Application::mount() {
    surroundings_.assets = http::asset_names();
    surroundings_.menu = {{"/", "menu.home"},
                          {"/sluzby", "menu.services"},
                          {"/mapa", "menu.territory"},
                          {"/otevrena-data", "menu.open_data"}};
    network::menu(surroundings_);
    platform::menu(surroundings_);

    shelf_.put(surroundings_);
    shelf_.put(catalogue_);
    shelf_.put(hsds_);
    shelf_.put(drawn_land_);
    shelf_.put(press_);
    network::tell_of(notice_kinds_);
    shelf_.put(notice_kinds_);
    network::offer_reports(report_sources_);
    shelf_.put(report_sources_);
    shelf_.put(routes_);
    shelf_.put(workers_);
    shelf_.put(postman_);
    shelf_.put(languages_);
    shelf_.put(database_);
    shelf_.put(key_room_);
    shelf_.put(configuration_);

    platform::routes(routes_);
    network::routes(routes_, catalogue_);
    platform::know_jobs(workers_, configuration_.facts, languages_);
    network::know_jobs(workers_, languages_, configuration_.facts);
    notices::know_mail(workers_, languages_, configuration_.facts);
}

void Application::warm_up() {
    search::czech();
    auto lease = database_.read();
    catalogue_.model(*lease);
}

void Application::start_background() {
    database_.in_write_transaction([&](db::Session& work) { network::begin_rounds(work, clock_.now()); });
    workers_.start(2);
    postman_.start();
    sealing_ = std::thread{[this] {
        std::unique_lock lock{mutex_};
        while (!something_.wait_for(lock, std::chrono::seconds{5}, [this] { return stopping_; })) {
            lock.unlock();
            try {
                while (audit::seal(database_, clock_.now()) > 0) {}
                audit::anchor(database_, clock_.now());
                jobs::enqueue_daily(database_, clock_.now(), "drafts.tidy");
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
