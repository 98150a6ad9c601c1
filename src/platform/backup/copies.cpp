// SQLite copies itself; PostgreSQL brings its own programs.
#include "platform/backup/copies.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <libpq-fe.h>
#include <memory>
#include <openssl/evp.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

extern char** environ;

namespace backup {

bool is_sqlite(const std::string& url) { return url.starts_with("sqlite:"); }

std::filesystem::path path_of(const std::string& url) { return url.substr(std::string_view{"sqlite:"}.size()); }

std::string sha256_of(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) throw Refused{fmt::format("{} cannot be read", path.string())};
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> hash{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    EVP_DigestInit_ex(hash.get(), EVP_sha256(), nullptr);
    std::vector<char> piece(1 << 20);
    while (file.read(piece.data(), std::streamsize(piece.size())) || file.gcount() > 0)
        EVP_DigestUpdate(hash.get(), piece.data(), std::size_t(file.gcount()));
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    EVP_DigestFinal_ex(hash.get(), digest, &size);
    std::string hex;
    for (unsigned n = 0; n < size; ++n) hex += fmt::format("{:02x}", digest[n]);
    return hex;
}

void keep_on_disk(const std::filesystem::path& path) {
    auto file = ::open(path.c_str(), O_RDONLY);
    bool kept = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!kept) throw Refused{fmt::format("{} could not be written to the disk", path.string())};
}

void make_for_owner(const std::filesystem::path& path) {
    auto file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY, 0600);
    if (file < 0) throw Refused{fmt::format("{} cannot be made", path.string())};
    ::close(file);
}

Copy sealed_copy(const std::filesystem::path& path) {
    using std::filesystem::perms;
    std::filesystem::permissions(path, perms::owner_read | perms::owner_write);
    keep_on_disk(path);
    return {path.filename().string(), std::filesystem::file_size(path), sha256_of(path)};
}

// --- SQLite ----------------------------------------------------------------------------------------------------------

namespace {

// Puts a growing file on the disk piece by piece.  Left until the end, a gigabyte would go there at once, and whoever
// saves in that second would wait for it.
class Trickle {
public:
    explicit Trickle(const std::filesystem::path& path)
        : writer_{[path](const std::stop_token& stopped) {
              auto file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
              for (; file >= 0 && !stopped.stop_requested(); std::this_thread::sleep_for(std::chrono::milliseconds{5}))
                  if (::fdatasync(file) != 0) break;    // whoever writes the file learns of it too
              if (file >= 0) ::close(file);
          }} {}

private:
    std::jthread writer_;
};

}

// VACUUM INTO reads one moment while others write, and takes along neither free pages nor what was deleted.
void copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (!std::filesystem::exists(from)) throw Refused{fmt::format("there is no database at {}", from.string())};
    db::Session session{"sqlite:" + from.string()};
    Trickle trickle{to};
    session.run("VACUUM INTO $1", to.string());
}

bool in_use(const std::filesystem::path& database) {
    try {
        db::Session session{"sqlite:" + database.string(), {.wait = std::chrono::milliseconds{200}}};
        return session.one<std::string>("PRAGMA journal_mode = DELETE") != "delete";
    } catch (const db::Busy&) { return true; } catch (const db::Error&) {
        return false;    // a file that is no database any more is in nobody's way
    }
}

// --- PostgreSQL ------------------------------------------------------------------------------------------------------

namespace {

// Where a database is, as its programs take it from their environment: nobody sees a password among the processes.
std::vector<std::string> surroundings(const std::string& url) {
    static constexpr std::pair<std::string_view, const char*> names[] = {
        {"host", "PGHOST"},         {"hostaddr", "PGHOSTADDR"}, {"port", "PGPORT"},      {"user", "PGUSER"},
        {"password", "PGPASSWORD"}, {"dbname", "PGDATABASE"},   {"sslmode", "PGSSLMODE"}};
    std::vector<std::string> all;
    for (auto at = environ; *at; ++at)
        if (!std::string_view{*at}.starts_with("PG")) all.emplace_back(*at);
    std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options{PQconninfoParse(url.c_str(), nullptr),
                                                                         PQconninfoFree};
    if (!options) throw Refused{"the address of the database cannot be read"};
    for (auto option = options.get(); option->keyword; ++option)
        for (auto& [keyword, name] : names)
            if (option->val && keyword == option->keyword) all.push_back(std::string{name} + "=" + option->val);
    // What the address leaves open comes from our own environment, as for the program itself.
    for (auto& [keyword, name] : names) {
        auto given = std::ranges::any_of(all, [&](auto& one) { return one.starts_with(std::string{name} + "="); });
        if (auto own = given ? nullptr : std::getenv(name)) all.push_back(std::string{name} + "=" + own);
    }
    return all;
}

void run_program(std::vector<std::string> words, std::vector<std::string> environment,
                 const std::filesystem::path& said) {
    auto pointers = [](std::vector<std::string>& texts) {
        std::vector<char*> all;
        for (auto& text : texts) all.push_back(text.data());
        all.push_back(nullptr);
        return all;
    };
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, said.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
    pid_t child = 0;
    auto failed = posix_spawnp(&child, words.front().c_str(), &actions, nullptr, pointers(words).data(),
                               pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed) throw Refused{fmt::format("{} cannot be started; install Debian's postgresql-client", words.front())};
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    std::string message;
    std::getline(std::ifstream{said}, message);
    std::filesystem::remove(said);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw Refused{fmt::format("{} ended with an error: {}", words.front(), message)};
}

}

void dump_postgresql(const std::string& url, const std::filesystem::path& to) {
    auto said = to.string() + ".said";
    run_program({"pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file=" + to.string()},
                surroundings(url), said);
    // Written is not readable yet: everything in it is read once.
    run_program({"pg_restore", "--file=/dev/null", to.string()}, surroundings(url), said);
}

bool in_use_on_server(const std::string& url) {
    db::Session session{url};
    return session.one<std::int64_t>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                     " AND backend_type = 'client backend' AND pid <> pg_backend_pid()") > 0;
}

void load_postgresql(const std::filesystem::path& from, const std::string& url, bool replace) {
    std::vector<std::string> words{"pg_restore", "--single-transaction", "--exit-on-error", "--no-owner",
                                   "--no-privileges"};
    if (replace) words.insert(words.end(), {"--clean", "--if-exists"});
    auto environment = surroundings(url);
    auto database = std::ranges::find_if(environment, [](auto& one) { return one.starts_with("PGDATABASE="); });
    if (database == environment.end()) throw Refused{"the address of the database names no database"};
    words.push_back("--dbname=" + database->substr(std::string_view{"PGDATABASE="}.size()));
    words.push_back(from.string());
    run_program(std::move(words), std::move(environment), from.string() + ".said");
}

}
