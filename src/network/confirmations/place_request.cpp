// Writes the letters.
#include "network/confirmations/place_request.hpp"

#include "network/providers/contact.hpp"
#include "platform/mail/mail.hpp"

#include <algorithm>

namespace network {

std::vector<std::string> emails_to_ask(db::Session& db, const Service& service) {
    std::vector<std::string> emails;
    for (auto& owner : {service.id.uuid, service.provider_id.uuid})
        for (auto& contact : contacts_of(db, owner))
            if (contact.kind == "email" && std::ranges::find(emails, contact.value) == emails.end())
                emails.push_back(contact.value);
    return emails;
}

std::optional<PlaceRequest> newest_request(db::Session& db, Id<Service> service) {
    return db.maybe<PlaceRequest>(
        "SELECT * FROM place_requests WHERE service_id = $1 ORDER BY asked_at DESC, id DESC LIMIT 1", service);
}

namespace {

std::string lines_in_words(const PlaceReport& report, const CodeLists& lists, const i18n::Texts& texts) {
    std::string text;
    for (auto& line : report.lines) {
        auto name = lists.name("forms", line.form_code, texts.language()) + ", " +
                    lists.name("capacity_units", line.unit_code, texts.language());
        text += "- " +
                (line.free ? texts.text("places.letter.line",
                                        {name, std::to_string(line.free->count), to_czech(line.free->as_of)})
                           : texts.text("places.letter.line.none", {name})) +
                "\n";
    }
    return text;
}

}

bool ask_for_places(const Author& author, const Service& service, const i18n::Texts& texts,
                    const std::string& public_url) {
    auto& db = author.work;
    auto today = day_in_prague(author.now);
    auto confirmer = confirmer_of(db, service.id);
    if (!confirmer || !confirmer->email || !service.provided_on(today)) return false;
    auto lists = CodeLists::read(db, today);
    auto every = ReportPaces::read(db, lists, today).of(service.id).every;
    std::chrono::hours valid = 2 * every;
    auth::revoke_links(db, place_link, service.id.uuid, author.now);
    auto token = auth::make_link(db, author.now, author.organisation, place_link, {}, service.id.uuid, valid);
    auto provider = find_provider(db, service.provider_id);
    auto report = PlaceReport::read(db, service.id, today);
    mail::Letter letter;
    letter.to = *confirmer->email, letter.to_name = provider->shown_name(), letter.kind = "free_places";
    letter.subject = texts.text("places.letter.subject", {service.name});
    letter.text = texts.text("places.letter.text",
                             {service.name, provider->shown_name(), lines_in_words(report, lists, texts),
                              public_url + "/potvrzeni-mist/" + token, to_czech(day_in_prague(author.now + valid))});
    mail::send(db, author.now, author.organisation, letter);
    add(author, PlaceRequest{{}, service.id, *confirmer->email, author.now, author.now + valid, {}, {}, {}});
    return true;
}

std::vector<Id<Service>> services_to_ask(db::Session& db, Date day) {
    auto paces = ReportPaces::read(db, CodeLists::read(db, day), day);
    std::vector<Id<Service>> due;
    for (auto& confirmer :
         db.all<PlaceConfirmer>("SELECT * FROM place_confirmers WHERE email IS NOT NULL ORDER BY id")) {
        auto every = paces.of(confirmer.service_id).every;
        auto service = find_service(db, confirmer.service_id);
        if (!service || !service->provided_on(day)) continue;
        auto told = PlaceReport::read(db, confirmer.service_id, day).oldest();
        auto asked = newest_request(db, confirmer.service_id);
        bool told_lately = told && day - *told < every,
             asked_lately = asked && day - day_in_prague(asked->asked_at) < every;
        if (!told_lately && !asked_lately) due.push_back(confirmer.service_id);
    }
    return due;
}

void note_answer(const Author& author, Id<Service> service, const char* answer) {
    auto request = newest_request(author.work, service);
    if (!request || request->answered_at) return;
    auto answered = *request;
    answered.answered_at = author.now, answered.answer = answer;
    change(author, *request, answered);
}

}
