// Notices of what people get a letter of its own about.
#pragma once

#include "platform/notices/notice.hpp"

namespace notices {

// As tell() does, but the notice only waits in the program, whatever way its reader chose: no second letter is sent.
void tell_beside_letter(const history::Author&, const std::vector<Id<User>>&, const std::string& kind,
                        const std::string& subject, const std::string& address);

}
