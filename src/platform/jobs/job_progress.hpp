// How far a job is, told while it goes on: a stream of server-sent events for the page that shows it.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/http/respond.hpp"
#include "platform/jobs/jobs.hpp"

namespace jobs {

// A job as those who wait for it see it: who asked for it, and administrators.
struct JobInView {
    Job job;

    static std::optional<JobInView> find(db::Session&, const std::string& named);
    bool visible_to(const User&) const;
    Uuid uuid() const { return job.id.uuid; }
};

namespace may {

struct FollowJob {
    using About = JobInView;
    static constexpr auto name = "jobs.follow";
    static bool allows(const User& user, const JobInView& view) { return view.visible_to(user); }
};

}

// text/event-stream: an event `progress` with {state, done, all, percent} whenever they change, `finished` as the last
// one.  A stream ends after a minute, and the browser asks again: so nobody listens longer than they may.
http::Response follow_job(const http::Request&, Permit<may::FollowJob>);

}
