// The register every day: what a source may give, what becomes of the difference, and who hears of it how often.
#include "network/register/register_day_command.hpp"
#include "network/register/register_day_jobs.hpp"
#include "network/register/register_day_notices.hpp"
#include "network/register/register_day_pages.hpp"
#include "network/register/register_settings.hpp"
#include "tests/world/jilemnicko.hpp"
#include "tests/world/office.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace network {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// A server on loopback that gives one answer after another and keeps what it was asked.
class SmallWeb {
public:
    SmallWeb() {
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in at{};
        at.sin_family = AF_INET, at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof at;
        if (::bind(socket_, reinterpret_cast<sockaddr*>(&at), size) != 0 || ::listen(socket_, 5) != 0) std::abort();
        ::getsockname(socket_, reinterpret_cast<sockaddr*>(&at), &size);
        port = ntohs(at.sin_port);
        thread_ = std::thread{[this] { serve(); }};
    }
    ~SmallWeb() {
        ::shutdown(socket_, SHUT_RDWR), ::close(socket_);
        thread_.join();
    }
    SmallWeb(const SmallWeb&) = delete;

    std::string url(const std::string& path = "/rpss.json") const {
        return "http://127.0.0.1:" + std::to_string(port) + path;
    }
    static std::string ok(const std::string& body, const std::string& more = "") {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
               more + "\r\n" + body;
    }

    int port = 0;
    std::vector<std::string> answers{};    // set before it is asked
    std::vector<std::string> asked{};

private:
    void serve() {
        for (std::size_t n = 0;; ++n) {
            auto client = ::accept(socket_, nullptr, nullptr);
            if (client < 0) return;
            std::string head;
            char piece[2048];
            while (head.find("\r\n\r\n") == head.npos) {
                auto got = ::read(client, piece, sizeof piece);
                if (got <= 0) break;
                head.append(piece, std::size_t(got));
            }
            asked.push_back(head);
            auto answer = n < answers.size() ? answers[n] : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
            for (std::string_view rest = answer; !rest.empty();) {
                auto sent = ::send(client, rest.data(), rest.size(), MSG_NOSIGNAL);
                if (sent <= 0) break;
                rest.remove_prefix(std::size_t(sent));
            }
            ::close(client);
        }
    }

    int socket_ = -1;
    std::thread thread_;
};

// Jilemnice and a folder into which the night puts the file.
struct RegisterNights : testing::Test {
    RegisterNights() {
        std::filesystem::create_directories(folder);
        settings.source = folder.string(), settings.uploads = folder / "uploads";
    }
    ~RegisterNights() override { std::filesystem::remove_all(folder); }

    void put(const std::string& text, const std::string& name = "rpss.json") {
        std::ofstream{folder / name, std::ios::binary} << text;
    }
    RegisterDay ask() { return take_register_day(*region.data, region.clock, settings, {world::regional_office}); }
    RegisterDay tomorrow() {
        region.clock.set(region.clock.now() + std::chrono::hours{24});
        return ask();
    }
    RegisterDay tomorrow(const std::vector<test::SaidService>& services) {
        put(file_of(services));
        return tomorrow();
    }
    RegisterImport import_of(const RegisterDay& day) {
        return region.in([&](db::Session& db) { return find_import(db, day.import_id.value()).value(); });
    }
    void accept(const RegisterDay& day) {
        region.clock.set(region.clock.now() + std::chrono::minutes{1});
        apply(*region.data, region.clock, region.begin(import_of(day)).id);
    }
    std::string error_of(const RegisterDay& day) { return day.error_key.value_or("none"); }
    std::vector<std::string> states() {
        return region.in([&](db::Session& db) {
            std::vector<std::string> states;
            for (auto& day : newest_days(db, 31)) states.push_back(day.state);
            return states;
        });
    }

    Jilemnicko region;
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("nights-" + to_text(Uuid::made_at(Instant{})));
    RegisterSettings settings;
};

}

TEST_F(RegisterNights, each_makes_a_difference_and_the_same_file_again_is_no_news) {
    auto first = tomorrow(many(5));
    EXPECT_EQ(first.state, "differs");
    EXPECT_EQ(import_of(first).new_count, 5);
    EXPECT_EQ(region.count("SELECT count(*) FROM services"), 0) << "nothing changes before somebody accepts it";
    EXPECT_EQ(tomorrow().state, "unchanged") << "yesterday's difference still waits";
    EXPECT_EQ(import_of(first).state, "ready");
    accept(first);
    EXPECT_EQ(region.count("SELECT count(*) FROM services"), 5);
    EXPECT_EQ(tomorrow().state, "unchanged");
    auto changed = many(5);
    changed[1].capacity = 20;
    auto last = tomorrow(changed);
    EXPECT_EQ(import_of(last).changed_count, 1);
    EXPECT_EQ(counts_in_words(import_of(last), register_texts()), "1 změněná");
    EXPECT_THAT(states(), ElementsAre("differs", "unchanged", "unchanged", "differs"));
}

