// What a program asks of a list: paging, form and filters; anything that cannot be read is refused with a sentence.
#pragma once

#include "network/hsds/hsds_json.hpp"
#include "platform/http/values.hpp"

#include <variant>

namespace network::hsds {

struct Query {
    std::optional<std::size_t> page{};    // from 1
    std::size_t per_page = 50;            // 1–500
    bool lines = false;                   // format=ndjson
    bool minimal = false;
    bool full = false;
    bool full_service = false;
    std::vector<std::string> words{};    // folded
    std::optional<Uuid> taxonomy_term{}, taxonomy{}, organization{};
    std::optional<Instant> modified_after{};
    std::optional<std::int64_t> minimum_age{}, maximum_age{};
    std::string postcode{};               // as typed
    std::optional<double> proximity{};    // metres

    Detail detail() const { return full ? Detail::full : minimal ? Detail::minimal : Detail::listed; }
    // Without a page JSON lines tell everything, and so does the minimal list.
    bool everything() const { return !page && (lines || (minimal && per_page_default)); }
    bool per_page_default = true;
};

// Why a question was refused: the key of a text.
struct Refusal {
    std::string text;
};

std::variant<Query, Refusal> read_query(const http::Values&);

// Which filters a list knows; others are ignored there.
std::vector<Place> find_services(const Model&, const Query&);
std::vector<Place> find_organizations(const Model&, const Query&);
std::variant<std::vector<Place>, Refusal> find_service_at_locations(const Model&, const Query&);
std::vector<Place> find_taxonomies(const Model&, const Query&);
std::vector<Place> find_terms(const Model&, const Query&);

}
