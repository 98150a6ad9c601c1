// Lists and keeps areas of one's own.
#include "network/editing/area_pages.hpp"

#include "network/editing/removal.hpp"
#include "network/editing/service_lines.hpp"
#include "network/editing/text_fields.hpp"
#include "network/providers/slug.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr TextField<Area> texts_of_area[] = {{"poznamka", &Area::note}};

const SheetParts& area_parts() {
    static const SheetParts parts{{"area.part",
                                   {{"nazev", "edit.name", Control::line, "", false},
                                    {"druh", "area.kind", Control::line, "area.kind.hint", false},
                                    {"obce", "area.municipalities", Control::area, "area.municipalities.hint", false},
                                    {"poznamka", "area.note", Control::area}}}};
    return parts;
}

Sheet sheet_of(const Area& area, const Territory& territory) {
    std::vector<std::string> names;
    for (auto& town : territory.municipalities())    // by name
        if (territory.municipalities_of("area", area.code).contains(town.code))
            names.push_back(territory.find_municipalities(town.name).size() == 1 ? town.name : town.code);
    Sheet sheet{{"nazev", tidy(area.name)}, {"druh", tidy(area.kind)}, {"obce", text_of(names)}};
    show_texts(area, texts_of_area, sheet);
    return sheet;
}

// Municipalities by name or code, parted by lines, ; or commas.
std::set<std::string> read_municipalities(SheetPage& page, const Territory& territory, const i18n::Texts& texts) {
    auto typed = page.sheet["obce"];
    std::ranges::replace(typed, ',', '\n');
    std::set<std::string> codes;
    auto wrong = [&](const char* key, const std::string& wording) {
        page.problems.push_back({"obce", key});
        page.notes.push_back({html::Note::bad, texts.text("edit.not_understood", {wording}), texts.text(key)});
    };
    for (auto& wording : coverage_wordings(typed)) {
        auto towns = territory.find_municipalities(wording);
        if (towns.empty()) wrong("edit.coverage.unknown", wording);
        else if (towns.size() > 1) wrong("edit.coverage.several", wording);
        else codes.insert(towns.front()->code);
    }
    if (codes.empty() && page.problems.empty()) page.problems.push_back({"obce", "area.municipalities.missing"});
    return codes;
}

void check_words(SheetPage& page) {
    if (page.sheet["nazev"].empty()) page.problems.push_back({"nazev", "edit.name.missing"});
    if (page.sheet["druh"].empty()) page.problems.push_back({"druh", "area.kind.missing"});
}

void keep_members(const Author& author, const Area& area, const std::set<std::string>& wished, Date today) {
    auto fresh = wished;
    for (auto& member :
         author.work.all<AreaMunicipality>("SELECT * FROM area_municipalities WHERE area_id = $1 AND valid_from <= $2"
                                           " AND (valid_to IS NULL OR valid_to > $2)",
                                           area.id, today))
        if (!fresh.erase(member.municipality_code))
            end_today(author, member, today, Area::table, area.id.uuid, "municipality_code", member.municipality_code);
    for (auto& code : fresh) {
        AreaMunicipality member;
        member.area_id = area.id, member.municipality_code = code, member.validity.valid_from = today;
        add(author, member);
    }
}

std::string free_code(const Territory& territory, const std::string& name) {
    auto code = slug_of(name);
    auto free = code;
    for (int n = 2; territory.area(free); ++n) free = code + "-" + std::to_string(n);
    return free;
}

SheetPage new_page(const http::Request& request) {
    SheetPage page{"", "area.new", "/sprava/oblasti", "/sprava/oblasti", area_parts(), {}};
    page.form_token = request.form_token;
    return page;
}

SheetPage area_page(const http::Request& request, const Area& area, const Territory& territory) {
    SheetPage page{area.name,         "area.edit",  "/sprava/oblasti/" + area.code,
                   "/sprava/oblasti", area_parts(), sheet_of(area, territory)};
    page.before = page.sheet, page.version = area.kept.version, page.form_token = request.form_token;
    say_saved(request, page);
    return page;
}

}

http::PageHead AreasPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("area.list"), .section = "/sprava/oblasti", .staff = true};
}

html::Table AreasPage::table(html::Out& out) const {
    html::Table table{out.text("area.list"), {{"edit.name"}, {"area.kind"}, {"area.count", true}}, {}};
    table.caption_is_above = true;
    for (auto& area : territory.areas())
        table.rows.push_back({{area.name, "/sprava/oblasti/" + area.code},
                              {area.kind},
                              {std::to_string(territory.municipalities_of("area", area.code).size())}});
    return table;
}

http::Response show_areas(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto territory = Territory::read(permit.db(), permit.today());
    return respond(request, AreasPage{territory});
}

http::Response show_new_area(const http::Request& request, Permit<may::KeepCatalogue>) {
    return respond(request, new_page(request));
}

http::Response add_area(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto territory = Territory::read(permit.db(), permit.today());
    auto page = new_page(request);
    page.sheet = typed_sheet(request.values, page.parts);
    check_words(page);
    auto members = read_municipalities(page, territory, *request.texts);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    auto author = author_of(permit);
    Area area;
    area.name = page.sheet["nazev"], area.kind = page.sheet["druh"], area.code = free_code(territory, area.name);
    take_texts(area, texts_of_area, page.sheet);
    add(author, area);
    keep_members(author, area, members, permit.today());
    note_done(permit, "network.area_added", area.id.uuid);
    return http::redirect("/sprava/oblasti/", area.code, "?ulozeno=ano");
}

http::Response show_area(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto territory = Territory::read(permit.db(), permit.today());
    auto area = territory.area(request.parameter("oblast"));
    if (!area) throw NotFound{};
    return respond(request, area_page(request, *area, territory));
}

http::Response change_area(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto territory = Territory::read(permit.db(), permit.today());
    auto area = territory.area(request.parameter("oblast"));
    if (!area) throw NotFound{};
    auto page = area_page(request, *area, territory);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    check_words(page);
    auto members = read_municipalities(page, territory, *request.texts);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    if (page.sheet != page.before) {
        auto author = author_of(permit);
        auto after = *area;
        after.name = page.sheet["nazev"], after.kind = page.sheet["druh"];
        take_texts(after, texts_of_area, page.sheet);
        change(author, *area, after);
        keep_members(author, *area, members, permit.today());
        note_done(permit, "network.area_saved", area->id.uuid);
    }
    return http::redirect("/sprava/oblasti/", area->code, "?ulozeno=ano");
}

}
