// The tree of key activities, by the marks before them: KA1, 2.1, 2.1.3, a), ii).
#include "projects/project_reading/activity_lists.hpp"
#include "projects/project_reading/activity_marks.hpp"
#include "projects/project_reading/project_fields.hpp"

#include "platform/reading/passages/sentences.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Passage;
using passages::Tokens;

constexpr std::size_t short_line_bytes = 45;    // a line as short as this was not broken by the width of the page

// The line goes on in the next one: "Spolupráce s", "nábor,", "Terénní a".
bool ends_open(std::string_view line) {
    auto tokens = passages::tokens_of(line);
    return !tokens.empty() &&
           passages::match_at(tokens, tokens.size() - 1, "a|i|s|se|v|ve|na|pro|z|ze|do|k|ke|o|u|od|po|při|,|-|/|(");
}

// "Nábor (odpovídá Nová)", "Výcvik (1/2024 – 6/2024)", "Provoz (450 000 Kč)": the bracket is no part of the title.
std::size_t before_remark(const Tokens& tokens, std::size_t first, std::size_t end) {
    if (end < first + 3 || tokens[end - 1].folded != ")") return end;
    auto open = end - 1;
    while (open > first && tokens[open].folded != "(") --open;
    if (open == first) return end;
    bool remark =
        passages::match_at(tokens, open + 1,
                           "odpovida|odpov|zodpovida|garant*|vede|termin|rozpocet|naklady|realizuje|zajistuje|od|do|"
                           "viz|plni|hotovo|splneno|probiha|ukonceno|bezi|zahajeno") ||
        passages::match_at(tokens, open + 1, "# .|/|-") ||
        passages::has(Tokens(tokens.begin() + std::ptrdiff_t(open), tokens.begin() + std::ptrdiff_t(end)), "kc|mesic*");
    return remark ? open : end;
}

// "Nábor ..... 1 200 000 Kč": leaders lead to what it costs or when it is.
std::size_t before_costs(const Tokens& tokens, std::size_t first, std::size_t end) {
    for (auto at = first + 1; at + 3 < end; ++at)
        if (tokens[at].folded == "." && tokens[at + 1].folded == "." && tokens[at + 2].folded == ".") return at;
    return end;
}

// The title ends where the explanation begins: " – výcvik trvá půl roku.", ". Osm žen projde kurzem."
std::string title_of(const Passage& passage, std::size_t first) {
    auto& tokens = passage.tokens;
    auto end = tokens.size();
    if (auto line = passage.text.find('\n');
        line < short_line_bytes && !ends_open(std::string_view{passage.text}.substr(0, line)))
        while (end > first + 1 && tokens[end - 1].begin > line) --end;
    bool sentence = !tokens.empty() && (tokens.back().folded == "." || tokens.back().folded == ":");
    if (sentence && first < end) {
        auto rest = passages::printed(passage.text, tokens, {first, end});
        auto sentences = passages::sentences_of(rest);
        if (sentences.size() > 1) end = std::min(end, first + sentences.front().tokens.size());
    }
    for (auto at = first + 1; sentence && at + 1 < end; ++at)
        if (tokens[at].folded == "-" && tokens[at].spaced && tokens[at + 1].spaced) end = at;
    end = before_costs(tokens, first, before_remark(tokens, first, end));
    auto title = passages::printed(passage.text, tokens, {std::min(first, end), end});
    std::ranges::replace(title, '\n', ' ');
    auto clean = std::string{passages::trimmed(title, ".,;:|")};
    bool wrapped =
        clean.size() > 4 && clean.starts_with('(') && clean.find(')') == clean.size() - 1;    // "Aktivita 1 (nábor)"
    return wrapped ? clean.substr(1, clean.size() - 2) : clean;
}

// Lines that run on though marks begin them: "Stavební úpravy / (1a) bourací práce / (1b) výtah".
Passages unfolded(const Passages& all) {
    Passages out;
    for (auto& passage : all) {
        out.push_back(passage);
        if (passage.text.find('\n') == std::string::npos || passage.heading() || passage.table) continue;
        auto text = passage.text;
        std::vector<std::string> pieces;
        for (std::string_view rest = text; !rest.empty();) {
            auto line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            auto tokens = passages::tokens_of(line);
            auto mark = written_mark(line, tokens);
            bool begins = mark && (mark->kind != decimal_mark || tokens[0].folded == "(") && mark->kind != letter_mark;
            if (pieces.empty() || begins) pieces.emplace_back(line);
            else pieces.back() += '\n' + std::string{line};
        }
        for (std::size_t n = 0; n < pieces.size(); ++n) {
            if (n > 0)
                out.push_back(passage), out.back().marker.clear(), out.back().label.clear(),
                    out.back().kind = reading::LineKind::text;
            out.back().text = pieces[n], out.back().tokens = passages::tokens_of(pieces[n]);
        }
    }
    return out;
}

