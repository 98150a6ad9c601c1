// Next year's network is collected: who is asked, what comes back by a personal link, and what becomes of it.
#include "network/collections/sending.hpp"
#include "network/collections/taking_over.hpp"
#include "network/network.hpp"
#include "network/service_networks/development_proposal.hpp"
#include "network/territory/territory.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/mail/mail.hpp"
#include "tests/world/office.hpp"

using namespace network;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

namespace {

// A letter as the outbox keeps it, as far as we look.
struct SentLetter {
    std::string recipient{}, subject{}, body{}, kind{};
    static void each_field(auto& letter, auto& visit) {
        visit("recipient", letter.recipient), visit("subject", letter.subject), visit("body", letter.body),
            visit("kind", letter.kind);
    }
};

struct DataCollections : testing::Test {
    // A collection for the base network of 2027 with the usual questions.
    std::string made(std::vector<std::pair<std::string, std::string>> typed = {}) {
        std::map<std::string, std::string> standing{{"nazev", "Základní síť 2027: návrhy"},
                                                    {"sit", "zakladni-sit-2027"},
                                                    {"dopis", "Prosíme o návrhy kapacit."},
                                                    {"do", "9. 12. 2026"},
                                                    {"pripominky", "7; 1"},
                                                    {"obvykle", "ano"}};
        for (auto& [name, text] : typed) standing[name] = text;
        http::Values values;
        for (auto& [name, text] : standing) values.add(name, text);
        auto answer = office.post(office.eva, "/sprava/sbery/novy", values);
        EXPECT_EQ(answer.status, http::see_other) << answer.body.substr(0, 3000);
        return answer.location.substr(0, answer.location.find('?'));
    }
    Collection collection(const std::string& at) {
        auto lease = office.database().read();
        return *Collection::find(*lease, at.substr(at.rfind('/') + 1));
    }
    std::vector<CollectionRecipient> recipients(const std::string& at) {
        auto id = collection(at).id;
        auto lease = office.database().read();
        return recipients_of(*lease, id);
    }
    std::string state(const std::string& at, const std::string& name) {
        auto all = recipients(at);
        auto lease = office.database().read();
        for (auto& one : all)
            if (one.name == name) return state_of(one, answer_of(*lease, one.id));
        return "nobody";
    }
    CollectionQuestion question(const std::string& at, const std::string& meaning) {
        auto id = collection(at).id;
        auto lease = office.database().read();
        for (auto& one : questions_of(*lease, id))
            if (one.meaning == meaning) return one;
        throw std::logic_error{"no such question"};
    }
    // Kormidlo, whose services are in the network, with an address of its own.
    void ask_kormidlo(const std::string& at) {
        auto lease = office.database().read();
        auto provider = *lease->maybe<Id<Provider>>("SELECT id FROM providers WHERE slug = 'kormidlo'");
        http::Values values{{"kdo", "providers"}, {"kdo_vsechno", "provider:" + to_text(provider)}};
        EXPECT_EQ(office.post(office.eva, at + "/prijemci", values).location, at + "/prijemci?pridano=1");
    }
    std::vector<SentLetter> letters() {
        auto lease = office.database().read();
        return lease->all<SentLetter>("SELECT recipient, subject, body, kind FROM letters ORDER BY created_at, id");
    }
    // The page behind the link of the last letter.
    std::string link() {
        auto all = letters();
        auto& text = all.back().body;
        auto from = text.rfind("/sber/");
        return text.substr(from, text.find_first_of("\r\n ", from) - from);
    }
    std::string name(const std::string& at, const char* meaning, const std::string& slug = "") {
        auto of = question(at, meaning);
        if (slug.empty()) return "o-" + to_text(of.id);
        auto lease = office.database().read();
        return "o-" + to_text(find_service_by_slug(*lease, slug)->id) + "-" + to_text(of.id);
    }
    std::vector<std::string> services_of_kormidlo() {
        auto lease = office.database().read();
        std::vector<std::string> slugs;
        for (auto& one : lease->all<Service>(
                 "SELECT * FROM services WHERE provider_id IN (SELECT id FROM providers WHERE slug = 'kormidlo')"))
            if (one.provided_on(*day_of(2026, 12, 9))) slugs.push_back(one.slug);
        return slugs;
    }
    http::Values everything_stays(const std::string& at, const char* version, const char* act) {
        http::Values values{{"verze", version}, {"ukon", act}};
        for (auto& slug : services_of_kormidlo()) values.add(name(at, "stays", slug), "ano");
        return values;
    }
    void tick() { office.clock().set(office.clock().now() + std::chrono::seconds{1}); }
    void go_to(int year, int month, int day) {
        office.clock().set(Instant{*day_of(year, month, day)} + std::chrono::hours{9});
    }

