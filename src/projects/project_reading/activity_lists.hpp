// Activities that no marks begin: in sentences, in lines and lists behind a label.
#pragma once

#include "projects/project_reading/project_fields.hpp"

namespace projects {

// „První je vyškolení průvodců. Druhou je provázení rodin, třetí tvoří kurzy a čtvrtou víkendy.“
std::vector<ReadActivity> told_in_words(const Passages&);

// „Projekt má čtyři klíčové aktivity: mobilní tým, krizová lůžka, škola pro rodiny a linka pro starosty.“
std::vector<ReadActivity> activities_in_sentences(const Passages&);

// "Aktivity: poradenství; vzdělávání; supervize", short lines one below another under such a label or heading.
std::vector<ReadActivity> activities_in_lines(const Passages&, std::size_t opening);

}
