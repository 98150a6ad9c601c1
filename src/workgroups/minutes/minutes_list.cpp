// Lists and searches the minutes of one group.
#include "workgroups/minutes/minutes_list.hpp"

#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"

namespace workgroups {

namespace {

constexpr std::int64_t minutes_on_a_page = 20;

std::string searched_text(db::Session& db, const MeetingMinutes& minutes, bool inside) {
    if (!inside) {
        auto copy = published_copy(db, minutes.id);
        return copy ? minutes_markdown(document_from(copy->body)) : "";
    }
    std::string whole;
    for (auto& part : parts_of(db, minutes.id)) whole += part.heading + "\n" + part.body + "\n";
    return whole;
}

bool holds_words(const std::string& folded, const std::vector<std::string>& words) {
    return std::ranges::all_of(words, [&](auto& word) { return folded.find(word) != folded.npos; });
}

// The line in which the first of the words stands, some hundred letters of it.
std::string line_with(const std::string& text, const std::vector<std::string>& words) {
    for (auto& line : text::parted(text, "\n")) {
        auto at = search::fold(line).find(words.front());
        if (at == std::string::npos) continue;
        std::string cut;
        std::size_t letters = 0;
        for (char c : line) {
            bool begins = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
            if (begins && ++letters > 200) return cut + "…";
            cut += c;
        }
        return cut;
    }
    return {};
}

}

html::Pager MinutesListPage::pager() const {
    return {at("/zapisy?") + (words.empty() ? "" : "q=" + http::encoded(words) + "&") + "strana=", page, pages};
}

http::PageHead MinutesListPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("minutes.list") + " – " + group.name,
            .description = texts.text("minutes.list.description", {group.name}),
            .section = "/skupiny"};
}

http::Response list_minutes(const http::Request& request, Permit<may::ReadGroup> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto& user = permit.user();
    bool inside = view.kept_by(user) || view.has(user) || view.led_by(user);
    MinutesListPage page{view.group, std::string{text::trimmed(request.asked.first("q"))}};
    if (page.words.size() > 200) page.words.resize(0);
    auto words = text::parted(search::fold(page.words), " ");
    std::vector<MinutesListLine> lines;
    auto meetings = meetings_of(db, view.group.id);
    for (auto n = meetings.size(); n-- > 0;) {
        auto& meeting = meetings[n];
        auto minutes = minutes_of(db, meeting.id);
        if (!minutes || (!inside && minutes->phase != "published")) continue;
        page.any = true;
        MinutesListLine line{minutes_at(meeting), to_czech(meeting.day), meeting.title.value_or("")};
        line.phase = request.texts->text("minutes.phase." + minutes->phase),
        line.published = minutes->phase == "published";
        if (!words.empty()) {
            auto text = searched_text(db, *minutes, inside);
            if (!holds_words(search::fold(text), words)) continue;
            line.found = line_with(text, words);
        }
        lines.push_back(std::move(line));
    }
    page.count = std::int64_t(lines.size());
    page.pages = std::max<std::int64_t>(1, (page.count + minutes_on_a_page - 1) / minutes_on_a_page);
    page.page = std::clamp<std::int64_t>(sheets::whole_number(request.asked.first("strana"), 10'000).value_or(1), 1,
                                         page.pages);
    for (auto n = (page.page - 1) * minutes_on_a_page; n < std::min(page.count, page.page * minutes_on_a_page); ++n)
        page.lines.push_back(std::move(lines[std::size_t(n)]));
    return respond(request, page);
}

}
