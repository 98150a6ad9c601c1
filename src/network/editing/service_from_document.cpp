// Fills the form of a new service with what a document says of it.
#include "network/editing/service_from_document.hpp"

#include "network/editing/new_service_sheet.hpp"
#include "network/editing/service_lines.hpp"
#include "network/service_reading/service_reading.hpp"
#include "network/services/financing_contract.hpp"
#include "network/services/registered_capacity.hpp"
#include "platform/base/parts.hpp"
#include "platform/http/reading.hpp"
#include "platform/http/temporary_file.hpp"
#include "platform/reading/limited.hpp"
#include "platform/search/fold.hpp"

#include <charconv>
#include <fstream>

namespace network {

namespace {

constexpr std::size_t longest_document_text = 500'000;    // bytes pasted
constexpr std::size_t longest_words = 400;
constexpr std::int64_t most_services = 99, most_places_said = 100'000;

// The item of a list that a text names: the same words, or all of them.
std::string code_named(const CodeLists& lists, const char* list, const std::string& name, Date day) {
    auto folded = search::fold(name);
    std::string best;
    for (auto item : lists.items(list, day)) {
        auto known = search::fold(lists.name(list, item->code, "cs"));
        if (known == folded) return item->code;
        if (folded.size() > 4 && (known.starts_with(folded) || folded.starts_with(known))) best = item->code;
    }
    return best;
}

std::string words_at(const reading::TextDocument& document, const reading::Place& at) {
    std::string words;
    for (auto line = at.first; line <= at.last && line < document.lines.size(); ++line)
        if (!document.lines[line].text.empty()) words += (words.empty() ? "" : " ") + document.lines[line].text;
    if (words.size() <= longest_words) return words;
    auto end = longest_words;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
    return words.substr(0, end) + "…";
}

struct CapacitySaid {
    std::int64_t count = 0;
    std::string unit_code{};
};

// „12 klientů současně“, „20 lůžek“: the number and the unit that a word behind it means.
std::optional<CapacitySaid> capacity_in(const std::string& text) {
    constexpr std::pair<std::string_view, std::string_view> units[] = {
        {"luz", "luzka"},    {"klient", "klient"},   {"uzivatel", "klient"},  {"osob", "klient"},
        {"rodin", "klient"}, {"kontakt", "kontakt"}, {"intervenc", "interv"}, {"hovor", "hovor"}};
    auto folded = search::fold(text);
    auto digits = folded.find_first_of("0123456789");
    if (digits == folded.npos) return {};
    CapacitySaid said;
    auto [end, error] = std::from_chars(folded.data() + digits, folded.data() + folded.size(), said.count);
    if (error != std::errc{} || said.count < 1 || said.count > most_places_said) return {};
    auto behind = folded.substr(std::size_t(end - folded.data()));
    auto nearest = behind.npos;
    for (auto& [word, unit] : units)
        if (auto at = behind.find(word); at < nearest)
            nearest = at, said.unit_code = "TypKapacitySocialniSluzby/" + std::string{unit};
    return nearest == behind.npos ? std::nullopt : std::optional{said};
}

std::vector<std::string> texts_in(const FoundTexts& found) {
    std::vector<std::string> texts;
    for (auto& one : found) texts.push_back(one.value);
    return texts;
}

}

FilledService filled_from(const ServiceFacts& facts, const reading::TextDocument& document, const CodeLists& lists,
                          const Territory& territory, const std::vector<Provider>& providers, Date day) {
    FilledService filled;
    auto& sheet = filled.sheet;
    auto said = [&](const char* field, const reading::Place& at) {
        auto words = words_at(document, at);
        bool said_already =
            std::ranges::any_of(filled.words, [&](auto& one) { return one.field == field && one.words == words; });
        if (!words.empty() && !said_already) filled.words.push_back({field, words});
    };
    sheet["druh"] = code_named(lists, "service_types", facts.service_type.value, day);
    if (!facts.service_type.value.empty()) said("edit.type", facts.service_type.at);
    if (facts.provider) {
        auto folded = search::fold(facts.provider->value);
        for (auto& provider : providers) {
            auto known = search::fold(provider.name);
            if (known == folded || known.starts_with(folded) || folded.starts_with(known))
                sheet["poskytovatel"] = provider.slug;
        }
        sheet["nazev"] = facts.provider->value + " – " + facts.service_type.value;
        said("edit.provider", facts.provider->at);
    } else sheet["nazev"] = facts.service_type.value;
    if (facts.registration_id)
        sheet["identifikator"] = facts.registration_id->value, said("edit.identifier", facts.registration_id->at);
    std::vector<std::string> codes;
    for (auto& form : facts.forms) {
        codes.push_back(code_named(lists, "forms", form.value, day));
        said("edit.forms", form.at);
    }
    sheet["formy"] = text::joined(codes, ";");
    std::vector<std::string> groups, others;
    for (auto& group : facts.target_groups) {
        auto code = code_named(lists, "target_groups", group.value, day);
        (code.empty() ? others : groups).push_back(code.empty() ? group.value : code);
        said("edit.target_groups", group.at);
    }
    std::ranges::sort(groups);
    sheet["skupiny"] = text::joined(groups, ";"), sheet["pro_koho"] = text::joined(others, "\n");
    if (facts.age_min) sheet["vek_od"] = std::to_string(facts.age_min->value), said("edit.age_min", facts.age_min->at);
    if (facts.age_max) sheet["vek_do"] = std::to_string(facts.age_max->value), said("edit.age_max", facts.age_max->at);
    std::vector<std::string> hours, land, beside;
    for (auto& one : facts.opening_hours) {
        auto line = one.days + " " + one.from + "–" + one.to;
        if (read_opening_line(line)) hours.push_back(line);
        said("edit.hours", one.at);
    }
    if (facts.nonstop) hours.push_back("nonstop"), said("edit.hours", *facts.nonstop);
    sheet["doba"] = text::joined(hours, "\n");
    for (auto& one : facts.territory) {
        (read_coverage(one.value, territory).coverage ? land : beside).push_back(one.value);
        said("edit.coverage", one.at);
    }
    sheet["uzemi"] = text::joined(land, "\n");
    for (auto& one : facts.capacity) {
        auto known = sheet["kapacita"].empty() ? capacity_in(one.value) : std::nullopt;
        if (known) sheet["kapacita"] = std::to_string(known->count), sheet["kapacita_jednotka"] = known->unit_code;
        else beside.push_back(one.value);
        said("capacity.title", one.at);
    }
    if (!sheet["kapacita"].empty() && codes.size() == 1) sheet["kapacita_forma"] = codes.front();
    if (facts.contract_no) sheet["smlouva"] = facts.contract_no->value, said("contract.number", facts.contract_no->at);
    // What the form has no field for stays readable: it goes into the description.
    for (auto& one : texts_in(facts.places)) beside.push_back(one);
    if (facts.project_registration_no) beside.push_back(facts.project_registration_no->value);
    sheet["popis"] = text::joined(beside, "\n");
    return filled;
}

// --- handing it over -------------------------------------------------------------------------------------------------

ServiceDocumentForm::ServiceDocumentForm(const http::Request& request) : Form{request} {
    for (auto& upload : request.files)
        if (upload.field == "soubor" && upload.bytes > 0) file = &upload;
    pasted_text = request.values.first("text");
    if (pasted_text.size() > longest_document_text) problem("text", "edit.too_long");
    if (!file && text::trimmed(pasted_text).empty()) problem("soubor", "edit.document.missing");
    which = number("ktera", 1, most_services).value_or(1);
}

files::FileInput ServiceDocumentPage::file_input() const {
    return {files::round_bytes(http::upload_most), 0, "soubor", "soubor-napoveda",
            ".txt,.md,.html,.htm,.docx,.odt,.pdf,.eml"};
}

html::Area ServiceDocumentPage::text_field() const {
    auto area = form.area("text", "edit.document.text");
    area.optional = true;
    return area;
}

html::Field ServiceDocumentPage::which_field() const {
    auto field = form.field("ktera", "edit.document.which");
    field.hint = "edit.document.which.hint", field.optional = true, field.inputmode = "numeric";
    return field;
}

http::PageHead ServiceDocumentPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("edit.document.title"), .section = "/sluzby/nova", .staff = true};
}

