#include "workgroups/minutes/minutes_source.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

bool of_people(std::string_view kind) {
    return kind == "present" || kind == "excused" || kind == "absent" || kind == "guests";
}
bool of_list(std::string_view kind) { return of_people(kind) || kind == "agenda"; }

std::string alternatives(bool lists_only) {
    std::string all;
    for (auto& [label, kind] : kinds_of("minutes_labels")) {
        if (lists_only && !of_list(kind)) continue;
        if (!all.empty()) all += '|';
        for (auto c : label)
            all += c == '.' || c == '(' || c == ')' || c == '/' ? std::string{"\\"} + c : std::string(1, c);
    }
    return all;
}

std::string kind_of_label(std::string_view label) {
    for (auto& [known, kind] : kinds_of("minutes_labels"))
        if (known == label) return kind;
    return {};
}

// Letters that stand apart: „Z á p i s“.
std::string without_spacing(std::string_view text) {
    Letters letters{text};
    if (letters.size() < 7) return std::string{text};
    std::size_t alone = 0, blanks = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (letters.low[i] == ' ') ++blanks;
        else alone += (i == 0 || letters.low[i - 1] == ' ') && (i + 1 == letters.size() || letters.low[i + 1] == ' ');
    }
    return alone >= 4 && alone * 10 >= (letters.size() - blanks) * 7 ? std::string{} : std::string{text};
}

}

std::string label_kind(std::string_view text) {
    static const Pattern end{"(?:\\s*\\([^)]*\\))?[\\s.:]*$"};
    static const Pattern list_label{"^(" + alternatives(true) + ")(?:\\s+[a-z(]\\S*){0,4}$"};
    auto low = plain_small(squeezed(text));
    if (low.size() > 70) return {};
    if (auto tail = end.in(low)) low.resize(tail->from());
    while (!low.empty() && (low.back() == ':' || low.back() == '.' || low.back() == ' ')) low.pop_back();
    if (auto kind = kind_of_label(low); !kind.empty()) return kind;
    return {};
}

std::vector<Labelled> labels_in(std::string_view line) {
    static const Pattern anywhere{"(?:^|(?<=[ ,;.(|]))(" + alternatives(false) +
                                  ")(?:\\s*\\([^)]{0,60}\\))?\\.?(?:\\s*(?:c\\.\\s*)?\\d[\\d./]*)?\\s*:(?!\\d\\d)"};
    static const Pattern wider{"^(" + alternatives(true) + ")\\b[^:.;]{1,60}:(?!\\d\\d)"};
    static const Pattern bare{
        "^(pritomni|pritomna|pritomen|omluveni|omluvena|omluven|nepritomni|zapsala?|overila?|zapis (?:poridila?|vyhotovila?|zpracovala?|zapsala?|provedla?))\\s+(?=\\S)"};
    Letters letters{line};
    std::vector<Labelled> found;
    struct Start {
        std::size_t from, to;
        std::string label;
    };
    std::vector<Start> starts;
    for (auto& one : anywhere.all(letters.low)) {
        // one letter is a label only at the beginning or behind a full stop, and in capitals
        if (one[1].size() == 1 && !letters.capital(one.from(1))) continue;
        if (one.from(1) > 0 &&
            (one[1] == "dne" || one[1] == "do" || one[1] == "kdo" || one[1] == "kde" || one[1] == "kdy" ||
             one[1] == "pro" || one[1] == "o" || one[1] == "od" || one[1] == "proti"))
            continue;
        if (one.from(1) > 0 && !letters.capital(one.from(1)) && kind_of_label(one[1]) != "who" &&
            kind_of_label(one[1]) != "due" && kind_of_label(one[1]) != "writer")
            continue;
        starts.push_back({one.from(1), one.to(), one[1]});
    }
    if (starts.empty() || starts.front().from > 0)
        if (auto one = wider.in(letters.low)) starts.insert(starts.begin(), {0, one->to(), (*one)[1]});
    if (starts.empty() || starts.front().from > 0)
        if (auto one = bare.in(letters.low); one && one->to() < letters.size() && letters.capital(one->to()))
            starts.insert(starts.begin(), {0, one->to(), (*one)[1]});
    for (std::size_t i = 0; i < starts.size(); ++i) {
        auto end = i + 1 < starts.size() ? starts[i + 1].from : letters.size();
        auto value = end > starts[i].to ? squeezed(letters.cut(starts[i].to, end)) : std::string{};
        while (i + 1 < starts.size() &&
               (value.ends_with(',') || value.ends_with(';') || value.ends_with('(') || value.ends_with('|')))
            value.pop_back(), value = squeezed(value);
        found.push_back({.kind = kind_of_label(starts[i].label),
                         .label = starts[i].label,
                         .value = value,
                         .inside = starts[i].from > 0 && i == 0,
                         .before = i == 0 ? squeezed(letters.cut(0, starts[i].from)) : std::string{}});
    }
    return found;
}

