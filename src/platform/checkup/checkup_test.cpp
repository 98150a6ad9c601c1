// The program says of its own installation what is unsafe, and what to do about it.
#include "platform/checkup/checkup.hpp"

#include "platform/audit/seals.hpp"
#include "tests/world/office.hpp"

#include <fstream>
#include <sys/stat.h>

using checkup::Verdict;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct Checkups : testing::Test {
    world::Office office;
    checkup::Installation setup{.database = "postgresql://opora:secret@db.kraj.example/opora",
                                .keys = "sqlite:/nowhere/keys.db",
                                .master_key = "/etc/opora/master.key",
                                .listen = "127.0.0.1:8080",
                                .mail_server = "smtp://mail.kraj.example:587",
                                .mail_is_sealed = true};
    http::SiteFacts facts{.public_url = "https://opora.kraj.example"};

    checkup::Finding find(const std::string& name) {
        auto lease = office.database().read();
        for (auto& group : checkup::look_around(*lease, setup, facts, office.clock().now()))
            for (auto& finding : group.findings)
                if (finding.name == name) return finding;
        return {};
    }
    Verdict verdict(const std::string& name) {
        auto finding = find(name);
        EXPECT_EQ(finding.name, name) << "was not looked at";
        return finding.verdict;
    }
};

struct FileOfCheckups {
    explicit FileOfCheckups(mode_t mode) {
        std::ofstream{path} << "x";
        ::chmod(path.c_str(), mode);
    }
    ~FileOfCheckups() { std::filesystem::remove(path); }
    FileOfCheckups(const FileOfCheckups&) = delete;
    std::filesystem::path path = std::filesystem::temp_directory_path() / unused_name();
};

}

TEST_F(Checkups, are_for_administrators) {
    for (auto address : {"/sprava/bezpecnost", "/sprava/nastaveni"}) {
        EXPECT_EQ(office.get(office.adam, address).status, http::ok) << address;
        EXPECT_EQ(office.get(office.eva, address).status, http::forbidden) << address;
        EXPECT_EQ(office.get(office.dana, address).status, http::forbidden) << address;
    }
}

TEST_F(Checkups, miss_a_backup_until_there_is_one_and_when_it_grows_old) {
    EXPECT_EQ(verdict("backup"), Verdict::bad);
    office.database().in_write_transaction(
        [&](db::Session& work) { checkup::note_backup(work, office.clock().now()); });
    EXPECT_EQ(verdict("backup"), Verdict::good);
    office.clock().set(office.clock().now() + std::chrono::days{3});
    EXPECT_EQ(verdict("backup"), Verdict::watch);
    office.clock().set(office.clock().now() + std::chrono::days{30});
    EXPECT_EQ(verdict("backup"), Verdict::bad);
}

TEST_F(Checkups, object_to_what_crosses_the_network_in_the_clear) {
    EXPECT_EQ(verdict("https"), Verdict::good);
    facts.public_url = "http://opora.kraj.example";
    EXPECT_EQ(verdict("https"), Verdict::bad);
    EXPECT_EQ(verdict("listen"), Verdict::good);
    setup.listen = "0.0.0.0:80";
    EXPECT_EQ(verdict("listen"), Verdict::bad);
    setup.certificate = "/nowhere/chain.pem";
    EXPECT_EQ(verdict("listen"), Verdict::good);
    EXPECT_EQ(verdict("certificate"), Verdict::bad) << "there is none at that place";
    setup.mail_is_sealed = false;
    EXPECT_EQ(verdict("mail_sealed"), Verdict::bad);
}

TEST_F(Checkups, object_to_files_that_other_accounts_may_read) {
    EXPECT_EQ(verdict("files"), Verdict::good);
    FileOfCheckups closed{0600}, open{0644};
    setup.master_key = closed.path;
    EXPECT_EQ(verdict("files"), Verdict::good);
    setup.master_key = open.path;
    auto finding = find("files");
    EXPECT_EQ(finding.verdict, Verdict::bad);
    EXPECT_EQ(finding.values.at(0), open.path.string());
    setup.database = "sqlite:" + closed.path.string();
    EXPECT_EQ(verdict("keys_apart"), Verdict::watch) << "who takes the folder takes both";
}

TEST_F(Checkups, count_administrators_and_who_has_no_second_step) {
    EXPECT_EQ(verdict("administrators"), Verdict::watch) << "Adam is alone";
    auto second_step = find("second_step");
    EXPECT_EQ(second_step.verdict, Verdict::bad);
    EXPECT_EQ(second_step.values.at(0), "1");
    EXPECT_EQ(verdict("dormant"), Verdict::good);
    office.clock().set(office.clock().now() + std::chrono::days{200});
    EXPECT_EQ(find("dormant").values.at(0), "5") << "nobody came for half a year";
}

TEST_F(Checkups, notice_an_audit_that_nobody_seals) {
    office.get(office.eva, "/sprava/audit");    // refused, so it is on record
    EXPECT_EQ(verdict("sealed"), Verdict::good) << "not due yet";
    office.clock().set(office.clock().now() + std::chrono::hours{2});
    EXPECT_EQ(verdict("sealed"), Verdict::bad);
    audit::seal(office.database(), office.clock().now());
    EXPECT_EQ(verdict("sealed"), Verdict::good);
}

TEST_F(Checkups, say_what_to_do_in_words) {
    auto page = office.get(office.adam, "/sprava/bezpecnost").body;
    EXPECT_THAT(page, AllOf(HasSubstr("nedávné záloze"), HasSubstr("/sprava/role"), Not(HasSubstr("checkup."))));
}

TEST_F(Checkups, show_settings_without_secrets) {
    EXPECT_EQ(checkup::Installation::spoken(setup.database), "PostgreSQL, db.kraj.example/opora");
    auto page = office.get(office.adam, "/sprava/nastaveni").body;
    EXPECT_THAT(page, AllOf(HasSubstr("contact_email"), HasSubstr("opora@example.cz"), Not(HasSubstr("settings."))));
}
