// Bytes of files: encrypted as a stream, whole or not there, in the database and in a folder alike.
#include "platform/files/file_care.hpp"
#include "platform/jobs/jobs.hpp"
#include "tests/world/empty_database.hpp"
#include "tests/world/full_disk.hpp"
#include "tests/world/handed_files.hpp"
#include "tests/world/region.hpp"

#include <fstream>
#include <gmock/gmock.h>

namespace files {

namespace {

const Instant noon = *parse_instant("2026-11-24T12:00:00Z");

std::string long_text(std::size_t bytes) {
    std::string text;
    for (std::size_t n = 0; text.size() < bytes; ++n) text += "Řádek " + std::to_string(n) + "\n";
    return text;
}

db::Bytes joined_pieces(const std::vector<db::Bytes>& pieces) {
    db::Bytes all;
    for (auto& piece : pieces) all.insert(all.end(), piece.begin(), piece.end());
    return all;
}

std::vector<db::Bytes> sealed_pieces(const keys::Key& key, Id<File> id, const std::string& text) {
    StreamSealer sealer{key, id};
    std::vector<db::Bytes> pieces;
    for (std::size_t at = 0; at < text.size(); at += piece_bytes)
        pieces.push_back(sealer.piece(std::string_view{text}.substr(at, piece_bytes), at + piece_bytes >= text.size()));
    return pieces;
}

// Nothing where it does not open to the end.
std::optional<std::string> opened(const keys::Key& key, Id<File> id, const std::vector<db::Bytes>& pieces) {
    StreamOpener opener{key, id};
    std::string text;
    for (std::size_t n = 0; n < pieces.size(); ++n) {
        auto plain = opener.piece(pieces[n], n + 1 == pieces.size());
        if (!plain) return {};
        text += *plain;
    }
    return text;
}

}

struct SealedStream : testing::Test {
    const keys::Key key = keys::Key::random();
    const Id<File> id = Id<File>::made_at(noon);
    const std::string text = long_text(3 * piece_bytes + 17);
    const std::vector<db::Bytes> pieces = sealed_pieces(key, id, text);
};

TEST_F(SealedStream, opens_as_what_it_was) {
    EXPECT_EQ(opened(key, id, pieces), text);
    EXPECT_EQ(joined_pieces(pieces).size(), sealed_bytes_of(std::int64_t(text.size())));
    EXPECT_EQ(std::int64_t(pieces.size()), pieces_of(std::int64_t(text.size())));
    EXPECT_EQ(std::string_view(reinterpret_cast<const char*>(pieces[0].data()), pieces[0].size()).find("Řádek"),
              std::string_view::npos);
}

TEST_F(SealedStream, does_not_open_once_anything_was_changed) {
    EXPECT_FALSE(opened(keys::Key::random(), id, pieces)) << "another key";
    EXPECT_FALSE(opened(key, Id<File>::made_at(noon), pieces)) << "another file";
    auto cut = pieces;
    cut.pop_back();
    EXPECT_FALSE(opened(key, id, cut)) << "cut off";
    auto exchanged = pieces;
    std::swap(exchanged[1], exchanged[2]);
    EXPECT_FALSE(opened(key, id, exchanged)) << "another order";
    auto longer = pieces;
    longer.push_back(pieces.back());
    EXPECT_FALSE(opened(key, id, longer)) << "more than there was";
    for (auto at : {std::size_t{0}, stream_head_bytes, pieces[0].size() - 1}) {
        auto changed = pieces;
        changed[0][at] ^= 1;
        EXPECT_FALSE(opened(key, id, changed)) << at;
    }
    EXPECT_FALSE(opened(key, id, {db::Bytes(3)})) << "too short";
}

// --- stores and the room -----------------------------------------------------------------------------------------

namespace {

// A folder of its own, gone afterwards.
struct OwnFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / unused_name();
    OwnFolder() { std::filesystem::create_directories(path); }
    ~OwnFolder() { std::filesystem::remove_all(path); }
};

std::string read_whole(http::Response response) {
    std::string text;
    while (auto piece = response.pieces()) text += *piece;
    return text;
}

}

