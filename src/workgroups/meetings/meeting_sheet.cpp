// Asks for days, times and places, and keeps them.
#include "workgroups/meetings/meeting_sheet.hpp"

#include "platform/history/acting.hpp"
#include "platform/sheets/sheet_below.hpp"
#include "platform/time/coming_date.hpp"
#include "workgroups/groups/group_words.hpp"
#include "workgroups/invitations/invitation.hpp"
#include "workgroups/meetings/meeting_keeping.hpp"
#include "workgroups/meetings/meeting_page.hpp"
#include "workgroups/meetings/meeting_way.hpp"
#include "workgroups/meetings/meeting_words.hpp"

namespace workgroups {

namespace {

using sheets::Control;
using sheets::Sheet;
using sheets::SheetPage;
using sheets::SheetParts;
using sheets::text_or_nothing;

constexpr auto reason_most = sheets::longest_line;

std::vector<html::Choice> series_choices(db::Session& db, Id<WorkingGroup> group, const i18n::Texts& texts) {
    std::vector<html::Choice> choices{{"", texts.text("meeting.series.none")}};
    for (auto& one : db.all<MeetingSeries>("SELECT * FROM meeting_series WHERE group_id = $1 ORDER BY id DESC", group))
        choices.push_back({to_text(one.id), one.place ? one.name + " – " + *one.place : one.name});
    return choices;
}

sheets::SheetPart when_part(const char* title, const char* day_hint) {
    return {title,
            {{"den", "meeting.day", Control::line, day_hint, false},
             {"od", "meeting.from", Control::line, "meeting.from.hint"},
             {"do", "meeting.to"},
             {"misto", "meeting.place", Control::line, "meeting.place.hint"},
             {"online", "meeting.online", Control::line, "meeting.online.hint"}}};
}

SheetParts meeting_parts(db::Session& db, const Meeting& meeting, const i18n::Texts& texts, bool is_new) {
    SheetParts parts{
        when_part("meeting.part.when", is_new ? "meeting.day.hint" : "meeting.day.hint.noted"),
        {"meeting.part.what",
         {{"nazev", "meeting.title", Control::line, "meeting.title.hint"},
          {"rada", "meeting.series.one", Control::one_of, "", true, series_choices(db, meeting.group_id, texts)},
          {"cislo", "meeting.number", Control::number, "meeting.number.hint"}}}};
    if (is_new)
        parts.back().fields.push_back(
            {"stav",
             "meeting.state",
             Control::one_shown,
             "",
             false,
             {{"planned", texts.text("meeting.state.planned")}, {"on_demand", texts.text("meeting.state.on_demand")}}});
    return parts;
}

Sheet when_sheet(const Meeting& meeting, bool with_day) {
    return {{"den", with_day ? day_in_form(meeting.day) : ""},
            {"od", clock_in_form(meeting.from_minute)},
            {"do", clock_in_form(meeting.to_minute)},
            {"misto", meeting.place.value_or("")},
            {"online", meeting.online_address.value_or("")}};
}

Sheet meeting_sheet(const Meeting& meeting, bool is_new) {
    auto sheet = when_sheet(meeting, !is_new);
    sheet["nazev"] = meeting.title.value_or("");
    sheet["rada"] = meeting.series_id ? to_text(*meeting.series_id) : "";
    sheet["cislo"] = meeting.number ? std::to_string(*meeting.number) : "";
    if (is_new) sheet["stav"] = "planned";
    return sheet;
}

bool is_web_address(const std::string& text) {
    return (text.starts_with("https://") || text.starts_with("http://")) &&
           text.find_first_of(" \t\n\"<>") == text.npos;
}

void check_lines(SheetPage& page) {
    for (auto& [name, typed] : page.sheet) {
        if (typed.size() > sheets::longest_line) page.problems.push_back({name, "edit.too_long"});
        // NB: places and names go into headers and calendars; a line end is no part of them.
        else if (typed.find('\n') != typed.npos) page.problems.push_back({name, "meeting.one_line"});
    }
}

struct TypedTimes {
    std::optional<std::int64_t> from{}, to{};
};

TypedTimes read_times(SheetPage& page) {
    auto wrong = [&](const char* field, const char* text) { page.problems.push_back({field, text}); };
    auto& sheet = page.sheet;
    TypedTimes times{minutes_typed(sheet["od"]), minutes_typed(sheet["do"])};
    if (!sheet["od"].empty() && (!times.from || *times.from >= 24 * 60)) wrong("od", "meeting.time.unreadable");
    if (!sheet["do"].empty() && !times.to) wrong("do", "meeting.time.unreadable");
    if (times.to && sheet["od"].empty()) wrong("od", "meeting.from.missing");
    if (times.from && times.to && *times.to <= *times.from) wrong("do", "meeting.to.early");
    return times;
}

// Without a year it is of the year in which the meeting is noted, or else the nearest such day to come.
struct DayWithoutYear {
    std::optional<Date> noted{};
    Date today{};

