// In which forms the service is given, and to how many people.
#include "network/service_reading/service_fields.hpp"

#include "platform/reading/passages/amounts_of_people.hpp"
#include "platform/reading/passages/number_words.hpp"
#include "platform/reading/passages/sentences.hpp"

#include <algorithm>
#include <span>

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
    {"terénní", "jezdime|chodime|prijdeme|dojizdime za", true},
    {"terénní", "za vami|klienty|rodinami jezdime|chodime|dojizdime", true},
    {"terénní", "telefonick*", false},
    {"terénní",
     "k|ke|za lidem|klientum|vam|nim|seniorum|rodinam|lidmi|klienty|vami|nimi|seniory|rodinami|rodinou|klientem|clovekem|rodine|klientovi domu",
     true},
    {"ambulantní", "v poradne", true},
    {"ambulantní", "prijdete ?vy za|k nami|nam", true},
    {"ambulantní", "prijit za|k nami|nam", true},
    {"ambulantní", "dochazi* k|do nam|centra|strediska|poradny", true},
    {"ambulantní", "dochazkov*", true},
    {"ambulantní", "denni forma", false},
    {"pobytová", "celorocni pobyt", true},
    {"pobytová", "s ubytovanim", true},
    {"terénní", "v jejich|svych|vasich bytech|domovech|domacnostech", true},
    {"terénní", "v byte|bytech klienta|klientu|uzivatele|uzivatelu|rodin|rodiny", true},
    {"terénní", "v domacim ?prirozenem prostredi", true},
    {"terénní", "u lidi|klientu|rodin|senioru|nich|nej doma", true},
    {"terénní", "do domacnosti|domu|bytu klientu|uzivatelu|rodin|senioru", true},
    {"terénní", "vyjizdime|vyjizdeji|dojizdime|dojizdeji", true},
    {"terénní", "na ulici|ulicich|ubytovnach|sidlistich", true},
    {"terénní", "k vam ?domu prijede*|prijedou|dojede*", true},
    {"terénní", "prijede*|prijedou|dojede*|prijizdi|prijizdeji ?asistentk*|pecovatelk*|pracovni* k|ke|za|domu", true},
    {"terénní", "doma u vas|klienta|klientu|rodin|lidi", true},
    {"ambulantní", "v nasi|nasem|nasich poradne|stredisku|centru|klubu|ambulanci|kancelari|stacionari|dilnach", true},
    {"ambulantní", "osobni hygien*", true},
    {"ambulantní", "navstivit|navstivte|navstevuji nas|nasi|nase", true},
    {"ambulantní", "prijdte|zastavte|prijd|stavte ?se za|k nami|nam", true},
    {"ambulantní", "na|v pobocce|pobockach|klubovne|kontaktni* centr*", true},
    {"ambulantní", "dochazeji|dochazi|dochazite", true},
    {"pobytová", "u nas ubytuj*|prespat|bydli|bydlet", true},
    {"pobytová", "ubytujeme|ubytovavame", true},
    {"pobytová", "kratkodob* pobyt*", true},
};

// Where nothing surer says it.
constexpr FormWord weak_words[] = {
    {"terénní", "doma", true},
    {"terénní", "jezdi|jezdime|dojizdi|vyjizdi|prijede*|prijedou", true},
    {"ambulantní", "prijit|prijdete|prijde|prijdou|zastavit|zastavte", true},
};

// "Forma: A, T", "amb./ter." of tables.
std::string_view form_in_short(const passages::Tokens& tokens, std::size_t at) {
    bool only_letters = std::ranges::all_of(tokens, [](auto& token) {
        return token.kind == passages::TokenKind::sign ||
               (token.kind == passages::TokenKind::word && token.folded.size() == 1);
    });
    if (passages::match_at(tokens, at, "amb") || (only_letters && tokens[at].folded == "a" && tokens[at].capital))
        return "ambulantní";
    if (passages::match_at(tokens, at, "ter") || (only_letters && tokens[at].folded == "t")) return "terénní";
    if (passages::match_at(tokens, at, "pob") || (only_letters && tokens[at].folded == "p")) return "pobytová";
    return {};
}

