// When the service is there, in which forms, and for how many people.
#include "network/service_reading/service_fields.hpp"

#include "platform/reading/passages/amounts_of_people.hpp"
#include "platform/reading/passages/sentences.hpp"

#include <algorithm>

namespace network {

namespace {

using passages::Passage;

struct FormWord {
    std::string_view form, pattern;
    bool prose;    // sure enough outside of a label
};

constexpr FormWord form_words[] = {
    {"terénní", "terenn*", true},
    {"terénní", "teren|terenu", true},
    {"ambulantní", "ambulan*", true},
    {"pobytová", "pobytov*", true},
    {"pobytová", "pobyty|pobyt", false},
    {"terénní", "u vas doma", true},
    {"terénní", "v domacnost*", true},
    {"terénní", "do|v rodin|rodinach|domacnosti", true},
    {"terénní", "u klient* doma", true},
    {"terénní", "v prirozenem prostredi", true},
    {"terénní", "streetw*", true},
    {"terénní", "prijedeme|dojizdime ?i za", true},
    {"terénní", "jezdime|chodime|prijdeme za", true},
    {"terénní", "telefonick*", false},
    {"ambulantní", "v poradne", true},
    {"ambulantní", "prijdete ?vy za|k nami|nam", true},
    {"ambulantní", "prijit za|k nami|nam", true},
    {"ambulantní", "dochazi* k|do nam|centra|strediska|poradny", true},
    {"ambulantní", "dochazkov*", true},
    {"ambulantní", "denni forma", false},
    {"pobytová", "celorocni pobyt", true},
    {"pobytová", "s ubytovanim", true},
};

void add_forms(const ServicePart& part, const Passage& passage, bool labelled, FoundTexts& forms) {
    for (auto& word : form_words) {
        if (!labelled && !word.prose) continue;
        bool known =
            std::ranges::count(forms, word.form, [](auto& found) { return std::string_view{found.value}; }) > 0;
        if (known || !part.type->allows(word.form) || !passages::has(passage.tokens, word.pattern)) continue;
        forms.push_back({std::string{word.form}, passage.at});
    }
}

bool is_day_cell(std::string_view cell) {
    auto tokens = passages::tokens_of(cell);
    passages::HoursReader reader;
    static constexpr std::string_view days[] = {"po|pondel*", "ut|uter*",  "st|stred*", "ct|ctvrt*",
                                                "pa|patek",   "so|sobot*", "ne|nedel*"};
    return !tokens.empty() && tokens.size() <= 3 && passages::has_any(tokens, days);
}

// Days in the columns, hours below them.
bool names_days(const Passage& passage) {
    auto days = std::ranges::count_if(passage.cells, is_day_cell);
    return days >= 3 && std::size_t(days) + 1 >= passage.cells.size();
}

void read_columns(const std::vector<std::string>& days, const Passage& passage, passages::HoursReader& reader) {
    for (std::size_t n = 0; n < passage.cells.size() && n < days.size(); ++n)
        if (is_day_cell(days[n])) reader.read(passages::tokens_of(days[n] + ": " + passage.cells[n]), passage.at);
}

void read_hours(const ServicePart& part, passages::HoursReader& reader, bool labelled) {
    std::vector<std::string> days;
    int others_table = 0;    // whom one finds in the office
    for (auto passage : part.passages) {
        bool table = !passage->cells.empty() && passage->field == no_field &&
                     passages::speaks_of_hours(passage->tokens) && is_day_cell(passage->cells[0]);
        // "Na lůžko | kdykoli, 24 hodin denně": a row of the card whose label we do not know.
        table = table || (passage->kind == reading::LineKind::row && passage->field == no_field &&
                          !passage->label.empty() && passages::says_nonstop(passage->tokens));
        bool own = passage->field == hours_field || table;
        if (own != labelled || passage->field == not_for_field) continue;
        if (!passage->cells.empty() && passages::has(passage->tokens, "kancelar*|zastihnete|navstev*|urednich"))
            others_table = passage->table;
        if (passage->table && passage->table == others_table) continue;
        if (labelled) {
            if (names_days(*passage)) days = passage->cells;
            else if (!days.empty() && passage->cells.size() == days.size()) read_columns(days, *passage, reader);
            else reader.read(passage->tokens, passage->at, passage->field == hours_field);
            continue;
        }
        if (passage->field == other_field || passage->heading()) continue;
        static constexpr std::string_view of_others[] = {"obecni*|radnic*|urad*|urade",
                                                         "uredni*",
                                                         "kancelar*",
                                                         "pujcovn*",
                                                         "pujcuje*",
                                                         "zastihnete",
                                                         "jidelna",
                                                         "knihovn*",
                                                         "webu|webov*"};
        for (auto& sentence : passages::sentences_of(passage->text)) {
            if (denies(sentence.tokens) || passages::has_any(sentence.tokens, of_others)) continue;
            if (passages::speaks_of_hours(sentence.tokens) || passages::says_nonstop(sentence.tokens))
                reader.read(sentence.tokens, passage->at);
        }
    }
}

bool is_repeated(const FoundTexts& found, const std::string& text) {
    return std::ranges::count(found, text, &FoundText::value) > 0;
}

void add_capacity(FoundTexts& found, const passages::Tokens& tokens, passages::Pace around, reading::Place at) {
    for (auto& text : passages::capacities_in(tokens, around))
        if (!is_repeated(found, text)) found.push_back({text, at});
}

// "- 15 míst, program trvá 10 měsíců": an item that begins with its number.
void add_counted_lines(const ServicePart& part, FoundTexts& found) {
    for (auto passage : part.passages) {
        bool item = passage->kind == reading::LineKind::item && passage->field == no_field;
        if (!item || passage->tokens.empty() || passage->tokens.front().kind != passages::TokenKind::number) continue;
        auto counted = passages::capacities_in(passage->tokens, passages::Pace::none);
        for (auto& text : counted)
            if (!is_repeated(found, text)) found.push_back({text, passage->at});
    }
}

// "Noclehárna, 20 lůžek, otevřeno denně": beds are capacity without a word for it.
void add_beds(const ServicePart& part, FoundTexts& found) {
    for (auto passage : part.passages) {
        if (passage->field == other_field || passage->field == not_for_field) continue;
        for (auto& text : passages::capacities_in(passage->tokens, passages::Pace::none))
            if (text.find(" lůž") != std::string::npos && !is_repeated(found, text))
                found.push_back({text, passage->at});
        if (!found.empty()) return;
    }
}

}

FoundTexts find_forms(const ServicePart& part) {
    FoundTexts forms;
    auto& allowed = part.type->forms;
    if (allowed.size() == 1) return {{allowed.front(), part.type_at}};
    for (auto passage : part.passages)
        if (passage->field == form_field) add_forms(part, *passage, true, forms);
    if (!forms.empty()) return forms;
    for (auto passage : part.passages)
        if (passage->field != not_for_field && passage->field != other_field && passage->field != type_field &&
            !denies(passage->tokens))
            add_forms(part, *passage,
                      passage->field == hours_field || passage->field == capacity_field ||
                          passage->field == where_field,
                      forms);
    return forms;
}

FoundTexts forms_meant(const ServicePart& part, const ServiceFacts& facts) {
    bool beds =
        std::ranges::any_of(facts.capacity, [](auto& one) { return one.value.find(" lůž") != std::string::npos; });
    if (beds && part.type->allows("pobytová")) return {{"pobytová", facts.capacity.front().at}};
    if (!facts.places.empty() && part.type->allows("ambulantní")) return {{"ambulantní", facts.places.front().at}};
    return {};
}

void find_hours(const ServicePart& part, ServiceFacts& facts) {
    passages::HoursReader reader;
    read_hours(part, reader, true);
    if (!reader.found() && !reader.nonstop()) read_hours(part, reader, false);
    facts.opening_hours = reader.hours();
    if (reader.nonstop()) facts.nonstop = reader.nonstop_at();
}

FoundTexts find_capacity(const ServicePart& part) {
    FoundTexts found;
    auto around = passages::Pace::none;
    for (auto passage : part.passages) {
        if (passage->field != capacity_field) continue;
        if (passage->heading()) {
            around = passages::pace_in(passage->tokens);
            continue;
        }
        auto label = passages::tokens_of(passage->label);
        if (auto own = passages::pace_in(label); own != passages::Pace::none || !label.empty()) around = own;
        bool counts = passages::has(label, "pocet");
        add_capacity(found, counts ? passages::tokens_of(passage->label + " " + passage->text) : passage->tokens,
                     around, passage->at);
    }
    if (!found.empty()) return found;
    for (auto passage : part.passages) {
        if (passage->field == other_field || passage->field == not_for_field) continue;
        for (auto& sentence : passages::sentences_of(passage->text))
            if (passages::speaks_of_capacity(sentence.tokens) ||
                passages::has(sentence.tokens, "mame|nabizi*|disponuj* # luzk*|luzek"))
                add_capacity(found, sentence.tokens,
                             passages::pace_in(sentence.tokens) == passages::Pace::a_day
                                 ? passages::Pace::none
                                 : passages::pace_in(sentence.tokens),
                             passage->at);
    }
    if (found.empty()) add_counted_lines(part, found);
    if (found.empty()) add_beds(part, found);
    return found;
}

}
