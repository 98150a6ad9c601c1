// Compares minutes at two moments.
#include "workgroups/minutes/minutes_comparison.hpp"

#include "platform/time/prague.hpp"

namespace workgroups {

namespace {

constexpr std::size_t most_moments = 100;

struct SaveMoment {
    Instant happened_at{};
    std::string who{};
    static void each_field(auto& one, auto& visit) { visit("happened_at", one.happened_at), visit("who", one.who); }
};

// Saves of parts, newest first; of one moment once.
std::vector<SaveMoment> saves_of(db::Session& db, Id<MeetingMinutes> minutes) {
    return db.all<SaveMoment>(
        "SELECT DISTINCT happened_at, coalesce(people.name, '') AS who FROM changes"
        " JOIN minutes_parts ON minutes_parts.id = record_id LEFT JOIN people ON people.id = user_id"
        " WHERE minutes_id = $1 ORDER BY happened_at DESC LIMIT $2",
        minutes, std::int64_t(most_moments));
}

std::vector<html::Choice> moments_of(db::Session& db, const MeetingMinutes& minutes, const i18n::Texts& texts) {
    std::vector<std::pair<Instant, std::string>> moments;
    for (auto& step : steps_of(db, minutes.id))
        moments.push_back({step.taken_at, texts.text("minutes.phase." + step.to_phase)});
    for (auto& save : saves_of(db, minutes.id)) moments.push_back({save.happened_at, save.who});
    std::ranges::sort(moments, [](auto& a, auto& b) { return a.first > b.first; });
    std::vector<html::Choice> choices;
    for (auto& [moment, words] : moments)
        choices.push_back({to_iso(moment), to_czech(moment) + (words.empty() ? "" : " – " + words)});
    return choices;
}

std::string whole_words(const PartThen& then) {
    if (then.heading.empty() || then.body.empty()) return then.heading + then.body;
    return then.heading + "\n\n" + then.body;
}

std::vector<MinutesPart> every_part(db::Session& db, Id<MeetingMinutes> minutes) {
    auto parts = parts_of(db, minutes);
    for (auto& part : dropped_parts_of(db, minutes)) parts.push_back(part);
    return parts;
}

}

http::PageHead MinutesComparisonPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("minutes.compare") + " – " + group.name, .section = "/skupiny", .staff = true};
}

http::Response compare_minutes(const http::Request& request, Permit<may::TakePart> permit) {
    auto& db = permit.db();
    auto& at = permit.about();
    auto minutes = needed_minutes(db, at);
    MinutesComparisonPage page{at.of.group, at.meeting, moments_of(db, minutes, *request.texts)};
    // Without a wish: from when the last phase began, otherwise from the beginning, until now.
    auto from = parse_instant(request.asked.first("od")), to = parse_instant(request.asked.first("do"));
    auto steps = steps_of(db, minutes.id);
    if (!from && !page.moments.empty())
        from = steps.empty() ? parse_instant(page.moments.back().value) : std::optional{steps.back().taken_at};
    if (!to) to = permit.now();
    if (!from) from = minutes.kept.created_at;
    if (*to < *from) std::swap(*from, *to);
    page.from = to_iso(*from), page.to = to_iso(*to), page.part = request.asked.first("cast");
    if (page.moments.empty() || page.moments.front().value < page.to)
        page.moments.insert(page.moments.begin(), html::Choice{page.to, request.texts->text("minutes.compare.now")});
    for (auto& part : every_part(db, minutes.id)) {
        if (!page.part.empty() && to_text(part.id) != page.part) continue;
        auto before = part_at(db, part, *from), after = part_at(db, part, *to);
        bool was = before && !before->dropped, is = after && !after->dropped;
        if (!was && !is) continue;
        auto old_words = was ? whole_words(*before) : "", new_words = is ? whole_words(*after) : "";
        if (was && is && old_words == new_words) {
            ++page.same;
            continue;
        }
        auto& heading = is ? after->heading : before->heading;
        page.parts.push_back({heading.empty() ? request.texts->text("minutes.part.nameless") : heading,
                              !was  ? "minutes.compare.came"
                              : !is ? "minutes.compare.gone"
                                    : "minutes.compare.changed",
                              text::differing_words(old_words, new_words)});
    }
    return respond(request, page);
}

}
