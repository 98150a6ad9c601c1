// Turns a service into texts and back.
#include "network/editing/service_sheet.hpp"

#include "network/code_lists/standing_choices.hpp"
#include "network/editing/kept_lines.hpp"
#include "network/editing/removal.hpp"
#include "network/editing/text_fields.hpp"
#include "network/services/law_warnings.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr std::array<std::string_view, 3> text_languages{"easy", "uk", "en"};
constexpr std::int64_t oldest = 120;

// The fields of a service that are one text each.
constexpr TextField<Service> texts_of_service[] = {
    {"shrnuti", &Service::summary},
    {"popis", &Service::description},
    {"pro_koho", &Service::eligibility},
    {"vek_slovy", &Service::age_wording},
    {"stav_duvod", &Service::status_reason},
    {"uhrada_druh", &Service::fees_kind},
    {"uhrada", &Service::fees},
    {"jak_pozadat", &Service::how_to_apply},
    {"pristupnost_poznamka", &Service::accessibility_note},
};

struct TextPart {
    const char* name;
    const char* label;
    Control control;
    std::optional<std::string> ServiceText::* member;
};
constexpr TextPart text_parts[] = {
    {"nazev", "edit.text.name", Control::line, &ServiceText::name},
    {"shrnuti", "edit.text.summary", Control::area, &ServiceText::summary},
    {"popis", "edit.text.description", Control::area, &ServiceText::description},
    {"kroky", "edit.text.steps", Control::area, &ServiceText::steps},
};

std::string field_of_text(std::string_view language, const char* part) {
    return "text." + std::string{language} + "." + part;
}

std::vector<html::Choice> choices(const CodeLists& lists, const char* list, const i18n::Texts& texts, Date day) {
    std::vector<html::Choice> found;
    for (auto item : lists.items(list, day))
        found.push_back({item->code, lists.name(list, item->code, texts.language())});
    return found;
}

std::vector<std::string> codes_of(std::string_view list) {
    std::vector<std::string> codes;
    while (!list.empty()) {
        auto code = list.substr(0, list.find(';'));
        list.remove_prefix(std::min(list.size(), code.size() + 1));
        codes.emplace_back(code);
    }
    return codes;
}

template <class Row>
std::string code_list_of(const std::vector<Row>& rows, std::string Row::* code) {
    std::vector<std::string> codes;
    for (auto& row : rows) codes.push_back(row.*code);
    std::ranges::sort(codes);
    std::string list;
    for (auto& one : codes) list += (list.empty() ? "" : ";") + one;
    return list;
}

std::string sorted_codes(std::string_view list) {
    auto codes = codes_of(list);
    std::ranges::sort(codes);
    std::string text;
    for (auto& code : codes) text += (text.empty() ? "" : ";") + code;
    return text;
}

const ServiceText* text_in(const std::vector<ServiceText>& texts, std::string_view language) {
    auto found = std::ranges::find(texts, language, &ServiceText::language);
    return found == texts.end() ? nullptr : &*found;
}

template <class Row>
std::string lines_text(const std::vector<Row>& rows) {
    return tidy(text_of(lines_had(rows)));
}

}

EditedService EditedService::read(db::Session& db, Id<Service> id, Date day, Instant known_at) {
    auto detail = read_service(db, id, day, known_at);
    detail->contacts = contacts_of(db, id.uuid);
    // Hours of one place are kept with the place.
    std::erase_if(detail->opening_times, [](auto& time) { return time.facility_id.has_value(); });
    return {std::move(*detail), CodeLists::read(db, day), Territory::read(db, day), day};
}

// --- what the form shows ---------------------------------------------------------------------------------------------

