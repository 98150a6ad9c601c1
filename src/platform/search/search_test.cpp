// What the search of Czech texts promises.
#include "platform/search/distance.hpp"
#include "platform/search/fold.hpp"
#include "platform/search/question.hpp"
#include "platform/search/stem.hpp"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <thread>

namespace {

std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> all;
    for (auto& word : search::words(text)) all.push_back(word.folded);
    return all;
}

using Said = std::vector<std::string>;
using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;
using Asked = std::vector<std::pair<std::string_view, std::uint32_t>>;

// name, place, description
using Text = std::array<std::string_view, 3>;

search::Index index_of(std::initializer_list<Text> texts, const search::Language& language = search::czech()) {
    search::IndexBuilder builder{language, {{"name", 4, true}, {"place", 3, true, true}, {"description", 1}}};
    std::uint32_t id = 0;
    for (auto& text : texts) builder.add(id++, text);
    return std::move(builder).build();
}

std::vector<std::uint32_t> ids(const search::Found& found) {
    std::vector<std::uint32_t> all;
    for (auto& hit : found.hits) all.push_back(hit.id);
    return all;
}

using Ids = std::vector<std::uint32_t>;

bool share_a_stem(std::string_view one, std::string_view other) {
    auto first = search::stems(one), second = search::stems(other);
    return std::ranges::find_first_of(first, second) != first.end();
}

const search::Language& without_dictionary() {
    static const search::Language language{
        {"STD;sociálně terapeutické dílny\n", "babička;senioři\n", "pro|v;empty\nsluzba;weak\n"}, "/nonexistent/cs_CZ"};
    return language;
}

}

TEST(Folding, forgets_case_and_accents) {
    EXPECT_EQ(search::fold("PŘÍLIŠ žluťoučký Kůň, Łódź"), "prilis zlutoucky kun, lodz");
    EXPECT_EQ(search::fold("pe\u0301c\u030Ce"), "pece") << "accents written as characters of their own";
    EXPECT_EQ(search::fold("Допомога"), "допомога") << "letters of other scripts stay";
}

TEST(Folding, survives_bytes_that_are_no_text) {
    EXPECT_EQ(search::fold("\xc5"), "\xef\xbf\xbd");
    EXPECT_EQ(folded_words("a\xff\xfe"
                           "b"),
              (Said{"a", "b"}));
    EXPECT_EQ(folded_words("\xed\xa0\x80\xf8\x88\x80\x80\x80"), Said{}) << "surrogates and five-byte sequences";
}

TEST(Words, are_cut_at_hyphens_commas_and_slashes) {
    EXPECT_EQ(folded_words("Sociálně-zdravotní služby, tř. 1. máje 108/2"),
              (Said{"socialne", "zdravotni", "sluzby", "tr", "1", "maje", "108", "2"}));
    EXPECT_EQ(folded_words("E-mail, MA21"), (Said{"email", "ma21"}));
}

TEST(Words, keep_initials_together) {
    EXPECT_EQ(folded_words("Maják, o. p. s., p.o. a z.ú."), (Said{"majak", "ops", "po", "a", "zu"}));
    EXPECT_EQ(folded_words("Sdružení D.R.A.K."), (Said{"sdruzeni", "drak"}));
    EXPECT_EQ(folded_words("varianta b. V Semilech"), (Said{"varianta", "b", "v", "semilech"}));
}

TEST(Words, take_the_paragraph_sign_with_its_number) {
    EXPECT_EQ(folded_words("§67 a § 60a"), (Said{"§67", "a", "§60a"}));
    EXPECT_EQ(folded_words("§ nic"), (Said{"nic"}));
}

TEST(Words, longer_than_64_bytes_are_cut_off) {
    ASSERT_EQ(search::words(std::string(5000, 'x')).size(), 1u);
    EXPECT_EQ(search::words(std::string(5000, 'x')).front().folded.size(), 64u);
}

