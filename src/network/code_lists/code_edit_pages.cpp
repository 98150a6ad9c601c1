// Takes what was typed about a code, says what is wrong with it, and keeps it.
#include "network/code_lists/code_edit_pages.hpp"

#include "network/code_lists/code_list_addresses.hpp"
#include "network/code_lists/code_sheet.hpp"
#include "network/editing/edit_pages.hpp"
#include "network/service_networks/network_staff_pages.hpp"

#include <boost/json.hpp>

namespace network {

namespace {

const CodeListRules& rules_asked(const http::Request& request) { return rules_of(request.parameter("seznam")); }

// Of a code with several times the one that is meant: by its first day, else that of today.
const CodeListItem& version_asked(const http::Request& request, const CodeStory& story) {
    auto typed = request.asked.first("zneni");
    if (typed.empty()) return *story.on(request.today());
    auto day = parse_date(typed);
    auto version = day ? story.beginning_on(*day) : nullptr;
    if (!version) throw NotFound{};
    return *version;
}

// What is asked beside the record comes back as it was typed.
void take_more(const http::Request& request, SheetPage& page) {
    for (auto& field : page.more.fields) page.sheet[field.name] = tidy(request.values.first(field.name));
}

// --- changed as of a day, or put right -------------------------------------------------------------------------------

constexpr auto as_of_a_day = "ode_dne", put_right = "oprava";

SheetPage change_page(const http::Request& request, const CodeStory& story, const CodeListItem& version) {
    auto& texts = *request.texts;
    auto& rules = rules_of(story.list);
    auto at = code_at(story.list, story.code);
    SheetPage page{version.name_cs,
                   "code_lists.change.title",
                   at + "/zmena?zneni=" + to_iso(version.validity.valid_from),
                   at,
                   {{"code_lists.part.words", fields_of_code(rules)}},
                   sheet_of_code(version, rules)};
    page.before = page.sheet, page.form_token = request.form_token;
    page.more = {
        "code_lists.part.how",
        {{"jak",
          "code_lists.how",
          Control::one_shown,
          "code_lists.how.hint",
          false,
          {{as_of_a_day, texts.text("code_lists.how.since")}, {put_right, texts.text("code_lists.how.right")}}},
         {"od", "code_lists.since", Control::line, "code_lists.since.hint"}}};
    page.save = "code_lists.change.save";
    return page;
}

void check_how(SheetPage& page, const CodeListItem& version) {
    auto how = page.sheet["jak"];
    auto wrong = [&](const char* field, const char* problem) { page.problems.push_back({field, problem}); };
    if (how == put_right) return;
    if (how != as_of_a_day) return wrong("jak", "code_lists.how.missing");
    auto day = parse_date(page.sheet["od"]);
    if (page.sheet["od"].empty()) wrong("od", "code_lists.since.missing");
    else if (!day) wrong("od", "form.date.unreadable");
    else if (*day == version.validity.valid_from) wrong("od", "code_lists.since.same");
    else if (*day < version.validity.valid_from) wrong("od", "code_lists.since.early");
    else if (version.validity.valid_to && *version.validity.valid_to <= *day) wrong("od", "code_lists.since.late");
}

}

http::Response show_change_code(const http::Request& request, Permit<may::KeepCodeLists> permit) {
    auto story = code_asked(request, permit.db());
    auto page = change_page(request, story, version_asked(request, story));
    page.sheet["jak"] = as_of_a_day, page.sheet["od"] = day_in_form(permit.today());
    return respond(request, page);
}

http::Response change_code(const http::Request& request, Permit<may::KeepCodeLists> permit) {
    auto story = code_asked(request, permit.db());
    auto& version = version_asked(request, story);
    auto& rules = rules_of(story.list);
    auto page = change_page(request, story, version);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    auto words = page.sheet;
    take_more(request, page);
    check_words_of_code(page, rules);
    check_how(page, version);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    if (words != page.before) {
        auto changed = with_words(version, rules, words);
        auto author = author_of(permit);
        if (page.sheet["jak"] == put_right) correct_code(author, story, version, changed);
        else change_code_from(author, story, version, *parse_date(page.sheet["od"]), changed);
        note_done(permit, "network.code_saved", version.id.uuid);
    }
    return http::redirect(code_at(story.list, story.code), "?ulozeno=ano");
}

// --- ended -----------------------------------------------------------------------------------------------------------

namespace {

SheetPage end_page(const http::Request& request, const CodeStory& story, const CodeListItem& version) {
    auto at = code_at(story.list, story.code);
    SheetPage page{version.name_cs,
                   "code_lists.end.title",
                   at + "/konec",
                   at,
                   {{"code_lists.end.part", {{"do", "code_lists.end.day", Control::line, "code_lists.end.day.hint"}}}},
                   {{"do", last_day_in_form(version.validity.valid_to)}}};
    page.before = page.sheet, page.form_token = request.form_token;
    page.save = "code_lists.end.save";
    return page;
}

std::string uses_in_words(const std::vector<CodeUse>& uses, const i18n::Texts& texts) {
    std::string words;
    for (auto& use : uses)
        words += (words.empty() ? "" : ", ") +
                 texts.text("code_lists.use." + use.what, {std::to_string(use.count)}, use.count);
    return words;
}

// Records that go on after it are no reason not to end it, but nobody should find out later.
void ask_whether_sure(SheetPage& page, const http::Request& request, db::Session& db, const CodeStory& story,
                      Date first_without) {
    auto uses = uses_of(db, story.list, story.code, first_without);
    if (uses.empty()) return;
    auto& texts = *request.texts;
    page.more = {"code_lists.end.sure.part", {{"presto", "code_lists.end.sure", Control::tick}}};
    take_more(request, page);
    if (page.sheet["presto"] == "ano") return;
    page.notes.push_back({html::Note::warn,
                          texts.text("code_lists.end.used",
                                     {to_czech(first_without - std::chrono::days{1}), uses_in_words(uses, texts)}),
                          texts.text("code_lists.end.used.advice")});
    page.problems.push_back({"presto", "code_lists.end.sure.missing"});
}

// Only lists that people let grow have codes that they end.
const CodeListItem& ended_version(const http::Request& request, const CodeStory& story) {
    if (!rules_asked(request).grows) throw NotFound{};
    return *story.standing().back();
}

}

http::Response show_end_code(const http::Request& request, Permit<may::KeepCodeLists> permit) {
    auto story = code_asked(request, permit.db());
    auto page = end_page(request, story, ended_version(request, story));
    if (auto uses = uses_of(permit.db(), story.list, story.code, permit.today()); !uses.empty())
        page.notes.push_back(
            {html::Note::info, request.texts->text("code_lists.end.bears", {uses_in_words(uses, *request.texts)})});
    return respond(request, page);
}

http::Response end_code_on(const http::Request& request, Permit<may::KeepCodeLists> permit) {
    auto& db = permit.db();
    auto story = code_asked(request, db);
    auto& version = ended_version(request, story);
    auto page = end_page(request, story, version);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    auto typed = page.sheet["do"];
    auto first_without = day_after(typed);
    if (!typed.empty() && !first_without) page.problems.push_back({"do", "form.date.unreadable"});
    else if (first_without && *first_without <= version.validity.valid_from)
        page.problems.push_back({"do", "code_lists.end.early"});
    else if (first_without && page.sheet != page.before) ask_whether_sure(page, request, db, story, *first_without);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    if (first_without != version.validity.valid_to) {
        end_code(author_of(permit), story, version, first_without);
        note_done(permit, first_without ? "network.code_ended" : "network.code_goes_on", version.id.uuid);
    }
    return http::redirect(code_at(story.list, story.code), "?ulozeno=ano");
}

// --- added -----------------------------------------------------------------------------------------------------------

namespace {

SheetPage new_code_page(const http::Request& request) {
    auto& rules = rules_asked(request);
    auto at = code_list_at(std::string{rules.list});
    auto fields = fields_of_code(rules);
    bool made_of_name = rules.prefix.empty();
    fields.insert(fields.begin() + 1,
                  {"kod", "code_lists.code", Control::line,
                   made_of_name ? "code_lists.code.hint" : "code_lists.code.hint.register", made_of_name});
    SheetPage page{"",
                   "code_lists.new",
                   at + "/nova",
                   at,
                   {{"code_lists.part.words", fields},
                    {"code_lists.part.time",
                     {{"plati_od", "code_lists.from", Control::line, "code_lists.from.hint"},
                      {"plati_do", "code_lists.last_day", Control::line, "code_lists.last_day.hint"}}}},
                   {}};
    page.form_token = request.form_token;
    page.save = "code_lists.new.save";
    return page;
}

std::optional<Validity> time_typed(SheetPage& page) {
    auto& from = page.sheet["plati_od"];
    auto& last = page.sheet["plati_do"];
    auto first_day = from.empty() ? std::optional{beginning} : parse_date(from);
    auto first_without = day_after(last);
    if (!first_day) page.problems.push_back({"plati_od", "form.date.unreadable"});
    if (!last.empty() && !first_without) page.problems.push_back({"plati_do", "form.date.unreadable"});
    else if (first_day && first_without && *first_without <= *first_day)
        page.problems.push_back({"plati_do", "facility.valid_to.early"});
    if (!page.problems.empty()) return {};
    return Validity{*first_day, first_without};
}

CodeListItem new_item(const CodeListRules& rules, const CodeStory& story, const Validity& time, const Sheet& sheet) {
    CodeListItem item;
    item.validity = time;
    if (!rules.copied.empty()) {
        auto rest = std::string{rules.before} + story.code.substr(rules.prefix.size());
        item.details = boost::json::serialize(boost::json::object{{rules.copied, rest}});
    }
    return with_words(item, rules, sheet);
}

}

http::Response show_new_code(const http::Request& request, Permit<may::KeepCodeLists> permit) {
    if (!rules_asked(request).grows) throw NotFound{};
    auto page = new_code_page(request);
    page.sheet["plati_od"] = day_in_form(permit.today());
    return respond(request, page);
}

http::Response new_code(const http::Request& request, Permit<may::KeepCodeLists> permit) {
    auto& rules = rules_asked(request);
    if (!rules.grows) throw NotFound{};
    auto page = new_code_page(request);
    page.sheet = typed_sheet(request.values, page.parts);
    check_words_of_code(page, rules);
    auto time = time_typed(page);
    auto [code, wrong] = code_typed(rules, page.sheet);
    auto story = CodeStory::read(permit.db(), std::string{rules.list}, code);
    if (wrong) page.problems.push_back({"kod", wrong});
    else if (time && story.overlaps(*time)) page.problems.push_back({"kod", "code_lists.overlap"});
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    add_code(author_of(permit), story, new_item(rules, story, *time, page.sheet));
    note_done(permit, "network.code_added", CodeStory::read(permit.db(), story.list, code).standing().back()->id.uuid);
    return http::redirect(code_at(story.list, code), "?ulozeno=ano");
}

}
