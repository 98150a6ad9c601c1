// One person: name, roles, sign-in; each act leaves its trail.
#include "platform/administration/person_answer.hpp"

#include "platform/auth/password_reset_pages.hpp"
#include "platform/auth/second_factor_pages.hpp"
#include "platform/i18n/sort_key.hpp"
#include "platform/identity/identity_pages.hpp"

#include <algorithm>

namespace auth {

namespace {

constexpr auto link_holds = std::chrono::hours{7 * 24};

std::string name_of(db::Session& db, const std::optional<Id<User>>& id) {
    if (!id) return {};
    return db.maybe<std::string>("SELECT name FROM people WHERE id = $1", *id).value_or("");
}

std::vector<PersonChange> changes_around(db::Session& db, Id<User> person) {
    std::vector<PersonChange> found;
    auto changes = db.all<history::Change>(
        "SELECT changes.id, record_table, record_id, happened_at, user_id, source_id, sources.kind AS source_kind,"
        " sources.label AS source_label, changes.kind FROM changes JOIN sources ON sources.id = source_id"
        " WHERE record_id = $1 OR record_id IN (SELECT id FROM grants WHERE person_id = $1)"
        " OR record_id IN (SELECT id FROM external_identities WHERE person_id = $1)"
        " ORDER BY happened_at DESC, changes.id DESC LIMIT 50",
        person);
    for (auto& change : changes)
        found.push_back({change, name_of(db, change.user_id), history::field_changes(db, change.id)});
    return found;
}

// Everybody who may still administer when this person, or this one role, is gone.  The rows are held meanwhile, so that
// two administrators cannot take each other's last role at once.
bool others_administer(db::Session& db, std::optional<Id<User>> without, std::optional<Id<GrantRow>> without_role,
                       Date today) {
    db.run("UPDATE grants SET version = version WHERE role = 'administrator'");
    for (
        auto& row : db.all<GrantRow>(
            "SELECT grants.* FROM grants JOIN people ON people.id = person_id WHERE role = 'administrator' AND scope = 'region'"
            " AND disabled_at IS NULL AND valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)",
            today))
        if (row.person_id != without && row.id != without_role) return true;
    return false;
}

bool administers(db::Session& db, Id<User> person, Date today) {
    auto known = user(db, person, today);
    return known && known->reaches(Role::administrator, Lies::everywhere());
}

struct NameForm : http::Form {
    explicit NameForm(const http::Request& request) : Form{request} {}
    std::string name = text("jmeno");
};

// Why the act is not possible, or nothing.
using Refusal = std::optional<std::string>;

Refusal rename(const history::Author& author, const Person& person, std::string name) {
    if (name.empty()) return "people.name.missing";
    if (name.size() > 200) return "people.name.long";
    auto after = person;
    after.name = std::move(name), after.name_sort = i18n::sort_key(after.name);
    history::keep_change(author, person, after);
    return {};
}

Refusal disable(const history::Author& author, const Person& person, Date today) {
    if (person.disabled_at) return {};
    if (administers(author.work, person.id, today) && !others_administer(author.work, person.id, {}, today))
        return "people.last_administrator";
    auto after = person;
    after.disabled_at = author.now;
    history::keep_change(author, person, after);
    end_all_sessions(author.work, person.id, author.now);
    return {};
}

Refusal enable(const history::Author& author, const Person& person) {
    auto after = person;
    after.disabled_at.reset();
    history::keep_change(author, person, after);
    return {};
}

Refusal end_role(const history::Author& author, const Person& person, const std::string& named, Date today) {
    auto id = Id<GrantRow>::parse(named);
    auto row = id ? author.work.maybe<GrantRow>("SELECT * FROM grants WHERE id = $1 AND person_id = $2", *id, person.id)
                  : std::nullopt;
    if (!row) throw NotFound{};
    if (row->valid_to && *row->valid_to <= today) return {};
    if (row->role == to_text(Role::administrator) && !person.disabled_at &&
        !others_administer(author.work, {}, row->id, today))
        return "people.last_administrator";
    auto ended = *row;
    ended.valid_to = today;
    history::keep_change(author, *row, ended);
    return {};
}

}

history::Author administrator(const Permit<may::Administer>& permit) {
    auto& user = permit.user();
    auto organisation = user.organisation_id.value_or(Id<Organisation>{});
    auto source = history::keep_source(permit.db(), permit.now(), user.id, organisation, "person", "");
    return {permit.db(), permit.now(), user.id, organisation, source};
}

http::PageHead PersonPage::head(const i18n::Texts&) const {
    return {.title = person.name, .section = "/sprava/lide", .staff = true};
}

html::Field PersonPage::districts() const {
    auto field = form.field("obvody", "people.districts");
    field.hint = "people.districts.hint", field.optional = true;
    return field;
}

std::string PersonPage::reach(const GrantRow& grant, html::Out& out) const {
    auto scope = out.text("scope." + grant.scope);
    return grant.districts.empty() ? scope : scope + ": " + grant.districts;
}

std::string PersonPage::time(const GrantRow& grant, html::Out& out) const {
    auto from = to_czech(grant.valid_from);
    return grant.valid_to ? out.text("people.from_to", from, to_czech(*grant.valid_to)) : out.text("people.from", from);
}

std::string PersonPage::what(const PersonChange& entry, html::Out& out) const {
    return out.text("people.what." + entry.change.record_table + "." + entry.change.kind);
}

std::vector<history::FieldChange> PersonPage::shown(const PersonChange& entry) const {
    std::vector<history::FieldChange> fields;
    for (auto& field : entry.fields) {
        bool inner = field.field.ends_with("id") || field.field == "retention";
        bool left_empty = entry.change.kind == "created" && field.new_value.value_or("").empty();
        if (!inner && !left_empty) fields.push_back(field);
    }
    return fields;
}

std::string PersonPage::words(const history::FieldChange& change, const std::optional<std::string>& value,
                              html::Out& out) const {
    if (change.field == "password_hash") return out.text("people.change.secret");
    if (!value || value->empty()) return "–";
    if (change.field == "role") return out.text("role." + *value);
    if (change.field == "scope") return out.text("scope." + *value);
    if (change.field.starts_with("valid_"))
        if (auto day = parse_date(*value)) return to_czech(*day);
    if (change.field == "disabled_at" || change.field == "ended_at")
        if (auto moment = parse_instant(*value)) return to_czech(day_in_prague(*moment));
    return *value;
}

namespace {

std::string first_link(const http::Request& request, const Permit<may::Administer>& permit, const Person& person) {
    return request.facts->public_url + "/prihlaseni/odkaz/" +
           make_sign_in_link(permit.db(), person, permit.now(), link_holds);
}

void invite(const http::Request& request, const Permit<may::Administer>& permit, const Person& person,
            const std::string& link) {
    send_invitation(permit.db(), permit.now(), person, link, permit.now() + link_holds, *request.facts, *request.texts);
    audit::insert(permit.db(), permit.trail().row("auth.invited", person.id.uuid, audit::Outcome::done));
}

}

http::Response person_answer(const http::Request& request, const Permit<may::Administer>& permit, Id<User> id,
                             const PersonAnswer& answer, const RoleForm& form, http::Status status) {
    auto& db = permit.db();
    auto person = db.maybe<Person>("SELECT * FROM people WHERE id = $1", id);
    if (!person) throw NotFound{};
    PersonPage page{*person,
                    db.maybe<std::string>("SELECT name FROM organisations WHERE id = $1", person->kept.organisation_id)
                        .value_or(""),
                    db.all<GrantRow>("SELECT * FROM grants WHERE person_id = $1 ORDER BY valid_from DESC, id", id),
                    changes_around(db, id),
                    permit.today(),
                    form,
                    request.form_token,
                    answer.problem};
    page.second_factor = second_factor(db, id).has_value();
    page.identities = identity::identities_of(db, id);
    page.saved = answer.saved, page.invited = answer.invited;
    if (answer.new_link) {
        page.link = first_link(request, permit, *person);
        page.link_sent = answer.by_mail;
        if (answer.by_mail) invite(request, permit, *person, page.link);
        audit::insert(db, permit.trail().row("auth.link_made", id.uuid, audit::Outcome::done));
    }
    return respond(request, page, status);
}

http::Response show_person(const http::Request& request, Permit<may::Administer> permit) {
    return person_answer(
        request, permit, request.id<User>("clovek"),
        {.saved = request.asked.first("ulozeno") == "ano", .invited = request.asked.first("ulozeno") == "pozvan"});
}

http::Response change_person(const http::Request& request, Permit<may::Administer> permit) {
    auto& db = permit.db();
    auto id = request.id<User>("clovek");
    auto person = db.maybe<Person>("SELECT * FROM people WHERE id = $1", id);
    if (!person) throw NotFound{};
    auto act = request.values.first("ukon");
    auto today = permit.today();
    if (act == "odkaz") {
        if (person->disabled_at)
            return person_answer(request, permit, id, {.problem = "people.link.disabled"}, {}, http::unprocessable);
        return person_answer(request, permit, id, {.new_link = true});
    }
    if (act == "pozvanka") {
        if (person->disabled_at)
            return person_answer(request, permit, id, {.problem = "people.link.disabled"}, {}, http::unprocessable);
        invite(request, permit, *person, first_link(request, permit, *person));
        return http::redirect("/sprava/lide/", id, "?ulozeno=pozvan");
    }
    if (act == "druhy_krok") {
        if (second_factor(db, id)) reset_second_factor(request, permit, *person);
        return http::redirect("/sprava/lide/", id, "?ulozeno=ano");
    }
    if (act == "zrusit_propojeni") {
        identity::end_linking(request, permit, *person);
        return http::redirect("/sprava/lide/", id, "?ulozeno=ano");
    }
    Refusal refusal;
    const char* done = "auth.person_changed";
    if (act == "role") {
        RoleForm form{request};
        if (!form.clean()) return person_answer(request, permit, id, {}, form, http::unprocessable);
        grant(administrator(permit), id, form.grant(person->kept.organisation_id), today);
        done = "auth.role_given";
    } else if (act == "jmeno") {
        refusal = rename(administrator(permit), *person, NameForm{request}.name);
    } else if (act == "zablokovat") {
        refusal = disable(administrator(permit), *person, today), done = "auth.person_disabled";
    } else if (act == "odblokovat") {
        refusal = enable(administrator(permit), *person), done = "auth.person_enabled";
    } else if (act == "konec_role") {
        refusal = end_role(administrator(permit), *person, request.values.first("opravneni"), today),
        done = "auth.role_ended";
    } else {
        throw NotFound{};
    }
    if (refusal) return person_answer(request, permit, id, {.problem = *refusal}, {}, http::unprocessable);
    audit::insert(db, permit.trail().row(done, id.uuid, audit::Outcome::done));
    return http::redirect("/sprava/lide/", id, "?ulozeno=ano");
}

}
