// What a service reports of its places, as the region's staff keep it: the numbers, who is asked by mail, how often,
// and whether anybody answered.
#pragma once

#include "network/confirmations/place_link_pages.hpp"

namespace network {

struct ConfirmerForm : http::Form {
    explicit ConfirmerForm(const std::optional<PlaceConfirmer>&);    // as it stands
    ConfirmerForm(const http::Request&, const std::vector<std::string>& emails);
    std::optional<std::string> email = text_or_nothing("komu");
    std::optional<std::int64_t> every_days{};
    std::int64_t version = 0;    // of what the form was made from
};

struct PlaceStaffPage {
    const Service& service;
    PlacesView view;
    const ConfirmerForm& confirmer;
    std::vector<std::string> emails;
    std::optional<PlaceRequest> asked{};
    std::int64_t version = 0;
    std::int64_t region_days = 0;
    std::string form_token{};
    std::string done{};            // text key of what was just done
    bool somebody_else = false;    // saved who is asked meanwhile

    std::vector<html::Problem> problems() const;
    html::ErrorSummary summary() const { return {problems()}; }
    bool can_send() const { return !confirmer.typed("komu").empty() && service.status != "ended"; }
    html::Select whom(html::Out&) const;
    html::Field every() const;
    std::string asked_words(html::Out&) const;
    std::string address(const char* rest) const { return "/sluzby/" + service.slug + rest; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.problems()), visit("emails", page.emails);
        visit("asked_at", page.asked ? std::optional{page.asked->asked_at} : std::nullopt);
        visit("answered_at", page.asked ? page.asked->answered_at : std::nullopt);
    }
    void write(html::Out&) const;
};

http::Response show_reported_places(const http::Request&, Permit<may::EditService>);
http::Response report_places_of(const http::Request&, Permit<may::EditService>);
http::Response choose_confirmer(const http::Request&, Permit<may::EditService>);
http::Response send_place_letter(const http::Request&, Permit<may::EditService>);

}
