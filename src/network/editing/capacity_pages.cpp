// Shows and keeps registered maxima in two times.
#include "network/editing/capacity_pages.hpp"

namespace network {

CapacityForm::CapacityForm(const http::Request& request, const CodeLists& lists, Date today) : Form{request} {
    if (!lists.find("forms", form_code)) problem("forma", "capacity.form.missing");
    if (!lists.find("capacity_units", unit_code)) problem("jednotka", "capacity.unit.missing");
    count = number("pocet", 0, 100'000);
    if (!count && !has_problem("pocet")) problem("pocet", "capacity.count.missing");
    from = date("od");
    if (!from && !has_problem("od")) from = today;
}

http::PageHead CapacityPage::head(const i18n::Texts& texts) const {
    return {.title = edited.detail.service.name + " – " + texts.text("capacity.title"), .staff = true};
}

html::Table CapacityPage::table(html::Out& out) const {
    html::Table table{out.text("capacity.table"), {{"capacity.form"}, {"capacity.unit"}, {"capacity.count", true}, {"capacity.holds"}, {"capacity.known"}}, {}};
    table.folds = table.caption_is_above = true;
    auto days = [&](Date from, std::optional<Date> to) {
        return to ? out.text("capacity.from_to", to_czech(from), to_czech(*to)) : out.text("capacity.from", to_czech(from));
    };
    for (auto& capacity : all) {
        auto& known = capacity.recorded;
        auto known_to = known.replaced_at ? std::optional{day_in_prague(*known.replaced_at)} : std::nullopt;
        table.rows.push_back({{edited.lists.name("forms", capacity.form_code, out.language())},
                              {edited.lists.name("capacity_units", capacity.unit_code, out.language())},
                              {std::to_string(capacity.count)},
                              {days(capacity.validity.valid_from, capacity.validity.valid_to)},
                              {days(day_in_prague(known.recorded_at), known_to)}});
    }
    return table;
}

html::Select CapacityPage::choice(const char* name, const char* label, const char* list, html::Out& out) const {
    html::Select select{{form.field(name, label), {}}};
    for (auto item : edited.lists.items(list, edited.day)) select.choices.push_back({item->code, edited.lists.name(list, item->code, out.language())});
    return select;
}

html::RadioGroup CapacityPage::way(html::Out& out) const {
    html::RadioGroup group{{form.field("zpusob", "capacity.way"), {}}};
    if (group.value.empty()) group.value = "zmena";
    group.choices = {{"zmena", out.text("capacity.way.change")}, {"oprava", out.text("capacity.way.correction")}};
    return group;
}

html::Field CapacityPage::from() const {
    auto field = form.field("od", "capacity.since");
    field.hint = "capacity.since.hint", field.optional = true, field.size = 12;
    return field;
}

namespace {

std::vector<RegisteredCapacity> all_capacities(db::Session& db, Id<Service> service) {
    return db.all<RegisteredCapacity>("SELECT * FROM registered_capacities WHERE service_id = $1"
                                      " ORDER BY recorded_at DESC, form_code, unit_code, valid_from", service);
}

http::Response page_of(const http::Request& request, db::Session& db, const EditedService& edited, const CapacityForm& form, http::Status status) {
    CapacityPage page{edited, form, all_capacities(db, edited.detail.service.id), request.form_token};
    page.saved = request.asked.first("ulozeno") == "ano";
    return respond(request, page, status);
}

}

http::Response show_capacities(const http::Request& request, Permit<may::EditService> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved("/sluzby/" + view.service.slug + "/kapacity");
    auto edited = EditedService::read(permit.db(), view.service.id, permit.today(), permit.now());
    return page_of(request, permit.db(), edited, CapacityForm{}, http::ok);
}

http::Response change_capacity(const http::Request& request, Permit<may::EditService> permit) {
    auto& db = permit.db();
    auto edited = EditedService::read(db, permit.about().service.id, permit.today(), permit.now());
    auto& service = edited.detail.service;
    CapacityForm form{request, edited.lists, permit.today()};
    const RegisteredCapacity* wrong = nullptr;
    auto held = capacities_of(db, service.id, form.from.value_or(permit.today()), permit.now());
    for (auto& capacity : held)
        if (capacity.form_code == form.form_code && capacity.unit_code == form.unit_code) wrong = &capacity;
    if (form.clean() && form.correction && !wrong) form.problem("zpusob", "capacity.nothing_to_correct");
    if (!form.clean()) return page_of(request, db, edited, form, http::unprocessable);
    auto author = author_of(permit);
    if (form.correction) {
        if (wrong->count != *form.count) correct_capacity(author, *wrong, *form.count);
    } else {
        RegisteredCapacity fresh;
        fresh.service_id = service.id, fresh.form_code = form.form_code, fresh.unit_code = form.unit_code;
        fresh.count = *form.count, fresh.note = form.note, fresh.validity.valid_from = *form.from;
        if (wrong) fresh.scope = wrong->scope, fresh.of_total = wrong->of_total;
        set_capacity(author, fresh);
    }
    note_done(permit, "network.capacity_saved", service.id.uuid);
    return http::redirect("/sluzby/", service.slug, "/kapacity?ulozeno=ano");
}

}
