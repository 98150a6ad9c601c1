// Says on a terminal what the pages say.
#include "network/service_import/service_import_command.hpp"

#include "network/register/register_json.hpp"
#include "network/service_import/service_import_pages.hpp"
#include "platform/base/json.hpp"

#include <ostream>

namespace network {

namespace {

constexpr std::size_t problems_told = 40;

struct ToldAsJson {
    const ServiceImport& import;
    std::vector<std::string> problems;

    static void each_field(auto& told, auto& visit) {
        auto& import = told.import;
        visit("file", import.file_name), visit("state", import.state), visit("mapping", import.mapping_list());
        visit("rows", import.all_rows), visit("new", import.new_rows), visit("changed", import.changed_rows);
        visit("same", import.same_rows), visit("wrong", import.wrong_rows), visit("held", import.held_rows);
        visit("problems", told.problems);
    }
};

void tell(db::Database& database, const ServiceImport& import, const i18n::Texts& texts, bool json, std::ostream& out) {
    ToldAsJson told{import, {}};
    auto problems = database.in_read_transaction([&](db::Session& db) { return problems_of_import(db, import.id); });
    for (auto& problem : problems)
        if (told.problems.size() < problems_told)
            told.problems.push_back(
                texts.text("service_import.command.problem",
                           {std::to_string(problem.row_number), problem.column_name, problem_words(problem, texts)}));
    if (json) {
        out << to_json(told) << '\n';
        return;
    }
    auto headings = import.headings_list(), mapping = import.mapping_list();
    for (std::size_t n = 0; n < headings.size() && n < mapping.size(); ++n)
        out << headings[n] << " → "
            << texts.text(mapping[n].empty() ? "service_import.not_taken" : "service_import.field." + mapping[n])
            << '\n';
    out << texts.text("service_import.command.counts",
                      {std::to_string(import.all_rows), std::to_string(import.new_rows),
                       std::to_string(import.changed_rows), std::to_string(import.same_rows),
                       std::to_string(import.wrong_rows), std::to_string(import.held_rows)})
        << '\n';
    for (auto& problem : told.problems) out << "- " << problem << '\n';
}

ServiceImport set_state(db::Database& database, Instant now, Id<ServiceImport> id, auto change) {
    return database.in_write_transaction([&](db::Session& work) {
        auto import = find_service_import(work, id).value(), after = import;
        change(after);
        save_service_import(work, now, import, after);
        return find_service_import(work, id).value();
    });
}

int refuse(const ServiceImport& import, const i18n::Texts& texts, std::ostream& err) {
    err << texts.text(*import.error_key, texts_from_json(import.error_values.value_or("[]"))) << '\n';
    return 1;
}

}

int import_services_command(db::Database& database, const Clock& clock, const i18n::Texts& texts,
                            const ImportServicesOptions& options, std::ostream& out, std::ostream& err) {
    auto begun = database.in_write_transaction([&](db::Session& work) {
        return begin_service_import(work, clock.now(), {}, options.organisation, options.file.filename().string(),
                                    options.sheet);
    });
    auto import = open_services(database, clock, begun.id, options.file);
    if (import.state == "failed") return refuse(import, texts, err);
    auto leave = [&] {
        set_state(database, clock.now(), import.id, [](ServiceImport& one) { one.state = "cancelled"; });
    };
    if (auto problem = mapping_problem(import.mapping_list())) {
        leave();
        err << texts.text(*problem) << '\n';
        return 1;
    }
    set_state(database, clock.now(), import.id, [&](ServiceImport& one) {
        one.state = "reading", one.create_new = options.create_new, one.overwrite = options.overwrite;
    });
    import = read_services(database, clock, import.id, options.file, [](std::int64_t) {});
    if (import.state == "failed") return refuse(import, texts, err);
    auto refused = import.wrong_rows > 0 && !options.skip_errors;
    if (options.dry_run || refused || import.differing() == 0) {
        leave();
        tell(database, import, texts, options.json, out);
        if (!refused || options.dry_run) return 0;
        err << texts.text("service_import.command.refused") << '\n';
        return 1;
    }
    auto applied = apply_services(database, clock, import.id, options.file, 0, [](std::int64_t) {});
    if (applied.state == "failed") return refuse(applied, texts, err);
    tell(database, applied, texts, options.json, out);
    return 0;
}

}
