// The form of one fact: corrected, told whom it means, or added by hand.
#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"
#include "platform/sheets/record_sheet.hpp"
#include "platform/time/time_of_day.hpp"
#include "workgroups/groups/group_words.hpp"
#include "workgroups/minutes_import/document_import_page.hpp"
#include "workgroups/minutes_import/people_match.hpp"

namespace workgroups {

namespace {

using sheets::Control;
using sheets::Sheet;
using sheets::SheetPage;
using sheets::value_in;

constexpr std::int64_t largest_number = 9999, most_months = 24;

bool is_long_kind(std::string_view kind) {
    static constexpr std::string_view long_ones[] = {"task",   "decision",  "rule",       "event",
                                                     "agenda", "closed",    "proposal",   "split",
                                                     "merge",  "on_demand", "publication"};
    return std::ranges::find(long_ones, kind) != std::end(long_ones);
}

bool may_lack_time(std::string_view kind) { return kind == "planned" || kind == "group_meeting"; }

bool may_lack_text(std::string_view kind) { return kind == "part" || kind == "cancelled"; }

// Those who could be meant first, then everybody who sits in the group, then who is none of them.
std::vector<html::Choice> person_choices(db::Session& db, const DocumentImport& import, const DocumentFact& fact,
                                         const i18n::Texts& texts) {
    std::vector<html::Choice> choices{{"", texts.text("document.person.stays")}};
    std::vector<KnownPerson> known;
    auto offer = [&](const Id<PlanningPerson>& id, const std::string& name) {
        auto value = to_text(id);
        if (std::ranges::find(choices, value, &html::Choice::value) == choices.end()) choices.push_back({value, name});
    };
    for (auto& one : members_of(db, import.group_id)) known.push_back({one.member.planner_id, one.person_name});
    if (auto name = person_in(fact))
        for (auto match = match_person(*name, known); auto& one : match.candidates) offer(one.id, one.name);
    if (fact.planner_id)
        if (auto person = find_planner(db, *fact.planner_id)) offer(person->id, person->name);
    for (auto& one : known) offer(one.id, one.name);
    choices.push_back({"new", texts.text("document.answer.new")});
    if (fact.kind != "task") choices.push_back({"guest", texts.text("document.answer.guest")});
    if (fact.kind != "task" && text::parted(fact.body, " ").size() == 2)
        choices.push_back({"two", texts.text("document.answer.two")});
    return choices;
}

// What stands in the last field of a kind.
const char* label_of_extra(std::string_view kind) {
    if (kind == "part") return "document.field.label";
    if (kind == "event") return "document.field.place";
    if (kind == "proposal" || kind == "split" || kind == "merge") return "document.field.group";
    if (kind == "abbreviation") return "document.field.abbreviation";
    return kind == "publication" ? "document.field.address" : "document.field.registration_number";
}

std::vector<sheets::SheetField> fields_of_fact(db::Session& db, const DocumentImport& import, const DocumentFact& fact,
                                               const i18n::Texts& texts) {
    auto& kind = *fact_kind(fact.kind);
    std::vector<sheets::SheetField> fields;
    auto label = [&](const char* field) {
        return std::string{"document.field."} + field + (fact.kind == "part" ? ".part" : "");
    };
    if (kind.has('b'))
        fields.push_back({"text", "document.fact." + fact.kind, is_long_kind(fact.kind) ? Control::area : Control::line,
                          "", may_lack_text(fact.kind)});
    if (kind.has('w')) fields.push_back({"kdo", fact.kind == "project" ? "document.field.term" : "document.field.who"});
    if (kind.has('p'))
        fields.push_back({"osoba", "document.field.person", Control::one_of, "document.field.person.hint", false,
                          person_choices(db, import, fact, texts)});
    if (kind.has('d')) fields.push_back({"den", "document.field.day", Control::line, "", fact.kind == "task"});
    if (kind.has('u')) fields.push_back({"do", "document.field.until"});
    if (kind.has('t')) fields.push_back({"cas", "document.field.time", Control::line, "", may_lack_time(fact.kind)});
    if (kind.has('n'))
        fields.push_back({"cislo",
                          fact.kind == "report" ? "document.field.members"
                          : fact.kind == "rule" ? "document.field.months"
                                                : label("number"),
                          Control::number, "", fact.kind != "number"});
    if (kind.has('e')) fields.push_back({"navic", label_of_extra(fact.kind), Control::line, "", true});
    return fields;
}

std::string person_value(const DocumentFact& fact) {
    if (fact.answer == "new" || fact.answer == "guest") return *fact.answer;
    return fact.planner_id ? to_text(*fact.planner_id) : "";
}

Sheet sheet_of_fact(const DocumentFact& fact) {
    return {{"text", fact.body},
            {"kdo", fact.who.value_or("")},
            {"osoba", person_value(fact)},
            {"den", day_in_form(fact.day)},
            {"do", day_in_form(fact.until)},
            {"cas", fact.minute ? to_czech(TimeOfDay{std::int16_t(*fact.minute)}) : ""},
            {"cislo", fact.number ? std::to_string(*fact.number) : ""},
            {"navic", fact.extra.value_or("")}};
}

// What the form means; what is wrong with it stands on the page.
DocumentFact read_fact(SheetPage& page, const DocumentFact& before) {
    auto& kind = *fact_kind(before.kind);
    auto& sheet = page.sheet;
    auto fact = before;
    auto wrong = [&](const char* field, const char* text) { page.problems.push_back({field, text}); };
    // One that is being added cannot be dropped yet.
    auto missing = [&](const char* key, const char* of_new) { return before.id == Id<DocumentFact>{} ? of_new : key; };
    for (auto& [name, typed] : sheet)
        if (typed.size() > (name == "text" ? sheets::longest_text : sheets::longest_line))
            page.problems.push_back({name, "edit.too_long"});
    if (kind.has('b')) {
        fact.body = value_in(sheet, "text");
        if (fact.body.empty() && !may_lack_text(fact.kind))
            wrong("text", missing("document.text.missing", "document.text.missing.new"));
    }
    if (kind.has('w')) fact.who = sheets::text_or_nothing(value_in(sheet, "kdo"));
    auto day = [&](const char* field, std::optional<Date>& into, bool needed) {
        auto typed = value_in(sheet, field);
        into = typed.empty() ? std::nullopt : parse_date(typed);
        if (typed.empty() ? needed : !into)
            wrong(field, typed.empty() ? "document.day.missing" : "form.date.unreadable");
    };
    if (kind.has('d')) day("den", fact.day, fact.kind != "task");
    if (kind.has('u')) {
        day("do", fact.until, false);
        if (fact.day && fact.until && *fact.until < *fact.day) wrong("do", "document.until.early");
    }
    if (kind.has('t')) {
        auto typed = value_in(sheet, "cas");
        auto time = parse_time(typed);
        fact.minute.reset();
        if (time && !typed.empty()) fact.minute = time->minutes % 1440;
        else if (!typed.empty()) wrong("cas", "document.time.unreadable");
        else if (!may_lack_time(fact.kind)) wrong("cas", missing("document.time.missing", "document.time.missing.new"));
    }
    if (kind.has('n')) {
        auto typed = value_in(sheet, "cislo");
        fact.number = sheets::whole_number(typed, fact.kind == "rule" ? most_months : largest_number);
        bool lacking = typed.empty() && fact.kind == "number";
        if (lacking || (!typed.empty() && (!fact.number || *fact.number < 1))) wrong("cislo", "document.number.wrong");
    }
    if (kind.has('e')) fact.extra = sheets::text_or_nothing(value_in(sheet, "navic"));
    return fact;
}

// Who it is, as the person said; a name that was typed anew is compared once more.
void answer_person(SheetPage& page, db::Session& db, const DocumentImport& import, const DocumentFact& before,
                   DocumentFact& fact) {
    auto said = value_in(page.sheet, "osoba");
    for (auto& field : page.parts.front().fields)
        if (field.name == "osoba" &&
            std::ranges::find(field.choices, said, &html::Choice::value) == field.choices.end())
            return page.problems.push_back({"osoba", "edit.choice.unknown"});
    bool renamed = person_in(fact) != person_in(before);
    if (renamed && said == person_value(before)) {
        fact.answer.reset(), fact.planner_id.reset(), fact.question.reset();
        DocumentFacts one{fact};
        std::optional<Date> day;
        auto all = facts_of(db, import.id);
        for (auto& other : all)
            if (other.kind == "date") day = other.day;
        match_people(db, import.group_id, day, one);
        fact = one.front();
    } else if (said.empty()) {
        fact.planner_id.reset(), fact.answer.reset();
        if (fact.question) fact.answer = "stays";
    } else if (said == "new" || said == "guest") {
        if (fact.answer != said) fact.planner_id.reset();
        fact.answer = said;
    } else if (auto id = Id<PlanningPerson>::parse(said)) {
        fact.planner_id = id;
        if (fact.question || before.planner_id != id) fact.answer = "member";
    }
}

// A lost comma: both names wait to be looked at.
void part_in_two(const Author& author, const DocumentImport& import, const DocumentFact& fact) {
    auto names = text::parted(fact.body, " ");
    DocumentFacts both{fact, fact};
    for (std::size_t n : {0u, 1u}) {
        both[n].body = names[n], both[n].question.reset(), both[n].answer.reset(), both[n].planner_id.reset();
        both[n].state = "open";
    }
    std::optional<Date> day;
    auto all = facts_of(author.work, import.id);
    for (auto& other : all)
        if (other.kind == "date") day = other.day;
    match_people(author.work, import.group_id, day, both);
    change(author, fact, both[0]);
    author.work.run("UPDATE document_facts SET place_in_order = place_in_order + 1 WHERE import_id = $1"
                    " AND place_in_order > $2",
                    import.id, fact.place_in_order);
    both[1].kept = {}, both[1].place_in_order = fact.place_in_order + 1;
    add(author, both[1]);
}

DocumentFact fact_asked(const http::Request& request, db::Session& db, const DocumentImport& import) {
    auto fact = find_fact(db, request.id<DocumentFact>("udaj"));
    if (!fact || fact->import_id != import.id) throw NotFound{};
    return *fact;
}

SheetPage fact_page(const http::Request& request, db::Session& db, const DocumentImport& import,
                    const DocumentFact& fact, const std::string& action) {
    auto back = "/dokumenty-zapisu/" + to_text(import.id);
    SheetPage page{request.texts->text("document.fact." + fact.kind),
                   "document.correct.title",
                   back + action,
                   back,
                   {{"document.part.fact", fields_of_fact(db, import, fact, *request.texts)}},
                   sheet_of_fact(fact)};
    page.form_token = request.form_token;
    auto document = import.document();
    auto words = text_of_lines(document, std::size_t(fact.first_line), std::size_t(fact.last_line));
    constexpr std::size_t shown_most = 600;
    if (words.size() > shown_most) {
        auto end = shown_most;
        while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
        words = words.substr(0, end) + "…";
    }
    if (!fact.by_hand && !words.empty())
        page.notes.push_back({html::Note::info, request.texts->text("document.words"), words});
    if (fact.asks())
        page.notes.push_back({html::Note::warn, request.texts->text("document.question." + *fact.question)});
    return page;
}

// Only while it waits.
void check_open(const DocumentImport& import) {
    if (import.state != "open") throw Conflict{};
}

}

http::Response show_fact(const http::Request& request, Permit<may::KeepDocument> permit) {
    auto& db = permit.db();
    auto& import = permit.about().import;
    auto fact = fact_asked(request, db, import);
    auto page = fact_page(request, db, import, fact, "/udaje/" + to_text(fact.id));
    page.before = page.sheet, page.version = fact.kept.version;
    return sheets::show_sheet(request, db, std::move(page));
}

http::Response correct_fact(const http::Request& request, Permit<may::KeepDocument> permit) {
    auto& db = permit.db();
    auto& import = permit.about().import;
    check_open(import);
    auto before = fact_asked(request, db, import);
    auto page = fact_page(request, db, import, before, "/udaje/" + to_text(before.id));
    page.before = page.sheet, page.version = before.kept.version;
    if (auto conflict = sheets::saved_meanwhile(request, page)) return *conflict;
    auto back = "/dokumenty-zapisu/" + to_text(import.id);
    auto author = history::author_of(permit);
    auto two =
        value_in(page.sheet, "osoba") == "two" && before.kind != "task" && text::parted(before.body, " ").size() == 2;
    if (two) {
        part_in_two(author, import, before);
        sheets::sheet_saved(request, permit);
        return http::redirect(back, "?hotovo=rozdeleno#sk-people");
    }
    auto fact = read_fact(page, before);
    if (fact_kind(fact.kind)->has('p')) answer_person(page, db, import, before, fact);
    else if (fact.question) fact.answer = "stays";
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    fact.state = "accepted";
    change(author, before, fact);
    sheets::sheet_saved(request, permit);
    return http::redirect(back, "?hotovo=ulozeno#f-", fact.id);
}

// --- by hand ---------------------------------------------------------------------------------------------------------

namespace {

DocumentFact new_fact(const http::Request& request, const DocumentImport& import) {
    auto kind = fact_kind(request.parameter("druh_udaje"));
    if (!kind) throw NotFound{};
    DocumentFact fact;
    fact.import_id = import.id, fact.kind = kind->code, fact.by_hand = true, fact.state = "accepted";
    return fact;
}

SheetPage new_fact_page(const http::Request& request, db::Session& db, const DocumentImport& import,
                        const DocumentFact& fact) {
    auto page = fact_page(request, db, import, fact, "/pridat/" + fact.kind);
    page.heading = "document.add.title";
    page.parts.push_back({"document.part.lines",
                          {{"radek_od", "document.field.first_line", Control::number, "document.field.lines.hint"},
                           {"radek_do", "document.field.last_line", Control::number}}});
    return page;
}

// Lines are counted from one on the page; nothing: the first.
void read_lines(SheetPage& page, const DocumentImport& import, DocumentFact& fact) {
    auto most = std::int64_t(import.document().lines.size());
    auto line = [&](const char* field, std::int64_t otherwise) {
        auto typed = value_in(page.sheet, field);
        if (typed.empty()) return otherwise;
        auto number = sheets::whole_number(typed, most);
        if (!number || *number < 1) return page.problems.push_back({field, "document.line.wrong"}), otherwise;
        return *number - 1;
    };
    fact.first_line = line("radek_od", 0);
    fact.last_line = line("radek_do", fact.first_line);
    if (fact.last_line < fact.first_line) page.problems.push_back({"radek_do", "document.line.early"});
}

}

http::Response show_new_fact(const http::Request& request, Permit<may::KeepDocument> permit) {
    auto& import = permit.about().import;
    auto page = new_fact_page(request, permit.db(), import, new_fact(request, import));
    page.sheet["radek_od"] = sheets::tidy(request.asked.first("radek"));
    return sheets::show_sheet(request, permit.db(), std::move(page));
}

http::Response add_fact(const http::Request& request, Permit<may::KeepDocument> permit) {
    auto& db = permit.db();
    auto& import = permit.about().import;
    check_open(import);
    auto before = new_fact(request, import);
    auto page = new_fact_page(request, db, import, before);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    auto fact = read_fact(page, before);
    if (page.sheet["osoba"] == "two") page.problems.push_back({"osoba", "edit.choice.unknown"});
    else if (fact_kind(fact.kind)->has('p')) answer_person(page, db, import, before, fact);
    read_lines(page, import, fact);
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    fact.place_in_order = db.one<std::int64_t>(
        "SELECT coalesce(max(place_in_order), 0) + 1 FROM document_facts WHERE import_id = $1", import.id);
    auto author = history::author_of(permit);
    add(author, fact);
    sheets::sheet_saved(request, permit);
    return http::redirect("/dokumenty-zapisu/", import.id, "?hotovo=ulozeno#f-", fact.id);
}

}
