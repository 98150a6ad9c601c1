// Compares versions and makes models.
#include "network/hsds/hsds_feed.hpp"

namespace network::hsds {

std::shared_ptr<const Model> HsdsFeed::model(db::Session& db, Date day, const std::string& public_url) {
    auto version = history::content_version(db, "network");
    auto current = [&]() -> std::shared_ptr<const Model> {
        std::lock_guard lock{mutex_};
        return model_ && model_->version() == version && model_->day() == day && model_->public_url() == public_url
                   ? model_
                   : nullptr;
    };
    if (auto model = current()) return model;
    std::lock_guard making{making_};
    if (auto model = current()) return model;
    {
        // Two whole countries at once would be too much memory; who still writes an answer keeps the old one alive.
        std::lock_guard lock{mutex_};
        model_.reset();
    }
    auto made = Model::read(db, czech_, public_url, day);
    std::lock_guard lock{mutex_};
    model_ = made;
    return made;
}

}