struct Grown {
    std::vector<ReadActivity> roots{};
    std::vector<int> kinds{};    // of the open branches
    std::vector<int> all_kinds{};

    void add(const Mark& mark, std::string title, reading::Place at) {
        auto same = std::ranges::find(kinds, mark.kind);
        if (same != kinds.end()) kinds.erase(same, kinds.end());
        auto* list = &roots;
        for (std::size_t depth = 0; depth < kinds.size() && !list->empty(); ++depth) list = &list->back().children;
        kinds.push_back(mark.kind), all_kinds.push_back(mark.kind);
        list->push_back({mark.no, std::move(title), at, {}});
    }
    bool has(std::string_view title) const {
        auto folded = search::fold(title);
        return std::ranges::any_of(roots, [&](auto& root) { return search::fold(root.title) == folded; });
    }
    // A bullet below the mark that came last, unless that is a bullet's neighbour already.
    void add_bullet(std::string title, reading::Place at) {
        auto* list = &roots;
        for (std::size_t depth = 0; depth < kinds.size() && !list->empty(); ++depth) list = &list->back().children;
        list->push_back({"", std::move(title), at, {}});
    }
    bool used(int kind) const { return std::ranges::count(all_kinds, kind) > 0; }
    // A list inside another begins with its first mark: a, i, 1, or its parent's mark and 1.
    bool first_of_its_kind(const Mark& mark) const {
        if (mark.kind > decimal_mark || mark.kind == word_mark) return true;
        auto no = search::fold(mark.no);
        return no == "a" || no == "i" || no == "1" || no == "01" || no == "0";
    }
    // "6.3" behind "4." is the next chapter, "4.1" is not.
    bool counts_elsewhere(const Mark& mark) const {
        auto whole = mark.no.substr(0, mark.no.find('.'));
        bool parts = mark.kind > decimal_mark && whole.size() < mark.no.size() && !kinds.empty() &&
                     kinds.front() == decimal_mark;
        return parts && std::ranges::none_of(roots, [&](auto& root) { return root.no == whole; });
    }
    // The same kind of mark counts from the beginning again: another list.
    bool begins_again(const Mark& mark) const {
        if (roots.empty() || kinds.empty() || kinds.front() != mark.kind) return false;
        return mark.no == roots.front().no;
    }
};

bool opens_section(const Passage& passage) {
    return passage.heading() || (!passage.label.empty() && passage.text.empty());
}

constexpr std::string_view no_activity[] = {"vystup*", "termin*", "indikator*", "cilov* hodnot*",
                                            "naklad*", "rozpoc*", "odpovid*"};

bool is_explanation(const Passage& passage) {
    if (passage.field == other_field && !passage.label.empty() && !passage.heading()) return true;
    return std::ranges::any_of(no_activity,
                               [&](auto words) { return passages::match_at(passage.tokens, 0, words).has_value(); });
}

Passage piece_of(const Passage& whole, passages::Span tokens) {
    auto piece = whole;
    piece.text = passages::printed(whole.text, whole.tokens, tokens), piece.tokens = passages::tokens_of(piece.text);
    piece.kind = reading::LineKind::item, piece.marker.clear(), piece.label.clear();
    return piece;
}

// "KA1 Nábor, KA2 Výcvik a KA3 Evaluace" in one cell or sentence: pieces with their marks.
Passages pieces_with_words(const Passage& passage) {
    auto& tokens = passage.tokens;
    auto marks = marks_in_text(tokens);
    if (marks.size() < 2 || marks.front().tokens.first > 0) return {};
    Passages pieces;
    for (std::size_t n = 0; n < marks.size(); ++n) {
        auto end = n + 1 < marks.size() ? marks[n + 1].tokens.first : tokens.size();
        while (end > marks[n].tokens.last && passages::match_at(tokens, end - 1, ",|;|a|.")) --end;
        pieces.push_back(piece_of(passage, {marks[n].tokens.first, end}));
    }
    return pieces;
}

