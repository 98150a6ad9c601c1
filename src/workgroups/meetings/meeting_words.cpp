// Says meetings in words.
#include "workgroups/meetings/meeting_words.hpp"

#include "platform/time/prague.hpp"

namespace workgroups {

std::string meeting_at(const Meeting& meeting, const char* rest) { return "/jednani/" + to_text(meeting.id) + rest; }

std::string meeting_name(const Meeting& meeting, const WorkingGroup& group) {
    return meeting.title.value_or(group.name);
}

std::string meeting_number(const Meeting& meeting, const i18n::Texts& texts) {
    if (!meeting.number) return {};
    return *meeting.number == 1 ? texts.text("meeting.number.first")
                                : texts.text("meeting.number.nth", {std::to_string(*meeting.number)});
}

std::string clock_words(std::optional<std::int64_t> from, std::optional<std::int64_t> to) {
    if (!from) return {};
    TimeOfDay begin{std::int16_t(*from)};
    if (!to) return to_czech(begin);
    return to_czech(TimeRange{begin, TimeOfDay{std::int16_t(*to)}});
}

std::string clock_in_form(std::optional<std::int64_t> minutes) { return clock_words(minutes); }

std::optional<std::int64_t> minutes_typed(const std::string& typed) {
    auto time = parse_time(typed);
    return time ? std::optional<std::int64_t>{time->minutes} : std::nullopt;
}

bool takes_minutes(const Meeting& meeting, Date today) {
    return meeting.state != "cancelled" && meeting.state != "moved" &&
           (meeting.day <= today || meeting.state == "held");
}

html::Tag state_tag(const Meeting& meeting, const i18n::Texts& texts) {
    auto kind = meeting.state == "held"                                    ? html::Tag::ok
                : meeting.state == "convened"                              ? html::Tag::run
                : meeting.state == "cancelled" || meeting.state == "moved" ? html::Tag::bad
                : meeting.state == "on_demand"                             ? html::Tag::unknown
                                                                           : html::Tag::part;
    return {kind, texts.text("meeting.state." + meeting.state)};
}

std::string attendance_share(const AttendanceTally& tally, const Quorum& quorum, const html::Out& out) {
    if (quorum.unnoted) return out.text("attendance.share.open", tally.present, quorum.unnoted);
    return out.text("attendance.share", tally.present, tally.known(), tally.percent());
}

Instant begins_at(const Meeting& placed) {
    if (!placed.from_minute) return from_prague(placed.day + std::chrono::days{1});
    return from_prague(placed.day, TimeOfDay{std::int16_t(*placed.from_minute)});
}

}
