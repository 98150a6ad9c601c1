// Keeps the catalogue's model in step with the database, and the pages made of it.
#pragma once

#include "network/catalogue/catalogue_model.hpp"
#include "platform/db/database.hpp"
#include "platform/http/routes.hpp"
#include "platform/time/clock.hpp"

#include <atomic>
#include <list>
#include <mutex>

namespace network {

class Catalogue {
public:
    Catalogue(db::Database& database, const i18n::Languages& languages, const Clock& clock, const http::SiteFacts& facts,
              const http::Shelf& shelf)
        : database_{database}, languages_{languages}, clock_{clock}, facts_{facts}, shelf_{shelf} {}

    // The model at the content version that this session sees; made anew if the one in memory is behind.
    std::shared_ptr<const CatalogueModel> model(db::Session&);

    // For the routes: pages for strangers, answered on the event loop while the model is in step.
    http::Quick quick();

private:
    struct Kept {
        std::string key;
        std::shared_ptr<const std::string> body, gzip;
        std::string etag;
        std::string type;
    };

    std::shared_ptr<const CatalogueModel> in_step();    // nothing if the model is behind the database
    http::Answer answer(const http::Head&);
    std::string key_of(const http::Head&, const CatalogueModel&) const;

    db::Database& database_;
    const i18n::Languages& languages_;
    const Clock& clock_;
    const http::SiteFacts& facts_;
    const http::Shelf& shelf_;

    std::mutex making_;
    std::mutex mutex_;                                     // of what follows
    std::shared_ptr<const CatalogueModel> model_;
    std::list<Kept> pages_;                                // newest first
    std::unordered_map<std::string, std::list<Kept>::iterator> by_key_;
    std::size_t bytes_ = 0;
};

}
