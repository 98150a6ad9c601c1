// Finds labels in lines, rows and headings, and what stands under them.
#include "platform/reading/passages/passages.hpp"

#include "platform/reading/passages/label_search.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace passages {

namespace {

// "vek_od" of an export: its words.
std::string with_blanks(std::string_view cell) {
    std::string words{cell};
    std::ranges::replace(words, '_', ' ');
    return words;
}

// "a) identifikátor" of a row: the words alone.
Tokens without_mark(const Tokens& tokens) {
    if (tokens.size() < 3 || tokens[1].spaced) return tokens;
    auto& mark = tokens[0];
    bool counted = mark.kind == TokenKind::number || mark.folded.find_first_not_of("ivx") == std::string::npos ||
                   (mark.folded.size() == 1 && mark.folded != "c");
    bool marked = (tokens[1].folded == ")" && mark.folded.size() <= 4) ||
                  ((tokens[1].folded == "." || tokens[1].folded == "/") && counted);
    return marked ? Tokens(tokens.begin() + 2, tokens.end()) : tokens;
}

// Narrow texts break their lines earlier: four fifths of what nine lines of ten keep to.
std::size_t wrapped_width(const reading::TextDocument& document) {
    std::vector<std::size_t> widths;
    for (auto& line : document.lines)
        if (line.kind == reading::LineKind::text && line.text.size() > 20) widths.push_back(line.text.size());
    if (widths.size() < 10) return wrapped_bytes_min;
    auto tenth = widths.begin() + std::ptrdiff_t(widths.size() * 9 / 10);
    std::ranges::nth_element(widths, tenth);
    return std::clamp(*tenth * 4 / 5, std::size_t{40}, wrapped_bytes_min);
}

// "Zahájení ....... 1. 1. 2007"
bool has_leaders(const Tokens& tokens) {
    auto leaders = find(tokens, ". . .");
    return leaders && leaders->first > 0 && leaders->first < 8 && leaders->last < tokens.size();
}

// "Platnost od: 1. 1. 2024", "Terén: po–pá 8–16": not the rest of the line above.
bool has_label_of_its_own(std::string_view text) {
    auto tokens = tokens_of(text);
    if (has_leaders(tokens)) return true;
    for (std::size_t at = 1; at < tokens.size() && at < 5; ++at)
        if (tokens[at].folded == ":") return tokens[at - 1].kind == TokenKind::word;
    return false;
}

class Passages {
public:
    Passages(const reading::TextDocument& document, std::span<const KnownLabel> labels)
        : document_{document}, labels_{labels}, wrapped_{wrapped_width(document)} {}

    std::vector<Passage> take() {
        for (std::size_t n = 0; n < document_.lines.size(); ++n) {
            auto& line = document_.lines[n];
            if (line.kind != reading::LineKind::row) end_equations();
            if (line.empty() && line.cells.empty()) end_of_paragraph();
            else if (line.kind == reading::LineKind::row) row(n, line);
            else if (line.kind == reading::LineKind::heading || is_heading(n)) heading(n, line);
            else text(n, line);
        }
        for (auto& passage : passages_) passage.tokens = tokens_of(passage.text);
        return std::move(passages_);
    }

private:
    // "A.2 IČO ....... 71175440" is a line of a card, "§ 2 Pro koho dům je" a heading of house rules.
    bool is_heading(std::size_t n) const {
        auto& text = document_.lines[n].text;
        bool alone = n == 0 || document_.lines[n - 1].empty();
        if (alone && text.starts_with("§ ")) {
            auto tokens = tokens_of(text);
            bool title = tokens.size() > 2 && tokens.size() <= 10 && tokens[1].folded.size() <= 2 && tokens[2].capital;
            if (title && tokens.back().folded != "." && tokens.back().folded != ",") return true;
        }
        return looks_like_heading(document_, n) && !has_leaders(tokens_of(text));
    }

    void end_of_paragraph() {
        open_ = answer_ = false;
        if (until_blank_) section_ = base_, until_blank_ = false;
    }

