// What stands around minutes: comments of members, steps from phase to phase, and the copy that was published.
#pragma once

#include "workgroups/minutes/minutes_record.hpp"

namespace workgroups {

struct MinutesComment {
    Id<MinutesComment> id{};
    Id<MeetingMinutes> minutes_id{};
    std::optional<Id<MinutesPart>> part_id{};    // nothing: the minutes as a whole
    std::string author_name{};
    std::string body{};
    std::string state = "open";    // open, accepted, refused
    std::optional<std::string> reason{};
    Kept kept{};

    static constexpr auto table = "minutes_comments";
    static void each_field(auto& comment, auto& visit) {
        visit("id", comment.id), visit("minutes_id", comment.minutes_id), visit("part_id", comment.part_id);
        visit("author_name", comment.author_name), visit("body", comment.body), visit("state", comment.state);
        visit("reason", comment.reason);
        Kept::each_field(comment.kept, visit);
    }
};

struct MinutesStep {
    Id<MinutesStep> id{};
    Id<MeetingMinutes> minutes_id{};
    std::string from_phase{}, to_phase{};    // of minutes_phases
    Instant taken_at{};
    std::optional<std::string> reason{};
    Kept kept{};

    static constexpr auto table = "minutes_steps";
    static void each_field(auto& step, auto& visit) {
        visit("id", step.id), visit("minutes_id", step.minutes_id), visit("from_phase", step.from_phase);
        visit("to_phase", step.to_phase), visit("taken_at", step.taken_at), visit("reason", step.reason);
        Kept::each_field(step.kept, visit);
    }
};

struct PublishedMinutes {
    Id<PublishedMinutes> id{};
    Id<MeetingMinutes> minutes_id{};
    std::string body{};     // as document_text() writes it
    std::string words{};    // folded
    Kept kept{};

    static constexpr auto table = "published_minutes";
    static void each_field(auto& copy, auto& visit) {
        visit("id", copy.id), visit("minutes_id", copy.minutes_id), visit("body", copy.body);
        visit("words", copy.words);
        Kept::each_field(copy.kept, visit);
    }
};

std::vector<MinutesComment> comments_of(db::Session&, Id<MeetingMinutes>);    // the oldest first
std::optional<MinutesComment> find_minutes_comment(db::Session&, Id<MinutesComment>);
std::vector<MinutesStep> steps_of(db::Session&, Id<MeetingMinutes>);    // the oldest first
std::optional<PublishedMinutes> published_copy(db::Session&, Id<MeetingMinutes>);
std::optional<MinutesPart> find_minutes_part(db::Session&, Id<MinutesPart>);
std::vector<MinutesPart> dropped_parts_of(db::Session&, Id<MeetingMinutes>);    // in order

}
