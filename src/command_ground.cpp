// Brings up what commands stand on.
#include "command_ground.hpp"

#include "network/network.hpp"
#include "platform/db/migrate.hpp"
#include "workgroups/workgroups.hpp"

namespace commands {

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

void keep_lists(Application& application) {
    application.database().in_write_transaction([&](db::Session& work) {
        auto author =
            operator_author(work, application.clock().now(), application.configuration().facts, "import", "code lists");
        network::load_lists(author);
        workgroups::load_lists(author);
    });
}

}
