// Where keys live: a store apart from the data, each key wrapped by a master key that is in neither.
#pragma once

#include "platform/db/database.hpp"
#include "platform/keys/sealed.hpp"

#include <filesystem>

struct Organisation;

namespace keys {

// Reads the master key (64 hexadecimal digits) from a file; makes the file, readable by its owner alone, if told to.
// Throws std::runtime_error with a sentence for the operator: missing, readable by others, not a key.
Key master_key(const std::filesystem::path&, bool make_if_missing);

struct KeyName;    // whose key: a client, an organisation

class KeyStore {
public:
    KeyStore(db::Database& store, Key master) : store_{store}, master_{std::move(master)} {}

    void prepare();    // makes the store's table
    Id<KeyName> make(Instant now);
    std::optional<Key> find(Id<KeyName>);    // nothing once it was destroyed
    void destroy(Id<KeyName>);               // overwritten, then gone
    std::int64_t count();

private:
    db::Database& store_;
    Key master_;
};

// The list of erasures stands with the data, so that restoring an older key store erases again.
void note_erasure(db::Session& work, Id<KeyName>, Id<Organisation>, Instant now);
// The list as another copy of the data has it, for one that is older.
struct Erasure {
    Id<KeyName> key_id{};
    Instant erased_at{};
    Id<Organisation> organisation_id{};
    static void each_field(auto& erasure, auto& visit) {
        visit("key_id", erasure.key_id), visit("erased_at", erasure.erased_at);
        visit("organisation_id", erasure.organisation_id);
    }
};
std::vector<Erasure> erasures_in(db::Session& data);
void add_erasures(db::Session& data, const std::vector<Erasure>&);    // those that are not there yet
std::int64_t replay_erasures(db::Session& data, KeyStore&);           // how many keys it destroyed

}
