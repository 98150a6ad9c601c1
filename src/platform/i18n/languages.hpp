// The languages that the program speaks.
#pragma once

#include "platform/i18n/texts.hpp"

namespace i18n {

class Languages {
public:
    Languages(Texts czech, Texts english) : czech_{std::move(czech)}, english_{std::move(english)} {}

    // Czech unless English is asked for by the cookie or, without one, preferred by the browser.
    const Texts& choose(std::string_view cookie, std::string_view accept_language) const;
    const Texts& czech() const { return czech_; }
    const Texts& english() const { return english_; }

private:
    Texts czech_, english_;
};

}
