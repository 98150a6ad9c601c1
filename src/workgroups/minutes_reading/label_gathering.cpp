// The labels of a document with the lines that belong to them.
#include "workgroups/minutes_reading/minutes_source.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/word_lists.hpp"
#include "workgroups/minutes_reading/people_by_shape.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

// Lines that are labels by themselves: „Program“, „PREZENČNÍ LISTINA“, „## Na programu“.
std::string bare_label(const Line& line) {
    if (line.kind == LineKind::row || line.text.ends_with('.')) return {};
    auto text = line.text;    // „--- O čem jsme mluvili ---“
    while (!text.empty() && std::string_view{"-=*~_ "}.find(text.front()) != std::string_view::npos) text.erase(0, 1);
    while (!text.empty() && std::string_view{"-=*~_ "}.find(text.back()) != std::string_view::npos) text.pop_back();
    if (auto colon = text.find(':'); colon != text.npos && colon + 1 < text.size()) return {};
    auto kind = label_kind(text);
    if (kind.empty() && text.size() < 50 && text != line.text) kind = label_kind(text + ":");
    return is_of_list(kind) || kind == "task" ? kind : std::string{};
}

class LabelReader {
public:
    LabelReader(std::vector<Line>& lines, std::vector<Labelled>& found)
        : lines_{lines}, found_{found}, wide_{usual_width(lines)} {}

    void read() {
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            if (lines_[at].empty()) continue;
            if (lines_[at].kind == LineKind::row) row(at);
            else line(at);
        }
    }

