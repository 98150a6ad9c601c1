// Reads and writes the address of a search.
#include "network/catalogue/catalogue_query.hpp"

#include "platform/base/parts.hpp"
#include "platform/http/request.hpp"

#include <algorithm>
#include <charconv>

namespace network {

namespace {

// Each once and in order, so that equal searches have equal addresses.
void put_in_order(std::vector<std::string>& values) {
    std::ranges::sort(values);
    values.erase(std::ranges::unique(values).begin(), values.end());
}

std::optional<int> whole(std::string_view text, int least, int most) {
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
    return int(types.size() + forms.size() + groups.size()) + !situation.empty() + !municipality.empty() +
           !district.empty() + !region.empty() + age.has_value() + free_now;
}

void CatalogueQuery::take_words(std::string_view typed, Problems& problems) {
    constexpr std::size_t most = 200;    // bytes
    if (typed.size() > most) {
        typed = typed.substr(0, most);
        while (!typed.empty() && (typed.back() & 0xc0) == 0x80) typed.remove_suffix(1);
        if (!typed.empty() && (typed.back() & 0x80)) typed.remove_suffix(1);
        problems.emplace_back("q", "catalogue.q.long");
    }
    words = typed;
}

void CatalogueQuery::take(std::string_view name, std::string_view value, Problems& problems) {
    if (name == "druh") types.emplace_back(value);
    else if (name == "skupina") groups.emplace_back(value);
    else if (name == "forma") forms.emplace_back(value);
    else if (name == "q") take_words(value, problems);
    else if (name == "pro") situation = value;
    else if (name == "obec") municipality = value;
    else if (name == "orp") district = value;
    else if (name == "okoli") neighbours = value == "1";
    else if (name == "kraj") region = value;
    else if (name == "volno") free_now = value == "1";
    else if (name == "vek") {
        if (!(age = whole(value, 0, 120))) problems.emplace_back("vek", "catalogue.age.unreadable");
    } else if (name == "strana") {
        if (auto number = whole(value, 1, 1'000'000)) page = *number;
        else problems.emplace_back("strana", "catalogue.page.unreadable");
    } else if (name == "razeni") {
        for (auto& [word, meaning] : orders)
            if (value == word) order = meaning;
    }
}

CatalogueQuery CatalogueQuery::read(const http::Values& asked, Problems& problems) {
    CatalogueQuery query;
    // Where only one can count, the last one does.
    for (auto& [name, typed] : asked.items()) {
        auto value = text::trimmed(typed);
        if (!value.empty()) query.take(name, value, problems);
    }
    for (auto values : {&query.types, &query.forms, &query.groups}) put_in_order(*values);
    return query;
}

std::vector<std::pair<std::string, std::string>> CatalogueQuery::kept_values() const {
    std::vector<std::pair<std::string, std::string>> values;
    values.reserve(types.size() + forms.size() + groups.size() + 8);
    auto add = [&](std::string name, const std::string& value) {
        if (!value.empty()) values.emplace_back(std::move(name), value);
    };
    add("q", words), add("pro", situation), add("obec", municipality), add("orp", district),
        add("okoli", neighbours ? "1" : "");
    add("kraj", region);
    for (auto& type : types) add("druh", type);
    for (auto& form : forms) add("forma", form);
    for (auto& group : groups) add("skupina", group);
    if (age) add("vek", std::to_string(*age));
    add("volno", free_now ? "1" : "");
    return values;
}

std::string CatalogueQuery::filters_address(const std::vector<std::pair<std::string, std::string>>& kept) const {
    std::string address;
    auto add = [&](std::string_view name, std::string_view value) {
        if (!address.empty()) address += '&';
        ((address += name) += '=') += http::encoded(value);
    };
    for (auto& [name, value] : kept) add(name, value);
    for (auto& [name, meaning] : orders)
        if (order == meaning) add("razeni", name);
    return address;
}

std::string CatalogueQuery::address(std::string_view path) const {
    auto asked = filters_address(kept_values());
    if (page > 1) asked += (asked.empty() ? "strana=" : "&strana=") + std::to_string(page);
    std::string address{path};
    return asked.empty() ? address : address + '?' + asked;
}

}
