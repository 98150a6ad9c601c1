// Searching planning: hits of each kind with the words shown, only what the person may read.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/planning_search/marked_words.hpp"
#include "workgroups/planning_search/planning_index.hpp"
#include "workgroups/tasks/task_list_pages.hpp"

namespace workgroups {

struct PlanningHit {
    const PlanningText* text;
    std::string group{}, day{};
    std::vector<SearchPiece> title{}, excerpt{};
    bool by_name_alone = false;    // a paper that nobody could read

    static void each_field(auto& hit, auto& visit) {
        visit("kind", std::string{text_kinds[int(hit.text->kind)]}), visit("address", hit.text->address);
        visit("title", hit.text->title), visit("number", hit.text->number), visit("group", hit.group);
        visit("day", hit.text->day);
    }
};

struct HitsOfKind {
    std::string kind{};    // of text_kinds
    std::int64_t all = 0;
    std::vector<PlanningHit> hits{};
    static void each_field(auto& of, auto& visit) {
        visit("kind", of.kind), visit("all", of.all), visit("hits", of.hits);
    }
};

struct PlanningSearchPage {
    std::string words{}, kind{};
    std::shared_ptr<const PlanningTexts> texts{};    // what hits point into
    std::vector<HitsOfKind> kinds{};
    std::int64_t found = 0;
    std::vector<std::string> taken_for{};    // of words that were mistyped
    bool all_words = true;
    PageOfList at{};

    std::string address(const std::string& of) const;
    html::Pager pager() const { return {address(kind) + "&strana=", at.page, at.pages}; }
    std::string kind_key(const HitsOfKind& of) const { return "planning_search.kind." + of.kind; }
    std::string title_of(const PlanningHit&, html::Out&) const;    // of texts that have no words of their own
    std::string corrections() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("words", page.words), visit("found", page.found), visit("kinds", page.kinds);
    }
    void write(html::Out&) const;
};

http::Response search_planning(const http::Request&, Permit<auth::may::Read>);

}
