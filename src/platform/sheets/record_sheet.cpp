// Reads, compares and shows sheets.
#include "platform/sheets/record_sheet.hpp"

#include "platform/base/parts.hpp"
#include "platform/sheets/sheet_below.hpp"

#include <algorithm>
#include <charconv>

namespace sheets {

std::string tidy(std::string_view text) {
    std::string whole;
    while (!text.empty()) {
        auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
            line.remove_suffix(1);
        whole += std::string{line} + "\n";
    }
    auto first = whole.find_first_not_of(" \n\t\r");
    if (first == whole.npos) return {};
    return whole.substr(first, whole.find_last_not_of(" \n\t\r") - first + 1);
}

std::string value_in(const Sheet& sheet, const std::string& name) {
    auto found = sheet.find(name);
    return found == sheet.end() ? "" : found->second;
}

std::optional<std::string> text_or_nothing(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

std::optional<std::int64_t> whole_number(const std::string& text, std::int64_t most) {
    std::int64_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
    return value >= 0 && value <= most ? std::optional{value} : std::nullopt;
}

namespace {

void each_sheet_field(const SheetParts& parts, auto&& take) {
    for (auto& part : parts)
        for (auto& field : part.fields)
            if (field.control != Control::heading) take(field);
}

std::vector<std::string> codes(std::string_view list) { return text::parted(list, ";"); }

std::string joined_codes(const std::vector<std::string>& values) {
    std::vector<std::string> all;
    for (auto& value : values)
        for (auto& code : codes(value)) all.push_back(code);
    std::ranges::sort(all);
    auto [end, last] = std::ranges::unique(all);
    all.erase(end, last);
    return text::joined(all, ";");
}
}

Sheet typed_sheet(const http::Values& values, const SheetParts& parts) {
    Sheet sheet;
    each_sheet_field(parts, [&](const SheetField& field) {
        sheet[field.name] =
            field.control == Control::several ? joined_codes(values.all(field.name)) : tidy(values.first(field.name));
    });
    return sheet;
}

std::vector<Difference> differences(const http::Values& values, const SheetParts& parts, const Sheet& now,
                                    std::int64_t version, Sheet& typed) {
    auto standing = [&](const std::string& name) { return value_in(now, name); };
    bool stale = values.first("verze") != std::to_string(version);
    each_sheet_field(parts, [&](const SheetField& field) {
        if (values.first("volba." + field.name) == "jejich") typed[field.name] = standing(field.name);
        auto before = "bylo." + field.name;
        if (values.has(before) && tidy(values.first(before)) != standing(field.name)) stale = true;
    });
    std::vector<Difference> found;
    if (!stale) return found;
    each_sheet_field(parts, [&](const SheetField& field) {
        auto theirs = standing(field.name);
        if (typed[field.name] == theirs) return;
        Difference difference{&field, typed[field.name], theirs};
        if (auto before = "bylo." + field.name; values.has(before)) {
            if (tidy(values.first(before)) == theirs) difference.wish = "moje";
            else if (tidy(values.first(before)) == typed[field.name]) difference.wish = "jejich";
        }
        found.push_back(std::move(difference));
    });
    return found;
}

std::string Difference::shown(const std::string& value, const html::Out& out) const {
    if (value.empty()) return out.text("edit.conflict.nothing");
    if (field->control == Control::tick) return out.text("form.yes");
    if (field->choices.empty()) return value;
    std::string names;
    for (auto& code : codes(value)) {
        auto found = std::ranges::find(field->choices, code, &html::Choice::value);
        names += (names.empty() ? "" : "; ") + (found == field->choices.end() ? code : found->text);
    }
    return names;
}

void SheetControl::write(html::Out& out) const {
    html::Field plain{field.name, field.label, value, problem, field.hint, field.optional};
    switch (field.control) {
    case Control::line: return plain.write(out);
    case Control::number: plain.inputmode = "numeric"; return plain.write(out);
    case Control::area: return html::Area{plain}.write(out);
    case Control::one_of: return html::Select{{plain, field.choices}}.write(out);
    case Control::one_shown: return html::RadioGroup{{plain, field.choices}}.write(out);
    case Control::several: {
        html::CheckGroup group{{plain, field.choices}};
        auto chosen = codes(value);
        for (auto& choice : group.choices) choice.chosen = std::ranges::count(chosen, choice.value) > 0;
        return group.write(out);
    }
    case Control::tick: {
        plain.optional = false;
        html::CheckGroup group{{plain, field.choices}};
        group.label = field.label;
        group.choices = {{"ano", out.text(field.label + ".yes"), value == "ano"}};
        return group.write(out);
    }
    case Control::heading: return;
    }
}

std::string SheetPage::value(const SheetField& field) const { return value_in(sheet, field.name); }

std::optional<std::string> SheetPage::problem_of(const SheetField& field) const {
    for (auto& problem : problems)
        if (problem.field == field.name) return problem.text;
    return {};
}

http::PageHead SheetPage::head(const i18n::Texts& texts) const {
    auto heading_text = texts.text(heading);
    return {.title = title.empty() ? heading_text : title + " – " + heading_text, .section = action, .staff = true};
}

http::PageHead ConflictPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("edit.conflict.title"), .staff = true};
}

