// For tests: documents 3 and 4 handed over, everything accepted, taken over, and read from the database.
#pragma once

#include "tests/source_folder.hpp"
#include "tests/world/handed_documents.hpp"
#include "workgroups/events/planning_event.hpp"
#include "workgroups/milestones/milestone.hpp"
#include "workgroups/minutes_import/document_facts.hpp"
#include "workgroups/minutes_import/document_import.hpp"
#include "workgroups/minutes_import/made_before.hpp"

#include <filesystem>

namespace world {

// One document as it stands in the database after somebody handed it over, accepted everything and took it over, all
// on the pages.
struct TakenDocument {
    TakenDocument(const std::filesystem::path& file, const std::string& slug) {
        auto handed =
            hand_over(office, office.eva, "/skupiny/" + slug + "/dokument", file.filename().string(), bytes_of(file));
        EXPECT_EQ(handed.status, http::see_other) << with_plain_spaces(whole(handed));
        at = handed.location;
        EXPECT_EQ(office.post(office.eva, at + "/udaje", {{"prijmout_vse", "ano"}}).status, http::see_other);
        preview = page("/prevzit");
        EXPECT_EQ(office.post(office.eva, at + "/prevzit").location, at + "?hotovo=prevzato");
        read(slug);
    }

    void read(const std::string& slug) {
        auto lease = office.database().read();
        group = *workgroups::find_group_by_slug(*lease, slug);
        import = *workgroups::find_document_import(*lease, import_id());
        facts = workgroups::facts_of(*lease, import.id);
        meeting = *workgroups::find_meeting(*lease, *import.meeting_id);
        attendance = workgroups::attendance_of(*lease, meeting.id), agenda = workgroups::agenda_of(*lease, meeting.id);
        minutes = *workgroups::minutes_of(*lease, meeting.id), parts = workgroups::parts_of(*lease, minutes.id);
        tasks = workgroups::tasks_given_at(*lease, meeting.id), meetings = workgroups::meetings_of(*lease, group.id);
        // Those of the demonstration region lie years later.
        std::erase_if(meetings, [&](auto& one) { return one.day > meeting.day + std::chrono::days{600}; });
        for (auto all = workgroups::events_of(*lease, group.id); auto& one : all)
            if (one.meeting_id == meeting.id) events.push_back(one);
        for (auto all = workgroups::milestone_plans(*lease); auto& one : all)
            if (one.group_id == group.id && workgroups::made_before(*lease, import, one.id.uuid)) plan = one;
        if (plan) milestones = workgroups::milestones_of(*lease, plan->id);
    }

    Id<workgroups::DocumentImport> import_id() const {
        return *Id<workgroups::DocumentImport>::parse(at.substr(18, 36));
    }
    std::string page(const std::string& rest = "") {
        return with_plain_spaces(whole(office.get(office.eva, at + rest)));
    }
    std::string found_by_search(const std::string& words) {
        return with_plain_spaces(whole(office.get(office.eva, "/hledani-v-planovani?q=" + words)));
    }
    std::string said_of(const workgroups::WorkingGroup& which, const std::string& words = "") {
        return with_plain_spaces(whole(office.get(office.eva, "/skupiny/" + which.slug + "/ze-zapisu?q=" + words)));
    }
    workgroups::WorkingGroup group_of_report(const std::string& heading) {
        auto lease = office.database().read();
        return *workgroups::find_group(*lease, *report(heading).about_group_id);
    }

    std::vector<std::string> names(const std::string& status) const {
        std::vector<std::string> found;
        for (auto& one : attendance)
            if (one.status == status) found.push_back(one.name);
        return found;
    }
    std::vector<workgroups::DocumentFact> of(const std::string& kind) const {
        std::vector<workgroups::DocumentFact> found;
        for (auto& fact : facts)
            if (fact.kind == kind && fact.accepted()) found.push_back(fact);
        return found;
    }
    const workgroups::PlanningEvent& event(Date day, const std::string& word) const {
        for (auto& one : events)
            if (one.first_day == day && one.title.find(word) != std::string::npos) return one;
        static const workgroups::PlanningEvent none{};
        ADD_FAILURE() << "no event " << word;
        return none;
    }
    // The text of all parts.
    std::string text() const {
        std::string all;
        for (auto& part : parts) all += part.heading + "\n" + part.body + "\n";
        return all;
    }
    const workgroups::MinutesPart& report(const std::string& heading) const {
        for (auto& part : parts)
            if (part.about_group_id && part.heading.starts_with(heading)) return part;
        static const workgroups::MinutesPart none{};
        ADD_FAILURE() << "no report of " << heading;
        return none;
    }

    Office office{Office::With::sample_region};
    std::string at{}, preview{};
    workgroups::WorkingGroup group{};
    workgroups::DocumentImport import{};
    workgroups::DocumentFacts facts{};
    std::vector<workgroups::PlanningEvent> events{};
    std::optional<workgroups::MilestonePlan> plan{};
    std::vector<workgroups::Milestone> milestones{};
    workgroups::Meeting meeting{};
    std::vector<workgroups::Attendance> attendance{};
    std::vector<workgroups::AgendaItem> agenda{};
    workgroups::MeetingMinutes minutes{};
    std::vector<workgroups::MinutesPart> parts{};
    std::vector<workgroups::Task> tasks{};
    std::vector<workgroups::Meeting> meetings{};
};

inline constexpr auto rps_slug = "komunitni-planovani-socialnich-sluzeb-regionu-liberec-ridici-pracovni-skupina";
inline constexpr auto kpss_slug = "komunitni-planovani-socialnich-sluzeb-na-jilemnicku";

inline Date calendar_day(int year, int month, int day) { return *day_of(year, month, day); }

// Taken once for all tests that only look.
inline TakenDocument& rps() {
    static TakenDocument taken{std::filesystem::path{source_folder()} / "tests/documents/3-zapis-rps.txt", rps_slug};
    return taken;
}
inline TakenDocument& jilemnicko() {
    static TakenDocument taken{std::filesystem::path{source_folder()} / "tests/documents/4-zapis-jilemnicko.txt",
                               kpss_slug};
    return taken;
}

}
