// The points of the programme, as they stand under its heading; and slips in their numbers further down.
#include "workgroups/minutes_reading/agenda_reading.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/document_builder.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace workgroups {

using namespace reading;

namespace {

std::optional<int> number_of_marker(std::string_view marker) {
    if (marker.starts_with('(')) marker.remove_prefix(1);
    // „i.“, „ii.“ count; „i)“ behind „h)“ does not come first
    static constexpr std::string_view small_romans[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"};
    auto letters = marker.substr(0, marker.find_first_of(".)/"));
    if (auto roman = std::ranges::find(small_romans, letters);
        roman != std::end(small_romans) && letters != "v" && letters != "x")
        return int(roman - small_romans) + 1;
    int number = 0;
    auto [end, error] = std::from_chars(marker.data(), marker.data() + marker.size(), number);
    if (error != std::errc{}) {
        if (marker.size() >= 2 && marker[0] >= 'a' && marker[0] <= 'z') return marker[0] - 'a' + 1;
        static constexpr std::string_view romans[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"};
        auto bare = marker.substr(0, marker.find_first_of(".)"));
        for (int i = 0; i < 10; ++i)
            if (bare == romans[i]) return i + 1;
        if (bare.size() == 1 && bare[0] >= 'A' && bare[0] <= 'H') return bare[0] - 'A' + 1;
        return {};
    }
    return end != marker.data() + marker.size() && *end == '.' && end + 1 < marker.data() + marker.size() &&
                   *(end + 1) != ')'
               ? std::nullopt
               : std::optional{number};    // 3.1 is one below
}

class AgendaReader {
public:
    AgendaReader(MinutesSource& source, MinutesFacts& facts)
        : source_{source}, facts_{facts}, wide_{usual_width(source.lines)} {}

    bool read(const Labelled& whole) {
        auto label = with_hanging_lines(whole);
        static const Pattern refers{"viz |dle pozvank|podle pozvank|schvalen podle|beze zmen"};
        if (!label.value.empty()) {
            if (refers.stands_in(plain_small(label.value))) return false;
            auto said = points_in_line(label.value);
            if (label.value.find('\n') == std::string::npos && label.value.ends_with('.') && said.size() > 2 &&
                label.value.find(';') == std::string::npos && marker_at(label.value).length == 0) {
                part_last_at_and(said);    // „…, dotazník a různé.“
                for (auto& point : said) add(point, label.line);
                return source_.used_lines.insert(label.line), true;
            }
            for (auto& part : text::parted(label.value, "\n"))
                for (auto& point : label.value.find('\n') == std::string::npos
                                       ? points_in_line(part)
                                       : std::vector{point_text(without_marker(part))})
                    add(point, label.line);
            if (!facts_.agenda.empty()) return source_.used_lines.insert(label.line), true;
            if (auto marker = marker_at(label.value); marker.length > 0)
                add(point_text(label.value.substr(marker.length)), label.line),
                    last_ = number_of_marker(marker.text).value_or(0);
        }
        below(label.line + 1);
        return !facts_.agenda.empty();
    }

    // „Předseda navrhl tyto body:“ above a list
    bool read_below(std::size_t line) {
        below(line + 1);
        if (facts_.agenda.size() > 1) return true;
        facts_.agenda.clear();
        return false;
    }

private:
    // „1) úkoly, 2) bydlení,“ goes on further in on the next line.
    Labelled with_hanging_lines(Labelled label) const {
        auto& lines = source_.lines;
        bool several =
            points_in_line(label.value).size() > 1 || label.value.ends_with(',') || label.value.ends_with(';');
        if (label.value.empty() || label.value.find('\n') != std::string::npos || !several) return label;
        for (auto at = label.line + 1; at < lines.size(); ++at) {
            auto& next = lines[at];
            bool text = next.kind == LineKind::text ||
                        (next.kind == LineKind::item && next.marker[0] >= '0' && next.marker[0] <= '9');
            bool hangs = !next.empty() && text && labels_in(next.text).empty() &&
                         (next.indent > lines[label.line].indent + 1 || goes_on(lines[at - 1], next, wide_) ||
                          label.value.ends_with(','));
            if (!hangs || label.value.ends_with('.')) break;
            label.value += ' ' + (next.marker.empty() ? "" : next.marker + ' ') + next.text;
        }
        return label;
    }

    // „I    Noclehárna“, „1 – Úkoly“, „α) …“
    static std::string without_loose_number(const std::string& text) {
        static const Pattern number{"^(?:[IVX]{1,5}|\\d{1,2})(?:\\s+[-–:]\\s*|\\s+)(?=[^\\d\\s.)])"};
        Letters letters{text};
        auto found = number.in(letters.plain);
        return found ? letters.cut(found->to()) : text;
    }

    static bool is_vote(const std::string& text) {
        static const Pattern vote{"^\\W*(?:hlasovani|pro \\d|schvaleno|program byl|jiny navrh)"};
        return vote.stands_in(plain_small(text));
    }

    static char style_of(std::string_view marker) {
        if (marker.starts_with('(')) marker.remove_prefix(1);
        auto c = marker.empty() ? ' ' : marker[0];
        return c >= '0' && c <= '9' ? '1' : c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : ' ';
    }

    static bool another_follows(const std::string& text, int number) {
        for (auto sign : {"/ ", ") ", ". "})
            if (text.find(' ' + std::to_string(number) + sign) != text.npos) return true;
        return false;
    }

    static std::string worded_point(const std::string& text) {
        static const Pattern lead{"^(?:ad|bod|k bodu)\\b\\.?\\s*(?:c\\.|cislo)?\\s*\\d{1,2}\\s*[.):/-]*\\s*"};
        Letters letters{text};
        auto found = lead.in(letters.low);
        return found && text.size() < 120 && !text.ends_with('.') ? letters.cut(found->to()) : std::string{};
    }

    static std::string without_marker(const std::string& text) { return text.substr(marker_at(text).length); }

    void add(std::string point, std::size_t line) {
        static const Pattern hours{
            "^(?:od )?\\d{1,2}[.:,]\\d\\d(?:\\s*(?:-|az|do)\\s*\\d{1,2}[.:,]\\d\\d)?(?:\\s*(?:hod\\.?|h))?\\s*[|:-]?\\s*(?=[a-z])"},
            pause{"^(?:prestavka|obed|pauza|coffee|obcerstveni)\\b"}, letters_twice{"^([a-z])\\1[).]\\s+"};
        Letters letters{point};
        if (auto lead = hours.in(letters.low)) point = letters.cut(lead->to());
        else if (auto twice = letters_twice.in(letters.low)) point = letters.cut(twice->to());
        if (point.size() < 2 || pause.stands_in(plain_small(point))) return;
        facts_.agenda.push_back({point, source_.original(line, line)});
        source_.used_lines.insert(line);
    }

    // Numbered items as long as the numbers go up; bullets and plain lines up to an empty line.
    void below(std::size_t at) {
        auto& lines = source_.lines;
        bool began = !facts_.agenda.empty(), plain = false;
        int level = 0, table = 0;
        std::string kind;
        char style = ' ';
        for (; at < lines.size(); ++at) {
            auto& line = lines[at];
            if (line.empty()) {
                if (began && (plain || kind == "•")) return;
                continue;
            }
            if (line.kind == LineKind::row) {
                if (began && line.table != table) return;
                if (!row(line, at)) return;
                table = line.table, began = true;
                continue;
            }
            if (line.kind == LineKind::heading) return;
            if (is_heading_of_point(line)) {    // „Bod č. 1 – Úvod“ in the list itself
                auto point = worded_point(line.text);
                if (point.empty() || (began && lines[at - 1].empty())) return;
                began = true, plain = false, kind = "word";
                add(point_text(point), at);
                continue;
            }
            if (kind == "word") return;
            if (!labels_in(line.text).empty() && line.kind != LineKind::item) return;
            if (line.kind == LineKind::item) {
                auto number = number_of_marker(line.marker);
                bool other_style = began && number && style_of(line.marker) != style;    // „a)“ below „B)“
                if (!began) style = style_of(line.marker);
                bool below = line.level > level || (kind != "•" && !number && line.marker != kind);
                bool nested = other_style || (began && below);
                if (plain) return;
                if (!began) level = line.level, kind = number ? "1" : line.marker;
                else if (nested) continue;
                else if (line.level < level) return;
                else if (kind == "1" && (!number || *number <= last_)) return;
                if (number && began && *number != last_ + 1 && *number != last_ + 2) return;
                if (number) last_ = *number;
                began = true;
                // „1/ Kontrola   2/ Byty   3/ Různé“ in one line
                auto points = number && another_follows(line.text, *number + 1)
                                  ? points_in_line(std::to_string(*number) + ") " + line.text, *number)
                                  : std::vector<std::string>{};
                if (points.size() > 1) last_ += int(points.size()) - 1;
                for (auto& point : points.size() > 1 ? points : std::vector{point_text(line.text)}) add(point, at);
                continue;
            }
            if (began && !plain &&
                (goes_on(lines[at - 1], line, wide_) ||
                 line.indent > lines[at - 1].indent + 1)) {    // the rest of a point
                facts_.agenda.back().text += ' ' + line.text;
                source_.used_lines.insert(at);
                continue;
            }
            if (began && !plain) return;
            if (line.text.size() > 120 || line.text.ends_with('.') || is_vote(line.text)) return;
            plain = began = true;
            add(point_text(without_loose_number(line.text)), at);
        }
    }

    bool row(const Line& line, std::size_t at) {
        auto filled = std::ranges::count_if(line.cells, [](auto& cell) { return !cell.empty(); });
        auto longest = std::ranges::max_element(line.cells, {}, &std::string::size);
        static const Pattern heading{
            "^(?:c\\.?|bod|cislo|por\\.?|cas|tema|obsah|nazev|predklada|kdo|delka|garant|referuje|bod programu|bod jednani|predmet|prezentuje|minut|#|od|trvani)$"},
            of_text{"^(?:bod|tema|obsah|nazev|bod programu|bod jednani|predmet|program)$"};
        std::size_t said = 0, filled_cells = 0;
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            auto cell = plain_small(line.cells[i]);
            while (cell.ends_with(':')) cell.pop_back();
            filled_cells += !cell.empty(),
                said += heading.stands_in(cell) || (!cell.empty() && !label_kind(cell).empty());
        }
        if (said > 0 && said == filled_cells) {
            for (std::size_t i = 0; i < line.cells.size(); ++i)
                if (of_text.stands_in(plain_small(line.cells[i]))) column_ = i;
            return true;
        }
        if (!column_ && facts_.agenda.empty() && line.cells.size() > 1)    // „Minuty | Téma | Kdo otevírá | Závěr“
            for (std::size_t i = 0; i < line.cells.size(); ++i)
                if (of_text.stands_in(plain_small(line.cells[i]))) {
                    column_ = i;
                    return true;
                }
        if (column_ && *column_ < line.cells.size() && !line.cells[*column_].empty())
            return add(point_text(without_marker(line.cells[*column_])), at), true;

        if (filled < 1 || !label_kind(line.cells.front()).empty()) return false;
        auto first = std::ranges::find_if(line.cells, [](auto& cell) { return !cell.empty(); });
        bool number = first->size() < 5 && first->find_first_not_of("0123456789.)/ ") == first->npos;
        bool hours = !times_in(Letters{*first}).empty() && first->size() < 16;
        if ((number || hours) && first + 1 != line.cells.end() && !(first + 1)->empty()) {
            if (auto value = std::atoi(first->c_str()); number && value > 0) {
                if (value <= last_) return false;
                last_ = value;
            }
            return add(point_text(*(first + 1)), at), true;
        }
        auto points = std::vector<std::string>{};    // „1/ Úvod | 2/ Byty | 3/ Různé“
        for (auto& cell : line.cells)
            if (auto marker = marker_at(cell); marker.length > 0) points.push_back(cell.substr(marker.length));
        if (points.size() > 1) {
            for (auto& point : points) add(point_text(point), at);
            return true;
        }
        add(point_text(without_marker(*longest)), at);
        return true;
    }

    MinutesSource& source_;
    MinutesFacts& facts_;
    std::size_t wide_;
    int last_ = 0;
    std::optional<std::size_t> column_{};    // of a table of points
};

}

namespace {

// „# | Téma | Co zaznělo | Kdo co udělá“: the whole meeting is one table, each row a point.
void read_agenda_from_topics(MinutesSource& source, MinutesFacts& facts) {
    static const Pattern topic{
        "^(?:tema|bod|bod jednani|bod programu|projednavany bod|predmet(?: jednani)?|nazev bodu|okruh|oblast)$"},
        beside{
            "^(?:co (?:zaznelo|jsme|se)|prubeh|zaver|diskus|ukol|kdo|zapis|zaznam|vysledek|obsah|poznam|projednan|zjisteni|dohod|rozhodnuti|stanovisko|usneseni)"};
    auto& lines = source.lines;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (lines[at].kind != LineKind::row || (at > 0 && lines[at - 1].table == lines[at].table)) continue;
        std::optional<std::size_t> column;
        bool course = false;
        for (std::size_t i = 0; i < lines[at].cells.size(); ++i) {
            auto cell = plain_small(squeezed(lines[at].cells[i]));
            if (!column && topic.stands_in(cell)) column = i;
            course = course || beside.stands_in(cell);
        }
        if (!column || !course) continue;
        std::vector<SaidText> points;
        for (auto row = at + 1; row < lines.size() && lines[row].table == lines[at].table; ++row) {
            if (*column >= lines[row].cells.size()) continue;
            auto text = lines[row].cells[*column];
            text = point_text(squeezed(text.substr(marker_at(text).length)));
            if (text.size() > 1 && text.size() < 140 && only_letters(text).size() > 2)
                points.push_back({text, source.original(row, row)});
        }
        if (points.size() < 2) continue;
        facts.agenda = std::move(points);
        return;
    }
}

}

