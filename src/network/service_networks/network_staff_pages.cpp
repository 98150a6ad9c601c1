// Lists networks for their keepers, makes new ones and keeps their facts.
#include "network/service_networks/network_staff_pages.hpp"

#include "network/editing/facility_sheet.hpp"
#include "network/editing/text_fields.hpp"
#include "network/service_networks/network_member.hpp"
#include "platform/time/period.hpp"

namespace network {

namespace {

constexpr auto desk = "/sprava/site";

constexpr TextField<ServiceNetwork> texts_of_network[] = {
    {"usneseni", &ServiceNetwork::resolution},
    {"organ", &ServiceNetwork::resolution_body},
    {"poznamka", &ServiceNetwork::note},
};

std::string address_of(const ServiceNetwork& network, const char* rest = "") { return "/site/" + network.slug + rest; }

}

bool NetworkBoardPage::has_lines() const {
    return std::ranges::any_of(tables, [](auto& table) { return !table.rows.empty(); });
}

html::Crumbs NetworkBoardPage::way() const {
    auto pages = crumbs;
    pages.push_back({title, ""});
    return {pages};
}

http::PageHead NetworkBoardPage::head(const i18n::Texts&) const {
    return {.title = title, .section = section, .staff = true};
}

std::vector<html::Link> links_around(const ServiceNetwork& network, const i18n::Texts& texts) {
    return {{texts.text("network.link.facts"), address_of(network, "/upravit")},
            {texts.text("network.link.members"), address_of(network, "/clenove")},
            {texts.text("network.link.proposals"), address_of(network, "/navrhy")},
            {texts.text("network.link.statements"), address_of(network, "/vyjadreni")},
            {texts.text("edit.link.history"), address_of(network, "/historie")},
            {texts.text("edit.link.show"), address_of(network)}};
}

std::string day_in_form(const std::optional<Date>& day) { return day ? plain_spaces(to_czech(*day)) : ""; }
std::string last_day_in_form(const std::optional<Date>& first_without) {
    return first_without ? day_in_form(*first_without - std::chrono::days{1}) : "";
}
std::optional<Date> day_after(const std::string& typed) {
    auto day = parse_date(typed);
    return day ? std::optional{*day + std::chrono::days{1}} : std::nullopt;
}

http::Response list_networks_for_staff(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto& db = permit.db();
    auto& texts = *request.texts;
    auto lists = CodeLists::read(db, permit.today());
    auto territory = Territory::read(db, permit.today());
    NetworkBoardPage page{texts.text("network.desk"), texts.text("network.desk.lead"), desk};
    page.links = {{texts.text("network.new"), "/sprava/site/nova"},
                  {texts.text("network.codes"), "/sprava/site/druhy"},
                  {texts.text("network.references"), "/sprava/site/referencni-hodnoty"},
                  {texts.text("network.compare"), "/site/porovnani"}};
    page.empty = "network.desk.none", page.empty_why = "network.desk.none.why";
    html::Table table{page.title,
                      {{"network.name"},
                       {"network.kind"},
                       {"network.owner"},
                       {"network.state"},
                       {"network.services", true},
                       {"network.proposals", true}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& network : list_networks(db)) {
        auto proposals =
            db.one<std::int64_t>("SELECT count(*) FROM development_proposals WHERE network_id = $1", network.id);
        auto state = state_words(network, texts, permit.today());
        if (!network.published) state += ", " + texts.text("network.unpublished");
        table.rows.push_back({{network.name, address_of(network, "/clenove")},
                              {lists.name(network_kinds, network.kind_code, texts.language())},
                              {owner_words(network, territory, request)},
                              {state},
                              {std::to_string(count_members(db, network.id, network.shown_on(permit.today())))},
                              {std::to_string(proposals)}});
    }
    page.tables.push_back(std::move(table));
    return respond(request, page);
}

// --- a new one -------------------------------------------------------------------------------------------------------

namespace {

SheetPart approval_part() {
    return {"network.part.approval",
            {{"schvaleno", "network.approved_on", Control::line, "network.approved_on.hint"},
             {"usneseni", "network.resolution"},
             {"organ", "network.resolution_body"},
             {"zverejnit", "network.published", Control::tick}}};
}

SheetParts new_parts(const CodeLists& lists, const std::vector<ServiceNetwork>& networks, const i18n::Texts& texts,
                     Date today) {
    std::vector<html::Choice> kinds{{"", texts.text("network.kind.choose")}},
        copied{{"", texts.text("network.copy.none")}};
    for (auto item : lists.items(network_kinds, today))
        kinds.push_back({item->code, lists.name(network_kinds, item->code, texts.language())});
    for (auto& network : networks) copied.push_back({network.slug, network.name});
    return {{"network.part.what",
             {{"druh", "network.kind", Control::one_of, "", false, kinds},
              {"obdobi", "network.period", Control::line, "network.period.hint", false},
              {"nazev", "network.name", Control::line, "network.name.hint"},
              {"obec", "network.municipality", Control::line, "network.municipality.hint"},
              {"prevzit", "network.copy", Control::one_of, "network.copy.hint", true, copied},
              {"poznamka", "network.note", Control::area}}},
            approval_part()};
}

std::optional<Validity> read_period(const std::string& typed) {
    auto period = parse_period(typed);
    if (!period) return {};
    return Validity{period->from, period->until};
}

void check_approval(SheetPage& page) {
    if (auto typed = value_in(page.sheet, "schvaleno"); !typed.empty() && !parse_date(typed))
        page.problems.push_back({"schvaleno", "form.date.unreadable"});
    for (auto name : {"usneseni", "organ"})
        if (value_in(page.sheet, name).size() > longest_line) page.problems.push_back({name, "edit.too_long"});
    if (value_in(page.sheet, "poznamka").size() > longest_text) page.problems.push_back({"poznamka", "edit.too_long"});
}

void check_name_and_period(SheetPage& page, const Territory& territory) {
    auto& sheet = page.sheet;
    if (!read_period(sheet["obdobi"])) page.problems.push_back({"obdobi", "network.period.unreadable"});
    if (sheet["nazev"].size() > longest_line) page.problems.push_back({"nazev", "edit.too_long"});
    if (auto& town = sheet["obec"]; !town.empty())
        if (auto problem = problem_of_town(town, territory)) page.problems.push_back({"obec", problem});
}

std::optional<std::string> town_code(const std::string& typed, const Territory& territory) {
    if (typed.empty()) return {};
    auto towns = territory.find_municipalities(typed);
    return towns.empty() ? std::nullopt : std::optional{towns.front()->code};
}

SheetPage new_network_page(const http::Request& request, db::Session& db, const CodeLists& lists, Date today) {
    SheetPage page{
        "", "network.new", "/sprava/site/nova", desk, new_parts(lists, list_networks(db), *request.texts, today), {}};
    page.form_token = request.form_token;
    return page;
}

}

http::Response show_new_network(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto& db = permit.db();
    auto page = new_network_page(request, db, CodeLists::read(db, permit.today()), permit.today());
    // From the network of the year before: the same kind, the next year, its members.
    for (auto& network : list_networks(db))
        if (network.slug == request.asked.first("z") && network.validity.valid_to) {
            page.sheet["druh"] = network.kind_code, page.sheet["prevzit"] = network.slug;
            page.sheet["obdobi"] = std::to_string(year_of(*network.validity.valid_to));
            if (network.municipality_code) page.sheet["obec"] = *network.municipality_code;
        }
    return respond(request, page);
}

http::Response new_network(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto& db = permit.db();
    auto lists = CodeLists::read(db, permit.today());
    auto territory = Territory::read(db, permit.today());
    auto page = new_network_page(request, db, lists, permit.today());
    page.sheet = typed_sheet(request.values, page.parts);
    auto& sheet = page.sheet;
    if (!lists.find(network_kinds, sheet["druh"])) page.problems.push_back({"druh", "network.kind.missing"});
    check_name_and_period(page, territory), check_approval(page);
    std::optional<ServiceNetwork> copied;
    for (auto& network : list_networks(db))
        if (network.slug == sheet["prevzit"]) copied = network;
    if (!sheet["prevzit"].empty() && !copied) page.problems.push_back({"prevzit", "edit.choice.unknown"});
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    ServiceNetwork network;
    network.kind_code = sheet["druh"], network.validity = *read_period(sheet["obdobi"]);
    network.municipality_code = town_code(sheet["obec"], territory);
    network.name = !sheet["nazev"].empty()
                       ? sheet["nazev"]
                       : name_of_network(lists.name(network_kinds, network.kind_code), network.validity);
    take_texts(network, texts_of_network, sheet);
    network.approved_on = parse_date(sheet["schvaleno"]), network.published = sheet["zverejnit"] == "ano";
    auto author = author_of(permit);
    add_network(author, network);
    if (copied) copy_members(author, *copied, network);
    note_done(permit, "network.network_added", network.id.uuid);
    return http::redirect("/site/", network.slug, "/clenove?ulozeno=ano");
}

// --- its facts -------------------------------------------------------------------------------------------------------

namespace {

SheetPage facts_page(const http::Request& request, const ServiceNetwork& network, const Territory& territory) {
    auto& texts = *request.texts;
    SheetParts parts{{"network.part.what",
                      {{"nazev", "network.name", Control::line, "", false},
                       {"obdobi", "network.period", Control::line, "network.period.hint", false},
                       {"obec", "network.municipality", Control::line, "network.municipality.hint"},
                       {"poznamka", "network.note", Control::area}}},
                     approval_part()};
    auto last = network.validity.valid_to;
    Sheet sheet{{"nazev", tidy(network.name)},
                {"obec", network.municipality_code ? town_in_form(*network.municipality_code, territory) : ""},
                {"schvaleno", day_in_form(network.approved_on)},
                {"zverejnit", network.published ? "ano" : ""}};
    if (last) {
        Period period{network.validity.valid_from, *last};
        auto years = Period::of_years(year_of(period.from), year_of(period.last_day()));
        bool whole = years.from == period.from && years.until == period.until;
        sheet["obdobi"] = whole ? network.years() : plain_spaces(to_czech(period));
    }
    show_texts(network, texts_of_network, sheet);
    SheetPage page{network.name,     "network.edit", address_of(network, "/upravit"), address_of(network, "/clenove"),
                   std::move(parts), sheet};
    page.before = page.sheet, page.version = network.kept.version, page.form_token = request.form_token;
    page.links = links_around(network, texts);
    return page;
}

}

http::Response show_edit_network(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved(address_of(view.network, "/upravit"));
    auto page = facts_page(request, view.network, Territory::read(permit.db(), permit.today()));
    say_saved(request, page);
    return respond(request, page);
}

http::Response edit_network(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto& db = permit.db();
    auto network = *find_network(db, permit.about().network.id);
    auto territory = Territory::read(db, permit.today());
    auto page = facts_page(request, network, territory);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    auto& sheet = page.sheet;
    if (sheet["nazev"].empty()) page.problems.push_back({"nazev", "edit.name.missing"});
    check_name_and_period(page, territory), check_approval(page);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    auto after = network;
    auto typed = [&](const char* name) { return sheet[name] != page.before[name]; };
    if (typed("nazev")) after.name = sheet["nazev"];
    if (typed("obdobi")) after.validity = *read_period(sheet["obdobi"]);
    if (typed("obec")) after.municipality_code = town_code(sheet["obec"], territory);
    take_texts(after, texts_of_network, sheet);
    if (typed("schvaleno")) after.approved_on = parse_date(sheet["schvaleno"]);
    after.published = sheet["zverejnit"] == "ano";
    if (change(author_of(permit), network, after)) note_done(permit, "network.network_saved", network.id.uuid);
    return http::redirect("/site/", network.slug, "/upravit?ulozeno=ano");
}

}
