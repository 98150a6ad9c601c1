// Papers of meetings are read by a job and found by their words: by those who may read them, and by nobody else.
#include "platform/i18n/languages.hpp"
#include "platform/jobs/jobs.hpp"
#include "tests/world/handed_documents.hpp"
#include "tests/world/handed_files.hpp"
#include "tests/world/planning.hpp"
#include "workgroups/meetings/meeting_keeping.hpp"
#include "workgroups/meetings/paper_reading.hpp"
#include "workgroups/meetings/paper_text.hpp"

#include <regex>

using namespace workgroups;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr auto cobalt = "Důvodová zpráva\nRozpočet kobaltového kamene na rok 2027 schválí zastupitelstvo.\n";

std::string word_file(const std::string& paragraphs, const std::string& before = {}) {
    documents::ZipStream zip{Instant{}};
    zip.add("[Content_Types].xml",
            "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            ".main+xml\"/></Types>");
    zip.add("word/document.xml",
            before + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" +
                paragraphs + "</w:body></w:document>");
    zip.finish();
    return zip.take();
}
std::string paragraph(const std::string& words) { return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>"; }

// One page that says something; or nothing, as a scanner makes it; or behind a password.
std::string pdf_file(const std::string& says, bool behind_password = false) {
    auto draws = says.empty() ? std::string{"q Q"} : "BT /F1 12 Tf 20 100 Td (" + says + ") Tj ET";
    std::vector<std::string> objects{
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        "<</Length " + std::to_string(draws.size()) + ">>\nstream\n" + draws + "\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    std::string trailer;
    if (behind_password) {
        objects.push_back("<</Filter/Standard/V 1/R 2/P -4/O<" + std::string(64, 'a') + ">/U<" + std::string(64, 'b') +
                          ">>>");
        trailer = "/Encrypt 6 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]";
    }
    std::string pdf = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
    auto table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t n = 0; n < objects.size(); ++n) {
        auto at = std::to_string(pdf.size());
        table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
        pdf += std::to_string(n + 1) + " 0 obj\n" + objects[n] + "\nendobj\n";
    }
    auto begins = std::to_string(pdf.size());
    return pdf + table + "trailer\n<</Size " + std::to_string(objects.size() + 1) + "/Root 1 0 R" + trailer +
           ">>\nstartxref\n" + begins + "\n%%EOF\n";
}

struct SearchingPapers : testing::Test, world::Planning {
    AgendaItem item(const Meeting& of, const std::string& title = "Různé") {
        return write([&](const history::Author& author) {
            AgendaItem item;
            item.group_id = of.group_id, item.meeting_id = of.id, item.title = title;
            add(author, item);
            return item;
        });
    }
    // Where the paper opens.
    std::string hand_in(const Meeting& of, const AgendaItem& item, const std::string& name, const std::string& bytes) {
        office.clock().set(office.clock().now() + std::chrono::seconds{1});
        auto address = "/jednani/" + to_text(of.id) + "/program/" + to_text(item.id) + "/podklady";
        auto answer = world::hand_over(office, office.eva, address, name, bytes);
        EXPECT_EQ(answer.status, http::see_other) << name << world::with_plain_spaces(world::whole(answer));
        return "/jednani/" + to_text(of.id) + "/podklady/" + to_text(newest());
    }
    Id<AgendaPaper> newest() {
        return office.database().read()->one<Id<AgendaPaper>>(
            "SELECT id FROM agenda_papers ORDER BY created_at DESC, id DESC LIMIT 1");
    }
    void work() {
        while (office.application().workers().take_one()) {}
    }
    std::string found(const User& who, const std::string& query) {
        auto page = words(who, "/hledani-v-planovani?q=" + query);
        for (std::string tag : {"<mark>", "</mark>"})
            for (auto at = page.find(tag); at != page.npos; at = page.find(tag)) page.erase(at, tag.size());
        return page;
    }
    void forget_that_papers_were_read() {
        office.database().in_write_transaction([](db::Session& work) {
            work.run("DELETE FROM paper_texts");
            work.run("DELETE FROM jobs");
        });
    }

    Meeting seniors = meeting("seniori", *day_of(2026, 12, 1));
    AgendaItem various = item(seniors);
};

}

