// The page of one person after whatever was done with them.
#pragma once

#include "platform/administration/people_pages.hpp"

namespace auth {

struct PersonAnswer {
    std::string problem{};    // text key of why nothing changed
    bool new_link = false;    // makes a sign-in link and shows it this once
    bool by_mail = false;     // sends it too
    bool saved = false;
    bool invited = false;
};

history::Author administrator(const Permit<may::Administer>&);
http::Response person_answer(const http::Request&, const Permit<may::Administer>&, Id<User>, const PersonAnswer&,
                             const RoleForm& = {}, http::Status = http::ok);

}