    world::Office office{world::Office::With::sample_region};
};

}

// --- whom ------------------------------------------------------------------------------------------------------------

// row 3.22
TEST_F(DataCollections, go_to_providers_of_a_planning_region_and_to_its_level_two_municipalities) {
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        Area area;
        area.code = "kpss-liberec", area.name = "KPSS region Liberec", area.kind = "region komunitního plánování";
        add(author, area);
        for (auto& code : work.all<std::string>("SELECT code FROM municipalities WHERE orp_code = '5105'"))
            add(author, AreaMunicipality{{}, area.id, code, {beginning, {}}, {}});
        return 0;
    });
    auto at = made({{"nazev", "Rozvojová síť 2017"}, {"sit", ""}, {"do", "9. 12. 2026"}});
    auto page = office.get(office.eva, at + "/prijemci?kdo=providers&oblast=kpss-liberec").body;
    EXPECT_THAT(page, AllOf(HasSubstr("Kormidlo"), HasSubstr("name=\"kdo_vsechno\"")));
    EXPECT_THAT(page, Not(HasSubstr("Fokus Semily"))) << "it reaches Jilemnice and Semily only";
    auto towns = office.get(office.eva, at + "/prijemci?kdo=municipalities&orp=5105&typ=II").body;
    auto lease = office.database().read();
    for (auto& town :
         lease->all<std::string>("SELECT code FROM municipalities WHERE orp_code = '5105' AND kind = 'II'"))
        EXPECT_THAT(towns, HasSubstr("value=\"municipality:" + town + "\""));
    EXPECT_THAT(towns, Not(HasSubstr("value=\"municipality:563889\""))) << "Liberec itself is of type III";
}

TEST_F(DataCollections, ask_nobody_twice) {
    auto at = made();
    ask_kormidlo(at);
    auto provider = recipients(at).front().who;
    EXPECT_EQ(office.post(office.eva, at + "/prijemci", {{"kdo", "providers"}, {"kdo_vsechno", provider}}).location,
              at + "/prijemci?pridano=0");
    EXPECT_EQ(office.post(office.eva, at + "/prijemci", {{"kdo", "providers"}, {"kdo_vsechno", "provider:vymyšlený"}})
                  .location,
              at + "/prijemci?pridano=0");
    EXPECT_EQ(office.post(office.eva, at + "/prijemci/jeden", {{"jmeno", "Úřad Ukázkov"}, {"email", "Urad@example.cz"}})
                  .status,
              http::see_other);
    auto again =
        office.post(office.eva, at + "/prijemci/jeden", {{"jmeno", "Jiné jméno"}, {"email", "urad@example.cz"}});
    EXPECT_EQ(again.status, http::unprocessable);
    EXPECT_THAT(again.body, AllOf(HasSubstr("#email"), HasSubstr("Jiné jméno")));
    EXPECT_EQ(
        office.post(office.eva, at + "/prijemci/jeden", {{"jmeno", "Kdosi"}, {"email", "kdosi@\nexample.cz"}}).status,
        http::unprocessable);
    EXPECT_THAT(recipients(at), SizeIs(2));
}

