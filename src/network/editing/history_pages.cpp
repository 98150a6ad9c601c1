// Says changes in words.
#include "network/editing/history_pages.hpp"

#include "network/confirmations/place_report.hpp"
#include "network/editing/kept_lines.hpp"
#include "network/public_pages/service_words.hpp"
#include "network/service_networks/listed_capacity.hpp"
#include "platform/base/parts.hpp"
#include "platform/time/prague.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace network {

namespace {

// Once a place is secret, the history of its premises gives nothing away either: not on the page, not to a program.
void hide_place(std::vector<RecordChange>& changes) {
    for (auto& change : changes)
        if (std::erase_if(change.fields, [](auto& field) { return leads_to_place(field.field); }) > 0)
            change.undoable = false;
}

HistoryPage page_of(const http::Request& request, db::Session& db, HistoryOwner owner, const char* problem = "") {
    history::HistoryPart part{request, problem};
    auto changes = changes_around(db, owner.id, part.most(), part.skip());
    part.cut(changes);
    if (owner.secret) hide_place(changes);
    auto territory = Territory::read(db, request.today());
    return {std::move(owner),     std::move(part), std::move(changes), CodeLists::read(db, request.today()),
            std::move(territory), *request.texts};
}
}

http::PageHead HistoryPage::head(const i18n::Texts& texts) const {
    return {.title = owner.name + " – " + texts.text("history.title"), .staff = true};
}

history::ToldHistory HistoryPage::told(html::Out& out) const {
    history::ToldHistory told{owner.history_at, "history.record.", part};
    for (auto& saved : changes) {
        auto& change =
            told.changes.emplace_back(history::told_change({saved.change, saved.who, saved.about, {}, saved.undoable}));
        change.source_words = source(saved, out);
        for (auto& field : shown(saved))
            change.fields.push_back({"history.field." + field.field, words(field.field, field.old_value, out),
                                     words(field.field, field.new_value, out), forgotten(field)});
    }
    return told;
}

std::string HistoryPage::source(const RecordChange& change, html::Out& out) const {
    auto text = out.text("history.source." + change.change.source_kind);
    auto& label = change.change.source_label;
    if (label.starts_with(mail_source)) return out.text("places.source", label.substr(mail_source.size()));
    if (label.empty() || label == change.change.source_kind) return text;
    return label.starts_with(text) ? label : text + ", " + label;    // „dokument 0“ says itself that it is a document
}

namespace {

// Of a list only the lines that differ; where only their order does, all of them.
history::FieldChange of_differing_lines(const history::FieldChange& list) {
    auto old = lines_of(list.old_value.value_or("")), fresh = lines_of(list.new_value.value_or(""));
    auto gone = fresh_lines(old, fresh), come = fresh_lines(fresh, old);
    if (gone.empty() && come.empty()) return list;
    return {list.field, text_of(gone), text_of(come)};
}

}

std::vector<history::FieldChange> HistoryPage::shown(const RecordChange& change) const {
    std::vector<history::FieldChange> fields;
    for (auto& field : change.fields) {
        bool id = field.field == "id" || field.field.ends_with("_id") || field.field == "retention" ||
                  field.field == "recorded_at" ||
                  (field.field == "secret" && change.change.record_table != "facilities");
        // What a new row holds by default tells nothing.
        bool plain = change.change.kind == "created" &&
                     (!field.new_value || field.new_value == "false" || field.new_value == "" ||
                      field.field == "valid_from" || field.field == "starts_on_precision");
        if (!id && !plain) fields.push_back(field.field == "rooms" ? of_differing_lines(field) : field);
    }
    return fields;
}

namespace {

// In words, where the family of texts knows the code.
std::string worded(const std::string& family, const std::string& code, html::Out& out) {
    auto key = family + "." + code, text = out.text(key);
    return text == key ? code : text;
}

// „Jilemnice (577197)“: towns share names, but no two levels share codes.
std::string with_name(const Territory& territory, const std::string& code) {
    for (auto level : {"municipality", "orp", "pou", "region", "area"})
        if (auto name = territory.name(level, code); name != code) return fmt::format("{} ({})", name, code);
    return code;
}

std::string area_words(const std::string& text) {
    double area = 0;
    std::from_chars(text.data(), text.data() + text.size(), area);
    return area_to_czech(square_metres(area));
}
}

