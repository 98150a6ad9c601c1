// Reads all files, checks them against each other, then adds and changes by code.
#include "network/territory/territory_import.hpp"

#include "network/territory/territory_tables.hpp"

#include <fmt/format.h>

namespace network {

namespace {

std::string name_of(TerritoryFault fault) {
    switch (fault) {
    case TerritoryFault::code_wrong: return "code_wrong";
    case TerritoryFault::name_missing: return "name_missing";
    case TerritoryFault::number_wrong: return "number_wrong";
    case TerritoryFault::date_wrong: return "date_wrong";
    case TerritoryFault::point_wrong: return "point_wrong";
    case TerritoryFault::code_twice: return "code_twice";
    case TerritoryFault::ages_differ: return "ages_differ";
    case TerritoryFault::municipality_unknown: return "municipality_unknown";
    case TerritoryFault::boundary_unknown: return "boundary_unknown";
    }
    return "code_wrong";
}

}

TerritoryError::TerritoryError(TerritoryFault fault, std::uint64_t row, std::vector<std::string> given)
    : std::runtime_error{"territory import: " + name_of(fault) + " in row " + std::to_string(row)},
      fault{fault},
      row{row},
      values{std::move(given)} {
    values.push_back(std::to_string(row));
}

std::string TerritoryError::text_key() const { return "territory_import.error." + name_of(fault); }

namespace {

using PopulationKey = std::tuple<std::string, Date, std::optional<std::int64_t>, std::optional<std::int64_t>>;

PopulationKey key(const Population& count) {
    return {count.municipality_code, count.as_of, count.age_from, count.age_to};
}
std::string key(const District& district) { return district.kind + ":" + district.code; }
std::string key(const StoredBoundary& boundary) { return boundary.kind + ":" + boundary.code; }
std::string key(const auto& with_code) { return with_code.code; }

// What the database holds of one kind, by what it is recognised by.
template <class Record>
class Known {
public:
    Known(const Author& author, std::vector<Record> records, Tally& tally) : author_{author}, tally_{tally} {
        for (auto& record : records) {
            auto its_key = key(record);
            records_.insert_or_assign(std::move(its_key), std::move(record));
        }
    }

    bool has(const auto& its_key) const { return records_.contains(its_key); }