TEST_F(DataCollections, open_once_and_write_to_everybody_who_has_an_address) {
    auto at = made();
    EXPECT_EQ(office.post(office.eva, at, {{"ukon", "otevrit"}}).status, http::conflict) << "nobody is asked yet";
    ask_kormidlo(at);
    office.post(office.eva, at + "/prijemci", {{"kdo", "municipalities"}, {"kdo_vsechno", "municipality:577197"}});
    for (int click : {1, 2})
        EXPECT_EQ(office.post(office.eva, at, {{"ukon", "otevrit"}}).status, http::see_other) << click;
    auto sent = letters();
    ASSERT_THAT(sent, SizeIs(1)) << "Jilemnice has no e-mail yet";
    EXPECT_EQ(sent.front().kind, "collection_opened");
    EXPECT_THAT(sent.front().body, AllOf(HasSubstr("Prosíme o návrhy kapacit."), HasSubstr("/sber/")));
    EXPECT_EQ(state(at, "Jilemnice"), "unsent");
    EXPECT_THAT(office.get(office.eva, at).body,
                AllOf(HasSubstr("chybí e-mail"), HasSubstr("0 z"), HasSubstr("Připomínky: 2.\u00a012.\u00a02026")));
    auto town = recipients(at).front().name == "Jilemnice" ? recipients(at).front() : recipients(at).back();
    auto form = at + "/prijemci/" + to_text(town.id);
    tick();
    ASSERT_EQ(office
                  .post(office.eva, form,
                        {{"verze", "1"}, {"jmeno", "Jilemnice"}, {"email", "podatelna@example.cz"}, {"omluva", ""}})
                  .status,
              http::see_other);
    EXPECT_THAT(letters(), SizeIs(2)) << "whose address was missing is written to at once";
    EXPECT_THAT(office.audit(), Contains("network.collection_opened done"));
}

// --- answering -------------------------------------------------------------------------------------------------------

TEST_F(DataCollections, are_answered_by_a_personal_link_as_a_draft_then_sent_and_changed_until_the_deadline) {
    auto at = made();
    ask_kormidlo(at), office.post(office.eva, at, {{"ukon", "otevrit"}});
    auto page = link();
    auto shown = office.get(office.stranger, page);
    ASSERT_EQ(shown.status, http::ok);
    EXPECT_THAT(shown.body, AllOf(HasSubstr("Prosíme o\u00a0návrhy"), HasSubstr("Má služba v\u00a0síti být"),
                                  HasSubstr("Základní síť 2026")));
    for (int look : {1, 2, 3}) EXPECT_EQ(office.get(office.stranger, page).status, http::ok) << look;
    auto who = recipients(at).front().name;
    EXPECT_EQ(state(at, who), "waiting") << "looking changes nothing";
    tick();
    ASSERT_EQ(office
                  .post(office.stranger, page,
                        {{"verze", "0"}, {"ukon", "ulozit"}, {name(at, "proposal_name"), "Rozepsaná <b>služba</b>"}})
                  .location,
              page + "?hotovo=ulozeno");
    EXPECT_EQ(state(at, who), "draft");
    EXPECT_THAT(office.get(office.stranger, page).body,
                AllOf(HasSubstr("Rozepsaná &lt;b&gt;"), Not(HasSubstr("<b>služba"))));
    EXPECT_THAT(office.get(office.eva, at + "/odpovedi").body, Not(HasSubstr("Rozepsaná")))
        << "a draft is its writer's";
    auto incomplete = office.post(office.stranger, page,
                                  {{"verze", "1"},
                                   {"ukon", "odeslat"},
                                   {name(at, "proposal_capacity"), "hodně"},
                                   {name(at, "proposal_name"), "Rozepsaná"}});
    EXPECT_EQ(incomplete.status, http::unprocessable);
    EXPECT_THAT(incomplete.body, AllOf(HasSubstr("Na tohle prosím"), HasSubstr("hodně"), HasSubstr("#o-")));
    tick();
    auto sending = everything_stays(at, "1", "odeslat");
    ASSERT_EQ(office.post(office.stranger, page, sending).location, page + "?hotovo=odeslano");
    EXPECT_EQ(state(at, who), "answered");
    EXPECT_THAT(office.get(office.eva, at).body, HasSubstr("1 z"));
    tick();
    auto changed = everything_stays(at, "2", "odeslat");
    changed.add(name(at, "proposal_name"), "Nová služba");
    ASSERT_EQ(office.post(office.stranger, page, changed).status, http::see_other);
    EXPECT_THAT(office.get(office.eva, at + "/odpovedi.csv").body, HasSubstr("Nová služba"));
    // After the deadline it is read only, and says so.
    go_to(2026, 12, 10);
    auto late = office.get(office.stranger, page);
    EXPECT_THAT(late.body, AllOf(HasSubstr("Termín pro odpověď uplynul"), HasSubstr("Nová služba"),
                                 Not(HasSubstr("name=\"ukon\""))));
    EXPECT_EQ(office.post(office.stranger, page, changed).status, http::conflict);
    EXPECT_EQ(office.post(office.eva, at, {{"ukon", "prodlouzit"}, {"do", "1. 1. 2026"}}).status, http::unprocessable);
    ASSERT_EQ(office.post(office.eva, at, {{"ukon", "prodlouzit"}, {"do", "31. 12. 2026"}}).status, http::see_other);
    EXPECT_THAT(letters().back().subject, HasSubstr("nový termín"));
    EXPECT_THAT(office.get(office.stranger, page).body, HasSubstr("name=\"ukon\"")) << "the first link holds too";
    ASSERT_EQ(office.post(office.eva, at, {{"ukon", "uzavrit"}}).status, http::see_other);
    EXPECT_THAT(office.get(office.stranger, page).body, HasSubstr("Sběr je uzavřený"));
    ASSERT_EQ(office.post(office.eva, at, {{"ukon", "znovu"}}).status, http::see_other);
    EXPECT_THAT(office.get(office.stranger, page).body, HasSubstr("name=\"ukon\""));
}

