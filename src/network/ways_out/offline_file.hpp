// The whole catalogue in one file for those who go where no network is: it opens in any browser, searches by itself and
// asks nobody for anything.
#pragma once

#include "network/catalogue/catalogue_model.hpp"
#include "platform/auth/permissions.hpp"
#include "platform/http/routes.hpp"

namespace network {

// Up to where the style and the script go.
struct OfflineStart {
    std::string policy, region;
    void write(html::Out&) const;
};

struct OfflineHead {
    std::string region, address;
    Date day;
    std::vector<const FacetValue*> districts, types;    // those that something was found for

    // #, where the number goes: the script counts.
    std::string count_words(html::Out&, std::int64_t) const;
    void write(html::Out&) const;
};

struct OfflineItem {
    const CatalogueEntry& entry;
    std::string districts, type, address, dialled, groups;
    void write(html::Out&) const;
};

http::Response take_offline(const http::Request&, Permit<auth::may::Read>);

}
