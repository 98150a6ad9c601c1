// Reports for people: the lists of them, the builder with its result, files of a result, saving, sharing, history.
#pragma once

#include "platform/documents/table_file.hpp"
#include "platform/html/charts.hpp"
#include "platform/html/choice.hpp"
#include "platform/http/respond.hpp"
#include "platform/http/routes.hpp"
#include "platform/http/surroundings.hpp"
#include "platform/reports/report_result.hpp"
#include "platform/reports/saved_report.hpp"

namespace reports {

void routes(http::Routes&);
void menu(http::Surroundings&);

// --- the lists -------------------------------------------------------------------------------------------------------

struct ReportLine {
    std::string title{}, address{};
    std::string source{};    // the list, in words
    std::string about{};     // what a ready-made one is for
    std::string owner{};     // of one that somebody shares
    std::string shared_with{};

    static void each_field(auto& line, auto& visit) {
        visit("title", line.title), visit("address", line.address), visit("list", line.source);
        visit("about", line.about), visit("owner", line.owner), visit("shared_with", line.shared_with);
    }
};

struct ReportListPage {
    std::string form_token{};
    std::vector<ReportLine> mine{}, shared{}, ready{};
    std::string deleted_title{}, restore_at{};    // of the report that was deleted just now
    std::int64_t page = 1, pages = 1;             // of those that others share

    html::Pager pager() const { return {"/sestavy?strana=", page, pages}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("mine", page.mine), visit("shared", page.shared), visit("ready", page.ready);
        visit("page", page.page), visit("pages", page.pages);
    }
    void write(html::Out&) const;
};

// Which list a new report asks.
struct SourceChoicePage {
    std::vector<ReportLine> lists{};

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("lists", page.lists); }
    void write(html::Out&) const;
};

// --- the builder -----------------------------------------------------------------------------------------------------

struct ColumnTick {
    const Column& column;
    bool chosen, first, last;    // among the chosen

    std::string up() const { return "nahoru." + column.key; }
    std::string down() const { return "dolu." + column.key; }
};

// One condition as its controls show it; which of them count follows what is chosen (assets/css/reports.css).
struct ConditionRow {
    std::size_t number;    // from one
    const Condition& condition;
    const Column& column;
    const std::vector<html::Problem>& problems;

    std::string name(const char* part = "") const { return "p" + std::to_string(number) + part; }
    std::string value() const { return condition.values.empty() ? "" : condition.values.front(); }
    bool is_text() const { return column.kind == Kind::text || column.kind == Kind::link; }
    bool is_range() const { return column.kind == Kind::date || adds_up(column.kind); }
    html::Select hows(html::Out&) const;
    html::Field field(const char* part, const char* label, const std::string& value) const;
    html::CheckGroup codes() const;
    html::RadioGroup yes_no(html::Out&) const;
    std::string chosen_words() const;
    void write(html::Out&) const;
};

struct ResultHead {
    std::string title{}, address{}, order{};    // order: ascending, descending
    bool number{};

    static void each_field(auto& head, auto& visit) { visit("title", head.title), visit("number", head.number); }
};

struct ResultLine {
    int level{};    // 0 a row, 1 a group, 2 a group within it
    std::vector<html::Cell> cells{};

    static void each_field(auto& line, auto& visit) {
        std::vector<std::string> texts;
        for (auto& cell : line.cells) texts.push_back(cell.text);
        visit("level", line.level), visit("cells", texts);
    }
};

struct ResultTable {
    std::string caption{};
    std::vector<ResultHead> heads{};
    std::vector<ResultLine> lines{};    // of this page
    ResultLine total{};
    bool grouped{};

    std::string css_class() const { return grouped ? "report-table grouped" : "report-table stack"; }
    // The head of the column, where rows become blocks on a phone and the cell says something.
    std::string said(const ResultLine& line, std::size_t n) const {
        return line.cells[n].text.empty() ? "" : heads[n].title;
    }
    void write(html::Out&) const;
};

struct ChartLine {
    html::Cell name{};
    std::string text{};
    html::Bar bar{};
};
struct ReportChart {
    std::string title{}, first_head{}, number_head{};
    std::vector<ChartLine> lines{};
    std::int64_t left_out = 0;
    void write(html::Out&) const;
};

