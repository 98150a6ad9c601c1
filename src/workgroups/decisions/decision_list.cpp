// Reads, narrows and shows the register of decisions.
#include "workgroups/decisions/decision_list.hpp"

#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"

#include <charconv>
#include <set>

namespace workgroups {

namespace {

constexpr std::size_t decisions_on_a_page = 40;

std::vector<html::Choice> groups_of_decisions(const std::vector<ListedDecision>& all, const i18n::Texts& texts) {
    std::map<db::Bytes, html::Choice> named;
    std::set<std::string> seen;
    for (auto& one : all)
        if (seen.insert(one.group_slug).second)
            named[i18n::sort_key(one.group_name + one.group_slug)] = html::Choice{one.group_slug, one.group_name};
    std::vector<html::Choice> choices{{"", texts.text("decision.group.any")}};
    for (auto& [key, choice] : named) choices.push_back(choice);
    return choices;
}

std::vector<html::Choice> years_of_decisions(const std::vector<ListedDecision>& all, const i18n::Texts& texts) {
    std::set<int, std::greater<>> years;
    for (auto& one : all) years.insert(year_of(one.decision.decided_on));
    std::vector<html::Choice> choices{{"", texts.text("decision.year.any")}};
    for (auto year : years) choices.push_back({std::to_string(year), std::to_string(year)});
    return choices;
}

std::vector<html::Choice> states_of_decisions(const i18n::Texts& texts) {
    std::vector<html::Choice> choices{{"", texts.text("decision.state.any")}};
    for (std::string state : {"valid", "replaced", "withdrawn"})
        choices.push_back({state, texts.text("decision.state." + state)});
    return choices;
}

std::vector<ListedDecision> decisions_asked(const std::vector<ListedDecision>& all, const DecisionQuery& query) {
    std::vector<ListedDecision> found;
    for (auto& one : all)
        if (query.takes(one)) found.push_back(one);
    return found;
}

}

std::vector<Id<WorkingGroup>> groups_known_inside(db::Session& db, const User& user, const GroupWords& words,
                                                  Date day) {
    if (!user.signed_in()) return {};
    auto inside = db.all<Id<WorkingGroup>>("SELECT DISTINCT group_id FROM group_members JOIN planning_people"
                                           " ON planning_people.id = planner_id WHERE account_id = $1"
                                           " AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)",
                                           user.id, day);
    if (founds_groups(user))
        for (auto& group : groups_kept_by(db, user, words)) inside.push_back(group.id);
    std::ranges::sort(inside);
    auto rest = std::ranges::unique(inside);
    inside.erase(rest.begin(), rest.end());
    return inside;
}

std::vector<ListedDecision> decisions_visible_to(db::Session& db, const User& user, const GroupWords& words, Date day) {
    auto inside = groups_known_inside(db, user, words, day);
    auto all = db.all<ListedDecision>(
        "SELECT decisions.*, working_groups.slug AS group_slug, working_groups.name AS group_name,"
        " working_groups.published AND (ended_on IS NULL OR founded_on IS NULL OR ended_on <> founded_on)"
        " AS group_published,"
        " CASE WHEN meeting_minutes.phase = 'published' THEN 1 ELSE 0 END AS minutes_published,"
        " coalesce(later.number, '') AS replaced_by FROM decisions"
        " JOIN working_groups ON working_groups.id = decisions.group_id"
        " LEFT JOIN meeting_minutes ON meeting_minutes.meeting_id = decisions.meeting_id"
        " LEFT JOIN decisions AS later ON later.id = decisions.replaced_by_id"
        " ORDER BY decisions.decided_on DESC, group_name, decisions.number, decisions.id");
    std::map<Id<WorkingGroup>, std::vector<std::string>> users;
    std::vector<ListedDecision> visible;
    for (auto& one : all) {
        auto group = one.decision.group_id;
        if (!std::ranges::binary_search(inside, group)) {
            if (!one.group_published || one.minutes_published == 0) continue;
            if (!users.contains(group)) users[group] = names_of_users(db, group);
            one.decision.body = without_names(one.decision.body, users[group]);
        }
        visible.push_back(std::move(one));
    }
    return visible;
}

DecisionQuery DecisionQuery::read(const http::Request& request) {
    auto& asked = request.asked;
    DecisionQuery query;
    query.words = std::string{text::trimmed(asked.first("q").substr(0, 100))};
    query.group = asked.first("skupina").substr(0, 200);
    for (auto known : {"valid", "replaced", "withdrawn"})
        if (asked.first("stav") == known) query.state = known;
    auto year = asked.first("rok");
    std::from_chars(year.data(), year.data() + year.size(), query.year);
    return query;
}

bool DecisionQuery::takes(const ListedDecision& one) const {
    if (!group.empty() && one.group_slug != group) return false;
    if (!state.empty() && one.decision.state != state) return false;
    if (year != 0 && year_of(one.decision.decided_on) != year) return false;
    if (words.empty()) return true;
    auto said = search::fold(one.decision.number + " " + one.decision.body + " " + one.group_name);
    auto asked = text::parted(search::fold(words), " ");
    return std::ranges::all_of(asked, [&](auto& word) { return said.find(word) != said.npos; });
}

std::string DecisionQuery::address() const {
    std::string address;
    auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) address += (address.empty() ? "" : "&") + std::string{name} + "=" + http::encoded(value);
    };
    add("q", words), add("skupina", group), add("rok", year ? std::to_string(year) : ""), add("stav", state);
    return address;
}