TEST_F(DataCollections, take_a_deadline_without_a_year_as_the_nearest_to_come_and_say_which) {
    auto at = made({{"do", "9. 12."}});
    EXPECT_EQ(collection(at).deadline, *day_of(2026, 12, 9));
    EXPECT_THAT(world::with_plain_spaces(office.get(office.eva, at).body), HasSubstr("9. 12. 2026"));
    ASSERT_EQ(office.post(office.eva, at, {{"ukon", "prodlouzit"}, {"do", "15. 1."}}).status, http::see_other);
    EXPECT_EQ(collection(at).deadline, *day_of(2027, 1, 15));
    EXPECT_EQ(office.post(office.eva, at, {{"ukon", "prodlouzit"}, {"do", "někdy"}}).status, http::unprocessable);
    auto refused = office.post(office.eva, "/sprava/sbery/novy", {{"nazev", ""}, {"do", "15. ledna"}});
    EXPECT_THAT(world::with_plain_spaces(refused.body), HasSubstr("value=\"15. 1. 2027\"")) << "as it was understood";
}

TEST_F(DataCollections, answered_by_two_at_once_lose_no_word) {
    auto at = made();
    ask_kormidlo(at), office.post(office.eva, at, {{"ukon", "otevrit"}});
    auto page = link(), field = name(at, "proposal_name");
    ASSERT_EQ(office.post(office.stranger, page, {{"verze", "0"}, {"ukon", "ulozit"}, {field, "První návrh"}}).status,
              http::see_other);
    tick();
    auto second = office.post(office.stranger, page, {{"verze", "0"}, {"ukon", "ulozit"}, {field, "Druhý návrh"}});
    EXPECT_EQ(second.status, http::conflict);
    EXPECT_THAT(second.body, AllOf(HasSubstr("První návrh"), HasSubstr("Druhý návrh"), HasSubstr("Mezitím")));
    EXPECT_THAT(office.get(office.stranger, page).body, HasSubstr("První návrh"));
}

TEST_F(DataCollections, know_forged_old_and_withdrawn_links) {
    auto at = made();
    ask_kormidlo(at), office.post(office.eva, at, {{"ukon", "otevrit"}});
    auto page = link();
    for (auto forged : {std::string{"/sber/x"}, page.substr(0, page.size() - 1) + (page.back() == 'A' ? "B" : "A"),
                        std::string{"/sber/%27%20OR%201"}}) {
        auto answer = office.get(office.stranger, forged);
        EXPECT_EQ(answer.status, http::not_found) << forged;
        EXPECT_THAT(answer.body, HasSubstr("Odkaz neplatí"));
        EXPECT_EQ(office.post(office.stranger, forged, {{"ukon", "odeslat"}}).status, http::not_found);
    }
    go_to(2027, 6, 1);
    EXPECT_EQ(office.get(office.stranger, page).status, http::not_found) << "it ran out";
    go_to(2026, 11, 25);
    auto who = recipients(at).front();
    auto remove = at + "/prijemci/" + to_text(who.id) + "/odebrat";
    for (int click : {1, 2}) EXPECT_EQ(office.post(office.eva, remove).status, http::see_other) << click;
    EXPECT_EQ(office.get(office.stranger, page).status, http::not_found) << "taken from the recipients";
}

