// Lists members with boxes to tick, and services that are not among them yet.
#include "network/service_networks/member_pages.hpp"

#include "network/editing/record_change.hpp"
#include "network/editing/service_lines.hpp"
#include "network/editing/text_fields.hpp"
#include "network/public_pages/service_words.hpp"
#include "network/service_networks/listed_capacity.hpp"
#include "network/service_networks/network_staff_pages.hpp"
#include "platform/base/parts.hpp"
#include "platform/base/steady_sort.hpp"
#include "platform/search/fold.hpp"
#include "platform/time/prague.hpp"

namespace network {

namespace {

constexpr std::int64_t lines_on_a_page = 100;

}

ManyForm::ManyForm(const http::Request& request) : Form{request} {
    day = date("den");
    if (ticked.empty()) problem("sluzba", "network.many.nobody");
    for (auto& one : {reason, resolution})
        if (one && one->size() > longest_line) problem(&one == &reason ? "duvod" : "usneseni", "edit.too_long");
}

html::Select MemberListPage::select(const char* name, const char* label, const std::vector<html::Choice>& choices,
                                    const std::string& value) const {
    return {{html::Field{name, label, value}, choices}};
}

html::Select MemberListPage::new_mark() const {
    html::Select select{{form.field("nove_oznaceni", "network.mark"), marks}};
    select.optional = true;
    return select;
}

html::Field MemberListPage::day() const {
    auto field = form.field("den", adding ? "network.many.from" : "network.many.day");
    if (field.value.empty()) field.value = day_in_form(first_day);
    field.size = 12;
    return field;
}

html::Field MemberListPage::reason() const {
    auto field = form.field("duvod", "network.reason");
    field.optional = true;
    return field;
}

html::Field MemberListPage::resolution() const {
    auto field = form.field("usneseni", "network.resolution");
    field.optional = true;
    return field;
}

html::RadioGroup MemberListPage::act(html::Out& out) const {
    html::RadioGroup group{{form.field("ukon", "network.many.act"), {}}};
    if (group.value.empty()) group.value = "odchod";
    group.choices = {{"odchod", out.text("network.many.leave")}, {"oznaceni", out.text("network.many.mark")}};
    return group;
}

http::PageHead MemberListPage::head(const i18n::Texts& texts) const {
    return {.title = network.name + " – " + texts.text(adding ? "network.add" : "network.link.members"),
            .section = "/sprava/site",
            .staff = true};
}

namespace {

struct Filters {
    std::set<std::string> types{};
    std::optional<std::set<Id<Service>>> near{};
    std::string folded{};

