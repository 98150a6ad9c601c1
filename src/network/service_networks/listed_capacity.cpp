// Reads and writes capacities as tokens and as people say them.
#include "network/service_networks/listed_capacity.hpp"

#include "network/editing/service_lines.hpp"
#include "network/service_networks/service_network.hpp"
#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr auto plain_units = "capacity_units", plain_forms = "forms";

// 12.5, for the tokens; Czech writing would bring spaces that do not break.
std::string plain_number(const Decimal& amount) {
    auto digits = std::to_string(amount.units);
    auto places = std::size_t(amount.places);
    if (places == 0) return digits;
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    return digits.insert(digits.size() - places, ",");
}

const CodeListItem* unit_of(const CodeLists& lists, const std::string& code) {
    auto unit = lists.find(plain_units, code);
    return unit ? unit : lists.find(network_units, code);
}

bool says(const CodeListItem& item, const std::string& folded, std::initializer_list<const char*> columns) {
    if (search::fold(item.name_cs) == folded || search::fold(item.code) == folded) return true;
    return std::ranges::any_of(columns, [&](auto column) {
        auto word = item.detail(column);
        return !word.empty() && search::fold(word) == folded;
    });
}

const CodeListItem* unit_named(const CodeLists& lists, std::string_view words) {
    auto folded = search::fold(text::trimmed(words));
    for (auto list : {plain_units, network_units})
        for (auto item : lists.known(list))
            if (says(*item, folded, {"key", "one", "few", "many", "fraction"})) return item;
    return nullptr;
}

const CodeListItem* form_named(const CodeLists& lists, std::string_view words) {
    auto folded = search::fold(text::trimmed(words));
    for (auto item : lists.known(plain_forms))
        if (says(*item, folded, {"key"})) return item;
    return nullptr;
}

}

std::vector<ListedCapacity> parse_capacities(std::string_view tokens) {
    std::vector<ListedCapacity> all;
    for (auto& token : text::parted(tokens, ";")) {
        auto equals = token.rfind('='), colon = token.find(':');
        if (equals == token.npos) continue;
        if (colon > equals) colon = token.npos;
        auto amount = parse_decimal(token.substr(equals + 1));
        if (!amount) continue;
        auto unit_from = colon == token.npos ? 0 : colon + 1;
        all.push_back(
            {colon == token.npos ? "" : token.substr(0, colon), token.substr(unit_from, equals - unit_from), *amount});
    }
    return all;
}

std::string tokens_of(const std::vector<ListedCapacity>& all) {
    std::vector<std::string> tokens;
    for (auto& one : all)
        tokens.push_back((one.form_code.empty() ? "" : one.form_code + ":") + one.unit_code + "=" +
                         plain_number(one.amount));
    return text::joined(tokens, ";");
}

std::string unit_name(const CodeLists& lists, const std::string& code, std::string_view language) {
    return lists.name(lists.find(plain_units, code) ? plain_units : network_units, code, language);
}

std::string unit_words(const CodeLists& lists, const std::string& code, const Decimal& amount,
                       std::string_view language) {
    auto unit = unit_of(lists, code);
    if (!unit) return code;
    auto count = amount.whole() ? amount.units : -1;
    auto column = language == "en"           ? count == 1 ? "one_en" : "many_en"
                  : count == 1               ? "one"
                  : count >= 2 && count <= 4 ? "few"
                  : count < 0                ? "fraction"
                                             : "many";
    auto words = unit->detail(column);
    if (words.empty() && count < 0) words = unit->detail("few");
    return words.empty() ? unit->name_cs : words;
}

std::string line_of(const ListedCapacity& capacity, const CodeLists& lists, std::string_view language) {
    auto form = capacity.form_code.empty() ? "" : lists.name(plain_forms, capacity.form_code, language) + ": ";
    return form + to_czech(capacity.amount) + "\u00a0" +
           unit_words(lists, capacity.unit_code, capacity.amount, language);
}

std::optional<ListedCapacity> read_capacity_line(std::string_view line, const CodeLists& lists) {
    ListedCapacity read;
    if (auto colon = line.find(':'); colon != line.npos) {
        auto form = form_named(lists, line.substr(0, colon));
        if (!form) return {};
        read.form_code = form->code, line.remove_prefix(colon + 1);
    }
    // The number ends where the words begin.
    auto words = std::ranges::find_if(line, [](char c) {
        return std::isalpha(static_cast<unsigned char>(c)) || (static_cast<unsigned char>(c) >= 0xc3 && c != '\xe2');
    });
    auto at = std::size_t(words - line.begin());
    auto amount = parse_decimal(text::trimmed(line.substr(0, at)));
    auto unit = unit_named(lists, line.substr(at));
    if (!amount || !unit || amount->units < 0 || amount->places > 2) return {};
    read.unit_code = unit->code, read.amount = *amount;
    return read;
}

std::vector<std::string> capacity_lines(std::string_view tokens, const CodeLists& lists, std::string_view language) {
    std::vector<std::string> lines;
    auto all = parse_capacities(tokens);
    for (auto& one : all) lines.push_back(line_of(one, lists, language));
    return lines;
}

CapacitiesRead read_capacities(std::string_view text, const CodeLists& lists) {
    CapacitiesRead read;
    std::vector<ListedCapacity> all;
    for (auto& line : lines_of(text)) {
        auto one = read_capacity_line(line, lists);
        auto twice = one && std::ranges::any_of(all, [&](auto& other) {
                         return other.form_code == one->form_code && other.unit_code == one->unit_code;
                     });
        if (!one || twice) read.wrong.push_back(line);
        else all.push_back(*one);
    }
    read.tokens = tokens_of(all);
    return read;
}

}