TEST_F(DataCollections, take_an_apology_and_wait_no_longer) {
    auto at = made();
    ask_kormidlo(at), office.post(office.eva, at, {{"ukon", "otevrit"}});
    auto page = link(), who = recipients(at).front().name;
    tick();
    ASSERT_EQ(office.post(office.stranger, page, {{"ukon", "omluva"}, {"omluva", "Letos se nezapojíme."}}).status,
              http::see_other);
    EXPECT_EQ(state(at, who), "apologised");
    EXPECT_THAT(office.get(office.eva, at + "?stav=apologised").body, HasSubstr("Letos se nezapojíme."));
    tick();
    ASSERT_EQ(office.post(office.stranger, page, everything_stays(at, "0", "odeslat")).status, http::see_other);
    EXPECT_EQ(state(at, who), "answered") << "who answers after all is no longer excused";
}

// --- reminding -------------------------------------------------------------------------------------------------------

// row 3.22
TEST_F(DataCollections, remind_only_who_has_not_answered_once_a_day_and_on_record) {
    auto at = made();
    ask_kormidlo(at);
    office.post(office.eva, at + "/prijemci/jeden", {{"jmeno", "Spolek Ukázka"}, {"email", "spolek@example.cz"}});
    office.post(office.eva, at, {{"ukon", "otevrit"}});
    ASSERT_THAT(letters(), SizeIs(2));
    std::string kormidlos;
    for (auto& letter : letters())
        if (letter.recipient != "spolek@example.cz") {
            auto from = letter.body.rfind("/sber/");
            kormidlos = letter.body.substr(from, letter.body.find_first_of("\r\n ", from) - from);
        }
    tick();
    ASSERT_EQ(office.post(office.stranger, kormidlos, everything_stays(at, "0", "odeslat")).status, http::see_other);
    jobs::Workers workers{office.database(), office.clock()};
    i18n::Languages languages{platform::files(), network::files()};
    http::SiteFacts facts;
    network::know_jobs(workers, languages, facts);
    EXPECT_FALSE(workers.take_one()) << "not before its day";
    go_to(2026, 12, 2);
    while (workers.take_one()) {}
    auto sent = letters();
    ASSERT_THAT(sent, SizeIs(3));
    EXPECT_EQ(sent.back().recipient, "spolek@example.cz");
    EXPECT_EQ(sent.back().kind, "collection_reminder");
    EXPECT_THAT(sent.back().subject, HasSubstr("Připomínka"));
    EXPECT_THAT(office.get(office.eva, at).body, HasSubstr("připomenuto 2.\u00a012.\u00a02026"));
    // The same day again reminds nobody; a day that was moved neither.
    i18n::Texts texts{"cs", network::files()};
    LetterWords words{texts, "https://opora.example", "Liberecký kraj"};
    EXPECT_EQ(remind(office.database(), office.clock().now(), collection(at).id, *day_of(2026, 12, 2), words), 0);
    EXPECT_EQ(remind(office.database(), office.clock().now(), collection(at).id, *day_of(2026, 12, 5), words), 0);
    office.post(office.eva, at, {{"ukon", "uzavrit"}});
    go_to(2026, 12, 8);
    while (workers.take_one()) {}
    EXPECT_THAT(letters(), SizeIs(3)) << "it is closed";
}

// --- what becomes of it ----------------------------------------------------------------------------------------------

