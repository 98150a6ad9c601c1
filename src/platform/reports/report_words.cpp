// The builder's controls, and what they hold in words.
#include "platform/base/parts.hpp"
#include "platform/reports/report_pages.hpp"

#include <algorithm>

namespace reports {

namespace {

// A few of them and how many more: a summary stays on one line.
std::string few(const std::vector<std::string>& names, const i18n::Texts& texts, std::size_t most = 4) {
    if (names.size() <= most) return text::joined(names);
    auto rest = std::int64_t(names.size() - most);
    std::vector<std::string> first{names.begin(), names.begin() + std::ptrdiff_t(most)};
    return texts.text("reports.and_more", {text::joined(first), std::to_string(rest)}, rest);
}

std::string range_words(const Condition& one, const i18n::Texts& texts) {
    if (one.from == one.to) return one.from;
    if (one.from.empty()) return texts.text("reports.how.to", {one.to});
    if (one.to.empty()) return texts.text("reports.how.from", {one.from});
    return texts.text("reports.how.between", {one.from, one.to});
}

std::vector<std::string> value_names(const Condition& one, const Column& column, const i18n::Texts& texts) {
    std::vector<std::string> names;
    for (auto& value : one.values)
        names.push_back(column.kind == Kind::code     ? name_of_code(column, value)
                        : column.kind == Kind::yes_no ? texts.text(value == "ano" ? "form.yes" : "form.no")
                                                      : "„" + value + "“");
    return names;
}

}

std::string condition_words(const Condition& one, const Column& column, const i18n::Texts& texts) {
    if (one.says_nothing()) return texts.text("reports.how.unfinished", {column.title});
    auto how = "reports.how." + one.how + ".words";
    std::string value = one.how == "rozmezi" ? range_words(one, texts)
                        : !one.days.empty()  ? one.days
                                             : few(value_names(one, column, texts), texts);
    return texts.text(how, {column.title, value});
}

html::Select ConditionRow::hows(html::Out& out) const {
    html::Select select{{html::Field{name(".jak"), "reports.condition.how", condition.how}, {}}};
    for (auto& how : hows_of(column.kind)) select.choices.push_back({how, out.text("reports.how." + how)});
    return select;
}

html::Field ConditionRow::field(const char* part, const char* label, const std::string& value) const {
    html::Field field{name(part), label, value};
    for (auto& problem : problems)
        if (problem.field == field.name) field.problem = problem.text;
    if (std::string_view{part} == ".dni") field.inputmode = "numeric", field.size = 5;
    else if (column.kind == Kind::date) field.size = 12;
    else if (is_range()) field.inputmode = "decimal", field.size = 10;
    return field;
}

html::CheckGroup ConditionRow::codes() const {
    html::CheckGroup group{{html::Field{name(".h"), "reports.condition.codes", ""}, {}}};
    for (auto& [code, code_name] : column.codes)
        group.choices.push_back({code, code_name, std::ranges::count(condition.values, code) > 0});
    return group;
}

html::RadioGroup ConditionRow::yes_no(html::Out& out) const {
    html::RadioGroup group{{html::Field{name(".h"), "reports.condition.yes_no", value()}, {}}};
    group.choices = {{"ano", out.text("form.yes")}, {"ne", out.text("form.no")}};
    return group;
}

std::string ConditionRow::chosen_words() const {
    std::vector<std::string> names;
    for (auto& code : condition.values) names.push_back(name_of_code(column, code));
    return text::joined(names);
}

std::vector<ColumnTick> ReportPage::ticks() const {
    std::vector<ColumnTick> ticks;
    for (auto& key : question.columns)
        ticks.push_back({*column_of(list, key), true, key == question.columns.front(), key == question.columns.back()});
    for (auto& column : list.columns)
        if (!std::ranges::count(question.columns, column.key)) ticks.push_back({column, false, false, false});
    return ticks;
}

std::vector<ConditionRow> ReportPage::conditions() const {
    std::vector<ConditionRow> rows;
    for (auto& one : question.conditions)
        rows.push_back({rows.size() + 1, one, *column_of(list, one.column), problems});
    return rows;
}

std::string ReportPage::columns_words(html::Out&) const {
    std::vector<std::string> names;
    for (auto& key : question.columns) names.push_back(column_of(list, key)->title);
    return few(names, *texts, 5);
}

std::string ReportPage::conditions_words(html::Out& out) const {
    if (question.conditions.empty()) return out.text("reports.conditions.none");
    std::vector<std::string> all;
    for (auto& one : question.conditions) all.push_back(condition_words(one, *column_of(list, one.column), *texts));
    return text::joined(all, "; ");
}

std::string ReportPage::groups_words(html::Out& out) const {
    std::vector<std::string> all;
    for (auto& key : question.groups) all.push_back(column_of(list, key)->title);
    auto words = all.empty() ? out.text("reports.groups.none") : text::joined(all, " › ");
    auto sort = question.sort == "pocet" ? out.text("reports.count")
                : question.sort.empty()  ? ""
                                         : column_of(list, question.sort)->title;
    return sort.empty() ? words : out.text("reports.groups.sorted", words, sort);
}

html::Select ReportPage::new_condition(html::Out&) const {
    html::Select select{{html::Field{"nova", "reports.condition.new", ""}, {}}};
    for (auto& column : list.columns) select.choices.push_back({column.key, column.title});
    return select;
}

html::Select ReportPage::group(html::Out& out, std::size_t which) const {
    auto value = which < question.groups.size() ? question.groups[which] : "";
    html::Select select{{which == 0 ? html::Field{"skupina", "reports.group", value}
                                    : html::Field{"skupina2", "reports.group.inner", value},
                         {{"", out.text("reports.groups.none")}}}};
    for (auto& column : list.columns)
        select.choices.push_back(
            {column.key, column.kind == Kind::date ? out.text("reports.group.year", column.title) : column.title});
    return select;
}

html::Select ReportPage::order(html::Out& out) const {
    html::Select select{
        {html::Field{"razeni", "reports.order", question.sort}, {{"", out.text("reports.order.usual")}}}};
    select.choices.push_back({"pocet", out.text("reports.order.count")});
    for (auto& column : list.columns) select.choices.push_back({column.key, column.title});
    return select;
}

html::Select ReportPage::numbers(html::Out& out) const {
    html::Select select{{html::Field{"cisla", "reports.numbers", question.numbers}, {}}};
    select.choices = {{"", out.text("reports.numbers.sums")}, {"prumer", out.text("reports.numbers.averages")}};
    return select;
}

html::Select ReportPage::charts(html::Out& out) const {
    html::Select select{{html::Field{"graf", "reports.chart", question.chart}, {{"", out.text("reports.count")}}}};
    for (auto& column : list.columns)
        if (adds_up(column.kind)) select.choices.push_back({column.key, column.title});
    return select;
}

html::Select ReportPage::sharing(html::Out& out) const {
    html::Field field{"sdileni", "reports.sharing", shared_with};
    field.hint = "reports.sharing.hint";
    html::Select select{{field, {}}};
    for (std::string with : sharings)
        if (with != "organisation" || has_organisation)
            select.choices.push_back({with, out.text("reports.sharing." + with)});
    return select;
}

html::Field ReportPage::title_field() const {
    html::Field field{"nazev", "reports.name", title};
    for (auto& problem : saving_problems)
        if (problem.field == field.name) field.problem = problem.text;
    return field;
}

html::ErrorSummary ReportPage::summary() const {
    auto all = problems;
    all.insert(all.end(), saving_problems.begin(), saving_problems.end());
    return {all};
}

http::PageHead ReportPage::head(const i18n::Texts& texts) const {
    return {.title = title.empty() ? texts.text("reports.new") : title, .section = "/sestavy", .staff = true};
}

http::PageHead ReportListPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("reports.title"), .section = "/sestavy", .staff = true};
}

http::PageHead SourceChoicePage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("reports.choose"), .section = "/sestavy", .staff = true};
}

http::PageHead ReportHistoryPage::head(const i18n::Texts& texts) const {
    return {.title = report.title + " – " + texts.text("reports.history"), .section = "/sestavy", .staff = true};
}

}
