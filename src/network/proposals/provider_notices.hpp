// Who is told when a provider wishes, when the region decides, and when somebody says that a provider's data are wrong.
#pragma once

#include "network/permissions.hpp"

namespace network {

void tell_who_decides(const Author&, Id<Proposal>);
void tell_who_wished(const Author&, Id<Proposal>, const i18n::Texts&);
void tell_of_mistake(const Author&, const Service&);
void tell_of_register(const Author&, Id<RegisterImport>);

}
