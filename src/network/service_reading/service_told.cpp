// Whose number it is: the service that the sentence named last before it.
#include "network/service_reading/service_fields.hpp"

#include "platform/reading/passages/number_words.hpp"

#include <algorithm>
#include <set>

namespace network {

namespace {

using passages::Tokens;

// "služba 1 a 3 –": by their order in the document.
std::set<std::size_t> services_by_order(const Tokens& tokens, std::size_t at, std::size_t count) {
    std::set<std::size_t> owners;
    auto words = passages::match_at(tokens, at, "sluzb* ?c|cislo ?.");
    if (!words) return owners;
    for (auto next = words->last; next < tokens.size(); ++next) {
        if (passages::match_at(tokens, next, "a|i|,")) continue;
        auto number = passages::small_number(tokens[next]);
        if (!number || *number < 1 || std::size_t(*number) > count) break;
        owners.insert(std::size_t(*number) - 1);
    }
    return owners;
}

// "2.1" of "Opatření 2.1 Udržet stacionář".
std::string mark_of(const ServicePart& part) {
    if (part.passages.empty() || !part.passages.front()->heading()) return {};
    auto& tokens = part.passages.front()->tokens;
    for (std::size_t at = 0; at < std::min<std::size_t>(tokens.size(), 3); ++at)
        if (passages::match_at(tokens, at, "# . #")) return tokens[at].folded + "." + tokens[at + 2].folded;
    return {};
}

// "opatření 2.1 a 2.2": by the numbers of their chapters.
std::set<std::size_t> services_by_mark(const Tokens& tokens, std::size_t at, const std::vector<std::string>& marks) {
    std::set<std::size_t> owners;
    if (!passages::match_at(tokens, at, "opatreni|bod*|cast*|kapitol*|clank*|polozk*|oddil*")) return owners;
    for (auto next = at + 1; next < tokens.size(); ++next) {
        if (passages::match_at(tokens, next, "a|i|,")) continue;
        if (!passages::match_at(tokens, next, "# . #")) break;
        auto mark = tokens[next].folded + "." + tokens[next + 2].folded;
        for (std::size_t n = 0; n < marks.size(); ++n)
            if (marks[n] == mark) owners.insert(n);
        next += 2;
    }
    return owners;
}

// "Harmonie" of the heading "Domov se zvláštním režimem Harmonie": the names of houses.
std::vector<std::string> names_of(const ServicePart& part) {
    std::vector<std::string> names;
    for (std::size_t n = 0; n < std::min<std::size_t>(part.passages.size(), 2); ++n) {
        auto& passage = *part.passages[n];
        if (!passage.heading() && passage.field != type_field && passage.field != name_field) continue;
        auto mentions = type_mentions_in(passage.tokens);
        for (std::size_t at = 1; at < passage.tokens.size(); ++at) {
            auto& token = passage.tokens[at];
            bool of_type = std::ranges::any_of(
                mentions, [&](auto& one) { return one.tokens.first <= at && at < one.tokens.last; });
            if (token.capital && token.folded.size() > 3 && !of_type) names.push_back(token.folded);
        }
    }
    return names;
}

struct Owners {
    std::size_t token = 0;
    std::set<std::size_t> parts{};
};

void add_owners_by_name(const Tokens& tokens, const std::vector<ServicePart>& parts, std::vector<Owners>& owners) {
    std::vector<std::vector<std::string>> names;
    for (auto& part : parts) names.push_back(names_of(part));
    for (std::size_t n = 0; n < parts.size(); ++n)
        for (auto& name : names[n]) {
            auto has = [&](auto& others) { return std::ranges::count(others, name) > 0; };
            if (std::ranges::count_if(names, has) != 1) continue;    // of a town, of the provider
            for (std::size_t at = 0; at < tokens.size(); ++at)
                if (tokens[at].capital && tokens[at].folded == name) owners.push_back({at, {n}});
        }
}

std::vector<Owners> owners_in(const Tokens& tokens, const std::vector<ServicePart>& parts) {
    std::vector<const ServiceType*> types;
    for (auto& part : parts) types.push_back(part.type);
    std::vector<Owners> owners;
    for (auto& mention : short_mentions_in(tokens, types, true)) {
        auto first = std::ranges::find(types, mention.type);
        bool one = std::ranges::count(types, mention.type) == 1;
        if (one) owners.push_back({mention.tokens.first, {std::size_t(first - types.begin())}});
    }
    if (owners.empty()) add_owners_by_name(tokens, parts, owners);
    std::vector<std::string> marks;
    for (auto& part : parts) marks.push_back(mark_of(part));
    for (std::size_t at = 0; at < tokens.size(); ++at)
        if (auto named = services_by_mark(tokens, at, marks); !named.empty()) owners.push_back({at, named});
    for (std::size_t at = 0; at < tokens.size(); ++at)
        if (auto named = services_by_order(tokens, at, parts.size()); !named.empty()) owners.push_back({at, named});
    std::ranges::sort(owners, {}, &Owners::token);
    return owners;
}

bool speaks_of_several(const std::vector<Owners>& owners) {
    std::set<std::size_t> all;
    for (auto& one : owners) all.insert(one.parts.begin(), one.parts.end());
    return all.size() > 1;
}

}

void share_told_numbers(const std::vector<ServicePart>& parts, const std::vector<passages::Passage>& all,
                        std::vector<ServiceFacts>& services) {
    if (parts.size() < 2) return;
    for (auto& passage : all)
        for (auto& told : numbers_told_in(passage)) {
            auto owners = owners_in(told.sentence.tokens, parts);
            if (!speaks_of_several(owners)) continue;
            auto behind = std::ranges::find_if(owners, [&](auto& one) { return one.token > told.token; });
            auto& tokens = told.sentence.tokens;
            auto end = passages::end_of_run(tokens, told.token);
            bool named_behind = behind != owners.end() && passages::match_at(tokens, end, "na|pro|(") &&
                                behind->token <= end + 2;    // "smlouvu 12/2024 na tlumočení"
            if (named_behind) ++behind;
            if (behind == owners.begin()) continue;
            for (auto& service : services)    // who is not named has none of these
                if (service.contract_no && service.contract_no->value == told.number && told.contract)
                    service.contract_no.reset();
            for (auto part : std::prev(behind)->parts) {
                auto& number = told.contract ? services[part].contract_no : services[part].registration_id;
                number = FoundText{told.number, passage.at};
            }
        }
}

}
