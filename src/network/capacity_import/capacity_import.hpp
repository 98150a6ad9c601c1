// A table of capacities that somebody handed over: read through and checked first, applied when a person says so.
#pragma once

#include "network/import_files.hpp"
#include "network/keeping.hpp"

namespace network {

struct CapacityImport {
    Id<CapacityImport> id{};
    std::string file_name{};
    std::string state = "reading";    // reading, ready, applying, applied, failed, cancelled
    std::int64_t all_rows{};
    std::int64_t new_rows{};
    std::int64_t changed_rows{};
    std::int64_t same_rows{};
    std::int64_t wrong_rows{};
    std::optional<Id<jobs::Job>> job_id{};
    std::optional<Id<history::Source>> source_id{};
    std::optional<Instant> read_at{};
    std::optional<Instant> applied_at{};
    std::optional<std::string> error_key{};
    std::optional<std::string> error_values{};    // JSON list of texts
    Kept kept{};

    static constexpr auto table = "capacity_imports";
    static void each_field(auto& import, auto& visit) {
        visit("id", import.id), visit("file_name", import.file_name), visit("state", import.state);
        visit("all_rows", import.all_rows), visit("new_rows", import.new_rows);
        visit("changed_rows", import.changed_rows), visit("same_rows", import.same_rows);
        visit("wrong_rows", import.wrong_rows), visit("job_id", import.job_id), visit("source_id", import.source_id);
        visit("read_at", import.read_at), visit("applied_at", import.applied_at), visit("error_key", import.error_key);
        visit("error_values", import.error_values);
        Kept::each_field(import.kept, visit);
    }

    bool under_way() const { return state == "reading" || state == "applying"; }
    std::int64_t differing() const { return new_rows + changed_rows; }

    // For permissions.
    static std::optional<CapacityImport> find(db::Session&, const std::string& named);
    bool visible_to(const User&) const { return true; }
    Uuid uuid() const { return id.uuid; }
};

struct CapacityImportProblem {
    Id<CapacityImportProblem> id{};
    Id<CapacityImport> import_id{};
    std::int64_t row_number{};
    std::string column_name{};
    std::string problem{};
    std::string problem_values = "[]";
    Kept kept{};

    static constexpr auto table = "capacity_import_problems";
    static void each_field(auto& problem, auto& visit) {
        visit("id", problem.id), visit("import_id", problem.import_id), visit("row_number", problem.row_number);
        visit("column_name", problem.column_name), visit("problem", problem.problem);
        visit("problem_values", problem.problem_values);
        Kept::each_field(problem.kept, visit);
    }
};

// A new one; those that were read and never applied give way to it.
CapacityImport begin_capacity_import(db::Session& work, Instant now, std::optional<Id<User>>, Id<Organisation>,
                                     const std::string& file_name);
std::vector<CapacityImport> newest_capacity_imports(db::Session&, std::int64_t most);
std::optional<CapacityImport> find_capacity_import(db::Session&, Id<CapacityImport>);
std::vector<CapacityImportProblem> problems_of_import(db::Session&, Id<CapacityImport>);
void save_capacity_import(db::Session& work, Instant now, const CapacityImport& before, CapacityImport after);

// Reads the whole table, changes nothing but the import itself, and keeps the first problems.
CapacityImport read_capacities(db::Database&, const Clock&, Id<CapacityImport>, const std::filesystem::path&,
                               const RowsDone&);
// Applies every good row, some in each transaction; rows up to `from_row` were applied before.  `done` is told the row
// up to which all is applied.
CapacityImport apply_capacities(db::Database&, const Clock&, Id<CapacityImport>, const std::filesystem::path&,
                                std::uint64_t from_row, const RowsDone& done);

}
