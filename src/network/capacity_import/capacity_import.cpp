// Streams a table twice: once to look, once to apply.
#include "network/capacity_import/capacity_import.hpp"

#include "network/capacity_import/capacity_batch.hpp"
#include "network/register/register_pace.hpp"
#include "platform/base/json.hpp"
#include "platform/db/record.hpp"

#include <fstream>

namespace network {

namespace {

constexpr std::size_t problems_kept = 500, lines_looked_at = 500;
constexpr std::size_t lines_at_first = 64, lines_at_once = 600;
constexpr auto lock_held = std::chrono::milliseconds{20};
// The table is moved from the log into the database file now and then, so that no later commit has to do it all.
constexpr std::uint64_t rows_between_settling = 20'000;

std::ifstream opened(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in) throw csv::Error{csv::Fault::empty, 1};
    return in;
}

std::optional<CapacityRowProblem> problem_of(const CapacityLine& line, LineOutcome outcome) {
    if (outcome != LineOutcome::above_whole) return {};
    return CapacityRowProblem{line.row, "count", "above_whole", {std::to_string(line.count)}};
}

// What reading found.
struct Looked {
    CapacityImport counts{};
    std::vector<CapacityRowProblem> problems{};

    void wrong(CapacityRowProblem problem) {
        ++counts.wrong_rows;
        if (problems.size() < problems_kept) problems.push_back(std::move(problem));
    }
    void look(db::Session& db, Instant now, const std::vector<CapacityLine>& lines) {
        CapacityBatch batch{db, now};
        for (auto& line : lines) {
            auto outcome = batch.put(line);
            if (auto problem = problem_of(line, outcome)) wrong(std::move(*problem));
            else
                ++(outcome == LineOutcome::fresh     ? counts.new_rows
                   : outcome == LineOutcome::changed ? counts.changed_rows
                                                     : counts.same_rows);
        }
    }
};

Looked look_through(db::Database& database, Instant now, const std::filesystem::path& file, const RowsDone& done) {
    auto in = opened(file);
    auto names = database.in_read_transaction([](db::Session& db) { return CapacityNames::read(db); });
    CapacityRows rows{in, names, day_in_prague(now)};
    Looked looked;
    std::vector<CapacityLine> lines;
    auto look = [&] {
        database.in_read_transaction([&](db::Session& db) {
            auto again = looked;    // a lost connection has it done once more
            again.look(db, now, lines);
            looked = std::move(again);
        });
        lines.clear();
        done(std::int64_t(rows.read()));
    };
    while (auto row = rows.next()) {
        if (auto problem = std::get_if<CapacityRowProblem>(&*row)) looked.wrong(std::move(*problem));
        else lines.push_back(std::move(std::get<CapacityLine>(*row)));
        if (lines.size() >= lines_looked_at) look();
    }
    look();
    looked.counts.all_rows = std::int64_t(rows.read());
    return looked;
}

CapacityImport change_state(db::Database& database, Instant now, Id<CapacityImport> id, auto change) {
    return database.in_write_transaction([&](db::Session& work) {
        auto before = find_capacity_import(work, id).value();
        auto after = before;
        change(work, after);
        save_capacity_import(work, now, before, after);
        return find_capacity_import(work, id).value();
    });
}

void keep_problems(db::Session& work, const CapacityImport& import, const std::vector<CapacityRowProblem>& problems) {
    std::vector<CapacityImportProblem> rows;
    for (auto& problem : problems) {
        auto& row = rows.emplace_back();
        row.id = Id<CapacityImportProblem>::made_at(import.kept.changed_at), row.import_id = import.id;
        row.row_number = std::int64_t(problem.row), row.column_name = problem.column, row.problem = problem.problem;
        row.problem_values = to_json(problem.values);
        row.kept = import.kept, row.kept.version = 1;
    }
    db::bulk_insert(work, CapacityImportProblem::table, rows);
}

}

std::optional<CapacityImport> CapacityImport::find(db::Session& db, const std::string& named) {
    auto id = Id<CapacityImport>::parse(named);
    return id ? find_capacity_import(db, *id) : std::nullopt;
}

std::optional<CapacityImport> find_capacity_import(db::Session& db, Id<CapacityImport> id) {
    return db.maybe<CapacityImport>("SELECT * FROM capacity_imports WHERE id = $1", id);
}

std::vector<CapacityImport> newest_capacity_imports(db::Session& db, std::int64_t most) {
    return db.all<CapacityImport>("SELECT * FROM capacity_imports ORDER BY created_at DESC, id DESC LIMIT $1", most);
}

std::vector<CapacityImportProblem> problems_of_import(db::Session& db, Id<CapacityImport> import) {
    return db.all<CapacityImportProblem>(
        "SELECT * FROM capacity_import_problems WHERE import_id = $1 ORDER BY row_number, id", import);
}

