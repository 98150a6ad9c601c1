// A record as a form shows it: named texts, compared field by field, so that two people who edit at once lose nothing.
#pragma once

#include "platform/drafts/draft_pages.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"

#include <map>

namespace sheets {

enum class Control {
    line,
    number,
    area,
    tick,
    one_of,
    one_shown,
    several,
    heading
};    // one_shown: of few, all in sight

struct SheetField {
    std::string name;
    std::string label;    // text key
    Control control = Control::line;
    std::string hint{};    // text key
    bool optional = true;
    std::vector<html::Choice> choices{};    // of one_of, one_shown and several; a value of several is CODE;CODE
};

struct SheetPart {
    std::string title;    // text key
    std::vector<SheetField> fields;
};

constexpr std::size_t longest_line = 300, longest_text = 20'000;    // bytes typed into one field

using SheetParts = std::vector<SheetPart>;
using Sheet = std::map<std::string, std::string>;

// What was typed, with line ends and spaces as we keep them.
Sheet typed_sheet(const http::Values&, const SheetParts&);
std::string tidy(std::string_view);

std::string value_in(const Sheet&, const std::string& name);    // empty where there is no such field
std::optional<std::string> text_or_nothing(const std::string&);
std::optional<std::int64_t> whole_number(const std::string&, std::int64_t most);    // from nothing

// A field in which what was typed is not what stands now, after somebody else saved.
struct Difference {
    const SheetField* field;
    std::string mine;
    std::string theirs;
    std::string wish{};    // moje, jejich; nothing: both changed it, the person decides

    std::string shown(const std::string& value, const html::Out&) const;
    std::string shown_mine(const html::Out& out) const { return shown(mine, out); }
    std::string shown_theirs(const html::Out& out) const { return shown(theirs, out); }
    static void each_field(auto& difference, auto& visit) {
        visit("field", difference.field->name), visit("mine", difference.mine), visit("theirs", difference.theirs);
    }
};

// Takes over what the person decided at a former conflict; answers what is still to decide: nothing if nobody saved
// since the form was made, or if all that differs is decided.
std::vector<Difference> differences(const http::Values&, const SheetParts&, const Sheet& now, std::int64_t version,
                                    Sheet& typed);

// One control of the form, whichever it is.
struct SheetControl {
    const SheetField& field;
    std::string value;
    std::optional<std::string> problem;
    void write(html::Out&) const;
};

struct SheetPage {
    std::string title;      // as it is shown: the name of the record
    std::string heading;    // text key of the page
    std::string action;
    std::string back;
    SheetParts parts;
    Sheet sheet;
    Sheet before{};    // as it stood when the form was made
    std::int64_t version = 0;
    std::string form_token{};
    std::vector<html::Problem> problems{};
    std::vector<html::Note> notes{};
    std::vector<html::Link> links{};
    std::string save = "edit.save";               // text key of the button
    SheetPart more{};                             // what is asked beside the record: a note to who decides
    std::optional<drafts::DraftOffer> offer{};    // where what is typed is kept before it is saved

    std::string value(const SheetField& field) const;
    std::optional<std::string> problem_of(const SheetField&) const;
    SheetControl control(const SheetField& field) const { return {field, value(field), problem_of(field)}; }
    html::ErrorSummary summary() const { return {problems}; }
    std::string draft_at() const { return offer ? action : ""; }
    std::string draft_of() const { return offer ? offer->person : ""; }

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("title", page.title), visit("problems", page.problems); }
    void write(html::Out&) const;
};

// Nothing typed is lost: both values side by side, and a choice for each.
struct ConflictPage {
    std::string title;
    std::string action;
    const SheetParts& parts;
    std::vector<Difference> differences;
    Sheet typed;
    Sheet now;
    std::int64_t version = 0;
    std::string form_token{};
    std::vector<html::Hidden> beside{};    // what was typed beside the sheet

    std::vector<html::Hidden> kept() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("title", page.title), visit("differences", page.differences);
    }
    void write(html::Out&) const;
};

// Takes what was typed into the page.  An answer where somebody saved since its form was made: both values, to choose
// from.
std::optional<http::Response> saved_meanwhile(const http::Request&, SheetPage&);

// The form, with what its person typed before and did not save: offered, or in it if they ask so.
http::Response show_sheet(const http::Request&, db::Session&, SheetPage);
// The form with its problems.
http::Response sheet_again(const http::Request&, SheetPage);
// What was typed is saved, so it is no draft any more.
void sheet_saved(const http::Request& request, const auto& permit) {
    drafts::drop(permit.db(), permit.user().id, request.path);
}

// First of all that the save before was kept, where the address says that there was one.
void say_saved(const http::Request&, SheetPage&);
}
