// For tests: a meeting of the Jilemnice group with its agenda and who came, and the minutes that people take of it.
#pragma once

#include "tests/world/office.hpp"
#include "workgroups/minutes/minutes_keeping.hpp"

namespace world {

inline const std::string jilemnicko_group = "komunitni-planovani-socialnich-sluzeb-na-jilemnicku";

struct MinutesWorld : testing::Test {
    void SetUp() override {
        office.database().in_write_transaction([&](db::Session& work) {
            auto author = office.as_nobody(work);
            group = *workgroups::find_group_by_slug(work, jilemnicko_group);
            meeting = made(author, day_of(2026, 10, 1), "held");
            later = made(author, day_of(2026, 11, 20), "held");
            for (auto title : {"Úvod", "Zprávy z území", "Diskuze"}) {
                workgroups::AgendaItem item;
                item.group_id = group.id, item.meeting_id = meeting.id, item.title = title;
                item.place_in_order = std::int64_t(items.size() + 1);
                workgroups::add(author, item), items.push_back(item);
            }
            for (auto& one : workgroups::members_on(work, group.id, meeting.day))
                people[one.person_name] = one.member.planner_id;
            come(author, "Kamila Jasmínová", "present"), come(author, "Božena Krokusová", "present");
            come(author, "Radek Habr", "apologised");
            workgroups::PlanningPerson petr;
            petr.name = "petr", petr.account_id = office.petr.id;
            workgroups::GroupMember member;
            member.group_id = group.id, member.planner_id = workgroups::add(author, petr), member.side = "provider";
            member.valid_from = *day_of(2026, 1, 1);
            workgroups::add(author, member), people["petr"] = member.planner_id;
        });
    }
    workgroups::Meeting made(const workgroups::Author& author, std::optional<Date> day, const char* state) const {
        workgroups::Meeting one;
        one.group_id = group.id, one.day = *day, one.state = state, one.place = "zasedací místnost MÚ Jilemnice";
        one.from_minute = 14 * 60;
        workgroups::add(author, one);
        return one;
    }
    void come(const workgroups::Author& author, const std::string& name, const char* status) {
        workgroups::Attendance one;
        one.meeting_id = meeting.id, one.planner_id = people.at(name), one.name = name, one.status = status;
        workgroups::add(author, one);
    }

    std::string at(const std::string& rest = "") const { return "/jednani/" + to_text(meeting.id) + "/zapis" + rest; }
    workgroups::MeetingMinutes minutes() {
        auto lease = office.database().read();
        return *workgroups::minutes_of(*lease, meeting.id);
    }
    std::vector<workgroups::MinutesPart> parts() {
        auto lease = office.database().read();
        return workgroups::parts_of(*lease, workgroups::minutes_of(*lease, meeting.id)->id);
    }
    void begin() { ASSERT_EQ(office.post(office.eva, at()).location, at("?hotovo=zacato")); }
    std::string part_at(const workgroups::MinutesPart& part, const char* rest = "") const {
        return at("/" + to_text(part.id) + rest);
    }
    // As the browser sends the form that was made from this state.
    static http::Values typed(const workgroups::MinutesPart& from, const std::string& body,
                              const std::string& heading = "") {
        return {{"verze", std::to_string(from.kept.version)},
                {"bylo.nadpis", from.heading},
                {"bylo.text", from.body},
                {"nadpis", heading.empty() ? from.heading : heading},
                {"text", body},
                {"bod", from.agenda_item_id ? to_text(*from.agenda_item_id) : ""},
                {"skupina", ""}};
    }
    void write(std::size_t n, const std::string& body) {
        auto part = parts().at(n);
        ASSERT_EQ(office.post(office.eva, part_at(part), typed(part, body)).status, http::see_other);
    }
    void step(const User& who, const std::string& name, http::Values values = {}) {
        auto answer = office.post(who, at("/faze/" + name), std::move(values));
        ASSERT_EQ(answer.location, at("?hotovo=faze")) << name << " " << answer.body;
    }
    void publish() {
        step(office.eva, "comments", {{"do", "30. 11. 2026"}});
        step(office.eva, "verified");
        step(office.eva, "approved", {{"schuzka", to_text(later.id)}});
        step(office.eva, "published");
    }
    std::string page(const User& who, const std::string& address) {
        return with_plain_spaces(office.get(who, address).body);
    }
    void tick(std::chrono::seconds by = std::chrono::seconds{60}) { office.clock().set(office.clock().now() + by); }

    Office office{Office::With::sample_region};
    workgroups::WorkingGroup group;
    workgroups::Meeting meeting, later;
    std::vector<workgroups::AgendaItem> items;
    std::map<std::string, Id<workgroups::PlanningPerson>> people;
};

}
