// A round: the next one first, then a letter after the other, each in a transaction of its own.
#include "network/confirmations/place_rounds.hpp"

#include "network/confirmations/place_request.hpp"
#include "platform/time/prague.hpp"

namespace network {

namespace {

constexpr auto job_kind = "places.ask";
constexpr auto hour_of_round = std::chrono::hours{6};    // in Prague, before offices open

void queue_round(db::Session& work, Instant now, Instant when) {
    auto waits = work.one<std::int64_t>("SELECT count(*) FROM jobs WHERE kind = $1 AND state = 'waiting'",
                                        std::string{job_kind});
    if (waits > 0) return;
    auto region =
        work.maybe<Id<Organisation>>("SELECT id FROM organisations WHERE kind = 'region' ORDER BY id LIMIT 1");
    auto id = jobs::enqueue(work, now, {}, region.value_or(Id<Organisation>{}), job_kind, "{}");
    work.run("UPDATE jobs SET not_before = $1 WHERE id = $2", when, id);
}

// The letter of one service, if it is still due: a second attempt of the job writes nobody twice.
bool ask_one(db::Session& work, Instant now, Id<Service> id, const i18n::Texts& texts, const std::string& public_url) {
    auto asked = newest_request(work, id);
    auto service = find_service(work, id);
    if (!service || (asked && day_in_prague(asked->asked_at) == day_in_prague(now))) return false;
    auto organisation = service->kept.organisation_id;
    auto source = history::keep_source(work, now, {}, organisation, "import", job_kind);
    return ask_for_places({work, now, {}, organisation, source}, *service, texts, public_url);
}

std::string do_round(jobs::Run& run, const i18n::Texts& texts, const std::string& public_url) {
    auto& database = run.database();
    auto now = run.now();
    auto tomorrow = from_prague(day_in_prague(now) + std::chrono::days{1}) + hour_of_round;
    database.in_write_transaction([&](db::Session& work) { queue_round(work, now, tomorrow); });
    auto due = database.in_read_transaction([&](db::Session& db) { return services_to_ask(db, day_in_prague(now)); });
    std::int64_t done = 0, all = std::int64_t(due.size());
    for (auto id : due) {
        database.in_write_transaction([&](db::Session& work) { ask_one(work, run.now(), id, texts, public_url); });
        run.progress(++done, all);
    }
    return "places.job.done";
}

}

void know_place_jobs(jobs::Workers& workers, const i18n::Languages& languages, const http::SiteFacts& facts) {
    workers.know(job_kind,
                 [&languages, &facts](jobs::Run& run) { return do_round(run, languages.czech(), facts.public_url); });
}

void begin_place_rounds(db::Session& work, Instant now) { queue_round(work, now, now); }

}
