// Asks for a series, shows what it would be, saves it.
#include "workgroups/watchdog/series_pages.hpp"

#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"
#include "platform/time/time_of_day.hpp"
#include "platform/time/weekdays.hpp"

#include <charconv>

namespace workgroups {

namespace {

using sheets::Control;
using sheets::SheetPage;

constexpr std::size_t days_most = 200;

std::vector<html::Choice> numbered(const char* family, int first, int last, const i18n::Texts& texts) {
    std::vector<html::Choice> choices;
    for (int n = first; n <= last; ++n)
        choices.push_back({std::to_string(n), texts.text(std::string{family} + std::to_string(n))});
    return choices;
}

sheets::SheetParts series_parts(const i18n::Texts& texts) {
    std::vector<html::Choice> ways;
    for (auto way : {"mesicne", "tydne", "seznam"}) ways.push_back({way, texts.text(std::string{"plan.way."} + way)});
    auto months = numbered("plan.month.", 1, 12, texts);
    return {
        {"plan.part.what",
         {{"nazev", "plan.series.name", Control::line, "", false},
          {"misto", "plan.series.place", Control::line, "plan.series.place.hint"},
          {"od", "plan.series.from", Control::line, "plan.series.from.hint"},
          {"do", "plan.series.to"}}},
        {"plan.part.way", {{"zpusob", "plan.way", Control::one_shown, "", false, ways}}},
        {"plan.part.monthly",
         {{"kolikaty", "plan.place_in_month", Control::one_of, "", true, numbered("plan.nth.", 1, 5, texts)},
          {"den", "plan.weekday", Control::one_of, "", true, numbered("weekday.", 1, 7, texts)}}},
        {"plan.part.weekly",
         {{"kazdych", "plan.every_weeks", Control::number, "plan.every_weeks.hint"},
          {"prvni", "plan.first_day", Control::line, "plan.first_day.hint"}}},
        {"plan.part.list", {{"seznam", "plan.days", Control::area, "plan.days.hint"}}},
        {"plan.part.months",
         {{"vynechat", "plan.left_out", Control::several, "plan.left_out.hint", true, months},
          {"podle_potreby", "plan.on_demand_months", Control::several, "plan.on_demand_months.hint", true, months}}}};
}

std::vector<int> month_numbers(const std::string& list) {
    std::vector<int> months;
    for (auto& part : text::parted(list, ";")) {
        int month = 0;
        std::from_chars(part.data(), part.data() + part.size(), month);
        if (month >= 1 && month <= 12) months.push_back(month);
    }
    return months;
}

std::string months_joined(const std::vector<int>& months) {
    std::vector<std::string> all;
    for (auto month : months) all.push_back(std::to_string(month));
    return text::joined(all, ";");
}

SheetPage series_page(const http::Request& request, db::Session& db, const WorkingGroup& group, int year) {
    auto& texts = *request.texts;
    auto at = "/skupiny/" + group.slug + "/plan/" + std::to_string(year);
    SheetPage page{group.name, "plan.series.title", at + "/rada", at, series_parts(texts)};
    page.sheet = {{"nazev", texts.text("plan.series.name.of_year", {std::to_string(year)})},
                  {"zpusob", "mesicne"},
                  {"kolikaty", "2"},
                  {"den", "3"},
                  {"kazdych", "4"}};
    // As they met the year before.
    if (auto before = series_of_year(db, group.id, year - 1)) {
        page.sheet["misto"] = before->place.value_or("");
        if (before->from_minute) page.sheet["od"] = to_czech(TimeOfDay{std::int16_t(*before->from_minute)});
        if (before->to_minute) page.sheet["do"] = to_czech(TimeOfDay{std::int16_t(*before->to_minute)});
    }
    page.sheet["podle_potreby"] = months_joined(rules_on(db, group.id, *day_of(year, 1, 1)).on_demand_months);
    page.save = "plan.series.preview", page.form_token = request.form_token;
    return page;
}

// What was typed, understood; what is wrong with it stands on the page.
struct ReadSeries {
    MeetingSeries series{};
    std::vector<Date> days{};
    bool by_rule = true;
    std::vector<int> on_demand{};
};

void read_times(SheetPage& page, MeetingSeries& series) {
    auto read = [&](const char* field, std::optional<std::int64_t>& minute) {
        auto typed = sheets::value_in(page.sheet, field);
        if (typed.empty()) return;
        if (auto time = parse_time(typed)) minute = time->minutes;
        else page.problems.push_back({field, "plan.time.unreadable"});
    };
    read("od", series.from_minute), read("do", series.to_minute);
    if (series.to_minute && sheets::value_in(page.sheet, "od").empty())
        page.problems.push_back({"od", "plan.from.missing"});
    else if (series.from_minute && series.to_minute && *series.to_minute <= *series.from_minute)
        page.problems.push_back({"do", "plan.to.early"});
    if (series.from_minute && *series.from_minute >= 1440) page.problems.push_back({"od", "plan.time.unreadable"});
}

void read_rule(SheetPage& page, int year, ReadSeries& read) {
    auto& sheet = page.sheet;
    SeriesRule rule;
    rule.first = *day_of(year, 1, 1), rule.last = *day_of(year, 12, 31);
    rule.left_out = month_numbers(sheet["vynechat"]);
    if (sheet["zpusob"] == "tydne") {
        auto weeks = sheets::whole_number(sheet["kazdych"], 26);
        auto first = parse_date(sheet["prvni"], year);
        if (!first) first = parse_date(sheet["prvni"]);
        if (!weeks || *weeks < 1) page.problems.push_back({"kazdych", "plan.every_weeks.wrong"});
        if (!first || year_of(*first) != year) page.problems.push_back({"prvni", "plan.first_day.wrong"});
        rule.weekly = true, rule.every_weeks = int(weeks.value_or(1)), rule.first = first.value_or(rule.last);
    } else {
        rule.weekday = int(sheets::whole_number(sheet["den"], 7).value_or(0));
        rule.place = int(sheets::whole_number(sheet["kolikaty"], 5).value_or(0));
        if (rule.weekday < 1) page.problems.push_back({"den", "edit.choice.unknown"});
        if (rule.place < 1) page.problems.push_back({"kolikaty", "edit.choice.unknown"});
    }
    if (!page.problems.empty()) return;
    read.days = days_by_rule(rule);
    if (read.days.empty()) page.problems.push_back({"vynechat", "plan.days.no_day"});
}

void read_list(SheetPage& page, int year, ReadSeries& read, const i18n::Texts& texts) {
    auto typed = typed_days(page.sheet["seznam"], year);
    read.by_rule = false, read.days = typed.days;
    if (!typed.unread.empty()) {
        page.problems.push_back({"seznam", "plan.days.unreadable"});
        if (typed.unread.size() > 5) typed.unread.resize(5);
        page.notes.push_back({html::Note::bad, texts.text("edit.not_understood", {text::joined(typed.unread, " · ")}),
                              texts.text("plan.days.unreadable")});
    } else if (typed.days.empty()) page.problems.push_back({"seznam", "plan.days.missing"});
    else if (typed.days.size() > days_most) page.problems.push_back({"seznam", "plan.days.many"});
}

ReadSeries read_series(SheetPage& page, const WorkingGroup& group, int year, const i18n::Texts& texts) {
    ReadSeries read;
    auto& sheet = page.sheet;
    for (auto& [name, typed] : sheet)
        if (typed.size() > (name == "seznam" ? sheets::longest_text : sheets::longest_line))
            page.problems.push_back({name, "edit.too_long"});
    if (sheet["nazev"].empty()) page.problems.push_back({"nazev", "plan.series.name.missing"});
    read.series.group_id = group.id, read.series.name = sheet["nazev"];
    read.series.place = sheets::text_or_nothing(sheet["misto"]);
    read_times(page, read.series);
    if (sheet["zpusob"] == "seznam") read_list(page, year, read, texts);
    else if (sheet["zpusob"] == "mesicne" || sheet["zpusob"] == "tydne") read_rule(page, year, read);
    else page.problems.push_back({"zpusob", "edit.choice.unknown"});
    read.on_demand = month_numbers(sheet["podle_potreby"]);
    return read;
}

Meeting meeting_of(const WorkingGroup& group, const PreparedDay& prepared) {
    Meeting meeting;
    meeting.group_id = group.id, meeting.day = prepared.day;
    meeting.state = prepared.on_demand ? "on_demand" : "planned";
    return meeting;
}

SeriesPreviewPage preview_of(const http::Request& request, WatchedPlan plan, const WorkingGroup& group, int year,
                             const SheetPage& page, const ReadSeries& read, const std::vector<PreparedDay>& prepared) {
    auto& texts = *request.texts;
    SeriesPreviewPage preview{group, year, page.sheet};
    for (auto& one : prepared) {
        auto state = one.dropped     ? "plan.preview.dropped"
                     : one.on_demand ? "plan.state.on_demand"
                                     : "plan.state.planned";
        auto why = one.note == "moved" || one.note == "holiday" ? texts.text(one.why) : one.why;
        preview.days.push_back({one, full_day(one.day, texts), texts.text(state),
                                one.note.empty() ? "" : texts.text("plan.preview." + one.note, {why})});
        if (one.dropped) continue;
        ++preview.saved;
        plan.meetings.push_back(meeting_of(group, one));
    }
    std::ranges::sort(plan.meetings, {}, &Meeting::day);
    preview.gaps = std::int64_t(check_plan(plan, year).gaps.size());
    Meeting times;
    preview.times = times_in_words(times, &read.series), preview.place = read.series.place.value_or("");
    preview.form_token = request.form_token;
    return preview;
}

}

http::PageHead SeriesPreviewPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("plan.preview.title") + " – " + group.name, .section = "/skupiny", .staff = true};
}

