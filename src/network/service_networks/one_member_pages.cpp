// One member of a network: its sheet, its versions, and a former one brought back.
#include "network/service_networks/member_pages.hpp"

#include "network/editing/record_change.hpp"
#include "network/editing/service_lines.hpp"
#include "network/editing/text_fields.hpp"
#include "network/service_networks/listed_capacity.hpp"
#include "network/service_networks/network_staff_pages.hpp"
#include "platform/base/parts.hpp"
#include "platform/time/prague.hpp"

namespace network {

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

http::PageHead MemberVersionsPage::head(const i18n::Texts& texts) const {
    return {.title = service + " – " + texts.text("network.versions"), .section = "/sprava/site", .staff = true};
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
