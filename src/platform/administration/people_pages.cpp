// Lists people and organisations, and takes in new people.
#include "platform/administration/person_answer.hpp"

#include "platform/base/steady_sort.hpp"
#include "platform/i18n/fold.hpp"
#include "platform/i18n/sort_key.hpp"

#include <algorithm>
#include <map>

namespace auth {

namespace {

constexpr std::int64_t people_of_page = 50;

struct RoleOfPerson {
    Id<User> person_id{};
    std::string role{};
    static void each_field(auto& row, auto& visit) { visit("person_id", row.person_id), visit("role", row.role); }
};

struct PersonRow {
    Id<User> id{};
    std::string name{};
    std::string email{};
    std::string organisation{};
    std::optional<Instant> disabled_at{};
    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("name", row.name), visit("email", row.email),
            visit("organisation", row.organisation);
        visit("disabled_at", row.disabled_at);
    }
};

std::vector<PersonRow> all_people(db::Session& db) {
    return db.all<PersonRow>(
        "SELECT people.id AS id, people.name AS name, email, coalesce(organisations.name, '') AS organisation, disabled_at FROM people"
        " LEFT JOIN organisations ON organisations.id = people.organisation_id ORDER BY people.name_sort, email");
}

}

http::PageHead PeoplePage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("people.title"), .section = "/sprava/lide", .staff = true};
}
http::PageHead NewPersonPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("people.new"), .section = "/sprava/lide", .staff = true};
}
http::PageHead OrganisationsPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("organisations.title"), .section = "/sprava/organizace", .staff = true};
}

html::Pager PeoplePage::pager() const {
    return {"/sprava/lide?q=" + http::encoded(words) + "&razeni=" + http::encoded(order) + "&strana=", page, pages};
}

