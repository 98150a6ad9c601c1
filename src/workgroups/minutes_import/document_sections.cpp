// Cuts the body of minutes into parts, and reads what stands at its head and foot.
#include "workgroups/minutes_import/document_sections.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/letters.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>
#include <charconv>

namespace workgroups {

using reading::Letters;
using reading::Pattern;

std::optional<PartLabel> part_label(const reading::Line& line) {
    auto number_of = [](const std::string& digits) {
        std::int64_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return number;
    };
    // The reader has taken the marker of an item off: „1/“ with its text behind.
    if (line.kind == reading::LineKind::item && !line.marker.empty()) {
        static const Pattern slash{"^\\(?(\\d{1,2})\\s*/$"}, point{"^(\\d{1,2})[.)]+$"};
        if (auto found = slash.in(line.marker))
            return PartLabel{line.marker, "slash", number_of((*found)[1]), line.text};
        if (auto found = point.in(line.marker))
            return PartLabel{line.marker, "number", number_of((*found)[1]), line.text};
        return {};
    }
    Letters letters{line.text};
    static const Pattern ad{"^(?:ad\\.?|k\\s+bodu|bod(?:\\s+c\\.)?)\\s*(\\d{1,2})\\s*[.):/]*\\s*"};
    if (auto found = ad.in(letters.low)) {
        auto label = std::string{text::trimmed(letters.cut(0, found->to()))};
        return PartLabel{label, "ad", number_of((*found)[1]), letters.cut(found->to())};
    }
    static const Pattern slash{"^(\\d{1,2})\\s*/\\s*(?=[^\\d\\s])"};
    if (auto found = slash.in(letters.low))
        return PartLabel{std::string{text::trimmed(letters.cut(0, found->to()))}, "slash", number_of((*found)[1]),
                         letters.cut(found->to())};
    return {};
}

std::vector<std::optional<std::int64_t>> agenda_of_labels(const std::vector<std::int64_t>& numbers,
                                                          std::int64_t agenda_items) {
    std::vector<std::optional<std::int64_t>> mapped;
    std::int64_t printed = 0, reached = 0;
    for (auto number : numbers) {
        auto belongs = number > reached ? number : number == printed ? reached + 1 : 0;
        // A number that repeats is a slip only where the agenda has the next item.
        bool there = belongs > 0 && belongs <= agenda_items;
        mapped.push_back(there ? std::optional{belongs} : std::nullopt);
        if (there) reached = belongs;
        printed = number;
    }
    return mapped;
}

namespace {

// Where the body ends: who wrote it, or the plan of a year that is added behind it.
std::size_t body_end(const reading::TextDocument& document, const MinutesFacts& read, std::size_t begins) {
    auto end = document.lines.size();
    auto cut = [&](std::size_t line) {
        if (line > begins) end = std::min(end, line);
    };
    if (read.minutes_by) cut(read.minutes_by->at.first);
    if (read.minutes_date) cut(read.minutes_date->at.first);
    if (!read.schedule.empty()) {
        static const Pattern plan{"\\b(?:harmonogram|terminy|plan)\\b.*\\b(?:jednani|schuzi|setkani|porad|rok)"};
        for (auto line = begins + 1; line <= read.schedule.front().at.first && line < end; ++line)
            if (document.lines[line].text.size() < 120 &&
                plan.stands_in(reading::plain_small(document.lines[line].text)))
                cut(line);
    }
    return end;
}

struct Section {
    PartLabel label{};
    std::size_t first = 0, last = 0;
};

// A list of the agenda has labels too; those of the body come behind it.
std::vector<Section> sections_of(const reading::TextDocument& document, const MinutesFacts& read) {
    std::size_t after_agenda = 0;
    for (auto& item : read.agenda) after_agenda = std::max(after_agenda, item.at.last + 1);
    auto labels = [&](std::string_view style) {
        std::vector<Section> found;
        for (std::size_t at = style == "number" ? after_agenda : 0; at < document.lines.size(); ++at)
            if (auto label = part_label(document.lines[at]); label && label->style == style)
                if (std::ranges::none_of(read.agenda, [&](auto& item) { return item.at.first == at; }))
                    found.push_back({*label, at, at});
        return found;
    };
    for (auto style : {"ad", "slash", "number"}) {
        auto found = labels(style);
        // Numbered lists inside the text are no parts: those begin at one and speak of the agenda.
        if (std::string_view{style} == "number" &&
            (found.size() < 2 || found.size() > read.agenda.size() || found.front().label.number != 1))
            continue;
        if (!found.empty()) return found;
    }
    return {};
}

DocumentFact line_fact(const char* kind, std::size_t first, std::size_t last, std::string body) {
    DocumentFact fact;
    fact.kind = kind, fact.body = std::move(body);
    fact.first_line = std::int64_t(first), fact.last_line = std::int64_t(std::max(first, last));
    return fact;
}

// A short beginning that ends with a colon or a full stop: „Akce:“.
std::string heading_in(const reading::TextDocument& document, const Section& section) {
    auto text = section.label.rest;
    if (text.empty() && section.first + 1 <= section.last) text = document.lines[section.first + 1].text;
    if (text.size() > 90) return {};
    if (text.ends_with(':') || text.ends_with('.')) text.pop_back();
    else if (section.label.rest.empty()) return {};
    return text;
}

void add_reports(const MinutesFacts& read, std::size_t end, const std::vector<Section>& sections,
                 DocumentFacts& facts) {
    for (std::size_t n = 0; n < read.reports.size(); ++n) {
        auto& report = read.reports[n];
        auto ends = n + 1 < read.reports.size() ? read.reports[n + 1].at.first : end;
        for (auto& section : sections)
            if (section.first > report.at.first) ends = std::min(ends, section.first);
        auto fact =
            line_fact("report", report.at.first, ends > report.at.first ? ends - 1 : report.at.first, report.group);
        if (!report.by.empty()) fact.who = report.by;
        if (report.members) fact.number = *report.members;
        facts.push_back(std::move(fact));
    }
}

}

void add_sections(const reading::TextDocument& document, const MinutesFacts& read, FoundFacts& found) {
    auto sections = sections_of(document, read);
    if (sections.empty()) {
        std::size_t begins = 0;
        for (auto list : {&read.present, &read.excused, &read.absent, &read.guests, &read.agenda})
            for (auto& one : *list) begins = std::max(begins, one.at.last + 1);
        if (read.date) begins = std::max(begins, read.date->at.last + 1);
        auto end = body_end(document, read, begins);
        if (begins < end) found.facts.push_back(line_fact("part", begins, end - 1, ""));
        return add_reports(read, end, {}, found.facts);
    }
    found.label_style = sections.front().label.style;
    auto end = body_end(document, read, sections.back().first);
    for (std::size_t n = 0; n < sections.size(); ++n)
        sections[n].last = (n + 1 < sections.size() ? sections[n + 1].first : std::max(end, sections[n].first + 1)) - 1;
    std::vector<std::int64_t> numbers;
    for (auto& section : sections) numbers.push_back(section.label.number);
    auto agenda = agenda_of_labels(numbers, std::int64_t(read.agenda.size()));
    for (std::size_t n = 0; n < sections.size(); ++n) {
        auto& section = sections[n];
        auto fact = line_fact("part", section.first, section.last, heading_in(document, section));
        fact.extra = section.label.label, fact.number = agenda[n];
        if (agenda[n] && fact.body.empty()) fact.body = read.agenda[std::size_t(*agenda[n]) - 1].text;
        bool as_printed = !agenda[n] ? read.agenda.empty() : *agenda[n] == section.label.number;
        if (!as_printed) fact.question = "number_repeats";
        found.facts.push_back(std::move(fact));
    }
    add_reports(read, end, sections, found.facts);
}

void add_surroundings(const reading::TextDocument& document, const MinutesFacts& read, DocumentFacts& facts) {
    static const Pattern sheet{"\\b(?:prezencni|presencni)\\s+listin"}, programme{"^\\W*operacni\\s+program\\b"};
    static const Pattern first{"\\b(prvni|druhe|treti|ctvrte|pate)\\w*\\s+(?:setkani|jednani|zasedani|schuze)\\b"};
    static const Pattern nth{"\\b(\\d{1,3})\\s*\\.\\s*(?:setkani|jednani|zasedani|schuze)\\b"};
    static const Pattern written{
        "\\b(ve?\\s+[a-z][a-z ]{2,40}?)\\s*,?\\s*(?:dne\\s*)?\\d{1,2}\\.\\s*(?:\\d{1,2}\\.|[a-z]+)\\s*\\d{4}"};
    bool noted = false, numbered = false, funded = false;
    auto head_ends = read.date ? read.date->at.last + 4 : std::size_t{12};
    for (std::size_t at = 0; at < document.lines.size(); ++at) {
        Letters letters{document.lines[at].text};
        if (!noted && letters.size() < 120 && sheet.stands_in(letters.low)) {
            auto text = letters.source;
            if (auto colon = text.find(": "); colon != text.npos) text = text.substr(colon + 2);
            facts.push_back(line_fact("attendance_note", at, at, text)), noted = true;
        }
        if (!funded && letters.size() < 120 && programme.stands_in(letters.low))
            facts.push_back(line_fact("programme", at, at, letters.source)), funded = true;
        if (!numbered && at < head_ends) {
            static constexpr std::string_view ordinals[] = {"prvni", "druhe", "treti", "ctvrte", "pate"};
            std::optional<std::int64_t> number;
            if (auto found = first.in(letters.low))
                number = std::ranges::find(ordinals, (*found)[1]) - std::begin(ordinals) + 1;
            else if (auto counted = nth.in(letters.low)) number = counted->number(1);
            if (number && *number <= 999) {
                facts.push_back(line_fact("number", at, at, "")), facts.back().number = number, numbered = true;
            }
        }
    }
    if (read.minutes_date && read.minutes_date->at.last < document.lines.size()) {
        auto at = read.minutes_date->at;
        // „V Jilemnici dne 3. května 2017“ often stands above who wrote it.
        constexpr std::size_t lines_above = 3;
        for (auto line = at.first - std::min(at.first, lines_above); line <= at.last; ++line) {
            Letters letters{document.lines[line].text};
            if (auto found = written.in(letters.low)) {
                facts.push_back(line_fact("recorded_in", line, line, letters.cut(found->from(1), found->to(1))));
                break;
            }
        }
    }
    // The place of a year's plan stands once, among its days and hours.
    if (read.schedule.size() < 2) return;
    static const Pattern place{"\\b(?:mistnost|budova|patro|sal|zasedac|urad|c\\. ?p\\.|ul\\.|tr\\.)"};
    for (auto at = read.schedule.front().at.first; at <= read.schedule.back().at.last + 1 && at < document.lines.size();
         ++at) {
        auto& line = document.lines[at];
        auto cells = line.cells.empty() ? std::vector{line.text} : line.cells;
        for (auto& cell : cells)
            if (cell.size() > 8 && cell.size() < 160 && place.stands_in(reading::plain_small(cell)))
                return facts.push_back(line_fact("schedule_place", at, at, cell));
    }
}

}
