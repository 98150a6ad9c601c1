// Recognises headings.
#include "network/service_import/service_columns.hpp"

#include "platform/search/fold.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <sodium.h>

namespace network {

std::span<const ServiceField> service_fields() {
    static const ServiceField fields[] = {
        {"identifier",
         {"identifikator", "identifikator sluzby", "identifikator registrace", "id sluzby", "cislo registrace",
          "registracni cislo", "registracni cislo sluzby", "identifier", "register identifier"}},
        {"slug", {"adresa stranky", "adresa v katalogu", "odkaz do katalogu", "slug"}},
        {"name", {"nazev", "nazev sluzby", "jmeno sluzby", "sluzba", "name"}},
        {"ico", {"ico", "ic", "ico poskytovatele", "identifikacni cislo", "ic poskytovatele", "organization id"}},
        {"provider",
         {"poskytovatel", "nazev poskytovatele", "poskytovatel sluzby", "organizace", "nazev organizace", "provider"}},
        {"type", {"druh", "druh sluzby", "druh socialni sluzby", "typ sluzby", "typ", "type"}},
        {"forms",
         {"formy", "forma", "forma sluzby", "formy sluzby", "forma poskytovani", "formy poskytovani", "forms"}},
        {"capacity",
         {"kapacita", "pocet", "pocet mist", "pocet luzek", "pocet klientu", "okamzita kapacita", "capacity"}},
        {"unit", {"jednotka", "jednotka kapacity", "unit"}},
        {"groups", {"cilove skupiny", "cilova skupina", "okruh osob", "okruhy osob", "pro koho", "target groups"}},
        {"phone", {"telefon", "tel", "tel c", "telefonni cislo", "telefon sluzby", "mobil", "phone"}},
        {"email", {"e mail", "email", "mail", "e mailova adresa", "emailova adresa", "e mail sluzby"}},
        {"web", {"web", "www", "webove stranky", "internetove stranky", "stranky", "internet", "website"}},
        {"place", {"obec", "mesto", "misto", "misto poskytovani", "obec poskytovani", "sidlo sluzby", "municipality"}},
        {"covered",
         {"pusobnost", "uzemni pusobnost", "uzemi", "pokryte obce", "obce", "kde pusobi", "spadova oblast",
          "oblast pusobnosti", "coverage"}},
        {"start",
         {"od", "zacatek", "poskytovani od", "datum zahajeni", "zahajeni", "poskytuje od", "datum poskytovani od",
          "start"}},
        {"end",
         {"do", "konec", "poskytovani do", "datum ukonceni", "ukonceni", "poskytuje do", "datum poskytovani do",
          "end"}},
        {"summary", {"popis", "strucny popis", "kratky popis", "shrnuti", "summary"}},
        {"note", {"poznamka", "poznamky", "podrobny popis", "note", "description"}},
    };
    return fields;
}

bool is_service_field(std::string_view code) {
    auto fields = service_fields();
    return std::ranges::find(fields, code, &ServiceField::code) != fields.end();
}

std::string plain_heading(std::string_view heading) {
    std::string plain;
    bool gap = false;
    for (char c : search::fold(heading)) {
        auto is_sign = static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
        if (is_sign) {
            gap = true;
            continue;
        }
        if (gap && !plain.empty()) plain += ' ';
        gap = false, plain += c;
    }
    return plain;
}

namespace {

std::string field_said_by(const std::string& plain) {
    for (auto& field : service_fields())
        if (std::ranges::find(field.headings, plain) != field.headings.end()) return field.code;
    return {};
}

}

std::vector<std::string> guessed_mapping(const std::vector<std::string>& headings) {
    std::vector<std::string> mapping;
    for (auto& heading : headings) {
        auto field = field_said_by(plain_heading(heading));
        if (std::ranges::find(mapping, field) != mapping.end()) field.clear();
        mapping.push_back(std::move(field));
    }
    return mapping;
}

std::string headings_key(const std::vector<std::string>& headings) {
    std::vector<std::string> plain;
    for (auto& heading : headings) plain.push_back(plain_heading(heading));
    std::ranges::sort(plain);
    std::string all;
    for (auto& heading : plain) all += heading + '\n';
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(all.data()), all.size(),
                       nullptr, 0);
    std::string key;
    for (auto byte : hash) key += fmt::format("{:02x}", byte);
    return key;
}

}
