// Shows and keeps registered maxima in two times.
#include "network/editing/capacity_pages.hpp"

#include "network/editing/text_fields.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr std::int64_t most_places = 100'000;

}

CapacityForm::CapacityForm(const http::Request& request, const CodeLists& lists, Date today) : Form{request} {
    if (!lists.find("forms", form_code)) problem("forma", "capacity.form.missing");
    if (!lists.find("capacity_units", unit_code)) problem("jednotka", "capacity.unit.missing");
    count = number("pocet", 0, most_places);
    if (!count && !has_problem("pocet")) problem("pocet", "capacity.count.missing");
    from = date("od");
    if (!from && !has_problem("od")) from = today;
    to = date("do");
    if (from && to && *to <= *from) problem("do", "facility.valid_to.early");
}

http::PageHead CapacityPage::head(const i18n::Texts& texts) const {
    return {.title = edited.detail.service.name + " – " + texts.text("capacity.title"), .staff = true};
}

html::Table CapacityPage::table(html::Out& out) const {
    html::Table table{out.text("capacity.table"),
                      {{"capacity.form"},
                       {"capacity.unit"},
                       {"capacity.count", true},
                       {"capacity.holds"},
                       {"capacity.known"},
                       {"capacity.edit"}},
                      {}};
    table.folds = table.caption_is_above = true;
    auto days = [&](Date from, std::optional<Date> to) {
        return to ? out.text("capacity.from_to", to_czech(from), to_czech(*to))
                  : out.text("capacity.from", to_czech(from));
    };
    for (auto& capacity : all) {
        auto& known = capacity.recorded;
        auto known_to = known.replaced_at ? std::optional{day_in_prague(*known.replaced_at)} : std::nullopt;
        auto form_name = edited.lists.name("forms", capacity.form_code, out.language()),
             count = std::to_string(capacity.count);
        html::Cell edit{out.text("capacity.replaced")};
        if (!known.replaced_at)
            edit = {out.text("capacity.edit_row", form_name, count), address("/kapacity/") + to_text(capacity.id)};
        table.rows.push_back({{form_name},
                              {edited.lists.name("capacity_units", capacity.unit_code, out.language())},
                              {count},
                              {days(capacity.validity.valid_from, capacity.validity.valid_to)},
                              {days(day_in_prague(known.recorded_at), known_to)},
                              edit});
    }
    return table;
}

