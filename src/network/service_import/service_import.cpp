// Streams a table: its headings, once to look, once to apply.
#include "network/service_import/service_import.hpp"

#include "network/register/register_json.hpp"
#include "network/register/register_pace.hpp"
#include "network/service_import/service_columns.hpp"
#include "platform/base/json.hpp"
#include "platform/db/record.hpp"

#include <boost/json.hpp>

namespace network {

namespace {

constexpr std::size_t row_problems_kept = 500, rows_previewed = 20, same_rows_previewed = 5, rows_looked_at = 100,
                      example_bytes = 120;
constexpr std::size_t services_at_first = 4, services_at_once = 60;
constexpr auto lock_held_most = std::chrono::milliseconds{20};

struct KeptMapping {
    Id<KeptMapping> id{};
    std::string headings_key{}, mapping{};
    Kept kept{};

    static constexpr auto table = "service_import_mappings";
    static void each_field(auto& mapping, auto& visit) {
        visit("id", mapping.id), visit("headings_key", mapping.headings_key), visit("mapping", mapping.mapping);
        Kept::each_field(mapping.kept, visit);
    }
};

std::optional<KeptMapping> kept_mapping(db::Session& db, const std::vector<std::string>& headings) {
    return db.maybe<KeptMapping>("SELECT * FROM service_import_mappings WHERE headings_key = $1",
                                 headings_key(headings));
}

// Heading, field, heading, field…: the order of columns may be another one the next time.
std::optional<std::vector<std::string>> learned_mapping(db::Session& db, const std::vector<std::string>& headings) {
    auto kept = kept_mapping(db, headings);
    if (!kept) return {};
    auto pairs = texts_from_json(kept->mapping);
    std::vector<std::string> mapping;
    for (auto& heading : headings) {
        auto plain = plain_heading(heading);
        std::string field;
        for (std::size_t n = 0; n + 1 < pairs.size(); n += 2)
            if (pairs[n] == plain) field = pairs[n + 1];
        if (!is_service_field(field) || std::ranges::find(mapping, field) != mapping.end()) field.clear();
        mapping.push_back(std::move(field));
    }
    return mapping;
}

ServiceImport change_import(db::Database& database, Instant now, Id<ServiceImport> id, auto change) {
    return database.in_write_transaction([&](db::Session& work) {
        auto before = find_service_import(work, id).value(), after = before;
        change(work, after);
        save_service_import(work, now, before, after);
        return find_service_import(work, id).value();
    });
}

ServiceImport not_readable(db::Database& database, Instant now, Id<ServiceImport> id, const ServiceTableError& error) {
    return change_import(database, now, id, [&](db::Session&, ServiceImport& import) {
        import.state = "failed", import.error_key = error.key, import.error_values = to_json(error.values);
    });
}

// A text of others, cut between letters.
std::string short_of(std::string text) {
    if (text.size() <= example_bytes) return text;
    auto end = example_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
}

}

std::vector<std::string> ServiceImport::headings_list() const { return texts_from_json(headings); }
std::vector<std::string> ServiceImport::mapping_list() const { return texts_from_json(mapping); }

std::optional<ServiceImport> ServiceImport::find(db::Session& db, const std::string& named) {
    auto id = Id<ServiceImport>::parse(named);
    return id ? find_service_import(db, *id) : std::nullopt;
}

std::optional<ServiceImport> find_service_import(db::Session& db, Id<ServiceImport> id) {
    return db.maybe<ServiceImport>("SELECT * FROM service_imports WHERE id = $1", id);
}

std::vector<ServiceImport> newest_service_imports(db::Session& db, std::int64_t most) {
    return db.all<ServiceImport>("SELECT * FROM service_imports ORDER BY created_at DESC, id DESC LIMIT $1", most);
}

std::vector<ServiceImportProblem> problems_of_import(db::Session& db, Id<ServiceImport> import) {
    return db.all<ServiceImportProblem>(
        "SELECT * FROM service_import_problems WHERE import_id = $1 ORDER BY row_number, id", import);
}

void save_service_import(db::Session& work, Instant now, const ServiceImport& before, ServiceImport after) {
    after.kept.version = before.kept.version + 1, after.kept.changed_at = now;
    auto saved =
        db::update_record(work, ServiceImport::table, after,
                          {"sheet",        "sheets",     "state",     "headings",     "examples", "mapping",
                           "mapping_from", "create_new", "overwrite", "all_rows",     "new_rows", "changed_rows",
                           "same_rows",    "wrong_rows", "held_rows", "preview",      "job_id",   "source_id",
                           "read_at",      "applied_at", "error_key", "error_values", "version",  "changed_at"},
                          before.kept.version);
    if (!saved) throw Conflict{};
}

ServiceImport begin_service_import(db::Session& work, Instant now, std::optional<Id<User>> user,
                                   Id<Organisation> organisation, const std::string& file_name,
                                   const std::string& sheet) {
    ServiceImport import;
    import.id = Id<ServiceImport>::made_at(now), import.file_name = file_name, import.sheet = sheet;
    import.kept = {organisation, "permanent", 1, now, user, now, user};
    db::insert_record(work, ServiceImport::table, import);
    return import;
}

namespace {

std::vector<std::string> examples_of(ServiceTable& table) {
    constexpr int rows_most_for_examples = 20;
    std::vector<std::string> examples(table.headings().size());
    for (int n = 0; n < rows_most_for_examples; ++n) {
        auto row = table.next();
        if (!row) break;
        for (std::size_t column = 0; column < examples.size(); ++column)
            if (examples[column].empty()) examples[column] = short_of(row->cells[column]);
    }
    return examples;
}

}

ServiceImport open_services(db::Database& database, const Clock& clock, Id<ServiceImport> id,
                            const std::filesystem::path& file) {
    auto sheet =
        database.in_read_transaction([&](db::Session& db) { return find_service_import(db, id).value().sheet; });
    try {
        ServiceTable table{file, sheet};
        auto examples = examples_of(table);
        return change_import(database, clock.now(), id, [&](db::Session& work, ServiceImport& import) {
            if (import.state != "opening") throw Conflict{};
            auto learned = learned_mapping(work, table.headings());
            import.headings = to_json(table.headings()), import.examples = to_json(examples);
            import.sheets = to_json(table.sheets()), import.state = "mapping";
            import.mapping = to_json(learned ? *learned : guessed_mapping(table.headings()));
            import.mapping_from = learned ? "learned" : "guessed";
        });
    } catch (const ServiceTableError& error) { return not_readable(database, clock.now(), id, error); }
}

std::optional<std::string> mapping_problem(const std::vector<std::string>& mapping) {
    auto has = [&](std::string_view field) { return std::ranges::find(mapping, field) != mapping.end(); };
    for (auto& field : mapping)
        if (!field.empty() && std::ranges::count(mapping, field) > 1) return "service_import.mapping.repeated";
    if (!has("identifier") && !has("slug") && !(has("ico") && has("type"))) return "service_import.mapping.no_key";
    return {};
}

void remember_mapping(db::Session& work, Instant now, std::optional<Id<User>> user, Id<Organisation> organisation,
                      const std::vector<std::string>& headings, const std::vector<std::string>& mapping) {
    std::vector<std::string> pairs;
    for (std::size_t n = 0; n < headings.size(); ++n)
        pairs.push_back(plain_heading(headings[n])), pairs.push_back(n < mapping.size() ? mapping[n] : "");
    if (auto standing = kept_mapping(work, headings)) {
        auto changed = *standing;
        changed.mapping = to_json(pairs), ++changed.kept.version, changed.kept.changed_at = now;
        changed.kept.changed_by = user;
        db::update_record(work, KeptMapping::table, changed, {"mapping", "version", "changed_at", "changed_by"});
        return;
    }
    KeptMapping fresh{Id<KeptMapping>::made_at(now), headings_key(headings), to_json(pairs)};
    fresh.kept = {organisation, "permanent", 1, now, user, now, user};
    db::insert_record(work, KeptMapping::table, fresh);
}

// --- looking ---------------------------------------------------------------------------------------------------------

namespace {

struct LookedThrough {
    ServiceImport counts{};
    std::vector<ServiceRowProblem> problems{};
    std::vector<PreviewRow> preview{};

