// Points told by the headings of the text, where no list of them stands in the minutes: „1/ …“, „II. …“, „Bod 3 – …“,
// „Ad 4) …“, headings of the document.
#include "workgroups/minutes_reading/agenda_reading.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/word_lists.hpp"
#include "workgroups/minutes_reading/people_by_shape.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

struct PointHeading {
    std::size_t line = 0;
    int number = 0;
    char style = ' ';    // 1 arabic, I roman, A letter, b with a word such as „Bod“
    std::string text{};
    bool cut = false;    // from the sentences behind it in the same line
};

int roman_value(std::string_view low) {
    int value = 0, before = 0;
    for (auto at = low.size(); at-- > 0;) {
        auto one = low[at] == 'i' ? 1 : low[at] == 'v' ? 5 : low[at] == 'x' ? 10 : 0;
        if (one == 0) return 0;
        value += one < before ? -one : one;
        before = std::max(before, one);
    }
    return value;
}

std::string without_end_signs(std::string text) {
    while (!text.empty() && (text.back() == ':' || text.back() == '.' || text.back() == ',' || text.back() == ' '))
        text.pop_back();
    return text;
}

std::string heading_before_text(const std::string& rest) {
    static const Pattern end{"^([^.:]{3,60}?)(?: - |: |\\. )(?=[A-Z])"};
    Letters letters{rest};
    auto found = end.in(letters.plain);
    if (!found || only_letters(letters.cut(found->to())).size() < 12) return {};
    return letters.cut(0, found->to(1));
}

std::optional<PointHeading> numbered(const std::string& text, std::size_t line) {
    static const Pattern shape{
        "^\\W{0,3}(?:(ad|k bodu|bod(?: programu| jednani| poradu)?|tema)\\b\\.?\\s*(?:c\\.|cislo)?\\s*)?(?:(\\d{1,2})|([ivx]{1,5})|([a-h]))(?:\\s*[.)/:~-]+\\s*|\\s+(?=[^a-z0-9]))(?=\\S)"};
    Letters letters{text};
    auto found = shape.in(letters.low);
    if (!found) return {};
    auto rest = squeezed(letters.cut(found->to()));
    PointHeading point{.line = line, .text = without_end_signs(rest)};
    bool worded = found->has(1);
    if (found->has(2)) point.number = found->number(2), point.style = worded ? 'b' : '1';
    else if (found->has(3) && (worded || letters.capital(found->from(3))))
        point.number = roman_value((*found)[3]), point.style = worded ? 'B' : 'I';
    else if (found->has(4) && letters.capital(found->from(4)))
        point.number = (*found)[4][0] - 'a' + 1, point.style = 'A';
    if (point.number < 1 || point.number > 30 || only_letters(point.text).size() < 2) return {};
    if (text.size() > 130 || (rest.ends_with('.') && rest.size() > 60)) {
        auto head = heading_before_text(rest);    // „2. Dotazník – Vyplnilo ho třicet lidí.“
        if (head.empty()) return {};
        point.text = head, point.cut = true;
    }
    if (!dates_in(Letters{text}, {}).empty() && dates_in(Letters{text}, {}).front().from < 4) return {};
    return point;
}

bool is_general(const std::string& text) {
    static const Pattern general{
        "^(?:bere na|berou na|doporucuje|uklada|schvaluje|neschvaluje|souhlasi|poveruje|konstatuje|projednala?\\b|zapis|zaznam|usneseni|prubeh|uvod k|ukoly|souhrn|zaver(?:y)?$|pristi|dalsi|termin|kdy |priloh|ucast|kdo |prezence|pritomn|omluv|na cem jsme|co z|kontakt|podpis|cim jsme se zabyval|jak jsme na tom|o cem (?:byla rec|jsme)|co jsme (?:resili|probirali|probrali)|kdy zase|na priste|podrobnosti|navrhovan|kontrola ukolu z|komentare?|historie|souvisej|sdilet|menu|navigace|aktuality)"};
    auto low = plain_small(text);
    return general.stands_in(low) || !label_kind(text).empty() || is_title_line(low);
}

// „I. schvaluje“, „Ukládá“ alone in a line: what is numbered below it is decided, no point of the programme.
bool is_verb_of_resolution(const std::string& text) {
    static const Pattern alone{
        "^\\W*(?:[ivx]{1,4}[.)]\\s*|[a-z\\d][.)]\\s*)?(?:(?:rada|zastupitelstvo|komise|vybor)[a-z ]{0,25} )?"
        "(?:(?:ne)?schvaluje|bere na vedomi|uklada|(?:ne)?doporucuje|konstatuje|projednal[ao]|(?:ne)?souhlasi|poveruje|zada|"
        "rozhodl[ao]|rozhoduje|stanovi|jmenuje|odvolava|vydava|zrusuje|rusi|zamita|odklada|vyhlasuje|zmocnuje|zrizuje)\\s*[,:]?$"};
    return text.size() < 80 && alone.stands_in(plain_small(text));
}

class HeadingAgenda {
public:
    HeadingAgenda(MinutesSource& source, MinutesFacts& facts) : source_{source}, facts_{facts} {}

