// opora import register FILE [--dry-run] [--allow-drop] [--region CZ051] [--format json]
#pragma once

#include "platform/db/database.hpp"
#include "platform/i18n/texts.hpp"
#include "platform/time/clock.hpp"

#include <filesystem>
#include <iosfwd>
#include <optional>

struct Organisation;

namespace network {

struct ImportRegisterOptions {
    std::filesystem::path file{};
    bool dry_run = false;
    bool allow_drop = false;
    std::optional<std::string> region{};    // NUTS 3; nothing: the whole country
    bool json = false;
    Id<Organisation> organisation{};    // for which it is imported
};

// Prints the difference by territory; without a dry run it is kept and applied, with progress on err.
// 0 done, 1 refused or not readable (nothing has changed), 2 wrong words.
int import_register_command(db::Database&, const Clock&, const i18n::Texts&, const ImportRegisterOptions&,
                            std::ostream& out, std::ostream& err);

}
