// Looks and judges.  Each check is one function that says one thing.
#include "platform/checkup/checkup.hpp"

#include "platform/audit/anchors.hpp"
#include "platform/auth/second_factor.hpp"
#include "platform/db/database.hpp"
#include "platform/mail/outbox.hpp"
#include "platform/time/prague.hpp"

#include <fmt/format.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <sys/stat.h>
#include <unistd.h>

namespace checkup {

namespace {

using Days = std::chrono::days;

constexpr std::uintmax_t room_wanted = std::uintmax_t{1} << 30;    // bytes
constexpr auto failed_within = Days{7};
constexpr auto seals_within = std::chrono::hours{1};

// The address without scheme and port is this machine itself.
bool is_loopback(std::string_view address) {
    return address.starts_with("127.") || address.starts_with("[::1]") || address.starts_with("localhost");
}

bool others_may_read(const std::filesystem::path& file) {
    struct stat facts{};
    return ::stat(file.c_str(), &facts) == 0 && (facts.st_mode & (S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH)) != 0;
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
    std::error_code ignored;
    return std::filesystem::weakly_canonical(file, ignored).parent_path();
}

std::int64_t whole_days(Instant from, Instant to) { return std::chrono::floor<Days>(to - from).count(); }

// --- the way here ----------------------------------------------------------------------------------------------------

Finding encrypted(const http::SiteFacts& facts) {
    bool here = facts.public_url.starts_with("http://127.") || facts.public_url.starts_with("http://localhost");
    auto verdict = facts.public_url.starts_with("https:") ? Verdict::good : here ? Verdict::watch : Verdict::bad;
    return {"https", verdict, {facts.public_url}};
}

std::optional<Finding> certificate(const Installation& setup, Instant now) {
    if (setup.certificate.empty()) return {};
    auto ends = certificate_ends(setup.certificate);
    if (!ends) return Finding{"certificate", Verdict::bad, {"?"}};
    auto left = whole_days(now, *ends);
    auto verdict = left < 0 ? Verdict::bad : left < certificate_lasts_days ? Verdict::watch : Verdict::good;
    return Finding{"certificate", verdict, {to_czech(day_in_prague(*ends))}};
}

// In the clear on an address that others reach, and nobody in front who is trusted to seal it.
Finding listening(const Installation& setup) {
    bool safe = is_loopback(setup.listen) || !setup.certificate.empty();
    return {"listen", safe ? Verdict::good : Verdict::bad, {setup.listen}};
}

std::optional<Finding> metrics(const Installation& setup) {
    if (setup.metrics_listen.empty()) return {};
    return Finding{
        "metrics", is_loopback(setup.metrics_listen) ? Verdict::good : Verdict::watch, {setup.metrics_listen}};
}

std::optional<Finding> demonstration(const http::SiteFacts& facts) {
    if (!facts.demonstration) return {};
    return Finding{"demonstration", Verdict::watch};
}

// --- data and keys ---------------------------------------------------------------------------------------------------

Finding files_closed(const Installation& setup) {
    Finding finding{"files"};
    for (auto& file :
         {Installation::file_of(setup.database), Installation::file_of(setup.keys), setup.master_key, setup.uploads})
        if (!file.empty() && others_may_read(file)) {
            finding.verdict = Verdict::bad;
            finding.values.push_back(file.string());
            break;
        }
    return finding;
}

// Who takes the data away takes the keys along, if they lie together.
Finding keys_apart(const Installation& setup) {
    auto data = Installation::file_of(setup.database);
    bool together = !data.empty() && folder_of(data) == folder_of(setup.master_key);
    return {"keys_apart", together ? Verdict::watch : Verdict::good, {setup.master_key.string()}};
}

Finding backed_up(db::Session& db, Instant now) {
    auto last = last_backup(db);
    if (!last) return {"backup", Verdict::bad, {"–"}};
    auto age = whole_days(*last, now);
    auto verdict = age < backup_within_days       ? Verdict::good
                   : age < 4 * backup_within_days ? Verdict::watch
                                                  : Verdict::bad;
    return {"backup", verdict, {to_czech(*last)}};
}

Finding room_left(const Installation& setup) {
    auto data = Installation::file_of(setup.database);
    std::error_code failed;
    auto space = std::filesystem::space(folder_of(data.empty() ? setup.uploads : data), failed);
    if (failed) return {"room", Verdict::watch, {"?"}};
    auto verdict = space.available >= room_wanted ? Verdict::good : Verdict::bad;
    return {"room", verdict, {fmt::format("{}", space.available >> 30)}};
}

Finding not_root() { return {"root", ::geteuid() == 0 ? Verdict::bad : Verdict::good}; }

// --- people ----------------------------------------------------------------------------------------------------------

std::vector<Id<User>> people_with(db::Session& db, Role role, Date today) {
    return db.all<Id<User>>(
        "SELECT DISTINCT people.id FROM people JOIN grants ON grants.person_id = people.id WHERE role = $1"
        " AND disabled_at IS NULL AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)",
        to_text(role), today);
}

// One who is ill or leaves must not lock the others out; ten are nine too many doors.
Finding administrators(db::Session& db, Date today) {
    auto count = people_with(db, Role::administrator, today).size();
    auto verdict = count == 0 ? Verdict::bad : count == 1 || count > 5 ? Verdict::watch : Verdict::good;
    return {"administrators", verdict, {std::to_string(count)}, "/sprava/lide"};
}

Finding administrators_second_step(db::Session& db, Date today) {
    std::int64_t without = 0;
    for (auto& person : people_with(db, Role::administrator, today)) without += !auth::second_factor(db, person);
    return {"second_step", without ? Verdict::bad : Verdict::good, {std::to_string(without)}, "/sprava/role"};
}

Finding others_second_step(db::Session& db, Date today) {
    std::int64_t without = 0;
    for (auto role : all_roles)
        if (role != Role::administrator && auth::needs_second_factor(db, role))
            for (auto& person : people_with(db, role, today)) without += !auth::second_factor(db, person);
    return {"second_step_others", without ? Verdict::watch : Verdict::good, {std::to_string(without)}, "/sprava/role"};
}

Finding dormant(db::Session& db, Instant now) {
    auto since = now - Days{dormant_days};
    auto count = db.one<std::int64_t>(
        "SELECT count(*) FROM people WHERE disabled_at IS NULL AND created_at < $1 AND NOT EXISTS (SELECT 1 FROM"
        " sessions WHERE sessions.person_id = people.id AND seen_at >= $1)",
        since);
    return {"dormant", count ? Verdict::watch : Verdict::good, {std::to_string(count)}, "/sprava/lide"};
}

// --- what is on record -----------------------------------------------------------------------------------------------

Finding sealed(db::Session& db, Instant now) {
    auto waiting = db.one<std::int64_t>(
        "SELECT count(*) FROM audit_rows WHERE happened_at >= $1 AND happened_at < $2 AND NOT EXISTS (SELECT 1 FROM"
        " audit_sealed_rows WHERE audit_sealed_rows.row_id = audit_rows.id)",
        now - Days{2}, now - seals_within);
    return {"sealed", waiting ? Verdict::bad : Verdict::good, {std::to_string(waiting)}, "/sprava/audit"};
}

Finding anchored(db::Session& db, Instant now) {
    auto newest = audit::anchors(db, 1, 0);
    if (newest.empty()) return {"anchored", Verdict::watch, {"–"}, "/pecet"};
    auto age = whole_days(newest.front().made_at, now);
    return {
        "anchored", age < anchor_within_days ? Verdict::good : Verdict::bad, {to_czech(newest.front().day)}, "/pecet"};
}

// --- work in the background ------------------------------------------------------------------------------------------

Finding mail_goes(db::Session& db, const Installation& setup) {
    if (setup.mail_server.empty()) return {"mail", Verdict::watch};
    if (!setup.mail_is_sealed) return {"mail_sealed", Verdict::bad, {setup.mail_server}};
    auto troubled = mail::count_troubled(db);
    return {"mail_goes", troubled ? Verdict::watch : Verdict::good, {std::to_string(troubled)}, "/sprava/posta"};
}

Finding jobs_done(db::Session& db, Instant now) {
    auto failed = db.one<std::int64_t>("SELECT count(*) FROM jobs WHERE state = 'failed' AND finished_at >= $1",
                                       now - failed_within);
    return {"jobs", failed ? Verdict::watch : Verdict::good, {std::to_string(failed)}, "/sprava/ulohy"};
}

void add(Group& group, std::optional<Finding> finding) {
    if (finding) group.findings.push_back(std::move(*finding));
}

}

const char* to_text(Verdict verdict) {
    return verdict == Verdict::good ? "good" : verdict == Verdict::watch ? "watch" : "bad";
}

std::filesystem::path Installation::file_of(const std::string& database) {
    constexpr std::string_view scheme = "sqlite:";
    return database.starts_with(scheme) ? std::filesystem::path{database.substr(scheme.size())}
                                        : std::filesystem::path{};
}

std::string Installation::spoken(const std::string& database) {
    auto file = file_of(database);
    if (!file.empty()) return "SQLite, " + file.string();
    auto host = database.substr(database.find("://") == database.npos ? 0 : database.find("://") + 3);
    if (auto at = host.rfind('@'); at != host.npos) host = host.substr(at + 1);
    return "PostgreSQL, " + host.substr(0, host.find('?'));
}

std::vector<Group> look_around(db::Session& db, const Installation& setup, const http::SiteFacts& facts, Instant now) {
    auto today = day_in_prague(now);
    Group way{"way", {encrypted(facts), listening(setup)}};
    add(way, certificate(setup, now)), add(way, metrics(setup)), add(way, demonstration(facts));
    return {std::move(way),
            {"data", {files_closed(setup), keys_apart(setup), backed_up(db, now), room_left(setup), not_root()}},
            {"people",
             {administrators(db, today), administrators_second_step(db, today), others_second_step(db, today),
              dormant(db, now)}},
            {"record", {sealed(db, now), anchored(db, now)}},
            {"work", {mail_goes(db, setup), jobs_done(db, now)}}};
}

void note_backup(db::Session& work, Instant now) {
    work.run("INSERT INTO instance_facts (name, value) VALUES ('last_backup', $1)"
             " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
             to_iso(now));
}

std::optional<Instant> last_backup(db::Session& db) {
    auto noted = db.maybe<std::string>("SELECT value FROM instance_facts WHERE name = 'last_backup'");
    return noted ? parse_instant(*noted) : std::nullopt;
}

std::optional<Instant> certificate_ends(const std::filesystem::path& file) {
    std::unique_ptr<BIO, decltype(&BIO_free)> in{BIO_new_file(file.c_str(), "r"), BIO_free};
    if (!in) return {};
    std::unique_ptr<X509, decltype(&X509_free)> read{PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr), X509_free};
    std::tm time{};
    if (!read || ASN1_TIME_to_tm(X509_get0_notAfter(read.get()), &time) != 1) return {};
    return Instant{std::chrono::duration_cast<Instant::duration>(std::chrono::seconds{::timegm(&time)})};
}

}
