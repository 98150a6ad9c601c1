// Rows that a form shows as lines: which of them are gone, which are new, and keeping the difference.
#pragma once

#include "network/editing/service_lines.hpp"

#include <algorithm>

namespace network {

template <class Row, class... More>
std::vector<std::string> lines_had(const std::vector<Row>& rows, const More&... more) {
    std::vector<std::string> lines;
    for (auto& row : rows) lines.push_back(line_of(row, more...));
    return lines;
}

// Typed lines that no row says yet.
std::vector<std::string> fresh_lines(const std::vector<std::string>& typed, const std::vector<std::string>& had);

// Rows whose line is no longer among those typed.
template <class Row, class... More>
std::vector<Row> gone(const std::vector<Row>& rows, std::vector<std::string> typed, const More&... more) {
    std::vector<Row> gone;
    for (auto& row : rows) {
        auto line = line_of(row, more...);
        auto kept = std::ranges::find(typed, line);
        if (line.empty()) continue;    // a row that says nothing has no line to take away
        if (kept == typed.end()) gone.push_back(row);
        else typed.erase(kept);
    }
    return gone;
}

// Each true if anything differed; the lines were read before and can be understood.
bool keep_contact_lines(const Author&, const char* owner_table, const Uuid& owner, const std::vector<Contact>& had,
                        const std::string& text);
// Times of a service at one place, or where no place is named at all of them.
bool keep_opening_lines(const Author&, Id<Service>, std::optional<Id<Facility>>, const std::vector<OpeningTime>& had,
                        const std::string& text, Date today);

// Rooms in the order of their lines.  History keeps the whole list with its premises, as one change.
bool keep_room_lines(const Author&, Id<Premises>, const std::vector<Room>& had, const std::string& text,
                     const char* kind = "changed");
}
