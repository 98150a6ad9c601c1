// Fills the form of a new service with what a document says of it.
#include "network/editing/service_from_document.hpp"

#include "network/editing/new_service_sheet.hpp"
#include "network/editing/service_lines.hpp"
#include "network/service_reading/service_reading.hpp"
#include "platform/base/parts.hpp"
#include "platform/http/temporary_file.hpp"
#include "platform/reading/limited.hpp"
#include "platform/search/fold.hpp"

#include <fstream>

namespace network {

namespace {

constexpr std::size_t longest_document_text = 500'000;    // bytes pasted
constexpr std::size_t longest_words = 400;
constexpr std::int64_t most_services = 99;

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
    // What the form has no field for yet stays readable: it goes into the description.
    for (auto texts : {&facts.capacity, &facts.places})
        for (auto& one : texts_in(*texts)) beside.push_back(one);
    for (auto number : {&facts.contract_no, &facts.project_registration_no})
        if (*number) beside.push_back((*number)->value);
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
    SheetPage page{"", "edit.service.new", "/sluzby/nova/z-dokumentu", "/sluzby/nova/dokument", {part, more}, {}};
    page.form_token = request.form_token;
    return page;
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
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    auto author = author_of(permit);
    auto service = make_service(author, provider->id, page.sheet);
    auto edited = EditedService::read(db, service.id, day, permit.now());
    auto wished = sheet_of(edited);
    for (auto& [name, typed] : page.sheet)
        if (name != "poskytovatel" && name != "identifikator") wished[name] = typed;
    save_service(author, edited, wished, {});
    note_done(permit, "network.service_added", service.id.uuid);
    return http::redirect("/sluzby/", service.slug, "/upravit");
}

}
