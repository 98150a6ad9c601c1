// Keeps feeds in memory.
#include "workgroups/events/kept_feeds.hpp"

#include "platform/http/reading.hpp"

#include <algorithm>

namespace workgroups {

KeptFeed KeptFeeds::take(const std::string& name, const std::string& stamp, const std::function<std::string()>& make) {
    {
        std::lock_guard lock{mutex_};
        auto known = places_.find(name);
        if (known != places_.end() && known->second.stamp == stamp)
            return known->second.asked = ++questions_, known->second.feed;
    }
    // NB: two who ask at once both make it; neither waits for the other.
    KeptFeed feed{std::make_shared<const std::string>(make())};
    feed.etag = http::body_etag(*feed.text);
    std::lock_guard lock{mutex_};
    auto& place = places_[name];
    if (place.feed.text) bytes_ -= place.feed.text->size();
    place = {stamp, feed, ++questions_};
    bytes_ += feed.text->size();
    while (bytes_ > most_bytes_) forget_longest_unasked();
    return feed;
}

void KeptFeeds::forget_longest_unasked() {
    auto oldest = std::ranges::min_element(places_, {}, [](auto& one) { return one.second.asked; });
    bytes_ -= oldest->second.feed.text->size();
    places_.erase(oldest);
}

}
