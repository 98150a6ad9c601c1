// Shows the code lists as they are on a day.
#include "network/code_lists/code_item_pages.hpp"
#include "network/code_lists/code_list_addresses.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace network {

namespace {

std::vector<CodeListItem> items_of(db::Session& db, const std::string& list) {
    return db.all<CodeListItem>("SELECT * FROM code_list_items WHERE list = $1 AND replaced_at IS NULL"
                                " ORDER BY position, code, valid_from",
                                list);
}

constexpr std::size_t short_list = 12;    // items that one finds by looking

bool speaks_of(const CodeListItem& item, const std::string& folded) {
    for (auto& words : {item.name_cs, item.code, item.name_en.value_or(""), item.short_cs.value_or(""),
                        item.plain_cs.value_or(""), item.detail("paragraph")})
        if (search::fold(words).find(folded) != std::string::npos) return true;
    return false;
}

ShownCode shown(const CodeListItem& item, bool english) {
    ShownCode code{item.code, english ? item.name_en.value_or(item.name_cs) : item.name_cs,
                   english ? item.plain_en.value_or("") : item.plain_cs.value_or("")};
    if (item.validity.valid_from > beginning) code.from = item.validity.valid_from;
    if (item.validity.valid_to) code.until = *item.validity.valid_to - std::chrono::days{1};
    code.recorded_at = item.recorded.recorded_at;
    return code;
}

CodeListPage page_of(const http::Request& request, db::Session& db, Date today) {
    CodeListPage page{request.parameter("seznam"), request.asked.first("ke_dni"), today, request.asked.first("hledat")};
    page.all = request.asked.first("vse") == "1", page.undone = request.asked.first("vraceno") == "ano";
    page.keeps = may::KeepCodeLists::allows(*request.user, {}), page.grows = rules_of(page.list).grows;
    if (!page.typed_day.empty()) {
        auto day = parse_date(page.typed_day);
        page.day_unknown = !day, page.day = day.value_or(today);
    }
    auto items = items_of(db, page.list);
    if (items.empty()) throw NotFound{};
    page.is_long = items.size() > short_list;
    bool english = request.texts->language() == "en";
    auto folded = search::fold(page.searched);
    for (auto& item : items)
        if ((page.all || item.validity.holds_on(page.day)) && speaks_of(item, folded))
            page.items.push_back(shown(item, english));
    return page;
}

}

http::PageHead CodeListsPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("code_lists.title"), .section = "/sprava/ciselniky", .staff = true};
}

http::PageHead CodeListPage::head(const i18n::Texts& texts) const {
    return {.title = title(texts), .section = "/sprava/ciselniky", .staff = true};
}

html::Table CodeListsPage::table(html::Out& out) const {
    html::Table table{out.text("code_lists.title"),
                      {{"code_lists.list"}, {"code_lists.holding", true}, {"code_lists.ended", true}},
                      {}};
    table.caption_is_above = true;
    for (auto& line : lists)
        table.rows.push_back({{out.text("code_list." + line.list), "/sprava/ciselniky/" + line.list},
                              {std::to_string(line.holding)},
                              {std::to_string(line.ended)}});
    return table;
}

documents::Downloads CodeListPage::downloads() const {
    std::string filters;
    auto narrow = [&](const std::string& filter) { filters += (filters.empty() ? "" : "&") + filter; };
    if (!typed_day.empty()) narrow("ke_dni=" + http::encoded(typed_day));
    if (!searched.empty()) narrow("hledat=" + http::encoded(searched));
    if (all) narrow("vse=1");
    return {address() + "/tabulka", filters};
}

html::Table CodeListPage::table(html::Out& out) const {
    html::Table table{
        out.text("code_list." + list),
        {{"code_lists.name"}, {"code_lists.code"}, {"code_lists.plain"}, {"code_lists.from"}, {"code_lists.until"}},
        {}};
    table.caption_is_above = table.folds = true;
    for (auto& item : items)
        table.rows.push_back({{item.name, code_at(list, item.code)},
                              {item.code},
                              {item.plain},
                              {item.from ? to_czech(*item.from) : out.text("code_lists.always")},
                              {item.until ? to_czech(*item.until) : ""}});
    return table;
}

http::Response show_code_lists(const http::Request& request, Permit<may::ReadCodeLists> permit) {
    CodeListsPage page;
    for (auto& item : permit.db().all<CodeListItem>(
             "SELECT * FROM code_list_items WHERE replaced_at IS NULL ORDER BY list, position")) {
        if (page.lists.empty() || page.lists.back().list != item.list) page.lists.push_back({item.list});
        auto& line = page.lists.back();
        ++(item.validity.holds_on(permit.today()) ? line.holding : line.ended);
    }
    return respond(request, page);
}

http::Response show_code_list(const http::Request& request, Permit<may::ReadCodeLists> permit) {
    auto page = page_of(request, permit.db(), permit.today());
    return respond(request, page, page.day_unknown ? http::unprocessable : http::ok);
}

http::Response export_code_list(const http::Request& request, Permit<may::ReadCodeLists> permit) {
    auto page = page_of(request, permit.db(), permit.today());
    auto& texts = *request.texts;
    auto title = page.title(texts);
    std::vector<documents::Column> columns{{"kod", texts.text("code_lists.code")},
                                           {"nazev", texts.text("code_lists.name"), documents::Kind::text, 40},
                                           {"srozumitelne", texts.text("code_lists.plain"), documents::Kind::text, 60},
                                           {"plati_od", texts.text("code_lists.from"), documents::Kind::date},
                                           {"plati_do", texts.text("code_lists.until"), documents::Kind::date}};
    auto file = page.list;
    auto next = [items = std::move(page.items), n = std::size_t{}](documents::Row& row) mutable {
        if (n == items.size()) return false;
        auto& item = items[n++];
        for (auto text : {&item.code, &item.name, &item.plain}) row.push_back(documents::cell(*text));
        row.push_back(documents::cell(item.from)), row.push_back(documents::cell(item.until));
        return true;
    };
    return documents::table_answer(request, {title, texts.language(), request.now, columns, std::move(next)}, file);
}

}
