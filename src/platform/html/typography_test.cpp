// What Czech typography promises: ~ stands for a space that does not break, | for a word joiner.
#include "platform/html/typography.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace {

std::string visible(std::string text) {
    for (auto [sign, shown] : {std::pair{"\u00a0", "~"}, {"\u2060", "|"}})
        for (auto at = text.find(sign); at != text.npos; at = text.find(sign))
            text.replace(at, std::string_view{sign}.size(), shown);
    return text;
}

std::string set(std::string_view text) { return visible(html::czech_typography(text)); }

struct Case {
    std::string_view typed, printed;
};

void expect(const std::vector<Case>& cases) {
    for (auto& [typed, printed] : cases) {
        EXPECT_EQ(set(typed), printed);
        auto once = html::czech_typography(typed);
        EXPECT_EQ(html::czech_typography(once), once) << typed;
    }
}

}

TEST(Typography, holds_one_letter_words_to_the_next) {
    expect({{"Služby v Semilech a v okolí", "Služby v~Semilech a~v~okolí"},
            {"K dětem, i (o víkendu) s rodinou", "K~dětem, i~(o~víkendu) s~rodinou"},
            {"„V domě“ z u O U", "„V~domě“ z~u~O~U"},
            {"tak a", "tak a"},
            {"plán B a", "plán B a"},
            {"ve městě", "ve městě"},
            {"a  dvě mezery", "a  dvě mezery"}});
}

TEST(Typography, holds_dates_and_ordinals_together) {
    expect({{"od 1. 5. 2023 do 30. 4. 2026", "od 1.~5.~2023 do 30.~4.~2026"},
            {"3. května 2017 a 1. článek", "3.~května 2017 a~1.~článek"},
            {"tř. 1. máje", "tř.~1.~máje"},
            {"Bylo to v roce 2017. Nikdo", "Bylo to v~roce 2017. Nikdo"},
            {"Patro 5. Dům", "Patro 5. Dům"}});
}

TEST(Typography, holds_numbers_to_their_thousands_and_units) {
    expect({{"15 795 600,05 Kč", "15~795~600,05~Kč"},
            {"83 % z 18 907 zařízení", "83~% z~18~907 zařízení"},
            {"200 m², 35 km, 2 000 km², 5 let, 8 hodin, 10 min., 3 osoby",
             "200~m², 35~km, 2~000~km², 5~let, 8~hodin, 10~min., 3~osoby"},
            {"777 123 456 Kč a 777 123 456,50", "777~123~456~Kč a~777~123~456,50"},
            {"{1} % a {2} hodin", "{1}~% a~{2}~hodin"},
            {"5 mincí, 4 hady", "5 mincí, 4 hady"},
            {"512 37 Benecko", "512 37 Benecko"}});
}

TEST(Typography, holds_abbreviations_together) {
    expect({{"§ 67, č. 17, odst. 2, č. p. 12", "§~67, č.~17, odst.~2, č.~p. 12"},
            {"Fokus, z. ú., o. p. s., s. r. o.", "Fokus, z.~ú., o.~p.~s., s.~r.~o."},
            {"č. {1}", "č.~{1}"}});
}

TEST(Typography, sets_dashes_and_ranges) {
    expect({{"Praha – Brno — Ostrava", "Praha~– Brno~— Ostrava"},
            {"7.30-15.30 a 7,30-15,30 a 8:00-9:30", "7.30–|15.30 a~7,30–|15,30 a~8:00–|9:30"},
            {"2009-2013, 67–70, 5 000–10 000 osob", "2009–|2013, 67–|70, 5~000–|10~000~osob"},
            {"18–1. č. p.", "18–|1.~č.~p."},
            {"5–10 000 osob", "5–|10~000~osob"},
            {"2015-11-18 a 123-45 a 19-2000145399/0800", "2015-11-18 a~123-45 a~19-2000145399/0800"},
            {"2009–2013–2015, 1-5", "2009–2013–2015, 1-5"},
            {"česko-německý", "česko-německý"}});
}

TEST(Typography, sets_quotes_in_pairs_only) {
    expect({{"\"Domov\" a (\"Dílna\")", "„Domov“ a~(„Dílna“)"},
            {"řekl \"ano", "řekl \"ano"},
            {"5\" a 6\"", "5\" a~6\""},
            {"\"x \"y z\" w\"", "\"x \"y z\" w\""},
            {"\"\"", "\"\""},
            {"\"a\".", "„a“."},
            {"\"Domov\" – dům", "„Domov“~– dům"}});
}

TEST(Typography, leaves_addresses_and_telephones_alone) {
    for (std::string_view text : {"https://example.cz/7.30-15.30?a=2009-2013", "www.example.cz/2009-2013",
                                  "jana.2009-2013@example.cz", "+420 777 123 456", "777 123 456", "00420 777 123 456",
                                  "777-123-456", "example.cz/2009-2013", "+420-777-123-456"})
        EXPECT_EQ(html::czech_typography(text), text);
    expect({{"Pište k (jana@example.cz) v 7.30-8.30", "Pište k~(jana@example.cz) v~7.30–|8.30"},
            {"tel. +420 777 123 456 a 5 let", "tel. +420 777 123 456 a~5~let"}});
}

TEST(Typography, an_address_ends_at_the_quote_that_was_set_around_it) {
    auto once = html::czech_typography("pište „jana@example.cz“+777 123 456 789 a \"@l\"+777 123 456 789");
    EXPECT_EQ(html::czech_typography(once), once);
    EXPECT_NE(once.find("“+777 123 456 789 a"), once.npos) << "the telephone stays as it was typed: " << once;
}

TEST(Typography, a_range_does_not_reach_into_an_address) {
    for (auto text : {"2 004–1@00–10 004", "3–1@example.cz 10 004", "2009-2013@example.cz 2 004"}) {
        auto once = html::czech_typography(text);
        EXPECT_EQ(html::czech_typography(once), once);
        EXPECT_EQ(once.find("\u2060"), once.npos) << once;
    }
}

TEST(Typography, takes_anything_and_done_twice_changes_nothing) {
    const std::vector<std::string_view> pieces{
        " ",    " ",  "a",  "v",  "1",     "12",     "123",    "2017", "000",  ".",     ",", "-",
        "–",    "\"", "Kč", "m²", "let",   "\u00a0", "\u2060", "č.",   "§",    "(",     ")", "@",
        "www.", "+",  "„",  "“",  "slovo", "\n",     "7.30",   "{1}",  "\xc4", "\u202f"};
    std::mt19937 random{11};
    for (auto n = 0; n < 200'000; ++n) {
        std::string text;
        for (auto length = random() % 14; length > 0; --length) text += pieces[random() % pieces.size()];
        auto once = html::czech_typography(text);
        ASSERT_EQ(html::czech_typography(once), once) << visible(text) << " became " << visible(once);
    }
}

TEST(Typography, is_quick_on_a_long_row_of_brackets) {
    auto hostile = "a@b " + std::string(1'000'000, '(') + " 1";
    EXPECT_EQ(html::czech_typography(hostile), hostile);
}
