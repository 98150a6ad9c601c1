// Opening times, territory, contacts, steps and rooms as lines that a person can write.
#pragma once

#include "network/facilities/coverage.hpp"
#include "network/facilities/opening_time.hpp"
#include "network/facilities/premises.hpp"
#include "network/providers/contact.hpp"
#include "network/services/service_step.hpp"

namespace network {

std::vector<std::string> lines_of(std::string_view text);    // without empty ones
std::string text_of(const std::vector<std::string>& lines);

// Po–Pá 7.30–15.30; Po, St 8.00–12.00; po domluvě; 2× týdně; nonstop – and behind | a note.
std::string line_of(const OpeningTime&);
std::optional<std::vector<OpeningTime>> read_opening_line(std::string_view);

// 481 000 000 | ambulance: the kind shows in the value.
std::string line_of(const Contact&);
std::optional<Contact> read_contact_line(std::string_view);

// First meeting | what happens there.
std::string line_of(const ServiceStep&);
ServiceStep read_step_line(std::string_view);

// výtvarná dílna; domek na zahradě (dílna); sprcha, nepočítá se | na každém poschodí.  A kind stands in brackets where
// the name does not tell it.
std::string line_of(const Room&);
std::optional<Room> read_room_line(std::string_view);    // nothing: the room has no name
std::string room_kind_words();                           // all that brackets may say, for the hint

// ORP Jilemnice, POÚ Jilemnice, obec Jilemnice, Rokytnicko, Liberecký kraj, celá republika, orp:5104.
std::string line_of(const Coverage&, const Territory&);
struct CoverageRead {
    std::optional<Coverage> coverage{};
    const char* problem = nullptr;    // text key, with the wording as its value
};
CoverageRead read_coverage(std::string_view wording, const Territory&);
std::vector<std::string> coverage_wordings(std::string_view text);    // parted by ; or by lines

}