TEST_F(SearchingPapers, finds_them_by_their_words_with_a_piece_of_the_text_and_a_link_that_opens_them) {
    auto text = hand_in(seniors, various, "Zprava.txt", cobalt);
    auto word = hand_in(seniors, various, "Navrh.docx",
                        word_file(paragraph("Úvod") + paragraph("Smlouva o ametystovém pronájmu.")));
    auto pdf = hand_in(seniors, various, "Mapa.pdf", pdf_file("Inventura beryloveho skladu a jeho okoli"));
    work();
    EXPECT_THAT(found(office.eva, "kobaltovy kamen"),
                AllOf(HasSubstr("Rozpočet kobaltového kamene na rok 2027"), HasSubstr("href=\"" + text + "\""),
                      HasSubstr("jednání 1. 12. 2026"), HasSubstr("Podklady (1)")));
    EXPECT_THAT(found(office.eva, "ametystovy"), AllOf(HasSubstr("Smlouva o ametystovém"), HasSubstr(word)));
    EXPECT_THAT(found(office.eva, "berylového"), AllOf(HasSubstr("beryloveho skladu"), HasSubstr(pdf)));
    EXPECT_THAT(words(office.eva, "/hledani-v-planovani?q=kobalt"), HasSubstr("<mark>kobaltového</mark>"));
    EXPECT_EQ(world::whole(office.get(office.eva, text)), cobalt);
    EXPECT_THAT(office.audit(), Contains("workgroups.paper_found allowed"));
}

TEST_F(SearchingPapers, finds_them_by_their_name_before_they_are_read_and_says_so) {
    hand_in(seniors, various, "Kobaltovy plan.txt", "Rozpočet ametystů.");
    EXPECT_THAT(found(office.eva, "kobaltovy"), AllOf(HasSubstr("Kobaltovy plan"), HasSubstr("podle názvu")));
    EXPECT_THAT(found(office.eva, "ametysty"), Not(HasSubstr("Kobaltovy plan")));
    auto page = "/jednani/" + to_text(seniors.id);
    EXPECT_THAT(words(office.eva, page), HasSubstr("text se právě čte"));
    work();
    EXPECT_THAT(words(office.eva, page), AllOf(Not(HasSubstr("se právě čte")), Not(HasSubstr("neprohledává"))));
    EXPECT_THAT(found(office.eva, "kobaltovy ametyst"),
                AllOf(HasSubstr("Rozpočet ametystů"), Not(HasSubstr("všechna slova"))))
        << "a word of the name and a word of the text";
    EXPECT_THAT(found(office.eva, "kobaltovy"), HasSubstr("1 výsledek")) << "by name and text, but once";
}

TEST_F(SearchingPapers, keeps_them_to_those_who_sit_in_the_group_while_they_sit_there) {
    seat(office.petr, "seniori");
    seat(office.dana, "dusevni-zdravi", "chair");
    hand_in(seniors, various, "Zprava.txt", cobalt);
    work();
    EXPECT_THAT(found(office.petr, "kobaltovy"), HasSubstr("kobaltového kamene"));
    for (auto& who : {office.stranger, office.klara, office.adam, office.dana})
        EXPECT_THAT(found(who, "kobaltovy kamen"), AllOf(Not(HasSubstr("kamene na rok")), Not(HasSubstr("Podklady"))));
    write([&](const history::Author& author) {
        auto person = *planner_of_account(author.work, office.petr.id);
        author.work.run("UPDATE group_members SET valid_to = $1 WHERE planner_id = $2", *day_of(2026, 11, 1),
                        person.id);
        return true;
    });
    EXPECT_THAT(found(office.petr, "kobaltovy"), Not(HasSubstr("kamene na rok"))) << "the mandate is over";
}

