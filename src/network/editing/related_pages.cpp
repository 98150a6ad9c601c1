// Keeps help that is no registered service.
#include "network/editing/related_pages.hpp"

#include "network/code_lists/standing_choices.hpp"
#include "network/editing/facility_sheet.hpp"
#include "network/editing/kept_lines.hpp"
#include "network/editing/text_fields.hpp"
#include "network/providers/provider.hpp"
#include "platform/base/parts.hpp"

namespace network {

namespace {

constexpr auto list_at = "/sprava/souvisejici";

constexpr TextField<RelatedService> texts_of_related[] = {
    {"organizace", &RelatedService::organisation_name},
    {"shrnuti", &RelatedService::summary},
    {"popis", &RelatedService::description},
    {"pro_koho", &RelatedService::for_whom},
    {"doba", &RelatedService::opening},
};

struct EditedRelated {
    RelatedService service;
    std::vector<Contact> contacts;
    std::vector<Provider> providers;
    CodeLists lists;
    Territory territory;
    Date day;

    static EditedRelated read(db::Session& db, const RelatedService& service, Date day) {
        return {service,
                contacts_of(db, service.id.uuid),
                list_providers(db),
                CodeLists::read(db, day),
                Territory::read(db, day),
                day};
    }
    const Provider* provider(const std::string& slug) const {
        auto found = std::ranges::find(providers, slug, &Provider::slug);
        return found == providers.end() ? nullptr : &*found;
    }
};

SheetParts related_parts(const EditedRelated& edited, const i18n::Texts& texts) {
    std::vector<html::Choice> providers{{"", texts.text("related.provider.other")}},
        kinds{{"", texts.text("related.kind.choose")}};
    for (auto& provider : edited.providers) providers.push_back({provider.slug, provider.name});
    for (auto item : edited.lists.items("related_kinds", edited.day))
        kinds.push_back({item->code, edited.lists.name("related_kinds", item->code, texts.language())});
    return {
        {"related.part.what",
         {{"nazev", "edit.name", Control::line, "", false},
          {"druh", "related.kind", Control::one_of, "", false, kinds},
          {"poskytovatel", "edit.provider", Control::one_of, "", true, providers},
          {"organizace", "related.organisation", Control::line, "related.organisation.hint"},
          {"shrnuti", "edit.summary", Control::area, "edit.summary.hint"},
          {"popis", "edit.description", Control::area},
          {"pro_koho", "related.for_whom", Control::area, "edit.eligibility.hint"}}},
        {"edit.part.where",
         {{"doba", "edit.hours", Control::area, "related.hours.hint"},
          {"obec", "edit.municipality", Control::line, "facility.municipality.hint"},
          {"uzemi", "edit.coverage", Control::area, "edit.coverage.hint"}}},
        {"edit.part.how", {{"kontakty", "edit.contacts", Control::area, "edit.contacts.hint"}}},
        validity_part("related.part.validity"),
    };
}

std::vector<std::string> reach_lines(const EditedRelated& edited) {
    auto coverages = parse_coverages(edited.service.coverage);
    return coverages ? lines_had(*coverages, edited.territory) : text::parted(edited.service.coverage, ";");
}

Sheet sheet_of(const EditedRelated& edited) {
    auto& service = edited.service;
    Sheet sheet{{"nazev", tidy(service.name)}, {"druh", service.kind_code}};
    show_texts(service, texts_of_related, sheet);
    auto provider =
        std::ranges::find(edited.providers, service.provider_id, [](auto& one) { return std::optional{one.id}; });
    sheet["poskytovatel"] = provider == edited.providers.end() ? "" : provider->slug;
    sheet["obec"] = service.municipality_code ? town_in_form(*service.municipality_code, edited.territory) : "";
    sheet["uzemi"] = tidy(text_of(reach_lines(edited)));
    sheet["kontakty"] = tidy(text_of(lines_had(edited.contacts)));
    show_validity(service.validity, sheet);
    return sheet;
}

// orp:5104;area:jilemnicko, as the record keeps it.
std::string tokens_of(const Sheet& sheet, const Territory& territory) {
    std::vector<std::string> tokens;
    for (auto& wording : coverage_wordings(value_in(sheet, "uzemi")))
        if (auto read = read_coverage(wording, territory); read.coverage)
            tokens.push_back(read.coverage->level + ":" + read.coverage->code);
    return text::joined(tokens, ";");
}

void check(SheetPage& page, const EditedRelated& edited, const i18n::Texts& texts) {
    auto& sheet = page.sheet;
    auto wrong = [&](const char* field, const char* key, const std::string& wording) {
        if (std::ranges::find(page.problems, field, &html::Problem::field) == page.problems.end())
            page.problems.push_back({field, key});
        page.notes.push_back({html::Note::bad, texts.text("edit.not_understood", {wording}), texts.text(key)});
    };
    if (sheet["nazev"].empty()) page.problems.push_back({"nazev", "edit.name.missing"});
    if (!edited.lists.find("related_kinds", sheet["druh"])) page.problems.push_back({"druh", "related.kind.missing"});
    if (auto& slug = sheet["poskytovatel"]; !slug.empty() && !edited.provider(slug))
        page.problems.push_back({"poskytovatel", "edit.provider.missing"});
    else if (slug.empty() && sheet["organizace"].empty())
        page.problems.push_back({"organizace", "related.organisation.missing"});
    for (auto& [name, typed] : sheet)
        if (typed.size() > (name == "nazev" || name == "organizace" ? longest_line : longest_text))
            page.problems.push_back({name, "edit.too_long"});
    if (auto& town = sheet["obec"]; !town.empty() && town != value_in(page.before, "obec"))
        if (auto problem = problem_of_town(town, edited.territory)) page.problems.push_back({"obec", problem});
    for (auto& wording : fresh_lines(coverage_wordings(sheet["uzemi"]), reach_lines(edited))) {
        auto read = read_coverage(wording, edited.territory);
        if (read.problem) wrong("uzemi", read.problem, wording);
        else if (read.coverage->note) wrong("uzemi", "related.coverage.note", wording);
    }
    for (auto& line : fresh_lines(lines_of(sheet["kontakty"]), lines_had(edited.contacts)))
        if (!read_contact_line(line)) wrong("kontakty", "edit.contacts.unreadable", line);
    check_validity(sheet, page.problems);
}

// Expects a sheet without problems.
RelatedService filled(const EditedRelated& edited, const Sheet& sheet, const Sheet& before) {
    auto service = edited.service;
    auto typed = [&](const char* name) { return value_in(sheet, name) != value_in(before, name); };
    if (typed("nazev")) service.name = value_in(sheet, "nazev");
    service.kind_code = value_in(sheet, "druh");
    auto provider = edited.provider(value_in(sheet, "poskytovatel"));
    service.provider_id = provider ? std::optional{provider->id} : std::nullopt;
    take_texts(service, texts_of_related, sheet);
    if (typed("obec")) {
        auto towns = edited.territory.find_municipalities(value_in(sheet, "obec"));
        service.municipality_code = towns.empty() ? std::nullopt : std::optional{towns.front()->code};
        service.latitude = towns.empty() ? std::nullopt : std::optional{towns.front()->latitude};
        service.longitude = towns.empty() ? std::nullopt : std::optional{towns.front()->longitude};
    }
    if (typed("uzemi")) service.coverage = tokens_of(sheet, edited.territory);
    if (typed("od") || typed("do")) service.validity = validity_of(sheet);
    return service;
}

SheetPart verified_part() { return {"edit.part.verified", {{"overeno", "edit.verified", Control::tick}}}; }

SheetPage edit_page(const http::Request& request, const EditedRelated& edited) {
    auto& texts = *request.texts;
    auto& service = edited.service;
    auto address = "/souvisejici/" + service.slug;
    SheetPage page{service.name,    "related.edit", address + "/upravit", list_at, related_parts(edited, texts),
                   sheet_of(edited)};
    offer_what_stands(page.parts, page.sheet, edited.lists, texts, {{"druh", "related_kinds"}});
    page.before = page.sheet, page.version = service.kept.version, page.form_token = request.form_token;
    if (service.validity.holds_on(edited.day)) page.links.push_back({texts.text("edit.link.show"), address});
    page.links.push_back({texts.text("edit.link.history"), address + "/historie"});
    if (service.verified_on)
        page.notes.push_back(
            {html::Note::info,
             service.verified_by
                 ? texts.text("edit.verified.last.by", {to_czech(*service.verified_on), *service.verified_by})
                 : texts.text("edit.verified.last", {to_czech(*service.verified_on)})});
    return page;
}

SheetPage new_page(const http::Request& request, const EditedRelated& edited) {
    SheetPage page{"", "related.new", "/sprava/souvisejici/nova", list_at, related_parts(edited, *request.texts), {}};
    page.form_token = request.form_token;
    return page;
}

}

http::PageHead RelatedListPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("related.list"), .section = list_at, .staff = true};
}

