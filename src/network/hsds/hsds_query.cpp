// Reads the parameters of a list.
#include "network/hsds/hsds_query.hpp"

#include "platform/i18n/fold.hpp"

#include <charconv>

namespace network::hsds {

namespace {

std::optional<std::int64_t> whole(const std::string& text, std::int64_t least, std::int64_t most) {
    std::int64_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value < least || value > most)
        return {};
    return value;
}

std::optional<bool> yes_or_no(const std::string& text) {
    if (text == "true" || text == "1") return true;
    if (text == "false" || text == "0") return false;
    return {};
}

// A day is its first moment; otherwise a moment as RFC 3339 writes it, with Z or an offset.
std::optional<Instant> moment(const std::string& text) {
    if (text.size() == 10)
        if (auto day = parse_date(text); day && to_iso(*day) == text) return Instant{*day};
    auto plain = text;
    std::chrono::minutes offset{};
    if (auto sign = text.size() > 6 ? text[text.size() - 6] : ' ';
        (sign == '+' || sign == '-' || sign == ' ') && text[text.size() - 3] == ':') {
        // NB: an unescaped + in an address is a space.
        auto hours = whole(text.substr(text.size() - 5, 2), 0, 14),
             minutes = whole(text.substr(text.size() - 2), 0, 59);
        if (!hours || !minutes) return {};
        offset = std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
        if (sign == '-') offset = -offset;
        plain = text.substr(0, text.size() - 6) + "Z";
    }
    auto read = parse_instant(plain);
    if (!read) return {};
    return *read - offset;
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    for (char letter : i18n::fold(text) + " ") {
        if (letter != ' ' && letter != ',' && letter != '\t' && letter != '\n') {
            word += letter;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

}

std::variant<Query, Refusal> read_query(const http::Values& asked) {
    Query query;
    auto refused = [](const char* key) { return Refusal{key}; };
    auto text = [&](const char* name) { return asked.first(name); };

    if (asked.has("page")) {
        auto page = whole(text("page"), 1, 1'000'000'000);
        if (!page) return refused("hsds.problem.page");
        query.page = std::size_t(*page);
    }
    if (asked.has("per_page")) {
        auto size = whole(text("per_page"), 1, 500);
        if (!size) return refused("hsds.problem.per_page");
        query.per_page = std::size_t(*size), query.per_page_default = false;
    }
    if (asked.has("format")) {
        if (text("format") != "json" && text("format") != "ndjson") return refused("hsds.problem.format");
        query.lines = text("format") == "ndjson";
    }
    for (auto [name, flag] :
         {std::pair{"minimal", &query.minimal}, {"full", &query.full}, {"full_service", &query.full_service}}) {
        if (!asked.has(name)) continue;
        auto value = yes_or_no(text(name));
        if (!value) return refused("hsds.problem.flag");
        *flag = *value;
    }
    for (auto [name, id] : {std::pair{"taxonomy_term_id", &query.taxonomy_term},
                            {"taxonomy_id", &query.taxonomy},
                            {"organization_id", &query.organization}})
        if (asked.has(name) && !(*id = Uuid::parse(text(name)))) return refused("hsds.problem.id");
    if (asked.has("modified_after") && !(query.modified_after = moment(text("modified_after"))))
        return refused("hsds.problem.modified_after");
    for (auto [name, age] : {std::pair{"minimum_age", &query.minimum_age}, {"maximum_age", &query.maximum_age}})
        if (asked.has(name) && !(*age = whole(text(name), 0, 150))) return refused("hsds.problem.age");
    if (query.minimum_age && query.maximum_age && *query.minimum_age > *query.maximum_age)
        return refused("hsds.problem.age");
    if (text("search").size() > 200) return refused("hsds.problem.search");
    query.words = words_of(text("search"));
    query.postcode = text("postcode");
    if (asked.has("proximity")) {
        auto metres = whole(text("proximity"), 1, 500'000);
        if (!metres || query.postcode.empty()) return refused("hsds.problem.proximity");
        query.proximity = double(*metres);
    }
    return query;
}

}
