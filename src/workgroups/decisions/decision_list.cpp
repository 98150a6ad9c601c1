// Reads, narrows and shows the register of decisions.
#include "workgroups/decisions/decision_list.hpp"

#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"

#include <charconv>
#include <map>
#include <set>
#include <tuple>

namespace workgroups {

namespace {

constexpr std::int64_t decisions_on_a_page = 40;

// Names of users are left out for those outside of the group: in what they read, and in what they can find.
class NamesInside {
public:
    NamesInside(db::Session& db, const DecisionScope& scope) : db_{db}, scope_{scope} {}

    std::string shown(Id<WorkingGroup> group, const std::string& body) {
        return knows(group) ? body : without_names(body, users_of(group).names);
    }
    // Whether all words are in what the person may read.
    bool found(const DecisionInOrder& one, const std::vector<std::string>& folded_words) {
        if (!std::ranges::all_of(folded_words, [&](auto& word) { return one.has(word); })) return false;
        auto& decision = *one.decision;
        if (knows(decision.group_id) || !may_name_users(decision)) return true;
        auto whole = find_decision(db_, decision.id);
        auto said = whole ? shown(decision.group_id, whole->body) : "";
        auto words = search::fold(decision.number + " " + said) + " " + one.group->words;
        return std::ranges::all_of(folded_words, [&](auto& word) { return words.find(word) != words.npos; });
    }

private:
    struct Users {
        std::vector<std::string> names, stems;
    };

    bool knows(Id<WorkingGroup> group) const { return std::ranges::binary_search(scope_.inside, group); }
    bool may_name_users(const RegisteredDecision& decision) {
        return std::ranges::any_of(users_of(decision.group_id).stems,
                                   [&](auto& stem) { return decision.words.find(stem) != decision.words.npos; });
    }
    const Users& users_of(Id<WorkingGroup> group) {
        auto known = users_.find(group);
        if (known != users_.end()) return known->second;
        auto names = names_of_users(db_, group);
        auto stems = surname_stems(names);
        return users_.emplace(group, Users{std::move(names), std::move(stems)}).first->second;
    }

    db::Session& db_;
    const DecisionScope& scope_;
    std::map<Id<WorkingGroup>, Users> users_;
};

// What decisions there are that somebody may read, and which of them are asked for.
struct FoundDecisions {
    std::shared_ptr<const DecisionsInOrder> memory{};
    std::int64_t all = 0;
    std::set<const GroupOfDecisions*> groups{};    // of all
    std::set<int, std::greater<>> years{};
    std::vector<const DecisionInOrder*> asked{};    // in the order of the list

    static FoundDecisions read(const http::Request& request, db::Session& db, const DecisionScope& scope,
                               const DecisionQuery& query) {
        FoundDecisions found{request.use<DecisionRegister>().current(db)};
        auto words = text::parted(search::fold(query.words), " ");
        NamesInside names{db, scope};
        for (auto& one : found.memory->decisions) {
            if (!scope.has(one)) continue;
            ++found.all;
            found.groups.insert(one.group), found.years.insert(year_of(one.decision->decided_on));
            if (query.takes(one) && (words.empty() || names.found(one, words))) found.asked.push_back(&one);
        }
        return found;
    }
};

std::vector<html::Choice> groups_of_decisions(const FoundDecisions& found, const i18n::Texts& texts) {
    std::vector<const GroupOfDecisions*> groups{found.groups.begin(), found.groups.end()};
    std::ranges::sort(groups,
                      [](auto a, auto b) { return std::tie(a->name_sort, a->slug) < std::tie(b->name_sort, b->slug); });
    std::vector<html::Choice> choices{{"", texts.text("decision.group.any")}};
    for (auto group : groups) choices.push_back({group->slug, group->name});
    return choices;
}

std::vector<html::Choice> years_of_decisions(const FoundDecisions& found, const i18n::Texts& texts) {
    std::vector<html::Choice> choices{{"", texts.text("decision.year.any")}};
    for (auto year : found.years) choices.push_back({std::to_string(year), std::to_string(year)});
    return choices;
}

std::vector<html::Choice> states_of_decisions(const i18n::Texts& texts) {
    std::vector<html::Choice> choices{{"", texts.text("decision.state.any")}};
    for (std::string state : {"valid", "replaced", "withdrawn"})
        choices.push_back({state, texts.text("decision.state." + state)});
    return choices;
}

ListedDecision decision_called(db::Session& db, Id<Decision> id) {
    return db.one<ListedDecision>(
        "SELECT decisions.*, working_groups.slug AS group_slug, working_groups.name AS group_name,"
        " coalesce(later.number, '') AS replaced_by FROM decisions"
        " JOIN working_groups ON working_groups.id = decisions.group_id"
        " LEFT JOIN decisions AS later ON later.id = decisions.replaced_by_id"
        " WHERE decisions.id = $1",
        id);
}

// For a file: all that there are are read at once.
std::vector<ListedDecision> decisions_for_file(db::Session& db, const std::vector<const DecisionInOrder*>& wished) {
    std::map<Id<Decision>, std::size_t> places;
    for (std::size_t n = 0; n < wished.size(); ++n) places[wished[n]->decision->id] = n;
    std::vector<ListedDecision> found(wished.size());
    db.for_each<ListedDecision>(
        "SELECT decisions.*, working_groups.slug AS group_slug, working_groups.name AS group_name,"
        " coalesce(later.number, '') AS replaced_by FROM decisions"
        " JOIN working_groups ON working_groups.id = decisions.group_id"
        " LEFT JOIN decisions AS later ON later.id = decisions.replaced_by_id",
        [&](ListedDecision one) {
            if (auto place = places.find(one.decision.id); place != places.end()) found[place->second] = std::move(one);
        });
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

// NB: who keeps a group depends on its land; code lists say nothing here.
DecisionScope DecisionScope::read(db::Session& db, const User& user, const i18n::Texts& texts, Date day) {
    if (!user.signed_in()) return {};
    return {groups_known_inside(db, user, GroupWords{{}, {}, network::named_lands(db, day), texts}, day)};
}

bool DecisionScope::has(const DecisionInOrder& one) const {
    return one.is_public() || std::ranges::binary_search(inside, one.decision->group_id);
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

bool DecisionQuery::takes(const DecisionInOrder& one) const {
    if (!group.empty() && one.group->slug != group) return false;
    if (!state.empty() && one.decision->state != state) return false;
    return year == 0 || year_of(one.decision->decided_on) == year;
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
    auto found = FoundDecisions::read(request, db, scope, page.query);
    page.all = found.all, page.found = std::int64_t(found.asked.size());
    page.at = PageOfList::wished(request, found.asked.size(), decisions_on_a_page);
    NamesInside names{db, scope};
    for (auto one : page.at.part(found.asked, decisions_on_a_page)) {
        page.decisions.push_back(decision_called(db, one->decision->id));
        auto& decision = page.decisions.back().decision;
        decision.body = names.shown(decision.group_id, decision.body);
    }
    page.groups = groups_of_decisions(found, texts), page.years = years_of_decisions(found, texts);
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
    auto& db = permit.db();
    auto scope = DecisionScope::read(db, permit.user(), texts, permit.today());
    auto found = FoundDecisions::read(request, db, scope, DecisionQuery::read(request));
    auto decisions = decisions_for_file(db, found.asked);
    NamesInside names{db, scope};
    for (auto& one : decisions) one.decision.body = names.shown(one.decision.group_id, one.decision.body);
    table.next = [lines = std::move(decisions), &texts, at = request.facts->public_url,
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
