// For tests: an office with a group that meets, who sits in it and how they are reached.
#pragma once

#include "tests/world/office.hpp"
#include "workgroups/meetings/meeting_keeping.hpp"
#include "workgroups/meetings/meeting_words.hpp"

namespace world {

struct MeetingWorld : testing::Test {
    MeetingWorld() {
        in_work([&](const workgroups::Author& author) {
            group.name = "Skupina pro Jilemnicko", group.kind_code = "working", group.territory = "orp:5104";
            group.names_shown = "leaders";
            add_group(author, group);
            sit(author, "Jana Nová", "chair", "nova@obec.example");
            sit(author, "Karel Tichý", "member", "tichy@obec.example");
            sit(author, "Věra Malá", "member");
            petr_sits = sit(author, "petr", "member", {}, office.petr.id);
        });
    }

    template <class Do>
    void in_work(Do what) {
        office.database().in_write_transaction([&](db::Session& work) {
            what(office.as_nobody(work));
            return 0;
        });
    }
    Id<workgroups::PlanningPerson> sit(const workgroups::Author& author, const std::string& name,
                                       const std::string& role, std::optional<std::string> email = {},
                                       std::optional<Id<User>> account = {}) {
        workgroups::PlanningPerson person;
        person.name = name, person.account_id = account;
        auto id = workgroups::add(author, person);
        workgroups::GroupMember member;
        member.group_id = group.id, member.planner_id = id, member.role = role, member.side = "provider";
        member.valid_from = *day_of(2026, 1, 1);
        workgroups::add(author, member);
        if (email) workgroups::keep_contact(author, id, email, {});
        return id;
    }
    Id<workgroups::PlanningPerson> planner(const std::string& name) {
        return office.database().read()->one<Id<workgroups::PlanningPerson>>(
            "SELECT id FROM planning_people WHERE name = $1", name);
    }

    workgroups::Meeting meeting_on(Date day, const std::string& state = "planned") {
        workgroups::Meeting meeting;
        meeting.group_id = group.id, meeting.day = day, meeting.from_minute = 9 * 60, meeting.to_minute = 11 * 60;
        meeting.place = "Jilemnice, radnice", meeting.state = state;
        in_work([&](const workgroups::Author& author) { workgroups::add(author, meeting); });
        return meeting;
    }
    workgroups::Meeting again(const workgroups::Meeting& meeting) {
        auto lease = office.database().read();
        return *workgroups::find_meeting(*lease, meeting.id);
    }
    std::string at(const workgroups::Meeting& meeting, const char* rest = "") {
        return workgroups::meeting_at(meeting, rest);
    }
    std::string said(const User& who, const std::string& address) {
        return with_plain_spaces(whole(office.get(who, address)));
    }
    void later(Instant moment) { office.clock().set(moment); }

    Office office;
    workgroups::WorkingGroup group;
    Id<workgroups::PlanningPerson> petr_sits{};
    const Date soon = *day_of(2026, 12, 10), today = *day_of(2026, 11, 24);
};

}
