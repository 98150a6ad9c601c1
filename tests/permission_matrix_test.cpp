// Who may ask for what: every line of the routes × every role × every scope, here and elsewhere, asked for real and
// compared with tests/permissions.txt, which a person reads.  A new route or parameter asks to be filled in.
#include "network/collections/collection.hpp"
#include "network/facilities/premises.hpp"
#include "network/mistakes/mistake_report.hpp"
#include "network/permissions.hpp"
#include "network/service_networks/development_proposal.hpp"
#include "network/service_networks/network_member.hpp"
#include "network/services/capacity_state.hpp"
#include "network/services/financing_contract.hpp"
#include "network/services/registered_capacity.hpp"
#include "platform/db/schema.hpp"
#include "platform/i18n/missing_text.hpp"
#include "platform/reports/saved_report.hpp"
#include "tests/golden.hpp"
#include "tests/world/office.hpp"
#include "workgroups/events/planning_event.hpp"
#include "workgroups/meetings/meeting.hpp"
#include "workgroups/members/group_member.hpp"
#include "workgroups/milestones/milestone.hpp"
#include "workgroups/minutes/minutes_keeping.hpp"
#include "workgroups/minutes_import/document_import.hpp"
#include "workgroups/statutes/statute.hpp"
#include "workgroups/tasks/task.hpp"

#include <algorithm>
#include <map>

namespace {

// Records that addresses name: here lies in the district Jilemnice (5104), elsewhere does not.
struct Places {
    std::map<std::string, std::string> here, elsewhere;
};

// Of these families pages themselves show something else where a key has no text.
constexpr std::string_view families_asked_for_by_chance[] = {
    "audit.acts.",     "letters.kind.", "letters.error.",          "job.kind.",
    "webhooks.error.", "service_page.", "network.proposal.state.", "meeting.state."};

// A page that asks for a text nobody wrote shows its key.
void fail_without_text(std::string_view key) {
    auto of_a_key = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; };
    if (key.find('.') == key.npos || !std::ranges::all_of(key, of_a_key)) return;
    for (auto family : families_asked_for_by_chance)
        if (key.starts_with(family)) return;
    ADD_FAILURE() << "there is no text \"" << key << '"';
}

struct Matrix : testing::Test {
    void SetUp() override { i18n::when_text_is_missing(fail_without_text); }
    void TearDown() override { i18n::when_text_is_missing(nullptr); }

    static world::Office& office() {
        static world::Office office{world::Office::With::sample_region};
        return office;
    }

    User holder(Role role, Scope scope) {
        User user = office().eva;
        user.grants = {{role, scope, office().region, {}, {"5104"}}};
        return user;
    }

    static std::string filled(std::string path, const std::map<std::string, std::string>& values) {
        for (auto open = path.find('{'); open != path.npos; open = path.find('{')) {
            auto close = path.find('}', open);
            auto name = path.substr(open + 1, close - open - 1);
            if (!values.contains(name)) ADD_FAILURE() << "the matrix knows no value for {" << name << "}";
            path.replace(open, close - open + 1, values.contains(name) ? values.at(name) : "x");
        }
        return path;
    }

    // May the person come in?  What the form then says about an empty post is not the matrix's business.
    static char verdict(const http::Response& response) {
        if (response.status == http::see_other && response.location.starts_with("/prihlaseni?")) return 's';
        switch (response.status) {
        case http::unauthorized: return 's';
        case http::forbidden: return '-';
        case http::not_found: return '0';
        case http::failed: return '!';
        default: return '+';
        }
    }

    // Each cell is asked once.
    char ask(const http::Route& route, const User& user, const std::map<std::string, std::string>& values) {
        static std::map<std::string, char> asked;
        auto path = filled(route.path, values);
        auto cell = route.method + path;
        for (auto& grant : user.grants) cell += std::string{" "} + to_text(grant.role) + to_text(grant.scope);
        if (!user.signed_in()) cell += " stranger";
        auto known = asked.find(cell);
        if (known != asked.end()) return known->second;
        return asked[cell] = verdict(route.method == "GET" ? office().get(user, path) : office().post(user, path));
    }

