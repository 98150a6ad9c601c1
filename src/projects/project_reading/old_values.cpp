// Tells the values that hold from those that held before.
#include "projects/project_reading/old_values.hpp"

#include <algorithm>
#include <map>

namespace projects {

namespace {

using passages::Passage;
using passages::Span;
using passages::Tokens;

constexpr std::string_view old_words = "dosavadni|puvodni|stavajici|predchozi|stare|stary|stara";
constexpr std::string_view new_words = "nove|novy|nova|nyni|aktualni|upravene|zmenene|po";

bool opens_wording(const Passage& passage, std::string_view words) {
    auto text = passage.label.empty() ? passage.text : passage.label;
    auto tokens = passages::tokens_of(text);
    return tokens.size() <= 6 && passages::match_at(tokens, 0, words) &&
           passages::match_at(tokens, 1, "zneni|text|stav|hodnota|hodnoty|udaje|udaj|verze|zmene");
}

void leave_out_old_wording(Passages& all) {
    bool renewed = std::ranges::any_of(all, [](auto& one) { return opens_wording(one, new_words); });
    bool old = false;
    for (auto& passage : all) {
        if (opens_wording(passage, old_words)) old = renewed;
        else if (opens_wording(passage, new_words) || passage.heading()) old = false;
        if (old) passage.field = other_project_field;
    }
}

bool heads_old(const Tokens& head) { return head.size() <= 4 && passages::match_at(head, 0, old_words).has_value(); }
bool heads_new(const Tokens& head) { return head.size() <= 4 && passages::match_at(head, 0, new_words).has_value(); }
bool heads_euros(const Tokens& head) {
    return passages::has(head, "eur|euro|eura") || passages::has(head, "\xe2\x82\xac");
}
bool heads_crowns(const Tokens& head) { return passages::has(head, "kc|czk|korun*") && !heads_euros(head); }

struct TableColumns {
    std::size_t head_line = 0;
    std::map<std::size_t, Tokens> heads{};    // by the number of the value, from nought

    template <class Heads>
    std::optional<std::size_t> of(Heads heads_it) const {
        for (auto& [column, head] : heads)
            if (heads_it(head)) return column;
        return {};
    }
    // The column that another one makes needless.
    std::optional<std::size_t> needless() const {
        if (of(heads_new))
            if (auto column = of(heads_old)) return column;
        return of(heads_crowns) ? of(heads_euros) : std::nullopt;
    }
};

void leave_out_columns(Passages& all) {
    std::map<int, TableColumns> tables;
    for (auto& passage : all) {
        if (!passage.table) continue;
        auto& table = tables.try_emplace(passage.table, TableColumns{passage.at.first}).first->second;
        if (table.head_line != passage.at.first) continue;
        if (passage.cells.empty()) table.heads[passage.column] = passage.tokens;
        else
            for (std::size_t n = 1; n < passage.cells.size(); ++n)
                table.heads[n - 1] = passages::tokens_of(passage.cells[n]);
    }
    for (auto& passage : all) {
        if (!passage.table) continue;
        auto& table = tables[passage.table];
        auto needless = table.needless();
        if (!needless || passage.at.first == table.head_line) continue;
        if (passage.cells.empty() && passage.column == *needless) passage.field = other_project_field;
        else if (*needless + 2 < passage.cells.size() + 1 && passage.cells.size() > *needless + 1)
            passage.cells.erase(passage.cells.begin() + std::ptrdiff_t(*needless) + 1);
    }
}

}

void leave_out_old_values(Passages& all) {
    leave_out_old_wording(all);
    leave_out_columns(all);
}

bool is_old_value(const Tokens& tokens, Span value) {
    for (auto at = value.first; at > 0 && at + 3 > value.first; --at)
        if (passages::match_at(tokens, at - 1, "puvodnich|puvodni|puvodne|dosavadnich|dosavadni|misto|namisto"))
            return true;
    auto before =
        value.first > 0 && !passages::match_at(tokens, value.first - 1, "z|ze") ? value.first - 1 : value.first;
    bool from = before > 0 &&
                (before == value.first || passages::match_at(tokens, before, "castky|vyse|ceny|terminu|data|dne")) &&
                passages::match_at(tokens, before - 1, "z|ze");
    return from &&
           passages::match_at(tokens, value.last, "?kc ?, na ?castku|vysi|dne|datum|celkovych|celkem #").has_value();
}

}
