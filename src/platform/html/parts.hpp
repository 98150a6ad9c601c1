// Small pieces that many pages show: words of state, notes, where we are, facts, numbers, steps.
#pragma once

#include "platform/html/out.hpp"

namespace html {

// An icon of assets/icons.txt, always beside a word.
struct Icon {
    std::string_view name;
    void write(Out&) const;
};

struct Link {
    std::string text, href;
};

// A word of state with its shape and colour: ok is free or done, part half so, bad full or late, run under way.
struct Tag {
    enum Kind { unknown, ok, part, bad, run };
    Kind kind;
    std::string text;

    std::string_view css_class() const;
    void write(Out&) const;
};

// The first sentence says what happened, the second why, the links what can be done.
struct Note {
    enum Kind { info, warn, bad, ok };
    Kind kind;
    std::string first, then{};
    std::vector<Link> links{};
    bool answers{};    // shown after something was sent, so it is read aloud

    std::string_view css_class() const;
    std::string_view role() const { return !answers ? "" : kind == bad ? "alert" : "status"; }
    void write(Out&) const;
};

// What is missing, why, and what next.
struct Empty {
    std::string what, why{};
    std::vector<Link> links{};
    void write(Out&) const;
};

// The way from the home page; the last one is this page and needs no address.
struct Crumbs {
    std::vector<Link> pages;
    void write(Out&) const;
};

// Key facts.  A value that is missing says so and offers a way to ask.
struct Fact {
    std::string label;
    std::string text{};
    std::string href{};
    std::string ask{};             // where to ask for a missing value
    std::optional<Part> part{};    // instead of the text
};
struct Facts {
    std::vector<Fact> facts;
    void write(Out&) const;
};

struct Stat {
    std::string label;
    std::string text;
    std::string change{};    // +9 since last time
};
struct Stats {
    std::vector<Stat> stats;
    void write(Out&) const;
};

struct Step {
    std::string what, how{};
};
struct Steps {
    std::vector<Step> steps;
    void write(Out&) const;
};

// Which page of a long list this is.  The address ends where the number of the page goes: /sluzby?orp=5104&strana=
struct Pager {
    std::string address;
    std::int64_t page, pages;

    std::vector<std::int64_t> near() const;    // ascending, always with the first and the last; gaps are left out
    void write(Out&) const;
};

}
