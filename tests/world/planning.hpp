// Community planning in tests: somebody takes a seat in a group, a meeting is held, a task is given.
#pragma once

#include "tests/world/office.hpp"
#include "workgroups/minutes/minutes_record.hpp"
#include "workgroups/tasks/task_acts.hpp"

namespace world {

// The demonstration region, in which a test changes what it likes.
struct Planning {
    workgroups::WorkingGroup group(const std::string& slug) {
        auto lease = office.database().read();
        return *workgroups::find_group_by_slug(*lease, slug);
    }

    template <class Work>
    auto write(Work work) {
        return office.database().in_write_transaction(
            [&](db::Session& session) { return work(office.as_nobody(session)); });
    }

    Id<workgroups::PlanningPerson> seat(const User& user, const std::string& slug, const char* role = "member",
                                        const char* side = "provider") {
        auto of = group(slug).id;
        return write([&](const history::Author& author) {
            auto known = workgroups::planner_of_account(author.work, user.id);
            workgroups::PlanningPerson person = known.value_or(workgroups::PlanningPerson{});
            if (!known) person.account_id = user.id, person.name = "Někdo", workgroups::add(author, person);
            workgroups::GroupMember member;
            member.group_id = of, member.planner_id = person.id, member.role = role, member.side = side;
            member.valid_from = *day_of(2026, 1, 1);
            workgroups::add(author, member);
            return person.id;
        });
    }

    // Who has no account, with an e-mail if one is given.
    Id<workgroups::PlanningPerson> seat_named(const std::string& name, const std::string& slug,
                                              const std::string& email = {}, const char* side = "provider") {
        auto of = group(slug).id;
        return write([&](const history::Author& author) {
            workgroups::PlanningPerson person;
            person.name = name;
            workgroups::add(author, person);
            workgroups::GroupMember member;
            member.group_id = of, member.planner_id = person.id, member.side = side;
            member.valid_from = *day_of(2026, 1, 1);
            workgroups::add(author, member);
            if (!email.empty()) workgroups::keep_contact(author, person.id, email, {});
            return person.id;
        });
    }

    workgroups::Meeting meeting(const std::string& slug, Date day, const char* state = "convened",
                                const char* minutes_phase = nullptr) {
        auto of = group(slug).id;
        return write([&](const history::Author& author) {
            workgroups::Meeting meeting;
            meeting.group_id = of, meeting.day = day, meeting.state = state;
            workgroups::add(author, meeting);
            if (minutes_phase) {
                workgroups::MeetingMinutes minutes;
                minutes.meeting_id = meeting.id, minutes.phase = minutes_phase;
                workgroups::add(author, minutes);
            }
            return meeting;
        });
    }

    workgroups::Task give(const std::string& slug, const std::string& body, std::optional<Date> due = {},
                          std::optional<Id<workgroups::PlanningPerson>> owner = {},
                          std::optional<Id<workgroups::Meeting>> meeting = {}) {
        auto of = group(slug).id;
        return write([&](const history::Author& author) {
            workgroups::Task task;
            task.group_id = of, task.body = body, task.due_on = due, task.owner_id = owner, task.meeting_id = meeting;
            workgroups::add_task(author, task);
            return task;
        });
    }

    workgroups::Decision decide(const std::string& slug, const std::string& body, Date day,
                                std::optional<Id<workgroups::Meeting>> meeting = {}) {
        auto of = group(slug).id;
        return write([&](const history::Author& author) {
            workgroups::Decision decision;
            decision.group_id = of, decision.body = body, decision.decided_on = day, decision.meeting_id = meeting;
            workgroups::add_decision(author, decision);
            return decision;
        });
    }

    workgroups::Task now(const workgroups::Task& task) {
        auto lease = office.database().read();
        return *workgroups::find_task(*lease, task.id);
    }
    std::string words(const User& who, const std::string& address) {
        return with_plain_spaces(whole(office.get(who, address)));
    }
    void days_pass(int days) { office.clock().set(office.clock().now() + std::chrono::hours{24 * days}); }

    Office office{With::sample_region};
};

}
