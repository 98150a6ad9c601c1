// Lines as people type them for the eye, made such as other readers know: pictures of a clock or a pin become labels,
// „@Jana Modrá“ a name, bullets inside a line items of a list.
#include "workgroups/minutes_reading/minutes_source.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

std::string with_labels_for_icons(std::string text) {
    if (std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xE2; })) return text;
    static const Pattern label_follows{"^\\W*[a-z][a-z ]{2,20}:"};
    for (auto& [sign, label] : kinds_of("icons"))
        for (auto at = text.find(sign); at != text.npos; at = text.find(sign, at + 1)) {
            auto rest = text.substr(at + sign.size(), 60);
            text.replace(at, sign.size(), label_follows.stands_in(plain_small(rest)) ? "" : label + ":");
        }
    return text;
}

// „@Jana Modrá @Petr Král“ are two people.
std::string without_mentions(const std::string& text) {
    if (text.find('@') == text.npos) return text;
    Letters letters{text};
    std::string out;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        bool mention = letters.low[i] == '@' && i + 1 < letters.size() && letters.capital(i + 1) &&
                       (i == 0 || letters.low[i - 1] == ' ' || letters.low[i - 1] == '(');
        if (!mention) {
            out += letters.cut(i, i + 1);
            continue;
        }
        static const Pattern another_before{"@[A-Z][A-Za-z-]+(?: [A-Z][A-Za-z-]+)* $"};
        if (another_before.stands_in(letters.plain.substr(0, i))) out.back() = ',', out += ' ';
    }
    return out;
}

// „① úvod ② zima“ is numbered as others number.
std::string with_plain_numbers(std::string text) {
    for (std::size_t at = text.find("\xE2\x91"); at != text.npos; at = text.find("\xE2\x91", at + 1)) {
        auto number = static_cast<unsigned char>(text[at + 2]) - 0xA0 + 1;    // ① to ⑳
        if (number < 1 || number > 20) continue;
        text.replace(at, 3, std::to_string(number) + ") ");
    }
    return text;
}

// „kdo přišel ........ Jana Nová“ is a label with its value.
std::string with_colon_for_dots(std::string text) {
    static const Pattern leaders{"^[a-z][a-z /()]{2,40}?\\s*(?:\\.{4,}|~{2,}|_{4,})\\s*(?=\\S)"};
    static const Pattern label_end{"\\s*[._~]+\\s*$"};
    if (text.find("....") == text.npos && text.find("____") == text.npos && text.find("…") == text.npos) return text;
    Letters letters{text};
    auto found = leaders.in(letters.low);
    static const Pattern inside{"\\s*\\.{4,}\\s*"};
    if (!found) {    // „seznam bytů (Novák) ........ splněno“
        auto dots = inside.in(letters.low);
        return dots ? letters.cut(0, dots->from()) + " – " + letters.cut(dots->to()) : text;
    }
    auto label = letters.cut(0, found->to());
    auto end = label_end.in(plain_small(label));
    return Letters{label}.cut(0, end ? end->from() : label.size()) + ": " + letters.cut(found->to());
}

// „#3 inspekce“, „č. 3 – …“ numbers an item.
void number_item(Line& line) {
    static const Pattern sign{"^#(\\d{1,2})\\s+(?=\\S)"};
    if (line.kind != LineKind::text) return;
    Letters letters{line.text};
    auto found = sign.in(letters.low);
    if (!found) return;
    line.kind = LineKind::item, line.level = 1, line.marker = (*found)[1] + ".";
    line.text = letters.cut(found->to());
}

}

void make_lines_plain(CleanDocument& clean) {
    std::vector<Line> lines;
    std::vector<std::size_t> origin;
    for (std::size_t at = 0; at < clean.document.lines.size(); ++at) {
        auto line = std::move(clean.document.lines[at]);
        line.text = with_plain_numbers(without_mentions(with_labels_for_icons(std::move(line.text))));
        if (line.kind == LineKind::text) line.text = with_colon_for_dots(std::move(line.text));
        number_item(line);
        for (auto& cell : line.cells) cell = without_mentions(cell);
        auto parts = line.kind == LineKind::text ? text::parted(line.text, "•") : std::vector<std::string>{};
        if (parts.size() < 3) {
            lines.push_back(std::move(line)), origin.push_back(clean.origin[at]);
            continue;
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            auto part = line;
            part.text = squeezed(parts[i]);
            if (i > 0 || line.text.starts_with("•")) part.kind = LineKind::item, part.marker = "•", part.level = 1;
            if (!part.text.empty()) lines.push_back(std::move(part)), origin.push_back(clean.origin[at]);
        }
    }
    clean.document.lines = std::move(lines);
    clean.origin = std::move(origin);
}

}
