// Turns premises and their rooms into texts and back.
#include "network/editing/premises_sheet.hpp"

#include "network/editing/facility_sheet.hpp"
#include "network/editing/kept_lines.hpp"

namespace network {

namespace {

constexpr std::int64_t most_rooms = 300, most_square_metres = 1'000'000;

std::string area_in_form(const std::optional<double>& area) { return area ? tidy(to_czech(square_metres(*area))) : ""; }

// 200; 62,5; 2 000 m²
std::optional<double> read_area(const std::string& typed) {
    auto area = parse_decimal(typed);
    if (!area) area = parse_area(typed);
    if (!area || *area < Decimal{0} || *area > Decimal{most_square_metres} || area->places > 2) return {};
    return area->approximately();
}

std::string norms_in_form(const std::optional<bool>& meets) { return !meets ? "" : *meets ? "ano" : "ne"; }

std::optional<bool> read_norms(const std::string& typed) {
    return typed.empty() ? std::nullopt : std::optional{typed == "ano"};
}

}

EditedPremises EditedPremises::read(db::Session& db, const PremisesInView& view, Date day) {
    auto premises = *find_premises(db, view.premises.id);
    EditedPremises edited{
        premises, rooms_of(db, premises.id), services_in(db, premises.id, day), {}, Territory::read(db, day)};
    std::set<Id<Provider>> providers;
    for (auto& service : view.services) providers.insert(service.service.provider_id);
    for (auto& provider : providers)
        for (auto& place : facilities_of_provider(db, provider))
            if (place.id == premises.facility_id || !place.validity.valid_to || *place.validity.valid_to > day)
                edited.places.push_back(place);
    if (premises.facility_id && !edited.place(to_text(*premises.facility_id)))
        edited.places.push_back(*find_facility(db, *premises.facility_id));
    return edited;
}

const Facility* EditedPremises::place(const std::string& id) const {
    auto found = std::ranges::find(places, id, [](auto& place) { return to_text(place.id); });
    return found == places.end() ? nullptr : &*found;
}

// --- what the form shows ---------------------------------------------------------------------------------------------

SheetParts premises_parts(const EditedPremises& edited, const i18n::Texts& texts) {
    std::vector<html::Choice> places{{"", texts.text("premises.place.none")}},
        tenures{{"", texts.text("premises.not_known")}};
    for (auto& place : edited.places) {
        auto town = place.municipality_name.value_or("");
        auto more = place.secret ? texts.text("place.secret") : place.name.find(town) == place.name.npos ? town : "";
        places.push_back({to_text(place.id), more.empty() ? place.name : place.name + " – " + more});
    }
    for (auto code : {"owned", "rented", "lent"})
        tenures.push_back({code, texts.text(std::string{"premises.tenure."} + code)});
    std::vector<html::Choice> norms{
        {"", texts.text("premises.not_known")}, {"ano", texts.text("form.yes")}, {"ne", texts.text("form.no")}};
    return {{"premises.part.what",
             {{"nazev", "edit.name", Control::line, "premises.name.hint", false},
              {"misto", "premises.place", Control::one_of, "premises.place.hint", true, places},
              {"obec", "edit.municipality", Control::line, "premises.municipality.hint"}}},
            {"premises.part.rooms",
             {{"mistnosti", "premises.declared_rooms", Control::number, "premises.declared_rooms.hint"},
              {"vycet", "premises.rooms", Control::area, texts.text("premises.rooms.hint", {room_kind_words()})}}},
            {"premises.part.size",
             {{"plocha", "premises.area", Control::line, "premises.area.hint"},
              {"zahrada", "premises.garden", Control::line}}},
            {"premises.part.whose",
             {{"vlastnik", "premises.owner"},
              {"uzivani", "premises.tenure", Control::one_of, "", true, tenures},
              {"normy", "premises.meets_norms", Control::one_of, "", true, norms},
              {"poznamka", "premises.note", Control::area}}}};
}

Sheet sheet_of(const EditedPremises& edited) {
    auto& premises = edited.premises;
    auto& town = premises.municipality_code;
    return {{"nazev", tidy(premises.name)},
            {"misto", premises.facility_id ? to_text(*premises.facility_id) : ""},
            {"obec", town ? town_in_form(*town, edited.territory) : ""},
            {"mistnosti", premises.declared_rooms ? std::to_string(*premises.declared_rooms) : ""},
            {"vycet", tidy(text_of(lines_had(edited.rooms)))},
            {"plocha", area_in_form(premises.area_m2)},
            {"zahrada", area_in_form(premises.garden_m2)},
            {"vlastnik", tidy(premises.owner.value_or(""))},
            {"uzivani", premises.tenure.value_or("")},
            {"normy", norms_in_form(premises.meets_norms)},
            {"poznamka", tidy(premises.note.value_or(""))}};
}

// --- what was typed --------------------------------------------------------------------------------------------------

namespace {

bool secret_place(const Sheet& sheet, const EditedPremises& edited) {
    auto place = edited.place(value_in(sheet, "misto"));
    return place && place->secret;
}

void check_rooms(const Sheet& sheet, const EditedPremises& edited, const i18n::Texts& texts,
                 std::vector<html::Problem>& problems, std::vector<html::Note>& notes) {
    auto lines = lines_of(value_in(sheet, "vycet"));
    auto wrong = [&](const char* key) {
        if (std::ranges::find(problems, "vycet", &html::Problem::field) == problems.end())
            problems.push_back({"vycet", key});
    };
    if (lines.size() > std::size_t(most_rooms)) wrong("premises.rooms.too_many");
    auto fresh = fresh_lines(lines, lines_had(edited.rooms));
    for (auto& line : fresh) {
        auto room = read_room_line(line);
        if (room && room->name.size() <= longest_line) continue;
        auto key = room ? "premises.room.too_long" : "premises.room.nameless";
        wrong(key);
        notes.push_back({html::Note::bad, texts.text("edit.not_understood", {line}), texts.text(key)});
    }
}

}

std::vector<html::Problem> problems_of(const Sheet& sheet, const EditedPremises& edited, const i18n::Texts& texts,
                                       std::vector<html::Note>& notes) {
    std::vector<html::Problem> problems;
    auto standing = sheet_of(edited);
    auto fresh = [&](const char* name) {
        return !value_in(sheet, name).empty() && value_in(sheet, name) != value_in(standing, name);
    };
    auto parts = premises_parts(edited, texts);
    if (value_in(sheet, "nazev").empty()) problems.push_back({"nazev", "edit.name.missing"});
    for (auto& part : parts)
        for (auto& field : part.fields) {
            auto typed = value_in(sheet, field.name);
            if (typed.size() > (field.control == Control::area ? longest_text : longest_line))
                problems.push_back({field.name, "edit.too_long"});
            if (field.control == Control::one_of &&
                std::ranges::find(field.choices, typed, &html::Choice::value) == field.choices.end())
                problems.push_back({field.name, "edit.choice.unknown"});
        }
    // At a secret place the town is not kept, so it is not asked about either.
    if (!secret_place(sheet, edited) && fresh("obec"))
        if (auto problem = problem_of_town(value_in(sheet, "obec"), edited.territory))
            problems.push_back({"obec", problem});
    for (auto name : {"plocha", "zahrada"})
        if (fresh(name) && !read_area(value_in(sheet, name))) problems.push_back({name, "premises.area.unreadable"});
    if (fresh("mistnosti") && !whole_number(value_in(sheet, "mistnosti"), most_rooms))
        problems.push_back({"mistnosti", "premises.declared_rooms.unreadable"});
    check_rooms(sheet, edited, texts, problems, notes);
    return problems;
}

// --- keeping the difference ------------------------------------------------------------------------------------------

namespace {

Premises with(const EditedPremises& edited, const Sheet& sheet) {
    auto after = edited.premises;
    auto standing = sheet_of(edited);
    auto touched = [&](const char* name) { return value_in(sheet, name) != value_in(standing, name); };
    auto text = [&](const char* name, std::optional<std::string>& field) {
        if (touched(name)) field = text_or_nothing(value_in(sheet, name));
    };
    if (touched("nazev")) after.name = value_in(sheet, "nazev");
    text("vlastnik", after.owner), text("uzivani", after.tenure), text("poznamka", after.note);
    if (touched("misto")) after.facility_id = Id<Facility>::parse(value_in(sheet, "misto"));
    if (touched("obec")) {
        auto towns = edited.territory.find_municipalities(value_in(sheet, "obec"));
        after.municipality_code = towns.empty() ? std::nullopt : std::optional{towns.front()->code};
    }
    if (touched("mistnosti")) after.declared_rooms = whole_number(value_in(sheet, "mistnosti"), most_rooms);
    if (touched("plocha")) after.area_m2 = read_area(value_in(sheet, "plocha"));
    if (touched("zahrada")) after.garden_m2 = read_area(value_in(sheet, "zahrada"));
    if (touched("normy")) after.meets_norms = read_norms(value_in(sheet, "normy"));
    if (secret_place(sheet, edited)) after.municipality_code.reset();
    return after;
}

}

bool save_premises(const Author& author, const EditedPremises& edited, const Sheet& sheet) {
    bool changed = keep_room_lines(author, edited.premises.id, edited.rooms, value_in(sheet, "vycet"));
    return change(author, edited.premises, with(edited, sheet)) || changed;
}

}