html::Table PeoplePage::table(html::Out& out) const {
    html::Table table{out.text("people.title"),
                      {{"people.name"}, {"people.email"}, {"people.organisation"}, {"people.roles"}, {"people.state"}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& person : people) {
        std::string roles;
        for (auto& role : person.roles) roles += (roles.empty() ? "" : ", ") + out.text("role." + role);
        html::Cell state{"", "",
                         html::Tag{person.disabled_at ? html::Tag::bad : html::Tag::ok,
                                   out.text(person.disabled_at ? "people.disabled" : "people.active")}};
        table.rows.push_back({{person.name, "/sprava/lide/" + to_text(person.id)},
                              {person.email},
                              {person.organisation},
                              {roles},
                              state});
    }
    return table;
}

http::Response show_people(const http::Request& request, Permit<may::Administer> permit) {
    auto& db = permit.db();
    PeoplePage page{{}, request.asked.first("q"), request.asked.first("razeni")};
    auto rows = all_people(db);
    auto wish = i18n::fold(page.words);
    std::erase_if(rows, [&](auto& row) {
        return i18n::fold(row.name + " " + row.email + " " + row.organisation).find(wish) == std::string::npos;
    });
    if (page.order == "email") steady_sort(rows, [](auto& a, auto& b) { return a.email < b.email; });
    else if (page.order == "organizace")
        steady_sort(rows,
                    [](auto& a, auto& b) { return i18n::sort_key(a.organisation) < i18n::sort_key(b.organisation); });
    page.total = std::int64_t(rows.size());
    page.pages = std::max<std::int64_t>(1, (page.total + people_of_page - 1) / people_of_page);
    auto typed = request.asked.first("strana");
    if (!typed.empty() && typed.size() < 6 && typed.find_first_not_of("0123456789") == typed.npos)
        page.page = std::clamp<std::int64_t>(std::stoi(typed), 1, page.pages);
    std::map<Id<User>, std::vector<std::string>> roles;
    for (auto& row : db.all<RoleOfPerson>(
             "SELECT person_id, role FROM grants WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)"
             " GROUP BY person_id, role ORDER BY role",
             permit.today()))
        roles[row.person_id].push_back(row.role);
    for (auto n = (page.page - 1) * people_of_page; n < std::min(page.total, page.page * people_of_page); ++n) {
        auto& row = rows[std::size_t(n)];
        page.people.push_back({row.id, row.name, row.email, row.organisation, row.disabled_at, roles[row.id]});
    }
    return respond(request, page);
}

// --- a new person ----------------------------------------------------------------------------------------------------

html::Select role_choice(const http::Form& form, html::Out& out) {
    html::Select select{
        {form.field("role", "people.role"), {{"", out.text("people.choose")}}}};    // nobody administers by mistake
    for (auto role : all_roles)
        select.choices.push_back({to_text(role), out.text(std::string{"role."} + to_text(role))});
    return select;
}

html::Select scope_choice(const http::Form& form, html::Out& out) {
    html::Select select{{form.field("dosah", "people.scope"), {{"", out.text("people.choose")}}}};
    for (auto scope : all_scopes)
        select.choices.push_back({to_text(scope), out.text(std::string{"scope."} + to_text(scope))});
    return select;
}

html::Select NewPersonPage::role(html::Out& out) const {
    auto select = role_choice(form, out);
    select.choices.push_back({no_role, out.text("people.role.none")});
    select.hint = "people.role.none.hint";
    return select;
}

html::Select NewPersonPage::organisation(html::Out& out) const {
    html::Select select{
        {form.field("organizace", "people.organisation"), {{"", out.text("people.organisation.other")}}}};
    for (auto& organisation : organisations) select.choices.push_back({to_text(organisation.id), organisation.name});
    return select;
}

html::Select NewPersonPage::kind(html::Out& out) const {
    html::Select select{{form.field("druh_organizace", "people.organisation.kind"), {}}};
    for (auto code : {"provider", "municipality", "region", "other"})
        select.choices.push_back({code, out.text(std::string{"organisation.kind."} + code)});
    return select;
}

html::Field NewPersonPage::districts() const {
    auto field = form.field("obvody", "people.districts");
    field.hint = "people.districts.hint", field.optional = true;
    return field;
}

namespace {

std::vector<Organisation> organisations(db::Session& db) {
    return db.all<Organisation>("SELECT * FROM organisations ORDER BY name_sort, id");
}

}

http::Response show_new_person(const http::Request& request, Permit<may::Administer> permit) {
    return respond(request, NewPersonPage{PersonForm{}, organisations(permit.db()), request.form_token});
}

http::Response new_person(const http::Request& request, Permit<may::Administer> permit) {
    auto& db = permit.db();
    PersonForm form{request};
    if (!form.has_problem("email") && person_by_email(db, form.email)) form.problem("email", "people.email.taken");
    if (form.organisation && !db.maybe<Organisation>("SELECT * FROM organisations WHERE id = $1", *form.organisation))
        form.problem("organizace", "people.organisation.missing");
    if (!form.clean())
        return respond(request, NewPersonPage{form, organisations(db), request.form_token}, http::unprocessable);
    auto author = administrator(permit);
    auto organisation =
        form.organisation ? *form.organisation : ensure_organisation(author, form.new_organisation, form.kind);
    auto id = add_person(author, form.email, form.name, organisation);
    if (form.gives_role()) grant(author, id, form.grant(organisation), permit.today());
    audit::insert(db, permit.trail().row("auth.person_added", id.uuid, audit::Outcome::done));
    return person_answer(request, permit, id, {.new_link = true, .by_mail = true});
}

// --- organisations ---------------------------------------------------------------------------------------------------

html::Table OrganisationsPage::table(html::Out& out) const {
    html::Table table{
        out.text("organisations.title"),
        {{"people.organisation"}, {"people.organisation.kind"}, {"organisations.ico"}, {"organisations.people", true}},
        {}};
    table.caption_is_above = table.folds = true;
    for (auto& organisation : organisations)
        table.rows.push_back({{organisation.name, "/sprava/organizace/" + to_text(organisation.id)},
                              {out.text("organisation.kind." + organisation.kind)},
                              {organisation.ico.value_or("–")},
                              {std::to_string(organisation.people)}});
    return table;
}

http::Response show_organisations(const http::Request& request, Permit<may::Administer> permit) {
    return respond(
        request,
        OrganisationsPage{permit.db().all<ListedOrganisation>(
            "SELECT id, name, kind, ico, (SELECT count(*) FROM people WHERE people.organisation_id = organisations.id) AS people FROM organisations ORDER BY name_sort, id")});
}

}
