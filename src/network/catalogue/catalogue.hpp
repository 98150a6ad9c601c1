// Keeps the catalogue's model in step with the database, and the pages made of it (docs/decisions/0006).
#pragma once

#include "network/catalogue/catalogue_model.hpp"
#include "platform/db/commit_watch.hpp"
#include "platform/http/routes.hpp"
#include "platform/time/clock.hpp"

#include <array>
#include <list>
#include <mutex>

namespace network {

class Catalogue {
public:
    Catalogue(db::Database& database, const i18n::Languages& languages, const Clock& clock,
              const http::SiteFacts& facts, const http::Shelf& shelf);

    // The model at the content version that this session sees; made anew if the one in memory is behind.
    std::shared_ptr<const CatalogueModel> model(db::Session&);

    // For the routes: pages for strangers, answered on the event loop while the model is in step.
    http::Quick quick();

private:
    struct Kept {
        std::string key;
        std::shared_ptr<const std::string> body, gzip{}, brotli{};
        std::string type;
    };

    bool in_step();
    http::Answer answer(const http::Head&);
    http::Answer made(const http::Head&, const std::shared_ptr<const CatalogueModel>&, std::string key);
    std::optional<Kept> kept(const std::string& key, const http::Head&);
    void keep(Kept, const std::shared_ptr<const CatalogueModel>&);
    http::Answer wrapped(const Kept&, std::string etag) const;
    std::string key_of(const http::Head&, const CatalogueModel&) const;
    std::string etag_of(const std::string& key) const;

    db::Database& database_;
    const i18n::Languages& languages_;
    const Clock& clock_;
    const http::SiteFacts& facts_;
    const http::Shelf& shelf_;

    std::shared_ptr<const std::string> header_lines_;
    std::array<unsigned char, 16> secret_of_tags_;    // new with each start
    db::CommitWatch watch_;

    std::mutex making_;
    std::mutex mutex_;    // of what follows
    std::shared_ptr<const CatalogueModel> model_;
    std::optional<db::CommitWatch::Mark> in_step_at_;    // nothing was committed since the model was seen in step
    std::list<Kept> pages_;                              // newest first
    std::unordered_map<std::string, std::list<Kept>::iterator> by_key_;
    std::size_t bytes_ = 0;
};

}