void add_forms_in_short(const ServicePart& part, const Passage& passage, FoundTexts& forms) {
    for (std::size_t at = 0; at < passage.tokens.size(); ++at) {
        auto form = form_in_short(passage.tokens, at);
        bool known = std::ranges::count(forms, form, [](auto& found) { return std::string_view{found.value}; }) > 0;
        if (!form.empty() && !known && part.type->allows(form)) forms.push_back({std::string{form}, passage.at});
    }
}

void add_forms(const ServicePart& part, const Passage& passage, bool labelled, FoundTexts& forms,
               std::span<const FormWord> words = form_words) {
    for (auto& word : words) {
        if (!labelled && !word.prose) continue;
        bool known =
            std::ranges::count(forms, word.form, [](auto& found) { return std::string_view{found.value}; }) > 0;
        if (known || !part.type->allows(word.form) || !passages::has(passage.tokens, word.pattern)) continue;
        forms.push_back({std::string{word.form}, passage.at});
    }
}

// "Terénní forma: po–pá 8–16": the label names the form.
Passage with_label(const Passage& passage) {
    auto labelled = passage;
    if (!passages::match_at(passage.tokens, 0, "ne|neni|-|neposkytuje*"))
        labelled.tokens = passages::tokens_of(passage.label + " : " + passage.text);
    return labelled;
}

// "Služba je jen terénní": the other words tell of something else.
std::string_view only_form_in(const Passage& passage) {
    for (auto& sentence : passages::sentences_of(passage.text)) {
        if (!passages::has(sentence.tokens, "sluzb*|jsme|forma|formou|poskytuj*")) continue;
        if (passages::has(sentence.tokens, "jen|pouze|jenom|vyhradne|vylucne terenn*")) return "terénní";
        if (passages::has(sentence.tokens, "jen|pouze|jenom|vyhradne|vylucne ambulantn*")) return "ambulantní";
        if (passages::has(sentence.tokens, "jen|pouze|jenom|vyhradne|vylucne pobytov*")) return "pobytová";
    }
    return {};
}

// "Osobní asistence / terénní" in one cell: what stands beside the name of the type.
Passage beside_type(const Passage& passage) {
    auto left = passage;
    auto mentions = type_mentions_in(passage.tokens);
    left.tokens.clear();
    for (std::size_t at = 0; at < passage.tokens.size(); ++at)
        if (std::ranges::none_of(mentions, [&](auto& one) { return one.tokens.first <= at && at < one.tokens.last; }))
            left.tokens.push_back(passage.tokens[at]);
    if (mentions.empty()) left.tokens.clear();
    return left;
}

