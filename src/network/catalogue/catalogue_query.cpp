// Reads and writes the address of a search.
#include "network/catalogue/catalogue_query.hpp"

#include "platform/http/request.hpp"

#include <algorithm>
#include <charconv>

namespace network {

namespace {

std::string trimmed(const std::string& text) {
    auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string> all_of(const http::Values& asked, std::string_view name) {
    std::vector<std::string> values;
    for (auto& value : asked.all(name)) {
        auto clean = trimmed(value);
        if (!clean.empty() && std::ranges::find(values, clean) == values.end()) values.push_back(clean);
    }
    std::ranges::sort(values);
    return values;
}

std::optional<int> whole(const std::string& text, int least, int most) {
    int value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) return {};
    return value;
}

constexpr std::pair<std::string_view, CatalogueOrder> orders[] = {{"shoda", CatalogueOrder::by_match},
                                                                  {"nazev", CatalogueOrder::by_name},
                                                                  {"vzdalenost", CatalogueOrder::by_distance},
                                                                  {"overeni", CatalogueOrder::by_verification}};

}

bool CatalogueQuery::empty() const { return words.empty() && filters() == 0; }

int CatalogueQuery::filters() const {
    return int(types.size() + forms.size() + groups.size()) + !situation.empty() + !municipality.empty() + !district.empty() +
           !region.empty() + age.has_value() + free_now;
}

CatalogueQuery CatalogueQuery::read(const http::Values& asked, std::vector<std::pair<std::string, std::string>>& problems) {
    CatalogueQuery query;
    query.words = trimmed(asked.first("q"));
    if (query.words.size() > 200) {
        query.words.resize(200);
        while (!query.words.empty() && (query.words.back() & 0xc0) == 0x80) query.words.pop_back();
        if (!query.words.empty() && (query.words.back() & 0x80)) query.words.pop_back();
        problems.emplace_back("q", "catalogue.q.long");
    }
    query.situation = trimmed(asked.first("pro"));
    query.municipality = trimmed(asked.first("obec"));
    query.district = trimmed(asked.first("orp"));
    query.neighbours = asked.first("okoli") == "1";
    query.region = trimmed(asked.first("kraj"));
    query.types = all_of(asked, "druh");
    query.forms = all_of(asked, "forma");
    query.groups = all_of(asked, "skupina");
    auto age = trimmed(asked.first("vek"));
    if (!age.empty() && !(query.age = whole(age, 0, 120))) problems.emplace_back("vek", "catalogue.age.unreadable");
    query.free_now = asked.first("volno") == "1";
    auto order = trimmed(asked.first("razeni"));
    for (auto& [name, meaning] : orders)
        if (order == name) query.order = meaning;
    auto page = trimmed(asked.first("strana"));
    if (!page.empty()) {
        if (auto number = whole(page, 1, 1'000'000)) query.page = *number;
        else problems.emplace_back("strana", "catalogue.page.unreadable");
    }
    return query;
}

std::vector<std::pair<std::string, std::string>> CatalogueQuery::kept_values() const {
    std::vector<std::pair<std::string, std::string>> values;
    auto add = [&](std::string name, const std::string& value) {
        if (!value.empty()) values.emplace_back(std::move(name), value);
    };
    add("q", words), add("pro", situation), add("obec", municipality), add("orp", district), add("okoli", neighbours ? "1" : "");
    add("kraj", region);
    for (auto& type : types) add("druh", type);
    for (auto& form : forms) add("forma", form);
    for (auto& group : groups) add("skupina", group);
    if (age) add("vek", std::to_string(*age));
    add("volno", free_now ? "1" : "");
    return values;
}

std::string CatalogueQuery::filters_address() const {
    std::string address;
    auto add = [&](std::string_view name, std::string_view value) {
        if (!address.empty()) address += '&';
        ((address += name) += '=') += http::encoded(value);
    };
    for (auto& [name, value] : kept_values()) add(name, value);
    for (auto& [name, meaning] : orders)
        if (order == meaning) add("razeni", name);
    return address;
}

std::string CatalogueQuery::address(std::string_view path) const {
    auto asked = filters_address();
    if (page > 1) asked += (asked.empty() ? "strana=" : "&strana=") + std::to_string(page);
    std::string address{path};
    return asked.empty() ? address : address + '?' + asked;
}

}
