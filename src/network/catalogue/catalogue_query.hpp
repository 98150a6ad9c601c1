// What somebody looks for in the catalogue: words, place, kind, form, for whom, age; and how the answer is shown.
#pragma once

#include "platform/http/values.hpp"

#include <optional>
#include <string>
#include <vector>

namespace network {

enum class CatalogueOrder { by_match, by_name, by_distance, by_verification };

struct CatalogueQuery {
    std::string words{};                      // q
    std::string situation{};                  // pro: a life situation of the home page
    std::string municipality{};               // obec: name or code, as asked
    std::string district{};                   // orp: name or code, as asked
    bool neighbours = false;                  // okoli=1: services of neighbouring districts too
    std::vector<std::string> types{};         // druh: codes or paragraphs, as asked
    std::vector<std::string> forms{};         // forma: amb, ter, pob or codes
    std::vector<std::string> groups{};        // skupina
    std::optional<int> age{};                 // vek, 0–120
    bool free_now = false;                    // volno=1: one gets in at once, by a fresh report
    std::string region{};                     // kraj: NUTS 3
    std::optional<CatalogueOrder> order{};    // razeni: shoda, nazev, vzdalenost, overeni
    int page = 1;                             // strana, from 1

    bool empty() const;
    int filters() const;    // how many are set, for the button of small screens

    using Problems = std::vector<std::pair<std::string, std::string>>;

    // Reads what was asked; what cannot be understood is named in `problems` as field and text key.
    static CatalogueQuery read(const http::Values&, Problems&);

    // Names and values for a form that keeps the search and chooses another order.
    std::vector<std::pair<std::string, std::string>> kept_values() const;

    // As an address: always in the same order, without what is not set, so that equal queries have equal addresses.
    std::string address(std::string_view path = "/sluzby") const;
    // What follows the ?, without the page, when its kept values are at hand.
    std::string filters_address(const std::vector<std::pair<std::string, std::string>>& kept) const;

private:
    void take(std::string_view name, std::string_view value, Problems&);
    void take_words(std::string_view, Problems&);
};

inline constexpr int catalogue_page_size = 50;

}