    Passage& add(std::size_t n, const reading::Line& line, int field, std::string_view text) {
        open_ = true;
        return passages_.emplace_back(Passage{.field = field,
                                              .text = std::string{trimmed(text)},
                                              .at = {n, n},
                                              .kind = line.kind,
                                              .marker = line.marker,
                                              .level = line.level,
                                              .table = line.table});
    }

    void heading(std::size_t n, const reading::Line& line) {
        auto tokens = tokens_of(line.text);
        if (auto label = label_at(tokens, 0, labels_); label && label->text < tokens.size()) return text(n, line);
        if (line.kind == reading::LineKind::text && label_in_capitals(line.text, tokens)) return text(n, line);
        section_ = base_ = field_of_heading(tokens, labels_), until_blank_ = false;
        // A question right above its answer, a line or two: what stands behind an empty line is no answer.
        bool answered = tokens.back().folded == "?" && n + 1 < document_.lines.size() &&
                        !document_.lines[n + 1].empty() && document_.lines[n + 1].kind == reading::LineKind::text &&
                        document_.lines[n + 1].text.size() <= wrapped_bytes_min;
        answer_ = answered;
        if (answered) base_ = 0, until_blank_ = true;
        auto& passage = add(n, line, section_, line.text);
        passage.kind = reading::LineKind::heading, passage.label = line.text;
        open_ = false;
    }

    // Label in the first cell; further cells are values of one thing, or of several things side by side.
    void row(std::size_t n, const reading::Line& line) {
        open_ = false;
        auto& cells = line.cells;
        bool begins = line.table != table_;
        if (begins) begin_table(n);
        if (cells.empty()) return;
        if (pairs_) return pairs(n, line);
        auto first = tokens_of(cells[0]);
        if (begins && names_columns(cells)) return;
        if (!columns_.empty() && cells.size() > 1) return columns(n, line);
        if (begins) things_ = names_things(n), thing_cells_ = things_ ? cells.size() : 0;
        if (begins && things_) return values(n, line, 0);
        if (first.empty() && row_field_) {
            if (goes_on_in_cell(cells)) passages_.back().text += '\n' + cells[1], passages_.back().at.last = n;
            else if (things_) go_on_in_columns(n, line);
            else values(n, line, row_field_);
            return;
        }
        int field = field_of_cell(cells[0]);
        if (field && cells.size() > 1) return values(n, line, row_field_ = field);
        row_field_ = 0;
        if (things_ && cells.size() > 2 && !first.empty()) return values(n, line, 0);
        if (cells.size() == 1) {
            bool whole = named_in(first, labels_, 1).words == words_in(first);
            if (field && whole) section_ = base_ = field, until_blank_ = false;
            if (cells[0].find(" =") == std::string::npos) return text(n, line);
            end_equations();
            equations_ = base_;
            text(n, line);
            return;
        }
        bool other = labelled_table_ && cells.size() == 2 && !first.empty();    // a label that we do not know
        auto& passage = add(n, line, other ? 0 : section_, line.text);
        passage.cells = cells, passage.label = cells[0];
        open_ = false;
    }

    // "| věk do =": what one line of an info box is about, the next one and the text below are not.
    void end_equations() {
        if (equations_) section_ = base_ = *equations_, until_blank_ = false;
        equations_.reset();
    }

    // "obce Lhota, Vísky" / "a Hrádek" below it: one value in two rows.
    bool goes_on_in_cell(const std::vector<std::string>& cells) const {
        return cells.size() == 2 && !passages_.empty() && passages_.back().table == table_ && begins_small(cells[1]);
    }

    // The same where several things stand side by side: "senioři, osoby" / "s demencí".
    void go_on_in_columns(std::size_t n, const reading::Line& line) {
        auto above = passages_.size();
        for (std::size_t column = 1; column < line.cells.size(); ++column) {
            auto cell = trimmed(line.cells[column]);
            if (cell.empty()) continue;
            auto open = above;
            while (open > 0 && passages_[open - 1].table == table_ && passages_[open - 1].field == row_field_ &&
                   passages_[open - 1].column + 1 != column)
                --open;
            bool found = open > 0 && passages_[open - 1].table == table_ && passages_[open - 1].field == row_field_;
            bool goes_on = found && (begins_small(cell) || passages_[open - 1].text.ends_with(','));
            if (goes_on) passages_[open - 1].text += '\n' + std::string{cell}, passages_[open - 1].at.last = n;
            else add(n, line, row_field_, cell).column = column - 1;
        }
        open_ = false;
    }