SheetParts service_parts(const CodeLists& lists, const i18n::Texts& texts, Date day) {
    auto of_list = [&](const char* list) { return choices(lists, list, texts, day); };
    auto family = [&](const char* beginning, std::initializer_list<const char*> codes) {
        std::vector<html::Choice> found;
        for (auto code : codes) found.push_back({code, texts.text(std::string{beginning} + (*code ? code : "none"))});
        return found;
    };
    SheetParts parts{
        {"edit.part.what",
         {{"nazev", "edit.name", Control::line, "", false},
          {"druh", "edit.type", Control::one_of, "edit.type.hint", false, of_list("service_types")},
          {"formy", "edit.forms", Control::several, "", false, of_list("forms")},
          {"shrnuti", "edit.summary", Control::area, "edit.summary.hint"},
          {"popis", "edit.description", Control::area}}},
        {"edit.part.whom",
         {{"pro_koho", "edit.eligibility", Control::area, "edit.eligibility.hint"},
          {"vek_od", "edit.age_min", Control::number, "edit.age.hint"},
          {"vek_do", "edit.age_max", Control::number},
          {"vek_slovy", "edit.age_wording", Control::line, "edit.age_wording.hint"},
          {"vek_nejasny", "edit.age_ambiguous", Control::tick},
          {"veky", "edit.age_bands", Control::several, "", false, of_list("age_bands")},
          {"skupiny", "edit.target_groups", Control::several, "", false, of_list("target_groups")}}},
        {"edit.part.where",
         {{"uzemi", "edit.coverage", Control::area, "edit.coverage.hint"},
          {"doba", "edit.hours", Control::area, "edit.hours.hint"},
          {"pristupnost", "edit.accessibility", Control::several, "", false, of_list("accessibility")},
          {"pristupnost_poznamka", "edit.accessibility_note", Control::area}}},
        {"edit.part.how",
         {{"kontakty", "edit.contacts", Control::area, "edit.contacts.hint"},
          {"jak_pozadat", "edit.how_to_apply", Control::area},
          {"kroky", "edit.steps", Control::area, "edit.steps.hint"},
          {"uhrada_druh", "edit.fees_kind", Control::one_of, "", false,
           family("edit.fees_kind.", {"", "free", "partly", "paid"})},
          {"uhrada", "edit.fees", Control::area}}},
        {"edit.part.state",
         {{"stav", "edit.status", Control::one_of, "", false, family("edit.status.", {"active", "paused", "ended"})},
          {"stav_duvod", "edit.status_reason", Control::line, "edit.status_reason.hint"}}},
    };
    for (auto language : text_languages) {
        SheetPart part{"edit.language." + std::string{language}, {}};
        for (auto& text : text_parts)
            part.fields.push_back({field_of_text(language, text.name), text.label, text.control});
        parts.push_back(std::move(part));
    }
    return parts;
}

SheetParts service_parts(const EditedService& edited, const i18n::Texts& texts) {
    auto parts = service_parts(edited.lists, texts, edited.day);
    offer_what_stands(parts, sheet_of(edited), edited.lists, texts,
                      {{"druh", "service_types"},
                       {"formy", "forms"},
                       {"veky", "age_bands"},
                       {"skupiny", "target_groups"},
                       {"pristupnost", "accessibility"}});
    return parts;
}

Sheet sheet_of(const EditedService& edited) {
    auto& [detail, lists, territory, day] = edited;
    auto& service = detail.service;
    Sheet sheet{{"nazev", tidy(service.name)}, {"druh", service.type_code}, {"stav", service.status}};
    show_texts(service, texts_of_service, sheet);
    sheet["vek_od"] = service.age_min ? std::to_string(*service.age_min) : "";
    sheet["vek_do"] = service.age_max ? std::to_string(*service.age_max) : "";
    sheet["vek_nejasny"] = service.age_max_ambiguous ? "ano" : "";
    sheet["pristupnost"] = sorted_codes(service.accessibility);
    sheet["formy"] = code_list_of(detail.forms, &ServiceForm::form_code);
    sheet["skupiny"] = code_list_of(detail.target_groups, &ServiceTargetGroup::group_code);
    sheet["veky"] = code_list_of(detail.age_bands, &ServiceAgeBand::band_code);
    auto places = lines_had(detail.coverages, territory);
    std::ranges::sort(places);
    sheet["uzemi"] = tidy(text_of(places));
    sheet["doba"] = lines_text(detail.opening_times);
    sheet["kontakty"] = lines_text(detail.contacts);
    sheet["kroky"] = lines_text(detail.steps);
    for (auto language : text_languages)
        for (auto& part : text_parts) {
            auto text = text_in(detail.texts, language);
            sheet[field_of_text(language, part.name)] = text ? tidy((text->*part.member).value_or("")) : "";
        }
    return sheet;
}

std::vector<html::Note> law_notes(const EditedService& edited, const i18n::Texts& texts) {
    std::vector<html::Note> notes;
    auto name = [&](const char* list, const std::string& code) {
        return edited.lists.name(list, code, texts.language());
    };
    for (auto& warning : law_warnings(edited.detail.service, edited.detail.forms, edited.lists, edited.day))
        notes.push_back(
            {html::Note::warn,
             texts.text(warning.text_key, {name("service_types", warning.type_code), name("forms", warning.form_code)}),
             texts.text("edit.law.advice")});
    return notes;
}

