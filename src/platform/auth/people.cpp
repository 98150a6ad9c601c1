// Finds and keeps people and their roles.
#include "platform/auth/people.hpp"

#include "platform/auth/action_links.hpp"
#include "platform/i18n/sort_key.hpp"

namespace auth {

std::string plain_email(std::string_view email) {
    std::string plain;
    for (char c : email)
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n') plain += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return plain;
}

std::optional<Person> person_by_email(db::Session& db, std::string_view email) {
    return db.maybe<Person>("SELECT * FROM people WHERE email = $1", plain_email(email));
}

namespace {

std::vector<std::string> words(const std::string& text) {
    std::vector<std::string> words;
    std::size_t at = 0;
    while ((at = text.find_first_not_of(' ', at)) != text.npos) {
        auto end = text.find(' ', at);
        words.push_back(text.substr(at, end - at));
        at = end == text.npos ? text.size() : end;
    }
    return words;
}

}

std::optional<User> user(db::Session& db, Id<User> id, Date today) {
    auto person = db.maybe<Person>("SELECT * FROM people WHERE id = $1", id);
    if (!person || person->disabled_at) return {};
    User user{person->id, person->name, person->kept.organisation_id, {}};
    for (auto& row : db.all<GrantRow>("SELECT * FROM grants WHERE person_id = $1 AND valid_from <= $2"
                                      " AND (valid_to IS NULL OR valid_to > $2)",
                                      id, today)) {
        auto role = role_from(row.role);
        auto scope = scope_from(row.scope);
        if (role && scope)
            user.grants.push_back({*role, *scope, row.kept.organisation_id, row.team_id, words(row.districts)});
    }
    return user;
}

Id<Organisation> ensure_organisation(const history::Author& author, const std::string& name, const std::string& kind) {
    if (auto id = author.work.maybe<Id<Organisation>>(
            "SELECT id FROM organisations WHERE name = $1 AND kind = $2 ORDER BY id LIMIT 1", name, kind))
        return *id;
    Organisation organisation{Id<Organisation>::made_at(author.now), name, i18n::sort_key(name), kind};
    organisation.kept.organisation_id = organisation.id;
    history::keep_new(author, organisation);
    return organisation.id;
}

Id<User> add_person(const history::Author& author, const std::string& email, const std::string& name,
                    Id<Organisation> organisation) {
    Person person{Id<User>::made_at(author.now), plain_email(email), name, i18n::sort_key(name)};
    person.kept.organisation_id = organisation;
    history::keep_new(author, person);
    return person.id;
}

void grant(const history::Author& author, Id<User> person, const Grant& grant, Date from) {
    std::string districts;
    for (auto& code : grant.districts) districts += (districts.empty() ? "" : " ") + code;
    GrantRow row{Id<GrantRow>::made_at(author.now),
                 person,
                 to_text(grant.role),
                 to_text(grant.scope),
                 grant.team,
                 districts,
                 from,
                 {}};
    row.kept.organisation_id = grant.organisation.value_or(author.organisation);
    history::keep_new(author, row);
}

void set_password(const history::Author& author, const Person& person, std::string password_hash) {
    auto changed = person;
    changed.password_hash = std::move(password_hash);
    history::keep_change(author, person, changed);
    // Links to a password that were sent before do not act upon this one.
    for (auto kind : {sign_in_link, reset_link}) revoke_links(author.work, kind, person.id, author.now);
}

}
