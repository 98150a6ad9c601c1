// Minutes of a group, found by words: strangers see published ones and search in their copies, members all.
#pragma once

#include "platform/documents/table_file.hpp"
#include "workgroups/minutes/minutes_page.hpp"

namespace workgroups {

struct MinutesListLine {
    std::string href{}, day{}, title{}, phase{}, found{};    // found: some words around
    html::Tag state{html::Tag::run, ""};
    static void each_field(auto& line, auto& visit) {
        visit("href", line.href), visit("day", line.day), visit("title", line.title), visit("phase", line.phase);
        visit("found", line.found);
    }
};

struct MinutesListPage {
    const WorkingGroup& group;
    std::string words{};
    std::vector<MinutesListLine> lines{};
    std::int64_t page = 1, pages = 1, count = 0;
    bool any = false;

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    std::string filters() const { return words.empty() ? "" : "q=" + http::encoded(words); }
    documents::Downloads downloads() const { return {at("/zapisy"), filters()}; }
    html::Pager pager() const;
    html::Field words_field() const { return {"q", "minutes.list.words", words}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("group", page.group.name), visit("minutes", page.lines); }
    void write(html::Out&) const;
};

}
