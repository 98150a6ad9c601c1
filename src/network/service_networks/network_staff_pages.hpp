// The planner's desk of networks: all of them, a new one made out of the last, its facts; reference values, kinds and
// marks.
#pragma once

#include "network/editing/edit_pages.hpp"
#include "network/service_networks/network_pages.hpp"

namespace network {

// A list of the staff: where we are, what it is for, its lines and what to do next.
struct NetworkBoardPage {
    std::string title{}, lead{};    // texts
    std::string section{};
    std::vector<html::Link> crumbs{};    // before this page
    std::vector<html::Link> links{};     // first the one to add something
    std::vector<html::Table> tables{};
    std::string empty{}, empty_why{};    // text keys
    bool saved = false;

    bool has_lines() const;
    html::Crumbs way() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("title", page.title);
        std::vector<std::vector<std::string>> rows;
        for (auto& table : page.tables)
            for (auto& row : table.rows) {
                auto& cells = rows.emplace_back();
                for (auto& cell : row) cells.push_back(cell.tag ? cell.tag->text : cell.text);
            }
        visit("rows", rows);
    }
    void write(html::Out&) const;
};

// What is kept at one network, as links from each of its pages.
std::vector<html::Link> links_around(const ServiceNetwork&, const i18n::Texts&);
// A short day for a form: 1. 7. 2026 with plain spaces; empty for none.
std::string day_in_form(const std::optional<Date>&);
// A last day that somebody types, as the first day without it; and back.
std::optional<Date> day_after(const std::string& typed);
std::string last_day_in_form(const std::optional<Date>& first_without);

http::Response list_networks_for_staff(const http::Request&, Permit<may::KeepCatalogue>);
http::Response show_new_network(const http::Request&, Permit<may::KeepCatalogue>);
http::Response new_network(const http::Request&, Permit<may::KeepCatalogue>);
http::Response show_edit_network(const http::Request&, Permit<may::KeepNetwork>);
http::Response edit_network(const http::Request&, Permit<may::KeepNetwork>);

http::Response list_references(const http::Request&, Permit<may::KeepCatalogue>);
http::Response show_new_reference(const http::Request&, Permit<may::KeepCatalogue>);
http::Response new_reference(const http::Request&, Permit<may::KeepCatalogue>);
http::Response show_reference(const http::Request&, Permit<may::KeepCatalogue>);
http::Response edit_reference(const http::Request&, Permit<may::KeepCatalogue>);

http::Response list_network_codes(const http::Request&, Permit<may::KeepCatalogue>);

}
