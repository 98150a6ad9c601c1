// The verbs of the command line.  Each ends with 0 done, 1 it failed, 2 wrong usage; one clear line on stderr says why.
#pragma once

#include "application.hpp"

namespace commands {

int serve(Configuration);
int demo(Configuration);    // a fresh demonstration region, then serve
int migrate(Configuration);
// Integrity, foreign keys, seals of the audit; against a root that was noted elsewhere (DAY=ROOT), if one is given.
int check(Configuration, bool json, const std::string& noted);
int back_up(Configuration, const std::filesystem::path& folder, const std::filesystem::path& keys_folder);
struct Restore {
    std::filesystem::path from, keys;    // a folder of backups or one description; where the copy of the keys is
    bool replace = false, without_keys = false;
};
int restore(Configuration, const Restore&);

int routes(Configuration);    // METHOD PATH PERMISSION

int openapi(Configuration);    // the description of the whole interface

struct NewUser {
    std::string email, name, organisation, role, scope = "organisation";
    std::vector<std::string> districts;
};
int add_user(Configuration, const NewUser&);    // prints a link that signs in once
// For the administrator who lost phone and codes, when there is no other one.
int drop_second_step(Configuration, const std::string& email);

struct Register {
    std::filesystem::path file;
    bool dry_run = false, allow_drop = false, json = false;
    std::string region;    // NUTS 3; empty: the whole country
};
int import_register(Configuration, const Register&);

int fetch_register(Configuration);    // from the source that is configured, as every day

struct Services {
    std::filesystem::path file;
    std::string sheet;
    bool dry_run = false, skip_errors = false, create_new = false, overwrite = false, json = false;
};
int import_services(Configuration, const Services&);    // a table of services

struct Capacities {
    std::filesystem::path file;
    bool dry_run = false, skip_errors = false, json = false;
};
int import_capacities(Configuration, const Capacities&);    // a table of numbers of any of the four kinds

struct Territory {
    std::filesystem::path municipalities, age;
    std::vector<std::filesystem::path> boundaries;
};
int import_territory(Configuration, const Territory&);

// The facts of a document, printed as JSON; the file is read in a limited child process.
struct Extract {
    std::string kind{};
    std::filesystem::path file{}, for_worker{};    // for_worker: this process is that child
};
int extract(const Extract&);
std::vector<std::string> kinds_of_documents();

}
