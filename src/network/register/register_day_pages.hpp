// The days on the page of imports: what the register said, what waits for a click, what went wrong and asking again.
#pragma once

#include "network/permissions.hpp"
#include "network/register/register_day.hpp"
#include "platform/html/table.hpp"
#include "platform/http/respond.hpp"

namespace network {

struct RegisterDayLine {
    Date day{};
    std::optional<RegisterDay> record{};
    std::optional<RegisterImport> import{};
    bool under_way = false;    // a job asks now

    // none, reading, stopped, unchanged, waiting, drop, applying, accepted, superseded, given_up, failed
    std::string state() const;
    bool waits() const { return state() == "waiting" || state() == "drop"; }
    std::string what(html::Out&) const;    // how many differences, or why there are none
    std::string reason(html::Out&) const;
    static void each_field(auto& line, auto& visit) {
        visit("day", line.day), visit("state", line.state());
        visit("differences", line.import ? std::optional{line.import->differences()} : std::nullopt);
    }
};

struct RegisterDaysPart {
    bool asks = false;
    std::string source{};
    std::string earliest{};    // 5.00
    bool under_way = false;
    std::vector<RegisterDayLine> lines{};    // newest first, from the first day on which somebody asked
    std::string form_token{};

    static constexpr std::int64_t days_shown = 31;
    static constexpr int stale_after_days = 7;    // the register's file is meant to be new every day

    const RegisterDayLine* waiting() const;    // the newest one
    const RegisterDayLine* newest() const { return lines.empty() ? nullptr : &lines.front(); }
    bool failed() const { return newest() && (newest()->state() == "failed" || newest()->state() == "stopped"); }
    bool quiet() const { return newest() && newest()->state() == "unchanged"; }
    // Since when the same file has come, if that is long.
    std::optional<Date> stale_since() const;
    std::string import_address(const RegisterDayLine&, const char* rest = "") const;
    html::Table table(html::Out&) const;
    void write(html::Out&) const;
};

RegisterDaysPart register_days_part(const http::Request&, db::Session&);

http::Response ask_register_again(const http::Request&, Permit<may::ImportRegister>);

}
