// Shows the words of a code in a form, checks them and takes them back.
#include "network/code_lists/code_sheet.hpp"

#include "network/editing/text_fields.hpp"
#include "network/providers/slug.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace network {

namespace {

constexpr TextField<CodeListItem> optional_words[] = {{"anglicky", &CodeListItem::name_en},
                                                      {"kratky", &CodeListItem::short_cs},
                                                      {"prosty", &CodeListItem::plain_cs},
                                                      {"prosty_en", &CodeListItem::plain_en}};

std::string field_of(const CodeDetail& detail) { return std::string{"d_"} + detail.column; }

bool all_digits(std::string_view text) { return text.find_first_not_of("0123456789") == text.npos; }

const char* problem_of_detail(const CodeDetail& detail, const std::string& typed) {
    if (typed.empty()) return detail.needed ? "network.field.missing" : nullptr;
    switch (detail.kind) {
    case CodeDetail::words:
    case CodeDetail::tick: return typed.size() > longest_line ? "edit.too_long" : nullptr;
    case CodeDetail::number: return all_digits(typed) && typed.size() <= 9 ? nullptr : "code_lists.number.wrong";
    case CodeDetail::days: {
        auto days = whole_number(typed, 365);
        return days && *days > 0 ? nullptr : "code_lists.days.wrong";
    }
    case CodeDetail::paragraph:
        return typed.starts_with("§ ") && typed.size() <= 40 && typed.find_first_of("0123456789") != typed.npos
                   ? nullptr
                   : "code_lists.paragraph.wrong";
    }
    return nullptr;
}

bool letters_of_code(std::string_view code) {
    return std::ranges::all_of(code, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
    });
}

}

std::vector<SheetField> fields_of_code(const CodeListRules& rules) {
    std::vector<SheetField> fields{
        {"nazev", "code_lists.field.name_cs", Control::line, "", false},
        {"anglicky", "code_lists.field.name_en"},
        {"kratky", "code_lists.field.short_cs", Control::line, "code_lists.field.short_cs.hint"},
        {"prosty", "code_lists.field.plain_cs", Control::area, "code_lists.field.plain_cs.hint"},
        {"prosty_en", "code_lists.field.plain_en", Control::area}};
    for (auto& detail : rules.details) {
        auto control = detail.kind == CodeDetail::tick                                        ? Control::tick
                       : detail.kind == CodeDetail::days || detail.kind == CodeDetail::number ? Control::number
                                                                                              : Control::line;
        fields.push_back({field_of(detail), detail.label, control, detail.hint, !detail.needed});
    }
    return fields;
}

Sheet sheet_of_code(const CodeListItem& item, const CodeListRules& rules) {
    Sheet sheet{{"nazev", tidy(item.name_cs)}};
    show_texts(item, optional_words, sheet);
    for (auto& detail : rules.details) {
        auto value = tidy(item.detail(detail.column));
        sheet[field_of(detail)] = detail.kind != CodeDetail::tick ? value : value == "1" ? "ano" : "";
    }
    return sheet;
}

void check_words_of_code(SheetPage& page, const CodeListRules& rules) {
    auto& sheet = page.sheet;
    auto wrong = [&](const std::string& field, const char* problem) { page.problems.push_back({field, problem}); };
    if (sheet["nazev"].empty()) wrong("nazev", "edit.name.missing");
    for (auto name : {"nazev", "anglicky", "kratky"})
        if (sheet[name].size() > longest_line) wrong(name, "edit.too_long");
    for (auto name : {"prosty", "prosty_en"})
        if (sheet[name].size() > 2'000) wrong(name, "edit.too_long");
    for (auto& detail : rules.details)
        if (auto problem = problem_of_detail(detail, sheet[field_of(detail)])) wrong(field_of(detail), problem);
}

CodeListItem with_words(CodeListItem item, const CodeListRules& rules, const Sheet& sheet) {
    if (auto name = value_in(sheet, "nazev"); name != tidy(item.name_cs)) item.name_cs = name;
    take_texts(item, optional_words, sheet);
    auto details = boost::json::parse(item.details).as_object();
    for (auto& detail : rules.details) {
        auto typed = value_in(sheet, field_of(detail));
        if (detail.kind == CodeDetail::tick && typed == "ano") typed = "1";
        if (typed.empty()) details.erase(detail.column);
        else if (typed != tidy(item.detail(detail.column))) details[detail.column] = typed;
    }
    item.details = boost::json::serialize(details);
    return item;
}

std::pair<std::string, const char*> code_typed(const CodeListRules& rules, const Sheet& sheet) {
    auto code = value_in(sheet, "kod");
    if (!rules.prefix.empty() && code.starts_with(rules.prefix)) code.erase(0, rules.prefix.size());
    bool made = code.empty() && rules.prefix.empty();
    if (made) code = slug_of(value_in(sheet, "nazev"));
    auto whole = std::string{rules.prefix} + code;
    if (code.empty()) return {whole, "code_lists.code.missing"};
    if (code.size() > 60 || !letters_of_code(code)) return {whole, "code_lists.code.wrong"};
    if (whole == "nova" || whole == "tabulka") return {whole, "code_lists.code.taken_word"};
    return {whole, nullptr};
}

}
