// What texts, languages and Czech order promise.
#include "platform/i18n/fold.hpp"
#include "platform/i18n/languages.hpp"
#include "platform/i18n/po.hpp"
#include "platform/i18n/sort_key.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <stdexcept>
#include <thread>

namespace {

constexpr std::string_view czech = R"(# Head
msgid ""
msgstr ""
"Language: cs\n"
"Plural-Forms: nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;\n"

#. Shown above a list
#: network/service_list.html:3
msgid "garden.count"
msgid_plural "garden.count"
msgstr[0] "{1} klient"
msgstr[1] "{1} klienti"
msgstr[2] "{1} klientů"

msgid "garden.count.fraction"
msgstr "{1} klienta"

msgid "garden.place"
msgid_plural "garden.place"
msgstr[0] "{1} místo"
msgstr[1] "{1} místa"
msgstr[2] "{1} míst"

msgid "garden.long"
msgstr "První řádek\n"
"a \"druhý\"\t\\ konec"

#, fuzzy
#| msgid "garden.old"
msgid "garden.fuzzy"
msgstr "Nejisté"

msgctxt "ignored"
msgid "garden.with_context"
msgstr "Lavička u {2} a {1}"

msgid "garden.empty"
msgstr ""

#~ msgid "garden.obsolete"
#~ msgstr "Zaniklé"
)";

constexpr std::string_view english = R"(msgid "garden.count"
msgid_plural "garden.count"
msgstr[0] "{1} client"
msgstr[1] "{1} clients"
)";

const embedded::File files[] = {
    {"garden/texts/cs.po", czech}, {"garden/texts/en.po", english}, {"garden/texts/notes.txt", "?"}};
const i18n::Key long_key{"garden.long"}, missing_key{"garden.nobody_wrote_it"}, count_key{"garden.count"};

struct Garden_texts : testing::Test {
    i18n::Texts texts{"cs", i18n::Texts::Files{files}};
};

}

TEST_F(Garden_texts, choose_among_three_czech_plural_forms) {
    struct {
        std::int64_t count;
        std::string_view text;
    } table[] = {{0, "0 klientů"},     {1, "1 klient"},    {2, "2 klienti"},   {4, "4 klienti"},
                 {5, "5 klientů"},     {11, "11 klientů"}, {21, "21 klientů"}, {22, "22 klientů"},
                 {101, "101 klientů"}, {-1, "-1 klient"},  {-3, "-3 klienti"}};
    for (auto& [count, text] : table) EXPECT_EQ(texts.text("garden.count", {std::to_string(count)}, count), text);
}

TEST_F(Garden_texts, have_a_form_of_their_own_for_fractions) {
    EXPECT_EQ(texts.text_of_amount("garden.count", {"1,5"}, Decimal{15, 1}), "1,5 klienta");
    EXPECT_EQ(texts.text_of_amount("garden.place", {"1,5"}, Decimal{15, 1}), "1,5 místa");
    EXPECT_EQ(texts.text_of_amount("garden.place", {"5"}, Decimal{5}), "5 míst");
}

TEST_F(Garden_texts, choose_between_two_english_ones) {
    i18n::Texts en{"en", i18n::Texts::Files{files}};
    EXPECT_EQ(en.text("garden.count", {"1"}, 1), "1 client");
    EXPECT_EQ(en.text("garden.count", {"0"}, 0), "0 clients");
    EXPECT_EQ(en.text_of_amount("garden.count", {"1.5"}, Decimal{15, 1}), "1.5 clients");
}

TEST_F(Garden_texts, run_over_lines_and_get_typographic_spaces_and_quotes_once) {
    EXPECT_EQ(texts.text("garden.long"), "První řádek\na\u00a0„druhý“\t\\ konec");
}

