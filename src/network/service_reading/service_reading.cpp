// Reads a document passage by passage and writes what it found as JSON.
#include "network/service_reading/service_reading.hpp"

#include "network/service_reading/service_fields.hpp"
#include "network/service_reading/service_topics.hpp"
#include "platform/reading/passages/cleaned.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace network {

namespace {

// The answer below quotes the letter above: what was written before is not what holds.
reading::TextDocument without_quoted(reading::TextDocument document) {
    for (auto& line : document.lines)
        if (line.text.starts_with(">")) line = {};
    return document;
}

// The foot of a page says who provides, and sometimes the contract.
reading::TextDocument with_footer(reading::TextDocument document) {
    for (auto& line : document.footer) {
        auto tokens = passages::tokens_of(line);
        bool tells = passages::has(tokens, "smlouv*|registr*|identifik*|ico|ic");
        if (tells) document.lines.push_back({}), document.lines.push_back({.text = line});
    }
    return document;
}

bool is_of_json(const reading::Line& line) {
    return line.text.starts_with('"') && line.text.find("\":") != line.text.npos;
}

// "vek_od": 3, of what a register gives to programs: its words, a blank line where only braces stand.
reading::TextDocument without_json(reading::TextDocument document) {
    if (std::ranges::count_if(document.lines, is_of_json) < 4) return document;
    for (auto& line : document.lines) {
        std::string words;
        for (auto sign : line.text)
            if (std::string_view{"\"[]{}"}.find(sign) == std::string_view::npos) words += sign == '_' ? ' ' : sign;
        while (words.ends_with(',') || words.ends_with(' ')) words.pop_back();
        line.text = words;
        line.kind = reading::LineKind::text, line.marker.clear(), line.cells.clear();
    }
    return document;
}

// "3.2 Dům na půl cesty Kotva" alone between empty lines is the heading of a chapter.
bool is_title_of_service(const reading::TextDocument& document, std::size_t n) {
    auto& line = document.lines[n];
    bool alone =
        (n == 0 || document.lines[n - 1].empty()) && n + 1 < document.lines.size() && document.lines[n + 1].empty();
    if (line.kind != reading::LineKind::item || !alone || line.marker.find_first_of("0123456789)") == line.marker.npos)
        return false;
    auto tokens = passages::tokens_of(line.text);
    return tokens.size() <= 10 && tokens.back().kind == passages::TokenKind::word && !type_mentions_in(tokens).empty();
}

reading::TextDocument with_titles(reading::TextDocument document) {
    for (std::size_t n = 0; n < document.lines.size(); ++n)
        if (is_title_of_service(document, n)) document.lines[n].kind = reading::LineKind::heading;
    return document;
}

// "Obě služby jsou pro osoby s mentálním postižením od 18 let": for whom, where a service's own part is silent.
void find_whom_in_common(const ServicePart& part, ServiceFacts& facts) {
    auto common = part;
    common.passages = part.common;
    std::erase_if(common.passages, [&](auto passage) {
        return !speaks_of_all(*passage) && short_mentions_in(passage->tokens, {part.type}, true).empty();
    });
    if (common.passages.empty()) return;
    if (facts.target_groups.empty()) facts.target_groups = find_target_groups(common);
    if (!facts.age_min && !facts.age_max && facts.age_bands.empty()) find_ages(common, facts);
}

ServiceFacts facts_of(const ServicePart& part, ProviderReader& providers, const std::vector<passages::Passage>& all) {
    ServiceFacts facts;
    facts.provider = providers.of(part);
    facts.service_type = {part.type->name, part.type_at};
    facts.paragraph = part.type->paragraph;
    facts.forms = find_forms(part);
    facts.target_groups = find_target_groups(part);
    find_ages(part, facts);
    find_whom_in_common(part, facts);
    find_hours(part, facts);
    facts.capacity = find_capacity(part);
    facts.places = find_places(part);
    facts.territory = find_territory(part, all);
    facts.registration_id = find_registration_id(part);
    facts.contract_no = find_contract_no(part);
    add_forms_meant(part, facts);
    facts.project_registration_no = find_project_no(part);
    return facts;
}

// "Číslo smlouvy na obě služby": what is said once holds for all of one provider.
bool same_provider(const ServiceFacts& service, const std::vector<ServiceFacts>& services) {
    auto name = [](auto& one) { return one.provider ? one.provider->value : std::string{}; };
    for (auto& other : services)
        if (name(other) != name(service)) return false;
    return true;
}

// In a line of one service's card it is that service's alone.
bool stands_in_card(const FoundText& contract, const std::vector<passages::Passage>& passages) {
    return std::ranges::any_of(passages, [&](auto& passage) {
        return passage.at.first == contract.at.first && passage.kind == reading::LineKind::item &&
               passage.marker.find_first_of("0123456789)") == std::string::npos;
    });
}

// Lines without an empty one between them that hold the number of one service and its contract: a card.
bool stands_beside_number(const ServiceFacts& service, const std::vector<passages::Passage>& passages) {
    if (!service.registration_id) return false;
    auto number = service.registration_id->at.first, contract = service.contract_no->at.first;
    std::size_t cards = 0, labels = 0, last = std::min(number, contract);
    for (auto& passage : passages) {
        if (passage.at.first < std::min(number, contract) || passage.at.first > std::max(number, contract)) continue;
        if (passage.at.first > last + 1) return false;
        cards += passage.field == registration_field && !passage.label.empty();
        labels += !passage.label.empty() && passages::has(passages::tokens_of(passage.label), "smlouv*|registr*|c");
        last = passage.at.last;
    }
    return cards == 1 && (number == contract || labels > 1);
}

void share_contract(std::vector<ServiceFacts>& services, const std::vector<passages::Passage>& passages) {
    std::optional<FoundText> shared;
    for (auto& service : services) {
        if (!service.contract_no || stands_in_card(*service.contract_no, passages) ||
            stands_beside_number(service, passages))
            continue;
        if (shared && shared->value != service.contract_no->value) return;    // each has its own
        shared = service.contract_no;
    }
    for (auto& service : services)
        if (!service.contract_no && same_provider(service, services)) service.contract_no = shared;
}

boost::json::value place_json(reading::Place at) { return boost::json::array{at.first, at.last}; }

struct Writing {
    boost::json::object object{}, at{};