private:
    void line(std::size_t at) {
        auto labels = labels_in(lines_[at].text);
        if (labels.empty()) labels = nearly_labelled(lines_[at].text);
        if (labels.empty())
            if (auto kind = bare_label(lines_[at]); !kind.empty())
                labels.push_back({.kind = kind, .label = plain_small(lines_[at].text), .bare = true});
        for (std::size_t i = 0; i < labels.size(); ++i) {
            auto one = std::move(labels[i]);
            one.line = one.last_line = at;
            if (one.kind == "place" && one.label == "online" && !people_by_shape(Letters{one.value}).empty())
                one.kind = "present";
            if (i + 1 == labels.size()) gather(one);
            if (one.label == "kdo" && says_who_came(one)) one.kind = "present";
            found_.push_back(std::move(one));
        }
    }

    // „kdo: Jana Nová, Petr Malý, Eva Bílá“ in the head; further below „kdo:“ says whose the task is.
    bool says_who_came(const Labelled& one) const {
        if (one.line > 12 || std::ranges::any_of(found_, [](auto& other) {
                return other.kind == "present" || other.kind == "task" || other.kind == "agenda";
            }))
            return false;
        auto whole = std::ranges::count_if(people_in_list(one.value),
                                           [](auto& person) { return person.name.find(' ') != std::string::npos; });
        return whole >= 3;
    }

    // „Datum konání | 16. května 2023“, also two such pairs in one row.
    void row(std::size_t at) {
        auto& cells = lines_[at].cells;
        for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
            if (cells[i].empty()) continue;
            auto kind = label_kind(cells[i]);
            if (kind.empty() && i == 0 && cells.size() == 2) kind = label_kind(cells[i] + ":");    // „Za obce | …“
            if (kind.empty() && cells[i].ends_with(':')) {
                auto inside = labels_in(cells[i] + " x");
                if (!inside.empty() && !inside.front().inside) kind = inside.front().kind;
            }
            auto beside = label_kind(cells[i + 1]);
            if (kind.empty() || (!beside.empty() && beside != kind)) {    // „Kde | online“
                if (i == 0 && kind.empty() && !is_numbering(cells[i])) break;
                continue;
            }
            Labelled one{
                .kind = kind, .label = plain_small(cells[i]), .value = cells[i + 1], .line = at, .last_line = at};
            for (auto more = i + 2; more < cells.size() && is_of_people(kind) && label_kind(cells[more]).empty();
                 ++more)
                if (!cells[more].empty()) one.value += ", " + cells[more];
            for (auto next = at + 1;
                 next < lines_.size() && lines_[next].table == lines_[at].table && lines_[next].cells.size() > i + 1;
                 ++next) {
                bool below =
                    std::ranges::all_of(lines_[next].cells.begin(), lines_[next].cells.begin() + std::ptrdiff_t(i) + 1,
                                        [](auto& cell) { return cell.empty(); });
                if (!below || lines_[next].cells[i + 1].empty()) break;
                one.value += (is_of_list(kind) ? "\n" : " ") + lines_[next].cells[i + 1];
                for (auto more = i + 2; more < lines_[next].cells.size() && is_of_people(kind); ++more)
                    if (!lines_[next].cells[more].empty()) one.value += ", " + lines_[next].cells[more];
                one.last_line = next;
            }
            found_.push_back(std::move(one));
            ++i;
        }
        auto last = std::ranges::find_if(cells.rbegin(), cells.rend(), [](auto& cell) { return !cell.empty(); });
        if (last != cells.rend() && last->ends_with(':') && is_of_list(label_kind(*last)))    // its list stands below
            found_.push_back(
                {.kind = label_kind(*last), .label = plain_small(*last), .line = at, .last_line = at, .bare = true});
        // a cell may hold labels itself
        for (auto& cell : cells)
            for (auto& part : text::parted(cell, "\n"))
                for (auto& one : labels_in(part))
                    if (!one.value.empty() && !one.inside) {
                        if (one.kind == "agenda" && &cell == &cells.front())    // „Program: úkoly | byty | různé“
                            for (std::size_t i = 1; i < cells.size(); ++i) one.value += " | " + cells[i];
                        found_.push_back(
                            {.kind = one.kind, .label = one.label, .value = one.value, .line = at, .last_line = at});
                    }
    }

    // „V. Starček – 30. 9. 2021“ below its task
    static bool is_person_and_day(const Line& line) {
        static const Pattern shape{
            "^[^-]{3,60}\\s-\\s(?:do |nejpozdeji |\\d{1,2}\\.|pristi|prubezne|ihned|hned|konec|konce|stale)[^-]{0,34}$"};
        return line.kind == LineKind::text && shape.stands_in(plain_small(line.text));
    }

    // The same where the initial looks like the Roman number of an item: „V. Starček – 30. 9. 2021“.
    static bool is_initial_and_day(const Line& line) {
        if (line.kind != LineKind::item || line.marker.size() != 2 || !line.marker.ends_with('.')) return false;
        auto person = line;
        person.kind = LineKind::text, person.text = line.marker + ' ' + line.text;
        return line.marker[0] >= 'A' && line.marker[0] <= 'Z' && is_person_and_day(person);
    }

    static bool is_numbering(const std::string& cell) {
        return cell.size() < 5 && (cell.ends_with('.') || cell.ends_with(')')) && cell.find(' ') == cell.npos;
    }

    void gather(Labelled& one) {
        if (is_of_people(one.kind)) return people_below(one);
        if (one.kind == "agenda" || (one.kind == "task" && one.bare)) return;    // their own readers
        auto at = one.line;
        if (one.value.empty()) {    // it stands on the next line
            while (at + 1 < lines_.size() && lines_[at + 1].empty() && at < one.line + 1) ++at;
            if (at + 1 >= lines_.size() || lines_[at + 1].kind == LineKind::row ||
                lines_[at + 1].kind == LineKind::heading || !labels_in(lines_[at + 1].text).empty())
                return;
            one.value = lines_[++at].text;
            one.last_line = at;
        }
        for (; at + 1 < lines_.size(); ++at) {
            auto &last = lines_[at], &next = lines_[at + 1];
            if (one.kind == "task" && is_initial_and_day(next)) {
                one.value += " – " + next.marker + ' ' + next.text;
                one.last_line = at + 1;
                break;
            }
            if (next.empty() || next.kind != LineKind::text || !labels_in(next.text).empty() ||
                is_heading_of_point(next))
                break;
            if (one.kind == "task" && is_person_and_day(next)) {
                one.value += " – " + next.text;
                one.last_line = at + 1;
                break;
            }
            bool hangs = next.indent > last.indent + 1 && at == one.line;
            bool same_indent = at > one.line && next.indent == last.indent && next.indent > lines_[one.line].indent + 1;
            if (!hangs && !same_indent && !one.value.ends_with(',') &&
                !(one.kind == "task" && goes_on(last, next, wide_)))
                break;
            one.value += ' ' + next.text;
            one.last_line = at + 1;
        }
    }

    // A list of people goes on over lines, items and empty lines between people.
    void people_below(Labelled& one) {
        bool list_began = false;
        for (auto at = one.line + 1; at < lines_.size(); ++at) {
            auto& next = lines_[at];
            if (next.empty()) {
                if (at + 1 >= lines_.size()) break;
                auto& beyond = lines_[at + 1];
                if (beyond.empty() ||
                    (!one.value.empty() && !(list_began && beyond.kind == LineKind::item) && !is_person_line(beyond))) {
                    if (one.value.empty() && at == one.line + 1) continue;
                    break;
                }
                continue;
            }
            if (next.kind == LineKind::row && next.cells.size() < 5 &&
                (one.value.empty() || lines_[at - 1].kind == LineKind::row)) {
                auto first = std::ranges::find_if(next.cells, [](auto& cell) {
                    return !cell.empty() && cell.find_first_not_of("0123456789. ") != cell.npos;
                });
                if (first == next.cells.end() || !label_kind(*first).empty() || people_in_list(*first).empty()) break;
                if (!one.value.empty()) one.value += '\n';
                for (auto cell = first; cell != next.cells.end(); ++cell)
                    one.value += (cell == first ? "" : ", ") + *cell;
                one.last_line = at;
                continue;
            }
            if (next.kind == LineKind::row || next.kind == LineKind::heading || !labels_in(next.text).empty() ||
                !bare_label(next).empty() || is_heading_of_point(next))
                break;
            bool numbered =
                next.kind == LineKind::item && !next.marker.empty() && next.marker[0] >= '0' && next.marker[0] <= '9';
            if (numbered && !is_person_line(next)) break;
            bool belongs = one.value.empty() || next.kind == LineKind::item || one.value.ends_with(',') ||
                           one.value.ends_with(';') || next.indent > lines_[one.line].indent || is_person_line(next) ||
                           goes_on(lines_[at - 1], next, wide_);
            if (!belongs) break;
            bool begins = next.kind == LineKind::item || names_whose(next) ||
                          (is_person_line(next) && !(at > 0 && one.value.ends_with(',')));
            list_began = list_began || next.kind == LineKind::item;
            if (!one.value.empty()) one.value += begins ? "\n" : " ";
            one.value += next.text;
            bool left_open = next.kind == LineKind::item && next.marker == "☐" && one.kind == "present";
            if (left_open && has_ticks(one.line + 1)) one.value += " (nepřišel)";
            one.last_line = at;
        }
    }

    // „[x] Jana Modrá“ among the lines of a list
    bool has_ticks(std::size_t from) const {
        for (auto at = from; at < lines_.size() && lines_[at].kind == LineKind::item; ++at)
            if (lines_[at].marker == "☑") return true;
        return false;
    }

    // „Obec Lenora: Jana Nová“, „MPSV – Ing. Petr Malý“
    static bool names_whose(const Line& line) {
        static const Pattern whose{"^(?:[A-Z][^:,;]{1,40}(?::| -) |[a-z][^:,;]{1,40}: [A-Z])"};
        return whose.stands_in(Letters{line.text}.plain);
    }

    static bool is_person_line(const Line& line) {
        static const Pattern short_end{"\\b(?:ml|st|csc|drsc|ph\\.? ?d|dis|mba|s|u|o|r)\\.$"};
        if (line.kind == LineKind::row || line.kind == LineKind::heading ||
            (line.text.ends_with('.') && !short_end.stands_in(plain_small(line.text))) || line.text.size() > 160)
            return false;
        static const Pattern of_heading{"^[A-Z ,]*\\b(?:V|VE|NA|O|S|SE|Z|ZE|K|KE|PRO|A|DO|PO|U)\\b[A-Z ,]*$"};
        if (of_heading.stands_in(Letters{line.text}.plain)) return false;    // „BYTY V OBCÍCH“
        auto people = people_in_list(line.text);
        if (people.empty()) return false;
        auto first = without_titles(line.text);
        return people.front().name.find(' ') != std::string::npos &&
               first.starts_with(people.front().name.substr(0, people.front().name.find(' '))) &&
               plain_small(line.text).find(" se ") == std::string::npos;
    }

    std::vector<Line>& lines_;
    std::vector<Labelled>& found_;
    std::size_t wide_;
};

}

void gather_labels(std::vector<Line>& lines, std::vector<Labelled>& found) { LabelReader{lines, found}.read(); }

}