bool is_heading_of_point(const Line& line) {
    static const Pattern point{
        "^(?:ad\\b\\.?\\s*[\\da-z]{1,2}\\s*[.)/:]|ad\\b\\s*\\.?\\s*\\d|k bodu\\s*(?:c\\.\\s*)?\\d|bod\\s*(?:c\\.\\s*)?\\d|k\\s+\\d+\\s*\\.)"};
    if (line.kind == LineKind::heading) return true;
    return point.stands_in(plain_small(line.text));
}

const Labelled* MinutesSource::first_of(std::string_view kind) const {
    for (auto& one : labelled)
        if (one.kind == kind && !one.value.empty()) return &one;
    return nullptr;
}

namespace {

// Lines that are labels by themselves: „Program“, „PREZENČNÍ LISTINA“, „## Na programu“.
std::string bare_label(const Line& line) {
    if (line.kind == LineKind::row) return {};
    auto kind = label_kind(line.text);
    return of_list(kind) || kind == "task" ? kind : std::string{};
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
        if (labels.empty())
            if (auto kind = bare_label(lines_[at]); !kind.empty())
                labels.push_back({.kind = kind, .label = plain_small(lines_[at].text), .bare = true});
        for (std::size_t i = 0; i < labels.size(); ++i) {
            auto one = std::move(labels[i]);
            one.line = one.last_line = at;
            if (i + 1 == labels.size()) gather(one);
            found_.push_back(std::move(one));
        }
    }