    void wrong(ServiceRowProblems found) {
        ++counts.wrong_rows;
        if (preview.size() < rows_previewed) preview.push_back({std::int64_t(found.front().row), "wrong", {}, {}, {}});
        for (auto& problem : found)
            if (problems.size() < row_problems_kept) problems.push_back(std::move(problem));
    }
    void take(const ServiceLine& line, const RowOutcome& outcome) {
        using enum RowOutcome::Kind;
        ++(outcome.kind == fresh ? counts.new_rows : outcome.kind == changed ? counts.changed_rows : counts.same_rows);
        if (outcome.holds()) ++counts.held_rows;
        // What differs is what somebody wants to see; a few others show that the columns are understood.
        if (preview.size() >= (outcome.kind == same ? same_rows_previewed : rows_previewed)) return;
        auto kind = outcome.kind == fresh ? "new" : outcome.kind == changed ? "changed" : "same";
        preview.push_back({std::int64_t(line.row), kind, outcome.name, outcome.provider, outcome.differences});
        for (auto& difference : preview.back().differences)
            difference.before = short_of(difference.before), difference.after = short_of(difference.after);
    }
};

// One row: understood, or wrong; those that were understood are compared some together.
struct WaitingRow {
    std::optional<ServiceLine> line{};
    ServiceRowProblems problems{};
};

LookedThrough look_through(db::Database& database, Instant now, const ServiceImport& import,
                           const std::filesystem::path& file, const RowsDone& done) {
    ServiceTable table{file, import.sheet};
    auto today = day_in_prague(now);
    auto ground = database.in_read_transaction([&](db::Session& db) { return ServiceGround::read(db, today); });
    ServiceRows rows{table, import.mapping_list(), ground};
    LookedThrough looked;
    std::vector<WaitingRow> waiting;
    auto look = [&] {
        database.in_read_transaction([&](db::Session& db) {
            auto again = looked;    // a lost connection has it done once more
            ServiceMerge merge{db, ground, {import.create_new, import.overwrite}, now};
            for (auto& [line, problems] : waiting) {
                if (!line) {
                    again.wrong(problems);
                    continue;
                }
                auto outcome = merge.put(*line);
                if (auto& found = outcome.problem)
                    again.wrong({rows.problem(*line, found->field, found->problem, found->values)});
                else again.take(*line, outcome);
            }
            looked = std::move(again);
        });
        waiting.clear();
        done(std::int64_t(rows.read()));
    };
    while (auto row = rows.next()) {
        if (auto problems = std::get_if<ServiceRowProblems>(&*row)) waiting.push_back({{}, std::move(*problems)});
        else waiting.push_back({std::move(std::get<ServiceLine>(*row)), {}});
        if (waiting.size() >= rows_looked_at) look();
    }
    look();
    looked.counts.all_rows = std::int64_t(rows.read());
    return looked;
}

void keep_row_problems(db::Session& work, const ServiceImport& import, const std::vector<ServiceRowProblem>& problems) {
    std::vector<ServiceImportProblem> rows;
    for (auto& problem : problems) {
        auto& row = rows.emplace_back();
        row.id = Id<ServiceImportProblem>::made_at(import.kept.changed_at), row.import_id = import.id;
        row.row_number = std::int64_t(problem.row), row.column_name = problem.column;
        row.cell_value = short_of(problem.value), row.problem = problem.problem;
        row.problem_values = to_json(problem.values);
        row.kept = import.kept, row.kept.version = 1;
    }
    db::bulk_insert(work, ServiceImportProblem::table, rows);
}

}

std::vector<PreviewRow> preview_from_json(std::string_view json) {
    std::vector<PreviewRow> rows;
    auto parsed = boost::json::parse(json);    // named, since a loop would not keep it alive
    for (auto& value : parsed.as_array()) {
        auto& object = value.as_object();
        auto text = [](auto& of, const char* name) { return std::string{of.at(name).as_string()}; };
        auto& row = rows.emplace_back();
        row.row = object.at("row").to_number<std::int64_t>(), row.outcome = text(object, "outcome");
        row.name = text(object, "name"), row.provider = text(object, "provider");
        for (auto& one : object.at("differences").as_array()) {
            auto& difference = one.as_object();
            row.differences.push_back({text(difference, "field"), text(difference, "before"), text(difference, "after"),
                                       difference.at("held").as_bool()});
        }
    }
    return rows;
}

ServiceImport read_services(db::Database& database, const Clock& clock, Id<ServiceImport> id,
                            const std::filesystem::path& file, const RowsDone& done) {
    auto import = database.in_read_transaction([&](db::Session& db) { return find_service_import(db, id).value(); });
    try {
        auto looked = look_through(database, clock.now(), import, file, done);
        return change_import(database, clock.now(), id, [&](db::Session& work, ServiceImport& one) {
            if (one.state != "reading") throw Conflict{};
            auto& counts = looked.counts;
            one.all_rows = counts.all_rows, one.new_rows = counts.new_rows, one.changed_rows = counts.changed_rows;
            one.same_rows = counts.same_rows, one.wrong_rows = counts.wrong_rows, one.held_rows = counts.held_rows;
            one.preview = to_json(looked.preview), one.read_at = clock.now(), one.state = "ready";
            work.run("DELETE FROM service_import_problems WHERE import_id = $1", id);
            keep_row_problems(work, one, looked.problems);
        });
    } catch (const ServiceTableError& error) { return not_readable(database, clock.now(), id, error); }
}

// --- applying --------------------------------------------------------------------------------------------------------

namespace {

class ApplyingServices {
public:
    ApplyingServices(db::Database& database, const Clock& clock, const ServiceImport& import,
                     const std::filesystem::path& file, std::uint64_t from_row)
        : database_{database},
          clock_{clock},
          import_{import},
          table_{file, import.sheet},
          ground_{database.in_read_transaction(
              [&](db::Session& db) { return ServiceGround::read(db, day_in_prague(clock.now())); })},
          rows_{table_, import.mapping_list(), ground_},
          from_row_{from_row},
          pace_{database, services_at_first, services_at_once, lock_held_most} {}

