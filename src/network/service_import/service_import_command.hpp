// `opora import services FILE`: what the pages do, for a terminal.
#pragma once

#include "network/service_import/service_import.hpp"
#include "platform/i18n/texts.hpp"

#include <iosfwd>

namespace network {

struct ImportServicesOptions {
    std::filesystem::path file{};
    std::string sheet{};         // of a workbook; empty: its first one
    bool dry_run = false;        // read and tell, change nothing
    bool skip_errors = false;    // take the good rows though others are wrong
    bool create_new = false;
    bool overwrite = false;
    bool json = false;
    Id<Organisation> organisation{};
};

// 0 done, 1 refused: the table cannot be read, its columns do not tell services apart, or rows are wrong and nobody
// said to leave them out.
int import_services_command(db::Database&, const Clock&, const i18n::Texts&, const ImportServicesOptions&,
                            std::ostream& out, std::ostream& err);

}