// Without "terénní formu nemáme", "za klientem domů vyjet neumíme".
Passage said_of_forms(const Passage& passage) {
    auto said = passage;
    said.tokens.clear();
    for (auto& sentence : passages::sentences_of(passage.text)) {
        static constexpr std::string_view without[] = {"teren*|ambulan*|pobytov* ?forma|formu|sluzbu|sluzba ne*",
                                                       "nejezdi*|nevyjizdi*|nedojizdi*|nechodi*",
                                                       "ne* ?terenn*|ambulantn*|pobytov* formu"};
        if (!passages::has_any(sentence.tokens, without) && !denies(sentence.tokens))
            said.tokens.insert(said.tokens.end(), sentence.tokens.begin(), sentence.tokens.end());
    }
    return said;
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

// "…, kteří nezvládají žít sami; 60 míst.": a clause that is nothing else.
void add_places_alone(const Passage& passage, FoundTexts& found) {
    for (std::size_t at = 1; at + 1 < passage.tokens.size(); ++at) {
        bool alone = passages::match_at(passage.tokens, at - 1, ";|,") &&
                     passages::match_at(passage.tokens, at, "# mist|mista") &&
                     (at + 2 == passage.tokens.size() || passages::match_at(passage.tokens, at + 2, ".|,|;|v|ve|pro"));
        if (!alone) continue;
        for (auto& text : passages::capacities_in({passage.tokens[at], passage.tokens[at + 1]}, passages::Pace::none))
            found.push_back({text, passage.at});
        return;
    }
}

// "Noclehárna, 20 lůžek, otevřeno denně": beds are capacity without a word for it.
void add_beds(const ServicePart& part, FoundTexts& found) {
    for (auto passage : part.passages) {
        if (passage->field == other_field || passage->field == not_for_field) continue;
        for (auto& text : passages::capacities_in(passage->tokens, passages::Pace::none))
            if (text.find(" lůž") != std::string::npos && !is_repeated(found, text))
                found.push_back({text, passage->at});
        if (found.empty()) add_places_alone(*passage, found);
        if (std::ranges::any_of(found, [](auto& one) { return one.value.find(" lůž") != std::string::npos; })) return;
    }
}

bool counts_beds(const FoundTexts& found) {
    return std::ranges::any_of(found, [](auto& one) { return one.value.find(" lůž") != std::string::npos; });
}

// "ambulance 9 klientů současně" and somewhere else "6 lůžek": a service in both forms.
FoundTexts with_beds(const ServicePart& part, FoundTexts found) {
    bool both = part.type->allows("pobytová") && part.type->forms.size() > 1;
    if (both && !counts_beds(found)) add_beds(part, found);
    return found;
}

// "Počet lůžek | 46", "Kapacita (klientů) | 5": the unit stands in the label.
bool is_lone_number(const Passage& passage) {
    bool number = !passage.tokens.empty() && passage.tokens[0].kind == passages::TokenKind::number;
    return number && (passage.tokens.size() == 1 || passage.tokens[1].folded == "(");
}

// "Skutečnost 2024 | Cíl 2027": what is meant to be stands below such a head.
bool is_of_future(const ServicePart& part, const Passage& passage) {
    if (!passage.table) return false;
    for (auto other : part.passages) {
        bool head = other->table == passage.table && other->at.first < passage.at.first &&
                    other->cells.size() > passage.column + 1;
        if (!head) continue;
        return passages::has(passages::tokens_of(other->cells[passage.column + 1]),
                             "cil*|plan*|navrh*|vyhled*|pozadav*|predpoklad*");
    }
    return false;
}

// A number, and in the next cell of the row what it counts.
passages::Tokens with_unit(const ServicePart& part, const Passage* passage) {
    auto next = std::ranges::find(part.passages, passage) + 1;
    bool number = passage->tokens.size() == 1 && passage->tokens[0].kind == passages::TokenKind::number;
    for (auto other : part.passages)    // "Jednotka kapacity: klient"
        if (number && other->tokens.size() == 1 && passages::match_at(passages::tokens_of(other->label), 0, "jednotk*"))
            return passages::tokens_of(passage->text + " " + other->text);
    bool beside = next < part.passages.end() && (*next)->at.first == passage->at.first && (*next)->tokens.size() == 1;
    if (!number || !beside) return passage->tokens;
    return passages::tokens_of(passage->text + " " + (*next)->text);
}

}

FoundTexts find_forms(const ServicePart& part) {
    FoundTexts forms;
    auto& allowed = part.type->forms;
    if (allowed.size() == 1) return {{allowed.front(), part.type_at}};
    for (auto passage : part.passages)
        if (passage->field == form_field) {
            add_forms(part, with_label(*passage), true, forms);
            add_forms_in_short(part, *passage, forms);
        }
    if (!forms.empty()) return forms;
    for (auto passage : part.passages)
        if (passage->field == type_field) add_forms(part, beside_type(*passage), false, forms);
    if (!forms.empty()) return forms;
    for (auto passage : part.passages)
        if (auto only = only_form_in(*passage); part.type->allows(only)) return {{std::string{only}, passage->at}};
    for (auto passage : part.passages) {
        if (passage->field == not_for_field || passage->field == other_field || passage->field == type_field) continue;
        bool of_field =
            passage->field == hours_field || passage->field == capacity_field || passage->field == where_field;
        add_forms(part, said_of_forms(*passage), of_field, forms);
    }
    return forms;
}

