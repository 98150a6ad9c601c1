// Handlers: ask, find, answer.
#include "workgroups/events/calendar_pages.hpp"

#include "platform/base/parts.hpp"
#include "platform/time/weekdays.hpp"

#include <boost/json.hpp>

#include <charconv>

namespace workgroups {

namespace {

constexpr std::int64_t items_on_a_page = 30;

Date first_of_month(Date day) {
    std::chrono::year_month_day date{day};
    return std::chrono::sys_days{date.year() / date.month() / 1};
}

Date far(int year) { return *day_of(year, 1, 1); }

std::string without_year(Date day) {
    auto words = to_czech(day);
    return words.substr(0, words.rfind('.') + 1);
}

std::string weekday_key(Date day) { return "event.weekday." + std::to_string(weekday_of(day)); }

// What is found on the days asked for: next ones by their beginning, past ones the last first.
std::vector<CalendarEntry> found_entries(const CalendarGround& ground, const CalendarQuery& query, Date today) {
    auto entries =
        query.past ? ground.entries(far(earliest_year), today, query) : ground.entries(today, far(latest_year), query);
    std::erase_if(entries, [&](auto& entry) { return query.past ? entry.last >= today : entry.last < today; });
    if (query.past) std::ranges::reverse(entries);
    return entries;
}

// Those that a map can show: meetings have no point.
std::vector<CalendarItem> placed_items(const CalendarGround& ground, const std::vector<CalendarEntry>& entries) {
    std::vector<CalendarItem> placed;
    for (auto& entry : entries)
        if (entry.event)
            if (auto item = ground.item_of(entry); item.latitude) placed.push_back(std::move(item));
    return placed;
}

MonthTable month_table(const std::vector<CalendarItem>& items, Date first, Date today, const i18n::Texts& texts) {
    std::chrono::year_month_day date{first};
    MonthTable table{first};
    table.title =
        texts.text("event.month." + std::to_string(unsigned(date.month()))) + " " + std::to_string(int(date.year()));
    auto before = plus_months(first, 1);
    for (auto day = first - std::chrono::days{weekday_of(first) - 1}; day < before;) {
        auto& week = table.weeks.emplace_back();
        for (auto n = 0; n < 7; ++n, day += std::chrono::days{1}) {
            MonthDay shown{day, first <= day && day < before, day == today};
            if (shown.inside)
                for (auto& item : items)
                    if (item.first <= day && day <= item.last) shown.items.push_back(&item);
            week.push_back(std::move(shown));
        }
    }
    return table;
}

void offer_filters(CalendarPage& page, const CalendarGround& ground) {
    auto& texts = ground.words().texts;
    page.kinds = {{"", texts.text("event.kind.any")}, {"meeting", texts.text("event.kind.meeting")}};
    for (auto kind : event_kinds) page.kinds.push_back({kind, event_kind(kind, texts)});
    page.groups = {{"", texts.text("event.group.any")}};
    for (auto& group : ground.groups()) page.groups.push_back({group.slug, full_name(group)});
    // Towns of what there is now, and the one asked for.
    auto towns = ground.town_codes(page.today - std::chrono::days{366});
    towns.insert(page.query.town);
    page.towns = {{"", texts.text("event.town.any")}};
    auto names = towns_told_apart(ground.words().lands);
    for (auto& code : towns)
        if (!code.empty()) page.towns.push_back({code, names.contains(code) ? names[code] : code});
    std::ranges::sort(page.towns.begin() + 1, page.towns.end(), {},
                      [](auto& choice) { return i18n::sort_key(choice.text); });
}

// Of thousands found only those of this page are put into words.
void take_page(CalendarPage& page, const http::Request& request, const CalendarGround& ground,
               const std::vector<CalendarEntry>& found) {
    page.found = std::int64_t(found.size());
    page.pages = std::max<std::int64_t>((page.found + items_on_a_page - 1) / items_on_a_page, 1);
    auto typed = request.asked.first("strana");
    std::from_chars(typed.data(), typed.data() + typed.size(), page.page);
    page.page = std::clamp<std::int64_t>(page.page, 1, page.pages);
    auto begin = std::size_t((page.page - 1) * items_on_a_page);
    for (auto n = begin; n < found.size() && n < begin + items_on_a_page; ++n)
        page.items.push_back(ground.item_of(found[n]));
}

}

std::string CalendarLine::day() const { return without_year(item.first); }
std::string CalendarLine::weekday(html::Out& out) const { return out.text(weekday_key(item.first)); }

std::string CalendarLine::where() const {
    auto where = text::joined(std::vector{item.place, item.town});
    return where.empty() ? "" : ", " + where;
}

std::string MonthTable::day_said(const MonthDay& day, html::Out& out) const {
    return out.text(weekday_key(day.day)) + " " + to_czech(day.day);
}

std::string CalendarPage::points() const {
    auto filters = query.filters();
    return "/akce-na-mape.geojson" + (filters.empty() ? "" : "?" + filters);
}

std::string CalendarPage::other_time() const {
    auto other = query;
    other.past = !query.past;
    auto behind = other.address();
    return behind.empty() ? "/akce" : "/akce?" + behind;
}

documents::Downloads CalendarPage::downloads() const {
    auto filters = query.filters();
    if (query.past) filters += filters.empty() ? "minule=1" : "&minule=1";
    return {"/akce", filters};
}

html::Pager CalendarPage::pager() const { return {"/akce?" + query.address() + "&strana=", page, pages}; }

http::PageHead CalendarPage::head(const i18n::Texts& texts) const {
    return {
        .title = texts.text("event.calendar"), .description = texts.text("event.calendar.lead"), .section = "/akce"};
}

http::Response show_calendar(const http::Request& request, Permit<auth::may::Read> permit) {
    auto& db = permit.db();
    auto& texts = *request.texts;
    CalendarGround ground{db, permit.user(), texts, permit.today()};
    CalendarPage page{CalendarQuery::read(request), permit.today()};
    offer_filters(page, ground);
    page.may_plan = founds_groups(permit.user()), page.signed_in = permit.user().signed_in();
    if (page.query.view == "mesic") {
        auto first = page.query.month.value_or(first_of_month(page.today));
        page.items = ground.items_of(ground.entries(first, plus_months(first, 1), page.query));
        page.found = std::int64_t(page.items.size());
        page.month = month_table(page.items, first, page.today, texts);
    } else {
        auto found = found_entries(ground, page.query, page.today);
        if (page.shows_map()) {
            page.meetings = std::ranges::count_if(found, [](auto& entry) { return !entry.event; });
            page.placeless = std::int64_t(found.size() - placed_items(ground, found).size()) - page.meetings;
        }
        take_page(page, request, ground, found);
    }
    if (page.shows_map()) page.map = network::map_ground(request, db);
    auto response = respond(request, page, page.query.unreadable_month() ? http::unprocessable : http::ok);
    if (!page.map.policy.empty()) response.headers.emplace_back("Content-Security-Policy", page.map.policy);
    return response;
}

http::Response show_calendar_points(const http::Request& request, Permit<auth::may::Read> permit) {
    namespace json = boost::json;
    CalendarGround ground{permit.db(), permit.user(), *request.texts, permit.today()};
    json::array features;
    auto found = found_entries(ground, CalendarQuery::read(request), permit.today());
    for (auto& item : placed_items(ground, found))
        features.push_back(
            json::object{{"type", "Feature"},
                         {"properties", json::object{{"slug", item.href},
                                                     {"href", item.href},
                                                     {"name", item.title},
                                                     {"provider", item.time},
                                                     {"kind", item.kind_said}}},
                         {"geometry", json::object{{"type", "Point"},
                                                   {"coordinates", json::array{*item.longitude, *item.latitude}}}}});
    http::Response response;
    response.type = "application/geo+json";
    response.body = json::serialize(json::object{{"type", "FeatureCollection"}, {"features", std::move(features)}});
    return response;
}

http::Response export_calendar(const http::Request& request, Permit<auth::may::Read> permit) {
    auto& texts = *request.texts;
    CalendarGround ground{permit.db(), permit.user(), texts, permit.today()};
    using enum documents::Kind;
    documents::Table table{texts.text("event.calendar"),
                           texts.language(),
                           request.now,
                           {{"nazev", texts.text("event.title"), text, 44},
                            {"druh", texts.text("event.kind"), text, 18},
                            {"od", texts.text("event.first_day"), date, 12},
                            {"do", texts.text("event.last_day"), date, 12},
                            {"cas_od", texts.text("event.from"), text, 8},
                            {"cas_do", texts.text("event.to"), text, 8},
                            {"misto", texts.text("event.place"), text, 36},
                            {"obec", texts.text("event.town"), text, 20},
                            {"kod_obce", texts.text("event.town_code"), text, 9},
                            {"skupina", texts.text("event.group"), text, 36},
                            {"poradatele", texts.text("event.organisers"), text, 36},
                            {"stav", texts.text("event.state"), text, 12},
                            {"web", texts.text("event.web"), link, 30},
                            {"stranka", texts.text("event.address_here"), link, 44}}};
    auto found = found_entries(ground, CalendarQuery::read(request), permit.today());
    table.next = [items = ground.items_of(found), n = std::size_t{}, site = request.facts->public_url,
                  &texts](documents::Row& row) mutable {
        if (n == items.size()) return false;
        auto& item = items[n++];
        auto time = [](const std::optional<std::int64_t>& minute) {
            return minute ? documents::Cell{minute_words(*minute)} : documents::Cell{};
        };
        row.push_back(documents::cell(item.title)), row.push_back(documents::cell(item.kind_said));
        row.push_back(item.first), row.push_back(item.last);
        row.push_back(time(item.from)), row.push_back(time(item.to));
        for (auto& said : {item.place, item.town, item.town_code, item.group, item.organisers,
                           texts.text("event.state." + item.state), item.web, site + item.href})
            row.push_back(documents::cell(said));
        return true;
    };
    return documents::table_answer(request, std::move(table), "akce");
}

}
