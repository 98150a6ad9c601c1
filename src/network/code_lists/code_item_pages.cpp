// Shows one code, and takes the last change of it back.
#include "network/code_lists/code_item_pages.hpp"

#include "network/code_lists/code_list_addresses.hpp"
#include "network/editing/edit_pages.hpp"
#include "network/editing/record_change.hpp"
#include "network/network.hpp"
#include "platform/time/prague.hpp"

#include <algorithm>

namespace network {

CodeStory code_asked(const http::Request& request, db::Session& db) {
    auto story = CodeStory::read(db, request.parameter("seznam"), code_of_address(request.parameter("polozka")));
    if (story.standing().empty()) throw NotFound{};
    return story;
}

namespace {

constexpr std::pair<const char*, std::optional<std::string> CodeListItem::*> texts_of_code[] = {
    {"name_en", &CodeListItem::name_en},
    {"short_cs", &CodeListItem::short_cs},
    {"plain_cs", &CodeListItem::plain_cs},
    {"plain_en", &CodeListItem::plain_en}};

std::string field_key(std::string_view field) { return "code_lists.field." + std::string{field}; }

// Where people changed it, what the program would say of the day; times it leaves to them.
std::vector<CodeDifference> beside_carried(const CodeStory& story, Date today) {
    if (!story.of_people() || rules_of(story.list).regional) return {};
    const CodeListItem* standing = story.on(today);
    std::optional<CodeListItem> carried;
    for (auto& item : carried_items(files(), story.list, story.code))
        if (!carried || item.validity.valid_from <= today) carried = item;
    if (!carried) return {};
    auto found = code_differences(*standing, *carried);
    std::erase_if(found, [&](auto& one) { return one.field == "valid_from"; });
    return found;
}

std::map<Id<User>, std::string> names_in(db::Session& db, const std::vector<CodeAct>& acts) {
    std::map<Id<User>, std::string> names;
    for (auto& act : acts)
        if (act.by && !names.contains(*act.by)) names[*act.by] = name_of_person(db, *act.by);
    return names;
}

CodeItemPage item_page(const http::Request& request, db::Session& db) {
    auto story = code_asked(request, db);
    CodeItemPage page{std::move(story), rules_of(request.parameter("seznam")), request.today()};
    page.keeps = may::KeepCodeLists::allows(*request.user, {});
    page.acts = page.story.acts();
    page.uses = uses_of(db, page.story.list, page.story.code, page.today);
    page.carried = beside_carried(page.story, page.today);
    if (page.keeps) page.names = names_in(db, page.acts);
    page.form_token = request.form_token;
    return page;
}

std::string first_day(const Validity& time, const html::Out& out) {
    return time.valid_from > beginning ? to_czech(time.valid_from) : out.text("code_lists.always");
}

std::string last_day_of(const Validity& time) {
    return time.valid_to ? to_czech(*time.valid_to - std::chrono::days{1}) : std::string{};
}

// „odjakživa do 31. 12. 2026“, „od 1. 1. 2027“
std::string time_in_words(const Validity& time, const html::Out& out) {
    auto from = time.valid_from > beginning ? out.text("code_lists.since.day", to_czech(time.valid_from))
                                            : out.text("code_lists.always");
    return time.valid_to ? from + " " + out.text("code_lists.until.day", last_day_of(time)) : from;
}

}

std::string CodeItemPage::address(const char* rest) const { return code_at(story.list, story.code) + rest; }

http::PageHead CodeItemPage::head(const i18n::Texts& texts) const {
    return {.title = now().name_cs + " – " + texts.text("code_list." + story.list),
            .section = code_lists_at,
            .staff = true};
}

html::Crumbs CodeItemPage::way(const html::Out& out) const {
    return {{{out.text("code_lists.title"), code_lists_at},
             {out.text("code_list." + story.list), code_list_at(story.list)},
             {name(out), ""}}};
}

html::Tag CodeItemPage::state(const html::Out& out) const {
    auto& time = now().validity;
    if (time.holds_on(today))
        return {html::Tag::ok, time.valid_to ? out.text("code_lists.state.until", last_day_of(time))
                                             : out.text("code_lists.state.holds")};
    if (time.valid_from > today) return {html::Tag::part, out.text("code_lists.state.from", to_czech(time.valid_from))};
    return {html::Tag::unknown, out.text("code_lists.state.ended", last_day_of(time))};
}

html::Facts CodeItemPage::facts(html::Out& out) const {
    auto& item = now();
    html::Facts facts{{{field_key("name_cs"), item.name_cs}}};
    for (auto& [field, member] : texts_of_code)
        if (item.*member) facts.facts.push_back({field_key(field), *(item.*member)});
    for (auto& detail : rules.details)
        if (auto value = item.detail(detail.column); !value.empty())
            facts.facts.push_back({detail.label, detail.kind == CodeDetail::tick ? out.text("form.yes") : value});
    facts.facts.push_back({"code_lists.from", first_day(item.validity, out)});
    if (item.validity.valid_to) facts.facts.push_back({"code_lists.until", last_day_of(item.validity)});
    return facts;
}

html::Table CodeItemPage::versions(html::Out& out) const {
    html::Table table{out.text("code_lists.part.versions"),
                      {{"code_lists.time"}, {"code_lists.name"}, {"code_lists.plain"}, {"code_lists.recorded"}},
                      {}};
    table.caption_is_above = table.folds = true;
    if (keeps) table.columns.push_back({"code_lists.change"});
    for (auto version : story.standing()) {
        auto day = to_czech(day_in_prague(version->recorded.recorded_at));
        html::Row row{{time_in_words(version->validity, out)},
                      {version->name_cs},
                      {version->plain_cs.value_or("")},
                      {out.text("code_lists.recorded.on", day)}};
        if (keeps)
            row.push_back(
                {out.text("code_lists.change.this"), address("/zmena?zneni=") + to_iso(version->validity.valid_from)});
        table.rows.push_back(std::move(row));
    }
    return table;
}

html::Table CodeItemPage::beside_program(html::Out& out) const {
    html::Table table{out.text("code_lists.part.carried"),
                      {{"code_lists.carried.field"}, {"code_lists.carried.ours"}, {"code_lists.carried.program"}},
                      {}};
    table.caption_is_above = true;    // NB: folded, nobody would know whose words are whose
    for (auto& one : carried)
        table.rows.push_back({{label(one, out)}, {words(one, one.before, out)}, {words(one, one.after, out)}});
    return table;
}

std::string CodeItemPage::heading(const CodeAct& act, html::Out& out) const {
    auto day = act.from.value_or(today);
    if (act.kind == "ended") day -= std::chrono::days{1};
    return out.text("code_lists.act." + act.kind, to_czech(day));
}

std::string CodeItemPage::who(const CodeAct& act, html::Out& out) const {
    if (!act.by) return out.text("code_lists.by.program");
    auto known = names.find(*act.by);
    return known == names.end() ? "" : known->second;
}

std::string CodeItemPage::moment(const CodeAct& act) const { return to_czech(act.at); }

std::string CodeItemPage::label(const CodeDifference& difference, html::Out& out) const {
    constexpr std::string_view detail = "detail.";
    if (!difference.field.starts_with(detail)) return out.text(field_key(difference.field));
    auto column = difference.field.substr(detail.size());
    auto found = std::ranges::find(rules.details, column, &CodeDetail::column);
    return found == rules.details.end() ? column : out.text(found->label);
}

std::string CodeItemPage::words(const CodeDifference& difference, const std::string& value, html::Out& out) const {
    if (value.empty()) return out.text("history.nothing");
    for (auto& detail : rules.details)
        if (detail.kind == CodeDetail::tick && difference.field == std::string{"detail."} + detail.column)
            return out.text("form.yes");
    return value;
}

http::Response show_code(const http::Request& request, Permit<may::ReadCodeLists> permit) {
    auto page = item_page(request, permit.db());
    if (request.asked.first("ulozeno") == "ano") page.said = "edit.saved";
    if (request.asked.first("vraceno") == "ano") page.said = "history.undone";
    return respond(request, page);
}

http::Response take_code_back(const http::Request& request, Permit<may::KeepCodeLists> permit) {
    auto& db = permit.db();
    auto page = item_page(request, db);
    auto& act = page.acts.front();
    if (!act.by) page.problem = "code_lists.take_back.program";
    else if (request.values.first("zmena") != to_iso(act.at)) page.problem = "code_lists.take_back.changed_since";
    else if (act.gone.empty() && act.kind == "added" && !page.uses.empty()) page.problem = "code_lists.take_back.used";
    if (!page.problem.empty()) return respond(request, page, http::conflict);
    auto id = page.now().id.uuid;
    take_back(author_of(permit), page.story, act);
    note_done(permit, "network.code_taken_back", id);
    if (act.gone.empty() && act.kind == "added") return http::redirect(code_list_at(page.story.list), "?vraceno=ano");
    return http::redirect(page.address(), "?vraceno=ano");
}

}