struct Rooms : testing::TestWithParam<bool> {
    Rooms() { world::migrate_network(*data->write()); }

    Settings settings() const {
        Settings settings;
        if (GetParam()) settings.store = "folder:" + (folder.path / "objects").string();
        return settings;
    }
    http::Upload upload(const std::string& bytes, const std::string& name = "Ceník.txt") {
        auto path = folder.path / unused_name();
        std::ofstream{path, std::ios::binary} << bytes;
        return {"soubor", name, std::make_shared<const std::filesystem::path>(path), bytes.size()};
    }
    File taken(const std::string& bytes) {
        auto brought = upload(bytes);
        return room.take_in(noon, eva, brought, *file_type("text"), sha256_of(brought));
    }
    File kept(const std::string& bytes) {
        auto file = taken(bytes);
        data->in_write_transaction([&](db::Session& work) { history::keep_new(author(work), file); });
        return file;
    }
    history::Author author(db::Session& work) {
        auto source = history::keep_source(work, noon, {}, office, "person", "test");
        return {work, noon, eva.id, office, source};
    }
    void erase(const File& file) {
        data->in_write_transaction([&](db::Session& work) { room.erase(author(work), file); });
    }
    std::int64_t count(db::Statement<> sql) { return data->read()->one<std::int64_t>(sql); }
    std::vector<std::string> problems() { return problems_of_files(data.url(), settings()); }
    const char* stored_in() const { return GetParam() ? "folder" : "database"; }

    EmptyDatabase data;
    OwnFolder folder;
    Id<Organisation> office = Id<Organisation>::made_at(noon);
    User eva{Id<User>::made_at(noon), "Eva", office, {}};
    keys::KeyRoom keys{"sqlite:" + (folder.path / "keys.db").string(), folder.path / "master.key"};
    FileRoom room{*data, keys, settings()};
};

TEST_P(Rooms, give_back_what_they_took_in) {
    for (std::size_t bytes : {std::size_t{1}, piece_bytes - 1, piece_bytes, piece_bytes + 1, 20 * piece_bytes + 5}) {
        auto text = long_text(bytes);
        text.resize(bytes);
        auto file = kept(text);
        EXPECT_EQ(read_whole(room.answer(file, "a.txt", true)), text) << bytes;
        EXPECT_EQ(room.store(stored_in()).bytes_of(file.id), sealed_bytes_of(std::int64_t(bytes)));
    }
    EXPECT_THAT(problems(), testing::IsEmpty());
}

TEST_P(Rooms, say_how_a_file_is_to_be_taken) {
    auto response = room.answer(kept("Ceník"), "Ceník \"2027\".txt", true);
    EXPECT_EQ(response.type, "text/plain; charset=utf-8");
    EXPECT_EQ(response.header("Content-Disposition"),
              "attachment; filename=\"Cen__k _2027_.txt\"; filename*=UTF-8''Cen%C3%ADk%20%222027%22.txt");
    EXPECT_EQ(response.header("Content-Security-Policy"), "sandbox; default-src 'none'");
    EXPECT_EQ(response.header("Cache-Control"), "no-store");
    EXPECT_EQ(room.answer(kept("Ceník"), "a.txt", false).header("Cache-Control"), "");
}

TEST_P(Rooms, keep_neither_name_nor_hash_in_the_clear) {
    auto one = kept("Totéž"), two = kept("Totéž");
    EXPECT_EQ(room.name_of(one), "Ceník.txt");
    EXPECT_EQ(room.sha256_of(one), room.sha256_of(two));
    EXPECT_NE(one.content_sha256, two.content_sha256) << "equal files cannot be told from their rows";
}