    // False when nothing is left.
    bool step() {
        read_ahead();
        if (ahead_.empty()) return false;
        auto done = pace_.step([&](db::Session& work) { return apply_some(work); });
        reached_ = ahead_[done - 1].row;
        ahead_.erase(ahead_.begin(), ahead_.begin() + std::ptrdiff_t(done));
        return true;
    }
    std::uint64_t reached() const { return reached_; }

private:
    void read_ahead() {
        while (ahead_.size() < pace_.most()) {
            auto row = rows_.next();
            if (!row) return;
            auto line = std::get_if<ServiceLine>(&*row);
            if (line && line->row > from_row_) ahead_.push_back(std::move(*line));
        }
    }

    std::size_t apply_some(db::Session& work) {
        Author author{work, clock_.now(), import_.kept.created_by, import_.kept.organisation_id, *import_.source_id,
                      true};
        auto most = std::min(ahead_.size(), pace_.most());
        ServiceMerge merge{author, ground_, {import_.create_new, import_.overwrite}};
        for (std::size_t n = 0; n < most; ++n) merge.put(ahead_[n]);
        return most;
    }

    db::Database& database_;
    const Clock& clock_;
    ServiceImport import_;
    ServiceTable table_;
    ServiceGround ground_;
    ServiceRows rows_;
    std::uint64_t from_row_, reached_ = 0;
    Pace pace_;
    std::vector<ServiceLine> ahead_;
};

}

ServiceImport apply_services(db::Database& database, const Clock& clock, Id<ServiceImport> id,
                             const std::filesystem::path& file, std::uint64_t from_row, const RowsDone& done) {
    auto import = change_import(database, clock.now(), id, [&](db::Session& work, ServiceImport& one) {
        if (one.state != "ready" && one.state != "applying") throw Conflict{};
        one.state = "applying";
        if (!one.source_id)
            one.source_id = history::keep_source(work, clock.now(), one.kept.created_by, one.kept.organisation_id,
                                                 "import", one.file_name);
    });
    try {
        ApplyingServices applying{database, clock, import, file, from_row};
        while (applying.step()) done(std::int64_t(applying.reached()));
    } catch (const ServiceTableError& error) { return not_readable(database, clock.now(), id, error); }
    return change_import(database, clock.now(), id, [&](db::Session& work, ServiceImport& one) {
        one.state = "applied", one.applied_at = clock.now();
        history::count_up(work, Service::content);
    });
}

}