namespace {

constexpr const char* asked_of_new[] = {"formy", "popis", "pro_koho", "vek_od", "vek_do", "skupiny", "uzemi", "doba"};

constexpr std::string_view kept_apart[] = {"poskytovatel",      "identifikator",  "kapacita",
                                           "kapacita_jednotka", "kapacita_forma", "smlouva"};

// The short form of a new service, and those fields of the long one that documents speak of.
SheetPage filled_page(const http::Request& request, db::Session& db, Date day) {
    auto& texts = *request.texts;
    auto lists = CodeLists::read(db, day);
    std::vector<html::Choice> providers{{"", texts.text("edit.provider.choose")}};
    auto all = list_providers(db);
    for (auto& provider : all) providers.push_back({provider.slug, provider.name});
    auto part = new_service_part(lists, texts, day);
    part.fields.insert(part.fields.begin(),
                       {"poskytovatel", "edit.provider", Control::one_of, "", false, std::move(providers)});
    SheetPart more{"edit.part.whom", {}};
    auto parts = service_parts(lists, texts, day);
    for (auto& one : parts)
        for (auto& field : one.fields)
            if (std::ranges::find(asked_of_new, field.name) != std::end(asked_of_new)) more.fields.push_back(field);
    auto choices = [&](const char* list) {
        std::vector<html::Choice> all{{"", ""}};
        for (auto item : lists.items(list, day)) all.push_back({item->code, lists.name(list, item->code, "cs")});
        return all;
    };
    SheetPart numbers{"edit.document.numbers",
                      {{"kapacita", "capacity.count", Control::number},
                       {"kapacita_jednotka", "capacity.unit", Control::one_of, "", true, choices("capacity_units")},
                       {"kapacita_forma", "capacity.form", Control::one_of, "", true, choices("forms")},
                       {"smlouva", "contract.number", Control::line, "contract.number.hint"}}};
    SheetPage page{"", "edit.service.new", "/sluzby/nova/z-dokumentu", "/sluzby/nova/dokument", {part, more, numbers},
                   {}};
    page.form_token = request.form_token;
    return page;
}

// A capacity is a number of units in a form, or nothing.
void check_numbers(SheetPage& page, const CodeLists& lists) {
    auto count = value_in(page.sheet, "kapacita");
    if (value_in(page.sheet, "smlouva").size() > longest_line) page.problems.push_back({"smlouva", "edit.too_long"});
    if (count.empty()) return;
    if (!whole_number(count, most_places_said)) page.problems.push_back({"kapacita", "capacity.count.missing"});
    if (!lists.find("capacity_units", value_in(page.sheet, "kapacita_jednotka")))
        page.problems.push_back({"kapacita_jednotka", "capacity.unit.missing"});
    if (!lists.find("forms", value_in(page.sheet, "kapacita_forma")))
        page.problems.push_back({"kapacita_forma", "capacity.form.missing"});
}

void keep_numbers(const Author& author, const Sheet& sheet, Id<Service> service, Date day) {
    if (auto count = whole_number(value_in(sheet, "kapacita"), most_places_said)) {
        RegisteredCapacity capacity;
        capacity.service_id = service, capacity.count = *count, capacity.validity = {day, {}};
        capacity.unit_code = value_in(sheet, "kapacita_jednotka");
        capacity.form_code = value_in(sheet, "kapacita_forma");
        set_capacity(author, capacity);
    }
    if (auto number = value_in(sheet, "smlouva"); !number.empty()) {
        FinancingContract contract;
        contract.number = number;
        put_under_contract(author, contract, service);
    }
}

http::Response document_page(const http::Request& request, const ServiceDocumentForm& form,
                             std::vector<std::string> found, http::Status status) {
    return respond(request, ServiceDocumentPage{form, request.form_token, std::move(found)}, status);
}

}