struct ReportPage {
    const i18n::Texts* texts{};    // of the reader
    std::string list_title{};
    List list{};
    Question question{};
    std::optional<SavedReport> saved{};
    bool own = false;        // whoever looks keeps it
    bool changed = false;    // what is shown is not what was saved
    std::string owner{};
    std::string title{}, shared_with = "nobody";    // as typed
    bool has_organisation = false;                  // there are colleagues to share with
    std::string form_token{};
    std::string open_part{};                  // sloupce, podminky, skupiny
    std::vector<html::Problem> problems{};    // of conditions
    std::vector<html::Problem> saving_problems{};
    std::vector<std::string> unknown{};    // columns that are no more
    bool just_saved = false, saved_meanwhile = false;
    std::int64_t found = 0, lines = 0, page = 1, pages = 1;
    bool cut = false, several_groups = false;
    std::vector<std::string> not_added{};    // columns whose units differ
    ResultTable table{};
    ReportChart chart{};

    std::string here() const { return saved ? "/sestavy/" + to_text(saved->id) : "/sestavy/nova"; }
    std::string at(const Question& other) const { return here() + "?" + other.text(); }
    std::string history_at() const { return here() + "/historie"; }
    std::string delete_at() const { return here() + "/smazat"; }
    std::string save_at() const { return own ? here() : "/sestavy"; }
    bool shows_result() const { return problems.empty(); }
    std::vector<ColumnTick> ticks() const;
    std::vector<ConditionRow> conditions() const;
    std::string columns_words(html::Out&) const;
    std::string conditions_words(html::Out&) const;
    std::string groups_words(html::Out&) const;
    html::Select new_condition(html::Out&) const;
    html::Select group(html::Out&, std::size_t which) const;
    html::Select order(html::Out&) const;
    html::Select numbers(html::Out&) const;
    html::Select charts(html::Out&) const;
    html::Select sharing(html::Out&) const;
    html::Field title_field() const;
    html::ErrorSummary summary() const;
    documents::Downloads downloads() const { return {"/sestavy/vysledek", question.text()}; }
    html::Pager pager() const { return {at(question) + "&strana=", page, pages}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("title", page.title), visit("list", page.question.source);
        visit("question", page.question.text()), visit("found", page.found), visit("cut", page.cut);
        visit("page", page.page), visit("pages", page.pages), visit("columns", page.table.heads);
        visit("lines", page.table.lines), visit("unknown_columns", page.unknown), visit("problems", page.problems);
    }
    void write(html::Out&) const;
};

// Fills in the table, its page and the picture.
void show_result(ReportPage&, const Result&, const i18n::Texts&, std::int64_t page_asked);
// „Stav: v provozu, pozastavená; Ověřeno: starší než 365 dní“
std::string condition_words(const Condition&, const Column&, const i18n::Texts&);

http::Response list_reports(const http::Request&, Permit<may::UseReports>);
http::Response show_new_report(const http::Request&, Permit<may::UseReports>);
http::Response show_report(const http::Request&, Permit<may::ReadReport>);
http::Response export_report(const http::Request&, Permit<may::UseReports>);
http::Response new_report(const http::Request&, Permit<may::UseReports>);
http::Response save_report(const http::Request&, Permit<may::KeepReport>);
http::Response delete_report(const http::Request&, Permit<may::KeepReport>);
http::Response restore_report(const http::Request&, Permit<may::KeepReport>);

// --- history ---------------------------------------------------------------------------------------------------------

struct ReportVersion {
    std::string when{}, who{}, kind{};
    std::vector<std::string> what{};    // in words
    std::string open_at{};              // the question as it was then

    static void each_field(auto& version, auto& visit) {
        visit("when", version.when), visit("who", version.who), visit("kind", version.kind);
        visit("what", version.what), visit("open_at", version.open_at);
    }
};

struct ReportHistoryPage {
    SavedReport report;
    std::vector<ReportVersion> versions{};

    std::string back() const { return "/sestavy/" + to_text(report.id); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("title", page.report.title), visit("versions", page.versions);
    }
    void write(html::Out&) const;
};

http::Response show_report_history(const http::Request&, Permit<may::KeepReport>);

}