    // Numbers and sums make a row of figures, not a label.
    int field_of_cell(std::string_view cell) const {
        auto tokens = without_mark(tokens_of(cell));
        if (words_in(tokens) > label_words_max || has(tokens, "# #") || has(tokens, "celkem")) return 0;
        return named_in(tokens, labels_, 1).field;
    }

    // The rows of this table from a line on.
    template <class Each>
    void each_row(std::size_t from, Each each) const {
        for (auto n = from; n < document_.lines.size() && document_.lines[n].table == document_.lines[from].table; ++n)
            each(document_.lines[n].cells);
    }

    void begin_table(std::size_t n) {
        table_ = document_.lines[n].table, columns_.clear(), row_field_ = 0, pair_fields_.clear();
        std::size_t both = 0, rows = 0, labelled = 0;
        std::vector<int> fields;
        each_row(n, [&](auto& cells) {
            ++rows;
            int field = cells.empty() ? 0 : field_of_cell(cells[0]);
            labelled += field != 0;
            if (field && std::ranges::count(fields, field) == 0) fields.push_back(field);
            both += cells.size() >= 4 && field_of_cell(cells[0]) && field_of_cell(cells[2]) && !cells[1].empty();
        });
        pairs_ = both >= 2 && both * 4 >= rows;
        labelled_table_ = fields.size() >= 2;
        labels_below_ = fields.size() >= 4 && labelled * 2 >= rows;
    }

    // Two forms side by side: label and value, label and value; a row without a label goes on with the one above.
    void pairs(std::size_t n, const reading::Line& line) {
        auto& cells = line.cells;
        pair_fields_.resize(std::max(pair_fields_.size(), (cells.size() + 1) / 2), std::nullopt);
        for (std::size_t left = 0; left + 1 < cells.size(); left += 2) {
            auto& open = pair_fields_[left / 2];
            bool more = trimmed(cells[left]).empty();
            if (more && open && !trimmed(cells[left + 1]).empty()) {
                passages_[*open].text += '\n' + std::string{trimmed(cells[left + 1])};
                passages_[*open].at.last = n;
            } else if (!more) {
                open = passages_.size();
                add(n, line, field_of_cell(cells[left]), cells[left + 1]).label = cells[left];
            }
        }
        open_ = false;
    }

    // The first row names what the columns are about, when labels stand at the left of the rows below it.
    bool names_things(std::size_t n) const {
        auto& cells = document_.lines[n].cells;
        if (cells.size() < 2 || field_of_cell(cells[0])) return false;
        if (cells.size() == 2 && words_in(tokens_of(cells[0])) == 1) return false;    // a pair like those below
        std::size_t labelled = 0, rows = 0;
        each_row(n + 1, [&](auto& below) { ++rows, labelled += below.size() > 1 && field_of_cell(below[0]); });
        return labelled >= 2 && labelled * 2 >= rows;
    }

    // A single value below several things holds for each of them.
    void values(std::size_t n, const reading::Line& line, int field) {
        bool alone =
            field && line.cells.size() > 1 && !trimmed(line.cells[1]).empty() &&
            std::all_of(line.cells.begin() + 2, line.cells.end(), [](auto& cell) { return trimmed(cell).empty(); });
        bool for_all = thing_cells_ > 2 && alone && !has(tokens_of(line.cells[0]), "cena|kc|poznamk*");
        for (std::size_t column = 2; for_all && column < thing_cells_; ++column) {
            auto& passage = add(n, line, field, line.cells[1]);
            passage.label = line.cells[0], passage.column = column - 1;
        }
        for (std::size_t column = 1; column < line.cells.size(); ++column) {
            if (trimmed(line.cells[column]).empty()) continue;
            auto& passage = add(n, line, field, line.cells[column]);
            passage.label = line.cells[0], passage.column = column - 1;
        }
        open_ = false;
    }

