// The languages of the program, and which one a reader gets.
#pragma once

#include "platform/i18n/texts.hpp"

namespace i18n {

class Languages {
public:
    // Languages{platform::files(), network::files()}
    template <std::same_as<Texts::Files>... More>
    explicit Languages(Texts::Files first, More... more)
        : czech_{"cs", first, more...}, english_{"en", first, more...} {}

    const Texts& czech() const { return czech_; }
    const Texts& english() const { return english_; }

    // The reader's own choice (the value of a cookie) counts first, then what the browser asks for, then Czech.
    const Texts& choose(std::string_view chosen, std::string_view accept_language) const;

private:
    Texts czech_, english_;
};

}
