// Keeps what HSDS tells in step with the database.
#pragma once

#include "network/hsds/hsds_model.hpp"
#include "platform/i18n/languages.hpp"

#include <mutex>

namespace network::hsds {

class HsdsFeed {
public:
    explicit HsdsFeed(const i18n::Languages& languages) : czech_{languages.czech()} {}

    // The model at the content version that this session sees, for links at this address; made anew if the one in
    // memory is behind.
    std::shared_ptr<const Model> model(db::Session&, Date day, const std::string& public_url);

private:
    const i18n::Texts& czech_;
    std::mutex making_;
    std::mutex mutex_;    // of what follows
    std::shared_ptr<const Model> model_;
};

}
