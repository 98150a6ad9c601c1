// Attachments as the staff and strangers meet them: who sees which, what is refused, and what removing means.
#include "network/attachments/attachment_pages.hpp"
#include "network/service_networks/development_proposal.hpp"
#include "network/service_networks/service_network.hpp"
#include "tests/world/handed_files.hpp"
#include "tests/world/office.hpp"

#include <fstream>
#include <set>

using namespace network;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

struct Attachments : testing::Test {
    ~Attachments() override { std::filesystem::remove_all(folder); }

    http::Response hand_over(const User& who, const std::string& address, const std::string& bytes,
                             const std::string& name, http::Values typed = {}) {
        std::filesystem::create_directories(folder);
        auto path = folder / unused_name();
        std::ofstream{path, std::ios::binary} << bytes;
        http::Request request{.method = "POST", .path = address, .values = std::move(typed)};
        request.files.push_back({"soubor", name, std::make_shared<const std::filesystem::path>(path), bytes.size()});
        return office.application().dispatcher().answer(who, std::move(request));
    }
    Attachment only_one() {
        auto lease = office.database().read();
        return lease->one<Attachment>("SELECT * FROM attachments");
    }
    std::string add(const std::string& bytes, const std::string& name, http::Values typed = {}) {
        EXPECT_EQ(hand_over(office.eva, list, bytes, name, std::move(typed)).location, list + "?hotovo=pridano");
        auto lease = office.database().read();
        return to_text(lease->one<Id<Attachment>>("SELECT id FROM attachments ORDER BY position DESC LIMIT 1"));
    }
    static std::string public_at(const std::string& id) { return "/sluzby/fokus-semily-std/soubory/" + id; }
    void later(std::chrono::seconds time) { office.clock().set(office.clock().now() + time); }
    void tidy() {
        office.database().in_write_transaction(
            [&](db::Session& work) { erase_removed(office.as_nobody(work), office.application().file_room()); });
        office.application().file_room().sweep(office.clock().now());
    }
    std::int64_t count(db::Statement<> sql) { return office.database().read()->one<std::int64_t>(sql); }

    const std::string list = "/sluzby/fokus-semily-std/prilohy";
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / unused_name();
    world::Office office{world::Office::With::sample_region};
};

}

TEST_F(Attachments, of_a_service_are_added_listed_and_taken_by_anybody_once_published) {
    auto pdf = world::small_pdf();
    auto id = add(pdf, "Ceník 2027.pdf", {{"zverejnit", "ano"}});
    auto page = office.get(office.eva, list);
    EXPECT_THAT(page.body, AllOf(HasSubstr(">Ceník 2027<"), HasSubstr("PDF"), HasSubstr("eva")));
    EXPECT_THAT(office.get(office.stranger, "/sluzby/fokus-semily-std").body,
                AllOf(HasSubstr("Dokumenty ke stažení"), HasSubstr(public_at(id))));
    auto file = office.get(office.stranger, public_at(id));
    EXPECT_EQ(file.status, http::ok);
    EXPECT_EQ(file.type, "application/pdf");
    EXPECT_THAT(std::string{file.header("Content-Disposition")}, HasSubstr("filename*=UTF-8''Cen%C3%ADk%202027.pdf"));
    EXPECT_EQ(world::whole(file), pdf);
    EXPECT_THAT(office.audit(),
                AllOf(Contains("network.attachment_added done"), Not(Contains("network.attachment_read allowed"))));
}

