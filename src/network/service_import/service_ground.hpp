// What rows of a table may name: services, providers, types, forms, units, groups and towns, read once.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "network/facilities/coverage.hpp"

#include <unordered_map>

namespace network {

class ServiceGround {
public:
    static ServiceGround read(db::Session&, Date today);

    // Ours: by register identifier, by our own identifier, by the end or the whole of its address in the catalogue.
    std::optional<Id<Service>> service(const std::string& named) const;
    // Of a provider with this IČO, of this type and name; without a name all of the type.
    std::vector<Id<Service>> services(const std::string& ico, const std::string& type, const std::string& name) const;
    std::optional<Id<Provider>> provider(const std::string& ico) const;
    std::string ico_of(Id<Service>) const;    // empty where its provider has none
    std::string type_of(Id<Service>) const;
    std::string identifier_of(Id<Service>) const;    // of the register; empty where it has none

    // A code out of a code, its end, a name, a short name, a paragraph; empty where it is none.
    std::string type(std::string_view) const;
    std::string form(std::string_view) const;
    std::string unit(std::string_view) const;
    std::string group(std::string_view) const;

    const CodeLists& lists() const { return lists_; }
    const Territory& territory() const { return territory_; }
    Date today() const { return today_; }

private:
    struct Held {
        std::string ico, type, name, identifier;    // the name folded
    };
    using Names = std::unordered_map<std::string, std::string>;
    void name_items(const char* list, Names&) const;
    static std::string named(const Names&, std::string_view);

    CodeLists lists_;
    Territory territory_;
    Date today_{};
    std::unordered_map<std::string, Id<Service>> by_name_;
    std::map<Id<Service>, Held> services_;
    std::unordered_multimap<std::string, Id<Service>> by_ico_and_type_;
    std::unordered_map<std::string, Id<Provider>> providers_;
    Names types_, forms_, units_, groups_;
};

}
