// Services on a geographic map and by how far they are: what the catalogue finds, with the same filters.
#pragma once

#include "network/catalogue/catalogue_model.hpp"
#include "network/places_map/typed_address.hpp"
#include "platform/auth/permissions.hpp"
#include "platform/http/respond.hpp"

namespace network {

// Pictures of a map from somewhere else, where the operator wishes to have them under our layers.
struct MapTiles {
    std::string address{};         // https://tiles.kraj.example/{z}/{x}/{y}.png; empty: our own layers alone
    std::string attribution{};     // whose they are
    std::string origin() const;    // https://tiles.kraj.example, for the policy of the page
};

struct NearService {
    const CatalogueEntry* entry{};
    std::optional<double> kilometres{};    // as the crow flies; nothing without a place to measure from

    static void each_field(auto& near, auto& visit) {
        visit("slug", near.entry->slug), visit("name", near.entry->name), visit("kilometres", near.kilometres);
    }
};

inline constexpr std::size_t nearest_shown = 50;

struct PlacesMapPage {
    std::shared_ptr<const CatalogueModel> model;
    CatalogueQuery query{};
    std::string typed{};    // odkud
    std::optional<FoundPlace> from{};
    std::vector<NearService> nearest{};    // those with a place, the nearest first
    std::size_t total = 0, placeless = 0;
    std::string filters{};    // of the catalogue, as in its address
    std::string script{}, worker{}, bounds{};
    MapTiles tiles{};
    bool english = false;

    bool unknown() const { return !typed.empty() && !from; }
    std::string data_address() const { return "/sluzby-na-mape.geojson" + (filters.empty() ? "" : "?" + filters); }
    std::string list_address() const { return "/sluzby" + (filters.empty() ? "" : "?" + filters); }
    std::string from_point() const;
    std::string distance(const NearService&, html::Out&) const;
    std::vector<std::pair<std::string, std::string>> kept() const { return query.kept_values(); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("total", page.total), visit("without_place", page.placeless), visit("nearest", page.nearest);
    }
    void write(html::Out&) const;
};

http::Response show_places_map(const http::Request&, Permit<auth::may::Read>);
http::Response show_places(const http::Request&, Permit<auth::may::Read>);    // the points as GeoJSON

}
