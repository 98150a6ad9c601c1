// Keeps periods without meetings; the same for one group and for all.
#include "workgroups/statutes/blocked_period_pages.hpp"

#include "platform/history/acting.hpp"
#include "platform/sheets/record_sheet.hpp"
#include "platform/time/period.hpp"
#include "workgroups/groups/group_words.hpp"

namespace workgroups {

namespace {

using sheets::Control;
using sheets::SheetPage;

// Whose periods are kept here.
struct BlockedOf {
    std::optional<Id<WorkingGroup>> group{};
    std::string name{}, at = "/bez-jednani";

    static BlockedOf one(const WorkingGroup& group) {
        return {group.id, group.name, "/skupiny/" + group.slug + "/bez-jednani"};
    }
};

BlockedLine line_of(const BlockedPeriod& period, const i18n::Texts& texts) {
    BlockedLine line{to_text(period.id), texts.text("blocked.kind." + period.kind),
                     to_czech(Period::of_days(period.first_day, period.last_day)), period.reason, period.came_from};
    line.ended = period.ended, line.of_all = !period.group_id, line.from_elsewhere = period.came_from != "people";
    return line;
}

BlockedListPage blocked_page(const http::Request& request, db::Session& db, const BlockedOf& of) {
    BlockedListPage page{of.at, of.name};
    if (of.group) page.of_at = of.at.substr(0, of.at.rfind('/'));
    for (auto& period : blocked_periods_of(db, of.group))
        (period.ended ? page.ended : page.own).push_back(line_of(period, *request.texts));
    if (of.group)
        for (auto& period : blocked_periods_of(db, {}))
            if (!period.ended) page.of_all.push_back(line_of(period, *request.texts));
    auto done = request.asked.first("hotovo");
    for (auto known : {"pridano", "ulozeno", "ukonceno"})
        if (done == known) page.done = std::string{"blocked.done."} + known;
    page.form_token = request.form_token;
    return page;
}

SheetPage period_page(const http::Request& request, const BlockedOf& of, const BlockedPeriod& period, bool is_new) {
    auto& texts = *request.texts;
    std::vector<html::Choice> kinds;
    for (auto kind : blocked_kinds) kinds.push_back({kind, texts.text(std::string{"blocked.kind."} + kind)});
    SheetPage page{of.name,
                   is_new ? "blocked.new" : "blocked.edit.title",
                   of.at + "/" + (is_new ? "nove" : to_text(period.id)),
                   of.at,
                   {{"blocked.part",
                     {{"druh", "blocked.kind", Control::one_shown, "", false, kinds},
                      {"od", "blocked.first_day", Control::line, "", false},
                      {"do", "blocked.last_day", Control::line, "blocked.last_day.hint", false},
                      {"duvod", "blocked.reason", Control::line, "blocked.reason.hint", false}}}},
                   {{"druh", period.kind},
                    {"od", is_new ? "" : day_in_form(period.first_day)},
                    {"do", is_new ? "" : day_in_form(period.last_day)},
                    {"duvod", period.reason}}};
    page.form_token = request.form_token;
    if (!is_new) page.before = page.sheet, page.version = period.kept.version;
    return page;
}

BlockedPeriod read_period(SheetPage& page, BlockedPeriod period) {
    auto& sheet = page.sheet;
    auto wrong = [&](const char* field, const char* key) { page.problems.push_back({field, key}); };
    auto first = parse_date(sheet["od"]), last = parse_date(sheet["do"]);
    if (sheet["od"].empty()) wrong("od", "blocked.first_day.missing");
    else if (!first) wrong("od", "form.date.unreadable");
    if (sheet["do"].empty()) wrong("do", "blocked.last_day.missing");
    else if (!last) wrong("do", "form.date.unreadable");
    if (first && last && *last < *first) wrong("do", "blocked.last_day.early");
    if (first && last && *last - *first > std::chrono::days{731}) wrong("do", "blocked.last_day.far");
    if (sheet["duvod"].empty()) wrong("duvod", "blocked.reason.missing");
    if (sheet["duvod"].size() > sheets::longest_line) wrong("duvod", "edit.too_long");
    if (std::ranges::find(blocked_kinds, sheet["druh"]) == std::end(blocked_kinds))
        wrong("druh", "edit.choice.unknown");
    period.kind = sheet["druh"], period.reason = sheet["duvod"];
    period.first_day = first.value_or(Date{}), period.last_day = last.value_or(Date{});
    return period;
}

// What another capability said is its to change.
BlockedPeriod period_asked(const http::Request& request, db::Session& db, const BlockedOf& of) {
    auto period = find_blocked(db, request.id<BlockedPeriod>("obdobi"));
    if (!period || period->group_id != of.group || period->came_from != "people") throw NotFound{};
    return *period;
}

http::Response made(const http::Request& request, const auto& permit, const BlockedOf& of) {
    BlockedPeriod period;
    period.group_id = of.group;
    auto page = period_page(request, of, period, true);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    period = read_period(page, period);
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    add(history::author_of(permit), period);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.period_blocked", period.id.uuid);
    return http::redirect(of.at, "?hotovo=pridano");
}

http::Response mended(const http::Request& request, const auto& permit, const BlockedOf& of) {
    auto before = period_asked(request, permit.db(), of);
    auto page = period_page(request, of, before, false);
    if (auto conflict = sheets::saved_meanwhile(request, page)) return *conflict;
    auto after = read_period(page, before);
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    change(history::author_of(permit), before, after);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.period_saved", before.id.uuid);
    return http::redirect(of.at, "?hotovo=ulozeno");
}

http::Response ended(const http::Request& request, const auto& permit, const BlockedOf& of) {
    auto period = period_asked(request, permit.db(), of);
    call_off_blocked_period(history::author_of(permit), period.id);
    audit::note_done(permit, "workgroups.period_ended", period.id.uuid);
    return http::redirect(of.at, "?hotovo=ukonceno");
}

}

http::PageHead BlockedListPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text(of.empty() ? "blocked.list.all" : "blocked.list"),
            .section = of.empty() ? "/bez-jednani" : "/skupiny",
            .staff = true};
}