    // What a stranger and each role in each scope, here and elsewhere, are answered.
    std::string answers(const http::Route& route);

    // The answers to each route in the golden file, by its heading.
    static std::map<std::string, std::string> agreed_lines();
};

// What is the same everywhere; ids that name nothing are not found by those who may come in.
std::map<std::string, std::string> with_the_rest(std::map<std::string, std::string> values) {
    constexpr auto nothing = "019abcde-0000-7000-8000-0000000000ff";
    for (auto id : {"id", "zmena", "import", "davka", "uloha", "dopis", "zapojeni", "oznameni", "token", "napojeni",
                    "priloha", "udalost", "odber", "bod", "podklad", "ucast", "hlasovani", "rada"})
        values[id] = nothing;
    values["clovek"] = to_text(Matrix::office().petr.id);
    values["slug"] = "icm-klub", values["oblast"] = "jilemnicko", values["soubor"] = "obce.csv";
    values["odkaz"] = "neplatny", values["jmeno"] = "neni.css";
    values["rok"] = "2027", values["vrstva"] = "obce", values["druh"] = "end";
    values["organizace"] = to_text(*Matrix::office().petr.organisation_id);
    return values;
}

// What somebody of the provider wishes to change at the service.
Id<network::Proposal> wish_about(const history::Author& author, const network::Service& service) {
    i18n::Texts texts{"cs", platform::files(), network::files()};
    auto day = day_in_prague(author.now);
    auto record = *network::edited_record(author.work, "service", service.id.uuid, texts, day, author.now);
    history::Author director{author.work, author.now, Matrix::office().petr.id, author.organisation, author.source};
    return network::propose(director, record, {{"shrnuti", "Nové shrnutí."}}, "");
}

// A network of a town in the district, not published, with all that is kept at it.
void with_a_network(const history::Author& author, const network::Service& service,
                    std::map<std::string, std::string>& values) {
    network::ServiceNetwork network;
    network.kind_code = "mestska", network.name = "Síť obvodu " + values.at("obvod");
    network.validity = {*day_of(2026, 1, 1), day_of(2027, 1, 1)};
    network.municipality_code =
        author.work.one<std::string>("SELECT min(code) FROM municipalities WHERE orp_code = $1", values.at("obvod"));
    network::add_network(author, network);
    network::NetworkMember member;
    member.network_id = network.id, member.service_id = service.id, member.validity = network.validity;
    auto membership = network::enter(author, member).value();
    network::DevelopmentProposal proposal;
    proposal.network_id = network.id, proposal.name = "Návrh", proposal.type_code = service.type_code;
    network::MunicipalStatement statement;
    statement.network_id = network.id, statement.municipality_code = *network.municipality_code;
    statement.service_id = service.id, statement.given_on = network.validity.valid_from;
    network::ReferenceValue value;
    value.type_code = service.type_code, value.measure = "klienti na úvazek", value.year = 2026;
    values["sit"] = network.slug, values["clenstvi"] = to_text(membership);
    values["verze"] = to_text(network::versions_of(author.work, membership).front().id);
    values["rozvoj"] = to_text(network::add(author, proposal));
    values["vyjadreni"] = to_text(network::add(author, statement));
    values["hodnota"] = to_text(network::add(author, value));
    network::Collection collection;
    collection.title = "Sběr", collection.deadline = *day_of(2026, 12, 31);
    values["sber"] = to_text(network::add(author, collection));
    network::CollectionQuestion question;
    question.collection_id = collection.id, question.label = "Otázka";
    values["otazka"] = to_text(network::add(author, question));
    network::CollectionRecipient recipient;
    recipient.collection_id = collection.id, recipient.who = "email:a@example.cz", recipient.name = "Příjemce";
    values["prijemce"] = to_text(network::add(author, recipient));
    values["seznam"] = "network_kinds", values["polozka"] = "mestska";
}