    // „Datum konání | 16. května 2023“, also two such pairs in one row.
    void row(std::size_t at) {
        auto& cells = lines_[at].cells;
        for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
            if (cells[i].empty()) continue;
            auto kind = label_kind(cells[i]);
            if (kind.empty() && cells[i].ends_with(':')) {
                auto inside = labels_in(cells[i] + " x");
                if (!inside.empty() && !inside.front().inside) kind = inside.front().kind;
            }
            if (kind.empty() || !label_kind(cells[i + 1]).empty()) {
                if (i == 0 && kind.empty()) break;
                continue;
            }
            Labelled one{
                .kind = kind, .label = plain_small(cells[i]), .value = cells[i + 1], .line = at, .last_line = at};
            for (auto more = i + 2; more < cells.size() && of_people(kind); ++more)
                if (!cells[more].empty()) one.value += ", " + cells[more];
            for (auto next = at + 1;
                 next < lines_.size() && lines_[next].table == lines_[at].table && lines_[next].cells.size() > i + 1;
                 ++next) {
                bool below =
                    std::ranges::all_of(lines_[next].cells.begin(), lines_[next].cells.begin() + std::ptrdiff_t(i) + 1,
                                        [](auto& cell) { return cell.empty(); });
                if (!below || lines_[next].cells[i + 1].empty()) break;
                one.value += (of_list(kind) ? "\n" : " ") + lines_[next].cells[i + 1];
                one.last_line = next;
            }
            found_.push_back(std::move(one));
            ++i;
        }
        // a cell may hold labels itself
        for (auto& cell : cells)
            for (auto& part : text::parted(cell, "\n"))
                for (auto& one : labels_in(part))
                    if (!one.value.empty() && !one.inside)
                        found_.push_back(
                            {.kind = one.kind, .label = one.label, .value = one.value, .line = at, .last_line = at});
    }

    void gather(Labelled& one) {
        if (of_people(one.kind)) return people_below(one);
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
            if (next.empty() || next.kind != LineKind::text || !labels_in(next.text).empty() ||
                is_heading_of_point(next))
                break;
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
            if (next.kind == LineKind::row && next.cells.size() < 5 && (one.value.empty() || lines_[at - 1].kind == LineKind::row)) {
                auto first = std::ranges::find_if(next.cells, [](auto& cell) { return !cell.empty() && cell.find_first_not_of("0123456789. ") != cell.npos; });
                if (first == next.cells.end() || !label_kind(*first).empty() || people_in_list(*first).empty()) break;
                if (!one.value.empty()) one.value += '\n';
                for (auto cell = first; cell != next.cells.end(); ++cell) one.value += (cell == first ? "" : ", ") + *cell;
                one.last_line = at;
                continue;
            }
            if (next.kind == LineKind::row || next.kind == LineKind::heading || !labels_in(next.text).empty() || !bare_label(next).empty() || is_heading_of_point(next)) break;
            bool numbered =
                next.kind == LineKind::item && !next.marker.empty() && next.marker[0] >= '0' && next.marker[0] <= '9';
            if (numbered && !is_person_line(next)) break;
            bool belongs = one.value.empty() || next.kind == LineKind::item || one.value.ends_with(',') ||
                           one.value.ends_with(';') || next.indent > lines_[one.line].indent || is_person_line(next) ||
                           goes_on(lines_[at - 1], next, wide_);
            if (!belongs) break;
            bool begins =
                next.kind == LineKind::item || (is_person_line(next) && !(at > 0 && one.value.ends_with(',')));
            list_began = list_began || next.kind == LineKind::item;
            if (!one.value.empty()) one.value += begins ? "\n" : " ";
            one.value += next.text;
            one.last_line = at;
        }
    }

    static bool is_person_line(const Line& line) {
        if (line.kind == LineKind::row || line.kind == LineKind::heading || line.text.ends_with('.') ||
            line.text.size() > 160)
            return false;
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

MinutesSource::MinutesSource(const TextDocument& document)
    : clean{cleaned(document)}, lines{clean.document.lines}, subject{document.title}, sender{document.sender} {
    sent_on = document.sent_on.empty() ? std::nullopt : parse_date(document.sent_on);
    if (document.format != "eml") subject.clear();
    for (auto& line : lines)
        if (line.kind != LineKind::row && without_spacing(line.text).empty()) {
            // words of letters that stand apart are parted by wider blanks, which are gone: the known ones come back
            auto joined = only_letters(line.text);
            if (joined == "zapis" || joined.starts_with("zapisz") || joined == "usneseni")
                line.text = joined == "usneseni"                  ? "Usnesení"
                            : joined.starts_with("zapiszjednani") ? "Zápis z jednání"
                                                                  : "Zápis";
        }
    sentences = sentences_of(lines);
    LabelReader{lines, labelled}.read();
    head_end = std::min<std::size_t>(lines.size(), 40);
    bool listed = false;
    for (auto& one : labelled)
        if (of_list(one.kind) && one.line < head_end) head_end = std::max<std::size_t>(one.line, 1), listed = true;
    if (listed) return;
    // A letter or a note: its text begins with the first long line.
    head_end = std::min<std::size_t>(lines.size(), 12);
    for (std::size_t at = 0; at < head_end; ++at)
        if (lines[at].text.size() > 110) head_end = at;
}

}
