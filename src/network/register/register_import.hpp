// One reading of the national register's file: what was found, and what became of it.
#pragma once

#include "network/register/register_json.hpp"
#include "network/services/service.hpp"
#include "platform/jobs/jobs.hpp"

namespace network {

struct RegisterImport {
    Id<RegisterImport> id{};
    std::string file_name{};
    db::Bytes file_hash{};    // BLAKE2b
    std::int64_t bytes{};
    std::optional<std::string> region_code{};    // NUTS 3; nothing: the whole country
    bool allow_drop{};
    std::string state = "reading";    // reading, ready, applying, applied, failed, refused, cancelled
    std::int64_t services{};          // taken from the file
    std::int64_t facilities{};
    std::int64_t services_before{};
    std::int64_t facilities_before{};
    std::int64_t new_count{};
    std::int64_t changed_count{};
    std::int64_t ended_count{};
    std::int64_t vanished_count{};
    std::int64_t suspicious_count{};
    std::int64_t unchanged_count{};
    double drop_percent{};
    std::optional<Id<jobs::Job>> job_id{};
    std::optional<Id<history::Source>> source_id{};
    std::optional<Instant> read_at{};
    std::optional<Instant> applied_at{};
    std::optional<std::string> error_key{};
    std::optional<std::string> error_values{};    // JSON list of texts
    Kept kept{};

    static constexpr auto table = "register_imports";
    static void each_field(auto& import, auto& visit) {
        visit("id", import.id), visit("file_name", import.file_name), visit("file_hash", import.file_hash);
        visit("bytes", import.bytes), visit("region_code", import.region_code), visit("allow_drop", import.allow_drop);
        visit("state", import.state), visit("services", import.services), visit("facilities", import.facilities);
        visit("services_before", import.services_before), visit("facilities_before", import.facilities_before);
        visit("new_count", import.new_count), visit("changed_count", import.changed_count);
        visit("ended_count", import.ended_count), visit("vanished_count", import.vanished_count);
        visit("suspicious_count", import.suspicious_count), visit("unchanged_count", import.unchanged_count);
        visit("drop_percent", import.drop_percent), visit("job_id", import.job_id),
            visit("source_id", import.source_id);
        visit("read_at", import.read_at), visit("applied_at", import.applied_at), visit("error_key", import.error_key);
        visit("error_values", import.error_values);
        Kept::each_field(import.kept, visit);
    }

    std::int64_t differences() const {
        return new_count + changed_count + ended_count + vanished_count + suspicious_count;
    }
    bool under_way() const { return state == "reading" || state == "applying"; }
    // May be applied: read, and of what the register says now.
    bool may_be_applied() const { return state == "ready" || state == "refused"; }

    // For permissions.
    static std::optional<RegisterImport> find(db::Session&, const std::string& named);
    bool visible_to(const User&) const { return true; }
    Uuid uuid() const { return id.uuid; }
};

// What the register said last of one service.
struct KnownService {
    Id<KnownService> id{};
    std::string identifier{};
    std::optional<std::int64_t> portal_id{};
    db::Bytes fingerprint{};
    std::string said{};
    std::int64_t facilities{};
    std::optional<Id<Service>> service_id{};
    Id<RegisterImport> last_import_id{};
    std::optional<Instant> gone_at{};
    Kept kept{};

    static constexpr auto table = "register_services";
    static void each_field(auto& known, auto& visit) {
        visit("id", known.id), visit("identifier", known.identifier), visit("portal_id", known.portal_id);
        visit("fingerprint", known.fingerprint), visit("said", known.said), visit("facilities", known.facilities);
        visit("service_id", known.service_id), visit("last_import_id", known.last_import_id),
            visit("gone_at", known.gone_at);
        Kept::each_field(known.kept, visit);
    }
};

// How one service of the file differs from what the register said last.
struct ServiceDifference {
    Id<ServiceDifference> id{};
    Id<RegisterImport> import_id{};
    std::int64_t position{};
    std::string identifier{};
    std::string kind{};    // new, changed, ended, vanished, suspicious
    std::optional<std::string> region_code{};
    std::string orp_codes = ";";    // ;5104;5108;
    std::string type_code{};
    std::string provider_name{};
    std::optional<std::string> before{};
    std::optional<std::string> staged{};
    std::string fields = "[]";
    std::optional<std::string> decided{};    // accept, leave
    std::optional<Instant> applied_at{};
    Kept kept{};

    static constexpr auto table = "register_differences";
    static void each_field(auto& difference, auto& visit) {
        visit("id", difference.id), visit("import_id", difference.import_id), visit("position", difference.position);
        visit("identifier", difference.identifier), visit("kind", difference.kind);
        visit("region_code", difference.region_code), visit("orp_codes", difference.orp_codes);
        visit("type_code", difference.type_code), visit("provider_name", difference.provider_name);
        visit("before", difference.before), visit("staged", difference.staged), visit("fields", difference.fields);
        visit("decided", difference.decided), visit("applied_at", difference.applied_at);
        Kept::each_field(difference.kept, visit);
    }
};

inline constexpr const char* difference_kinds[] = {"new", "changed", "ended", "vanished", "suspicious"};

struct ImportNote {
    Id<ImportNote> id{};
    Id<RegisterImport> import_id{};
    std::int64_t position{};
    std::string kind{};
    std::string identifier{};
    std::string note_values = "[]";
    std::int64_t times = 1;
    Kept kept{};

    static constexpr auto table = "register_notes";
    static void each_field(auto& note, auto& visit) {
        visit("id", note.id), visit("import_id", note.import_id), visit("position", note.position),
            visit("kind", note.kind);
        visit("identifier", note.identifier), visit("note_values", note.note_values), visit("times", note.times);
        Kept::each_field(note.kept, visit);
    }
};

// Under which a service of the register is kept: its identifier, else its registration.
std::string register_key_of(const RegisterService&);

std::optional<RegisterImport> find_import(db::Session&, Id<RegisterImport>);
std::vector<RegisterImport> newest_imports(db::Session&, std::int64_t most);
std::optional<KnownService> find_known(db::Session&, const std::string& identifier);
std::vector<ImportNote> notes_of(db::Session&, Id<RegisterImport>, std::int64_t most);

// Saved with what differs from before; throws Conflict if somebody saved meanwhile.
void save_import(db::Session& work, Instant now, const RegisterImport& before, RegisterImport after);

// How many services differ, by territory: regions, and districts of the territory that we hold.
struct TerritoryTally {
    std::string code;    // NUTS 3 or the code of a district; empty: the register gives no place
    bool district = false;
    std::map<std::string, std::int64_t> counts{};    // by kind

    std::int64_t count(const std::string& kind) const {
        auto found = counts.find(kind);
        return found == counts.end() ? 0 : found->second;
    }
};
// Adds a difference of this kind to the lines of its places.
void tally(std::vector<TerritoryTally>&, const std::string& kind, const std::optional<std::string>& region,
           const std::string& orp_codes, std::int64_t times = 1);
std::vector<TerritoryTally> tally_of(db::Session&, Id<RegisterImport>);
void sort_tally(std::vector<TerritoryTally>&);    // regions first, each by code

}
