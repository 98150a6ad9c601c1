// Opens a record of each kind as its sheet.
#include "network/editing/edited_record.hpp"

#include "network/editing/facility_sheet.hpp"
#include "network/editing/new_service_sheet.hpp"
#include "network/editing/premises_sheet.hpp"
#include "network/editing/provider_sheet.hpp"
#include "network/editing/service_sheet.hpp"

#include <algorithm>

namespace network {

const SheetField* EditedRecord::field(std::string_view name) const {
    for (auto& part : parts)
        for (auto& field : part.fields)
            if (field.name == name) return &field;
    return nullptr;
}

std::vector<std::string> EditedRecord::differing(const Sheet& some) const {
    std::vector<std::string> names;
    for (auto& part : parts)
        for (auto& field : part.fields)
            if (some.contains(field.name) && value_in(some, field.name) != value_in(now, field.name))
                names.push_back(field.name);
    return names;
}

Sheet EditedRecord::with(const Sheet& some) const {
    auto whole = now;
    for (auto& [name, value] : some) whole[name] = value;
    return whole;
}

namespace {

void leave_out_notes_of_staff(SheetParts& parts) {
    for (auto& part : parts) std::erase_if(part.fields, [](auto& field) { return field.name == "poznamka"; });
}

std::optional<EditedRecord> opened_service(db::Session& db, Id<Service> id, const i18n::Texts& texts, Date day,
                                           Instant now) {
    if (!find_service(db, id)) return {};
    auto edited = std::make_shared<const EditedService>(EditedService::read(db, id, day, now));
    auto& service = edited->detail.service;
    EditedRecord record{"service", id.uuid, service.provider_id};
    record.kept_by = service.kept.organisation_id;
    record.title = service.name, record.shown_at = "/sluzby/" + service.slug, record.version = service.kept.version;
    record.parts = service_parts(*edited, texts);
    record.parts.push_back({"edit.part.verified", {{"overeno", "edit.verified", Control::tick}}});
    record.now = sheet_of(*edited);
    record.now["overeno"] = "";
    record.problems = [edited, &texts](Sheet& sheet, std::vector<html::Note>& notes) {
        return problems_of(sheet, *edited, texts, notes);
    };
    record.save = [edited, by = texts.text("role.provider_director")](const Author& author, const Sheet& sheet) {
        bool vouched = value_in(sheet, "overeno") == "ano";
        save_service(author, *edited, sheet, vouched ? std::optional{by} : std::nullopt);
        return edited->detail.service.id.uuid;
    };
    return record;
}

std::optional<EditedRecord> opened_provider(db::Session& db, Id<Provider> id, const i18n::Texts& texts) {
    auto provider = find_provider(db, id);
    if (!provider) return {};
    EditedProvider edited{*provider, contacts_of(db, id.uuid)};
    EditedRecord record{"provider", id.uuid, id};
    record.kept_by = provider->kept.organisation_id;
    record.title = provider->name, record.shown_at = "/poskytovatele/" + provider->slug;
    record.version = provider->kept.version, record.parts = provider_parts(), record.now = sheet_of(edited);
    record.problems = [edited, &db, &texts](Sheet& sheet, std::vector<html::Note>& notes) {
        return problems_of(sheet, db, edited, texts, notes);
    };
    record.save = [edited](const Author& author, const Sheet& sheet) {
        save_provider(author, edited, sheet);
        return edited.provider.id.uuid;
    };
    return record;
}

std::optional<EditedRecord> opened_new_service(db::Session& db, Id<Provider> id, const i18n::Texts& texts, Date day) {
    auto provider = find_provider(db, id);
    if (!provider) return {};
    EditedRecord record{"new_service", id.uuid, id};
    record.kept_by = provider->kept.organisation_id;
    record.parts = {new_service_part(CodeLists::read(db, day), texts, day)};
    for (auto& field : record.parts.front().fields) record.now[field.name] = "";
    record.problems = [&db, &texts, day](Sheet& sheet, std::vector<html::Note>& notes) {
        return problems_of_new_service(sheet, db, texts, day, notes);
    };
    record.save = [id](const Author& author, const Sheet& sheet) { return make_service(author, id, sheet).id.uuid; };
    return record;
}

std::optional<EditedRecord> opened_facility(db::Session& db, Id<Facility> id, const i18n::Texts& texts, Date day) {
    auto facility = find_facility(db, id);
    if (!facility) return {};
    auto edited = std::make_shared<const EditedFacility>(EditedFacility::read(db, *facility, day));
    EditedRecord record{"facility", id.uuid, facility->provider_id};
    record.kept_by = facility->kept.organisation_id;
    record.title = facility->name, record.version = facility->kept.version;
    record.parts = facility_parts(*edited), record.now = sheet_of(*edited);
    record.problems = [edited, &texts](Sheet& sheet, std::vector<html::Note>& notes) {
        return problems_of(sheet, *edited, texts, notes);
    };
    record.save = [edited](const Author& author, const Sheet& sheet) {
        save_facility(author, *edited, sheet);
        return edited->facility.id.uuid;
    };
    return record;
}

std::optional<EditedRecord> opened_premises(db::Session& db, Id<Premises> id, const i18n::Texts& texts, Date day) {
    auto view = PremisesInView::find(db, to_text(id));
    if (!view || view->services.empty()) return {};
    auto edited = std::make_shared<const EditedPremises>(EditedPremises::read(db, *view, day));
    auto& premises = edited->premises;
    EditedRecord record{"premises", id.uuid, view->services.front().service.provider_id};
    record.kept_by = premises.kept.organisation_id;
    record.title = premises.name, record.version = premises.kept.version;
    record.parts = premises_parts(*edited, texts), record.now = sheet_of(*edited);
    record.problems = [edited, &texts](Sheet& sheet, std::vector<html::Note>& notes) {
        return problems_of(sheet, *edited, texts, notes);
    };
    record.save = [edited](const Author& author, const Sheet& sheet) {
        save_premises(author, *edited, sheet);
        return edited->premises.id.uuid;
    };
    return record;
}

}

std::optional<EditedRecord> edited_record(db::Session& db, const std::string& kind, const Uuid& record,
                                          const i18n::Texts& texts, Date day, Instant now) {
    auto opened = kind == "service"       ? opened_service(db, Id<Service>{record}, texts, day, now)
                  : kind == "provider"    ? opened_provider(db, Id<Provider>{record}, texts)
                  : kind == "new_service" ? opened_new_service(db, Id<Provider>{record}, texts, day)
                  : kind == "facility"    ? opened_facility(db, Id<Facility>{record}, texts, day)
                  : kind == "premises"    ? opened_premises(db, Id<Premises>{record}, texts, day)
                                          : std::nullopt;
    if (opened) leave_out_notes_of_staff(opened->parts);
    return opened;
}

}
