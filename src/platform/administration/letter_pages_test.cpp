// Letters wait in the outbox and go out once the server takes them; what became of them is seen and mended on a page.
#include "tests/world/office.hpp"
#include "tests/world/smtp_catcher.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <sodium.h>

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace {

struct Post : testing::Test {
    world::Office office;

    mail::Letter invitation(const std::string& to = "jana@obec.example") {
        return {to, "Jana Nová", "Pozvánka", "Dobrý den,\n.\nhttp://127.0.0.1:8080/prihlaseni/odkaz/tajemstvi\n",
                "invitation"};
    }
    Id<mail::QueuedLetter> write(const mail::Letter& letter) {
        return office.database().in_write_transaction([&](db::Session& work) {
            auto before = work.all<Id<mail::QueuedLetter>>("SELECT id FROM letters");
            mail::send(work, office.clock().now(), office.region, letter);
            for (auto id : work.all<Id<mail::QueuedLetter>>("SELECT id FROM letters"))
                if (!std::ranges::count(before, id)) return id;
            throw std::logic_error{"nothing was queued"};
        });
    }
    mail::QueuedLetter row(Id<mail::QueuedLetter> id) {
        auto lease = office.database().read();
        return *mail::find_letter(*lease, id);
    }
    std::optional<mail::Server> by(const std::string& url) {
        mail::Settings settings;
        settings.smtp_url = url;
        return mail::server_of(settings, "opora@kraj.example", "https://opora.kraj.example");
    }
    int round(const std::string& url) { return mail::Postman{office.database(), office.clock(), by(url)}.round(); }
    void later(std::chrono::milliseconds time) { office.clock().set(office.clock().now() + time); }
    std::string page(Id<mail::QueuedLetter> id) { return office.get(office.adam, "/sprava/posta/" + to_text(id)).body; }
    http::Response act(Id<mail::QueuedLetter> id, const std::string& what) {
        return office.post(office.adam, "/sprava/posta/" + to_text(id), {{"ukon", what}});
    }
};

}

TEST_F(Post, goes_out_once_and_leaves_no_text_behind) {
    world::SmtpCatcher server;
    auto id = write(invitation());
    EXPECT_EQ(row(id).state, "waiting");
    EXPECT_EQ(round(server.url()), 1);
    EXPECT_EQ(round(server.url()), 0);
    ASSERT_EQ(server.caught().size(), 1u);
    auto caught = server.caught().front();
    EXPECT_THAT(caught.from, StartsWith("<opora@kraj.example>"));
    EXPECT_EQ(caught.to, "<jana@obec.example>");
    EXPECT_EQ(caught.header("Message-ID"), "<" + to_text(id) + "@kraj.example>");
    EXPECT_THAT(caught.data, HasSubstr("\r\n.\r\nhttp://127.0.0.1:8080/prihlaseni/odkaz/tajemstvi\r\n"));
    EXPECT_THAT(server.commands(), Contains("EHLO opora.kraj.example"));
    auto sent = row(id);
    EXPECT_EQ(sent.state, "sent");
    EXPECT_EQ(sent.body, "");
    EXPECT_TRUE(sent.emptied_at);
    EXPECT_FALSE(sent.can_be_sent_again());
}

TEST_F(Post, is_written_if_and_only_if_the_work_commits) {
    EXPECT_THROW(office.database().in_write_transaction([&](db::Session& work) {
        mail::send(work, office.clock().now(), office.region, invitation());
        throw std::runtime_error{"undone"};
    }),
                 std::runtime_error);
    auto lease = office.database().read();
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM letters"), 0);
}

