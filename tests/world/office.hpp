// The whole program over an empty database, and the people known by heart: Eva the planner, Adam the administrator,
// Klára the coordinator of the Jilemnice district, Petr the director of another provider, Dana the auditor.
#pragma once

#include "application.hpp"
#include "network/network.hpp"
#include "platform/auth/passwords.hpp"
#include "platform/auth/people.hpp"
#include "platform/auth/sessions.hpp"
#include "platform/db/migrate.hpp"
#include "tests/world/empty_database.hpp"
#include "workgroups/workgroups.hpp"

#include <gmock/gmock.h>

namespace world {

inline const Instant office_now = *parse_instant("2026-11-24T08:00:00Z");

enum class With { nothing, sample_region };

// What an office begins with.
struct Beginning {
    explicit Beginning(With with)
        : database{[&](const std::string& url) {
              db::Session session{url};
              db::migrate(session, {platform::files(), network::files(), workgroups::files()});
              db::Transaction work{session, db::Intent::write};
              fill(work.session(), with);
              work.commit();
          }} {}

    void fill(db::Session& work, With with) {
        region = regional_organisation(work, office_now, Configuration{}.facts);
        auto source = history::keep_source(work, office_now, {}, region, "person", "test");
        history::Author author{work, office_now, {}, region, source};
        if (with == With::sample_region) network::load_sample(author), workgroups::load_sample(author);
        else network::load_lists(author), workgroups::load_lists(author);
        auto provider = auth::ensure_organisation(author, "Vedlejší poskytovatel", "provider");
        eva = add(author, "eva", Role::regional_planner, Scope::region, region);
        adam = add(author, "adam", Role::administrator, Scope::region, region);
        klara = add(author, "klara", Role::planning_coordinator, Scope::area, region, {"5104"});
        petr = add(author, "petr", Role::provider_director, Scope::organisation, provider);
        dana = add(author, "dana", Role::auditor, Scope::region, region);
    }

    static User add(const history::Author& author, const std::string& name, Role role, Scope scope,
                    Id<Organisation> organisation, std::vector<std::string> districts = {}) {
        auto id = auth::add_person(author, name + "@opora.example", name, organisation);
        auth::grant(author, id, {role, scope, organisation, {}, std::move(districts)}, day_in_prague(author.now));
        return *auth::user(author.work, id, day_in_prague(author.now));
    }

    Id<Organisation> region{};
    User eva, adam, klara, petr, dana;
    MadeOnce database;    // NB: filled last, since it fills in the others
};

inline const Beginning& beginning_of_office(With with) {
    if (with == With::nothing) {
        static const Beginning bare{With::nothing};
        return bare;
    }
    static const Beginning sample{With::sample_region};
    return sample;
}

// The body of an answer, also of one that comes in pieces.
inline std::string whole(http::Response response) {
    auto text = std::move(response.body);
    while (auto piece = response.pieces ? response.pieces() : std::nullopt) text += *piece;
    return text;
}

// As people read it: with plain spaces.
inline std::string with_plain_spaces(std::string text) {
    for (auto at = text.find("\u00a0"); at != text.npos; at = text.find("\u00a0", at)) text.replace(at, 2, " ");
    return text;
}

// Where keys will be kept, if somebody needs one.
class UnusedKeys {
public:
    UnusedKeys() = default;
    UnusedKeys(const UnusedKeys&) = delete;
    ~UnusedKeys() { remove_file_of_database(name_), std::filesystem::remove(master()); }
    std::string url() const { return "sqlite:" + file_of_database(name_); }
    std::filesystem::path master() const { return file_of_database(name_) + ".key"; }

private:
    std::string name_ = unused_name();
};

// Tests come in as a browser does, as somebody, and look at the answer.
class Office {
public:
    using With = world::With;

    explicit Office(With with = With::nothing) : Office{beginning_of_office(with)} {}

    explicit Office(const Beginning& beginning)
        : region{beginning.region},
          eva{beginning.eva},
          adam{beginning.adam},
          klara{beginning.klara},
          petr{beginning.petr},
          dana{beginning.dana},
          data_{beginning.database} {
        Configuration configuration;
        configuration.database = data_.url();
        configuration.keys = keys_.url(), configuration.master_key = keys_.master();
        application_.emplace(configuration);
        application_->clock().set(office_now);
    }

    http::Response get(const User& who, const std::string& address, const std::string& accept = "text/html") {
        http::Request request{.method = "GET", .accept = accept};
        address_into(request, address);
        return application_->dispatcher().answer(who, std::move(request));
    }
    http::Response post(const User& who, const std::string& address, http::Values typed = {},
                        const std::string& accept = "text/html") {
        http::Request request{.method = "POST", .values = std::move(typed), .accept = accept};
        address_into(request, address);
        return application_->dispatcher().answer(who, std::move(request));
    }

    // The audit as text, oldest first: act and outcome.
    std::vector<std::string> audit() {
        std::vector<std::string> lines;
        auto lease = data_->read();
        for (auto& row : lease->all<audit::Row>("SELECT * FROM audit_rows ORDER BY happened_at, id"))
            lines.push_back(row.act + " " + row.outcome);
        return lines;
    }

    history::Author as_nobody(db::Session& work) {
        auto source = history::keep_source(work, application_->clock().now(), {}, region, "person", "test");
        return {work, application_->clock().now(), {}, region, source};
    }

    db::Database& database() { return *data_; }
    Application& application() { return *application_; }
    Clock& clock() { return application_->clock(); }

    Id<Organisation> region{};
    User eva, adam, klara, petr, dana;
    const User stranger{};

private:
    static void address_into(http::Request& request, const std::string& address) {
        auto mark = address.find('?');
        request.path = address.substr(0, mark);
        if (mark == address.npos) return;
        std::string_view rest = std::string_view{address}.substr(mark + 1);
        while (!rest.empty()) {
            auto end = rest.find('&');
            auto one = rest.substr(0, end);
            auto equals = one.find('=');
            request.asked.add(std::string{one.substr(0, equals)},
                              equals == one.npos ? "" : std::string{one.substr(equals + 1)});
            rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
        }
    }

    EmptyDatabase data_;
    UnusedKeys keys_;
    std::optional<Application> application_;
};

// The demonstration region with everything open, made once: for tests that look, or that write where no other test
// looks.
inline Office& town() {
    static Office office{Office::With::sample_region};
    return office;
}

}