html::Table RelatedListPage::table(html::Out& out) const {
    html::Table table{out.text("related.list"), {{"edit.name"}, {"related.kind"}, {"related.organisation"}}, {}};
    table.caption_is_above = true;
    for (auto& line : lines)
        table.rows.push_back({{line.name, "/souvisejici/" + line.slug + "/upravit"},
                              {line.ended ? line.kind + " – " + out.text("related.ended") : line.kind},
                              {line.organisation}});
    return table;
}

http::Response list_related(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto& db = permit.db();
    auto lists = CodeLists::read(db, permit.today());
    std::map<Id<Provider>, std::string> providers;
    for (auto& provider : list_providers(db)) providers.emplace(provider.id, provider.shown_name());
    RelatedListPage page;
    for (auto& service : list_related_services(db)) {
        auto provider = service.provider_id ? providers.find(*service.provider_id) : providers.end();
        page.lines.push_back({service.name, service.slug,
                              provider == providers.end() ? service.organisation_name.value_or("") : provider->second,
                              lists.name("related_kinds", service.kind_code, request.texts->language()),
                              service.validity.valid_to && *service.validity.valid_to <= permit.today()});
    }
    return respond(request, page);
}

http::Response show_new_related(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto page = new_page(request, EditedRelated::read(permit.db(), {}, permit.today()));
    page.sheet["poskytovatel"] = request.asked.first("poskytovatel");
    return show_sheet(request, permit.db(), page);
}