    void read() {
        auto points = by_numbers();
        if (points.size() < 2) points = by_levels();
        if (points.size() < 2) points = by_signs();
        if (points.size() < 2) points = by_ordinals();
        if (points.size() < 2) points = by_capitals();
        if (points.size() < 2) points = by_capital_lines();
        if (points.size() < 2) points = by_short_lines();
        if (points.size() < 2) points = by_colons();
        if (points.size() < 2) return;
        for (auto& point : points) facts_.agenda.push_back({point.text, source_.original(point.line, point.line)});
    }

private:
    // The longest series 1, 2, 3 … of one style with text between its members.
    std::vector<PointHeading> by_numbers() const {
        std::vector<PointHeading> best;
        for (char style : {'b', 'B', '1', 'I', 'A'}) {
            auto series = series_of(style);
            auto least = style == 'b' || style == 'B' ? 2u : 3u;
            if (series.size() >= least && series.size() > best.size() && has_text_between(series))
                best = std::move(series);
        }
        return best;
    }

    std::vector<PointHeading> series_of(char style) const {
        std::vector<PointHeading> series;
        bool decided = false;    // a list below a verb of a resolution
        for (std::size_t at = 0; at < source_.lines.size(); ++at) {
            auto& line = source_.lines[at];
            if (line.empty()) decided = false;
            if (line.empty() || source_.used_lines.contains(at)) continue;
            if (is_verb_of_resolution(line.text)) {
                decided = at + 1 < source_.lines.size() && begins_list(source_.lines[at + 1]);
                continue;
            }
            if (decided) continue;
            if (line.kind == LineKind::row) {    // the left column, beside margin notes
                if (line.cells.size() > 2 || line.cells.front().empty() ||
                    (line.cells.size() == 2 && !line.cells.back().empty()))
                    continue;
                auto point = numbered(line.cells.front(), at);
                if (point && point->style == style && point->number == int(series.size()) + 1) series.push_back(*point);
                continue;
            }
            if (line.kind == LineKind::item && (line.marker == "•" || line.marker == "→")) continue;
            auto point = numbered(line.kind == LineKind::item ? line.marker + ' ' + line.text : line.text, at);
            if (!point || point->style != style || !labels_in(point->text).empty()) continue;
            if (point->number == int(series.size()) + 1) series.push_back(*point);
        }
        return series;
    }

    static bool begins_list(const Line& line) {
        static const Pattern first{"^\\s*(?:1|a)\\s*[.)]"};
        return first.stands_in(plain_small(line.kind == LineKind::item ? line.marker : line.text));
    }

    bool has_text_between(const std::vector<PointHeading>& series) const {
        std::size_t apart = 0;
        for (std::size_t i = 0; i + 1 < series.size(); ++i) {
            bool any = series[i].cut;
            for (auto at = series[i].line + 1; at < series[i + 1].line; ++at) any = any || !source_.lines[at].empty();
            apart += any;
        }
        return apart * 3 >= (series.size() - 1) * 2;
    }

    // Headings of the level that has most of them; those below „Co jsme probrali“ before all others.
    std::vector<PointHeading> by_levels() const {
        std::map<int, std::vector<PointHeading>> levels;
        for (std::size_t at = 0; at < source_.lines.size(); ++at) {
            auto& line = source_.lines[at];
            auto text = without_end_signs(line.text);
            if (line.kind == LineKind::heading && !is_general(text) && text.size() < 120 &&
                !source_.used_lines.contains(at) && at >= std::min<std::size_t>(source_.head_end, 3))
                levels[line.level].push_back({.line = at, .text = text});
        }
        std::vector<PointHeading> most;
        for (auto& [level, points] : levels)
            if (points.size() > most.size()) most = points;
        return most.size() < 3 ? std::vector<PointHeading>{} : most;
    }

    // „>> Mzdy a příplatky“, „■ Bydlení“ above their texts.
    std::vector<PointHeading> by_signs() const {
        static const Pattern sign{"^(?:>>+|~+|=+>|==+|\\*\\*+|\\[(?=[^\\]]{3,80}\\]$)|--+)\\s*(?=\\S)"};
        std::vector<PointHeading> points;
        for (std::size_t at = source_.head_end; at < source_.lines.size(); ++at) {
            if (source_.lines[at].kind != LineKind::text || source_.lines[at].text.size() > 90) continue;
            Letters letters{source_.lines[at].text};
            auto found = sign.in(letters.low);
            if (!found) continue;
            auto closing = letters.low.find_last_not_of("]*=~- ");
            auto text = letters.cut(found->to(), std::max(found->to(), closing + 1));
            if (!is_general(text)) points.push_back({.line = at, .text = without_end_signs(text)});
        }
        return points.size() < 3 || !has_text_between(points) ? std::vector<PointHeading>{} : points;
    }

