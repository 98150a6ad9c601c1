// The public catalogue: search, filters, results, map of districts, exports.
#pragma once

#include "network/catalogue/catalogue_model.hpp"
#include "network/permissions.hpp"
#include "platform/html/charts.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/respond.hpp"
#include "platform/statistics/small_numbers.hpp"

namespace network {

// One result of the list.
struct CatalogueHit {
    const CatalogueEntry& entry;
    std::string dialled() const;    // the telephone number without spaces
    bool waiting_is_few() const { return statistics::is_small(entry.waiting_people); }
    void write(html::Out&) const;
};
std::string hit_html(const CatalogueEntry&, const i18n::Texts&);

// The beginning of a choice, up to its count: those of most values are the same on every page.
struct CatalogueOption {
    const FacetValue& value;
    const std::string& label;
    bool chosen{};
    void write(html::Out&) const;
};
struct CatalogueCheck {
    const std::string& name;
    const FacetValue& value;
    const std::string& label;
    bool chosen{};
    void write(html::Out&) const;
};

// A group of ticked boxes with counts.
struct CatalogueFacet {
    std::string name;     // druh
    std::string label;    // text key
    const std::vector<FacetCount>& values;
    bool english;
    std::size_t open_values = 8;    // the rest is folded away, chosen ones never

    bool worth_showing(const FacetCount& value) const { return value.count > 0 || value.chosen; }
    // Those to be seen at once, the chosen ones before the frequent ones; then the others in the order of the list.
    struct Ordered {
        std::vector<const FacetCount*> first{}, rest{};
    };
    Ordered in_order() const;
    void write(html::Out&) const;
};

struct CataloguePage {
    const CatalogueModel& model;
    const CatalogueQuery& query;
    Findings findings;
    bool english;
    std::vector<std::pair<std::string, std::string>> kept = query.kept_values();
    std::string filters = query.filters_address(kept);    // everything that was asked for but the page: q=…&orp=…

    std::size_t pages() const { return (findings.total + catalogue_page_size - 1) / catalogue_page_size; }
    std::string title(html::Out&) const;
    std::string without_filters() const;
    std::string csv_address() const { return with_path("/sluzby.csv"); }
    std::string with_path(std::string path) const { return filters.empty() ? path : path + "?" + filters; }
    std::string without_district() const;    // ends where the code of a district goes
    CatalogueFacet facet(const char* name, const char* label, const std::vector<FacetCount>& values) const {
        return {name, label, values, english};
    }
    html::HexMap map(html::Out&) const;
    html::Prepared prepared(std::size_t at) const { return {model.shown(at, english)}; }
    html::Pager pager() const;
    std::string with_neighbours() const;
    std::vector<const FacetCount*> top_districts() const;    // where no map is drawn: the eight with most services
    bool few_districts() const { return findings.districts.size() <= 30; }
    bool ordered(CatalogueOrder order) const { return findings.order == order; }
    std::vector<std::pair<std::string, std::string>> problems() const;

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        std::vector<CatalogueEntry> services;
        for (auto at : page.findings.shown) services.push_back(page.model.entry(at));
        visit("total", page.findings.total), visit("page", page.query.page), visit("pages", page.pages()),
            visit("services", services);
        std::vector<RelatedEntry> related;
        for (auto entry : page.findings.related) related.push_back(*entry);
        visit("related", related);
    }
    void write(html::Out&) const;
};

http::Response catalogue_answer(const http::Request&, const CatalogueModel&);

http::Response show_catalogue(const http::Request&, Permit<auth::may::Read>);
http::Response export_catalogue(const http::Request&, Permit<auth::may::Read>);
http::Response show_suggestions(const http::Request&, Permit<auth::may::Read>);

}
