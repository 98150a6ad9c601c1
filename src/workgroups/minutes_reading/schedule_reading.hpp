// Words that announce meetings, cancel and move them.
#pragma once

#include "platform/reading/pattern.hpp"
#include "workgroups/minutes_reading/minutes_readers.hpp"

namespace workgroups {

const reading::Pattern& cancels();         // „ruší se“, „odpadá“, „porada nebude“
const reading::Pattern& replaces();        // „náhradní“, „přesouvá se“
bool announces(const std::string& low);    // „příští porada“, not „do příští porady“; in plain small letters

}
