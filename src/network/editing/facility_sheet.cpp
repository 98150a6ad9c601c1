// Turns a place into texts and back.
#include "network/editing/facility_sheet.hpp"

#include "network/editing/kept_lines.hpp"
#include "network/editing/text_fields.hpp"
#include "network/facilities/premises.hpp"

#include <fmt/format.h>

#include <charconv>

namespace network {

namespace {

constexpr std::int64_t most_beds = 10'000;

constexpr TextField<Facility> texts_of_facility[] = {
    {"ulice", &Facility::street},     {"psc", &Facility::postal_code},
    {"cesta", &Facility::directions}, {"pristupnost", &Facility::accessibility},
    {"poznamka", &Facility::note},
};

std::string hours_field(const Service& service) { return "doba." + service.slug; }

std::string town_of(const Facility& facility, const Territory& territory) {
    if (!facility.municipality_code) return facility.municipality_name.value_or("");
    if (!territory.municipality(*facility.municipality_code))
        return facility.municipality_name.value_or(*facility.municipality_code);
    return town_in_form(*facility.municipality_code, territory);
}

// Where the point is only that of the town, nothing was measured and nothing stands in the form.
std::string point_of(const Facility& facility, const Territory& territory) {
    if (!facility.latitude || !facility.longitude) return {};
    auto town = facility.municipality_code ? territory.municipality(*facility.municipality_code) : nullptr;
    if (facility.approximate && town && town->latitude == facility.latitude && town->longitude == facility.longitude)
        return {};
    return fmt::format("{:.5f}, {:.5f}", *facility.latitude, *facility.longitude);
}

// 50.60429, 15.32212 and 50.60429N, 15.32212E, as maps give it; within the republic.
std::optional<Point> read_point(std::string text) {
    std::ranges::replace(text, ';', ' ');
    std::vector<double> numbers;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ' || text[at] == ',' || text[at] == 'N' || text[at] == 'E') {
            ++at;
            continue;
        }
        double number{};
        auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
        if (error != std::errc{}) return {};
        numbers.push_back(number), at = std::size_t(end - text.data());
    }
    if (numbers.size() != 2) return {};
    bool here = numbers[0] > 48 && numbers[0] < 51.5 && numbers[1] > 12 && numbers[1] < 19;
    return here ? std::optional{Point{numbers[0], numbers[1]}} : std::nullopt;
}

}

EditedFacility EditedFacility::read(db::Session& db, const Facility& facility, Date day) {
    EditedFacility edited{facility, contacts_of(db, facility.id.uuid), {}, Territory::read(db, day), day};
    auto services = db.all<Service>(
        "SELECT * FROM services WHERE id IN (SELECT service_id FROM service_facilities WHERE facility_id = $1"
        " AND (valid_to IS NULL OR valid_to > $2)) ORDER BY name_sort, slug",
        facility.id, day);
    for (auto& service : services) {
        auto hours = db.all<OpeningTime>(
            "SELECT * FROM opening_times WHERE service_id = $1 AND facility_id = $2 AND valid_from <= $3"
            " AND (valid_to IS NULL OR valid_to > $3) ORDER BY valid_from, id",
            service.id, facility.id, day);
        edited.services.push_back({service, std::move(hours)});
    }
    return edited;
}

EditedFacility EditedFacility::fresh(db::Session& db, const Service& service, Date day) {
    EditedFacility edited{{}, {}, {{service}}, Territory::read(db, day), day};
    edited.facility.provider_id = service.provider_id;
    edited.facility.validity.valid_from = day;
    return edited;
}

// --- validity --------------------------------------------------------------------------------------------------------

SheetPart validity_part(const char* title) {
    return {title,
            {{"od", "facility.valid_from", Control::line, "facility.valid_from.hint"},
             {"do", "facility.valid_to", Control::line, "facility.valid_to.hint"}}};
}

namespace {

std::string plain_date(Date day) {
    std::chrono::year_month_day parts{day};
    return fmt::format("{}. {}. {}", unsigned(parts.day()), unsigned(parts.month()), int(parts.year()));
}

}

void show_validity(const Validity& validity, Sheet& sheet) {
    sheet["od"] = validity.valid_from == beginning ? "" : plain_date(validity.valid_from);
    sheet["do"] = validity.valid_to ? plain_date(*validity.valid_to) : "";
}