// --- what was typed --------------------------------------------------------------------------------------------------

namespace {

void check_ages(const Sheet& sheet, std::vector<html::Problem>& problems) {
    std::optional<std::int64_t> limits[2];
    const char* names[2] = {"vek_od", "vek_do"};
    for (int n : {0, 1}) {
        auto typed = value_in(sheet, names[n]);
        if (typed.empty()) continue;
        limits[n] = whole_number(typed, oldest);
        if (!limits[n]) problems.push_back({names[n], "edit.age.unreadable"});
    }
    if (limits[0] && limits[1] && *limits[0] > *limits[1]) problems.push_back({"vek_do", "edit.age.reversed"});
}

void check_codes(const Sheet& sheet, const SheetParts& parts, std::vector<html::Problem>& problems, const Sheet& now) {
    for (auto& part : parts)
        for (auto& field : part.fields) {
            auto typed = value_in(sheet, field.name);
            if (field.choices.empty() || typed == value_in(now, field.name)) continue;
            auto before = codes_of(value_in(now, field.name));
            auto all = field.control == Control::several ? codes_of(typed) : std::vector{typed};
            // A code that the lists no longer offer may stay, not come.
            bool offered = std::ranges::all_of(all, [&](auto& code) {
                return std::ranges::find(field.choices, code, &html::Choice::value) != field.choices.end() ||
                       std::ranges::count(before, code) > 0;
            });
            if (!offered) problems.push_back({field.name, "edit.choice.unknown"});
        }
}

}

std::vector<html::Problem> problems_of(const Sheet& sheet, const EditedService& edited, const i18n::Texts& texts,
                                       std::vector<html::Note>& notes) {
    std::vector<html::Problem> problems;
    auto wrong = [&](const char* field, const char* key, const std::string& wording) {
        if (std::ranges::find(problems, field, &html::Problem::field) == problems.end())
            problems.push_back({field, key});
        notes.push_back({html::Note::bad, texts.text("edit.not_understood", {wording}), texts.text(key)});
    };
    if (value_in(sheet, "nazev").empty()) problems.push_back({"nazev", "edit.name.missing"});
    if (value_in(sheet, "nazev").size() > longest_line) problems.push_back({"nazev", "edit.too_long"});
    for (auto& [name, text] : sheet)
        if (text.size() > longest_text) problems.push_back({name, "edit.too_long"});
    check_ages(sheet, problems);
    check_codes(sheet, service_parts(edited.lists, texts, edited.day), problems, sheet_of(edited));
    for (auto& wording :
         fresh_lines(coverage_wordings(value_in(sheet, "uzemi")), lines_had(edited.detail.coverages, edited.territory)))
        if (auto read = read_coverage(wording, edited.territory); read.problem) wrong("uzemi", read.problem, wording);
    for (auto& line : fresh_lines(lines_of(value_in(sheet, "doba")), lines_had(edited.detail.opening_times)))
        if (!read_opening_line(line)) wrong("doba", "edit.hours.unreadable", line);
    for (auto& line : fresh_lines(lines_of(value_in(sheet, "kontakty")), lines_had(edited.detail.contacts)))
        if (!read_contact_line(line)) wrong("kontakty", "edit.contacts.unreadable", line);
    return problems;
}

// --- keeping the difference ------------------------------------------------------------------------------------------

