// A letter that asks a provider whether the free places of a service still hold: who gets it, when it is due, and
// whether anybody answered.
#pragma once

#include "network/confirmations/place_report.hpp"
#include "platform/auth/action_links.hpp"

namespace network {

struct PlaceRequest {
    Id<PlaceRequest> id{};
    Id<Service> service_id{};
    std::string email{};
    Instant asked_at{};
    Instant expires_at{};
    std::optional<Instant> answered_at{};
    std::optional<std::string> answer{};    // confirmed, changed
    Kept kept{};

    static constexpr auto table = "place_requests";
    static void each_field(auto& request, auto& visit) {
        visit("id", request.id), visit("service_id", request.service_id), visit("email", request.email);
        visit("asked_at", request.asked_at), visit("expires_at", request.expires_at);
        visit("answered_at", request.answered_at), visit("answer", request.answer);
        Kept::each_field(request.kept, visit);
    }
};

inline constexpr std::string_view place_link = "free_places";

// Who may be asked: e-mails of the service, else of its provider.
std::vector<std::string> emails_to_ask(db::Session&, const Service&);

std::optional<PlaceRequest> newest_request(db::Session&, Id<Service>);

// Queues the letter with a link that acts once and revokes the one before.  False where nobody is named or the service
// is given no more.
bool ask_for_places(const Author&, const Service&, const i18n::Texts&, const std::string& public_url);

// Services whose places were confirmed N days ago or never, and that were not asked within these N days.
std::vector<Id<Service>> services_to_ask(db::Session&, Date day);

// Of the newest letter; the link in it was just used.
void note_answer(const Author&, Id<Service>, const char* answer);

}