// "i) nábor ii) výcvik iii) provoz" in one cell: each with its mark, where they count from the first.
Passages pieces_of(const Passage& passage) {
    auto& tokens = passage.tokens;
    if (auto marked = pieces_with_words(passage); !marked.empty()) return marked;
    Passages pieces;
    static constexpr std::string_view counts[][9] = {{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"},
                                                     {"a", "b", "c", "d", "e", "f", "g", "h", "i"},
                                                     {"1", "2", "3", "4", "5", "6", "7", "8", "9"}};
    for (auto& count : counts) {
        std::vector<std::size_t> begins;
        for (std::size_t at = 0; at + 2 < tokens.size() && begins.size() < 9; ++at)
            if (tokens[at].folded == count[begins.size()] &&
                (tokens[at + 1].folded == ")" || tokens[at + 1].folded == ".") && !tokens[at + 1].spaced &&
                tokens[at + 2].spaced)
                begins.push_back(at);
        if (begins.size() < 2 || begins.front() > 3) continue;
        for (std::size_t n = 0; n < begins.size(); ++n)
            pieces.push_back(piece_of(passage, {begins[n], n + 1 < begins.size() ? begins[n + 1] : tokens.size()}));
        return pieces;
    }
    return {passage};
}

std::optional<Mark> mark_in_passage(const Passage& passage) { return written_mark(passage.text, passage.tokens); }

// An item deeper than the first one belongs to the one above it.
void add_bullet(std::vector<ReadActivity>& bullets, const Passage& passage, int first_level) {
    ReadActivity one{"", title_of(passage, 0), passage.at, {}};
    if (!bullets.empty() && passage.level > first_level) bullets.back().children.push_back(std::move(one));
    else bullets.push_back(std::move(one));
}

// The next chapter counts on: behind „E. Klíčové aktivity“ comes „F. Lidé“.
bool next_chapter(const Passage& opening, const Passage& passage) {
    if (!opening.heading() || !passage.heading()) return false;
    auto one = mark_in_passage(opening), other = mark_in_passage(passage);
    return one && other && one->kind == other->kind && one->text > 0 && other->text > 0;
}

// A heading of a lower level than the one that opened the section.
bool below_heading(const Passage& opening, const Passage& passage) {
    return opening.heading() && passage.heading() && opening.level > 0 && passage.level > opening.level;
}

std::vector<ReadActivity> listed_from(const Passages& passages, std::size_t begin) {
    Grown grown;
    bool marked = false, headed = false;         // activities are headings
    std::vector<ReadActivity> bullets, cards;    // cards: headings of a lower level without a mark
    std::size_t bullets_before_cards = 0;
    int first_level = 0;
    for (auto n = begin; n < passages.size(); ++n) {
        auto& passage = passages[n];
        if (passage.tokens.empty() && passage.field != activities_field) break;
        if (n > begin && next_chapter(passages[begin], passage)) break;
        auto mark = mark_in_passage(passage);
        if (!mark && passage.kind == reading::LineKind::item) mark = mark_of(passage.marker);
        if (!mark && passage.heading() && n > begin) mark = mark_of(passage.marker);
        bool other = passage.field != activities_field && passage.field != no_field && passage.field != other_field;
        if (n > begin && !mark && !other && below_heading(passages[begin], passage)) {
            cards.push_back({"", title_of(passage, 0), passage.at, {}}), bullets_before_cards += bullets.size(),
                bullets.clear();
            continue;
        }
        if (n > begin && opens_section(passage) && (other || !mark)) {
            if (passage.field == activities_field) continue;
            break;
        }
        if (other && passage.table && passage.cells.size() > 1 && !passage.column_name.empty()) continue;
        bool aside =
            !passage.label.empty() && !passage.text.empty() && !passage.heading();    // "Termín: do 31. 12. 2022."
        if (aside && other && !mark) continue;
        if (other && !mark) break;
        bool is_one = mark && mark->kind == word_mark &&
                      begins_with_activity_word(passage.tokens);    // no chapter but the first of them
        if (passage.heading() && (!mark || (n == begin && !is_one))) continue;
        if (passage.heading() && marked && !headed && std::ranges::count(grown.kinds, mark->kind) == 0) break;
        if (is_explanation(passage)) continue;
        if (!mark) {
            bool listed =
                passage.kind == reading::LineKind::item && passage.field == activities_field && !passage.tokens.empty();
            if (listed && bullets.empty()) first_level = passage.level;
            bool below = listed && marked && passage.tokens.size() <= 12 && passage.tokens.back().folded != "." &&
                         passage.label.empty();
            if (below) grown.add_bullet(title_of(passage, 0), passage.at);
            else if (listed) add_bullet(cards.empty() ? bullets : cards.back().children, passage, first_level);
            continue;
        }
        if (!marked && bullets.size() > 1 && mark->kind >= decimal_mark && !begins_with_activity_word(passage.tokens))
            break;    // the next chapter
        auto title = title_of(passage, mark->text);
        if (title.empty() ||
            (grown.kinds.empty() && grown.roots.empty() && mark->kind == roman_mark && mark->no.size() > 4))
            continue;
        if (grown.has(title)) continue;
        if (grown.begins_again(*mark)) break;
        bool deeper =
            !grown.roots.empty() && std::ranges::count(grown.kinds, mark->kind) == 0 && !grown.used(mark->kind);
        if (deeper && !grown.first_of_its_kind(*mark) && !passage.heading()) break;
        if (deeper && grown.counts_elsewhere(*mark)) break;
        if (passage.field != activities_field && passage.kind == reading::LineKind::item &&
            mark->kind == decimal_mark && marked && !grown.roots.empty() && grown.kinds.front() == word_mark)
            continue;
        headed = headed || passage.heading();
        grown.add(*mark, title, passage.at), marked = true;
    }
    if (marked) return grown.roots;
    return cards.size() > 1 && bullets_before_cards == 0 ? cards : bullets;
}

std::size_t how_many(const std::vector<ReadActivity>& activities) {
    std::size_t sum = activities.size();
    for (auto& one : activities) sum += how_many(one.children);
    return sum;
}

// No heading, only marks: KA1 …, Krok 1 – …; at least two of them.
std::vector<ReadActivity> marked_anywhere(const Passages& all) {
    for (std::size_t n = 0; n < all.size(); ++n) {
        auto mark = mark_in_passage(all[n]);
        if (!mark || mark->kind != word_mark || all[n].field == other_project_field) continue;
        bool named = begins_with_activity_word(all[n].tokens);
        if (!named && mark->no != "1") continue;
        auto listed = listed_from(all, n);
        if (listed.size() > (named ? 1u : 2u)) return listed;
    }
    return {};
}

// Numbered items below a heading that we do not know: the longest list that speaks of no days, files or people.
bool may_be_activity(const Passage& passage) {
    return !passage.tokens.empty() && passage.tokens.size() <= 30 &&
           !passages::has(passage.tokens, "@|http*|www|pdf|docx|kc|tel|telefon|# . # .|clanek") &&
           !passages::has(passage.tokens, "kb|mb") && !of_another_project(passage) &&
           passages::tokens_of(passage.text).front().kind == passages::TokenKind::word;
}

std::vector<ReadActivity> numbered_below_heading(const Passages& all) {
    std::vector<ReadActivity> best;
    for (std::size_t n = 0; n + 2 < all.size(); ++n) {
        bool opens = all[n].field == no_field && all[n + 1].kind == reading::LineKind::item &&
                     all[n].kind != reading::LineKind::item && (all[n].heading() || all[n].text.ends_with(':'));
        if (!opens) continue;
        Passages list;
        bool fits = true;
        for (auto at = n + 1; at < all.size() && all[at].kind == reading::LineKind::item; ++at) {
            fits = fits && all[at].field == no_field && (may_be_activity(all[at]) || mark_in_passage(all[at]));
            list.push_back(all[at]), list.back().field = activities_field;
        }
        auto listed = fits && list.size() > 2 && mark_of(list.front().marker) ? listed_from(list, 0)
                                                                              : std::vector<ReadActivity>{};
        if (listed.size() > 1 && how_many(listed) > how_many(best)) best = listed;
    }
    return best;
}

}

