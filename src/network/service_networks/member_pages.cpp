// Lists members with boxes to tick, keeps one of them, and brings former versions back.
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
constexpr auto staff_section = "/sprava/site";

std::string members_at(const ServiceNetwork& network) { return "/site/" + network.slug + "/clenove"; }
std::string member_at(const ServiceNetwork& network, Id<Membership> id) {
    return members_at(network) + "/" + to_text(id);
}

std::vector<html::Choice> mark_choices(const CodeLists& lists, const i18n::Texts& texts, Date day, const char* none) {
    std::vector<html::Choice> choices{{"", texts.text(none)}};
    for (auto item : lists.items(network_marks, day))
        choices.push_back({item->code, lists.name(network_marks, item->code, texts.language()) +
                                           (item->plain_cs ? " – " + *item->plain_cs : "")});
    return choices;
}

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
            .section = staff_section,
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
    if (count) page.done = request.texts->text("network.many.done", {std::to_string(*count)}, *count);
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

// --- one of them -----------------------------------------------------------------------------------------------------

namespace {

constexpr TextField<NetworkMember> texts_of_member[] = {
    {"podminky", &NetworkMember::conditions},
    {"duvod", &NetworkMember::entered_reason},
    {"duvod_odchodu", &NetworkMember::left_reason},
    {"usneseni", &NetworkMember::resolution},
    {"povereni", &NetworkMember::entrustment_number},
    {"povereni_organ", &NetworkMember::entrustment_body},
    {"povereni_usneseni", &NetworkMember::entrustment_resolution},
    {"poznamka", &NetworkMember::note},
};

struct DayField {
    const char* name;
    std::optional<Date> NetworkMember::* member;
    bool last_day;    // people type the last day, we keep the first without
};
constexpr DayField days_of_member[] = {
    {"podminky_do", &NetworkMember::conditions_until, false},
    {"podminky_splneny", &NetworkMember::conditions_met_on, false},
    {"povereni_od", &NetworkMember::entrustment_from, false},
    {"povereni_do", &NetworkMember::entrustment_to, true},
    {"povereni_ze_dne", &NetworkMember::entrustment_resolved_on, false},
};

NetworkMember member_asked(const http::Request& request, db::Session& db, const ServiceNetwork& network) {
    auto member = find_member(db, request.id<Membership>("clenstvi"));
    if (!member || member->network_id != network.id) throw NotFound{};
    return *member;
}

SheetParts member_parts(const CodeLists& lists, const i18n::Texts& texts, Date day, const NetworkMember& member) {
    auto marks = mark_choices(lists, texts, day, "network.mark.none");
    // A mark that is no longer given stays where it was given.
    if (member.mark_code && std::ranges::find(marks, *member.mark_code, &html::Choice::value) == marks.end())
        marks.push_back({*member.mark_code, lists.name(network_marks, *member.mark_code, texts.language())});
    return {{"network.part.listing",
             {{"oznaceni", "network.mark", Control::one_of, "", true, marks},
              {"kapacity", "network.capacity", Control::area, "network.capacity.hint"},
              {"duvod", "network.reason.entered", Control::area, "network.reason.entered.hint"},
              {"usneseni", "network.resolution"}}},
            {"network.part.time",
             {{"od", "network.entered", Control::line, "", false},
              {"do", "network.left", Control::line, "network.left.hint"},
              {"duvod_odchodu", "network.reason.left", Control::area}}},
            {"network.part.conditions",
             {{"podminky", "network.conditions", Control::area, "network.conditions.hint"},
              {"podminky_do", "network.conditions.until.field"},
              {"podminky_splneny", "network.conditions.met.field"}}},
            {"network.part.entrustment",
             {{"povereni", "network.entrustment"},
              {"povereni_od", "network.entrustment.from"},
              {"povereni_do", "network.entrustment.to"},
              {"povereni_organ", "network.entrustment.body"},
              {"povereni_usneseni", "network.entrustment.resolution"},
              {"povereni_ze_dne", "network.entrustment.resolved_on"},
              {"poznamka", "network.note", Control::area}}}};
}

Sheet sheet_of(const NetworkMember& member, const CodeLists& lists) {
    Sheet sheet{{"oznaceni", member.mark_code.value_or("")},
                {"kapacity", plain_spaces(text_of(capacity_lines(member.capacities, lists)))},
                {"od", day_in_form(member.validity.valid_from)},
                {"do", last_day_in_form(member.validity.valid_to)}};
    show_texts(member, texts_of_member, sheet);
    for (auto& [name, field, last_day] : days_of_member)
        sheet[name] = last_day ? last_day_in_form(member.*field) : day_in_form(member.*field);
    return sheet;
}

SheetPage member_page(const http::Request& request, db::Session& db, const ServiceNetwork& network,
                      const NetworkMember& member, const CodeLists& lists) {
    auto& texts = *request.texts;
    auto service = *find_service(db, member.service_id);
    auto at = member_at(network, member.membership_id);
    SheetPage page{service.name,
                   "network.member.edit",
                   at,
                   members_at(network),
                   member_parts(lists, texts, request.today(), member),
                   sheet_of(member, lists)};
    page.before = page.sheet, page.form_token = request.form_token;
    page.version = std::int64_t(versions_of(db, member.membership_id).size());
    page.links = {{network.name, members_at(network)},
                  {texts.text("network.versions"), at + "/verze"},
                  {texts.text("network.service"), "/sluzby/" + service.slug}};
    if (member.conditions_late(request.today()))
        page.notes.push_back({html::Note::warn,
                              texts.text("network.conditions.late", {conditions_words(member, texts)}),
                              texts.text("network.conditions.late.advice")});
    return page;
}

void check_member(SheetPage& page, const ServiceNetwork& network, const CodeLists& lists, const i18n::Texts& texts) {
    auto& sheet = page.sheet;
    if (!sheet["oznaceni"].empty() && !lists.find(network_marks, sheet["oznaceni"]))
        page.problems.push_back({"oznaceni", "edit.choice.unknown"});
    for (auto& wording : read_capacities(sheet["kapacity"], lists).wrong) {
        if (std::ranges::find(page.problems, "kapacity", &html::Problem::field) == page.problems.end())
            page.problems.push_back({"kapacity", "network.capacity.unreadable"});
        page.notes.push_back(
            {html::Note::bad, texts.text("edit.not_understood", {wording}), texts.text("network.capacity.unreadable")});
    }
    for (auto& [name, typed] : sheet)
        if (typed.size() > longest_text) page.problems.push_back({name, "edit.too_long"});
    auto day_or_nothing = [&](const char* name) {
        auto day = parse_date(sheet[name]);
        if (!sheet[name].empty() && !day) page.problems.push_back({name, "form.date.unreadable"});
        return day;
    };
    for (auto& [name, field, last_day] : days_of_member) day_or_nothing(name);
    auto from = day_or_nothing("od");
    auto to = day_or_nothing("do");
    auto& time = network.validity;
    if (sheet["od"].empty()) page.problems.push_back({"od", "network.field.missing"});
    else if (from && (*from < time.valid_from || (time.valid_to && *time.valid_to <= *from)))
        page.problems.push_back({"od", "network.many.day.outside"});
    if (from && to && *to < *from) page.problems.push_back({"do", "facility.valid_to.early"});
    else if (to && time.valid_to && *time.valid_to <= *to) page.problems.push_back({"do", "network.many.day.outside"});
    auto begins = parse_date(sheet["povereni_od"]), ends = parse_date(sheet["povereni_do"]);
    if (begins && ends && *ends < *begins) page.problems.push_back({"povereni_do", "facility.valid_to.early"});
    if (sheet["podminky"].empty() && !sheet["podminky_do"].empty())
        page.problems.push_back({"podminky", "network.conditions.missing"});
}

// Expects a sheet without problems.
NetworkMember filled(NetworkMember member, const ServiceNetwork& network, const Sheet& sheet, const Sheet& before,
                     const CodeLists& lists) {
    auto typed = [&](const char* name) { return value_in(sheet, name) != value_in(before, name); };
    member.mark_code = text_or_nothing(value_in(sheet, "oznaceni"));
    if (typed("kapacity")) member.capacities = read_capacities(value_in(sheet, "kapacity"), lists).tokens;
    take_texts(member, texts_of_member, sheet);
    for (auto& [name, field, last_day] : days_of_member)
        if (typed(name))
            member.*field = last_day ? day_after(value_in(sheet, name)) : parse_date(value_in(sheet, name));
    if (typed("od")) member.validity.valid_from = *parse_date(value_in(sheet, "od"));
    if (typed("do")) {
        auto to = day_after(value_in(sheet, "do"));
        member.validity.valid_to = to ? to : network.validity.valid_to;
    }
    return member;
}

}

