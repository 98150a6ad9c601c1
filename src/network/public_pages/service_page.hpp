// The page of one service: the answer first, then everything that is known about it, and how far it is vouched for.
#pragma once

#include "network/network_contents.hpp"
#include "network/permissions.hpp"
#include "platform/documents/qr_code.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/respond.hpp"

namespace network {

// A line that may lead somewhere.
struct PageLine {
    std::string text{};
    std::string href{};
    std::string note{};
    bool said{};    // the note is in somebody's own words

    static void each_field(auto& line, auto& visit) {
        visit("text", line.text), visit("href", line.href), visit("note", line.note);
    }
};

// Telephones, e-mails and pages, each behind what it is: on every page that says how to get in touch.
struct ContactList {
    const std::vector<PageLine>& contacts;
    void write(html::Out&) const;
};

struct PlaceView {
    std::string name{};
    std::string address{};
    std::string town{};                  // leads to the other services there
    std::string map{};                   // address of a map; none for what is only near
    std::vector<std::string> notes{};    // how one gets in, the way
    bool street_unknown{};

    static void each_field(auto& place, auto& visit) {
        visit("name", place.name), visit("address", place.address), visit("notes", place.notes);
    }
};

struct HoursView {
    std::string when{};
    std::string where{};    // place or form, where they differ
    std::string note{};

    static void each_field(auto& hours, auto& visit) {
        visit("when", hours.when), visit("where", hours.where), visit("note", hours.note);
    }
};

struct PremisesView {
    std::string sentence{};    // pronájem v budově Libereckého kraje, 200 m², zahrada 2 000 m²
    std::vector<std::string> rooms{};
    std::string difference{};    // declared 9, listed 8
    std::vector<PageLine> shared_with{};

    static void each_field(auto& premises, auto& visit) {
        visit("sentence", premises.sentence), visit("rooms", premises.rooms), visit("difference", premises.difference);
        visit("shared_with", premises.shared_with);
    }
};

struct VacancyView {
    std::string label{};
    html::Tag tag{};
    std::string note{};      // as of which day
    bool said{};             // the tag is in the provider's words
    std::string former{};    // what the provider said long ago

    static void each_field(auto& vacancy, auto& visit) {
        visit("label", vacancy.label), visit("state", vacancy.tag.text), visit("note", vacancy.note);
        visit("said_formerly", vacancy.former);
    }
};

struct StateView {
    std::string text{};
    std::string words{};    // the provider's own
    std::string day{};

    static void each_field(auto& state, auto& visit) {
        visit("text", state.text), visit("words", state.words), visit("day", state.day);
    }
};

struct SourceView {
    std::string source{};
    std::vector<std::string> wordings{};
};

// Where one of its addresses is secret, nothing is told that could lead there.
bool hides_its_places(const Service&, const std::vector<Facility>& places);

// Says in the reader's language what the rows of a service hold.
struct ServiceView {
    std::string id{}, slug{}, name{}, summary{};
    std::string provider{}, provider_slug{}, provider_full{};
    std::string type{}, type_link{}, paragraph{}, forms{};
    std::vector<std::string> plain_forms{};
    std::vector<std::string> towns{};
    std::vector<std::string> description{};
    std::vector<PageLine> groups{};    // with the provider's note
    std::string eligibility{}, ages{}, age_doubt{};
    PageLine goes_on{};    // the service of the same provider for those who are older
    std::vector<html::Step> steps{};
    std::vector<HoursView> hours{};
    bool has_opening_feed{};    // some of them have a day
    std::vector<PlaceView> places{};
    bool secret{};
    std::vector<std::string> reach{};
    std::vector<PremisesView> premises{};
    std::vector<std::string> accessibility{};
    bool accessibility_said{};    // the last line is in the provider's words
    std::string fees{}, how_to_apply{}, started{};
    bool fees_said{};    // in the provider's words
    std::string register_identifier{};
    std::vector<PageLine> money{};            // contracts, project
    std::vector<PageLine> networks{};         // in which networks it is, since when, with what entrustment
    std::vector<std::string> capacities{};    // registered
    std::vector<VacancyView> vacancies{};
    std::vector<std::string> clients{};     // by territory at a day
    std::vector<std::string> refusals{};    // of the newest period, as far as they may be published
    std::vector<StateView> states{};        // what the provider said of its places and plans
    std::vector<PageLine> contacts{};
    std::vector<PageLine> siblings{};    // what else the provider does
    std::vector<SourceView> sources{};
    std::vector<std::string> languages{};    // snadne is always there; uk, en where texts are
    std::string verified{};
    bool unverified{}, ageing{};
    std::string made_up{};    // what of it is invented
    bool paused{};
    std::string status_reason{};

