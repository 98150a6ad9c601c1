// The cleaning that all readers share, with each line where it stood.
#include "platform/reading/passages/cleaned.hpp"

#include "platform/reading/page_cleaning.hpp"
#include "platform/search/fold.hpp"

namespace passages {

namespace {

bool begins_small(std::string_view text) {
    if (text.empty()) return false;
    auto letter = search::take(text);
    return search::is_letter(letter) && search::lower(letter) == letter;
}

}

reading::TextDocument without_furniture(reading::TextDocument document) {
    auto clean = reading::cleaned(document);
    bool scanned = clean.scanned || looks_scanned(document);
    document.lines.assign(document.lines.size(), {});
    reading::Line* before = nullptr;
    for (std::size_t n = 0; n < clean.origin.size(); ++n) {
        auto& line = clean.document.lines[n];
        if (scanned) {
            line.text = letters_mended(line.text);
            for (auto& cell : line.cells) cell = letters_mended(cell);
        }
        line.text = spaced_letters_joined(line.text);
        // What a page's end parted is one sentence again.
        bool parted = n > 0 && clean.origin[n] > clean.origin[n - 1] + 1;
        if (parted && before && !before->empty() && before->kind != reading::LineKind::row &&
            line.kind == reading::LineKind::text && begins_small(line.text)) {
            before->text += ' ' + line.text;
            continue;
        }
        before = &document.lines[clean.origin[n]];
        *before = std::move(line);
    }
    return document;
}

}