TEST_F(Attachments, that_are_not_published_stay_in_the_office_and_each_reading_is_on_record) {
    auto id = add(world::small_pdf(), "pravidla.pdf", {{"nazev", "Vnitřní pravidla"}});
    EXPECT_THAT(office.get(office.stranger, "/sluzby/fokus-semily-std").body, Not(HasSubstr("Vnitřní pravidla")));
    // Not found in the same words, whether it is there, is not, or cannot be: the page differs by its own address
    // alone.
    std::set<std::string> pages;
    for (auto& named : {id, std::string{"019abcde-0000-7000-8000-0000000000ff"}, std::string{"7-nic"}}) {
        auto hidden = office.get(office.stranger, public_at(named));
        EXPECT_EQ(hidden.status, http::not_found);
        for (auto at = hidden.body.find(named); at != std::string::npos; at = hidden.body.find(named))
            hidden.body.erase(at, named.size());
        pages.insert(hidden.body);
    }
    EXPECT_EQ(pages.size(), 1u);
    auto read = office.get(office.eva, list + "/" + id + "/soubor");
    EXPECT_EQ(read.header("Cache-Control"), "no-store");
    EXPECT_EQ(world::whole(read), world::small_pdf());
    EXPECT_THAT(office.audit(), Contains("network.attachment_read allowed"));
    EXPECT_EQ(office.get(office.petr, list + "/" + id + "/soubor").status, http::forbidden);
    EXPECT_EQ(office.get(office.stranger, list + "/" + id + "/soubor").status, http::see_other);
    // Nor does it come through the address of another service.
    EXPECT_EQ(office.get(office.eva, "/sluzby/kotva-nocleh/prilohy/" + id + "/soubor").status, http::not_found);
    EXPECT_EQ(office.get(office.stranger, "/sluzby/kotva-nocleh/soubory/" + id).status, http::not_found);
}

TEST_F(Attachments, of_a_service_with_a_secret_place_are_not_public) {
    auto id = add(world::small_pdf(), "cenik.pdf", {{"zverejnit", "ano"}});
    ASSERT_EQ(office.get(office.stranger, public_at(id)).status, http::ok);
    office.database().in_write_transaction([&](db::Session& work) {
        auto service = *find_service_by_slug(work, "fokus-semily-std");
        auto after = service;
        after.secret = true;
        change(office.as_nobody(work), service, after);
    });
    EXPECT_EQ(office.get(office.stranger, public_at(id)).status, http::not_found);
    EXPECT_THAT(office.get(office.stranger, "/sluzby/fokus-semily-std").body, Not(HasSubstr(public_at(id))));
    EXPECT_THAT(office.get(office.eva, list).body, AllOf(HasSubstr("utajené"), Not(HasSubstr("tag ok"))));
}

TEST_F(Attachments, that_are_not_what_they_say_are_refused_with_a_sentence_and_leave_nothing) {
    auto page =
        hand_over(office.eva, list, "<!DOCTYPE html><script>alert(1)</script>", "cenik.pdf", {{"nazev", "Ceník 2027"}});
    EXPECT_EQ(page.status, http::unprocessable);
    EXPECT_THAT(page.body, AllOf(HasSubstr("ve skutečnosti webová stránka"), HasSubstr("#soubor"),
                                 HasSubstr("value=\"Ceník 2027\"")));
    EXPECT_EQ(hand_over(office.eva, list, "", "prazdny.pdf").status, http::unprocessable);
    EXPECT_EQ(hand_over(office.eva, list, "", "").status, http::unprocessable) << "nothing was chosen";
    EXPECT_EQ(office.post(office.eva, list).status, http::unprocessable);
    EXPECT_EQ(hand_over(office.eva, list, std::string(20'000'001, 'a'), "velky.txt").status, http::unprocessable);
    EXPECT_EQ(count("SELECT count(*) FROM files"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM file_contents"), 0);
}

TEST_F(Attachments, are_there_once_however_often_the_button_was_clicked) {
    add(world::small_pdf(), "cenik.pdf");
    auto second = hand_over(office.eva, list, world::small_pdf(), "jiny-nazev.pdf");
    EXPECT_EQ(second.status, http::unprocessable);
    EXPECT_THAT(second.body, HasSubstr("Tento soubor tu už je"));
    EXPECT_EQ(count("SELECT count(*) FROM file_contents"), 1);
}

TEST_F(Attachments, are_at_most_fifty_of_a_record) {
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        auto service = *find_service_by_slug(work, "fokus-semily-std");
        for (int n = 0; n < attachments_most; ++n) {
            files::File file{Id<files::File>::made_at(author.now), {1}, {1}, 1, "pdf"};
            file.key_id = Id<keys::KeyName>::made_at(author.now);
            Attachment attachment;
            attachment.record_kind = "service", attachment.record_id = {service.id.uuid};
            attachment.title = "Příloha " + std::to_string(n + 1);
            attach(author, file, attachment);
        }
    });
    EXPECT_EQ(hand_over(office.eva, list, world::small_pdf(), "cenik.pdf").status, http::unprocessable);
    EXPECT_THAT(office.get(office.eva, list).body,
                AllOf(HasSubstr("Víc příloh se sem nevejde"), Not(HasSubstr("multipart"))));
}

