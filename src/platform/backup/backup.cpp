// Makes backups and puts them back.
#include "platform/backup/backup.hpp"

#include "platform/backup/copies.hpp"
#include "platform/backup/soundness.hpp"
#include "platform/base/json.hpp"
#include "platform/db/migrate.hpp"
#include "platform/keys/key_store.hpp"

#include <boost/json.hpp>
#include <fmt/chrono.h>
#include <fstream>
#include <sstream>

namespace backup {

namespace {

namespace fs = std::filesystem;

std::string stamp(Instant now) {
    return fmt::format("{:%Y%m%dT%H%M%SZ}", std::chrono::floor<std::chrono::seconds>(now));
}

// Takes away what was begun when something goes wrong.
struct Unfinished {
    std::vector<fs::path> files{};
    ~Unfinished() {
        std::error_code ignored;
        for (auto& file : files)
            for (auto end : {"", "-wal", "-shm"}) fs::remove(file.string() + end, ignored);
    }
};

void look_through(const std::string& url, const char* what) {
    db::Session session{url};
    auto found = soundness_of(session);
    if (!found.problems.empty()) throw Refused{fmt::format("{} is not whole: {}", what, found.problems.front())};
}

const char* ending(const std::string& url) { return is_sqlite(url) ? ".db" : ".dump"; }

void copy_out(const std::string& url, const fs::path& to) {
    make_for_owner(to);
    if (!is_sqlite(url)) return dump_postgresql(url, to);
    copy_sqlite(path_of(url), to);
    db::Session session{"sqlite:" + to.string()};
    if (auto said = session.one<std::string>("SELECT integrity_check FROM pragma_integrity_check LIMIT 1");
        said != "ok")
        throw Refused{fmt::format("the copy {} is not whole: {}", to.string(), said)};
}

boost::json::object described(const Copy& copy) {
    return {{"file", copy.file}, {"bytes", copy.bytes}, {"sha256", copy.sha256}};
}

Copy copy_from(const boost::json::value& value) {
    Copy copy;
    copy.file = value.at("file").as_string(), copy.sha256 = value.at("sha256").as_string();
    copy.bytes = value.at("bytes").to_number<std::uintmax_t>();
    if (copy.file.empty() || fs::path{copy.file}.filename() != copy.file) throw std::runtime_error{"a path"};
    return copy;
}

void compare(const fs::path& file, const Copy& copy) {
    if (!fs::exists(file)) throw Refused{fmt::format("{} is missing", file.string())};
    if (fs::file_size(file) != copy.bytes || sha256_of(file) != copy.sha256)
        throw Refused{
            fmt::format("{} is damaged: it is not the file that was backed up. Take another copy.", file.string())};
}

bool has_keys(const std::string& url) {
    if (is_sqlite(url)) return fs::exists(path_of(url));
    db::Session session{url};
    return session
        .maybe<std::string>("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename = 'keys'")
        .has_value();
}

bool is_empty(const std::string& url) {
    db::Session session{url};
    return session.one<std::int64_t>("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0;
}

// Before anything moves: may this copy go there?
void ask_place(const std::string& url, const Copy& copy, bool replace) {
    if (!copy.file.ends_with(ending(url)))
        throw Refused{fmt::format("{} is of another kind of database than the one that is configured", copy.file)};
    if (is_sqlite(url)) {
        auto path = path_of(url);
        if (!fs::exists(path)) return;
        if (!replace)
            throw Refused{fmt::format("there is a database at {} already; --replace moves it aside", path.string())};
        if (in_use(path)) throw Refused{fmt::format("{} is in use: stop Opora first", path.string())};
    } else {
        if (!replace && !is_empty(url))
            throw Refused{"the PostgreSQL database is not empty; --replace replaces what is in it"};
        if (in_use_on_server(url)) throw Refused{"the PostgreSQL database is in use: stop Opora first"};
    }
}

// Puts a file beside its place, which it takes later by one step.
fs::path beside(const fs::path& copy, const fs::path& place, Unfinished& unfinished) {
    auto fresh = fs::path{place.string() + ".restoring"};
    unfinished.files.push_back(fresh);
    if (place.has_parent_path()) fs::create_directories(place.parent_path());
    fs::copy_file(copy, fresh, fs::copy_options::overwrite_existing);
    fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write);
    return fresh;
}

void take_place(const fs::path& fresh, const fs::path& place, Instant now, Restored& restored) {
    keep_on_disk(fresh);
    if (fs::exists(place)) {
        restored.aside.emplace_back(place.string() + ".before-restore-" + stamp(now));
        fs::rename(place, restored.aside.back());
        // Only a file that could not be opened has them still: what they hold stays with it.
        for (auto log : {"-wal", "-shm"})
            if (fs::exists(place.string() + log))
                fs::rename(place.string() + log, restored.aside.back().string() + log);
    }
    fs::rename(fresh, place);
    keep_on_disk(place.has_parent_path() ? place.parent_path() : fs::path{"."});
}

// Who was erased after the backup stays erased: the database that is replaced knows of them, as long as it can be read.
std::vector<keys::Erasure> erased_since(const std::string& url, Restored& restored) {
    if (is_sqlite(url) ? !fs::exists(path_of(url)) : is_empty(url)) return {};
    try {
        db::Session session{url};
        return keys::erasures_in(session);
    } catch (const db::Error&) {
        restored.former_unreadable = true;
        return {};
    }
}

std::int64_t erase_again(const std::string& data, const std::string& keys, const fs::path& master_key) {
    db::Session session{data};
    db::Database store{keys};
    keys::KeyStore key_store{store, keys::master_key(master_key, false)};
    return keys::replay_erasures(session, key_store);
}

}

Manifest Manifest::read(const fs::path& path) {
    std::ifstream file{path};
    std::ostringstream text;
    text << file.rdbuf();
    try {
        auto root = boost::json::parse(text.str());
        Manifest manifest;
        if (root.at("opora_backup").to_number<int>() != 1) throw Refused{"a newer Opora made this backup"};
        manifest.kind = root.at("kind").as_string();
        auto made_at = parse_instant(std::string{root.at("made_at").as_string()});
        if (!made_at || (manifest.kind != "sqlite" && manifest.kind != "postgresql"))
            throw std::runtime_error{"values"};
        manifest.made_at = *made_at;
        manifest.migration = root.at("migration").to_number<std::int64_t>();
        manifest.data = copy_from(root.at("data"));
        if (root.as_object().contains("keys")) manifest.keys = copy_from(root.at("keys"));
        return manifest;
    } catch (const Refused&) { throw; } catch (const std::exception&) {
        throw Refused{fmt::format("{} is no description of a backup", path.string())};
    }
}

fs::path make(const Places& places, const fs::path& folder, const fs::path& keys_folder, Instant now) {
    fs::create_directories(folder);
    auto kind = is_sqlite(places.data) ? "sqlite" : "postgresql";
    auto data = folder / ("opora-data-" + stamp(now) + ending(places.data));
    auto keys = keys_folder / ("opora-keys-" + stamp(now) + ending(places.keys));
    auto list = folder / ("opora-backup-" + stamp(now) + ".json");
    if (fs::exists(data) || fs::exists(list)) throw Refused{fmt::format("{} is there already", data.string())};
    Unfinished unfinished{{data, keys, list}};
    copy_out(places.data, data);
    if (is_sqlite(places.data)) look_through("sqlite:" + data.string(), "the copy");
    auto of_data = sealed_copy(data);
    // After the data, so that no record in them lacks a key that was made meanwhile.
    std::optional<Copy> of_keys;
    if (has_keys(places.keys)) {
        fs::create_directories(keys_folder);
        copy_out(places.keys, keys);
        of_keys = sealed_copy(keys);
    }
    db::Session session{places.data};
    auto migration = session.one<std::int64_t>("SELECT max(number) FROM migrations");
    boost::json::object root{{"opora_backup", 1},
                             {"made_at", to_iso(now)},
                             {"kind", kind},
                             {"migration", migration},
                             {"data", described(of_data)}};
    if (of_keys) root["keys"] = described(*of_keys);
    std::ofstream description{list};
    description << boost::json::serialize(root) << "\n" << std::flush;
    if (!description) throw Refused{fmt::format("{} could not be written", list.string())};
    sealed_copy(list);
    keep_on_disk(folder);
    unfinished.files.clear();
    return list;
}

fs::path newest_in(const fs::path& place) {
    if (!fs::is_directory(place)) return place;
    fs::path newest;
    for (auto& entry : fs::directory_iterator{place}) {
        auto name = entry.path().filename().string();
        if (name.starts_with("opora-backup-") && name.ends_with(".json") && entry.path() > newest)
            newest = entry.path();
    }
    if (newest.empty()) throw Refused{fmt::format("there is no backup in {}", place.string())};
    return newest;
}

Restored restore(const Wish& wish, const Places& into, const std::vector<std::span<const embedded::File>>& capabilities,
                 Instant now) {
    auto manifest = Manifest::read(wish.manifest);
    auto known = db::newest_migration(capabilities);
    if (manifest.migration > known)
        throw Refused{fmt::format("a newer Opora made this backup (its database has seen migration {}, this program "
                                  "knows {}); install that version first",
                                  manifest.migration, known)};
    auto data = wish.manifest.parent_path() / manifest.data.file;
    compare(data, manifest.data);
    bool with_keys = manifest.keys && !wish.without_keys;
    fs::path keys = with_keys ? wish.keys_folder / manifest.keys->file : fs::path{};
    if (with_keys) {
        if (!fs::exists(keys))
            throw Refused{fmt::format("the copy of the keys, {}, is not in {}; say where with --keys, or leave the key "
                                      "store as it is with --without-keys",
                                      manifest.keys->file, wish.keys_folder.string())};
        compare(keys, *manifest.keys);
        keys::master_key(wish.master_key, false);
    }
    ask_place(into.data, manifest.data, wish.replace);
    if (with_keys) ask_place(into.keys, *manifest.keys, wish.replace);

    Restored restored;
    auto later = erased_since(into.data, restored);
    Unfinished unfinished;
    // PostgreSQL takes all in one transaction or nothing; SQLite's files are made ready beside their places.
    auto data_url = into.data, keys_url = into.keys;
    if (is_sqlite(into.data)) data_url = "sqlite:" + beside(data, path_of(into.data), unfinished).string();
    else load_postgresql(data, into.data, wish.replace);
    {
        db::Session session{data_url};
        db::migrate(session, capabilities);
        keys::add_erasures(session, later);
    }
    look_through(data_url, "the backup");
    if (with_keys) {
        if (is_sqlite(into.keys)) keys_url = "sqlite:" + beside(keys, path_of(into.keys), unfinished).string();
        else load_postgresql(keys, into.keys, wish.replace);
        restored.erased = erase_again(data_url, keys_url, wish.master_key);
    }
    const std::pair<std::string, std::string> moves[] = {{keys_url, into.keys}, {data_url, into.data}};
    for (auto& [ready, place] : moves)
        if (ready != place) {
            if (in_use(path_of(ready))) throw Refused{fmt::format("{} is in use", ready)};
            take_place(path_of(ready), path_of(place), now, restored);
        }
    unfinished.files.clear();
    return restored;
}

}
