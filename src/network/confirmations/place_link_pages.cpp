// Opens the link, and acts only when its button was pressed.
#include "network/confirmations/place_link_pages.hpp"

#include "network/editing/edit_pages.hpp"

namespace network {

std::string PlacesView::name_of(const PlaceLine& line, const html::Out& out) const {
    return lists.name("forms", line.form_code, out.language()) + ", " +
           lists.name("capacity_units", line.unit_code, out.language());
}

html::Table PlacesView::table(html::Out& out) const {
    html::Table table{out.text("places.table"), {{"capacity.key"}, {"places.free"}, {"places.as_of"}}, {}};
    table.folds = table.caption_is_above = true;
    auto age = [&](Date as_of) {
        bool fresh = pace.of(as_of, today) == Reported::fresh;
        html::Cell cell{to_czech(as_of)};
        if (!fresh) cell.tag = html::Tag{html::Tag::unknown, out.text("capacities.unconfirmed", to_czech(as_of))};
        return cell;
    };
    for (auto& line : report.lines) {
        html::Row row{{name_of(line, out)}, {out.text("capacity.unknown")}, {out.text("capacities.never")}};
        if (line.free) row[1] = {std::to_string(line.free->count)}, row[2] = age(line.free->as_of);
        table.rows.push_back(std::move(row));
    }
    if (report.said && report.said->state != "unknown") {
        auto words = report.said->wording.value_or(out.text("service_page.availability." + report.said->state));
        if (report.said->waiting_people)
            words += ", " + out.text("service_page.waiting.people", *report.said->waiting_people);
        table.rows.push_back({{out.text("service_page.availability")}, {words}, age(report.said->as_of)});
    }
    return table;
}

html::Field PlacesView::count(const PlaceLine& line, html::Out& out) const {
    auto name = line.field();
    auto field = form.field(name.c_str(), "");
    field.label = out.text("places.free.of", name_of(line, out));
    field.inputmode = "numeric", field.size = 6, field.optional = !line.free;
    return field;
}

html::Select PlacesView::state(html::Out& out) const {
    html::Select select{{form.field("prijimani", "service_page.availability"), {}}};
    for (std::string code : {"unknown", "free", "waiting", "open"})
        select.choices.push_back({code, code == "unknown" ? out.text("places.state.unknown")
                                                          : out.text("service_page.availability." + code)});
    return select;
}

html::Field PlacesView::waiting() const {
    auto field = form.field("ceka", "places.waiting");
    field.optional = true, field.inputmode = "numeric", field.size = 6;
    return field;
}

html::Field PlacesView::weeks() const {
    auto field = form.field("tydnu", "places.weeks");
    field.optional = true, field.inputmode = "numeric", field.size = 6;
    return field;
}

html::Field PlacesView::wording() const {
    auto field = form.field("slovy", "places.wording");
    field.hint = "places.wording.hint", field.optional = true;
    return field;
}

http::PageHead PlaceLinkPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("places.link.title")};
}
http::PageHead PlaceLinkGonePage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("places.gone.title")};
}
http::PageHead PlaceThanksPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("places.thanks.title"), .section = "/sluzby"};
}

namespace {

// Not for memories of machines between us and the reader, nor for search engines.
http::Response for_one_reader(http::Response response) {
    response.headers.emplace_back("Cache-Control", "no-store");
    response.headers.emplace_back("X-Robots-Tag", "noindex");
    return response;
}

http::Response link_is_gone(const http::Request& request) {
    return for_one_reader(respond(request, PlaceLinkGonePage{request.facts->contact_email}, http::gone));
}

// The link with its service, while both are there.
struct Opened {
    auth::ActionLink link;
    Service service;
};

std::optional<Opened> opened(const http::Request& request, db::Session& db, Date today, Instant now) {
    auto link = auth::usable_link(db, place_link, request.parameter("odkaz"), now);
    auto service = link && link->about ? find_service(db, Id<Service>{*link->about}) : std::nullopt;
    if (!service || !service->provided_on(today)) return {};
    return Opened{*link, *service};
}

http::Response link_page(const http::Request& request, db::Session& db, const Opened& opened, const PlaceReport& report,
                         const PlacesForm& form, http::Status status) {
    auto lists = CodeLists::read(db, request.today());
    auto today = request.today();
    PlaceLinkPage page{opened.service,
                       find_provider(db, opened.service.provider_id)->shown_name(),
                       {report, form, lists, ReportPaces::read(db, lists, today).of(opened.service.id), today},
                       request.parameter("odkaz"),
                       request.form_token};
    page.valid_to = day_in_prague(opened.link.expires_at);
    page.changed_meanwhile = status == http::conflict;
    return for_one_reader(respond(request, page, status));
}

// The service's contact speaks, not a person's account.
Author author_by_mail(const Permit<may::ConfirmPlaces>& permit, const Service& service) {
    auto& db = permit.db();
    auto asked = newest_request(db, service.id);
    auto organisation = service.kept.organisation_id;
    auto label = std::string{mail_source} + (asked ? asked->email : "");
    auto source = history::keep_source(db, permit.now(), {}, organisation, "person", label);
    return {db, permit.now(), {}, organisation, source};
}

}

http::Response show_place_link(const http::Request& request, Permit<may::ConfirmPlaces> permit) {
    auto& db = permit.look();
    auto found = opened(request, db, permit.today(), permit.now());
    if (!found) return link_is_gone(request);
    auto report = PlaceReport::read(db, found->service.id, permit.today());
    return link_page(request, db, *found, report, PlacesForm{report}, http::ok);
}

http::Response answer_place_link(const http::Request& request, Permit<may::ConfirmPlaces> permit) {
    auto found = opened(request, permit.look(), permit.today(), permit.now());
    if (!found) return link_is_gone(request);
    auto& db = permit.db();
    auto& service = found->service;
    auto report = PlaceReport::read(db, service.id, permit.today());
    bool changes = request.values.first("jak") == "zmena";
    // Somebody changed it since the page was opened: nobody confirms what they have not seen.
    if (request.values.first("vedeno") != report.fingerprint())
        return link_page(request, db, *found, report, PlacesForm{report}, http::conflict);
    PlacesForm form{request, report};
    if (changes && !form.clean()) return link_page(request, db, *found, report, form, http::unprocessable);
    if (!changes && !report.anything())
        return link_page(request, db, *found, report, PlacesForm{report}, http::unprocessable);
    if (!auth::use_link(db, found->link, permit.now())) return link_is_gone(request);
    auto author = author_by_mail(permit, service);
    if (changes) report_places(author, service.id, report, form, permit.today());
    else confirm_places(author, report, permit.today());
    note_answer(author, service.id, changes ? "changed" : "confirmed");
    note_done(permit, "network.places_confirmed", service.id.uuid);
    return http::redirect("/potvrzeni-mist/hotovo/", service.slug);
}

http::Response show_place_thanks(const http::Request& request, Permit<may::ReadService> permit) {
    return respond(request, PlaceThanksPage{permit.about().service});
}

}