TEST_F(Attachments, of_one_person_are_limited_by_the_day) {
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        author.user = office.eva.id;
        files::File file{Id<files::File>::made_at(author.now), {1}, {1}, files::bytes_a_day, "pdf"};
        history::keep_new(author, file);
    });
    EXPECT_THAT(hand_over(office.eva, list, world::small_pdf(), "cenik.pdf").body, HasSubstr("Na dnešek"));
    EXPECT_EQ(hand_over(office.klara, list, world::small_pdf(), "cenik.pdf").status, http::see_other);
    later(std::chrono::hours{24});
    EXPECT_EQ(hand_over(office.eva, list, world::small_pdf("Jiný"), "cenik.pdf").status, http::see_other);
}

TEST_F(Attachments, are_removed_taken_back_and_after_thirty_days_erased) {
    auto id = add(world::small_pdf(), "cenik.pdf", {{"zverejnit", "ano"}});
    for (int click : {1, 2})
        EXPECT_EQ(office.post(office.eva, list + "/" + id + "/odebrat").location, list + "?odebrano=" + id) << click;
    EXPECT_EQ(office.get(office.stranger, public_at(id)).status, http::not_found);
    EXPECT_EQ(office.get(office.eva, list + "/" + id).status, http::not_found);
    EXPECT_THAT(office.get(office.eva, list + "?odebrano=" + id).body, HasSubstr(id + "/vratit"));
    later(std::chrono::days{29});
    tidy();
    for (int click : {1, 2})
        EXPECT_EQ(office.post(office.eva, list + "/" + id + "/vratit").status, http::see_other) << click;
    EXPECT_EQ(world::whole(office.get(office.stranger, public_at(id))), world::small_pdf());
    office.post(office.eva, list + "/" + id + "/odebrat");
    later(std::chrono::days{31});
    tidy();
    EXPECT_EQ(count("SELECT count(*) FROM file_chunks"), 0);
    EXPECT_EQ(office.post(office.eva, list + "/" + id + "/vratit").status, http::not_found);
    EXPECT_THAT(office.get(office.eva, list).body, Not(HasSubstr(id)));
    EXPECT_EQ(only_one().title, "cenik") << "that it was there stays known";
}

TEST_F(Attachments, are_renamed_and_ordered_and_two_who_edit_lose_nothing) {
    auto first = add(world::small_pdf("a"), "a.pdf"), second = add(world::small_pdf("b"), "b.pdf"),
         third = add(world::small_pdf("c"), "c.pdf");
    http::Values typed{{"verze", "1"},         {"bylo.nazev", "c"}, {"bylo.poradi", "3"},
                       {"bylo.zverejnit", ""}, {"nazev", "Céčko"},  {"poradi", "1"}};
    EXPECT_EQ(office.post(office.eva, list + "/" + third, typed).location, list + "?hotovo=ulozeno");
    auto titles = [&] {
        std::vector<std::string> titles;
        auto lease = office.database().read();
        for (auto& one : lease->all<Attachment>("SELECT * FROM attachments ORDER BY position"))
            titles.push_back(one.title);
        return titles;
    };
    EXPECT_THAT(titles(), testing::ElementsAre("Céčko", "a", "b"));
    typed = {{"verze", "1"}, {"bylo.nazev", "c"}, {"bylo.poradi", "3"}, {"nazev", "Jinak"}, {"poradi", "3"}};
    EXPECT_EQ(office.post(office.klara, list + "/" + third, typed).status, http::conflict);
    for (auto place : {"0", "51", "první", ""}) {
        typed = {{"verze", "1"}, {"nazev", ""}, {"poradi", place}};
        EXPECT_THAT(office.post(office.eva, list + "/" + first, typed).status,
                    testing::AnyOf(http::unprocessable, http::conflict));
    }
    EXPECT_THAT(titles(), testing::ElementsAre("Céčko", "a", "b"));
}