    // „První bod – kontrola úkolů“
    std::vector<PointHeading> by_ordinals() const {
        static const Pattern ordinal{
            "^(?:prvni|druhy|treti|ctvrty|paty|sesty|sedmy|osmy|devaty|desaty|posledni)m? (?:bod(?:em)?|tema(?:tem)?)(?: programu| jednani| poradu)?(?: byl[aoy]?| je)?\\s*[-:.]?\\s+(?=[a-z\"])"};
        std::vector<PointHeading> points;
        for (std::size_t at = 0; at < source_.lines.size(); ++at) {
            Letters letters{source_.lines[at].text};
            auto found = letters.size() < 120 ? ordinal.in(letters.low) : std::nullopt;
            if (found) points.push_back({.line = at, .text = without_end_signs(letters.cut(found->to()))});
        }
        return points;
    }

    // Short lines that stand alone above a list or a longer text.
    std::vector<PointHeading> by_short_lines() const {
        auto& lines = source_.lines;
        std::vector<PointHeading> points;
        for (std::size_t at = std::max<std::size_t>(source_.head_end, 1); at + 1 < lines.size(); ++at) {
            auto& line = lines[at];
            bool short_line = line.kind == LineKind::text && line.text.size() > 3 && line.text.size() < 60 &&
                              std::string_view{".,:;?!"}.find(line.text.back()) == std::string_view::npos;
            bool alone =
                lines[at - 1].empty() && (lines[at + 1].kind == LineKind::item || lines[at + 1].text.size() > 70);
            Letters letters{line.text};
            if (!short_line || !alone || !letters.capital(0) || is_general(line.text) ||
                source_.used_lines.contains(at) || !labels_in(line.text).empty() ||
                !dates_in(letters, source_.years).empty())
                continue;
            points.push_back({.line = at, .text = line.text});
        }
        return points.size() < 3 ? std::vector<PointHeading>{} : points;
    }

    // „BYTY V OBCÍCH“ alone above a text.
    std::vector<PointHeading> by_capital_lines() const {
        auto& lines = source_.lines;
        std::vector<PointHeading> points;
        for (std::size_t at = std::max<std::size_t>(source_.head_end, 1); at + 1 < lines.size(); ++at) {
            auto& line = lines[at];
            if (line.kind != LineKind::text || line.text.size() < 4 || line.text.size() > 80 ||
                !lines[at - 1].empty() || lines[at + 1].empty() || source_.used_lines.contains(at))
                continue;
            Letters letters{line.text};
            bool small = false;
            for (std::size_t i = 0; i < letters.size(); ++i)
                small = small || (letters.plain[i] >= 'a' && letters.plain[i] <= 'z');
            if (small || only_letters(line.text).size() < 4 || is_general(line.text) || !labels_in(line.text).empty() ||
                !dates_in(letters, source_.years).empty())
                continue;
            points.push_back({.line = at, .text = without_end_signs(line.text)});
        }
        return points.size() < 3 ? std::vector<PointHeading>{} : points;
    }

    // „Byty v obcích: Obce mají málo bytů …“, paragraph by paragraph.
    std::vector<PointHeading> by_colons() const {
        static const Pattern lead{"^([A-Z][^.:,;()]{3,45}):\\s+(?=[A-Z])"};
        std::vector<PointHeading> points;
        for (auto at = source_.head_end; at < source_.lines.size(); ++at) {
            auto& line = source_.lines[at];
            if (line.kind == LineKind::row || source_.used_lines.contains(at) || line.text.size() < 50) continue;
            Letters letters{line.text};
            auto found = lead.in(letters.plain);
            if (!found || !labels_in(line.text).empty()) continue;
            auto text = letters.cut(0, found->to(1));
            if (is_general(text) || !people_by_shape(Letters{text}).empty() || is_whole_name(text)) continue;
            points.push_back({.line = at, .text = text});
        }
        return points.size() < 3 ? std::vector<PointHeading>{} : points;
    }

    static bool is_whole_name(const std::string& text) {
        auto name = name_alone(text);
        return name && name->find(' ') != std::string::npos && text.find(' ') == text.rfind(' ') &&
               words_of("first_names").contains(plain_small(text.substr(0, text.find(' '))));
    }

    // „VÝTAH A KLÍČE. Ředitel řekl …“: paragraphs that begin in capitals.
    std::vector<PointHeading> by_capitals() const {
        static const Pattern capitals{"^([A-Z][A-Z0-9 ,-]{3,60}?)[.:]\\s+(?=[A-Z])"};
        std::vector<PointHeading> points;
        for (std::size_t at = source_.head_end; at < source_.lines.size(); ++at) {
            if (source_.lines[at].kind != LineKind::text) continue;
            Letters letters{source_.lines[at].text};
            auto found = capitals.in(letters.plain);
            if (found && only_letters((*found)[1]).size() > 3 && !is_general(letters.cut(0, found->to(1))))
                points.push_back({.line = at, .text = letters.cut(0, found->to(1))});
        }
        return points.size() < 3 ? std::vector<PointHeading>{} : points;
    }

    MinutesSource& source_;
    MinutesFacts& facts_;
};

}

void read_agenda_from_headings(MinutesSource& source, MinutesFacts& facts) { HeadingAgenda{source, facts}.read(); }

}
