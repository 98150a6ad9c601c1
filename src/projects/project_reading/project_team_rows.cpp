// Tables of people, with a head that names the columns or without one.
#include "projects/project_reading/project_team_parts.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Tokens;
using Cells = std::vector<std::string>;

enum Column { other_column, name_column, first_name_column, surname_column, title_column, role_column, contact_column };

struct ColumnName {
    std::string_view pattern;
    Column column;
};

constexpr ColumnName column_names[] = {{"jmeno|prijmeni a|, ?titul|prijmeni|jmeno", name_column},
                                       {"prijmeni", surname_column},
                                       {"titul*", title_column},
                                       {"jmeno", name_column},
                                       {"kdo", name_column},
                                       {"osoba|osoby", name_column},
                                       {"pracovnik|pracovnice", name_column},
                                       {"clen*", name_column},
                                       {"kontaktni osoba", name_column},
                                       {"pozice|role|funkce|post", role_column},
                                       {"pracovni pozice|zarazeni", role_column},
                                       {"pracovni zarazeni", role_column},
                                       {"co ma na starosti", role_column},
                                       {"co dela", role_column},
                                       {"v projektu", role_column},
                                       {"zodpov*|odpov*", role_column},
                                       {"napln", role_column},
                                       {"cinnost", role_column},
                                       {"na starosti", role_column},
                                       {"za co", role_column},
                                       {"oblast", role_column},
                                       {"tel|telefon*", contact_column},
                                       {"mob*", contact_column},
                                       {"e - mail*", contact_column},
                                       {"email*", contact_column},
                                       {"mail", contact_column},
                                       {"kontakt*", contact_column},
                                       {"spojeni", contact_column},
                                       {"kde ho|ji|je", contact_column}};

Column column_of(std::string_view cell) {
    auto tokens = passages::tokens_of(cell);
    if (tokens.empty() || tokens.size() > 8) return other_column;
    for (auto& name : column_names)
        if (passages::match_at(tokens, 0, name.pattern)) return name.column;
    return other_column;
}

// The head of a table of people: a name, and a post or contacts.
std::vector<Column> columns_of(const Cells& cells) {
    std::vector<Column> columns;
    bool names = false, more = false, surname = false;
    for (auto& cell : cells) {
        auto tokens = passages::tokens_of(cell);
        bool person = std::ranges::any_of(project_people_in(cell, tokens), &ProjectPerson::sure);
        auto column = person ? other_column : column_of(cell);
        surname = surname || column == surname_column;
        names = names || column == name_column || column == surname_column;
        more = more || column == role_column || column == contact_column;
        columns.push_back(column);
    }
    if (surname) std::ranges::replace(columns, name_column, first_name_column);
    return names && (more || surname) ? columns : std::vector<Column>{};
}

bool only_signs(std::string_view cell) {
    return std::ranges::none_of(passages::tokens_of(cell),
                                [](auto& token) { return token.kind != passages::TokenKind::sign; });
}

std::string named_by(const Cells& cells, const std::vector<Column>& columns, Column column) {
    for (std::size_t n = 0; n < std::min(cells.size(), columns.size()); ++n)
        if (columns[n] == column && !only_signs(cells[n])) return std::string{passages::trimmed(cells[n])};
    return {};
}

std::optional<ReadMember> member_by_columns(const Cells& cells, const std::vector<Column>& columns, reading::Place at) {
    ReadMember member{.at = at};
    auto surname = named_by(cells, columns, surname_column);
    if (!surname.empty()) {
        auto title = named_by(cells, columns, title_column), first = named_by(cells, columns, first_name_column);
        member.name = std::string{passages::trimmed(title + ' ' + first + ' ' + surname)};
    }
    for (std::size_t n = 0; n < std::min(cells.size(), columns.size()); ++n) {
        auto text = with_at_signs(cells[n]);
        auto tokens = passages::tokens_of(text);
        if (columns[n] == name_column) {
            TeamStream card{false};
            for (std::string_view rest = text; !rest.empty();) {
                auto end = std::min(rest.find('\n'), rest.size());
                card.take(rest.substr(0, end), at, false), rest.remove_prefix(std::min(end + 1, rest.size()));
            }
            if (card.members.empty()) continue;
            auto role = member.role;
            auto kept = member;
            member = card.members.front();
            if (!role.empty()) member.role = role;
            for (auto& phone : kept.phones) member.phones.push_back(phone);
            if (member.email.empty()) member.email = kept.email;
        } else if (columns[n] == role_column && !only_signs(cells[n]))
            member.role = role_between(text, tokens, 0, tokens.size());
        else take_contacts(member, text, tokens);
    }
    auto role = passages::tokens_of(member.role);
    if (member.name.empty() || stands_apart(role, {0, role.size()})) return {};
    return member;
}