TEST_F(SearchingPapers, tells_nobody_else_that_there_is_one_whatever_they_ask) {
    std::vector<std::string> queries{
        "kobaltovy", "zastupitelstvo 2027", "kobaltoveho", "kobaltuvy kamen", "seniori zprava", "prostupne kobaltovy",
        "kobalt",    "bydleni rozpocet",    "duvodova",    "Kobaltvy"};
    // How many of what kind, and what was taken for what.
    auto asked = [&](const User& who) {
        std::vector<std::string> answers;
        for (auto& query : queries)
            for (auto kind : {"", "&druh=podklad"}) {
                auto address = "/hledani-v-planovani?q=" + query + kind;
                auto page = words(who, address);
                auto begins = page.find("<p class=\"meta mb\"");
                auto json = office.get(who, address, "application/json").body;
                auto told = std::regex_replace(json, std::regex{R"("hits":\[[^\]]*\])"}, "");
                told += begins == page.npos ? "-" : page.substr(begins, page.find("</nav>", begins) - begins);
                answers.push_back(query + kind + ": " + told);
            }
        return answers;
    };
    asked(office.stranger);
    hand_in(seniors, various, "Seznam.txt", "Stoly a židle.");    // its item is told anew, whatever the paper says
    work();
    auto stranger = asked(office.stranger), other = asked(office.klara), auditor = asked(office.dana);
    hand_in(seniors, various, "Kobaltova zprava.txt", cobalt);
    auto expect_same = [&](const User& who, const std::vector<std::string>& before) {
        auto after = asked(who);
        for (std::size_t n = 0; n < before.size(); ++n) EXPECT_EQ(after[n], before[n]);
    };
    expect_same(office.stranger, stranger);    // while it waits
    work();
    expect_same(office.stranger, stranger), expect_same(office.klara, other), expect_same(office.dana, auditor);
    EXPECT_NE(found(office.eva, "kobaltovy").find("kobaltového"), std::string::npos);
}

TEST_F(SearchingPapers, forgets_those_that_were_taken_away_and_follows_their_item_to_its_meeting) {
    auto paper = hand_in(seniors, various, "Zprava.txt", cobalt);
    work();
    EXPECT_THAT(found(office.eva, "kobaltovy"), HasSubstr(paper));
    EXPECT_EQ(office.post(office.eva, paper + "/odebrat").status, http::see_other);
    EXPECT_THAT(found(office.eva, "kobaltovy"), Not(HasSubstr(paper)));
    EXPECT_THAT(found(office.eva, "zprava"), Not(HasSubstr(paper)));
    EXPECT_EQ(office.post(office.eva, paper + "/vratit").status, http::see_other);
    work();
    EXPECT_THAT(found(office.eva, "kobaltovy"), HasSubstr(paper));

    write([&](const history::Author& author) { return postpone_item(author, various), true; });
    EXPECT_THAT(found(office.eva, "kobaltovy"), Not(HasSubstr("Podklady"))) << "it waits, and has no page";
    auto next = meeting("seniori", *day_of(2027, 2, 2));
    write([&](const history::Author& author) {
        return take_into(author, *find_agenda_item(author.work, various.id), next), true;
    });
    EXPECT_THAT(found(office.eva, "kobaltovy"),
                AllOf(HasSubstr("/jednani/" + to_text(next.id) + "/podklady/"), HasSubstr("jednání 2. 2. 2027")));
}

TEST_F(SearchingPapers, finds_a_new_version_and_not_the_one_that_it_replaced) {
    auto old = hand_in(seniors, various, "Zprava.txt", cobalt);
    work();
    EXPECT_THAT(found(office.eva, "kobaltovy"), HasSubstr(old));
    EXPECT_EQ(office.post(office.eva, old + "/odebrat").status, http::see_other);
    auto fresh = hand_in(seniors, various, "Zprava.txt", "Rozpočet ametystového kamene.");
    work();
    EXPECT_THAT(found(office.eva, "kamen"), AllOf(HasSubstr(fresh), Not(HasSubstr(old))));
}

