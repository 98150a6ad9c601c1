// A state of capacity as a sheet, new or known.
#include "network/editing/capacity_state_pages.hpp"

#include "network/editing/facility_sheet.hpp"
#include "network/editing/text_fields.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr TextField<CapacityState> texts_of_state[] = {{"poznamka", &CapacityState::note}};

std::string numbers_at(const Service& service) { return "/sluzby/" + service.slug + "/kapacity"; }

SheetParts state_parts(const i18n::Texts& texts) {
    std::vector<html::Choice> kinds;
    for (std::string kind : capacity_state_kinds) kinds.push_back({kind, texts.text("service_page.state." + kind)});
    return {{"capacity.state.part",
             {{"stav", "capacity.state", Control::one_of, "", false, kinds},
              {"uzemi", "capacity.state.territory", Control::line, "capacity.state.territory.hint"},
              {"poznamka", "capacity.state.words", Control::area, "capacity.state.words.hint"}}},
            validity_part("facility.part.when")};
}

Sheet sheet_of(const CapacityState& state, const Territory& territory) {
    Sheet sheet{{"stav", state.kind}, {"uzemi", territory_words(state.territory, territory)}};
    show_texts(state, texts_of_state, sheet);
    show_validity({state.as_of, state.ends_on}, sheet);
    return sheet;
}

SheetPage state_page(const http::Request& request, const Service& service, const CapacityState& state,
                     const Territory& territory, const std::string& action) {
    SheetPage page{service.name,        "capacity.state.title",      action,
                   numbers_at(service), state_parts(*request.texts), sheet_of(state, territory)};
    page.before = page.sheet, page.version = state.kept.version, page.form_token = request.form_token;
    return page;
}

void check_state(SheetPage& page, const Territory& territory) {
    if (!std::ranges::count(capacity_state_kinds, page.sheet["stav"]))
        page.problems.push_back({"stav", "edit.choice.unknown"});
    if (!territory_codes(page.sheet["uzemi"], territory))
        page.problems.push_back({"uzemi", "capacity.state.territory.unknown"});
    if (page.sheet["poznamka"].size() > longest_text) page.problems.push_back({"poznamka", "edit.too_long"});
    if (page.sheet["od"].empty()) page.problems.push_back({"od", "capacity.state.day"});
    check_validity(page.sheet, page.problems);
}

CapacityState state_said(const CapacityState& state, const SheetPage& page, const Territory& territory) {
    auto said = state;
    said.kind = value_in(page.sheet, "stav");
    if (value_in(page.sheet, "uzemi") != value_in(page.before, "uzemi"))
        said.territory = text_or_nothing(*territory_codes(value_in(page.sheet, "uzemi"), territory));
    take_texts(said, texts_of_state, page.sheet);
    auto validity = validity_of(page.sheet);
    said.as_of = validity.valid_from, said.ends_on = validity.valid_to;
    return said;
}

CapacityState fresh_state(const Service& service, Date today) {
    CapacityState state;
    state.provider_id = service.provider_id, state.service_id = service.id, state.kind = "full", state.as_of = today;
    return state;
}

CapacityState state_asked(const http::Request& request, db::Session& db, Id<Service> service) {
    auto state = db.maybe<CapacityState>("SELECT * FROM capacity_states WHERE id = $1 AND service_id = $2",
                                         request.id<CapacityState>("stav"), service);
    if (!state) throw NotFound{};
    return *state;
}

}

http::Response show_new_state(const http::Request& request, Permit<may::EditService> permit) {
    auto& service = permit.about().service;
    auto territory = Territory::read(permit.db(), permit.today());
    auto page = state_page(request, service, fresh_state(service, permit.today()), territory,
                           "/sluzby/" + service.slug + "/stavy/novy");
    page.before = {};
    return respond(request, page);
}

http::Response new_state(const http::Request& request, Permit<may::EditService> permit) {
    auto& service = permit.about().service;
    auto territory = Territory::read(permit.db(), permit.today());
    auto fresh = fresh_state(service, permit.today());
    auto page = state_page(request, service, fresh, territory, "/sluzby/" + service.slug + "/stavy/novy");
    page.before = {}, page.sheet = typed_sheet(request.values, page.parts);
    check_state(page, territory);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    add(author_of(permit), state_said(fresh, page, territory));
    note_done(permit, "network.capacity_saved", service.id.uuid);
    return http::redirect(page.back, "?ulozeno=ano");
}

http::Response show_state(const http::Request& request, Permit<may::EditService> permit) {
    auto& service = permit.about().service;
    auto state = state_asked(request, permit.db(), service.id);
    auto territory = Territory::read(permit.db(), permit.today());
    return respond(request, state_page(request, service, state, territory,
                                       "/sluzby/" + service.slug + "/stavy/" + to_text(state.id)));
}

http::Response change_state(const http::Request& request, Permit<may::EditService> permit) {
    auto& db = permit.db();
    auto& service = permit.about().service;
    auto state = state_asked(request, db, service.id);
    auto territory = Territory::read(db, permit.today());
    auto page =
        state_page(request, service, state, territory, "/sluzby/" + service.slug + "/stavy/" + to_text(state.id));
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    check_state(page, territory);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    if (page.sheet != page.before) {
        change(author_of(permit), state, state_said(state, page, territory));
        note_done(permit, "network.capacity_saved", service.id.uuid);
    }
    return http::redirect(page.back, "?ulozeno=ano");
}

}
