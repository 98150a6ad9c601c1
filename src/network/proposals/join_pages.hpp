// Which organisation of people stands for which provider, as the region's staff keep it.
#pragma once

#include "network/editing/edit_pages.hpp"
#include "network/proposals/representation.hpp"
#include "platform/auth/people.hpp"
#include "platform/html/choice.hpp"

namespace network {

struct ListedJoining {
    Id<Representation> id{};
    std::string organisation{};
    std::string provider_name{};
    std::string provider_slug{};
    std::int64_t people = 0;
    Instant created_at{};
    std::optional<Instant> ended_at{};
    std::string who{};

    static void each_field(auto& joining, auto& visit) {
        visit("id", joining.id), visit("organisation", joining.organisation);
        visit("provider_name", joining.provider_name), visit("provider_slug", joining.provider_slug);
        visit("people", joining.people), visit("created_at", joining.created_at), visit("ended_at", joining.ended_at);
        visit("who", joining.who);
    }
};

// Both have the same IČO, so they most likely are the same.
struct LikelyPair {
    Id<Organisation> organisation_id{};
    std::string organisation{};
    Id<Provider> provider_id{};
    std::string provider{};
    std::string ico{};

    static void each_field(auto& pair, auto& visit) {
        visit("organisation_id", pair.organisation_id), visit("organisation", pair.organisation);
        visit("provider_id", pair.provider_id), visit("provider", pair.provider), visit("ico", pair.ico);
    }
};

struct JoinForm : http::Form {
    JoinForm() = default;
    explicit JoinForm(const http::Request&);
    std::string organisation = text("organizace"), provider = text("poskytovatel");
};

struct JoinPage {
    const JoinForm& form;
    std::vector<ListedJoining> joinings{};    // of this page
    std::vector<LikelyPair> likely{};
    std::vector<Organisation> organisations{};
    std::vector<Provider> providers{};
    std::string words{}, state{};    // plati, skoncila
    std::int64_t total = 0, page = 1, pages = 1;
    std::string form_token{};
    std::string done{};    // text key

    html::Select organisation(html::Out&) const;
    html::Select provider(html::Out&) const;
    html::Select states(html::Out&) const;
    std::string moment(Instant) const;
    std::string address(const char* of_list = "/sprava/zapojeni") const;
    html::Pager pager() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("total", page.total), visit("joinings", page.joinings), visit("problems", page.form.problems());
    }
    void write(html::Out&) const;
};

http::Response show_joinings(const http::Request&, Permit<may::JoinProviders>);
http::Response export_joinings(const http::Request&, Permit<may::JoinProviders>);
http::Response join_provider(const http::Request&, Permit<may::JoinProviders>);
http::Response part_provider(const http::Request&, Permit<may::JoinProviders>);

}
