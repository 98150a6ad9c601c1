// Reads a document passage by passage and writes what it found as JSON.
#include "projects/project_reading/project_reading.hpp"

#include "platform/reading/passages/cleaned.hpp"
#include "projects/project_reading/project_fields.hpp"

#include <boost/json.hpp>

namespace projects {

namespace {

namespace json = boost::json;

json::value lines_json(reading::Place at) { return json::array{at.first, at.last}; }

struct ProjectWriting {
    json::object object{}, at{};

    template <class Found, class Value>
    void fact(const char* key, const Found& found, Value value) {
        object[key] = found ? json::value(value(found->value)) : json::value(nullptr);
        if (found) at[key] = lines_json(found->at);
    }
    void text(const char* key, const std::optional<FoundText>& found) {
        fact(key, found, [](auto& text) { return json::value(text); });
    }
    void texts(const char* key, const FoundTexts& found) {
        json::array values, places;
        for (auto& one : found) values.emplace_back(one.value), places.push_back(lines_json(one.at));
        object[key] = std::move(values);
        if (!places.empty()) at[key] = std::move(places);
    }
};

json::array tree_json(const std::vector<ReadActivity>& activities) {
    json::array list;
    for (auto& one : activities) {
        json::object node{{"title", one.title}, {"children", tree_json(one.children)}, {"at", lines_json(one.at)}};
        node["no"] = one.no.empty() ? json::value(nullptr) : json::value(one.no);
        list.push_back(std::move(node));
    }
    return list;
}

json::array team_json(const std::vector<ReadMember>& team) {
    json::array list;
    for (auto& member : team) {
        json::array phones;
        for (auto& phone : member.phones) phones.emplace_back(phone);
        json::object one{{"name", member.name}, {"phones", std::move(phones)}, {"at", lines_json(member.at)}};
        one["role"] = member.role.empty() ? json::value(nullptr) : json::value(member.role);
        one["email"] = member.email.empty() ? json::value(nullptr) : json::value(member.email);
        list.push_back(std::move(one));
    }
    return list;
}

// Whole crowns without a point: 36, 15795600.05
json::value crowns(Money money) {
    if (money.halere % 100 == 0) return money.halere / 100;
    return double(money.halere) / 100;
}

}

ProjectFacts read_project(const reading::TextDocument& document) {
    auto clean = passages::without_furniture(document);
    auto passages = project_passages(clean);
    ProjectFacts facts;
    facts.registration_number = find_registration_number(passages, document);
    facts.programme = find_programme(passages, document);
    facts.call = find_call(passages);
    find_period(passages, facts);
    facts.budget = find_budget(passages);
    facts.funding_sources = find_funding(passages);
    facts.target_groups = find_project_groups(passages);
    facts.key_activities = find_activities(passages, document);
    facts.team = find_team(passages, clean);
    facts.name = find_name(passages, document);
    return facts;
}

std::string project_json(const ProjectFacts& facts) {
    ProjectWriting writing;
    writing.text("name", facts.name), writing.text("registration_number", facts.registration_number);
    writing.text("programme", facts.programme), writing.text("call", facts.call);
    writing.fact("start", facts.start, [](Date day) { return json::value(to_iso(day)); });
    writing.fact("end", facts.end, [](Date day) { return json::value(to_iso(day)); });
    writing.fact("months", facts.months, [](int months) { return json::value(months); });
    writing.fact("budget_czk", facts.budget, [](Money money) { return crowns(money); });
    writing.texts("funding_sources", facts.funding_sources), writing.texts("target_groups", facts.target_groups);
    writing.object["key_activities"] = tree_json(facts.key_activities);
    writing.object["team"] = team_json(facts.team);
    writing.object["at"] = std::move(writing.at);
    return json::serialize(writing.object);
}

}
