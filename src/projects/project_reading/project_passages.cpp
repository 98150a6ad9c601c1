// The passages of a page of a project: labels on lines of their own, marked headings, cards of activities.
#include "projects/project_reading/project_fields.hpp"

#include "platform/reading/document_builder.hpp"
#include "platform/reading/passages/cleaned.hpp"
#include "platform/search/fold.hpp"
#include "projects/project_reading/activity_marks.hpp"
#include "projects/project_reading/activity_passages.hpp"
#include "projects/project_reading/group_cases.hpp"
#include "projects/project_reading/list_openings.hpp"
#include "projects/project_reading/old_values.hpp"

#include <algorithm>

namespace projects {

using passages::Passage;
using passages::Tokens;

int field_of_whole_label(const Tokens& tokens) {
    for (auto& label : project_labels)
        if (auto words = passages::match_at(tokens, 0, label.pattern)) {
            auto last = words->last;
            while (auto more = passages::match_at(tokens, last, "projektu|akce|realizace|?")) last = more->last;
            if (last == tokens.size()) return label.field;
        }
    return no_field;
}

void hand_down(Passages& all, std::size_t from, int old, int field) {
    all[from].field = field;
    for (auto n = from + 1; n < all.size() && all[n].field == old && all[n].label.empty() && !all[n].heading(); ++n)
        all[n].field = field;
}

namespace {

// A picture used as a bullet: „👉 Projekt: …“.
void leave_out_picture(reading::Line& line) {
    auto blank = line.text.find(' ');
    if (line.kind != reading::LineKind::text || blank == std::string::npos || blank < 3 || blank > 8) return;
    auto tokens = passages::tokens_of(std::string_view{line.text}.substr(0, blank));
    bool picture = static_cast<unsigned char>(line.text[0]) >= 0xE2 && std::ranges::none_of(tokens, [](auto& token) {
                       return token.kind != passages::TokenKind::sign || token.folded == "\"" || token.folded == "-";
                   });
    if (picture) line.text.erase(0, blank + 1);
}

// ① and ❶ for 1: a number in a circle counts like one behind a bracket.
void write_out_circles(reading::Line& line) {
    struct Circles {
        char32_t from;
        int count;
    };
    static constexpr Circles signs[] = {{0x2460, 20}, {0x2474, 20}, {0x2488, 20},
                                        {0x2776, 10}, {0x2780, 10}, {0x278A, 10}};
    if (line.text.find('\xE2') == std::string::npos) return;
    std::string out;
    for (std::string_view rest = line.text; !rest.empty();) {
        auto letter = search::take(rest);
        auto known = std::ranges::find_if(
            signs, [&](auto& row) { return letter >= row.from && letter < row.from + char32_t(row.count); });
        if (known == std::end(signs)) search::append(out, letter);
        else out += std::to_string(letter - known->from + 1) + (rest.starts_with(' ') ? ")" : ") ");
    }
    line.text = out;
}

// "Kdy?  říjen 2023 až září 2025": a question and its answer in one line, as if a colon stood between them.
void answer_in_line(reading::Line& line) {
    auto question = line.text.find("? ");
    if (question == std::string::npos || question > 40 || line.kind == reading::LineKind::row) return;
    auto tokens = passages::tokens_of(std::string_view{line.text}.substr(0, question));
    if (tokens.empty() || !tokens.front().capital || field_of_whole_label(tokens) == no_field) return;
    line.text[question] = ':';
}

// "Od: … / Komu: … / Předmět: …" of a letter pasted into a text.
void leave_out_letter_head(Passages& all) {
    std::size_t end = 0;
    bool to = false;
    for (std::size_t n = 0; n < std::min<std::size_t>(all.size(), 8); ++n) {
        auto line = passages::tokens_of(all[n].label.empty() ? all[n].text : all[n].label);
        if (!passages::match_at(line, 0, "od|from|komu|to|kopie|predmet|subject|datum|date|odeslano|prilohy :"))
            continue;
        end = n + 1, to = to || (passages::match_at(line, 0, "komu|to") && all[n].text.find('@') != std::string::npos);
    }
    if (!to) return;
    for (std::size_t n = 0; n < end; ++n) all[n].field = other_field;
    for (auto n = end; n < all.size() && all[n].field == target_field && all[n].label.empty() && !all[n].heading(); ++n)
        all[n].field = no_field;
}

// "1. 3. 2023" above "zahájení", "15 906 370 Kč" above "celkový rozpočet": the value in large letters, its label below.
void turn_labels_over(reading::TextDocument& document) {
    auto& lines = document.lines;
    auto text = [&](std::size_t n) {
        return n < lines.size() && lines[n].kind == reading::LineKind::text && !lines[n].empty();
    };
    for (std::size_t n = 0; n + 1 < lines.size(); ++n) {
        bool pair = (n == 0 || !text(n - 1)) && text(n) && text(n + 1) && !text(n + 2);
        if (!pair || lines[n].text.size() > 40 || lines[n].text.find_first_of("0123456789") == std::string::npos)
            continue;
        if (lines[n].text.find(':') != std::string::npos) continue;
        auto field = field_of_whole_label(passages::tokens_of(lines[n + 1].text));
        bool value = field == start_field || field == end_field || field == period_field || field == months_field ||
                     field == budget_field || field == number_field || field == call_field;
        if (value) lines[n].text = lines[n + 1].text + ": " + lines[n].text, lines[n + 1].text.clear();
    }
}

// "Zahájení realizace" alone, its value on the next line: as if a colon stood behind it.
void close_bare_labels(reading::TextDocument& document) {
    auto& lines = document.lines;
    for (std::size_t n = 0; n + 1 < lines.size(); ++n) {
        auto& line = lines[n];
        bool begins = n == 0 || lines[n - 1].empty();
        write_out_circles(line);
        leave_out_picture(line);
        answer_in_line(line);
        if (!begins || line.kind != reading::LineKind::text || line.text.size() > 60 || lines[n + 1].empty()) continue;
        bool list = lines[n + 1].kind == reading::LineKind::item;
        if ((lines[n + 1].kind != reading::LineKind::text && !list) || passages::looks_like_heading(document, n))
            continue;
        auto tokens = passages::tokens_of(line.text);
        if (tokens.empty() || !tokens.front().capital) continue;
        auto field = field_of_whole_label(tokens);
        if (field != no_field && (field != name_field || tokens.size() > 1)) line.text += ':';
    }
}

// The mark before a heading: "F. Lidé", "10. Plnění klíčových aktivit", "IV) Rozpočet".
std::size_t past_mark(const Tokens& tokens) {
    if (tokens.size() < 3 || tokens[1].spaced || tokens[0].folded.size() > 4) return 0;
    return tokens[1].folded == "." || tokens[1].folded == ")" || tokens[1].folded == "/" ? 2 : 0;
}

int field_of_alone(std::string_view heading) {
    reading::TextDocument alone;
    alone.lines.push_back({.text = std::string{heading}, .kind = reading::LineKind::heading, .level = 1});
    auto all = passages::passages_of(alone, project_labels);
    return all.empty() ? int(no_field) : all.front().field;
}

void read_marked_headings(Passages& all) {
    for (std::size_t n = 0; n < all.size(); ++n) {
        auto& passage = all[n];
        bool head = passage.heading() || (passage.kind == reading::LineKind::item && !passage.marker.empty() &&
                                          passage.tokens.size() <= (passage.text.ends_with('?') ? 12u : 6u) &&
                                          !passage.text.ends_with('.') && passage.field != activities_field &&
                                          passage.field != target_field);
        if (!head || passage.text.empty() || (passage.heading() && passage.field != no_field)) continue;
        auto mark = past_mark(passage.tokens);
        bool asks = !passage.heading() && passage.text.ends_with('?');    // "3. Pro koho je určen?"
        bool item = !passage.heading() && !asks && (passage.marker.size() < 2 || !passage.tokens.front().capital);
        if (item || (passage.heading() && mark == 0)) continue;
        auto text = passages::printed(passage.text, passage.tokens, {mark, passage.tokens.size()});
        auto field = field_of_alone(text);
        if ((field == no_field && !asks) ||
            (!passage.heading() && !asks && field_of_whole_label(passages::tokens_of(text)) == no_field))
            continue;
        auto old = passage.field;
        passage.kind = reading::LineKind::heading, passage.label = passage.text;
        hand_down(all, n, old, field);
    }
}

struct SentenceLabel {
    std::string_view pattern;
    int field;
};

// "Projekt slouží těmto skupinám:", "Projekt zahrnuje tyto práce:", "Na projektu pracují:"
constexpr SentenceLabel sentence_labels[] = {
    {"skupin*|slouzi|urcen*|pomaha|pomuze|podpori|podporuje|miri|cili|zamer*", target_field},
    {"prac*|aktivit*|cinnost*|krok*|zahrnuje|obsahuje|planujeme|budeme|delame", activities_field},
    {"zahajen*|zacal|zacina", start_field},
    {"ukoncen*|konci|skonci", end_field},
    {"plati|financ*|hradi", funding_field},
    {"vede|pracuji|tym|zajistuj*", team_field},
};

// A label that begins with „projekt“ is the name only where a colon follows it at once.
void read_sentence_labels(Passages& all) {
    for (std::size_t n = 0; n < all.size(); ++n) {
        auto& passage = all[n];
        if (passage.field != name_field || passage.label.empty() || passage.heading()) continue;
        auto label = passages::tokens_of(passage.label);
        if (!passages::match_at(label, 0, "projekt*|cislo") || label.size() <= 2 || passages::has(label, "nazev|jmeno"))
            continue;
        int field = no_field;
        for (auto& known : sentence_labels)
            if (field == no_field && passages::has(label, known.pattern)) field = known.field;
        if (field == no_field && !passage.text.empty()) {
            passage.text = passage.label + ' ' + passage.text, passage.label.clear();
            passage.tokens = passages::tokens_of(passage.text);
        }
        hand_down(all, n, name_field, field);
    }
}

// „Projekt stojí na čtyřech nohou:“, „V projektu chystáme:“ with a list below.
void open_lists_of_activities(Passages& all) {
    for (std::size_t n = 0; n + 1 < all.size(); ++n) {
        auto& passage = all[n];
        auto said = passages::tokens_of(passage.text.empty() ? passage.label : passage.text);
        bool open = !passage.heading() && !said.empty() && said.back().folded == ":" && said.size() <= 16 &&
                    (passage.field == no_field || passage.field == name_field || passage.field == other_field);
        bool ours = passages::has(said, "projekt*|aktivit*|cinnost*") ||
                    passages::has(said, "budeme|chystame|planujeme|delame|udelame|pripravujeme|zahrnuje|nabizime");
        bool other = passages::has(
            said,
            "skupin*|lide|kontakt*|ziskal*|podporil*|podporenych|partner*|vysled*|roce|prinos*|cil*|financ*|hrad*|dokument*|podmink*|datum|info*|nazev|zapojen*");
        auto& next = all[n + 1];
        bool list = next.kind == reading::LineKind::item ||
                    (next.kind == reading::LineKind::text && next.text.find('\n') != std::string::npos &&
                     next.text.find('\n') < 70 && next.label.empty());
        if (!open || !ours || other || !list || (next.field != no_field && next.field != passage.field)) continue;
        auto old = next.field;
        passage.field = activities_field, passage.label = passage.text.empty() ? passage.label : passage.text,
        passage.text.clear(), passage.tokens.clear();
        if (next.field == old) hand_down(all, n + 1, old, activities_field);
    }
}

// Items below "Pro tři skupiny lidí:" belong to the heading above it.
void give_items_their_heading(Passages& all) {
    for (std::size_t n = 0; n + 2 < all.size(); ++n) {
        int field = all[n].field;
        bool list = field == target_field || field == activities_field || field == team_field || field == funding_field;
        if (!all[n].heading() || !list || all[n + 1].field != no_field || !all[n + 1].text.ends_with(':')) continue;
        for (auto at = n + 2; at < all.size() && all[at].kind == reading::LineKind::item && all[at].field == no_field;
             ++at)
            all[at].field = field;
    }
}

// „KA1 – …“ below „Pro koho“ is an activity; what stands like headings below „Cílové skupiny“ are the groups.
void read_items_by_their_words(Passages& all) {
    bool groups = false;
    int level = 0;
    for (auto& passage : all) {
        bool counted = begins_with_activity_word(passage.tokens) && written_mark(passage.text, passage.tokens);
        if (counted && (passage.field == target_field || passage.field == team_field || passage.field == funding_field))
            passage.field = activities_field;
        if (passage.heading() && passage.field == target_field) {
            groups = true, level = passage.level;
            continue;
        }
        if (!groups) continue;
        auto noun = passage.tokens.size() <= 14 ? people_noun_at(passage.text, passage.tokens, 0) : std::nullopt;
        bool known = passage.field != no_field && passage.field != target_field && passage.field != team_field;
        if (passage.heading() && noun && !known && (passage.level == 0 || passage.level > level))
            passage.kind = reading::LineKind::item, passage.marker = "•", passage.field = target_field,
            passage.label.clear();
        else if (passage.heading()) groups = false;
    }
}

// The value below a label takes the label; so do values under the head of a column that says months.
void give_values_their_label(Passages& all) {
    for (std::size_t n = 0; n + 1 < all.size(); ++n) {
        auto &above = all[n], &below = all[n + 1];
        if (!above.text.empty() || above.label.empty() || above.heading() || above.field == no_field ||
            above.field != below.field || !below.label.empty())
            continue;
        bool list = above.field == target_field || above.field == activities_field || above.field == team_field ||
                    above.field == funding_field;
        if (!list && below.kind != reading::LineKind::item) below.label = above.label;
    }
}

}

namespace {

// A box drawn around paragraphs: its rows of one cell are lines again.  `origin`: which line each was.
reading::TextDocument without_boxes(const reading::TextDocument& clean, std::vector<std::size_t>& origin) {
    reading::TextDocument open;
    for (std::size_t n = 0; n < clean.lines.size(); ++n) {
        auto& line = clean.lines[n];
        bool box = line.kind == reading::LineKind::row && line.cells.size() == 1 &&
                   line.cells[0].find('\n') != std::string::npos;
        if (!box) {
            open.lines.push_back(line), origin.push_back(n);
            continue;
        }
        for (std::string_view rest = line.cells[0]; !rest.empty();) {
            auto part = rest.substr(0, rest.find('\n'));
            auto text = std::string{passages::trimmed(part)};
            auto marker = reading::marker_at(text);
            bool item = marker.length > 0 && marker.length < text.size();
            open.lines.push_back({.text = item ? text.substr(marker.length) : text,
                                  .kind = item ? reading::LineKind::item : reading::LineKind::text,
                                  .level = item ? 1 : 0,
                                  .marker = item ? marker.text : ""});
            origin.push_back(n);
            rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        }
        open.lines.emplace_back(), origin.push_back(n);
    }
    return open;
}

}

Passages project_passages(const reading::TextDocument& clean) {
    std::vector<std::size_t> origin;
    auto document = without_boxes(clean, origin);
    turn_labels_over(document);
    close_bare_labels(document);
    auto all = passages::passages_of(document, project_labels);
    for (auto& passage : all) passage.at = {origin[passage.at.first], origin[passage.at.last]};
    leave_out_letter_head(all);
    leave_out_old_values(all);
    read_marked_headings(all);
    read_sentence_labels(all);
    give_items_their_heading(all);
    open_lists_by_first_words(all);
    close_lists_before_paragraphs(all);
    open_lists_of_activities(all);
    read_activity_passages(all);
    read_items_by_their_words(all);
    give_values_their_label(all);
    return all;
}

}