html::Table SeriesPreviewPage::table(html::Out& out) const {
    html::Table table{out.text("plan.preview.title"), {{"plan.day"}, {"plan.state"}, {"plan.note"}}, {}};
    table.caption_is_above = table.folds = true;
    for (auto& one : days) table.rows.push_back({{one.day}, {one.state}, {one.note}});
    return table;
}

http::Response show_new_series(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto page = series_page(request, permit.db(), permit.about().group, year_asked(request));
    return sheets::show_sheet(request, permit.db(), std::move(page));
}

http::Response new_series(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    auto year = year_asked(request);
    auto page = series_page(request, db, group, year);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    auto read = read_series(page, group, year, *request.texts);
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    if (request.values.first("krok") == "zpet") return respond(request, page);
    auto plan = watched_plan(db, group, request.today());
    auto prepared = prepared_days(plan, read.days, read.by_rule, read.on_demand);
    if (request.values.first("krok") != "ulozit")
        return respond(request, preview_of(request, plan, group, year, page, read, prepared));
    std::erase_if(prepared, [](auto& one) { return one.dropped; });
    auto at = "/skupiny/" + group.slug + "/plan/" + std::to_string(year);
    sheets::sheet_saved(request, permit);
    if (prepared.empty()) return http::redirect(at, "?hotovo=uz-je");
    auto author = history::author_of(permit);
    add(author, read.series);
    for (auto& one : prepared) {
        auto meeting = meeting_of(group, one);
        meeting.series_id = read.series.id;
        add(author, meeting);
    }
    audit::note_done(permit, "workgroups.series_planned", read.series.id.uuid);
    return http::redirect(at, "?hotovo=rada");
}

}