TEST_F(Post, waits_for_a_server_that_is_down_longer_each_time) {
    std::uint16_t port = world::SmtpCatcher{}.port();
    auto url = "smtp://127.0.0.1:" + std::to_string(port);
    auto id = write(invitation());
    EXPECT_EQ(round(url), 0);
    auto first = row(id);
    EXPECT_EQ(first.state, "waiting");
    EXPECT_EQ(first.last_error, "unreachable");
    EXPECT_EQ(first.next_attempt_at - office.clock().now(), 1min);
    EXPECT_EQ(round(url), 0);
    EXPECT_EQ(row(id).attempts, 1) << "not before its time";
    later(1min);
    round(url);
    EXPECT_EQ(row(id).next_attempt_at - office.clock().now(), 2min);
    EXPECT_THAT(page(id), HasSubstr("neodpovídá"));
    EXPECT_EQ(mail::wait_after(20), 4h);

    world::SmtpCatcher server{port};
    later(2min);
    EXPECT_EQ(round(url), 1);
    EXPECT_EQ(row(id).state, "sent");
    EXPECT_EQ(server.caught().front().header("Date"), "Tue, 24 Nov 2026 08:00:00 +0000") << "of its writing";
}

TEST_F(Post, that_is_refused_for_good_fails_at_once_and_for_a_while_is_tried_again) {
    world::SmtpCatcher server;
    server.answer("550 nobody of that name: jana@obec.example");
    auto refused = write(invitation());
    round(server.url());
    EXPECT_EQ(row(refused).state, "failed");
    EXPECT_EQ(row(refused).last_error, "smtp.550") << "a code, not what the server said";
    server.answer("451 later please");
    auto greylisted = write(invitation("petr@obec.example"));
    round(server.url());
    EXPECT_EQ(row(greylisted).state, "waiting");
    EXPECT_EQ(row(greylisted).last_error, "smtp.451");
    server.answer("250 ok", "554 looks like spam");
    auto spam = write(invitation("eva@obec.example"));
    round(server.url());
    EXPECT_EQ(row(spam).state, "failed");
    server.answer("250 ok");
    later(1min);
    EXPECT_EQ(round(server.url()), 1);
    EXPECT_EQ(row(greylisted).state, "sent");
    EXPECT_THAT(page(refused), HasSubstr("kód 550"));
}

TEST_F(Post, one_bad_letter_does_not_hold_up_the_others) {
    world::SmtpCatcher server;
    server.answer("451 not this one");
    write(invitation());
    round(server.url());
    server.answer("250 ok");
    write(invitation("petr@obec.example"));
    write(invitation("eva@obec.example"));
    EXPECT_EQ(round(server.url()), 2);
}

TEST_F(Post, whose_sender_was_killed_goes_out_again_with_the_same_name) {
    world::SmtpCatcher server;
    server.answer("250 ok", "");    // takes the letter and breaks off before saying so
    auto id = write(invitation());
    EXPECT_EQ(round(server.url()), 0);
    EXPECT_EQ(row(id).last_error, "lost");
    server.answer("250 ok");
    later(1min);
    EXPECT_EQ(round(server.url()), 1);
    auto caught = server.caught();
    ASSERT_EQ(caught.size(), 2u);
    EXPECT_EQ(caught[0].header("Message-ID"), caught[1].header("Message-ID"));
    EXPECT_EQ(caught[0].data, caught[1].data);

    // Killed in between: taken, and nobody says what became of it.
    auto second = write(invitation("petr@obec.example"));
    auto taken = office.database().in_write_transaction(
        [&](db::Session& work) { return mail::take_next(work, office.clock().now()); });
    ASSERT_TRUE(taken);
    EXPECT_EQ(round(server.url()), 0) << "somebody has it";
    EXPECT_EQ(act(second, "znovu").status, http::conflict);
    later(11min);
    EXPECT_EQ(round(server.url()), 1);
    EXPECT_EQ(row(second).attempts, 2);
}

