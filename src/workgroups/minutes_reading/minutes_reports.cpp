// What groups reported, milestones by month, and the project that the minutes belong to.
#include "workgroups/minutes_reading/minutes_readers.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/numbers_in_text.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace workgroups {

using namespace reading;

namespace {

void read_group_reports(const MinutesSource& source, MinutesFacts& facts) {
    static const Pattern manager{
        "^([^,]{3,40}),\\s*(?:manazer(?:ka)?|vedouci|garant(?:ka)?|zastupce|zastupkyne|koordinator(?:ka)?)\\s+(?:pracovni\\s+)?(?:skupin[ay]|podskupin[ay])\\s+(.{3,160}?),?\\s+(?:sdelil|informoval|oznamil|uvedl|rekl|predstavil|upozornil|seznamil|popsal)"};
    static const Pattern heading{
        "^([a-z][a-z ,]{3,50}?)\\s*(?:\\(([^)]{3,40})\\))?\\.\\s+(?:pracovni )?(?:pod)?skupina\\b"};
    static const Pattern members{"\\b(\\d{1,3})\\s+clenu\\b|\\b(\\d{1,3})\\s+clen"};
    std::size_t paragraph = std::string::npos;
    for (std::size_t i = 0; i < source.sentences.size(); ++i) {
        auto& sentence = source.sentences[i];
        auto& letters = sentence.letters;
        if (auto found = manager.in(letters.low)) {
            facts.reports.push_back({letters.cut(found->from(2), found->to(2)),
                                     letters.cut(found->from(1), found->to(1)),
                                     {},
                                     source.original(sentence)});
            paragraph = sentence.paragraph;
        } else if (i + 1 < source.sentences.size() && source.sentences[i + 1].paragraph == sentence.paragraph) {
            auto joined =
                Letters{std::string{letters.source} + ' ' + std::string{source.sentences[i + 1].letters.source}};
            if (auto said = heading.in(joined.low); said && joined.capital(0) && letters.size() < 60) {
                facts.reports.push_back({joined.cut(said->from(1), said->to(1)),
                                         said->has(2) ? joined.cut(said->from(2), said->to(2)) : std::string{},
                                         {},
                                         source.original(sentence)});
                paragraph = sentence.paragraph;
            }
        }
        if (facts.reports.empty() || sentence.paragraph != paragraph || facts.reports.back().members) continue;
        if (auto found = members.in(letters.low)) facts.reports.back().members = found->number(found->has(1) ? 1 : 2);
    }
}

std::string month_text(int year, int month) { return fmt::format("{}-{:02}", year, month); }

// „06-07/2017 sběr dat“, „09/2023 – 11/2023 – úprava bytů“, „09/2017 1.verze analýzy“.
void read_milestones(const MinutesSource& source, MinutesFacts& facts) {
    static const Pattern stretch{
        "^\\W*(0?[1-9]|1[0-2])\\s*(?:/\\s*((?:19|20)\\d\\d))?\\s*(?:(?:-|az|do)\\s*(0?[1-9]|1[0-2]))?\\s*/\\s*((?:19|20)\\d\\d)\\s*[-:|,]?\\s*(?=[^\\d/\\s]|\\d{1,2}\\.\\s*[a-z])"};
    static const Pattern one{
        "^\\W*(0?[1-9]|1[0-2])\\s*/\\s*((?:19|20)\\d\\d)\\s*(?:(?:-|az|do)\\s*(0?[1-9]|1[0-2])\\s*/\\s*((?:19|20)\\d\\d))?\\s*[-:|,]*\\s*(?=[^\\d/\\s]|\\d{1,2}\\.\\s*[a-z])"};
    for (auto& sentence : source.sentences) {
        auto& letters = sentence.letters;
        if (auto found = one.in(letters.low)) {
            MilestoneFound milestone{.from = month_text(found->number(2), found->number(1)),
                                     .text = squeezed(letters.cut(found->to())),
                                     .at = source.original(sentence)};
            if (found->has(3)) milestone.to = month_text(found->number(4), found->number(3));
            if (milestone.text.size() > 3) facts.milestones.push_back(std::move(milestone));
        } else if (auto range = stretch.in(letters.low); range && range->has(3)) {
            auto last = range->number(4), first = range->has(2) ? range->number(2) : last;
            facts.milestones.push_back({month_text(first, range->number(1)), month_text(last, range->number(3)),
                                        squeezed(letters.cut(range->to())), source.original(sentence)});
        }
    }
    for (auto& milestone : facts.milestones)
        while (milestone.text.ends_with(',') || milestone.text.ends_with('.') || milestone.text.ends_with('|'))
            milestone.text.pop_back();
}

void read_projects(const MinutesSource& source, MinutesFacts& facts) {
    static const Pattern months{
        "(0?[1-9]|1[0-2])\\s*/\\s*((?:19|20)\\d\\d)\\s*(?:-|az|do)\\s*(0?[1-9]|1[0-2])\\s*/\\s*((?:19|20)\\d\\d)"};
    for (auto& one : source.labelled) {
        if (one.kind != "project" || one.value.empty() || one.inside) continue;
        ProjectNamed project{.name = one.value, .at = source.original(one.line, one.last_line)};
        for (auto line = one.line; line < std::min(source.lines.size(), one.line + 6); ++line) {
            Letters letters{source.lines[line].text};
            if (auto numbers = registration_numbers_in(letters);
                !numbers.empty() && project.registration_number.empty())
                project.registration_number = numbers.front();
            if (auto found = months.in(letters.low); found && project.start.empty())
                project.start = month_text(found->number(2), found->number(1)),
                project.end = month_text(found->number(4), found->number(3));
        }
        facts.projects.push_back(std::move(project));
    }
}

}

void read_reports(MinutesSource& source, MinutesFacts& facts) {
    read_group_reports(source, facts);
    read_milestones(source, facts);
    read_projects(source, facts);
}

}