// What belongs to a service and has an id: a wish for it, a report about it, one of its places and the time there, a
// number, a contract, premises.
std::map<std::string, std::string> with_its_own(std::map<std::string, std::string> values) {
    return Matrix::office().database().in_write_transaction([&](db::Session& work) {
        auto author = Matrix::office().as_nobody(work);
        auto service = *network::find_service_by_slug(work, values.at("sluzba"));
        values["navrh"] = to_text(wish_about(author, service));
        values["hlaseni"] = to_text(network::report_mistake(author, service, "Telefon už neplatí.", "jana@example.cz"));
        auto links = network::links_of(work, service.id);
        if (links.empty()) throw std::logic_error{"a service without a place"};
        values["vazba"] = to_text(links.front().id), values["zarizeni"] = to_text(links.front().facility_id);
        network::FinancingContract contract;
        contract.number = "ZK/" + service.slug;
        values["smlouva"] = to_text(network::put_under_contract(author, contract, service.id));
        auto premises = network::add(author, network::Premises{.name = "Dům " + service.name});
        network::use_premises(author, service.id, premises, network::beginning);
        values["prostor"] = to_text(premises);
        values["kapacita"] =
            to_text(network::add(author, network::RegisteredCapacity{{},
                                                                     service.id,
                                                                     "FormaSocialniSluzby/ter",
                                                                     "TypKapacitySocialniSluzby/kontakt",
                                                                     3,
                                                                     {},
                                                                     {},
                                                                     {},
                                                                     {network::beginning, {}},
                                                                     {},
                                                                     {},
                                                                     {}}));
        network::CapacityState state;
        state.provider_id = service.provider_id, state.service_id = service.id, state.kind = "full";
        state.as_of = network::beginning;
        values["stav"] = to_text(network::add(author, state));
        with_a_network(author, service, values);
        // Here it is that of who asks, elsewhere another person's who shares it with nobody.
        reports::SavedReport report;
        report.owner_id = values.at("obvod") == "5104" ? Matrix::office().eva.id : Matrix::office().petr.id;
        report.title = "Sestava", report.source = "sluzby", report.question = "seznam=sluzby&sloupec=sluzba";
        values["sestava"] = to_text(reports::add_report(author, report));
        return values;
    });
}

// A statute in force, a period without meetings and milestones that are not public.
void with_its_plan(const history::Author& author, const workgroups::WorkingGroup& group,
                   std::map<std::string, std::string>& values) {
    auto day = day_in_prague(author.now);
    workgroups::Statute statute;
    statute.group_id = group.id, statute.title = "Statut", statute.valid_from = day;
    values["stanovy"] = to_text(workgroups::add(author, statute));
    workgroups::BlockedPeriod period;
    period.group_id = group.id, period.first_day = period.last_day = day, period.reason = "Prázdniny";
    values["obdobi"] = to_text(workgroups::add(author, period));
    workgroups::MilestonePlan plan;
    plan.group_id = group.id, plan.title = "Analýza";
    values["planmilniku"] = to_text(workgroups::add(author, plan));
    workgroups::Milestone milestone;
    milestone.plan_id = plan.id, milestone.title = "Sběr dat", milestone.first_day = milestone.last_day = day;
    values["milnik"] = to_text(workgroups::add(author, milestone));
}

// Minutes of a meeting of the group that wait for comments, with one part and one comment.
void with_minutes(const history::Author& author, const workgroups::WorkingGroup& group,
                  std::map<std::string, std::string>& values) {
    workgroups::Meeting meeting;
    meeting.group_id = group.id, meeting.day = day_in_prague(author.now), meeting.state = "held";
    values["jednani"] = to_text(workgroups::add(author, meeting));
    workgroups::MeetingMinutes minutes;
    minutes.meeting_id = meeting.id, minutes.phase = "comments", minutes.comments_until = day_in_prague(author.now);
    workgroups::add(author, minutes);
    workgroups::MinutesPart part;
    part.minutes_id = minutes.id, part.heading = "Úvod", part.body = "Schválen program.";
    values["cast"] = to_text(workgroups::add(author, part));
    workgroups::MinutesComment comment;
    comment.minutes_id = minutes.id, comment.author_name = "Jana Nová", comment.body = "Chybí jméno.";
    values["pripominka"] = to_text(workgroups::add(author, comment)), values["faze"] = "back_draft";
}

