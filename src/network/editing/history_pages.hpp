// What changed at a service, provider, place, contract or premises, when, by whom, and taking one change back.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "network/editing/edit_pages.hpp"
#include "network/editing/record_change.hpp"
#include "network/territory/territory.hpp"
#include "platform/history/told_history.hpp"
#include "platform/html/parts.hpp"

namespace network {

// Whose history a page shows, and where its pages are.
struct HistoryOwner {
    Uuid id;
    std::string name;
    std::string shown_at;    // /sluzby/fokus-semily-std
    std::string edited_at;
    std::string history_at;
    bool secret = false;    // nobody may read here what leads to a place
};

struct HistoryPage {
    HistoryOwner owner;
    history::HistoryPart part;
    std::vector<RecordChange> changes;
    CodeLists lists;
    Territory territory;
    const i18n::Texts& texts;

    history::ToldHistory told(html::Out&) const;
    std::string source(const RecordChange&, html::Out&) const;    // in words
    std::string words(const std::string& field, const std::optional<std::string>& value, html::Out&) const;
    std::vector<history::FieldChange> shown(const RecordChange&) const;    // without ids of records
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problem", page.part.problem), visit("changes", page.changes);
    }
    void write(html::Out&) const;
};

http::Response show_history(const http::Request&, Permit<may::EditService>);
http::Response undo(const http::Request&, Permit<may::EditService>);
http::Response show_provider_history(const http::Request&, Permit<may::EditProvider>);
http::Response undo_at_provider(const http::Request&, Permit<may::EditProvider>);
http::Response show_related_history(const http::Request&, Permit<may::EditRelated>);
http::Response undo_at_related(const http::Request&, Permit<may::EditRelated>);
http::Response show_facility_history(const http::Request&, Permit<may::EditFacility>);
http::Response undo_at_facility(const http::Request&, Permit<may::EditFacility>);
http::Response show_contract_history(const http::Request&, Permit<may::EditContract>);
http::Response undo_at_contract(const http::Request&, Permit<may::EditContract>);
http::Response show_premises_history(const http::Request&, Permit<may::EditPremises>);
http::Response undo_at_premises(const http::Request&, Permit<may::EditPremises>);
http::Response show_network_history(const http::Request&, Permit<may::KeepNetwork>);
http::Response undo_at_network(const http::Request&, Permit<may::KeepNetwork>);
}
