// The face of workgroups: groups of community planning and who sits in them.
#pragma once

#include "platform/base/embedded.hpp"
#include "platform/history/history.hpp"
#include "platform/time/date.hpp"

namespace http {
class Routes;
struct SiteFacts;
struct Surroundings;
}
namespace i18n {
class Languages;
class Texts;
}
namespace jobs {
class Workers;
}
namespace notices {
struct Kinds;
}

namespace workgroups {

struct BlockedPeriod;
struct WorkingGroup;

std::span<const embedded::File> files();    // migrations, texts, code lists

void routes(http::Routes&);
void menu(http::Surroundings&);
void tell_of(notices::Kinds&);                                                     // what people may wish to learn of
void know_jobs(jobs::Workers&, const i18n::Languages&, const http::SiteFacts&);    // letters that remind of tasks

// Kinds of groups, as the program carries them; what stands already stays.
std::int64_t load_lists(const history::Author&);

// The groups of the demonstration region, with invented people and two years of mandates.  Expects the territory and
// code lists of network.
void load_sample(const history::Author&);

// How many things of planning wait for the person, as /prehled-planovani lists them.
std::int64_t count_planning_needs(db::Session&, const User&, const i18n::Texts&, Date today);

// To what everybody may come next, soonest first, in words.
struct NextEvent {
    std::string title{}, when{}, where{}, href{};
};
std::vector<NextEvent> next_events(db::Session&, const i18n::Texts&, Date today, std::size_t most);

// Days in which no meeting should be, said by another capability: a call for projects, an evaluation of grants.  Said
// again for the same days, only its kind and reason change.
struct AnnouncedPeriod {
    std::optional<Id<WorkingGroup>> group{};    // nothing: of all groups
    bool on_demand = false;                     // meetings may be, if they turn out to be needed
    Date first_day{}, last_day{};               // both belong to it
    std::string reason{};
    std::string came_from{};    // the capability that says so: projects
};
Id<BlockedPeriod> announce_blocked_period(const history::Author&, const AnnouncedPeriod&);
void call_off_blocked_period(const history::Author&, Id<BlockedPeriod>);    // it is kept for the history

}
