// Shows the queue of jobs.
#include "platform/administration/jobs_pages.hpp"

#include "platform/auth/people.hpp"

namespace auth {

std::string job_words(const std::string& lines, html::Out& out) {
    std::vector<std::string> values;
    std::size_t at = 0;
    while (at <= lines.size()) {
        auto end = std::min(lines.find('\n', at), lines.size());
        values.push_back(lines.substr(at, end - at));
        at = end + 1;
    }
    auto value = [&](std::size_t n) { return n < values.size() ? values[n] : std::string{}; };
    return out.text(value(0), value(1), value(2), value(3), value(4));
}

std::string ShownJob::name(html::Out& out) const {
    auto key = "job.kind." + job.kind, text = out.text(key);
    return text == key ? job.kind : text;
}

std::string ShownJob::result(html::Out& out) const { return job_words(job.result, out); }

html::Tag ShownJob::state(html::Out& out) const {
    auto kind = job.state == "done"      ? html::Tag::ok
                : job.state == "failed"  ? html::Tag::bad
                : job.state == "running" ? html::Tag::run
                                         : html::Tag::unknown;
    return {kind, out.text("job.state." + job.state)};
}

html::Bar ShownJob::bar(html::Out& out) const {
    return {out.text("job.done_percent", std::to_string(job.percent())), job.percent(), 100};
}

http::PageHead JobsPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("jobs.title"), .section = "/sprava/ulohy", .staff = true};
}

http::Response show_jobs(const http::Request& request, Permit<may::Administer> permit) {
    auto& db = permit.db();
    JobsPage page{{}, request.form_token};
    for (auto& job : jobs::newest(db, 100)) {
        auto who =
            job.kept.created_by
                ? db.maybe<std::string>("SELECT name FROM people WHERE id = $1", *job.kept.created_by).value_or("")
                : "";
        page.jobs.push_back({std::move(job), std::move(who)});
    }
    return respond(request, page);
}

http::Response cancel_job(const http::Request& request, Permit<may::Administer> permit) {
    auto id = request.id<jobs::Job>("uloha");
    auto job = jobs::find(permit.db(), id);
    if (!job) throw NotFound{};
    jobs::ask_to_cancel(permit.db(), id);
    audit::insert(permit.db(), permit.trail().row("jobs.cancel_asked", id.uuid, audit::Outcome::done));
    return http::redirect("/sprava/ulohy");
}

}
