// Lists the premises of a service, adds and leaves them, and edits the premises themselves.
#include "network/editing/premises_pages.hpp"

#include "network/editing/premises_sheet.hpp"
#include "network/editing/removal.hpp"
#include "network/providers/slug.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr std::size_t longest_name = 300;    // bytes

std::string premises_of_service_at(const Service& service) { return "/sluzby/" + service.slug + "/prostory"; }
std::string address_of(Id<Premises> premises) { return "/sprava/prostory/" + to_text(premises); }

}

// --- the premises of a service ---------------------------------------------------------------------------------------

AddPremisesForm::AddPremisesForm(const http::Request& request) : Form{request}, are_new{request.values.has("nazev")} {
    if (!are_new) return;
    if (name.empty()) problem("nazev", "edit.name.missing");
    else if (name.size() > longest_name) problem("nazev", "edit.too_long");
}

http::PageHead ServicePremisesPage::head(const i18n::Texts& texts) const {
    return {.title = service.name + " – " + texts.text("premises.title"), .staff = true};
}

std::string ServicePremisesPage::size(const PremisesOfService& used, html::Out& out) const {
    auto& premises = used.premises;
    std::string words = premises.area_m2 ? area_to_czech(square_metres(*premises.area_m2)) : "";
    if (premises.garden_m2)
        words +=
            (words.empty() ? "" : ", ") + out.text("service_page.garden", to_czech(square_metres(*premises.garden_m2)));
    return words;
}

std::string ServicePremisesPage::shared(const PremisesOfService& used, html::Out& out) const {
    std::string names;
    for (auto& other : used.others) names += (names.empty() ? "" : ", ") + other.name;
    return out.text("place.shared", names);
}

html::Select ServicePremisesPage::choice(html::Out& out) const {
    html::Select select{{form.field("prostory", "premises.share.which"), {{"", out.text("premises.share.choose")}}}};
    for (auto& premises : to_share) select.choices.push_back({to_text(premises.id), premises.name});
    return select;
}

html::Field ServicePremisesPage::name() const {
    auto field = form.field("nazev", "edit.name");
    field.hint = "premises.name.hint";
    return field;
}

namespace {

bool over(const ServicePremises& link, Date day) { return link.validity.valid_to && *link.validity.valid_to <= day; }

// What its other services use, as far as this person may say who shares it.
std::vector<Premises> premises_to_share(const auto& permit, const Service& service) {
    auto& db = permit.db();
    auto theirs = premises_of_provider(db, service.provider_id, permit.today());
    auto own = premises_of(db, service.id, permit.today());
    std::erase_if(theirs, [&](auto& premises) {
        if (std::ranges::count(own, premises.id, &Premises::id) > 0) return true;
        return !may::EditPremises::allows(permit.user(), *PremisesInView::find(db, to_text(premises.id)));
    });
    return theirs;
}

PremisesOfService used_by(const auto& permit, const Service& service, const ServicePremises& link) {
    auto& db = permit.db();
    auto view = *PremisesInView::find(db, to_text(link.premises_id));
    auto& premises = view.premises;
    PremisesOfService used{link, premises, room_count(premises, rooms_of(db, premises.id))};
    if (premises.facility_id) used.place = find_facility(db, *premises.facility_id);
    used.others = services_in(db, premises.id, permit.today());
    std::erase_if(used.others, [&](auto& other) { return other.id == service.id; });
    used.may_edit = may::EditPremises::allows(permit.user(), view);
    return used;
}

http::Response premises_page(const http::Request& request, const auto& permit, const Service& service,
                             const AddPremisesForm& form, http::Status status) {
    ServicePremisesPage page{service, {}, {}, premises_to_share(permit, service), form, request.form_token};
    page.saved = request.asked.first("ulozeno") == "ano";
    auto links = premises_links_of(permit.db(), service.id);
    for (auto& link : links)
        (over(link, permit.today()) ? page.left : page.premises).push_back(used_by(permit, service, link));
    auto by_name = [](auto& used) { return std::tie(used.premises.name, used.link.id); };
    std::ranges::sort(page.premises, {}, by_name), std::ranges::sort(page.left, {}, by_name);
    return respond(request, page, status);
}

}

http::Response show_service_premises(const http::Request& request, Permit<may::EditService> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved(premises_of_service_at(view.service));
    return premises_page(request, permit, view.service, AddPremisesForm{}, http::ok);
}

namespace {

std::optional<Premises> of_this_name(const std::vector<Premises>& premises, const std::string& name) {
    auto same = std::ranges::find(premises, slug_of(name), [](auto& one) { return slug_of(one.name); });
    return same == premises.end() ? std::nullopt : std::optional{*same};
}

}