void take_lines(TeamStream& stream, std::string_view cell, reading::Place at) {
    while (!cell.empty()) {
        auto end = std::min(cell.find('\n'), cell.size());
        stream.take(cell.substr(0, end), at, false);
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
}

bool is_number_or_word(std::string_view cell) {
    auto tokens = passages::tokens_of(cell);
    return tokens.empty() || tokens.front().kind != passages::TokenKind::word ||
           passages::match_at(tokens, 0, "ano|ne|uvaz*|hpp|dpp|dpc") || tokens.size() > 12;
}

// A row without a head: one person whose post and contacts stand in the other cells, or a card in each cell.
void members_of_row(const Cells& cells, bool in_team, reading::Place at, std::vector<ReadMember>& members) {
    std::size_t with_person = 0, person_cell = 0;
    bool role = false;
    for (std::size_t n = 0; n < cells.size(); ++n) {
        auto text = with_at_signs(cells[n]);
        auto tokens = passages::tokens_of(text);
        auto people = project_people_in(text, tokens);
        if (!in_team) std::erase_if(people, [](auto& person) { return !person.sure; });
        bool is_person = !people.empty() && people.front().tokens.first <= 8;
        if (is_person && with_person++ == 0) person_cell = n;
        role = role || names_role(tokens, {0, std::min<std::size_t>(tokens.size(), 12)});
        if (tokens.size() > 40 || stands_apart(tokens, {0, tokens.size()})) return;
    }
    if (with_person == 0 || (!in_team && !role)) return;
    TeamStream whole{!in_team};
    for (auto& cell : cells) {
        take_lines(whole, cell, at);
        if (with_person > 1) whole.close();
    }
    if (with_person == 1 && whole.members.size() == 1 && whole.members[0].role.empty())
        for (std::size_t n = 0; n < cells.size(); ++n) {
            auto tokens = passages::tokens_of(cells[n]);
            bool contact = begin_of_contacts(cells[n], tokens, 0) < tokens.size();
            if (n == person_cell || contact || is_number_or_word(cells[n])) continue;
            whole.members[0].role = role_between(cells[n], tokens, 0, tokens.size());
            break;
        }
    for (auto& member : whole.members) members.push_back(std::move(member));
}

}

namespace {

// Columns are people, rows say what is said of them: "koordinátorka | A | B", "telefon | … | …".
class TurnedTable {
public:
    void take(const Cells& cells, reading::Place at) {
        auto label = passages::tokens_of(cells[0]);
        current_.resize(std::max(current_.size(), cells.size()), none);
        bool post = passages::match_at(label, 0, "pozice|funkce|role|co|v").has_value();
        bool contact = is_label_of_contact(label, 0);
        for (std::size_t n = 1; n < cells.size(); ++n) {
            auto text = with_at_signs(cells[n]);
            auto tokens = passages::tokens_of(text);
            auto person = project_person_at(text, tokens, 0);
            if (contact && current_[n] != none) take_contacts(members[current_[n]], text, tokens);
            else if (post && current_[n] != none && !only_signs(text)) members[current_[n]].role = text;
            else if (!contact && !post) begin(n, person, label, cells[0], at);
        }
    }

    std::vector<ReadMember> members{};

private:
    static constexpr std::size_t none = std::size_t(-1);

    void begin(std::size_t column, const std::optional<ProjectPerson>& person, const Tokens& label,
               std::string_view printed, reading::Place at) {
        current_[column] = person ? members.size() : none;
        if (!person) return;
        bool role = !label.empty() && column_of(printed) != name_column;
        members.push_back(
            {.name = person->name, .role = role ? std::string{passages::trimmed(printed, ":")} : "", .at = at});
    }

    std::vector<std::size_t> current_{};
};

// Rows from here on that are one table, of three columns at least, with contacts named before the rows.
std::size_t end_of_turned_table(const reading::TextDocument& document, std::size_t first) {
    auto& lines = document.lines;
    auto end = first;
    std::size_t contacts = 0;
    while (end < lines.size() && lines[end].kind == reading::LineKind::row && lines[end].table == lines[first].table) {
        auto& cells = lines[end].cells;
        if (cells.size() < 3) return first;
        auto label = passages::tokens_of(cells[0]), value = passages::tokens_of(with_at_signs(cells[1]));
        bool reaches = begin_of_contacts(cells[1], value, 0) < value.size() || only_signs(cells[1]);
        contacts += is_label_of_contact(label, 0) && label.size() <= 3 && reaches;
        ++end;
    }
    return contacts > 0 && end > first + 1 ? end : first;
}

}

std::vector<ReadMember> members_in_rows(const Passages& all, const reading::TextDocument& document,
                                        const std::vector<bool>& in_team) {
    std::vector<ReadMember> members;
    std::vector<bool> team_line(document.lines.size()), foreign(document.lines.size());
    for (std::size_t n = 0; n < all.size(); ++n)
        for (auto line = all[n].at.first; line <= all[n].at.last && line < team_line.size(); ++line) {
            if (in_team[n]) team_line[line] = true;
            if (of_another_project(all[n])) foreign[line] = true;
        }
    std::vector<Column> columns;
    int table = 0;
    for (std::size_t n = 0; n < document.lines.size(); ++n) {
        auto& line = document.lines[n];
        if (line.kind != reading::LineKind::row || line.cells.size() < 2 || foreign[n]) continue;
        if (line.table != table) {
            columns.clear(), table = line.table;
            auto end = end_of_turned_table(document, n);
            TurnedTable turned;
            for (auto row = n; row < end; ++row) turned.take(document.lines[row].cells, {row, row});
            for (auto& member : turned.members) members.push_back(std::move(member));
            if (end > n) {
                n = end - 1;
                continue;
            }
        }
        if (auto head = columns_of(line.cells); !head.empty()) {
            columns = head;
            continue;
        }
        if (columns.empty()) members_of_row(line.cells, team_line[n], {n, n}, members);
        else if (auto member = member_by_columns(line.cells, columns, {n, n})) members.push_back(std::move(*member));
    }
    return members;
}

}