TEST_P(Rooms, lose_a_file_with_its_key) {
    auto file = kept(long_text(100'000));
    erase(file);
    EXPECT_THROW(room.answer(file, "a.txt", true), Gone);
    EXPECT_EQ(room.sweep(noon), 1);
    EXPECT_FALSE(room.name_of(file));
    EXPECT_EQ(room.store(stored_in()).bytes_of(file.id), 0u);
    EXPECT_EQ(count("SELECT count(*) FROM file_contents"), 0);
    EXPECT_EQ(room.sweep(noon), 0);
    EXPECT_THAT(problems(), testing::IsEmpty()) << "what was erased is not missing";
}

TEST_P(Rooms, clear_away_what_never_became_a_record_after_a_day) {
    auto orphan = taken("Nikdy nepřipojený"), file = kept("Připojený");
    EXPECT_EQ(room.sweep(noon + std::chrono::hours{23}), 0);
    EXPECT_EQ(room.sweep(noon + std::chrono::hours{25}), 1);
    EXPECT_EQ(room.store(stored_in()).bytes_of(orphan.id), 0u);
    EXPECT_FALSE(keys.store().find(orphan.key_id));
    EXPECT_EQ(read_whole(room.answer(file, "a.txt", true)), "Připojený");
}

TEST_P(Rooms, say_what_is_missing_or_damaged) {
    auto file = kept(long_text(200'000));
    auto& store = room.store(stored_in());
    store.remove(file.id);
    EXPECT_THAT(problems(), testing::ElementsAre(testing::HasSubstr(to_text(file.id))));
    EXPECT_THROW(room.answer(file, "a.txt", true), std::runtime_error);
    int pieces = 0;
    store.write(file.id, [&]() -> std::optional<db::Bytes> {
        return pieces++ ? std::nullopt : std::optional{db::Bytes(first_piece_bytes)};
    });
    EXPECT_THROW(room.answer(file, "a.txt", true), std::runtime_error);
}

INSTANTIATE_TEST_SUITE_P(Stores, Rooms, testing::Bool(), [](auto& info) { return info.param ? "folder" : "database"; });

TEST(FullDisk, takes_nothing_in_and_leaves_nothing_half_done) {
    EmptyDatabase data;
    world::migrate_network(*data->write());
    world::fill_disk(*data, "file_chunks", 2'000'000);
    OwnFolder folder;
    keys::KeyRoom keys{"sqlite:" + (folder.path / "keys.db").string(), folder.path / "master.key"};
    FileRoom room{*data, keys, {}};
    auto path = folder.path / "velky.txt";
    std::ofstream{path} << long_text(3'000'000);
    http::Upload upload{"soubor", "velky.txt", std::make_shared<const std::filesystem::path>(path), 3'000'000};
    EXPECT_THROW(room.take_in(noon, User{}, upload, *file_type("text"), sha256_of(upload)), NoRoom);
    auto lease = data->read();
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM file_chunks"), 0);
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM file_contents"), 0);
    EXPECT_EQ(keys.store().count(), 0);
}

TEST(Objects, are_copied_once_and_put_back) {
    OwnFolder from, to;
    FolderStore store{from.path};
    auto id = Id<File>::made_at(noon);
    int pieces = 0;
    store.write(id,
                [&]() -> std::optional<db::Bytes> { return pieces++ ? std::nullopt : std::optional{db::Bytes(500)}; });
    EXPECT_EQ(copy_objects(from.path, to.path), 1);
    EXPECT_EQ(copy_objects(from.path, to.path), 0);
    store.remove(id);
    EXPECT_EQ(copy_objects(to.path, from.path), 1);
    EXPECT_EQ(store.bytes_of(id), 500u);
}

TEST(FileSettings, are_refused_with_a_sentence) {
    for (auto store : {"folder:relative", "s3:bucket", ""}) {
        Settings settings;
        settings.store = store;
        EXPECT_THROW(settings.check(), std::runtime_error) << store;
    }
    Settings settings;
    settings.bytes_most = 65'000'000'000;
    EXPECT_THROW(settings.check(), std::runtime_error);
}

}
