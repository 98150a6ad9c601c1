// Lists the contracts of a service, puts it under one, and edits the contract itself.
#include "network/editing/contract_pages.hpp"

#include "network/editing/facility_sheet.hpp"
#include "network/editing/text_fields.hpp"
#include "network/network.hpp"
#include "network/service_networks/fundability.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr std::size_t longest_number = 60;    // bytes

constexpr TextField<FinancingContract> texts_of_contract[] = {
    {"projekt", &FinancingContract::project_name},
    {"cislo_projektu", &FinancingContract::project_number},
    {"poznamka", &FinancingContract::note},
};

std::string contracts_at(const Service& service) { return "/sluzby/" + service.slug + "/smlouvy"; }
std::string address_of(const FinancingContract& contract) { return "/sprava/smlouvy/" + to_text(contract.id); }

}

ContractNumberForm::ContractNumberForm(const http::Request& request) : Form{request} {
    if (number.empty()) problem("cislo", "contract.number.missing");
    else if (number.size() > longest_number) problem("cislo", "edit.too_long");
}

http::PageHead ServiceContractsPage::head(const i18n::Texts& texts) const {
    return {.title = service.name + " – " + texts.text("contract.title"), .staff = true};
}

std::string ServiceContractsPage::when(const ListedContract& listed, html::Out& out) const {
    auto& contract = listed.contract;
    if (contract.starts_on && contract.ends_on)
        return out.text("capacity.from_to", to_czech(*contract.starts_on), to_czech(*contract.ends_on));
    if (contract.starts_on) return out.text("capacity.from", to_czech(*contract.starts_on));
    return out.text("contract.term." + contract.term);
}

std::string ServiceContractsPage::shared(const ListedContract& listed, html::Out& out) const {
    std::string names;
    for (auto& other : listed.others) names += (names.empty() ? "" : ", ") + other.name;
    return out.text("place.shared", names);
}

html::Field ServiceContractsPage::number() const {
    auto field = form.field("cislo", "contract.number");
    field.hint = "contract.number.hint";
    return field;
}

namespace {

std::vector<html::Note> warnings_of_networks(db::Session& db, Id<Service> service, const http::Request& request) {
    std::vector<html::Note> warnings;
    for (auto& kind : kinds_asked_for_funding(CodeLists::read(db, request.today()), request.today()))
        if (auto why = why_not_fundable(db, service, kind, request.today())) {
            html::Note note{html::Note::warn, request.texts->text(why->key, why->values),
                            request.texts->text("network.fundable.advice")};
            if (!why->network_slug.empty())
                note.links.push_back({request.texts->text("network.fundable.show"), "/site/" + why->network_slug});
            warnings.push_back(std::move(note));
        }
    return warnings;
}

http::Response contracts_page(const http::Request& request, const auto& permit, const Service& service,
                              const ContractNumberForm& form, http::Status status) {
    auto& db = permit.db();
    ServiceContractsPage page{service, {}, form, request.form_token};
    page.saved = request.asked.first("ulozeno") == "ano";
    page.warnings = warnings_of_networks(db, service.id, request);
    auto contracts = financing_contracts_of(db, service.id);
    for (auto& contract : contracts) {
        auto view = ContractInView::find(db, to_text(contract.id));
        ListedContract listed{contract, {}, may::EditContract::allows(permit.user(), *view)};
        for (auto& other : view->services)
            if (other.service.id != service.id) listed.others.push_back(other.service);
        page.contracts.push_back(std::move(listed));
    }
    return respond(request, page, status);
}

}

http::Response show_service_contracts(const http::Request& request, Permit<may::EditService> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved(contracts_at(view.service));
    return contracts_page(request, permit, view.service, ContractNumberForm{}, http::ok);
}

http::Response put_service_under_contract(const http::Request& request, Permit<may::EditService> permit) {
    auto& db = permit.db();
    auto& service = permit.about().service;
    ContractNumberForm form{request};
    if (!form.clean()) return contracts_page(request, permit, service, form, http::unprocessable);
    auto known = find_financing_contract(db, form.number);
    FinancingContract contract;
    contract.number = form.number;
    auto id = put_under_contract(author_of(permit), contract, service.id);
    note_done(permit, "network.contract_added", id.uuid);
    // A new one is only a number yet: what it says comes next.
    if (!known) return http::redirect("/sprava/smlouvy/", id, "?ulozeno=ano");
    return http::redirect(contracts_at(service), "?ulozeno=ano");
}

http::Response take_service_from_contract(const http::Request& request, Permit<may::EditService> permit) {
    auto& service = permit.about().service;
    auto view = ContractInView::find(permit.db(), request.parameter("smlouva"));
    if (!view) throw NotFound{};
    // It is said of all services of the contract that they share it.
    if (!may::EditContract::allows(permit.user(), *view)) throw Forbidden{};
    if (take_from_contract(author_of(permit), view->contract.id, service))
        note_done(permit, "network.contract_left", view->contract.id.uuid);
    return http::redirect(contracts_at(service), "?ulozeno=ano");
}

