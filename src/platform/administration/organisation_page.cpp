// Shows and changes one organisation.
#include "platform/administration/organisation_page.hpp"

#include "platform/administration/person_answer.hpp"
#include "platform/base/ico.hpp"
#include "platform/i18n/sort_key.hpp"

namespace auth {

namespace {

constexpr std::string_view kinds_of_organisation[] = {"region", "municipality", "provider", "other"};

struct OrganisationAnswer {
    bool saved = false, changed_meanwhile = false;
};

Organisation found_organisation(db::Session& db, const http::Request& request) {
    auto id = request.id<Organisation>("organizace");
    auto organisation = db.maybe<Organisation>("SELECT * FROM organisations WHERE id = $1", id);
    if (!organisation) throw NotFound{};
    return *organisation;
}

std::vector<PersonChange> changes_of_organisation(db::Session& db, Id<Organisation> id) {
    std::vector<PersonChange> found;
    for (auto& change : db.all<history::Change>(
             "SELECT changes.id, record_table, record_id, happened_at, user_id, source_id, sources.kind AS source_kind,"
             " sources.label AS source_label, changes.kind FROM changes JOIN sources ON sources.id = source_id"
             " WHERE record_id = $1 ORDER BY happened_at DESC, changes.id DESC LIMIT 50",
             id)) {
        auto who = change.user_id
                       ? db.maybe<std::string>("SELECT name FROM people WHERE id = $1", *change.user_id).value_or("")
                       : "";
        found.push_back({change, who, history::field_changes(db, change.id)});
    }
    return found;
}

http::Response organisation_answer(const http::Request& request, const Permit<may::Administer>& permit,
                                   const OrganisationForm& form, OrganisationAnswer answer,
                                   http::Status status = http::ok) {
    auto& db = permit.db();
    auto organisation = found_organisation(db, request);
    OrganisationPage page{organisation, {}, changes_of_organisation(db, organisation.id), form, request.form_token};
    page.saved = answer.saved, page.changed_meanwhile = answer.changed_meanwhile;
    for (auto& person :
         db.all<Person>("SELECT * FROM people WHERE organisation_id = $1 ORDER BY name_sort, email", organisation.id))
        page.people.push_back({person.id, person.name, person.email, organisation.name, person.disabled_at});
    return respond(request, page, status);
}

}

OrganisationForm::OrganisationForm(const http::Request& request) : Form{request} {
    if (name.empty()) problem("nazev", "organisation.name.missing");
    else if (name.size() > 200) problem("nazev", "organisation.name.long");
    if (std::ranges::count(kinds_of_organisation, kind) == 0) problem("druh", "organisation.kind.missing");
    if (!ico.empty() && !is_ico(ico)) problem("ico", "organisation.ico.wrong");
}

OrganisationForm::OrganisationForm(const Organisation& organisation)
    : Form{http::Values{{"nazev", organisation.name},
                        {"druh", organisation.kind},
                        {"ico", organisation.ico.value_or("")},
                        {"verze", std::to_string(organisation.kept.version)}}} {}

http::PageHead OrganisationPage::head(const i18n::Texts&) const {
    return {.title = organisation.name, .section = "/sprava/organizace", .staff = true};
}

html::Select OrganisationPage::kind(html::Out& out) const {
    html::Select select{{form.field("druh", "organisation.kind"), {}}};
    for (auto kind : kinds_of_organisation)
        select.choices.push_back({std::string{kind}, out.text("organisation.kind." + std::string{kind})});
    return select;
}

html::Field OrganisationPage::ico() const {
    auto field = form.field("ico", "organisation.ico");
    field.optional = true, field.inputmode = "numeric", field.size = 8;
    return field;
}

html::Table OrganisationPage::people_table(html::Out& out) const {
    html::Table table{out.text("organisation.people"), {{"people.name"}, {"people.email"}, {"people.state"}}, {}};
    table.caption_is_above = table.folds = true;
    for (auto& person : people)
        table.rows.push_back({{person.name, "/sprava/lide/" + to_text(person.id)},
                              {person.email},
                              {out.text(person.disabled_at ? "people.disabled" : "people.active")}});
    return table;
}

std::vector<history::FieldChange> OrganisationPage::shown(const PersonChange& entry) const {
    std::vector<history::FieldChange> fields;
    for (auto& field : entry.fields)
        if (field.field == "name" || field.field == "kind" || field.field == "ico") fields.push_back(field);
    return fields;
}

std::string OrganisationPage::words(const history::FieldChange& change, const std::optional<std::string>& value,
                                    html::Out& out) const {
    if (!value || value->empty()) return "–";
    return change.field == "kind" ? out.text("organisation.kind." + *value) : *value;
}

http::Response show_organisation(const http::Request& request, Permit<may::Administer> permit) {
    OrganisationForm form{found_organisation(permit.db(), request)};
    return organisation_answer(request, permit, form, {.saved = request.asked.first("ulozeno") == "ano"});
}

http::Response change_organisation(const http::Request& request, Permit<may::Administer> permit) {
    auto before = found_organisation(permit.db(), request);
    OrganisationForm form{request};
    if (!form.clean()) return organisation_answer(request, permit, form, {}, http::unprocessable);
    if (form.version != std::to_string(before.kept.version))
        return organisation_answer(request, permit, form, {.changed_meanwhile = true}, http::conflict);
    auto after = before;
    after.name = form.name, after.name_sort = i18n::sort_key(form.name), after.kind = form.kind;
    after.ico = form.ico.empty() ? std::nullopt : std::optional{form.ico};
    if (history::keep_change(administrator(permit), before, after))
        audit::insert(permit.db(),
                      permit.trail().row("auth.organisation_changed", before.id.uuid, audit::Outcome::done));
    return http::redirect("/sprava/organizace/", before.id, "?ulozeno=ano");
}

}
