// The table of contents of the platform: signing in, the own account, the look of pages.
#include "platform/auth/routes.hpp"

#include "platform/auth/sign_in_pages.hpp"
#include "platform/http/asset_pages.hpp"

namespace platform {

using namespace auth;

void routes(http::Routes& at) {
    at.get<may::Read>("/assets/{jmeno}", http::show_asset, {.quick = http::quick_assets()});
    at.get<may::Enter>("/prihlaseni", show_sign_in);
    at.post<may::Enter>("/prihlaseni", sign_in);
    at.get<may::Enter>("/prihlaseni/odkaz/{odkaz}", show_sign_in_link);
    at.post<may::Enter>("/prihlaseni/odkaz/{odkaz}", use_link);
    at.post<may::KeepOwnAccount>("/odhlaseni", sign_out);
    at.post<may::KeepOwnAccount>("/odhlaseni/vsude", sign_out_everywhere);
    at.get<may::KeepOwnAccount>("/ucet", show_account);
    at.post<may::Enter>("/vzhled", choose_theme);
    at.post<may::Enter>("/jazyk", choose_language);
}

void menu(http::Surroundings& around) {
    around.rail.push_back({"rail.own", "/ucet", "rail.account", [](const User& user) { return user.signed_in(); }});
}

}
