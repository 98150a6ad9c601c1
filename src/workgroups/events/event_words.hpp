// Events in words: when they are, what they are called, where they are.
#pragma once

#include "workgroups/events/planning_event.hpp"
#include "workgroups/groups/group_words.hpp"

#include <map>

namespace workgroups {

// A time of day as people say it: 7.30.
std::string minute_words(std::int64_t minute);
// „9. 3. 2016, 9.00–12.00“, „26.–27. 11. 2015“, „26.–27. 11. 2015, od 9.00 prvního dne“.
std::string time_words(Date first, Date last, std::optional<std::int64_t> from, std::optional<std::int64_t> to,
                       const i18n::Texts&);
// „Setkání adiktologických služeb, 3. ročník“
std::string event_name(const PlanningEvent&, const i18n::Texts&);
std::string event_kind(const std::string& kind, const i18n::Texts&);
// Names of municipalities by their codes; of those that share one with their district: „Pěnčín (Turnov)“.
std::map<std::string, std::string> towns_told_apart(const std::vector<network::NamedLand>&);
// Place, street and municipality, parted by commas.
std::string place_words(const PlanningEvent&, const std::string& municipality);

}