TEST_F(SearchingPapers, that_cannot_be_read_stay_are_found_by_name_and_say_so_quietly) {
    auto bomb = std::string{"<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"kobalt\">]>"};
    std::string huge;
    for (int n = 0; n < 60'000; ++n)
        huge += paragraph("Ještě jeden odstavec, který nikdo nikdy nepřečte celý, a další.");
    std::vector<std::tuple<std::string, std::string, std::string>> bad{
        {"Fotografie", "png", world::small_png()},        {"Naskenovano", "pdf", pdf_file("")},
        {"Zaheslovano", "pdf", pdf_file("Kobalt", true)}, {"Tabulka", "xlsx", world::office_file("xlsx")},
        {"Rozbito", "docx", world::office_file("docx")},  {"Bomba", "docx", word_file(paragraph("&a;"), bomb)},
        {"Romanopisec", "docx", word_file(huge)},
    };
    for (auto& [name, ending, bytes] : bad) {
        auto paper = hand_in(seniors, various, name + "." + ending, bytes);
        work();
        EXPECT_THAT(found(office.eva, name),
                    AllOf(HasSubstr("href=\"" + paper + "\""), HasSubstr("text se neprohledává")))
            << name;
        EXPECT_EQ(world::whole(office.get(office.eva, paper)), bytes) << "it stays as it was: " << name;
    }
    EXPECT_THAT(words(office.eva, "/jednani/" + to_text(seniors.id)), HasSubstr("text se neprohledává"));
    EXPECT_THAT(words(office.eva, "/jednani/" + to_text(seniors.id) + "/program"),
                AllOf(HasSubstr("chráněn heslem"), HasSubstr("Toto je obrázek"), HasSubstr("příliš velký")));
    EXPECT_EQ(office.database().read()->one<std::int64_t>("SELECT count(*) FROM paper_texts WHERE fault IS NOT NULL"),
              std::int64_t(bad.size()));
    EXPECT_EQ(office.database().read()->one<std::int64_t>("SELECT count(*) FROM jobs WHERE state <> 'done'"), 0);
}

TEST_F(SearchingPapers, that_are_longer_than_a_book_are_found_by_their_beginning) {
    std::string text = cobalt;
    while (text.size() < paper_text_most) text += "Řádek za řádkem, den za dnem, žádost za žádostí.\n";
    hand_in(seniors, various, "Kniha.txt", text + "Na konci stojí ametyst.\n");
    work();
    EXPECT_THAT(found(office.eva, "kobaltovy"), HasSubstr("kobaltového kamene"));
    EXPECT_THAT(found(office.eva, "ametyst"), Not(HasSubstr("Podklady")));
    auto kept = paper_text(*office.database().read(), office.application().key_room(), newest());
    ASSERT_TRUE(kept);
    EXPECT_LE(kept->body.size(), paper_text_most);
    EXPECT_TRUE(kept->body.ends_with("žádostí."));
}

TEST_F(SearchingPapers, that_were_there_before_they_could_be_read_are_read_by_the_daily_job) {
    auto other = meeting("seniori", *day_of(2027, 1, 12));
    auto at_other = item(other);
    for (int n = 0; n < 45; ++n)
        hand_in(n < 25 ? seniors : other, n < 25 ? various : at_other, "P.txt",
                "Kobaltový list " + std::to_string(n) + ".");
    forget_that_papers_were_read();
    EXPECT_TRUE(jobs::enqueue_daily(office.database(), office.clock().now(), papers_job));
    EXPECT_TRUE(office.application().workers().take_one());
    EXPECT_THAT(words(office.eva, "/hledani-v-planovani?q=kobaltovy&druh=podklad"), HasSubstr("Podklady (40)"));
    work();
    EXPECT_THAT(words(office.eva, "/hledani-v-planovani?q=kobaltovy&druh=podklad"), HasSubstr("Podklady (45)"));
}

TEST_F(SearchingPapers, that_came_one_by_one_are_all_found) {
    for (int n = 0; n < 20; ++n) {
        hand_in(seniors, various, "P.txt", "Kobaltový list " + std::to_string(n) + ".");
        work();
        EXPECT_THAT(words(office.eva, "/hledani-v-planovani?q=kobaltovy"),
                    HasSubstr("Podklady (" + std::to_string(n + 1) + ")"));
    }
    auto& index = office.application().planning_index();
    auto lease = office.database().read();
    EXPECT_LE(index.current(*lease, office.clock().now())->papers.size(), 6u) << "small layers grow together";
}

TEST_F(SearchingPapers, are_read_after_a_restart_and_one_that_ends_the_program_is_given_up) {
    hand_in(seniors, various, "Smola.txt", "Rozpočet ametystů.");
    auto bad_luck = newest();
    hand_in(seniors, various, "Zprava.txt", cobalt);
    auto die_while_reading_the_first = [&] {
        auto lease = office.database().read();
        auto paper = next_unread_paper(*lease, {}, true);
        ASSERT_TRUE(paper && paper->id == bad_luck);
        office.database().in_write_transaction([&](db::Session& work) {
            begin_reading(work, *paper, office.clock().now());
            work.run("UPDATE jobs SET state = 'running', worker = 'dead', attempts = 1, leased_until = $1",
                     office.clock().now() - std::chrono::minutes{1});
        });
    };
    die_while_reading_the_first();
    work();
    EXPECT_THAT(found(office.eva, "ametysty"), HasSubstr("Rozpočet ametystů")) << "its bad luck was not its fault";

    office.database().in_write_transaction([](db::Session& work) { work.run("DELETE FROM paper_texts"); });
    for (int n = 0; n < paper_tries_most; ++n) die_while_reading_the_first();
    work();
    EXPECT_THAT(found(office.eva, "kobaltovy"), HasSubstr("kobaltového")) << "the others do not wait for it";
    EXPECT_THAT(words(office.eva, "/jednani/" + to_text(seniors.id)), HasSubstr("text se neprohledává"));
    EXPECT_EQ(count_unread_papers(*office.database().read()), 0);
}

TEST_F(SearchingPapers, whose_files_are_away_wait_for_them_without_holding_up_the_others) {
    hand_in(seniors, various, "Zprava.txt", cobalt);
    office.database().in_write_transaction(
        [](db::Session& work) { work.run("UPDATE file_contents SET stored_in = 'folder'"); });
    hand_in(seniors, various, "Druha.txt", "Rozpočet ametystů.");
    for (int n = 0; n < 5; ++n) {
        office.database().in_write_transaction([](db::Session& work) { work.run("DELETE FROM jobs"); });
        jobs::enqueue_daily(office.database(), office.clock().now(), papers_job);
        work();
    }
    EXPECT_THAT(found(office.eva, "ametysty"), HasSubstr("Rozpočet ametystů"));
    EXPECT_THAT(found(office.eva, "kobaltovy"), Not(HasSubstr("kamene na rok")));
    office.database().in_write_transaction([](db::Session& work) {
        work.run("UPDATE file_contents SET stored_in = 'database'");
        work.run("DELETE FROM jobs");
    });
    jobs::enqueue_daily(office.database(), office.clock().now(), papers_job);
    work();
    EXPECT_THAT(found(office.eva, "kobaltovy"), HasSubstr("kobaltového"));
}

TEST_F(SearchingPapers, lie_sealed_and_go_with_the_key_of_their_file) {
    hand_in(seniors, various, "Zprava.txt", cobalt);
    work();
    auto lease = office.database().read();
    auto sealed = lease->one<db::Bytes>("SELECT body FROM paper_texts");
    std::string bytes{sealed.begin(), sealed.end()};
    EXPECT_EQ(bytes.find("kamene"), bytes.npos);
    auto& keys = office.application().key_room();
    ASSERT_TRUE(paper_text(*lease, keys, newest()));
    keys.store().destroy(
        lease->one<Id<keys::KeyName>>("SELECT key_id FROM files WHERE id IN (SELECT file_id FROM agenda_papers)"));
    EXPECT_FALSE(paper_text(*lease, keys, newest()));
    EXPECT_THAT(found(office.eva, "kobaltovy"), Not(HasSubstr("kamene na rok")));
}