std::string HistoryPage::words(const std::string& field, const std::optional<std::string>& value,
                               html::Out& out) const {
    if (!value || value->empty()) return out.text("history.nothing");
    static constexpr std::pair<std::string_view, std::string_view> lists_of[] = {
        {"type_code", "service_types"}, {"form_code", "forms"},          {"group_code", "target_groups"},
        {"band_code", "age_bands"},     {"unit_code", "capacity_units"}, {"kind_code", "related_kinds"},
        {"mark_code", "network_marks"}};
    if (field == "kind_code" && lists.find("network_kinds", *value))
        return lists.name("network_kinds", *value, out.language());
    for (auto& [name, list] : lists_of)
        if (field == name) return lists.name(list, *value, out.language());
    if (field == "code" || field == "municipality_code" || field == "region_code") return with_name(territory, *value);
    if (*value == "true") return out.text("form.yes");
    if (*value == "false") return out.text("form.no");
    if (field == "level") return worded("history.level", *value, out);
    if (field == "scope") return worded("service_page.capacity", *value, out);
    if (field == "kind" && (*value == "network" || *value == "funded")) return out.text("capacity.kind." + *value);
    if (field == "kind") return worded("service_page.contact", worded("service_page.state", *value, out), out);
    // Of getting into a service, or of a proposal for a network.
    if (field == "state")
        return worded("service_page.availability", worded("network.proposal.state", *value, out), out);
    if (field == "territory") {
        if (auto coverages = parse_coverages(*value)) return text::joined(lines_had(*coverages, territory));
        return territory_words(value, territory);
    }
    if (field == "reason_code") return lists.name("refusal_reasons", *value, out.language());
    if (field == "language") return worded("edit.language", *value, out);
    if (field == "coverage")
        if (auto coverages = parse_coverages(*value)) return text::joined(lines_had(*coverages, territory));
    if (field == "days") return days_words(*value, texts);
    if (field == "accessibility" || field == "sample_fields") {
        std::vector<std::string> named;
        for (auto& code : text::parted(*value, ";"))
            named.push_back(field == "accessibility" ? lists.name("accessibility", code, out.language())
                                                     : worded("service_page.sample", code, out));
        return text::joined(named);
    }
    if (field == "tenure") return out.text("premises.tenure." + *value);
    if (field == "area_m2" || field == "garden_m2") return area_words(*value);
    if (field == "status") return out.text("edit.status." + *value);
    if (field == "verdict") return worded("network.statement.verdict", *value, out);
    if (field == "capacities") return text::joined(capacity_lines(*value, lists, out.language()));
    if (field == "term") return out.text("contract.term." + *value);
    if (field == "scope") return out.text("capacity.scope." + *value);
    if (field == "fees_kind") return out.text("edit.fees_kind." + *value);
    if (field == "replaced_at" || field == "recorded_at") {
        if (auto moment = parse_instant(*value)) return to_czech(day_in_prague(*moment));
    } else if (field.ends_with("_on") || field.ends_with("_from") || field.ends_with("_to") ||
               field.ends_with("_until") || field == "as_of") {
        if (auto day = parse_date(*value)) return to_czech(*day);
    } else if (field == "opens_at" || field == "closes_at") {
        return to_czech_time(std::atoll(value->c_str()));
    }
    return *value;
}