// A public group of community planning in the district, with one who sits in it.
std::map<std::string, std::string> with_a_group(std::map<std::string, std::string> values) {
    return Matrix::office().database().in_write_transaction([&](db::Session& work) {
        auto author = Matrix::office().as_nobody(work);
        workgroups::WorkingGroup group;
        group.name = "Skupina obvodu " + values.at("obvod"), group.kind_code = "working";
        group.territory = "orp:" + values.at("obvod");
        workgroups::add_group(author, group);
        workgroups::PlanningPerson person;
        person.name = "Jana Nová";
        workgroups::GroupMember member;
        member.group_id = group.id, member.planner_id = workgroups::add(author, person);
        member.valid_from = day_in_prague(author.now);
        workgroups::PlanningEvent event;
        event.title = "Akce", event.group_id = group.id;
        event.first_day = event.last_day = day_in_prague(author.now);
        workgroups::add_event(author, event);
        values["akce"] = event.slug;
        values["skupina"] = group.slug, values["clen"] = to_text(workgroups::add(author, member));
        with_its_plan(author, group, values);
        workgroups::Task task;
        task.group_id = group.id, task.body = "Úkol";
        values["ukol"] = to_text(workgroups::add_task(author, task));
        workgroups::Decision decision;
        decision.group_id = group.id, decision.body = "Rozhodnutí", decision.decided_on = member.valid_from;
        values["rozhodnuti"] = to_text(workgroups::add_decision(author, decision));
        with_minutes(author, group, values);
        workgroups::DocumentImport document;
        document.group_id = group.id, document.title = "zapis.txt", document.state = "open";
        values["dokument"] = to_text(workgroups::add(author, document));
        workgroups::DocumentFact fact;
        fact.import_id = document.id, fact.kind = "agenda", fact.body = "Úvod";
        values["udaj"] = to_text(workgroups::add(author, fact)), values["druh_udaje"] = "agenda";
        return values;
    });
}

// The provider of what lies here is one whose people are asked about; that of what lies elsewhere is not.
std::map<std::string, std::string> with_representation(std::map<std::string, std::string> values) {
    return Matrix::office().database().in_write_transaction([&](db::Session& work) {
        auto author = Matrix::office().as_nobody(work);
        auto provider = *network::find_provider_by_slug(work, values.at("poskytovatel"));
        network::let_represent(author, provider.id, author.organisation);
        return values;
    });
}

const Places& places() {
    static const Places places{
        with_a_group(with_representation(with_its_own(
            with_the_rest({{"sluzba", "fokus-turnov-psb"}, {"poskytovatel", "fokus-turnov"}, {"obvod", "5104"}})))),
        with_a_group(
            with_its_own(with_the_rest({{"sluzba", "kotva-nocleh"}, {"poskytovatel", "kotva"}, {"obvod", "5101"}})))};
    return places;
}

}

std::string Matrix::answers(const http::Route& route) {
    std::string text = std::string{"    stranger "} + ask(route, office().stranger, places().here);
    for (auto role : all_roles) {
        text += std::string{"\n    "} + to_text(role) + " ";
        for (auto scope : all_scopes) text += ask(route, holder(role, scope), places().here);
        text += " / ";
        for (auto scope : all_scopes) text += ask(route, holder(role, scope), places().elsewhere);
    }
    return text;
}

std::map<std::string, std::string> Matrix::agreed_lines() {
    std::map<std::string, std::string> lines;
    std::string heading, line;
    for (std::istringstream file{golden::text_of("permissions.txt")}; std::getline(file, line);) {
        if (line.starts_with("#")) continue;
        if (!line.starts_with(" ")) heading = line + "\n";
        else lines[heading] += (lines[heading].empty() ? "" : "\n") + line;
    }
    return lines;
}

