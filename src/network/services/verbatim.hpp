// What a source says in its own words, beside our clean value: typing errors, doubled words and all.
#pragma once

#include "network/keeping.hpp"

namespace network {

struct Verbatim {
    Id<Verbatim> id{};
    Id<void> record_id{};
    std::string field{};    // description, age_wording…
    std::string wording{};
    Id<history::Source> source_id{};
    Kept kept{};

    static constexpr auto table = "verbatims";
    static constexpr auto content = "network";
    static void each_field(auto& verbatim, auto& visit) {
        visit("id", verbatim.id), visit("record_id", verbatim.record_id), visit("field", verbatim.field);
        visit("wording", verbatim.wording), visit("source_id", verbatim.source_id);
        Kept::each_field(verbatim.kept, visit);
    }
};

// The source is the author's.
Id<Verbatim> keep_verbatim(const Author&, const Uuid& record, std::string field, std::string wording);
std::vector<Verbatim> verbatims_of(db::Session&, const Uuid& record);

}