// --- the contract itself ---------------------------------------------------------------------------------------------

namespace {

SheetParts contract_parts(const i18n::Texts& texts) {
    std::vector<html::Choice> terms;
    for (auto code : {"definite", "indefinite"})
        terms.push_back({code, texts.text(std::string{"contract.term."} + code)});
    auto when = validity_part("contract.part.when");
    for (auto& field : when.fields) field.hint = field.name == "od" ? "contract.from.hint" : "contract.to.hint";
    when.fields.insert(when.fields.begin(), SheetField{"doba", "contract.term", Control::one_of, "", false, terms});
    return {{"contract.part.what",
             {{"cislo", "contract.number", Control::line, "", false},
              {"projekt", "contract.project"},
              {"cislo_projektu", "contract.project_number"},
              {"verejna", "contract.published", Control::tick},
              {"poznamka", "contract.note", Control::area}}},
            when};
}

Sheet sheet_of(const FinancingContract& contract) {
    Sheet sheet{
        {"cislo", tidy(contract.number)}, {"doba", contract.term}, {"verejna", contract.published ? "ano" : ""}};
    show_texts(contract, texts_of_contract, sheet);
    Sheet days;
    show_validity({contract.starts_on.value_or(beginning), contract.ends_on}, days);
    sheet.merge(days);
    return sheet;
}

SheetPage contract_page(const http::Request& request, const ContractInView& view, const FinancingContract& contract) {
    auto& texts = *request.texts;
    auto back = view.services.empty() ? "/prehled" : contracts_at(view.services.front().service);
    SheetPage page{contract.number,       "contract.edit.title", address_of(contract), back,
                   contract_parts(texts), sheet_of(contract)};
    page.before = page.sheet, page.version = contract.kept.version, page.form_token = request.form_token;
    for (auto& service : view.services) page.links.push_back({service.service.name, contracts_at(service.service)});
    page.links.push_back({texts.text("attachment.list"), address_of(contract) + "/prilohy"});
    page.links.push_back({texts.text("edit.link.history"), address_of(contract) + "/historie"});
    auto warnings = contract.warnings();
    for (auto& warning : warnings)
        page.notes.push_back({html::Note::warn, texts.text(warning), texts.text("contract.warning.advice")});
    return page;
}

void check(SheetPage& page, db::Session& db, const FinancingContract& contract) {
    auto& sheet = page.sheet;
    if (sheet["cislo"].empty()) page.problems.push_back({"cislo", "contract.number.missing"});
    else if (sheet["cislo"].size() > longest_number) page.problems.push_back({"cislo", "edit.too_long"});
    else if (auto known = find_financing_contract(db, sheet["cislo"]); known && known->id != contract.id)
        page.problems.push_back({"cislo", "contract.number.taken"});
    if (sheet["doba"] != "definite" && sheet["doba"] != "indefinite")
        page.problems.push_back({"doba", "edit.choice.unknown"});
    for (auto name : {"projekt", "cislo_projektu"})
        if (sheet[name].size() > longest_line) page.problems.push_back({name, "edit.too_long"});
    if (sheet["poznamka"].size() > longest_text) page.problems.push_back({"poznamka", "edit.too_long"});
    check_validity(sheet, page.problems);
}

FinancingContract with(const FinancingContract& contract, Sheet sheet) {
    auto after = contract;
    auto standing = sheet_of(contract);
    if (sheet["cislo"] != standing["cislo"]) after.number = sheet["cislo"];
    take_texts(after, texts_of_contract, sheet);
    after.term = sheet["doba"], after.published = sheet["verejna"] == "ano";
    if (sheet["od"] != standing["od"]) after.starts_on = parse_date(sheet["od"]);
    if (sheet["do"] != standing["do"]) after.ends_on = parse_date(sheet["do"]);
    return after;
}

}

http::Response show_contract(const http::Request& request, Permit<may::EditContract> permit) {
    auto page = contract_page(request, permit.about(), permit.about().contract);
    say_saved(request, page);
    return show_sheet(request, permit.db(), page);
}

http::Response edit_contract(const http::Request& request, Permit<may::EditContract> permit) {
    auto& db = permit.db();
    auto contract = *find_financing_contract(db, permit.about().contract.id);
    auto page = contract_page(request, permit.about(), contract);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    check(page, db, contract);
    if (!page.problems.empty()) return sheet_again(request, page);
    if (change(author_of(permit), contract, with(contract, page.sheet)))
        note_done(permit, "network.contract_saved", contract.id.uuid);
    sheet_saved(request, permit);
    return http::redirect(page.action, "?ulozeno=ano");
}

}
