// The cleaning that all readers share, with each line where it stood.
#include "platform/reading/passages/cleaned.hpp"

#include "platform/reading/page_cleaning.hpp"
#include "platform/reading/passages/tokens.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace passages {

namespace {

// "[x] terénní  [ ] ambulantní": what is not ticked is not said.
constexpr std::string_view ticked[] = {"[x]", "[X]", "☒", "☑", "(x)", "(o)", "(•)"},
                           unticked[] = {"[ ]", "[]", "☐", "□", "( )"};

struct Box {
    std::size_t at = std::string::npos, length = 0;
    bool on = false;
};

Box next_box(std::string_view text, std::size_t from) {
    Box box;
    auto look = [&](auto& signs, bool on) {
        for (auto sign : signs)
            if (auto at = text.find(sign, from); at < box.at || (at == box.at && at != text.npos && on))
                box = {at, sign.size(), on};
    };
    look(unticked, false), look(ticked, true);
    return box;
}

std::string ticked_of(std::string_view text, bool on) {
    std::string kept;
    for (std::size_t from = 0; from <= text.size();) {
        auto box = next_box(text, from);
        auto end = std::min(box.at, text.size());
        if (on && end > from)
            kept += (kept.empty() ? "" : "; ") + std::string{trimmed(text.substr(from, end - from), "|;,")};
        if (box.at == text.npos) break;
        from = box.at + box.length, on = box.on;
    }
    return kept;
}

bool has_box(std::string_view text) { return next_box(text, 0).at != text.npos; }

bool ticks_boxes(const reading::TextDocument& document) {
    auto any = [&](auto& signs) {
        for (auto& line : document.lines)
            for (auto sign : signs)
                if (line.text.find(sign) != std::string::npos || line.marker == sign) return true;
        return false;
    };
    return any(ticked) && any(unticked);
}

// As many lines as before.
void keep_ticked(reading::TextDocument& document) {
    for (auto& line : document.lines) {
        bool marked = has_box(line.marker);
        if (!marked && !has_box(line.text)) continue;
        line.text = ticked_of(line.text, !marked || next_box(line.marker, 0).on);
        if (line.kind == reading::LineKind::row) line.cells = {line.text};
        if (line.text.empty()) line = {};
        else if (marked) line.marker = "•";
    }
}

}

// "*** ODLEHČOVACÍ SLUŽBA ***", "== Děkujeme ==": a heading between signs.
void strip_rules(reading::Line& line) {
    bool eaten = line.marker == "\u2022" && line.text.ends_with('*');    // its first signs became a bullet
    auto text = eaten ? "**" + line.text + "*" : line.text;
    if (text.size() < 7 || text.size() > 90) return;
    auto sign = text.front();
    if (std::string_view{"*=~#-"}.find(sign) == std::string_view::npos) return;
    auto first = text.find_first_not_of(std::string{sign} + ' '), last = text.find_last_not_of(std::string{sign} + ' ');
    bool both = first != text.npos && first >= 2 && last + 2 < text.size() && text.back() == sign && text[1] == sign;
    if (!both) return;
    line.text = text.substr(first, last + 1 - first);
    line.kind = reading::LineKind::heading, line.marker.clear();
}

reading::TextDocument without_furniture(reading::TextDocument document) {
    if (ticks_boxes(document)) keep_ticked(document);
    auto clean = reading::cleaned(document);
    bool scanned = clean.scanned || looks_scanned(document);
    document.lines.assign(document.lines.size(), {});
    reading::Line* before = nullptr;
    std::size_t joined = std::string::npos;    // the last line that a page's end had parted from its paragraph
    for (std::size_t n = 0; n < clean.origin.size(); ++n) {
        auto& line = clean.document.lines[n];
        if (scanned) {
            line.text = letters_mended(line.text);
            for (auto& cell : line.cells) cell = letters_mended(cell);
        }
        line.text = spaced_letters_joined(line.text);
        if (line.kind != reading::LineKind::row) strip_rules(line);
        // What a page's end parted is one sentence again.
        bool parted = n > 0 && clean.origin[n] > clean.origin[n - 1] + 1;
        if (parted && before && !before->empty() && before->kind != reading::LineKind::row &&
            line.kind == reading::LineKind::text && reading::goes_over_page(before->text, line.text)) {
            before->text += ' ' + line.text, joined = n;
            continue;
        }
        bool beside =
            before && n > 0 && joined == n - 1 && !parted && line.kind == reading::LineKind::text && !line.empty();
        if (beside) joined = n;    // the rest of the paragraph moves up
        before = beside ? before + 1 : &document.lines[clean.origin[n]];
        *before = std::move(line);
    }
    return document;
}

}
