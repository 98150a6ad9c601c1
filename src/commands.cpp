// Serving, and what operators do at the command line.
#include "commands.hpp"

#include "network/capacity_import/capacity_import_command.hpp"
#include "network/network.hpp"
#include "network/register/register_command.hpp"
#include "network/register/register_day_command.hpp"
#include "network/service_import/service_import_command.hpp"
#include "network/territory/territory_import.hpp"
#include "platform/audit/anchors.hpp"
#include "platform/auth/second_factor_pages.hpp"
#include "platform/backup/backup.hpp"
#include "platform/backup/soundness.hpp"
#include "platform/base/csv.hpp"
#include "platform/checkup/checkup.hpp"
#include "platform/db/migrate.hpp"
#include "platform/files/file_care.hpp"
#include "workgroups/workgroups.hpp"

#include <csignal>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <sstream>
#include <sys/signalfd.h>
#include <unistd.h>

namespace commands {

namespace {

void make_folder_of(const std::string& database) {
    if (!database.starts_with("sqlite:") || database.starts_with("sqlite::memory")) return;
    auto folder = std::filesystem::path{database.substr(7)}.parent_path();
    if (!folder.empty()) std::filesystem::create_directories(folder);
}

void bring_up(const Configuration& configuration) {
    make_folder_of(configuration.database), make_folder_of(configuration.keys);
    db::Session session{configuration.database};
    db::migrate(session, {platform::files(), network::files(), workgroups::files()});
}

history::Author operator_author(db::Session& work, Instant now, const http::SiteFacts& facts, const char* kind,
                                const char* label) {
    auto organisation = regional_organisation(work, now, facts);
    auto source = history::keep_source(work, now, {}, organisation, kind, label);
    return {work, now, {}, organisation, source};
}

// The lists that the program carries are part of what it needs, like its tables.
void keep_lists(Application& application) {
    application.database().in_write_transaction([&](db::Session& work) {
        auto author =
            operator_author(work, application.clock().now(), application.configuration().facts, "import", "code lists");
        network::load_lists(author);
        workgroups::load_lists(author);
    });
}

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

int migrate(Configuration configuration) {
    bring_up(configuration);
    Application application{configuration};
    keep_lists(application);
    fmt::print("The database is up to date.\n");
    return 0;
}

int check(Configuration configuration, bool json, const std::string& noted) {
    db::Session session{configuration.database};
    auto [wrong, verdict] = backup::soundness_of(session);
    for (auto& line : files::problems_of_files(configuration.database, configuration.files)) wrong.push_back(line);
    try {
        if (!noted.empty())
            if (auto said = audit::disagreement(session, noted)) wrong.push_back(*said);
    } catch (const std::invalid_argument& typed) {
        fmt::print(stderr, "{}\n", typed.what());
        return 2;
    }
    if (json) {
        std::string list;
        for (auto& line : wrong) list += (list.empty() ? "" : ",") + to_json(line);
        fmt::print(
            "{{\"ok\":{},\"audit_seals\":{},\"audit_rows_sealed\":{},\"audit_rows_unsealed\":{},\"problems\":[{}]}}\n",
            wrong.empty(), verdict.seals, verdict.rows, verdict.unsealed, list);
    } else {
        for (auto& line : wrong) fmt::print("{}\n", line);
        fmt::print("{} seals hold {} rows of the audit, {} rows wait for the next seal; {}\n", verdict.seals,
                   verdict.rows, verdict.unsealed,
                   wrong.empty() ? "everything is in order" : std::to_string(wrong.size()) + " problems");
    }
    return wrong.empty() ? 0 : 1;
}

int back_up(Configuration configuration, const std::filesystem::path& folder,
            const std::filesystem::path& keys_folder) {
    auto keys = keys_folder.empty() ? folder / "keys" : keys_folder;
    auto list = backup::make({configuration.database, configuration.keys}, folder, keys, Clock{}.now());
    db::Database database{configuration.database};
    database.in_write_transaction([](db::Session& work) { checkup::note_backup(work, Clock{}.now()); });
    auto made = backup::Manifest::read(list);
    fmt::print("{}\n{} holds the data ({} bytes), looked through and whole.\n", list.string(),
               (folder / made.data.file).string(), made.data.bytes);
    if (made.keys)
        fmt::print("{} holds the keys. Keep it elsewhere, and no longer than 35 days: whoever was erased stays erased "
                   "only when the last copy of the key is gone.\n",
                   (keys / made.keys->file).string());
    else fmt::print("There is no key store yet, so nothing else is to be kept.\n");
    // After the data: no file in them lacks its object, but for those erased meanwhile.
    if (auto objects = configuration.files.folder())
        fmt::print("{} holds the objects of files, {} of them new.\n", (folder / "objects").string(),
                   files::copy_objects(*objects, folder / "objects"));
    return 0;
}

int restore(Configuration configuration, const Restore& wanted) {
    make_folder_of(configuration.database), make_folder_of(configuration.keys);
    auto manifest = backup::newest_in(wanted.from);
    auto keys = wanted.keys.empty() ? manifest.parent_path() / "keys" : wanted.keys;
    auto done = backup::restore({manifest, keys, configuration.master_key, wanted.replace, wanted.without_keys},
                                {configuration.database, configuration.keys},
                                {platform::files(), network::files(), workgroups::files()}, Clock{}.now());
    fmt::print("{} is restored, brought up to date and whole.\n", manifest.string());
    if (done.erased) fmt::print("{} keys of people who were erased were destroyed again.\n", done.erased);
    if (done.former_unreadable)
        fmt::print(
            "The database that was there could not be read: whoever was erased after {} is to be erased again.\n",
            to_iso(backup::Manifest::read(manifest).made_at));
    if (auto objects = configuration.files.folder())
        fmt::print("{} objects of files were put back.\n",
                   files::copy_objects(manifest.parent_path() / "objects", *objects));
    for (auto& aside : done.aside) fmt::print("What was there before is {}.\n", aside.string());
    return 0;
}

int routes(Configuration configuration) {
    Application application{configuration};
    fmt::print("{}", application.routes().text());
    return 0;
}

int openapi(Configuration configuration) {
    Application application{configuration};
    fmt::print("{}\n", network::openapi_text(application.routes(), configuration.facts));
    return 0;
}

int add_user(Configuration configuration, const NewUser& wanted) {
    auto role = role_from(wanted.role);
    auto scope = scope_from(wanted.scope);
    if (!role || !scope) {
        std::string roles;
        for (auto known : all_roles) roles += std::string{roles.empty() ? "" : ", "} + to_text(known);
        fmt::print(stderr, "opora: a role is one of {}; a scope own, team, organisation, area or region\n", roles);
        return 2;
    }
    bring_up(configuration);
    db::Database database{configuration.database};
    auto now = Clock{}.now();
    auto token = database.in_write_transaction([&](db::Session& work) -> std::optional<std::string> {
        if (auth::person_by_email(work, wanted.email)) return {};
        auto author = operator_author(work, now, configuration.facts, "import", "opora user add");
        auto organisation = wanted.organisation.empty()
                                ? author.organisation
                                : auth::ensure_organisation(author, wanted.organisation, "other");
        auto id =
            auth::add_person(author, wanted.email, wanted.name.empty() ? wanted.email : wanted.name, organisation);
        auth::grant(author, id, {*role, *scope, organisation, {}, wanted.districts}, day_in_prague(now));
        return auth::make_sign_in_link(work, *auth::person_by_email(work, wanted.email), now, std::chrono::hours{72});
    });
    if (!token) {
        fmt::print(stderr, "opora: {} has an account already\n", wanted.email);
        return 1;
    }
    fmt::print("{}/prihlaseni/odkaz/{}\n", configuration.facts.public_url, *token);
    return 0;
}

int drop_second_step(Configuration configuration, const std::string& email) {
    bring_up(configuration);
    Application application{configuration};
    auto now = application.clock().now();
    auto& texts = application.languages().czech();
    bool done = application.database().in_write_transaction([&](db::Session& work) {
        auto person = auth::person_by_email(work, email);
        if (!person || !auth::second_factor(work, person->id)) return false;
        auth::reset_second_factor(work, now, application.key_room().store(), *person, configuration.facts, texts);
        const User nobody;
        auto row = audit::Trail{nobody, now, "user drop-second-step"}.row("auth.second_factor_reset", person->id.uuid,
                                                                          audit::Outcome::done);
        row.organisation_id = person->kept.organisation_id;
        audit::insert(work, row);
        return true;
    });
    if (!done) {
        fmt::print(stderr, "opora: {} has no account or no second step\n", email);
        return 1;
    }
    fmt::print("{} signs in by the password alone now, and sets the second step up anew.\n", email);
    return 0;
}

int import_register(Configuration configuration, const Register& wanted) {
    bring_up(configuration);
    Application application{configuration};
    keep_lists(application);
    auto& database = application.database();
    network::ImportRegisterOptions options{wanted.file, wanted.dry_run, wanted.allow_drop, {}, wanted.json, {}};
    if (!wanted.region.empty()) options.region = wanted.region;
    options.organisation = database.in_write_transaction(
        [&](db::Session& work) { return regional_organisation(work, application.clock().now(), configuration.facts); });
    return network::import_register_command(database, application.clock(), application.languages().czech(), options,
                                            std::cout, std::cerr);
}

int fetch_register(Configuration configuration) {
    bring_up(configuration);
    Application application{configuration};
    keep_lists(application);
    auto& database = application.database();
    auto organisation = database.in_write_transaction(
        [&](db::Session& work) { return regional_organisation(work, application.clock().now(), configuration.facts); });
    return network::fetch_register_command(database, application.clock(), application.languages().czech(),
                                           application.configuration().register_source, organisation, std::cout,
                                           std::cerr);
}

int import_services(Configuration configuration, const Services& wanted) {
    bring_up(configuration);
    Application application{configuration};
    keep_lists(application);
    auto& database = application.database();
    network::ImportServicesOptions options{wanted.file,       wanted.sheet,     wanted.dry_run, wanted.skip_errors,
                                           wanted.create_new, wanted.overwrite, wanted.json,    {}};
    options.organisation = database.in_write_transaction(
        [&](db::Session& work) { return regional_organisation(work, application.clock().now(), configuration.facts); });
    return network::import_services_command(database, application.clock(), application.languages().czech(), options,
                                            std::cout, std::cerr);
}

int import_capacities(Configuration configuration, const Capacities& wanted) {
    bring_up(configuration);
    Application application{configuration};
    keep_lists(application);
    auto& database = application.database();
    network::ImportCapacitiesOptions options{wanted.file, wanted.dry_run, wanted.skip_errors, wanted.json, {}};
    options.organisation = database.in_write_transaction(
        [&](db::Session& work) { return regional_organisation(work, application.clock().now(), configuration.facts); });
    return network::import_capacities_command(database, application.clock(), application.languages().czech(), options,
                                              std::cout, std::cerr);
}

int import_territory(Configuration configuration, const Territory& files) {
    bring_up(configuration);
    db::Database database{configuration.database};
    i18n::Languages languages{platform::files(), network::files()};
    auto& texts = languages.czech();
    try {
        auto opened = [](const std::filesystem::path& path) {
            std::ifstream file{path};
            if (!file) throw std::runtime_error{"cannot read " + path.string()};
            return file;
        };
        std::vector<std::string> boundaries;
        for (auto& path : files.boundaries) {
            std::ostringstream text;
            text << opened(path).rdbuf();
            boundaries.push_back(text.str());
        }
        auto done = database.in_write_transaction([&](db::Session& work) {
            auto municipalities = opened(files.municipalities);
            std::ifstream age;
            if (!files.age.empty()) age = opened(files.age);
            auto author = operator_author(work, Clock{}.now(), configuration.facts, "import", "territory");
            author.quietly = true;
            auto result =
                network::import_territory(author, {&municipalities, files.age.empty() ? nullptr : &age, boundaries});
            history::count_up(work, "network");
            return result;
        });
        fmt::print("municipalities: {} new, {} changed, {} the same; boundaries: {} new, {} changed\n",
                   done.municipalities.added, done.municipalities.changed, done.municipalities.same,
                   done.boundaries.added, done.boundaries.changed);
        return 0;
    } catch (const network::TerritoryError& error) {
        fmt::print(stderr, "opora: {}\n", texts.text(error.text_key(), error.values));
    } catch (const network::GeoJsonError& error) {
        fmt::print(stderr, "opora: {}\n", texts.text(error.text_key(), error.values));
    } catch (const csv::Error& error) {
        fmt::print(stderr, "opora: {}\n", texts.text(error.text_key(), error.values));
    } catch (const std::exception& error) { fmt::print(stderr, "opora: {}\n", error.what()); }
    return 1;
}

}