namespace {

http::Response shown_history(const http::Request& request, db::Session& db, HistoryOwner owner) {
    return respond(request, page_of(request, db, std::move(owner)));
}

http::Response undone(const http::Request& request, const auto& permit, HistoryOwner owner) {
    auto outcome = undo_change(author_of(permit), owner.id, request.id<history::Change>("zmena"));
    if (outcome != Undoing::done)
        return respond(request, page_of(request, permit.db(), std::move(owner), history::why_not_undone(outcome)),
                       http::conflict);
    note_done(permit, "network.change_undone", owner.id);
    return http::redirect(owner.history_at, "?vraceno=ano");
}

HistoryOwner owner_of(const Service& service) {
    auto at = "/sluzby/" + service.slug;
    return {service.id.uuid, service.name, at, at + "/upravit", at + "/historie"};
}
HistoryOwner owner_of(const Provider& provider) {
    auto at = "/poskytovatele/" + provider.slug;
    return {provider.id.uuid, provider.name, at, at + "/upravit", at + "/historie"};
}
HistoryOwner owner_of(const Facility& facility) {
    auto at = "/sprava/zarizeni/" + to_text(facility.id);
    return {facility.id.uuid, facility.name, at, at, at + "/historie"};
}
HistoryOwner owner_of(const RelatedService& service) {
    auto at = "/souvisejici/" + service.slug;
    return {service.id.uuid, service.name, at + "/upravit", at + "/upravit", at + "/historie"};
}
HistoryOwner owner_of(const ServiceNetwork& network) {
    auto at = "/site/" + network.slug;
    return {network.id.uuid, network.name, at + "/clenove", at + "/upravit", at + "/historie"};
}
HistoryOwner owner_of(const FinancingContract& contract) {
    auto at = "/sprava/smlouvy/" + to_text(contract.id);
    return {contract.id.uuid, contract.number, at, at, at + "/historie"};
}
HistoryOwner owner_of(db::Session& db, const Premises& premises) {
    auto at = "/sprava/prostory/" + to_text(premises.id);
    return {premises.id.uuid, premises.name, at, at, at + "/historie", ever_at_secret_place(db, premises.id)};
}
}

http::Response show_history(const http::Request& request, Permit<may::EditService> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved("/sluzby/" + view.service.slug + "/historie");
    return shown_history(request, permit.db(), owner_of(view.service));
}

http::Response undo(const http::Request& request, Permit<may::EditService> permit) {
    return undone(request, permit, owner_of(permit.about().service));
}

http::Response show_provider_history(const http::Request& request, Permit<may::EditProvider> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved("/poskytovatele/" + view.provider.slug + "/historie");
    return shown_history(request, permit.db(), owner_of(view.provider));
}

http::Response undo_at_provider(const http::Request& request, Permit<may::EditProvider> permit) {
    return undone(request, permit, owner_of(permit.about().provider));
}

http::Response show_facility_history(const http::Request& request, Permit<may::EditFacility> permit) {
    return shown_history(request, permit.db(), owner_of(permit.about().facility));
}

http::Response undo_at_facility(const http::Request& request, Permit<may::EditFacility> permit) {
    return undone(request, permit, owner_of(permit.about().facility));
}

http::Response show_related_history(const http::Request& request, Permit<may::EditRelated> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved("/souvisejici/" + view.service.slug + "/historie");
    return shown_history(request, permit.db(), owner_of(view.service));
}

http::Response undo_at_related(const http::Request& request, Permit<may::EditRelated> permit) {
    return undone(request, permit, owner_of(permit.about().service));
}

http::Response show_contract_history(const http::Request& request, Permit<may::EditContract> permit) {
    return shown_history(request, permit.db(), owner_of(permit.about().contract));
}

http::Response undo_at_contract(const http::Request& request, Permit<may::EditContract> permit) {
    return undone(request, permit, owner_of(permit.about().contract));
}

http::Response show_premises_history(const http::Request& request, Permit<may::EditPremises> permit) {
    return shown_history(request, permit.db(), owner_of(permit.db(), permit.about().premises));
}

http::Response undo_at_premises(const http::Request& request, Permit<may::EditPremises> permit) {
    return undone(request, permit, owner_of(permit.db(), permit.about().premises));
}

http::Response show_network_history(const http::Request& request, Permit<may::KeepNetwork> permit) {
    return shown_history(request, permit.db(), owner_of(permit.about().network));
}

http::Response undo_at_network(const http::Request& request, Permit<may::KeepNetwork> permit) {
    return undone(request, permit, owner_of(permit.about().network));
}
}