void add_forms_meant(const ServicePart& part, ServiceFacts& facts) {
    bool labelled = std::ranges::any_of(part.passages, [](auto passage) { return passage->field == form_field; });
    bool known = std::ranges::count(facts.forms, std::string{"pobytová"}, &FoundText::value) > 0;
    bool beds = counts_beds(facts.capacity) && part.type->allows("pobytová") && !known && !labelled;
    if (beds) facts.forms.push_back({"pobytová", facts.capacity.front().at});
    if (facts.forms.empty() && !facts.places.empty() && part.type->allows("ambulantní"))
        facts.forms.push_back({"ambulantní", facts.places.front().at});
    for (auto passage : part.passages)
        if (facts.forms.empty() && passage->field != not_for_field && passage->field != other_field)
            add_forms(part, said_of_forms(*passage), false, facts.forms, weak_words);
}

namespace {

// "Kolik klientů obsloužíme: 2 v jednom okamžiku, 14 denně": the label says whom the numbers count.
passages::Tokens with_unit_of_label(const passages::Tokens& label, const passages::Tokens& value) {
    auto unit =
        passages::find(label, "klient*|uzivatel*|osob|osoby|lidi|lide|luzek|luzka|rodin|rodiny|deti|mist|mista");
    passages::Tokens words;
    for (std::size_t at = 0; unit && at < value.size(); ++at) {
        auto number = passages::number_at(value, at);
        words.push_back(value[at]);
        if (!number || (number->in_words && value.size() > 3)) continue;
        for (; at + 1 < number->last; ++at) words.push_back(value[at + 1]);
        bool other = passages::match_at(value, number->last, "%|let|rok*|hod*|kc|.|:|/|,").has_value() &&
                     number->last + 1 < value.size() && value[number->last + 1].kind == passages::TokenKind::number;
        if (!other) words.push_back(label[unit->first]);
    }
    return words;
}

}

FoundTexts find_capacity(const ServicePart& part) {
    FoundTexts found;
    auto around = passages::Pace::none;
    std::string heading;
    for (auto passage : part.passages) {
        if (passage->field != capacity_field) continue;
        if (passage->heading()) {
            around = passages::pace_in(passage->tokens);
            heading = passage->text;
            continue;
        }
        if (passages::match_at(passage->tokens, 0, "rocn*|prumern*|obloznost|vytizen*|cekac*|uvazk*")) continue;
        auto asked = passages::tokens_of(!passage->label.empty()         ? passage->label
                                         : !passage->column_name.empty() ? passage->column_name
                                                                         : heading);
        auto label = passages::tokens_of(passage->label.empty() ? passage->column_name : passage->label);
        if (auto own = passages::pace_in(label); own != passages::Pace::none || !label.empty()) around = own;
        if (is_of_future(part, *passage)) continue;
        auto& name = passage->label.empty() ? passage->column_name : passage->label;
        bool counts = passages::has(label, "pocet") || is_lone_number(*passage);
        auto joint = passages::has(label, ":") ? " " : ": ";
        auto words = counts ? passages::tokens_of(name + joint + passage->text) : passages::Tokens{};
        if (!counts || passages::capacities_in(words, around).empty()) words = with_unit(part, passage);
        if (passages::capacities_in(words, around).empty()) words = with_unit_of_label(asked, passage->tokens);
        add_capacity(found, words, around, passage->at);
    }
    if (!found.empty()) return with_beds(part, std::move(found));
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
    return with_beds(part, std::move(found));
}

}
