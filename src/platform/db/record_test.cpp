// Whole records are kept by the names of their fields.
#include "platform/db/record.hpp"

#include "platform/db/migrate.hpp"
#include "tests/world/empty_database.hpp"

#include <gmock/gmock.h>

using testing::ElementsAre;

struct Letter {
    Id<Letter> id;
    std::string words;
    std::optional<Date> sent_on;
    db::Bytes seal;
    std::optional<bool> read;
    Money postage;
    double weight{};
    std::int64_t version{};

    static void each_field(auto& letter, auto& visit) {
        visit("id", letter.id), visit("words", letter.words), visit("sent_on", letter.sent_on),
            visit("seal", letter.seal);
        visit("read", letter.read), visit("postage", letter.postage), visit("weight", letter.weight);
        visit("version", letter.version);
    }
    bool operator==(const Letter&) const = default;
};

struct Letters : testing::Test {
    Letters() {
        db.driver().script(in_the_types_of(db.driver(), R"(
            CREATE TABLE letters (id {id}, words TEXT NOT NULL CHECK (words <> 'bad'), sent_on {date}, seal {blob} NOT NULL,
                read {bool}, postage {money} NOT NULL, weight {real} NOT NULL, version {int} NOT NULL))"));
    }
    Letter letter(std::string words) {
        return {Id<Letter>::made_at({}),
                std::move(words),
                Date{std::chrono::days{20000}},
                {0, 92, 255, 10},
                true,
                Money{1900},
                0.1,
                1};
    }
    std::vector<Letter> all() { return db.all<Letter>("SELECT * FROM letters ORDER BY words"); }

    db::Session db = empty_database();
};

TEST_F(Letters, are_kept_whole) {
    auto dear = letter("Milá Evo");
    insert_record(db, "letters", dear);
    EXPECT_THAT(all(), ElementsAre(dear));
    EXPECT_THROW(insert_record(db, "letters", dear), db::Unique);
}

TEST_F(Letters, change_only_where_told) {
    auto dear = letter("a"), other = letter("b");
    insert_record(db, "letters", dear);
    insert_record(db, "letters", other);
    auto changed = dear;
    changed.sent_on.reset(), changed.postage = Money{0}, changed.words = "not told";
    EXPECT_EQ(update_record(db, "letters", changed, {"sent_on", "postage"}), 1);
    changed.words = "a";
    EXPECT_THAT(all(), ElementsAre(changed, other));
    EXPECT_EQ(update_record(db, "letters", changed, {}), 0);
    EXPECT_EQ(update_record(db, "letters", letter("nobody's"), {"words"}), 0);
    EXPECT_THROW(update_record(db, "letters", changed, {"colour"}), db::Error);
}

TEST_F(Letters, keep_what_somebody_else_saved_since) {
    auto dear = letter("a");
    insert_record(db, "letters", dear);
    dear.version = 2;
    EXPECT_EQ(update_record(db, "letters", dear, {"words", "version"}, 1), 1);
    EXPECT_EQ(update_record(db, "letters", dear, {"words", "version"}, 1), 0);
}

TEST_F(Letters, come_many_at_once) {
    std::vector<Letter> letters;
    for (auto words : {"1\ttab", "2\nline", "3\\N", "4 'quote' \"", "5\r", "6 ěščř", "7 \\. "})
        letters.push_back(letter(words));
    letters[2].sent_on.reset(), letters[3].read.reset(), letters[4].seal.clear();
    EXPECT_EQ(bulk_insert(db, "letters", letters), 7);
    EXPECT_EQ(all(), letters);
    EXPECT_EQ(bulk_insert(db, "letters", std::vector<Letter>{}), 0);
}

TEST_F(Letters, that_break_a_rule_among_many_undo_all_and_leave_the_session_at_work) {
    std::vector<Letter> letters{letter("good"), letter("bad")}, torn{letter(std::string{"a\0b", 3})};
    for (auto& some : {letters, torn}) {
        db.begin(db::Intent::write);
        EXPECT_THROW(bulk_insert(db, "letters", some), db::Error);
        db.rollback();
    }
    EXPECT_THAT(all(), ElementsAre());
    EXPECT_THROW(bulk_insert(db, "letters", letters), db::Check);
}
