// Names of projects in quotation marks, and in the subject of a letter.
#pragma once

#include "projects/project_reading/project_fields.hpp"

namespace projects {

// projekt "…", projektu „…“ s názvem
std::optional<std::string> quoted_name_in(const passages::Passage&);
// „… takže „Společně pod horami“ opravdu začne“: the words in quotation marks of a sentence on money or a decision.
std::optional<FoundText> phrase_in_quotes(const Passages&);
// "Máme rozhodnutí! Projekt Společně pod horami"
std::optional<FoundText> name_of_subject(const Passages&, const reading::TextDocument&);

// „… navazuje na projekt „Starý dům““: words before the word say that another one follows.
bool is_led_to_another(const passages::Tokens&, std::size_t at);
std::string one_line_name(std::string text);

}