// feature A11
TEST_F(DataCollections, become_members_and_proposals_with_the_answer_as_their_source) {
    auto at = made();
    ask_kormidlo(at), office.post(office.eva, at, {{"ukon", "otevrit"}});
    auto page = link();
    auto slugs = services_of_kormidlo();
    ASSERT_GE(slugs.size(), 3u);
    http::Values values{{"verze", "0"}, {"ukon", "odeslat"}};
    for (auto& slug : slugs) values.add(name(at, "stays", slug), slug == slugs[1] ? "ne" : "ano");
    values.add(name(at, "capacity", slugs[0]), "7,5 úvazku"), values.add(name(at, "reason", slugs[0]), "Čeká 12 lidí");
    values.add(name(at, "reason", slugs[1]), "Nemáme lidi");
    values.add(name(at, "proposal_name"), "Mobilní tým"), values.add(name(at, "proposal_type"), "osobní asistence");
    values.add(name(at, "proposal_capacity"), "2 úvazky"),
        values.add(name(at, "proposal_reason"), "V horách nikdo není.");
    tick();
    ASSERT_EQ(office.post(office.stranger, page, values).location, page + "?hotovo=odeslano");
    auto preview = office.get(office.eva, at + "/prevzit");
    EXPECT_THAT(preview.body, AllOf(HasSubstr("7,5\u00a0úvazku"), HasSubstr("Čeká 12"), HasSubstr("odchází"),
                                    HasSubstr("Mobilní tým")));
    auto member = [&](const std::string& slug) -> std::optional<NetworkMember> {
        auto lease = office.database().read();
        auto id = lease->one<Id<ServiceNetwork>>("SELECT id FROM service_networks WHERE slug = 'zakladni-sit-2027'");
        for (auto& one : all_members_of(*lease, id))
            if (one.service_slug == slug) return one.member;
        return {};
    };
    EXPECT_NE(member(slugs[0])->capacities, "uvazek=7,5") << "nothing happens by looking";
    auto who = to_text(recipients(at).front().id);
    http::Values ticked{{"odpoved", who}};
    {
        auto lease = office.database().read();
        for (auto& slug : slugs) ticked.add("odpoved", who + "/" + to_text(find_service_by_slug(*lease, slug)->id));
    }
    tick();
    auto done = office.post(office.eva, at + "/prevzit", ticked);
    ASSERT_EQ(done.status, http::see_other);
    EXPECT_EQ(member(slugs[0])->capacities, "uvazek=7,5");
    EXPECT_EQ(member(slugs[0])->entered_reason, "Čeká 12 lidí");
    EXPECT_FALSE(member(slugs[1]));
    tick();
    EXPECT_EQ(office.post(office.eva, at + "/prevzit", ticked).location, at + "/prevzit?prevzato=0")
        << "the second click";
    auto versions =
        office.get(office.eva, "/site/zakladni-sit-2027/clenove/" + to_text(member(slugs[0])->membership_id) + "/verze")
            .body;
    EXPECT_THAT(versions, HasSubstr("Základní síť 2027: návrhy: ")) << "the answer is the source";
    EXPECT_THAT(office.get(office.eva, "/site/zakladni-sit-2027/navrhy").body, HasSubstr("Mobilní tým"));
    EXPECT_THAT(office.get(office.stranger, "/site/porovnani?z=zakladni-sit-2026&do=zakladni-sit-2027").body,
                AllOf(HasSubstr("Nemáme lidi"), HasSubstr("Čeká 12\u00a0lidí")));
}

// --- the planner's pages ---------------------------------------------------------------------------------------------

TEST_F(DataCollections, are_made_with_questions_of_ones_own_that_are_fixed_once_they_are_open) {
    auto at = made({{"obvykle", ""}, {"sit", ""}});
    EXPECT_THAT(office.get(office.eva, at + "/otazky").body, HasSubstr("Žádná otázka tu není."));
    auto bad = office.post(office.eva, at + "/otazky/nova",
                           {{"otazka", ""}, {"druh", "choice"}, {"moznosti", "jediná"}, {"poradi", "první"}});
    EXPECT_EQ(bad.status, http::unprocessable);
    for (auto field : {"#otazka", "#moznosti", "#poradi"}) EXPECT_THAT(bad.body, HasSubstr(field));
    ASSERT_EQ(office
                  .post(office.eva, at + "/otazky/nova",
                        {{"otazka", "Kolik lidí čeká?"}, {"druh", "number"}, {"povinna", "ano"}})
                  .status,
              http::see_other);
    ASSERT_EQ(office.post(office.eva, at + "/otazky/nova", {{"otazka", "Kdy?"}, {"druh", "date"}}).status,
              http::see_other);
    office.post(office.eva, at + "/prijemci/jeden", {{"jmeno", "Spolek Ukázka"}, {"email", "spolek@example.cz"}});
    office.post(office.eva, at, {{"ukon", "otevrit"}});
    EXPECT_EQ(office.post(office.eva, at + "/otazky/nova", {{"otazka", "A ještě?"}, {"druh", "text"}}).status,
              http::conflict);
    std::vector<CollectionQuestion> asked;
    {
        auto id = collection(at).id;
        auto lease = office.database().read();
        asked = questions_of(*lease, id);
    }
    ASSERT_THAT(asked, SizeIs(2));
    EXPECT_EQ(office.post(office.eva, at + "/otazky/" + to_text(asked[0].id) + "/odebrat").status, http::conflict);
    auto page = link(), number = "o-" + to_text(asked[0].id), day = "o-" + to_text(asked[1].id);
    EXPECT_EQ(office.post(office.stranger, page, {{"verze", "0"}, {"ukon", "odeslat"}, {number, "dost"}, {day, "brzy"}})
                  .status,
              http::unprocessable);
    ASSERT_EQ(office
                  .post(office.stranger, page,
                        {{"verze", "0"}, {"ukon", "odeslat"}, {number, "1 200,5"}, {day, "1. 2. 2027"}})
                  .status,
              http::see_other);
    EXPECT_THAT(office.get(office.eva, at + "/odpovedi").body,
                AllOf(HasSubstr("1\u00a0200,5"), HasSubstr("Kolik lidí čeká?")));
}

