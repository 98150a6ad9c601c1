// Loads the region's districts, municipalities with their people, and areas of its own.
#include "network/sample/sample_region.hpp"

namespace network {

namespace {

void keep_people(const Author& author, const SampleRow& row, const std::string& code) {
    // 2021 means the balance at the end of 2020, published as of 1 January.
    auto as_of = Date{std::chrono::year{int(row.number("population_year").value())} / 1 / 1};
    auto keep = [&](const char* column, std::optional<std::int64_t> from, std::optional<std::int64_t> to) {
        if (auto count = row.number(column)) add(author, Population{{}, code, as_of, from, to, *count, {}});
    };
    keep("population", {}, {});
    keep("age_0_14", 0, 14), keep("age_15_64", 15, 64), keep("age_65_plus", 65, {});
}

}

void SampleRegion::load_territory() {
    auto region = sample_table("regions").front().needed("code");
    for (auto& row : sample_table("regions")) add(author, Region{{}, row.needed("code"), row.needed("name"), {}, {}});
    for (auto& row : sample_table("orp")) {
        District district{{},
                          "orp",
                          row.needed("code"),
                          row.needed("name"),
                          {},
                          row.needed("short_name"),
                          region,
                          {},
                          row.text("seat_code"),
                          row.number("hex_column"),
                          row.number("hex_row"),
                          {}};
        add(author, district);
    }
    for (auto& row : sample_table("municipalities")) {
        auto code = row.needed("code");
        town_names_[code] = row.needed("name");
        add(author, Municipality{{},
                                 code,
                                 row.needed("name"),
                                 {},
                                 row.needed("type"),
                                 row.needed("orp_code"),
                                 row.text("pou"),
                                 region,
                                 row.real("lat"),
                                 row.real("lon"),
                                 {}});
        keep_people(author, row, code);
    }
    for (auto& row : sample_table("neighbours")) town_names_[row.needed("code")] = row.needed("name");
    for (auto& row : sample_table("areas")) {
        auto by = said_by(row);
        auto area =
            add(by, Area{{}, row.needed("key"), row.needed("name"), {}, row.needed("kind"), row.text("note"), {}});
        for (auto& code : row.list("municipalities")) add(by, AreaMunicipality{{}, area, code, {beginning, {}}, {}});
    }
}

}
