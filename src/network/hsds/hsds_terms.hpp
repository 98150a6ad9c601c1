// Our code lists as HSDS taxonomies and their terms; ids follow from the list and the code, on every machine the same.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "platform/i18n/texts.hpp"

#include <unordered_map>

namespace network::hsds {

using TermNumber = std::uint16_t;

struct Taxonomy {
    Uuid id{};
    std::string key{};    // service_types, target_groups…
    std::string name{};
    std::string description{};
};

struct Term {
    Uuid id{};
    std::size_t taxonomy{};    // its place among the taxonomies
    std::string code{};        // DruhSocialniSluzby/30
    std::string name{};
    std::string description{};
    std::string json{};    // the term as it stands inside an attribute
};

class Terms {
public:
    static Terms of(const CodeLists&, const i18n::Texts& czech, const std::string& public_url);

    const std::vector<Taxonomy>& taxonomies() const { return taxonomies_; }
    const std::vector<Term>& terms() const { return terms_; }
    const Term& operator[](TermNumber number) const { return terms_[number]; }

    std::optional<TermNumber> number(std::string_view taxonomy, std::string_view code) const;
    const Taxonomy* taxonomy(const Uuid&) const;
    std::optional<TermNumber> term(const Uuid&) const;

private:
    std::vector<Taxonomy> taxonomies_;
    std::vector<Term> terms_;
    std::unordered_map<std::string, TermNumber> by_code_;    // taxonomy:code
};

// Addresses where a taxonomy and a term are found, which are their URIs too.
std::string taxonomy_uri(const std::string& public_url, const Uuid&);
std::string term_uri(const std::string& public_url, const Uuid&);

}