TEST_F(DataCollections, are_the_planners_and_nobody_elses) {
    auto at = made();
    for (auto& address : {at, at + "/odpovedi", at + "/prijemci", at + "/upravit"}) {
        EXPECT_EQ(office.get(office.petr, address).status, http::not_found) << address;
        EXPECT_EQ(office.get(office.klara, address).status, http::not_found) << address;
        EXPECT_EQ(office.get(office.stranger, address).status, http::see_other) << address;
    }
    EXPECT_EQ(office.get(office.petr, "/sprava/sbery").status, http::forbidden);
    auto wrong =
        office.post(office.eva, "/sprava/sbery/novy",
                    {{"nazev", ""}, {"do", "1. 1. 2020"}, {"pripominky", "často"}, {"sit", "neni"}, {"dopis", ""}});
    EXPECT_EQ(wrong.status, http::unprocessable);
    for (auto field : {"#nazev", "#do", "#pripominky", "#sit", "#dopis"}) EXPECT_THAT(wrong.body, HasSubstr(field));
}

TEST_F(DataCollections, edited_by_two_at_once_keep_both_texts) {
    auto at = made();
    http::Values mine{{"verze", "1"},
                      {"nazev", "Základní síť 2027: návrhy"},
                      {"sit", "zakladni-sit-2027"},
                      {"dopis", "Můj text."},
                      {"pripominky", "7;1"}},
        theirs = mine;
    theirs = {{"verze", "1"},
              {"nazev", "Základní síť 2027: návrhy"},
              {"sit", "zakladni-sit-2027"},
              {"dopis", "Jiný text."},
              {"pripominky", "7;1"}};
    tick();
    ASSERT_EQ(office.post(office.eva, at + "/upravit", theirs).status, http::see_other);
    auto conflict = office.post(office.eva, at + "/upravit", mine);
    EXPECT_EQ(conflict.status, http::conflict);
    EXPECT_THAT(conflict.body, AllOf(HasSubstr("Můj text."), HasSubstr("Jiný text.")));
}

TEST_F(DataCollections, serve_other_capabilities_through_the_face) {
    auto id = office.database().in_write_transaction([&](db::Session& work) {
        return make_collection(office.as_nobody(work), "Vzdělávání 2027", "Kolik lidí vyšlete?", *day_of(2026, 12, 20),
                               {{"Kolik lidí?", "number", {}, true}}, {{"Spolek Ukázka", "spolek@example.cz"}});
    });
    auto at = "/sprava/sbery/" + to_text(id);
    ASSERT_EQ(office.post(office.eva, at, {{"ukon", "otevrit"}}).status, http::see_other);
    ASSERT_EQ(office
                  .post(office.stranger, link(),
                        {{"verze", "0"},
                         {"ukon", "odeslat"},
                         {"o-" + to_text([&] {
                              auto lease = office.database().read();
                              return questions_of(*lease, id).front().id;
                          }()),
                          "5"}})
                  .status,
              http::see_other);
    auto lease = office.database().read();
    auto answers = collected_answers(*lease, id);
    ASSERT_THAT(answers, SizeIs(1));
    EXPECT_EQ(answers.front().recipient, "Spolek Ukázka");
    EXPECT_EQ(answers.front().said, (std::vector<std::pair<std::string, std::string>>{{"Kolik lidí?", "5"}}));
}