    // Adds the record, or writes what the table says over the one that is there.
    void keep(Record wish, auto write) {
        auto found = records_.find(key(wish));
        if (found == records_.end()) {
            add(author_, wish);
            records_.emplace(key(wish), wish);
            ++tally_.added;
            return;
        }
        auto after = found->second;
        write(after);
        if (!change(author_, found->second, after)) return void(++tally_.same);
        after.kept.version = found->second.kept.version + 1;
        found->second = after;
        ++tally_.changed;
    }

private:
    const Author& author_;
    Tally& tally_;
    std::map<decltype(key(std::declval<Record>())), Record> records_;
};

std::string kind_of(const std::string& code) {
    if (code.size() == 6) return "municipality";
    return code.size() == 4 ? "orp" : "region";
}

// [[[[14.592,50.55981],…]]] as in GeoJSON's MultiPolygon; five decimals are about a metre.
std::string polygons_text(const std::vector<GeoPolygon>& polygons) {
    std::string text = "[";
    for (auto& polygon : polygons) {
        text += text.back() == ']' ? ",[" : "[";
        for (auto& ring : polygon) {
            text += text.back() == ']' ? ",[" : "[";
            for (auto& point : ring)
                text +=
                    fmt::format("{}[{:.5f},{:.5f}]", text.back() == ']' ? "," : "", point.longitude, point.latitude);
            text += "]";
        }
        text += "]";
    }
    return text + "]";
}

struct Read {
    std::vector<MunicipalityRow> municipalities;
    std::vector<AgeRow> ages;
    std::vector<Boundary> boundaries;
};

// Codes that there are now or will be after the import.
std::set<std::string> codes_after(db::Session& db, const Read& read) {
    std::set<std::string> codes;
    for (auto& code :
         db.all<std::string>("SELECT code FROM municipalities UNION SELECT code FROM districts WHERE kind = 'orp'"
                             " UNION SELECT code FROM regions"))
        codes.insert(code);
    for (auto& row : read.municipalities)
        codes.insert(row.code), codes.insert(row.orp_code), codes.insert(row.region_code);
    return codes;
}

Read read_all(db::Session& db, const TerritoryFiles& files) {
    Read read;
    if (files.municipalities) read.municipalities = read_municipality_rows(*files.municipalities);
    if (files.ages) read.ages = read_age_rows(*files.ages);
    auto codes = codes_after(db, read);
    for (auto& row : read.ages)
        if (!codes.contains(row.code)) throw TerritoryError{TerritoryFault::municipality_unknown, row.row, {row.code}};
    for (auto& file : files.boundaries) {
        std::uint64_t number = 0;
        for (auto& boundary : read_geojson(file)) {
            ++number;
            if (!codes.contains(boundary.code))
                throw TerritoryError{TerritoryFault::boundary_unknown, number, {boundary.code}};
            read.boundaries.push_back(std::move(boundary));
        }
    }
    return read;
}

void keep_regions_and_districts(const Author& author, const Read& read, TerritoryImport& done) {
    Known<Region> regions{author, author.work.all<Region>("SELECT * FROM regions"), done.regions};
    Known<District> districts{author, author.work.all<District>("SELECT * FROM districts"), done.districts};
    std::set<std::string> seen;
    for (auto& row : read.municipalities) {
        if (seen.insert(row.region_code).second)
            regions.keep(Region{{}, row.region_code, row.region_name, {}, {}},
                         [&](Region& region) { region.name = row.region_name; });
        if (!seen.insert(row.orp_code).second) continue;
        District district{{}, "orp", row.orp_code, row.orp_name, {}, row.orp_name, row.region_code, {}, {}, {}, {}, {}};
        districts.keep(district,
                       [&](District& known) { known.name = row.orp_name, known.region_code = row.region_code; });
    }
}

void keep_municipalities(const Author& author, const Read& read, TerritoryImport& done) {
    Known<Municipality> known{author, author.work.all<Municipality>("SELECT * FROM municipalities"),
                              done.municipalities};
    for (auto& row : read.municipalities) {
        auto write = [&](Municipality& municipality) {
            municipality.code = row.code, municipality.name = row.name;
            municipality.orp_code = row.orp_code, municipality.region_code = row.region_code;
            municipality.latitude = row.latitude, municipality.longitude = row.longitude;
        };
        Municipality fresh;
        write(fresh);
        known.keep(fresh, write);
    }
}

void keep_populations(const Author& author, const Read& read, TerritoryImport& done) {
    Known<Population> known{author, author.work.all<Population>("SELECT * FROM populations"), done.populations};
    auto keep = [&](const std::string& code, Date as_of, std::optional<std::int64_t> from,
                    std::optional<std::int64_t> to, std::int64_t count) {
        known.keep(Population{{}, code, as_of, from, to, count, {}}, [&](Population& before) { before.count = count; });
    };
    for (auto& row : read.municipalities) keep(row.code, row.as_of, {}, {}, row.population);
    for (auto& row : read.ages) {
        keep(row.code, row.as_of, 0, 14, row.age_0_14);
        keep(row.code, row.as_of, 15, 64, row.age_15_64);
        keep(row.code, row.as_of, 65, {}, row.age_65_plus);
    }
}

void keep_boundaries(const Author& author, const Read& read, TerritoryImport& done) {
    Known<StoredBoundary> known{author, author.work.all<StoredBoundary>("SELECT * FROM boundaries"), done.boundaries};
    for (auto& boundary : read.boundaries) {
        auto polygons = polygons_text(boundary.polygons);
        known.keep(StoredBoundary{{}, kind_of(boundary.code), boundary.code, polygons, {}},
                   [&](StoredBoundary& before) { before.polygons = polygons; });
    }
}

}

TerritoryImport import_territory(const Author& author, const TerritoryFiles& files) {
    auto read = read_all(author.work, files);
    TerritoryImport done;
    keep_regions_and_districts(author, read, done);
    keep_municipalities(author, read, done);
    keep_populations(author, read, done);
    keep_boundaries(author, read, done);
    return done;
}

}