    std::string law_and_forms() const;    // § 67, ambulantní
    std::vector<std::string> groups_with_notes() const;
    std::string first_towns() const;    // at most four

    static void each_field(auto& view, auto& visit) {
        visit("id", view.id), visit("slug", view.slug), visit("name", view.name), visit("summary", view.summary);
        visit("provider", view.provider), visit("provider_slug", view.provider_slug), visit("type", view.type);
        visit("paragraph", view.paragraph), visit("forms", view.forms), visit("groups", view.groups_with_notes()),
            visit("ages", view.ages);
        visit("age_doubt", view.age_doubt), visit("hours", view.hours), visit("places", view.places);
        visit("secret", view.secret), visit("reach", view.reach), visit("premises", view.premises);
        visit("accessibility", view.accessibility), visit("fees", view.fees);
        visit("registered_capacity", view.capacities), visit("vacancies", view.vacancies),
            visit("clients", view.clients);
        visit("refusals", view.refusals), visit("states", view.states), visit("contacts", view.contacts),
            visit("verified", view.verified);
        visit("made_up", view.made_up), visit("paused", view.paused), visit("networks", view.networks);
    }
};

ServiceView service_view(db::Session&, const ServiceDetail&, const Territory&, const CodeLists&, const i18n::Texts&,
                         Date day);

struct ServicePage {
    ServiceView view;
    std::string edit_at{};    // for those who may
    std::string address{};    // of the page, for the code on paper
    std::vector<PageLine> attachments{};

    documents::QrPicture code(html::Out& out) const { return {address, out.text("service_page.code")}; }

    std::string title_of_language(const std::string& language) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        ServiceView::each_field(page.view, visit);
        visit("attachments", page.attachments);
    }
    void write(html::Out&) const;
};

// A service that is no more: since when, and what is near instead.
struct EndedServicePage {
    std::string name{}, provider{}, provider_slug{}, reason{}, address_of_type{};
    std::optional<Date> ended_on{};
    std::vector<PageLine> near{};
    std::string edit_at{};    // for those who may

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("name", page.name), visit("provider", page.provider), visit("ended_on", page.ended_on),
            visit("near", page.near);
    }
    void write(html::Out&) const;
};

// Help that is not a registered social service.
struct RelatedServicePage {
    std::string name{}, kind{}, kind_plain{}, summary{}, organisation{}, provider_slug{}, town{}, for_whom{}, opening{},
        verified{};
    std::vector<std::string> description{}, reach{};
    std::vector<PageLine> contacts{};
    bool invented{};
    std::string edit_at{};    // for those who may

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("name", page.name), visit("kind", page.kind), visit("organisation", page.organisation),
            visit("town", page.town);
        visit("for_whom", page.for_whom), visit("opening", page.opening), visit("reach", page.reach);
        visit("contacts", page.contacts), visit("verified", page.verified), visit("invented", page.invented);
    }
    void write(html::Out&) const;
};

http::Response show_service(const http::Request&, Permit<may::ReadService>);
http::Response show_related_service(const http::Request&, Permit<auth::may::Read>);

}
