// Handlers: read the question, find, answer a page, lines or one thing.
#include "network/hsds/hsds_api.hpp"

#include "network/hsds/hsds_feed.hpp"
#include "network/hsds/hsds_query.hpp"

#include <fmt/format.h>

#include <span>

namespace network::hsds {

namespace {

constexpr auto kept_seconds = "public, max-age=60";
constexpr std::size_t piece_bytes = 64 * 1024;

// Raised when the same content is written another way, so that nobody keeps the old form.
constexpr auto form_of_answers = 1;

struct Problem {
    std::string title, detail;
    static void each_field(auto& problem, auto& visit) {
        visit("title", problem.title), visit("detail", problem.detail);
    }
};

void open_to_other_sites(http::Response& response, const char* kept) {
    response.headers.emplace_back("Access-Control-Allow-Origin", "*");
    response.headers.emplace_back("Cache-Control", kept);
}

http::Response refuse(const http::Request& request, http::Status status, const std::string& text_key) {
    auto title = request.texts->text("failure." + std::to_string(int(status)));
    Problem problem{title, request.texts->text(text_key)};
    http::Response response{status, to_json(http::PageAsJson<Problem>{problem, status}), "application/problem+json"};
    open_to_other_sites(response, "no-cache");
    return response;
}

http::Response told(const Model& model, std::string json) {
    http::Response response{http::ok, std::move(json), "application/json"};
    response.etag = fmt::format("\"hsds{}-{}-{}\"", form_of_answers, model.version(), to_iso(model.day()));
    open_to_other_sites(response, kept_seconds);
    return response;
}

std::shared_ptr<const Model> model_of(const http::Request& request, Permit<Read>& permit) {
    return request.use<HsdsFeed>().model(permit.db(), request.today(), request.facts->public_url);
}

using WriteOne = std::function<void(JsonWriter&, Place)>;

http::Response as_lines(std::shared_ptr<const Model> model, std::vector<Place> places, WriteOne write) {
    auto response = told(*model, "");
    response.type = "application/x-ndjson";
    // The model lives as long as the last piece; a save meanwhile makes another one.
    response.pieces = [model = std::move(model), places = std::move(places), write = std::move(write),
                       next = std::size_t{}]() mutable -> std::optional<std::string> {
        if (next == places.size()) return {};
        JsonWriter json;
        while (next < places.size() && json.text().size() < piece_bytes) write(json, places[next++]), json.line_end();
        return json.take();
    };
    return response;
}

http::Response as_page(const Model& model, const Query& query, std::size_t total, std::span<const Place> shown,
                       const WriteOne& write) {
    auto page = query.page.value_or(1), size = query.everything() ? std::max<std::size_t>(total, 1) : query.per_page;
    auto pages = (total + size - 1) / size;
    JsonWriter json;
    json.object([&] {
        json("total_items", total), json("total_pages", pages), json("page_number", page), json("size", shown.size());
        json("first_page", page == 1), json("last_page", page >= pages), json("empty", shown.empty());
        json.list("contents", [&] {
            for (auto place : shown) write(json, place);
        });
    });
    return told(model, json.take());
}

http::Response answer_list(std::shared_ptr<const Model> model, const Query& query, std::vector<Place> found,
                           WriteOne write) {
    auto total = found.size();
    std::span<const Place> shown{found};
    if (!query.everything()) {
        auto from = std::min(total, (query.page.value_or(1) - 1) * query.per_page);
        shown = shown.subspan(from, std::min(query.per_page, total - from));
    }
    if (query.lines) return as_lines(std::move(model), {shown.begin(), shown.end()}, std::move(write));
    return as_page(*model, query, total, shown, write);
}

using Found = std::variant<std::vector<Place>, Refusal>;

// A list: find(model, query) gives what passes, write(json, model, place, query) tells one.
http::Response list(const http::Request& request, Permit<Read>& permit, auto find, auto write) {
    auto read = read_query(request.asked);
    if (auto refusal = std::get_if<Refusal>(&read)) return refuse(request, http::bad_request, refusal->text);
    auto& query = std::get<Query>(read);
    auto model = model_of(request, permit);
    Found found = find(*model, query);
    if (auto refusal = std::get_if<Refusal>(&found)) return refuse(request, http::bad_request, refusal->text);
    auto& of = *model;
    WriteOne one = [&of, query, write](JsonWriter& json, Place place) { write(json, of, place, query); };
    return answer_list(std::move(model), query, std::move(std::get<std::vector<Place>>(found)), std::move(one));
}

// One thing: find(model, id) gives its place, write(json, model, place) tells it.
http::Response show(const http::Request& request, Permit<Read>& permit, auto find, auto write) {
    auto id = Uuid::parse(request.parameter("id"));
    auto model = model_of(request, permit);
    std::optional<Place> place = id ? find(*model, *id) : std::nullopt;
    if (!place) return refuse(request, http::not_found, "hsds.problem.not_found");
    JsonWriter json;
    write(json, *model, *place);
    return told(*model, json.take());
}

std::optional<bool> flag(const http::Request& request, const char* name) {
    if (!request.asked.has(name)) return false;
    auto text = request.asked.first(name);
    if (text == "true" || text == "1") return true;
    if (text == "false" || text == "0") return false;
    return {};
}

}

http::Response show_api(const http::Request& request, Permit<Read> permit) {
    auto model = model_of(request, permit);
    auto& url = request.facts->public_url;
    JsonWriter json;
    json.object([&] {
        json("version", "3.1"), json("profile", url + "/otevrena-data"), json("openapi_url", url + "/api/openapi.json");
        json("description", model->czech().text("hsds.description", {request.facts->region_name}));
        json.object("publisher", [&] {
            json("name", request.facts->region_name), json("identifier", request.facts->region_code);
            json("email", request.facts->contact_email), json("website", url);
        });
    });
    return told(*model, json.take());
}

http::Response list_services(const http::Request& request, Permit<Read> permit) {
    return list(request, permit, find_services, [](JsonWriter& json, const Model& model, Place at, const Query& query) {
        write_service(json, model, at, query.detail());
    });
}

http::Response show_service(const http::Request& request, Permit<Read> permit) {
    return show(
        request, permit, [](const Model& model, const Uuid& id) { return model.service(id); },
        [](JsonWriter& json, const Model& model, Place at) { write_service(json, model, at, Detail::full); });
}

http::Response list_organizations(const http::Request& request, Permit<Read> permit) {
    return list(request, permit, find_organizations,
                [](JsonWriter& json, const Model& model, Place at, const Query& query) {
                    write_organization(json, model, at, query.full ? Detail::full : Detail::listed, query.full_service);
                });
}

http::Response show_organization(const http::Request& request, Permit<Read> permit) {
    auto full_services = flag(request, "full_service");
    if (!full_services) return refuse(request, http::bad_request, "hsds.problem.flag");
    return show(
        request, permit, [](const Model& model, const Uuid& id) { return model.provider(id); },
        [&](JsonWriter& json, const Model& model, Place at) {
            write_organization(json, model, at, Detail::full, *full_services);
        });
}

http::Response list_service_at_locations(const http::Request& request, Permit<Read> permit) {
    return list(request, permit, find_service_at_locations,
                [](JsonWriter& json, const Model& model, Place at, const Query& query) {
                    write_service_at_location(json, model, at, query.full ? Detail::full : Detail::listed);
                });
}

http::Response show_service_at_location(const http::Request& request, Permit<Read> permit) {
    return show(
        request, permit, [](const Model& model, const Uuid& id) { return model.link(id); },
        [](JsonWriter& json, const Model& model, Place at) {
            write_service_at_location(json, model, at, Detail::full);
        });
}

http::Response list_taxonomies(const http::Request& request, Permit<Read> permit) {
    return list(request, permit, find_taxonomies, [](JsonWriter& json, const Model& model, Place at, const Query&) {
        write_taxonomy(json, model, model.terms().taxonomies()[at]);
    });
}

http::Response show_taxonomy(const http::Request& request, Permit<Read> permit) {
    auto find = [](const Model& model, const Uuid& id) -> std::optional<Place> {
        auto found = model.terms().taxonomy(id);
        if (!found) return {};
        return Place(found - model.terms().taxonomies().data());
    };
    return show(request, permit, find, [](JsonWriter& json, const Model& model, Place at) {
        write_taxonomy(json, model, model.terms().taxonomies()[at]);
    });
}

http::Response list_taxonomy_terms(const http::Request& request, Permit<Read> permit) {
    return list(request, permit, find_terms, [](JsonWriter& json, const Model& model, Place at, const Query&) {
        write_term(json, model, model.terms()[TermNumber(at)]);
    });
}

http::Response show_taxonomy_term(const http::Request& request, Permit<Read> permit) {
    auto find = [](const Model& model, const Uuid& id) -> std::optional<Place> { return model.terms().term(id); };
    return show(request, permit, find, [](JsonWriter& json, const Model& model, Place at) {
        write_term(json, model, model.terms()[TermNumber(at)]);
    });
}

}
