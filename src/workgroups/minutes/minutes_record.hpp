// Minutes of a meeting as a record: their phase, what stands at their head and foot, and their parts.
#pragma once

#include "workgroups/meetings/meeting.hpp"

namespace workgroups {

inline constexpr const char* minutes_phases[] = {"draft", "comments", "verified", "approved", "published"};
inline constexpr const char* label_styles[] = {"ad", "slash", "number", "none"};    // Ad 3), 3/, 3., nothing

// Of a meeting that was, minutes go nowhere.
inline bool called_off(const Meeting& meeting) { return meeting.state == "cancelled" || meeting.state == "moved"; }

struct MeetingMinutes {
    Id<MeetingMinutes> id{};
    Id<Meeting> meeting_id{};
    std::string phase = "draft";       // of minutes_phases
    std::string label_style = "ad";    // of label_styles
    std::optional<std::string> recorded_by{};
    std::optional<Date> recorded_on{};
    std::optional<std::string> recorded_in{};
    std::optional<Id<PlanningPerson>> verifier_id{};
    std::optional<Date> comments_until{};
    std::optional<Id<Meeting>> approved_at_id{};
    std::optional<Instant> published_at{};
    std::optional<std::string> content_hash{};    // SHA-256 of the published copy, in hex
    std::optional<std::string> programme{}, project_title{}, project_number{}, project_term{};    // row 4.30
    Kept kept{};

    bool locked() const { return phase == "approved" || phase == "published"; }

    static constexpr auto table = "meeting_minutes";
    static constexpr auto content = "planning";    // of its search
    static void each_field(auto& minutes, auto& visit) {
        visit("id", minutes.id), visit("meeting_id", minutes.meeting_id), visit("phase", minutes.phase);
        visit("label_style", minutes.label_style), visit("recorded_by", minutes.recorded_by);
        visit("recorded_on", minutes.recorded_on), visit("recorded_in", minutes.recorded_in);
        visit("verifier_id", minutes.verifier_id), visit("comments_until", minutes.comments_until);
        visit("approved_at_id", minutes.approved_at_id), visit("published_at", minutes.published_at);
        visit("content_hash", minutes.content_hash), visit("programme", minutes.programme);
        visit("project_title", minutes.project_title), visit("project_number", minutes.project_number);
        visit("project_term", minutes.project_term);
        Kept::each_field(minutes.kept, visit);
    }
};

struct MinutesPart {
    Id<MinutesPart> id{};
    Id<MeetingMinutes> minutes_id{};
    std::int64_t place_in_order = 1;
    std::optional<Id<AgendaItem>> agenda_item_id{};
    std::optional<Id<WorkingGroup>> about_group_id{};    // the group that the report is of
    std::optional<std::string> label{};                  // as it stood in the document: Ad. 3)
    std::string heading{};
    std::string body{};    // paragraphs between empty lines; - begins an item of a list
    bool dropped = false;
    Kept kept{};

    static constexpr auto table = "minutes_parts";
    static constexpr auto content = "planning";    // of its search
    static void each_field(auto& part, auto& visit) {
        visit("id", part.id), visit("minutes_id", part.minutes_id), visit("place_in_order", part.place_in_order);
        visit("agenda_item_id", part.agenda_item_id), visit("about_group_id", part.about_group_id);
        visit("label", part.label), visit("heading", part.heading), visit("body", part.body);
        visit("dropped", part.dropped);
        Kept::each_field(part.kept, visit);
    }
};

std::optional<MeetingMinutes> minutes_of(db::Session&, Id<Meeting>);
std::vector<MinutesPart> parts_of(db::Session&, Id<MeetingMinutes>);    // in order, without dropped ones

}
