#include "platform/backup/soundness.hpp"

namespace backup {

Soundness soundness_of(db::Session& session) {
    Soundness found;
    if (session.kind() == db::Kind::sqlite) {
        for (auto& line : session.all<std::string>("SELECT integrity_check FROM pragma_integrity_check"))
            if (line != "ok") found.problems.push_back("integrity: " + line);
        for (auto& line : session.all<std::string>(
                 "SELECT 'foreign key of ' || \"table\" || ' into ' || parent FROM pragma_foreign_key_check"))
            found.problems.push_back(line);
    }
    found.seals = audit::verify(session);
    for (auto& seal : found.seals.broken) found.problems.push_back("audit seal " + seal + " does not hold");
    return found;
}

}