http::Response new_related(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto edited = EditedRelated::read(permit.db(), {}, permit.today());
    auto page = new_page(request, edited);
    page.sheet = typed_sheet(request.values, page.parts);
    check(page, edited, *request.texts);
    if (!page.problems.empty()) return sheet_again(request, page);
    auto service = filled(edited, page.sheet, {});
    auto author = author_of(permit);
    add_related_service(author, service);
    keep_contact_lines(author, RelatedService::table, service.id.uuid, {}, page.sheet["kontakty"]);
    note_done(permit, "network.related_added", service.id.uuid);
    sheet_saved(request, permit);
    return http::redirect("/souvisejici/", service.slug, "/upravit?ulozeno=ano");
}

http::Response show_edit_related(const http::Request& request, Permit<may::EditRelated> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved("/souvisejici/" + view.service.slug + "/upravit");
    auto page = edit_page(request, EditedRelated::read(permit.db(), view.service, permit.today()));
    page.more = verified_part();
    say_saved(request, page);
    return show_sheet(request, permit.db(), page);
}

http::Response edit_related(const http::Request& request, Permit<may::EditRelated> permit) {
    auto& db = permit.db();
    auto edited = EditedRelated::read(db, *find_related_service(db, permit.about().service.id), permit.today());
    auto page = edit_page(request, edited);
    page.more = verified_part();
    bool vouched = request.values.first("overeno") == "ano";
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    check(page, edited, *request.texts);
    if (!page.problems.empty()) {
        page.sheet["overeno"] = vouched ? "ano" : "";
        return sheet_again(request, page);
    }
    if (page.sheet != page.before || vouched) {
        auto author = author_of(permit);
        auto after = filled(edited, page.sheet, page.before);
        if (vouched)
            after.verified_on = permit.today(), after.verified_by = role_in_words(permit.user(), *request.texts);
        change(author, edited.service, after);
        keep_contact_lines(author, RelatedService::table, after.id.uuid, edited.contacts, page.sheet["kontakty"]);
        note_done(permit, "network.related_saved", after.id.uuid);
    }
    sheet_saved(request, permit);
    return http::redirect("/souvisejici/", edited.service.slug, "/upravit?ulozeno=ano");
}

}
