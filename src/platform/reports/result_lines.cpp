// A result as its page shows it: rows, or groups with their numbers, each leading to the rows behind it.
#include "platform/reports/report_pages.hpp"

#include <algorithm>
#include <cmath>

namespace reports {

namespace {

constexpr std::int64_t lines_on_page = 50;
constexpr std::size_t chart_lines_most = 20;

// Writes the lines of one result.
struct LineWriter {
    ReportPage& page;
    const Result& result;
    const i18n::Texts& texts;

    const Column& column(std::size_t n) const { return page.list.columns[n]; }
    html::Cell cell(const Value& value, const Column& column) const;
    html::Cell sum(const std::vector<Sum>&, std::size_t column) const;
    std::string label(const Group& group, const Column& column) const {
        if (group.missing) return texts.text("reports.missing");
        return column.kind == Kind::yes_no ? words(group.id == "ano", column, texts) : group.label;
    }

    ResultHead head(const std::string& key) const;
    std::vector<std::size_t> shown_columns() const;
    Question narrowed(const std::vector<std::pair<std::size_t, const Group*>>& groups) const;
    ResultLine row(const Row&, const std::vector<std::size_t>& columns) const;
    ResultLine group(const Group&, const Column&, int level, const Question& behind,
                     const std::vector<std::size_t>& columns) const;
    void lines_of_groups(std::vector<ResultLine>&) const;
    ResultLine total() const;
    ReportChart chart() const;
};

html::Cell LineWriter::cell(const Value& value, const Column& column) const {
    html::Cell cell{words(value, column, texts)};
    if (auto link = std::get_if<Link>(&value)) cell.href = link->href;
    return cell;
}

html::Cell LineWriter::sum(const std::vector<Sum>& sums, std::size_t at) const {
    auto found = std::ranges::find(result.numbers, at);
    if (found == result.numbers.end()) return {};
    auto& sum = sums[std::size_t(found - result.numbers.begin())];
    if (sum.mixed) return {texts.text("reports.mixed")};
    auto value = sum.shown(column(at).kind, page.question.averages());
    return value ? cell(*value, column(at)) : html::Cell{texts.text("reports.no_number")};
}

ResultHead LineWriter::head(const std::string& key) const {
    auto& column = *column_of(page.list, key);
    ResultHead head{column.title, "", "", adds_up(column.kind)};
    auto other = page.question;
    bool sorted = other.sort == key;
    if (sorted) head.order = other.down ? "descending" : "ascending";
    other.down = sorted && !other.down;
    other.sort = key;
    head.address = page.at(other);
    return head;
}

// Beside the first one: of groups without rows only what adds up.
std::vector<std::size_t> LineWriter::shown_columns() const {
    std::vector<std::size_t> columns;
    for (auto& key : page.question.columns) columns.push_back(position_of(page.list, key));
    if (page.question.groups.empty() || page.question.rows) return columns;
    return result.numbers;
}

// The same question without groups, about the rows of these alone.
Question LineWriter::narrowed(const std::vector<std::pair<std::size_t, const Group*>>& groups) const {
    auto question = page.question;
    question.groups.clear(), question.rows = false, question.chart.clear(), question.numbers.clear();
    if (question.sort == "pocet") question.sort.clear(), question.down = false;
    std::erase_if(question.conditions, [](auto& one) { return one.says_nothing(); });
    for (auto& [at, group] : groups)
        question.conditions.push_back(condition_of_group(column(at), group->id, group->missing));
    return question;
}

ResultLine LineWriter::row(const Row& row, const std::vector<std::size_t>& columns) const {
    ResultLine line;
    for (auto at : columns) line.cells.push_back(cell(result.value(row, at), column(at)));
    return line;
}

ResultLine LineWriter::group(const Group& group, const Column& by, int level, const Question& behind,
                             const std::vector<std::size_t>& columns) const {
    ResultLine line{level};
    line.cells.push_back({label(group, by)});
    html::Cell count{to_czech(group.count)};
    if (!behind.too_long()) count.href = page.at(behind);
    line.cells.push_back(count);
    for (auto at : columns) line.cells.push_back(sum(group.sums, at));
    return line;
}

void LineWriter::lines_of_groups(std::vector<ResultLine>& lines) const {
    auto& question = page.question;
    auto columns = shown_columns();
    bool rows = question.rows, two = question.groups.size() > 1;
    auto outer = position_of(page.list, question.groups[0]);
    // Rows under groups: their first column stands where groups have their names.
    std::vector<std::size_t> behind_first = columns;
    if (rows && !behind_first.empty()) behind_first.erase(behind_first.begin());
    auto add_rows = [&](const Group& of) {
        for (auto at : of.rows) {
            auto line = row(result.rows[at], columns);
            line.cells.insert(line.cells.begin() + 1, html::Cell{});
            lines.push_back(std::move(line));
        }
    };
    for (auto& one : result.groups) {
        lines.push_back(group(one, column(outer), two || rows ? 1 : 2, narrowed({{outer, &one}}), behind_first));
        if (!two && rows) add_rows(one);
        for (auto& within : one.inner) {
            auto inner = position_of(page.list, question.groups[1]);
            lines.push_back(group(within, column(inner), 2, narrowed({{outer, &one}, {inner, &within}}), behind_first));
            if (rows) add_rows(within);
        }
    }
}

ResultLine LineWriter::total() const {
    ResultLine line;
    bool groups = !page.question.groups.empty();
    if (!groups && result.numbers.empty()) return line;
    auto columns = shown_columns();
    line.cells.push_back({texts.text("reports.total")});
    if (groups) line.cells.push_back({to_czech(result.all.count)});
    for (std::size_t n = !groups || page.question.rows; n < columns.size(); ++n)
        line.cells.push_back(sum(result.all.sums, columns[n]));
    return line;
}

ReportChart LineWriter::chart() const {
    ReportChart chart;
    if (result.groups.size() < 2) return chart;
    auto& first = *column_of(page.list, page.question.groups[0]);
    auto number = column_of(page.list, page.question.chart);
    auto at = position_of(page.list, page.question.chart);
    chart.number_head = number ? number->title : texts.text("reports.count");
    chart.first_head = first.title;
    chart.title = texts.text("reports.chart.title", {chart.number_head, chart.first_head});
    std::vector<std::pair<std::int64_t, const Group*>> all;
    for (auto& group : result.groups) {
        if (!number) all.emplace_back(group.count, &group);
        else {
            auto& sum = group.sums[std::size_t(std::ranges::find(result.numbers, at) - result.numbers.begin())];
            if (sum.shown(number->kind, false)) all.emplace_back(sum.total, &group);
        }
    }
    std::int64_t most = 0;
    for (auto& [value, group] : all) most = std::max(most, value);
    if (all.size() > chart_lines_most) {    // the highest, still in their order
        auto bound = all;
        std::ranges::sort(bound, [](auto& a, auto& b) { return a.first > b.first; });
        auto least = bound[chart_lines_most].first;
        chart.left_out = std::int64_t(std::erase_if(all, [&](auto& one) { return one.first <= least; }));
    }
    for (auto& [value, group] : all) {
        ChartLine line{{label(*group, first)}};
        auto shown =
            number ? words(number->kind == Kind::money ? Value{Money{value}} : Value{Number{value}}, *number, texts)
                   : to_czech(value);
        line.text = shown;
        line.bar = {texts.text("reports.chart.bar", {label(*group, first), shown}), std::max<std::int64_t>(value, 0),
                    std::max<std::int64_t>(most, 1)};
        chart.lines.push_back(std::move(line));
    }
    return chart;
}

std::vector<ResultHead> heads_of(const LineWriter& writer) {
    auto& question = writer.page.question;
    std::vector<ResultHead> heads;
    if (question.groups.empty()) {
        for (auto& key : question.columns) heads.push_back(writer.head(key));
        return heads;
    }
    std::string title;
    for (auto& key : question.groups) title += (title.empty() ? "" : " › ") + column_of(writer.page.list, key)->title;
    auto columns = writer.shown_columns();
    if (question.rows && !columns.empty()) title += " › " + writer.column(columns.front()).title;
    heads.push_back({title});
    heads.push_back({writer.texts.text("reports.count"), "", "", true});
    for (std::size_t n = question.rows; n < columns.size(); ++n)
        heads.push_back({writer.column(columns[n]).title, "", "", adds_up(writer.column(columns[n]).kind)});
    if (!question.averages()) return heads;
    for (std::size_t n = 2; n < heads.size(); ++n)
        if (heads[n].number) heads[n].title = writer.texts.text("reports.average_of", {heads[n].title});
    return heads;
}

}

void show_result(ReportPage& page, const Result& result, const i18n::Texts& texts, std::int64_t page_asked) {
    LineWriter writer{page, result, texts};
    page.found = result.all.count, page.cut = result.cut, page.several_groups = result.several_groups;
    page.table.caption = texts.text("reports.result");
    page.table.grouped = !page.question.groups.empty();
    page.table.heads = heads_of(writer);
    std::vector<ResultLine> lines;
    if (page.table.grouped) writer.lines_of_groups(lines);
    page.lines = page.table.grouped ? std::int64_t(lines.size()) : page.found;
    page.pages = std::max<std::int64_t>(1, (page.lines + lines_on_page - 1) / lines_on_page);
    page.page = std::clamp<std::int64_t>(page_asked, 1, page.pages);
    auto columns = writer.shown_columns();
    auto end = std::min(page.lines, page.page * lines_on_page);
    for (auto at = (page.page - 1) * lines_on_page; at < end; ++at)
        page.table.lines.push_back(page.table.grouped ? std::move(lines[std::size_t(at)])
                                                      : writer.row(result.rows[std::size_t(at)], columns));
    page.table.total = writer.total();
    for (std::size_t n = 0; n < result.numbers.size(); ++n)
        if (result.all.sums[n].mixed) page.not_added.push_back(page.list.columns[result.numbers[n]].title);
    if (!page.question.groups.empty()) page.chart = writer.chart();
}

}
