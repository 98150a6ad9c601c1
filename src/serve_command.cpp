// Serving: the pages, and small servers beside them.
#include "command_ground.hpp"
#include "commands.hpp"
#include "network/network.hpp"
#include "platform/auth/passwords.hpp"
#include "platform/auth/sign_in_pages.hpp"
#include "workgroups/workgroups.hpp"

#include <csignal>
#include <fmt/format.h>
#include <sys/signalfd.h>

namespace commands {

namespace {

std::vector<std::string> hosts_of(const http::SiteFacts& facts) {
    auto start = facts.public_url.find("://");
    auto host = facts.public_url.substr(start == std::string::npos ? 0 : start + 3);
    host = host.substr(0, host.find('/'));
    if (auto colon = host.rfind(':'); colon != std::string::npos && host.find(']', colon) == std::string::npos)
        host = host.substr(0, colon);
    return {host};
}

// Prometheus asks here, on loopback: a site of one page.
class Metrics : public http::Site {
public:
    explicit Metrics(const http::Server& server) : server_{server} {}
    http::Plan plan(const http::Head&) override { return {http::Plan::Where::loop, 0, false}; }
    http::Answer answer(const http::Head& head, http::Body) override {
        if (head.path != "/metrics") return failure(head, 404);
        return {.status = 200, .headers = {{"Content-Type", "text/plain; version=0.0.4"}}, .body = server_.metrics()};
    }
    http::Answer failure(const http::Head&, int status) override {
        return {.status = status, .headers = {{"Content-Type", "text/plain"}}, .body = "See /metrics\n"};
    }

private:
    const http::Server& server_;
};

// What was moved away or renewed: the log and the certificate.
void reopen(http::Server& server) {
    server.reopen_log();
    try {
        server.reload_certificate();
    } catch (const std::exception& error) {
        fmt::print(stderr, "opora: the former certificate stays: {}\n", error.what());
    }
}

// Who came without TLS is led to it: a site of one answer.
class ToTls : public http::Site {
public:
    explicit ToTls(std::string public_url) : public_url_{std::move(public_url)} {}
    http::Plan plan(const http::Head&) override { return {.where = http::Plan::Where::loop, .private_path = true}; }
    http::Answer answer(const http::Head& head, http::Body) override {
        return {.status = 308, .headers = {{"Location", public_url_ + std::string{head.target}}}};
    }
    http::Answer failure(const http::Head&, int status) override {
        return {.status = status, .headers = {{"Content-Type", "text/plain"}}, .body = "See " + public_url_ + "\n"};
    }

private:
    std::string public_url_;
};

// A small server beside the one of the pages.
class Beside {
public:
    void start(http::ServerSettings settings, http::Site& site) {
        settings.loops = settings.pool_threads = 1, settings.access_log = "-";
        server_.emplace(settings, site);
        thread_ = std::thread{[this] {
            try {
                server_->run();
            } catch (const std::exception& error) { fmt::print(stderr, "opora: {}\n", error.what()); }
        }};
    }
    ~Beside() {
        if (server_) server_->stop(), thread_.join();
    }

private:
    std::optional<http::Server> server_;
    std::thread thread_;
};

int serve_opened(Configuration configuration, bool sample) {
    // Signals are taken by a thread that waits for them, so that stopping finishes what is under way.
    sigset_t awaited;
    sigemptyset(&awaited);
    for (auto signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&awaited, signal);
    pthread_sigmask(SIG_BLOCK, &awaited, nullptr);

    std::filesystem::create_directories(configuration.uploads);
    configuration.server.uploads = configuration.uploads;
    if (configuration.server.hosts.empty()) configuration.server.hosts = hosts_of(configuration.facts);
    Application application{configuration};
    keep_lists(application);
    application.warm_up();
    application.start_background();
    http::Server server{configuration.server, application.dispatcher()};
    Metrics metrics_site{server};
    ToTls redirect_site{configuration.facts.public_url};
    Beside metrics, redirect;
    if (!configuration.metrics_listen.empty()) metrics.start({.listen = configuration.metrics_listen}, metrics_site);
    if (!configuration.redirect_listen.empty())
        redirect.start({.listen = configuration.redirect_listen, .hosts = configuration.server.hosts}, redirect_site);
    std::atomic<bool> ended = false;
    std::thread signals{[&] {
        while (!ended) {
            timespec second{0, 200'000'000};
            auto signal = sigtimedwait(&awaited, nullptr, &second);
            if (signal == SIGHUP) reopen(server);
            else if (signal == SIGINT || signal == SIGTERM) return server.stop();
        }
    }};
    std::thread announce{[&] {
        while (!server.port() && !ended) std::this_thread::sleep_for(std::chrono::milliseconds{2});
        if (ended) return;
        if (sample) {
            for (auto& person : auth::sample_people()) fmt::print("  {:<30} {}\n", person.email, auth::sample_password);
            fmt::print("Opora s ukázkovým krajem běží na {}\n", configuration.facts.public_url);
        } else fmt::print("Opora běží na {}\n", configuration.facts.public_url);
        std::fflush(stdout);
    }};
    int result = 0;
    try {
        server.run();
    } catch (const std::exception& error) {
        fmt::print(stderr, "opora: {}\n", error.what());
        result = 1;
    }
    ended = true;
    announce.join(), signals.join();
    application.stop_background();
    return result;
}

void load_demonstration(const Configuration& configuration) {
    db::Database database{configuration.database};
    Clock clock;
    auto now = clock.now();
    database.in_write_transaction([&](db::Session& work) {
        auto author = operator_author(work, now, configuration.facts, "sample", "ukázkový kraj");
        network::load_sample(author);
        auto today = day_in_prague(now);
        auto municipality = auth::ensure_organisation(author, "Město Jilemnice", "municipality");
        auto provider = auth::ensure_organisation(author, "Ukázkový poskytovatel", "provider");
        auto add = [&](std::size_t which, Role role, Scope scope, Id<Organisation> organisation,
                       std::vector<std::string> districts = {}) {
            auto& person = auth::sample_people()[which];
            auto id = auth::add_person(author, person.email, person.name, organisation);
            auth::grant(author, id, {role, scope, organisation, {}, std::move(districts)}, today);
            auth::set_password(author, *auth::person_by_email(work, person.email),
                               auth::hash_password(auth::sample_password));
        };
        add(0, Role::regional_planner, Scope::region, author.organisation);
        add(1, Role::administrator, Scope::region, author.organisation);
        add(2, Role::planning_coordinator, Scope::area, municipality, {"5104"});
        add(3, Role::provider_director, Scope::organisation, provider);
        network::let_sample_provider_take_part(author, provider);
        add(4, Role::auditor, Scope::region, author.organisation);
        workgroups::load_sample(author);
        work.run("INSERT INTO instance_facts (name, value) VALUES ('demonstration', '1')");
    });
}

bool is_demonstration(const Configuration& configuration) {
    db::Session session{configuration.database};
    return session.maybe<std::string>("SELECT value FROM instance_facts WHERE name = 'demonstration'").has_value();
}

bool is_empty(const Configuration& configuration) {
    db::Session session{configuration.database};
    return session.one<std::int64_t>("SELECT count(*) FROM services") == 0 &&
           session.one<std::int64_t>("SELECT count(*) FROM people") == 0;
}

}

int serve(Configuration configuration) {
    bring_up(configuration);
    configuration.facts.demonstration = is_demonstration(configuration);
    return serve_opened(std::move(configuration), false);
}

int demo(Configuration configuration) {
    bring_up(configuration);
    if (!is_demonstration(configuration)) {
        if (!is_empty(configuration)) {
            fmt::print(stderr, "opora: {} holds another region; give an empty database with --database\n",
                       configuration.database);
            return 1;
        }
        load_demonstration(configuration);
    }
    configuration.facts.demonstration = true;
    return serve_opened(std::move(configuration), true);
}

}
