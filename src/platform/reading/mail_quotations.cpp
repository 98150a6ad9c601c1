#include "platform/reading/mail_quotations.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/dates_in_text.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/pattern.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace reading {

namespace {

// „Jana Nová napsala:“, „12. 3. 2024 v 8:15, nova@mesto.cz napsal(a):“; „jak jsme je napsali:“ opens a list.
bool names_writer(std::string_view line) {
    static const Pattern wrote{"(\\S+) napsal(?:a|\\(a\\)|/a)?:$"};
    Letters letters{line};
    auto found = wrote.in(letters.low);
    if (!found) return false;
    auto before = letters.plain[found->from(1)];
    return (before >= 'A' && before <= 'Z') || letters.low.find_first_of("0123456789@") != std::string::npos;
}

bool begins_quotation(std::string_view line) {
    auto low = plain_small(line);
    auto has = [&](std::string_view words) { return low.find(words) != low.npos; };
    if (has("puvodni zprava") || has("original message") || has("preposlana zprava") || has("forwarded message"))
        return has("---");
    bool told = low.starts_with("dne ") || low.starts_with("on ") || has("<");
    return low.ends_with(':') && ((told && (has("napsal") || has(" wrote") || has("odeslano:"))) || names_writer(line));
}

// Outlook's head of the letter below: Od: … Odesláno: … within three lines.
bool begins_quoted_head(const std::vector<std::string>& lines, std::size_t at) {
    auto begins = [&](std::size_t which, std::string_view words) {
        return which < lines.size() && plain_small(squeezed(lines[which])).starts_with(words);
    };
    if (!begins(at, "od: ") && !begins(at, "from: ")) return false;
    for (auto next = at + 1; next < at + 4; ++next)
        if (begins(next, "odeslano:") || begins(next, "sent:") || begins(next, "datum:") || begins(next, "date:") ||
            begins(next, "komu:") || begins(next, "to:"))
            return true;
    return false;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from <= text.size();) {
        auto to = std::min(text.find('\n', from), text.size());
        lines.emplace_back(text.substr(from, to - from));
        if (lines.back().ends_with('\r')) lines.back().pop_back();
        from = to + 1;
    }
    return lines;
}

std::string name_before_address(std::string_view field) {
    auto name = squeezed(field.substr(0, field.find('<')));
    if (auto address = name.find("[mailto:"); address != name.npos) name = squeezed(name.substr(0, address));
    std::erase(name, '"');
    return name.find('@') == name.npos ? name : std::string{};
}

// „úterý 7. listopadu 2023 17:48“, „Wednesday, May 17, 2023 5:15 PM“
std::string day_written(const std::string& field) {
    if (auto dates = dates_in(Letters{field}, {}); !dates.empty()) return to_iso(dates.front().first);
    static const Pattern american{"([a-z]{3,9}) (\\d{1,2}), (\\d{4})"};
    if (auto found = american.in(plain_small(field)))
        return day_sent((*found)[2] + ' ' + (*found)[1] + ' ' + (*found)[3]);
    return day_sent(field);
}

// The letter below: without the lines of its head, which say who sent it, when and about what.
LetterWritten letter_sent_on(const std::string& quoted) {
    static const Pattern field{
        "^\\W*(od|from|odesilatel|odeslano|sent|datum|date|komu|to|kopie|cc|predmet|subject|dne)\\s*:\\s*(.*)$"};
    static const Pattern lead{"^dne (.{6,40}?)(?: v \\d| odesilatel| uzivatel|,| napsal).*$"},
        writer{"(?:odesilatel|uzivatel|napsala?:?)\\s+([A-Z][^<(:]{3,40}?)\\s*(?:<|\\(|napsal|:|$)"};
    LetterWritten letter;
    auto lines = lines_of(quoted);
    std::size_t at = 0;
    for (bool any = false; at < lines.size() && at < 14; ++at) {
        Letters line{squeezed(lines[at])};
        auto said = field.in(line.low);
        auto value = said ? line.cut(said->from(2)) : std::string{};
        auto on = lead.in(line.low);
        if (said && ((*said)[1] == "od" || (*said)[1] == "from" || (*said)[1] == "odesilatel"))
            letter.sender = name_before_address(value);
        else if (said && ((*said)[1] == "predmet" || (*said)[1] == "subject")) letter.subject = value;
        else if (said && ((*said)[1] == "komu" || (*said)[1] == "to" || (*said)[1] == "kopie" || (*said)[1] == "cc")) {
        } else if (said) letter.sent_on = day_written(value);
        else if (on && !any) {
            letter.sent_on = day_written(line.cut(on->from(1), on->to(1)));
            if (auto who = writer.in(line.plain)) letter.sender = line.cut(who->from(1), who->to(1));
        } else if (!line.source.empty() && (any || !begins_quotation(line.source))) break;
        any = any || said || on;
    }
    for (; at < lines.size(); ++at) letter.text += lines[at] + '\n';
    return letter;
}

}

namespace {

// „>> Mzdy od července“ alone between lines that are no quotation
bool is_topic(const std::vector<std::string>& lines, std::size_t at) {
    if (!lines[at].starts_with(">> ") || lines[at].size() > 90) return false;
    bool quoted_above = at > 0 && lines[at - 1].starts_with('>');
    bool quoted_below = at + 1 < lines.size() && lines[at + 1].starts_with('>');
    return !quoted_above && !quoted_below;
}

}

// A letter that only sends another one on is that other one.
LetterWritten without_quotations(std::string_view text) {
    auto lines = lines_of(text);
    std::string own, rest;
    bool quoted = false;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        auto line = squeezed(lines[at]);
        if (!quoted && (begins_quotation(line) || begins_quoted_head(lines, at))) quoted = true;
        // „Dne … napsala“ may break over two lines
        if (!quoted && at + 1 < lines.size() && plain_small(line).starts_with("dne ") &&
            begins_quotation(line + ' ' + squeezed(lines[at + 1])))
            quoted = true;
        if (quoted) {
            std::string_view bare = lines[at];
            while (bare.starts_with('>') || bare.starts_with(' ')) bare.remove_prefix(1);
            rest += bare, rest += '\n';
        } else if (!line.starts_with('>') || is_topic(lines, at)) own += lines[at], own += '\n';
    }
    auto own_letters = squeezed(own).size(), other_letters = squeezed(rest).size();
    bool only_sent_on = own_letters < 250 && other_letters >= 200 && other_letters > own_letters * 2;
    return only_sent_on ? letter_sent_on(rest) : LetterWritten{.text = own};
}

// Tue, 13 Apr 2021 08:15:00 +0200: the day as the letter writes it.
std::string day_sent(std::string_view field) {
    static constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                                "jul", "aug", "sep", "oct", "nov", "dec"};
    auto words = text::parted(field, " ");
    for (std::size_t at = 0; at + 2 < words.size(); ++at) {
        auto month = std::ranges::find(months, plain_small(words[at + 1]).substr(0, 3));
        if (month == months.end() || words[at].empty() || words[at].size() > 2 || words[at + 2].size() != 4) continue;
        auto digits = [](const std::string& word) {
            return std::ranges::all_of(word, [](unsigned char c) { return std::isdigit(c); });
        };
        if (!digits(words[at]) || !digits(words[at + 2])) continue;
        auto day = std::stoi(words[at]);
        if (day < 1 || day > 31) continue;
        return fmt::format("{}-{:02}-{:02}", words[at + 2], month - months.begin() + 1, day);
    }
    return {};
}

}
