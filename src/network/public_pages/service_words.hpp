// What the catalogue holds, said in sentences: ages, days, hours, places, reach.
#pragma once

#include "network/network_contents.hpp"
#include "platform/html/typography.hpp"
#include "platform/i18n/texts.hpp"

namespace network {

// „Od 15 do 65 let.“; the bands speak where no limit is stated.
std::string age_sentence(const AgeLimits&, const i18n::Texts&);
// „Zda služba platí i ten rok, kdy je vám 65, si ověřte u poskytovatele.“; empty where it is clear.
std::string age_doubt(const AgeLimits&, const i18n::Texts&);

// „pondělí až pátek“, „pondělí a středa“
std::string days_words(std::string_view days, const i18n::Texts&);
// „pondělí až pátek 7.30–15.30“, „nepřetržitě“, „po domluvě“
std::string opening_words(const OpeningTime&, const i18n::Texts&);

// Street, postal code and town; empty for a secret place, which has none.
std::string address_line(const Facility&, const Territory&);
// The region in the reader's language; as we hold it where the texts do not know it.
std::string region_words(const std::string& code, const std::string& name, const i18n::Texts&);
// „obvod Jilemnice“, „jen Jilemnice“, „Jilemnicko“
std::vector<std::string> reach_words(const std::vector<Coverage>&, const Territory&, const i18n::Texts&);

// The register says „osoby s …“, people say „lidé s …“.
std::string group_words(const CodeLists&, const std::string& group_code, const i18n::Texts&);
// „ambulantní“; „docházíte za námi“ where plain words are wanted.
std::string form_words(const CodeLists&, const std::string& form_code, const i18n::Texts&, bool plain = false);
// „sociálně terapeutické dílny“
std::string type_words(const CodeLists&, const std::string& type_code, const i18n::Texts&);
std::string paragraph_of(const CodeLists&, const std::string& type_code);    // § 67; empty where the law gives none yet

// What a list says beside a name: nothing where it would only say the name again.
std::string beside(const std::string& name, const std::string& note);

// tel:+420000000000, mailto:…, or the web address; empty where it leads nowhere.
std::string contact_address(const Contact&);
// Spaced as people read telephone numbers; web addresses without their scheme.
std::string contact_text(const Contact&);

// Czech text of a source, set as a careful typist would.
inline std::string set(const std::string& text) { return html::czech_typography(text); }

}
