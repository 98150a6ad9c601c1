// Keeps reports that came by telephone, says who is asked by mail, and sends the letter.
#include "network/confirmations/place_staff_pages.hpp"

#include "network/editing/edit_pages.hpp"
#include "platform/i18n/languages.hpp"
#include "platform/mail/mail.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr std::int64_t most_days = 366;

http::Values values_of(const std::optional<PlaceConfirmer>& confirmer) {
    http::Values values;
    values.add("komu", confirmer ? confirmer->email.value_or("") : "");
    values.add("dnu", confirmer && confirmer->every_days ? std::to_string(*confirmer->every_days) : "");
    return values;
}

}

ConfirmerForm::ConfirmerForm(const std::optional<PlaceConfirmer>& confirmer)
    : Form{values_of(confirmer)}, version{confirmer ? confirmer->kept.version : 0} {}

ConfirmerForm::ConfirmerForm(const http::Request& request, const std::vector<std::string>& emails) : Form{request} {
    every_days = number("dnu", 1, most_days);
    // A letter goes to whom the service itself names, never to an address that somebody typed here.
    if (email && (std::ranges::find(emails, *email) == emails.end() || !mail::is_address(*email)))
        problem("komu", "places.confirmer.unknown");
    auto typed = text("verze");
    version = typed.size() < 10 && !typed.empty() && typed.find_first_not_of("0123456789") == typed.npos
                  ? std::stoll(typed)
                  : -1;
}

http::PageHead PlaceStaffPage::head(const i18n::Texts& texts) const {
    return {.title = service.name + " – " + texts.text("places.title"), .staff = true};
}

std::vector<html::Problem> PlaceStaffPage::problems() const {
    auto all = view.form.problems();
    all.insert(all.end(), confirmer.problems().begin(), confirmer.problems().end());
    return all;
}

html::Select PlaceStaffPage::whom(html::Out& out) const {
    html::Select select{
        {confirmer.field("komu", "places.confirmer.email"), {{"", out.text("places.confirmer.nobody")}}}};
    select.hint = "places.confirmer.email.hint";
    for (auto& email : emails) select.choices.push_back({email, email});
    // Whoever was named before stays to be seen, though the service does not name them any more.
    if (!select.value.empty() && std::ranges::find(emails, select.value) == emails.end())
        select.choices.push_back({select.value, out.text("places.confirmer.former", select.value)});
    return select;
}

html::Field PlaceStaffPage::every() const {
    auto field = confirmer.field("dnu", "places.confirmer.days");
    field.hint = "places.confirmer.days.hint", field.optional = true, field.inputmode = "numeric", field.size = 4;
    return field;
}

std::string PlaceStaffPage::asked_words(html::Out& out) const {
    if (!asked) return out.text("places.asked.never");
    auto day = to_czech(day_in_prague(asked->asked_at));
    if (asked->answered_at)
        return out.text("places.asked." + *asked->answer, day, asked->email,
                        to_czech(day_in_prague(*asked->answered_at)));
    return out.text("places.asked.waits", day, asked->email, to_czech(day_in_prague(asked->expires_at)));
}

namespace {

http::Response staff_page(const http::Request& request, db::Session& db, const Service& service,
                          const PlaceReport& report, const PlacesForm* typed, const ConfirmerForm* chosen,
                          http::Status status) {
    auto lists = CodeLists::read(db, request.today());
    auto paces = ReportPaces::read(db, lists, request.today());
    auto known = confirmer_of(db, service.id);
    PlacesForm standing{report};
    ConfirmerForm as_it_is{known};
    PlaceStaffPage page{service,
                        {report, typed ? *typed : standing, lists, paces.of(service.id), request.today()},
                        chosen ? *chosen : as_it_is,
                        emails_to_ask(db, service)};
    page.asked = newest_request(db, service.id), page.version = known ? known->kept.version : 0;
    page.form_token = request.form_token;
    page.somebody_else = status == http::conflict && chosen;
    if (auto saved = request.asked.first("hotovo"); saved == "ulozeno") page.done = "edit.saved";
    else if (saved == "odeslano") page.done = "places.sent";
    return respond(request, page, status);
}

}

http::Response show_reported_places(const http::Request& request, Permit<may::EditService> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved("/sluzby/" + view.service.slug + "/hlasena-mista");
    auto report = PlaceReport::read(permit.db(), view.service.id, permit.today());
    return staff_page(request, permit.db(), view.service, report, nullptr, nullptr, http::ok);
}

http::Response report_places_of(const http::Request& request, Permit<may::EditService> permit) {
    auto& db = permit.db();
    auto& service = permit.about().service;
    auto report = PlaceReport::read(db, service.id, permit.today());
    bool changes = request.values.first("jak") == "zmena";
    PlacesForm form{request, report};
    if (request.values.first("vedeno") != report.fingerprint()) {
        form.problem(report.lines.empty() ? "prijimani" : report.lines.front().field().c_str(), "places.link.changed");
        return staff_page(request, db, service, report, &form, nullptr, http::conflict);
    }
    if (changes && !form.clean()) return staff_page(request, db, service, report, &form, nullptr, http::unprocessable);
    auto author = author_of(permit);
    if (changes) report_places(author, service.id, report, form, permit.today());
    else confirm_places(author, report, permit.today());
    note_done(permit, "network.places_reported", service.id.uuid);
    return http::redirect("/sluzby/", service.slug, "/hlasena-mista?hotovo=ulozeno");
}

http::Response choose_confirmer(const http::Request& request, Permit<may::EditService> permit) {
    auto& db = permit.db();
    auto& service = permit.about().service;
    auto known = confirmer_of(db, service.id);
    ConfirmerForm form{request, emails_to_ask(db, service)};
    auto again = [&](http::Status status) {
        return staff_page(request, db, service, PlaceReport::read(db, service.id, permit.today()), nullptr, &form,
                          status);
    };
    if (!form.clean()) return again(http::unprocessable);
    if (form.version != (known ? known->kept.version : 0)) return again(http::conflict);
    auto author = author_of(permit);
    if (known) {
        auto after = *known;
        after.email = form.email, after.every_days = form.every_days;
        change(author, *known, after);
        // Who is asked no more should not answer either.
        if (after.email != known->email) auth::revoke_links(db, place_link, service.id.uuid, permit.now());
    } else add(author, PlaceConfirmer{{}, service.id, form.email, form.every_days, {}});
    note_done(permit, "network.confirmer_saved", service.id.uuid);
    return http::redirect("/sluzby/", service.slug, "/hlasena-mista?hotovo=ulozeno");
}

http::Response send_place_letter(const http::Request& request, Permit<may::EditService> permit) {
    auto& service = permit.about().service;
    auto& texts = request.use<i18n::Languages>().czech();
    if (!ask_for_places(author_of(permit), service, texts, request.facts->public_url)) throw Conflict{};
    note_done(permit, "network.places_asked", service.id.uuid);
    return http::redirect("/sluzby/", service.slug, "/hlasena-mista?hotovo=odeslano");
}

}