    Filters(const MemberQuery& query, db::Session& db) : folded{search::fold(query.words)} {
        if (!query.district.empty()) near = services_reaching(db, query.district);
    }
    bool lets(const MemberQuery& query, Id<Service> service, const std::string& type, const std::string& name) {
        types.insert(type);
        return (query.type.empty() || query.type == type) && (!near || near->contains(service)) &&
               search::fold(name).find(folded) != std::string::npos;
    }
};

void offer(MemberListPage& page, const Filters& filters, const CodeLists& lists, const Territory& territory,
           const http::Request& request) {
    auto& texts = *request.texts;
    page.types = {{"", texts.text("network.type.any")}}, page.districts = {{"", texts.text("network.district.any")}};
    for (auto& type : filters.types) page.types.push_back({type, type_words(lists, type, texts)});
    steady_sort(page.types, [](auto& a, auto& b) {
        return std::pair{!a.value.empty(), i18n::sort_key(a.text)} <
               std::pair{!b.value.empty(), i18n::sort_key(b.text)};
    });
    for (auto& district : territory.districts())
        if (district.kind == "orp" && district.region_code == request.facts->region_code)
            page.districts.push_back({district.code, district.name});
}

void say_done(MemberListPage& page, const http::Request& request) {
    auto count = whole_number(request.asked.first("hotovo"), 1'000'000);
    if (count) page.done = request.texts->text("network.many.done", {std::to_string(*count)}, count);
    else if (request.asked.first("ulozeno") == "ano") page.done = request.texts->text("edit.saved");
}

http::Response members_page(const http::Request& request, const auto& permit, const ServiceNetwork& network,
                            const ManyForm& form, http::Status status) {
    auto& db = permit.db();
    auto& texts = *request.texts;
    auto lists = CodeLists::read(db, permit.today());
    MemberListPage page{network, false, MemberQuery::read(request), form};
    Filters filters{page.query, db};
    for (auto& one : all_members_of(db, network.id)) {
        ++page.all;
        auto words = words_of(one, lists, texts);
        if (!filters.lets(page.query, one.member.service_id, one.type_code,
                          one.service_name + " " + one.provider_name) ||
            (!page.query.mark.empty() && one.member.mark_code.value_or("") != page.query.mark))
            continue;
        TickLine line{to_text(one.member.membership_id),
                      words.service,
                      member_at(network, one.member.membership_id),
                      words.provider,
                      words.type,
                      words.mark,
                      words.capacities};
        if (one.member.validity.valid_from != network.validity.valid_from)
            line.more = texts.text("network.entered.on", {to_czech(words.since)});
        if (words.until && words.until != network.validity.valid_to)
            line.more = texts.text("network.left.on", {to_czech(*words.until - std::chrono::days{1})});
        else if (one.member.conditions_late(permit.today()))
            line.more = texts.text("network.conditions.late", {words.conditions});
        else if (one.member.conditions_open()) line.more = words.conditions;
        line.ticked = std::ranges::count(form.ticked, line.value) > 0;
        page.lines.push_back(std::move(line));
    }
    page.found = std::int64_t(page.lines.size()), page.pages = pages_for(page.lines.size(), lines_on_a_page);
    page.query.page = page_asked_of(request, page.pages);
    cut_to_page(page.lines, page.query.page, lines_on_a_page);
    offer(page, filters, lists, Territory::read(db, permit.today()), request);
    page.marks = mark_choices(lists, texts, permit.today(), "network.mark.none");
    for (auto& out : taken_out_of(db, network.id))
        if (auto service = find_service(db, out.service_id))
            page.taken_out.push_back(
                {service->name, member_at(network, out.membership_id) + "/verze", out.left_reason.value_or("")});
    page.links = links_around(network, texts), page.form_token = request.form_token;
    page.first_day = std::max(network.shown_on(permit.today()), network.validity.valid_from);
    say_done(page, request);
    return respond(request, page, status);
}

// The memberships that are ticked, as they are in this transaction; what is of another network is not found.
std::vector<NetworkMember> ticked_members(db::Session& db, const ServiceNetwork& network, const ManyForm& form) {
    std::vector<NetworkMember> members;
    for (auto& one : form.ticked) {
        auto id = Id<Membership>::parse(one);
        auto member = id ? find_member(db, *id) : std::nullopt;
        if (!member) continue;    // somebody took it out meanwhile
        if (member->network_id != network.id) throw NotFound{};
        members.push_back(*member);
    }
    return members;
}

}

http::Response list_members(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved(members_at(view.network));
    return members_page(request, permit, view.network, ManyForm{}, http::ok);
}

http::Response change_members(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto& db = permit.db();
    auto& network = permit.about().network;
    auto lists = CodeLists::read(db, permit.today());
    ManyForm form{request};
    bool leaving = form.act == "odchod";
    if (!leaving && form.act != "oznaceni") form.problem("ukon", "edit.choice.unknown");
    if (leaving && !form.day && !form.has_problem("den")) form.problem("den", "network.many.day.missing");
    if (leaving && form.day && network.validity.valid_to && *form.day > *network.validity.valid_to)
        form.problem("den", "network.many.day.late");
    if (leaving && !form.reason) form.problem("duvod", "network.many.reason.missing");
    if (form.mark && !lists.find(network_marks, *form.mark)) form.problem("nove_oznaceni", "edit.choice.unknown");
    if (!form.clean()) return members_page(request, permit, network, form, http::unprocessable);
    auto author = author_of(permit);
    std::int64_t done = 0;
    for (auto& member : ticked_members(db, network, form)) {
        auto after = member;
        after.mark_code = form.mark;
        if (form.reason) after.entered_reason = form.reason;
        if (form.resolution) after.resolution = form.resolution;
        if (leaving ? leave_network(author, member, *form.day, form.reason, form.resolution)
                    : change_member(author, member, after))
            ++done;
    }
    note_done(permit, leaving ? "network.members_left" : "network.members_saved", network.id.uuid);
    return http::redirect(members_at(network), "?hotovo=", std::to_string(done));
}

// --- those who are not in it yet ------------------------------------------------------------------------------------

namespace {

http::Response adding_page(const http::Request& request, const auto& permit, const ServiceNetwork& network,
                           const ManyForm& form, http::Status status) {
    auto& db = permit.db();
    auto& texts = *request.texts;
    auto lists = CodeLists::read(db, permit.today());
    MemberListPage page{network, true, MemberQuery::read(request), form};
    Filters filters{page.query, db};
    std::set<Id<Service>> members;
    for (auto& one : all_members_of(db, network.id)) members.insert(one.member.service_id);
    std::map<Id<Provider>, std::string> providers;
    for (auto& provider : list_providers(db)) providers.emplace(provider.id, provider.shown_name());
    auto day = std::max(permit.today(), network.validity.valid_from);
    for (auto& service : list_services(db)) {
        if (members.contains(service.id) || !service.provided_on(day)) continue;
        ++page.all;
        auto& provider = providers[service.provider_id];
        if (!filters.lets(page.query, service.id, service.type_code,
                          service.name + " " + provider + " " + service.register_identifier.value_or("")))
            continue;
        page.lines.push_back({service.slug, service.name, "/sluzby/" + service.slug, provider,
                              type_words(lists, service.type_code, texts), "", "", "",
                              std::ranges::count(form.ticked, service.slug) > 0});
    }
    page.found = std::int64_t(page.lines.size()), page.pages = pages_for(page.lines.size(), lines_on_a_page);
    page.query.page = page_asked_of(request, page.pages);
    cut_to_page(page.lines, page.query.page, lines_on_a_page);
    offer(page, filters, lists, Territory::read(db, permit.today()), request);
    page.marks = mark_choices(lists, texts, permit.today(), "network.mark.none");
    page.links = links_around(network, texts), page.form_token = request.form_token;
    page.first_day =
        network.validity.valid_from < permit.today() ? network.shown_on(permit.today()) : network.validity.valid_from;
    return respond(request, page, status);
}

}

http::Response list_services_to_add(const http::Request& request, Permit<may::KeepNetwork> permit) {
    return adding_page(request, permit, permit.about().network, ManyForm{}, http::ok);
}

http::Response add_members(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto& db = permit.db();
    auto& network = permit.about().network;
    auto lists = CodeLists::read(db, permit.today());
    ManyForm form{request};
    auto from = form.day.value_or(network.validity.valid_from);
    auto& ends = network.validity.valid_to;
    if (from < network.validity.valid_from || (ends && *ends <= from)) form.problem("den", "network.many.day.outside");
    if (form.mark && !lists.find(network_marks, *form.mark)) form.problem("nove_oznaceni", "edit.choice.unknown");
    if (!form.clean()) return adding_page(request, permit, network, form, http::unprocessable);
    auto author = author_of(permit);
    std::int64_t done = 0;
    for (auto& slug : form.ticked) {
        auto service = find_service_by_slug(db, slug);
        if (!service) throw NotFound{};
        NetworkMember member;
        member.network_id = network.id, member.service_id = service->id;
        member.validity = {from, ends}, member.mark_code = form.mark;
        member.entered_reason = form.reason, member.resolution = form.resolution;
        if (enter(author, member)) ++done;
    }
    note_done(permit, "network.members_added", network.id.uuid);
    return http::redirect(members_at(network), "?hotovo=", std::to_string(done));
}

}
