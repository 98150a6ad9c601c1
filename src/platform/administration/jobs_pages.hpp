// Slow work for those who administer: what waits, runs and ended, and stopping it.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/html/charts.hpp"
#include "platform/html/field.hpp"
#include "platform/http/respond.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/time/prague.hpp"

namespace auth {

struct ShownJob {
    jobs::Job job;
    std::string who{};

    std::string name(html::Out&) const;
    std::string result(html::Out&) const;    // the result is a text key and its values, one a line, or a reference
    html::Tag state(html::Out&) const;
    html::Bar bar(html::Out&) const;
    // What the script follows: nothing but jobs under way.
    std::string followed() const { return job.state == "running" ? to_text(job.id) : ""; }
    bool stoppable() const { return !job.finished() && !job.cancel_asked; }
    static void each_field(auto& shown, auto& visit) {
        visit("id", shown.job.id), visit("kind", shown.job.kind), visit("state", shown.job.state),
            visit("done_steps", shown.job.done_steps);
        visit("all_steps", shown.job.all_steps), visit("who", shown.who), visit("result", shown.job.result);
    }
};

struct JobsPage {
    std::vector<ShownJob> jobs;
    std::string form_token;

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("jobs", page.jobs); }
    void write(html::Out&) const;
};

// A text of a job in words, from its key and values parted by lines.
std::string job_words(const std::string& lines, html::Out&);

http::Response show_jobs(const http::Request&, Permit<may::Administer>);
http::Response cancel_job(const http::Request&, Permit<may::Administer>);

}
