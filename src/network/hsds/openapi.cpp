// Puts the address of this installation and its pages into the document.
#include "network/hsds/openapi.hpp"

#include "network/network.hpp"
#include "platform/tokens/token.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace network {

namespace {

namespace json = boost::json;

json::object document() {
    for (auto& file : files())
        if (file.path == "network/hsds/data/openapi.json")
            return json::parse(json::string_view{file.bytes.data(), file.bytes.size()}).as_object();
    throw std::logic_error{"openapi.json is not embedded"};
}

// What the document describes by itself is another thing than a page; styles and scripts belong to the pages.
bool is_page(const http::Route& route, const json::object& described) {
    return route.method == "GET" && !route.path.starts_with("/api/") && !route.path.starts_with("/assets/") &&
           !described.contains(route.path);
}

// page_sluzby_sluzba for /sluzby/{sluzba}
std::string operation_id(const std::string& path) {
    std::string id = "page";
    for (char letter : path) {
        if (std::isalnum(static_cast<unsigned char>(letter))) id += letter;
        else if (letter != '{' && letter != '}' && id.back() != '_') id += '_';
    }
    while (id.back() == '_') id.pop_back();
    return id;
}

// Those of the path, then those that the page can be asked with.
json::array parameters(const std::string& path, const json::object& pattern) {
    json::array all;
    auto& description = pattern.at("parameter");
    for (auto at = path.find('{'); at != path.npos; at = path.find('{', at + 1)) {
        auto name = path.substr(at + 1, path.find('}', at) - at - 1);
        all.push_back({{"name", name},
                       {"in", "path"},
                       {"required", true},
                       {"description", description},
                       {"schema", {{"type", "string"}}}});
    }
    if (auto asked = pattern.at("queries").as_object().if_contains(path))
        for (auto& name : asked->as_array())
            all.push_back(json::object{{"$ref", "#/components/parameters/" + std::string{name.as_string()}}});
    return all;
}

json::object page(const http::Route& route, const json::object& pattern) {
    std::string summary{pattern.at("summary").as_string()};
    summary.replace(summary.find("{path}"), 6, route.path);
    json::object get{{"operationId", operation_id(route.path)},
                     {"tags", pattern.at("tags")},
                     {"summary", summary},
                     {"description", pattern.at("description")},
                     {"x-experimental", true}};
    get["security"] = route.open ? json::array{} : json::array{json::object{{"session", json::array{}}}};
    if (!route.open && tokens::open_to_programs(route.permission))
        get["security"].as_array().push_back(json::object{{"token", json::array{}}});
    if (auto found = parameters(route.path, pattern); !found.empty()) get["parameters"] = found;
    get["responses"] = pattern.at("responses");
    auto also = [&](const char* status, const char* response) {
        get["responses"].as_object()[status] =
            json::object{{"$ref", std::string{"#/components/responses/"} + response}};
    };
    if (!route.open) also("401", "Unauthorized"), also("403", "Forbidden");
    return json::object{{"get", get}};
}

// A list that goes out as CSV goes out as sheets too, asked in the same way.
void add_sheets(json::object& described) {
    constexpr std::pair<const char*, const char*> sheets[] = {
        {"Xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        {"Ods", "application/vnd.oasis.opendocument.spreadsheet"}};
    for (auto& [path, described_csv] : json::object{described}) {
        std::string address{path};
        if (!address.ends_with(".csv")) continue;
        for (auto [name, type] : sheets) {
            auto copy = described_csv.as_object();
            auto& get = copy.at("get").as_object();
            std::string id{get.at("operationId").as_string()}, summary{get.at("summary").as_string()};
            std::string capitals{name}, ending{name};
            for (auto& c : capitals) c = char(std::toupper(static_cast<unsigned char>(c)));
            for (auto& c : ending) c = char(std::tolower(static_cast<unsigned char>(c)));
            get["operationId"] = id.substr(0, id.size() - 3) + name;
            get["summary"] = summary.substr(0, summary.size() - 3) + capitals;
            get.at("responses").as_object()["200"] =
                json::object{{"description", "The sheet: a heading, then a row for each."},
                             {"content", {{type, {{"schema", {{"type", "string"}, {"format", "binary"}}}}}}}};
            described[address.substr(0, address.size() - 3) + ending] = std::move(copy);
        }
    }
}

// Two spaces a level, so that a difference of the golden file can be read.
void write_pretty(std::string& text, const json::value& value, std::size_t level = 0) {
    auto line = [&](std::size_t deep) { text += '\n' + std::string(deep * 2, ' '); };
    auto separated = [&](const auto& items, char opening, char closing, auto write) {
        text += opening;
        bool first = true;
        for (auto& item : items) {
            if (!std::exchange(first, false)) text += ',';
            line(level + 1), write(item);
        }
        if (!items.empty()) line(level);
        text += closing;
    };
    if (auto object = value.if_object())
        separated(*object, '{', '}', [&](auto& member) {
            text += json::serialize(json::string{member.key()}) + ": ", write_pretty(text, member.value(), level + 1);
        });
    else if (auto array = value.if_array())
        separated(*array, '[', ']', [&](auto& item) { write_pretty(text, item, level + 1); });
    else text += json::serialize(value);
}

}

std::string openapi_text(const http::Routes& routes, const http::SiteFacts& facts) {
    auto all = document();
    auto pattern = all.at("x-page").as_object();
    all.erase("x-page");
    all["info"].as_object()["contact"] =
        json::object{{"name", facts.region_name}, {"email", facts.contact_email}, {"url", facts.public_url}};
    all["servers"] = json::array{json::object{{"url", facts.public_url}, {"description", facts.region_name}}};
    auto& described = all["paths"].as_object();
    add_sheets(described);
    std::vector<const http::Route*> pages;
    for (auto& route : routes.all())
        if (is_page(route, described)) pages.push_back(&route);
    std::ranges::sort(pages, {}, &http::Route::path);
    for (auto route : pages) described[route->path] = page(*route, pattern);
    std::string text;
    write_pretty(text, all);
    return text + "\n";
}

namespace hsds {

http::Response show_openapi(const http::Request& request, Permit<auth::may::Read>) {
    http::Response response{http::ok, openapi_text(request.use<http::Routes>(), *request.facts), "application/json"};
    response.headers.emplace_back("Access-Control-Allow-Origin", "*");
    response.headers.emplace_back("Cache-Control", "public, max-age=3600");
    return response;
}

}

}
