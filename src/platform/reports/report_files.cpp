// A result as CSV, XLSX, ODS and JSON: its rows, or its groups where the page shows groups.
#include "platform/base/json.hpp"
#include "platform/reports/report_pages.hpp"

#include <algorithm>

namespace reports {

namespace {

struct FileColumn {
    Column column{};
    std::string title{};
};

// Everything that leaves, in the end: the database is closed while it is read.
struct ReportFile {
    std::vector<FileColumn> columns{};
    std::vector<Row> rows{};
};

void rows_into(ReportFile& file, const List& list, const Question& question, Result& result) {
    std::vector<std::size_t> positions;
    for (auto& key : question.columns) {
        auto& column = *column_of(list, key);
        file.columns.push_back({column, column.title});
        positions.push_back(position_of(list, key));
    }
    for (auto& row : result.rows) {
        auto& out = file.rows.emplace_back();
        for (auto at : positions) out.push_back(result.value(row, at));
    }
}

void groups_into(ReportFile& file, const List& list, const Question& question, Result& result,
                 const i18n::Texts& texts) {
    for (auto& key : question.groups) {
        auto column = *column_of(list, key);
        file.columns.push_back({{column.key, "", Kind::text}, column.title});
    }
    file.columns.push_back({{"pocet", "", Kind::number}, texts.text("reports.count")});
    for (auto at : result.numbers) {
        auto& column = list.columns[at];
        auto title = question.averages() ? texts.text("reports.average_of", {column.title}) : column.title;
        file.columns.push_back({{column.key, "", column.kind}, title});
    }
    auto add = [&](const Group& group, const std::vector<std::string>& labels) {
        auto& out = file.rows.emplace_back();
        for (auto& label : labels) out.push_back(text_value(label));
        out.push_back(Number::of(group.count));
        for (std::size_t n = 0; n < result.numbers.size(); ++n)
            out.push_back(
                group.sums[n].shown(list.columns[result.numbers[n]].kind, question.averages()).value_or(Value{}));
    };
    for (auto& one : result.groups) {
        if (question.groups.size() == 1) add(one, {one.label});
        for (auto& within : one.inner) add(within, {one.label, within.label});
    }
}

documents::Kind kind_of(Kind kind) {
    return kind == Kind::date ? documents::Kind::date : adds_up(kind) ? documents::Kind::number : documents::Kind::text;
}

documents::Cell cell_of(const Value& value, const Column& column, const i18n::Texts& texts) {
    if (auto number = std::get_if<Number>(&value)) {
        if (number->millionths % 1'000'000 == 0) return number->millionths / 1'000'000;
        return double(number->millionths) / 1e6;
    }
    if (auto money = std::get_if<Money>(&value)) return double(money->halere) / 100;
    if (auto day = std::get_if<Date>(&value)) return *day;
    return documents::cell(words(value, column, texts));
}

void write_value(JsonWriter& json, const char* name, const Value& value) {
    if (auto text = std::get_if<std::string>(&value)) json(name, *text);
    else if (auto link = std::get_if<Link>(&value)) json(name, link->text);
    else if (auto codes = std::get_if<Codes>(&value)) json(name, *codes);
    else if (auto day = std::get_if<Date>(&value)) json(name, *day);
    else if (auto yes = std::get_if<bool>(&value)) json(name, *yes);
    else if (auto money = std::get_if<Money>(&value)) json(name, money->halere);
    else if (auto number = std::get_if<Number>(&value)) {
        if (number->millionths % 1'000'000 == 0) json(name, number->millionths / 1'000'000);
        else json(name, double(number->millionths) / 1e6);
    } else json(name, std::optional<std::string>{});
}

// An object for each row, named as columns are in addresses; money in haléře.
http::Response json_answer(std::shared_ptr<const ReportFile> file) {
    http::Response response{http::ok, {}, "application/json"};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"sestava.json\"");
    response.pieces = [file, at = std::size_t{}, ended = false]() mutable -> std::optional<std::string> {
        if (ended) return {};
        std::string piece = at == 0 ? "[" : "";
        for (int n = 0; n < 256 && at < file->rows.size(); ++n, ++at) {
            JsonWriter json;
            json.object([&] {
                for (std::size_t c = 0; c < file->columns.size(); ++c)
                    write_value(json, file->columns[c].column.key.c_str(), file->rows[at][c]);
            });
            piece += (at == 0 ? "\n" : ",\n") + json.take();
        }
        if (at == file->rows.size()) piece += "\n]\n", ended = true;
        return piece;
    };
    return response;
}

}

http::Response export_report(const http::Request& request, Permit<may::UseReports> permit) {
    auto question = Question::read(request.asked);
    auto source = request.use<Sources>().find(question.source, permit.user());
    if (!source) throw NotFound{};
    auto& texts = *request.texts;
    auto list = source->open({permit.db(), permit.user(), texts, permit.today(), permit.now()});
    fit(question, list);
    if (!problems_of(question, list).empty()) throw NotFound{};    // no page leads here
    bool groups = !question.groups.empty() && !question.rows;
    auto result = evaluate(list, question, permit.today());
    auto file = std::make_shared<ReportFile>();
    if (groups) groups_into(*file, list, question, result, texts);
    else rows_into(*file, list, question, result);
    if (request.path.ends_with(".json")) return json_answer(file);
    documents::Table table{texts.text(source->title), texts.language(), request.now, {}, {}};
    for (auto& column : file->columns)
        table.columns.push_back({column.column.key, column.title, kind_of(column.column.kind),
                                 adds_up(column.column.kind) || column.column.kind == Kind::date ? 12 : 32});
    table.next = [file, &texts, at = std::size_t{}](documents::Row& row) mutable {
        if (at == file->rows.size()) return false;
        for (std::size_t n = 0; n < file->columns.size(); ++n)
            row.push_back(cell_of(file->rows[at][n], file->columns[n].column, texts));
        ++at;
        return true;
    };
    return documents::table_answer(request, std::move(table), "sestava");
}

}