TEST_F(RegisterNights, what_was_not_accepted_gives_way_so_that_nobody_goes_back_in_time) {
    auto services = many(3);
    accept(tomorrow(services));
    services[0].capacity = 20;
    auto older = tomorrow(services);
    services[1].capacity = 30;
    auto newer = tomorrow(services);
    EXPECT_THAT(states(), ElementsAre("differs", "superseded", "differs"));
    EXPECT_EQ(import_of(older).state, "cancelled");
    EXPECT_THROW(region.begin(import_of(older)), Conflict);
    EXPECT_EQ(import_of(newer).changed_count, 2);
    services[0].capacity = services[1].capacity = 12;
    EXPECT_EQ(tomorrow(services).state, "unchanged") << "the register took both changes back";
    EXPECT_EQ(import_of(newer).state, "cancelled");
}

TEST_F(RegisterNights, say_what_is_wrong_with_the_file_and_change_nothing) {
    EXPECT_EQ(error_of(ask()), "register_day.error.empty_folder");
    auto good = file_of(many(200));
    put(good.substr(0, good.size() / 2 + 10));
    EXPECT_EQ(error_of(ask()), "register.error.truncated");
    put("<html>");
    EXPECT_EQ(error_of(ask()), "register.error.not_json");
    put(good);
    EXPECT_EQ(ask().state, "differs") << "the same day, asked once more";
    accept(region.in([](db::Session& db) { return newest_days(db, 1).front(); }));
    auto halved = tomorrow(many(90));
    EXPECT_EQ(error_of(halved), "register_day.error.halved");
    EXPECT_EQ(halved.state, "failed");
    EXPECT_EQ(region.count("SELECT count(*) FROM services WHERE status <> 'ended'"), 200);
    auto fewer = many(200);
    fewer.resize(180);
    auto drop = tomorrow(fewer);
    EXPECT_EQ(import_of(drop).state, "refused") << "a tenth is gone: somebody has to say that it may be";
    settings.source = (folder / "neni.json").string();
    EXPECT_EQ(error_of(tomorrow()), "register_day.error.no_file");
}

TEST_F(RegisterNights, take_the_file_from_the_web_and_ask_whether_it_has_changed) {
    SmallWeb web;
    settings.source = web.url();
    auto body = file_of(many(4));
    web.answers = {SmallWeb::ok(body, "ETag: \"abc\"\r\nLast-Modified: Mon, 23 Nov 2026 03:00:00 GMT\r\n"),
                   "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"};
    auto first = ask();
    EXPECT_EQ(first.state, "differs");
    EXPECT_EQ(first.etag, "\"abc\"");
    EXPECT_EQ(tomorrow().state, "unchanged");
    ASSERT_EQ(web.asked.size(), 2u);
    EXPECT_EQ(web.asked[0].find("If-None-Match"), std::string::npos);
    EXPECT_THAT(web.asked[1], HasSubstr("If-None-Match: \"abc\""));
    EXPECT_THAT(web.asked[1], HasSubstr("If-Modified-Since: Mon, 23 Nov 2026 03:00:00 GMT"));
    EXPECT_EQ(error_of(tomorrow()), "register_day.error.not_there");
    EXPECT_THAT(std::filesystem::directory_iterator{settings.uploads},
                testing::Eq(std::filesystem::directory_iterator{}))
        << "nothing stays behind";
}

TEST_F(RegisterNights, follow_no_web_that_leads_elsewhere_or_breaks_off) {
    SmallWeb web;
    settings.source = web.url();
    web.answers = {
        "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: /jinde.json\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        SmallWeb::ok(file_of(many(2))),
        "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n{\"polo",
        "HTTP/1.1 200 OK\r\nContent-Length: 3000000000\r\nConnection: close\r\n\r\n{\"polo",
        "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"};
    EXPECT_EQ(error_of(ask()), "register_day.error.redirected");
    EXPECT_EQ(ask().state, "differs") << "to another place of the same web";
    EXPECT_EQ(error_of(tomorrow()), "register_day.error.cut_off");
    EXPECT_EQ(error_of(tomorrow()), "register_day.error.too_large");
    EXPECT_EQ(error_of(tomorrow()), "register_day.error.answered");
    settings.source = "http://127.0.0.1:1/rpss.json";
    EXPECT_EQ(error_of(tomorrow()), "register_day.error.unreachable");
}

TEST(RegisterSettings, shows_no_name_password_or_question_of_a_source) {
    EXPECT_EQ(shown_source("https://eva:heslo@data.example/od/rpss.json?klic=1"), "https://data.example/od/rpss.json");
    EXPECT_EQ(shown_source("/var/lib/registr"), "/var/lib/registr");
}