void check_validity(const Sheet& sheet, std::vector<html::Problem>& problems) {
    auto before = problems.size();
    for (auto name : {"od", "do"})
        if (auto typed = value_in(sheet, name); !typed.empty() && !parse_date(typed))
            problems.push_back({name, "form.date.unreadable"});
    if (problems.size() > before) return;
    auto validity = validity_of(sheet);
    if (validity.valid_to && *validity.valid_to <= validity.valid_from)
        problems.push_back({"do", "facility.valid_to.early"});
}

Validity validity_of(const Sheet& sheet) {
    return {parse_date(value_in(sheet, "od")).value_or(beginning), parse_date(value_in(sheet, "do"))};
}

// --- municipality ----------------------------------------------------------------------------------------------------

std::string town_in_form(const std::string& code, const Territory& territory) {
    auto town = territory.municipality(code);
    return town && territory.find_municipalities(town->name).size() == 1 ? town->name : code;
}

const char* problem_of_town(const std::string& typed, const Territory& territory) {
    auto towns = territory.find_municipalities(typed);
    return towns.empty() ? "facility.municipality.unknown" : towns.size() > 1 ? "edit.coverage.several" : nullptr;
}

// --- what the form shows ---------------------------------------------------------------------------------------------

SheetParts facility_parts(const EditedFacility& edited) {
    SheetParts parts{
        {"facility.part.where",
         {{"nazev", "edit.name", Control::line, "facility.name.hint", false},
          {"tajne", "facility.secret", Control::tick, "facility.secret.hint"},
          {"ulice", "edit.street"},
          {"psc", "edit.postal_code"},
          {"obec", "edit.municipality", Control::line, "facility.municipality.hint"},
          {"souradnice", "facility.point", Control::line, "facility.point.hint"},
          {"priblizne", "facility.approximate", Control::tick},
          {"cesta", "facility.directions", Control::area, "facility.directions.hint"}}},
        {"facility.part.inside",
         {{"pristupnost", "edit.accessibility", Control::area, "facility.accessibility.hint"},
          {"luzka", "facility.beds", Control::line, "facility.beds.hint"},
          {"kontakty", "edit.contacts", Control::area, "facility.contacts.hint"},
          {"poznamka", "facility.note", Control::area}}},
    };
    SheetPart hours{"facility.part.hours", {}};
    for (auto& there : edited.services)
        hours.fields.push_back({hours_field(there.service), there.service.name, Control::area, "facility.hours.hint"});
    if (!hours.fields.empty()) parts.push_back(std::move(hours));
    parts.push_back(validity_part("facility.part.when"));
    return parts;
}

Sheet sheet_of(const EditedFacility& edited) {
    auto& facility = edited.facility;
    Sheet sheet{{"nazev", tidy(facility.name)}, {"tajne", facility.secret ? "ano" : ""}};
    show_texts(facility, texts_of_facility, sheet);
    sheet["obec"] = town_of(facility, edited.territory);
    sheet["souradnice"] = point_of(facility, edited.territory);
    sheet["priblizne"] = facility.approximate && !sheet["souradnice"].empty() ? "ano" : "";
    sheet["luzka"] = facility.total_beds ? std::to_string(*facility.total_beds) : "";
    sheet["kontakty"] = tidy(text_of(lines_had(edited.contacts)));
    for (auto& there : edited.services) sheet[hours_field(there.service)] = tidy(text_of(lines_had(there.hours)));
    show_validity(facility.validity, sheet);
    return sheet;
}

// --- what was typed --------------------------------------------------------------------------------------------------