http::Response add_premises(const http::Request& request, Permit<may::EditService> permit) {
    auto& service = permit.about().service;
    AddPremisesForm form{request};
    auto own = premises_of(permit.db(), service.id, permit.today()), to_share = premises_to_share(permit, service);
    bool there = form.are_new ? of_this_name(own, form.name).has_value()
                              : std::ranges::count(own, form.known, [](auto& one) { return to_text(one.id); }) > 0;
    // The second click finds them there.
    if (form.clean() && there) return http::redirect(premises_of_service_at(service), "?ulozeno=ano");
    // One place kept twice would be counted twice.
    if (form.clean() && form.are_new && of_this_name(to_share, form.name)) form.problem("nazev", "premises.name.taken");
    auto shared = std::ranges::find(to_share, form.known, [](auto& one) { return to_text(one.id); });
    if (!form.are_new && shared == to_share.end()) form.problem("prostory", "premises.share.missing");
    if (!form.clean()) return premises_page(request, permit, service, form, http::unprocessable);
    auto author = author_of(permit);
    auto id = form.are_new ? add(author, Premises{.name = form.name}) : shared->id;
    use_premises(author, service.id, id, permit.today());
    note_done(permit, "network.premises_added", id.uuid);
    // New ones are only a name yet: what they are comes next.
    return form.are_new ? http::redirect(address_of(id), "?ulozeno=ano")
                        : http::redirect(premises_of_service_at(service), "?ulozeno=ano");
}

http::Response leave_premises(const http::Request& request, Permit<may::EditService> permit) {
    auto& service = permit.about().service;
    auto view = PremisesInView::find(permit.db(), request.parameter("prostor"));
    if (!view || !view->visible_to(permit.user())) throw NotFound{};
    // It is said of all services in the premises who shares them.
    if (!may::EditPremises::allows(permit.user(), *view)) throw Forbidden{};
    auto author = author_of(permit);
    auto links = premises_links_of(permit.db(), service.id);
    for (auto& link : links) {
        if (link.premises_id != view->premises.id || over(link, permit.today())) continue;
        end_today(author, link, permit.today(), Premises::table, view->premises.id.uuid, "premises_service",
                  service.name);
        note_done(permit, "network.premises_left", view->premises.id.uuid);
    }
    return http::redirect(premises_of_service_at(service), "?ulozeno=ano");
}

// --- the premises themselves -----------------------------------------------------------------------------------------

namespace {

SheetPage sheet_page(const http::Request& request, const PremisesInView& view, const EditedPremises& edited) {
    auto& premises = edited.premises;
    auto& texts = *request.texts;
    auto back = view.services.empty() ? "/prehled" : premises_of_service_at(view.services.front().service);
    if (!edited.services.empty()) back = premises_of_service_at(edited.services.front());
    SheetPage page{premises.name, "premises.edit.title",         address_of(premises.id),
                   back,          premises_parts(edited, texts), sheet_of(edited)};
    page.before = page.sheet, page.version = premises.kept.version, page.form_token = request.form_token;
    for (auto& service : edited.services) page.links.push_back({service.name, premises_of_service_at(service)});
    page.links.push_back({texts.text("edit.link.history"), page.action + "/historie"});
    if (auto sharing = std::int64_t(edited.services.size()); sharing > 1)
        page.notes.push_back({html::Note::info, texts.text("premises.shared", {std::to_string(sharing)}, sharing)});
    if (auto rooms = room_count(premises, edited.rooms); rooms.differ())
        page.notes.push_back(
            {html::Note::warn,
             texts.text("service_page.rooms.differ", {std::to_string(*rooms.declared), std::to_string(rooms.listed)},
                        rooms.declared),
             texts.text("premises.rooms.differ.advice")});
    auto place = premises.facility_id ? edited.place(to_text(*premises.facility_id)) : nullptr;
    if (place && place->secret)
        page.notes.push_back(
            {html::Note::warn, texts.text("premises.secret.note"), texts.text("premises.secret.note.why")});
    return page;
}

}

http::Response show_premises(const http::Request& request, Permit<may::EditPremises> permit) {
    auto& view = permit.about();
    auto page = sheet_page(request, view, EditedPremises::read(permit.db(), view, permit.today()));
    say_saved(request, page);
    return show_sheet(request, permit.db(), page);
}

http::Response edit_premises(const http::Request& request, Permit<may::EditPremises> permit) {
    auto& view = permit.about();
    auto edited = EditedPremises::read(permit.db(), view, permit.today());
    auto page = sheet_page(request, view, edited);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    page.problems = problems_of(page.sheet, edited, *request.texts, page.notes);
    if (!page.problems.empty()) return sheet_again(request, page);
    if (page.sheet != page.before && save_premises(author_of(permit), edited, page.sheet))
        note_done(permit, "network.premises_saved", view.premises.id.uuid);
    sheet_saved(request, permit);
    return http::redirect(page.action, "?ulozeno=ano");
}

}
