// Wraps and unwraps keys.
#include "platform/keys/key_store.hpp"

#include "platform/db/transaction.hpp"

#include <fcntl.h>
#include <fstream>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keys {

namespace {

Where wrapped_key(Id<KeyName> id) { return {"keys", "wrapped", id.uuid}; }

void write_new_master(const std::filesystem::path& path) {
    unsigned char bytes[32];
    char text[65];
    randombytes_buf(bytes, sizeof bytes);
    sodium_bin2hex(text, sizeof text, bytes, sizeof bytes);
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
    auto file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY, 0600);
    bool written = file >= 0 && ::write(file, text, 64) == 64 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    sodium_memzero(bytes, sizeof bytes), sodium_memzero(text, sizeof text);
    if (!written) throw std::runtime_error{"the master key cannot be written to " + path.string()};
}

}

Key master_key(const std::filesystem::path& path, bool make_if_missing) {
    if (!std::filesystem::exists(path)) {
        if (!make_if_missing)
            throw std::runtime_error{"there is no master key at " + path.string() +
                                     "; put it there, or let opora make one in an empty instance"};
        write_new_master(path);
    }
    struct stat about{};
    if (::stat(path.c_str(), &about) != 0)
        throw std::runtime_error{"the master key " + path.string() + " cannot be read"};
    if (about.st_mode & (S_IRWXG | S_IRWXO))
        throw std::runtime_error{"the master key " + path.string() + " may be read by its owner only; chmod 600 it"};
    std::string text;
    std::ifstream{path} >> text;
    std::array<std::uint8_t, 32> bytes{};
    std::size_t read = 0;
    auto failed = sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &read, nullptr);
    sodium_memzero(text.data(), text.size());
    if (failed || read != bytes.size())
        throw std::runtime_error{path.string() + " holds no master key (64 hexadecimal digits)"};
    Key key{bytes};
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

void KeyStore::prepare() {
    auto lease = store_.write();
    lease->driver().script(
        lease->kind() == db::Kind::sqlite
            ? "PRAGMA secure_delete = ON; CREATE TABLE IF NOT EXISTS keys (id BLOB NOT NULL PRIMARY KEY, wrapped BLOB NOT NULL, made_at TEXT NOT NULL)"
            : "CREATE TABLE IF NOT EXISTS keys (id uuid NOT NULL PRIMARY KEY, wrapped bytea NOT NULL, made_at timestamptz NOT NULL)");
}

Id<KeyName> KeyStore::make(Instant now) {
    auto id = Id<KeyName>::made_at(now);
    auto key = Key::random();
    auto wrapped = seal(master_, wrapped_key(id), {reinterpret_cast<const char*>(key.bytes()), 32});
    auto lease = store_.write();
    lease->run("INSERT INTO keys (id, wrapped, made_at) VALUES ($1, $2, $3)", id, wrapped.bytes, now);
    return id;
}

std::optional<Key> KeyStore::find(Id<KeyName> id) {
    auto lease = store_.read();
    auto wrapped = lease->maybe<db::Bytes>("SELECT wrapped FROM keys WHERE id = $1", id);
    if (!wrapped) return {};
    auto bytes = open(master_, wrapped_key(id), Sealed{*wrapped});
    if (!bytes || bytes->size() != 32) throw std::runtime_error{"a key does not open with this master key"};
    std::array<std::uint8_t, 32> plain{};
    std::copy(bytes->begin(), bytes->end(), plain.begin());
    Key key{plain};
    sodium_memzero(plain.data(), plain.size()), sodium_memzero(bytes->data(), bytes->size());
    return key;
}

// The page of the row is overwritten before it is freed (secure_delete), and the log is emptied into the file.
void KeyStore::destroy(Id<KeyName> id) {
    auto lease = store_.write();
    auto& db = *lease;
    db.run("UPDATE keys SET wrapped = $1 WHERE id = $2", db::Bytes(1 + 24 + 32 + 16), id);
    db.run("DELETE FROM keys WHERE id = $1", id);
    if (db.kind() == db::Kind::sqlite) db.driver().script("PRAGMA wal_checkpoint(TRUNCATE)");
}

std::int64_t KeyStore::count() {
    auto lease = store_.read();
    return lease->one<std::int64_t>("SELECT count(*) FROM keys");
}

void note_erasure(db::Session& work, Id<KeyName> key, Id<Organisation> organisation, Instant now) {
    work.run("INSERT INTO erasures (key_id, erased_at, organisation_id, retention) VALUES ($1, $2, $3, 'permanent')",
             key, now, organisation);
}

std::vector<Erasure> erasures_in(db::Session& data) {
    return data.all<Erasure>("SELECT key_id, erased_at, organisation_id FROM erasures ORDER BY erased_at, key_id");
}

void add_erasures(db::Session& data, const std::vector<Erasure>& erasures) {
    for (auto& erasure : erasures)
        data.run("INSERT INTO erasures (key_id, erased_at, organisation_id, retention) VALUES ($1, $2, $3, 'permanent')"
                 " ON CONFLICT (key_id) DO NOTHING",
                 erasure.key_id, erasure.erased_at, erasure.organisation_id);
}

std::int64_t replay_erasures(db::Session& data, KeyStore& store) {
    std::int64_t destroyed = 0;
    for (auto& key : data.all<Id<KeyName>>("SELECT key_id FROM erasures ORDER BY erased_at"))
        if (store.find(key)) store.destroy(key), ++destroyed;
    return destroyed;
}

}
