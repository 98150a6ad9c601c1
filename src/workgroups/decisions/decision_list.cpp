// Reads, narrows and shows the register of decisions.
#include "workgroups/decisions/decision_list.hpp"

#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"

#include <charconv>
#include <limits>
#include <map>
#include <set>

namespace workgroups {

namespace {

constexpr std::int64_t decisions_on_a_page = 40;

std::vector<html::Choice> groups_of_decisions(const std::vector<CountedDecisions>& counts, const i18n::Texts& texts) {
    std::map<db::Bytes, html::Choice> named;
    for (auto& one : counts)
        named[i18n::sort_key(one.group_name + one.group_slug)] = html::Choice{one.group_slug, one.group_name};
    std::vector<html::Choice> choices{{"", texts.text("decision.group.any")}};
    for (auto& [key, choice] : named) choices.push_back(choice);
    return choices;
}

std::vector<html::Choice> years_of_decisions(const std::vector<CountedDecisions>& counts, const i18n::Texts& texts) {
    std::set<std::string, std::greater<>> years;
    for (auto& one : counts) years.insert(one.year);
    std::vector<html::Choice> choices{{"", texts.text("decision.year.any")}};
    for (auto& year : years) choices.push_back({year, year});
    return choices;
}

std::vector<html::Choice> states_of_decisions(const i18n::Texts& texts) {
    std::vector<html::Choice> choices{{"", texts.text("decision.state.any")}};
    for (std::string state : {"valid", "replaced", "withdrawn"})
        choices.push_back({state, texts.text("decision.state." + state)});
    return choices;
}

// Of the year asked for: its first day, and the first one after it; of none where there is no such year.
std::pair<Date, Date> days_asked(int year) {
    if (year == 0) return {*day_of(earliest_year, 1, 1), *day_of(latest_year, 12, 31) + std::chrono::days{1}};
    auto first = day_of(year, 1, 1);
    return first ? std::pair{*first, plus_months(*first, 12)} : std::pair{Date{}, Date{}};
}

struct SluggedGroup {
    Id<WorkingGroup> id{};
    std::string slug{};
    static void each_field(auto& one, auto& visit) { visit("id", one.id), visit("slug", one.slug); }
};

// A decision as far as it is searched by words.
struct SaidDecision {
    Id<Decision> id{};
    Id<WorkingGroup> group_id{};
    std::string number{}, body{}, group_name{};
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("group_id", one.group_id), visit("number", one.number);
        visit("body", one.body), visit("group_name", one.group_name);
    }
    bool has(const std::vector<std::string>& folded_words) const {
        auto said = search::fold(number + " " + body + " " + group_name);
        return std::ranges::all_of(folded_words, [&](auto& word) { return said.find(word) != said.npos; });
    }
};

// Names of users are left out for those outside of the group.
class DecisionTexts {
public:
    DecisionTexts(db::Session& db, const DecisionScope& scope) : db_{db}, scope_{scope} {}
    std::string shown(Id<WorkingGroup> group, const std::string& body) {
        if (std::ranges::binary_search(scope_.inside, group)) return body;
        auto known = users_.find(group);
        if (known == users_.end()) known = users_.emplace(group, names_of_users(db_, group)).first;
        return without_names(body, known->second);
    }

private:
    db::Session& db_;
    const DecisionScope& scope_;
    std::map<Id<WorkingGroup>, std::vector<std::string>> users_;
};

// Those asked for that hold the words, in the order of the list.
std::vector<Id<Decision>> decisions_that_say(db::Session& db, const DecisionScope& scope, const DecisionQuery& query) {
    auto asked = text::parted(search::fold(query.words), " ");
    auto [first, before] = days_asked(query.year);
    DecisionTexts texts{db, scope};
    std::vector<Id<Decision>> found;
    auto said = db.all<SaidDecision>(
        "SELECT decisions.id AS id, decisions.group_id AS group_id, number, body, working_groups.name AS group_name"
        " FROM decisions JOIN working_groups ON working_groups.id = decisions.group_id"
        " WHERE (decisions.group_id IN (SELECT id FROM working_groups WHERE $1 LIKE '%|' || slug || '|%')"
        " OR (working_groups.published AND (ended_on IS NULL OR founded_on IS NULL OR ended_on <> founded_on)"
        " AND meeting_id IN (SELECT meeting_id FROM meeting_minutes WHERE phase = 'published')))"
        " AND ($2 = '' OR working_groups.slug = $2) AND decided_on >= $3 AND decided_on < $4"
        " AND ($5 = '' OR state = $5) ORDER BY decided_on DESC, working_groups.name, number, decisions.id",
        scope.slugs, query.group, first, before, query.state);
    for (auto& one : said) {
        if (!one.has(asked)) continue;
        // Nobody finds a decision by a name that they may not read.
        auto shown = texts.shown(one.group_id, one.body);
        if (shown == one.body) found.push_back(one.id);
        else if (one.body = shown; one.has(asked)) found.push_back(one.id);
    }
    return found;
}

std::vector<ListedDecision> decisions_called(db::Session& db, const std::vector<Id<Decision>>& ids) {
    std::vector<ListedDecision> found;
    for (auto& id : ids)
        found.push_back(db.one<ListedDecision>(
            "SELECT decisions.*, working_groups.slug AS group_slug, working_groups.name AS group_name,"
            " coalesce(later.number, '') AS replaced_by FROM decisions"
            " JOIN working_groups ON working_groups.id = decisions.group_id"
            " LEFT JOIN decisions AS later ON later.id = decisions.replaced_by_id WHERE decisions.id = $1",
            id));
    return found;
}

std::vector<ListedDecision> decisions_in_order(db::Session& db, const DecisionScope& scope, const DecisionQuery& query,
                                               std::int64_t skipped, std::int64_t most) {
    auto [first, before] = days_asked(query.year);
    return db.all<ListedDecision>(
        "SELECT decisions.*, working_groups.slug AS group_slug, working_groups.name AS group_name,"
        " coalesce(later.number, '') AS replaced_by FROM decisions"
        " JOIN working_groups ON working_groups.id = decisions.group_id"
        " LEFT JOIN decisions AS later ON later.id = decisions.replaced_by_id"
        " WHERE (decisions.group_id IN (SELECT id FROM working_groups WHERE $1 LIKE '%|' || slug || '|%')"
        " OR (working_groups.published AND (ended_on IS NULL OR founded_on IS NULL OR ended_on <> founded_on)"
        " AND EXISTS (SELECT 1 FROM meeting_minutes WHERE meeting_minutes.meeting_id = decisions.meeting_id"
        " AND phase = 'published')))"
        " AND ($2 = '' OR working_groups.slug = $2) AND decisions.decided_on >= $3 AND decisions.decided_on < $4"
        " AND ($5 = '' OR decisions.state = $5)"
        " ORDER BY decisions.decided_on DESC, working_groups.name, decisions.number, decisions.id LIMIT $6 OFFSET $7",
        scope.slugs, query.group, first, before, query.state, most, skipped);
}

std::vector<ListedDecision> with_shown_texts(db::Session& db, const DecisionScope& scope,
                                             std::vector<ListedDecision> decisions) {
    DecisionTexts texts{db, scope};
    for (auto& one : decisions) one.decision.body = texts.shown(one.decision.group_id, one.decision.body);
    return decisions;
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

DecisionScope DecisionScope::read(db::Session& db, const User& user, const i18n::Texts& texts, Date day) {
    DecisionScope scope;
    if (user.signed_in()) scope.inside = groups_known_inside(db, user, GroupWords::read(db, texts, day), day);
    scope.slugs = "|";
    for (auto& group : db.all<SluggedGroup>("SELECT id, slug FROM working_groups ORDER BY slug"))
        if (std::ranges::binary_search(scope.inside, group.id)) scope.slugs += group.slug + "|";
    return scope;
}

std::vector<CountedDecisions> counted_decisions(db::Session& db, const DecisionScope& scope) {
    return db.all<CountedDecisions>(
        "SELECT working_groups.slug AS group_slug, working_groups.name AS group_name,"
        " substr(CAST(decided_on AS TEXT), 1, 4) AS year, state, count(*) AS count FROM decisions"
        " JOIN working_groups ON working_groups.id = decisions.group_id"
        " WHERE (decisions.group_id IN (SELECT id FROM working_groups WHERE $1 LIKE '%|' || slug || '|%')"
        " OR (working_groups.published AND (ended_on IS NULL OR founded_on IS NULL OR ended_on <> founded_on)"
        " AND meeting_id IN (SELECT meeting_id FROM meeting_minutes WHERE phase = 'published')))"
        " GROUP BY working_groups.slug, working_groups.name, substr(CAST(decided_on AS TEXT), 1, 4), state",
        scope.slugs);
}

std::vector<ListedDecision> listed_decisions(db::Session& db, const DecisionScope& scope, const DecisionQuery& query) {
    auto found = query.words.empty() ? decisions_in_order(db, scope, query, 0, std::numeric_limits<std::int64_t>::max())
                                     : decisions_called(db, decisions_that_say(db, scope, query));
    return with_shown_texts(db, scope, std::move(found));
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

bool DecisionQuery::takes(const CountedDecisions& counted) const {
    if (!group.empty() && counted.group_slug != group) return false;
    if (!state.empty() && counted.state != state) return false;
    return year == 0 || counted.year == std::to_string(year);
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
    auto& db = permit.db();
    auto scope = DecisionScope::read(db, permit.user(), texts, permit.today());
    DecisionListPage page{DecisionQuery::read(request)};
    page.texts = request.texts;
    auto counts = counted_decisions(db, scope);
    for (auto& one : counts) {
        page.all += one.count;
        if (page.query.takes(one)) page.found += one.count;
    }
    if (page.query.words.empty()) {
        page.at = PageOfList::wished(request, std::size_t(page.found), decisions_on_a_page);
        page.decisions =
            decisions_in_order(db, scope, page.query, (page.at.page - 1) * decisions_on_a_page, decisions_on_a_page);
    } else {
        auto found = decisions_that_say(db, scope, page.query);
        page.found = std::int64_t(found.size());
        page.at = PageOfList::wished(request, found.size(), decisions_on_a_page);
        page.decisions = decisions_called(db, page.at.part(found, decisions_on_a_page));
    }
    page.decisions = with_shown_texts(db, scope, std::move(page.decisions));
    page.groups = groups_of_decisions(counts, texts), page.years = years_of_decisions(counts, texts);
    page.states = states_of_decisions(texts);
    return respond(request, page);
}

http::Response export_decisions(const http::Request& request, Permit<auth::may::Read> permit) {
    auto& texts = *request.texts;
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
    auto scope = DecisionScope::read(permit.db(), permit.user(), texts, permit.today());
    table.next = [lines = listed_decisions(permit.db(), scope, DecisionQuery::read(request)), &texts,
                  at = request.facts->public_url, n = std::size_t{}](documents::Row& row) mutable {
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
