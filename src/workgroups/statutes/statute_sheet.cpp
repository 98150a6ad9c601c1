// The forms of a version: a new one, which ends the one before, and one that is mended.
#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"
#include "platform/sheets/record_sheet.hpp"
#include "workgroups/groups/group_words.hpp"
#include "workgroups/statutes/statute_pages.hpp"

namespace workgroups {

namespace {

using sheets::Control;
using sheets::Sheet;
using sheets::SheetPage;

constexpr std::size_t longest_statute = 200'000;    // bytes

template <std::size_t count>
std::vector<html::Choice> offered(const char* const (&codes)[count], const char* family, const i18n::Texts& texts,
                                  const char* none = nullptr) {
    std::vector<html::Choice> choices;
    if (none) choices.push_back({"", texts.text(none)});
    for (auto code : codes) choices.push_back({code, texts.text(std::string{family} + code)});
    return choices;
}

sheets::SheetParts statute_parts(const i18n::Texts& texts) {
    std::vector<html::Choice> months;
    for (int n = 1; n <= 12; ++n) months.push_back({std::to_string(n), texts.text("plan.month." + std::to_string(n))});
    return {{"statute.part.what",
             {{"druh", "statute.kind", Control::one_of, "", false, offered(statute_kinds, "statute.kind.", texts)},
              {"nazev", "statute.title", Control::line, "", false},
              {"od", "statute.valid_from", Control::line, "statute.valid_from.hint", false},
              {"do", "statute.valid_to", Control::line, "statute.valid_to.hint"},
              {"schvaleno", "statute.approved_by", Control::line, "statute.approved_by.hint"}}},
            {"statute.part.rules",
             {{"mesicu", "statute.months_between", Control::number, "statute.months_between.hint"},
              {"podle_potreby", "statute.on_demand_months", Control::several, "statute.on_demand_months.hint", true,
               months},
              {"dni_predem", "statute.notice_days", Control::number, "statute.notice_days.hint"},
              {"usnasenost", "statute.quorum", Control::one_of, "", true,
               offered(quorum_choices, "statute.quorum.", texts, "statute.unsaid")},
              {"hlasovani", "statute.voting", Control::one_of, "", true,
               offered(voting_choices, "statute.voting.", texts, "statute.unsaid")},
              {"zapis_schvaluje", "statute.minutes_by", Control::one_of, "", true,
               offered(minutes_by_choices, "statute.minutes_by.", texts, "statute.unsaid")},
              {"zapis_do", "statute.minutes_days", Control::number, "statute.minutes_days.hint"}}},
            {"statute.part.text", {{"text", "statute.body", Control::area, "statute.body.hint"}}}};
}

std::string in_form(const std::optional<std::int64_t>& number) { return number ? std::to_string(*number) : ""; }

// As a form sends ticked boxes.
std::string as_ticked(const std::string& list) {
    auto codes = text::parted(list, ",");
    std::ranges::sort(codes);
    return text::joined(codes, ";");
}

Sheet sheet_of(const Statute& statute, bool is_new) {
    return {{"druh", statute.kind},
            {"nazev", statute.title},
            {"od", is_new ? "" : day_in_form(statute.valid_from)},
            {"do", last_day_in_form(statute.valid_to)},
            {"schvaleno", statute.approved_by.value_or("")},
            {"mesicu", in_form(statute.months_between)},
            {"podle_potreby", as_ticked(statute.on_demand_months.value_or(""))},
            {"dni_predem", in_form(statute.notice_days)},
            {"usnasenost", statute.quorum.value_or("")},
            {"hlasovani", statute.voting.value_or("")},
            {"zapis_schvaluje", statute.minutes_by.value_or("")},
            {"zapis_do", in_form(statute.minutes_days)},
            {"text", sheets::tidy(statute.body)}};
}

SheetPage statute_page(const http::Request& request, const WorkingGroup& group, const Statute& statute, bool is_new) {
    auto& texts = *request.texts;
    auto at = "/skupiny/" + group.slug + "/statut";
    SheetPage page{is_new ? group.name : statute.title,
                   is_new ? "statute.new" : "statute.edit.title",
                   is_new ? at + "/novy" : at + "/" + to_text(statute.id) + "/upravit",
                   at,
                   statute_parts(texts),
                   sheet_of(statute, is_new)};
    page.form_token = request.form_token;
    if (is_new) return page;
    page.before = page.sheet, page.version = statute.kept.version;
    page.links = {{texts.text("statute.list"), at}};
    return page;
}

std::optional<std::int64_t> number_in(SheetPage& page, const char* field, std::int64_t least, std::int64_t most,
                                      const char* wrong) {
    auto typed = sheets::value_in(page.sheet, field);
    if (typed.empty()) return {};
    auto number = sheets::whole_number(typed, most);
    if (!number || *number < least) page.problems.push_back({field, wrong});
    return number;
}

void check_choices_and_lengths(SheetPage& page) {
    for (auto& part : page.parts)
        for (auto& field : part.fields) {
            auto typed = sheets::value_in(page.sheet, field.name);
            if (typed.size() > (field.name == "text" ? longest_statute : sheets::longest_line))
                page.problems.push_back({field.name, "edit.too_long"});
            if (field.choices.empty()) continue;
            auto codes = field.control == Control::several ? text::parted(typed, ";") : std::vector{typed};
            for (auto& code : codes)
                if (std::ranges::find(field.choices, code, &html::Choice::value) == field.choices.end())
                    page.problems.push_back({field.name, "edit.choice.unknown"});
        }
}

std::string months_in_order(const std::string& list) {
    std::vector<std::string> ordered;
    auto ticked = text::parted(list, ";");
    for (int n = 1; n <= 12; ++n)
        if (std::ranges::count(ticked, std::to_string(n)) > 0) ordered.push_back(std::to_string(n));
    return text::joined(ordered, ",");
}

// What the sheet means; what is wrong with it stands on the page.
Statute read_statute(SheetPage& page, Statute statute) {
    auto& sheet = page.sheet;
    auto wrong = [&](const char* field, const char* key) { page.problems.push_back({field, key}); };
    check_choices_and_lengths(page);
    if (sheet["nazev"].empty()) wrong("nazev", "statute.title.missing");
    auto from = parse_date(sheet["od"]), last = parse_date(sheet["do"]);
    if (sheet["od"].empty()) wrong("od", "statute.valid_from.missing");
    else if (!from) wrong("od", "form.date.unreadable");
    if (!sheet["do"].empty() && !last) wrong("do", "form.date.unreadable");
    if (from && last && *last < *from) wrong("do", "statute.valid_to.early");
    statute.kind = sheet["druh"], statute.title = sheet["nazev"];
    statute.valid_from = from.value_or(Date{}), statute.valid_to = day_after(sheet["do"]);
    statute.approved_by = sheets::text_or_nothing(sheet["schvaleno"]);
    statute.months_between = number_in(page, "mesicu", 1, 24, "statute.months_between.wrong");
    statute.on_demand_months = sheets::text_or_nothing(months_in_order(sheet["podle_potreby"]));
    statute.notice_days = number_in(page, "dni_predem", 0, 90, "statute.notice_days.wrong");
    statute.quorum = sheets::text_or_nothing(sheet["usnasenost"]);
    statute.voting = sheets::text_or_nothing(sheet["hlasovani"]);
    statute.minutes_by = sheets::text_or_nothing(sheet["zapis_schvaluje"]);
    statute.minutes_days = number_in(page, "zapis_do", 1, 365, "statute.minutes_days.wrong");
    if (sheet["text"] != sheets::tidy(statute.body)) statute.body = sheet["text"];
    return statute;
}

Statute version_asked(const http::Request& request, db::Session& db, const WorkingGroup& group) {
    auto statute = find_statute(db, request.id<Statute>("stanovy"));
    if (!statute || statute->group_id != group.id) throw NotFound{};
    return *statute;
}

// What a new version begins with: the text and the rules of the one before, or nothing.
Statute begun_with(const http::Request& request, db::Session& db, const WorkingGroup& group) {
    Statute statute;
    if (auto id = Id<Statute>::parse(request.asked.first("z")))
        if (auto before = find_statute(db, *id); before && before->group_id == group.id) statute = *before;
    statute.id = {}, statute.kept = {}, statute.group_id = group.id;
    statute.valid_to = {}, statute.approved_by = {};
    return statute;
}

}

http::Response show_new_statute(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& group = permit.about().group;
    return sheets::show_sheet(request, permit.db(),
                              statute_page(request, group, begun_with(request, permit.db(), group), true));
}

http::Response new_statute(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& group = permit.about().group;
    Statute nothing;
    nothing.group_id = group.id;
    auto page = statute_page(request, group, nothing, true);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    auto statute = read_statute(page, nothing);
    if (page.problems.empty() && !add_version(history::author_of(permit), statute))
        page.problems.push_back({"od", "statute.later_one"});
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.statute_added", group.id.uuid);
    return http::redirect("/skupiny/", group.slug, "/statut?hotovo=pridano");
}

http::Response show_edit_statute(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& group = permit.about().group;
    auto statute = version_asked(request, permit.db(), group);
    return sheets::show_sheet(request, permit.db(), statute_page(request, group, statute, false));
}

http::Response edit_statute(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    auto before = version_asked(request, db, group);
    auto page = statute_page(request, group, before, false);
    if (auto conflict = sheets::saved_meanwhile(request, page)) return *conflict;
    auto after = read_statute(page, before);
    if (page.problems.empty() && version_in_the_way(db, after)) page.problems.push_back({"od", "statute.in_the_way"});
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    change(history::author_of(permit), before, after);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.statute_saved", group.id.uuid);
    return http::redirect("/skupiny/", group.slug, "/statut?hotovo=ulozeno");
}

}
