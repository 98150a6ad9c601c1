// What operators do at the command line.
#include "commands.hpp"

#include "command_ground.hpp"
#include "network/network.hpp"
#include "platform/audit/anchors.hpp"
#include "platform/auth/second_factor_pages.hpp"
#include "platform/backup/backup.hpp"
#include "platform/backup/soundness.hpp"
#include "platform/checkup/checkup.hpp"
#include "platform/files/file_care.hpp"
#include "workgroups/workgroups.hpp"

#include <fmt/format.h>

namespace commands {

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

}