    // A heading row: most cells are labels that we know, and different ones.
    bool names_columns(const std::vector<std::string>& cells) {
        bool of_rows = labels_below_;    // its columns are things
        if (cells.size() < 2 || of_rows) return false;
        std::vector<int> fields;
        std::size_t known = 0;
        for (auto& cell : cells) {
            auto tokens = tokens_of(with_blanks(cell));
            auto named = tokens.size() <= label_words_max ? named_in(tokens, labels_, 2) : Named{};
            bool whole = named.words == tokens.size() || (cells.size() > 2 && named.words * 2 >= tokens.size());
            int field = whole || cells.size() > 2 ? named.field : 0;
            if (whole && named.field && std::ranges::count(fields, field) == 0) ++known;
            fields.push_back(field);
        }
        if (known < 2 || known * 2 < cells.size()) return false;
        columns_ = fields, column_names_ = cells;
        return true;
    }

    void columns(std::size_t n, const reading::Line& line) {
        bool sum =
            std::ranges::any_of(line.cells, [](auto& cell) { return has(tokens_of(cell), "celkem|soucet|uhrnem"); });
        if (sum && (trimmed(line.cells[0]).empty() || match_at(tokens_of(line.cells[0]), 0, "celkem|soucet|uhrnem"))) {
            add(n, line, 0, line.text).cells = line.cells;
            return;
        }
        for (std::size_t column = 0; column < line.cells.size(); ++column) {
            if (trimmed(line.cells[column]).empty()) continue;
            auto& passage = add(n, line, column < columns_.size() ? columns_[column] : 0, line.cells[column]);
            passage.cells = line.cells,
            passage.column_name = with_blanks(column < column_names_.size() ? column_names_[column] : "");
        }
        open_ = false;
    }

    void text(std::size_t n, const reading::Line& line) {
        if (line.kind == reading::LineKind::item && splits_sentence(n, line)) {
            auto whole = line;
            whole.text = line.marker + ' ' + line.text, whole.kind = reading::LineKind::text, whole.marker.clear();
            return go_on(n, whole, tokens_of(whole.text));
        }
        auto tokens = tokens_of(line.text);
        if (!tokens.empty() && tokens.back().folded == ":" && opens_section(n, line, tokens)) return;
        bool item = line.kind == reading::LineKind::item;
        if (item && opener_ > 0 && number_of(line.marker) == opener_ + 1) section_ = base_ = 0, opener_ = 0;
        auto label = label_at(tokens, 0, labels_, item);
        if (!label) label = label_behind_mark(tokens);
        if (!label) label = label_in_capitals(line.text, tokens);
        if (item && until_blank_ && labelled_item_) section_ = base_, until_blank_ = false;
        labelled_item_ = item && label;
        if (!label && goes_on(n, line)) return go_on(n, line, tokens);
        if (!label && opens_section(n, line, tokens)) return;
        bool fresh = until_blank_ && !answer_ && !item && n > 0 && document_.lines[n - 1].text.ends_with('.') &&
                     !begins_small(line.text);
        if (fresh) section_ = base_, until_blank_ = false;
        if (!label && (is_unknown_label(tokens, line) || has_leaders(tokens)))
            section_ = base_ = 0, until_blank_ = false;
        pieces(n, line, tokens, label);
    }

    // "KOMU lidem s postižením", "KDE Skálova 415, Turnov": no colon, but other letters.
    std::optional<LabelFound> label_in_capitals(std::string_view text, const Tokens& tokens) const {
        if (tokens.size() < 2 || !in_capitals(text, tokens, {0, 1})) return {};
        std::optional<LabelFound> best;
        for (auto& label : labels_) {
            auto words = label.in_headings ? match_at(tokens, 0, label.pattern) : std::nullopt;
            if (!words || words->last >= tokens.size() || (best && best->text >= words->last)) continue;
            auto& next = tokens[words->last];
            bool small =
                next.kind == TokenKind::word && has_small(printed(text, tokens, {words->last, words->last + 1}));
            bool value = (small || next.kind == TokenKind::number) && tokens[0].folded != "orp";
            if (value && in_capitals(text, tokens, *words)) best = LabelFound{label.field, 0, words->last, words->last};
        }
        return best;
    }

