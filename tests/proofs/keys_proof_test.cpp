// The slice that decision 0002 stands on: one encrypted record, its read on record, saved with history, backed up, its
// key destroyed, restored – and unreadable.
#include "platform/history/history.hpp"
#include "platform/i18n/fold.hpp"
#include "platform/keys/key_store.hpp"
#include "tests/world/office.hpp"

using keys::Where;
using testing::HasSubstr;
using testing::Not;

namespace {

struct Diary {
    Id<Diary> id{};
    Id<keys::KeyName> key_id{};
    keys::Sealed name{};
    keys::Sealed wish{};
    Kept kept{};

    static constexpr auto table = "diaries";
    bool visible_to(const User& user) const { return user.holds(Role::regional_planner); }
    Uuid uuid() const { return id.uuid; }
    static std::optional<Diary> find(db::Session& db, const std::string& named) {
        auto id = Id<Diary>::parse(named);
        if (!id) return {};
        return db.maybe<Diary>("SELECT * FROM diaries WHERE id = $1", *id);
    }
    static void each_field(auto& diary, auto& visit) {
        visit("id", diary.id), visit("key_id", diary.key_id), visit("name", diary.name.bytes),
            visit("wish", diary.wish.bytes);
        Kept::each_field(diary.kept, visit);
    }
};

struct StoredKey {
    Id<keys::KeyName> id{};
    db::Bytes wrapped{};
    Instant made_at{};
    static void each_field(auto& key, auto& visit) {
        visit("id", key.id), visit("wrapped", key.wrapped), visit("made_at", key.made_at);
    }
};

struct ReadDiary {
    using About = Diary;
    static constexpr auto name = "proof.read_diary";
    static constexpr bool closed = true;
    static bool allows(const User&, const Diary&) { return true; }
};

constexpr embedded::File tables[] = {
    {"proof/migrations/0900_diaries.sql",
     "CREATE TABLE diaries (id {id}, key_id {ref} NOT NULL, name {blob} NOT NULL, wish {blob} NOT NULL, {record});"}};

struct Proof : testing::Test {
    Proof() {
        auto lease = office.database().write();
        lease->driver().script(db::in_the_types_of(lease->driver(), std::string{tables[0].bytes}));
        store.prepare();
    }

    Diary write(const std::string& name, const std::string& wish) {
        Diary diary;
        diary.id = Id<Diary>::made_at(world::office_now);
        diary.key_id = store.make(world::office_now);
        auto key = *store.find(diary.key_id);
        diary.name = keys::seal(key, {"diaries", "name", diary.id.uuid}, name);
        diary.wish = keys::seal(key, {"diaries", "wish", diary.id.uuid}, wish);
        office.database().in_write_transaction(
            [&](db::Session& work) { history::keep_new(office.as_nobody(work), diary); });
        return diary;
    }
    std::optional<std::string> read_wish(const Diary& diary, keys::KeyStore& from) {
        auto key = from.find(diary.key_id);
        if (!key) return {};
        return keys::open(*key, {"diaries", "wish", diary.id.uuid}, diary.wish);
    }
    Diary stored(Id<Diary> id) {
        auto lease = office.database().read();
        return lease->one<Diary>("SELECT * FROM diaries WHERE id = $1", id);
    }

    world::Office office;
    EmptyDatabase key_data;
    keys::Key master = keys::Key::random();
    keys::KeyStore store{*key_data, master};
};

}

TEST_F(Proof, what_is_written_stands_unreadable_in_the_database_and_opens_with_the_key) {
    auto diary = write("Jana Vymyšlená", "vařit si sama");
    auto kept = stored(diary.id);
    std::string column{kept.wish.bytes.begin(), kept.wish.bytes.end()};
    EXPECT_THAT(column, Not(HasSubstr("vařit")));
    EXPECT_EQ(read_wish(kept, store), "vařit si sama");
}

TEST_F(Proof, a_text_moved_to_another_column_or_record_does_not_open) {
    auto one = write("Jana", "vařit"), other = write("Karel", "plavat");
    auto key = *store.find(one.key_id);
    EXPECT_FALSE(keys::open(key, {"diaries", "name", one.id.uuid}, one.wish));
    EXPECT_FALSE(keys::open(key, {"diaries", "wish", other.id.uuid}, one.wish));
    auto changed = one.wish;
    changed.bytes.back() ^= 1;
    EXPECT_FALSE(keys::open(key, {"diaries", "wish", one.id.uuid}, changed));
}

