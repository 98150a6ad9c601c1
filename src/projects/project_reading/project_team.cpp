// Who works on the project, and for whom it is.
#include "projects/project_reading/project_fields.hpp"

#include "platform/reading/passages/contacts.hpp"
#include "platform/reading/passages/groups_of_people.hpp"
#include "platform/reading/passages/people.hpp"
#include "platform/reading/passages/sentences.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Passage;
using passages::Tokens;

void take_contacts(ReadMember& member, std::string_view text, const Tokens& tokens) {
    for (auto& phone : passages::phones_in(text, tokens))
        if (std::ranges::count(member.phones, phone.printed) == 0) member.phones.push_back(phone.printed);
    auto emails = passages::emails_in(text);
    if (!emails.empty() && member.email.empty()) member.email = emails.front();
}

// Where contacts begin: a telephone, an address with @, their labels.
std::size_t begin_of_contacts(std::string_view text, const Tokens& tokens, std::size_t from) {
    auto phones = passages::phones_in(text, tokens);
    for (auto at = from; at < tokens.size(); ++at) {
        if (passages::match_at(tokens, at, "tel|telefon|mob|mobil|e - mail|email|e|mail|t|m :|.|-")) return at;
        if (passages::match_at(tokens, at, "tel|telefon|mob|mobil|email")) return at;
        if (at + 1 < tokens.size() && tokens[at + 1].folded == "@") return at;
        for (auto& phone : phones)
            if (phone.tokens.first == at) return at;
    }
    return tokens.size();
}

std::string role_between(std::string_view text, const Tokens& tokens, std::size_t first, std::size_t last) {
    while (first < last && (tokens[first].kind == passages::TokenKind::sign)) ++first;
    while (last > first && tokens[last - 1].kind == passages::TokenKind::sign && tokens[last - 1].folded != ")") --last;
    auto role = passages::printed(text, tokens, {first, last});
    std::ranges::replace(role, '\n', ' ');
    return role;
}

// "Mgr. Viola Meduňková, finanční manažerka, tel. …"
std::optional<ReadMember> member_in_line(std::string_view text, const Tokens& tokens, reading::Place at) {
    auto person = passages::person_at(text, tokens, 0);
    if (!person) return {};
    auto& behind = person->tokens.last;
    if (behind < tokens.size() && tokens[behind].kind == passages::TokenKind::word && !person->titled) return {};
    ReadMember member{.name = person->printed, .at = at};
    member.role = role_between(text, tokens, behind, begin_of_contacts(text, tokens, behind));
    take_contacts(member, text, tokens);
    return member;
}

// "manažerka projektu: Ing. Jana Nová, tel. …"
std::optional<ReadMember> member_behind_role(std::string_view text, const Tokens& tokens, reading::Place at) {
    for (std::size_t colon = 1; colon < tokens.size() && colon < 9; ++colon) {
        if (tokens[colon].folded != ":" && !(tokens[colon].folded == "-" && tokens[colon].spaced)) continue;
        auto person = passages::person_at(text, tokens, colon + 1);
        if (!person) return {};
        ReadMember member{.name = person->printed, .role = role_between(text, tokens, 0, colon), .at = at};
        take_contacts(member, text, tokens);
        return member;
    }
    return {};
}

// A row of the table of people; its head may have told which column is what.
struct Row {
    int table = 0;
    std::size_t line = 0;
    ReadMember member{};
};

bool same_row(const Row& row, const Passage& passage) {
    return row.table == passage.table && row.line == passage.at.first;
}

void take_cell(ReadMember& member, const std::string& cell) {
    auto tokens = passages::tokens_of(cell);
    if (tokens.empty()) return;
    auto person = passages::person_at(cell, tokens, 0);
    if (member.name.empty() && person && person->tokens.last + 1 >= tokens.size()) {
        member.name = person->printed;
        return;
    }
    bool contact = !passages::phones_in(cell, tokens).empty() || cell.find('@') != std::string::npos;
    if (contact) take_contacts(member, cell, tokens);
    else if (member.role.empty() && tokens[0].kind == passages::TokenKind::word)
        member.role = role_between(cell, tokens, 0, tokens.size());
}

std::vector<ReadMember> members_in_rows(const Passages& passages) {
    std::vector<Row> rows;
    for (auto& passage : passages) {
        if (!passage.table || passage.cells.size() < 2) continue;
        bool headed = passage.field == person_field || passage.field == role_field || passage.field == contact_field;
        bool below = passage.field == team_field;
        if (!headed && !below) continue;
        if (!rows.empty() && same_row(rows.back(), passage)) continue;
        auto& row = rows.emplace_back(Row{passage.table, passage.at.first, {.at = passage.at}});
        for (auto& cell : passage.cells) take_cell(row.member, cell);
    }
    std::vector<ReadMember> members;
    for (auto& row : rows)
        if (!row.member.name.empty()) members.push_back(row.member);
    return members;
}

