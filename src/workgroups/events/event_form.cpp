// Says events as forms, and forms as events.
#include "workgroups/events/event_form.hpp"

#include "platform/base/parts.hpp"
#include "platform/sheets/text_fields.hpp"
#include "platform/time/coming_date.hpp"
#include "platform/time/time_of_day.hpp"
#include "workgroups/events/event_words.hpp"
#include "workgroups/groups/group_list.hpp"

#include <fmt/format.h>

#include <charconv>

namespace workgroups {

using sheets::Control;
using sheets::Sheet;
using sheets::SheetPage;
using sheets::SheetParts;

namespace {

using sheets::TextField;

constexpr TextField<PlanningEvent> texts_of_event[] = {
    {"misto", &PlanningEvent::place}, {"adresa", &PlanningEvent::address},     {"popis", &PlanningEvent::description},
    {"web", &PlanningEvent::web},     {"duvod", &PlanningEvent::state_reason}, {"veta", &PlanningEvent::source_text},
};

}

EventGround EventGround::read(db::Session& db, const i18n::Texts& texts, const User& user, Date today) {
    EventGround ground{GroupWords::read(db, texts, today), {}, founds_groups(user), {}, user, today};
    if (ground.without_group) ground.groups = groups_kept_by(db, user, ground.words);
    return ground;
}

void EventGround::take(db::Session& db, const WorkingGroup& group) {
    if (std::ranges::find(groups, group.id, &WorkingGroup::id) == groups.end()) groups.push_back(group);
    meetings = meetings_of(db, group.id);
    std::ranges::reverse(meetings);
}

const WorkingGroup* EventGround::by_slug(const std::string& slug) const {
    auto found = std::ranges::find(groups, slug, &WorkingGroup::slug);
    return found == groups.end() ? nullptr : &*found;
}

const WorkingGroup* EventGround::by_id(const std::optional<Id<WorkingGroup>>& id) const {
    auto found = id ? std::ranges::find(groups, *id, &WorkingGroup::id) : groups.end();
    return found == groups.end() ? nullptr : &*found;
}

std::vector<html::Choice> EventGround::group_choices() const {
    std::vector<html::Choice> choices;
    if (without_group) choices.push_back({"", words.texts.text("event.group.none")});
    for (auto& one : groups) choices.push_back({one.slug, full_name(one)});
    return choices;
}

std::vector<html::Choice> EventGround::town_choices() const {
    std::vector<html::Choice> choices{{"", words.texts.text("event.town.none")}};
    auto names = towns_told_apart(words.lands);
    for (auto& land : words.lands) {
        if (land.level() != "municipality") continue;
        auto code = land.code.substr(land.code.find(':') + 1);
        choices.push_back({code, names[code]});
    }
    return choices;
}

std::vector<html::Choice> EventGround::meeting_choices() const {
    std::vector<html::Choice> choices{{"", words.texts.text("event.meeting.none")}};
    for (auto& one : meetings)
        choices.push_back({to_text(one.id), to_czech(one.day) + (one.title ? ", " + *one.title : "")});
    return choices;
}

bool EventGround::may_lie_in(const std::string& town) const {
    EventInView view;
    view.event.kept.organisation_id = user.organisation_id.value_or(Id<Organisation>{});
    if (auto land = words.find_land("municipality:" + town)) view.districts = land->districts;
    return view.kept_by(user);
}

namespace {

std::vector<html::Choice> family_choices(std::span<const char* const> codes, const std::string& family,
                                         const i18n::Texts& texts) {
    std::vector<html::Choice> choices;
    for (auto code : codes) choices.push_back({code, texts.text(family + code)});
    return choices;
}

}

SheetParts event_parts(const EventGround& ground) {
    auto& texts = ground.words.texts;
    SheetParts parts{
        {"event.part.what",
         {{"nazev", "event.title", Control::line, "", false},
          {"rocnik", "event.edition", Control::number, "event.edition.hint"},
          {"druh", "event.kind", Control::one_of, "", false, family_choices(event_kinds, "event.kind.", texts)},
          {"skupina", "event.group", Control::one_of, "event.group.hint", false, ground.group_choices()},
          {"poradatele", "event.organisers", Control::area, "event.organisers.hint"},
          {"popis", "event.description", Control::area}}},
        {"event.part.when",
         {{"od", "event.first_day", Control::line, "event.first_day.hint", false},
          {"do", "event.last_day", Control::line, "event.last_day.hint"},
          {"cas_od", "event.from", Control::line, "event.from.hint"},
          {"cas_do", "event.to", Control::line, "event.to.hint"}}},
        {"event.part.where",
         {{"misto", "event.place", Control::line, "event.place.hint"},
          {"adresa", "event.address"},
          {"obec", "event.town", Control::one_of, "", true, ground.town_choices()},
          {"souradnice", "event.coordinates", Control::line, "event.coordinates.hint"}}},
        {"event.part.public",
         {{"web", "event.web", Control::line, "event.web.hint"},
          {"verejna", "event.published", Control::tick, "event.published.hint"},
          {"stav", "event.state", Control::one_of, "", false, family_choices(event_states, "event.state.", texts)},
          {"duvod", "event.state_reason", Control::line, "event.state_reason.hint"}}}};
    if (!ground.meetings.empty())
        parts.push_back({"event.part.source",
                         {{"jednani", "event.meeting", Control::one_of, "", true, ground.meeting_choices()},
                          {"veta", "event.source_text", Control::area}}});
    return parts;
}

namespace {

std::string time_in_form(const std::optional<std::int64_t>& minute) { return minute ? minute_words(*minute) : ""; }

}

Sheet event_sheet(const PlanningEvent& event, const EventGround& ground) {
    Sheet sheet{{"nazev", sheets::tidy(event.title)},
                {"rocnik", event.edition ? std::to_string(*event.edition) : ""},
                {"druh", event.kind},
                {"poradatele", sheets::tidy(event.organisers)},
                {"cas_od", time_in_form(event.from_minute)},
                {"cas_do", time_in_form(event.to_minute)},
                {"obec", event.municipality_code.value_or("")},
                {"verejna", event.published ? "ano" : ""},
                {"stav", event.state},
                {"jednani", event.meeting_id ? to_text(*event.meeting_id) : ""}};
    auto group = ground.by_id(event.group_id);
    sheet["skupina"] = group ? group->slug : "";
    if (event.first_day != Date{}) sheet["od"] = day_in_form(event.first_day);
    if (event.last_day != event.first_day) sheet["do"] = day_in_form(event.last_day);
    if (event.latitude) sheet["souradnice"] = fmt::format("{:.6f}, {:.6f}", *event.latitude, *event.longitude);
    sheets::show_texts(event, texts_of_event, sheet);
    return sheet;
}

namespace {

// „50.76711, 15.05619“, also with N and E behind the numbers.
std::optional<std::pair<double, double>> coordinates(const std::string& typed) {
    std::vector<double> numbers;
    for (auto& part : text::parted(typed, ",")) {
        double number{};
        auto [rest, problem] = std::from_chars(part.data(), part.data() + part.size(), number);
        auto behind = text::trimmed({rest, std::size_t(part.data() + part.size() - rest)});
        if (problem != std::errc{} || !(behind.empty() || behind == "N" || behind == "E")) return {};
        numbers.push_back(number);
    }
    // The Czech Republic with some land around it: swapped numbers are a slip.
    bool here = numbers.size() == 2 && numbers[0] > 47 && numbers[0] < 52 && numbers[1] > 11 && numbers[1] < 20;
    return here ? std::optional{std::pair{numbers[0], numbers[1]}} : std::nullopt;
}

std::optional<std::int64_t> edition_in(const Sheet& sheet) {
    auto number = sheets::whole_number(sheets::value_in(sheet, "rocnik"), 999);
    return number && *number > 0 ? number : std::nullopt;
}

bool is_web(const std::string& text) { return text.starts_with("https://") || text.starts_with("http://"); }

void check_choices(SheetPage& page) {
    for (auto& part : page.parts)
        for (auto& field : part.fields) {
            if (field.control != Control::one_of) continue;
            auto value = sheets::value_in(page.sheet, field.name);
            if (std::ranges::find(field.choices, value, &html::Choice::value) == field.choices.end())
                page.problems.push_back({field.name, "edit.choice.unknown"});
        }
}

// Days without a year are the nearest to come.
struct TypedDays {
    std::optional<Date> first{}, last{};
    static TypedDays read(const Sheet& sheet, Date today) {
        TypedDays days{parse_coming_date(sheets::value_in(sheet, "od"), today)};
        days.last = parse_coming_date(sheets::value_in(sheet, "do"), days.first.value_or(today));
        return days;
    }
};

constexpr std::chrono::days longest_event{366};    // more is a slip of the year, and would fill calendars

void check_days(SheetPage& page, Date today) {
    auto& sheet = page.sheet;
    auto [first, last] = TypedDays::read(sheet, today);
    if (sheet["od"].empty()) page.problems.push_back({"od", "event.first_day.missing"});
    else if (!first) page.problems.push_back({"od", "form.date.unreadable"});
    if (!sheet["do"].empty() && !last) page.problems.push_back({"do", "form.date.unreadable"});
    if (first && last && *last < *first) page.problems.push_back({"do", "event.last_day.before"});
    if (first && last && *last - *first > longest_event) page.problems.push_back({"do", "event.last_day.far"});
    if (first && *first > today && sheet["stav"] == "held") page.problems.push_back({"stav", "event.state.held.early"});
    auto from = parse_time(sheet["cas_od"]), to = parse_time(sheet["cas_do"]);
    if (!sheet["cas_od"].empty() && (!from || from->minutes == 1440))
        page.problems.push_back({"cas_od", "event.time.unreadable"});
    if (!sheet["cas_do"].empty() && (!to || to->minutes == 0))
        page.problems.push_back({"cas_do", "event.time.unreadable"});
    bool one_day = first && (!last || *last == *first);
    if (one_day && from && to && *to <= *from) page.problems.push_back({"cas_do", "event.to.before"});
}

}

void check_event(SheetPage& page, const EventGround& ground) {
    auto& sheet = page.sheet;
    check_choices(page), check_days(page, ground.today);
    if (sheet["nazev"].empty()) page.problems.push_back({"nazev", "edit.name.missing"});
    for (auto name : {"nazev", "misto", "adresa", "web", "duvod"})
        if (sheet[name].size() > sheets::longest_line) page.problems.push_back({name, "edit.too_long"});
    for (auto name : {"poradatele", "popis", "veta"})
        if (sheet[name].size() > sheets::longest_text) page.problems.push_back({name, "edit.too_long"});
    if (!sheet["rocnik"].empty() && !edition_in(sheet)) page.problems.push_back({"rocnik", "event.edition.unreadable"});
    if (!sheet["souradnice"].empty() && !coordinates(sheet["souradnice"]))
        page.problems.push_back({"souradnice", "event.coordinates.unreadable"});
    if (!sheet["web"].empty() && !is_web(sheet["web"])) page.problems.push_back({"web", "event.web.unreadable"});
    if (sheet["stav"] == "cancelled" && sheet["duvod"].empty())
        page.problems.push_back({"duvod", "event.state_reason.missing"});
    if (sheet["skupina"].empty() && ground.without_group && !ground.may_lie_in(sheet["obec"]))
        page.problems.push_back({"obec", "event.town.not_yours"});
}

PlanningEvent filled_event(PlanningEvent event, const Sheet& sheet, const EventGround& ground) {
    auto value = [&](const char* name) { return sheets::value_in(sheet, name); };
    auto minute = [&](const char* name) {
        auto time = parse_time(value(name));
        return time ? std::optional{std::int64_t{time->minutes}} : std::nullopt;
    };
    event.title = value("nazev"), event.edition = edition_in(sheet), event.kind = value("druh");
    auto group = ground.by_slug(value("skupina"));
    event.group_id = group ? std::optional{group->id} : std::nullopt;
    event.organisers = text::joined(text::parted(value("poradatele"), "\n"), "\n");
    auto days = TypedDays::read(sheet, ground.today);
    event.first_day = *days.first, event.last_day = days.last.value_or(event.first_day);
    event.from_minute = minute("cas_od"), event.to_minute = minute("cas_do");
    event.municipality_code = sheets::text_or_nothing(value("obec"));
    auto point = coordinates(value("souradnice"));
    event.latitude = point ? std::optional{point->first} : std::nullopt;
    event.longitude = point ? std::optional{point->second} : std::nullopt;
    event.published = value("verejna") == "ano", event.state = value("stav");
    if (!ground.meetings.empty()) event.meeting_id = Id<Meeting>::parse(value("jednani"));
    sheets::take_texts(event, texts_of_event, sheet);
    return event;
}

}