TEST_F(Post, gives_up_after_days_and_says_so) {
    std::uint16_t port = world::SmtpCatcher{}.port();
    auto url = "smtp://127.0.0.1:" + std::to_string(port);
    auto id = write(invitation());
    for (int n = 0; n < 60 && row(id).state == "waiting"; ++n) {
        round(url);
        later(4h);
    }
    EXPECT_EQ(row(id).state, "failed");
    EXPECT_THAT(page(id), HasSubstr("Poslat znovu"));
    EXPECT_THAT(office.get(office.adam, "/sprava/posta").body, HasSubstr("neodešlo"));

    world::SmtpCatcher server{port};
    EXPECT_EQ(act(id, "znovu").status, http::see_other);
    EXPECT_EQ(round(url), 1);
    EXPECT_EQ(row(id).state, "sent");
    EXPECT_EQ(act(id, "znovu").status, http::conflict) << "the second click";
    EXPECT_EQ(act(id, "zahodit").status, http::conflict);
    EXPECT_THAT(office.audit(), Contains("mail.sent_again done"));
}

TEST_F(Post, that_lay_untried_for_days_is_held_until_somebody_looks_and_then_forgotten) {
    auto id = write(invitation());
    mail::Postman nobody{office.database(), office.clock(), {}};
    nobody.round();
    EXPECT_EQ(row(id).state, "waiting");
    later(5 * 24h);
    world::SmtpCatcher server;
    EXPECT_EQ(round(server.url()), 0) << "an old letter does not go out by itself";
    EXPECT_EQ(row(id).state, "held");
    later(7 * 24h);
    nobody.round();
    EXPECT_EQ(row(id).body, "");
    EXPECT_EQ(act(id, "znovu").status, http::conflict) << "nothing is left to send";
    later(180 * 24h);
    nobody.round();
    auto lease = office.database().read();
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM letters"), 0);
}

TEST_F(Post, that_was_thrown_away_is_neither_sent_nor_kept) {
    world::SmtpCatcher server;
    auto letter = invitation();
    letter.attachments = {{"plan.pdf", "application/pdf", "bytes"}};
    auto id = write(letter);
    EXPECT_THAT(page(id), HasSubstr("plan.pdf"));
    EXPECT_EQ(act(id, "zahodit").status, http::see_other);
    EXPECT_EQ(round(server.url()), 0);
    EXPECT_EQ(row(id).state, "discarded");
    EXPECT_EQ(row(id).body, "");
    auto lease = office.database().read();
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM letter_attachments"), 0);
}

TEST_F(Post, to_no_address_fails_without_stopping_the_work) {
    auto id = write(invitation("jana@obec.example\r\nRCPT TO:<x@y.example>"));
    EXPECT_EQ(row(id).state, "failed");
    EXPECT_EQ(row(id).last_error, "address");
}

