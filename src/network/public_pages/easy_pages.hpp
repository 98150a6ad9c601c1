// A service in easy words or in another language, and the page that tells about easy reading.
#pragma once

#include "network/public_pages/service_page.hpp"

namespace network {

// Big text and short sentences, for those who read with difficulty.
struct EasyServicePage {
    ServiceView view;
    std::string name{};
    std::vector<std::string> sentences{};
    std::vector<std::string> steps{};
    bool made_from_facts{};    // nobody wrote an easy text yet

    std::vector<std::string> places() const;    // addresses, each once
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("slug", page.view.slug), visit("name", page.name), visit("sentences", page.sentences),
            visit("steps", page.steps);
        visit("made_from_facts", page.made_from_facts);
    }
    void write(html::Out&) const;
};

struct ForeignServicePage {
    ServiceView view;
    std::string language{};    // uk, en
    std::string name{};
    std::vector<std::string> description{};
    std::vector<std::string> steps{};

    // Words of the page itself are in the language of the text; the frame stays in the reader's.
    std::string key(const char* word) const { return "foreign_page." + language + "." + word; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("slug", page.view.slug), visit("language", page.language), visit("name", page.name);
        visit("description", page.description), visit("steps", page.steps);
    }
    void write(html::Out&) const;
};

struct EasyReadingPage {
    std::vector<PageLine> services{};

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("services", page.services); }
    void write(html::Out&) const;
};

http::Response show_easy_service(const http::Request&, Permit<may::ReadService>);
http::Response show_foreign_service(const http::Request&, Permit<may::ReadService>);
http::Response show_easy_reading(const http::Request&, Permit<auth::may::Read>);

}