constexpr std::string_view not_of_team[] = {"medi*",  "tiskov*", "mluvci", "starost*", "uz v projektu nepracuje",
                                            "do # #", "odes*",   "zapsal*"};

bool has_left(const Tokens& tokens) { return passages::has(tokens, "nepracuj*|ukoncil*|odesel|odesla|byval*|drive"); }

std::vector<ReadMember> members_in_lines(const Passages& passages) {
    std::vector<ReadMember> members;
    bool open = false;
    for (auto& passage : passages) {
        bool team = passage.field == team_field || passage.field == role_field || passage.field == contact_field;
        if (!team || passage.heading() || passage.text.empty() || (passage.table && passage.cells.size() > 1)) {
            open = open && (team || passage.text.empty());
            continue;
        }
        auto text = passage.field == contact_field && !passage.label.empty() ? passage.label + " " + passage.text
                                                                             : passage.text;
        for (std::size_t from = 0; from <= text.size();) {    // each line by itself
            auto to = std::min(text.find('\n', from), text.size());
            auto line = text.substr(from, to - from);
            from = to + 1;
            auto tokens = passages::tokens_of(line);
            auto member = member_in_line(line, tokens, passage.at);
            if (!member) member = member_behind_role(line, tokens, passage.at);
            if (member) {
                open = !has_left(tokens) && !passages::has_any(tokens, not_of_team);
                if (open) members.push_back(*member);
            } else if (open && !members.empty()) {
                auto known = members.back().phones.size() + members.back().email.size();
                take_contacts(members.back(), line, tokens);
                bool contacts = members.back().phones.size() + members.back().email.size() > known;
                bool role = !contacts && members.back().role.empty() && tokens.size() <= 8;
                if (role) members.back().role = role_between(line, tokens, 0, tokens.size());
            }
        }
    }
    return members;
}

constexpr std::string_view work_cues[] = {"garant*", "manazer*", "koordinat*", "vede",     "stara",  "skoli",
                                          "vedouci", "metodi*",  "ridi",       "projektu", "lektor*"};

