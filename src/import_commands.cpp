// Importing at the command line: the register, tables of services and capacities, territory.
#include "command_ground.hpp"
#include "commands.hpp"
#include "network/capacity_import/capacity_import_command.hpp"
#include "network/network.hpp"
#include "network/register/register_command.hpp"
#include "network/register/register_day_command.hpp"
#include "network/service_import/service_import_command.hpp"
#include "network/territory/territory_import.hpp"
#include "platform/base/csv.hpp"

#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <sstream>

namespace commands {

namespace {

Id<Organisation> own_organisation(Application& application) {
    return application.database().in_write_transaction([&](db::Session& work) {
        return regional_organisation(work, application.clock().now(), application.configuration().facts);
    });
}

}

int import_register(Configuration configuration, const Register& wanted) {
    bring_up(configuration);
    Application application{configuration};
    keep_lists(application);
    auto& database = application.database();
    network::ImportRegisterOptions options{wanted.file, wanted.dry_run, wanted.allow_drop, {}, wanted.json, {}};
    if (!wanted.region.empty()) options.region = wanted.region;
    options.organisation = own_organisation(application);
    return network::import_register_command(database, application.clock(), application.languages().czech(), options,
                                            std::cout, std::cerr);
}

int fetch_register(Configuration configuration) {
    bring_up(configuration);
    Application application{configuration};
    keep_lists(application);
    auto& database = application.database();
    auto organisation = own_organisation(application);
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
    options.organisation = own_organisation(application);
    return network::import_services_command(database, application.clock(), application.languages().czech(), options,
                                            std::cout, std::cerr);
}

int import_capacities(Configuration configuration, const Capacities& wanted) {
    bring_up(configuration);
    Application application{configuration};
    keep_lists(application);
    auto& database = application.database();
    network::ImportCapacitiesOptions options{wanted.file, wanted.dry_run, wanted.skip_errors, wanted.json, {}};
    options.organisation = own_organisation(application);
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
