// What meetings are called in words: their day, time, state, number.
#pragma once

#include "platform/html/parts.hpp"
#include "platform/i18n/texts.hpp"
#include "workgroups/meetings/meeting_keeping.hpp"

namespace workgroups {

std::string meeting_at(const Meeting&, const char* rest = "");     // /jednani/{id}…
std::string meeting_name(const Meeting&, const WorkingGroup&);     // its own title or the group's name
std::string meeting_number(const Meeting&, const i18n::Texts&);    // první setkání, 7. setkání; empty without one
std::string clock_words(std::optional<std::int64_t> from, std::optional<std::int64_t> to = {});    // 9.00–11.00
std::string clock_in_form(std::optional<std::int64_t>);                                            // 9.00
// Minutes after midnight of what was typed; nothing where it is no time.
std::optional<std::int64_t> minutes_typed(const std::string&);
// Minutes may be begun: from its day on, while it is still running, too.
bool takes_minutes(const Meeting&, Date today);
html::Tag state_tag(const Meeting&, const i18n::Texts&);
// How many came of those who are known to belong there; no share while it is not known of all.
std::string attendance_share(const AttendanceTally&, const Quorum&, const html::Out&);
// The moment at which it begins, by the clocks of Prague; without a time the end of its day.
Instant begins_at(const Meeting& placed);

}
