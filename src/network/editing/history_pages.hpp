// What changed at a service, when, by whom, and taking one change back.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "network/editing/edit_pages.hpp"
#include "network/editing/record_change.hpp"
#include "platform/html/parts.hpp"

namespace network {

struct HistoryPage {
    const Service& service;
    std::vector<RecordChange> changes;
    CodeLists lists;
    std::int64_t page = 1;
    bool more = false;
    std::string form_token;
    std::string problem{};    // text key, after an undo that did not go
    bool undone = false;

    std::string address(const char* rest = "") const { return "/sluzby/" + service.slug + rest; }
    std::string older() const { return address("/historie?strana=") + std::to_string(page + 1); }
    std::string newer() const { return address("/historie?strana=") + std::to_string(page - 1); }
    std::string moment(const RecordChange&) const;
    std::string source(const RecordChange&, html::Out&) const;
    std::string label(const history::FieldChange&, html::Out&) const;
    std::string words(const std::string& field, const std::optional<std::string>& value, html::Out&) const;
    std::vector<history::FieldChange> shown(const RecordChange&) const;    // without ids of records
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("problem", page.problem), visit("changes", page.changes); }
    void write(html::Out&) const;
};

http::Response show_history(const http::Request&, Permit<may::EditService>);
http::Response undo(const http::Request&, Permit<may::EditService>);

}
