// The face of network: the region's territory and its social services.
#pragma once

#include "platform/base/embedded.hpp"
#include "platform/history/history.hpp"
#include "platform/time/date.hpp"

#include <map>

namespace http {
class Routes;
struct Request;
struct SiteFacts;
struct Surroundings;
}
namespace i18n {
class Languages;
}
namespace jobs {
class Workers;
}
namespace notices {
struct Kinds;
}

namespace network {

class Catalogue;
struct Collection;
struct Service;

std::span<const embedded::File> files();    // migrations, texts, code lists

void routes(http::Routes&, Catalogue&);
void menu(http::Surroundings&);    // what the region's staff have to do here
void tell_of(notices::Kinds&);     // what people may wish to learn of
// Importing the register; letters that ask whether free places still hold.
void know_jobs(jobs::Workers&, const i18n::Languages&, const http::SiteFacts&);
void begin_rounds(db::Session& work, Instant now);    // what is done every day, where no server has begun it yet

// The description of the whole interface by OpenAPI 3.1, pages included: GET /api/openapi.json and `opora openapi`.
std::string openapi_text(const http::Routes&, const http::SiteFacts&);

// The law's and the register's lists, as the program carries them; what stands already stays.
std::int64_t load_lists(const history::Author&);
// Those that another capability carries: …/data/code_lists/*.csv among its files.
std::int64_t load_lists(const history::Author&, std::span<const embedded::File>);

// An item of a list as it holds on a day, in its order; an item that no longer holds still has its name.
struct ListedCode {
    std::string code, name, plain{};
    bool holds = true;
};
std::vector<ListedCode> listed_codes(db::Session&, std::string_view list, const std::string& language, Date day);

// The land as other capabilities name it: orp:5104, municipality:577197, area:jilemnicko, region:CZ051.
struct NamedLand {
    std::string code, name;                  // the bare name: Jilemnice
    std::vector<std::string> districts{};    // ORP codes that scopes ask for; none of the whole region
    std::string level() const { return code.substr(0, code.find(':')); }
};
std::vector<NamedLand> named_lands(db::Session&, Date day);    // regions, ORP districts, areas, municipalities; by name
std::optional<NamedLand> find_land(db::Session&, const std::string& code, Date day);
// Where municipalities lie, by code (577197): WGS 84, degrees; those whose place is known.
struct LandPoint {
    double latitude, longitude;
};
std::map<std::string, LandPoint> town_points(db::Session&, Date day);
std::string authority_ico(const std::string& region);    // IČO of the authority of CZ051; empty where it is unknown
std::string slug_of(std::string_view text);              // a name as addresses carry it: rada-jilemnicka

// What the geographic map (assets/map.js) needs of a page that carries it, and the policy that lets its tiles come.
struct MapGround {
    std::string script, worker, bounds{}, tiles{}, attribution{};
    std::string policy{};    // of the page's Content-Security-Policy; empty: the usual one
};
MapGround map_ground(const http::Request&, db::Session&);

// Why a service may not be funded on a day, where money follows a network of this kind (code list network_kinds):
// nothing where an approved one lists it.  A question with a reason for people; it refuses nothing by itself.
struct NotFundable {
    std::string key;    // a text, with its values
    std::vector<std::string> values{};
    std::string network_slug{};    // the network that was asked: /site/{slug}; empty where there is none
};
std::optional<NotFundable> why_not_fundable(db::Session&, Id<Service>, const std::string& network_kind, Date day);

// A collection of data made by another capability: questions to recipients until a day.  The planner opens it on its
// page (/sprava/sbery/{id}); answers are read when the capability wants them.
struct WishedQuestion {
    std::string label, kind = "text";    // text, number, choice, date, yes_no
    std::vector<std::string> choices{};
    bool needed = false;
};
struct WishedRecipient {
    std::string name, email;
};
Id<Collection> make_collection(const history::Author&, const std::string& title, const std::string& letter,
                               Date deadline, const std::vector<WishedQuestion>&, const std::vector<WishedRecipient>&);
struct CollectedAnswer {
    std::string recipient, email;
    std::vector<std::pair<std::string, std::string>> said{};    // question and answer, in the order of the questions
    Instant sent_at{};
};
std::vector<CollectedAnswer> collected_answers(db::Session&, Id<Collection>);    // those that were sent

// The demonstration region: code lists, territory, providers and services of Liberecký kraj, real and invented.
// Expects a migrated database without a network, in the author's transaction.
void load_sample(const history::Author&);
// Its people of a provider act for an invented one, and may change its hours and say that its data are right at once.
void let_sample_provider_take_part(const history::Author&, Id<Organisation>);

}
