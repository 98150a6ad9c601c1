// Makes taxonomies of the code lists, and of the few facts for which HSDS has no field of its own.
#include "network/hsds/hsds_terms.hpp"

#include "network/hsds/hsds_json.hpp"

namespace network::hsds {

namespace {

// Under this name lie all taxonomies of Opora; made once, for ever.
const auto opora = *Uuid::parse("019ab5c2-7d10-7e44-9c35-0b6f2a8d4e11");

constexpr struct {
    const char* key;
    const char* list;
} from_lists[] = {{"service_types", "service_types"},
                  {"forms", "forms"},
                  {"target_groups", "target_groups"},
                  {"age_bands", "age_bands"},
                  {"registered_capacity", "capacity_units"}};
constexpr struct {
    const char* key;
    const char* code;
} of_our_own[] = {
    {"register_identifier", "register_identifier"}, {"regional_network", "network"}, {"regional_network", "funded"}};

}

std::string taxonomy_uri(const std::string& public_url, const Uuid& id) {
    return public_url + "/api/hsds/taxonomies/" + to_text(id);
}
std::string term_uri(const std::string& public_url, const Uuid& id) {
    return public_url + "/api/hsds/taxonomy_terms/" + to_text(id);
}

Terms Terms::of(const CodeLists& lists, const i18n::Texts& czech, const std::string& public_url) {
    Terms all;
    auto taxonomy = [&](const std::string& key) {
        for (std::size_t at = 0; at < all.taxonomies_.size(); ++at)
            if (all.taxonomies_[at].key == key) return at;
        all.taxonomies_.push_back({Uuid::named(opora, key), key, czech.text("hsds.taxonomy.name." + key),
                                   czech.text("hsds.taxonomy.description." + key)});
        return all.taxonomies_.size() - 1;
    };
    auto add = [&](std::size_t at, const std::string& code, const std::string& name, const std::string& description) {
        auto& of = all.taxonomies_[at];
        Term term{Uuid::named(of.id, code), at, code, name, description.empty() ? name : description, {}};
        JsonWriter json;
        json.object([&] { write_term(json, term, of, public_url); });
        term.json = json.take();
        if (all.by_code_.emplace(of.key + ":" + code, TermNumber(all.terms_.size())).second)
            all.terms_.push_back(std::move(term));
    };
    // What a list held once stays a term: services that ended may have it.  Of several times of one code
    // that of the day counts.
    for (auto& [key, list] : from_lists) {
        auto at = taxonomy(key);
        for (auto item : lists.known(list)) add(at, item->code, item->name_cs, item->plain_cs.value_or(""));
    }
    for (auto& [key, code] : of_our_own) {
        auto at = taxonomy(key);
        add(at, code, czech.text(std::string{"hsds.term.name."} + code),
            czech.text(std::string{"hsds.term.description."} + code));
    }
    return all;
}

std::optional<TermNumber> Terms::number(std::string_view taxonomy, std::string_view code) const {
    auto found = by_code_.find(std::string{taxonomy} + ":" + std::string{code});
    if (found == by_code_.end()) return {};
    return found->second;
}

const Taxonomy* Terms::taxonomy(const Uuid& id) const {
    for (auto& taxonomy : taxonomies_)
        if (taxonomy.id == id) return &taxonomy;
    return nullptr;
}

std::optional<TermNumber> Terms::term(const Uuid& id) const {
    for (std::size_t at = 0; at < terms_.size(); ++at)
        if (terms_[at].id == id) return TermNumber(at);
    return {};
}

}