TEST_F(Post, signs_in_where_the_server_asks_for_it_and_never_sends_without_the_wanted_encryption) {
    auto file = std::filesystem::temp_directory_path() / ("smtp-" + to_text(Uuid::made_at(Instant{})));
    std::ofstream{file} << "tajne heslo\n";
    std::filesystem::permissions(file, std::filesystem::perms::owner_read);
    mail::Settings settings;
    world::SmtpCatcher server;
    settings.smtp_url = server.url(), settings.smtp_user = "opora", settings.smtp_password_file = file;
    std::string plain{"\0opora\0tajne heslo", 18};
    std::string text(sodium_base64_encoded_len(plain.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(plain.data()), plain.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    server.want_sign_in(text);
    auto id = write(invitation());
    auto go = [&] {
        auto as = mail::server_of(settings, "opora@kraj.example", "https://opora.kraj.example");
        return mail::Postman{office.database(), office.clock(), as}.round();
    };
    settings.smtp_tls = "required";
    EXPECT_EQ(go(), 0);
    EXPECT_EQ(row(id).last_error, "tls");
    EXPECT_THAT(server.commands(), Not(Contains(StartsWith("AUTH"))));
    settings.smtp_tls = "optional";
    later(1min);
    server.want_sign_in("other");
    EXPECT_EQ(go(), 0);
    EXPECT_EQ(row(id).last_error, "sign_in");
    EXPECT_EQ(row(id).state, "waiting") << "a wrong password is the operator's to mend";
    server.want_sign_in(text);
    later(2min);
    EXPECT_EQ(go(), 1);
    std::filesystem::remove(file);
}

TEST(MailSettings, are_checked_when_the_program_starts) {
    auto read = [](mail::Settings settings) {
        return mail::server_of(settings, "opora@kraj.example", "https://opora.kraj.example:8443/");
    };
    mail::Settings settings;
    EXPECT_FALSE(read(settings));
    settings.smtp_url = "smtp://mail.kraj.example:587";
    EXPECT_EQ(read(settings)->url, "smtp://mail.kraj.example:587/opora.kraj.example");
    EXPECT_TRUE(read(settings)->tls_required);
    settings.smtp_url = "smtp://localhost";
    EXPECT_FALSE(read(settings)->tls_required);
    for (auto wrong : {"http://mail.kraj.example", "mail.kraj.example", "smtp://me:secret@mail.kraj.example"}) {
        settings.smtp_url = wrong;
        EXPECT_THROW(read(settings), std::runtime_error) << wrong;
    }
    settings.smtp_url = "smtp://localhost", settings.smtp_user = "me";
    EXPECT_THROW(read(settings), std::runtime_error) << "a name without a password";
    settings.smtp_user.clear(), settings.from = "nobody";
    EXPECT_THROW(read(settings), std::runtime_error);
}

TEST_F(Post, is_for_administrators_and_says_nothing_of_what_it_holds) {
    auto id = write(invitation());
    auto address = "/sprava/posta/" + to_text(id);
    for (auto one : {std::string{"/sprava/posta"}, std::string{"/sprava/posta.csv"}, address}) {
        EXPECT_EQ(office.get(office.eva, one).status, http::forbidden) << one;
        auto seen = office.get(office.adam, one);
        EXPECT_EQ(seen.status, http::ok) << one;
        EXPECT_THAT(world::whole(seen), Not(HasSubstr("tajemstvi"))) << one;
        EXPECT_THAT(office.get(office.adam, one, "application/json").body, Not(HasSubstr("tajemstvi"))) << one;
    }
    EXPECT_EQ(office.post(office.eva, address, {{"ukon", "zahodit"}}).status, http::forbidden);
    EXPECT_EQ(act(id, "spalit").status, http::not_found);
    EXPECT_EQ(office.get(office.adam, "/sprava/posta/" + to_text(office.region)).status, http::not_found);
    EXPECT_THAT(office.get(office.adam, "/sprava/posta").body, HasSubstr("Poštovní server není nastavený"));
}

TEST_F(Post, is_found_by_state_kind_and_words_and_taken_home_as_a_table) {
    write(invitation("jana@obec.example"));
    auto thrown = write(invitation("petr_x@obec.example"));
    act(thrown, "zahodit");
    auto list = [&](const std::string& query) { return office.get(office.adam, "/sprava/posta?" + query).body; };
    EXPECT_THAT(list(""), HasSubstr("2 dopisy"));
    EXPECT_THAT(list("stav=discarded"), HasSubstr("petr_x@"));
    EXPECT_THAT(list("stav=discarded"), Not(HasSubstr("jana@")));
    EXPECT_THAT(list("q=R_X"), HasSubstr("petr_x@"));
    EXPECT_THAT(list("q=r%"), HasSubstr("Žádný takový"));
    EXPECT_THAT(list("druh=invitation&razeni=komu&strana=7"), HasSubstr("jana@"));
    EXPECT_THAT(list("stav=neco"), HasSubstr("jana@"));
    auto csv = world::whole(office.get(office.adam, "/sprava/posta.csv?stav=waiting"));
    EXPECT_THAT(csv, HasSubstr("jana@obec.example,Pozvánka,invitation,waiting,0"));
    EXPECT_THAT(csv, Not(HasSubstr("petr_x")));
}
