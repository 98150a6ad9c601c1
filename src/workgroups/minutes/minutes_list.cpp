// Lists and searches the minutes of one group.
#include "workgroups/minutes/minutes_list.hpp"

#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"
#include "workgroups/meetings/meeting_words.hpp"

#include <ranges>

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
    return {at("/zapisy?") + (words.empty() ? "" : filters() + "&") + "strana=", page, pages};
}

http::PageHead MinutesListPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("minutes.list") + " – " + group.name,
            .description = texts.text("minutes.list.description", {group.name}),
            .section = "/skupiny",
            .staff = true};
}

namespace {

struct FoundMinutes {
    Meeting meeting{};
    MeetingMinutes minutes{};
    std::string found{};    // some words around
};

// Of one group, the newest meeting first.
struct MinutesOfGroup {
    std::string words{};
    std::vector<FoundMinutes> lines{};
    bool any = false;    // without regard to the words

    static MinutesOfGroup read(const http::Request& request, db::Session& db, const GroupInView& view) {
        auto& user = *request.user;
        bool inside = view.kept_by(user) || view.has(user) || view.led_by(user);
        MinutesOfGroup of{std::string{text::trimmed(request.asked.first("q"))}};
        if (of.words.size() > 200) of.words.clear();
        auto words = text::parted(search::fold(of.words), " ");
        auto meetings = meetings_of(db, view.group.id);
        for (auto& meeting : std::views::reverse(meetings)) {
            auto minutes = minutes_of(db, meeting.id);
            if (!minutes || (!inside && minutes->phase != "published")) continue;
            of.any = true;
            FoundMinutes line{meeting, *minutes};
            if (!words.empty()) {
                auto text = searched_text(db, *minutes, inside);
                if (!holds_words(search::fold(text), words)) continue;
                line.found = line_with(text, words);
            }
            of.lines.push_back(std::move(line));
        }
        return of;
    }
};

// Minutes of a meeting that was called off go nowhere: one that was only taken over from a document, too.
std::string phase_words(const Meeting& meeting, const MeetingMinutes& minutes, const i18n::Texts& texts) {
    return texts.text(called_off(meeting) ? "minutes.list." + meeting.state : "minutes.phase." + minutes.phase);
}

html::Tag state_of(const Meeting& meeting, const MeetingMinutes& minutes, const i18n::Texts& texts) {
    bool published = minutes.phase == "published";
    return {called_off(meeting) ? html::Tag::bad
            : published         ? html::Tag::ok
                                : html::Tag::run,
            phase_words(meeting, minutes, texts)};
}

}

http::Response list_minutes(const http::Request& request, Permit<may::ReadGroup> permit) {
    auto& view = permit.about();
    auto of = MinutesOfGroup::read(request, permit.db(), view);
    MinutesListPage page{view.group, of.words};
    page.any = of.any;
    page.count = std::int64_t(of.lines.size());
    page.pages = std::max<std::int64_t>(1, (page.count + minutes_on_a_page - 1) / minutes_on_a_page);
    page.page = std::clamp<std::int64_t>(sheets::whole_number(request.asked.first("strana"), 10'000).value_or(1), 1,
                                         page.pages);
    for (auto n = (page.page - 1) * minutes_on_a_page; n < std::min(page.count, page.page * minutes_on_a_page); ++n) {
        auto& [meeting, minutes, found] = of.lines[std::size_t(n)];
        page.lines.push_back({minutes_at(meeting), to_czech(meeting.day), meeting.title.value_or(""),
                              phase_words(meeting, minutes, *request.texts), found,
                              state_of(meeting, minutes, *request.texts)});
    }
    return respond(request, page);
}

http::Response export_minutes_list(const http::Request& request, Permit<may::ReadGroup> permit) {
    auto& view = permit.about();
    auto& texts = *request.texts;
    using enum documents::Kind;
    documents::Table table{view.group.name + " – " + texts.text("minutes.list"),
                           texts.language(),
                           request.now,
                           {{"den", texts.text("meeting.day"), date, 12},
                            {"cislo", texts.text("meeting.number"), number, 8},
                            {"nazev", texts.text("meeting.title"), text, 36},
                            {"faze", texts.text("minutes.list.phase"), text, 16},
                            {"zverejneno", texts.text("minutes.list.published_at"), moment, 18},
                            {"adresa", texts.text("group.address"), link, 48}}};
    table.next = [lines = MinutesOfGroup::read(request, permit.db(), view).lines, group = view.group, &texts,
                  at = request.facts->public_url, n = std::size_t{}](documents::Row& row) mutable {
        if (n == lines.size()) return false;
        auto& [meeting, minutes, found] = lines[n++];
        row.insert(row.end(),
                   {meeting.day, documents::cell(meeting.number), documents::cell(meeting_name(meeting, group)),
                    documents::cell(texts.text("minutes.phase." + minutes.phase)),
                    documents::cell(minutes.published_at), at + minutes_at(meeting)});
        return true;
    };
    return documents::table_answer(request, std::move(table), "zapisy-" + view.group.slug);
}

}