http::Response show_service_document(const http::Request& request, Permit<may::KeepCatalogue>) {
    return document_page(request, ServiceDocumentForm{}, {}, http::ok);
}

http::Response read_service_document(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    ServiceDocumentForm form{request};
    if (!form.clean()) return document_page(request, form, {}, http::unprocessable);
    std::shared_ptr<const std::filesystem::path> path;
    if (form.file) path = form.file->file;
    else {
        path = http::make_temporary_file(std::filesystem::temp_directory_path()).path;
        std::ofstream{*path, std::ios::binary} << form.pasted_text;
    }
    reading::TextDocument document;
    try {
        document = reading::read_limited(*path);
    } catch (const reading::ReadingError& error) {
        form.problem(form.file ? "soubor" : "text", std::string{reading::text_key(error.fault)}.c_str());
        return document_page(request, form, {}, http::unprocessable);
    }
    auto services = read_services(document);
    std::vector<std::string> found;
    for (auto& one : services) found.push_back(one.service_type.value);
    if (services.empty()) form.problem(form.file ? "soubor" : "text", "edit.document.none");
    else if (form.which > std::int64_t(services.size())) form.problem("ktera", "edit.document.which.none");
    if (!form.clean()) return document_page(request, form, std::move(found), http::unprocessable);
    auto& db = permit.look();
    auto day = permit.today();
    auto filled = filled_from(services[std::size_t(form.which) - 1], document, CodeLists::read(db, day),
                              Territory::read(db, day), list_providers(db), day);
    auto page = filled_page(request, db, day);
    page.sheet = std::move(filled.sheet);
    page.notes.push_back(
        {html::Note::info, request.texts->text("edit.document.filled"),
         services.size() > 1 ? request.texts->text("edit.document.others", {text::joined(found)}) : std::string{}});
    for (auto& word : filled.words)
        page.notes.push_back({html::Note::info, request.texts->text(word.field), "„" + word.words + "“"});
    return respond(request, page);
}

