// Applicants whom a service refused in a period, by the reasons of § 91(3): counts that the provider reports.
#pragma once

#include "network/services/service.hpp"

namespace network {

struct RefusalCount {
    Id<RefusalCount> id{};
    Id<Service> service_id{};
    std::string reason_code{};    // code list refusal_reasons
    Date period_from{};
    Date period_to{};    // first day behind it
    std::int64_t count{};
    std::optional<std::string> note{};
    Kept kept{};

    static constexpr auto table = "refusal_counts";
    static constexpr auto content = "network";
    static void each_field(auto& refusals, auto& visit) {
        visit("id", refusals.id), visit("service_id", refusals.service_id), visit("reason_code", refusals.reason_code);
        visit("period_from", refusals.period_from), visit("period_to", refusals.period_to);
        visit("count", refusals.count), visit("note", refusals.note);
        Kept::each_field(refusals.kept, visit);
    }
};

// One period with a count for each reason that was told.
struct RefusalPeriod {
    Date from{}, to{};
    std::vector<RefusalCount> counts{};    // by reason

    std::optional<std::int64_t> count_of(std::string_view reason) const;
    std::int64_t total() const;
};

std::vector<RefusalPeriod> refusals_of(db::Session&, Id<Service>);    // newest first

// The same period and reason again is a correction.  True if anything differed.
bool report_refusals(const Author&, RefusalCount);

// What may be published of a period: counts by reason with their total last; empty where somebody could be recognised.
std::vector<std::optional<std::int64_t>> published(const RefusalPeriod&, const std::vector<std::string>& reasons);

}
