// Reads the territory and answers which municipalities belong to what.
#include "network/territory/territory.hpp"

#include "network/providers/slug.hpp"

namespace network {

namespace {

struct Member {
    std::string area{}, municipality{};
    static void each_field(auto& member, auto& visit) {
        visit("area", member.area), visit("municipality", member.municipality);
    }
};

const District* district(const std::vector<District>& districts, std::string_view kind, std::string_view code) {
    for (auto& district : districts)
        if (district.kind == kind && district.code == code) return &district;
    return nullptr;
}

const auto* with_code(const auto& all, std::string_view code) {
    for (auto& one : all)
        if (one.code == code) return &one;
    return static_cast<decltype(&*all.begin())>(nullptr);
}

}

Territory Territory::read(db::Session& db, Date day) {
    Territory territory;
    territory.regions_ = db.all<Region>("SELECT * FROM regions ORDER BY name_sort, code");
    territory.districts_ = db.all<District>("SELECT * FROM districts ORDER BY name_sort, code");
    territory.municipalities_ = db.all<Municipality>("SELECT * FROM municipalities ORDER BY name_sort, code");
    territory.areas_ = db.all<Area>("SELECT * FROM areas ORDER BY name_sort, code");
    for (auto& municipality : territory.municipalities_) territory.by_code_[municipality.code] = &municipality;
    auto members = db.all<Member>("SELECT areas.code AS area, municipality_code AS municipality"
                                  " FROM area_municipalities JOIN areas ON areas.id = area_id"
                                  " WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)",
                                  day);
    for (auto& member : members) territory.members_[member.area].insert(member.municipality);
    return territory;
}

const Municipality* Territory::municipality(std::string_view code) const {
    auto found = by_code_.find(code);
    return found == by_code_.end() ? nullptr : found->second;
}

const District* Territory::orp(std::string_view code) const { return district(districts_, "orp", code); }
const District* Territory::pou(std::string_view code) const { return district(districts_, "pou", code); }
const Region* Territory::region(std::string_view code) const { return with_code(regions_, code); }
const Area* Territory::area(std::string_view code) const { return with_code(areas_, code); }

std::string Territory::name(std::string_view level, std::string_view code) const {
    auto name_of = [&](auto* known) { return known ? known->name : std::string{code}; };
    if (level == "region") return name_of(region(code));
    if (level == "orp") return name_of(orp(code));
    if (level == "pou") return name_of(pou(code));
    if (level == "municipality") return name_of(municipality(code));
    if (level == "area") return name_of(area(code));
    return std::string{code};
}

std::set<std::string> Territory::municipalities_of(std::string_view level, std::string_view code) const {
    std::set<std::string> codes;
    if (level == "area") {
        auto found = members_.find(code);
        return found == members_.end() ? codes : found->second;
    }
    for (auto& municipality : municipalities_)
        if (level == "country" || (level == "region" && municipality.region_code == code) ||
            (level == "orp" && municipality.orp_code == code) || (level == "pou" && municipality.pou_code == code) ||
            (level == "municipality" && municipality.code == code))
            codes.insert(municipality.code);
    return codes;
}

const District* Territory::find_orp(std::string_view wish) const {
    auto name = slug_of(wish);
    if (name.starts_with("orp-")) name.erase(0, 4);
    for (auto& district : districts_)
        if (district.kind == "orp" && (district.code == name || slug_of(district.name) == name)) return &district;
    return nullptr;
}

std::vector<const Municipality*> Territory::find_municipalities(std::string_view wish) const {
    auto name = slug_of(wish);
    std::vector<const Municipality*> found;
    for (auto& municipality : municipalities_)
        if (municipality.code == name || slug_of(municipality.name) == name) found.push_back(&municipality);
    return found;
}

std::map<std::string, std::int64_t> population_by_municipality(db::Session& db, Date day) {
    auto counts =
        db.all<Population>("SELECT * FROM populations WHERE as_of <= $1 AND age_from IS NULL AND age_to IS NULL"
                           " ORDER BY as_of",
                           day);
    std::map<std::string, std::int64_t> people;
    for (auto& count : counts) people[count.municipality_code] = count.count;
    return people;
}

std::vector<Population> populations_of(db::Session& db, const std::string& municipality) {
    return db.all<Population>("SELECT * FROM populations WHERE municipality_code = $1"
                              " ORDER BY as_of DESC, coalesce(age_from, -1), coalesce(age_to, 999)",
                              municipality);
}

std::vector<StoredBoundary> boundaries(db::Session& db, const std::string& kind) {
    return db.all<StoredBoundary>("SELECT * FROM boundaries WHERE kind = $1 ORDER BY code", kind);
}

}