std::vector<html::Problem> problems_of(const Sheet& sheet, const EditedFacility& edited, const i18n::Texts& texts,
                                       std::vector<html::Note>& notes) {
    std::vector<html::Problem> problems;
    auto standing = sheet_of(edited);
    auto fresh = [&](const char* name) {
        return !value_in(sheet, name).empty() && value_in(sheet, name) != value_in(standing, name);
    };
    auto wrong = [&](const std::string& field, const char* key, const std::string& wording) {
        if (std::ranges::find(problems, field, &html::Problem::field) == problems.end())
            problems.push_back({field, key});
        notes.push_back({html::Note::bad, texts.text("edit.not_understood", {wording}), texts.text(key)});
    };
    if (value_in(sheet, "nazev").empty()) problems.push_back({"nazev", "edit.name.missing"});
    for (auto& [name, text] : sheet)
        if (text.size() > (name == "nazev" || name == "ulice" ? longest_line : longest_text))
            problems.push_back({name, "edit.too_long"});
    bool secret = value_in(sheet, "tajne") == "ano";    // then the address is not kept, so it is not asked about either
    if (auto typed = value_in(sheet, "psc"); !secret && fresh("psc")) {
        std::erase(typed, ' ');
        if (typed.size() != 5 || typed.find_first_not_of("0123456789") != typed.npos)
            problems.push_back({"psc", "facility.postal_code.wrong"});
    }
    if (!secret && fresh("obec"))
        if (auto problem = problem_of_town(value_in(sheet, "obec"), edited.territory))
            problems.push_back({"obec", problem});
    if (!secret && fresh("souradnice") && !read_point(value_in(sheet, "souradnice")))
        problems.push_back({"souradnice", "facility.point.unreadable"});
    if (fresh("luzka") && !whole_number(value_in(sheet, "luzka"), most_beds))
        problems.push_back({"luzka", "facility.beds.unreadable"});
    for (auto& line : fresh_lines(lines_of(value_in(sheet, "kontakty")), lines_had(edited.contacts)))
        if (!read_contact_line(line)) wrong("kontakty", "edit.contacts.unreadable", line);
    for (auto& there : edited.services) {
        auto field = hours_field(there.service);
        for (auto& line : fresh_lines(lines_of(value_in(sheet, field)), lines_had(there.hours)))
            if (!read_opening_line(line)) wrong(field, "edit.hours.unreadable", line);
    }
    check_validity(sheet, problems);
    return problems;
}

// --- keeping the difference ------------------------------------------------------------------------------------------

namespace {

// The point follows the town unless somebody measured one.
void put_on_the_map(Facility& after, const EditedFacility& edited, const Sheet& sheet) {
    auto town = after.municipality_code ? edited.territory.municipality(*after.municipality_code) : nullptr;
    if (auto typed = value_in(sheet, "souradnice"); !typed.empty()) {
        if (typed != point_of(edited.facility, edited.territory)) {
            auto point = *read_point(typed);
            after.latitude = point.latitude, after.longitude = point.longitude;
        }
        after.approximate = value_in(sheet, "priblizne") == "ano";
        return;
    }
    after.latitude = town ? town->latitude : std::nullopt, after.longitude = town ? town->longitude : std::nullopt;
    after.approximate = after.latitude.has_value();
}

Facility with(const EditedFacility& edited, const Sheet& sheet) {
    auto after = edited.facility;
    auto standing = sheet_of(edited);
    auto touched = [&](const char* name) { return value_in(sheet, name) != value_in(standing, name); };
    if (touched("nazev")) after.name = value_in(sheet, "nazev");
    take_texts(after, texts_of_facility, sheet);
    if (touched("luzka")) after.total_beds = whole_number(value_in(sheet, "luzka"), most_beds);
    after.validity = validity_of(sheet);
    after.secret = value_in(sheet, "tajne") == "ano";
    if (after.secret) {
        forget_place(after);
        return after;
    }
    if (touched("obec")) {
        auto towns = edited.territory.find_municipalities(value_in(sheet, "obec"));
        after.municipality_code = towns.empty() ? std::nullopt : std::optional{towns.front()->code};
        after.municipality_name = towns.empty() ? std::nullopt : std::optional{towns.front()->name};
    }
    // The place in the register of addresses is that of the former street.
    if (touched("ulice") || touched("obec")) after.address_code.reset();
    if (touched("obec") || touched("souradnice") || touched("priblizne")) put_on_the_map(after, edited, sheet);
    return after;
}

bool keep_rows(const Author& author, const EditedFacility& edited, Id<Facility> id, const Sheet& sheet) {
    bool changed = keep_contact_lines(author, Facility::table, id.uuid, edited.contacts, value_in(sheet, "kontakty"));
    for (auto& [service, hours] : edited.services)
        changed |= keep_opening_lines(author, service.id, id, hours, value_in(sheet, hours_field(service)), edited.day);
    return changed;
}

}

bool save_facility(const Author& author, const EditedFacility& edited, const Sheet& sheet) {
    bool changed = keep_rows(author, edited, edited.facility.id, sheet);
    auto after = with(edited, sheet);
    if (after.secret) forget_towns_of_premises(author, after.id);
    return change(author, edited.facility, after) || changed;
}

Id<Facility> make_facility(const Author& author, const EditedFacility& edited, const Sheet& sheet) {
    auto facility = with(edited, sheet);
    auto id = add_facility(author, facility);
    for (auto& there : edited.services) add(author, ServiceFacility{{}, there.service.id, id, facility.validity, {}});
    keep_rows(author, edited, id, sheet);
    return id;
}

}
