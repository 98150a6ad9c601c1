// What a change of a decision replaced, and sums told a second time in another currency.
#pragma once

#include "projects/project_reading/project_fields.hpp"

namespace projects {

// The old wording before the new one, columns of old values and of euros beside crowns: they are another project's.
void leave_out_old_values(Passages&);
// „z částky 8 402 116 Kč na částku 8 977 540 Kč“, „místo 24 měsíců 30 měsíců“: the value that begins at a token is
// the old one.
bool is_old_value(const passages::Tokens&, passages::Span);

}
