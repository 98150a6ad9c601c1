// Comments of members, and how each was settled.
#include "workgroups/minutes/minutes_page.hpp"

#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"
#include "workgroups/minutes/minutes_letter.hpp"

namespace workgroups {

http::Response comment_on_minutes(const http::Request& request, Permit<may::TakePart> permit) {
    auto& db = permit.db();
    auto& at = permit.about();
    auto minutes = needed_minutes(db, at);
    MinutesComment comment;
    comment.minutes_id = minutes.id, comment.body = sheets::tidy(request.values.first("text"));
    if (auto id = Id<MinutesPart>::parse(request.values.first("cast"))) {
        auto part = find_minutes_part(db, *id);
        if (!part || part->minutes_id != minutes.id) throw NotFound{};
        comment.part_id = part->id;
    }
    // Who keeps the minutes also writes down what somebody said by telephone or in a letter.
    auto other = std::string{text::trimmed(request.values.first("kdo"))};
    comment.author_name = at.kept_by(permit.user()) && !other.empty() ? other.substr(0, 200) : permit.user().name;
    MinutesPageWish wish;
    auto wrong = [&](const char* text) { wish.problems.push_back({"pripominka", text}); };
    if (!open_for_comments(minutes, permit.today())) wrong("minutes.comment.closed");
    else if (comment.body.empty()) wrong("minutes.comment.missing");
    else if (comment.body.size() > longest_comment) wrong("minutes.comment.too_long");
    if (!wish.problems.empty()) {
        wish.typed_comment = comment.body, wish.typed_who = other;
        return respond(request, minutes_page(request, db, permit.user(), at, minutes, wish), http::unprocessable);
    }
    add(history::author_of(permit), comment);
    audit::note_done(permit, "workgroups.minutes_commented", at.meeting.id.uuid);
    return http::redirect(minutes_at(at.meeting), "?hotovo=pripominka",
                          comment.part_id ? "#cast-" + to_text(*comment.part_id) : std::string{"#pripominky"});
}

http::Response settle_minutes_comment(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& at = permit.about();
    auto minutes = needed_minutes(db, at);
    if (auto locked = locked_answer(request, minutes)) return std::move(*locked);
    auto comment = find_minutes_comment(db, request.id<MinutesComment>("pripominka"));
    if (!comment || comment->minutes_id != minutes.id) throw NotFound{};
    auto settled = *comment;
    settled.state = request.values.first("vyrizeni") == "refused" ? "refused" : "accepted";
    settled.reason = sheets::text_or_nothing(sheets::tidy(request.values.first("duvod")));
    MinutesPageWish wish;
    if (settled.state == "refused" && !settled.reason)
        wish.problems.push_back({"duvod", "minutes.comment.reason.missing"});
    if (settled.reason && settled.reason->size() > longest_comment)
        wish.problems.push_back({"duvod", "minutes.comment.too_long"});
    if (!wish.problems.empty()) {
        wish.typed_reason = settled.reason.value_or(""), wish.settled_id = to_text(comment->id);
        return respond(request, minutes_page(request, db, permit.user(), at, minutes, wish), http::unprocessable);
    }
    change(history::author_of(permit), *comment, settled);
    return http::redirect(minutes_at(at.meeting), "?hotovo=vyporadano",
                          comment->part_id ? "#cast-" + to_text(*comment->part_id) : std::string{"#pripominky"});
}

}