TEST_F(Proof, reading_leaves_a_row_of_the_audit_and_a_stranger_learns_nothing) {
    auto diary = write("Jana", "vařit");
    auto read_as = [&](const User& user) {
        audit::Trail trail{user, world::office_now};
        audit::Keeper keeper{office.database()};
        auto lookups = office.database().read();
        db::Transaction work{office.database(), db::Intent::read};
        Visit visit{user, world::office_now, *lookups, work, trail};
        bool found = true;
        try {
            auto permit = Permit<ReadDiary>::ask(visit, to_text(diary.id));
        } catch (const NotFound&) { found = false; }
        keeper.keep(trail.rows());
        return found;
    };
    EXPECT_TRUE(read_as(office.eva));
    EXPECT_FALSE(read_as(office.petr));
    EXPECT_THAT(office.audit(), testing::UnorderedElementsAre("proof.read_diary allowed", "proof.read_diary hidden"));
}

TEST_F(Proof, history_keeps_what_was_before_and_keeps_it_encrypted) {
    auto diary = write("Jana", "vařit");
    auto changed = diary;
    auto key = *store.find(diary.key_id);
    changed.wish = keys::seal(key, {"diaries", "wish", diary.id.uuid}, "plavat");
    office.database().in_write_transaction(
        [&](db::Session& work) { history::keep_change(office.as_nobody(work), diary, changed); });
    auto lease = office.database().read();
    auto changes = history::changes_of(*lease, diary.id.uuid);
    ASSERT_EQ(changes.size(), 2u);
    auto change = std::ranges::find(changes, "changed", &history::Change::kind);
    ASSERT_NE(change, changes.end());
    auto fields = history::field_changes(*lease, change->id);
    ASSERT_EQ(fields.size(), 1u);
    EXPECT_EQ(fields[0].field, "wish");
    EXPECT_EQ(fields[0].old_value, history::plain_value(diary.wish.bytes));
    EXPECT_THAT(*fields[0].new_value, Not(HasSubstr("plavat")));
}

TEST_F(Proof, names_are_found_by_keyed_beginnings_that_another_organisation_cannot_make) {
    auto index = keys::Key::random(), elsewhere = keys::Key::random();
    auto tokens = keys::blind_tokens(index, i18n::fold("Jana Vymyšlená"));
    EXPECT_THAT(tokens, testing::Contains(keys::blind_token(index, i18n::fold("VYMYSLENA"))));
    EXPECT_THAT(tokens, testing::Contains(keys::blind_token(index, "vym*")));
    EXPECT_THAT(tokens, Not(testing::Contains(keys::blind_token(index, "vy*"))));
    EXPECT_THAT(tokens, Not(testing::Contains(keys::blind_token(elsewhere, "vymyslena"))));
}

// Data and keys are backed up apart.  After the key is destroyed, the older key backup still holds it: restoring
// replays the list of erasures that stands with the data, and the record stays unreadable.
TEST_F(Proof, a_key_that_was_destroyed_stays_destroyed_when_an_older_backup_of_keys_is_restored) {
    auto erased = write("Jana", "vařit"), kept = write("Karel", "plavat");

    EmptyDatabase key_backup;
    keys::KeyStore restored{*key_backup, master};
    restored.prepare();
    {
        auto from = key_data->read();
        auto rows = from->all<StoredKey>("SELECT id, wrapped, made_at FROM keys");
        key_backup->in_write_transaction([&](db::Session& work) { db::bulk_insert(work, "keys", rows); });
    }
    office.database().in_write_transaction(
        [&](db::Session& work) { keys::note_erasure(work, erased.key_id, office.region, world::office_now); });
    store.destroy(erased.key_id);
    EXPECT_FALSE(read_wish(stored(erased.id), store));

    EXPECT_EQ(read_wish(stored(erased.id), restored), "vařit");    // the old backup alone would bring it back
    auto data = office.database().read();
    EXPECT_EQ(keys::replay_erasures(*data, restored), 1);
    EXPECT_FALSE(read_wish(stored(erased.id), restored));
    EXPECT_EQ(read_wish(stored(kept.id), restored), "plavat");
}

TEST_F(Proof, keys_do_not_open_with_another_master_key) {
    auto diary = write("Jana", "vařit");
    keys::KeyStore thief{*key_data, keys::Key::random()};
    EXPECT_THROW(thief.find(diary.key_id), std::runtime_error);
}
