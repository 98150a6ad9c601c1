// The home page: search in one's own words, the sentence form, life situations, the network at a glance.
#pragma once

#include "network/catalogue/catalogue_model.hpp"
#include "network/permissions.hpp"
#include "network/public_pages/home_news.hpp"
#include "platform/html/charts.hpp"
#include "platform/http/respond.hpp"

namespace network {

// What one might look for, as links below the search field.
struct Suggestion {
    std::string text{};
    std::string href{};
    std::int64_t services{};

    static void each_field(auto& suggestion, auto& visit) {
        visit("text", suggestion.text), visit("href", suggestion.href), visit("services", suggestion.services);
    }
};

struct Suggestions {
    std::vector<Suggestion> found{};
    bool frequent{};    // nothing was typed yet

    std::string said(const html::Out&) const;    // for those who hear the page: how many there are
    static void each_field(auto& suggestions, auto& visit) { visit("suggestions", suggestions.found); }
    void write(html::Out&) const;
};

struct SituationTile {
    std::string code{}, title{}, hint{};
    std::string who{};    // „člověka, který se vrací z nemocnice“: for the sentence form

    static void each_field(auto& tile, auto& visit) {
        visit("code", tile.code), visit("title", tile.title), visit("hint", tile.hint);
    }
};

struct HomePage {
    std::string region{};
    Suggestions suggestions{};
    std::vector<SituationTile> situations{};
    std::vector<std::pair<std::string, std::string>> districts{};    // code, name
    html::HexMap map{};
    std::int64_t services{}, verified_percent{};
    std::optional<std::int64_t> with_free_place{};    // nothing while nobody has reported
    std::vector<HomeEvent> events{};

    html::Stats stats(const html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("services", page.services), visit("with_free_place", page.with_free_place);
        visit("verified_percent", page.verified_percent), visit("situations", page.situations);
        visit("events", page.events);
    }
    void write(html::Out&) const;
};

http::Response show_home(const http::Request&, Permit<auth::may::Read>);
http::Response show_suggestions(const http::Request&, Permit<auth::may::Read>);

}