TEST(Stems, are_shared_by_the_forms_of_a_word_without_accents) {
    for (auto& family : std::vector<Said>{{"dilna", "dilny", "dilen", "dilnach", "dilnou", "dilne"},
                                          {"sluzba", "sluzby", "sluzeb", "sluzbu", "sluzbach"},
                                          {"pecovatelska", "pecovatelske", "pecovatelskou", "pecovatelskych"},
                                          {"terapeuticka", "terapeutickych", "terapeutickou", "terapeuticky"},
                                          {"dite", "deti", "detem", "detmi", "ditete"},
                                          {"praha", "praze", "prahy"},
                                          {"semily", "semilech"},
                                          {"jablonec", "jablonci", "jabloncem"},
                                          {"liberec", "liberci", "liberce"},
                                          {"domov", "domovy", "domovu", "domovech"},
                                          {"azylovy", "azylove", "azylovych"}})
        for (auto& form : family) EXPECT_TRUE(share_a_stem(family.front(), form)) << family.front() << " " << form;
}

TEST(Stems, even_out_common_misspellings) {
    EXPECT_TRUE(share_a_stem("ranna", "rana"));
    EXPECT_TRUE(share_a_stem("bidleni", "bydleni"));
}

TEST(Stems, keep_different_words_apart) {
    for (auto [one, other] : Pairs{{"domov", "dum"}, {"senior", "seno"}, {"pece", "pes"}, {"prace", "praha"}})
        EXPECT_FALSE(share_a_stem(one, other)) << one << " " << other;
}

TEST(Roots, are_shared_by_related_words) {
    auto root = [](auto word) { return search::root(search::stems(word).front()); };
    EXPECT_EQ(root("terapie"), root("terapeuticky"));
    EXPECT_EQ(root("pecovatelka"), root("pecovatelska"));
    EXPECT_EQ(root("autismus"), root("autisticky"));
    EXPECT_EQ(root("zavislost"), root("zavisly"));
    EXPECT_EQ(root("semilsko"), root("semily"));
    EXPECT_EQ(root("turnovsko"), root("turnov"));
}

TEST(Distance, counts_what_fingers_do) {
    EXPECT_EQ(search::distance("sluzba", "sluzba", 2), 0);
    EXPECT_EQ(search::distance("slzuba", "sluzba", 2), 1) << "swapped";
    EXPECT_EQ(search::distance("sluba", "sluzba", 2), 1) << "left out";
    EXPECT_EQ(search::distance("sluzzba", "sluzba", 2), 1) << "added";
    EXPECT_EQ(search::distance("slubka", "sluzba", 2), 2);
    EXPECT_EQ(search::distance("kolo", "sluzba", 2), 3) << "too far: most + 1";
    EXPECT_EQ(search::distance("alyzy", "analyzy", 1), 1) << "a lost syllable";
}

TEST(Distance, forgives_more_in_longer_words) {
    EXPECT_EQ(search::forgiven(3), 0);
    EXPECT_EQ(search::forgiven(4), 1);
    EXPECT_EQ(search::forgiven(7), 1);
    EXPECT_EQ(search::forgiven(8), 2);
}

TEST(Tables, that_are_malformed_say_which_line) {
    auto message = [](search::Language::Tables tables) -> std::string {
        try {
            search::Language{tables, "/nonexistent"};
        } catch (const std::runtime_error& wrong) { return wrong.what(); }
        return "";
    };
    EXPECT_NE(message({.abbreviations = "# remark\nSTD\n"}).find("line 2"), std::string::npos);
    EXPECT_NE(message({.synonyms = "babička;\n"}).find("line 1"), std::string::npos);
    EXPECT_NE(message({.stop_words = "pro;unimportant\n"}).find("unimportant"), std::string::npos);
}

TEST(Analysis, joins_what_the_dictionary_knows) {
    if (!search::czech().has_dictionary()) GTEST_FAIL() << "the Czech dictionary is a dependency of the tests";
    auto plural = search::analyse("potřeb").front().stems, singular = search::analyse("potřeba").front().stems;
    EXPECT_TRUE(std::ranges::find_first_of(plural, singular) != plural.end());
    EXPECT_EQ(search::analyse("kde").front().standing, search::Standing::empty);
    EXPECT_EQ(search::analyse("službou").front().standing, search::Standing::weak);
}

