// A document on one side, what was found in it on the other; people decide about each.
#pragma once

#include "platform/html/charts.hpp"
#include "platform/html/choice.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/minutes_import/document_facts.hpp"
#include "workgroups/minutes_import/document_permissions.hpp"
#include "workgroups/minutes_import/imported_schedule.hpp"
#include "workgroups/minutes_import/taking_over.hpp"

namespace workgroups {

struct DocumentLine {
    std::size_t number = 0;    // from 1
    std::string text{}, css_class{};
    std::string id() const { return "r" + std::to_string(number); }
};

struct FactLine {
    DocumentFact fact{};
    std::string name{}, words{}, person{}, question{};

    std::string id() const { return to_text(fact.id); }
    std::string anchor() const { return "f-" + id(); }
    std::string mark() const { return id() + ":" + std::to_string(fact.kept.version); }
    std::string lines() const;    // 12–14
    std::string line_anchor() const { return "r" + std::to_string(fact.first_line + 1); }
    html::Tag tag(html::Out&) const;
    bool open() const { return fact.state == "open"; }

    static void each_field(auto& line, auto& visit) {
        visit("id", line.fact.id), visit("kind", line.fact.kind), visit("words", line.words);
        visit("state", line.fact.state), visit("first_line", line.fact.first_line);
        visit("last_line", line.fact.last_line), visit("person", line.person), visit("question", line.question);
    }
};

struct FactGroup {
    std::string code{};
    std::vector<FactLine> lines{};
    std::int64_t open() const { return std::ranges::count_if(lines, &FactLine::open); }
};

struct DocumentImportPage {
    const WorkingGroup& group;
    DocumentImport import;
    std::vector<DocumentLine> lines{};
    std::vector<FactGroup> groups{};
    ImportProgress progress{};
    std::optional<jobs::Job> job{};
    std::string form_token{}, done{}, problem{}, other_group{};
    std::optional<ScheduleFindings> schedule{};    // of one that was taken over and plans meetings
    std::vector<html::Link> came{};                // of it: its meeting, events, a plan of milestones
    bool like_minutes = true;                      // something was found that minutes hold
    bool shows_fact = false;                       // one fact is asked for, with its words

    std::string at(const std::string& rest = "") const { return "/dokumenty-zapisu/" + to_text(import.id) + rest; }
    std::string group_at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    std::string see(const FactLine& line) const { return at("?fakt=" + line.id() + "#" + line.line_anchor()); }
    std::string fact_at(const FactLine& line) const { return at("/udaje/" + line.id()); }
    std::string plan_at(int year) const { return group_at("/plan/") + std::to_string(year); }
    std::string rule_said(html::Out&) const;
    html::Tag state(html::Out&) const;
    html::Bar bar(html::Out&) const;
    bool open() const { return import.state == "open"; }
    bool taken() const { return import.state == "taken" && import.meeting_id; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("id", page.import.id), visit("title", page.import.title), visit("state", page.import.state);
        visit("group", page.group.slug), visit("label_style", page.import.label_style);
        std::vector<FactLine> facts;
        for (auto& one : page.groups) facts.insert(facts.end(), one.lines.begin(), one.lines.end());
        visit("facts", facts), visit("open", page.progress.open), visit("questions", page.progress.questions);
        visit("problem", page.problem), visit("schedule", page.schedule);
    }
    void write(html::Out&) const;
};

// What will come into being, and the meeting that the minutes are of.
struct TakeOverPage {
    const WorkingGroup& group;
    DocumentImport import;
    std::string day{};
    std::vector<std::string> what{};
    std::vector<html::Choice> meetings{};    // to choose from, where some stand on that day
    std::int64_t undecided = 0;
    std::int64_t rule_months = 0;    // what the document tells of the statute, where the group has none
    bool as_rule = false;
    std::string problem{}, form_token{};
    std::vector<std::string> rests{};    // what people have put on it since, so that it cannot go back

    std::string at(const char* rest = "") const { return "/dokumenty-zapisu/" + to_text(import.id) + rest; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("day", page.day), visit("what", page.what), visit("undecided", page.undecided);
        visit("problem", page.problem), visit("rests_on", page.rests), visit("rule_months", page.rule_months);
    }
    void write(html::Out&) const;
};

http::Response show_document(const http::Request&, Permit<may::KeepDocument>);
http::Response decide_facts(const http::Request&, Permit<may::KeepDocument>);
http::Response drop_document(const http::Request&, Permit<may::KeepDocument>);
http::Response send_document(const http::Request&, Permit<may::KeepDocument>);
http::Response show_fact(const http::Request&, Permit<may::KeepDocument>);
http::Response correct_fact(const http::Request&, Permit<may::KeepDocument>);
http::Response show_new_fact(const http::Request&, Permit<may::KeepDocument>);
http::Response add_fact(const http::Request&, Permit<may::KeepDocument>);
http::Response show_take_over(const http::Request&, Permit<may::KeepDocument>);
http::Response take_document_over(const http::Request&, Permit<may::KeepDocument>);
http::Response take_document_back(const http::Request&, Permit<may::KeepDocument>);

}