    void text(const char* key, const std::optional<FoundText>& found) {
        object[key] = found ? boost::json::value(found->value) : boost::json::value(nullptr);
        if (found) at[key] = place_json(found->at);
    }
    void texts(const char* key, const FoundTexts& found) {
        boost::json::array values, places;
        for (auto& one : found) values.emplace_back(one.value), places.push_back(place_json(one.at));
        object[key] = std::move(values);
        if (!places.empty()) at[key] = std::move(places);
    }
    void number(const char* key, const std::optional<passages::FoundAt<int>>& found) {
        object[key] = found ? boost::json::value(found->value) : boost::json::value(nullptr);
        if (found) at[key] = place_json(found->at);
    }
};

boost::json::value optional_number(std::optional<int> number) {
    return number ? boost::json::value(*number) : boost::json::value(nullptr);
}

void write_bands(Writing& writing, const ServiceFacts& facts) {
    boost::json::array bands, places;
    for (auto& [band, at] : facts.age_bands) {
        boost::json::object one{
            {"label", band.label}, {"from", optional_number(band.from)}, {"to", optional_number(band.to)}};
        if (!band.note.empty()) one["note"] = band.note;
        bands.push_back(std::move(one)), places.push_back(place_json(at));
    }
    writing.object["age_bands"] = std::move(bands);
    if (!places.empty()) writing.at["age_bands"] = std::move(places);
}

void write_hours(Writing& writing, const ServiceFacts& facts) {
    boost::json::array hours, places;
    for (auto& one : facts.opening_hours) {
        hours.push_back(boost::json::object{{"days", one.days}, {"from", one.from}, {"to", one.to}});
        places.push_back(place_json(one.at));
    }
    writing.object["opening_hours"] = std::move(hours);
    if (!places.empty()) writing.at["opening_hours"] = std::move(places);
    writing.object["nonstop"] = facts.nonstop.has_value();
    if (facts.nonstop) writing.at["nonstop"] = place_json(*facts.nonstop);
}

boost::json::object service_json(const ServiceFacts& facts) {
    Writing writing;
    writing.text("provider", facts.provider);
    writing.text("service_type", facts.service_type);
    writing.object["paragraph"] =
        facts.paragraph.empty() ? boost::json::value(nullptr) : boost::json::value(facts.paragraph);
    writing.texts("forms", facts.forms), writing.texts("target_groups", facts.target_groups);
    write_bands(writing, facts);
    writing.number("age_min", facts.age_min), writing.number("age_max", facts.age_max);
    write_hours(writing, facts);
    writing.texts("places", facts.places), writing.texts("capacity", facts.capacity);
    writing.text("registration_id", facts.registration_id), writing.text("contract_no", facts.contract_no);
    writing.text("project_registration_no", facts.project_registration_no);
    writing.texts("territory", facts.territory);
    writing.object["at"] = std::move(writing.at);
    return std::move(writing.object);
}

}

std::vector<ServiceFacts> read_services(const reading::TextDocument& document) {
    auto whole = with_footer(without_json(without_quoted(document)));
    auto passages = passages::passages_of(with_titles(passages::without_furniture(whole)), service_labels());
    std::vector<ServiceFacts> services;
    auto parts = service_parts(passages);
    ProviderReader providers{passages};
    for (auto& part : parts) services.push_back(facts_of(part, providers, passages));
    share_told_numbers(parts, passages, services);
    bool in_turn = !parts.empty() && parts.front().in_turn;    // then all have what is said of all
    if (!in_turn) share_contract(services, passages);
    return services;
}

std::string services_json(const std::vector<ServiceFacts>& services) {
    boost::json::array list;
    for (auto& service : services) list.push_back(service_json(service));
    return boost::json::serialize(boost::json::object{{"services", std::move(list)}});
}

}