TEST(Search, finds_forms_without_a_dictionary) {
    EXPECT_FALSE(without_dictionary().has_dictionary());
    auto index = index_of({{"Dílna", "Semily", ""}, {"Domov", "Turnov", "senioři"}}, without_dictionary());
    EXPECT_EQ(ids(index.find("dílnách v Semilech")), Ids{0});
    EXPECT_EQ(ids(index.find("babičku")), Ids{1});
}

TEST(Search, prefers_the_name_to_the_description) {
    auto index = index_of({{"Klub", "Semily", "Blízko je noclehárna."}, {"Noclehárna", "Semily", "Klub dole."}});
    EXPECT_EQ(ids(index.find("noclehárna")), (Ids{1, 0}));
    EXPECT_EQ(ids(index.find("klub")), (Ids{0, 1}));
}

TEST(Search, wants_all_words_and_else_the_most_of_them) {
    auto index = index_of({{"Noclehárna", "Semily", ""}, {"Noclehárna", "Turnov", ""}, {"Klub", "Turnov", ""}});
    auto both = index.find("noclehárna Turnov");
    EXPECT_TRUE(both.all_words);
    EXPECT_EQ(ids(both), Ids{1});
    auto most = index.find("noclehárna Turnov xylofonista");
    EXPECT_FALSE(most.all_words);
    EXPECT_EQ(ids(most).front(), 1u);
    EXPECT_TRUE(index.find("xylofonista").hits.empty());
}

TEST(Search, rather_gives_up_another_word_than_the_town) {
    auto index = index_of({{"Noclehárna", "Semily", "pro muže"},
                           {"Noclehárna", "Turnov", "pro ženy"},
                           {"Klub", "Semily", ""},
                           {"Klub", "Turnov", ""},
                           {"Domov", "Turnov", ""}});
    EXPECT_EQ(ids(index.find("noclehárna pro ženy v Semilech")).front(), 0u);
}

TEST(Search, overhears_empty_words_unless_there_are_no_others) {
    auto index = index_of({{"Pro tebe", "Semily", ""}, {"Noclehárna", "Turnov", ""}});
    EXPECT_EQ(ids(index.find("hledám pomoc kde je noclehárna")), Ids{1});
    EXPECT_EQ(ids(index.find("pro")), Ids{0});
    EXPECT_TRUE(index.find("").hits.empty());
    EXPECT_TRUE(index.find(" ?! ").hits.empty());
}

TEST(Search, ranks_synonyms_below_the_word_itself) {
    auto index = index_of({{"Domov pro seniory", "Turnov", "Péče"}, {"Klub", "Turnov", "Babička vypráví"}});
    EXPECT_EQ(ids(index.find("babička")), (Ids{1, 0}));
}

TEST(Search, reads_abbreviations_in_questions_and_texts) {
    auto index =
        index_of({{"STD Semily", "Semily", ""}, {"Sociálně terapeutické dílny", "Turnov", ""}, {"Klub", "Turnov", ""}});
    EXPECT_EQ(ids(index.find("std")).size(), 2u);
    EXPECT_EQ(ids(index.find("terapeutická dílna")).size(), 2u);
    EXPECT_EQ(ids(index.find("soc. terapeutické dílny")).size(), 2u);
}

TEST(Search, says_what_it_took_a_mistyped_word_for) {
    auto index = index_of({{"Noclehárna", "Semily", ""}});
    auto found = index.find("nolcehárna");
    EXPECT_EQ(ids(found), Ids{0});
    ASSERT_EQ(found.corrections.size(), 1u);
    EXPECT_EQ(found.corrections[0].typed, "nolcehárna");
    EXPECT_EQ(found.corrections[0].taken_for, "nocleharna");
    EXPECT_TRUE(index.find("noclehárny").corrections.empty());
}