TEST_F(Attachments, of_a_contract_belong_to_who_may_edit_it) {
    auto contract = office.database().in_write_transaction(
        [&](db::Session& work) { return to_text(find_financing_contract(work, "OLP/2668/2023")->id); });
    auto at = "/sprava/smlouvy/" + contract + "/prilohy";
    EXPECT_THAT(office.get(office.eva, at).body, Not(HasSubstr("zverejnit")));
    EXPECT_EQ(hand_over(office.eva, at, world::office_file("docx"), "smlouva.docx", {{"zverejnit", "ano"}}).status,
              http::see_other);
    EXPECT_FALSE(only_one().published) << "nothing of a contract is published here";
    auto file = at + "/" + to_text(only_one().id) + "/soubor";
    EXPECT_EQ(world::whole(office.get(office.eva, file)), world::office_file("docx"));
    EXPECT_EQ(office.get(office.petr, file).status, http::not_found);
    EXPECT_EQ(office.get(office.stranger, public_at(to_text(only_one().id))).status, http::not_found);
    EXPECT_THAT(office.get(office.eva, "/sprava/smlouvy/" + contract).body, HasSubstr(at));
}

TEST_F(Attachments, of_a_statement_belong_to_who_keeps_its_network) {
    auto [network, statement] = office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        ServiceNetwork network;
        network.kind_code = "mestska", network.name = "Síť města";
        network.validity = {*day_of(2026, 1, 1), day_of(2027, 1, 1)}, network.municipality_code = "577197";
        add_network(author, network);
        MunicipalStatement statement;
        statement.network_id = network.id, statement.municipality_code = "577197";
        statement.service_id = find_service_by_slug(work, "fokus-semily-std")->id;
        statement.given_on = network.validity.valid_from;
        return std::pair{network.slug, to_text(network::add(author, statement))};
    });
    auto at = "/site/" + network + "/vyjadreni/" + statement + "/prilohy";
    EXPECT_EQ(hand_over(office.eva, at, world::small_png(), "dopis.png").location, at + "?hotovo=pridano");
    EXPECT_THAT(office.get(office.eva, at).body, AllOf(HasSubstr("Jilemnice"), HasSubstr("obrázek PNG")));
    EXPECT_THAT(office.get(office.eva, "/site/" + network + "/vyjadreni/" + statement).body, HasSubstr(at));
    auto none = "/site/" + network + "/vyjadreni/019abcde-0000-7000-8000-0000000000ff/prilohy";
    EXPECT_EQ(office.get(office.eva, none).status, http::not_found);
    EXPECT_EQ(office.get(office.stranger, at).status, http::see_other);
}

namespace {

struct FormsWithFiles : testing::Test {
    std::string page(const std::string& address) {
        return world::with_plain_spaces(world::whole(office.get(office.eva, address)));
    }
    world::Office office{world::Office::With::sample_region};
};

}

TEST_F(FormsWithFiles, all_say_how_large_one_may_be_before_it_is_sent) {
    auto meeting = office.database().read()->one<Uuid>(
        "SELECT meeting_id FROM agenda_items WHERE meeting_id IS NOT NULL ORDER BY id DESC LIMIT 1");
    auto service = office.database().read()->one<std::string>("SELECT slug FROM services ORDER BY id LIMIT 1");
    auto of_meeting = "/jednani/" + to_text(meeting);
    for (auto& [address, most] : {std::pair<std::string, std::string>{"/skupiny/seniori/dokument", "20000000"},
                                  {of_meeting + "/program", "20000000"},
                                  {of_meeting + "/dochazka", "20000000"},
                                  {"/sluzby/" + service + "/prilohy", "20000000"},
                                  {"/sluzby/nova/dokument", "512000000"},
                                  {"/sprava/kapacity/import", "512000000"},
                                  {"/sprava/sluzby/import", "512000000"},
                                  {"/sprava/registr", "512000000"}}) {
        auto shown = page(address);
        auto at = shown.find("<input type=\"file\"");
        ASSERT_NE(at, shown.npos) << address << shown.substr(0, 300);
        for (; at != shown.npos; at = shown.find("<input type=\"file\"", at + 1))
            EXPECT_THAT(shown.substr(at, shown.find('>', at) - at),
                        AllOf(HasSubstr("data-most=\"" + most + "\""), HasSubstr("data-large=\"Vyberte menší soubor")))
                << address;
    }
}

TEST_F(FormsWithFiles, that_take_several_say_how_much_all_may_have) {
    auto shown = page("/skupiny/seniori/dokument");
    EXPECT_THAT(shown, AllOf(HasSubstr("multiple"), HasSubstr("data-all=\"64000000\""),
                             HasSubstr("jeden může mít nejvýše 20 MB, všechny najednou 64 MB")));
    EXPECT_THAT(page("/sprava/registr"), Not(HasSubstr("data-all")));
}
