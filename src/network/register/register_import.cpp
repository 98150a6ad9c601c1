// Finds imports, and counts their differences by territory.
#include "network/register/register_import.hpp"

#include <algorithm>

namespace network {

std::optional<RegisterImport> RegisterImport::find(db::Session& db, const std::string& named) {
    auto id = Id<RegisterImport>::parse(named);
    return id ? find_import(db, *id) : std::nullopt;
}

std::string register_key_of(const RegisterService& service) {
    return service.identifier.empty() ? "portal:" + std::to_string(service.portal_id) : service.identifier;
}

std::optional<RegisterImport> find_import(db::Session& db, Id<RegisterImport> id) {
    return db.maybe<RegisterImport>("SELECT * FROM register_imports WHERE id = $1", id);
}

std::vector<RegisterImport> newest_imports(db::Session& db, std::int64_t most) {
    return db.all<RegisterImport>("SELECT * FROM register_imports ORDER BY created_at DESC, id DESC LIMIT $1", most);
}

std::optional<KnownService> find_known(db::Session& db, const std::string& identifier) {
    return db.maybe<KnownService>("SELECT * FROM register_services WHERE identifier = $1", identifier);
}

std::vector<ImportNote> notes_of(db::Session& db, Id<RegisterImport> import, std::int64_t most) {
    return db.all<ImportNote>("SELECT * FROM register_notes WHERE import_id = $1 ORDER BY position LIMIT $2", import,
                              most);
}

void save_import(db::Session& work, Instant now, const RegisterImport& before, RegisterImport after) {
    auto source = after.source_id ? *after.source_id
                                  : history::keep_source(work, now, after.kept.changed_by, after.kept.organisation_id,
                                                         "import", after.file_name);
    history::keep_change({work, now, before.kept.changed_by, before.kept.organisation_id, source}, before, after);
}

namespace {

void count(std::vector<TerritoryTally>& lines, const std::string& code, bool district, const std::string& kind,
           std::int64_t times) {
    auto line = std::ranges::find_if(lines, [&](auto& line) { return line.code == code && line.district == district; });
    if (line == lines.end()) line = lines.insert(line, TerritoryTally{code, district});
    line->counts[kind] += times;
}

struct DifferencesAlike {
    std::optional<std::string> region_code;
    std::string orp_codes, kind;
    std::int64_t times{};

    static void each_field(auto& alike, auto& visit) {
        visit("region_code", alike.region_code), visit("orp_codes", alike.orp_codes), visit("kind", alike.kind);
        visit("times", alike.times);
    }
};
}

void tally(std::vector<TerritoryTally>& lines, const std::string& kind, const std::optional<std::string>& region,
           const std::string& orp_codes, std::int64_t times) {
    count(lines, region.value_or(""), false, kind, times);
    std::string_view rest = orp_codes;
    while (!rest.empty()) {
        auto end = rest.find(';');
        if (auto code = rest.substr(0, end); !code.empty()) count(lines, std::string{code}, true, kind, times);
        rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    }
}

std::vector<TerritoryTally> tally_of(db::Session& db, Id<RegisterImport> import) {
    std::vector<TerritoryTally> lines;
    for (auto& row :
         db.all<DifferencesAlike>("SELECT region_code, orp_codes, kind, count(*) AS times FROM register_differences"
                                  " WHERE import_id = $1 GROUP BY region_code, orp_codes, kind",
                                  import))
        tally(lines, row.kind, row.region_code, row.orp_codes, row.times);
    sort_tally(lines);
    return lines;
}

void sort_tally(std::vector<TerritoryTally>& lines) {
    std::ranges::sort(lines, {}, [](auto& line) { return std::tuple{line.district, line.code.empty(), line.code}; });
}

}
