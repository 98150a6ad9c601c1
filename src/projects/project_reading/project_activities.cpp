// The tree of key activities, by the marks before them: KA1, 2.1, 2.1.3, a), ii).
#include "projects/project_reading/activity_marks.hpp"
#include "projects/project_reading/project_fields.hpp"

#include "platform/reading/passages/sentences.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Passage;
using passages::Tokens;

// The title ends where the explanation begins: " – výcvik trvá půl roku.", ". Osm žen projde kurzem."
std::string title_of(const Passage& passage, std::size_t first) {
    auto& tokens = passage.tokens;
    auto end = tokens.size();
    bool sentence = !tokens.empty() && (tokens.back().folded == "." || tokens.back().folded == ":");
    if (sentence && first < end) {
        auto rest = passages::printed(passage.text, tokens, {first, end});
        auto sentences = passages::sentences_of(rest);
        if (sentences.size() > 1) end = std::min(end, first + sentences.front().tokens.size());
    }
    for (auto at = first + 1; sentence && at + 1 < end; ++at)
        if (tokens[at].folded == "-" && tokens[at].spaced && tokens[at + 1].spaced) end = at;
    auto title = passages::printed(passage.text, tokens, {std::min(first, end), end});
    std::ranges::replace(title, '\n', ' ');
    return std::string{passages::trimmed(title, ".,;:|")};
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

    void add(const Mark& mark, std::string title, reading::Place at) {
        auto same = std::ranges::find(kinds, mark.kind);
        if (same != kinds.end()) kinds.erase(same, kinds.end());
        auto* list = &roots;
        for (std::size_t depth = 0; depth < kinds.size() && !list->empty(); ++depth) list = &list->back().children;
        kinds.push_back(mark.kind);
        list->push_back({mark.no, std::move(title), at, {}});
    }
    bool has(std::string_view title) const {
        auto folded = search::fold(title);
        return std::ranges::any_of(roots, [&](auto& root) { return search::fold(root.title) == folded; });
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

// "i) nábor ii) výcvik iii) provoz" in one cell: each with its mark, where they count from the first.
Passages pieces_of(const Passage& passage) {
    auto& tokens = passage.tokens;
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
        for (std::size_t n = 0; n < begins.size(); ++n) {
            auto piece = passage;
            piece.text = passages::printed(passage.text, tokens,
                                           {begins[n], n + 1 < begins.size() ? begins[n + 1] : tokens.size()});
            piece.tokens = passages::tokens_of(piece.text), piece.kind = reading::LineKind::item, piece.marker.clear(),
            piece.label.clear();
            pieces.push_back(piece);
        }
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

std::vector<ReadActivity> listed_from(const Passages& passages, std::size_t begin) {
    Grown grown;
    bool marked = false, headed = false;    // activities are headings
    std::vector<ReadActivity> bullets;
    int first_level = 0;
    for (auto n = begin; n < passages.size(); ++n) {
        auto& passage = passages[n];
        if (passage.tokens.empty() && passage.field != activities_field) break;
        if (n > begin && next_chapter(passages[begin], passage)) break;
        auto mark = mark_in_passage(passage);
        if (!mark && passage.kind == reading::LineKind::item) mark = mark_of(passage.marker);
        if (!mark && passage.heading() && n > begin) mark = mark_of(passage.marker);
        bool other = passage.field != activities_field && passage.field != no_field && passage.field != other_field;
        if (n > begin && opens_section(passage) && (other || !mark)) {
            if (passage.field == activities_field) continue;
            break;
        }
        bool aside =
            !passage.label.empty() && !passage.text.empty() && !passage.heading();    // "Termín: do 31. 12. 2022."
        if (aside && other && !mark) continue;
        if (other && !mark) break;
        if (passage.heading() && (!mark || n == begin)) continue;
        if (passage.heading() && marked && !headed && std::ranges::count(grown.kinds, mark->kind) == 0) break;
        if (is_explanation(passage)) continue;
        if (!mark) {
            bool listed =
                passage.kind == reading::LineKind::item && passage.field == activities_field && !passage.tokens.empty();
            if (listed && bullets.empty()) first_level = passage.level;
            if (listed) add_bullet(bullets, passage, first_level);
            continue;
        }
        auto title = title_of(passage, mark->text);
        if (title.empty() ||
            (grown.kinds.empty() && grown.roots.empty() && mark->kind == roman_mark && mark->no.size() > 4))
            continue;
        if (grown.has(title)) continue;
        if (grown.begins_again(*mark)) break;
        if (passage.field != activities_field && passage.kind == reading::LineKind::item &&
            mark->kind == decimal_mark && marked && !grown.roots.empty() && grown.kinds.front() == word_mark)
            continue;
        headed = headed || passage.heading();
        grown.add(*mark, title, passage.at), marked = true;
    }
    return marked ? grown.roots : bullets;
}

struct Ordinal {
    std::string_view pattern, no;
};

constexpr Ordinal ordinals[] = {{"prvni|prvou", "1"},           {"druha|druhou|druhe", "2"}, {"treti", "3"},
                                {"ctvrta|ctvrtou|ctvrte", "4"}, {"pata|patou|pate", "5"},    {"sesta|sestou", "6"}};

std::optional<Mark> ordinal_at(const Tokens& tokens, std::size_t at) {
    for (auto& ordinal : ordinals)
        if (auto word = passages::match_at(tokens, at, ordinal.pattern)) {
            auto next = word->last;
            while (passages::match_at(
                tokens, next,
                "aktivita|aktivitou|je|tvori|bude|jsou|budou|predstavuje|predstavuji|samotne|zahrnuje|se|pak|:|-"))
                ++next;
            return Mark{std::string{ordinal.no}, word_mark, next};
        }
    return {};
}

// „První je vyškolení průvodců. Druhou je provázení rodin, třetí tvoří kurzy a čtvrtou víkendy.“
std::vector<ReadActivity> told_in_words(const Passages& passages) {
    for (auto& passage : passages) {
        if (!passages::has(passage.tokens, "aktivit*") || passage.kind != reading::LineKind::text) continue;
        std::vector<ReadActivity> told;
        auto& tokens = passage.tokens;
        for (std::size_t at = 0; at < tokens.size();) {
            auto mark = ordinal_at(tokens, at);
            if (!mark || mark->no != std::to_string(told.size() + 1)) {
                ++at;
                continue;
            }
            auto end = mark->text;
            while (end < tokens.size() && tokens[end].folded != "." && tokens[end].folded != "," &&
                   tokens[end].folded != ";" && !(passages::match_at(tokens, end, "a") && ordinal_at(tokens, end + 1)))
                ++end;
            auto title = passages::printed(passage.text, tokens, {mark->text, end});
            std::ranges::replace(title, '\n', ' ');
            if (!title.empty()) told.push_back({mark->no, title, passage.at, {}});
            at = std::max(end, at + 1);
        }
        if (told.size() >= 2) return told;
    }
    return {};
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
        if (!mark || mark->kind != word_mark || all[n].field == other_project_field ||
            !begins_with_activity_word(all[n].tokens))
            continue;
        auto listed = listed_from(all, n);
        if (listed.size() > 1) return listed;
    }
    return {};
}

}

std::vector<ReadActivity> find_activities(const Passages& folded, const reading::TextDocument&) {
    auto all = unfolded(folded);
    std::vector<ReadActivity> best;
    for (std::size_t n = 0; n < all.size(); ++n) {
        if (all[n].field != activities_field) continue;
        auto pieces = all[n].heading() ? Passages{} : pieces_of(all[n]);
        bool first = n == 0 || all[n - 1].field != activities_field;
        if (!opens_section(all[n]) && pieces.size() < 2 && !(first && all[n].kind == reading::LineKind::item)) continue;
        auto listed = pieces.size() > 1 ? listed_from(pieces, 0) : listed_from(all, n);
        if (how_many(listed) > how_many(best)) best = listed;
    }
    if (best.empty()) best = marked_anywhere(all);
    return best.empty() ? told_in_words(all) : best;
}

}
