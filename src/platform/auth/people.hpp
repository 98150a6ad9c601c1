// People who sign in, the organisations they work for, and the roles they hold there.
#pragma once

#include "platform/history/history.hpp"

struct Organisation {
    Id<Organisation> id{};
    std::string name{};
    db::Bytes name_sort{};
    std::string kind = "other";    // region, municipality, provider, other
    std::optional<std::string> ico{};
    Kept kept{};

    static constexpr auto table = "organisations";
    static void each_field(auto& organisation, auto& visit) {
        visit("id", organisation.id), visit("name", organisation.name), visit("name_sort", organisation.name_sort);
        visit("kind", organisation.kind), visit("ico", organisation.ico);
        Kept::each_field(organisation.kept, visit);
    }
};

namespace auth {

struct Person {
    Id<User> id{};
    std::string email{};
    std::string name{};
    db::Bytes name_sort{};
    std::optional<std::string> password_hash{};
    std::optional<Instant> disabled_at{};
    Kept kept{};

    static constexpr auto table = "people";
    static void each_field(auto& person, auto& visit) {
        visit("id", person.id), visit("email", person.email), visit("name", person.name);
        visit("name_sort", person.name_sort), visit("password_hash", person.password_hash);
        visit("disabled_at", person.disabled_at);
        Kept::each_field(person.kept, visit);
    }
};

struct GrantRow {
    Id<GrantRow> id{};
    Id<User> person_id{};
    std::string role{};
    std::string scope{};
    std::optional<Id<Team>> team_id{};
    std::string districts{};    // ORP codes, parted by spaces
    Date valid_from{};
    std::optional<Date> valid_to{};
    Kept kept{};

    static constexpr auto table = "grants";
    static void each_field(auto& grant, auto& visit) {
        visit("id", grant.id), visit("person_id", grant.person_id), visit("role", grant.role),
            visit("scope", grant.scope);
        visit("team_id", grant.team_id), visit("districts", grant.districts), visit("valid_from", grant.valid_from);
        visit("valid_to", grant.valid_to);
        Kept::each_field(grant.kept, visit);
    }
};

// Lower case, without spaces around it: what people are found by.
std::string plain_email(std::string_view);

std::optional<Person> person_by_email(db::Session&, std::string_view email);

// The person as permissions see them, with the grants that hold today; nobody if disabled or unknown.
std::optional<User> user(db::Session&, Id<User>, Date today);

// An organisation by name and kind; made if it is not there yet.
Id<Organisation> ensure_organisation(const history::Author&, const std::string& name, const std::string& kind);

// A new person with one role; throws db::Unique if the e-mail is taken.
Id<User> add_person(const history::Author&, const std::string& email, const std::string& name, Id<Organisation>);
void grant(const history::Author&, Id<User>, const Grant&, Date from);

void set_password(const history::Author&, const Person&, std::string password_hash);

}
