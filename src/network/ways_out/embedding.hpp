// The search of the catalogue within the pages of municipalities: the little page that they frame, and how to frame it.
#pragma once

#include "network/catalogue/catalogue_model.hpp"
#include "network/permissions.hpp"
#include "platform/http/respond.hpp"

namespace network {

// Stands in a frame of another site: without the rest of our page, without a session, and what it leads to opens
// beside.
struct EmbeddedSearchPage {
    const CatalogueModel& model;
    CatalogueQuery query;
    Findings findings;
    std::string region{}, public_url{};
    bool asked{};    // for something: before that nothing is shown but the question

    static constexpr std::size_t most = 10;
    std::string title(html::Out&) const;
    std::vector<std::pair<std::string, std::string>> kept() const;    // of the frame, without the words
    std::vector<const CatalogueEntry*> shown() const;
    std::string all_results() const { return public_url + query.address(); }
    std::string service(const CatalogueEntry& entry) const { return public_url + "/sluzby/" + entry.slug; }
    std::string dialled(const CatalogueEntry&) const;
    void write(html::Out&) const;
};

// How to: choose a district, take the code, see how it will look.
struct EmbeddingPage {
    std::string public_url{}, district{};
    std::vector<const FacetValue*> districts{};
    std::string place{};    // the name of the district

    std::string frame_address() const { return "/vlozene/hledani" + (district.empty() ? "" : "?orp=" + district); }
    std::string frame_title(html::Out&) const;
    std::string code(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("address", page.public_url + page.frame_address()), visit("district", page.district);
    }
    void write(html::Out&) const;
};

http::Response show_embedding(const http::Request&, Permit<auth::may::Read>);
http::Response show_embedded_search(const http::Request&, Permit<auth::may::Read>);

}
