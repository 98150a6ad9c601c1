// Says on a terminal what the pages say.
#include "network/register/register_command.hpp"

#include "network/register/register_apply.hpp"
#include "network/register/register_regions.hpp"
#include "platform/base/json.hpp"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace network {

namespace {

constexpr std::size_t warnings_shown = 40;

// Everything that is told, in the form of the import that was kept or of the dry run.
struct Report {
    std::string file;
    bool dry_run;
    RegisterCounts counts;
    std::vector<TerritoryTally> territory;
    std::map<std::string, std::string> district_names;
    std::vector<std::string> warnings;
    std::uint64_t more_warnings;
};

struct Counted {
    const std::map<std::string, std::int64_t>& kinds;
    static void each_field(auto& counted, auto& visit) {
        for (auto kind : difference_kinds) {
            auto found = counted.kinds.find(kind);
            visit(kind, found == counted.kinds.end() ? std::int64_t{0} : found->second);
        }
    }
};

struct LineAsJson {
    std::string level, code, name;
    Counted differences;
    static void each_field(auto& line, auto& visit) {
        visit("level", line.level), visit("code", line.code), visit("name", line.name),
            visit("differences", line.differences);
    }
};

struct ReportAsJson {
    const Report& report;
    std::vector<LineAsJson> territory;
    static void each_field(auto& shown, auto& visit) {
        auto& counts = shown.report.counts;
        visit("file", shown.report.file), visit("dry_run", shown.report.dry_run), visit("services", counts.services);
        visit("facilities", counts.facilities), visit("services_before", counts.services_before);
        visit("facilities_before", counts.facilities_before), visit("unchanged", counts.unchanged);
        visit("drop_per_mille", std::int64_t(counts.drop_percent() * 10)), visit("differences", Counted{counts.kinds});
        visit("territory", shown.territory), visit("warnings", shown.report.warnings),
            visit("more_warnings", shown.report.more_warnings);
    }
};

std::string name_of(const Report& report, const TerritoryTally& line, const i18n::Texts& texts) {
    if (line.code.empty()) return texts.text("register.no_place");
    if (!line.district) return register_region_name(line.code);
    auto known = report.district_names.find(line.code);
    return texts.text("register.district", {known == report.district_names.end() ? line.code : known->second});
}

void print_json(const Report& report, const i18n::Texts& texts, std::ostream& out) {
    ReportAsJson shown{report, {}};
    for (auto& line : report.territory)
        shown.territory.push_back(
            {line.district ? "orp" : "region", line.code, name_of(report, line, texts), {line.counts}});
    out << to_json(shown) << '\n';
}

void print_text(const Report& report, const i18n::Texts& texts, std::ostream& out) {
    auto& counts = report.counts;
    out << texts.text("register.command.read",
                      {report.file, std::to_string(counts.services), std::to_string(counts.facilities)})
        << '\n';
    out << texts.text("register.command.before",
                      {std::to_string(counts.services_before), std::to_string(counts.facilities_before)})
        << "\n\n";
    for (auto kind : difference_kinds)
        out << texts.text(std::string{"register.kind."} + kind) << ": " << counts.of(kind) << '\n';
    out << texts.text("register.kind.unchanged") << ": " << counts.unchanged << "\n\n";
    for (auto& line : report.territory) {
        out << name_of(report, line, texts) << ':';
        for (auto kind : difference_kinds)
            if (auto count = line.count(kind))
                out << ' ' << texts.text(std::string{"register.kind."} + kind) << ' ' << count << ';';
        out << '\n';
    }
    if (report.warnings.empty()) return;
    out << '\n' << texts.text("register.notes") << '\n';
    for (auto& warning : report.warnings) out << "- " << warning << '\n';
    if (report.more_warnings)
        out << texts.text("register.command.more_notes", {std::to_string(report.more_warnings)}) << '\n';
}

std::string sentence(const i18n::Texts& texts, const RegisterFileError& error) {
    return texts.text(error.text_key(), error.values);
}

std::string with_times(const std::string& text, std::uint64_t times) {
    return times > 1 ? text + " (" + std::to_string(times) + "×)" : text;
}

Report dry_report(const DryRun& run, const i18n::Texts& texts, const ImportRegisterOptions& options) {
    Report report{options.file.filename().string(), true, run.counts, run.territory, {}, {},
                  run.summary.warnings.left_out()};
    for (auto& warning : run.summary.warnings.all()) {
        if (report.warnings.size() < warnings_shown)
            report.warnings.push_back(with_times(texts.text(warning.text_key(), warning.values), warning.times));
        else ++report.more_warnings;
    }
    return report;
}

Report kept_report(db::Session& db, const RegisterImport& import, const i18n::Texts& texts) {
    RegisterCounts counts{
        import.services,       import.facilities, import.services_before, import.facilities_before, {},
        import.unchanged_count};
    counts.kinds = {{"new", import.new_count},
                    {"changed", import.changed_count},
                    {"ended", import.ended_count},
                    {"vanished", import.vanished_count},
                    {"suspicious", import.suspicious_count}};
    Report report{import.file_name, false, counts, tally_of(db, import.id), {}, {}, 0};
    for (auto& note : notes_of(db, import.id, warnings_shown))
        report.warnings.push_back(
            with_times(texts.text(note.kind, texts_from_json(note.note_values)), std::uint64_t(note.times)));
    auto all = db.one<std::int64_t>("SELECT count(*) FROM register_notes WHERE import_id = $1", import.id);
    report.more_warnings = std::uint64_t(std::max<std::int64_t>(0, all - std::int64_t(report.warnings.size())));
    return report;
}

void print(db::Database& database, Date day, Report report, const i18n::Texts& texts, bool json, std::ostream& out) {
    auto lease = database.read();
    auto territory = Territory::read(*lease, day);    // named, since a loop would not keep it alive
    for (auto& district : territory.districts())
        if (district.kind == "orp") report.district_names[district.code] = district.name;
    json ? print_json(report, texts, out) : print_text(report, texts, out);
}

std::string refusal(const i18n::Texts& texts, double percent) {
    return texts.text("register.refused",
                      {std::to_string(std::lround(percent)), std::to_string(int(drop_limit_percent))});
}

Progress told_to(std::ostream& err, const i18n::Texts& texts, const char* key) {
    static constexpr auto often = std::chrono::milliseconds{250};
    return [&err, &texts, key, last = std::chrono::steady_clock::time_point{}](std::int64_t done,
                                                                               std::int64_t all) mutable {
        auto now = std::chrono::steady_clock::now();
        if (now - last < often && done < all) return;
        last = now;
        err << '\r' << texts.text(key, {std::to_string(done), std::to_string(all)}) << std::flush;
    };
}

int dry(db::Database& database, const Clock& clock, const i18n::Texts& texts, const ImportRegisterOptions& options,
        std::ostream& out, std::ostream& err) {
    auto day = day_in_prague(clock.now());
    auto run = dry_run(database, day, options.file, options.region);
    print(database, day, dry_report(run, texts, options), texts, options.json, out);
    if (!run.refused(options.allow_drop)) return 0;
    err << refusal(texts, run.counts.drop_percent()) << '\n';
    return 1;
}

// A command that was cut off while applying the same file goes on where it ended.
std::optional<RegisterImport> cut_off_before(db::Database& database, const ImportRegisterOptions& options) {
    auto hash = hash_of_file(options.file);
    return database.in_read_transaction([&](db::Session& db) { return unfinished_import(db, hash, options.region); });
}

int apply_and_tell(db::Database& database, const Clock& clock, const i18n::Texts& texts,
                   const ImportRegisterOptions& options, Id<RegisterImport> id, std::ostream& out, std::ostream& err) {
    auto import = apply(database, clock, id, told_to(err, texts, "register.command.applying"));
    err << '\n';
    auto report = database.in_read_transaction([&](db::Session& db) { return kept_report(db, import, texts); });
    print(database, day_in_prague(clock.now()), std::move(report), texts, options.json, out);
    return 0;
}

int keep_and_apply(db::Database& database, const Clock& clock, const i18n::Texts& texts,
                   const ImportRegisterOptions& options, std::ostream& out, std::ostream& err) {
    if (auto unfinished = cut_off_before(database, options)) {
        err << texts.text("register.command.goes_on", {to_czech(day_in_prague(unfinished->kept.created_at))}) << '\n';
        return apply_and_tell(database, clock, texts, options, unfinished->id, out, err);
    }
    give_up_cut_off(database, clock.now());
    auto begun = database.in_write_transaction([&](db::Session& work) {
        return begin_import(work, clock.now(), {}, options.organisation,
                            {options.file.filename().string(), options.region, options.allow_drop});
    });
    auto import = stage(database, clock, begun.id, options.file, told_to(err, texts, "register.command.reading"));
    err << '\n';
    if (import.state == "failed") {
        err << texts.text(*import.error_key, texts_from_json(*import.error_values)) << '\n';
        return 1;
    }
    if (import.state == "refused") {
        err << refusal(texts, import.drop_percent) << '\n';
        return 1;
    }
    database.in_write_transaction(
        [&](db::Session& work) { begin_applying(work, clock.now(), import.id, {options.allow_drop, {}}); });
    return apply_and_tell(database, clock, texts, options, import.id, out, err);
}

}

int import_register_command(db::Database& database, const Clock& clock, const i18n::Texts& texts,
                            const ImportRegisterOptions& options, std::ostream& out, std::ostream& err) {
    auto& regions = register_regions();
    if (options.region && std::ranges::find(regions, *options.region, &RegisterRegion::code) == regions.end()) {
        err << texts.text("register.command.unknown_region", {*options.region}) << '\n';
        return 2;
    }
    try {
        return (options.dry_run ? dry : keep_and_apply)(database, clock, texts, options, out, err);
    } catch (const RegisterFileError& error) {
        err << sentence(texts, error) << '\n';
        return 1;
    } catch (const Conflict&) {
        err << '\n' << texts.text("register.command.overtaken") << '\n';
        return 1;
    } catch (const db::DiskFull& full) {
        err << '\n' << texts.text("register.command.not_kept", {full.what()}) << '\n';
        return 1;
    }
}

}