html::Select CapacityPage::choice(const char* name, const char* label, const char* list, html::Out& out) const {
    html::Select select{{form.field(name, label), {}}};
    for (auto item : edited.lists.items(list, edited.day))
        select.choices.push_back({item->code, edited.lists.name(list, item->code, out.language())});
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

html::Field CapacityPage::to() const {
    auto field = form.field("do", "facility.valid_to");
    field.hint = "facility.valid_to.hint", field.optional = true, field.size = 12;
    return field;
}

namespace {

std::vector<RegisteredCapacity> all_capacities(db::Session& db, Id<Service> service) {
    return db.all<RegisteredCapacity>("SELECT * FROM registered_capacities WHERE service_id = $1"
                                      " ORDER BY recorded_at DESC, form_code, unit_code, valid_from",
                                      service);
}

http::Response page_of(const http::Request& request, db::Session& db, const EditedService& edited,
                       const CapacityForm& form, http::Status status) {
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
        fresh.count = *form.count, fresh.note = form.note, fresh.validity = {*form.from, form.to};
        if (wrong) fresh.scope = wrong->scope, fresh.of_total = wrong->of_total;
        set_capacity(author, fresh);
    }
    note_done(permit, "network.capacity_saved", service.id.uuid);
    return http::redirect("/sluzby/", service.slug, "/kapacity?ulozeno=ano");
}

// --- one number ------------------------------------------------------------------------------------------------------

namespace {

std::vector<RegisteredCapacity> known_now(db::Session& db, const RegisteredCapacity& like) {
    return db.all<RegisteredCapacity>(
        "SELECT * FROM registered_capacities WHERE service_id = $1 AND form_code = $2 AND unit_code = $3"
        " AND replaced_at IS NULL ORDER BY valid_from",
        like.service_id, like.form_code, like.unit_code);
}

bool overlap(const Validity& a, const Validity& b) {
    return (!a.valid_to || b.valid_from < *a.valid_to) && (!b.valid_to || a.valid_from < *b.valid_to);
}

// The row that was asked for, or what we know in its stead since somebody corrected it.
RegisteredCapacity capacity_asked(const http::Request& request, db::Session& db, Id<Service> service) {
    auto asked = db.maybe<RegisteredCapacity>("SELECT * FROM registered_capacities WHERE id = $1 AND service_id = $2",
                                              request.id<RegisteredCapacity>("kapacita"), service);
    if (!asked) throw NotFound{};
    if (!asked->recorded.replaced_at) return *asked;
    auto known = known_now(db, *asked);
    auto instead = std::ranges::find_if(known, [&](auto& one) { return overlap(one.validity, asked->validity); });
    if (instead == known.end()) throw Gone{};
    return *instead;
}

constexpr TextField<RegisteredCapacity> texts_of_capacity[] = {{"poznamka", &RegisteredCapacity::note}};

SheetParts capacity_parts(const i18n::Texts& texts) {
    std::vector<html::Choice> scopes{{"", texts.text("capacity.scope.none")}};
    for (auto code : {"at_once", "day", "year"})
        scopes.push_back({code, texts.text(std::string{"capacity.scope."} + code)});
    return {{"capacity.part",
             {{"pocet", "capacity.count", Control::line, "", false},
              {"rozsah", "capacity.scope", Control::one_of, "", false, scopes},
              {"z_celku", "capacity.of_total", Control::line, "capacity.of_total.hint"},
              {"poznamka", "capacity.note", Control::area}}},
            validity_part("facility.part.when")};
}

Sheet sheet_of(const RegisteredCapacity& capacity) {
    Sheet sheet{{"pocet", std::to_string(capacity.count)},
                {"rozsah", capacity.scope.value_or("")},
                {"z_celku", capacity.of_total ? std::to_string(*capacity.of_total) : ""}};
    show_texts(capacity, texts_of_capacity, sheet);
    show_validity(capacity.validity, sheet);
    return sheet;
}

SheetPage one_page(const http::Request& request, const EditedService& edited, const RegisteredCapacity& capacity) {
    auto& texts = *request.texts;
    auto at = "/sluzby/" + edited.detail.service.slug + "/kapacity";
    auto title = edited.lists.name("forms", capacity.form_code, texts.language()) + ", " +
                 edited.lists.name("capacity_units", capacity.unit_code, texts.language());
    SheetPage page{title, "capacity.edit.title", at + "/" + to_text(capacity.id),
                   at,    capacity_parts(texts), sheet_of(capacity)};
    page.before = page.sheet, page.version = capacity.kept.version, page.form_token = request.form_token;
    page.notes = {{html::Note::info, texts.text("capacity.edit.advice"), texts.text("capacity.edit.advice.end")}};
    return page;
}

void check(SheetPage& page, db::Session& db, const RegisteredCapacity& capacity) {
    auto count = whole_number(page.sheet["pocet"], most_places),
         total = whole_number(page.sheet["z_celku"], most_places);
    if (!count) page.problems.push_back({"pocet", "capacity.count.missing"});
    if (!page.sheet["z_celku"].empty() && (!total || (count && *total < *count)))
        page.problems.push_back({"z_celku", "capacity.of_total.small"});
    static constexpr std::string_view scopes[] = {"", "at_once", "day", "year"};
    if (!std::ranges::count(scopes, page.sheet["rozsah"])) page.problems.push_back({"rozsah", "edit.choice.unknown"});
    check_validity(page.sheet, page.problems);
    if (!page.problems.empty()) return;
    // Two numbers of one form and unit on one day would be added up by somebody.
    auto known = known_now(db, capacity);
    for (auto& other : known)
        if (other.id != capacity.id && overlap(other.validity, validity_of(page.sheet)))
            page.problems.push_back({"od", "capacity.overlap"});
}

}

http::Response show_capacity(const http::Request& request, Permit<may::EditService> permit) {
    auto& service = permit.about().service;
    auto edited = EditedService::read(permit.db(), service.id, permit.today(), permit.now());
    return respond(request, one_page(request, edited, capacity_asked(request, permit.db(), service.id)));
}

http::Response correct_capacity_row(const http::Request& request, Permit<may::EditService> permit) {
    auto& db = permit.db();
    auto& service = permit.about().service;
    auto edited = EditedService::read(db, service.id, permit.today(), permit.now());
    auto capacity = capacity_asked(request, db, service.id);
    auto page = one_page(request, edited, capacity);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    check(page, db, capacity);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    if (page.sheet != page.before) {
        auto better = capacity;
        better.count = *whole_number(page.sheet["pocet"], most_places),
        better.of_total = whole_number(page.sheet["z_celku"], most_places);
        better.scope = text_or_nothing(page.sheet["rozsah"]);
        take_texts(better, texts_of_capacity, page.sheet);
        better.validity = validity_of(page.sheet);
        replace(author_of(permit), capacity, better);
        note_done(permit, "network.capacity_saved", service.id.uuid);
    }
    return http::redirect(page.back, "?ulozeno=ano");
}
}
