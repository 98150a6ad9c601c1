// Sentences that open a list: "Cílové skupiny zůstaly, jak jsme je napsali:", "Aktivity jsou zatím čtyři:".
#pragma once

#include "projects/project_reading/project_fields.hpp"

namespace projects {

// The items below such a sentence take the field that its first words name.
void open_lists_by_first_words(Passages&);
// "Cílové skupiny:", three items, and a paragraph of its own: the label does not reach so far.
void close_lists_before_paragraphs(Passages&);

}
