// The register every day: its source is asked, the difference waits for one click, and yesterday's gives way to it.
#pragma once

#include "network/register/register_fetch.hpp"
#include "network/register/register_stage.hpp"

namespace network {

struct RegisterDay {
    Id<RegisterDay> id{};
    Date day{};                       // in Prague
    std::string state = "reading";    // reading, unchanged, differs, superseded, failed
    std::string source{};             // for people
    std::optional<Id<RegisterImport>> import_id{};
    std::int64_t bytes{};
    bool packed{};
    db::Bytes file_hash{};
    std::optional<std::string> etag{};
    std::optional<std::string> last_modified{};
    std::optional<Instant> taken_at{};
    std::optional<std::string> error_key{};
    std::optional<std::string> error_values{};    // JSON list of texts
    Kept kept{};

    static constexpr auto table = "register_days";
    static void each_field(auto& day, auto& visit) {
        visit("id", day.id), visit("day", day.day), visit("state", day.state), visit("source", day.source);
        visit("import_id", day.import_id), visit("bytes", day.bytes), visit("packed", day.packed);
        visit("file_hash", day.file_hash), visit("etag", day.etag), visit("last_modified", day.last_modified);
        visit("taken_at", day.taken_at), visit("error_key", day.error_key);
        visit("error_values", day.error_values);
        Kept::each_field(day.kept, visit);
    }
};

std::vector<RegisterDay> newest_days(db::Session&, std::int64_t most);    // newest first
std::optional<RegisterDay> day_of_import(db::Session&, Id<RegisterImport>);

struct AskedFor {
    Id<Organisation> organisation;
    std::optional<Id<jobs::Job>> job{};    // nothing: somebody at the command line
};

// Asks the source for today's file and makes its difference.  Nothing of the network changes.  Planners are told what
// differs, and once when it fails, not every day anew.  Throws Conflict while another difference is being applied.
RegisterDay take_register_day(db::Database&, const Clock&, const RegisterSettings&, const AskedFor&,
                              const Progress& = {});

}
