// A mistake in the catalogue as somebody told it, and what the region's staff made of it.
#pragma once

#include "network/services/service.hpp"

namespace network {

struct MistakeReport {
    Id<MistakeReport> id{};
    Id<Service> service_id{};
    std::string message{};
    std::optional<std::string> contact{};    // e-mail or telephone, if the person wants an answer
    std::string state = "new";               // new, settled, rejected
    std::optional<Id<User>> settled_by{};
    std::optional<Instant> settled_at{};
    std::optional<std::string> answer{};    // what was done, or why nothing
    Kept kept{};

    static constexpr auto table = "mistake_reports";
    static void each_field(auto& report, auto& visit) {
        visit("id", report.id), visit("service_id", report.service_id), visit("message", report.message);
        visit("contact", report.contact), visit("state", report.state), visit("settled_by", report.settled_by);
        visit("settled_at", report.settled_at), visit("answer", report.answer);
        Kept::each_field(report.kept, visit);
    }
};

// Letters, not bytes.
inline constexpr std::size_t mistake_message_least = 10, mistake_message_most = 2000, mistake_contact_most = 200;
inline constexpr std::int64_t mistakes_an_hour = 5;    // from one address

Id<MistakeReport> report_mistake(const Author&, const Service&, std::string message,
                                 std::optional<std::string> contact);

std::optional<MistakeReport> find_mistake_report(db::Session&, Id<MistakeReport>);
// Oldest first, as they should be answered; those already answered newest first.
std::vector<MistakeReport> list_mistake_reports(db::Session&, const std::string& state);
std::int64_t count_mistake_reports(db::Session&, const std::string& state);
std::int64_t count_mistake_reports(db::Session&, const std::string& state, Id<Service>);

// From new to settled or rejected, once.  Throws Conflict where somebody answered before, std::invalid_argument for
// another state.
void settle(const Author&, const MistakeReport&, const std::string& state, std::string answer);

// Back among those that wait: what was answered before stays in its history.  False if it waits already.
bool reopen(const Author&, const MistakeReport&);

// Counts one more report from this address; false if it has sent enough for this hour.
bool take_turn(db::Session& work, std::string_view remote, Instant now);

}
