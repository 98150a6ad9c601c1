// Services in sentences.
#pragma once

#include "network/service_reading/service_type_names.hpp"
#include "platform/reading/passages/passages.hpp"

#include <vector>

namespace network {

bool is_seven_digits(const passages::Token&);
// "Nejsme: intervenční centrum podle § 60a"
bool says_what_we_are_not(const passages::Tokens&);
// Seven digits, and a word for the register.
bool has_number_of_register(const passages::Tokens&);

// "I o víkendu?", "A odlehčovací služba?": a question that goes on with what was spoken of.
bool goes_on_asking(const passages::Passage&);
// "II. Registrace sociální služby, identifikátor 8802146, se mění a nově zní:" above the labels of the card.
bool leads_to_card(const passages::Passage&);
// Sentences, not labels, cards or tables.
bool is_prose(const passages::Passage&);

// "Tísňová péče (§ 41) je naše nejmladší služba", "Týdenní stacionář Mozaika je určen dětem".
const ServiceType* introduced_by_text(const passages::Passage&);

// "BYDLENÍ" and below it "Úřad této službě říká chráněné bydlení."
const ServiceType* named_below_heading(const std::vector<passages::Passage>&, std::size_t at);

}