TEST(Search, takes_a_word_for_none_that_is_quite_another) {
    auto index = index_of({{"Zápis", "k bodu o úkolu", "úkoly a kulatý stůl"}});
    for (auto unknown : {"Krokusová", "Kosatcová", "xrokusova", "aaaaaaaaaaaaaaaaaaaa"}) {
        auto found = index.find(unknown);
        EXPECT_EQ(ids(found), Ids{}) << unknown;
        EXPECT_TRUE(found.corrections.empty()) << unknown;
    }
}

// row 4.29
TEST(Search, forgives_the_mistakes_of_the_jilemnice_minutes) {
    auto minutes = index_of({{"Zápis", "", "vypracovány demografické alýzy"},
                             {"Zápis", "", "zakoupeny protřeby pro zahradničení"},
                             {"Zápis", "", "připravuje se petanguové hřiště"},
                             {"Zápis", "", "ranná péče (0-7let)"},
                             {"Zápis", "", "Pečovatelska služba"},
                             {"Zápis", "", "volnočasové aktivity"}});
    for (auto [right, id] : Asked{{"analýzy", 0u},
                                  {"potřeby", 1u},
                                  {"petanquové", 2u},
                                  {"raná péče", 3u},
                                  {"pečovatelská služba", 4u},
                                  {"pecovatelske sluzby", 4u}})
        EXPECT_EQ(ids(minutes.find(right)), Ids{id}) << right;

    auto catalogue = index_of({{"Analýzy", "", ""},
                               {"Potřeby", "", ""},
                               {"Petanquové hřiště", "", ""},
                               {"Raná péče", "", ""},
                               {"Pečovatelská služba", "", ""},
                               {"Volnočasové aktivity", "", ""}});
    for (auto [wrong, id] : Asked{{"alýzy", 0u},
                                  {"protřeby", 1u},
                                  {"petanguové", 2u},
                                  {"ranná péče", 3u},
                                  {"Pečovatelska", 4u},
                                  {"ranna pece", 3u}})
        EXPECT_EQ(ids(catalogue.find(wrong)), Ids{id}) << wrong;
}

// row 4.29
TEST(Search, finds_mistakes_in_texts_also_beside_the_right_word) {
    auto index = index_of({{"Potřeby obcí", "", ""}, {"Zápis", "", "protřeby pro zahradničení"}, {"Klub", "", ""}});
    EXPECT_EQ(ids(index.find("potřeby")), (Ids{0, 1}));
}

TEST(Search, finds_unfinished_words_while_typing) {
    auto index = index_of({{"Pečovatelská služba", "Semily", ""}, {"Péče", "Turnov", ""}});
    EXPECT_EQ(ids(index.find("pečov")), Ids{0}) << "unknown as a word, so it is a beginning";
    EXPECT_EQ(ids(index.find("služba sem", {.typing = true})).front(), 0u);
}

TEST(Search, understands_shortened_words) {
    auto index = index_of({{"Odlehčovací služby", "Semily", ""}, {"Klub", "Semily", ""}});
    EXPECT_EQ(ids(index.find("odleh. sl. Semily")).front(), 0u);
}

TEST(Search, answers_a_page_at_a_time) {
    auto index = index_of({{"Klub", "", ""}, {"Klub", "", ""}, {"Klub", "", ""}});
    auto second = index.find("klub", {.limit = 2, .skip = 2});
    EXPECT_EQ(second.total, 3u);
    EXPECT_EQ(ids(second), Ids{2});
    EXPECT_TRUE(index.find("klub", {.limit = 2, .skip = 9}).hits.empty());
}

TEST(Search, counts_everything_for_facets) {
    auto index = index_of({{"Klub", "", ""}, {"Domov", "", "klub"}, {"Domov", "", ""}});
    auto all = index.find_all("kluby");
    EXPECT_EQ(all.ids, (Ids{0, 1}));
    ASSERT_EQ(all.scores.size(), 2u);
    EXPECT_GT(all.scores[0], all.scores[1]);
}