html::Tag decision_tag(const Decision& decision, const std::string& replaced_by, const i18n::Texts& texts) {
    if (decision.state == "valid") return {html::Tag::ok, texts.text("decision.state.valid")};
    if (decision.state == "withdrawn") return {html::Tag::bad, texts.text("decision.state.withdrawn")};
    return {html::Tag::unknown, replaced_by.empty() ? texts.text("decision.state.replaced")
                                                    : texts.text("decision.replaced.by", {replaced_by})};
}

http::PageHead DecisionListPage::head(const i18n::Texts& said) const {
    return {
        .title = said.text("decision.list"), .description = said.text("decision.list.lead"), .section = "/rozhodnuti"};
}

html::Table DecisionListPage::table(html::Out& out) const {
    html::Table table{
        out.text("decision.list"),
        {{"decision.number"}, {"decision.text"}, {"decision.day"}, {"decision.group"}, {"decision.state"}},
        {}};
    table.caption_is_above = table.folds = true;
    for (auto& one : decisions)
        table.rows.push_back({{one.decision.number, one.address()},
                              {beginning_of(one.decision.body, 240)},
                              {to_czech(one.decision.decided_on)},
                              {one.group_name},
                              {"", "", decision_tag(one.decision, one.replaced_by, *texts)}});
    return table;
}

http::Response list_decisions(const http::Request& request, Permit<auth::may::Read> permit) {
    auto& texts = *request.texts;
    auto words = GroupWords::read(permit.db(), texts, permit.today());
    DecisionListPage page{DecisionQuery::read(request)};
    page.texts = request.texts;
    auto all = decisions_visible_to(permit.db(), permit.user(), words, permit.today());
    auto found = decisions_asked(all, page.query);
    page.all = std::int64_t(all.size()), page.found = std::int64_t(found.size());
    page.at = PageOfList::wished(request, found.size(), decisions_on_a_page);
    page.decisions = page.at.part(found, decisions_on_a_page);
    page.groups = groups_of_decisions(all, texts), page.years = years_of_decisions(all, texts);
    page.states = states_of_decisions(texts);
    return respond(request, page);
}

http::Response export_decisions(const http::Request& request, Permit<auth::may::Read> permit) {
    auto& texts = *request.texts;
    auto words = GroupWords::read(permit.db(), texts, permit.today());
    using enum documents::Kind;
    documents::Table table{texts.text("decision.list"),
                           texts.language(),
                           request.now,
                           {{"cislo", texts.text("decision.number"), text, 10},
                            {"rozhodnuti", texts.text("decision.text"), text, 70},
                            {"den", texts.text("decision.day"), date, 12},
                            {"skupina", texts.text("decision.group"), text, 40},
                            {"stav", texts.text("decision.state"), text, 14},
                            {"nahrazeno", texts.text("decision.replaced_by"), text, 12},
                            {"adresa", texts.text("decision.address"), link, 48}}};
    auto all = decisions_visible_to(permit.db(), permit.user(), words, permit.today());
    table.next = [lines = decisions_asked(all, DecisionQuery::read(request)), &texts, at = request.facts->public_url,
                  n = std::size_t{}](documents::Row& row) mutable {
        if (n == lines.size()) return false;
        auto& one = lines[n++];
        row.insert(row.end(), {documents::cell(one.decision.number), documents::cell(one.decision.body),
                               one.decision.decided_on, documents::cell(one.group_name),
                               documents::cell(texts.text("decision.state." + one.decision.state)),
                               documents::cell(one.replaced_by), at + one.address()});
        return true;
    };
    return documents::table_answer(request, std::move(table), "rozhodnuti");
}

}
