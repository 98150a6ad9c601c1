// When the service is there.
#include "network/service_reading/service_fields.hpp"

#include "platform/reading/passages/pattern_rows.hpp"
#include "platform/reading/passages/sentences.hpp"

#include <algorithm>

namespace network {

namespace {

using passages::Passage;

// Nothing but days: "po–čt", "so, ne, svátky".
bool is_day_cell(std::string_view cell) {
    auto tokens = passages::tokens_of(cell);
    static constexpr std::string_view day =
        "po|pondel*|ut|uter*|st|stred*|ct|ctvrt*|pa|patek|pat|so|sobot*|ne|nedel*|vsedni*|pracovni|den|dny|vikend*|svatk*|svatky|denne";
    bool any = false;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].kind == passages::TokenKind::sign || passages::match_at(tokens, at, "a|i|az|o|v|ve")) continue;
        if (!passages::match_at(tokens, at, day)) return false;
        any = true;
    }
    return any;
}

// Days in the columns, hours below them.
bool names_days(const std::vector<std::string>& cells) {
    std::size_t days = 0, others = 0;
    for (std::size_t n = 0; n < cells.size(); ++n) {
        if (is_day_cell(cells[n])) ++days;
        else if (n > 0 && !passages::trimmed(cells[n]).empty()) ++others;
    }
    return days >= 2 && others == 0;
}

bool has_number(std::string_view cell) { return cell.find_first_of("0123456789") != cell.npos; }

// The row of days above, and what stands under them in a row of the same table.
class DaysInColumns {
public:
    bool opens(const Passage& passage) {
        if (passage.table != table_) days_.clear(), table_ = passage.table;
        if (!passage.table || !names_days(passage.cells)) return false;
        days_ = passage.cells;
        return true;
    }

    bool read(const Passage& passage, passages::HoursReader& reader) {
        if (days_.empty() || passages::has_any(passage.tokens, patterns_of_price)) return days_.clear(), false;
        if (passage.cells.empty()) {    // under a label of ours, each value a passage
            auto column = passage.column + 1;
            return column < days_.size() && read_cell(days_[column], passage.text, passage.at, reader);
        }
        if (passage.cells.size() > days_.size()) return false;
        bool any = false;
        for (std::size_t n = 1; n < passage.cells.size(); ++n)
            any = read_cell(days_[n], passage.cells[n], passage.at, reader) || any;
        if (!any) days_.clear();    // another table below
        return any;
    }

private:
    static constexpr std::string_view patterns_of_price[] = {"kc", "cena|ceny"};

    static bool read_cell(const std::string& day, const std::string& cell, reading::Place at,
                          passages::HoursReader& reader) {
        if (!is_day_cell(day)) return false;
        if (!has_number(cell)) return true;    // closed
        reader.forget_days();
        reader.read(passages::tokens_of(day + ": " + cell), at);
        return true;
    }

    std::vector<std::string> days_;
    int table_ = -1;
};

bool is_time(std::string_view cell) {
    auto tokens = passages::tokens_of(cell);
    bool clock = tokens.size() == 3 && passages::match_at(tokens, 0, "# .|: #");
    return clock || (tokens.size() <= 2 && passages::match_at(tokens, 0, "# ?hod*|h"));
}

// "v pracovní dny | 6.00 | 21.00" below "od | do".
std::optional<passages::Tokens> from_and_to(const Passage& passage) {
    auto& cells = passage.cells;
    if (cells.size() != 3 || !is_day_cell(cells[0]) || !is_time(cells[1]) || !is_time(cells[2])) return {};
    return passages::tokens_of(cells[0] + ": " + cells[1] + " - " + cells[2]);
}

// Day in the first cell, hours in a column that says so.
passages::Tokens with_day(const Passage& passage) {
    if (passage.column_name.empty() || passage.cells.empty() || !is_day_cell(passage.cells[0])) return passage.tokens;
    return passages::tokens_of(passage.cells[0] + ": " + passage.text);
}

// Lines of a paragraph that begin with a day each: "středa zavřeno, porada" says nothing of Thursday below it.
std::vector<passages::Tokens> lines_of_days(const passages::Tokens& tokens, std::string_view text) {
    std::vector<passages::Tokens> lines(1);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        bool begins = at > 0 && tokens[at].end <= text.size() &&
                      text.substr(tokens[at - 1].end, tokens[at].begin - tokens[at - 1].end).find('\n') != text.npos;
        if (begins && is_day_cell(tokens[at].folded)) lines.emplace_back();
        lines.back().push_back(tokens[at]);
    }
    return lines;
}

bool speaks_of_hours_of_others(const passages::Tokens& tokens) {
    static constexpr std::string_view others[] = {"obecni*|radnic*|urad*|urade",
                                                  "uredni*",
                                                  "kancelar*",
                                                  "pujcovn*",
                                                  "pujcuje*",
                                                  "zastihnete ho|ji|je|vedouci*|pracovnic*|koordinator*",
                                                  "obchud*|obchud|kram|kramek|kavarn*|bistro",
                                                  "jidelna",
                                                  "knihovn*",
                                                  "sbern*",
                                                  "posta|lekarn*|bazen*|muzeum|infocentr*|prodejn*|obchod*",
                                                  "webu|webov*",
                                                  "kc",
                                                  "to bylo|byvalo",
                                                  "bylo|byvalo to",
                                                  "drive|driv|puvodne"};
    return passages::has_any(tokens, others);
}

