// What stands around every page: who we are, where to go, how to reach help, and how the page should look.
#pragma once

#include "platform/html/field.hpp"
#include "platform/html/parts.hpp"

namespace html {

struct MenuItem {
    std::string href;
    std::string label;
    std::optional<std::int64_t> count{};    // what waits there
};

struct MenuGroup {
    std::string label;
    std::vector<MenuItem> items;
};

enum class Look { as_system, light, dark };

struct Frame {
    Part body;
    std::string title;            // of the page, without our name
    std::string description{};    // one sentence for search engines; closed pages have none
    std::string region;           // Liberecký kraj
    std::vector<MenuItem> menu{};
    std::string current{};       // address of the menu item where we are
    std::string address{"/"};    // of this page with its query, to come back to
    std::string csrf{};
    std::string user{};    // name of who is signed in, or nothing
    std::string home_of_user{"/prehled"};
    Look look{};
    bool wide{};            // the body sets its own width
    int again_seconds{};    // without a script the page is asked for again so often; 0: never

    std::string_view data_theme() const { return look == Look::light ? "light" : look == Look::dark ? "dark" : ""; }
    std::string_view other_language(const Out& out) const { return out.language() == "cs" ? "en" : "cs"; }
};

// Pages for everybody: crisis lines first, one menu in the top bar.
struct PublicFrame : Frame {
    void write(Out&) const;
};

// Pages of people at work: denser, the menu in groups at the side.
struct StaffFrame : Frame {
    std::vector<MenuGroup> rail{};
    std::string search{};    // address of the search of everything, if there is one
    void write(Out&) const;
};

// The shared pieces of both.
struct FrameStart {
    const Frame& frame;
    void write(Out&) const;
};
struct FrameBrand {
    const Frame& frame;
    void write(Out&) const;
};
struct FrameUser {
    const Frame& frame;
    void write(Out&) const;
};
struct FrameFoot {
    const Frame& frame;
    void write(Out&) const;
};

}
