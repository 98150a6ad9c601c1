// What a person opened last of groups, meetings and minutes: noted for that person alone, and no part of the audit.
#pragma once

#include "platform/html/parts.hpp"
#include "platform/http/request.hpp"
#include "workgroups/meetings/meeting.hpp"

namespace workgroups {

struct OpenedRecord {
    Id<OpenedRecord> id{};
    Id<User> person_id{};
    std::string kind{};    // group, meeting, minutes
    Uuid about_id{};       // the group, or the meeting
    Instant opened_at{};
    Kept kept{};

    static constexpr auto table = "opened_records";
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("person_id", one.person_id), visit("kind", one.kind);
        visit("about_id", one.about_id), visit("opened_at", one.opened_at);
        Kept::each_field(one.kept, visit);
    }
};

// Of who reads a page; programs and strangers leave nothing.
void note_opened(const http::Request&, const User&, Id<WorkingGroup>);
void note_opened(const http::Request&, const User&, Id<Meeting>);
void note_minutes_opened(const http::Request&, const User&, Id<Meeting>);

// As the overview shows it, the latest first; only what the person may still open.
struct OpenedLine {
    std::string text{}, href{};
    std::string group{};    // where the text does not say it
    static void each_field(auto& line, auto& visit) {
        visit("text", line.text), visit("address", line.href), visit("group", line.group);
    }
};
struct OpenedPanel {
    const std::vector<OpenedLine>& lines;
    void write(html::Out&) const;
};
std::vector<OpenedLine> opened_last(db::Session&, const User&, const i18n::Texts&, Instant now, std::size_t most);

}