http::Response show_member(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto& network = permit.about().network;
    auto member = member_asked(request, permit.db(), network);
    auto page = member_page(request, permit.db(), network, member, CodeLists::read(permit.db(), permit.today()));
    say_saved(request, page);
    return respond(request, page);
}

http::Response edit_member(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto& db = permit.db();
    auto& network = permit.about().network;
    auto member = member_asked(request, db, network);
    auto lists = CodeLists::read(db, permit.today());
    auto page = member_page(request, db, network, member, lists);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    check_member(page, network, lists, *request.texts);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    if (change_member(author_of(permit), member, filled(member, network, page.sheet, page.before, lists)))
        note_done(permit, "network.member_saved", member.membership_id.uuid);
    return http::redirect(page.action, "?ulozeno=ano");
}

// --- its versions ----------------------------------------------------------------------------------------------------

http::PageHead MemberVersionsPage::head(const i18n::Texts& texts) const {
    return {.title = service + " – " + texts.text("network.versions"), .section = staff_section, .staff = true};
}

namespace {

// What two versions say otherwise, in the words of the form.
std::vector<history::FieldChange> differing(const Sheet& before, const Sheet& after, const SheetParts& parts,
                                            const i18n::Texts& texts) {
    std::vector<history::FieldChange> fields;
    for (auto& part : parts)
        for (auto& field : part.fields) {
            auto was = value_in(before, field.name), is = value_in(after, field.name);
            if (was == is) continue;
            fields.push_back({texts.text(field.label), text_or_nothing(was), text_or_nothing(is)});
        }
    return fields;
}

MemberVersionsPage versions_page(const http::Request& request, db::Session& db, const ServiceNetwork& network) {
    auto& texts = *request.texts;
    auto id = request.id<Membership>("clenstvi");
    auto versions = versions_of(db, id);
    if (versions.empty() || versions.front().network_id != network.id) throw NotFound{};
    auto service = *find_service(db, versions.front().service_id);
    auto lists = CodeLists::read(db, request.today());
    auto parts = member_parts(lists, texts, request.today(), versions.front());
    MemberVersionsPage page{network, service.name, "/sluzby/" + service.slug, member_at(network, id),
                            request.form_token};
    page.in_network = !versions.front().recorded.replaced_at;
    for (std::size_t n = 0; n < versions.size(); ++n) {
        auto& version = versions[n];
        MemberVersion line{to_text(version.id), to_czech(version.recorded.recorded_at)};
        if (version.kept.created_by) line.who = name_of_person(db, *version.kept.created_by);
        auto changes = history::changes_of(db, version.id.uuid);
        if (!changes.empty()) line.source = changes.back().source_label;
        line.first = n + 1 == versions.size(), line.holds = n == 0 && page.in_network;
        line.taken_out = n == 0 && !page.in_network;
        line.fields =
            differing(line.first ? Sheet{} : sheet_of(versions[n + 1], lists), sheet_of(version, lists), parts, texts);
        page.versions.push_back(std::move(line));
    }
    return page;
}

}

http::Response show_member_versions(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto page = versions_page(request, permit.db(), permit.about().network);
    page.back = request.asked.first("vraceno") == "ano";
    return respond(request, page);
}

http::Response put_member_back(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto& db = permit.db();
    auto& network = permit.about().network;
    auto wanted = request.id<NetworkMember>("verze");
    auto versions = versions_of(db, request.id<Membership>("clenstvi"));
    auto version = std::ranges::find(versions, wanted, &NetworkMember::id);
    if (version == versions.end() || version->network_id != network.id) throw NotFound{};
    if (!put_back(author_of(permit), *version)) {
        auto page = versions_page(request, db, network);
        page.problem = "network.versions.not_back";
        return respond(request, page, http::conflict);
    }
    note_done(permit, "network.member_put_back", version->membership_id.uuid);
    return http::redirect(member_at(network, version->membership_id), "/verze?vraceno=ano");
}

}
