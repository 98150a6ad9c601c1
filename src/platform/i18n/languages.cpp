// Chooses a language.
#include "platform/i18n/languages.hpp"

namespace i18n {

const Texts& Languages::choose(std::string_view cookie, std::string_view accept_language) const {
    if (cookie == "en") return english_;
    if (cookie.empty() && accept_language.starts_with("en")) return english_;
    return czech_;
}

}