namespace {

// Ticked codes: what is no longer ticked ends today, what is new begins today; rows that stay keep their notes.
template <class Row>
bool keep_codes(const Author& author, const EditedService& edited, const std::vector<Row>& rows,
                std::string Row::* code, const char* field, const std::string& wish) {
    auto wished = codes_of(wish);
    bool changed = false;
    for (auto& row : rows)
        if (std::erase(wished, row.*code) == 0)
            changed |=
                end_today(author, row, edited.day, Service::table, edited.detail.service.id.uuid, field, row.*code);
    for (auto& fresh : wished) {
        Row row;
        row.service_id = edited.detail.service.id, row.*code = fresh, row.validity.valid_from = edited.day;
        add(author, row);
        changed = true;
    }
    return changed;
}

bool keep_coverages(const Author& author, const EditedService& edited, const std::string& text) {
    auto& had = edited.detail.coverages;
    auto typed = coverage_wordings(text);
    bool changed = false;
    for (auto& row : gone(had, typed, edited.territory))
        changed |= end_today(author, row, edited.day, Service::table, edited.detail.service.id.uuid, "coverage",
                             line_of(row, edited.territory));
    for (auto& wording : fresh_lines(typed, lines_had(had, edited.territory))) {
        auto coverage = *read_coverage(wording, edited.territory).coverage;
        coverage.service_id = edited.detail.service.id, coverage.validity.valid_from = edited.day;
        add(author, coverage);
        changed = true;
    }
    return changed;
}

// Steps are told apart by their place: the third line is the third step.
bool keep_steps(const Author& author, const EditedService& edited, const std::string& text) {
    auto& service = edited.detail.service;
    auto& had = edited.detail.steps;
    auto typed = lines_of(text);
    bool changed = false;
    for (std::size_t n = 0; n < typed.size(); ++n) {
        auto step = read_step_line(typed[n]);
        if (n < had.size()) {
            if (typed[n] == line_of(had[n])) continue;
            auto after = had[n];
            after.title = step.title, after.explanation = step.explanation;
            changed |= change(author, had[n], after);
        } else {
            step.service_id = service.id,
            step.position = had.empty() ? std::int64_t(n + 1) : had.back().position + std::int64_t(n - had.size() + 1);
            add(author, step);
            changed = true;
        }
    }
    for (auto n = typed.size(); n < had.size(); ++n) {
        remove_step(author, had[n], Service::table, service.id.uuid, line_of(had[n]));
        changed = true;
    }
    return changed;
}

bool keep_texts(const Author& author, const EditedService& edited, const Sheet& sheet) {
    bool changed = false;
    for (auto language : text_languages) {
        auto had = text_in(edited.detail.texts, language);
        ServiceText text = had ? *had : ServiceText{};
        bool any = false;
        for (auto& part : text_parts) {
            auto typed = value_in(sheet, field_of_text(language, part.name));
            any |= !typed.empty();
            if (tidy((text.*part.member).value_or("")) != typed) text.*part.member = text_or_nothing(typed);
        }
        if (had) {
            changed |= change(author, *had, text);
        } else if (any) {
            text.service_id = edited.detail.service.id, text.language = language;
            add(author, text);
            changed = true;
        }
    }
    return changed;
}

Service with(const Service& before, const Sheet& sheet) {
    auto after = before;
    // What nobody touched keeps its very spelling.
    if (tidy(before.name) != value_in(sheet, "nazev")) after.name = value_in(sheet, "nazev");
    take_texts(after, texts_of_service, sheet);
    after.type_code = value_in(sheet, "druh");
    after.status = value_in(sheet, "stav");
    after.age_min = whole_number(value_in(sheet, "vek_od"), oldest);
    after.age_max = whole_number(value_in(sheet, "vek_do"), oldest);
    after.age_max_ambiguous = value_in(sheet, "vek_nejasny") == "ano";
    if (sorted_codes(before.accessibility) != value_in(sheet, "pristupnost"))
        after.accessibility = value_in(sheet, "pristupnost");
    return after;
}

}

bool save_service(const Author& author, const EditedService& edited, const Sheet& sheet,
                  const std::optional<std::string>& verified_by) {
    auto& detail = edited.detail;
    bool changed =
        keep_codes(author, edited, detail.forms, &ServiceForm::form_code, "form_code", value_in(sheet, "formy"));
    changed |= keep_codes(author, edited, detail.target_groups, &ServiceTargetGroup::group_code, "group_code",
                          value_in(sheet, "skupiny"));
    changed |=
        keep_codes(author, edited, detail.age_bands, &ServiceAgeBand::band_code, "band_code", value_in(sheet, "veky"));
    changed |= keep_coverages(author, edited, value_in(sheet, "uzemi"));
    changed |=
        keep_opening_lines(author, detail.service.id, {}, detail.opening_times, value_in(sheet, "doba"), edited.day);
    changed |= keep_contact_lines(author, Service::table, detail.service.id.uuid, detail.contacts,
                                  value_in(sheet, "kontakty"));
    changed |= keep_steps(author, edited, value_in(sheet, "kroky"));
    changed |= keep_texts(author, edited, sheet);
    auto after = with(detail.service, sheet);
    if (verified_by) after.verified_on = edited.day, after.verified_by = verified_by;
    return change_service(author, detail.service, after) || changed;
}

}
