// A document from its first line to its last: which lines are headings, what begins and what ends with each.
#include "platform/reading/passages/passages.hpp"

#include "platform/reading/passages/passages_taken.hpp"

namespace passages {

Passage& PassagesTaken::add(std::size_t n, const reading::Line& line, int field, std::string_view text) {
    open = true;
    return all.emplace_back(Passage{.field = field,
                                    .text = std::string{trimmed(text)},
                                    .at = {n, n},
                                    .kind = line.kind,
                                    .marker = line.marker,
                                    .level = line.level,
                                    .table = line.table});
}

void PassagesTaken::add_label(std::size_t n, const reading::Line& line, int field) {
    add(n, line, field, "").label = line.text;
    open = false;
}

void PassagesTaken::begin_section(int field) { section = base = field, until_blank = false; }

void PassagesTaken::back_to_heading() { section = base, until_blank = false; }

namespace {

// "A.2 IČO ....... 71175440" is a line of a card, "§ 2 Pro koho dům je" a heading of house rules.
bool is_heading(const reading::TextDocument& document, std::size_t n) {
    auto& text = document.lines[n].text;
    bool alone = n == 0 || document.lines[n - 1].empty();
    if (alone && text.starts_with("§ ")) {
        auto tokens = tokens_of(text);
        bool title = tokens.size() > 2 && tokens.size() <= 10 && tokens[1].folded.size() <= 2 && tokens[2].capital;
        if (title && tokens.back().folded != "." && tokens.back().folded != ",") return true;
    }
    return looks_like_heading(document, n) && !has_leaders(tokens_of(text));
}

// A question right above its answer, a line or two: what stands behind an empty line is no answer.
bool is_answered(const reading::TextDocument& document, std::size_t n, const Tokens& question) {
    if (question.back().folded != "?" || n + 1 == document.lines.size()) return false;
    auto& below = document.lines[n + 1];
    return !below.empty() && below.kind == reading::LineKind::text && below.text.size() <= wrapped_bytes_min;
}

class PassagesOfDocument {
public:
    PassagesOfDocument(const reading::TextDocument& document, std::span<const KnownLabel> labels)
        : taken_{document, labels} {}

    std::vector<Passage> take() {
        auto& document = taken_.document;
        for (std::size_t n = 0; n < document.lines.size(); ++n) {
            auto& line = document.lines[n];
            if (line.kind != reading::LineKind::row) tables_.end_equations();
            if (line.empty() && line.cells.empty()) end_of_paragraph();
            else if (line.kind == reading::LineKind::row) tables_.take(n);
            else if (line.kind == reading::LineKind::heading || is_heading(document, n)) heading(n, line);
            else text_.take(n, line);
        }
        for (auto& passage : taken_.all) passage.tokens = tokens_of(passage.text);
        return std::move(taken_.all);
    }

private:
    void end_of_paragraph() {
        taken_.open = taken_.answer = false;
        if (taken_.until_blank) taken_.back_to_heading();
    }

    void heading(std::size_t n, const reading::Line& line) {
        auto tokens = tokens_of(line.text);
        if (auto label = label_at(tokens, 0, taken_.labels); label && label->text < tokens.size())
            return text_.take(n, line);
        if (line.kind == reading::LineKind::text && label_in_capitals(line.text, tokens, taken_.labels))
            return text_.take(n, line);
        taken_.begin_section(field_of_heading(tokens, taken_.labels));
        taken_.answer = is_answered(taken_.document, n, tokens);
        if (taken_.answer) taken_.base = 0, taken_.until_blank = true;
        auto& passage = taken_.add(n, line, taken_.section, line.text);
        passage.kind = reading::LineKind::heading, passage.label = line.text;
        taken_.open = false;
    }

    PassagesTaken taken_;
    PassagesOfText text_{taken_};
    PassagesOfTables tables_{taken_, text_};
};

}

std::vector<Passage> passages_of(const reading::TextDocument& document, std::span<const KnownLabel> labels) {
    return PassagesOfDocument{document, labels}.take();
}

}