TEST(Search, within_some_documents_tells_nothing_of_the_others) {
    auto whole = index_of({{"Klub", "Semily", "šachový kroužek"},
                           {"Klub", "Turnov", "šachista z hippopotamu"},
                           {"Domov", "Turnov", "kroužek hippopotamie"},
                           {"Domov", "Semily", "kroužky"}});
    auto alone = index_of({{"Klub", "Semily", "šachový kroužek"}, {"Domov", "Semily", "kroužky"}});
    std::vector<bool> only{true, false, false, true};
    for (auto query : {"kroužek Turnov", "hippopotam", "hippopotamie kroužek", "Turnow", "klub šachista", "krouzk", "s",
                       "turn", ""}) {
        for (bool typing : {false, true}) {
            auto found = search::find_among(whole, query, only, typing), expected = alone.find_all(query, typing);
            for (auto& id : expected.ids) id = id == 1 ? 3 : id;
            EXPECT_EQ(found.ids, expected.ids) << query;
            EXPECT_EQ(found.all_words, expected.all_words) << query;
            ASSERT_EQ(found.corrections.size(), expected.corrections.size()) << query;
            for (std::size_t n = 0; n < found.corrections.size(); ++n)
                EXPECT_EQ(found.corrections[n].taken_for, expected.corrections[n].taken_for) << query;
        }
    }
    std::vector<bool> none(4);
    EXPECT_TRUE(search::find_among(whole, "klub", none).ids.empty());
}

TEST(Suggestions, are_names_that_go_on_as_typed) {
    auto index = index_of({{"Pečovatelská služba", "Semily", ""},
                           {"Pečovatelská služba", "Turnov", ""},
                           {"Charitní pečovatelská služba", "Semily", ""},
                           {"Klub", "Semily", ""}});
    auto all = index.suggest("pecov");
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].text, "Pečovatelská služba");
    EXPECT_EQ(all[0].count, 2u);
    EXPECT_EQ(all[1].text, "Charitní pečovatelská služba");
    EXPECT_EQ(index.suggest("pečovatelské slu").size(), 2u) << "earlier words in any form";
    EXPECT_EQ(index.suggest("SEM").front().text, "Semily");
    EXPECT_EQ(index.suggest("pecovatelksa").size(), 2u) << "mistyped";
    EXPECT_EQ(index.suggest("s", 1).size(), 1u);
    EXPECT_TRUE(index.suggest("").empty());
    EXPECT_TRUE(index.suggest("xyl").empty());
}

TEST(Index, wants_a_text_for_each_field) {
    search::IndexBuilder builder{search::czech(), {{"name"}, {"place"}}};
    std::array<std::string_view, 1> too_few{"Klub"};
    EXPECT_THROW(builder.add(0, too_few), std::invalid_argument);
    EXPECT_THROW((search::IndexBuilder{search::czech(), {}}), std::invalid_argument);
    EXPECT_THROW((search::IndexBuilder{search::czech(), std::vector<search::Field>(17)}), std::invalid_argument);
}

TEST(Index, without_documents_finds_nothing) {
    auto index = index_of({});
    EXPECT_TRUE(index.find("klub").hits.empty());
    EXPECT_TRUE(index.suggest("klub").empty());
}

TEST(Index, is_read_by_many_threads_at_once) {
    auto index = index_of({{"Noclehárna", "Semily", ""}, {"Klub", "Turnov", "pro děti a mládež"}});
    std::vector<std::thread> readers;
    std::array<int, 4> right{};
    for (auto& mine : right)
        readers.emplace_back([&] {
            for (int n = 0; n < 200; ++n)
                mine += ids(index.find(n % 2 ? "noclehárnách" : "klubem " + std::to_string(n / 100))).front() ==
                        (n % 2 ? 0u : 1u);
        });
    for (auto& reader : readers) reader.join();
    EXPECT_EQ(right, (std::array{200, 200, 200, 200}));
}
