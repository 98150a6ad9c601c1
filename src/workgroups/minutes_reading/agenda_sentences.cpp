// Points of the programme in one line or sentence.
#include "workgroups/minutes_reading/agenda_reading.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

std::string point_text(std::string text) {
    while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == '.')) text.pop_back();
    return text;
}

namespace {

bool number_stands_in(const std::string& text) {
    static const Pattern number{"(?:^|\\s)\\d{1,2}[.)/]\\s"};
    return number.stands_in(plain_small(text));
}

}

void part_last_at_and(std::vector<std::string>& points) {
    if (points.size() < 2) return;
    Letters last{points.back()};
    auto at = last.low.rfind(" a ");
    if (at == std::string::npos || at < 6 || at + 6 > last.size()) return;
    auto tail = last.cut(at + 3);
    points.back() = last.cut(0, at);
    points.push_back(tail);
}

namespace {

// „dále náhradní bydlení“, „a konečně různé“
std::string without_order(const std::string& part) {
    static const Pattern order{
        "^(?:a )?(?:dale|konecne|nakonec|take|rovnez|jeste|potom|pak|na zaver) (?:pak )?(?:o )?(?=[a-z])"};
    Letters letters{part};
    auto found = order.in(letters.low);
    return found ? letters.cut(found->to()) : part;
}

}

std::vector<std::string> points_in_line(const std::string& value, int first) {
    Letters letters{value};
    static const Pattern number{"(?:^|[\\s,;])(\\d{1,2}|[a-h])[.)/]\\s*(?=[^\\d\\s])"};
    std::vector<std::string> points;
    std::size_t from = std::string::npos;
    int expected = first;
    for (auto& found : number.all(letters.low)) {
        auto said = found[1][0] >= 'a' ? found[1][0] - 'a' + 1 : std::stoi(found[1]);
        if (said != expected) continue;
        if (from != std::string::npos) points.push_back(point_text(squeezed(letters.cut(from, found.from()))));
        from = found.to(), ++expected;
    }
    if (from != std::string::npos && expected > first + 1) points.push_back(point_text(squeezed(letters.cut(from))));
    if (expected <= first + 1) points.clear();
    if (points.empty())
        for (std::string_view sign : {";", " · ", " | ", " / ", " – ", ","}) {
            auto parts = text::parted(value, sign);
            if (parts.size() < 3) continue;
            // „… / různé. Bez připomínek.“
            if (auto end = parts.back().find(". "); end != std::string::npos) parts.back().resize(end);
            if (std::ranges::any_of(parts, [](auto& part) { return part.size() >= 90; })) continue;
            for (auto& part : parts) points.push_back(point_text(without_order(part)));
            break;
        }
    return points;
}

void read_agenda_from_sentences(MinutesSource& source, MinutesFacts& facts) {
    static const Pattern lead{
        "\\b(?:porad(?:em)?(?: jednani| schuze| porady| setkani| zasedani)?|na (?:programu|poradu)(?: (?:jednani|schuze|porady|setkani|zasedani|dne))?|program(?:em)?(?: jednani| schuze| porady| setkani)?|predmetem jednani|hlavnimi? tematy?|tematy?(?: jednani| setkani)?|probiranymi body)\\s+(?:byl[aoiy]?|mel[aiy]?|je|jsou|mame|tvoril[aoiy]?|obsahoval|zahrnoval)\\b(?:\\s+(?:vybor|skupina|rada|komise|tym|tyto body|nasledujici body|tato temata))?\\s*:?\\s*|\\bprogram(?:em)?(?: jednani| schuze| porady)?\\s*:\\s*|^(?:probrali|projednali|resili|probirali) jsme\\s*:?\\s*|\\b(?:probir|probr|projedn|resil|mluvil|jednal|zabyval|hovoril|venoval|diskut)[a-z]*\\b[^:.]{0,60}(?::| -)\\s+|\\b(?:bod[yu]|temat[ay]?|okruh[yu]|vec[ih]|vecech|zalezitost[ih]|na programu|na poradu)\\b[^:.]{0,24}:\\s+|^(?:program|porad)\\b[^:.]{0,50}:\\s+"};
    for (auto& sentence : source.sentences) {
        if (sentence.row || sentence.place.first > source.head_end + 25) continue;
        auto found = lead.in(sentence.letters.low);
        if (!found) continue;
        auto points = points_in_line(sentence.letters.cut(found->to()));
        if (points.empty() && found->to() > 0 && sentence.letters.low[found->to() - 1] != ':' &&
            sentence.letters.low.find(": ") != std::string::npos && found->to() >= sentence.letters.low.find(": "))
            points = text::parted(point_text(sentence.letters.cut(found->to())), ",");    // „lůžka, tiskopisy a den“
        if (points.size() < 2) continue;
        if (sentence.letters.low.find(';', found->to()) == std::string::npos &&
            !number_stands_in(sentence.letters.cut(found->to())))
            part_last_at_and(points);
        for (auto& point : points) point = without_order(point);
        for (auto& point : points) facts.agenda.push_back({point, source.original(sentence)});
        return;
    }
}

}
