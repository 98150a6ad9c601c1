// What a group goes by, as people read it: all versions, one of them, two side by side; and its forms.
#pragma once

#include "platform/html/choice.hpp"
#include "platform/html/parts.hpp"
#include "platform/html/text_pieces.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/meetings/meeting_view.hpp"
#include "workgroups/statutes/kept_changes.hpp"
#include "workgroups/statutes/statute.hpp"

namespace workgroups {

// Each rule that a version says, as a sentence.
std::vector<std::string> rules_in_words(const Statute&, const i18n::Texts&);
std::string time_in_words(const Statute&, const i18n::Texts&);    // od 1. 1. 2015 do 31. 12. 2016

struct StatuteLine {
    std::string id{}, kind{}, title{}, time{}, approved_by{}, before{};    // before: the version that it came after
    bool in_force = false;
    std::vector<std::string> rules{};

    static void each_field(auto& line, auto& visit) {
        visit("id", line.id), visit("kind", line.kind), visit("title", line.title), visit("time", line.time);
        visit("in_force", line.in_force), visit("rules", line.rules);
    }
};

struct StatuteListPage {
    const WorkingGroup& group;
    std::vector<StatuteLine> in_force{}, others{};
    bool leads = false, inside = false;
    std::string done{};

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    std::string statute_at(const StatuteLine& line) const { return at("/statut/") + line.id; }
    std::string edit_at(const StatuteLine& line) const { return statute_at(line) + "/upravit"; }
    std::string next_at(const StatuteLine& line) const { return at("/statut/novy?z=") + line.id; }
    std::string compare_at(const StatuteLine& line) const {
        return at("/statut/porovnani?z=") + line.before + "&do=" + line.id;
    }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("group", page.group.name), visit("in_force", page.in_force), visit("others", page.others);
    }
    void write(html::Out&) const;
};

struct StatutePage {
    const WorkingGroup& group;
    Statute statute;
    std::string kind{}, time{};
    std::vector<std::string> rules{}, paragraphs{};
    bool in_force = false, leads = false;

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    std::string here(const char* rest = "") const { return at("/statut/") + to_text(statute.id) + rest; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("group", page.group.name), visit("kind", page.statute.kind), visit("title", page.statute.title);
        visit("time", page.time), visit("rules", page.rules), visit("body", page.statute.body);
    }
    void write(html::Out&) const;
};

struct StatuteComparisonPage {
    const WorkingGroup& group;
    std::vector<html::Choice> versions{};
    std::string from{}, to{};    // ids; empty where nothing is chosen
    std::vector<std::string> rules_before{}, rules_after{};
    std::vector<text::ComparedLine> lines{};

    bool chosen() const { return !from.empty() && !to.empty(); }
    bool same() const {
        return rules_before == rules_after && std::ranges::none_of(lines, [](auto& line) { return line.changed(); });
    }
    html::Select select(const char* name, const char* label, const std::string& value) const {
        return {{html::Field{name, label, value}, versions}};
    }
    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("from", page.from), visit("to", page.to), visit("lines", page.lines);
    }
    void write(html::Out&) const;
};

http::Response list_statutes(const http::Request&, Permit<may::ReadGroup>);
http::Response show_statute(const http::Request&, Permit<may::ReadGroup>);
http::Response compare_statutes(const http::Request&, Permit<may::TakePartInGroup>);
http::Response show_new_statute(const http::Request&, Permit<may::LeadGroup>);
http::Response new_statute(const http::Request&, Permit<may::LeadGroup>);
http::Response show_edit_statute(const http::Request&, Permit<may::LeadGroup>);
http::Response edit_statute(const http::Request&, Permit<may::LeadGroup>);
http::Response show_plan_history(const http::Request&, Permit<may::LeadGroup>);
http::Response undo_plan_change(const http::Request&, Permit<may::LeadGroup>);

}
