// Says on a terminal what the pages say.
#include "network/capacity_import/capacity_import_command.hpp"

#include "network/capacity_import/capacity_import_pages.hpp"
#include "network/register/register_json.hpp"
#include "platform/base/json.hpp"

#include <ostream>

namespace network {

namespace {

constexpr std::size_t problems_shown = 40;

struct CountsAsJson {
    const CapacityImport& import;
    std::vector<std::string> problems;

    static void each_field(auto& told, auto& visit) {
        auto& import = told.import;
        visit("file", import.file_name), visit("state", import.state), visit("rows", import.all_rows);
        visit("new", import.new_rows), visit("changed", import.changed_rows), visit("same", import.same_rows);
        visit("wrong", import.wrong_rows), visit("problems", told.problems);
    }
};

void tell(db::Database& database, const CapacityImport& import, const i18n::Texts& texts, bool json,
          std::ostream& out) {
    CountsAsJson counts{import, {}};
    auto problems = database.in_read_transaction([&](db::Session& db) { return problems_of_import(db, import.id); });
    for (auto& problem : problems)
        if (counts.problems.size() < problems_shown)
            counts.problems.push_back(
                texts.text("capacity_import.command.problem",
                           {std::to_string(problem.row_number), problem.column_name, problem_words(problem, texts)}));
    if (json) {
        out << to_json(counts) << '\n';
        return;
    }
    out << texts.text("capacity_import.command.counts",
                      {std::to_string(import.all_rows), std::to_string(import.new_rows),
                       std::to_string(import.changed_rows), std::to_string(import.same_rows),
                       std::to_string(import.wrong_rows)})
        << '\n';
    for (auto& problem : counts.problems) out << "- " << problem << '\n';
}

RowsDone rows_told_to(std::ostream& err, const i18n::Texts& texts) {
    static constexpr auto often = std::chrono::milliseconds{250};
    return [&err, &texts, last = std::chrono::steady_clock::time_point{}](std::int64_t rows) mutable {
        auto now = std::chrono::steady_clock::now();
        if (now - last < often) return;
        last = now;
        err << '\r' << texts.text("capacity_import.progress", {std::to_string(rows)}) << std::flush;
    };
}

void leave(db::Database& database, Instant now, Id<CapacityImport> id) {
    database.in_write_transaction([&](db::Session& work) {
        auto import = find_capacity_import(work, id).value();
        auto after = import;
        after.state = "cancelled";
        save_capacity_import(work, now, import, after);
    });
}

}

int import_capacities_command(db::Database& database, const Clock& clock, const i18n::Texts& texts,
                              const ImportCapacitiesOptions& options, std::ostream& out, std::ostream& err) {
    auto begun = database.in_write_transaction([&](db::Session& work) {
        return begin_capacity_import(work, clock.now(), {}, options.organisation, options.file.filename().string());
    });
    auto import = read_capacities(database, clock, begun.id, options.file, rows_told_to(err, texts));
    err << '\n';
    if (import.state == "failed") {
        auto values = texts_from_json(import.error_values.value_or("[]"));
        err << texts.text(*import.error_key, values) << '\n';
        return 1;
    }
    bool refused = import.wrong_rows > 0 && !options.skip_errors;
    if (options.dry_run || refused || import.differing() == 0) {
        leave(database, clock.now(), import.id);
        tell(database, import, texts, options.json, out);
        if (!refused || options.dry_run) return 0;
        err << texts.text("capacity_import.command.refused") << '\n';
        return 1;
    }
    apply_capacities(database, clock, import.id, options.file, 0, rows_told_to(err, texts));
    err << '\n';
    import.state = "applied";
    tell(database, import, texts, options.json, out);
    return 0;
}

}