    static bool has_small(std::string_view word) {
        while (!word.empty()) {
            auto letter = search::take(word);
            if (search::is_letter(letter) && search::lower(letter) == letter) return true;
        }
        return false;
    }

    // Three letters at least, none of them small.
    static bool in_capitals(std::string_view text, const Tokens& tokens, Span words) {
        auto whole = printed(text, tokens, words);
        std::size_t letters = 0;
        for (std::string_view left = whole; !left.empty();) letters += search::is_letter(search::take(left));
        return letters >= 3 && !has_small(whole);
    }

    // "A.5 Identifikátor služby ....... 2260813"
    std::optional<LabelFound> label_behind_mark(const Tokens& tokens) const {
        bool mark = match_at(tokens, 1, ". #") && !tokens[1].spaced && !tokens[2].spaced && tokens.size() > 4 &&
                    tokens[0].folded.size() <= 2 && tokens[2].folded.size() <= 2 && has_leaders(tokens);
        return mark ? label_at(tokens, 3, labels_) : std::nullopt;
    }

    // (2) → 2; 0 where it is no number
    static int number_of(std::string_view marker) {
        int number = 0;
        for (auto sign : marker) {
            if (sign >= '0' && sign <= '9') number = std::min(number * 10 + (sign - '0'), 1000);
            else if (sign != '(' && sign != ')' && sign != '.') return 0;
        }
        return number;
    }

    // "každý den od" / "18.30 do 7.30": the number that begins the line is no marker.
    bool splits_sentence(std::size_t n, const reading::Line& line) const {
        if (!open_ || passages_.empty() || passages_.back().at.last + 1 != n || line.marker.empty()) return false;
        bool number = line.marker.find_first_not_of("0123456789.") == std::string::npos;
        auto before = tokens_of(document_.lines[n - 1].text);
        return number && !before.empty() && match_at(before, before.size() - 1, "od|do|az|mezi|-|a|v|ve|dne|na");
    }

    // The next line of a paragraph; labels inside it begin passages of their own.
    void go_on(std::size_t n, const reading::Line& line, const Tokens& tokens) {
        std::optional<LabelFound> label;
        auto look = std::size_t{1};
        for (; look < tokens.size() && !label; ++look) label = label_inside(tokens, look);
        auto end = label ? tokens[label->first].begin : line.text.size();
        auto& last = passages_.back();
        last.text += '\n', last.text += trimmed(std::string_view{line.text}.substr(0, end)), last.at.last = n;
        if (label) pieces(n, line, tokens, label);
    }

    // Behind a sign; "tam, kde na to sami nestačí:" is none.
    std::optional<LabelFound> label_inside(const Tokens& tokens, std::size_t at) const {
        auto& before = tokens[at - 1];
        if (before.kind != TokenKind::sign) return {};
        auto label = label_at(tokens, at, labels_);
        if (!label && before.folded == ";") return clause_at(tokens, at);
        bool far = label && label->text > label->named + (before.folded == "," ? 1 : 3);
        return far ? std::nullopt : label;
    }

    // "; forma ambulantní; provoz po–pá 8–16": a clause that begins with a bare label.
    std::optional<LabelFound> clause_at(const Tokens& tokens, std::size_t at) const {
        std::optional<LabelFound> best;
        for (auto& label : labels_) {
            auto words = label.bare ? match_at(tokens, at, label.pattern) : std::nullopt;
            bool value = words && words->last < tokens.size() && tokens[words->last].folded != ";";
            if (value && (!best || words->last > best->text)) best = LabelFound{label.field, at, words->last};
        }
        return best;
    }

