// Takes files in and gives them out.
#include "platform/files/file_room.hpp"

#include "platform/backup/copies.hpp"
#include "platform/http/urlencoded.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/time/prague.hpp"

namespace files {

std::optional<std::filesystem::path> Settings::folder() const {
    constexpr std::string_view beginning = "folder:";
    if (!store.starts_with(beginning)) return {};
    return std::filesystem::path{store.substr(beginning.size())};
}

void Settings::check() const {
    auto path = folder();
    if (store != "database" && !(path && path->is_absolute()))
        throw std::runtime_error{"files.store is neither \"database\" nor \"folder:/PATH\""};
    if (bytes_most < 1'000'000 || bytes_most > std::int64_t(upload_limit))
        throw std::runtime_error{"files.most_mb is a whole number from 1 to 64"};
}

FileRoom::FileRoom(db::Database& database, keys::KeyRoom& keys, Settings settings)
    : database_{database}, keys_{keys}, settings_{std::move(settings)}, in_database_{database} {
    if (auto folder = settings_.folder()) in_folder_.emplace(*folder);
}

FileStore& FileRoom::store(const std::string& stored_in) {
    if (stored_in == "database") return in_database_;
    if (!in_folder_) throw std::runtime_error{"a file lies in a folder of objects, and files.store names none"};
    return *in_folder_;
}

std::string sha256_of(const http::Upload& upload) { return backup::sha256_of(*upload.file); }

namespace {

keys::Where name_place(Id<File> file) { return {File::table, "name", file.uuid}; }
keys::Where sha256_place(Id<File> file) { return {File::table, "content_sha256", file.uuid}; }

Instant midnight(Instant now) { return from_prague(day_in_prague(now), TimeOfDay{}); }

}

Look FileRoom::look(const http::Request& request, db::Session& lookups, const http::Upload& upload) const {
    if (std::int64_t(upload.bytes) > settings_.bytes_most) return {nullptr, "files.refused.too_large"};
    auto today = handed_over(lookups, request.user->id, midnight(request.now));
    if (today.files >= files_a_day || today.bytes + std::int64_t(upload.bytes) > bytes_a_day)
        return {nullptr, "files.refused.too_many_today"};
    if (upload.bytes == 0 || !upload.file) return {nullptr, "files.refused.empty"};
    return look_at(content_in(*upload.file), clean_name(upload.name));
}

namespace {

// Key and bytes go again unless all of them are there.
struct TakingIn {
    FileRoom& room;
    db::Database& database;
    keys::KeyStore& keys;
    Id<File> file;
    Id<keys::KeyName> key;
    std::string stored_in;
    bool done = false;

    ~TakingIn() {
        if (done) return;
        try {
            room.store(stored_in).remove(file);
            database.in_write_transaction(
                [&](db::Session& work) { work.run("DELETE FROM file_contents WHERE file_id = $1", file); });
            keys.destroy(key);
        } catch (const std::exception&) {
            // The daily sweep finds what stays.
        }
    }
};

FileStore::NextPiece sealing(const Content& content, StreamSealer& sealer, std::uint64_t& at) {
    return [&]() -> std::optional<db::Bytes> {
        if (at >= content.size) return {};
        auto plain = content.read(at, piece_bytes);
        if (plain.empty()) throw std::runtime_error{"an upload ended early"};
        at += plain.size();
        return sealer.piece(plain, at == content.size);
    };
}

}

File FileRoom::take_in(Instant now, const User& user, const http::Upload& upload, const FileType& type,
                       const std::string& sha256) {
    auto& key_store = keys_.store();
    File file;
    file.id = Id<File>::made_at(now), file.key_id = key_store.make(now), file.type = type.code;
    file.size_bytes = std::int64_t(upload.bytes);
    auto stored_in = in_folder_ ? "folder" : "database";
    TakingIn taking{*this, database_, key_store, file.id, file.key_id, stored_in};
    auto key = key_store.find(file.key_id).value();
    auto name = clean_name(upload.name);
    auto first_ending = type.endings.substr(0, type.endings.find(';'));
    if (name.empty()) name = "soubor";
    if (ending_of(name).empty()) name += first_ending;
    file.name = keys::seal(key, name_place(file.id), name).bytes;
    file.content_sha256 = keys::seal(key, sha256_place(file.id), sha256).bytes;
    auto organisation = user.organisation_id.value_or(Id<Organisation>{});
    try {
        database_.in_write_transaction([&](db::Session& work) {
            work.run("INSERT INTO file_contents (file_id, key_id, stored_in, began_at, organisation_id, retention)"
                     " VALUES ($1, $2, $3, $4, $5, 'file')",
                     file.id, file.key_id, stored_in, now, organisation);
        });
    } catch (const db::DiskFull&) { throw NoRoom{}; }
    auto content = content_in(*upload.file);
    StreamSealer sealer{key, file.id};
    std::uint64_t at = 0;
    store(stored_in).write(file.id, sealing(content, sealer, at));
    taking.done = true;
    return file;
}

std::optional<std::string> FileRoom::name_of(const File& file) {
    auto key = keys_.store().find(file.key_id);
    return key ? keys::open(*key, name_place(file.id), keys::Sealed{file.name}) : std::nullopt;
}

std::optional<std::string> FileRoom::sha256_of(const File& file) {
    auto key = keys_.store().find(file.key_id);
    return key ? keys::open(*key, sha256_place(file.id), keys::Sealed{file.content_sha256}) : std::nullopt;
}

// --- out again -------------------------------------------------------------------------------------------------------

namespace {

std::string disposition(const std::string& name) {
    std::string plain;
    for (unsigned char c : name) plain += c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '%' ? char(c) : '_';
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + http::percent_encode(name);
}

// The first piece is opened before the answer begins, so that what is missing or damaged at once is a page, not half a
// file; a later one that does not open ends the connection, and the client sees that the file is not whole.
struct Opening {
    FileStore& store;
    Id<File> file;
    std::int64_t pieces;
    StreamOpener opener;
    std::int64_t next = 0;
    std::optional<std::string> ready{};

