// Lists the places of a service, takes in new ones, and edits a place and its time.
#include "network/editing/facility_pages.hpp"

#include <algorithm>

namespace network {

// --- the places of a service -----------------------------------------------------------------------------------------

std::optional<Date> PlaceOfService::ends() const {
    auto& own = link.validity.valid_to;
    auto& whole = facility.validity.valid_to;
    return own && whole ? std::min(*own, *whole) : own ? own : whole;
}

AttachForm::AttachForm(const http::Request& request) : Form{request} {
    if (facility.empty()) problem("misto", "place.attach.missing");
    from = date("od");
    if (!from && !has_problem("od")) from = request.today();
}

http::PageHead ServicePlacesPage::head(const i18n::Texts& texts) const {
    return {.title = service.name + " – " + texts.text("place.title"), .staff = true};
}

std::string ServicePlacesPage::where(const Facility& facility) const { return street_and_town(facility, territory); }

std::string ServicePlacesPage::when(const PlaceOfService& place, html::Out& out) const {
    auto to = place.ends();
    if (place.begins() == beginning) return to ? out.text("place.to", to_czech(*to)) : out.text("place.since_ever");
    return to ? out.text("capacity.from_to", to_czech(place.begins()), to_czech(*to))
              : out.text("capacity.from", to_czech(place.begins()));
}

std::string ServicePlacesPage::shared(const PlaceOfService& place, html::Out& out) const {
    std::string names;
    for (auto& other : place.others) names += (names.empty() ? "" : ", ") + other.name;
    return out.text("place.shared", names);
}

html::Select ServicePlacesPage::choice(html::Out& out) const {
    html::Select select{{form.field("misto", "place.attach.which"), {{"", out.text("place.attach.choose")}}}};
    for (auto& facility : to_attach) {
        auto place = where(facility);
        select.choices.push_back({to_text(facility.id), place.empty() ? facility.name : facility.name + " – " + place});
    }
    return select;
}

html::Field ServicePlacesPage::from() const {
    auto field = form.field("od", "facility.valid_from");
    field.hint = "capacity.since.hint", field.optional = true, field.size = 12;
    return field;
}

namespace {

std::string places_at(const Service& service) { return "/sluzby/" + service.slug + "/zarizeni"; }

http::Response places_page(const http::Request& request, const auto& permit, const Service& service,
                           const AttachForm& form, http::Status status) {
    auto& db = permit.db();
    auto today = permit.today();
    auto territory = Territory::read(db, today);
    ServicePlacesPage page{service, {}, {}, {}, form, territory, today, request.form_token};
    page.saved = request.asked.first("ulozeno") == "ano";
    auto theirs = facilities_of_provider(db, service.provider_id);
    std::set<Id<Facility>> here;
    for (auto& link : links_of(db, service.id)) {
        auto view = FacilityInView::find(db, to_text(link.facility_id));
        PlaceOfService place{link, view->facility, {}, may::EditFacility::allows(permit.user(), *view)};
        for (auto& other : view->services)
            if (other.service.id != service.id) place.others.push_back(other.service);
        bool over = place.ends() && *place.ends() <= today;
        if (!over) here.insert(link.facility_id);
        (over ? page.ended : page.places).push_back(std::move(place));
    }
    auto by_name = [](auto& a, auto& b) {
        return std::tie(a.facility.name_sort, a.facility.id) < std::tie(b.facility.name_sort, b.facility.id);
    };
    std::ranges::sort(page.places, by_name), std::ranges::sort(page.ended, by_name);
    for (auto& facility : theirs)
        if (!here.contains(facility.id) && (!facility.validity.valid_to || *facility.validity.valid_to > today))
            page.to_attach.push_back(facility);
    return respond(request, page, status);
}

}

http::Response show_service_places(const http::Request& request, Permit<may::EditService> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved(places_at(view.service));
    return places_page(request, permit, view.service, AttachForm{}, http::ok);
}

http::Response attach_facility(const http::Request& request, Permit<may::EditService> permit) {
    auto& db = permit.db();
    auto service = *find_service(db, permit.about().service.id);
    AttachForm form{request};
    auto id = Id<Facility>::parse(form.facility);
    auto facility = id ? find_facility(db, *id) : std::nullopt;
    // Somebody else's place is no choice that we offered.
    if (form.clean() && (!facility || facility->provider_id != service.provider_id))
        form.problem("misto", "place.attach.missing");
    if (form.clean() && facility->validity.valid_to && *form.from >= *facility->validity.valid_to)
        form.problem("od", "place.attach.closed");
    if (!form.clean()) return places_page(request, permit, service, form, http::unprocessable);
    auto links = links_of(db, service.id);
    bool there = std::ranges::any_of(links, [&](auto& link) {
        return link.facility_id == *id && (!link.validity.valid_to || *link.validity.valid_to > *form.from);
    });
    if (!there) {    // the second click finds it there
        add(author_of(permit), ServiceFacility{{}, service.id, *id, {*form.from, {}}, {}});
        note_done(permit, "network.place_added", service.id.uuid);
    }
    return http::redirect(places_at(service), "?ulozeno=ano");
}

// --- a new place -----------------------------------------------------------------------------------------------------

namespace {

SheetPage new_page(const http::Request& request, const Service& service, const EditedFacility& edited) {
    SheetPage page{
        "", "place.new", places_at(service) + "/nove", places_at(service), facility_parts(edited), sheet_of(edited)};
    page.form_token = request.form_token;
    return page;
}

}

http::Response show_new_facility(const http::Request& request, Permit<may::EditService> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved(places_at(view.service) + "/nove");
    auto& db = permit.db();
    return show_sheet(request, db,
                      new_page(request, view.service, EditedFacility::fresh(db, view.service, permit.today())));
}

http::Response new_facility(const http::Request& request, Permit<may::EditService> permit) {
    auto& db = permit.db();
    auto service = *find_service(db, permit.about().service.id);
    auto edited = EditedFacility::fresh(db, service, permit.today());
    auto page = new_page(request, service, edited);
    page.sheet = typed_sheet(request.values, page.parts);
    page.problems = problems_of(page.sheet, edited, *request.texts, page.notes);
    if (!page.problems.empty()) return sheet_again(request, page);
    auto id = make_facility(author_of(permit), edited, page.sheet);
    note_done(permit, "network.facility_added", id.uuid);
    sheet_saved(request, permit);
    return http::redirect(places_at(service), "?ulozeno=ano");
}

// --- from when to when -----------------------------------------------------------------------------------------------

namespace {

SheetPage time_page(const http::Request& request, db::Session& db, const Service& service) {
    auto link = db.maybe<ServiceFacility>("SELECT * FROM service_facilities WHERE id = $1 AND service_id = $2",
                                          request.id<ServiceFacility>("vazba"), service.id);
    if (!link) throw NotFound{};
    auto facility = *find_facility(db, link->facility_id);
    SheetPage page{facility.name,
                   "place.time.title",
                   places_at(service) + "/" + to_text(link->id),
                   places_at(service),
                   {validity_part("facility.part.when")},
                   {}};
    show_validity(link->validity, page.sheet);
    page.before = page.sheet, page.version = link->kept.version, page.form_token = request.form_token;
    page.notes.push_back({html::Note::info, request.texts->text("place.time.advice", {service.name, facility.name})});
    return page;
}

}

http::Response show_place_time(const http::Request& request, Permit<may::EditService> permit) {
    return show_sheet(request, permit.db(), time_page(request, permit.db(), permit.about().service));
}

http::Response change_place_time(const http::Request& request, Permit<may::EditService> permit) {
    auto& db = permit.db();
    auto& service = permit.about().service;
    auto page = time_page(request, db, service);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    check_validity(page.sheet, page.problems);
    if (!page.problems.empty()) return sheet_again(request, page);
    auto link =
        db.one<ServiceFacility>("SELECT * FROM service_facilities WHERE id = $1", request.id<ServiceFacility>("vazba"));
    auto after = link;
    after.validity = validity_of(page.sheet);
    if (change(author_of(permit), link, after)) note_done(permit, "network.place_changed", service.id.uuid);
    sheet_saved(request, permit);
    return http::redirect(places_at(service), "?ulozeno=ano");
}

// --- the place itself ------------------------------------------------------------------------------------------------

namespace {

SheetPage facility_page(const http::Request& request, const FacilityInView& view, const EditedFacility& edited) {
    auto& facility = edited.facility;
    auto& texts = *request.texts;
    auto address = "/sprava/zarizeni/" + to_text(facility.id);
    // Back to a service that is there, or to the provider whose place it was.
    auto back =
        view.services.empty() ? "/poskytovatele/" + view.provider.slug : places_at(view.services.front().service);
    SheetPage page{facility.name, "facility.title", address, back, facility_parts(edited), sheet_of(edited)};
    page.before = page.sheet, page.version = facility.kept.version, page.form_token = request.form_token;
    for (auto& service : view.services) page.links.push_back({service.service.name, places_at(service.service)});
    page.links.push_back({texts.text("edit.link.history"), address + "/historie"});
    if (view.services.size() > 1)
        page.notes.push_back({html::Note::info, texts.text("facility.shared", {std::to_string(view.services.size())},
                                                           std::int64_t(view.services.size()))});
    if (facility.secret)
        page.notes.push_back(
            {html::Note::warn, texts.text("facility.secret.note"), texts.text("facility.secret.note.why")});
    return page;
}

}

http::Response show_facility(const http::Request& request, Permit<may::EditFacility> permit) {
    auto& view = permit.about();
    auto page = facility_page(request, view, EditedFacility::read(permit.db(), view.facility, permit.today()));
    say_saved(request, page);
    return show_sheet(request, permit.db(), page);
}

http::Response edit_facility(const http::Request& request, Permit<may::EditFacility> permit) {
    auto& db = permit.db();
    auto facility = *find_facility(db, permit.about().facility.id);
    auto edited = EditedFacility::read(db, facility, permit.today());
    auto page = facility_page(request, permit.about(), edited);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    page.problems = problems_of(page.sheet, edited, *request.texts, page.notes);
    if (!page.problems.empty()) return sheet_again(request, page);
    if (page.sheet != page.before && save_facility(author_of(permit), edited, page.sheet))
        note_done(permit, "network.facility_saved", facility.id.uuid);
    sheet_saved(request, permit);
    return http::redirect(page.action, "?ulozeno=ano");
}

}