    // Known labels inside the line begin passages of their own.
    void pieces(std::size_t n, const reading::Line& line, const Tokens& tokens, std::optional<LabelFound> label) {
        std::string_view whole = line.text;
        std::size_t at = 0;
        for (;;) {
            auto begin = label ? label->text : at;
            std::optional<LabelFound> next;
            auto look = begin;
            for (; look < tokens.size() && !next; ++look) {
                if (look <= at) continue;
                next = label_inside(tokens, look);
                if (!next && begin == look) next = label_at(tokens, look, labels_);
            }
            auto end = next ? next->first : tokens.size();
            auto value = begin < end ? whole.substr(tokens[begin].begin, tokens[end - 1].end - tokens[begin].begin)
                                     : std::string_view{};
            if (label) {
                section_ = label->field, until_blank_ = !value.empty();
                if (value.empty()) base_ = section_;
                auto& passage = add(n, line, label->field, value);
                passage.label = std::string{trimmed(
                    whole.substr(tokens[label->first].begin, tokens[begin - 1].end - tokens[label->first].begin))};
                if (value.empty())
                    passages_.pop_back(), add(n, line, label->field, "").label = line.text, open_ = false;
            } else if (!value.empty()) add(n, line, section_, value);
            if (!next) return;
            label = next, at = next->first;
        }
    }

    // "3. Klíčové aktivity" alone in an item; "Příjemce uskuteční tyto klíčové aktivity:" with the label at its end.
    bool opens_section(std::size_t n, const reading::Line& line, const Tokens& tokens) {
        if (tokens.empty()) return false;
        Named named;
        if (tokens.back().folded == ":" && words_in(tokens) <= 14) named = named_at_end(tokens, labels_);
        else if (line.kind == reading::LineKind::item && words_in(tokens) <= label_words_max) {
            named = named_in(tokens, labels_, 1);
            if (named.words < tokens.size()) named = {};
        }
        if (!named.field) return false;
        section_ = base_ = named.field, until_blank_ = false, opener_ = number_of(line.marker);
        auto& passage = add(n, line, section_, "");
        passage.label = line.text, open_ = false;
        return true;
    }

    bool is_unknown_label(const Tokens& tokens, const reading::Line& line) const {
        return line.kind == reading::LineKind::text && !tokens.empty() && tokens.back().folded == ":" &&
               words_in(tokens) <= label_words_max;
    }

    // The rest of a paragraph or an item that the width of the page broke.
    bool goes_on(std::size_t n, const reading::Line& line) const {
        if (!open_ || passages_.empty() || line.kind != reading::LineKind::text || n == 0) return false;
        auto& last = passages_.back();
        if (last.text.empty() || last.at.last + 1 != n) return false;
        auto& above = document_.lines[n - 1].text;
        if (!begins_small(line.text) && has_label_of_its_own(line.text)) return false;
        if (begins_small(line.text)) return !above.ends_with('.') || above.size() >= wrapped_bytes_min + 10;
        bool ended = above.ends_with('.') && !last.label.empty();
        return above.size() >= (ended ? wrapped_ + 15 : wrapped_);
    }

    const reading::TextDocument& document_;
    std::span<const KnownLabel> labels_;
    std::size_t wrapped_;    // bytes: a line as long as this went on in the next
    std::vector<Passage> passages_;
    std::vector<int> columns_;
    std::vector<std::string> column_names_;
    int section_ = 0, base_ = 0;    // of this line, of the heading above it
    int row_field_ = 0, table_ = -1;
    bool things_ = false;                                    // named by the first row of this table
    std::size_t thing_cells_ = 0;                            // of that row
    bool pairs_ = false;                                     // of this table
    bool labelled_table_ = false, labels_below_ = false;     // labels in its first column: some, most rows
    std::vector<std::optional<std::size_t>> pair_fields_;    // the last passage under each label
    std::optional<int> equations_;                           // "kapacita = 44 lůžek": of the heading above them
    bool labelled_item_ = false;
    int opener_ = 0;              // the number of the item whose words opened the section: the next one ends it
    bool open_ = false;           // the last passage may go on in the next line
    bool answer_ = false;         // these lines answer the question above them
    bool until_blank_ = false;    // the label had its value beside it
};

}

std::vector<Passage> passages_of(const reading::TextDocument& document, std::span<const KnownLabel> labels) {
    return Passages{document, labels}.take();
}

}