TEST_F(Garden_texts, put_values_where_the_translator_wants_them) {
    EXPECT_EQ(texts.text("garden.with_context", {"{2}", "růže"}), "Lavička u\u00a0růže a\u00a0{2}");
    EXPECT_EQ(texts.text("garden.with_context", {"x"}), "Lavička u\u00a0{2} a\u00a0x");
}

TEST_F(Garden_texts, show_the_key_where_nobody_has_finished_them) {
    for (auto key : {"garden.fuzzy", "garden.empty", "garden.obsolete", "garden.nobody_wrote_it", ""})
        EXPECT_EQ(texts.text(key), key);
}

TEST_F(Garden_texts, are_found_by_keys_of_pages_without_a_search) {
    EXPECT_EQ(texts.plain(long_key), texts.text("garden.long"));
    EXPECT_EQ(texts.plain(missing_key), "garden.nobody_wrote_it");
    EXPECT_EQ(texts.text(count_key, {"3"}, 3), "3 klienti");
    i18n::Key late{"garden.place"}, late_and_missing{"garden.later"}, again{"garden.long"};
    EXPECT_EQ(texts.text(late, {"2"}, 2), "2 místa");
    EXPECT_EQ(texts.plain(late_and_missing), "garden.later");
    EXPECT_EQ(again.number(), long_key.number());
}

TEST_F(Garden_texts, keep_their_place_when_moved) {
    auto moved = std::move(texts);
    EXPECT_EQ(moved.text(count_key, {"1"}, 1), "1 klient");
}

TEST(Texts_of_the_program, are_carried_in_the_binary_in_both_languages) {
    i18n::Texts cs{"cs", platform::files()}, en{"en", platform::files()};
    EXPECT_EQ(cs.text("form.problems", {"3"}, 3), "Je potřeba opravit 3 údaje");
    EXPECT_EQ(en.text("form.problems", {"3"}, 3), "3 fields need correcting");
}

TEST(Po_files, with_mistakes_are_refused_with_file_and_line) {
    for (auto wrong : {"msgid \"a\"\nmsgstr \"b", "msgid a", "\"lost\"", "msgid \"a\"\nmsgstr[1] \"b\"",
                       "msgstr[x] \"b\"", "mgsid \"a\"", "msgid \"a\\q\"", "msgid \"a\"b\"", "msgid \"a\\\""})
        EXPECT_THROW(i18n::parse_po(wrong, "x.po"), std::runtime_error) << wrong;
    try {
        i18n::parse_po("\n\nmsgid \"a", "garden/texts/cs.po");
        FAIL() << "a text without its end was read";
    } catch (const std::runtime_error& problem) {
        EXPECT_TRUE(std::string_view{problem.what()}.starts_with("garden/texts/cs.po:3: ")) << problem.what();
    }
    EXPECT_TRUE(i18n::parse_po("", "x.po").empty());
}

TEST(Languages, follow_the_cookie_then_the_browser_then_czech) {
    i18n::Languages languages{i18n::Texts::Files{files}};
    struct {
        std::string_view cookie, accept, language;
    } table[] = {{"", "", "cs"},
                 {"en", "cs", "en"},
                 {"cs", "en", "cs"},
                 {"de", "en", "en"},
                 {"", "en-GB,en;q=0.9", "en"},
                 {"", "cs,en;q=0.8", "cs"},
                 {"", "en;q=0.5, cs;q=0.4", "en"},
                 {"", "sk, en;q=0.7", "cs"},
                 {"", "de, EN;q=0.3", "en"},
                 {"", "en;q=0", "cs"},
                 {"", "*", "cs"},
                 {"", "eng", "cs"},
                 {"", ";;;q=,en;q=9,,", "cs"},
                 {"", "en ; q=1.000 , cs;q=0.999", "en"}};
    for (auto& [cookie, accept, language] : table)
        EXPECT_EQ(languages.choose(cookie, accept).language(), language) << cookie << " | " << accept;
}

