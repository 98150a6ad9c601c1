// What feeds hold: public events and meetings, those of one group, and all that one person is to come to or to do.
#pragma once

#include "platform/calendar/entry_writer.hpp"
#include "platform/i18n/texts.hpp"
#include "workgroups/events/planning_event.hpp"

#include <map>

namespace workgroups {

// Feeds begin with the month a year before, so that they stay the same for a month while nobody changes anything.
Date feed_begins(Date today);

class FeedGround {
public:
    // All that it is given must outlive it; public_url is that of the installation, without a slash at its end.
    FeedGround(db::Session&, const i18n::Texts&, const std::string& public_url, Date today);

    calendar::Entry entry_of(const PlanningEvent&);

    // Whole calendars, into an empty text.  What was to be and is not stays in them as cancelled.
    void write_public(std::string& calendar);
    void write_group(std::string& calendar, const WorkingGroup&);
    // Meetings and events of the groups where the person sits, events for members, and the person's open tasks with a
    // day; of a meeting on demand that it is not certain.
    void write_personal(std::string& calendar, Id<User>);

private:
    enum class Demand { with, without };

    void write_meetings(std::string& calendar, Id<WorkingGroup>, const std::string& group, Demand);
    void write_tasks(std::string& calendar, Id<User>);
    std::string town(const std::optional<std::string>& code);
    std::string uid(const Uuid&) const;

    db::Session& db_;
    const i18n::Texts& texts_;
    const std::string& site_;
    std::string at_host_;    // how its uids end
    Date today_;
    std::optional<std::map<std::string, std::string>> towns_{};    // names by code, read when first needed
};

}
