// Patterns for the law's names and for those that people use instead.
#include "network/service_reading/service_type_names.hpp"

#include "network/network.hpp"
#include "platform/base/csv.hpp"
#include "platform/reading/passages/pattern_rows.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>
#include <map>
#include <sstream>

namespace network {

namespace {

std::vector<std::map<std::string, std::string>> table(std::string_view path) {
    std::vector<std::map<std::string, std::string>> rows;
    for (auto& file : files()) {
        if (file.path != path) continue;
        std::istringstream in{std::string{file.bytes}};
        csv::Reader reader{in, {}};
        while (auto row = reader.next()) {
            auto& cells = rows.emplace_back();
            for (std::size_t n = 0; n < row->size(); ++n) cells[reader.header()[n]] = (*row)[n];
        }
    }
    return rows;
}

std::string form_name(std::string_view code) {
    if (code.ends_with("/ter")) return "terénní";
    return code.ends_with("/amb") ? "ambulantní" : "pobytová";
}

std::vector<ServiceType> carried_types() {
    std::vector<ServiceType> types;
    for (auto& row : table("network/data/code_lists/service_types.csv"))
        types.push_back({row["code"], row["identifier"], row["name_cs"], row["paragraph"], {}});
    for (auto& row : table("network/data/code_lists/type_forms.csv")) {
        if (row["allowed"] != "1") continue;
        for (auto& type : types)
            if (type.code == row["type"]) type.forms.push_back(form_name(row["form"]));
    }
    return types;
}

struct TypeName {
    const ServiceType* type;
    std::string_view pattern, kind;    // whole name; "short", "abbr"
};

const ServiceType* type_called(std::string_view identifier) {
    for (auto& type : service_types())
        if (type.identifier == identifier) return &type;
    return nullptr;
}

// Of data/service_type_names.csv.
const std::vector<TypeName>& type_names() {
    static const auto names = [] {
        std::vector<TypeName> all;
        for (auto& [type, pattern, kind, rest] :
             passages::pattern_rows(files(), "network/service_reading/data/service_type_names.csv"))
            if (auto known = type_called(type)) all.push_back({known, pattern, kind});
        return all;
    }();
    return names;
}

// "dům s pečovatelskou službou" is a house, not the service.
bool only_describes(const passages::Tokens& tokens, std::size_t at) {
    return at > 0 && passages::match_at(tokens, at, "pecovatelsk*") && passages::match_at(tokens, at - 1, "s|se");
}

}

bool ServiceType::allows(std::string_view form) const { return std::ranges::count(forms, form) > 0; }

const std::vector<ServiceType>& service_types() {
    static const auto types = carried_types();
    return types;
}

std::vector<TypeMention> type_mentions_in(const passages::Tokens& tokens) {
    std::vector<TypeMention> mentions;
    for (std::size_t at = 0; at < tokens.size();) {
        TypeMention best;
        for (auto& [type, pattern, kind] : type_names()) {
            if (!kind.empty()) continue;
            auto words = passages::match_at(tokens, at, pattern);
            if (words && words->size() > best.tokens.size()) best = {type, *words};
        }
        if (best.type && !only_describes(tokens, at)) mentions.push_back(best);
        at = best.type ? best.tokens.last : at + 1;
    }
    return mentions;
}

std::vector<TypeMention> short_mentions_in(const passages::Tokens& tokens, const std::vector<const ServiceType*>& types,
                                           bool heads) {
    std::vector<TypeMention> mentions;
    for (std::size_t at = 0; at < tokens.size();) {
        TypeMention best;
        bool either = false;
        for (auto& [type, pattern, kind] : type_names()) {
            if (std::ranges::count(types, type) == 0 || (kind == "abbr" && !tokens[at].capital)) continue;
            if (kind == "head" && !heads) continue;
            auto words = passages::match_at(tokens, at, pattern);
            if (!words || words->size() < best.tokens.size()) continue;
            if (words->size() > best.tokens.size()) best = {type, *words}, either = false;
            else either = either || best.type != type;
        }
        if (best.type && !either) mentions.push_back(best);
        at = best.type ? best.tokens.last : at + 1;
    }
    return mentions;
}

const ServiceType* type_by_paragraph_in(const passages::Tokens& tokens) {
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        if (!passages::match_at(tokens, at, "§|paragraf* #")) continue;
        auto number = tokens[at + 1].folded;
        if (at + 2 < tokens.size() && !tokens[at + 2].spaced && tokens[at + 2].kind == passages::TokenKind::word)
            number += tokens[at + 2].folded;
        for (auto& type : service_types())
            if (type.paragraph.size() > 3 && type.paragraph.substr(3) == number) return &type;
    }
    return nullptr;
}

}