    std::optional<Date> read(const std::string& typed) const {
        auto of_its_year = noted ? parse_date(typed, year_of(*noted)) : std::nullopt;
        // What is still to come is not moved into the past.
        bool slips_back = of_its_year && *of_its_year < today && *noted >= today;
        return of_its_year && !slips_back ? of_its_year : parse_coming_date(typed, today);
    }
};

// Day, times, place and address as typed; the form shows the day that was understood.
Meeting read_when(SheetPage& page, const WorkingGroup& group, const DayWithoutYear& reader, Meeting meeting) {
    auto wrong = [&](const char* field, const char* text) { page.problems.push_back({field, text}); };
    auto& sheet = page.sheet;
    check_lines(page);
    auto day = reader.read(sheet["den"]);
    if (day) sheet["den"] = day_in_form(*day);
    if (sheet["den"].empty()) wrong("den", "meeting.day.missing");
    else if (!day) wrong("den", "form.date.unreadable");
    else if (!group.begun_on(*day)) wrong("den", "meeting.day.before_group");
    else if (group.ended_by(*day)) wrong("den", "meeting.day.after_group");
    auto times = read_times(page);
    if (!sheet["online"].empty() && !is_web_address(sheet["online"])) wrong("online", "meeting.online.wrong");
    meeting.day = day.value_or(Date{}), meeting.from_minute = times.from, meeting.to_minute = times.to;
    meeting.place = text_or_nothing(sheet["misto"]), meeting.online_address = text_or_nothing(sheet["online"]);
    return meeting;
}

Meeting read_meeting(SheetPage& page, db::Session& db, const WorkingGroup& group, const DayWithoutYear& reader,
                     Meeting meeting) {
    meeting = read_when(page, group, reader, std::move(meeting));
    auto& sheet = page.sheet;
    meeting.title = text_or_nothing(sheet["nazev"]);
    auto series = Id<MeetingSeries>::parse(sheet["rada"]);
    auto of = series ? find_series(db, *series) : std::nullopt;
    if (!sheet["rada"].empty() && (!of || of->group_id != group.id))
        page.problems.push_back({"rada", "edit.choice.unknown"});
    meeting.series_id = of ? std::optional{of->id} : std::nullopt;
    meeting.number.reset();
    if (!sheet["cislo"].empty()) {
        meeting.number = sheets::whole_number(sheet["cislo"], 10'000);
        if (!meeting.number || *meeting.number < 1) page.problems.push_back({"cislo", "meeting.number.wrong"});
    }
    return meeting;
}

SheetPage new_meeting_page(const http::Request& request, db::Session& db, const WorkingGroup& group) {
    Meeting meeting;
    meeting.group_id = group.id;
    auto list = "/skupiny/" + group.slug + "/jednani";
    SheetPage page{group.name,
                   "meeting.new",
                   list + "/nove",
                   list,
                   meeting_parts(db, meeting, *request.texts, true),
                   meeting_sheet(meeting, true)};
    page.form_token = request.form_token;
    return page;
}

SheetPage edit_meeting_page(const http::Request& request, db::Session& db, const MeetingInView& view) {
    auto& meeting = view.meeting;
    SheetPage page{meeting_name(meeting, view.of.group),
                   "meeting.edit.title",
                   meeting_at(meeting, "/upravit"),
                   meeting_at(meeting),
                   meeting_parts(db, meeting, *request.texts, false),
                   meeting_sheet(meeting, false)};
    page.before = page.sheet, page.version = meeting.kept.version, page.form_token = request.form_token;
    page.links = {{request.texts->text("meeting.show"), meeting_at(meeting)},
                  {request.texts->text("edit.link.history"), meeting_at(meeting, "/historie")}};
    return page;
}

http::Response show_sheet_of_meeting(const http::Request& request, const Permit<may::KeepMeeting>& permit,
                                     SheetPage page) {
    MeetingWay way{permit.about(), page.heading};
    return sheets::show_sheet_below(request, permit.db(), html::Part{way}, std::move(page));
}

http::Response sheet_of_meeting_again(const http::Request& request, const MeetingInView& view, SheetPage page) {
    MeetingWay way{view, page.heading};
    return sheets::sheet_below_again(request, html::Part{way}, std::move(page));
}

bool can_still_change(const Meeting& meeting) {
    return meeting.state == "planned" || meeting.state == "convened" || meeting.state == "on_demand";
}

}

http::Response show_new_meeting(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto page = new_meeting_page(request, permit.db(), permit.about().group);
    if (auto day = parse_date(request.asked.first("den"))) page.sheet["den"] = day_in_form(*day);
    return sheets::show_sheet(request, permit.db(), std::move(page));
}

http::Response new_meeting(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    auto page = new_meeting_page(request, db, group);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    Meeting meeting;
    meeting.group_id = group.id;
    meeting = read_meeting(page, db, group, {{}, permit.today()}, meeting);
    meeting.state = sheets::value_in(page.sheet, "stav");
    if (meeting.state != "planned" && meeting.state != "on_demand")
        page.problems.push_back({"stav", "edit.choice.unknown"});
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    add(history::author_of(permit), meeting);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.meeting_kept", meeting.id.uuid);
    return http::redirect(meeting_at(meeting), "?hotovo=nove");
}

http::Response show_edit_meeting(const http::Request& request, Permit<may::KeepMeeting> permit) {
    return show_sheet_of_meeting(request, permit, edit_meeting_page(request, permit.db(), permit.about()));
}

http::Response edit_meeting(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto view = permit.about();
    view.meeting = *find_meeting(db, view.meeting.id);
    auto page = edit_meeting_page(request, db, view);
    if (auto conflict = sheets::saved_meanwhile(request, page)) return *conflict;
    auto after = read_meeting(page, db, view.of.group, {view.meeting.day, permit.today()}, view.meeting);
    if (!page.problems.empty()) return sheet_of_meeting_again(request, view, std::move(page));
    if (change(history::author_of(permit), view.meeting, after))
        audit::note_done(permit, "workgroups.meeting_kept", after.id.uuid);
    sheets::sheet_saved(request, permit);
    return http::redirect(meeting_at(after), "?hotovo=ulozeno");
}

// --- moving and cancelling -------------------------------------------------------------------------------------------

namespace {

sheets::SheetField reason_field() { return {"duvod", "meeting.reason", Control::area, "meeting.reason.hint", false}; }

SheetPage end_of_meeting_page(const http::Request& request, const MeetingInView& view, bool moves) {
    auto& meeting = view.meeting;
    SheetParts parts{{moves ? "meeting.move.why" : "meeting.cancel.why", {reason_field()}}};
    Sheet sheet;
    if (moves) {
        parts.push_back(when_part("meeting.move.to", "meeting.day.hint.noted"));
        sheet = when_sheet(meeting, false);
    }
    sheet["duvod"] = "";
    SheetPage page{meeting_name(meeting, view.of.group) + ", " + to_czech(meeting.day),
                   moves ? "meeting.move.title" : "meeting.cancel.title",
                   meeting_at(meeting, moves ? "/presun" : "/zruseni"),
                   meeting_at(meeting),
                   parts,
                   sheet};
    page.form_token = request.form_token, page.version = meeting.kept.version;
    page.save = moves ? "meeting.move.do" : "meeting.cancel.do";
    if (meeting.state == "convened")
        page.notes.push_back({html::Note::info, request.texts->text("meeting.end.letters"), "", {}});
    if (!moves) page.notes.push_back({html::Note::info, request.texts->text("meeting.cancel.agenda"), "", {}});
    return page;
}

void check_reason(SheetPage& page) {
    auto reason = sheets::value_in(page.sheet, "duvod");
    if (reason.empty()) page.problems.push_back({"duvod", "meeting.reason.missing"});
    else if (reason.size() > reason_most) page.problems.push_back({"duvod", "edit.too_long"});
}

MeetingInView as_it_is(const Permit<may::KeepMeeting>& permit) {
    auto view = permit.about();
    view.meeting = *find_meeting(permit.db(), view.meeting.id);
    if (!can_still_change(view.meeting)) throw Conflict{};
    return view;
}

}

http::Response show_meeting_move(const http::Request& request, Permit<may::KeepMeeting> permit) {
    if (!can_still_change(permit.about().meeting)) throw Conflict{};
    return show_sheet_of_meeting(request, permit, end_of_meeting_page(request, permit.about(), true));
}

http::Response move_this_meeting(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto view = as_it_is(permit);
    auto& db = permit.db();
    auto page = end_of_meeting_page(request, view, true);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    auto reason = sheets::value_in(page.sheet, "duvod");
    page.sheet.erase("duvod");
    auto next = read_when(page, view.of.group, {view.meeting.day, permit.today()}, Meeting{});
    page.sheet["duvod"] = reason;
    check_reason(page);
    if (page.problems.empty() && next.day == view.meeting.day &&
        clock_in_form(next.from_minute) == clock_in_form(view.meeting.from_minute) && next.place == view.meeting.place)
        page.problems.push_back({"den", "meeting.move.same"});
    if (!page.problems.empty()) return sheet_of_meeting_again(request, view, std::move(page));
    auto author = history::author_of(permit);
    auto id = move_meeting(author, view.meeting, next, reason);
    tell_cancelled(author, view, reason, find_meeting(db, id), LetterGround::of(request));
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.meeting_kept", view.meeting.id.uuid);
    return http::redirect("/jednani/", id, "?hotovo=presunuto");
}

http::Response show_meeting_cancel(const http::Request& request, Permit<may::KeepMeeting> permit) {
    if (!can_still_change(permit.about().meeting)) throw Conflict{};
    return show_sheet_of_meeting(request, permit, end_of_meeting_page(request, permit.about(), false));
}

http::Response cancel_this_meeting(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto view = as_it_is(permit);
    auto page = end_of_meeting_page(request, view, false);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    check_reason(page);
    if (!page.problems.empty()) return sheet_of_meeting_again(request, view, std::move(page));
    auto author = history::author_of(permit);
    auto reason = sheets::value_in(page.sheet, "duvod");
    cancel_meeting(author, view.meeting, reason);
    tell_cancelled(author, view, reason, {}, LetterGround::of(request));
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.meeting_kept", view.meeting.id.uuid);
    return http::redirect(meeting_at(view.meeting), "?hotovo=zruseno");
}

http::Response set_meeting_state(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto meeting = *find_meeting(db, permit.about().meeting.id);
    auto wish = request.values.first("stav");
    auto author = history::author_of(permit);
    if (wish == "held" && (meeting.state == "planned" || meeting.state == "convened" || meeting.state == "on_demand")) {
        // Nobody has met before the day.
        if (meeting.day > permit.today())
            return meeting_again(request, db, permit.about(), "meeting.hold.too_early", http::conflict);
        hold_meeting(author, meeting);
    } else if (wish == "planned" &&
               (meeting.state == "on_demand" || meeting.state == "cancelled" || meeting.state == "held"))
        plan_again(author, meeting);
    else throw Conflict{};
    audit::note_done(permit, "workgroups.meeting_kept", meeting.id.uuid);
    return http::redirect(meeting_at(meeting), wish == "held" ? "?hotovo=konalo" : "?hotovo=planovano");
}

// --- a series --------------------------------------------------------------------------------------------------------

namespace {

std::optional<MeetingSeries> series_asked(const http::Request& request, db::Session& db, const WorkingGroup& group) {
    if (request.parameter("rada") == "nova") return {};
    auto series = find_series(db, request.id<MeetingSeries>("rada"));
    if (!series || series->group_id != group.id) throw NotFound{};
    return series;
}

SheetPage series_page(const http::Request& request, const WorkingGroup& group,
                      const std::optional<MeetingSeries>& series) {
    auto list = "/skupiny/" + group.slug + "/jednani";
    auto held = series.value_or(MeetingSeries{});
    SheetPage page{group.name,
                   series ? "meeting.series.edit" : "meeting.series.new",
                   list + "/rady/" + (series ? to_text(held.id) : "nova"),
                   list,
                   {{"meeting.series.part",
                     {{"nazev", "meeting.series.name", Control::line, "meeting.series.name.hint", false},
                      {"misto", "meeting.place", Control::line, "meeting.series.place.hint"},
                      {"od", "meeting.from"},
                      {"do", "meeting.to"}}}},
                   {{"nazev", held.name},
                    {"misto", held.place.value_or("")},
                    {"od", clock_in_form(held.from_minute)},
                    {"do", clock_in_form(held.to_minute)}}};
    page.form_token = request.form_token;
    if (series) page.before = page.sheet, page.version = held.kept.version;
    return page;
}

}

http::Response show_series(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& group = permit.about().group;
    return sheets::show_sheet(request, permit.db(),
                              series_page(request, group, series_asked(request, permit.db(), group)));
}

http::Response save_series(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    auto series = series_asked(request, db, group);
    auto page = series_page(request, group, series);
    if (series) {
        if (auto conflict = sheets::saved_meanwhile(request, page)) return *conflict;
    } else page.sheet = sheets::typed_sheet(request.values, page.parts);
    check_lines(page);
    if (page.sheet["nazev"].empty()) page.problems.push_back({"nazev", "edit.name.missing"});
    auto times = read_times(page);
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    auto after = series.value_or(MeetingSeries{});
    after.group_id = group.id, after.name = page.sheet["nazev"], after.place = text_or_nothing(page.sheet["misto"]);
    after.from_minute = times.from, after.to_minute = times.to;
    auto author = history::author_of(permit);
    if (series) change(author, *series, after);
    else add(author, after);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.meeting_kept", after.id.uuid);
    return http::redirect("/skupiny/", group.slug, "/jednani?hotovo=rada");
}

http::Response undo_series(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    auto series = series_asked(request, db, group);
    if (!series) throw NotFound{};
    if (!is_untouched(db, series->id, permit.today())) throw Conflict{};
    take_series_back(history::author_of(permit), series->id, request.texts->text("meeting.series.taken_back.reason"));
    audit::note_done(permit, "workgroups.meeting_kept", series->id.uuid);
    return http::redirect("/skupiny/", group.slug, "/jednani?hotovo=rada-zpet");
}

}
