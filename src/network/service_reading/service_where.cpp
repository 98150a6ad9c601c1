// Where the service is given and for which municipalities.
#include "network/service_reading/service_fields.hpp"

#include "platform/reading/passages/addresses.hpp"
#include "platform/reading/passages/sentences.hpp"

#include <algorithm>
#include <span>

namespace network {

namespace {

using passages::Passage;

void add_once(FoundTexts& found, const std::string& text, reading::Place at) {
    if (!text.empty() && std::ranges::count(found, text, &FoundText::value) == 0) found.push_back({text, at});
}

// An address over several lines: house, street, town.
struct Joined {
    std::string text;
    reading::Place at{};
};

std::vector<Joined> joined_lines(const ServicePart& part, int field) {
    std::vector<Joined> joined;
    const Passage* last = nullptr;
    for (auto passage : part.passages) {
        if (passage->field != field || passage->heading() || passage->text.empty()) continue;
        bool same = last && last->at.last + 1 == passage->at.first && passage->label.empty() &&
                    last->kind == passage->kind && passage->kind == reading::LineKind::text;
        if (same) joined.back().text += ", " + passage->text, joined.back().at.last = passage->at.last;
        else joined.push_back({passage->text, passage->at});
        last = passage;
    }
    return joined;
}

void add_addresses(FoundTexts& places, const Joined& lines, bool house_names) {
    for (auto& address : passages::addresses_in(lines.text, passages::tokens_of(lines.text), house_names))
        add_once(places, address.text, lines.at);
}

constexpr std::string_view place_cues[] = {"adres*",
                                           "najdete|najdou|najdes|navstivte nas",
                                           "v budove",
                                           "sidlime",
                                           "misto poskytovani",
                                           "mistem poskytovani",
                                           "prijdte",
                                           "v ulici",
                                           "v miste",
                                           "stehuj*|prestehoval*"};

// "se stěhuje z Riegrova náměstí 41 do Kovářské 11"
bool is_left(const passages::Tokens& tokens, std::size_t street) {
    return street > 0 && passages::match_at(tokens, street - 1, "z|ze").has_value();
}

// The text without its addresses, so that their streets and towns are no territory.
std::string without_addresses(const std::string& text) {
    auto tokens = passages::tokens_of(text);
    std::string left;
    std::size_t begin = 0;
    for (auto& address : passages::addresses_in(text, tokens, true)) {
        left += text.substr(begin, tokens[address.tokens.first].begin - begin) + " ; ";
        begin = tokens[address.tokens.last - 1].end;
    }
    return left + text.substr(begin);
}

std::vector<std::string> known_names(const std::vector<Passage>& all) {
    std::vector<std::string> names;
    for (auto& passage : all)
        for (auto& address : passages::addresses_in(passage.text, passage.tokens, false))
            if (!address.town.empty()) names.push_back(address.town);
    for (auto& passage : all)    // a cell of a table that is a name and nothing else
        if (!passage.cells.empty() && passage.cells[0].size() > 4) {
            auto cell = passages::tokens_of(passage.cells[0]);
            bool words = std::ranges::all_of(cell, [](auto& token) { return token.kind == passages::TokenKind::word; });
            if (words && cell.size() <= 3 && cell.front().capital) names.push_back(passage.cells[0]);
        }
    // "Věstník obce Lhotka": such a name stands in the nominative.
    for (auto& passage : all)
        for (auto from = passages::find(passage.tokens, "obec|obce|mesto|mestys"); from;
             from = passages::find(passage.tokens, "obec|obce|mesto|mestys", from->last)) {
            auto behind = passage.text.substr(passage.tokens[from->last - 1].end);
            auto tokens = passages::tokens_of(behind);
            if (tokens.empty() || !tokens[0].capital) continue;
            auto found = passages::territory_in(behind, tokens, true);
            bool region = !found.empty() && (found.front().ends_with("ska") || found.front().ends_with("cka"));
            if (!found.empty() && !region) names.push_back(found.front());    // not "obce Frýdlantska"
        }
    return names;
}

// In a sentence the names end where another word stands: "z Lhotky, Černé Vody a Mladé Boleslavi | využívat".
std::string run_of_names(const std::string& text) {
    static constexpr std::string_view between =
        "mistni*|mistnich|tedy|tj|totiz|konkretne|jmenovite|cili|a|i|nebo|anebo|taky|ci|az|take|tez|navic|plus|rovnez|krome|toho|na|vcetne|dale|okoli|okoln*|blizk*|dalsi*|prilehl*|cel*|jejich|s|rozsirenou|pusobnosti|mikroregion*|"
        "obec|obce|obci|obcich|obcim|mesto|mesta|mestu|meste|mest|mestech|mestys*|okres*|orp|so|spravni*|obvod*|uzemi|region*|kraj*|cast*|"
        "nad|pod|u|na|v|ve|pri|za|z|ze|do|po|mezi|nasi|nasem|nase|km|cca";
    auto tokens = passages::tokens_of(text);
    bool seen = false;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        auto& token = tokens[at];
        if (token.folded == ";" || token.folded == "(") return seen ? text.substr(0, token.begin) : text;
        bool in_name = at > 0 && !token.spaced && tokens[at - 1].folded == "-";    // Plzeň-sever
        if (token.kind != passages::TokenKind::word || in_name) continue;
        if (token.capital) seen = true;
        else if (seen && !passages::match_at(tokens, at, between)) return text.substr(0, token.begin);
    }
    return text;
}

void add_territory(FoundTexts& found, std::string_view text, bool among_names, const std::vector<std::string>& known,
                   reading::Place at) {
    auto tokens = passages::tokens_of(text);
    for (auto& name : passages::territory_in(text, tokens, among_names)) {
        bool region = name.find(" kraj") != std::string::npos || name.starts_with("Kraj ");
        add_once(found, region ? name : passages::in_nominative(name, known), at);
    }
}

constexpr std::string_view territory_cues[] = {
    "v domacnost* v|ve|na",
    "travi*|travite cas v|ve|na",
    "musi|musite|ma|maji|muze bydlet|zit|bydli*",
    "bydli|ziji|zije|bydliste|bydlistem ?trvale v|ve|na",
    "trval* ?pobyt* ?bydlist*",
    "svazi*",
    "lide|lidi|lidem|obcane|obcanum|zajemci|zajemce|zajemcum|klienti|klienty|rodiny|seniory z|ze",
    "prijima* ?zadatele|klienty|zajemce|lidi|osoby|seniory z|ze",
    "rozsiril* na",
    "sluzbu|sluzba|pomoc ?na cel*",
    "mist* plneni",
    "mist* plneni a poskytovani",
    "dojizd*",
    "se|sem|nam jezdi|dojizdi|chodi|dochazi|prichazi z|ze",
    "prijed*|prijizd*|dojed*|doraz* ?i ?az v|ve|do|na|po",
    "jezdi*|chodi*|vyjizdi* ?i po|do|na|v|za",
    "jezdime",
    "pusobi*",
    "pusobnost*",
    "uzemi*",
    "obyvatel*",
    "poskytujeme v|ve|na",
    "poskytovana|poskytovano v|ve|na",
    "obslouzi*",
    "obsluhuj*",
    "spravni* obvod*",
    "pro ?vsechny ?cele mesta|mesto|obce|okresy|okres|region|vesnice",
    "hlasit|prihlasit|obracet|obratit|zadat ?se mohou|muzou|muze ?se ?lide|zajemci|klienti z|ze",
    "mohou|muzou|muze ?se ?i ?lide|zajemci|klienti hlasit|prihlasit|obracet|zadat ?se ?i z|ze",
    "obci|obcim|obce|obcich",
    "na cel*",
    "bydlite ?- ?li v|ve|na",
    "jezdi|dojizdi|chodi lide|klienti|deti|seniori|zeny z|ze",
    "obchazi|obchazeji|objizdi|objizdeji|objizdime|navstevujeme",
    "orp|okres*",
    "cely|celem|celeho|celou|cela|cele",
    "jen|pouze|jenom|vyhradne pro|v|ve|na|z|ze|po"};

bool speaks_of_past(const passages::Tokens& tokens) {
    return passages::has(tokens, "nejezd*|nepusob*|nedojizd*|prestal*");
}

// Without the sentences about what has been.
std::string said_of_now(const std::string& text) {
    if (!speaks_of_past(passages::tokens_of(text))) return text;
    std::string now;
    for (auto& sentence : passages::sentences_of(text))
        if (!speaks_of_past(sentence.tokens)) now += (now.empty() ? "" : " ") + sentence.text;
    return now;
}

// A list of names, not a sentence: hardly any word begins small.
bool is_list_of_names(const passages::Tokens& tokens) {
    std::size_t small = 0, capital = 0;
    for (auto& token : tokens) {
        if (token.kind != passages::TokenKind::word || token.folded.size() < 4) continue;
        ++(token.capital ? capital : small);
    }
    return capital > 0 && small <= capital;
}

FoundTexts places_by_cue(const ServicePart& part) {
    FoundTexts places;
    for (auto passage : part.passages) {
        if (passage->field == other_field || passage->field == not_for_field || passage->field == provider_field)
            continue;
        for (auto& sentence : passages::sentences_of(passage->text))
            for (auto cue : passages::has(sentence.tokens, "namitk*|odvolani|stiznost*")
                                ? std::span<const std::string_view>{}
                                : std::span<const std::string_view>{place_cues})
                if (auto found = passages::find(sentence.tokens, cue)) {
                    auto behind = sentence.text.substr(sentence.tokens[found->last - 1].end);
                    auto tokens = passages::tokens_of(behind);
                    for (auto& address : passages::addresses_in(behind, tokens, false))
                        if (!is_left(tokens, address.tokens.first)) add_once(places, address.text, passage->at);
                }
    }
    return places;
}

// "Stacionář je v Telčské 43": the town goes without saying.
bool is_said_to_be_there(const passages::Tokens& tokens, std::size_t street) {
    if (street < 2) return false;
    for (auto n = street - 1; tokens[street - 1].folded == "," && n > 0 && street - n < 7; --n)
        if (passages::match_at(tokens, n - 1, "v prizemi|budove|dome|patre|arealu|vile|prostorach|objektu"))
            return true;
    if (!passages::match_at(tokens, street - 1, "v|ve|na")) return false;
    if (passages::match_at(tokens, street - 2,
                           "dum|domov|centrum|klub|stacionar|poradna|nocleharna|dilna|dilny|sluzba"))
        return true;
    for (auto n = street - 1; n > 0 && street - n < 8; --n)
        if (passages::match_at(tokens, n - 1, "je|jsou|jsme|sidli|sidlime|najdete|stoji|luzek|byt|byty|otevreno"))
            return true;
    return false;
}

// "najdete nás v Kostelecké 17 v Prostějově": an address with its town, of nobody's office.
FoundTexts places_in_prose(const std::vector<const Passage*>& passages) {
    FoundTexts places;
    for (auto passage : passages) {
        bool of_other = passage->field != no_field && passage->field != hours_field && passage->field != form_field &&
                        passage->field != capacity_field && passage->field != where_field &&
                        passage->field != address_field;
        if (of_other ||
            passages::has(
                passage->tokens,
                "ico|ic|sidlo|sidlem|ucet|uctu|objednatel*|urad*|kancelar*|spisov*|zapsan*|namitk*|odvolani|stiznost*|podava*"))
            continue;
        for (auto& address : passages::addresses_in(passage->text, passage->tokens, false))
            if (!address.town.empty() || is_said_to_be_there(passage->tokens, address.tokens.first))
                add_once(places, address.text, passage->at);
    }
    return places;
}

// "- Jihomoravský kraj": an item that is nothing else.
bool is_region(const Passage& passage) {
    if (passage.kind != reading::LineKind::item || passage.field != no_field) return false;
    auto region = passages::region_at(passage.tokens, 0);
    return region && region->tokens.last == passage.tokens.size();
}

// "Platnost od: 1. 1. 2024" below the territory.
bool has_strange_label(const Passage& passage) {
    if (!passage.label.empty() || passage.kind != reading::LineKind::text || passage.tokens.empty()) return false;
    for (std::size_t at = 1; at < passage.tokens.size() && at < 5; ++at)
        if (passage.tokens[at].folded == ":") return passage.tokens.front().capital;
    return false;
}

// "vyjíždějí z fary v Milevsku do Sepekova": where they set out from is not where they go.
std::size_t past_start(const passages::Tokens& tokens, passages::Span cue) {
    bool from = passages::match_at(tokens, cue.first, "vyjizd*|vyjezd*|dojizd*|jezd*") &&
                passages::match_at(tokens, cue.last, "z|ze");
    for (auto at = cue.last; from && at < tokens.size() && at < cue.last + 7; ++at)
        if (passages::match_at(tokens, at, "do|po")) return at + 1;
    return cue.last;
}

void add_by_cues(FoundTexts& found, const std::vector<const Passage*>& passages,
                 const std::vector<std::string>& known) {
    for (auto cue : territory_cues) {    // the surest first
        for (auto passage : passages) {
            bool of_other = passage->field == other_field && !passage->label.empty();
            if (of_other || passage->field == not_for_field || passage->field == address_field ||
                !passages::has(passage->tokens, cue))
                continue;
            for (auto& sentence : passages::sentences_of(passage->text)) {
                auto words = passages::find(sentence.tokens, cue);
                if (!words || speaks_of_past(sentence.tokens)) continue;
                auto first = passages::find(sentence.tokens, "prednost*|prednostne");
                if (first && first->first < words->first && !found.empty()) continue;
                auto behind = sentence.text.substr(sentence.tokens[past_start(sentence.tokens, *words) - 1].end);
                add_territory(found, run_of_names(without_addresses(behind)), false, known, passage->at);
            }
        }
        if (!found.empty()) return;
    }
}

// "Kdy a kde": hours and towns in one cell, each in its line.
bool tells_where_too(const Passage& passage) {
    return passage.field == hours_field &&
           passages::has(passages::tokens_of(passage.column_name.empty() ? passage.label : passage.column_name),
                         "kde|misto|uzemi|oblast|obce");
}

std::vector<std::string> lines_of(const Passage& passage) {
    if (!tells_where_too(passage)) return {passage.text};
    std::vector<std::string> lines(1);
    for (auto sign : passage.text) {
        if (sign == '\n') lines.emplace_back();
        else lines.back() += sign;
    }
    return lines;
}

// "Kontakt: Skořická 314, 338 43 Mirošov": of a house nothing else says where it stands.
FoundTexts places_of_contact(const ServicePart& part) {
    FoundTexts places;
    for (auto passage : part.passages) {
        if (!passages::match_at(passages::tokens_of(passage->label), 0, "kontakt*")) continue;
        for (auto& address : passages::addresses_in(passage->text, passage->tokens, false))
            if (!address.town.empty()) add_once(places, address.text, passage->at);
    }
    return places;
}

}

