// Looks at a job twice a second for those who follow it.
#include "platform/jobs/job_progress.hpp"

#include "platform/base/json.hpp"

namespace jobs {

namespace {

constexpr auto look_each = std::chrono::milliseconds{500};
constexpr auto sign_of_life_each = std::chrono::seconds{15};
constexpr auto longest = std::chrono::seconds{60};

struct Told {
    std::string state{};
    std::int64_t done = 0, all = 0;
    std::int64_t percent = 0;

    bool operator==(const Told&) const = default;
    static void each_field(auto& told, auto& visit) {
        visit("state", told.state), visit("done", told.done), visit("all", told.all), visit("percent", told.percent);
    }
};

class Telling {
public:
    Telling(db::Database& database, Id<Job> id) : database_{database}, id_{id} {}

    std::optional<std::string> next() {
        auto now = std::chrono::steady_clock::now();
        if (over_ || now - began_ > longest) return {};
        auto job = database_.in_read_transaction([&](db::Session& db) { return find(db, id_); });
        if (!job) return {};
        over_ = job->finished();
        Told told{job->state, job->done_steps, job->all_steps, job->percent()};
        if (!over_ && told == told_) return now - spoke_ < sign_of_life_each ? "" : spoken(":\n\n");
        told_ = told;
        // A lost line is asked for again after a second.
        return spoken((over_ ? "event: finished\nretry: 1000\ndata: " : "event: progress\nretry: 1000\ndata: ") +
                      to_json(told) + "\n\n");
    }

private:
    std::string spoken(std::string words) {
        spoke_ = std::chrono::steady_clock::now();
        return words;
    }

    db::Database& database_;
    Id<Job> id_;
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now(), spoke_ = began_;
    Told told_{};
    bool over_ = false;
};

}

std::optional<JobInView> JobInView::find(db::Session& db, const std::string& named) {
    auto id = Id<Job>::parse(named);
    auto job = id ? jobs::find(db, *id) : std::nullopt;
    if (!job) return {};
    return JobInView{std::move(*job)};
}

bool JobInView::visible_to(const User& user) const {
    return user.signed_in() &&
           (job.kept.created_by == user.id || user.reaches(Role::administrator, Lies::everywhere()));
}

http::Response follow_job(const http::Request& request, Permit<may::FollowJob> permit) {
    auto telling = std::make_shared<Telling>(request.shelf->get<db::Database>(), permit.about().job.id);
    http::Response response;
    response.type = "text/event-stream";
    response.headers = {{"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}};
    response.pieces = [telling] { return telling->next(); };
    response.pause = look_each;
    return response;
}

}