// Everything that was typed and is not in question, and what stood when this page was made.
std::vector<html::Hidden> ConflictPage::kept() const {
    std::vector<html::Hidden> fields{{"csrf", form_token}, {"verze", std::to_string(version)}};
    each_sheet_field(parts, [&](const SheetField& field) {
        fields.push_back({field.name, value_in(typed, field.name)});
        fields.push_back({"bylo." + field.name, value_in(now, field.name)});
    });
    fields.insert(fields.end(), beside.begin(), beside.end());
    return fields;
}

std::optional<http::Response> saved_meanwhile(const http::Request& request, SheetPage& page) {
    page.sheet = typed_sheet(request.values, page.parts);
    auto open = differences(request.values, page.parts, page.before, page.version, page.sheet);
    if (open.empty()) return {};
    ConflictPage conflict{page.title, page.action, page.parts,   open,
                          page.sheet, page.before, page.version, request.form_token};
    for (auto& field : page.more.fields)
        if (auto typed = request.values.first(field.name); !typed.empty())
            conflict.beside.push_back({field.name, typed});
    return respond(request, conflict, http::conflict);
}

namespace {

// As it stood when the draft was begun, so that saving it compares with what stands now.
void restore(SheetPage& page, const http::Values& typed) {
    page.sheet = typed_sheet(typed, page.parts);
    for (auto& field : page.more.fields) page.sheet[field.name] = tidy(typed.first(field.name));
    if (auto version = whole_number(typed.first("verze"), std::int64_t{1} << 60)) page.version = *version;
    for (auto& [name, value] : page.before)
        if (typed.has("bylo." + name)) value = tidy(typed.first("bylo." + name));
}

bool saved_since(const SheetPage& page, const http::Values& typed) {
    return std::ranges::any_of(page.before, [&](auto& field) {
        return typed.has("bylo." + field.first) && tidy(typed.first("bylo." + field.first)) != field.second;
    });
}

}

namespace {

SheetPage with_draft(const http::Request& request, db::Session& db, SheetPage page) {
    page.offer = drafts::DraftOffer::read(request, db, page.action);
    if (page.offer->draft) {
        auto typed = page.offer->draft->values();
        page.offer->older = saved_since(page, typed);
        if (page.offer->restored) restore(page, typed);
    }
    return page;
}

SheetPage typed_again(const http::Request& request, SheetPage page) {
    page.offer = drafts::DraftOffer{page.action, to_text(request.user->id), request.form_token};
    return page;
}

}

http::Response show_sheet(const http::Request& request, db::Session& db, SheetPage page) {
    return respond(request, with_draft(request, db, std::move(page)));
}

http::Response sheet_again(const http::Request& request, SheetPage page) {
    return respond(request, typed_again(request, std::move(page)), http::unprocessable);
}

http::Response show_sheet_below(const http::Request& request, db::Session& db, html::Part way, SheetPage page) {
    return respond(request, SheetBelow{way, with_draft(request, db, std::move(page))});
}

http::Response sheet_below_again(const http::Request& request, html::Part way, SheetPage page) {
    return respond(request, SheetBelow{way, typed_again(request, std::move(page))}, http::unprocessable);
}

void say_saved(const http::Request& request, SheetPage& page) {
    if (request.asked.first("ulozeno") != "ano") return;
    page.notes.insert(page.notes.begin(), html::Note{html::Note::ok, request.texts->text("edit.saved"), "", {}, true});
}
}
