// Handlers: ask, check, do, answer.
#include "network/mistakes/mistake_pages.hpp"

#include "network/proposals/provider_notices.hpp"

namespace network {

namespace {

std::size_t letters(std::string_view text) {
    return std::size_t(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}

MistakeForm::MistakeForm(const http::Request& request) : Form{request} {
    if (letters(message) < mistake_message_least) problem("zprava", "mistake.message.short");
    else if (letters(message) > mistake_message_most) problem("zprava", "mistake.message.long");
    if (contact && letters(*contact) > mistake_contact_most) problem("kontakt", "mistake.contact.long");
}

html::Area MistakePage::message() const {
    auto area = form.area("zprava", "mistake.message");
    area.hint = "mistake.message.hint";
    return area;
}

html::Field MistakePage::contact() const {
    auto field = form.field("kontakt", "mistake.contact");
    field.hint = "mistake.contact.hint", field.optional = true, field.autocomplete = "email";
    return field;
}

http::PageHead MistakePage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("mistake.title"), .section = "/sluzby"};
}
http::PageHead MistakeThanksPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("mistake.thanks"), .section = "/sluzby"};
}

http::Response show_mistake_form(const http::Request& request, Permit<may::ReportMistake> permit) {
    auto& asked = permit.about();
    if (asked.renamed()) return http::moved("/sluzby/" + asked.service.slug + "/chyba");
    return respond(request, MistakePage{asked.service, MistakeForm{}, request.form_token});
}

http::Response report_mistake(const http::Request& request, Permit<may::ReportMistake> permit) {
    auto& service = permit.about().service;
    MistakeForm form{request};
    // A machine learns nothing: it is thanked as everybody is.
    if (form.by_a_machine) return http::redirect("/sluzby/", service.slug, "/chyba/diky");
    if (!form.clean()) return respond(request, MistakePage{service, form, request.form_token}, http::unprocessable);
    if (!take_turn(permit.db(), request.remote, permit.now()))
        return respond(request, MistakePage{service, form, request.form_token, true}, http::too_many);
    auto user = permit.user().signed_in() ? std::optional{permit.user().id} : std::nullopt;
    auto source =
        history::keep_source(permit.db(), permit.now(), user, service.kept.organisation_id, "person", "mistake report");
    Author author{permit.db(), permit.now(), user, service.kept.organisation_id, source};
    report_mistake(author, service, form.message, form.contact);
    tell_of_mistake(author, service);
    return http::redirect("/sluzby/", service.slug, "/chyba/diky");
}

http::Response show_mistake_thanks(const http::Request& request, Permit<may::ReportMistake> permit) {
    return respond(request, MistakeThanksPage{permit.about().service});
}

}
