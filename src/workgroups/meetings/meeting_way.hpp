// The way to a page of a meeting: groups, its group, the group's meetings, the meeting, here.
#pragma once

#include "platform/html/out.hpp"
#include "workgroups/meetings/meeting_view.hpp"

namespace workgroups {

struct MeetingWay {
    const MeetingInView& view;
    std::string here;    // text key
    void write(html::Out&) const;
};

}