std::vector<ReadActivity> find_activities(const Passages& folded, const reading::TextDocument&) {
    auto all = unfolded(folded);
    std::vector<ReadActivity> best;
    for (std::size_t n = 0; n < all.size(); ++n) {
        if (all[n].field != activities_field) continue;
        auto pieces = all[n].heading() ? Passages{} : pieces_of(all[n]);
        bool first = n == 0 || all[n - 1].field != activities_field;
        bool labelled = !all[n].label.empty() || (first && all[n].kind == reading::LineKind::item);
        if (!opens_section(all[n]) && pieces.size() < 2 && !labelled) continue;
        auto listed = pieces.size() > 1 ? listed_from(pieces, 0) : listed_from(all, n);
        if (listed.empty()) listed = counted_activities(all, n);
        if (listed.empty()) listed = activities_in_lines(all, n);
        if (listed.empty()) listed = titled_activities(all, n);
        if (how_many(listed) > how_many(best)) best = listed;
    }
    if (best.empty()) best = marked_anywhere(all);
    if (best.empty()) best = marked_in_text(all);
    if (best.empty()) best = told_in_words(all);
    if (best.empty()) best = activities_in_sentences(all);
    if (best.empty()) best = numbered_below_heading(all);
    if (best.empty()) best = told_as_work(all);
    return best;
}

}
