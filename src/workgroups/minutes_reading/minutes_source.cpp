#include "workgroups/minutes_reading/minutes_source.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

// Letters that stand apart: „Z á p i s“.
std::string without_spacing(std::string_view text) {
    Letters letters{text};
    if (letters.size() < 7) return std::string{text};
    std::size_t alone = 0, blanks = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (letters.low[i] == ' ') ++blanks;
        else alone += (i == 0 || letters.low[i - 1] == ' ') && (i + 1 == letters.size() || letters.low[i + 1] == ' ');
    }
    return alone >= 4 && alone * 10 >= (letters.size() - blanks) * 7 ? std::string{} : std::string{text};
}

// „P ř í t o m n i: …“
std::string with_spaced_beginning_joined(const std::string& text) {
    Letters letters{text};
    std::size_t at = 0, alone = 0;
    while (at + 1 < letters.size() && letters.low[at] >= 'a' && letters.low[at] <= 'z' && letters.low[at + 1] == ' ')
        ++alone, at += 2;
    if (alone < 3 || at >= letters.size()) return text;
    if (at + 1 < letters.size() && letters.low[at] >= 'a' && letters.low[at] <= 'z' &&
        (letters.low[at + 1] == ':' || letters.low[at + 1] == '.'))
        ++at;
    std::string out;
    for (std::size_t i = 0; i < at; ++i)
        if (letters.low[i] != ' ') out += letters.cut(i, i + 1);
    return out + letters.cut(at);
}

}

const Labelled* MinutesSource::first_of(std::string_view kind) const {
    for (auto& one : labelled)
        if (one.kind == kind && !one.value.empty()) return &one;
    return nullptr;
}

MinutesSource::MinutesSource(const TextDocument& document)
    : clean{cleaned(document)}, lines{clean.document.lines}, subject{document.title}, sender{document.sender} {
    sent_on = document.sent_on.empty() ? std::nullopt : parse_date(document.sent_on);
    if (document.format != "eml") subject.clear();
    if (document.format == "txt" || document.format == "md") take_printed_head(*this);
    make_lines_plain(clean);
    for (auto& line : lines)
        if (line.kind != LineKind::row && without_spacing(line.text).empty()) {
            // words of letters that stand apart are parted by wider blanks, which are gone: the known ones come back
            auto joined = only_letters(line.text);
            if (joined == "zapis" || joined.starts_with("zapisz") || joined == "usneseni")
                line.text = joined == "usneseni"                  ? "Usnesení"
                            : joined.starts_with("zapiszjednani") ? "Zápis z jednání"
                                                                  : "Zápis";
        }
    for (auto& line : lines)
        if (line.kind == LineKind::text && line.text.find(':') != line.text.npos)
            line.text = with_spaced_beginning_joined(line.text);
    sentences = sentences_of(lines);
    gather_labels(lines, labelled);
    head_end = std::min<std::size_t>(lines.size(), 40);
    bool listed = false;
    for (auto& one : labelled)
        if (is_of_list(one.kind) && one.line < head_end) head_end = std::max<std::size_t>(one.line, 1), listed = true;
    if (listed) return;
    // A letter or a note: its text begins with the first long line.
    head_end = std::min<std::size_t>(lines.size(), 12);
    for (std::size_t at = 0; at < head_end; ++at)
        if (lines[at].text.size() > 110) head_end = at;
}

}
