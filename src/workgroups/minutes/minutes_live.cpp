// Tells those who write minutes together what the others saved and where they are writing: a stream of server-sent
// events, as that of a job.
#include "workgroups/minutes/minutes_page.hpp"

#include "platform/base/json.hpp"
#include "platform/drafts/draft_watch.hpp"

namespace workgroups {

namespace {

constexpr auto look_for_changes = std::chrono::milliseconds{1000};
constexpr auto sign_of_life = std::chrono::seconds{15};
constexpr auto longest_told = std::chrono::seconds{60};
constexpr auto writes_lately = std::chrono::seconds{40};

struct PartNow {
    std::string id{};
    std::int64_t version = 0;
    bool operator==(const PartNow&) const = default;
    static void each_field(auto& part, auto& visit) { visit("id", part.id), visit("version", part.version); }
};

struct WritingNow {
    std::string part{}, name{};
    bool operator==(const WritingNow&) const = default;
    static void each_field(auto& one, auto& visit) { visit("part", one.part), visit("name", one.name); }
};

struct MinutesNow {
    std::string phase{};
    std::vector<PartNow> parts{};    // in order, without dropped ones
    std::vector<WritingNow> writing{};
    bool operator==(const MinutesNow&) const = default;
    static void each_field(auto& now, auto& visit) {
        visit("phase", now.phase), visit("parts", now.parts), visit("writing", now.writing);
    }
};

class MinutesTelling {
public:
    MinutesTelling(db::Database& database, Id<Meeting> meeting, Id<User> reader, Instant asked)
        : database_{database}, meeting_{meeting}, reader_{reader}, asked_{asked} {}

    std::optional<std::string> next() {
        auto now = std::chrono::steady_clock::now();
        if (now - began_ > longest_told) return {};
        auto state = look(asked_ + std::chrono::duration_cast<std::chrono::milliseconds>(now - began_));
        if (!state) return {};
        if (told_ == state) return now - spoke_ < sign_of_life ? "" : spoken(":\n\n");
        told_ = state;
        return spoken("event: minutes\nretry: 1000\ndata: " + ::to_json(*state) + "\n\n");
    }

private:
    std::optional<MinutesNow> look(Instant now) {
        return database_.in_read_transaction([&](db::Session& db) -> std::optional<MinutesNow> {
            auto minutes = minutes_of(db, meeting_);
            if (!minutes) return {};
            MinutesNow state{minutes->phase};
            for (auto& part : parts_of(db, minutes->id)) state.parts.push_back({to_text(part.id), part.kept.version});
            auto below = "/jednani/" + to_text(meeting_) + "/zapis/";
            for (auto& typing : drafts::typing_below(db, below, now - writes_lately))
                if (typing.person_id != reader_)
                    state.writing.push_back({typing.form.substr(below.size()), typing.name});
            return state;
        });
    }
    std::string spoken(std::string words) {
        spoke_ = std::chrono::steady_clock::now();
        return words;
    }

    db::Database& database_;
    Id<Meeting> meeting_;
    Id<User> reader_;
    Instant asked_;
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now(), spoke_ = began_;
    std::optional<MinutesNow> told_{};
};

}

http::Response follow_minutes(const http::Request& request, Permit<may::TakePart> permit) {
    auto telling = std::make_shared<MinutesTelling>(request.shelf->get<db::Database>(), permit.about().meeting.id,
                                                    permit.user().id, permit.now());
    http::Response response;
    response.type = "text/event-stream";
    response.headers = {{"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}};
    response.pieces = [telling] { return telling->next(); };
    response.pause = look_for_changes;
    return response;
}

}
