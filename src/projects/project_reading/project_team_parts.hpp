// The parts of looking for a team: a stream of short pieces, rows of tables, sentences.
#pragma once

#include "projects/project_reading/project_fields.hpp"
#include "projects/project_reading/project_people.hpp"

namespace projects {

// Pieces of text in the order of the page – lines, cells, items – and the people whose cards they make: the name before
// or behind the post, telephones and addresses below.
class TeamStream {
public:
    explicit TeamStream(bool only_sure) : only_sure_{only_sure} {}    // names must have a title or a known first name

    void take(std::string_view piece, reading::Place at, bool after_gap);
    void post_ahead(std::string_view role) { pending_ = role; }
    void close() { open_ = false, pending_.clear(); }

    std::vector<ReadMember> members{};

private:
    void people_of_line(const std::string& text, const passages::Tokens&, const std::vector<ProjectPerson>&,
                        reading::Place);
    void other_line(const std::string& text, const passages::Tokens&, bool after_gap);

    bool only_sure_, open_ = false, role_first_ = false, seen_role_ = false;
    std::string pending_{};
};

// Where contacts begin: a telephone, an address with @, their labels.
std::size_t begin_of_contacts(std::string_view text, const passages::Tokens&, std::size_t from);
// Words without the signs around them and without a share of working time.
std::string role_between(std::string_view text, const passages::Tokens&, std::size_t first, std::size_t last);
void take_contacts(ReadMember&, std::string_view text, const passages::Tokens&);
bool has_left(const passages::Tokens&);
bool is_label_of_contact(const passages::Tokens&, std::size_t at);

// Rows whose head names a column of people, and rows with a person beside a post.  `in_team`: whether a passage stands
// under a heading about people, by its number.
std::vector<ReadMember> members_in_rows(const Passages&, const reading::TextDocument&,
                                        const std::vector<bool>& in_team);
std::vector<ReadMember> members_in_sentences(const Passages&);
// Who wrote the letter and says „já jako projektová manažerka“.
std::vector<ReadMember> writer_of_letter(const Passages&, std::string_view sender);

}