FoundTexts find_places(const ServicePart& part) {
    FoundTexts places;
    for (auto& lines : joined_lines(part, address_field)) add_addresses(places, lines, true);
    for (auto& lines : joined_lines(part, where_field)) add_addresses(places, lines, true);
    if (places.empty()) places = places_by_cue(part);
    bool comes = part.type->allows("ambulantní") || part.type->allows("pobytová");
    if (places.empty() && comes) places = places_in_prose(part.passages);
    if (places.empty() && comes) places = places_in_prose(part.common);
    if (places.empty() && !part.type->allows("terénní")) places = places_of_contact(part);
    return places;
}

FoundTexts find_territory(const ServicePart& part, const std::vector<Passage>& all) {
    FoundTexts found;
    auto known = known_names(all);
    for (auto passage : part.passages) {
        bool own = passage->field == territory_field || passage->field == where_field || is_region(*passage) ||
                   tells_where_too(*passage);
        bool of_provider =
            passage->label.empty() && passages::match_at(passage->tokens, 0, "provozuj*|poskytuj*|zajistuj*|zrizuj*");
        if (!own || of_provider || has_strange_label(*passage) || passage->heading() || passage->text.empty()) continue;
        if (passages::match_at(passage->tokens, 0, "?cela|cele ceska|ceske republika|republiky"))
            add_once(found, "Česká republika", passage->at);
        for (auto& line : lines_of(*passage)) {
            auto now = said_of_now(line);
            bool signature = passage->label.empty() == (passage->table == 0) &&
                             (passage->table == 0 || !passage->cells.empty()) &&
                             passages::has(passages::tokens_of(now), "#|phdr|mgr|ing|bc");
            if (signature) continue;
            auto text = without_addresses(now);
            add_territory(found, text, is_list_of_names(passages::tokens_of(text)), known, passage->at);
        }
    }
    if (!found.empty()) return found;
    for (auto passage : part.common) {    // "Spádové území všech služeb: …"
        if (passage->field != territory_field || passage->text.empty() || passage->heading()) continue;
        auto text = without_addresses(said_of_now(passage->text));
        add_territory(found, text, is_list_of_names(passages::tokens_of(text)), known, passage->at);
    }
    if (!found.empty()) return found;
    add_by_cues(found, part.own, known);    // before what is said of all
    if (found.empty()) add_by_cues(found, part.passages, known);
    return found;
}

}
