// What money and decimal numbers promise.
#include "platform/base/money.hpp"
#include "platform/base/number.hpp"

#include <gtest/gtest.h>

#include <random>

// row X.6
TEST(Money, of_a_grant_agreement_is_read_with_dots_between_thousands) {
    EXPECT_EQ(parse_money("15.795.600,05 Kč"), Money{1579560005});
    EXPECT_EQ(parse_money("15 795 600,05 Kč"), Money{1579560005});
    EXPECT_EQ(parse_money("15\u00a0795\u00a0600,05\u00a0Kč"), Money{1579560005});
}

TEST(Money, is_read_as_people_shorten_it) {
    EXPECT_EQ(parse_money("150"), Money{15000});
    EXPECT_EQ(parse_money(" 150,- Kč "), Money{15000});
    EXPECT_EQ(parse_money("150,–"), Money{15000});
    EXPECT_EQ(parse_money("7,5 kč"), Money{750});
    EXPECT_EQ(parse_money("1200.50"), Money{120050});
    EXPECT_EQ(parse_money("\u2212300 CZK"), Money{-30000});
    EXPECT_EQ(parse_money("0,05"), Money{5});
}

TEST(Money, is_not_guessed) {
    for (auto typed : {"", "Kč", "sto", "1,234", "15 79 600", "1.23.456", "15.795.600.05", "1,2,3", "5 EUR",
                       "12 Kč navíc", "99 999 999 999 999", "1e5", "--5", "5-", "1 234 5"})
        EXPECT_FALSE(parse_money(typed)) << typed;
}

// row X.6
TEST(Money, is_written_in_czech_typography) {
    EXPECT_EQ(to_czech(Money{1579560005}), "15\u00a0795\u00a0600,05\u00a0Kč");
    EXPECT_EQ(to_czech(Money{-730}), "\u22127,30\u00a0Kč");
    EXPECT_EQ(to_czech(Money{-30}), "\u22120,30\u00a0Kč");
}

TEST(Money, shows_halere_where_there_are_some_or_where_they_are_asked_for) {
    EXPECT_EQ(to_czech(Money{10000}), "100\u00a0Kč");
    EXPECT_EQ(to_czech(Money{10000}, Halere::always), "100,00\u00a0Kč");
    EXPECT_EQ(to_czech(Money{}), "0\u00a0Kč");
}

TEST(Money, reads_back_whatever_it_writes) {
    std::mt19937_64 random{2025};
    for (auto n = 0; n < 20'000; ++n) {
        auto size = std::int64_t(1) << (random() % 49);
        Money money{std::int64_t(random() % std::uint64_t(size)) * (n % 2 ? 1 : -1)};
        EXPECT_EQ(parse_money(to_czech(money)), money) << money.halere;
        EXPECT_EQ(parse_money(to_czech(money, Halere::always)), money) << money.halere;
    }
}

// row X.6
TEST(Numbers, are_read_with_a_comma_and_any_spaces) {
    EXPECT_EQ(parse_decimal("1 234,5"), (Decimal{12345, 1}));
    EXPECT_EQ(parse_decimal("1\u202f234,50"), (Decimal{12345, 1}));
    EXPECT_EQ(parse_decimal("1.234"), Decimal{1234});
    EXPECT_EQ(parse_decimal("0.5"), (Decimal{5, 1}));
    EXPECT_EQ(parse_decimal("0,125"), (Decimal{125, 3}));
    EXPECT_EQ(parse_decimal("7,25"), (Decimal{725, 2}));
    EXPECT_EQ(parse_decimal("-3"), Decimal{-3});
    EXPECT_EQ(parse_decimal("18907"), Decimal{18907});
}

TEST(Numbers, that_are_half_read_are_refused) {
    for (auto typed :
         {"", ",5", "5,", "1 23", "1 2345", "0 500", "1,2345678", "1,5 úvazku", "12a", "1234567890123456", "∞"})
        EXPECT_FALSE(parse_decimal(typed)) << typed;
}

TEST(Numbers, are_compared_exactly) {
    EXPECT_EQ((Decimal{150, 2}), (Decimal{15, 1}));
    EXPECT_LT((Decimal{149, 2}), (Decimal{15, 1}));
    EXPECT_GT((Decimal{-1, 1}), Decimal{-1});
    EXPECT_EQ((Decimal{15, 1}).in_units_of(2), 150);
    EXPECT_DOUBLE_EQ((Decimal{-25, 2}).approximately(), -0.25);
    EXPECT_THROW((Decimal{1, 7}), std::invalid_argument);
}

TEST(Numbers, read_back_whatever_they_write) {
    std::mt19937_64 random{6};
    for (auto n = 0; n < 20'000; ++n) {
        Decimal number{std::int64_t(random() % 1'000'000'000) - 500'000'000, int(random() % 7)};
        EXPECT_EQ(parse_decimal(to_czech(number)), number) << number.units << " / 10^" << number.places;
    }
    EXPECT_EQ(to_czech(Decimal{-5, 1}), "\u22120,5");
    EXPECT_EQ(to_czech(std::int64_t{18907}), "18\u00a0907");
}

// row X.6
TEST(Floor_areas, are_read_however_the_metres_are_squared) {
    EXPECT_EQ(parse_area("200m2"), Decimal{200});
    EXPECT_EQ(parse_area("2 000 m²"), Decimal{2000});
    EXPECT_EQ(parse_area("35,5 m2"), (Decimal{355, 1}));
    for (auto typed : {"200", "200 m", "-5 m2", "m2", "200 m3", "200m2 celkem"})
        EXPECT_FALSE(parse_area(typed)) << typed;
    EXPECT_EQ(area_to_czech(Decimal{2000}), "2\u00a0000\u00a0m²");
}
