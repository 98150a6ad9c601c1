// `opora import capacities FILE.csv`: what the pages do, for a terminal.
#pragma once

#include "network/capacity_import/capacity_import.hpp"
#include "platform/i18n/texts.hpp"

#include <iosfwd>

namespace network {

struct ImportCapacitiesOptions {
    std::filesystem::path file{};
    bool dry_run = false;        // read and tell, change nothing
    bool skip_errors = false;    // apply the good rows though others are wrong
    bool json = false;
    Id<Organisation> organisation{};
};

// 0 done, 1 refused: the table cannot be read, or rows are wrong and nobody said to leave them out.
int import_capacities_command(db::Database&, const Clock&, const i18n::Texts&, const ImportCapacitiesOptions&,
                              std::ostream& out, std::ostream& err);

}