    std::string open_next() {
        auto sealed = store.piece(file, next);
        auto plain = sealed ? opener.piece(*sealed, next + 1 == pieces) : std::nullopt;
        if (!plain) throw std::runtime_error{"a piece of a file is missing or damaged"};
        ++next;
        return std::move(*plain);
    }
};

}

http::Response FileRoom::answer(const File& file, const std::string& name, bool closed) {
    std::optional<std::string> stored_in;
    {
        auto lease = database_.read();
        stored_in = lease->maybe<std::string>(
            "SELECT stored_in FROM file_contents WHERE file_id = $1"
            " AND NOT EXISTS (SELECT 1 FROM erasures WHERE erasures.key_id = file_contents.key_id)",
            file.id);
    }
    auto key = keys_.store().find(file.key_id);
    auto type = file_type(file.type);
    if (!stored_in || !key || !type) throw Gone{};
    std::shared_ptr<Opening> opening{
        new Opening{store(*stored_in), file.id, pieces_of(file.size_bytes), StreamOpener{*key, file.id}}};
    opening->ready = opening->open_next();
    http::Response response{http::ok, "", std::string{type->media}};
    response.headers = {{"Content-Disposition", disposition(name)},
                        {"Content-Security-Policy", "sandbox; default-src 'none'"},
                        {"Cross-Origin-Resource-Policy", "same-origin"}};
    if (closed) response.headers.emplace_back("Cache-Control", "no-store");
    response.pieces = [opening]() -> std::optional<std::string> {
        if (opening->ready) return std::exchange(opening->ready, std::nullopt);
        if (opening->next == opening->pieces) return {};
        return opening->open_next();
    };
    return response;
}

// --- gone ------------------------------------------------------------------------------------------------------------

void FileRoom::erase(const history::Author& author, const File& file) {
    keys::note_erasure(author.work, file.key_id, file.kept.organisation_id, author.now);
    history::note(author, File::table, file.id.uuid, "changed", {{"content", "", {}}});
}

namespace {

struct Leftover {
    Id<File> file_id{};
    Id<keys::KeyName> key_id{};
    std::string stored_in{};
    static void each_field(auto& one, auto& visit) {
        visit("file_id", one.file_id), visit("key_id", one.key_id), visit("stored_in", one.stored_in);
    }
};

// What no upload under way can still be writing, and no restored copy of the data may still ask for.
void clear_folder(db::Database& database, const FolderStore& store, Instant now) {
    namespace fs = std::filesystem;
    if (!fs::exists(store.folder())) return;
    for (auto& entry : fs::recursive_directory_iterator{store.folder()}) {
        if (!entry.is_regular_file()) continue;
        auto age = fs::file_time_type::clock::now() - entry.last_write_time();
        auto id = Id<File>::parse(entry.path().filename().string());
        bool unfinished = !id && entry.path().extension() == ".part" && age > std::chrono::days{1};
        bool unknown =
            id && age > std::chrono::days{35} && id->uuid < Uuid::made_at(now - std::chrono::days{35}) &&
            !database.read()->maybe<std::string>("SELECT stored_in FROM file_contents WHERE file_id = $1", *id);
        if (unfinished || unknown) fs::remove(entry.path());
    }
}

}

std::int64_t FileRoom::sweep(Instant now) {
    std::vector<Leftover> leftovers;
    {
        auto lease = database_.read();
        leftovers = lease->all<Leftover>(
            "SELECT file_id, key_id, stored_in FROM file_contents"
            " WHERE EXISTS (SELECT 1 FROM erasures WHERE erasures.key_id = file_contents.key_id)"
            " OR (began_at < $1 AND NOT EXISTS (SELECT 1 FROM files WHERE files.id = file_contents.file_id))",
            now - std::chrono::days{1});
    }
    for (auto& one : leftovers) {
        keys_.store().destroy(one.key_id);
        store(one.stored_in).remove(one.file_id);
        database_.in_write_transaction(
            [&](db::Session& work) { work.run("DELETE FROM file_contents WHERE file_id = $1", one.file_id); });
    }
    if (in_folder_) clear_folder(database_, *in_folder_, now);
    return std::int64_t(leftovers.size());
}

void know_jobs(jobs::Workers& workers, FileRoom& room) {
    workers.know(sweep_job, [&room](jobs::Run& run) -> std::string {
        room.sweep(run.now());
        return "files.swept";
    });
}

}
