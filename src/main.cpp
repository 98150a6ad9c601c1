// The binary opora: reads the words of the command line and calls the verb.
#include "commands.hpp"
#include "configuration.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>

int main(int count, char** words) {
    ::umask(0077);    // databases, keys and copies are for the account of the program alone
    if (sodium_init() < 0) return 1;
    CLI::App app{"Opora: the information system of a region's mental-health and social care", "opora"};
    app.require_subcommand(1);
    app.set_version_flag("--version", "0.1.0");

    std::string file, database, listen, public_url;
    auto common = [&](CLI::App* verb) {
        verb->add_option("--config", file, "settings (opora.toml)");
        verb->add_option("--database", database, "sqlite:PATH or postgresql://…");
        return verb;
    };
    auto serving = [&](CLI::App* verb) {
        verb->add_option("--listen", listen, "address:port, 127.0.0.1:8080 unless told");
        verb->add_option("--public-url", public_url, "the address under which people reach it");
        return common(verb);
    };
    auto serve = serving(app.add_subcommand("serve", "serve the pages"));
    auto demo = serving(app.add_subcommand("demo", "make a demonstration region where there is none, then serve it"));
    auto migrate = common(app.add_subcommand("migrate", "bring the database up to date"));
    auto check = common(app.add_subcommand("check", "integrity, foreign keys, seals of the audit"));
    std::string format = "text";
    check->add_option("--format", format, "text or json")->check(CLI::IsMember({"text", "json"}));
    std::string noted;
    check->add_option("--anchor", noted, "DAY=ROOT as noted elsewhere: 2026-11-28=3f2a…; does the audit still agree?");
    auto back_up = common(app.add_subcommand("backup", "copies data and keys while people work"));
    std::filesystem::path folder, keys_folder;
    back_up->add_option("folder", folder, "where the copy of the data goes")->required();
    back_up->add_option("--keys-into", keys_folder, "where the copy of the keys goes; FOLDER/keys unless told");
    auto restore = common(app.add_subcommand("restore", "puts a backup in place, if it is whole and not newer"));
    commands::Restore put_back;
    restore->add_option("from", put_back.from, "a folder of backups (its newest), or opora-backup-….json")->required();
    restore->add_option("--keys", put_back.keys, "the folder with the copy of the keys; FROM/keys unless told");
    restore->add_flag("--replace", put_back.replace, "replace the database that is there; SQLite's moves aside");
    restore->add_flag("--without-keys", put_back.without_keys, "leave the key store as it is");
    auto routes = common(app.add_subcommand("routes", "METHOD PATH PERMISSION, one a line"));

    auto openapi = common(app.add_subcommand("openapi", "the OpenAPI 3.1 document of the interface for programs"));

    auto user = app.add_subcommand("user", "people who sign in");
    user->require_subcommand(1);
    auto add = common(user->add_subcommand("add", "a new account; prints a link that signs in once"));
    commands::NewUser wanted;
    add->add_option("email", wanted.email)->required();
    add->add_option("--name", wanted.name, "as others see it");
    add->add_option("--organisation", wanted.organisation, "the region unless told");
    add->add_option("--role", wanted.role, "administrator, regional_planner, …")->required();
    add->add_option("--scope", wanted.scope, "own, team, organisation, area, region");
    add->add_option("--district", wanted.districts, "codes of districts, for the scope area");
    add->add_option("--public-url", public_url, "the address under which people reach it");

    auto drop_step = common(user->add_subcommand("drop-second-step", "for who lost the phone and the codes"));
    std::string whose;
    drop_step->add_option("email", whose)->required();

    auto import = app.add_subcommand("import", "bring in files");
    import->require_subcommand(1);
    auto national = common(import->add_subcommand("register", "the national register of social services"));
    commands::Register register_file;
    std::string register_format = "text";
    national->add_option("file", register_file.file, "rpss.json")->required();
    national->add_flag("--dry-run", register_file.dry_run, "print the difference, change nothing");
    national->add_flag("--allow-drop", register_file.allow_drop, "also when more than 5 % would vanish");
    national->add_option("--region", register_file.region, "only services of this region, such as CZ051");
    national->add_option("--format", register_format, "text or json")->check(CLI::IsMember({"text", "json"}));

    auto capacities =
        common(import->add_subcommand("capacities", "registered, agreed and free capacities from a table"));
    commands::Capacities capacity_file;
    std::string capacity_format = "text";
    capacities
        ->add_option("file", capacity_file.file,
                     "CSV: sluzba, kapacita, forma, jednotka, pocet, plati_od, plati_do, "
                     "poznamka")
        ->required();
    capacities->add_flag("--dry-run", capacity_file.dry_run,
                         "print what would change and what is wrong, change nothing");
    capacities->add_flag("--skip-errors", capacity_file.skip_errors, "leave wrong rows out and apply the others");
    capacities->add_option("--format", capacity_format, "text or json")->check(CLI::IsMember({"text", "json"}));

    auto services = common(import->add_subcommand("services", "services from a table, CSV or XLSX"));
    commands::Services service_file;
    std::string service_format = "text";
    services->add_option("file", service_file.file, "a table with headings; they say what its columns hold")
        ->required();
    services->add_option("--sheet", service_file.sheet, "of a workbook; the first one unless told");
    services->add_flag("--dry-run", service_file.dry_run, "print what would change and what is wrong, change nothing");
    services->add_flag("--skip-errors", service_file.skip_errors, "leave wrong rows out and take the others");
    services->add_flag("--create-new", service_file.create_new, "found services that are not known yet");
    services->add_flag("--overwrite", service_file.overwrite, "also what a person wrote here");
    services->add_option("--format", service_format, "text or json")->check(CLI::IsMember({"text", "json"}));

    auto extract = app.add_subcommand("extract", "the facts of a document as JSON; needs no database");
    commands::Extract document;
    extract->add_option("kind", document.kind, "minutes, service, project")
        ->check(CLI::IsMember(commands::kinds_of_documents()));
    extract->add_option("file", document.file, "txt, md, html, docx, odt, pdf, eml");
    extract->add_option("--worker", document.for_worker, "reads one file under limits, for the program itself");

    auto fetch = app.add_subcommand("fetch", "take what the operator configured, as the program does every day");
    fetch->require_subcommand(1);
    auto fetch_register = common(fetch->add_subcommand("register", "the register's file, from register.source"));

    auto territory = common(import->add_subcommand("territory", "municipalities, districts, population, boundaries"));
    commands::Territory files;
    territory->add_option("--municipalities", files.municipalities, "CSV")->required();
    territory->add_option("--age", files.age, "CSV with ages");
    territory->add_option("--boundaries", files.boundaries, "GeoJSON, several allowed");

    try {
        app.parse(count, words);
    } catch (const CLI::Success& success) { return app.exit(success); } catch (const CLI::ParseError& error) {
        app.exit(error);
        return 2;
    }
    if (*extract) return commands::extract(document);
    try {
        auto configuration = read_configuration(file);
        if (!database.empty()) {
            configuration.database = database;
            // The keys stand beside the data unless the operator put them elsewhere.
            if (database.starts_with("sqlite:")) {
                auto folder = std::filesystem::path{database.substr(7)}.parent_path();
                configuration.keys = "sqlite:" + (folder / "keys.db").string();
                configuration.master_key = folder / "master.key";
                configuration.uploads = folder / "uploads";
            }
        }
        if (!listen.empty()) {
            configuration.server.listen = listen;
            if (public_url.empty()) configuration.facts.public_url = "http://" + listen;
        }
        if (!public_url.empty()) configuration.facts.public_url = public_url;
        if (*serve) return commands::serve(configuration);
        if (*demo) return commands::demo(configuration);
        if (*migrate) return commands::migrate(configuration);
        if (*check) return commands::check(configuration, format == "json", noted);
        if (*back_up) return commands::back_up(configuration, folder, keys_folder);
        if (*restore) return commands::restore(configuration, put_back);
        if (*routes) return commands::routes(configuration);
        if (*openapi) return commands::openapi(configuration);
        if (*add) return commands::add_user(configuration, wanted);
        if (*drop_step) return commands::drop_second_step(configuration, whose);
        register_file.json = register_format == "json";
        if (*national) return commands::import_register(configuration, register_file);
        if (*fetch_register) return commands::fetch_register(configuration);
        service_file.json = service_format == "json";
        if (*services) return commands::import_services(configuration, service_file);
        capacity_file.json = capacity_format == "json";
        if (*capacities) return commands::import_capacities(configuration, capacity_file);
        if (*territory) return commands::import_territory(configuration, files);
    } catch (const std::exception& error) {
        fmt::print(stderr, "opora: {}\n", error.what());
        return 1;
    }
    return 2;
}