// feature J11
// feature N20
TEST_F(Matrix, is_as_it_was_read_and_agreed) {
    std::string text =
        "# + may, - may not, 0 not found, s sent to sign in; scopes in the order own team organisation area region;\n"
        "# what lies in the grant's district / what lies elsewhere\n";
    for (auto& route : office().application().routes().all())
        text += route.method + " " + route.path + "  [" + route.permission + "]\n" + answers(route) + "\n";
    EXPECT_EQ(text.find('!'), text.npos) << "a handler failed";
    EXPECT_TRUE(golden::same_as("permissions.txt", text));
}

// Of the lines that the test above holds to be true.
TEST_F(Matrix, a_wider_scope_never_allows_less_than_what_lies_inside_it) {
    for (auto& [heading, answers] : agreed_lines()) {
        if (!heading.starts_with("GET ")) continue;
        for (auto role : all_roles) {
            auto at =
                answers.find(std::string{"    "} + to_text(role) + " ") + 5 + std::string_view{to_text(role)}.size();
            auto here = answers.substr(at, std::size(all_scopes));
            if (here.find('+') != here.npos) EXPECT_EQ(here.back(), '+') << heading << to_text(role);
        }
    }
}

TEST_F(Matrix, a_stranger_and_a_person_without_a_role_get_only_what_is_open) {
    auto nobody = office().eva;
    nobody.grants.clear();
    for (auto& route : office().application().routes().all()) {
        if (route.open) continue;
        EXPECT_EQ(ask(route, office().stranger, places().here), 's') << route.method << " " << route.path;
        bool own = route.permission == "auth.own_account" || route.permission == "drafts.keep_own" ||
                   route.permission == "notices.keep_own" || route.permission == "tokens.keep_own" ||
                   route.permission == "workgroups.see_own_tasks" || route.permission == "workgroups.own_calendar" ||
                   route.permission == "workgroups.see_documents" || route.permission == "network.see_overview";
        if (!own) EXPECT_NE(ask(route, nobody, places().here), '+') << route.method << " " << route.path;
    }
}

TEST(Golden, the_routes_are_those_that_were_agreed) {
    EXPECT_TRUE(golden::same_as("routes.txt", Matrix::office().application().routes().text()));
}

TEST(Golden, the_schema_is_the_one_that_was_agreed) {
    auto lease = Matrix::office().database().read();
    EXPECT_TRUE(golden::same_as(lease->kind() == db::Kind::sqlite ? "schema.sql" : "schema.postgresql.sql",
                                db::schema_text(*lease)));
}

// --- the description of the interface ------------------------------------------------------------------------------

// feature I1
TEST(Golden, the_description_of_the_interface_is_the_one_that_was_agreed) {
    auto& application = Matrix::office().application();
    EXPECT_TRUE(golden::same_as("openapi.json",
                                network::openapi_text(application.routes(), application.configuration().facts)));
}

TEST_F(Matrix, whatever_answers_json_is_described) {
    auto& application = office().application();
    auto described = network::openapi_text(application.routes(), application.configuration().facts);
    auto everything = office().eva;
    everything.grants.clear();
    for (auto role : all_roles) everything.grants.push_back({role, Scope::region, office().region, {}, {}});
    int in_json = 0;
    for (auto& route : application.routes().all()) {
        if (route.method != "GET") continue;
        auto response = office().get(everything, filled(route.path, places().here), "application/json");
        if (!response.type.starts_with("application/json") && response.type != "application/problem+json") continue;
        ++in_json;
        // An alias with a slash behind; and a style that is not there, which is told as a problem.
        if (route.path == "/api/hsds/" || route.path.starts_with("/assets/")) continue;
        EXPECT_NE(described.find("\n    \"" + route.path + "\": {"), described.npos) << route.path;
    }
    EXPECT_GT(in_json, 40);
}