// "terénně (u lékaře, na úřadě)": brackets without numbers say where, not whose hours they are.
passages::Tokens without_brackets(const passages::Tokens& tokens) {
    passages::Tokens left;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        auto end = at;
        while (tokens[at].folded == "(" && end < tokens.size() && tokens[end].folded != ")" &&
               tokens[end].kind != passages::TokenKind::number)
            ++end;
        if (end > at && end < tokens.size() && tokens[end].folded == ")") at = end;
        else left.push_back(tokens[at]);
    }
    return left;
}

// Of a helpline "volejte denně od 9 do 21" is what it is for.
passages::Tokens without_calls(const passages::Tokens& tokens) {
    passages::Tokens left;
    for (std::size_t at = 0; at < tokens.size(); ++at)
        if (!passages::match_at(tokens, at, "volejte|volat|zavolat|zavolejte|tel|telefon|telefonovat"))
            left.push_back(tokens[at]);
    return left;
}

void read_sentences(const Passage& passage, passages::HoursReader& reader, bool helpline = false) {
    for (auto& sentence : passages::sentences_of(passage.text)) {
        if (denies(sentence.tokens) || speaks_of_hours_of_others(without_brackets(sentence.tokens))) continue;
        if (passages::speaks_of_hours(sentence.tokens) || passages::says_nonstop(sentence.tokens))
            reader.read(helpline ? without_calls(sentence.tokens) : sentence.tokens, passage.at);
    }
}

// "Na lůžko | kdykoli, 24 hodin denně": a row of the card whose label we do not know, or a day and its hours.
bool is_row_of_hours(const Passage& passage) {
    if (passage.field != no_field || passage.kind != reading::LineKind::row) return false;
    bool of_day = !passage.cells.empty() && is_day_cell(passage.cells[0]) && passages::speaks_of_hours(passage.tokens);
    return of_day || (!passage.label.empty() && passages::says_nonstop(passage.tokens));
}

// "PO – NE 19.00 – 7.30" in capitals looks like a heading.
bool is_day_first(const Passage& passage) {
    return !passage.tokens.empty() && is_day_cell(passage.tokens.front().folded) &&
           passages::speaks_of_hours(passage.tokens);
}

void read_hours(const std::vector<const Passage*>& passages, passages::HoursReader& reader, bool labelled,
                bool helpline) {
    DaysInColumns columns;
    int others_table = 0;    // whom one finds in the office
    for (auto passage : passages) {
        bool header = columns.opens(*passage);
        bool own = passage->field == hours_field || is_row_of_hours(*passage);
        if (passage->field == not_for_field) continue;
        if (!passage->cells.empty() && passages::has(passage->tokens, "kancelar*|zastihnete|navstev*|urednich"))
            others_table = passage->table;
        if (passage->table && passage->table == others_table) continue;
        if (header) continue;
        if (auto span = labelled ? from_and_to(*passage) : std::nullopt) {
            reader.read(*span, passage->at);
            continue;
        }
        if (passage->table && labelled && columns.read(*passage, reader)) continue;
        if (own != labelled) continue;
        if (labelled) {
            if (passages::has(passage->tokens, "kc")) continue;
            bool cell = !passage->column_name.empty();
            auto lines = cell ? std::vector<passages::Tokens>(1, with_day(*passage))
                              : lines_of_days(passage->tokens, passage->text);
            for (auto& line : lines) reader.read(line, passage->at, passage->field == hours_field);
        } else if (passage->field != other_field && (!passage->heading() || is_day_first(*passage)))
            read_sentences(*passage, reader, helpline);
    }
}

// "Jak: ambulantně v klubu, streetwork v pondělí 15–18" beside hours under their own label.
void read_forms(const std::vector<const Passage*>& passages, passages::HoursReader& reader) {
    for (auto passage : passages)
        if (passage->field == form_field && !passage->heading() && passages::speaks_of_hours(passage->tokens))
            read_sentences(*passage, reader);
}

}

void find_hours(const ServicePart& part, ServiceFacts& facts) {
    passages::HoursReader reader;
    bool helpline = part.type->paragraph == "§ 55";
    read_hours(part.passages, reader, true, helpline);
    if (reader.found()) read_forms(part.passages, reader);
    if (!reader.found() && !reader.nonstop()) read_hours(part.passages, reader, false, helpline);
    if (!reader.found() && !reader.nonstop()) read_hours(part.common, reader, true, helpline);
    if (!reader.found() && !reader.nonstop()) read_hours(part.common, reader, false, helpline);
    facts.opening_hours = reader.hours();
    if (reader.nonstop()) facts.nonstop = reader.nonstop_at();
}

}