http::Response new_service_from_document(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto& db = permit.db();
    auto& texts = *request.texts;
    auto day = permit.today();
    auto page = filled_page(request, db, day);
    page.sheet = typed_sheet(request.values, page.parts);
    auto provider = find_provider_by_slug(db, page.sheet["poskytovatel"]);
    page.problems = problems_of_new_service(page.sheet, db, texts, day, page.notes);
    if (!provider) page.problems.insert(page.problems.begin(), {"poskytovatel", "edit.provider.missing"});
    EditedService nothing{{}, CodeLists::read(db, day), Territory::read(db, day), day};
    auto sheet = page.sheet;
    sheet["stav"] = "active";
    if (page.problems.empty()) page.problems = problems_of(sheet, nothing, texts, page.notes);
    check_numbers(page, nothing.lists);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    auto author = author_of(permit);
    auto service = make_service(author, provider->id, page.sheet);
    auto edited = EditedService::read(db, service.id, day, permit.now());
    auto wished = sheet_of(edited);
    for (auto& [name, typed] : page.sheet)
        if (std::ranges::find(kept_apart, name) == std::end(kept_apart)) wished[name] = typed;
    save_service(author, edited, wished, {});
    keep_numbers(author, page.sheet, service.id, day);
    note_done(permit, "network.service_added", service.id.uuid);
    return http::redirect("/sluzby/", service.slug, "/upravit");
}

}
