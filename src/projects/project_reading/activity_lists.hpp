// Activities that no marks begin: in sentences, in lines and lists behind a label.
#pragma once

#include "platform/reading/passages/sentences.hpp"
#include "projects/project_reading/project_fields.hpp"

namespace projects {

// „První je vyškolení průvodců. Druhou je provázení rodin, třetí tvoří kurzy a čtvrtou víkendy.“
std::vector<ReadActivity> told_in_words(const Passages&);

// „Projekt má čtyři klíčové aktivity: mobilní tým, krizová lůžka, škola pro rodiny a linka pro starosty.“
std::vector<ReadActivity> activities_in_sentences(const Passages&);

// „V aktivitě KA1 (Depistáž) jsme …“, „KA1 je zaměřena na koordinaci, KA2 na terén“: marks that count from one in a
// text.
std::vector<ReadActivity> marked_in_text(const Passages&);

// „Nejdřív vyškolíme průvodce, potom otevřeme kavárnu a nakonec uspořádáme konferenci.“
std::vector<ReadActivity> told_as_work(const Passages&);

// "Aktivity: poradenství; vzdělávání; supervize", short lines one below another under such a label or heading.
std::vector<ReadActivity> activities_in_lines(const Passages&, std::size_t opening);

// "1 Nábor", "02: Výcvik", "[3] Provoz", "č. 4 – Evaluace": lines that count from one.
std::vector<ReadActivity> counted_activities(const Passages&, std::size_t opening);

// Short lines each above its paragraph, or short paragraphs alone, under a heading of a plain text.
std::vector<ReadActivity> titled_activities(const Passages&, std::size_t opening);

// What is listed in a sentence from a token on: behind its marks where they count from the first, else between commas;
// `wanted`: how many there should be, where that is said.
std::vector<ReadActivity> items_behind(const passages::Sentence&, std::size_t begin, std::size_t wanted,
                                       reading::Place);
bool fit_for_titles(const std::vector<ReadActivity>&);

}
