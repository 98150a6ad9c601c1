// Feeds as they were last made: programs ask for them every hour, and mostly nothing has changed.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace workgroups {

struct KeptFeed {
    std::shared_ptr<const std::string> text{};
    std::string etag{};
};

// Writes a whole feed into an empty text.
using WriteFeed = std::function<void(std::string&)>;

// Used by many threads at once.
class KeptFeeds {
public:
    explicit KeptFeeds(std::size_t most_bytes = 64 << 20) : most_bytes_{most_bytes} {}

    // The feed as it was made at this stamp; made anew where it was not.  Those that nobody asked for longest are
    // forgotten when they do not fit together.
    KeptFeed take(const std::string& name, const std::string& stamp, const WriteFeed& write);

private:
    struct Place {
        std::string stamp{};
        KeptFeed feed{};
        std::uint64_t asked = 0;    // when last, counted by questions
    };
    // Memory of a feed that nobody reads any more, for the next one: asking the system for that of a long one takes a
    // fifth of the time of making it.
    class Room {
    public:
        std::string take();
        void give_back(std::string&);

    private:
        std::mutex mutex_;
        std::string spare_;
    };
    std::shared_ptr<const std::string> written(const WriteFeed&) const;
    void forget_longest_unasked();

    std::mutex mutex_;
    std::map<std::string, Place> places_;
    std::uint64_t questions_ = 0;
    std::size_t bytes_ = 0, most_bytes_;
    std::shared_ptr<Room> room_ = std::make_shared<Room>();    // answers on their way may outlive this
};

}