http::Response list_blocked(const http::Request& request, Permit<may::LeadGroup> permit) {
    return respond(request, blocked_page(request, permit.db(), BlockedOf::one(permit.about().group)));
}
http::Response show_new_blocked(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto of = BlockedOf::one(permit.about().group);
    return sheets::show_sheet(request, permit.db(), period_page(request, of, {}, true));
}
http::Response new_blocked(const http::Request& request, Permit<may::LeadGroup> permit) {
    return made(request, permit, BlockedOf::one(permit.about().group));
}
http::Response show_blocked(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto of = BlockedOf::one(permit.about().group);
    return sheets::show_sheet(request, permit.db(),
                              period_page(request, of, period_asked(request, permit.db(), of), false));
}
http::Response edit_blocked(const http::Request& request, Permit<may::LeadGroup> permit) {
    return mended(request, permit, BlockedOf::one(permit.about().group));
}
http::Response end_blocked(const http::Request& request, Permit<may::LeadGroup> permit) {
    return ended(request, permit, BlockedOf::one(permit.about().group));
}

http::Response list_blocked_for_all(const http::Request& request, Permit<may::BlockForAll> permit) {
    return respond(request, blocked_page(request, permit.db(), {}));
}
http::Response show_new_blocked_for_all(const http::Request& request, Permit<may::BlockForAll> permit) {
    return sheets::show_sheet(request, permit.db(), period_page(request, {}, {}, true));
}
http::Response new_blocked_for_all(const http::Request& request, Permit<may::BlockForAll> permit) {
    return made(request, permit, {});
}
http::Response show_blocked_for_all(const http::Request& request, Permit<may::BlockForAll> permit) {
    return sheets::show_sheet(request, permit.db(),
                              period_page(request, {}, period_asked(request, permit.db(), {}), false));
}
http::Response edit_blocked_for_all(const http::Request& request, Permit<may::BlockForAll> permit) {
    return mended(request, permit, {});
}
http::Response end_blocked_for_all(const http::Request& request, Permit<may::BlockForAll> permit) {
    return ended(request, permit, {});
}

}
