// The tree of key activities, by the marks before them: KA1, 2.1, 2.1.3, a), ii).
#include "projects/project_reading/project_fields.hpp"

#include "platform/reading/passages/sentences.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Passage;
using passages::Tokens;

// What kind of mark it is; decimals are told apart by how many numbers they have.
enum MarkKind { bullet_mark, letter_mark, roman_mark, word_mark, decimal_mark };

struct Mark {
    std::string no{};
    int kind = bullet_mark;
    std::size_t text = 0;    // first token of the title
};

std::string bare_mark(std::string_view marker) {
    while (!marker.empty() &&
           (marker.back() == '.' || marker.back() == ')' || marker.back() == '/' || marker.back() == ':'))
        marker.remove_suffix(1);
    while (!marker.empty() && marker.front() == '(') marker.remove_prefix(1);
    return std::string{marker};
}

bool is_roman(std::string_view mark) {
    return !mark.empty() && mark.find_first_not_of("ivx") == std::string_view::npos;
}

std::optional<Mark> mark_of(std::string_view marker) {
    auto bare = bare_mark(marker);
    if (bare.empty() || bare.size() > 8) return {};
    if (bare.front() >= '0' && bare.front() <= '9')
        return Mark{bare, decimal_mark + int(std::ranges::count(bare, '.'))};
    auto folded = search::fold(bare);
    if (is_roman(folded)) return Mark{bare, roman_mark};
    if (folded.size() == 1 && folded[0] >= 'a' && folded[0] <= 'z') return Mark{bare, letter_mark};
    return {};
}

// A number with its parts: 02.1
std::size_t end_of_decimal(const Tokens& tokens, std::size_t at) {
    auto next = at + 1;
    while (next + 1 < tokens.size() && tokens[next].folded == "." && !tokens[next].spaced &&
           tokens[next + 1].kind == passages::TokenKind::number && !tokens[next + 1].spaced)
        next += 2;
    return next;
}

// "KA1 – …", "KA 02.1: …", "Aktivita č. 3: …", "Klíčová aktivita 2 …", "ii) …"
std::optional<Mark> mark_in_text(const Passage& passage) {
    auto& tokens = passage.tokens;
    std::optional<passages::Span> word;
    for (std::string_view pattern : {"ka ?c ?.", "klicova aktivita ?c ?.", "aktivita ?c ?.", "a", "etapa ?c ?."})
        if (!word) word = passages::match_at(tokens, 0, pattern);
    if (word && word->last < tokens.size() && tokens[word->last].kind == passages::TokenKind::number &&
        (tokens[0].folded != "a" || !tokens[word->last].spaced)) {
        auto end = end_of_decimal(tokens, word->last);
        auto no = passages::printed(passage.text, tokens, {word->last, end});
        while (end < tokens.size() && tokens[end].kind == passages::TokenKind::sign && tokens[end].folded != "\"" &&
               tokens[end].folded != "(")
            ++end;
        auto kind = std::ranges::count(no, '.') ? decimal_mark + int(std::ranges::count(no, '.')) : int(word_mark);
        return Mark{no, kind, end};
    }
    if (tokens.size() > 2 && tokens[1].folded == ")" && !tokens[1].spaced) {
        auto mark = mark_of(tokens[0].folded + ")");
        if (mark) mark->text = 2;
        return mark;
    }
    if (tokens.size() > 2 && tokens[0].kind == passages::TokenKind::number && tokens[0].folded.size() <= 2) {
        auto end = end_of_decimal(tokens, 0);
        bool closed =
            end < tokens.size() && (tokens[end].folded == "." || tokens[end].folded == ")") && !tokens[end].spaced;
        if ((closed || end > 1) && end + 1 < tokens.size()) {
            auto mark = mark_of(passages::printed(passage.text, tokens, {0, end}));
            if (mark) mark->text = end + (closed ? 1 : 0);
            return mark;
        }
    }
    return {};
}

// The title ends where the explanation begins: " – výcvik trvá půl roku."
std::string title_of(const Passage& passage, std::size_t first) {
    auto& tokens = passage.tokens;
    auto end = tokens.size();
    bool sentence = !tokens.empty() && tokens.back().folded == ".";
    for (auto at = first + 1; sentence && at + 1 < tokens.size(); ++at)
        if (tokens[at].folded == "-" && tokens[at].spaced && tokens[at + 1].spaced) {
            end = at;
            break;
        }
    auto title = passages::printed(passage.text, tokens, {std::min(first, end), end});
    std::ranges::replace(title, '\n', ' ');
    return std::string{passages::trimmed(title, ".,;:")};
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

std::vector<ReadActivity> listed_from(const Passages& passages, std::size_t begin) {
    Grown grown;
    bool marked = false;
    std::vector<ReadActivity> bullets;
    for (auto n = begin; n < passages.size(); ++n) {
        auto& passage = passages[n];
        if (passage.tokens.empty() && passage.field != activities_field) break;
        auto mark = mark_in_text(passage);
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
        if (passage.heading() && !mark) continue;
        if (is_explanation(passage)) continue;
        if (!mark) {
            bool listed =
                passage.kind == reading::LineKind::item && passage.field == activities_field && !passage.tokens.empty();
            if (listed) bullets.push_back({"", title_of(passage, 0), passage.at, {}});
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

}

std::vector<ReadActivity> find_activities(const Passages& passages, const reading::TextDocument&) {
    std::vector<ReadActivity> best;
    for (std::size_t n = 0; n < passages.size(); ++n) {
        if (passages[n].field != activities_field) continue;
        auto pieces = passages[n].heading() ? Passages{} : pieces_of(passages[n]);
        if (!opens_section(passages[n]) && pieces.size() < 2) continue;
        auto listed = pieces.size() > 1 ? listed_from(pieces, 0) : listed_from(passages, n);
        if (listed.size() > best.size()) best = listed;
    }
    if (!best.empty()) return best;
    for (std::size_t n = 0; n < passages.size() && best.empty(); ++n) {    // no heading, only marks: KA1 …
        auto mark = mark_in_text(passages[n]);
        if (mark && mark->kind == word_mark && passages::match_at(passages[n].tokens, 0, "ka|klicova"))
            best = listed_from(passages, n);
    }
    return best.empty() ? told_in_words(passages) : best;
}

}