namespace {

const std::vector<std::string_view> in_czech_order{"",
                                                   "1",
                                                   "a",
                                                   "á",
                                                   "Adam",
                                                   "autobus",
                                                   "cíl",
                                                   "cukr",
                                                   "Čapek",
                                                   "čas",
                                                   "ďábel",
                                                   "dům",
                                                   "hala",
                                                   "hora",
                                                   "hřiště",
                                                   "chata",
                                                   "Cheb",
                                                   "chůze",
                                                   "idea",
                                                   "Rudná",
                                                   "ruka",
                                                   "Řepy",
                                                   "Říční",
                                                   "sociální služba",
                                                   "sociální služby",
                                                   "stacionář",
                                                   "škola",
                                                   "tlumočení",
                                                   "Zahrada",
                                                   "žádost"};

}

TEST(Czech_order, puts_ch_after_h_and_letters_with_haceks_after_plain_ones) {
    auto mixed = in_czech_order;
    std::shuffle(mixed.begin(), mixed.end(), std::mt19937{4});
    std::ranges::sort(mixed, i18n::CzechOrder{});
    EXPECT_EQ(mixed, in_czech_order);
}

TEST(Czech_order, is_the_order_of_bytes_in_stored_keys) {
    for (auto a : in_czech_order)
        for (auto b : in_czech_order) {
            auto by_key = i18n::sort_key(a) <=> i18n::sort_key(b);
            EXPECT_EQ(by_key < 0, i18n::compare(a, b) < 0) << a << " " << b;
            EXPECT_EQ(by_key == 0, i18n::compare(a, b) == 0) << a << " " << b;
        }
    EXPECT_EQ(i18n::sort_key("c\u030capek"), i18n::sort_key("čapek"));
    EXPECT_FALSE(i18n::collation_version().empty());
}

TEST(Czech_order, is_the_same_in_every_thread) {
    auto expected = i18n::sort_key("Chrastava");
    std::vector<db::Bytes> keys(4);
    {
        std::vector<std::jthread> threads;
        for (auto& key : keys)
            threads.emplace_back([&key] {
                for (int n = 0; n < 200; ++n) key = i18n::sort_key("Chrastava");
            });
    }
    for (auto& key : keys) EXPECT_EQ(key, expected);
}

TEST(Czech_order, takes_long_texts_and_broken_bytes) {
    EXPECT_GT(i18n::sort_key(std::string(20'000, 'z')).size(), 20'000u);
    EXPECT_NO_THROW(i18n::sort_key("\xff\xc4"));
    EXPECT_NO_THROW(i18n::compare("\xff", "\xc4"));
}

TEST(Folding, leaves_lower_case_without_accents) {
    EXPECT_EQ(i18n::fold("Pečovatelská SLUŽBA"), "pecovatelska sluzba");
    EXPECT_EQ(i18n::fold("ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ áčďéěíňóřšťúůýž"), "acdeeinorstuuyz acdeeinorstuuyz");
    EXPECT_EQ(i18n::fold("Straße, Łódź, Œuvre, Žďár c\u030cas"), "strasse, lodz, oeuvre, zdar cas");
    EXPECT_EQ(i18n::fold("ДОПОМОГА Їжак ґ"), "допомога їжак ґ");
    EXPECT_EQ(i18n::fold("× ÷ m² – €"), "× ÷ m² – €");
    EXPECT_EQ(i18n::fold("a\xc4"), "a?");
}

TEST(Folding, done_twice_changes_nothing) {
    const std::vector<std::string_view> pieces{"Č", "\u030c", "\xcd", "\x94", "\x89", "\xe2\x80",        "–",
                                               "Ж", "Œ",      "ß",    "A",    " ",    "\xf0\x9f\x98\x80"};
    std::mt19937 random{3};
    for (auto n = 0; n < 20'000; ++n) {
        std::string text;
        for (auto length = random() % 8; length > 0; --length) text += pieces[random() % pieces.size()];
        auto once = i18n::fold(text);
        ASSERT_EQ(i18n::fold(once), once);
    }
}
