// Shows and keeps the four capacities, each in its own table and none of them mixed.
#include "network/editing/capacity_pages.hpp"

#include "network/confirmations/place_report.hpp"
#include "network/editing/text_fields.hpp"
#include "network/services/capacity_interval.hpp"
#include "network/services/capacity_part.hpp"

#include <algorithm>
#include <set>
#include <variant>

namespace network {

namespace {

constexpr std::int64_t most_places = 100'000;

bool is_kind(const std::string& kind) { return std::ranges::count(capacity_kinds, kind) > 0; }

}

CapacityForm::CapacityForm(const http::Request& request, const CodeLists& lists, Date today) : Form{request} {
    if (!is_kind(kind)) problem("druh", "capacity.kind.missing");
    if (!lists.find("forms", form_code)) problem("forma", "capacity.form.missing");
    if (!lists.find("capacity_units", unit_code)) problem("jednotka", "capacity.unit.missing");
    count = number("pocet", 0, most_places);
    if (!count && !has_problem("pocet")) problem("pocet", "capacity.count.missing");
    from = date("od");
    if (!from && !has_problem("od")) from = today;
    to = date("do");
    if (from && to && *to <= *from) problem("do", "facility.valid_to.early");
    if (note && note->size() > longest_line) problem("poznamka", "edit.too_long");
    if (kind == "free" && from && *from > today) problem("od", "capacity.free.future");
}

http::PageHead CapacityPage::head(const i18n::Texts& texts) const {
    return {.title = edited.detail.service.name + " – " + texts.text("capacity.title"), .staff = true};
}

std::vector<CapacityKey> CapacityPage::keys() const {
    std::set<CapacityKey> keys;
    for (auto& number : all)
        if (number.held()) keys.insert({number.form_code, number.unit_code});
    return {keys.begin(), keys.end()};
}

std::string CapacityPage::name_of(const CapacityKey& key, html::Out& out) const {
    return edited.lists.name("forms", key.form_code, out.language()) + ", " +
           edited.lists.name("capacity_units", key.unit_code, out.language());
}

// „80 z 110 (dům Anavita)“
std::string CapacityPage::today_of(const CapacityNumber& number, html::Out& out) const {
    auto text = std::to_string(number.count);
    if (!number.of_total) return text;
    text = out.text("capacity.part_of", text, std::to_string(*number.of_total));
    return number.whole ? text + " (" + *number.whole + ")" : text;
}

html::Table CapacityPage::side_by_side(html::Out& out) const {
    html::Table table{out.text("capacity.side_by_side"), {{"capacity.key"}}, {}};
    for (auto kind : capacity_kinds) table.columns.push_back({std::string{"capacity.kind."} + kind, true});
    table.folds = table.caption_is_above = true;
    for (auto& key : keys()) {
        html::Row row{{name_of(key, out)}};
        for (std::string kind : capacity_kinds) {
            html::Cell cell{out.text("capacity.unknown")};
            for (auto& number : all) {
                if (number.kind != kind || CapacityKey{number.form_code, number.unit_code} != key ||
                    !number.holds_on(edited.day))
                    continue;
                cell.text = today_of(number, out);
                if (kind != "free") continue;
                auto as_of = number.validity.valid_from;
                auto reported = edited.detail.pace.of(as_of, edited.day);
                cell.tag = html::Tag{
                    reported != Reported::fresh ? html::Tag::unknown
                    : number.count > 0          ? html::Tag::ok
                                                : html::Tag::bad,
                    out.text(reported == Reported::fresh ? "capacity.free.as_of" : "capacity.free.unconfirmed",
                             cell.text, to_czech(as_of))};
            }
            row.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

html::StepChart CapacityPage::chart(const CapacityKey& key, html::Out& out) const {
    html::StepChart chart{out.text("capacity.chart", name_of(key, out)), out.text("capacity.chart.caption"),
                          "capacity.chart.day"};
    chart.today = edited.day;
    for (std::string kind : capacity_kinds) {
        html::StepSeries series{out.text("capacity.kind." + kind)};
        for (auto& number : all)
            if (number.held() && number.kind == kind && CapacityKey{number.form_code, number.unit_code} == key &&
                (!number.validity.valid_to || number.validity.valid_from < *number.validity.valid_to))
                series.steps.push_back({number.validity.valid_from, number.validity.valid_to, number.count});
        std::ranges::sort(series.steps, {}, &html::ChartStep::from);
        chart.series.push_back(std::move(series));
    }
    return chart;
}

std::string said_words(const SaidBy& said, html::Out& out) {
    auto source = said.source_kind.empty() ? "" : out.text("history.source." + said.source_kind);
    auto& label = said.source_label;
    if (label.starts_with(mail_source)) source = out.text("places.source", label.substr(mail_source.size()));
    else if (!label.empty() && label != said.source_kind)
        source = label.starts_with(source) ? label : source + ", " + label;
    return said.who.empty() ? source : said.who + ", " + source;
}

namespace {

std::string days_in_words(html::Out& out, Date from, std::optional<Date> to) {
    return to ? out.text("capacity.from_to", to_czech(from), to_czech(*to)) : out.text("capacity.from", to_czech(from));
}

}

html::Table CapacityPage::table(html::Out& out) const {
    html::Table table{out.text("capacity.table"),
                      {{"capacity.kind"},
                       {"capacity.key"},
                       {"capacity.count", true},
                       {"capacity.holds"},
                       {"capacity.known"},
                       {"capacity.said_by"},
                       {"capacity.edit"}},
                      {}};
    table.folds = table.caption_is_above = true;
    for (auto& number : all) {
        auto known_to = number.replaced_at ? std::optional{day_in_prague(*number.replaced_at)} : std::nullopt;
        auto kind = out.text("capacity.kind." + number.kind), count = std::to_string(number.count);
        html::Cell edit{out.text("capacity.replaced")};
        if (!number.replaced_at)
            edit = {out.text("capacity.edit_row", kind, count), address("/kapacity/") + to_text(number.id)};
        auto said = said_words(number.said, out);
        if (number.note) said += ": " + *number.note;
        table.rows.push_back({{kind},
                              {name_of({number.form_code, number.unit_code}, out)},
                              {today_of(number, out)},
                              {days_in_words(out, number.validity.valid_from, number.validity.valid_to)},
                              {days_in_words(out, day_in_prague(number.recorded_at), known_to)},
                              {said},
                              edit});
    }
    return table;
}

html::Table CapacityPage::states_table(html::Out& out) const {
    html::Table table{out.text("capacity.states"),
                      {{"capacity.state"}, {"capacity.state.territory"}, {"capacity.holds"}, {"capacity.state.words"}},
                      {}};
    table.folds = table.caption_is_above = true;
    for (auto& state : states)
        table.rows.push_back({{out.text("service_page.state." + state.kind), address("/stavy/") + to_text(state.id)},
                              {territory_words(state.territory, edited.territory)},
                              {days_in_words(out, state.as_of, state.ends_on)},
                              {state.note.value_or("")}});
    return table;
}

html::Select CapacityPage::kinds(html::Out& out) const {
    html::Select select{{form.field("druh", "capacity.kind"), {}}};
    select.hint = "capacity.kind.hint";
    for (std::string kind : capacity_kinds) select.choices.push_back({kind, out.text("capacity.kind." + kind)});
    return select;
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

http::Response page_of(const http::Request& request, db::Session& db, const EditedService& edited,
                       const CapacityForm& form, http::Status status) {
    auto& service = edited.detail.service;
    CapacityPage page{edited,
                      form,
                      capacity_numbers_of(db, service.id),
                      capacity_states_of_service(db, service.id),
                      {},
                      request.form_token};
    for (auto& capacity : edited.detail.capacities)
        for (auto& other : parts_that_differ(db, capacity, edited.day)) page.differing.push_back(other);
    page.saved = request.asked.first("ulozeno") == "ano";
    return respond(request, page, status);
}

void say_part_problem(CapacityForm& form, const std::optional<PartProblem>& problem) {
    if (problem) form.problem("pocet", problem->others.empty() ? "capacity.of_total.small" : "capacity.parts.above");
}

void save_registered(const Author& author, CapacityForm& form, const EditedService& edited) {
    RegisteredCapacity fresh;
    fresh.service_id = edited.detail.service.id, fresh.form_code = form.form_code, fresh.unit_code = form.unit_code;
    fresh.count = *form.count, fresh.note = form.note, fresh.validity = {*form.from, form.to};
    const RegisteredCapacity* wrong = nullptr;
    auto held = held_now(author.work, fresh);
    for (auto& capacity : held)
        if (capacity.validity.holds_on(*form.from)) wrong = &capacity;
    if (form.correction && !wrong) return form.problem("zpusob", "capacity.nothing_to_correct");
    if (wrong) fresh.scope = wrong->scope, fresh.of_total = wrong->of_total, fresh.whole = wrong->whole;
    auto right = form.correction ? *wrong : fresh;
    right.count = *form.count;
    say_part_problem(form, part_problem(author.work, right));
    if (!form.clean()) return;
    if (!form.correction) set_capacity(author, fresh);
    else if (wrong->count != *form.count) correct_capacity(author, *wrong, *form.count);
}

void save_agreed(const Author& author, CapacityForm& form, const EditedService& edited) {
    AgreedCapacity fresh;
    fresh.service_id = edited.detail.service.id, fresh.kind = form.kind, fresh.form_code = form.form_code;
    fresh.unit_code = form.unit_code, fresh.count = *form.count, fresh.note = form.note;
    fresh.validity = {*form.from, form.to};
    auto held = held_now(author.work, fresh);
    auto wrong = std::ranges::find_if(held, [&](auto& known) { return known.validity.holds_on(*form.from); });
    if (form.correction && wrong == held.end()) return form.problem("zpusob", "capacity.nothing_to_correct");
    if (!form.correction) set_agreed_capacity(author, fresh);
    else if (wrong->count != *form.count) correct_agreed_capacity(author, *wrong, *form.count);
}

// A correction is of the report that held on the day.
void save_free(const Author& author, CapacityForm& form, const EditedService& edited) {
    FreePlaces said;
    said.service_id = edited.detail.service.id, said.form_code = form.form_code, said.unit_code = form.unit_code;
    said.count = *form.count, said.as_of = *form.from, said.ends_on = form.to;
    if (form.correction) {
        auto held = free_places_of(author.work, said.service_id, said.as_of);
        auto wrong = std::ranges::find_if(
            held, [&](auto& known) { return known.form_code == said.form_code && known.unit_code == said.unit_code; });
        if (wrong == held.end()) return form.problem("zpusob", "capacity.nothing_to_correct");
        said.as_of = wrong->as_of, said.ends_on = wrong->ends_on;
    }
    report_free_places(author, said);
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
    if (form.clean()) {
        auto save = form.kind == "registered" ? save_registered : form.kind == "free" ? save_free : save_agreed;
        save(author_of(permit), form, edited);
    }
    if (!form.clean()) return page_of(request, db, edited, form, http::unprocessable);
    note_done(permit, "network.capacity_saved", service.id.uuid);
    return http::redirect("/sluzby/", service.slug, "/kapacity?ulozeno=ano");
}

// --- one number ------------------------------------------------------------------------------------------------------

namespace {

using OneNumber = std::variant<RegisteredCapacity, AgreedCapacity, FreePlaces>;

std::string kind_of(const RegisteredCapacity&) { return "registered"; }
std::string kind_of(const AgreedCapacity& capacity) { return capacity.kind; }
std::string kind_of(const FreePlaces&) { return "free"; }

// The row that was asked for, or what we know in its stead since somebody corrected it.
template <class Number>
Number now_in_its_stead(db::Session& db, const Number& asked) {
    if (!asked.recorded.replaced_at) return asked;
    auto known = held_now(db, asked);
    auto instead = std::ranges::find_if(known, [&](auto& one) { return meet(one.validity, asked.validity); });
    if (instead == known.end()) throw Gone{};
    return *instead;
}

OneNumber number_asked(const http::Request& request, db::Session& db, Id<Service> service) {
    auto id = request.id<RegisteredCapacity>("kapacita");
    if (auto registered = db.maybe<RegisteredCapacity>(
            "SELECT * FROM registered_capacities WHERE id = $1 AND service_id = $2", id, service))
        return now_in_its_stead(db, *registered);
    if (auto agreed =
            db.maybe<AgreedCapacity>("SELECT * FROM agreed_capacities WHERE id = $1 AND service_id = $2", id, service))
        return now_in_its_stead(db, *agreed);
    if (auto free = db.maybe<FreePlaces>("SELECT * FROM free_places WHERE id = $1 AND service_id = $2", id, service))
        return *free;
    throw NotFound{};
}

constexpr TextField<RegisteredCapacity> texts_of_registered[] = {{"poznamka", &RegisteredCapacity::note},
                                                                 {"celek", &RegisteredCapacity::whole}};
constexpr TextField<AgreedCapacity> texts_of_agreed[] = {{"poznamka", &AgreedCapacity::note}};

SheetParts capacity_parts(const RegisteredCapacity&, const i18n::Texts& texts) {
    std::vector<html::Choice> scopes{{"", texts.text("capacity.scope.none")}};
    for (auto code : {"at_once", "day", "year"})
        scopes.push_back({code, texts.text(std::string{"capacity.scope."} + code)});
    return {{"capacity.part",
             {{"pocet", "capacity.count", Control::line, "", false},
              {"rozsah", "capacity.scope", Control::one_of, "", false, scopes},
              {"z_celku", "capacity.of_total", Control::line, "capacity.of_total.hint"},
              {"celek", "capacity.whole", Control::line, "capacity.whole.hint"},
              {"poznamka", "capacity.note", Control::area}}},
            validity_part("facility.part.when")};
}
SheetParts capacity_parts(const AgreedCapacity&, const i18n::Texts&) {
    return {{"capacity.part",
             {{"pocet", "capacity.count", Control::line, "", false}, {"poznamka", "capacity.note", Control::area}}},
            validity_part("facility.part.when")};
}
SheetParts capacity_parts(const FreePlaces&, const i18n::Texts&) {
    return {{"capacity.part", {{"pocet", "capacity.count", Control::line, "", false}}},
            validity_part("facility.part.when")};
}

Sheet sheet_of(const RegisteredCapacity& capacity) {
    Sheet sheet{{"pocet", std::to_string(capacity.count)},
                {"rozsah", capacity.scope.value_or("")},
                {"z_celku", capacity.of_total ? std::to_string(*capacity.of_total) : ""}};
    show_texts(capacity, texts_of_registered, sheet);
    show_validity(capacity.validity, sheet);
    return sheet;
}
Sheet sheet_of(const AgreedCapacity& capacity) {
    Sheet sheet{{"pocet", std::to_string(capacity.count)}};
    show_texts(capacity, texts_of_agreed, sheet);
    show_validity(capacity.validity, sheet);
    return sheet;
}
Sheet sheet_of(const FreePlaces& places) {
    Sheet sheet{{"pocet", std::to_string(places.count)}};
    show_validity({places.as_of, places.ends_on}, sheet);
    return sheet;
}

SheetPage one_page(const http::Request& request, const EditedService& edited, const auto& number) {
    auto& texts = *request.texts;
    auto at = "/sluzby/" + edited.detail.service.slug + "/kapacity";
    auto title = edited.lists.name("forms", number.form_code, texts.language()) + ", " +
                 edited.lists.name("capacity_units", number.unit_code, texts.language()) + ": " +
                 texts.text("capacity.kind." + kind_of(number));
    SheetPage page{title, "capacity.edit.title",         at + "/" + to_text(number.id),
                   at,    capacity_parts(number, texts), sheet_of(number)};
    page.before = page.sheet, page.version = number.kept.version, page.form_token = request.form_token;
    page.notes = {{html::Note::info, texts.text("capacity.edit.advice"), texts.text("capacity.edit.advice.end")}};
    return page;
}

// The number as the sheet says it, if the sheet can be read at all.
RegisteredCapacity better_of(const RegisteredCapacity& capacity, const Sheet& sheet) {
    auto better = capacity;
    better.count = *whole_number(value_in(sheet, "pocet"), most_places);
    better.of_total = whole_number(value_in(sheet, "z_celku"), most_places);
    better.scope = text_or_nothing(value_in(sheet, "rozsah"));
    take_texts(better, texts_of_registered, sheet);
    better.validity = validity_of(sheet);
    return better;
}
AgreedCapacity better_of(const AgreedCapacity& capacity, const Sheet& sheet) {
    auto better = capacity;
    better.count = *whole_number(value_in(sheet, "pocet"), most_places);
    take_texts(better, texts_of_agreed, sheet);
    better.validity = validity_of(sheet);
    return better;
}
FreePlaces better_of(const FreePlaces& places, const Sheet& sheet) {
    auto better = places;
    better.count = *whole_number(value_in(sheet, "pocet"), most_places);
    auto validity = validity_of(sheet);
    better.as_of = validity.valid_from, better.ends_on = validity.valid_to;
    return better;
}

void check_fields(SheetPage& page, const RegisteredCapacity&) {
    auto count = whole_number(page.sheet["pocet"], most_places),
         total = whole_number(page.sheet["z_celku"], most_places);
    if (!page.sheet["z_celku"].empty() && (!total || (count && *total < *count)))
        page.problems.push_back({"z_celku", "capacity.of_total.small"});
    if (!page.sheet["celek"].empty() && page.sheet["z_celku"].empty())
        page.problems.push_back({"z_celku", "capacity.of_total.missing"});
    if (page.sheet["celek"].size() > longest_line) page.problems.push_back({"celek", "edit.too_long"});
    static constexpr std::string_view scopes[] = {"", "at_once", "day", "year"};
    if (!std::ranges::count(scopes, page.sheet["rozsah"])) page.problems.push_back({"rozsah", "edit.choice.unknown"});
}
void check_fields(SheetPage&, const AgreedCapacity&) {}
void check_fields(SheetPage& page, const FreePlaces&) {
    if (page.sheet["od"].empty()) page.problems.push_back({"od", "capacity.free.day"});
}

// Row 3.14: the sum of the parts is told with the services that hold the others.
void check_whole(SheetPage& page, db::Session& db, const RegisteredCapacity& better, const i18n::Texts& texts) {
    auto problem = part_problem(db, better);
    if (!problem || problem->others.empty()) return;
    page.problems.push_back({"pocet", "capacity.parts.above"});
    std::string names;
    for (auto& name : problem->others) names += (names.empty() ? "" : ", ") + name;
    page.notes.push_back({html::Note::bad,
                          texts.text("capacity.parts.sum", {std::to_string(problem->parts),
                                                            std::to_string(problem->whole), to_czech(problem->from)}),
                          texts.text("capacity.parts.others", {names})});
}

// Two numbers of one form and unit on one day would be added up by somebody.
void check_days(SheetPage& page, db::Session& db, const auto& better) {
    auto known = held_now(db, better);
    for (auto& other : known)
        if (other.id != better.id && meet(other.validity, better.validity))
            page.problems.push_back({"od", "capacity.overlap"});
}

void check_together(SheetPage& page, db::Session& db, const RegisteredCapacity& better, const i18n::Texts& texts,
                    Date) {
    check_days(page, db, better), check_whole(page, db, better, texts);
}
void check_together(SheetPage& page, db::Session& db, const AgreedCapacity& better, const i18n::Texts&, Date) {
    check_days(page, db, better);
}
void check_together(SheetPage& page, db::Session& db, const FreePlaces& better, const i18n::Texts&, Date today) {
    if (better.as_of > today) page.problems.push_back({"od", "capacity.free.future"});
    auto twice = db.one<std::int64_t>("SELECT count(*) FROM free_places WHERE service_id = $1 AND form_code = $2"
                                      " AND unit_code = $3 AND as_of = $4 AND id <> $5",
                                      better.service_id, better.form_code, better.unit_code, better.as_of, better.id);
    if (twice) page.problems.push_back({"od", "capacity.overlap"});
}

void check(SheetPage& page, db::Session& db, const auto& number, const i18n::Texts& texts, Date today) {
    if (!whole_number(page.sheet["pocet"], most_places)) page.problems.push_back({"pocet", "capacity.count.missing"});
    if (page.sheet["poznamka"].size() > longest_text) page.problems.push_back({"poznamka", "edit.too_long"});
    check_fields(page, number);
    check_validity(page.sheet, page.problems);
    if (page.problems.empty()) check_together(page, db, better_of(number, page.sheet), texts, today);
}

void save_better(const Author& author, const FreePlaces& places, const FreePlaces& better) {
    change(author, places, better);
}
void save_better(const Author& author, const auto& number, const auto& better) { replace(author, number, better); }

}

http::Response show_capacity(const http::Request& request, Permit<may::EditService> permit) {
    auto& service = permit.about().service;
    auto edited = EditedService::read(permit.db(), service.id, permit.today(), permit.now());
    auto number = number_asked(request, permit.db(), service.id);
    return std::visit([&](auto& one) { return respond(request, one_page(request, edited, one)); }, number);
}

http::Response correct_capacity_row(const http::Request& request, Permit<may::EditService> permit) {
    auto& db = permit.db();
    auto& service = permit.about().service;
    auto edited = EditedService::read(db, service.id, permit.today(), permit.now());
    auto asked = number_asked(request, db, service.id);
    return std::visit(
        [&](auto& number) {
            auto page = one_page(request, edited, number);
            if (auto conflict = saved_meanwhile(request, page)) return *conflict;
            check(page, db, number, *request.texts, permit.today());
            if (!page.problems.empty()) return respond(request, page, http::unprocessable);
            if (page.sheet != page.before) {
                save_better(author_of(permit), number, better_of(number, page.sheet));
                note_done(permit, "network.capacity_saved", service.id.uuid);
            }
            return http::redirect(page.back, "?ulozeno=ano");
        },
        asked);
}
}
