// What other capabilities ask of the land and of the code lists.
#include "network/code_lists/code_list.hpp"
#include "network/network.hpp"
#include "network/territory/territory.hpp"

#include <algorithm>

namespace network {

std::int64_t load_lists(const history::Author& author, std::span<const embedded::File> files) {
    return load_code_lists(author, files);
}

std::vector<ListedCode> listed_codes(db::Session& db, std::string_view list, const std::string& language, Date day) {
    auto lists = CodeLists::read(db, day);
    std::vector<ListedCode> codes;
    auto add = [&](const CodeListItem& item, bool holds) {
        auto plain = language == "en" ? item.plain_en : item.plain_cs;
        codes.push_back({item.code, lists.name(list, item.code, language), plain.value_or(""), holds});
    };
    for (auto item : lists.items(list, day)) add(*item, true);
    auto former =
        db.all<std::string>("SELECT DISTINCT code FROM code_list_items WHERE list = $1 AND replaced_at IS NULL"
                            " ORDER BY code",
                            list);
    for (auto& code : former)
        if (std::ranges::find(codes, code, &ListedCode::code) == codes.end()) add(*lists.find(list, code), false);
    return codes;
}

namespace {

std::vector<std::string> districts_of(const Territory& territory, std::string_view level, std::string_view code) {
    std::set<std::string> found;
    for (auto& one : territory.municipalities_of(level, code))
        if (auto municipality = territory.municipality(one)) found.insert(municipality->orp_code);
    return {found.begin(), found.end()};
}

NamedLand land(const Territory& territory, const std::string& level, const std::string& code) {
    NamedLand named{level + ":" + code, territory.name(level, code)};
    if (level != "region") named.districts = districts_of(territory, level, code);
    return named;
}

}

std::vector<NamedLand> named_lands(db::Session& db, Date day) {
    auto territory = Territory::read(db, day);
    std::vector<NamedLand> all;
    for (auto& region : territory.regions()) all.push_back(land(territory, "region", region.code));
    for (auto& district : territory.districts())
        if (district.kind == "orp") all.push_back(land(territory, "orp", district.code));
    for (auto& area : territory.areas()) all.push_back(land(territory, "area", area.code));
    for (auto& one : territory.municipalities()) all.push_back({"municipality:" + one.code, one.name, {one.orp_code}});
    return all;
}

namespace {

// How a level is asked about: its row by its code, and the districts of its municipalities.
struct LevelAsked {
    std::string_view level;
    db::Sql<1> name;
    std::optional<db::Sql<1>> districts{};
};

constexpr LevelAsked asked_levels[] = {
    {"region", "SELECT name FROM regions WHERE code = $1"},
    {"orp", "SELECT name FROM districts WHERE kind = 'orp' AND code = $1",
     db::Sql<1>{"SELECT DISTINCT orp_code FROM municipalities WHERE orp_code = $1"}},
    {"pou", "SELECT name FROM districts WHERE kind = 'pou' AND code = $1",
     db::Sql<1>{"SELECT DISTINCT orp_code FROM municipalities WHERE pou_code = $1 ORDER BY orp_code"}},
    {"municipality", "SELECT name FROM municipalities WHERE code = $1",
     db::Sql<1>{"SELECT orp_code FROM municipalities WHERE code = $1"}},
};

std::optional<NamedLand> find_area(db::Session& db, const std::string& code, Date day) {
    auto name = db.maybe<std::string>("SELECT name FROM areas WHERE code = $1", code);
    if (!name) return {};
    return NamedLand{
        "area:" + code, *name,
        db.all<std::string>("SELECT DISTINCT orp_code FROM area_municipalities JOIN areas ON areas.id = area_id"
                            " JOIN municipalities ON municipalities.code = municipality_code"
                            " WHERE areas.code = $1 AND valid_from <= $2"
                            " AND (valid_to IS NULL OR valid_to > $2) ORDER BY orp_code",
                            code, day)};
}

}

// NB: asked at every request for a group; the whole territory is not read for it.
std::optional<NamedLand> find_land(db::Session& db, const std::string& code, Date day) {
    auto colon = code.find(':');
    if (colon == code.npos) return {};
    auto level = code.substr(0, colon), key = code.substr(colon + 1);
    if (level == "area") return find_area(db, key, day);
    auto asked = std::ranges::find(asked_levels, level, &LevelAsked::level);
    auto name = asked == std::end(asked_levels) ? std::nullopt : db.maybe<std::string>(asked->name, key);
    if (!name) return {};
    NamedLand found{code, *name};
    if (asked->districts) found.districts = db.all<std::string>(*asked->districts, key);
    return found;
}

namespace {

struct TownPoint {
    std::string code{};
    double latitude{}, longitude{};
    static void each_field(auto& town, auto& visit) {
        visit("code", town.code), visit("latitude", town.latitude), visit("longitude", town.longitude);
    }
};

}

std::map<std::string, LandPoint> town_points(db::Session& db, Date) {
    std::map<std::string, LandPoint> points;
    for (auto& town : db.all<TownPoint>("SELECT code, latitude, longitude FROM municipalities"
                                        " WHERE latitude IS NOT NULL AND longitude IS NOT NULL"))
        points[town.code] = {town.latitude, town.longitude};
    return points;
}

}