// "Odborným garantem projektu": odborný garant.
std::string role_in_nominative(std::string_view role) {
    struct Ending {
        std::string_view from, to;
    };
    static constexpr Ending endings[] = {{"ým", "ý"},    {"erem", "er"}, {"orem", "or"}, {"antem", "ant"},
                                         {"kou", "ka"},  {"ní", "ní"},   {"kem", "k"},   {"istou", "ista"},
                                         {"stem", "st"}, {"ou", "á"}};
    std::string out;
    auto tokens = passages::tokens_of(role);
    for (auto& token : tokens) {
        if (token.folded == "projektu") continue;
        auto word = std::string{role.substr(token.begin, token.end - token.begin)};
        for (auto& ending : endings)
            if (word.size() > ending.from.size() + 2 && word.ends_with(ending.from)) {
                word = word.substr(0, word.size() - ending.from.size()) + std::string{ending.to};
                break;
            }
        out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

// "…, která projekt zároveň vede": behind the name, before the next sentence.
bool leads_project(const Tokens& tokens, std::size_t from) {
    for (auto at = from; at < tokens.size() && at < from + 8; ++at)
        if (passages::match_at(tokens, at, "vede")) return true;
    return false;
}

constexpr std::string_view posts_before_names =
    "vede|ridi|manazer*|koordinator*|projektu|vedouci|garant*|lektor*|pracovnice|pracovnik|skoli|asistent*|psycholo*|terapeut*|metodi*|stara|konzultant*";

// Sentences that say what somebody does: „O finance se stará Ing. Sylva Šafránová“.
std::vector<ReadMember> members_in_sentences(const Passages& passages) {
    std::vector<ReadMember> members;
    for (auto& passage : passages) {
        if (passage.field == other_field || of_another_project(passage) || passage.heading() || passage.table) continue;
        for (auto& sentence : passages::sentences_of(passage.text)) {
            if (!passages::has_any(sentence.tokens, work_cues) || passages::has(sentence.tokens, "mluvci|tiskov*") ||
                has_left(sentence.tokens))
                continue;
            std::size_t from = 0;
            for (std::size_t at = 0; at < sentence.tokens.size();) {
                auto person = sentence.tokens[at].capital || passages::match_at(sentence.tokens, at, "doc|prof")
                                  ? passages::person_at(sentence.text, sentence.tokens, at)
                                  : std::nullopt;
                bool called = person && at > 0 && person->tokens.size() == 2 && !sentence.tokens[at - 1].capital &&
                              passages::match_at(sentence.tokens, at - 1, posts_before_names);
                if (!person || (!person->titled && !called)) {
                    ++at;
                    continue;
                }
                if (at > 0 &&
                    passages::match_at(sentence.tokens, at - 1, "starost*|mistostarost*|hejtman*|poslan*|ministr*")) {
                    from = at = person->tokens.last;
                    continue;
                }
                ReadMember member{.name = person->printed, .at = passage.at};
                auto begin = from;
                if (passages::match_at(sentence.tokens, begin, "a|,")) ++begin;
                auto end = at;
                bool is = end > begin && passages::match_at(sentence.tokens, end - 1, "je|bude");
                if (is) --end;
                for (auto n = end; n > begin; --n)
                    if (sentence.tokens[n - 1].folded == "," || sentence.tokens[n - 1].folded == "\"") {
                        begin = n;
                        break;
                    }
                member.role = role_between(sentence.text, sentence.tokens, begin, end);
                if (is) member.role = role_in_nominative(member.role);
                if (leads_project(sentence.tokens, person->tokens.last)) member.role = "vedoucí projektu";
                if (member.role.empty())
                    member.role = role_between(sentence.text, sentence.tokens, person->tokens.last,
                                               std::min(person->tokens.last + 4, sentence.tokens.size()));
                take_contacts(member, sentence.text, sentence.tokens);
                members.push_back(member);
                from = at = person->tokens.last;
            }
        }
    }
    return members;
}

}

std::vector<ReadMember> find_team(const Passages& passages) {
    auto members = members_in_rows(passages);
    if (members.empty()) members = members_in_lines(passages);
    if (members.empty()) members = members_in_sentences(passages);
    return members;
}

namespace {

// Where no label says it: sentences about whom the project is for, then what it is about.
constexpr std::string_view group_cues[] = {"cilov* skupin*", "urcen*",  "zamer* na|se", "pomaha*|pomuze|pomoci|pomoct",
                                           "podpori*",       "slouzi*", "mysli",        "pece o",
                                           "peci o",         "pro"};

FoundTexts groups_by_words(const Passages& passages) {
    for (bool of_project : {true, false})
        for (auto cue : group_cues)
            for (auto& passage : passages) {
                bool weak = cue == "pece o" || cue == "peci o" || cue == "pro";
                if (weak && !of_project) continue;
                if (passage.heading() || passage.table || of_another_project(passage)) continue;
                for (auto& sentence : passages::sentences_of(passage.text)) {
                    auto words = passages::find(sentence.tokens, cue);
                    if (!words || (of_project && cue != group_cues[0] && !passages::has(sentence.tokens, "projekt*")))
                        continue;
                    FoundTexts groups;
                    for (auto n = words->last; n < sentence.tokens.size() && groups.empty(); ++n)
                        if (passages::describes_group(sentence.tokens, n))
                            for (auto& group : passages::groups_in_words(sentence.text, sentence.tokens, n))
                                if (groups.empty() || !weak) groups.push_back({group, passage.at});
                    if (!groups.empty()) return groups;
                }
            }
    return {};
}

}

FoundTexts find_project_groups(const Passages& passages) {
    FoundTexts groups;
    for (auto& passage : passages) {
        if (passage.field != target_field || passage.heading() || passage.text.empty()) continue;
        auto add = [&](std::string_view text) {
            auto clean = std::string{passages::trimmed(text, ".,;-")};
            std::ranges::replace(clean, '\n', ' ');
            if (clean.size() > 3) groups.push_back({clean, passage.at});
        };
        bool item = passage.kind == reading::LineKind::item;
        std::size_t from = 0;
        auto& tokens = passage.tokens;
        bool list = !item && !passage.label.empty();
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            bool relative = passages::match_at(tokens, at + 1, "kter*|jejich*|kdo|jez").has_value();
            bool cut = tokens[at].folded == ";" || (list && tokens[at].folded == "," && !relative) ||
                       (list && tokens[at].folded == "." && at + 1 == tokens.size());
            if (!cut) continue;
            if (at > from) add(passages::printed(passage.text, tokens, {from, at}));
            from = at + 1;
        }
        if (from < tokens.size()) add(passages::printed(passage.text, tokens, {from, tokens.size()}));
    }
    return groups.empty() ? groups_by_words(passages) : groups;
}

}
