// The four numbers of a service – registered, in the network, funded, really free – side by side over time, each with
// who said it.  They are never added up.
#pragma once

#include "network/services/report_pace.hpp"

namespace network {

inline constexpr const char* capacity_kinds[] = {"registered", "network", "funded", "free"};

// Who said a number and where: a person at a form, a document, the register, a letter that was answered.
struct SaidBy {
    std::string who{};    // empty: nobody at a form
    std::string source_kind{};
    std::string source_label{};
    Instant happened_at{};

    static void each_field(auto& said, auto& visit) {
        visit("who", said.who), visit("source_kind", said.source_kind), visit("source_label", said.source_label);
        visit("happened_at", said.happened_at);
    }
};

struct CapacityNumber {
    Uuid id{};
    std::string kind{};    // of capacity_kinds
    std::string form_code{};
    std::string unit_code{};
    std::int64_t count{};
    Validity validity{};    // of a report of free places: until the next one
    Instant recorded_at{};
    std::optional<Instant> replaced_at{};
    std::optional<std::string> note{};
    std::optional<std::string> scope{};
    std::optional<std::int64_t> of_total{};
    std::optional<std::string> whole{};
    SaidBy said{};

    bool held() const { return !replaced_at; }
    bool holds_on(Date day) const { return held() && validity.holds_on(day); }
    static void each_field(auto& number, auto& visit) {
        visit("id", number.id), visit("kind", number.kind), visit("form_code", number.form_code);
        visit("unit_code", number.unit_code), visit("count", number.count);
        Validity::each_field(number.validity, visit);
        visit("recorded_at", number.recorded_at), visit("replaced_at", number.replaced_at);
        visit("note", number.note), visit("scope", number.scope), visit("of_total", number.of_total);
        visit("whole", number.whole);
    }
};

// All that we know and knew, newest knowledge first.
std::vector<CapacityNumber> capacity_numbers_of(db::Session&, Id<Service>);

}
