// What commands stand on: a database that is brought up, the lists that the program carries, whose work it is.
#pragma once

#include "application.hpp"

namespace commands {

void make_folder_of(const std::string& database);    // where it is a file
void bring_up(const Configuration&);                 // its tables as this program needs them
// Saves of an operator; kind and label say from which source.
history::Author operator_author(db::Session& work, Instant now, const http::SiteFacts&, const char* kind,
                                const char* label);
// The lists that the program carries are part of what it needs, like its tables.
void keep_lists(Application&);

}