namespace {

// „Téma: Byty“ above the text of each point.
void read_agenda_from_repeated_labels(MinutesSource& source, MinutesFacts& facts) {
    static const Pattern one_point{"^(?:tema|bod|bod programu|bod jednani|okruh|projednavany bod)$"};
    std::vector<SaidText> points;
    for (auto& label : source.labelled)
        if (!label.inside && one_point.stands_in(label.label) && label.value.size() > 1 && label.value.size() < 120)
            points.push_back({point_text(label.value), source.original(label.line, label.last_line)});
    if (points.size() > 1) facts.agenda = std::move(points);
}

void read_agenda_announced(MinutesSource& source, MinutesFacts& facts) {
    static const Pattern announced{
        "\\b(?:bod[yu]|program[u]?|porad[u]?|temat[a]?|agend[au]|zalezitost[ih]|vec[ih]|vecech)\\b[^.]{0,40}:$"},
        other{"\\b(?:ukol|uklad|pristi|dalsi|termin|usnesen)"};
    for (std::size_t at = 1; at + 1 < std::min(source.lines.size(), source.head_end + 25); ++at) {
        auto& line = source.lines[at];
        auto low = plain_small(line.text);
        if (line.kind != LineKind::text || low.size() > 120 || !announced.stands_in(low) || other.stands_in(low))
            continue;
        if (AgendaReader{source, facts}.read_below(at)) return;
    }
}

}

void read_agenda(MinutesSource& source, MinutesFacts& facts) {
    read_agenda_from_repeated_labels(source, facts);
    if (facts.agenda.empty())
        for (auto& label : source.labelled)
            if (label.kind == "agenda" && !label.inside && AgendaReader{source, facts}.read(label)) break;
    if (facts.agenda.empty()) read_agenda_from_topics(source, facts);
    if (facts.agenda.empty()) read_agenda_announced(source, facts);
    if (facts.agenda.empty()) read_agenda_from_sentences(source, facts);
    if (facts.agenda.empty()) read_agenda_from_headings(source, facts);
    // „Ad 3.)“ twice, or a number left out
    static const Pattern point{"^(?:ad|k bodu)\\b\\s*\\.?\\s*(\\d{1,2})\\b"};
    int before = 0;
    for (std::size_t at = 0; at < source.lines.size(); ++at) {
        auto found = point.in(plain_small(source.lines[at].text));
        if (!found) continue;
        auto number = found->number(1);
        if (before > 0 && number != before + 1)
            facts.numbering_slips.push_back({source.lines[at].text, source.original(at, at)});
        before = number;
    }
}

}