void save_capacity_import(db::Session& work, Instant now, const CapacityImport& before, CapacityImport after) {
    after.kept.version = before.kept.version + 1, after.kept.changed_at = now;
    auto saved =
        db::update_record(work, CapacityImport::table, after,
                          {"state", "all_rows", "new_rows", "changed_rows", "same_rows", "wrong_rows", "job_id",
                           "source_id", "read_at", "applied_at", "error_key", "error_values", "version", "changed_at"},
                          before.kept.version);
    if (!saved) throw Conflict{};
}

CapacityImport begin_capacity_import(db::Session& work, Instant now, std::optional<Id<User>> user,
                                     Id<Organisation> organisation, const std::string& file_name) {
    CapacityImport import;
    import.id = Id<CapacityImport>::made_at(now), import.file_name = file_name;
    import.kept = {organisation, "permanent", 1, now, user, now, user};
    db::insert_record(work, CapacityImport::table, import);
    return import;
}

CapacityImport read_capacities(db::Database& database, const Clock& clock, Id<CapacityImport> id,
                               const std::filesystem::path& file, const RowsDone& done) {
    try {
        auto looked = look_through(database, clock.now(), file, done);
        return change_state(database, clock.now(), id, [&](db::Session& work, CapacityImport& import) {
            if (import.state != "reading") throw Conflict{};
            auto& counts = looked.counts;
            import.all_rows = counts.all_rows, import.new_rows = counts.new_rows;
            import.changed_rows = counts.changed_rows, import.same_rows = counts.same_rows;
            import.wrong_rows = counts.wrong_rows, import.read_at = clock.now(), import.state = "ready";
            work.run("DELETE FROM capacity_import_problems WHERE import_id = $1", id);
            keep_problems(work, import, looked.problems);
        });
    } catch (const csv::Error& error) {
        auto values = error.values;
        values.push_back(std::to_string(error.row));
        return change_state(database, clock.now(), id, [&](db::Session&, CapacityImport& import) {
            import.state = "failed", import.error_key = std::string{error.text_key()};
            import.error_values = to_json(values);
        });
    }
}

namespace {

// Reads good lines ahead and applies as many as fit into one short transaction.
class ApplyingCapacities {
public:
    ApplyingCapacities(db::Database& database, const Clock& clock, const CapacityImport& import,
                       const std::filesystem::path& file, std::uint64_t from_row)
        : database_{database},
          clock_{clock},
          import_{import},
          in_{opened(file)},
          names_{database.in_read_transaction([](db::Session& db) { return CapacityNames::read(db); })},
          rows_{in_, names_, day_in_prague(clock.now())},
          from_row_{from_row},
          pace_{database, lines_at_first, lines_at_once, lock_held} {}

    // False when nothing is left.
    bool step() {
        read_ahead();
        if (ahead_.empty()) return false;
        auto done = pace_.step([&](db::Session& work) { return apply_some(work); });
        reached_ = ahead_[done - 1].row;
        ahead_.erase(ahead_.begin(), ahead_.begin() + std::ptrdiff_t(done));
        if (reached_ - settled_ >= rows_between_settling) settled_ = reached_, settle_pages(database_);
        return true;
    }
    std::uint64_t reached() const { return reached_; }

private:
    void read_ahead() {
        while (ahead_.size() < pace_.most()) {
            auto row = rows_.next();
            if (!row) return;
            auto line = std::get_if<CapacityLine>(&*row);
            if (line && line->row > from_row_) ahead_.push_back(std::move(*line));
        }
    }

    std::size_t apply_some(db::Session& work) {
        auto now = clock_.now();
        Author author{work, now, import_.kept.created_by, import_.kept.organisation_id, *import_.source_id, true};
        auto most = std::min(ahead_.size(), pace_.most());
        CapacityBatch batch{work, now};
        for (std::size_t n = 0; n < most; ++n) batch.put(ahead_[n]);
        batch.keep(author);
        return most;
    }

    db::Database& database_;
    const Clock& clock_;
    CapacityImport import_;
    std::ifstream in_;
    CapacityNames names_;
    CapacityRows rows_;
    std::uint64_t from_row_, reached_ = 0, settled_ = 0;
    Pace pace_;
    std::vector<CapacityLine> ahead_;
};

}

CapacityImport apply_capacities(db::Database& database, const Clock& clock, Id<CapacityImport> id,
                                const std::filesystem::path& file, std::uint64_t from_row, const RowsDone& done) {
    auto import = change_state(database, clock.now(), id, [&](db::Session& work, CapacityImport& one) {
        if (one.state != "ready" && one.state != "applying") throw Conflict{};
        one.state = "applying";
        if (!one.source_id)
            one.source_id = history::keep_source(work, clock.now(), one.kept.created_by, one.kept.organisation_id,
                                                 "import", one.file_name);
    });
    ApplyingCapacities applying{database, clock, import, file, from_row};
    while (applying.step()) done(std::int64_t(applying.reached()));
    return change_state(database, clock.now(), id, [&](db::Session& work, CapacityImport& one) {
        one.state = "applied", one.applied_at = clock.now();
        history::count_up(work, "network");
    });
}

}
