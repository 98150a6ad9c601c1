// The catalogue in memory: every public service in one order, the sets that filters need, and the pieces of pages that
// do not change between two saves.  It is made from the database at one content version and never changed.
#pragma once

#include "network/catalogue/bits.hpp"
#include "network/catalogue/catalogue_query.hpp"
#include "network/code_lists/code_list.hpp"
#include "network/territory/distance.hpp"
#include "network/territory/territory.hpp"
#include "platform/html/out.hpp"
#include "platform/i18n/languages.hpp"
#include "platform/search/index.hpp"

#include <unordered_map>

namespace network {

// One service as lists show it.
struct CatalogueEntry {
    std::string id{};
    std::string slug{};
    std::string name{};
    std::string provider{};
    std::string provider_slug{};
    std::string type_code{};
    std::string type{};         // sociální rehabilitace
    std::string paragraph{};    // § 70
    std::string forms{};        // ambulantní, terénní
    std::string kind{};         // § 70, ambulantní, terénní
    std::string telephone{};    // the first of the service, else of its provider
    std::string summary{};
    std::string address{};     // Smyšlená 25, Liberec a další; nothing where the places say it
    std::string places{};      // Jilemnice, Semily
    std::string ages{};        // 15–65 let
    std::string hours{};       // po–pá 7.30–15.30
    std::string capacity{};    // registered: 20 klientů (ambulantní)
    std::optional<Date> verified_on{};
    std::string status{};
    std::string availability{};    // free, open, waiting, full; empty where no report says anything any more
    std::optional<Date> availability_as_of{};
    bool unconfirmed{};    // for longer than the pace asks
    std::int64_t waiting_people{};
    bool invented{};
    std::vector<Point> points{};    // of its facilities; none when secret
    struct English {
        std::string kind{}, ages{}, hours{};
    } english{};

    static void each_field(auto& entry, auto& visit) {
        visit("id", entry.id), visit("slug", entry.slug), visit("name", entry.name), visit("provider", entry.provider);
        visit("type_code", entry.type_code), visit("type", entry.type), visit("paragraph", entry.paragraph);
        visit("forms", entry.forms), visit("summary", entry.summary), visit("places", entry.places);
        visit("address", entry.address), visit("telephone", entry.telephone), visit("ages", entry.ages);
        visit("hours", entry.hours), visit("registered_capacity", entry.capacity);
        visit("verified_on", entry.verified_on), visit("status", entry.status),
            visit("availability", entry.availability), visit("availability_as_of", entry.availability_as_of),
            visit("availability_unconfirmed", entry.unconfirmed), visit("invented", entry.invented);
    }
};

// Help beside the registered services: leisure for children, transport, rental of aids.
struct RelatedEntry {
    std::string slug{};
    std::string name{};
    std::string organisation{};
    std::string kind{};
    std::string summary{};
    std::set<std::string> districts{};    // that it reaches; none: not known
    std::string kind_en{};

    static void each_field(auto& entry, auto& visit) {
        visit("slug", entry.slug), visit("name", entry.name), visit("organisation", entry.organisation),
            visit("kind", entry.kind);
        visit("summary", entry.summary);
    }
};

// One value of a filter with the services that have it.
struct FacetValue {
    std::string code{};     // in addresses: 70, amb, 5104, 10
    std::string label{};    // for people, in Czech
    std::string label_en{};
    std::string list_code{};            // in the database: the code of the list, of the district, of the region
    std::vector<std::string> also{};    // other ways to name it, folded: the list's code, the paragraph, the name
    Bits services{};
    Bits near{};    // of a district: those that stand there or name it or its towns, not only the whole region

    std::string html_cs{}, html_en{};        // the label as it stands in a page
    std::string choice_cs{}, choice_en{};    // the beginning of the choice in its form…
    std::string chosen_cs{}, chosen_en{};    // …and when it is chosen

    html::Prepared shown(bool english) const { return {english ? html_en : html_cs}; }
    html::Prepared choice(bool chosen, bool english) const {
        if (chosen) return {english ? chosen_en : chosen_cs};
        return {english ? choice_en : choice_cs};
    }
};

// A life situation of the home page: which types or groups answer it.
struct Situation {
    std::string code{};
    std::string title{};
    std::string hint{};
    std::vector<std::string> types{};    // register codes; none: all
    std::vector<std::string> groups{};
    std::string words{};    // a search, where no list says it
    std::string title_en{};
    std::string hint_en{};
};

struct FacetCount {
    const FacetValue* value{};
    std::size_t count{};
    bool chosen{};
};

// What a search found.
struct Findings {
    std::size_t total = 0;
    std::vector<std::uint32_t> shown{};            // entries of the page, in order
    std::vector<const RelatedEntry*> related{};    // beside the results, when a place is asked for and nothing narrower
    std::vector<FacetCount> types{}, forms{}, groups{}, districts{}, regions{};
    std::optional<Point> from{};                                    // where distances are measured
    std::string place{};                                            // Jilemnice, as recognised
    std::vector<std::pair<std::string, std::string>> problems{};    // field and text key
    CatalogueOrder order = CatalogueOrder::by_name;
};

class CatalogueModel {
public:
    static std::shared_ptr<const CatalogueModel> read(db::Session&, const i18n::Languages&, const search::Language&,
                                                      Date day);

    std::int64_t version() const { return version_; }
    Date day() const { return day_; }
    bool holds_at(Instant now) const { return begins_ <= now && now < ends_; }    // it tells of one day
    std::size_t size() const { return entries_.size(); }
    const CatalogueEntry& entry(std::size_t at) const { return entries_[at]; }
    // The result as a list item, in Czech or English.
    const std::string& shown(std::size_t at, bool english) const { return (english ? hits_en_ : hits_cs_)[at]; }
    const std::vector<Situation>& situations() const { return situations_; }
    const std::vector<FacetValue>& districts() const { return districts_; }
    const std::vector<FacetValue>& types() const { return types_; }
    const std::vector<FacetValue>& groups() const { return groups_; }
    const Territory& territory() const { return territory_; }
    const CodeLists& code_lists() const { return lists_; }

    Findings find(const CatalogueQuery&) const;
    // Every entry that a query finds, in its order: for exports.
    std::vector<std::uint32_t> find_all(const CatalogueQuery&) const;
    // Names and words that begin so, with how many services: for suggestions.
    std::vector<std::pair<std::string, std::size_t>> suggest(std::string_view beginning, std::size_t most) const;

private:
    struct Reading;
    struct Asked;
    Asked asked(const CatalogueQuery&) const;
    std::vector<std::uint32_t> in_order(const CatalogueQuery&, const Asked&, std::size_t skip, std::size_t most) const;

    std::int64_t version_ = 0;
    Date day_{};
    Instant begins_{}, ends_{};    // of the day in Prague
    Territory territory_;
    CodeLists lists_;
    std::vector<CatalogueEntry> entries_;    // by name
    std::vector<std::string> hits_cs_, hits_en_;
    std::vector<FacetValue> types_, forms_, groups_, districts_, regions_;
    std::unordered_map<std::string, Bits> municipalities_;    // reached by code
    std::vector<Bits> ages_;                                  // by completed years, 0–120; ambiguous ones belong
    Bits free_now_;    // one gets in at once, by a report that still says something
    std::vector<std::uint32_t> by_verification_;
    std::vector<Situation> situations_;
    std::vector<RelatedEntry> related_;
    std::unordered_map<std::string, std::vector<std::string>> neighbours_;    // districts by district
    std::optional<search::Index> index_;
};

}
