// Copies that come back whole, or not at all.
#include "platform/backup/backup.hpp"

#include "network/network.hpp"
#include "network/services/related_service.hpp"
#include "platform/keys/key_store.hpp"
#include "tests/world/office.hpp"

#include <fstream>
#include <thread>

using testing::HasSubstr;
using testing::SizeIs;

namespace {

namespace fs = std::filesystem;

const MadeOnce& blank() {
    static const MadeOnce blank{[](const std::string& url) { db::Session{url}.driver().script("SELECT 1"); }};
    return blank;
}

struct Backups : testing::Test {
    Backups() {
        fs::create_directories(place);
        std::ofstream{master_file} << std::string(64, 'a');
        fs::permissions(master_file, fs::perms::owner_read | fs::perms::owner_write);
        store.prepare();
    }
    ~Backups() override { fs::remove_all(place); }

    backup::Places here() { return {office.application().configuration().database, key_data.url()}; }
    fs::path make() { return backup::make(here(), place, place / "keys", world::office_now); }

    // Where a backup is put: on SQLite a file that is not there yet.
    std::string elsewhere(const char* name, EmptyDatabase& empty) {
        return test_server() ? empty.url() : "sqlite:" + (place / "new" / name).string();
    }
    backup::Places new_places() { return {elsewhere("opora.db", new_data), elsewhere("keys.db", new_keys)}; }
    backup::Wish wish(const fs::path& manifest) { return {manifest, place / "keys", master_file}; }
    backup::Restored put_back(const backup::Wish& wished, const backup::Places& into) {
        return backup::restore(wished, into, {platform::files(), network::files(), workgroups::files()},
                               world::office_now);
    }
    std::string refused(const backup::Wish& wished, const backup::Places& into) {
        try {
            put_back(wished, into);
        } catch (const backup::Refused& refusal) { return refusal.what(); }
        return "it was not refused";
    }
    static std::int64_t services_in(const std::string& url) {
        return db::Session{url}.one<std::int64_t>("SELECT count(*) FROM services");
    }
    bool nothing_at(const backup::Places& places) {
        if (!test_server()) return !fs::exists(places.data.substr(7)) && !fs::exists(places.keys.substr(7));
        return db::Session{places.data}.one<std::int64_t>(
                   "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0;
    }
    void rewrite(const fs::path& manifest, const std::string& from, const std::string& to) {
        std::ostringstream text;
        text << std::ifstream{manifest}.rdbuf();
        auto changed = text.str();
        auto at = changed.find(from);
        ASSERT_NE(at, changed.npos) << changed;
        std::ofstream{manifest} << changed.replace(at, from.size(), to);
    }

    fs::path place = fs::temp_directory_path() / unused_name(), master_file = place / "master.key";
    world::Office office{world::Office::With::sample_region};
    EmptyDatabase key_data{blank()}, new_data{blank()}, new_keys{blank()};
    keys::KeyStore store{*key_data, keys::master_key(master_key_file(), false)};

private:
    fs::path master_key_file() {
        fs::create_directories(place);
        std::ofstream{master_file} << std::string(64, 'a');
        fs::permissions(master_file, fs::perms::owner_read | fs::perms::owner_write);
        return master_file;
    }
};

}

// feature J5
TEST_F(Backups, come_back_elsewhere_with_every_row_and_every_key) {
    auto key = store.make(world::office_now);
    auto manifest = make();
    auto into = new_places();
    put_back(wish(manifest), into);
    EXPECT_EQ(services_in(into.data), services_in(here().data));
    db::Database restored_keys{into.keys};
    keys::KeyStore restored{restored_keys, keys::master_key(master_file, false)};
    EXPECT_TRUE(restored.find(key));
    for (auto& entry : fs::recursive_directory_iterator{place})
        if (entry.is_regular_file())
            EXPECT_EQ(entry.status().permissions() & (fs::perms::group_all | fs::perms::others_all), fs::perms::none)
                << entry.path();
}

TEST_F(Backups, made_while_somebody_writes_hold_one_moment) {
    std::atomic<bool> ended = false;
    std::atomic<int> written = 0;
    std::thread writer{[&] {
        for (; !ended; ++written)
            office.database().in_write_transaction([&](db::Session& work) {
                // Two rows that belong together.
                auto author = office.as_nobody(work);
                history::count_up(work, "network");
                auto slug = "zkouska-" + to_text(Uuid::made_at(world::office_now));
                network::RelatedService related;
                related.name = "Zkouška", related.kind_code = "transport", related.slug = slug;
                network::add_related_service(author, related);
            });
    }};
    while (written < 3) std::this_thread::yield();
    auto before = written.load();
    auto manifest = make();
    ended = true, writer.join();
    EXPECT_GT(written, before) << "nobody waited for the backup";
    auto into = new_places();
    put_back(wish(manifest), into);
    db::Session session{into.data};
    EXPECT_EQ(session.one<std::int64_t>("SELECT count(*) FROM related_services"),
              session.one<std::int64_t>("SELECT count(*) FROM slugs WHERE kind = 'related_service' AND current"));
}

TEST_F(Backups, that_are_damaged_or_incomplete_are_refused_and_leave_nothing_behind) {
    store.make(world::office_now);
    auto manifest = make();
    auto copies = backup::Manifest::read(manifest);
    auto into = new_places();
    auto keys = place / "keys" / copies.keys->file, data = place / copies.data.file;
    fs::rename(keys, place / "away");
    EXPECT_THAT(refused(wish(manifest), into), HasSubstr("--without-keys"));
    fs::rename(place / "away", keys);
    {
        std::fstream file{data, std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(5000), file.put('!'), file.put('?');
    }
    EXPECT_THAT(refused(wish(manifest), into), HasSubstr("damaged"));
    fs::resize_file(data, 100);
    EXPECT_THAT(refused(wish(manifest), into), HasSubstr("damaged"));
    fs::remove(data);
    EXPECT_THAT(refused(wish(manifest), into), HasSubstr("missing"));
    EXPECT_TRUE(nothing_at(into));
}

TEST_F(Backups, of_a_newer_opora_and_files_that_are_none_are_refused) {
    auto manifest = make();
    auto into = new_places();
    auto number = std::to_string(backup::Manifest::read(manifest).migration);
    rewrite(manifest, "\"migration\":" + number, "\"migration\":9999");
    EXPECT_THAT(refused(wish(manifest), into), HasSubstr("newer Opora"));
    rewrite(manifest, "\"migration\":9999", "\"migration\":\"x\"");
    EXPECT_THAT(refused(wish(manifest), into), HasSubstr("no description of a backup"));
    rewrite(manifest, "\"migration\":\"x\"", "\"migration\":" + number);
    rewrite(manifest, "\"file\":\"", "\"file\":\"../");
    EXPECT_THAT(refused(wish(manifest), into), HasSubstr("no description of a backup"));
    EXPECT_THROW(backup::newest_in(place / "keys"), std::exception);
    EXPECT_TRUE(nothing_at(into));
}

TEST_F(Backups, replace_nothing_unasked_and_nothing_in_use) {
    auto manifest = make();
    auto wished = wish(manifest);
    auto lease = office.database().read();
    EXPECT_THAT(refused(wished, here()), HasSubstr("--replace"));
    wished.replace = true;
    EXPECT_THAT(refused(wished, here()), HasSubstr("in use"));
}

TEST_F(Backups, replace_when_asked_and_on_SQLite_move_the_former_files_aside) {
    store.make(world::office_now);
    auto manifest = make();
    auto into = new_places();
    put_back(wish(manifest), into);
    db::Session{into.data}.run("DELETE FROM service_texts");
    auto wished = wish(manifest);
    wished.replace = true;
    auto again = put_back(wished, into);
    EXPECT_GT(db::Session{into.data}.one<std::int64_t>("SELECT count(*) FROM service_texts"), 0);
    EXPECT_THAT(again.aside, SizeIs(test_server() ? 0 : 2));
    for (auto& aside : again.aside) EXPECT_TRUE(fs::exists(aside)) << aside;
    EXPECT_FALSE(again.former_unreadable);
}

TEST_F(Backups, replace_a_file_that_is_no_database_any_more_and_say_what_nobody_knows_then) {
    auto manifest = make();
    auto into = new_places();
    if (test_server()) db::Session{into.data}.driver().script("CREATE TABLE erasures (nonsense text)");
    else {
        fs::create_directories(place / "new");
        std::ofstream{into.data.substr(7)} << std::string(5000, '?');
    }
    auto wished = wish(manifest);
    wished.replace = true;
    EXPECT_TRUE(put_back(wished, into).former_unreadable);
    EXPECT_EQ(services_in(into.data), services_in(here().data));
}

TEST_F(Backups, do_not_bring_back_who_was_erased_since) {
    auto before = store.make(world::office_now), after = store.make(world::office_now),
         stays = store.make(world::office_now);
    auto erase = [&](Id<keys::KeyName> key, const std::string& url) {
        db::Session session{url};
        keys::note_erasure(session, key, office.region, world::office_now);
    };
    erase(before, here().data);    // listed, but this older copy of the keys still has it
    auto manifest = make();
    auto into = new_places();
    EXPECT_EQ(put_back(wish(manifest), into).erased, 1);
    erase(after, into.data);    // after the backup
    auto wished = wish(manifest);
    wished.replace = true;
    EXPECT_EQ(put_back(wished, into).erased, 2);
    db::Database restored_keys{into.keys};
    keys::KeyStore restored{restored_keys, keys::master_key(master_file, false)};
    EXPECT_FALSE(restored.find(before));
    EXPECT_FALSE(restored.find(after));
    EXPECT_TRUE(restored.find(stays));
}

TEST_F(Backups, may_leave_the_key_store_as_it_is) {
    store.make(world::office_now);
    auto manifest = make();
    fs::remove_all(place / "keys");
    auto into = new_places();
    auto wished = wish(manifest);
    wished.without_keys = true;
    put_back(wished, into);
    EXPECT_EQ(services_in(into.data), services_in(here().data));
    if (!test_server()) EXPECT_FALSE(fs::exists(into.keys.substr(7)));
}
