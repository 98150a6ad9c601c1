// A table of services that somebody handed over: understood by its headings, looked through, applied when told so.
#pragma once

#include "network/import_files.hpp"
#include "network/service_import/service_merge.hpp"

namespace network {

struct ServiceImport {
    Id<ServiceImport> id{};
    std::string file_name{};
    std::string sheet{};
    std::string sheets = "[]";
    std::string state = "opening";    // opening, mapping, reading, ready, applying, applied, failed, cancelled
    std::string headings = "[]";
    std::string examples = "[]";
    std::string mapping = "[]";
    std::string mapping_from = "guessed";    // learned, guessed, person
    bool create_new = false;
    bool overwrite = false;
    std::int64_t all_rows{};
    std::int64_t new_rows{};
    std::int64_t changed_rows{};
    std::int64_t same_rows{};
    std::int64_t wrong_rows{};
    std::int64_t held_rows{};
    std::string preview = "[]";
    std::optional<Id<jobs::Job>> job_id{};
    std::optional<Id<history::Source>> source_id{};
    std::optional<Instant> read_at{};
    std::optional<Instant> applied_at{};
    std::optional<std::string> error_key{};
    std::optional<std::string> error_values{};    // JSON list of texts
    Kept kept{};

    static constexpr auto table = "service_imports";
    static void each_field(auto& import, auto& visit) {
        visit("id", import.id), visit("file_name", import.file_name), visit("sheet", import.sheet);
        visit("sheets", import.sheets), visit("state", import.state), visit("headings", import.headings);
        visit("examples", import.examples), visit("mapping", import.mapping);
        visit("mapping_from", import.mapping_from), visit("create_new", import.create_new);
        visit("overwrite", import.overwrite), visit("all_rows", import.all_rows), visit("new_rows", import.new_rows);
        visit("changed_rows", import.changed_rows), visit("same_rows", import.same_rows);
        visit("wrong_rows", import.wrong_rows), visit("held_rows", import.held_rows);
        visit("preview", import.preview), visit("job_id", import.job_id), visit("source_id", import.source_id);
        visit("read_at", import.read_at), visit("applied_at", import.applied_at), visit("error_key", import.error_key);
        visit("error_values", import.error_values);
        Kept::each_field(import.kept, visit);
    }

    bool under_way() const { return state == "opening" || state == "reading" || state == "applying"; }
    std::int64_t differing() const { return changed_rows + (create_new ? new_rows : 0); }
    std::vector<std::string> headings_list() const;
    std::vector<std::string> mapping_list() const;

    // For permissions.
    static std::optional<ServiceImport> find(db::Session&, const std::string& named);
    bool visible_to(const User&) const { return true; }
    Uuid uuid() const { return id.uuid; }
};

struct ServiceImportProblem {
    Id<ServiceImportProblem> id{};
    Id<ServiceImport> import_id{};
    std::int64_t row_number{};
    std::string column_name{};
    std::string cell_value{};
    std::string problem{};
    std::string problem_values = "[]";
    Kept kept{};

    static constexpr auto table = "service_import_problems";
    static void each_field(auto& problem, auto& visit) {
        visit("id", problem.id), visit("import_id", problem.import_id), visit("row_number", problem.row_number);
        visit("column_name", problem.column_name), visit("cell_value", problem.cell_value);
        visit("problem", problem.problem), visit("problem_values", problem.problem_values);
        Kept::each_field(problem.kept, visit);
    }
};

// One of the first rows as it was understood.
struct PreviewRow {
    std::int64_t row{};
    std::string outcome{};    // new, changed, same, wrong
    std::string name{}, provider{};
    std::vector<RowDifference> differences{};

    static void each_field(auto& row, auto& visit) {
        visit("row", row.row), visit("outcome", row.outcome), visit("name", row.name), visit("provider", row.provider);
        visit("differences", row.differences);
    }
};
std::vector<PreviewRow> preview_from_json(std::string_view);

ServiceImport begin_service_import(db::Session& work, Instant now, std::optional<Id<User>>, Id<Organisation>,
                                   const std::string& file_name, const std::string& sheet = {});
std::vector<ServiceImport> newest_service_imports(db::Session&, std::int64_t most);
std::optional<ServiceImport> find_service_import(db::Session&, Id<ServiceImport>);
std::vector<ServiceImportProblem> problems_of_import(db::Session&, Id<ServiceImport>);
void save_service_import(db::Session& work, Instant now, const ServiceImport& before, ServiceImport after);

// Reads the headings: they are mapped as a person mapped the same ones before, else as they say by themselves.
ServiceImport open_services(db::Database&, const Clock&, Id<ServiceImport>, const std::filesystem::path&);
// What keeps a mapping from telling services apart; a text key, nothing when it is fine.
std::optional<std::string> mapping_problem(const std::vector<std::string>& mapping);
// A person's mapping, remembered for the next table with these headings.
void remember_mapping(db::Session& work, Instant now, std::optional<Id<User>>, Id<Organisation>,
                      const std::vector<std::string>& headings, const std::vector<std::string>& mapping);

// Reads the whole table, changes nothing but the import itself, and keeps the first rows and problems.
ServiceImport read_services(db::Database&, const Clock&, Id<ServiceImport>, const std::filesystem::path&,
                            const RowsDone&);
// Applies every good row, some in each transaction; rows up to `from_row` were applied before.  `done` is told the row
// up to which all is applied.
ServiceImport apply_services(db::Database&, const Clock&, Id<ServiceImport>, const std::filesystem::path&,
                             std::uint64_t from_row, const RowsDone& done);

}
