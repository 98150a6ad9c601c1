// The page behind the link of a letter: what stands on record, one button that confirms it, and a form that changes it.
// Opening it changes nothing, since scanners of mail open it too.
#pragma once

#include "network/confirmations/place_request.hpp"
#include "network/permissions.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/table.hpp"
#include "platform/http/respond.hpp"

namespace network {

// What both pages show of a report: the provider's from the letter and the staff's.
struct PlacesView {
    const PlaceReport& report;
    const PlacesForm& form;
    const CodeLists& lists;
    ReportPace pace;
    Date today;

    std::string name_of(const PlaceLine&, const html::Out&) const;
    html::Table table(html::Out&) const;
    html::Field count(const PlaceLine&, html::Out&) const;
    html::Select state(html::Out&) const;
    html::Field waiting() const;
    html::Field weeks() const;
    html::Field wording() const;
};

// The fields of the form, the same on both pages.
struct PlacesFields {
    const PlacesView& view;
    void write(html::Out&) const;
};

struct PlaceLinkPage {
    const Service& service;
    std::string provider;
    PlacesView view;
    std::string token;
    std::string form_token;
    Date valid_to{};
    bool changed_meanwhile = false;

    html::ErrorSummary summary() const { return view.form.summary(); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.view.form.problems()), visit("service", page.service.slug);
        visit("changed_meanwhile", page.changed_meanwhile);
    }
    void write(html::Out&) const;
};

// Of a link that is not, was used, ran out or was followed by a newer one: what to do now.
struct PlaceLinkGonePage {
    std::string contact_email;

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("contact_email", page.contact_email); }
    void write(html::Out&) const;
};

struct PlaceThanksPage {
    const Service& service;

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("service", page.service.slug); }
    void write(html::Out&) const;
};

http::Response show_place_link(const http::Request&, Permit<may::ConfirmPlaces>);
http::Response answer_place_link(const http::Request&, Permit<may::ConfirmPlaces>);
http::Response show_place_thanks(const http::Request&, Permit<may::ReadService>);

}
