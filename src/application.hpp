// Opens everything in order, mounts each capability, and does what the words of the command line say.
#pragma once

#include "network/catalogue/catalogue.hpp"
#include "network/editing/waiting_elsewhere.hpp"
#include "network/hsds/hsds_feed.hpp"
#include "network/places_map/land_layers.hpp"
#include "network/places_map/places_map.hpp"
#include "network/public_pages/home_news.hpp"
#include "network/public_pages/territory_map.hpp"
#include "network/register/register_settings.hpp"
#include "network/ways_out/directory.hpp"
#include "platform/checkup/installation.hpp"
#include "platform/files/file_room.hpp"
#include "platform/http/dispatcher.hpp"
#include "platform/http/surroundings.hpp"
#include "platform/identity/provider.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/keys/key_room.hpp"
#include "platform/mail/postman.hpp"
#include "platform/notices/notice.hpp"
#include "platform/reports/report_source.hpp"
#include "platform/webhooks/courier.hpp"
#include "workgroups/decisions/decision_register.hpp"
#include "workgroups/events/kept_feeds.hpp"
#include "workgroups/planning_search/planning_index.hpp"

#include <filesystem>

// What the operator configures: file, then OPORA_* environment, then flags.
struct Configuration {
    std::string database = "sqlite:var/opora.db";
    std::string keys = "sqlite:var/keys.db";
    std::filesystem::path master_key = "var/master.key";
    std::filesystem::path uploads = "var/uploads";
    std::string metrics_listen{};     // 127.0.0.1:9090; empty: none
    std::string redirect_listen{};    // 0.0.0.0:80: leads to public_url; empty: none
    http::ServerSettings server{};
    http::SiteFacts facts{};
    mail::Settings mail{};
    network::MapTiles map_tiles{};
    std::string webhooks_to_loopback{};    // yes: to this machine too, by http; a demonstration does so anyway
    identity::Settings identity{};
    files::Settings files{};
    network::RegisterSettings register_source{};
};

// The program with everything open: construction order is destruction order backwards.
class Application {
public:
    explicit Application(Configuration);
    ~Application();

    db::Database& database() { return database_; }
    const http::Routes& routes() const { return routes_; }
    http::Dispatcher& dispatcher() { return dispatcher_; }
    const Clock& clock() const { return clock_; }
    Clock& clock() { return clock_; }
    const i18n::Languages& languages() const { return languages_; }
    jobs::Workers& workers() { return workers_; }
    keys::KeyRoom& key_room() { return key_room_; }
    files::FileRoom& file_room() { return file_room_; }
    mail::Postman& postman() { return postman_; }
    webhooks::Courier& courier() { return courier_; }
    const Configuration& configuration() const { return configuration_; }
    network::Catalogue& catalogue() { return catalogue_; }
    workgroups::PlanningIndex& planning_index() { return planning_index_; }

    // Reads what pages need into memory, so that the first visitor does not wait.
    void warm_up();
    void start_background();    // job workers, the postman, the courier and the sealing of the audit
    void stop_background();

private:
    void mount();

    Configuration configuration_;
    Clock clock_;
    db::Database database_;
    keys::KeyRoom key_room_;
    files::FileRoom file_room_;
    i18n::Languages languages_;
    network::Catalogue catalogue_;
    network::hsds::HsdsFeed hsds_{languages_};
    network::DrawnLand drawn_land_;
    network::LandLayerStore land_layers_;
    network::Press press_;
    workgroups::PlanningIndex planning_index_{key_room_};
    workgroups::KeptFeeds kept_feeds_;
    workgroups::DecisionRegister decision_register_;
    jobs::Workers workers_;
    mail::Postman postman_;
    webhooks::Watches watches_;
    webhooks::Courier courier_;
    std::optional<identity::Provider> identity_provider_;
    http::Surroundings surroundings_;
    checkup::Installation installation_;
    notices::Kinds notice_kinds_;
    reports::Sources report_sources_;
    network::HomeNews home_news_{};
    network::WaitingElsewhere waiting_elsewhere_{};
    http::Shelf shelf_;
    http::Routes routes_;
    http::Dispatcher dispatcher_;
    std::thread sealing_;
    std::mutex mutex_;
    std::condition_variable something_;
    bool stopping_ = false;
};

// The region's own organisation; made with the first one who writes.
Id<Organisation> regional_organisation(db::Session& work, Instant now, const http::SiteFacts&);