// --- as people see it ------------------------------------------------------------------------------------------------

namespace {

struct RegisterOffice : testing::Test {
    RegisterOffice() { std::ofstream{file, std::ios::binary} << file_of(many(3)); }
    ~RegisterOffice() override { std::filesystem::remove(file); }

    RegisterSettings& settings() {
        return const_cast<RegisterSettings&>(office.application().configuration().register_source);
    }
    void work_off() {
        while (office.application().workers().take_one()) {}
    }
    void night() {
        office.clock().set(office.clock().now() + std::chrono::hours{24});
        ASSERT_TRUE(
            jobs::enqueue_daily(office.database(), office.clock().now(), daily_register_job, settings().earliest));
        work_off();
    }
    std::string page(const std::string& address = "/sprava/registr") {
        auto text = office.get(office.eva, address).body;
        for (auto at = text.find("\u00a0"); at != text.npos; at = text.find("\u00a0", at)) text.replace(at, 2, " ");
        return text;
    }
    std::vector<std::string> notices(const char* kind) {
        auto lease = office.database().read();
        return lease->all<std::string>("SELECT subject FROM notices WHERE kind = $1 ORDER BY happened_at",
                                       std::string{kind});
    }

    std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("office-" + to_text(Uuid::made_at(Instant{})) + ".json");
    world::Office office;
};

}

TEST_F(RegisterOffice, says_that_nobody_asks_until_a_source_is_configured) {
    EXPECT_THAT(page(), HasSubstr("Denní soubor registru se nepřebírá."));
    EXPECT_EQ(office.post(office.eva, "/sprava/registr/znovu").status, http::not_found);
}

TEST_F(RegisterOffice, accepts_a_day_with_one_click_and_tells_the_planner_of_it) {
    settings().source = file.string(), settings().region.clear();
    EXPECT_THAT(page(), HasSubstr("Zatím jsme žádný soubor nepřevzali."));
    night();
    EXPECT_THAT(notices("register_day"), ElementsAre("3 nové"));
    auto shown = page();
    EXPECT_THAT(shown, HasSubstr("Přijmout vše, co není sporné"));
    EXPECT_THAT(shown, HasSubstr("čeká na vás"));
    auto at = shown.find("action=\"/sprava/registr/", shown.find("panel")) + 8;
    auto address = shown.substr(at, shown.find('"', at) - at);
    EXPECT_THAT(address, HasSubstr("/pouzit"));
    EXPECT_EQ(office.post(office.eva, address).status, http::see_other);
    work_off();
    EXPECT_THAT(page(), HasSubstr("přijato"));
    auto lease = office.database().read();
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM services"), 3);
}

TEST_F(RegisterOffice, hears_of_a_failure_once_and_may_ask_again) {
    settings().source = file.string() + ".neni";
    night(), night();
    EXPECT_THAT(notices("register_day_failed"), testing::SizeIs(1));
    auto shown = page();
    EXPECT_THAT(shown, HasSubstr("neexistuje."));
    EXPECT_THAT(shown, HasSubstr("Zkusit znovu"));
    settings().source = file.string(), settings().region.clear();
    EXPECT_EQ(office.post(office.eva, "/sprava/registr/znovu").status, http::see_other);
    EXPECT_THAT(page(), HasSubstr("Soubor se právě přebírá."));
    work_off();
    EXPECT_THAT(page(), HasSubstr("Přijmout vše, co není sporné"));
    EXPECT_THAT(notices("register_day_failed"), testing::SizeIs(1));
}

TEST_F(RegisterOffice, is_warned_when_the_same_file_comes_for_a_week) {
    settings().source = file.string(), settings().region.clear();
    for (int n = 0; n < RegisterDaysPart::stale_after_days; ++n) night();
    EXPECT_THAT(page(), Not(HasSubstr("pořád týž soubor")));
    night();
    EXPECT_THAT(page(), HasSubstr("pořád týž soubor"));
    std::ofstream{file, std::ios::binary} << file_of(many(4));
    night();
    EXPECT_THAT(page(), Not(HasSubstr("pořád týž soubor")));
}

TEST_F(RegisterOffice, may_be_told_at_the_command_line_to_ask) {
    std::ostringstream out, err;
    auto ask = [&] {
        return fetch_register_command(office.database(), office.clock(), office.application().languages().czech(),
                                      settings(), office.region, out, err);
    };
    EXPECT_EQ(ask(), 2);
    settings().source = file.string();
    EXPECT_EQ(ask(), 0);
    EXPECT_THAT(out.str(), HasSubstr("3 nové"));
    settings().source = "/neni";
    office.clock().set(office.clock().now() + std::chrono::hours{24});
    EXPECT_EQ(ask(), 1);
    EXPECT_THAT(err.str(), HasSubstr("Soubor /neni neexistuje."));
}

}
